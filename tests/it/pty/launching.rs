//! How it begins, or why it doesn't.

use std::fs;
use std::process::{Command, Stdio};

use tempfile::tempdir;

use super::{VERY_WIDE, WIDE, explore, header, quit, wait_for_panes};
use crate::support::bench::PROGRAM;
use crate::support::modes::REPORTS_FOCUS;
use crate::support::terminal::Terminal;

const ENTER_ALTERNATE_SCREEN: &[u8] = b"\x1b[?1049h";

#[test]
fn the_first_screen_compares_and_recommends_and_is_the_alternate_one() {
    let data = tempdir().unwrap();
    let mut terminal = explore(data.path());
    let screen = terminal.screen();
    for text in ["Handmade", "Mass-produced", "Against"] {
        assert!(screen.contains(text), "no {text:?} in:\n{screen}");
    }
    assert!(header(&screen).contains("Handmade vs. mass-produced jewelry"), "{screen}");
    let modes = terminal.modes();
    assert!(modes.alternate_screen && modes.cursor_hidden, "{modes:?}");
    assert!(modes.input.contains("\x1b[?2004h"), "no bracketed paste: {modes:?}");
    assert!(modes.input.contains(REPORTS_FOCUS), "no reports of the focus: {modes:?}");
    assert_eq!(modes.echo_and_lines(), (false, false), "{modes:?}");
    terminal.press("q");
    assert_eq!(terminal.exit_status(), Ok(0));
    terminal.assert_given_back();
    let modes = terminal.modes();
    assert!(!modes.alternate_screen && !modes.cursor_hidden, "{modes:?}");
    assert!(!modes.input.contains("\x1b[?2004h"), "bracketed paste: {modes:?}");
    assert!(!modes.input.contains(REPORTS_FOCUS), "reports of the focus: {modes:?}");
    assert_eq!(modes.echo_and_lines(), (true, true), "{modes:?}");
}

#[test]
fn a_profile_that_does_not_exist_is_begun() {
    let data = tempdir().unwrap();
    let terminal = Terminal::start(WIDE, &["--profile", "fresh"], &[], data.path());
    terminal.wait_for("fresh is a new profile");
    quit(terminal);
}

#[test]
fn resizing_to_almost_nothing_and_back_redraws_everything() {
    let data = tempdir().unwrap();
    let terminal = explore(data.path());
    // A key that was taken shows that it listens.
    terminal.press("DOWN");
    terminal.wait_for("Time-honored");
    terminal.resize((20, 5));
    terminal.wait_for("Window too small");
    terminal.resize((1, 1));
    terminal.wait_until("a single letter", |screen| screen == "W");
    terminal.resize(WIDE);
    wait_for_panes(&terminal);
    for text in ["Uniqueness", "Affordability", "Against"] {
        terminal.wait_for(text);
    }
    quit(terminal);
}

#[test]
fn a_resize_right_after_the_first_frame_is_not_missed() {
    let data = tempdir().unwrap();
    // What hangs on which of two threads is first shows in some launches only.
    for _ in 0..40 {
        let terminal = explore(data.path());
        terminal.resize((20, 5));
        terminal.wait_for("Window too small");
        quit(terminal);
    }
}

#[test]
fn colors_are_used_unless_unwanted_and_the_cursor_is_reversed_always() {
    let data = tempdir().unwrap();
    for (env, colored) in [(&[][..], true), (&[("NO_COLOR", "")], true), (&[("NO_COLOR", "1")], false)] {
        let terminal = Terminal::start(WIDE, &[], env, data.path());
        wait_for_panes(&terminal);
        terminal.press("9 s");
        terminal.wait_for("take this name");
        let codes = rendition_codes(&terminal.raw_bytes());
        let colors: Vec<&u16> =
            codes.iter().filter(|code| matches!(code, 30..=38 | 40..=48 | 90..=97 | 100..=107)).collect();
        assert_eq!(!colors.is_empty(), colored, "with {env:?}: {colors:?}");
        assert!(codes.contains(&7), "nothing is reversed with {env:?}");
    }
}

#[test]
fn a_bad_comparison_is_an_error_on_the_normal_screen() {
    let data = tempdir().unwrap();
    let file = data.path().join("bad.ron");
    fs::write(&file, "Comparison(\n    format: one,\n)\n").unwrap();
    let file = file.to_str().unwrap();
    let mut terminal = Terminal::start(VERY_WIDE, &[file], &[], data.path());
    assert_eq!(terminal.exit_status(), Ok(1));
    let screen = terminal.screen();
    assert!(screen.starts_with(&format!("error: {file}:")), "{screen}");
    assert!(screen.contains(&format!("error: {file}:2:13: ")), "{screen}");
    assert_never_taken_over(&terminal);
}

#[test]
fn a_damaged_profile_is_named_with_its_place_and_left_alone() {
    let data = tempdir().unwrap();
    let file = super::profile_file(data.path(), "mine");
    let damaged =
        "Profile(\n    format: 1,\n    comparison: \"jewelry\",\n    name: \"mine\",\n    band: wide,\n)\n";
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, damaged).unwrap();
    let mut terminal = Terminal::start(VERY_WIDE, &["--profile", "mine"], &[], data.path());
    assert_eq!(terminal.exit_status(), Ok(1));
    let screen = terminal.screen();
    assert!(screen.starts_with(&format!("error: {}:5:11: ", file.display())), "{screen}");
    assert_never_taken_over(&terminal);
    assert_eq!(fs::read_to_string(&file).unwrap(), damaged);
}

#[test]
fn without_a_terminal_for_input_one_line_names_the_report() {
    let data = tempdir().unwrap();
    let errors = data.path().join("errors");
    let mut terminal = Terminal::start_without_input(WIDE, data.path(), &errors);
    assert_eq!(terminal.exit_status(), Ok(2));
    let said = fs::read_to_string(&errors).unwrap();
    assert!(said.starts_with("error: there is no terminal to open"), "{said}");
    assert!(said.contains("touchstone report"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert_eq!(String::from_utf8(terminal.raw_bytes()).unwrap(), "");
    terminal.assert_given_back();
}

#[test]
fn into_a_pipe_goes_the_report_without_escape_codes() {
    let data = tempdir().unwrap();
    let output = Command::new(PROGRAM)
        .env("TOUCHSTONE_DATA_DIR", data.path())
        .env("HOME", data.path())
        .env("XDG_DATA_HOME", data.path())
        .env("TERM", "xterm-256color")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    let report = String::from_utf8(output.stdout).unwrap();
    assert!(report.contains("Handmade") && report.contains("Mass-produced"), "{report}");
    assert!(!report.contains('\x1b'), "{report:?}");
}

#[track_caller]
fn assert_never_taken_over(terminal: &Terminal) {
    let raw = terminal.raw_bytes();
    assert!(!raw.windows(ENTER_ALTERNATE_SCREEN.len()).any(|bytes| bytes == ENTER_ALTERNATE_SCREEN));
    terminal.assert_given_back();
}

/// All numbers in codes that set colors and attributes: `ESC [ 1 ; 31 m`.
fn rendition_codes(raw: &[u8]) -> Vec<u16> {
    let text = String::from_utf8_lossy(raw);
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && !";:".contains(c))?;
        rest[end..].starts_with('m').then_some(&rest[..end])
    });
    sequences.flat_map(|numbers| numbers.split([';', ':']).filter_map(|n| n.parse().ok())).collect()
}
