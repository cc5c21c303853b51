//! What is written to the terminal: passed on as far as it takes that, so that one that stopped reading stops nothing.

use std::io::{self, ErrorKind, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::tty;

/// How long to wait for a terminal that does not take more at the moment.
const PATIENCE: Duration = Duration::from_millis(100);

/// Ends whatever sequence the terminal got only a part of, and spoils it where it is a text for the clipboard.
///
/// No base64 has the first sign, so that those who take a canceled sequence for a whole one copy nothing. What knows no
/// canceling gets the usual end.
const END_OF_PART: &[u8] = b"!\x18\x1b\\";

/// Whether the last that the terminal got may be a part of a sequence.
static IS_PART: AtomicBool = AtomicBool::new(false);

/// Bytes for the terminal that it did not take yet.
#[derive(Debug, Default)]
pub(super) struct Outlet(Vec<u8>);

impl Outlet {
    /// Whether the terminal did not take everything.
    pub(super) fn is_behind(&self) -> bool {
        !self.0.is_empty()
    }

    /// Passes on what the terminal takes soon; the rest waits for the next time.
    pub(super) fn pass_on(&mut self) -> io::Result<()> {
        // Already now, because writing may wait, and the program end meanwhile.
        IS_PART.store(self.is_behind(), Ordering::SeqCst);
        let taken = pass_on(&self.0);
        self.0.drain(..taken.as_ref().map_or(0, |taken| *taken));
        IS_PART.store(self.is_behind(), Ordering::SeqCst);
        taken.map(|_| ())
    }

    /// Drops what waits.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

impl Write for Outlet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Only asked for where a console knows no codes: what it is told in another way must not come before this.
    fn flush(&mut self) -> io::Result<()> {
        self.pass_on()
    }
}

/// Writes the last that the terminal gets from us, if need be in place of what it did not read.
pub(super) fn write_last(bytes: &[u8]) {
    let whole = [END_OF_PART, bytes].concat();
    let due = if IS_PART.swap(false, Ordering::SeqCst) { &whole } else { bytes };
    if pass_on(due).is_ok_and(|taken| taken < due.len()) {
        // Some of a screen that nobody needs any more keeps this from getting through. What is dropped with it may be the
        // end of a sequence, or some of this.
        tty::drop_unread();
        let _ = pass_on(&whole);
    }
}

/// Writes as much as is taken soon, and returns how much that was.
fn pass_on(bytes: &[u8]) -> io::Result<usize> {
    let mut screen = tty::screen()?;
    let start = Instant::now();
    let mut taken = 0;
    while taken < bytes.len() {
        match screen.write(&bytes[taken..]) {
            Ok(count) => taken += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                let left = PATIENCE.saturating_sub(start.elapsed());
                if left.is_zero() || !tty::takes_more(left) {
                    break;
                }
            }
            Err(error) => return Err(error),
        }
    }
    screen.flush()?;
    Ok(taken)
}
