//! Every limit of a file: one below it, at it, and one above it.

use std::fmt::Write;

use crate::support::bench::{Bench, Ran};

/// Runs the program on a file of its own.
fn run_on(text: &str, args: &[&str]) -> Ran {
    let bench = Bench::new();
    bench.write("file.ron", text);
    bench.run(args)
}

fn check(text: &str) -> Ran {
    run_on(text, &["check", "file.ron"])
}

fn report(text: &str) -> Ran {
    run_on(text, &["report", "--profile-file", "file.ron"])
}

/// Files of one less than a limit, the limit, and one more: the last one is refused with this message.
#[track_caller]
fn assert_limit(limit: usize, file: impl Fn(usize) -> String, read: fn(&str) -> Ran, message: &str) {
    for size in [limit - 1, limit] {
        read(&file(size)).done();
    }
    assert_refused(read(&file(limit + 1)), message);
}

/// It is refused with this in a first line, and briefly.
#[track_caller]
fn assert_refused(ran: Ran, message: &str) {
    let said = ran.refused(1);
    let first = said.lines().next().unwrap_or_default();
    assert!(first.starts_with("error: ") && first.contains(message), "{said}");
    assert!(said.len() < 1_000, "the message is {} bytes long", said.len());
}

/// A comparison with two alternatives, the first one with these further fields and pros.
fn comparison(title: &str, fields: &str, pros: &str) -> String {
    format!(
        "Comparison(format: 1, id: \"x\", title: \"{title}\", alternatives: [
            (id: \"a\", name: \"A\", {fields} pros: [{pros}], cons: []),
            (id: \"b\", name: \"B\", pros: [], cons: []),
        ])"
    )
}

fn claims(count: usize) -> String {
    (0..count).fold(String::new(), |mut claims, i| {
        write!(claims, "(id:\"a-claim-with-a-name-{i}\",title:\"T{i}\"),").expect("a text takes all");
        claims
    })
}

/// A text in a comment that makes a file as long as that.
fn padded(text: &str, size: usize) -> String {
    format!("{text}//{}\n", "x".repeat(size - text.len() - 3))
}

fn profile(name: &str, note: &str) -> String {
    format!(
        "Profile(format: 1, comparison: \"jewelry\", name: \"{name}\", \
         stances: {{\"handmade/uniqueness\": (note: \"{note}\")}})\n"
    )
}

#[test]
fn a_comparison_has_at_most_4_mib() {
    let file = |size| padded(&comparison("T", "", ""), size);
    assert_limit(4 * 1024 * 1024, file, check, "it is larger than 4194304 bytes");
}

#[test]
fn a_profile_has_at_most_256_kib() {
    let file = |size| padded(&profile("mine", ""), size);
    assert_limit(256 * 1024, file, report, "it is larger than 262144 bytes");
}

#[test]
fn a_text_has_at_most_8_kib() {
    let text = |size: usize| format!("{}{}", "\u{e9}".repeat(size / 2), "x".repeat(size % 2));
    let message = "a text has at most 8192 bytes, this one has 8193";
    assert_limit(8 * 1024, |size| profile("mine", &text(size)), report, message);
    let detail =
        |size| comparison("T", "", &format!("(id: \"p\", title: \"P\", detail: \"{}\")", text(size)));
    assert_limit(8 * 1024, detail, check, message);
    let summary = |size| comparison("T", &format!("summary: \"{}\",", text(size)), "");
    assert_limit(8 * 1024, summary, check, message);
}

#[test]
fn a_title_has_at_most_500_characters() {
    let message = "a title has at most 500 characters, this one has 501";
    let title = |size| comparison(&"\u{e9}".repeat(size), "", "");
    assert_limit(500, title, check, message);
    let claim = |size| comparison("T", "", &format!("(id: \"p\", title: \"{}\")", "x".repeat(size)));
    assert_limit(500, claim, check, message);
}

#[test]
fn a_name_has_at_most_200_characters() {
    let message = "a name has at most 200 characters, this one has 201";
    for kind in ["criteria: [(id: \"c\", name: \"", "presets: [(id: \"p\", weights: {}, name: \""] {
        let named = |size| {
            comparison("T", "", "").replacen(
                "alternatives",
                &format!("{kind}{}\")], alternatives", "\u{e9}".repeat(size)),
                1,
            )
        };
        assert_limit(200, named, check, message);
    }
    let alternative =
        |size| comparison("T", "", "").replacen("name: \"A\"", &format!("name: \"{}\"", "x".repeat(size)), 1);
    assert_limit(200, alternative, check, message);
}

#[test]
fn a_name_of_a_profile_has_at_most_64_characters() {
    let file = |size| profile(&"\u{e9}".repeat(size), "");
    assert_limit(64, file, report, "a profile's name has at most 64 characters");
}

#[test]
fn a_comparison_has_at_most_1_000_claims() {
    let message = "a comparison has at most 1000 claims, this one has 1001";
    assert_limit(1_000, |count| comparison("T", "", &claims(count)), check, message);
    // Spread over pros and cons, no list of which is too long by itself.
    let spread = |count| {
        let cons = format!("(id: \"b\", name: \"B\", pros: [], cons: [{}]", claims(count - 600));
        comparison("T", "", &claims(600)).replacen("(id: \"b\", name: \"B\", pros: [], cons: []", &cons, 1)
    };
    assert_limit(1_000, spread, check, message);
}

#[test]
fn a_comparison_has_at_most_500_criteria_and_50_presets() {
    let with = |field: &str, one: fn(usize) -> String, count| {
        let all = (0..count).map(one).collect::<Vec<_>>().concat();
        comparison("T", "", "").replacen("alternatives", &format!("{field}: [{all}], alternatives"), 1)
    };
    let criteria = |count| with("criteria", |i| format!("(id: \"c{i}\", name: \"C{i}\"),"), count);
    assert_limit(500, criteria, check, "a comparison has at most 500 criteria, this one has 501");
    let presets =
        |count| with("presets", |i| format!("(id: \"p{i}\", name: \"P{i}\", weights: {{}}),"), count);
    assert_limit(50, presets, check, "a comparison has at most 50 presets, this one has 51");
}

#[test]
fn a_comparison_has_2_to_8_alternatives() {
    let file = |count: usize| {
        let alternative = |i| format!("(id: \"a{i}\", name: \"A{i}\", pros: [], cons: [])");
        let alternatives = (0..count).map(alternative).collect::<Vec<_>>().join(", ");
        format!("Comparison(format: 1, id: \"x\", title: \"T\", alternatives: [{alternatives}])")
    };
    assert_limit(8, file, check, "a comparison has 2 to 8 alternatives, this one has 9");
    check(&file(2)).done();
    for count in [0, 1] {
        let message = format!("a comparison has 2 to 8 alternatives, this one has {count}");
        assert_refused(check(&file(count)), &message);
    }
}

#[test]
fn values_are_at_most_64_deep() {
    // The comparison itself is one level.
    let file = |depth: usize| {
        let (open, close) = ("[".repeat(depth - 1), "]".repeat(depth - 1));
        format!("Comparison(format: 1, id: \"x\", title: {open}{close}, alternatives: [])")
    };
    for (depth, message) in [
        (63, "expected a text in quotes"),
        (64, "expected a text in quotes"),
        (65, "values are nested more than 64 deep"),
        (2_000_000, "values are nested more than 64 deep"),
    ] {
        assert_refused(check(&file(depth)), message);
    }
}
