//! What must never happen: every wrong file, every hostile character, every order of keys.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that can not go on should stop"
)]

mod drawn;
#[cfg(unix)]
mod hostile;
mod keys;
mod loading;
mod pieces;
mod random;
#[cfg(unix)]
mod streams;
mod syntax;
