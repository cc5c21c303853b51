//! A terminal without a window: the real program runs in it, and tests press keys and read the screen.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{
    Child, ChildKiller, CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system,
};
use rustix::fs::OFlags;
use tempfile::TempDir;
use vt100::{Callbacks, Parser, Screen};

use super::bench::PROGRAM;
use super::keys::{bytes, keys};
use super::modes::Modes;
use super::process::{GUARD, Process, wait_until};

/// Lines that the normal screen keeps after they are scrolled out.
const SCROLLBACK: usize = 500;

/// How many columns and rows of an absurdly large screen are kept.
const MOST_CELLS: u16 = 300;

/// Variables of whoever runs the tests that would change what the program does.
const UNWANTED: [&str; 12] = [
    "NO_COLOR",
    "CLICOLOR",
    "LC_ALL",
    "LC_CTYPE",
    "LANG",
    "TOUCHSTONE_MOUSE",
    "RUST_BACKTRACE",
    "RUST_LIB_BACKTRACE",
    "TOUCHSTONE_TEST_PANIC",
    "COLORTERM",
    "VISUAL",
    "EDITOR",
];

/// Columns and rows.
pub(crate) type Size = (u16, u16);

/// Room for everything.
pub(crate) const WIDE: Size = (100, 30);

/// A pseudo-terminal with the program in it. Dropping it hangs up.
pub(crate) struct Terminal {
    /// Until it hangs up.
    master: Option<Box<dyn MasterPty + Send>>,
    /// Held so that what was written is not lost when the program ends, and its modes can still be read.
    slave: Option<Box<dyn SlavePty + Send>>,
    keyboard: Keyboard,
    killer: Box<dyn ChildKiller + Send + Sync>,
    process: Process,
    output: Arc<Output>,
    before: Modes,
    _home: TempDir,
}

/// Until it hangs up.
type Keyboard = Arc<Mutex<Option<Box<dyn Write + Send>>>>;

/// What the program wrote, and whether it is still there.
struct Output {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    parser: Parser<Answers>,
    raw: Vec<u8>,
    status: Option<ExitStatus>,
    drained: bool,
    /// Whether what comes now is no longer read.
    ignored: bool,
    /// Whether nothing is read for the time being.
    paused: bool,
}

/// Answers the question where the cursor is, as every terminal does, and knows whether it is to report the focus.
struct Answers {
    keyboard: Keyboard,
    reports_focus: bool,
}

impl Callbacks for Answers {
    fn unhandled_csi(
        &mut self,
        _: &mut Screen,
        first: Option<u8>,
        _: Option<u8>,
        parameters: &[&[u16]],
        kind: char,
    ) {
        match (first, parameters, kind) {
            (None, [[6]], 'n') => write(&self.keyboard, b"\x1b[1;1R"),
            (Some(b'?'), [[1004]], 'h' | 'l') => self.reports_focus = kind == 'h',
            _ => {}
        }
    }
}

impl Terminal {
    /// Starts the program with the terminal as its input, output and error output.
    pub(crate) fn start(size: Size, args: &[&str], env: &[(&str, &str)], data_dir: &Path) -> Self {
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(args);
        Self::run(size, command, env, data_dir)
    }

    /// Starts the program in a session without a terminal: it has one for its output alone, and no input.
    /// What it writes to the error output goes into the file `errors`.
    pub(crate) fn start_without_input(size: Size, data_dir: &Path, errors: &Path) -> Self {
        let script = r#"exec "$0" </dev/null 2>"$1""#;
        let mut command = CommandBuilder::from_argv(["sh", "-c", script, PROGRAM].map(OsString::from).into());
        command.arg(errors);
        command.set_controlling_tty(false);
        Self::run(size, command, &[], data_dir)
    }

    /// Starts the program as a job of a shell that waits for its jobs, as people do. What is typed while the program
    /// is stopped are commands for the shell: `fg`. When the program has ended it says `ended` and the exit code.
    pub(crate) fn start_as_job(args: &[&str], data_dir: &Path) -> Self {
        Self::start_job(r#"exec "$0" "$@""#, args, data_dir)
    }

    /// The same with what a script makes of the program, which is its `$0`.
    pub(crate) fn start_job(script: &str, args: &[&str], data_dir: &Path) -> Self {
        let file = tempfile::NamedTempFile::new().unwrap();
        let shell = r#"
            set -m
            file="$1"; script="$2"; shift 2
            sh -c 'echo $$ >"$0"; script="$1"; program="$2"; shift 2; exec sh -c "$script" "$program" "$@"' \
                "$file" "$script" "$0" "$@"
            echo "ended $?"
            while read -r command; do $command; echo "ended $?"; done"#;
        let mut all = vec![file.path().to_str().unwrap(), script];
        all.extend(args);
        let mut terminal = Self::start_in_shell(shell, &all, &[], data_dir);
        let number = || fs::read_to_string(file.path()).unwrap().trim().parse().ok();
        wait_until("the job has begun", || number().is_some());
        terminal.process = Process::new(number().unwrap());
        terminal
    }

    /// Starts the program in a session of its own that the terminal does not control.
    pub(crate) fn start_uncontrolled(data_dir: &Path) -> Self {
        let mut command = CommandBuilder::new(PROGRAM);
        command.set_controlling_tty(false);
        Self::run(WIDE, command, &[], data_dir)
    }

    /// Starts what a shell script makes of the program, which is its `$0`; `args` are `$1` and so on.
    pub(crate) fn start_in_shell(script: &str, args: &[&str], env: &[(&str, &str)], data_dir: &Path) -> Self {
        let mut command = CommandBuilder::from_argv(["sh", "-c", script, PROGRAM].map(OsString::from).into());
        command.args(args);
        Self::run(WIDE, command, env, data_dir)
    }

    fn run(size: Size, mut command: CommandBuilder, env: &[(&str, &str)], data_dir: &Path) -> Self {
        let home = tempfile::tempdir().unwrap();
        for name in UNWANTED {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        command.env("HOME", home.path());
        command.env("XDG_DATA_HOME", home.path().join("data"));
        command.env("TOUCHSTONE_DATA_DIR", data_dir);
        for (name, value) in env {
            command.env(name, value);
        }
        command.cwd(home.path());

        let pair = native_pty_system().openpty(pty_size(size)).unwrap();
        let reader = pair.master.try_clone_reader().unwrap();
        let keyboard: Keyboard = Arc::new(Mutex::new(Some(pair.master.take_writer().unwrap())));
        let (rows, columns) = cells(size);
        let answers = Answers { keyboard: keyboard.clone(), reports_focus: false };
        let parser = Parser::new_with_callbacks(rows, columns, SCROLLBACK, answers);
        let before = Modes::of(parser.screen(), false, &*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let killer = child.clone_killer();
        let process = Process::new(child.process_id().unwrap());
        let state =
            State { parser, raw: Vec::new(), status: None, drained: false, ignored: false, paused: false };
        let output = Arc::new(Output { state: Mutex::new(state), changed: Condvar::new() });
        let (reads, waits) = (output.clone(), output.clone());
        thread::spawn(move || reads.read_all(reader));
        thread::spawn(move || waits.wait_for_end(child));
        let (master, slave) = (Some(pair.master), Some(pair.slave));
        Self { master, slave, keyboard, killer, process, output, before, _home: home }
    }

    /// Presses keys. `ESC` goes last: what follows it at once is one key with it.
    pub(crate) fn press(&self, line: &str) {
        let bytes: Vec<u8> = keys(line).into_iter().flat_map(bytes).collect();
        write(&self.keyboard, &bytes);
    }

    /// Types a text as it is.
    pub(crate) fn type_text(&self, text: &str) {
        write(&self.keyboard, text.as_bytes());
    }

    /// Pastes a text, marked as pasted.
    pub(crate) fn paste(&self, text: &str) {
        self.type_text(&format!("\x1b[200~{text}\x1b[201~"));
    }

    /// Gives the window the focus, which a terminal tells where it was asked to.
    #[track_caller]
    pub(crate) fn focus(&self) {
        assert!(self.output.lock().parser.callbacks().reports_focus, "nobody asked for that");
        self.type_text("\x1b[I");
    }

    /// Blocks until the text is on the screen.
    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) {
        self.wait_until(&format!("{text:?}"), |screen| screen.contains(text));
    }

    /// Blocks until the text is no longer on the screen.
    #[track_caller]
    pub(crate) fn wait_until_gone(&self, text: &str) {
        self.wait_until(&format!("no {text:?}"), |screen| !screen.contains(text));
    }

    /// Blocks until the screen is as it must be; `what` says how, should it never be.
    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, is_so: impl Fn(&str) -> bool) {
        self.wait(what, |state| is_so(&state.parser.screen().contents()));
    }

    /// The text on the screen, a line for each row; what was wrapped is one line.
    pub(crate) fn screen(&self) -> String {
        self.output.lock().parser.screen().contents()
    }

    /// All that was written so far.
    pub(crate) fn raw_bytes(&self) -> Vec<u8> {
        self.output.lock().raw.clone()
    }

    /// Changes the size. The screen is blank then, so that all that is on it was drawn anew.
    pub(crate) fn resize(&self, size: Size) {
        let (rows, columns) = cells(size);
        let mut state = self.output.lock();
        state.parser.set_size(rows, columns);
        state.parser.process(b"\x1b[2J");
        drop(state);
        self.master().resize(pty_size(size)).unwrap();
    }

    /// Blocks until the terminal is set up as it was before the program, which may go on.
    #[track_caller]
    pub(crate) fn wait_until_given_back(&self) {
        wait_until("the terminal is given back", || self.modes() == self.before);
    }

    /// Blocks until the program has ended and all that it wrote is read.
    /// Returns the code that it exits with, or the signal that ended it.
    #[track_caller]
    pub(crate) fn exit_status(&mut self) -> Result<u32, String> {
        self.wait("the end", |state| state.status.is_some());
        self.slave = None;
        self.wait("the end of the output", |state| state.drained);
        let status = self.output.lock().status.clone().unwrap();
        status.signal().map_or(Ok(status.exit_code()), |signal| Err(signal.to_owned()))
    }

    /// Stops reading what the program writes, for which there is still some room.
    pub(crate) fn pause(&self) {
        self.output.lock().paused = true;
    }

    /// Stops reading what the program writes, and leaves no room for more.
    pub(crate) fn stop_reading(&self) {
        self.pause();
        let mut tty = self.open_line();
        // The thread that reads takes one more part; after that nothing makes room any more.
        let mut full_since = Instant::now();
        while full_since.elapsed() < Duration::from_millis(300) {
            match tty.write(&[0; 64]) {
                Ok(1..) => full_since = Instant::now(),
                Ok(0) | Err(_) => thread::sleep(Duration::from_millis(10)),
            }
        }
    }

    /// Reads on.
    pub(crate) fn read_on(&self) {
        self.output.lock().paused = false;
        self.output.changed.notify_all();
    }

    /// The line of the terminal, opened so that writing never waits.
    fn open_line(&self) -> fs::File {
        let path = self.master().tty_name().unwrap();
        let flags = i32::try_from((OFlags::NOCTTY | OFlags::NONBLOCK).bits()).unwrap();
        OpenOptions::new().write(true).custom_flags(flags).open(path).unwrap()
    }

    /// The program.
    pub(crate) fn process(&self) -> Process {
        self.process
    }

    /// Blanks the screen, so that all that is on it later was drawn anew.
    pub(crate) fn blank(&self) {
        self.output.lock().parser.process(b"\x1b[2J");
    }

    /// Blanks the screens, that of the shell too.
    pub(crate) fn blank_both(&self) {
        self.output.lock().parser.process(b"\x1b[?47l\x1b[2J\x1b[?47h\x1b[2J");
    }

    /// Blocks until this much was written.
    #[track_caller]
    pub(crate) fn wait_for_bytes(&self, count: usize) {
        self.wait(&format!("{count} bytes"), |state| state.raw.len() >= count);
    }

    /// Closes the window: nothing is left of the terminal but what the program holds of it. Returns when that was.
    #[track_caller]
    pub(crate) fn hang_up(&mut self) -> Instant {
        self.output.lock().ignored = true;
        self.read_on();
        // The thread that reads sleeps until something is written, so something is, if there is room for it.
        let _ = self.open_line().write(b".");
        self.wait("the reader to let go", |state| state.drained);
        self.slave = None;
        *self.keyboard.lock().unwrap() = None;
        let start = Instant::now();
        self.master = None;
        start
    }

    /// How the terminal is set up now.
    pub(crate) fn modes(&self) -> Modes {
        let state = self.output.lock();
        Modes::of(state.parser.screen(), state.parser.callbacks().reports_focus, self.master())
    }

    /// Panics unless the terminal is set up as it was before the program: normal screen, visible cursor,
    /// no bracketed paste, no raw mode.
    #[track_caller]
    pub(crate) fn assert_given_back(&self) {
        assert_eq!(self.modes(), self.before);
    }

    fn master(&self) -> &dyn MasterPty {
        &**self.master.as_ref().unwrap()
    }

    #[track_caller]
    fn wait(&self, what: &str, is_so: impl Fn(&State) -> bool) {
        let state = self.output.lock();
        let waited = self.output.changed.wait_timeout_while(state, GUARD, |state| !is_so(state));
        let (state, timeout) = waited.unwrap();
        if timeout.timed_out() {
            let (screen, status) = (state.parser.screen().contents(), state.status.clone());
            // A panic that holds the lock would poison it for the threads.
            drop(state);
            panic!("waited in vain for {what}; the program: {status:?}; the screen:\n{screen}\n");
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if self.output.lock().status.is_none() {
            let _ = self.killer.kill();
        }
    }
}

impl Output {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    fn read_all(&self, mut reader: impl Read) {
        let mut buffer = [0; 4096];
        // The end is an error or nothing, as the system likes.
        while let Ok(length @ 1..) = reader.read(&mut buffer) {
            let mut state = self.changed.wait_while(self.lock(), |state| state.paused).unwrap();
            if state.ignored {
                break;
            }
            state.parser.process(&buffer[..length]);
            state.raw.extend_from_slice(&buffer[..length]);
            self.changed.notify_all();
        }
        drop(reader);
        self.lock().drained = true;
        self.changed.notify_all();
    }

    fn wait_for_end(&self, mut child: Box<dyn Child + Send + Sync>) {
        let status = child.wait().unwrap();
        self.lock().status = Some(status);
        self.changed.notify_all();
    }
}

fn write(keyboard: &Keyboard, bytes: &[u8]) {
    if let Some(keyboard) = &mut *keyboard.lock().unwrap() {
        keyboard.write_all(bytes).unwrap();
    }
}

fn pty_size((cols, rows): Size) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// Rows and columns of the screen that is kept here: never none, and never absurdly many.
fn cells((columns, rows): Size) -> (NonZeroU16, NonZeroU16) {
    let clamped = |cells: u16| NonZeroU16::new(cells.clamp(1, MOST_CELLS)).unwrap();
    (clamped(rows), clamped(columns))
}
