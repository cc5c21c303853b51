//! Visits with more than one stop: through all dialogs, out through a dialog, and into what is not there.

use std::process::{Command, Stdio};

use tempfile::tempdir;

use super::{WIDE, explore, is_untouched, line, profile_file, quit, wait_for_panes};
use crate::support::bench::PROGRAM;
use crate::support::terminal::Terminal;

#[test]
fn q_then_s_saves_under_a_name_and_leaves() {
    let data = tempdir().unwrap();
    let mut terminal = explore(data.path());
    terminal.press("9 q");
    terminal.wait_for("discard");
    terminal.press("s");
    terminal.wait_for("take this name");
    terminal.type_text("mine\r");
    assert_eq!(terminal.exit_status(), Ok(0));
    terminal.assert_given_back();
    assert!(profile_file(data.path(), "mine").is_file());
}

#[test]
fn a_profile_begun_on_the_command_line_is_saved_without_asking_for_a_name() {
    let data = tempdir().unwrap();
    let terminal = Terminal::start(WIDE, &["--profile", "fresh"], &[], data.path());
    wait_for_panes(&terminal);
    terminal.press("9 s");
    terminal.wait_for("Saved as fresh");
    assert!(profile_file(data.path(), "fresh").is_file());
    quit(terminal);
}

#[test]
fn without_colors_no_dialog_has_any_and_bold_and_reversed_remain() {
    let looks = looks(&written_in_all_dialogs(&[("NO_COLOR", "1")]));
    assert!(!looks.iter().any(|look| is_color(look)), "{looks:?}");
    for (name, parameter) in [("bold", 1), ("reversed", 7)] {
        assert!(looks.iter().any(|look| look == &[parameter]), "nothing is {name}: {looks:?}");
    }
}

#[test]
fn a_visit_to_all_dialogs_has_colors() {
    let looks = looks(&written_in_all_dialogs(&[]));
    assert!(looks.iter().any(|look| is_color(look)), "{looks:?}");
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_is_reported_in_lines_that_begin_at_the_left_edge() {
    let data = tempdir().unwrap();
    let env = [("TOUCHSTONE_TEST_PANIC", "1"), ("NO_COLOR", "1")];
    let mut terminal = Terminal::start(WIDE, &[], &env, data.path());
    assert_eq!(terminal.exit_status(), Ok(101));
    // In raw mode they would begin where the line before ended.
    let screen = terminal.screen();
    assert!(screen.lines().any(|line| line.starts_with("Location:")), "{screen}");
    let looks = looks(&terminal.raw_bytes());
    assert!(!looks.iter().any(|look| is_color(look)), "{looks:?}");
}

#[test]
fn a_comparison_that_is_not_there_is_an_error_on_the_normal_screen() {
    let data = tempdir().unwrap();
    let mut terminal = Terminal::start(WIDE, &["nowhere.ron"], &[], data.path());
    assert_eq!(terminal.exit_status(), Ok(1));
    let screen = terminal.screen();
    assert!(screen.starts_with("error: ") && screen.contains("nowhere.ron"), "{screen}");
    assert!(!terminal.raw_bytes().contains(&b'\x1b'));
    terminal.assert_given_back();
}

#[test]
fn into_a_pipe_goes_the_same_as_from_report() {
    let data = tempdir().unwrap();
    let [plain, report] = [&[][..], &["report"]].map(|args: &[&str]| {
        let mut command = Command::new(PROGRAM);
        command.args(args).env("TOUCHSTONE_DATA_DIR", data.path()).env("HOME", data.path());
        command.env("XDG_DATA_HOME", data.path()).env("TERM", "xterm-256color").stdin(Stdio::null());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    });
    assert_eq!(plain, report);
}

/// Weighs, opens each dialog, leaves, and returns all that was written meanwhile.
fn written_in_all_dialogs(env: &[(&str, &str)]) -> Vec<u8> {
    let data = tempdir().unwrap();
    let mut terminal = Terminal::start(WIDE, &[], env, data.path());
    wait_for_panes(&terminal);
    terminal.press("9 ! DOWN SPACE DOWN 3 RIGHT *");
    terminal.wait_until("the last weight", |screen| line(screen, "Consistency").contains(" 10 "));
    // Each text is in its own dialog alone, so that none is taken for another that is just going away.
    for (key, shown) in [("?", "Moving"), ("p", "Presets"), ("s", "take this name"), ("q", "discard")] {
        terminal.press(key);
        terminal.wait_for(shown);
        terminal.press("ESC");
        terminal.wait_until_gone(shown);
    }
    terminal.press("q");
    terminal.wait_for("discard");
    terminal.press("d");
    assert_eq!(terminal.exit_status(), Ok(0));
    assert!(is_untouched(data.path()));
    terminal.raw_bytes()
}

/// The numbers of each code that sets colors and attributes.
fn looks(raw: &[u8]) -> Vec<Vec<u16>> {
    let text = String::from_utf8_lossy(raw);
    let codes = text.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        rest[end..].starts_with('m').then_some(&rest[..end])
    });
    codes.map(|numbers| numbers.split([';', ':']).filter_map(|n| n.parse().ok()).collect()).collect()
}

fn is_color(look: &[u16]) -> bool {
    look.iter().any(|number| matches!(number, 30..=38 | 40..=48 | 90..=97 | 100..=107))
}
