//! What becomes of profiles when the program is killed, the system refuses, or others write too.

mod comparison_drafts;
mod comparisons;
mod concurrent;
mod desk;
mod drafts;
#[cfg(unix)]
mod errors;
mod existing;
#[cfg(unix)]
mod kills;
mod large;
mod last;
#[cfg(unix)]
mod locks;
mod names;
mod random_kills;
mod recent;
mod renaming;
mod shelf;
#[cfg_attr(not(unix), expect(dead_code, reason = "some of it is for tests that trace"))]
mod site;
#[cfg(unix)]
mod traced;
mod windows;
mod worker;

/// Does nothing unless this process was started as a worker.
#[test]
fn worker() {
    worker::work();
}
