//! The terminal goes away: the window is closed or the connection drops. The program must not live on without it.

use std::fs;
use std::path::Path;
use std::time::Duration;

use tempfile::tempdir;

use super::{drafts, wait_for_panes, wait_until_unsaved};
use crate::support::journey::is_any_locked;
use crate::support::process::{Process, is_visible, wait_until};
use crate::support::terminal::Terminal;

/// How soon it must have ended.
const SOON: Duration = Duration::from_secs(1);

/// How much processor time it may use until then.
const LITTLE: Duration = Duration::from_millis(200);

/// It leads its session, so the system tells it with SIGHUP.
const TOLD: &str = r#"exec "$0""#;

/// It inherits that SIGHUP is ignored, as from `nohup`.
const TOLD_BUT_DEAF: &str = r#"trap "" HUP; exec "$0""#;

/// The shell leads the session and ignores SIGHUP, so nobody tells the program.
const NOT_TOLD: &str = r#"trap "" HUP; sh -c 'echo $$ >"$1"; exec "$0"' "$0" "$1"; exit"#;

/// The same, but the shell would die of SIGHUP and leave the program alone.
const LEFT_ALONE: &str = r#"sh -c 'trap "" HUP; echo $$ >"$1"; exec "$0"' "$0" "$1"; exit"#;

#[test]
fn a_closed_window_ends_it() {
    assert_ends(TOLD, |_| {});
}

#[test]
fn a_closed_window_ends_it_when_it_should_ignore_that() {
    assert_ends(TOLD_BUT_DEAF, |_| {});
}

#[test]
fn a_closed_window_ends_it_when_no_signal_tells() {
    assert_ends(NOT_TOLD, |_| {});
}

#[test]
fn a_closed_window_ends_it_when_its_shell_dies_first() {
    assert_ends(LEFT_ALONE, |_| {});
}

#[test]
fn a_closed_window_ends_it_in_a_dialog() {
    for script in [TOLD, NOT_TOLD] {
        assert_ends(script, |terminal| {
            terminal.press("9 q");
            terminal.wait_for("discard");
        });
    }
}

#[test]
fn a_closed_window_ends_it_while_a_name_is_typed() {
    for script in [TOLD, NOT_TOLD] {
        assert_ends(script, |terminal| {
            terminal.press("s");
            terminal.wait_for("take this name");
            terminal.type_text("half a na");
        });
    }
}

#[test]
fn a_closed_window_ends_it_in_the_midst_of_an_escape_sequence_or_a_paste() {
    for script in [TOLD, NOT_TOLD] {
        for text in ["\x1b[", "\x1b[200~half a te"] {
            assert_ends(script, |terminal| terminal.type_text(text));
        }
    }
}

#[test]
fn a_closed_window_ends_it_while_it_is_busy() {
    for script in [TOLD, NOT_TOLD] {
        assert_ends(script, |terminal| terminal.type_text(&"+-".repeat(500)));
    }
}

#[test]
fn a_closed_window_ends_it_when_it_is_stopped() {
    if !is_visible() {
        return;
    }
    let data = tempdir().unwrap();
    let mut terminal = Terminal::start_as_job(&[], data.path());
    wait_for_panes(&terminal);
    terminal.press("CTRL-Z");
    terminal.process().wait_until_stopped();
    // The system makes it go on, with SIGHUP.
    let process = terminal.process();
    assert_ends_soon(&mut terminal, Some(process));
}

#[test]
fn a_closed_window_ends_it_when_the_terminal_does_not_control_it() {
    if !is_visible() {
        return;
    }
    for _ in 0..10 {
        let data = tempdir().unwrap();
        let mut terminal = Terminal::start_uncontrolled(data.path());
        wait_for_panes(&terminal);
        terminal.press("9");
        wait_until_unsaved(&terminal);
        assert_ends_soon(&mut terminal, None);
        assert_ended_quietly(&mut terminal);
        drafts::wait_until_brought_back(&drafts::open(data.path(), &[]), 9);
    }
}

#[test]
fn a_closed_window_ends_it_quietly_also_when_errors_went_there() {
    if !is_visible() {
        return;
    }
    for script in [TOLD, TOLD_BUT_DEAF, r#"exec "$0" 2>&-"#] {
        for _ in 0..10 {
            let data = tempdir().unwrap();
            let (mut terminal, _) = start(script, data.path());
            assert_ends_soon(&mut terminal, None);
            assert_ended_quietly(&mut terminal);
        }
    }
}

#[test]
fn a_closed_window_leaves_no_word_in_a_file_of_errors() {
    if !is_visible() {
        return;
    }
    let data = tempdir().unwrap();
    let errors = data.path().join("errors");
    for script in [r#"exec "$0" 2>"$1""#, r#"trap "" HUP; exec "$0" 2>"$1""#] {
        let mut terminal = Terminal::start_in_shell(script, &[errors.to_str().unwrap()], &[], data.path());
        wait_for_panes(&terminal);
        assert_ends_soon(&mut terminal, None);
        assert_ended_quietly(&mut terminal);
        assert_eq!(fs::read_to_string(&errors).unwrap(), "");
    }
}

#[test]
fn what_was_not_saved_when_the_window_was_closed_is_brought_back() {
    if !is_visible() {
        return;
    }
    for script in [TOLD, TOLD_BUT_DEAF, NOT_TOLD] {
        let data = tempdir().unwrap();
        let (mut terminal, process) = start(script, data.path());
        terminal.press("9");
        wait_until_unsaved(&terminal);
        wait_until("a draft is there", || drafts::drafts(data.path()).len() == 1);
        assert_ends_soon(&mut terminal, process);
        // A process counts as ended a little before the last of its threads lets its files go.
        let locks = data.path().join("profiles/jewelry/.drafts");
        wait_until("its locks are gone with it", || !is_any_locked(&locks));
        drafts::wait_until_brought_back(&drafts::open(data.path(), &[]), 9);
    }
}

#[track_caller]
fn assert_ends(script: &str, prepare: impl Fn(&Terminal)) {
    if !is_visible() {
        return;
    }
    let data = tempdir().unwrap();
    let (mut terminal, process) = start(script, data.path());
    prepare(&terminal);
    assert_ends_soon(&mut terminal, process);
}

/// Starts the program in a shell; its process, if that is not the one that leads the session.
#[track_caller]
fn start(script: &str, data: &Path) -> (Terminal, Option<Process>) {
    let file = data.join("process");
    let terminal = Terminal::start_in_shell(script, &[file.to_str().unwrap()], &[], data);
    wait_for_panes(&terminal);
    let process = fs::read_to_string(&file).ok().map(|id| Process::new(id.trim().parse().unwrap()));
    (terminal, process)
}

/// It died as the system lets programs die whose terminal went away, or said with 1 that it could not go on.
#[track_caller]
fn assert_ended_quietly(terminal: &mut Terminal) {
    let status = terminal.exit_status();
    assert!([Err("Hangup".to_owned()), Ok(1)].contains(&status), "{status:?}");
}

#[track_caller]
fn assert_ends_soon(terminal: &mut Terminal, process: Option<Process>) {
    let process = process.unwrap_or(terminal.process());
    let before = process.used().unwrap();
    let start = terminal.hang_up();
    let after = process.wait_for_end();
    let (lasted, used) = (start.elapsed(), after.saturating_sub(before));
    assert!(lasted < SOON, "it lived on for {lasted:?} and used {used:?}");
    assert!(used < LITTLE, "it used {used:?} in {lasted:?}");
}
