//! The loop: draw, wait, update, perform. One thread owns all state and sleeps until something happens.

mod editor;
#[cfg_attr(not(unix), path = "runner/no_job.rs")]
mod job;
mod keys;
mod outlet;
mod session;
#[cfg_attr(not(unix), path = "runner/no_signals.rs")]
mod signals;
#[cfg_attr(not(unix), path = "runner/no_tty.rs")]
mod tty;

use std::io;
use std::process::ExitStatus;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use crossterm::event::Event;

pub use session::{Mouse, Session, give_back};
pub use signals::{die, let_large_writes_fail};

use crate::program::{Edit, Flow, Program};
use editor::Editor;
use job::{Change, Job};
use keys::Keys;

/// How long to sleep while the terminal does not take what was written, or another job has it.
const PAUSE: Duration = Duration::from_millis(20);

/// How long another job may have the terminal before we stop as the system stops such programs: long enough that a
/// signal that comes with the one to go on is taken.
const GRACE: Duration = Duration::from_millis(200);

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
}

/// Something that happened outside.
#[derive(Debug)]
#[cfg_attr(not(unix), expect(dead_code, reason = "only signals tell the most of it"))]
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
    /// Something became of the program that has the terminal.
    Job,
}

/// Goes on until the person leaves or the program is told to end; returns the signal that it should die of.
///
/// However it ends, what is unsaved is in the draft; only who leaves has saved it or given it up.
///
/// # Errors
/// If the terminal can no longer be drawn on or read from, and is still there.
pub fn run(watch: Watch, session: &mut Session, program: &mut Program) -> Result<Option<i32>, RunError> {
    let ended = go_on(watch, session, program);
    // If this fails, there is no time left to say so.
    program.keep_draft();
    match ended {
        // Without a terminal there is nobody to tell. It ends as the system ends programs then.
        Err(_) if tty::is_gone() => Ok(Some(signals::HANG_UP)),
        ended => ended,
    }
}

fn go_on(watch: Watch, session: &mut Session, program: &mut Program) -> Result<Option<i32>, RunError> {
    let outside = watch.with_keys();
    let mut changed = true;
    loop {
        if session.is_behind() {
            session.catch_up().map_err(RunError::Draw)?;
        }
        // A key is answered first and put on disk right after, unless the answer could wait for the terminal.
        if tty::may_wait() || session.is_behind() {
            changed |= program.keep_draft() == Flow::Changed;
        }
        if changed && session.is_present() && !session.is_behind() {
            session.draw(|area, buf| program.draw(area, buf)).map_err(RunError::Draw)?;
            session::panic_if_asked();
            changed = false;
        }
        // The system may hand the frame on first.
        std::thread::yield_now();
        if program.keep_draft() == Flow::Changed {
            changed = true;
            continue;
        }
        let mut waiting = next(&outside.happenings, session)?;
        while let Some(happening) = waiting.take() {
            match take(happening, session, program)? {
                Flow::Idle => {}
                Flow::Changed => changed = true,
                Flow::Suspend => {
                    stop(session, program)?;
                    changed = true;
                }
                Flow::Edit(wanted) => {
                    if let Some(signal) = edit(&wanted, &outside, session, program)? {
                        return Ok(Some(signal));
                    }
                    changed = true;
                }
                Flow::Copy(text) => {
                    session.copy(&text).map_err(RunError::Draw)?;
                    changed = true;
                }
                Flow::Quit => return Ok(None),
                Flow::Die(signal) => return Ok(Some(signal)),
            }
            waiting = outside.happenings.try_recv().ok();
        }
    }
}

/// Sleeps until something happens. Only while the terminal can't be drawn on it also looks whether it can.
fn next(events: &Receiver<Happening>, session: &mut Session) -> Result<Option<Happening>, RunError> {
    if session.is_present() && !session.is_behind() {
        return events.recv().map(Some).map_err(|_| no_more_happens());
    }
    match events.recv_timeout(if session.is_present() { PAUSE } else { GRACE }) {
        Ok(happening) => return Ok(Some(happening)),
        Err(RecvTimeoutError::Disconnected) => return Err(no_more_happens()),
        Err(RecvTimeoutError::Timeout) => {}
    }
    if !session.is_present() {
        resume(session)?;
        if !session.is_present() {
            signals::stop_in_the_background();
        }
    }
    Ok(None)
}

fn no_more_happens() -> RunError {
    RunError::Read(io::ErrorKind::BrokenPipe.into())
}

/// Takes the terminal again, unless another job has it.
fn resume(session: &mut Session) -> Result<(), RunError> {
    if tty::is_ours() {
        return session.take().map_err(RunError::Draw);
    }
    session.lose();
    Ok(())
}

/// Gives the terminal back and stops; where that is not possible, it goes on and says so.
fn stop(session: &mut Session, program: &mut Program) -> Result<(), RunError> {
    program.keep_draft();
    session.let_go();
    if signals::stop() {
        // The terminal is taken again when that is noticed in its turn.
        return Ok(());
    }
    program.not_stopped();
    resume(session)
}

/// Lets the person's editor have the terminal until it ends, and takes over what it left in the file; returns the
/// signal to die of if one came meanwhile.
fn edit(
    wanted: &Edit,
    outside: &Outside,
    session: &mut Session,
    program: &mut Program,
) -> Result<Option<i32>, RunError> {
    let Some(_resting) = outside.keys.rest() else {
        program.edited(Err("Half of a key came in just now, so no editor was started".to_owned()));
        return Ok(None);
    };
    let editor = Editor::of_the_person();
    signals::leave_keys();
    session.let_go();
    let ended = match Job::start(editor.command(wanted), &outside.sender) {
        Ok(mut job) => match wait_for(&mut job, outside)? {
            Outcome::Ended(ended) => ended,
            Outcome::Die(signal) => {
                hang_up(&mut job, outside);
                return Ok(Some(signal));
            }
        },
        Err(error) => Err(error),
    };
    resume(session)?;
    signals::take_keys();
    program.edited(editor.told(&ended));
    Ok(None)
}

/// Tells another program that its terminal goes away, and gives it a moment to leave that in order.
fn hang_up(job: &mut Job, outside: &Outside) {
    job.hang_up();
    while outside.happenings.recv_timeout(GRACE).is_ok() {
        if let Ok(Some(Change::Ended(_))) | Err(_) = job.change() {
            return;
        }
    }
}

/// How it ends that another program has the terminal.
enum Outcome {
    /// It ended, or nothing can be told of it.
    Ended(io::Result<ExitStatus>),
    /// A signal asks this program to die.
    Die(i32),
}

/// Sleeps until another program has ended. If it stops, or all of the job is asked to, all of the job does.
fn wait_for(job: &mut Job, outside: &Outside) -> Result<Outcome, RunError> {
    loop {
        let stops = match outside.happenings.recv().map_err(|_| no_more_happens())? {
            Happening::Job => match job.change() {
                Ok(None) => false,
                Ok(Some(Change::Stopped)) => true,
                Ok(Some(Change::Ended(status))) => return Ok(Outcome::Ended(Ok(status))),
                Err(error) => return Ok(Outcome::Ended(Err(error))),
            },
            // Ctrl-Z stops the other program too; one of the two is heard of first and followed.
            Happening::Stop => signals::is_stop_due(),
            Happening::Die(signal) => return Ok(Outcome::Die(signal)),
            Happening::Input(Err(error)) => return Err(RunError::Read(error)),
            // What was typed before the other program had the keys is for neither. How large the screen is will be seen
            // when it has ended.
            Happening::Input(Ok(_)) | Happening::Continue | Happening::Resized => false,
        };
        // Whoever makes a job go on means all of it.
        if stops && !signals::stop() {
            job.go_on();
        }
    }
}

fn take(happening: Happening, session: &mut Session, program: &mut Program) -> Result<Flow, RunError> {
    match happening {
        Happening::Die(signal) => Ok(Flow::Die(signal)),
        Happening::Stop if signals::is_stop_due() => Ok(Flow::Suspend),
        Happening::Job | Happening::Stop => Ok(Flow::Idle),
        Happening::Continue => resume(session).map(|()| Flow::Changed),
        // Where there are signals, one says so too.
        Happening::Input(Ok(Event::Resize(..))) if cfg!(unix) => Ok(Flow::Idle),
        Happening::Resized | Happening::Input(Ok(Event::Resize(..))) => {
            session.fit().map(|()| Flow::Changed).map_err(RunError::Draw)
        }
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
    fn with_keys(self) -> Outside {
        let Self { sender, receiver: happenings } = self;
        Outside { keys: Keys::read(sender.clone()), happenings, sender }
    }
}

/// All that comes from outside.
struct Outside {
    keys: Keys,
    happenings: Receiver<Happening>,
    /// For whoever has more to tell.
    sender: Sender<Happening>,
}
