//! The documented shape of the JSON report.

use std::collections::BTreeSet;

use serde_json::Value;

use super::reports::{WEIGHINGS, assert_close, list, number, report};

#[track_caller]
fn assert_keys(object: &Value, keys: &[&str]) {
    let found: Vec<&str> = object.as_object().expect("an object").keys().map(String::as_str).collect();
    let found: BTreeSet<&str> = found.into_iter().collect();
    assert_eq!(found, keys.iter().copied().collect::<BTreeSet<&str>>());
}

/// Exactly the documented keys at every level, each value of the documented kind.
#[track_caller]
pub(crate) fn assert_shape(report: &Value) {
    let parts = [
        "schema_version",
        "comparison",
        "profile",
        "alternatives",
        "recommendation",
        "why",
        "change",
        "claims",
    ];
    assert_keys(report, &parts);
    assert_eq!(report["schema_version"], 2);
    assert_keys(&report["comparison"], &["id", "title"]);
    assert_keys(
        &report["profile"],
        &["name", "preset", "band", "counting", "gut", "after_seeing", "decided"],
    );
    if !report["profile"]["decided"].is_null() {
        assert_keys(&report["profile"]["decided"], &["chose", "on", "chance", "why"]);
    }
    let recommendation = [
        "leader",
        "stands_in",
        "likeliest",
        "verdict",
        "tie",
        "reasons",
        "weighed",
        "equal_weights_leader",
        "lead",
    ];
    assert_keys(&report["recommendation"], &recommendation);
    if !report["recommendation"]["lead"].is_null() {
        assert_keys(&report["recommendation"]["lead"], &["low", "mean", "high"]);
    }
    assert_keys(&report["why"], &["runner_up", "enough", "struck_out", "left", "case_for_runner_up"]);
    assert_keys(&report["change"], &["fewest_reasons", "fewest_points", "wobble", "settled", "to_lead"]);
    assert_eq!(report["change"]["settled"], !report["change"]["wobble"].is_null());
    for way in list(&report["change"]["to_lead"]) {
        assert_keys(way, &["id", "points", "reasons"]);
        assert_eq!(way["points"].is_null(), way["reasons"].is_null());
    }
    for alternative in list(&report["alternatives"]) {
        let keys = ["id", "name", "pros", "cons", "net", "chance", "ruled_out_by"];
        assert_keys(alternative, &keys);
        assert_close(
            number(&alternative["pros"]) - number(&alternative["cons"]),
            number(&alternative["net"]),
        );
        assert!((0.0..=1.0).contains(&number(&alternative["chance"])), "{alternative}");
        list(&alternative["ruled_out_by"]);
    }
    for claim in list(&report["claims"]) {
        let keys = [
            "id",
            "alternative",
            "side",
            "title",
            "reason",
            "on",
            "weight",
            "counts",
            "essential",
            "criterion",
            "mirrored_with",
            "tips_at",
            "tips_if_off",
            "influence",
            "note",
        ];
        assert_keys(claim, &keys);
        assert!(
            claim["on"].is_boolean() && claim["essential"].is_boolean() && claim["tips_if_off"].is_boolean()
        );
        assert!(number(&claim["counts"]) >= 0.0);
        for key in ["weight", "tips_at", "influence"] {
            assert!(claim[key].is_null() || claim[key].is_number(), "{key} of {claim}");
        }
        for key in ["criterion", "mirrored_with", "note"] {
            assert!(claim[key].is_null() || claim[key].is_string(), "{key} of {claim}");
        }
        assert!(claim["id"] == claim["reason"] || claim["mirrored_with"] == claim["reason"], "{claim}");
    }
}

#[test]
fn the_object_has_the_documented_shape() {
    for (_, weighing) in WEIGHINGS {
        let text = report(weighing, "json");
        assert!(text.ends_with("}\n") && !text.contains("\n\n"), "{text}");
        assert_shape(&serde_json::from_str(&text).expect("JSON"));
    }
}
