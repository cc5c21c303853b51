//! Standard output and standard error that end early or are full.

#[cfg(unix)]
use std::fs;
use std::io;
use std::process::{Output, Stdio};

use super::refusal::SOUND;
use crate::support::bench::Bench;
#[cfg(unix)]
use crate::support::bench::PROGRAM;

/// What prints something, in as many ways as there are.
const PRINTING: [&[&str]; 7] = [
    &[],
    &["report"],
    &["report", "--format", "markdown"],
    &["report", "--format", "json"],
    &["check", "rings.ron", "rings.ron"],
    &["--help"],
    &["--version"],
];

fn bench() -> Bench {
    let bench = Bench::new();
    bench.write("rings.ron", SOUND);
    bench
}

/// A pipe that nobody reads.
fn closed_pipe() -> Stdio {
    let (reader, writer) = io::pipe().expect("a pipe");
    drop(reader);
    writer.into()
}

fn end(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_reader_that_left_ends_it_quietly() {
    let bench = bench();
    for args in PRINTING {
        let child = bench.command(args).stdout(closed_pipe()).stderr(Stdio::piped()).spawn();
        let output = child.and_then(std::process::Child::wait_with_output).expect("the program runs");
        assert_eq!(end(&output), (Some(0), String::new(), String::new()), "{args:?}");
    }
}

/// Runs the program where no file may have a byte, with a line as its input.
#[cfg(unix)]
fn limited(bench: &Bench, args: &[&str]) -> (Option<i32>, String, String) {
    let script = r#"ulimit -f 0; echo 9 | "$0" "$@""#;
    let like = bench.command(args);
    let mut command = std::process::Command::new("sh");
    command.args(["-c", script, PROGRAM]).args(args).current_dir(bench.path());
    command.envs(like.get_envs().filter_map(|(name, value)| Some((name, value?))));
    end(&command.output().expect("the shell starts"))
}

#[cfg(unix)]
#[test]
fn a_limit_on_the_size_of_files_is_told_and_ends_nothing() {
    let bench = bench();
    bench
        .write("record.md", "## Tent\n\n* Good, because it is ours\n\n## Hut\n\n* Good, because it is dry\n");
    let (code, out, err) = limited(&bench, &["weigh"]);
    assert!(out.contains("Unsaved changes are not kept: can't write: File too large"), "{out}");
    assert_eq!((code, &*err), (Some(1), "error: nothing was saved, and what you said could not be kept\n"));
    let (code, out, err) = limited(&bench, &["import", "record.md", "--out", "record.ron"]);
    assert_eq!((code, &*out), (Some(1), ""));
    assert!(err.contains("can't write: File too large"), "{err}");
    assert!(!bench.path().join("record.ron").exists());
    let output = fs::File::create(bench.path().join("report.txt")).expect("a file");
    let mut command = std::process::Command::new("sh");
    command.args(["-c", r#"ulimit -f 0; exec "$0" report"#, PROGRAM]).stdout(output);
    let (code, _, err) = end(&command.output().expect("the shell starts"));
    assert_eq!(code, Some(1), "{err}");
    assert!(err.starts_with("error: can't write to standard output: File too large"), "{err}");
}

#[test]
fn a_reader_that_left_makes_no_bad_file_good() {
    let bench = bench();
    let child = bench
        .command(&["check", "rings.ron", "nope.ron"])
        .stdout(closed_pipe())
        .stderr(Stdio::piped())
        .spawn();
    let (code, _, err) =
        end(&child.and_then(std::process::Child::wait_with_output).expect("the program runs"));
    assert_eq!(code, Some(1));
    assert!(err.ends_with("error: 1 of 2 files can't be used\n"), "{err}");
}

#[test]
fn messages_that_nobody_reads_change_no_exit_code() {
    let bench = bench();
    for (args, code) in
        [(["check", "nope.ron"].as_slice(), 1), (&["--nope"], 2), (&["report", "--profile", "x"], 1)]
    {
        let child = bench.command(args).stdout(Stdio::piped()).stderr(closed_pipe()).spawn();
        let output = child.and_then(std::process::Child::wait_with_output).expect("the program runs");
        assert_eq!(end(&output), (Some(code), String::new(), String::new()), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    /// The system's number for "no space left on device".
    const ENOSPC: i32 = 28;

    let bench = bench();
    let said = format!("error: can't write to standard output: {}\n", io::Error::from_raw_os_error(ENOSPC));
    for args in PRINTING {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("a full device");
        let child = bench.command(args).stdout(full).stderr(Stdio::piped()).spawn();
        let output = child.and_then(std::process::Child::wait_with_output).expect("the program runs");
        assert_eq!(end(&output), (Some(1), String::new(), said.clone()), "{args:?}");
    }
}
