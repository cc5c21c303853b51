//! The keys, read by a thread of their own, which rests while another program has them.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use crossterm::event;

use super::{Happening, signals};

/// How long it may take until the thread rests. Elsewhere than on Unix nothing wakes it but the end of the key press.
const PATIENCE: Duration = Duration::from_millis(if cfg!(unix) { 100 } else { 1000 });

/// The thread that reads keys.
#[derive(Debug)]
pub(super) struct Keys {
    rests: Sender<Rest>,
}

/// A time in which no key is read.
struct Rest {
    begun: Sender<()>,
    over: Receiver<()>,
}

/// Nobody here reads keys until this is dropped.
#[derive(Debug)]
#[must_use]
pub(super) struct Resting(#[expect(dead_code, reason = "that it is dropped ends the rest")] Sender<()>);

impl Keys {
    /// Begins to send all keys.
    pub(super) fn read(to_loop: Sender<Happening>) -> Self {
        let (rests, asked) = mpsc::channel();
        thread::spawn(move || forward(&to_loop, &asked));
        Self { rests }
    }

    /// Lets the thread rest, so that it takes no key from another program.
    ///
    /// None if it does not: it has read half of what some key sends, and the library then waits for the other half in a
    /// way that nothing ends. Whatever comes next ends it.
    pub(super) fn rest(&self) -> Option<Resting> {
        let (begun, has_begun) = mpsc::channel();
        let (ends, over) = mpsc::channel();
        self.rests.send(Rest { begun, over }).ok()?;
        signals::wake_reader();
        has_begun.recv_timeout(PATIENCE).ok().map(|()| Resting(ends))
    }
}

fn forward(to_loop: &Sender<Happening>, asked: &Receiver<Rest>) {
    loop {
        let event = event::read();
        let failed = event.is_err();
        if to_loop.send(Happening::Input(event)).is_err() || failed {
            return;
        }
        while let Ok(rest) = asked.try_recv() {
            // Who asked may have given up waiting.
            if rest.begun.send(()).is_ok() {
                let _ = rest.over.recv();
            }
        }
    }
}
