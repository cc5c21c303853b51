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

use crate::explorer::{Action, Effect, Explorer};
use crate::keymap;
use crate::store::{DraftKeeper, Saving, Store};
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
    /// Signals could not be watched.
    #[error("can't watch for signals: {0}")]
    Signals(io::Error),
    /// The terminal went away.
    #[error("the terminal is gone")]
    HungUp,
}

/// How the loop ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The person left.
    Left,
    /// A signal asks the program to die of it.
    BySignal(i32),
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

/// Whether the loop goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Nothing changed.
    Idle,
    /// Something changed: draw.
    Changed,
    /// Stop until continued.
    Suspend,
    /// The person leaves.
    Quit,
}

/// Explores until the person leaves or the program is told to end.
///
/// However it ends, what is unsaved is in the draft; only who leaves has saved it or given it up.
///
/// # Errors
/// If the terminal can no longer be drawn on or read from.
pub fn run(
    watch: Watch,
    session: &mut Session,
    explorer: &mut Explorer,
    store: &Store,
    drafts: &mut DraftKeeper,
    theme: &Theme,
) -> Result<Ended, RunError> {
    let ended = explore(watch, session, explorer, store, drafts, theme);
    let unsaved = explorer.unsaved().then(|| explorer.profile());
    let unsaved = unsaved.filter(|_| !matches!(ended, Ok(Ended::Left)));
    // If this fails, the terminal is no longer there to say so.
    let _ = drafts.keep(unsaved);
    ended
}

fn explore(
    watch: Watch,
    session: &mut Session,
    explorer: &mut Explorer,
    store: &Store,
    drafts: &mut DraftKeeper,
    theme: &Theme,
) -> Result<Ended, RunError> {
    let events = watch.with_keys();
    let mut draft_failed = false;
    let mut changed = true;
    loop {
        if std::mem::replace(&mut changed, false) {
            session.draw(|area, buf| explorer.set_extent(view::draw(explorer, theme, area, buf)))?;
            session::panic_if_asked();
        }
        let mut waiting = events.try_recv().ok();
        if waiting.is_none() {
            // Now is the time to put what is unsaved on disk. If that fails, it is said once.
            let unsaved = explorer.unsaved().then(|| explorer.profile());
            if let Err(error) = drafts.keep(unsaved)
                && !std::mem::replace(&mut draft_failed, true)
            {
                explorer.update(Action::DraftFailed(error.to_string()));
                changed = true;
                continue;
            }
            waiting = Some(events.recv().map_err(|_| RunError::HungUp)?);
        }
        while let Some(happening) = waiting.take() {
            match take(happening, session, explorer, store)? {
                Step::End(ended) => return Ok(ended),
                Step::Changed => changed = true,
                Step::Idle => {}
            }
            waiting = events.try_recv().ok();
        }
    }
}

enum Step {
    Idle,
    Changed,
    End(Ended),
}

/// Takes one happening to its end.
fn take(
    happening: Happening,
    session: &mut Session,
    explorer: &mut Explorer,
    store: &Store,
) -> Result<Step, RunError> {
    Ok(match happening {
        Happening::Die(signal) => Step::End(Ended::BySignal(signal)),
        Happening::Resized => {
            session.fit()?;
            Step::Changed
        }
        Happening::HungUp => return Err(RunError::HungUp),
        Happening::Stop => {
            session.stop();
            Step::Idle
        }
        Happening::Continue => {
            session.take_again().map_err(RunError::Draw)?;
            Step::Changed
        }
        Happening::Input(event) => {
            let event = event.map_err(RunError::Read)?;
            if let Event::Resize(..) = event {
                // Where there are signals, one has said so already.
                if cfg!(unix) {
                    return Ok(Step::Idle);
                }
                return take(Happening::Resized, session, explorer, store);
            }
            match handle(event, explorer, store) {
                Flow::Idle => Step::Idle,
                Flow::Changed => Step::Changed,
                Flow::Quit => Step::End(Ended::Left),
                Flow::Suspend => {
                    session.stop();
                    Step::Idle
                }
            }
        }
    })
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
        action = match effect {
            Effect::Quit => return Flow::Quit,
            Effect::Suspend => return Flow::Suspend,
            Effect::Save(request) => match store.save(&request.profile, &request.over) {
                Ok(Saving::Written { text, warning }) => Action::Saved { request, text, warning },
                Ok(Saving::NameTaken) => Action::NameTaken(request),
                Ok(Saving::Changed) => Action::Conflict(request),
                Err(error) => Action::Failed(error.to_string()),
            },
            Effect::List => answer(store.list().map(Action::Listed)),
            Effect::Open(name) => answer(store.load(&name).map(|loaded| match loaded {
                Some((profile, text)) => Action::Opened(profile, text),
                None => Action::Failed(format!("{name} is gone")),
            })),
            Effect::Reload(name) => answer(store.load(&name).map(|loaded| match loaded {
                Some((profile, text)) => Action::Reloaded(profile, text),
                None => Action::Failed(format!("{name} is gone")),
            })),
            Effect::Rename { from, to } => {
                answer(store.rename(&from, &to).map(|text| Action::Renamed { from, to, text }))
            }
            Effect::Delete(name) => answer(store.delete(&name).map(|()| Action::Deleted(name))),
        };
    }
    Flow::Changed
}

fn answer(result: Result<Action, crate::store::StoreError>) -> Action {
    result.unwrap_or_else(|error| Action::Failed(error.to_string()))
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
