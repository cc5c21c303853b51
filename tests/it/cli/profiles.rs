//! Reports on saved profiles, on profile files and on presets.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support;
use crate::support::bench::Bench;

/// A profile that weighs two claims, one of which is off.
const MINE: &str = r#"Profile(
    format: 1,
    comparison: "jewelry",
    name: "mine",
    band: 3,
    counting: OncePerCriterion,
    stances: {
        "handmade/uniqueness": (weight: Some(8)),
        "mass-produced/variety": (on: false, note: "enough"),
    },
)
"#;

/// Where the profile of a name is, below the folder of the bench.
fn place(name: &str) -> PathBuf {
    support::profile_file(Path::new("data"), name)
}

fn bench_with(name: &str, text: &str) -> Bench {
    let bench = Bench::new();
    bench.write(place(name), text);
    bench
}

/// The report as JSON with further arguments.
#[track_caller]
fn report(bench: &Bench, args: &[&str]) -> Value {
    let all: Vec<&str> = ["report", "--format", "json"].iter().chain(args).copied().collect();
    serde_json::from_str(&bench.run(&all).done()).expect("JSON")
}

/// The weights of all claims in the order of the report.
fn weights(report: &Value) -> Vec<Option<u64>> {
    let claims = report["claims"].as_array().expect("claims");
    claims.iter().map(|claim| claim["weight"].as_u64()).collect()
}

/// What is said of the profile `mine` whose file is wrong: the places and messages without the source lines.
#[track_caller]
fn said_of(text: &str) -> Vec<String> {
    let bench = bench_with("mine", text);
    let said = bench.run(&["report", "--profile", "mine"]).refused(1);
    let prefix = format!("error: {}:", bench.path().join(place("mine")).display());
    assert_eq!(fs::read_to_string(bench.path().join(place("mine"))).expect("it is there"), text);
    said.lines().filter_map(|line| line.strip_prefix(&prefix)).map(str::to_owned).collect()
}

#[test]
fn a_saved_profile_is_found_in_any_spelling() {
    let bench = bench_with("mine", MINE);
    for name in ["mine", "Mine", " MINE "] {
        let report = report(&bench, &["--profile", name]);
        let profile = serde_json::json!({
            "name": "mine", "preset": null, "band": 3, "counting": "each-reason-once", "gut": null, "after_seeing": null, "decided": null
        });
        assert_eq!(report["profile"], profile, "{name:?}");
        let mut expected = vec![None; 17];
        // Both faces of a reason carry its weight.
        expected[0] = Some(8);
        expected[13] = Some(8);
        assert_eq!(weights(&report), expected);
        assert_eq!(report["claims"][9]["id"], "mass-produced/variety");
        assert_eq!(report["claims"][9]["on"], false);
    }
}

#[test]
fn an_unknown_profile_is_named() {
    let bench = bench_with("mine", MINE);
    let said = "error: there is no profile nobody; `touchstone --profile` begins it\n";
    assert_eq!(bench.run(&["report", "--profile", "nobody"]).refused(1), said);
    bench.write("rings.ron", super::refusal::SOUND);
    let said = "error: there is no profile mine; `touchstone --profile` begins it\n";
    assert_eq!(bench.run(&["report", "rings.ron", "--profile", "mine"]).refused(1), said);
}

#[test]
fn a_name_that_does_not_fit_is_wrong_usage() {
    let bench = Bench::new();
    let long = "x".repeat(65);
    for (name, why) in [
        ("", "a profile's name must not be empty"),
        ("  ", "a profile's name must not be empty"),
        (".hidden", "a profile's name must not begin with `-` or `.`"),
        ("../mine", "a profile's name must not begin with `-` or `.`"),
        ("-x", "a profile's name must not begin with `-` or `.`"),
        ("mine.", "a profile's name must not end with a dot"),
        ("Nul", "Windows keeps this name for a device; take another"),
        (long.as_str(), "a profile's name has at most 64 characters"),
    ] {
        let option = format!("--profile={name}");
        let said = format!("error: {why}: \"{name}\"\n");
        assert_eq!(bench.run(&["report", &option]).refused(2), said);
        assert_eq!(bench.run(&[&option]).refused(2), said);
    }
}

#[test]
fn a_damaged_profile_is_refused_with_every_problem() {
    let spoiled = |part: &str, by: &str| MINE.replacen(part, by, 1);
    for (text, problems) in [
        (String::new(), ["1:1: the file is empty; expected Profile(...)"].as_slice()),
        (
            MINE.trim_end().trim_end_matches(')').to_owned(),
            &["11:1: the file ends too early: something that was opened is not closed"],
        ),
        (spoiled("Profile(", "Comparison("), &["1:1: this is a comparison; expected Profile(...)"]),
        (spoiled("Some(8)", "Some(11)"), &["8:46: expected a whole number from 0 to 10, found `11`"]),
        (spoiled("band: 3", "band: 6"), &["5:11: expected a whole number from 0 to 5, found `6`"]),
        (
            spoiled("OncePerCriterion", "Twice"),
            &["6:15: expected EachReasonOnce or EveryClaim or OncePerCriterion, found `Twice`"],
        ),
        (spoiled("    name: \"mine\",\n", ""), &["1:1: the field `name` is missing"]),
        (
            spoiled("band", "bend").replace("on: false", "on: 0").replace("note: ", "nite: "),
            &[
                "5:5: there is no field `bend` here; the fields are `format`, `comparison`, `name`, `band`, `counting`, `gut`, `blind`, `after_seeing`, `decided`, `stances`",
                "9:39: expected true or false, found `0`",
                "9:42: there is no field `nite` here; the fields are `on`, `weight`, `essential`, `note`",
            ],
        ),
    ] {
        assert_eq!(said_of(&text), problems, "{text}");
    }
}

#[test]
fn a_damaged_profile_is_shown_with_line_and_caret() {
    let bench = bench_with("mine", &MINE.replace("band: 3", "band: 6"));
    let said = format!(
        "error: {}:5:11: expected a whole number from 0 to 5, found `6`\n    5 |     band: 6,\n      |           ^\n",
        bench.path().join(place("mine")).display()
    );
    assert_eq!(bench.run(&["report", "--profile", "mine"]).refused(1), said);
}

#[test]
fn a_profile_of_another_comparison_is_refused() {
    let said = said_of(&MINE.replace("jewelry", "rings"));
    assert_eq!(said, ["3:17: this profile belongs to the comparison \"rings\", not to \"jewelry\""]);
}

#[test]
fn a_profile_of_a_newer_format_is_refused_as_such() {
    let newer = MINE.replace("format: 1", "format: 2").replace("band: 3", "spread: [1, 2]");
    let why =
        "this file has format 2, which is newer than this program knows (1): a newer touchstone can read it";
    assert_eq!(said_of(&newer), [format!("2:13: {why}")]);
}

#[test]
fn stances_on_claims_that_are_gone_change_nothing() {
    let gone = MINE.replace(
        "    stances: {\n",
        "    stances: {\n        \"handmade/gone\": (weight: Some(10)),\n        \"nowhere/to-be-found\": (essential: true),\n",
    );
    assert_ne!(gone, MINE);
    let ran = bench_with("mine", &gone).run(&["report", "--format", "json", "--profile", "mine"]);
    assert_eq!(ran.err, "note: mine weighs lines that are not there: handmade/gone, nowhere/to-be-found\n");
    let report_of_gone: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(report_of_gone, report(&bench_with("mine", MINE), &["--profile", "mine"]));
}

#[test]
fn a_profile_that_is_no_file_is_refused() {
    let bench = Bench::new();
    bench.write(place("mine").join("x"), "");
    let path = bench.path().join(place("mine"));
    let said = format!("error: can't read: it is no regular file: {}\n", path.display());
    assert_eq!(bench.run(&["report", "--profile", "mine"]).refused(1), said);
}

#[test]
fn a_profile_file_may_be_anywhere() {
    let bench = Bench::new();
    bench.write("of a friend.ron", MINE);
    bench.write("folder/x", "");
    bench.write("rings-profile.ron", MINE.replace("jewelry", "rings"));
    let report = report(&bench, &["--profile-file", "of a friend.ron"]);
    assert_eq!(report["profile"]["name"], "mine");
    assert_eq!(weights(&report)[0], Some(8));
    let missing = fs::read(bench.path().join("nope.ron")).expect_err("there is no such file");
    for (path, said) in [
        ("nope.ron", format!("error: can't read: {missing}: nope.ron\n")),
        ("folder", "error: can't read: it is no regular file: folder\n".to_owned()),
        (
            "rings-profile.ron",
            "error: rings-profile.ron:3:17: this profile belongs to the comparison \"rings\", not to \"jewelry\"\n    \
             3 |     comparison: \"rings\",\n      |                 ^^^^^^^\n"
                .to_owned(),
        ),
    ] {
        assert_eq!(bench.run(&["report", "--profile-file", path]).refused(1), said);
    }
}

#[test]
fn a_preset_that_is_not_there_is_named_with_the_nearest() {
    let bench = Bench::new();
    for (id, hint) in [
        ("budget-frist", "; did you mean \"budget-first\"?"),
        ("one-of-kind", "; did you mean \"one-of-a-kind\"?"),
        ("Style-first", "; did you mean \"style-first\"?"),
        ("cheapest", ""),
    ] {
        let said = format!("error: there is no preset \"{id}\"{hint}\n");
        assert_eq!(bench.run(&["report", "--preset", id]).refused(1), said);
    }
}

#[test]
fn each_preset_weighs_all_claims() {
    let bench = Bench::new();
    for (id, expected) in [
        ("budget-first", [3, 3, 3, 3, 3, 10, 6, 5, 10, 6, 3, 5, 3, 3, 3, 3, 3]),
        ("style-first", [7, 3, 3, 6, 3, 4, 8, 3, 4, 8, 3, 3, 10, 7, 3, 3, 3]),
        ("ethics-first", [2, 6, 5, 2, 10, 2, 2, 2, 2, 2, 2, 2, 2, 2, 6, 10, 10]),
        ("one-of-a-kind", [10, 7, 8, 8, 3, 3, 3, 3, 3, 3, 3, 3, 3, 10, 7, 3, 3]),
    ] {
        let report = report(&bench, &["--preset", id]);
        assert_eq!(weights(&report), expected.map(Some), "{id}");
        assert_eq!(report["recommendation"]["weighed"], 11);
        assert_eq!(report["profile"]["preset"], id);
    }
}
