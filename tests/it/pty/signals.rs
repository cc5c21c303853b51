//! Signals from outside: it dies of them or stops, and the terminal is given back first.

use std::fs::{self, File};
use std::path::Path;

use tempfile::tempdir;

use super::{WIDE, explore, header, lock_file, quit, wait_for_panes, wait_until_unsaved};
use crate::support::modes::REPORTS_FOCUS;
use crate::support::process::{is_visible, wait_until};
use crate::support::random::Random;
use crate::support::terminal::Terminal;

/// The signals that end a program on every system and can be caught, and how their names are told by the system.
pub(crate) const DEADLY: [(&str, &str); 13] = [
    ("TERM", "Terminated"),
    ("HUP", "Hangup"),
    ("INT", "Interrupt"),
    ("QUIT", "Quit"),
    ("USR1", "User defined signal 1"),
    ("USR2", "User defined signal 2"),
    ("ALRM", "Alarm clock"),
    ("XCPU", "CPU time limit exceeded"),
    ("ABRT", "Aborted"),
    ("VTALRM", "Virtual timer expired"),
    ("PROF", "Profiling timer expired"),
    ("SYS", "Bad system call"),
    ("TRAP", "Trace/breakpoint trap"),
];

/// Signals that end a program on Linux alone, by number. It can't die of them, so it ends with the code that shells
/// make of them.
const DEADLY_ON_LINUX: [u32; 5] = [16, 29, 30, 34, 64];

/// How many random moments are tried, and how many in a long run.
const ROUNDS: u64 = 48;
const LONG_RUN: u64 = 1_000;

/// Keys that never leave, whatever is open.
const KEYS: [&str; 20] = [
    "UP",
    "DOWN",
    "LEFT",
    "RIGHT",
    "SPACE",
    "ENTER",
    "BACKSPACE",
    "0",
    "5",
    "9",
    "+",
    "-",
    "!",
    "u",
    "i",
    "w",
    "m",
    "s",
    "p",
    "?",
];

#[test]
fn a_deadly_signal_gives_the_terminal_back_and_ends_it_by_itself() {
    assert_dies_with_the_terminal_given_back(|_| {});
}

#[test]
fn a_deadly_signal_in_a_dialog_gives_the_terminal_back() {
    assert_dies_with_the_terminal_given_back(|terminal| {
        terminal.press("9 q");
        terminal.wait_for("discard");
    });
}

#[test]
fn a_deadly_signal_while_a_name_is_typed_gives_the_terminal_back() {
    assert_dies_with_the_terminal_given_back(|terminal| {
        terminal.press("s");
        terminal.wait_for("take this name");
        terminal.type_text("half a na");
        terminal.wait_for("half a na");
    });
}

#[test]
fn a_deadly_signal_in_the_insight_view_gives_the_terminal_back() {
    assert_dies_with_the_terminal_given_back(|terminal| {
        terminal.press("i");
        terminal.wait_for("Insight");
    });
}

#[test]
fn a_deadly_signal_while_a_save_waits_for_another_writer_gives_the_terminal_back() {
    if !is_visible() {
        return;
    }
    assert_dies_with_the_terminal_given_back_in(|data| {
        let file = lock_file(data, "mine");
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        let lock = File::create(file).unwrap();
        lock.lock().unwrap();
        let terminal = Terminal::start(WIDE, &["--profile", "mine"], &[], data);
        wait_for_panes(&terminal);
        terminal.press("9");
        wait_until_unsaved(&terminal);
        let before = terminal.process().naps();
        terminal.press("s");
        // It tries again and again for two seconds.
        wait_until("it waits for the lock", || terminal.process().naps() > before + 8);
        (terminal, lock)
    });
}

#[test]
fn stopped_without_being_asked_it_draws_everything_again_when_it_goes_on() {
    if !is_visible() {
        return;
    }
    let data = tempdir().unwrap();
    let terminal = explore(data.path());
    let taken = terminal.modes();
    terminal.process().signal("STOP");
    terminal.process().wait_until_stopped();
    terminal.blank();
    terminal.process().signal("CONT");
    wait_for_everything(&terminal);
    assert_eq!(terminal.modes(), taken);
    terminal.press("9");
    wait_until_unsaved(&terminal);
}

#[test]
fn signals_of_linux_that_end_a_program_give_the_terminal_back_too() {
    if !cfg!(target_os = "linux") {
        crate::support::skip("these are signals of Linux");
        return;
    }
    for signal in DEADLY_ON_LINUX {
        let data = tempdir().unwrap();
        let mut terminal = explore(data.path());
        terminal.process().signal(&signal.to_string());
        assert_eq!(terminal.exit_status(), Ok(128 + signal));
        terminal.assert_given_back();
    }
}

#[test]
fn a_limit_on_the_size_of_files_is_told_and_ends_nothing() {
    let data = tempdir().unwrap();
    let script = r#"ulimit -f 0; exec "$0""#;
    let terminal = Terminal::start_in_shell(script, &[], &[], data.path());
    wait_for_panes(&terminal);
    terminal.press("9");
    terminal.wait_for("Unsaved changes are not kept: can't write: File too large");
    terminal.press("s");
    terminal.wait_for("take this name");
    terminal.type_text("mine\r");
    terminal.wait_for("File too large");
    terminal.press("ESC");
    terminal.wait_until_gone("take this name");
    terminal.press("u");
    quit(terminal);
}

#[test]
fn two_deadly_signals_at_once_end_it_by_one_of_them() {
    let data = tempdir().unwrap();
    let mut terminal = explore(data.path());
    terminal.process().signal("TERM");
    // It may be gone already.
    terminal.process().try_signal("INT");
    let status = terminal.exit_status().unwrap_err();
    assert!(status.starts_with("Terminated") || status.starts_with("Interrupt"), "{status}");
    terminal.assert_given_back();
}

#[test]
fn signals_at_random_moments_never_keep_the_terminal() {
    signals_at_random_moments(ROUNDS);
}

#[test]
#[ignore = "takes minutes"]
fn long_run_of_signals_at_random_moments_never_keeps_the_terminal() {
    signals_at_random_moments(LONG_RUN);
}

fn signals_at_random_moments(rounds: u64) {
    if !is_visible() {
        return;
    }
    for round in 0..rounds {
        one_round(round);
    }
}

/// Starts, presses some keys at some moment or none, stops or not, and ends it by a signal.
#[track_caller]
fn one_round(round: u64) {
    let mut random = Random::new(round);
    let data = tempdir().unwrap();
    let terminal = Terminal::start_as_job(&[], data.path());
    let keys: Vec<&str> = (0..random.below(7)).map(|_| KEYS[random.below(KEYS.len())]).collect();
    if random.below(3) == 0 {
        // In the midst of the first frame.
        terminal.wait_for_bytes(1 + random.below(3000));
    } else {
        wait_for_panes(&terminal);
    }
    terminal.press(&keys.join(" "));
    let stop = ["CTRL-Z", "TSTP", "STOP", ""][random.below(4)];
    match stop {
        "CTRL-Z" => terminal.press(stop),
        "" => {}
        signal => terminal.process().signal(signal),
    }
    if !stop.is_empty() {
        terminal.process().wait_until_stopped();
        if stop != "STOP" {
            terminal.wait_until_given_back();
        }
        terminal.blank();
        // What was typed before is a command that the shell does not know.
        terminal.type_text("\nfg\n");
        // A dialog may lie over the rest of it.
        terminal.wait_until("the header", |screen| header(screen).contains("Handmade"));
    }
    let (signal, _) = DEADLY[random.below(DEADLY.len())];
    terminal.process().signal(signal);
    terminal.process().wait_for_end();
    terminal.wait_until_given_back();
}

#[track_caller]
fn assert_dies_with_the_terminal_given_back(prepare: impl Fn(&Terminal)) {
    assert_dies_with_the_terminal_given_back_in(|data| {
        let terminal = explore(data);
        prepare(&terminal);
        (terminal, ())
    });
}

/// Each deadly signal for a program of its own; what comes with it is held until its end.
#[track_caller]
fn assert_dies_with_the_terminal_given_back_in<T>(start: impl Fn(&Path) -> (Terminal, T)) {
    for (signal, name) in DEADLY {
        let data = tempdir().unwrap();
        let (terminal, _held) = start(data.path());
        terminal.process().signal(signal);
        assert_died(terminal, name);
    }
}

#[track_caller]
fn assert_died(mut terminal: Terminal, name: &str) {
    let status = terminal.exit_status();
    assert!(status.as_ref().is_err_and(|signal| signal.starts_with(name)), "{status:?}, not {name}");
    terminal.assert_given_back();
    let modes = terminal.modes();
    assert!(!modes.alternate_screen && !modes.cursor_hidden, "{modes:?}");
    assert!(!modes.input.contains("\x1b[?2004h"), "bracketed paste: {modes:?}");
    assert!(!modes.input.contains(REPORTS_FOCUS), "reports of the focus: {modes:?}");
    assert_eq!(modes.echo_and_lines(), (true, true), "{modes:?}");
}

/// Blocks until all of the screen is drawn again.
#[track_caller]
fn wait_for_everything(terminal: &Terminal) {
    terminal.wait_until("all of the screen", |screen| {
        ["Handmade vs.", "Uniqueness", "Affordability", "Against", "? help"]
            .iter()
            .all(|text| screen.contains(text))
    });
}
