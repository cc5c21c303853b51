//! The two ends of the terminal, the keys and the screen, on macOS: its `poll` does not tell of the end of a terminal,
//! and not of `/dev/tty` at all, so this asks `select`.

use std::fs::File;
use std::os::fd::{AsRawFd, OwnedFd};
use std::thread;
use std::time::Duration;

use filedescriptor::{POLLIN, POLLOUT, poll, pollfd};
use rustix::io::ioctl_fionread;

/// How long the thread that reads keys may take until it has read those that came.
const PAUSE: Duration = Duration::from_millis(20);

/// Whether the screen takes something before this time is over.
pub(super) fn takes_more(screen: &File, within: Duration) -> bool {
    is_ready(screen, POLLOUT, Some(within)) == Some(true)
}

/// Whether the terminal is gone already: it can be read at once and has nothing to read.
///
/// Another thread may have taken a key just in between, but not each time.
pub(super) fn is_gone(keys: Option<&OwnedFd>, _screen: Option<&File>) -> bool {
    let is_over = |keys: &OwnedFd| {
        is_ready(keys, POLLIN, Some(Duration::ZERO)) == Some(true) && ioctl_fionread(keys).unwrap_or(0) == 0
    };
    keys.is_some_and(|keys| {
        (0..3).all(|_| {
            is_over(keys) && {
                thread::sleep(PAUSE);
                true
            }
        })
    })
}

/// Sleeps until the terminal goes away. Keys interrupt the sleep for as long as nobody reads them.
pub(super) fn wait_until_gone(keys: Option<&OwnedFd>, screen: Option<&File>) -> bool {
    while keys.and_then(|keys| is_ready(keys, POLLIN, None)).is_some() {
        if is_gone(keys, screen) {
            return true;
        }
        thread::sleep(PAUSE);
    }
    false
}

/// Whether one end is ready before this time is over; none if it can't be watched.
fn is_ready(end: &impl AsRawFd, events: i16, within: Option<Duration>) -> Option<bool> {
    let mut polled = [pollfd { fd: end.as_raw_fd(), events, revents: 0 }];
    match poll(&mut polled, within) {
        Ok(count) => Some(count > 0),
        Err(filedescriptor::Error::Poll(error) | filedescriptor::Error::Io(error))
            if error.kind() == std::io::ErrorKind::Interrupted =>
        {
            Some(false)
        }
        Err(_) => None,
    }
}
