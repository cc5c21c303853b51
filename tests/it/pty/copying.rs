//! What is copied goes through the terminal, in one piece and as nothing but base64.

use touchstone::profile::Profile;
use touchstone::report::{Subject, brief};
use touchstone::safe_text::SafeText;

use super::{explore, quit, wait_for_panes};
use crate::support::terminal::{Terminal, WIDE};
use crate::support::{folder, jewelry};

/// How a text for the clipboard begins and ends.
const BEGIN: &[u8] = b"\x1b]52;c;";
const END: &[u8] = b"\x1b\\";

fn place_of(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// What was handed to the clipboard, all else being no such thing.
#[track_caller]
fn copied(terminal: &Terminal) -> String {
    let bytes = terminal.raw_bytes();
    let begin = place_of(&bytes, BEGIN).expect("a text for the clipboard") + BEGIN.len();
    let length = place_of(&bytes[begin..], END).expect("its end");
    let rest = &bytes[begin + length..];
    assert_eq!(place_of(rest, b"\x1b]"), None, "one for each key");
    String::from_utf8(decoded(&bytes[begin..begin + length])).expect("UTF-8")
}

#[track_caller]
fn decoded(text: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    assert_eq!(text.len() % 4, 0);
    let digits = text.iter().filter(|byte| **byte != b'=');
    let bits: Vec<u8> = digits
        .flat_map(|byte| {
            let digit = DIGITS.iter().position(|digit| digit == byte).expect("base64");
            (0..6).rev().map(move |bit| u8::from(digit >> bit & 1 == 1))
        })
        .collect();
    bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |all, bit| all << 1 | bit)).collect()
}

#[test]
fn the_terminal_gets_the_answer_and_the_screen_stays_whole() {
    let data = folder();
    let terminal = explore(data.path());
    terminal.press("y");
    terminal.wait_for("Copied the answer, if the terminal lets it");
    let comparison = jewelry();
    assert_eq!(copied(&terminal), brief(&Subject::new(&comparison, &Profile::new(&comparison))));
    terminal.press("?");
    terminal.wait_for("Keys and signs");
    terminal.press("q");
    wait_for_panes(&terminal);
    quit(terminal);
}

#[test]
fn a_strange_comparison_copies_nothing_that_drives_a_terminal() {
    let data = folder();
    let file = data.path().join("strange.ron");
    let detail = r"\u{9d}52;c;QUJD\u{9c}".to_owned() + &"x".repeat(8_000);
    let reason = |n: usize| format!(r#"(title: "{n}\u{{1b}}]52;c;QUJD\u{{7}}", detail: "{detail}")"#);
    let reasons: Vec<String> = (0..400).map(reason).collect();
    let text = format!(
        r#"Comparison(title: "T\u{{1b}}\\\u{{202e}}\u{{9c}}", alternatives: [(name: "\u{{7}}A", pros: [{}]), (name: "B")])"#,
        reasons.join(", ")
    );
    std::fs::write(&file, text).unwrap();
    let terminal = Terminal::start(WIDE, &[file.to_str().unwrap()], &[], data.path());
    wait_for_panes(&terminal);
    terminal.press("9 y");
    terminal.wait_for("Copied the answer");
    let copied = copied(&terminal);
    assert_eq!(&*SafeText::text(&copied), copied);
    assert!(
        copied.contains("\u{241b}") && !copied.contains('\u{1b}') && !copied.contains('\u{9c}'),
        "{copied:?}"
    );
}
