//! The terminal as the system has it: what is read from, what is written to, and whose turn it is.

#[cfg_attr(target_os = "macos", path = "tty/selected.rs")]
#[cfg_attr(not(target_os = "macos"), path = "tty/polled.rs")]
mod ends;

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::Stdio;
use std::sync::OnceLock;
use std::time::Duration;

use rustix::process::getpgrp;
use rustix::termios::{QueueSelector, isatty, tcflush, tcgetpgrp, ttyname};

use crate::text_file::open_at_once;

/// What the screen is written to.
///
/// It is the terminal of standard output, opened once more: only so can writing never wait without making the shell's
/// own descriptor such a one too. Where the system does not let it be opened, it is standard output, which may wait.
pub(super) fn screen() -> io::Result<&'static File> {
    opened().map(|(screen, _)| screen)
}

/// Whether writing to the screen may wait for the terminal.
pub(super) fn may_wait() -> bool {
    opened().map_or(true, |(_, may_wait)| *may_wait)
}

/// The screen, and whether writing to it may wait.
fn opened() -> io::Result<&'static (File, bool)> {
    static SCREEN: OnceLock<(File, bool)> = OnceLock::new();
    if let Some(screen) = SCREEN.get() {
        return Ok(screen);
    }
    let screen = match open_again() {
        Some(screen) => (screen, false),
        None => (File::from(io::stdout().as_fd().try_clone_to_owned()?), true),
    };
    Ok(SCREEN.get_or_init(|| screen))
}

fn open_again() -> Option<File> {
    let out = io::stdout();
    let open = |path: &Path| open_at_once(File::options().write(true), path).ok();
    let name = ttyname(&out, Vec::new()).ok();
    let by_name = name.and_then(|name| open(Path::new(std::ffi::OsStr::from_bytes(name.as_bytes()))));
    // Another user's terminal can't be opened by its name, but by this one if it is the one that controls us.
    by_name.or_else(|| tcgetpgrp(&out).ok().and_then(|_| open(Path::new("/dev/tty"))))
}

/// What keys are read from, as `crossterm` finds it.
fn keys() -> Option<OwnedFd> {
    let input = io::stdin();
    if isatty(&input) {
        return input.as_fd().try_clone_to_owned().ok();
    }
    File::open("/dev/tty").ok().map(OwnedFd::from)
}

/// The keys as the input of another program.
pub(super) fn keys_for_another() -> Stdio {
    keys().map_or_else(Stdio::inherit, Stdio::from)
}

/// Whether the terminal takes something before this time is over.
pub(super) fn takes_more(within: Duration) -> bool {
    screen().is_ok_and(|screen| ends::takes_more(screen, within))
}

/// Whether it knows the codes that move, color and switch; all do here.
pub(super) fn knows_codes() -> bool {
    true
}

/// Drops what was written and the terminal did not read yet.
pub(super) fn drop_unread() {
    if let Ok(screen) = screen() {
        let _ = tcflush(screen, QueueSelector::OFlush);
    }
}

/// Whether the terminal is ours to set up. If another job has it, the system would stop us for trying.
pub(super) fn is_ours() -> bool {
    let group = keys().and_then(|keys| tcgetpgrp(keys).ok());
    // A terminal that does not control us knows no jobs.
    group.is_none_or(|group| group == getpgrp())
}

/// Whether the terminal is gone already.
pub(super) fn is_gone() -> bool {
    ends::is_gone(keys().as_ref(), screen().ok())
}

/// Sleeps until the terminal goes away; returns whether it is gone, and not only beyond watching.
pub(super) fn wait_until_gone() -> bool {
    ends::wait_until_gone(keys().as_ref(), screen().ok())
}
