//! Another program on systems without Unix jobs: it ends, and that is all.

use std::io;
use std::process::{Command, ExitStatus};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::Happening;

/// Another program.
#[derive(Debug)]
pub(super) struct Job(Receiver<io::Result<ExitStatus>>);

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// It never stops here.
    #[expect(dead_code, reason = "elsewhere it does")]
    Stopped,
    /// It ended.
    Ended(ExitStatus),
}

impl Job {
    /// Starts it; a thread waits for its end and tells that.
    pub(super) fn start(mut command: Command, to_loop: &Sender<Happening>) -> io::Result<Self> {
        let mut child = command.spawn()?;
        let (ends, ended) = mpsc::channel();
        let to_loop = to_loop.clone();
        thread::spawn(move || {
            let _ = ends.send(child.wait());
            let _ = to_loop.send(Happening::Job);
        });
        Ok(Self(ended))
    }

    /// What became of it since that was asked last.
    pub(super) fn change(&mut self) -> io::Result<Option<Change>> {
        self.0.try_recv().ok().map(|ended| ended.map(Change::Ended)).transpose()
    }

    /// It never stops here.
    #[expect(clippy::unused_self, reason = "elsewhere it is needed")]
    pub(super) fn go_on(&self) {}

    /// Nothing tells it that here.
    #[expect(clippy::unused_self, reason = "elsewhere it is needed")]
    pub(super) fn hang_up(&self) {}
}
