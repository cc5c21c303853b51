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
        let expected =
            serde_json::json!({"name": "mine", "preset": null, "band": 1, "counting": "each-reason-once"});
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
fn an_unfit_name_is_told_without_steering_the_terminal() {
    let said = Bench::new().run(&["report", "--profile", "a\u{1b}[31mb"]).refused(2);
    assert!(said.contains("a profile's name must not have control or invisible characters"), "{said:?}");
    assert!(!said.chars().any(|c| c.is_control() && c != '\n'), "{said:?}");
}
