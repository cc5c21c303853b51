//! What becomes of profiles when the program is killed, the system refuses, or others write too.

mod comparison_drafts;
mod comparisons;
mod concurrent;
mod desk;
mod drafts;
mod errors;
mod existing;
mod kills;
mod large;
mod last;
mod locks;
mod names;
mod random_kills;
mod recent;
mod renaming;
mod shelf;
mod site;
mod traced;
mod windows;
mod worker;

/// Does nothing unless this process was started as a worker.
#[test]
fn worker() {
    worker::work();
}
