//! People side by side on the command line.

mod people;

use serde_json::{Value, json};

use super::html::parsed::Page;
use crate::support;
use crate::support::bench::{Bench, Ran};

/// A comparison of two with a pair, and of three without.
const FLAT: &str = "Comparison(id: \"flat\", title: \"Which flat?\", alternatives: [
    (id: \"old\", name: \"Old\", pros: [(id: \"cheap\", title: \"Cheap\", criterion: \"rent\"), \"Near\"], cons: [\"Noisy\"]),
    (id: \"new\", name: \"New\", pros: [\"Balcony\"], cons: [(id: \"dear\", title: \"Dear\", criterion: \"rent\")])],
    presets: [(id: \"thrift\", name: \"Thrift\", weights: {\"rent\": 10}, others: Some(2))])";

fn bench() -> Bench {
    let bench = Bench::new();
    bench.write("flat.ron", FLAT);
    bench
}

/// A file with a profile of this name and these stances.
fn profile(name: &str, stances: &str) -> String {
    format!("Profile(format: 1, comparison: \"flat\", name: \"{name}\", stances: {{{stances}}})")
}

/// Two who disagree.
fn ana_and_ben() -> Bench {
    let bench = bench();
    bench.write(
        "ana.ron",
        profile(
            "Ana",
            "\"old/cheap\": (weight: 9), \"old/noisy\": (weight: 2), \"new/balcony\": (weight: 3)",
        ),
    );
    bench.write(
        "ben.ron",
        profile(
            "Ben",
            "\"old/cheap\": (weight: 2), \"old/noisy\": (weight: 8), \"new/balcony\": (weight: 3)",
        ),
    );
    bench
}

fn compare(bench: &Bench, args: &[&str]) -> Ran {
    bench.run(&[&["compare", "flat.ron"], args].concat())
}

const BOTH: [&str; 4] = ["--profile-file", "ana.ron", "--profile-file", "ben.ron"];

fn object(bench: &Bench, args: &[&str]) -> Value {
    serde_json::from_str(&compare(bench, &[args, &["--format", "json"]].concat()).done()).expect("JSON")
}

fn names(report: &Value) -> Vec<&str> {
    let people = report["people"].as_array().expect("people");
    people.iter().map(|person| person["name"].as_str().expect("a name")).collect()
}

#[test]
fn two_who_disagree_are_told_in_text_and_markdown() {
    let bench = ana_and_ben();
    insta::assert_snapshot!("text", compare(&bench, &BOTH).done());
    let markdown = compare(&bench, &[&BOTH[..], &["--format", "markdown"]].concat()).done();
    insta::assert_snapshot!("markdown", markdown);
}

#[test]
fn the_object_has_what_each_asks_and_what_divides_them() {
    let report = object(&ana_and_ben(), &BOTH);
    assert_eq!(report["comparison"], json!({"id": "flat", "title": "Which flat?"}));
    assert_eq!(names(&report), ["Ana", "Ben"]);
    // Open is 5: 9 + 5 - 2 - 3 = 9 ahead for Ana, 2 + 5 - 8 - 3 = 4 behind for Ben.
    let expected = json!({
        "between": [0, 1], "alternatives": ["old", "new"], "leads": [9.0, -4.0],
        "parts": [{"reason": "old/cheap", "points": 7.0}, {"reason": "old/noisy", "points": 6.0}],
        "elsewhere": []
    });
    assert_eq!(report["divide"], expected);
    assert_eq!(report["agreed"], json!(["old/near", "new/balcony"]));
    assert_eq!(report["concession"], json!({"alternative": "old", "most": 5, "all": 5}));
    let ben = &report["people"][1];
    let moves = json!([{"reason": "old/cheap", "from": 2, "to": 7}]);
    let other = json!([{"reason": "old/noisy", "from": 8, "to": 3}]);
    let old = &ben["alternatives"][0];
    assert_eq!((&old["id"], &old["points"]), (&json!("old"), &json!(5)));
    assert!([moves, other].contains(&old["moves"]), "{ben}");
    assert_eq!((&ben["leader"], &ben["preset"], &ben["weighed"]), (&json!("new"), &Value::Null, &json!(3)));
}

#[test]
fn the_page_has_the_table_and_the_concession() {
    let bench = ana_and_ben();
    let page = Page::read(&compare(&bench, &[&BOTH[..], &["--format", "html"]].concat()).done()).text();
    for line in compare(&bench, &BOTH).done().lines().filter(|line| line.contains("asks the least")) {
        assert!(page.contains(line.trim()), "{line}\n{page}");
    }
    for said in [
        "What divides Ana and Ben",
        "Which flat?",
        "Comes first",
        "Both think alike about Balcony. Nobody has weighed Near.",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
}

#[test]
fn what_somebody_rules_out_is_never_proposed() {
    let bench = ana_and_ben();
    bench.write("c.ron", profile("C", "\"old/noisy\": (weight: 8, essential: true)"));
    let told = compare(&bench, &[&BOTH[..], &["--profile-file", "c.ron"]].concat()).done();
    assert!(told.contains("Old is ruled out for C (Noisy is a deal-breaker)."), "{told}");
    assert!(told.contains("New asks the least: nothing of Ben and C; 10 points of Ana, such as"), "{told}");
    bench.write("d.ron", profile("D", "\"new/dear\": (weight: 8, essential: true)"));
    let all = [&BOTH[..], &["--profile-file", "c.ron", "--profile-file", "d.ron"]].concat();
    let told = compare(&bench, &all).done();
    let flat = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        flat.contains(
            "Each is ruled out for somebody, so a must-have or a deal-breaker would have to go first."
        ),
        "{told}"
    );
    assert_eq!(object(&bench, &all)["concession"], Value::Null);
}

#[test]
fn hostile_names_stay_texts_in_every_form() {
    let hostile = "<script>alert(1)</script>\\\"'|`]]>\\u{202e}x\\u{1b}[31m";
    let bench = Bench::new();
    bench.write(
        "flat.ron",
        FLAT.replace("Which flat?", hostile)
            .replace("\"Thrift\"", &format!("\"{hostile}\""))
            .replace("\"Noisy\"", &format!("(id: \"noisy\", title: \"{hostile}\")")),
    );
    bench.write("ana.ron", profile("Ana", "\"old/cheap\": (weight: 9)").replace("\"Ana\"", "\"<b>&'Ana\""));
    for format in ["text", "markdown", "html", "json"] {
        let Ran { code, out, err } =
            compare(&bench, &["--preset", "thrift", "--profile-file", "ana.ron", "--format", format]);
        assert_eq!((code, err.as_str()), (0, ""), "{format}");
        assert!(!out.contains(['\u{202e}', '\u{1b}']), "{format}: {out}");
        match format {
            "html" => {
                // The parser knows no script, no attribute that runs, and nothing outside.
                let text = Page::read(&out).text();
                assert!(
                    text.contains("<script>alert(1)</script>\"'|`]]>") && text.contains("<b>&'Ana"),
                    "{text}"
                );
            }
            "json" => drop(serde_json::from_str::<Value>(&out).expect("JSON")),
            "markdown" => assert!(!out.contains("<script>") && !out.contains("<b>"), "{out}"),
            _ => {}
        }
    }
}

#[test]
fn what_divides_is_never_called_nothing_where_something_does() {
    let bench = ana_and_ben();
    // The same weights, but for a mark: it is said first, and nothing adds anything.
    let marked = "\"old/cheap\": (weight: 9), \"old/noisy\": (weight: 2, essential: true), \"new/balcony\": (weight: 3)";
    bench.write("mark.ron", profile("Mark", marked));
    let told = compare(&bench, &["--profile-file", "ana.ron", "--profile-file", "mark.ron"]).done();
    assert!(told.contains("Old is 9 points ahead for both Ana and Mark.\n"), "{told}");
    assert!(told.contains("  0 Noisy (against Old): Ana 2, Mark 2 (deal-breaker)"), "{told}");
    assert!(!told.contains("Nothing divides") && !told.contains("add up"), "{told}");
    bench.write(
        "same.ron",
        profile(
            "Same",
            "\"old/cheap\": (weight: 9), \"old/noisy\": (weight: 2), \"new/balcony\": (weight: 3)",
        ),
    );
    let told = compare(&bench, &["--profile-file", "ana.ron", "--profile-file", "same.ron"]).done();
    assert!(told.contains("Nothing divides Ana and Same: they think alike about every reason."), "{told}");
}

#[test]
fn nothing_is_open_where_it_is_off() {
    let bench = ana_and_ben();
    let all = "\"old/cheap\": (weight: 9), \"old/noisy\": (weight: 2), \"new/balcony\": (weight: 3), \"old/near\": ";
    bench.write("on.ron", profile("On", &format!("{all}(weight: 4)")));
    bench.write("off.ron", profile("Off", &format!("{all}(on: false)")));
    let told = compare(&bench, &["--profile-file", "on.ron", "--profile-file", "off.ron"]).done();
    assert!(told.contains("On 4, Off off") && !told.contains("What is open"), "{told}");
}

#[test]
fn what_is_about_neither_of_the_two_makes_no_table() {
    let bench = Bench::new();
    let ask = "Comparison(id: \"q\", title: \"Q\", alternatives: [(id: \"a\", name: \"Aa\", pros: [\"p\"]), \
               (id: \"b\", name: \"Bb\", pros: [\"r\"]), (id: \"c\", name: \"Cc\", pros: [\"s\"])])";
    bench.write("q.ron", ask);
    for (name, last) in [("pat", 1), ("quinn", 3)] {
        let stances = format!("\"a/p\": (weight: 9), \"b/r\": (weight: 4), \"c/s\": (weight: {last})");
        let text = profile(name, &stances).replace("flat", "q");
        bench.write(format!("{name}.ron"), text);
    }
    let both = ["compare", "q.ron", "--profile-file", "pat.ron", "--profile-file", "quinn.ron", "--format"];
    for format in ["text", "markdown", "html"] {
        let told = bench.run(&[&both[..], &[format]].concat()).done();
        assert!(told.contains("for both pat and quinn, for the same reasons."), "{told}");
        assert!(told.contains("About neither of the two: s"), "{told}");
        assert!(!told.contains("| Reason |") && !told.contains(">Reason<"), "{told}");
    }
}

#[test]
fn sides_that_are_told_apart_have_their_own_names() {
    let bench = ana_and_ben();
    let parted = profile("Parted", "\"old/cheap\": (weight: 1), \"new/dear\": (weight: 4)")
        .replace("stances", "counting: EveryClaim, stances");
    bench.write("parted.ron", parted);
    let told = compare(&bench, &["--profile-file", "ana.ron", "--profile-file", "parted.ron"]).done();
    assert!(
        told.contains(" Cheap: Ana 9, Parted 1") && told.contains(" Dear (against New): Ana 9, Parted 4"),
        "{told}"
    );
}
