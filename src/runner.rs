//! The loop: draw, wait, update, perform. One thread owns all state and sleeps until something happens.

mod session;

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use crossterm::event::{self, Event};

pub use session::{Session, give_back};

use crate::explorer::{Action, Effect, Explorer};
use crate::keymap;
use crate::store::{Saving, Store};
use crate::view::{self, Theme};

/// Why the loop ended before the person left.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The screen could not be drawn.
    #[error("can't draw on the terminal: {0}")]
    Draw(io::Error),
    /// The keys could not be read.
    #[error("can't read from the terminal: {0}")]
    Read(io::Error),
}

/// Whether the loop goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Nothing changed.
    Idle,
    /// Something changed: draw.
    Changed,
    /// The person leaves.
    Quit,
}

/// Explores until the person leaves.
///
/// # Errors
/// If the terminal can no longer be drawn on or read from.
pub fn run(
    session: &mut Session,
    explorer: &mut Explorer,
    store: &Store,
    theme: &Theme,
) -> Result<(), RunError> {
    let events = read_events();
    loop {
        let mut extent = None;
        session
            .terminal()
            .draw(|frame| extent = Some(view::draw(explorer, theme, frame.area(), frame.buffer_mut())))
            .map_err(RunError::Draw)?;
        if let Some(extent) = extent {
            explorer.set_extent(extent);
        }
        session::panic_if_asked();
        if wait(&events, explorer, store)? == Flow::Quit {
            return Ok(());
        }
    }
}

/// Sleeps until something changes, then takes all that waits, so that one frame shows it.
fn wait(
    events: &Receiver<io::Result<Event>>,
    explorer: &mut Explorer,
    store: &Store,
) -> Result<Flow, RunError> {
    let mut flow = Flow::Idle;
    while flow == Flow::Idle {
        let first = events.recv().unwrap_or_else(|_| Err(io::ErrorKind::BrokenPipe.into()));
        for event in std::iter::once(first).chain(events.try_iter()) {
            match handle(event.map_err(RunError::Read)?, explorer, store) {
                Flow::Quit => return Ok(Flow::Quit),
                Flow::Changed => flow = Flow::Changed,
                Flow::Idle => {}
            }
        }
    }
    Ok(flow)
}

/// Takes one event to its end: what it means, what that changes, and all that must be done about it.
pub fn handle(event: Event, explorer: &mut Explorer, store: &Store) -> Flow {
    let action = match event {
        Event::Key(key) => keymap::action(explorer.layer(), key),
        Event::Paste(text) => Some(Action::Paste(text)),
        Event::Resize(..) => return Flow::Changed,
        Event::FocusGained | Event::FocusLost | Event::Mouse(_) => None,
    };
    let Some(mut action) = action else { return Flow::Idle };
    while let Some(effect) = explorer.update(action) {
        match perform(effect, store) {
            Some(answer) => action = answer,
            None => return Flow::Quit,
        }
    }
    Flow::Changed
}

/// Does what the state asks of the outside world and answers; no answer means that the person leaves.
fn perform(effect: Effect, store: &Store) -> Option<Action> {
    let answer = match effect {
        Effect::Quit => return None,
        Effect::Save(request) => match store.save(&request.profile, &request.over) {
            Ok(Saving::Written(text)) => Ok(Action::Saved(request, text)),
            Ok(Saving::NameTaken) => Ok(Action::NameTaken(request)),
            Err(error) => Err(error),
        },
        Effect::List => store.list().map(Action::Listed),
        Effect::Open(name) => match store.load(&name) {
            Ok(Some((profile, text))) => Ok(Action::Opened(profile, text)),
            Ok(None) => Ok(Action::Failed(format!("{name} is gone"))),
            Err(error) => Err(error),
        },
        Effect::Rename { from, to } => {
            store.rename(&from, &to).map(|text| Action::Renamed { from, to, text })
        }
        Effect::Delete(name) => store.delete(&name).map(|()| Action::Deleted(name)),
    };
    Some(answer.unwrap_or_else(|error| Action::Failed(error.to_string())))
}

/// Reads the terminal in a thread of its own, which sleeps in the system until something is typed.
fn read_events() -> Receiver<io::Result<Event>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || forward_events(&sender));
    receiver
}

fn forward_events(sender: &Sender<io::Result<Event>>) {
    loop {
        let event = event::read();
        let failed = event.is_err();
        if sender.send(event).is_err() || failed {
            return;
        }
    }
}
