//! Signals and the end of the terminal, watched by threads that sleep in the system.

use std::fs::File;
use std::io;
use std::os::fd::AsFd;
use std::process;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::terminal::disable_raw_mode;
use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::Happening;

/// How long the loop may take to give the terminal back before a watcher ends the program itself.
const PATIENCE: Duration = Duration::from_millis(400);

/// Watches for signals and for the end of the terminal.
pub(super) fn watch(sender: &Sender<Happening>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    let to_loop = sender.clone();
    thread::spawn(move || {
        for signal in &mut signals {
            match signal {
                SIGTSTP => drop(to_loop.send(Happening::Stop)),
                SIGWINCH => drop(to_loop.send(Happening::Resized)),
                SIGCONT => drop(to_loop.send(Happening::Continue)),
                deadly => {
                    drop(to_loop.send(Happening::Die(deadly)));
                    // If the loop hangs, for instance in writing to a stopped terminal, this thread ends it.
                    thread::sleep(PATIENCE);
                    // In a thread of its own, because writing to a stopped terminal never ends.
                    thread::spawn(super::give_back);
                    thread::sleep(PATIENCE / 4);
                    die(deadly);
                }
            }
        }
    });
    let to_loop = sender.clone();
    thread::spawn(move || {
        if wait_for_hang_up().is_ok() {
            drop(to_loop.send(Happening::HungUp));
            // The thread that reads keys spins once the terminal is gone: end it in any case.
            thread::sleep(PATIENCE);
            process::exit(1);
        }
    });
    Ok(())
}

/// Sleeps until the terminal goes away. No event is asked for, so keys do not wake it.
fn wait_for_hang_up() -> io::Result<()> {
    let tty = File::open("/dev/tty")?;
    loop {
        match poll(&mut [PollFd::new(&tty.as_fd(), PollFlags::empty())], None) {
            Err(rustix::io::Errno::INTR) => {}
            Ok(_) => return Ok(()),
            Err(error) => return Err(error.into()),
        }
    }
}

/// Stops the program as the signal would have done without us.
pub(super) fn stop() {
    // It fails only for signals that can't be emulated, and this one can.
    let _ = emulate_default_handler(SIGTSTP);
}

/// Dies of a signal, as the program would have done without us.
pub fn die(signal: i32) {
    let _ = disable_raw_mode();
    let _ = emulate_default_handler(signal);
}
