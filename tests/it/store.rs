//! What becomes of profiles when the program is killed, the system refuses, or others write too.

mod concurrent;
mod errors;
mod existing;
mod kills;
mod large;
mod random_kills;
mod shelf;
mod traced;
mod worker;

/// Does nothing unless this process was started as a worker.
#[test]
fn worker() {
    worker::work();
}
