//! Workers under `strace`, which kills them or lets the system refuse at a chosen system call of a save.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Output};
use std::thread;

use tempfile::NamedTempFile;

use super::site::Site;
use super::worker::{self, Task};
use crate::support::process::{output_of, wait_until};
use crate::support::skip;

/// Runs the tracer so that the worker keeps the process number of the shell: the name of its temporary file is
/// known before it starts. Only calls on the folder and its files count, so that a fault never hits the start of a process.
const SCRIPT: &str = r#"exec strace -f -D -q -o "$LOG" $OPTIONS \
    -P "$DATA" -P "$DATA/profiles" -P "$DATA/profiles/jewelry" \
    -P "$FILE" -P "$FILE.bak" -P "$LOCK" -P "$TEMPORARY$$" -P "$BACKUP_TEMPORARY$$" "$@""#;

/// System calls on the folder, each with how often it is made.
pub(crate) type Calls = BTreeMap<String, usize>;

/// Runs a worker with faults in the words of `strace`, such as `fsync:signal=KILL:when=2`.
#[track_caller]
pub(crate) fn run<S: Site>(task: Task, site: &S, faults: &[&str]) -> Output {
    start(task, site, faults, "/dev/null", &format!("{task:?} with {faults:?}"))
}

fn start<S: Site>(task: Task, site: &S, faults: &[&str], log: &str, what: &str) -> Output {
    let mut options: Vec<String> = faults.iter().map(|fault| format!("-e inject={fault}")).collect();
    if !faults.is_empty() {
        let calls: Vec<&str> = faults.iter().filter_map(|fault| fault.split(':').next()).collect();
        options.push(format!("-e trace={}", calls.join(",")));
        // Then no other call is stopped at, which makes it quick; but this way no signal can be sent.
        if !faults.iter().any(|fault| fault.contains("signal=")) {
            options.push("--seccomp-bpf".to_owned());
        }
    }
    let mut shell = Command::new("sh");
    shell
        .args(["-c", SCRIPT, "sh"])
        .arg(worker::program())
        .env("LOG", log)
        .env("OPTIONS", options.join(" "))
        .env("DATA", site.data())
        .env("FILE", site.file())
        .env("LOCK", site.lock_file())
        .env("TEMPORARY", site.temporary_prefix())
        .env("BACKUP_TEMPORARY", site.backup_temporary_prefix());
    let child = worker::prepare::<S>(shell, task, site.data()).spawn().expect("a shell starts");
    output_of(child, what)
}

/// The system calls of a task, or why they can't be had here.
fn try_calls<S: Site>(task: Task, site: &S) -> Result<Calls, String> {
    let version = Command::new("strace").arg("--version").output();
    if let Err(error) = version {
        return Err(format!("strace can't be run: {error}"));
    }
    let log = NamedTempFile::new().expect("a temporary file");
    let path = log.path().to_str().expect("a plain path");
    let output = start(task, site, &[], path, "a plain run");
    if !output.status.success() {
        return Err(format!("strace can't trace: {}", String::from_utf8_lossy(&output.stderr)));
    }
    let lines = finished(&log);
    let mut calls = Calls::new();
    for line in lines.lines() {
        // A line is `123 fsync(3) = 0`.
        let call = line.split_once(' ').and_then(|(_, call)| call.trim_start().split_once('('));
        if let Some((call, _)) = call {
            *calls.entry(call.to_owned()).or_default() += 1;
        }
    }
    if calls.is_empty() { Err("strace sees nothing".to_owned()) } else { Ok(calls) }
}

/// What the tracer wrote. It may end a little after the worker.
fn finished(log: &NamedTempFile) -> String {
    let mut text = String::new();
    wait_until("the tracer has ended", || {
        text = fs::read_to_string(log.path()).expect("the log");
        text.contains("+++ exited")
    });
    text
}

/// The system calls of a task; none, with a word why, if this machine can't trace.
pub(crate) fn calls<S: Site>(task: Task, site: &S) -> Option<Calls> {
    match try_calls(task, site) {
        Ok(calls) => Some(calls),
        Err(why) => {
            skip(&why);
            None
        }
    }
}

/// Does `job` to every item, two at a time.
pub(crate) fn for_each<T: Sync>(items: &[T], job: impl Fn(&T) + Sync) {
    thread::scope(|scope| {
        for first in 0..2 {
            let job = &job;
            scope.spawn(move || items.iter().skip(first).step_by(2).for_each(job));
        }
    });
}
