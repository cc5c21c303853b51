//! The program from outside: through its library, as a process, and in a terminal.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that can not go on should stop, and one that is skipped or counts says so"
)]

mod architecture;
mod cli;
mod documents;
mod edits;
mod imports;
mod journeys;
mod pictures;
#[cfg(unix)]
mod pty;
mod safety;
mod store;
mod support;
mod survey;
mod words;
