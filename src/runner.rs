//! The loop: draw, wait, update, perform. One thread owns all state and sleeps until something happens.

mod session;
#[cfg_attr(not(unix), path = "runner/no_signals.rs")]
mod signals;

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use crossterm::event::{self, Event};

pub use session::{Session, give_back};
pub use signals::die;

use crate::program::{Flow, Program};

/// Why the loop ended before the person left.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The screen could not be drawn.
    #[error("can't draw on the terminal: {0}")]
    Draw(io::Error),
    /// The keys could not be read.
    #[error("can't read from the terminal: {0}")]
    Read(io::Error),
    /// Signals could not be watched.
    #[error("can't watch for signals: {0}")]
    Signals(io::Error),
    /// The terminal went away.
    #[error("the terminal is gone")]
    HungUp,
}

/// Something that happened outside.
#[derive(Debug)]
enum Happening {
    /// The terminal says something.
    Input(io::Result<Event>),
    /// The screen may have another size.
    Resized,
    /// A signal asks the program to die.
    Die(i32),
    /// A signal asks the program to stop.
    Stop,
    /// The program goes on after it was stopped.
    Continue,
    /// The terminal went away.
    HungUp,
}

/// Goes on until the person leaves or the program is told to end; returns the signal that it should die of.
///
/// However it ends, what is unsaved is in the draft; only who leaves has saved it or given it up.
///
/// # Errors
/// If the terminal can no longer be drawn on or read from.
pub fn run(watch: Watch, session: &mut Session, program: &mut Program) -> Result<Option<i32>, RunError> {
    let ended = go_on(watch, session, program);
    // If this fails, the terminal is no longer there to say so.
    program.keep_draft();
    ended
}

fn go_on(watch: Watch, session: &mut Session, program: &mut Program) -> Result<Option<i32>, RunError> {
    let events = watch.with_keys();
    let mut changed = true;
    loop {
        if std::mem::replace(&mut changed, false) {
            session.draw(|area, buf| program.draw(area, buf))?;
            session::panic_if_asked();
        }
        let mut waiting = events.try_recv().ok();
        if waiting.is_none() {
            // Now is the time to put what is unsaved on disk.
            if program.keep_draft() == Flow::Changed {
                changed = true;
                continue;
            }
            waiting = Some(events.recv().map_err(|_| RunError::HungUp)?);
        }
        while let Some(happening) = waiting.take() {
            match take(happening, session, program)? {
                Flow::Idle => {}
                Flow::Changed => changed = true,
                Flow::Suspend => session.stop(),
                Flow::Quit => return Ok(None),
                Flow::Die(signal) => return Ok(Some(signal)),
            }
            waiting = events.try_recv().ok();
        }
    }
}

fn take(happening: Happening, session: &mut Session, program: &mut Program) -> Result<Flow, RunError> {
    match happening {
        Happening::Die(signal) => Ok(Flow::Die(signal)),
        Happening::HungUp => Err(RunError::HungUp),
        Happening::Stop => Ok(Flow::Suspend),
        Happening::Continue => session.take_again().map(|()| Flow::Changed).map_err(RunError::Draw),
        // Where there are signals, one says so too.
        Happening::Input(Ok(Event::Resize(..))) if cfg!(unix) => Ok(Flow::Idle),
        Happening::Resized | Happening::Input(Ok(Event::Resize(..))) => session.fit().map(|()| Flow::Changed),
        Happening::Input(event) => Ok(program.take(event.map_err(RunError::Read)?)),
    }
}

/// Watches what happens outside, in threads of their own, which sleep in the system.
#[derive(Debug)]
pub struct Watch {
    sender: Sender<Happening>,
    receiver: Receiver<Happening>,
}

impl Watch {
    /// Begins with the signals, so that none is missed from the moment the terminal is taken.
    ///
    /// # Errors
    /// If the system does not let signals be watched.
    pub fn begin() -> Result<Self, RunError> {
        let (sender, receiver) = mpsc::channel();
        signals::watch(&sender).map_err(RunError::Signals)?;
        Ok(Self { sender, receiver })
    }

    /// Goes on with the keys, once the terminal is ours.
    fn with_keys(self) -> Receiver<Happening> {
        thread::spawn(move || forward_events(&self.sender));
        self.receiver
    }
}

fn forward_events(sender: &Sender<Happening>) {
    loop {
        let event = event::read();
        let failed = event.is_err();
        if sender.send(Happening::Input(event)).is_err() || failed {
            return;
        }
    }
}
