//! The terminal of systems without Unix terminals: it has no jobs and never goes away.

use std::io::{self, Stdout};
use std::process::Stdio;
use std::time::Duration;

/// What the screen is written to.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
pub(super) fn screen() -> io::Result<Stdout> {
    Ok(io::stdout())
}

/// Writing may wait here.
pub(super) fn may_wait() -> bool {
    true
}

/// Whether it knows the codes that move, color and switch: the consoles of older systems do not.
pub(super) fn knows_codes() -> bool {
    #[cfg(windows)]
    return crossterm::ansi_support::supports_ansi();
    #[cfg(not(windows))]
    true
}

/// The keys as the input of another program.
pub(super) fn keys_for_another() -> Stdio {
    Stdio::inherit()
}

/// Writing waits by itself here.
pub(super) fn takes_more(_: Duration) -> bool {
    true
}

/// There is no such thing.
pub(super) fn drop_unread() {}

/// It always is.
pub(super) fn is_ours() -> bool {
    true
}

/// It never is.
pub(super) fn is_gone() -> bool {
    false
}
