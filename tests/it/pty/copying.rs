//! What is copied goes through the terminal, in one piece and as nothing but base64.

use touchstone::profile::Profile;
use touchstone::report::{Subject, brief};
use touchstone::safe_text::SafeText;

use super::drafts::drafts;
use super::{explore, quit, wait_for_panes};
use crate::support::process::{is_visible, wait_until};
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

/// A comparison, with the id of the bundled one, whose answer is longer than what fits between the program and a terminal that does not read.
fn long() -> String {
    let reason = |n: usize| format!("\"{n}{}\"", "\u{6307}".repeat(490));
    let side = |side: usize| {
        let reasons: Vec<String> = (0..8).map(|n| reason(10 * side + n)).collect();
        format!("(name: \"{side}\", pros: [{}])", reasons.join(", "))
    };
    let sides: Vec<String> = (1..6).map(side).collect();
    format!(
        "Comparison(id: \"jewelry\", title: \"T\", alternatives: [{}], presets: [(name: \"All\", weights: {{}}, others: Some(7))])",
        sides.join(", ")
    )
}

#[test]
fn a_text_that_the_terminal_got_a_part_of_is_spoiled_before_the_terminal_is_given_back() {
    if !is_visible() {
        return;
    }
    for signal in ["TERM", "TSTP"] {
        let data = folder();
        let file = data.path().join("long.ron");
        std::fs::write(&file, long()).unwrap();
        let terminal = Terminal::start_as_job(&[file.to_str().unwrap()], data.path());
        wait_for_panes(&terminal);
        terminal.press("p ENTER");
        terminal.wait_for("Opened the preset All");
        terminal.pause();
        terminal.press("y 9");
        wait_until("the draft has the weight", || {
            let texts =
                drafts(data.path()).into_iter().filter_map(|draft| std::fs::read_to_string(draft).ok());
            texts.into_iter().any(|text| text.contains("Some(9)"))
        });
        terminal.process().signal(signal);
        if signal == "TSTP" {
            terminal.process().wait_until_stopped();
        } else {
            terminal.process().wait_for_end();
        }
        terminal.read_on();
        terminal.wait_until_given_back();
        let bytes = terminal.raw_bytes();
        let begin = place_of(&bytes, BEGIN).expect("a text for the clipboard") + BEGIN.len();
        let is_base64 = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/=".contains(byte);
        let end = begin + bytes[begin..].iter().position(|byte| !is_base64(byte)).expect("its end");
        assert!(bytes[end..].starts_with(b"!\x18\x1b\\\x1b[?2026l"), "{signal}: {:?}", &bytes[end..]);
    }
}
