//! The worst files within the limits cost little: `check` takes at most 64 MiB and a few seconds of a slow build.
//!
//! The system holds the bounds, so that no other load on the machine matters. How fast it is, benches measure.

use std::process::{Command, Output};

use tempfile::TempDir;

/// The largest comparison file, in bytes.
const COMPARISON: usize = 4 * 1024 * 1024;

/// The largest profile file, in bytes.
const PROFILE: usize = 256 * 1024;

/// The most memory, in KiB.
const MEMORY: usize = 64 * 1024;

/// The most time of a processor, in seconds: many times what it takes, to tell it from what takes ages.
const TIME: usize = 10;

const HEAD: &str = "Comparison(format: 1, id: \"x\", title: \"T\", ";
const TWO: &str = "alternatives: [(id: \"a\", name: \"A\", pros: [], cons: []), (id: \"b\", name: \"B\", pros: [], cons: [])]";

/// A text of at most `limit` bytes that holds one piece as often as fits.
fn filled(limit: usize, start: &str, piece: &str, end: &str) -> String {
    let count = (limit - start.len() - end.len()) / piece.len();
    [start, &piece.repeat(count), end].concat()
}

fn numbered(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect()
}

/// Runs the program on a file under the bounds; it must end by itself, having said little.
#[track_caller]
fn assert_cheap(what: &str, text: &str, args: &[&str]) {
    let folder = TempDir::new().expect("a temporary folder");
    std::fs::write(folder.path().join("file.ron"), text).expect("it is written");
    let bounds = format!("ulimit -d {MEMORY} && ulimit -t {TIME} && exec \"$0\" \"$@\"");
    let ran = Command::new("sh")
        .args(["-c", &bounds, env!("CARGO_BIN_EXE_touchstone")])
        .args(args)
        .current_dir(folder.path())
        .env("TOUCHSTONE_DATA_DIR", folder.path())
        .env_remove("RUST_BACKTRACE")
        .output();
    let Output { status, stdout, stderr } = ran.expect("the program starts");
    let start = String::from_utf8_lossy(&stderr[..stderr.len().min(500)]).into_owned();
    assert!(matches!(status.code(), Some(0 | 1)), "{what}: {status}, {start}");
    assert!(stdout.len() + stderr.len() < 64 * 1024, "{what}: {} bytes, {start}", stderr.len());
    let expected = if status.success() { "" } else { "error: " };
    assert!(start.starts_with(expected), "{what}: {start}");
}

#[test]
fn a_file_of_one_piece_over_and_over_is_cheap() {
    for (place, end, pieces) in [
        (
            "",
            "",
            ["\n", "\r\n", "//\n", "/*", "/**/", "\u{feff}", "\0", "#![enable(implicit_some)]", "\u{e9}"]
                .as_slice(),
        ),
        (HEAD, "", &["a:0,", "id:0,", "a:(", "a", "/", "\u{301}", "#", "Some("]),
        (
            "Comparison(criteria: ",
            "",
            &["[", "(", "{", "Some(", "(a,", "[(a:", "Some ", "1", "1_", "'", "r#", "\"", "\"\\"],
        ),
        (
            "Comparison(criteria: [",
            "])",
            &[
                "0,",
                "[],",
                "(),",
                "{},",
                "(a:0),",
                "(id: 0),",
                "a,",
                "\"\",",
                "\"\\u{e9}\",",
                "1..2,",
                "r#\"\",",
                "Some(0),",
                "{0:0},",
                "0 ",
            ],
        ),
        (
            &format!("{HEAD}{TWO}, summary: \""),
            "\")",
            &["x", "\u{200b}", "\u{301}", "\\u{1b}", "\\x41", "\\\n", "\\n"],
        ),
        (
            &format!("{HEAD}{TWO}, presets: [(id: \"p\", name: \"P\", weights: {{"),
            "})])",
            &["\"a\":0,", "0:0,"],
        ),
        (
            &format!("{HEAD}{TWO}, presets: [(id: \"p\", name: \"P\", weights: {{\""),
            "\":0})])",
            &["a", "\u{200d}"],
        ),
        ("#![enable(implicit_some)] Comparison(criteria: ", "", &["Some "]),
    ] {
        for piece in pieces {
            let text = filled(COMPARISON, place, piece, end);
            assert_cheap(&format!("{piece:?} after {place:?}"), &text, &["check", "file.ron"]);
        }
    }
}

#[test]
fn many_problems_that_each_look_things_up_are_cheap() {
    let criteria = |count| numbered(count, |i| format!("(id:\"{i:060}\",name:\"{i}\"),"));
    let claims = |count| numbered(count, |i| format!("(id:\"c{i}\",title:\"{i}\",criterion:\"d{i}\"),"));
    let with_claims = |claims: &str| TWO.replacen("pros: []", &format!("pros: [{claims}]"), 1);
    let weights = numbered(1_100, |i| format!("\"x{i:059}\":11,"));
    let presets = numbered(50, |i| format!("(id: \"p{i}\", name: \"P{i}\", weights: {{{weights}}}),"));
    let far = numbered(1_000, |i| format!("\"a/{i:03}{}\":0,", "x".repeat(60)));
    let far = numbered(50, |i| format!("(id: \"p{i}\", name: \"P{i}\", weights: {{{far}}}),"));
    let near = numbered(1_000, |i| format!("(id:\"y{i:03}{}\",title:\"{i}\"),", "x".repeat(60)));
    let hidden = "\u{200b}".repeat(190);
    let details = numbered(1_000, |i| format!("(id:\"{i}\",title:\"{i}\",detail:\"{}\"),", hidden.repeat(7)));
    for (what, text) in [
        (
            "unknown criteria",
            format!("{HEAD}criteria: [{}], {})", criteria(30_000), with_claims(&claims(9_000))),
        ),
        (
            "criteria after their use",
            format!("{HEAD}{}, criteria: [{}])", with_claims(&claims(900)), criteria(500)),
        ),
        ("unknown weights", format!("{HEAD}criteria: [{}], {TWO}, presets: [{presets}])", criteria(500))),
        ("unknown claims", format!("{HEAD}{}, presets: [{far}])", with_claims(&near))),
        ("hidden characters", format!("{HEAD}{})", with_claims(&details))),
    ] {
        assert!(text.len() <= COMPARISON, "{what}: {}", text.len());
        assert_cheap(what, &text, &["check", "file.ron"]);
    }
}

#[test]
fn the_largest_comparison_is_cheap_and_sound() {
    let claims = numbered(125, |i| {
        format!(
            "(id:\"c{i}\",title:\"{}{i}\",criterion:\"c{i}\",detail:\"{}\"),",
            "t".repeat(490),
            "d".repeat(2_700)
        )
    });
    let alternatives =
        numbered(8, |i| format!("(id: \"a{i}\", name: \"A{i}\", pros: [{claims}], cons: []),"));
    let criteria = numbered(500, |i| format!("(id:\"c{i}\",name:\"{i}\"),"));
    let weights = numbered(500, |i| format!("\"c{i}\":{},", i % 11));
    let presets = numbered(50, |i| format!("(id: \"p{i}\", name: \"P{i}\", weights: {{{weights}}}),"));
    let text = format!("{HEAD}criteria: [{criteria}], alternatives: [{alternatives}], presets: [{presets}])");
    assert!(text.len() <= COMPARISON && text.len() > COMPARISON * 3 / 4, "{}", text.len());
    touchstone::comparison::Comparison::from_ron(&text).expect("it is sound");
    assert_cheap("the largest", &text, &["check", "file.ron"]);
}

#[test]
fn a_hostile_profile_is_cheap() {
    let start = "Profile(format: 1, comparison: \"jewelry\", name: \"n\", stances: {";
    let gone = numbered(20_000, |i| format!("\"{i:x}\":(),"));
    for (what, text) in [
        ("keys that are numbers", filled(PROFILE, start, "0:0,", "})")),
        ("the same key", filled(PROFILE, start, "\"\":(),", "})")),
        ("claims that are gone", format!("{start}{gone}}})")),
        ("a hidden note", filled(PROFILE, &format!("{start}\"a/b\": (note: \""), "\u{200b}", "\")})")),
    ] {
        assert!(text.len() <= PROFILE, "{what}: {}", text.len());
        assert_cheap(what, &text, &["report", "--profile-file", "file.ron"]);
    }
}
