//! Systems without Unix signals: nothing to watch for.

use std::io;
use std::process;
use std::sync::mpsc::Sender;

use super::Happening;

/// They fail by themselves here.
pub fn let_large_writes_fail() {}

/// There is nothing to watch for.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
pub(super) fn watch(_: &Sender<Happening>) -> io::Result<()> {
    Ok(())
}

/// A program can't be stopped here.
pub(super) fn stop() -> bool {
    false
}

/// Nothing asks for that here.
pub(super) fn is_stop_due() -> bool {
    false
}

/// There are no jobs here.
pub(super) fn stop_in_the_background() {}

/// Keys make no signals here.
pub(super) fn leave_keys() {}

/// Keys make no signals here.
pub(super) fn take_keys() {}

/// Nothing wakes it but a key; that one is let go is a key too.
pub(super) fn wake_reader() {}

/// Nothing tells that here.
pub(super) const HANG_UP: i32 = 1;

/// Ends the program.
pub fn die(signal: i32) -> ! {
    process::exit(128 + signal)
}
