//! Markdown and CSV that are wrong in any way are refused with a message, or read; what is read is sound.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use touchstone::comparison::Comparison;
use touchstone::import::{self, Form};

use super::pieces::{BLANKS, spoiled};
use crate::support::random::Random;

/// What means something in Markdown or CSV.
const PIECES: [&str; 44] = [
    "# ",
    "## ",
    "###### ",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "99) ",
    "> ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "```\n",
    "`",
    "**",
    "_",
    "~~",
    "[a](b)",
    "![",
    "](",
    "<!--",
    "-->",
    "<br>",
    "<ul><li>",
    "|",
    "| - | - |\n",
    "---\n",
    "&amp;",
    "\\",
    "Pros",
    "Cons:",
    "Good, because ",
    "Bad, because",
    "\u{2705}",
    "\u{274c}\u{fe0f}",
    "Chosen option: ",
    "Option 1: ",
    ",",
    ";",
    "\"",
    "\"\"",
    "\u{202e}",
];

fn documents() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports");
    let entries = fs::read_dir(folder).expect("a readable folder");
    let paths = entries.map(|entry| entry.expect("a readable entry").path());
    let mut documents: Vec<(PathBuf, String)> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending != "txt"))
        .map(|path| (path.clone(), fs::read_to_string(path).expect("a readable document")))
        .collect();
    documents.sort();
    documents
}

/// Reads a text as a document of any form. What is read is a sound file that says the same; what is not is told by line.
fn load(text: &str, path: &Path) {
    for form in [Form::of(Some(path), text), Form::of(None, text), Form::Markdown, Form::Csv] {
        match import::read(text, form, Some(path), None) {
            Ok(import) => {
                assert_eq!(Comparison::from_ron(&import.ron).as_ref(), Ok(&import.comparison), "{text:?}");
                let lines = text.split('\n').count();
                assert!(import.left_out.iter().all(|left| (1..=lines).contains(&left.line)), "{text:?}");
            }
            Err(problems) => {
                assert!(!problems.list.is_empty(), "{text:?}");
                for problem in &problems.list {
                    let line = text.split('\n').nth(problem.line - 1).expect("a line of the text");
                    let most = line.trim_start_matches('\u{feff}').chars().count() + 1;
                    assert!((1..=most).contains(&problem.column), "{problem}\n{text:?}");
                    assert!(!problem.message.is_empty());
                }
            }
        }
        // Counting alone refuses no more than that.
        let _ = import::tally(text, form, Some(path));
    }
}

/// Several changes at once, with pieces of the syntax thrown in.
fn scrambled(random: &mut Random, text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.below(5) {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let at = *random.of(&ends);
        let to = *random.of(&ends);
        let (from, to) = (at.min(to), at.max(to));
        match random.below(5) {
            0 | 1 => {
                let piece: &str = random.of::<&str>(&PIECES);
                text.insert_str(at, piece);
            }
            2 => {
                let piece: &str = random.of::<&str>(&BLANKS);
                text.insert_str(at, piece);
            }
            3 if to - from < 60 => text.replace_range(from..to, ""),
            _ if to - from < 60 => {
                let piece = text[from..to].to_owned();
                text.insert_str(*random.of(&ends), &piece);
            }
            _ => {}
        }
    }
    text
}

fn scramble(rounds: usize, change: fn(&mut Random, &str) -> String) {
    let documents = &documents();
    thread::scope(|scope| {
        for seed in 1..=4 {
            scope.spawn(move || {
                let mut random = Random::new(seed);
                for _ in 0..rounds / 4 {
                    let (path, text) = random.of(documents);
                    load(&change(&mut random, text), path);
                }
            });
        }
    });
}

#[test]
fn every_character_of_a_document_may_be_missing_or_another() {
    for (path, text) in documents() {
        for (at, c) in text.char_indices().step_by(5) {
            let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
            for between in ["", "\0", "\n", "|", "\""] {
                load(&format!("{before}{between}{after}"), &path);
            }
            load(before, &path);
        }
    }
}

#[test]
fn scrambled_documents_are_refused_or_read() {
    scramble(4_000, scrambled);
}

#[test]
fn documents_with_changed_tokens_are_refused_or_read() {
    scramble(4_000, spoiled);
}

#[test]
fn random_bytes_are_refused_or_read() {
    let mut random = Random::new(5);
    for _ in 0..3_000 {
        let bytes: Vec<u8> =
            (0..random.below(300)).map(|_| u8::try_from(random.below(256)).unwrap()).collect();
        load(&String::from_utf8_lossy(&bytes), Path::new("random.md"));
    }
}

#[test]
fn what_is_nested_very_deep_is_read_in_time() {
    for piece in ["- ", "> ", "1. ", "* + ", "**", "[", "`", "|", "<b>", "(", "_*", "![", "\\", "&", "~~"] {
        let deep = piece.repeat(20_000);
        load(
            &format!("# T\n\n## A\n\n{deep}\n\n### Pros\n\n- x\n\n## B\n\n- Good, because y\n"),
            Path::new("deep.md"),
        );
    }
}

#[test]
#[ignore = "the long run: 2 million documents"]
fn long_run_scrambled_documents_are_refused_or_read() {
    scramble(1_000_000, scrambled);
    scramble(1_000_000, spoiled);
}
