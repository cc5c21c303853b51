//! A terminal that stopped reading, as one does whose window hangs or whose connection stalls: the program is not
//! stopped with it.

use std::fs;

use tempfile::tempdir;

use super::drafts::{drafts, open, wait_until_brought_back};
use super::signals::DEADLY;
use super::{explore, wait_for_panes, wait_until_saved, wait_until_unsaved};
use crate::support::process::wait_until;

#[test]
fn keys_are_taken_and_kept_while_the_terminal_does_not_read() {
    let data = tempdir().unwrap();
    let mut terminal = explore(data.path());
    terminal.stop_reading();
    for weight in 1..=8 {
        terminal.type_text(&format!("{weight}\x1b[B"));
    }
    wait_until("all weights are in the draft", || {
        let [draft] = drafts(data.path()).try_into().unwrap_or_default();
        let text: String = fs::read_to_string::<std::path::PathBuf>(draft).unwrap_or_default();
        (1..=8).all(|weight| text.contains(&format!("Some({weight})")))
    });
    terminal.process().signal("KILL");
    terminal.read_on();
    assert_eq!(terminal.exit_status(), Err("Killed".to_owned()));
    wait_until_brought_back(&open(data.path(), &[]), 1);
}

#[test]
fn when_the_terminal_reads_again_it_shows_what_was_done() {
    let data = tempdir().unwrap();
    let terminal = explore(data.path());
    for _ in 0..3 {
        terminal.stop_reading();
        terminal.press("9 DOWN SPACE");
        terminal.process().signal("WINCH");
        terminal.read_on();
        terminal.blank();
        terminal.process().signal("WINCH");
        wait_for_panes(&terminal);
        wait_until_unsaved(&terminal);
        terminal.press("u u");
        wait_until_saved(&terminal);
    }
    super::quit(terminal);
}

#[test]
fn a_deadly_signal_ends_it_and_the_terminal_is_given_back_when_it_reads_again() {
    for (signal, name) in DEADLY {
        let data = tempdir().unwrap();
        let mut terminal = explore(data.path());
        terminal.press("9");
        wait_until_unsaved(&terminal);
        terminal.stop_reading();
        terminal.press("8");
        terminal.process().signal(signal);
        terminal.process().wait_for_end();
        terminal.read_on();
        let status = terminal.exit_status();
        assert!(status.as_ref().is_err_and(|said| said.starts_with(name)), "{status:?}, not {name}");
        terminal.assert_given_back();
    }
}

#[test]
fn a_closed_window_that_stopped_reading_ends_it() {
    let data = tempdir().unwrap();
    let mut terminal = explore(data.path());
    terminal.stop_reading();
    terminal.press("9");
    let process = terminal.process();
    terminal.hang_up();
    process.wait_for_end();
}
