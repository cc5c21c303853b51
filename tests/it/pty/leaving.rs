//! How it ends: the terminal is given back, and nothing is lost without asking.

use tempfile::tempdir;

use super::{explore, is_untouched, quit, wait_until_saved, wait_until_unsaved};
use crate::support::terminal::Terminal;

#[test]
fn q_quits_at_once_when_nothing_changed() {
    let data = tempdir().unwrap();
    quit(explore(data.path()));
    assert!(is_untouched(data.path()));
}

#[test]
fn q_asks_when_something_is_unsaved_and_esc_stays() {
    let data = tempdir().unwrap();
    let mut terminal = explore(data.path());
    weigh_and_ask(&terminal, "q");
    terminal.press("ESC");
    terminal.wait_until_gone("discard");
    wait_until_unsaved(&terminal);
    terminal.press("u");
    wait_until_saved(&terminal);
    terminal.press("q");
    assert_eq!(terminal.exit_status(), Ok(0));
    terminal.assert_given_back();
}

#[test]
fn d_discards_and_leaves_with_nothing_written() {
    let data = tempdir().unwrap();
    let mut terminal = explore(data.path());
    weigh_and_ask(&terminal, "q");
    terminal.press("d");
    assert_left_with_nothing_written(&mut terminal, data.path());
}

#[test]
fn ctrl_c_twice_leaves_from_the_panes() {
    let data = tempdir().unwrap();
    let mut terminal = explore(data.path());
    weigh_and_ask(&terminal, "CTRL-C");
    terminal.press("CTRL-C");
    assert_left_with_nothing_written(&mut terminal, data.path());
}

#[test]
fn ctrl_c_twice_leaves_from_every_dialog() {
    let data = tempdir().unwrap();
    for (keys, shows) in [("s", "take this name"), ("p", "Presets"), ("?", "Weighing"), ("q", "discard")] {
        let mut terminal = explore(data.path());
        terminal.press("9");
        wait_until_unsaved(&terminal);
        terminal.press(keys);
        terminal.wait_for(shows);
        terminal.press("CTRL-C CTRL-C");
        assert_left_with_nothing_written(&mut terminal, data.path());
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_gives_the_terminal_back_before_it_is_reported() {
    let data = tempdir().unwrap();
    let env = [("TOUCHSTONE_TEST_PANIC", "1")];
    let mut terminal = Terminal::start(super::VERY_WIDE, &[], &env, data.path());
    assert_eq!(terminal.exit_status(), Ok(101));
    terminal.assert_given_back();
    let screen = terminal.screen();
    assert!(screen.contains("asked for by TOUCHSTONE_TEST_PANIC"), "{screen}");
    let raw = String::from_utf8(terminal.raw_bytes()).unwrap();
    let (before, _) = raw.split_once("asked for by").unwrap();
    let (taken, given_back) = before.split_once("\x1b[?2004l").unwrap();
    assert!(taken.contains("\x1b[?1049h") && taken.contains("Against"), "{raw:?}");
    for code in ["\x1b[?1049l", "\x1b[?25h"] {
        assert!(given_back.contains(code), "no {code:?} before the report: {raw:?}");
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_with_nowhere_to_report_it_gives_the_terminal_back() {
    for script in [r#"exec "$0" 2>&-"#, r#"exec "$0" 2>/dev/full"#, r#"exec "$0" 2>/dev/null"#] {
        if script.contains("full") && !std::path::Path::new("/dev/full").exists() {
            crate::support::skip("this system has no /dev/full");
            continue;
        }
        let data = tempdir().unwrap();
        let env = [("TOUCHSTONE_TEST_PANIC", "1")];
        let mut terminal = Terminal::start_in_shell(script, &[], &env, data.path());
        assert_eq!(terminal.exit_status(), Ok(101), "{script}");
        terminal.assert_given_back();
        assert_eq!(terminal.screen().trim(), "", "{script}");
    }
}

/// Changes one weight, then presses keys that must ask whether to save it.
#[track_caller]
fn weigh_and_ask(terminal: &Terminal, keys: &str) {
    terminal.press("9");
    wait_until_unsaved(terminal);
    terminal.press(keys);
    terminal.wait_for("discard");
}

#[track_caller]
fn assert_left_with_nothing_written(terminal: &mut Terminal, data: &std::path::Path) {
    assert_eq!(terminal.exit_status(), Ok(0));
    terminal.assert_given_back();
    assert!(is_untouched(data));
}
