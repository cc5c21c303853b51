//! A line of answer to each line.

use serde_json::{Value, json};
use touchstone::comparison::Comparison;
use touchstone::profile::Profile;
use touchstone::report::{self, Subject};
use touchstone::survey::{Detail, Scorer};

use super::{COMPARISONS, crowd, line, somebody};
use crate::support::bench::Bench;
use crate::support::random::Random;

/// How many profiles are answered by both `report` and `score`.
const PROFILES: usize = 10_000;

fn parsed(line: &str) -> Value {
    serde_json::from_str(line).expect("a line of JSON")
}

#[test]
fn all_fields_are_those_of_the_report() {
    let mut random = Random::new(15);
    for text in COMPARISONS {
        let comparison = Comparison::from_ron(text).unwrap();
        let mut scorer = Scorer::new(comparison.clone(), Detail::All).unwrap();
        for number in 0..PROFILES / COMPARISONS.len() {
            let profile = somebody(&comparison, &mut random);
            // Through its file, as `report` reads it.
            let profile = Profile::from_ron(&profile.to_ron(&comparison).unwrap(), &comparison).unwrap();
            let report = report::json(&Subject::new(&comparison, &profile)).unwrap();
            let answers = scorer.score(line(&comparison, &profile, &format!("p{number}")).as_bytes());
            let mut answer = parsed(&answers.text);
            let id = answer.as_object_mut().and_then(|fields| fields.remove("id"));
            assert_eq!(id, Some(json!(format!("p{number}"))));
            assert_eq!(answer, parsed(&report), "{}", answers.text);
            assert_eq!((answers.outcome.lines, answers.outcome.bad), (1, 0));
        }
    }
}

#[test]
fn answers_say_the_same_as_reports() {
    let mut random = Random::new(16);
    for text in COMPARISONS {
        let comparison = Comparison::from_ron(text).unwrap();
        let mut scorer = Scorer::new(comparison.clone(), Detail::Answer).unwrap();
        for _ in 0..500 {
            let profile = somebody(&comparison, &mut random);
            let report = parsed(&report::json(&Subject::new(&comparison, &profile)).unwrap());
            let answer = parsed(&scorer.score(line(&comparison, &profile, "p").as_bytes()).text);
            let recommendation = &report["recommendation"];
            for field in ["leader", "likeliest", "verdict", "tie"] {
                assert_eq!(answer[field], recommendation[field], "{field}");
            }
            let alternatives = report["alternatives"].as_array().unwrap();
            let mut ruled_out = Vec::new();
            for alternative in alternatives {
                let id = alternative["id"].as_str().unwrap();
                assert_eq!(answer["chances"][id], alternative["chance"]);
                if alternative["ruled_out_by"] != json!([]) {
                    ruled_out.push(id);
                }
            }
            assert_eq!(answer["ruled_out"], json!(ruled_out));
            let parts = answer["lead_parts"].as_object().unwrap();
            assert_eq!(json!(parts.len()), recommendation["reasons"]);
            // What the reasons add up to is how far the first of two is ahead.
            if alternatives.len() == 2 {
                let sum: i64 = parts.values().map(|points| points.as_i64().unwrap()).sum();
                let net = |place: usize| alternatives[place]["net"].as_f64().unwrap();
                assert_eq!(json!(net(0) - net(1)), json!(f64::from(i32::try_from(sum).unwrap())));
            }
        }
    }
}

#[test]
fn a_line_is_answered_with_a_line() {
    let bench = Bench::new();
    let given = r#"{"id": "p1", "band": 2, "counting": "each-reason-once", "stances": {"handmade/uniqueness": {"weight": 8, "on": true, "essential": false}}}
{"stances":{}}
{"id":"\u202e\"é","comparison":"jewelry","format":1,"name":null,"stances":{"mass-produced/lack-of-uniqueness":{"weight":0},"handmade/uniqueness":{"on":false},"handmade/customization":{"weight":null,"essential":true}}}"#;
    let out = bench.run_with(given, &["score"]).done();
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[0].starts_with(
        r#"{"id":"p1","leader":"handmade","likeliest":"handmade","verdict":"leaning","tie":0.0"#
    ));
    assert!(lines[0].ends_with(
        r#","ruled_out":[],"lead_parts":{"handmade/uniqueness":8,"handmade/craftsmanship":5,"handmade/personal-connection":5,"handmade/customization":5,"handmade/support-for-artisans":5,"handmade/higher-price":-5,"handmade/limited-selection":-5,"handmade/production-time":-5,"mass-produced/consistency":-5,"mass-produced/trendiness":-5,"mass-produced/environmental-concerns":5}}"#
    ), "{}", lines[0]);
    assert!(
        lines[1]
            .starts_with(r#"{"id":null,"leader":"handmade","likeliest":"handmade","verdict":"unweighed""#)
    );
    // What drives a terminal is escaped, and means the same.
    assert!(
        lines[2].starts_with(
            r#"{"id":"\u202e\"é","leader":"handmade","likeliest":"handmade","verdict":"clear","tie":0.0,"#
        ),
        "{}",
        lines[2]
    );
    assert!(
        lines[2].contains(r#""ruled_out":["mass-produced"],"lead_parts":{"handmade/uniqueness":0,"#),
        "{}",
        lines[2]
    );
    assert_eq!(lines.len(), 3);
    assert_eq!(bench.run_with("", &["score"]).done(), "");
}

#[test]
fn the_order_is_kept_by_any_number_of_threads() {
    let bench = Bench::new();
    let crowd = crowd(6_000);
    for fields in ["answer", "all"] {
        let one = bench.run_with(&crowd, &["score", "--fields", fields]).done();
        let ids: Vec<Value> = one.lines().map(|line| parsed(line)["id"].clone()).collect();
        assert_eq!(ids, (0..6_000).map(|number| json!(format!("p{number}"))).collect::<Vec<_>>());
        for jobs in [&["--jobs", "2"][..], &["--jobs=7"], &["--jobs"]] {
            let args = [&["score", "--fields", fields][..], jobs].concat();
            assert!(bench.run_with(&crowd, &args).done() == one, "{args:?}");
        }
    }
}

#[test]
fn the_comparison_may_be_any_file_but_standard_input() {
    let bench = Bench::new();
    bench.write("flats.ron", COMPARISONS[1]);
    let out = bench.run_with("{\"stances\":{}}", &["score", "flats.ron"]).done();
    assert_eq!(parsed(&out)["chances"].as_object().unwrap().len(), 3);
    let said = bench.run_with("", &["score", "-"]).refused(2);
    assert_eq!(
        said,
        "error: profiles are read from standard input, so the comparison can't be; `touchstone score` takes a file\n"
    );
    assert!(bench.run_with("", &["score", "none.ron"]).refused(1).contains("none.ron"));
    for command in ["score", "tally"] {
        let said = bench.run_with("", &["flats.ron", command]).refused(2);
        assert_eq!(
            said,
            format!("error: FILE and what goes with it come after `{command}`, not before it\n")
        );
    }
    assert!(bench.run_with("", &["tally", "-"]).refused(2).starts_with("error: answers are read from"));
}
