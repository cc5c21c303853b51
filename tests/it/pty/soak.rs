//! Four windows on two profiles for a long time: keys, resizes, pastes, suspends, kills and saves, all at random.
//!
//! ```sh
//! TOUCHSTONE_SOAK_MINUTES=30 cargo test --test it -- --ignored --nocapture soak
//! ```

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::tempdir;
use touchstone::store::{ShelfItem, Store};

use crate::support::process::{is_visible, wait_until};
use crate::support::random::Random;
use crate::support::terminal::{Terminal, WIDE};
use crate::support::{jewelry, profile_file};

/// The profiles, each open in two windows.
const PROFILES: [&str; 4] = ["mine", "yours", "mine", "yours"];

/// How long it lasts unless `TOUCHSTONE_SOAK_MINUTES` says otherwise.
const MINUTES: u64 = 30;

/// How long a window is given to take what was typed before the next thing is done to it.
const PAUSE: Duration = Duration::from_millis(30);

/// What is typed: keys of all kinds, those that ask and those that answer among them.
const KEYS: &[&str] = &[
    "\x1b[A",
    "\x1b[B",
    "\x1b[C",
    "\x1b[D",
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[H",
    "\x1b[F",
    " ",
    "\r",
    "\x7f",
    "0",
    "1",
    "5",
    "9",
    "*",
    "+",
    "-",
    "!",
    "u",
    "\x12",
    "i",
    "w",
    "m",
    "<",
    ">",
    "s",
    "S",
    "p",
    "r",
    "d",
    "o",
    "y",
    "?",
    "q",
    "x",
    "\u{e9}",
    "\u{1f600}",
    "\x1b[<0;10;10M",
    "\x1b[I",
    "\x1b[O",
];

/// Sizes of windows.
const SIZES: [(u16, u16); 8] =
    [(100, 30), (80, 24), (60, 20), (40, 10), (200, 60), (20, 5), (1, 1), (300, 100)];

/// How a window is stopped.
const STOPS: [&str; 3] = ["CTRL-Z", "TSTP", "STOP"];

/// How a window is ended from outside.
const ENDS: [&str; 6] = ["KILL", "KILL", "TERM", "INT", "HUP", "USR1"];

/// What was done.
#[derive(Debug, Default)]
struct Counts {
    keys: u64,
    resizes: u64,
    pastes: u64,
    suspends: u64,
    kills: u64,
    other_signals: u64,
    hang_ups: u64,
    saves: u64,
    conflicts: u64,
    left_by_keys: u64,
    starts: u64,
    brought_back: u64,
}

/// Four windows that are used by somebody who means no good.
struct Soak<'a> {
    data: &'a Path,
    windows: [Terminal; 4],
    random: Random,
    counts: Counts,
}

#[test]
#[ignore = "takes half an hour"]
fn soak() {
    if !is_visible() {
        return;
    }
    let minutes = std::env::var("TOUCHSTONE_SOAK_MINUTES").ok().and_then(|text| text.parse().ok());
    let end = Instant::now() + Duration::from_secs(60 * minutes.unwrap_or(MINUTES));
    let data = tempdir().unwrap();
    let mut soak = Soak {
        data: data.path(),
        windows: PROFILES.map(|name| start(data.path(), name)),
        random: Random::new(1),
        counts: Counts::default(),
    };
    while Instant::now() < end {
        soak.step();
    }
    let counts = soak.counts;
    println!("{counts:?}");
    assert!(counts.saves > 0 && counts.kills > 0 && counts.suspends > 0 && counts.brought_back > 0);
}

fn start(data: &Path, name: &str) -> Terminal {
    let window = Terminal::start_as_job(&["--profile", name], data);
    // The last line is drawn last.
    window.wait_until("all of a screen", |screen| screen.lines().count() == usize::from(WIDE.1));
    window
}

impl Soak<'_> {
    /// Does one thing to one window.
    fn step(&mut self) {
        let at = self.random.below(self.windows.len());
        match self.random.below(30) {
            0 | 1 => self.resize(at),
            2 => self.paste(at),
            3 | 4 => self.suspend(at),
            5 => self.end(at),
            6 => self.hang_up(at),
            7..=10 => self.save(at),
            _ => self.press(at),
        }
        if self.windows[at].process().has_ended() {
            // Keys can leave, but for that they have to answer.
            self.counts.left_by_keys += 1;
            let window = &self.windows[at];
            // Whatever the size of the screen.
            let says_so = || window.raw_bytes().windows(7).any(|said| said == b"ended 0");
            wait_until("the shell says that it left", says_so);
            window.wait_until_given_back();
            self.start_again(at);
        }
        self.assert_profiles_are_whole();
    }

    fn press(&mut self, at: usize) {
        let keys: String = (0..=self.random.below(12)).map(|_| *self.random.of(KEYS)).collect();
        self.counts.keys += u64::try_from(keys.chars().count()).unwrap();
        self.windows[at].type_text(&keys);
        // By itself, or it would be one key with what comes next.
        if self.random.below(4) == 0 {
            self.windows[at].press("ESC");
            thread::sleep(PAUSE);
        }
    }

    fn paste(&mut self, at: usize) {
        let length = *self.random.of(&[1, 40, 5_000, 100_000]);
        self.windows[at].paste(&"a q\n\u{e9}d ".repeat(length / 7 + 1));
        self.counts.pastes += 1;
    }

    /// Whatever the size and whatever is open, all of the screen is drawn anew.
    fn resize(&mut self, at: usize) {
        let size = *self.random.of(&SIZES);
        let window = &self.windows[at];
        window.resize(size);
        // The system tells only of another size.
        window.process().try_signal("WINCH");
        wait_until("it draws", || !window.screen().trim().is_empty() || window.process().has_ended());
        self.counts.resizes += 1;
    }

    fn suspend(&mut self, at: usize) {
        let window = &self.windows[at];
        let stop = *self.random.of(&STOPS);
        thread::sleep(PAUSE);
        let sent = if stop == "CTRL-Z" {
            window.press(stop);
            true
        } else {
            window.process().try_signal(stop)
        };
        let process = window.process();
        wait_until("it is stopped", || process.is_stopped() || process.has_ended());
        if !sent || process.has_ended() {
            return;
        }
        if stop != "STOP" {
            window.wait_until_given_back();
        }
        // What was typed before is a command that the shell does not know.
        window.type_text("\nfg\n");
        wait_until("it goes on", || !process.is_stopped());
        self.counts.suspends += 1;
        self.resize(at);
    }

    /// Ends a window from outside. What it had not saved is brought back.
    fn end(&mut self, at: usize) {
        let signal = *self.random.of(&ENDS);
        let window = &self.windows[at];
        thread::sleep(PAUSE);
        if !window.process().try_signal(signal) {
            return;
        }
        window.process().wait_for_end();
        if signal == "KILL" {
            self.counts.kills += 1;
        } else {
            self.counts.other_signals += 1;
            window.wait_until_given_back();
        }
        self.start_again(at);
    }

    fn hang_up(&mut self, at: usize) {
        let process = self.windows[at].process();
        self.windows[at].hang_up();
        process.wait_for_end();
        self.counts.hang_ups += 1;
        self.start_again(at);
    }

    fn save(&mut self, at: usize) {
        let window = &self.windows[at];
        for key in ["ESC", "ESC", "7", "s"] {
            window.press(key);
            thread::sleep(PAUSE);
        }
        let screen = window.screen();
        if screen.contains("Saved as") {
            self.counts.saves += 1;
        } else if screen.contains("elsewhere") {
            self.counts.conflicts += 1;
            let answer = *self.random.of(&["r", "o"]);
            window.press(answer);
        }
    }

    /// Starts a window in the place of one that is gone.
    fn start_again(&mut self, at: usize) {
        let old = &self.windows[at];
        assert!(!old.screen().contains("panicked"), "{}", old.screen());
        let left = self.draft(old.process().id(), PROFILES[at]);
        // It may have died right after saving; then the draft begins with what is in the file.
        let saved = fs::read_to_string(profile_file(self.data, PROFILES[at])).unwrap_or_default();
        let lost = left.is_some_and(|draft| saved.is_empty() || !draft.starts_with(&saved));
        self.windows[at] = start(self.data, PROFILES[at]);
        self.counts.starts += 1;
        let screen = self.windows[at].screen();
        let back = screen.contains("Brought back");
        assert!(back || !lost, "a draft is not brought back: {screen}");
        self.counts.brought_back += u64::from(back);
    }

    /// The draft of this profile that a window left that is gone.
    fn draft(&self, process: u32, name: &str) -> Option<String> {
        let start = format!("{}.{process}-", crate::support::name(name).slug());
        let folder = self.data.join("profiles/jewelry/.drafts");
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths = files.map(|file| file.path());
        let is_it = |path: &PathBuf| {
            let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            file.starts_with(&start) && path.extension().is_some_and(|extension| extension == "ron")
        };
        fs::read_to_string(paths.find(is_it)?).ok()
    }

    /// Every profile that there is can be read, at any moment.
    fn assert_profiles_are_whole(&self) {
        let store = Store::new(self.data, &jewelry());
        for item in store.list().expect("the folder can be read") {
            assert!(matches!(item, ShelfItem::Sound(..)), "{item:?}");
        }
    }
}
