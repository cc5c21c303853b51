//! What the scripts for shells are told: each asks the program what fits at a place of a line.

#[cfg(unix)]
mod shells;

use std::fs;

use crate::support::bench::{Bench, Ran};
use crate::support::name;

/// A comparison with two presets.
const SOUND: &str = r#"Comparison(
    id: "flat", title: "Flat", alternatives: [(name: "Old", pros: ["Cheap"]), (name: "New", pros: ["Dry"])],
    presets: [(name: "Thrifty \u{1b}[31m", id: "thrifty", weights: {}), (name: "Damp", id: "damp", weights: {})],
)"#;

/// Saves a profile of a comparison below a data folder.
fn save(bench: &Bench, folder: &str, comparison: &str, profile: &str) {
    let text = format!("Profile(format: 1, comparison: {comparison:?}, name: {profile:?}, stances: {{}})\n");
    bench.write(format!("{folder}/profiles/{comparison}/{}.ron", name(profile).slug()), text);
}

/// What is offered for the word at a place of a line, without the descriptions; which paths fit comes first.
#[track_caller]
fn offered(bench: &Bench, place: usize, words: &[&str]) -> Vec<String> {
    let place = place.to_string();
    let args: Vec<&str> = ["completions", "zsh", "--", &place].iter().chain(words).copied().collect();
    let said = bench.run(&args).done();
    said.lines().map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn there_is_a_script_for_each_shell_and_none_for_nonsense() {
    let bench = Bench::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = bench.run(&["completions", shell]).done();
        assert!(script.contains(&format!("touchstone completions {shell} ")), "{script}");
    }
    let said = bench.run(&["completions", "nonsense"]).refused(2);
    let (first, rest) = said.split_once('\n').expect("several lines");
    assert_eq!(first, "error: invalid value 'nonsense' for '<SHELL>'");
    assert!(rest.contains("[possible values: bash, zsh, fish, powershell, elvish]"), "{said}");
}

#[test]
fn commands_options_and_values_are_offered_where_they_fit() {
    let bench = Bench::new();
    let said = bench.run(&["completions", "zsh", "--", "0", ""]).done();
    assert!(said.starts_with("files\nnew\tBegin a comparison of your own\n"), "{said}");
    for (place, words, expected) in [
        (2, ["report", "--format", ""].as_slice(), ["words", "text", "markdown", "html", "json"].as_slice()),
        (
            1,
            &["report", "--format=m"],
            &["words", "--format=text", "--format=markdown", "--format=html", "--format=json"],
        ),
        (1, &["completions", ""], &["words", "bash", "zsh", "fish", "powershell", "elvish"]),
        (3, &["report", "--preset", "x", "--"], &["words", "--format", "--data-dir", "--help"]),
        (1, &["--data-dir", ""], &["folders"]),
        (1, &["import", ""], &["files"]),
        (3, &["check", "a", "b", ""], &["files"]),
        (2, &["report", "a", ""], &["words"]),
        (2, &["report", "--", "-"], &["files"]),
        (1, &["--nonsense=x", ""], &["files", "new"]),
        (1, &["man", ""], &["words"]),
        (1, &["--version", "--nonsense="], &["words"]),
    ] {
        let offered = offered(&bench, place, words);
        let shown: Vec<&str> = offered.iter().map(String::as_str).take(expected.len()).collect();
        assert_eq!(shown, expected, "{words:?}");
        assert!(offered.len() == expected.len() || expected.contains(&"new"), "{words:?}: {offered:?}");
    }
}

#[test]
fn profiles_and_presets_are_those_of_the_comparison_on_the_line() {
    let bench = Bench::new();
    bench.write("flat.ron", SOUND);
    bench.write("home/flat.ron", SOUND);
    save(&bench, "data", "jewelry", "of the bundled one");
    save(&bench, "data", "flat", "of the flat");
    save(&bench, "elsewhere", "flat", "elsewhere");
    for (place, words, expected) in [
        (1, ["--profile", ""].as_slice(), ["of the bundled one"].as_slice()),
        (2, &["report", "--profile", ""], &["of the bundled one"]),
        (2, &["flat.ron", "--profile", "x"], &["of the flat"]),
        (1, &["--profile", "", "flat.ron"], &["of the flat"]),
        (2, &["~/flat.ron", "--profile", ""], &["of the flat"]),
        (1, &["flat.ron", "--profile="], &["--profile=of the flat"]),
        (3, &["report", "flat.ron", "--profile", "", "--data-dir", "elsewhere"], &["elsewhere"]),
        (3, &["--data-dir=elsewhere", "flat.ron", "--profile", ""], &["elsewhere"]),
        (3, &["report", "flat.ron", "--preset", ""], &["thrifty", "damp"]),
        (3, &["--data-dir", "nowhere", "--profile", ""], &[]),
        (2, &["nowhere.ron", "--profile", ""], &[]),
        (2, &["-", "--profile", ""], &[]),
    ] {
        assert_eq!(offered(&bench, place, words)[1..], *expected, "{words:?}");
    }
    let said = bench.run(&["completions", "fish", "--", "3", "report", "flat.ron", "--preset", ""]).done();
    assert_eq!(said, "words\nthrifty\tThrifty \u{241b}[31m\ndamp\tDamp\n");
}

#[test]
fn what_can_not_be_read_offers_nothing_in_silence_and_nothing_is_made() {
    let bench = Bench::new();
    bench.write("bad.ron", "Comparison(\u{1b}]0;x\u{7}");
    bench.write("data/profiles/jewelry/stray.ron", "Profile(name: \"\u{1b}[31m\")");
    bench.write("data/profiles/jewelry/other.ron", "Profile(name: \"a name of another file\")");
    for words in [&["bad.ron", "--profile", ""], &["/dev/zero", "--profile", ""], &[".", "--profile", ""]] {
        assert_eq!(offered(&bench, 2, words), ["words"], "{words:?}");
    }
    assert_eq!(offered(&bench, 1, &["--profile", ""]), ["words"]);
    assert_eq!(offered(&bench, 3, &["report", "bad.ron", "--preset", ""]), ["words"]);
    // However a script may ask.
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        for words in [&["x"][..], &["7", "a"], &["0"], &["-1", ""], &["0", "\u{1b}", ""], &["", "", ""]] {
            let args: Vec<&str> = ["completions", shell, "--"].iter().chain(words).copied().collect();
            let said = bench.run(&args).done();
            assert!(!said.contains('\u{1b}'), "{said}");
        }
    }
    assert_eq!(
        offered(&bench, 2, &["--data-dir", "new", "--profile"]).first().map(String::as_str),
        Some("words")
    );
    let mut left: Vec<_> =
        fs::read_dir(bench.path()).expect("a folder").map(|it| it.expect("one").file_name()).collect();
    left.sort();
    assert_eq!(left, ["bad.ron", "data"]);
}

#[test]
fn a_variable_that_asks_other_programs_for_completions_changes_nothing() {
    let bench = Bench::new();
    let usual = bench.run(&["report"]).done();
    let mut command = bench.command(&["report"]);
    let output = command.env("COMPLETE", "bash").output().expect("the program starts");
    assert_eq!(Ran::of(output).done(), usual);
}

#[test]
fn words_for_powershell_are_quoted_as_it_quotes() {
    let bench = Bench::new();
    save(&bench, "data", "jewelry", "it's Anna\u{2019}s $5");
    for (words, expected) in [
        (["1", "--profile", "\"\""].as_slice(), "words\n'it''s Anna\u{2019}\u{2019}s $5'\n"),
        (&["1", "--profile", "'it''s"], "words\n'it''s Anna\u{2019}\u{2019}s $5'\n"),
        (&["1", "--profile", "x"], "words\n"),
        (&["1", "report", "--form"], "words\n--format\tHow to write it\n"),
    ] {
        let args: Vec<&str> = ["completions", "powershell", "--"].iter().chain(words).copied().collect();
        assert_eq!(bench.run(&args).done(), expected, "{words:?}");
    }
}
