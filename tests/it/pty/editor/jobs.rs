//! Signals and jobs while the editor runs: what is the editor's matter, and what is the program's.

use std::time::{Duration, Instant};

use super::super::{quit, wait_for_panes, wait_until_unsaved};
use super::desk::{Desk, READS_A_LINE, READY, edit};
use crate::support::process::{Process, is_visible, wait_until};
use crate::support::terminal::Terminal;

/// An editor that says that it takes Ctrl-C and Ctrl-\ for keys, and goes on. The system would drop what it says right
/// after such a key.
const TAKES_INTERRUPTS: &str = r#"
    stty noflsh
    trap 'echo interrupted' INT
    trap 'echo quitted' QUIT
    echo "the editor is ready"
    while IFS= read -r typed || [ -z "$typed" ]; do [ "$typed" != end ] || break; done
    stty -noflsh"#;

/// An editor that stops itself alone.
const STOPS_ITSELF: &str = r#"
    echo "the editor is ready"
    kill -STOP $$
    echo "the editor goes on"
    IFS= read -r typed
    printf '%s' "$typed" >typed"#;

/// An editor that notes that its terminal goes away.
const NOTES_A_HANG_UP: &str = r#"
    trap 'echo kept >kept; exit 1' HUP
    echo "the editor is ready"
    while :; do IFS= read -r typed; done"#;

/// Blocks until the shell has the terminal again.
#[track_caller]
fn wait_for_shell(terminal: &Terminal) {
    terminal.wait_until("that the job is stopped", |screen| {
        ["ended 147", "ended 148", "ended 149"].iter().any(|ended| screen.contains(ended))
    });
    terminal.wait_until_given_back();
}

#[test]
fn keys_that_make_signals_are_the_editors() {
    let desk = Desk::new(TAKES_INTERRUPTS);
    let terminal = desk.open();
    terminal.press("9");
    wait_until_unsaved(&terminal);
    for _ in 0..5 {
        edit(&terminal);
        // A shell that is about to read when a signal comes hears of it after what it reads.
        terminal.type_text("\x03\n");
        terminal.wait_for("interrupted");
        terminal.type_text("\x1c\n");
        terminal.wait_for("quitted");
        terminal.type_text("end\n");
        terminal.wait_for("Nothing was changed");
    }
    terminal.press("u");
    terminal.wait_for("Undone");
    quit(terminal);
}

#[test]
fn an_editor_that_dies_of_ctrl_c_is_told_and_the_program_goes_on() {
    for key in ["\x03", "\x1c"] {
        let desk = Desk::new(READS_A_LINE);
        let terminal = desk.open();
        for _ in 0..10 {
            edit(&terminal);
            terminal.type_text(key);
            terminal.wait_until("that it ended", |screen| {
                screen.contains("was ended by a signal") || screen.contains("failed with code 13")
            });
        }
        // From outside it is a signal as ever.
        let mut terminal = terminal;
        terminal.process().signal("INT");
        assert_eq!(terminal.exit_status(), Err("Interrupt".to_owned()));
        terminal.assert_given_back();
    }
}

#[test]
fn ctrl_z_in_the_editor_stops_the_whole_job_and_fg_brings_the_editor_back() {
    if !is_visible() {
        return;
    }
    let desk = Desk::new(READS_A_LINE);
    let terminal = desk.open_as_job();
    let taken = terminal.modes();
    terminal.press("9");
    wait_until_unsaved(&terminal);
    edit(&terminal);
    let editor = Process::new(desk.note("process").trim().parse().unwrap());
    for round in 0..5 {
        terminal.press("CTRL-Z");
        wait_for_shell(&terminal);
        terminal.process().wait_until_stopped();
        // Until then it may still take a key.
        editor.wait_until_stopped();
        terminal.blank();
        terminal.type_text(&format!("echo again{round}\n"));
        terminal
            .wait_until("the shell to answer", |screen| screen.matches(&format!("again{round}")).count() > 1);
        terminal.blank();
        terminal.type_text("fg\n");
        wait_until("both go on", || !terminal.process().is_stopped() && !editor.is_stopped());
    }
    terminal.type_text("to the editor\n");
    terminal.wait_for("Nothing was changed");
    assert_eq!(desk.note("typed"), "to the editor");
    assert_eq!(terminal.modes(), taken);
    terminal.press("u q");
    terminal.wait_for("ended 0");
    terminal.wait_until_given_back();
}

#[test]
fn an_editor_that_stops_itself_alone_stops_the_whole_job() {
    if !is_visible() {
        return;
    }
    let desk = Desk::new(STOPS_ITSELF);
    let terminal = desk.open_as_job();
    terminal.press("E");
    terminal.wait_for(READY);
    wait_for_shell(&terminal);
    terminal.process().wait_until_stopped();
    terminal.blank();
    terminal.type_text("fg\n");
    terminal.wait_for("the editor goes on");
    terminal.type_text("to the editor\n");
    terminal.wait_for("Nothing was changed");
    assert_eq!(desk.note("typed"), "to the editor");
    terminal.press("q");
    terminal.wait_for("ended 0");
    terminal.wait_until_given_back();
}

#[test]
fn where_nothing_can_be_stopped_an_editor_that_stops_itself_goes_on() {
    let desk = Desk::new(STOPS_ITSELF);
    let terminal = desk.open();
    terminal.press("E");
    terminal.wait_for("the editor goes on");
    terminal.type_text("to the editor\n");
    terminal.wait_for("Nothing was changed");
    quit(terminal);
}

#[test]
fn a_deadly_signal_ends_the_program_and_tells_the_editor_that_its_terminal_goes() {
    for (signal, name) in [("TERM", "Terminated"), ("HUP", "Hangup"), ("USR1", "User defined signal 1")] {
        let desk = Desk::new(NOTES_A_HANG_UP);
        let mut terminal = desk.open();
        terminal.press("9");
        wait_until_unsaved(&terminal);
        edit(&terminal);
        let start = Instant::now();
        terminal.process().signal(signal);
        let status = terminal.exit_status().unwrap_err();
        assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
        assert!(status.starts_with(name), "{status}, not {name}");
        terminal.assert_given_back();
        wait_until("the editor has kept what was typed", || desk.note_path("kept").exists());
        let terminal = desk.open();
        terminal.wait_for("Brought back what was not saved");
    }
}

#[test]
fn a_closed_window_ends_it_while_the_editor_runs() {
    if !is_visible() {
        return;
    }
    let desk = Desk::new(NOTES_A_HANG_UP);
    let mut terminal = desk.open();
    edit(&terminal);
    let process = terminal.process();
    let before = process.used().unwrap();
    let start = terminal.hang_up();
    let used = process.wait_for_end().saturating_sub(before);
    assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
    assert!(used < Duration::from_millis(200), "{used:?}");
    wait_until("the editor has kept what was typed", || desk.note_path("kept").exists());
}

#[test]
fn in_the_background_it_waits_for_its_turn_when_the_editor_ends() {
    if !is_visible() {
        return;
    }
    // As an editor with a window of its own, which goes on without the terminal.
    let desk = Desk::new(
        r#"echo "the editor is ready"
        until [ -f closed ]; do sleep 0.01; done"#,
    );
    let terminal = desk.open_as_job();
    edit(&terminal);
    terminal.press("CTRL-Z");
    wait_for_shell(&terminal);
    terminal.process().wait_until_stopped();
    let before = terminal.modes();
    terminal.type_text("bg\n");
    wait_until("it goes on", || !terminal.process().is_stopped());
    desk.write("closed", "");
    terminal.process().wait_until_stopped();
    assert_eq!(terminal.modes(), before);
    terminal.blank();
    terminal.type_text("fg\n");
    terminal.wait_for("Nothing was changed");
    wait_for_panes(&terminal);
    terminal.press("q");
    terminal.wait_for("ended 0");
}
