//! The two ends of the terminal, the keys and the screen, as `poll` tells of them.

use std::fs::File;
use std::os::fd::OwnedFd;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};

/// Whether the screen takes something before this time is over.
pub(super) fn takes_more(screen: &File, within: Duration) -> bool {
    let mut polled = [PollFd::new(screen, PollFlags::OUT)];
    let timeout = Timespec::try_from(within).ok();
    poll(&mut polled, timeout.as_ref()).is_ok_and(|_| !polled[0].revents().is_empty())
}

/// Whether one of the two is gone already.
pub(super) fn is_gone(keys: Option<&OwnedFd>, screen: Option<&File>) -> bool {
    let timeout = Timespec { tv_sec: 0, tv_nsec: 0 };
    wait(keys, screen, Some(&timeout))
}

/// Sleeps until one of the two goes away. Keys do not end the sleep.
pub(super) fn wait_until_gone(keys: Option<&OwnedFd>, screen: Option<&File>) -> bool {
    wait(keys, screen, None)
}

fn wait(keys: Option<&OwnedFd>, screen: Option<&File>, timeout: Option<&Timespec>) -> bool {
    let mut polled: Vec<PollFd<'_>> = Vec::new();
    polled.extend(keys.map(|keys| PollFd::new(keys, PollFlags::empty())));
    polled.extend(screen.map(|screen| PollFd::new(screen, PollFlags::empty())));
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
