//! What becomes of profiles when the program is killed, the system refuses, others write too, or files are odd.

#![cfg(unix)]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that can not go on should stop, and one that counts or skips says so"
)]

mod concurrent;
mod drafts;
mod errors;
mod existing;
mod kills;
mod limits;
mod locks;
mod names;
mod odd_paths;
mod program;
mod random_kills;
mod renaming;
mod shelf;
mod traced;
mod windows;
mod worker;

/// Does nothing unless this process was started as a worker.
#[test]
fn worker() {
    worker::work();
}
