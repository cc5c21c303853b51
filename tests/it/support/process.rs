//! Processes: their end, signals for them, and what the system says of them.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use super::skip;

/// How long anything is waited for; far longer than it takes.
pub(crate) const GUARD: Duration = Duration::from_secs(20);

/// How often the system is asked.
const PAUSE: Duration = Duration::from_millis(2);

/// What the system counts the time of a process in: hundredths of a second.
const TICK: Duration = Duration::from_millis(10);

/// A process, by its number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Process(u32);

impl Process {
    pub(crate) fn new(id: u32) -> Self {
        Self(id)
    }

    /// Sends a signal: `TERM`, `STOP` and so on.
    #[track_caller]
    pub(crate) fn signal(self, name: &str) {
        assert!(self.try_signal(name), "can't send {name} to {self:?}");
    }

    /// Sends a signal, if the process is still there.
    pub(crate) fn try_signal(self, name: &str) -> bool {
        let mut kill = Command::new("kill");
        kill.args(["-s", name, &self.0.to_string()]).stderr(Stdio::null());
        kill.status().unwrap().success()
    }

    /// Blocks until the process is stopped, as Ctrl-Z does it.
    #[track_caller]
    pub(crate) fn wait_until_stopped(self) {
        wait_until("the process is stopped", || self.state() == Some('T'));
    }

    /// Blocks until the process has ended; returns the processor time that it had used shortly before.
    #[track_caller]
    pub(crate) fn wait_for_end(self) -> Duration {
        let mut used = Duration::ZERO;
        wait_until("the process has ended", || {
            used = self.used().unwrap_or(used);
            self.has_ended()
        });
        used
    }

    /// Whether the process is stopped, as Ctrl-Z does it.
    pub(crate) fn is_stopped(self) -> bool {
        self.state() == Some('T')
    }

    /// Whether the process has ended, and with its last thread let go of all that it held.
    pub(crate) fn has_ended(self) -> bool {
        let threads = fs::read_dir(format!("/proc/{}/task", self.0)).map_or(0, Iterator::count);
        threads <= 1 && self.state().is_none_or(|state| "ZX".contains(state))
    }

    /// The number of the process.
    pub(crate) fn id(self) -> u32 {
        self.0
    }

    /// The processor time that was used so far.
    pub(crate) fn used(self) -> Option<Duration> {
        let ticks = |field| self.stat(field)?.parse::<u32>().ok();
        Some(TICK * (ticks(USER_TIME)? + ticks(SYSTEM_TIME)?))
    }

    /// How often the thread that began the program has gone to sleep so far.
    pub(crate) fn naps(self) -> u64 {
        let text = fs::read_to_string(format!("/proc/{}/status", self.0)).unwrap_or_default();
        let count = text.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
        count.and_then(|count| count.trim().parse().ok()).unwrap_or_default()
    }

    fn state(self) -> Option<char> {
        self.stat(STATE)?.chars().next()
    }

    /// A field of what the system says, counted from behind the name.
    fn stat(self, field: usize) -> Option<String> {
        let text = fs::read_to_string(format!("/proc/{}/stat", self.0)).ok()?;
        let (_, fields) = text.rsplit_once(") ")?;
        fields.split(' ').nth(field).map(str::to_owned)
    }
}

const STATE: usize = 0;
const USER_TIME: usize = 11;
const SYSTEM_TIME: usize = 12;

/// Whether the state and the time of a process can be seen on this system; says so if not.
pub(crate) fn is_visible() -> bool {
    let visible = Path::new("/proc/self/stat").exists();
    if !visible {
        skip("this system has no /proc/PID/stat");
    }
    visible
}

/// Waits for the end of a process; one that takes too long is killed, and the test fails.
#[track_caller]
pub(crate) fn output_of(child: Child, what: &str) -> Output {
    let process = Process::new(child.id());
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(child.wait_with_output()));
    let Ok(output) = receiver.recv_timeout(GUARD) else {
        process.signal("KILL");
        panic!("{what}: no end after {GUARD:?}");
    };
    output.expect("its output")
}

/// Blocks until something outside of the terminal is so.
#[track_caller]
pub(crate) fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < GUARD, "waited in vain until {what}");
        thread::sleep(PAUSE);
    }
}
