//! Another program that has the terminal: it may stop, go on and end.

use std::io;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus};
use std::sync::mpsc::Sender;

use rustix::io::Errno;
use rustix::process::{Pid, Signal, WaitOptions, WaitStatus, kill_process, waitpid};

use super::Happening;

/// Another program in the same job as this one.
#[derive(Debug)]
pub(super) struct Job(Pid);

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// It stopped, as on Ctrl-Z.
    Stopped,
    /// It ended.
    Ended(ExitStatus),
}

impl Job {
    /// Starts it. The signal that tells of each change is watched for already.
    pub(super) fn start(mut command: Command, _: &Sender<Happening>) -> io::Result<Self> {
        // The standard library can only tell the end, so from here on it is known by its number.
        command.spawn().map(|child| Self(Pid::from_child(&child)))
    }

    /// What became of it since that was asked last. Not asked again once it has ended.
    pub(super) fn change(&mut self) -> io::Result<Option<Change>> {
        let options = WaitOptions::NOHANG | WaitOptions::UNTRACED;
        let status = loop {
            match waitpid(Some(self.0), options) {
                Err(Errno::INTR) => {}
                status => break status?,
            }
        };
        let change = |status: WaitStatus| {
            if status.stopped() {
                Change::Stopped
            } else {
                Change::Ended(ExitStatus::from_raw(status.as_raw()))
            }
        };
        Ok(status.map(|(_, status)| change(status)))
    }

    /// Lets it go on after it stopped.
    pub(super) fn go_on(&self) {
        let _ = kill_process(self.0, Signal::CONT);
    }

    /// Tells it that its terminal goes away, so that it can keep what was typed.
    pub(super) fn hang_up(&self) {
        let _ = kill_process(self.0, Signal::HUP);
        self.go_on();
    }
}
