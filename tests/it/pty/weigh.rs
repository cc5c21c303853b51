//! Line by line in a terminal: where that has no screen, and where a line ends it.

use tempfile::tempdir;

use super::{WIDE, is_untouched};
use crate::support::profile_file;
use crate::support::terminal::Terminal;

const SIMPLE: (&str, &str) = ("TERM", "dumb");
const ASKED: &str = "How much does this difference matter to you?";

/// Nothing but text was written: no cursor was moved, no color set, no mode changed.
#[track_caller]
fn assert_plain(terminal: &Terminal) {
    assert!(!terminal.raw_bytes().contains(&0x1b), "{}", terminal.screen());
    assert_eq!(terminal.modes().echo_and_lines(), (true, true));
}

#[test]
fn a_terminal_without_a_screen_is_told_and_asked_line_by_line() {
    let data = tempdir().unwrap();
    let mut terminal = Terminal::start(WIDE, &["--profile", "mine"], &[SIMPLE], data.path());
    terminal.wait_for("(TERM=dumb), so it goes line by line, as `touchstone weigh` does.");
    terminal.wait_for("mine is a new profile");
    terminal.wait_for(ASKED);
    terminal.type_text("9\r");
    terminal.wait_for("Uniqueness: 9. So far");
    terminal.type_text("q\r");
    terminal.wait_for("What you changed in mine is not saved. Save it?");
    terminal.type_text("y\r");
    assert_eq!(terminal.exit_status(), Ok(0));
    assert!(terminal.screen().contains("Saved as mine."), "{}", terminal.screen());
    assert!(profile_file(data.path(), "mine").exists());
    assert_plain(&terminal);
}

#[test]
fn what_needs_a_screen_says_so_where_there_is_none() {
    let data = tempdir().unwrap();
    let mut terminal = Terminal::start(WIDE, &["new"], &[SIMPLE], data.path());
    assert_eq!(terminal.exit_status(), Ok(2));
    assert!(terminal.screen().starts_with("error: this terminal has no screen to type into (TERM=dumb);"));
    assert_plain(&terminal);
}

#[test]
fn any_terminal_can_be_asked_for_lines_and_the_end_of_input_ends_it() {
    let data = tempdir().unwrap();
    let mut terminal = Terminal::start(WIDE, &["weigh"], &[], data.path());
    terminal.wait_for(ASKED);
    terminal.type_text("8\r");
    terminal.wait_for("Uniqueness: 8.");
    terminal.wait_for("Question 2");
    terminal.type_text("\x04");
    assert_eq!(terminal.exit_status(), Ok(0));
    assert!(terminal.screen().contains("note: nothing was saved"), "{}", terminal.screen());
    assert_plain(&terminal);
}

#[test]
fn ctrl_c_ends_it_by_that_signal_and_the_screen_brings_back_what_was_said() {
    let data = tempdir().unwrap();
    let mut terminal = Terminal::start(WIDE, &["weigh"], &[], data.path());
    terminal.wait_for(ASKED);
    terminal.type_text("9\r");
    terminal.wait_for("Question 2");
    terminal.type_text("\x03");
    assert_eq!(terminal.exit_status(), Err("Interrupt".to_owned()));
    let screen = Terminal::start(WIDE, &[], &[], data.path());
    screen.wait_for("Brought back what was not saved");
    screen.press("u q");
    drop(screen);
}

#[test]
fn a_kill_between_two_answers_loses_none_and_thrown_away_leaves_nothing() {
    let data = tempdir().unwrap();
    let mut terminal = Terminal::start(WIDE, &["weigh"], &[], data.path());
    terminal.wait_for(ASKED);
    terminal.type_text("9\r8\r");
    terminal.wait_for("Question 3");
    terminal.process().signal("KILL");
    assert!(terminal.exit_status().is_err());
    let mut again = Terminal::start(WIDE, &["weigh"], &[], data.path());
    again.wait_for("New profile: 2 of 11 reasons weighed.");
    again.wait_for("Brought back what was not saved; undo discards it.");
    again.type_text("undo\rq\r");
    assert_eq!(again.exit_status(), Ok(0));
    assert!(is_untouched(data.path()));
}
