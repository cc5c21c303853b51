//! Signals and the end of the terminal, watched by threads that sleep in the system.

use std::io;
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, LazyLock};
use std::thread;
use std::time::Duration;

use rustix::process::{Signal, getpid, getsid, kill_current_process_group, kill_process};
use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGCHLD, SIGCONT, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP, SIGTSTP,
    SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::{Happening, tty};

/// How long the loop may take to give the terminal back before a watcher ends the program itself.
const PATIENCE: Duration = Duration::from_millis(400);

/// How long it takes at most until it is noticed that the program goes on, or what signal came.
const NOTICED: Duration = Duration::from_millis(500);

/// All signals that end a program on every system, but for those that come from a fault of its own and go on faulting.
const DEADLY: [i32; 13] = [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU, SIGABRT, SIGVTALRM, SIGPROF,
    SIGSYS, SIGTRAP,
];

/// Signals that end a program on Linux alone: a stack fault, input and output, power, and the real-time ones.
#[cfg(target_os = "linux")]
const DEADLY_HERE: [std::ops::RangeInclusive<i32>; 4] = [
    Signal::STKFLT.as_raw()..=Signal::STKFLT.as_raw(),
    Signal::IO.as_raw()..=Signal::IO.as_raw(),
    Signal::POWER.as_raw()..=Signal::POWER.as_raw(),
    34..=64,
];
#[cfg(not(target_os = "linux"))]
const DEADLY_HERE: [std::ops::RangeInclusive<i32>; 0] = [];

/// Whether the next SIGTSTP is the one that goes from us to all of our job.
static OWN_STOP: AtomicBool = AtomicBool::new(false);

/// Whether a SIGTSTP came that was not followed yet.
static STOP_IS_DUE: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Whether the program was continued since it began to stop.
static CONTINUED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Whether another program has the keys, those that make signals too: these are its own matter then.
static KEYS_ARE_ANOTHERS: AtomicBool = AtomicBool::new(false);

/// The signals that keys make, and whether each has come and was not looked at yet.
static FROM_KEYS: LazyLock<[(i32, Arc<AtomicBool>); 2]> =
    LazyLock::new(|| [SIGINT, SIGQUIT].map(|signal| (signal, Arc::default())));

/// Makes writing beyond a limit on the size of files fail, as it does on a full disk, and not end the program.
pub fn let_large_writes_fail() {
    // It is enough that somebody watches for the signal. Unlike one that is ignored, other programs do not inherit that.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
}

/// Watches for signals and for the end of the terminal.
pub(super) fn watch(sender: &Sender<Happening>) -> io::Result<()> {
    signal_hook::flag::register(SIGCONT, Arc::clone(&CONTINUED))?;
    signal_hook::flag::register(SIGTSTP, Arc::clone(&STOP_IS_DUE))?;
    for (signal, has_come) in &*FROM_KEYS {
        signal_hook::flag::register(*signal, Arc::clone(has_come))?;
    }
    let mut signals = Signals::new([SIGTSTP, SIGCONT, SIGCHLD, SIGWINCH].iter().chain(&DEADLY))?;
    for signal in DEADLY_HERE.into_iter().flatten() {
        // Some of these the system keeps for itself.
        let _ = signals.add_signal(signal);
    }
    let to_loop = sender.clone();
    thread::spawn(move || {
        for signal in &mut signals {
            match signal {
                SIGTSTP if OWN_STOP.swap(false, Ordering::SeqCst) => {}
                SIGTSTP => drop(to_loop.send(Happening::Stop)),
                SIGWINCH => drop(to_loop.send(Happening::Resized)),
                SIGCONT => drop(to_loop.send(Happening::Continue)),
                SIGCHLD => drop(to_loop.send(Happening::Job)),
                deadly if is_anothers(deadly) => {}
                deadly => end(&to_loop, deadly),
            }
        }
    });
    let to_loop = sender.clone();
    thread::spawn(move || {
        if tty::wait_until_gone() {
            // The thread that reads keys spins once the terminal is gone: end it in any case.
            end(&to_loop, SIGHUP);
        }
    });
    Ok(())
}

/// Asks the loop to die of a signal. If it hangs, for instance in saving to a disk that does not answer, this ends it.
fn end(to_loop: &Sender<Happening>, signal: i32) {
    drop(to_loop.send(Happening::Die(signal)));
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        // In a thread of its own, because even this may hang.
        thread::spawn(super::give_back);
        thread::sleep(PATIENCE / 2);
        die(signal);
    });
}

/// Stops all of our job, as the shell expects of Ctrl-Z; returns whether that came to pass.
///
/// Where no shell waits for its jobs, nobody would make it go on. The system does not stop it there.
pub(super) fn stop() -> bool {
    let own = getpid();
    if getsid(None) == Ok(own) {
        return false;
    }
    CONTINUED.store(false, Ordering::SeqCst);
    // The others of the job get what Ctrl-Z would have sent. We watch for that ourselves, so it does not stop us;
    // another signal that stops in the same way does, because nobody watches for it.
    OWN_STOP.store(true, Ordering::SeqCst);
    let _ = kill_current_process_group(Signal::TSTP);
    // Whatever asked for a stop until now is followed by this one.
    STOP_IS_DUE.store(false, Ordering::SeqCst);
    // A shell that sees the others stopped may have continued all of us already; it will not do that again.
    if !CONTINUED.load(Ordering::SeqCst) {
        let _ = kill_process(own, Signal::TTIN);
    }
    // If this was stopped, it goes on here, and the flag is about to say so.
    wait_until(|| CONTINUED.load(Ordering::SeqCst))
}

/// Whether a signal to stop came that no stop has followed yet.
pub(super) fn is_stop_due() -> bool {
    STOP_IS_DUE.load(Ordering::SeqCst)
}

/// Stops the program as the system does with one that sets up a terminal that another job has.
pub(super) fn stop_in_the_background() {
    let _ = kill_process(getpid(), Signal::TTOU);
}

/// Leaves the keys to another program of the job. What Ctrl-C sends goes to all of it, and is that program's matter.
pub(super) fn leave_keys() {
    KEYS_ARE_ANOTHERS.store(true, Ordering::SeqCst);
}

/// Takes the keys back, once the terminal makes no signals of them any more.
pub(super) fn take_keys() {
    // What ended the other program a moment ago may not have been looked at here yet.
    let is_looked_at = || FROM_KEYS.iter().all(|(_, has_come)| !has_come.load(Ordering::SeqCst));
    wait_until(is_looked_at);
    KEYS_ARE_ANOTHERS.store(false, Ordering::SeqCst);
}

/// Waits a little until something is so, and returns whether it is.
fn wait_until(is_so: impl Fn() -> bool) -> bool {
    let pause = NOTICED / 50;
    (0..50).any(|_| {
        let is_so = is_so();
        if !is_so {
            thread::sleep(pause);
        }
        is_so
    })
}

/// Whether a signal is one that keys make while another program has the keys.
fn is_anothers(signal: i32) -> bool {
    let Some((_, has_come)) = FROM_KEYS.iter().find(|(from_keys, _)| *from_keys == signal) else {
        return false;
    };
    let is_anothers = KEYS_ARE_ANOTHERS.load(Ordering::SeqCst);
    // Only now, because whoever waits for that takes the keys back.
    has_come.store(false, Ordering::SeqCst);
    is_anothers
}

/// Wakes the thread that reads keys: the library tells it of a new size, even if that is the old one.
pub(super) fn wake_reader() {
    let _ = kill_process(getpid(), Signal::WINCH);
}

/// The signal by which the system tells that the terminal went away.
pub(super) const HANG_UP: i32 = SIGHUP;

/// Dies of a signal, as the program would have done without us.
pub fn die(signal: i32) -> ! {
    // Those that the library does not know it can't die of; the code is what shells make of a signal.
    let _ = emulate_default_handler(signal);
    process::exit(128 + signal)
}
