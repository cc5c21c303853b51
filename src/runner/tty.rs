//! The terminal as the system has it: what is read from, what is written to, and whose turn it is.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::Stdio;
use std::sync::OnceLock;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
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
    let Ok(screen) = screen() else { return false };
    let mut polled = [PollFd::new(screen, PollFlags::OUT)];
    let timeout = Timespec::try_from(within).ok();
    poll(&mut polled, timeout.as_ref()).is_ok_and(|_| !polled[0].revents().is_empty())
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
    let timeout = Timespec { tv_sec: 0, tv_nsec: 0 };
    wait(Some(&timeout))
}

/// Sleeps until the terminal goes away, or as long as that; returns whether it is gone. Keys do not end the sleep.
pub(super) fn wait_until_gone() -> bool {
    wait(None)
}

fn wait(timeout: Option<&Timespec>) -> bool {
    let (keys, screen) = (keys(), screen());
    let mut polled: Vec<PollFd<'_>> = Vec::new();
    polled.extend(keys.as_ref().map(|keys| PollFd::new(keys, PollFlags::empty())));
    polled.extend(screen.as_ref().map(|screen| PollFd::new(*screen, PollFlags::empty())));
    // What can't be watched is left out, until nothing is left.
    while !polled.is_empty() {
        match poll(&mut polled, timeout) {
            Err(rustix::io::Errno::INTR) => continue,
            Ok(0) | Err(_) => return false,
            Ok(_) => {}
        }
        if polled.iter().any(|polled| tells_the_end(polled.revents())) {
            return true;
        }
        polled.retain(|polled| polled.revents().is_empty());
    }
    false
}

/// Whether this says that a terminal is gone.
///
/// On some systems a terminal that is there can't be watched by one of its names and says so at once.
fn tells_the_end(events: PollFlags) -> bool {
    events.intersects(PollFlags::HUP | PollFlags::ERR) && !events.contains(PollFlags::NVAL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_hang_up_tells_the_end() {
        for (events, end) in [
            (PollFlags::HUP, true),
            (PollFlags::ERR, true),
            (PollFlags::IN | PollFlags::OUT | PollFlags::ERR | PollFlags::HUP, true),
            (PollFlags::NVAL, false),
            (PollFlags::NVAL | PollFlags::ERR, false),
            (PollFlags::IN, false),
            (PollFlags::OUT, false),
            (PollFlags::empty(), false),
        ] {
            assert_eq!(tells_the_end(events), end, "{events:?}");
        }
    }
}
