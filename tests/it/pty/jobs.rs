//! Stopping and going on, as a job of a shell and without one: the terminal is given back, and set up afresh.

use tempfile::tempdir;

use super::{explore, wait_for_panes, wait_until_saved, wait_until_unsaved};
use crate::support::process::{Process, is_visible, wait_until};
use crate::support::terminal::Terminal;

/// What the shell runs: the program, or the program and something after it, in which case both are one job.
const SCRIPTS: [&str; 2] = [r#"exec "$0" "$@""#, r#""$0" "$@"; exit $?"#];

const STAYS: &str = "so it stays";

fn job(script: &str, data: &std::path::Path) -> Terminal {
    let terminal = Terminal::start_job(script, &[], data);
    wait_for_panes(&terminal);
    terminal
}

/// Blocks until the shell has the terminal again.
#[track_caller]
fn wait_for_shell(terminal: &Terminal) {
    // 128 and the number of the signal that stops.
    terminal.wait_until("that the job is stopped", |screen| {
        ["ended 147", "ended 148", "ended 149"].iter().any(|ended| screen.contains(ended))
    });
    terminal.wait_until_given_back();
}

/// Quits; the shell must say with what code.
#[track_caller]
fn quit(terminal: &Terminal) {
    terminal.press("q");
    terminal.wait_for("ended 0");
    terminal.wait_until_given_back();
}

#[test]
fn ctrl_z_stops_the_whole_job_and_fg_goes_on_where_it_was() {
    if !is_visible() {
        return;
    }
    for script in SCRIPTS {
        let data = tempdir().unwrap();
        let terminal = job(script, data.path());
        let taken = terminal.modes();
        terminal.press("9");
        wait_until_unsaved(&terminal);
        for _ in 0..3 {
            terminal.press("CTRL-Z");
            wait_for_shell(&terminal);
            terminal.process().wait_until_stopped();
            terminal.blank();
            terminal.type_text("fg\n");
            wait_for_panes(&terminal);
            wait_until_unsaved(&terminal);
            assert_eq!(terminal.modes(), taken);
        }
        terminal.press("u");
        quit(&terminal);
    }
}

#[test]
fn a_signal_to_stop_stops_the_whole_job() {
    if !is_visible() {
        return;
    }
    let data = tempdir().unwrap();
    let terminal = job(SCRIPTS[0], data.path());
    for _ in 0..3 {
        terminal.process().signal("TSTP");
        wait_for_shell(&terminal);
        terminal.blank();
        terminal.type_text("fg\n");
        wait_for_panes(&terminal);
    }
    quit(&terminal);
}

#[test]
fn keys_before_ctrl_z_are_kept_and_keys_after_it_wait_for_fg() {
    if !is_visible() {
        return;
    }
    let data = tempdir().unwrap();
    let terminal = job(SCRIPTS[0], data.path());
    terminal.type_text("9\x1a8q");
    wait_for_shell(&terminal);
    // What was not saved is on disk while it is stopped.
    assert_eq!(super::drafts::drafts(data.path()).len(), 1);
    terminal.blank();
    terminal.type_text("fg\n");
    // Weighed again and asked before it leaves, whichever way the keys went.
    terminal.wait_until("the question or the panes", |screen| {
        screen.contains("discard") || screen.contains("? help")
    });
    terminal.press("CTRL-C CTRL-C");
    terminal.wait_for("ended 0");
    terminal.wait_until_given_back();
}

#[test]
fn raw_mode_is_set_afresh_when_it_goes_on_after_kill_stop() {
    if !is_visible() {
        return;
    }
    let data = tempdir().unwrap();
    let terminal = job(SCRIPTS[0], data.path());
    let taken = terminal.modes();
    for _ in 0..2 {
        terminal.process().signal("STOP");
        terminal.wait_until("that the job is stopped", |screen| screen.contains("ended 147"));
        // As an interactive shell does.
        terminal.type_text("stty echo icanon isig icrnl opost\n");
        terminal.wait_until("that it is done", |screen| screen.contains("ended 0"));
        assert_ne!(terminal.modes(), taken);
        terminal.blank();
        terminal.type_text("fg\n");
        wait_for_panes(&terminal);
        wait_until("raw mode is on", || terminal.modes() == taken);
    }
    quit(&terminal);
}

#[test]
fn a_deadly_signal_to_a_stopped_job_ends_it_without_the_terminal() {
    if !is_visible() {
        return;
    }
    for stop in ["TSTP", "STOP"] {
        let data = tempdir().unwrap();
        let terminal = job(SCRIPTS[0], data.path());
        terminal.press("9");
        wait_until_unsaved(&terminal);
        terminal.process().signal(stop);
        terminal.process().wait_until_stopped();
        // As `kill %1` does.
        terminal.process().signal("TERM");
        terminal.process().signal("CONT");
        terminal.process().wait_for_end();
        assert_eq!(super::drafts::drafts(data.path()).len(), 1);
        // Its line is set up as the shell likes it, which has the terminal.
        wait_until("the screen is given back", || {
            let modes = terminal.modes();
            !modes.alternate_screen && !modes.cursor_hidden && !modes.input.contains("\x1b[?2004h")
        });
    }
}

#[test]
fn in_the_background_it_stops_again_and_leaves_the_terminal_alone() {
    if !is_visible() {
        return;
    }
    let data = tempdir().unwrap();
    let terminal = job(SCRIPTS[0], data.path());
    terminal.press("CTRL-Z");
    wait_for_shell(&terminal);
    let before = terminal.modes();
    for _ in 0..2 {
        terminal.process().signal("CONT");
        terminal.process().wait_until_stopped();
        assert_eq!(terminal.modes(), before);
    }
    terminal.blank();
    terminal.type_text("fg\n");
    wait_for_panes(&terminal);
    quit(&terminal);
}

#[test]
fn the_leader_of_a_session_is_never_stopped_and_says_so() {
    if !is_visible() {
        return;
    }
    let data = tempdir().unwrap();
    let terminal = explore(data.path());
    let taken = terminal.modes();
    assert_goes_on(&terminal, |terminal| terminal.press("CTRL-Z"));
    assert_goes_on(&terminal, |terminal| terminal.process().signal("TSTP"));
    assert_eq!(terminal.modes(), taken);
    super::quit(terminal);
}

#[test]
fn without_a_shell_that_waits_for_jobs_it_is_not_stopped() {
    if !is_visible() {
        return;
    }
    let data = tempdir().unwrap();
    let file = data.path().join("process");
    let script = r#"sh -c 'echo $$ >"$1"; exec "$0"' "$0" "$1"; exit"#;
    let terminal = Terminal::start_in_shell(script, &[file.to_str().unwrap()], &[], data.path());
    wait_for_panes(&terminal);
    let number = std::fs::read_to_string(&file).unwrap();
    let process = Process::new(number.trim().parse().unwrap());
    assert_goes_on(&terminal, |terminal| terminal.press("CTRL-Z"));
    assert_goes_on(&terminal, |_| process.signal("TSTP"));
    super::quit(terminal);
}

/// Asks it to stop; it says that it does not, and the next key does what it always does.
#[track_caller]
fn assert_goes_on(terminal: &Terminal, stop: impl Fn(&Terminal)) {
    stop(terminal);
    terminal.wait_for(STAYS);
    terminal.press("9");
    wait_until_unsaved(terminal);
    terminal.wait_until_gone(STAYS);
    terminal.press("u");
    wait_until_saved(terminal);
}
