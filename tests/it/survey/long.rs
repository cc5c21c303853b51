//! Streams that are far longer than the memory that there is.

#![cfg(target_os = "linux")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::thread;

use crate::support::bench::PROGRAM;

/// All the memory of a process, in KiB: of addresses, of which most are never used.
const ROOM: u32 = 32 * 1024;

/// Sends so many lines through the program, which has little room, and counts what comes out of it.
fn send(lines: usize, line: &str, args: &str) -> (usize, usize) {
    // Nothing of it may grow: what is written out alone would be more than that.
    let script = format!("ulimit -v {ROOM}; exec \"$0\" {args}");
    let mut command = Command::new("sh");
    command.args(["-c", &script, PROGRAM]).env_clear().env("LC_ALL", "C.UTF-8");
    // What the system sets aside for each thread is addresses alone.
    command.env("MALLOC_ARENA_MAX", "1");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
    let mut input = child.stdin.take().expect("its input");
    let block = line.repeat(1_000);
    let writer =
        thread::spawn(move || (0..lines / 1_000).try_for_each(|_| input.write_all(block.as_bytes())));
    let (mut count, mut bytes) = (0, 0);
    for line in BufReader::new(child.stdout.take().expect("its output")).split(b'\n') {
        bytes += line.expect("a line").len();
        count += 1;
    }
    writer.join().expect("all is sent").expect("all is read");
    assert!(child.wait().expect("it ends").success());
    (count, bytes)
}

fn memory_does_not_grow_with(lines: usize) {
    let good = "{\"id\":\"p\",\"stances\":{\"handmade/uniqueness\":{\"weight\":8}}}\n";
    for args in ["score", "score --jobs 2"] {
        let (count, bytes) = send(lines, good, args);
        assert_eq!(count, lines, "{args}");
        assert!(bytes > 500 * lines, "{bytes}");
    }
    let bad = format!("{{\"id\":\"p\",\"stances\":{{\"{}\":{{\"weight\":8}}}}}}\n", "x".repeat(300));
    assert_eq!(send(lines, &bad, "score").0, lines);
    let (answers, _) = send(lines, "{\"id\":\"p\",\"error\":\"none\"}\n", "tally --format json");
    assert_eq!(answers, 1);
}

#[test]
fn memory_does_not_grow_with_the_stream() {
    memory_does_not_grow_with(70_000);
}

/// `cargo test --release --test it -- --ignored survey::long`
#[test]
#[ignore = "takes some minutes"]
fn memory_does_not_grow_with_ten_million_lines() {
    memory_does_not_grow_with(10_000_000);
}

#[test]
fn memory_does_not_grow_with_a_line() {
    let line = format!("{{\"id\":\"{}\"}}", "x".repeat(150_000));
    // A stream of 150 MB that is one line.
    let (count, bytes) = send(1_000, &line, "score");
    assert_eq!(count, 1);
    assert!(bytes < 1_000, "{bytes}");
}
