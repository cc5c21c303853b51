//! Standard input, output and error of every kind, for every subcommand: never a panic, a hang or a false success.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use tempfile::TempDir;

use crate::support::skip;

/// How long a run may take before it counts as hung.
const GUARD: Duration = Duration::from_secs(20);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Terminal,
    Pipe,
    Null,
    /// Rust opens `/dev/null` in place of what is closed before the program begins.
    Closed,
    Full,
}

const KINDS: [Kind; 5] = [Kind::Terminal, Kind::Pipe, Kind::Null, Kind::Closed, Kind::Full];

/// What the shell writes behind a command to redirect its stream `fd`; a pipe is a FIFO that `cat` empties.
fn redirection(fd: u8, kind: Kind) -> String {
    let arrow = if fd == 0 { '<' } else { '>' };
    match kind {
        Kind::Terminal => String::new(),
        Kind::Pipe => format!(" {fd}{arrow}pipe{fd}"),
        Kind::Null => format!(" {fd}{arrow}/dev/null"),
        Kind::Closed => format!(" {fd}{arrow}&-"),
        Kind::Full => format!(" {fd}{arrow}/dev/full"),
    }
}

/// The shell's script: pipes first, then the program, whose exit code goes to a file.
fn script(kinds: [Kind; 3]) -> String {
    let mut script = String::from("mkfifo pipe0 pipe1 pipe2\n");
    if kinds[0] == Kind::Pipe {
        script.push_str("printf 'not a key' > pipe0 &\n");
    }
    for fd in [1_u8, 2] {
        if kinds[usize::from(fd)] == Kind::Pipe {
            script.extend(["cat < pipe", &fd.to_string(), " > said", &fd.to_string(), " &\n"]);
        }
    }
    let redirections: String = (0..3).map(|fd| redirection(fd, kinds[usize::from(fd)])).collect();
    script + &format!("\"$0\" \"$@\"{redirections}\necho $? > code\nwait\n")
}

/// Runs the program with these streams in a terminal of its own and returns its exit code.
fn run(folder: &Path, kinds: [Kind; 3], args: &[&str]) -> i32 {
    let pty = native_pty_system().openpty(PtySize { rows: 30, cols: 100, ..PtySize::default() });
    let pty = pty.expect("a pseudo-terminal");
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", &script(kinds), env!("CARGO_BIN_EXE_touchstone")]);
    command.args(args);
    command.cwd(folder);
    for name in ["TOUCHSTONE_DATA_DIR", "HOME", "XDG_DATA_HOME"] {
        command.env(name, folder.join("data"));
    }
    command.env("TERM", "xterm-256color");
    let mut shell = pty.slave.spawn_command(command).expect("a shell");
    drop(pty.slave);
    let mut reader = pty.master.try_clone_reader().expect("a reader");
    let mut writer = pty.master.take_writer().expect("a writer");
    let is_asked_in_lines = args.first() == Some(&"weigh");
    // Who explores is told to quit as soon as the other screen is there.
    thread::spawn(move || {
        let (mut seen, mut part) = (Vec::new(), [0; 4096]);
        // Who is asked in lines reads that whenever a question comes.
        let mut told = is_asked_in_lines && writer.write_all(b"q\n").is_ok();
        while let Ok(count @ 1..) = reader.read(&mut part) {
            seen.extend_from_slice(&part[..count]);
            if !told && seen.windows(8).any(|bytes| bytes == b"\x1b[?1049h") {
                told = true;
                let _ = writer.write_all(b"q");
            }
        }
    });
    let mut killer = shell.clone_killer();
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(shell.wait()));
    if receiver.recv_timeout(GUARD).is_err() {
        let _ = killer.kill();
        panic!("{args:?} with {kinds:?} hangs");
    }
    let code = fs::read_to_string(folder.join("code")).expect("the exit code");
    code.trim().parse().expect("a number")
}

#[test]
fn streams_of_every_kind_never_lead_to_a_panic_a_hang_or_a_false_success() {
    if !Path::new("/dev/full").exists() {
        skip("there is no /dev/full here");
        return;
    }
    let combinations: Vec<[Kind; 3]> = KINDS
        .iter()
        .flat_map(|a| KINDS.iter().flat_map(move |b| KINDS.iter().map(move |c| [*a, *b, *c])))
        .collect();
    let subcommands: [&[&str]; 4] = [&[], &["report"], &["check", "jewelry.ron"], &["weigh"]];
    let runs: Vec<([Kind; 3], &[&str])> =
        combinations.iter().flat_map(|kinds| subcommands.iter().map(move |args| (*kinds, *args))).collect();
    assert_eq!(runs.len(), 500);
    let threads = 4;
    thread::scope(|scope| {
        for first in 0..threads {
            let runs = &runs;
            scope.spawn(move || {
                for (kinds, args) in runs.iter().skip(first).step_by(threads) {
                    let folder = TempDir::new().expect("a temporary folder");
                    fs::write(folder.path().join("jewelry.ron"), touchstone::JEWELRY).expect("a file");
                    let code = run(folder.path(), *kinds, args);
                    // What is read from there has no end.
                    let is_endless = args == &["weigh"] && kinds[0] == Kind::Full;
                    let expected = i32::from(kinds[1] == Kind::Full || is_endless);
                    assert_eq!(code, expected, "{args:?} with {kinds:?}");
                    if kinds[1] == Kind::Pipe {
                        let said = fs::read_to_string(folder.path().join("said1")).expect("what it said");
                        assert!(said.contains("Handmade"), "{args:?} with {kinds:?}: {said}");
                    }
                }
            });
        }
    });
}
