//! The arrows of the architecture: what each part of the code may name.

#![expect(clippy::expect_used, reason = "a test that can not go on should stop")]

use std::fs;
use std::path::{Path, PathBuf};

/// All source files of a module: `src/name.rs` and what is below `src/name/`.
fn files(module: &str) -> Vec<(PathBuf, String)> {
    fn collect(path: &Path, files: &mut Vec<(PathBuf, String)>) {
        if path.is_dir() {
            for entry in fs::read_dir(path).expect("a readable folder") {
                collect(&entry.expect("a readable entry").path(), files);
            }
        } else if path.exists() {
            files.push((path.to_owned(), fs::read_to_string(path).expect("a readable file")));
        }
    }
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&source.join(format!("{module}.rs")), &mut files);
    collect(&source.join(module), &mut files);
    assert!(!files.is_empty(), "there is no module {module}");
    files
}

/// The lines of code in which a word occurs; comments do not count.
fn naming<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = &'a str> {
    text.lines().filter(move |line| !line.trim_start().starts_with("//") && line.contains(word))
}

fn assert_never_names(modules: &[&str], words: &[&str]) {
    for module in modules {
        for (path, text) in files(module) {
            for word in words {
                let found: Vec<&str> = naming(&text, word).collect();
                assert!(found.is_empty(), "{} names {word}: {found:?}", path.display());
            }
        }
    }
}

const CORE: &[&str] = &[
    "comparison",
    "profile",
    "decision",
    "problem",
    "ron_text",
    "shown",
    "story",
    "tree",
    "weight",
    "wording",
];
const STATE: &[&str] = &["explorer"];
const EDGES: &[&str] = &["view", "store", "keymap", "report", "text_file"];

#[test]
fn the_core_is_pure() {
    let outside =
        ["ratatui", "crossterm", "std::fs", "std::env", "std::io", "std::time", "std::net", "std::process"];
    assert_never_names(CORE, &outside);
    assert_never_names(
        CORE,
        &["crate::explorer", "crate::view", "crate::store", "crate::keymap", "crate::report"],
    );
    assert_never_names(CORE, &["crate::runner", "crate::cli", "crate::text_file"]);
}

#[test]
fn the_state_does_no_input_or_output() {
    let outside = ["ratatui", "crossterm", "std::fs", "std::env", "std::io", "std::time", "std::process"];
    assert_never_names(STATE, &outside);
    assert_never_names(STATE, &["crate::view", "crate::store::Store", "crate::keymap", "crate::report"]);
    assert_never_names(STATE, &["crate::runner", "crate::cli", "crate::text_file"]);
}

#[test]
fn the_view_only_reads() {
    assert_never_names(
        &["view"],
        &["std::fs", "std::env", "std::io", "crossterm", "&mut Explorer", "crate::store::Store"],
    );
}

#[test]
fn the_edges_know_nothing_of_the_loop() {
    assert_never_names(EDGES, &["crate::runner", "crate::cli"]);
}

/// Text leaves the program through the checked writer and through frames of sanitized text, and nowhere else.
#[test]
fn there_are_two_doors_to_the_terminal() {
    let doors = ["cli/output.rs", "runner/session.rs"];
    let modules = ["cli", "comparison", "decision", "explorer", "keymap", "problem", "profile", "report"];
    let rest =
        ["ron_text", "runner", "shown", "store", "story", "text_file", "tree", "view", "weight", "wording"];
    for (path, text) in modules.iter().chain(&rest).flat_map(|module| files(module)) {
        if !doors.iter().any(|door| path.ends_with(door)) {
            for word in
                ["stdout().lock", "stderr().lock", "print!(", "println!(", "eprint", "execute!(", "queue!("]
            {
                let found: Vec<&str> = naming(&text, word).collect();
                assert!(found.is_empty(), "{} writes past the doors: {found:?}", path.display());
            }
        }
    }
}

#[test]
fn colors_are_named_in_the_theme_alone() {
    for (path, text) in files("view") {
        if !path.ends_with("theme.rs") {
            let found: Vec<&str> = naming(&text, "Color::").collect();
            assert!(found.is_empty(), "{}: {found:?}", path.display());
        }
    }
}
