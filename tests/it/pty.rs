//! The real program in a real terminal, from its first frame until the terminal is given back.

mod ascii;
mod beginning;
mod conflict;
mod copying;
mod deaf;
mod drafts;
mod editor;
mod focus;
mod hang_up;
mod jobs;
mod keeping;
mod launching;
mod leaving;
mod mouse;
mod screens;
mod shells;
mod signals;
mod soak;
mod visits;
mod weigh;

use std::fs;
use std::path::Path;

use crate::support::terminal::{Size, Terminal, WIDE};
use crate::support::{lock_file, profile_file};

/// Room for a message with a long path on one line.
const VERY_WIDE: Size = (200, 30);

/// Starts the bundled comparison without a profile and waits until it is drawn.
fn explore(data_dir: &Path) -> Terminal {
    let terminal = Terminal::start(WIDE, &[], &[], data_dir);
    wait_for_panes(&terminal);
    terminal
}

/// Blocks until the screen is drawn to its last line.
#[track_caller]
fn wait_for_panes(terminal: &Terminal) {
    terminal.wait_for("? help");
}

/// Blocks until the header says that something is unsaved.
#[track_caller]
fn wait_until_unsaved(terminal: &Terminal) {
    terminal.wait_until("what is not saved", is_unsaved);
}

/// Blocks until the header says of nothing that it is unsaved.
#[track_caller]
fn wait_until_saved(terminal: &Terminal) {
    terminal.wait_until("nothing that is not saved", |screen| !screen.is_empty() && !is_unsaved(screen));
}

fn is_unsaved(screen: &str) -> bool {
    header(screen).contains("not saved")
}

/// Leaves with q, which must not ask.
#[track_caller]
fn quit(mut terminal: Terminal) {
    terminal.press("q");
    assert_eq!(terminal.exit_status(), Ok(0));
    terminal.assert_given_back();
}

fn header(screen: &str) -> &str {
    screen.lines().next().unwrap_or_default().trim_end()
}

/// The first line with this text.
fn line<'a>(screen: &'a str, text: &str) -> &'a str {
    screen.lines().find(|line| line.contains(text)).unwrap_or_default()
}

/// Whether no file is left below the data folder: nothing saved and no draft. Empty folders do no harm.
fn is_untouched(data_dir: &Path) -> bool {
    fs::read_dir(data_dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .all(|path| path.is_dir() && is_untouched(&path))
}
