//! What the three kinds of report hold.

use std::collections::BTreeSet;

use serde_json::Value;

use super::json::assert_shape;
use crate::support::bench::Bench;

/// All claims of the bundled comparison as they are shown.
const TITLES: [&str; 17] = [
    "Uniqueness",
    "Craftsmanship",
    "Personal connection",
    "Customization",
    "Support for artisans",
    "Higher price",
    "Limited selection",
    "Production time",
    "Affordability",
    "Variety",
    "Consistency",
    "Widespread availability",
    "Trendy and fashion-forward",
    "Lack of uniqueness",
    "Questionable quality",
    "Environmental concerns",
    "Limited artisan support",
];

/// Ways to weigh the bundled comparison: nothing, each preset, or stances of a profile.
pub(crate) const WEIGHINGS: [(&str, Weighing); 11] = [
    ("unweighed", Weighing::Stances("")),
    ("leaning", Weighing::Stances(r#""handmade/uniqueness": (weight: 5)"#)),
    ("clear", Weighing::Preset("budget-first")),
    ("leaning", Weighing::Preset("style-first")),
    ("clear", Weighing::Preset("ethics-first")),
    ("clear", Weighing::Preset("one-of-a-kind")),
    (
        "solid",
        Weighing::Stances(r#""handmade/uniqueness": (weight: 10), "handmade/higher-price": (weight: 0)"#),
    ),
    ("too-close-to-call", Weighing::Stances(r#""handmade/uniqueness": (weight: 1)"#)),
    ("tie", Weighing::Stances(r#""handmade/uniqueness": (weight: 0)"#)),
    ("clear", Weighing::Stances(r#""handmade/production-time": (essential: true)"#)),
    (
        "none-acceptable",
        Weighing::Stances(
            r#""handmade/higher-price": (essential: true), "mass-produced/lack-of-uniqueness": (essential: true)"#,
        ),
    ),
];

#[derive(Clone, Copy, Debug)]
pub(crate) enum Weighing {
    Preset(&'static str),
    Stances(&'static str),
}

/// A report on the bundled comparison.
#[track_caller]
pub(crate) fn report(weighing: Weighing, format: &str) -> String {
    let bench = Bench::new();
    let (option, value) = match weighing {
        Weighing::Preset(id) => ("--preset", id),
        Weighing::Stances(stances) => {
            let text = format!(
                "Profile(format: 1, comparison: \"jewelry\", name: \"mine\", stances: {{{stances}}})"
            );
            bench.write("mine.ron", text);
            ("--profile-file", "mine.ron")
        }
    };
    bench.run(&["report", "--format", format, option, value]).done()
}

#[track_caller]
pub(crate) fn json(weighing: Weighing) -> Value {
    serde_json::from_str(&report(weighing, "json")).expect("JSON")
}

pub(crate) fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("a number, not {value}"))
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("a list, not {value}"))
}

#[track_caller]
pub(crate) fn assert_close(one: f64, other: f64) {
    assert!((one - other).abs() < 1e-12, "{one} and {other}");
}

#[test]
fn chances_and_the_tie_are_parts_of_the_whole() {
    for (_, weighing) in WEIGHINGS {
        let report = json(weighing);
        let chances: f64 = list(&report["alternatives"]).iter().map(|a| number(&a["chance"])).sum();
        assert_close(chances + number(&report["recommendation"]["tie"]), 1.0);
    }
}

#[test]
fn each_verdict_follows_from_the_chance_of_the_leader() {
    for (verdict, weighing) in WEIGHINGS {
        let report = json(weighing);
        assert_eq!(report["recommendation"]["verdict"], verdict, "{weighing:?}");
        let leader = &report["recommendation"]["leader"];
        let chance = list(&report["alternatives"])
            .iter()
            .find(|alternative| alternative["id"] == *leader)
            .map(|alternative| number(&alternative["chance"]));
        let range = match verdict {
            "clear" => 0.95..=1.0,
            "solid" => 0.80..=0.95,
            "leaning" => 0.60..=0.80,
            "too-close-to-call" => 0.0..=0.60,
            "unweighed" => continue,
            _ => {
                assert!(leader.is_null(), "{leader}");
                continue;
            }
        };
        assert!(chance.is_some_and(|chance| range.contains(&chance)), "{verdict} at {chance:?}");
    }
    let verdicts: BTreeSet<&str> = WEIGHINGS.iter().map(|(verdict, _)| *verdict).collect();
    assert_eq!(verdicts.len(), 7);
}

#[test]
fn the_chances_are_exact() {
    let fives = list(&json(Weighing::Stances(""))["claims"])
        .iter()
        .map(|claim| format!("{}: (weight: 5), ", claim["id"]))
        .collect::<Vec<_>>()
        .concat();
    let report = json(Weighing::Stances(fives.leak()));
    let chance = |i: usize| number(&report["alternatives"][i]["chance"]);
    assert_close(chance(0), 40_489_353.0 / 48_828_125.0);
    assert_close(chance(1), 0.121_996_144_64);
    assert_close(number(&report["recommendation"]["tie"]), 0.048_781_905_92);
    assert_close(number(&report["alternatives"][0]["net"]), 10.0);
    assert_eq!(report["recommendation"]["lead"], serde_json::json!({"low": -3, "mean": 5, "high": 13}));
    assert_eq!(report["change"]["fewest_points"], 6);
    // Each may move by 5 at most, so that it takes two to move the lead by 6.
    assert_eq!(list(&report["change"]["fewest_reasons"]).len(), 2);
    let points: Vec<&Value> = list(&report["change"]["to_lead"]).iter().map(|way| &way["points"]).collect();
    assert_eq!(points, [0, 6]);
    assert_eq!(report["change"]["wobble"], 0);
    let unset = json(Weighing::Stances(""));
    assert_close(number(&unset["alternatives"][0]["chance"]), 189_464_717_745.0 / 285_311_670_611.0);
    assert_eq!(
        (&unset["recommendation"]["reasons"], &unset["recommendation"]["weighed"]),
        (&11.into(), &0.into())
    );
}

#[test]
fn what_stands_in_for_a_leader_is_there_in_a_tie_alone() {
    for (verdict, weighing) in WEIGHINGS {
        let told = &json(weighing)["recommendation"];
        assert_eq!(told["stands_in"].is_null(), verdict != "tie", "{told}");
        // Nothing is recommended while nothing is weighed, but a program is told who leads.
        assert_eq!(told["leader"].is_null(), ["tie", "none-acceptable"].contains(&verdict), "{told}");
    }
}

#[test]
fn parted_claims_are_reasons_by_themselves() {
    let bench = Bench::new();
    bench.write(
        "mine.ron",
        r#"Profile(format: 1, comparison: "jewelry", name: "mine", counting: EveryClaim,
            stances: {"handmade/uniqueness": (weight: 9)})"#,
    );
    let text = bench.run(&["report", "--format", "json", "--profile-file", "mine.ron"]).done();
    let report: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(report["profile"]["counting"], "every-claim");
    assert_eq!(report["recommendation"]["reasons"], 17);
    for claim in list(&report["claims"]) {
        assert!(claim["mirrored_with"].is_null() && claim["reason"] == claim["id"], "{claim}");
        let weighed = claim["id"] == "handmade/uniqueness";
        assert_close(number(&claim["counts"]), if weighed { 9.0 } else { 5.0 });
        assert_eq!(claim["weight"].is_null(), !weighed);
    }
}

#[test]
fn presets_recommend_what_they_are_made_for() {
    for (preset, leader, index) in [("budget-first", "mass-produced", 1), ("one-of-a-kind", "handmade", 0)] {
        let report = json(Weighing::Preset(preset));
        assert_eq!(report["recommendation"]["leader"], leader);
        assert_eq!(report["alternatives"][index]["id"], leader);
        assert!(number(&report["alternatives"][index]["chance"]) >= 0.95, "{report}");
    }
}

#[test]
fn a_deal_breaker_rules_out() {
    let report = json(Weighing::Stances(r#""handmade/production-time": (essential: true)"#));
    let handmade = &report["alternatives"][0];
    assert_eq!(handmade["ruled_out_by"], serde_json::json!(["handmade/production-time"]));
    assert_close(number(&handmade["chance"]), 0.0);
    assert_eq!(report["recommendation"]["leader"], "mass-produced");
    assert_close(number(&report["alternatives"][1]["chance"]), 1.0);
}

#[test]
fn mirrored_claims_name_each_other() {
    let report = json(Weighing::Stances(""));
    let mirrors: BTreeSet<(String, String)> = list(&report["claims"])
        .iter()
        .filter(|claim| !claim["mirrored_with"].is_null())
        .map(|claim| (claim["id"].to_string(), claim["mirrored_with"].to_string()))
        .collect();
    assert_eq!(mirrors.len(), 12);
    assert!(
        mirrors.iter().all(|(one, other)| mirrors.contains(&(other.clone(), one.clone()))),
        "{mirrors:?}"
    );
    assert_eq!(report["claims"][0]["mirrored_with"], "mass-produced/lack-of-uniqueness");
}

#[test]
fn both_faces_of_a_reason_carry_what_it_does() {
    let report = json(Weighing::Stances(
        r#""mass-produced/affordability": (weight: 9), "handmade/higher-price": (on: false, note: "paid for")"#,
    ));
    let [dear, cheap] = [5, 8].map(|i| &report["claims"][i]);
    assert_eq!(
        (&dear["id"], &cheap["id"]),
        (&"handmade/higher-price".into(), &"mass-produced/affordability".into())
    );
    for key in ["weight", "influence", "tips_at", "reason"] {
        assert_eq!(dear[key], cheap[key], "{key}");
    }
    assert_eq!((&dear["counts"], &cheap["counts"]), (&0.0.into(), &9.0.into()));
    assert_eq!((&dear["note"], &cheap["note"]), (&"paid for".into(), &Value::Null));
    assert_eq!(dear["weight"], 9);
    // A reason stands by its first face, even where that is off.
    assert_eq!(report["why"]["case_for_runner_up"][0], "handmade/higher-price");
}

#[test]
fn three_alternatives_have_no_lead() {
    let bench = Bench::new();
    let alternative = |id: &str, pros: usize| {
        let one = |i: usize| format!("(id: \"p{i}\", title: \"P\"), ");
        let pros = (0..pros).map(one).collect::<Vec<_>>().concat();
        format!("(id: \"{id}\", name: \"{id}\", pros: [{pros}], cons: [])")
    };
    let all = [alternative("a", 1), alternative("b", 3), alternative("c", 2)].join(", ");
    bench.write(
        "three.ron",
        format!("Comparison(format: 1, id: \"three\", title: \"Three\", alternatives: [{all}])"),
    );
    let text = bench.run(&["report", "three.ron", "--format", "json"]).done();
    let report: Value = serde_json::from_str(&text).expect("JSON");
    assert_shape(&report);
    let alternatives = list(&report["alternatives"]);
    assert_eq!(alternatives.len(), 3);
    assert!(report["recommendation"]["lead"].is_null(), "{report}");
    assert_eq!(report["recommendation"]["leader"], "b");
    let chances: f64 = alternatives.iter().map(|alternative| number(&alternative["chance"])).sum();
    assert_close(chances + number(&report["recommendation"]["tie"]), 1.0);
    for format in ["text", "markdown"] {
        let report = bench.run(&["report", "three.ron", "--format", format]).done();
        assert!(report.contains("Three") && !report.contains(" %"), "{report}");
    }
}

#[test]
fn reports_for_people_tell_everything() {
    for (weighing, who, answer, sure) in [
        (
            Weighing::Stances(""),
            "Profile mine \u{b7} 0 of 11 reasons weighed",
            "What matters to you?",
            "Nothing is weighed yet, so nothing is recommended.",
        ),
        (
            Weighing::Preset("budget-first"),
            "Preset Budget first \u{b7} 11 of 11 reasons weighed",
            "Mass-produced, hardly any doubt",
            "First in 97 of every 100 ways to read your numbers.",
        ),
    ] {
        let stop = if answer.ends_with('?') { "" } else { "." };
        let in_one_line = format!("**{answer}{stop}** {sure}");
        for (format, told) in [("text", [who, answer, sure]), ("markdown", [who, &in_one_line, ""])] {
            let report = report(weighing, format);
            let mut lines = report.lines();
            assert!(told.iter().all(|told| lines.any(|line| line == *told)), "no {told:?} in\n{report}");
            let title = report.lines().next().unwrap_or_default();
            assert_eq!(title.trim_start_matches("# "), "Handmade vs. mass-produced jewelry");
            for title in TITLES {
                let is_claim =
                    |line: &str| line.trim_start_matches(['|', ' ']).starts_with(['+', '\u{2212}']);
                assert!(
                    report.lines().any(|line| is_claim(line) && line.contains(title)),
                    "no {title} in\n{report}"
                );
            }
            assert!(report.ends_with('\n') && !report.ends_with("\n\n"), "{report}");
            assert!(!report.contains("\n\n\n"), "{report}");
        }
    }
}

/// What a person said comes first, then what is open, then what is off, each with its note.
#[test]
fn reports_for_people_are_sorted_and_have_the_notes() {
    let stances = r#""mass-produced/consistency": (weight: 1), "mass-produced/variety": (on: false, note: "Enough | of
        it"), "handmade/uniqueness": (weight: 9), "mass-produced/environmental-concerns": (weight: 4, essential: true)"#;
    let text = report(Weighing::Stances(stances), "text");
    let (_, mass_produced) = text.split_once("\nMass-produced \u{b7} ruled out\n").expect("its part");
    let claims =
        mass_produced.lines().filter(|line| line.starts_with("  +") || line.starts_with("  \u{2212}"));
    assert_eq!(
        claims.collect::<Vec<_>>(),
        [
            "  \u{2212}   9  Lack of uniqueness",
            "  \u{2212}   4  Environmental concerns (deal-breaker)",
            "  +   1  Consistency",
            "  +   ?  Affordability",
            "  +   ?  Widespread availability",
            "  +   ?  Trendy and fashion-forward",
            "  \u{2212}   ?  Questionable quality",
            "  \u{2212}   ?  Limited artisan support",
            "  + off  Variety",
        ]
    );
    assert!(text.contains("\nHandmade \u{b7} the only one left\n"), "{text}");
    assert!(text.contains("\n         Note: Enough | of\n"), "{text}");
    let markdown = report(Weighing::Stances(stances), "markdown");
    assert!(markdown.contains("| **Environmental concerns** (deal-breaker)<br>"), "{markdown}");
    assert!(markdown.contains("<br>*Note: Enough \\| of "), "{markdown}");
}

#[test]
fn the_text_report_fits_into_80_columns() {
    for (_, weighing) in WEIGHINGS {
        for line in report(weighing, "text").lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}

#[test]
fn without_a_subcommand_a_pipe_gets_the_text_report() {
    let bench = Bench::new();
    bench.write("rings.ron", super::refusal::SOUND);
    for (short, long) in [
        ([].as_slice(), ["report"].as_slice()),
        (&["rings.ron"], &["report", "rings.ron"]),
        (&[], &["report", "--format", "text"]),
    ] {
        assert_eq!(bench.run(short).done(), bench.run(long).done());
    }
}

#[test]
fn the_numbers_of_a_report_for_people_add_up() {
    let text = report(Weighing::Stances(r#""handmade/uniqueness": (weight: 7)"#), "text");
    let between = |start: &str, end: &str| {
        let parts = text.split(start).skip(1).filter_map(|rest| rest.split_once(end));
        parts.filter_map(|(number, _)| number.parse::<u32>().ok()).collect::<Vec<_>>()
    };
    let first = between("\u{b7} first in ", " of 100\n");
    let even = between("In ", " of 100 ways the best come out even.");
    assert_eq!((first.len(), even.len()), (2, 1), "{text}");
    // Each is rounded.
    let sum: u32 = first.iter().chain(&even).sum();
    assert!((99..=101).contains(&sum), "{text}");
}
