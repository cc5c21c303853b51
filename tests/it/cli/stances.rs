//! Profile files in detail: comments, several problems in one stance, and names that can't be shown.

use crate::support::bench::Bench;

/// A profile of the bundled comparison with further fields.
fn profile(fields: &str) -> String {
    format!("Profile(format: 1, comparison: \"jewelry\", name: \"mine\", {fields})\n")
}

#[test]
fn a_comment_may_follow_any_value() {
    for counting in ["OncePerCriterion", "OncePerCriterion // fair\n", "OncePerCriterion /* fair */"] {
        let bench = Bench::new();
        bench.write("mine.ron", profile(&format!("band: 1 /* sure */, counting: {counting}")));
        let out = bench.run(&["report", "--format", "json", "--profile-file", "mine.ron"]).done();
        let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        let expected = serde_json::json!({
            "name": "mine", "preset": null, "band": 1, "counting": "each-reason-once", "gut": null, "after_seeing": null, "decided": null
        });
        assert_eq!(report["profile"], expected, "{counting:?}");
    }
}

#[test]
fn every_problem_of_a_stance_is_told() {
    let bench = Bench::new();
    bench.write("mine.ron", profile("stances: {\"handmade/uniqueness\": (on: 0, weight: 11, note: 3)}"));
    let said = bench.run(&["report", "--profile-file", "mine.ron"]).refused(1);
    for message in [
        "expected true or false, found `0`\n",
        "expected a whole number from 0 to 10, found `11`\n",
        "expected a text in quotes, found `3`\n",
    ] {
        assert!(said.contains(message), "{message}: {said}");
    }
}

#[test]
fn every_problem_of_a_decision_is_told_with_its_place() {
    let bench = Bench::new();
    let long = "x".repeat(8193);
    for (decided, told) in [
        (
            "(on: \"2026-02-30\", chance: 101, why: 3, when: 4)",
            [
                "mine.ron:1:66: the field `chose` is missing",
                "mine.ron:1:71: a date is a day such as 2026-11-25, and \"2026-02-30\" is not",
                "mine.ron:1:93: expected a whole number from 0 to 100, found `101`",
                "mine.ron:1:103: expected a text in quotes, found `3`",
                "mine.ron:1:106: there is no field `when` here; the fields are `chose`, `on`, `chance`, `why`",
            ]
            .as_slice(),
        ),
        (
            "Some((chose: \" \", on: 20261125, chance: 8.4))",
            &[
                "mine.ron:1:79: this text must not be empty",
                "mine.ron:1:88: expected a text in quotes, found `20261125`",
                "mine.ron:1:106: expected a whole number from 0 to 100, found `8.4`",
            ],
        ),
        (
            "\"handmade\"",
            &["mine.ron:1:66: expected fields in parentheses: (chose: ...), found a text"],
        ),
        (
            "(chose: \"handmade\")",
            &["mine.ron:1:66: the field `on` is missing", "mine.ron:1:66: the field `chance` is missing"],
        ),
        (
            &format!("(chose: \"handmade\", on: \"2026-11-25\", chance: 84, why: \"{long}\")"),
            &["mine.ron:1:121: a text has at most 8192 bytes, this one has 8193"],
        ),
    ] {
        bench.write("mine.ron", profile(&format!("decided: {decided}")));
        let said = bench.run(&["report", "--profile-file", "mine.ron"]).refused(1);
        let lines: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("error: ")).collect();
        assert_eq!(lines, told, "{said}");
    }
}

#[test]
fn a_decision_is_in_every_report() {
    let bench = Bench::new();
    let decided = |chose: &str, why: &str| {
        format!("decided: (chose: \"{chose}\", on: \"2025-03-01\", chance: 84, {why})")
    };
    let report = |text: String, format: &str| {
        bench.write("mine.ron", profile(&(text + ", stances: {\"handmade/uniqueness\": (weight: 9)}")));
        bench.run(&["report", "--format", format, "--profile-file", "mine.ron"]).done()
    };
    let said = "Decided on 1 March 2025: Handmade, then at 84 of 100, now 79. Because: it is";
    let kept = decided("handmade", "why: \"it is *warm*\\nand\u{9b}31m lasts\"");
    let text = report(kept.clone(), "text");
    assert!(text.contains(&format!("\n\n{said}\n*warm*\nand\u{fffd}31m lasts.\n\n")), "{text}");
    let markdown = report(kept.clone(), "markdown");
    assert!(markdown.contains(&format!("\n\n{said} \\*warm\\* and\u{fffd}31m lasts.\n\n")), "{markdown}");
    let json: serde_json::Value = serde_json::from_str(&report(kept, "json")).expect("JSON");
    let expected = serde_json::json!({
        "chose": "handmade", "on": "2025-03-01", "chance": 0.84, "why": "it is *warm*\nand\u{9b}31m lasts"
    });
    assert_eq!(json["profile"]["decided"], expected);
    super::json::assert_shape(&json);
    let json: serde_json::Value =
        serde_json::from_str(&report(decided("handmade", ""), "json")).expect("JSON");
    assert_eq!(json["profile"]["decided"]["why"], serde_json::Value::Null);
    let gone = report(decided("second-hand", ""), "text");
    let said = "\n\nDecided on 1 March 2025: second-hand, then at 84 of 100, no longer there.\n\n";
    assert!(gone.contains(said), "{gone}");
    let none = report("band: 2".to_owned(), "text");
    assert!(!none.contains("Decided"), "{none}");
}

#[test]
fn an_unfit_name_is_told_without_steering_the_terminal() {
    let said = Bench::new().run(&["report", "--profile", "a\u{1b}[31mb"]).refused(2);
    assert!(said.contains("a profile's name must not have control or invisible characters"), "{said:?}");
    assert!(!said.chars().any(|c| c.is_control() && c != '\n'), "{said:?}");
}
