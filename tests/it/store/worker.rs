//! Processes that work on a profile or a comparison: this very test program, started once more with a task.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::thread;

use touchstone::store::{ComparisonDrafts, Origin, Over, Saving, Store, StoreError};

use super::desk::Desk;
use super::shelf::{self, Shelf};
use super::site::{NEW, NEXT, OLD, Site};
use crate::support::jewelry;

/// What a worker is to do.
const TASK: &str = "TOUCHSTONE_TEST_TASK";

/// What it works on.
const KIND: &str = "TOUCHSTONE_TEST_KIND";

/// The folder that it works in.
const FOLDER: &str = "TOUCHSTONE_TEST_FOLDER";

/// How the line begins on which a worker says what came out.
const RESULT: &str = "result: ";

/// What a worker can do, by the name that it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Save the new file over the old one.
    Save,
    /// Save the new file over one that is no longer what was loaded.
    SaveStale,
    /// Save the new file where there must be none.
    SaveFresh,
    /// Save the new file over anything.
    SaveAnyway,
    /// Load the file, whatever it says, and save the next one over it.
    Recover,
    /// Only load the file.
    Load,
    /// Save numbered files without end.
    Loop,
    /// Keep a draft of the new comparison until it is killed.
    Draft,
    /// Raise the counter in the profile this many times.
    Count(usize),
}

impl Task {
    fn read(text: &str) -> Self {
        match text {
            "Save" => Self::Save,
            "SaveStale" => Self::SaveStale,
            "SaveFresh" => Self::SaveFresh,
            "SaveAnyway" => Self::SaveAnyway,
            "Recover" => Self::Recover,
            "Load" => Self::Load,
            "Loop" => Self::Loop,
            "Draft" => Self::Draft,
            _ => Self::Count(text.parse().expect("a number of edits")),
        }
    }

    fn text(self) -> String {
        match self {
            Self::Count(edits) => edits.to_string(),
            named => format!("{named:?}"),
        }
    }
}

/// The command that starts this program, or one that traces it, as a worker with a task.
pub(crate) fn prepare<S: Site>(mut command: Command, task: Task, data: &Path) -> Command {
    command
        .args(["store::worker", "--exact", "--nocapture", "--test-threads=1"])
        .env(TASK, task.text())
        .env(KIND, S::KIND)
        .env(FOLDER, data)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// This program.
pub(crate) fn program() -> PathBuf {
    std::env::current_exe().expect("this program has a path")
}

/// Starts a worker with nothing before it.
pub(crate) fn start<S: Site>(task: Task, data: &Path) -> Child {
    prepare::<S>(Command::new(program()), task, data).spawn().expect("a worker starts")
}

/// What a worker says came out, unless it was killed. It must not have panicked.
#[track_caller]
pub(crate) fn result(output: &Output, what: &str) -> Option<String> {
    if was_killed(output.status) {
        return None;
    }
    assert!(output.status.success(), "{what}: {output:?}");
    let out = String::from_utf8_lossy(&output.stdout);
    let result = out.lines().find_map(|line| line.strip_prefix(RESULT));
    Some(result.unwrap_or_else(|| panic!("{what}: no result: {output:?}")).to_owned())
}

#[cfg(unix)]
fn was_killed(status: ExitStatus) -> bool {
    std::os::unix::process::ExitStatusExt::signal(&status) == Some(9)
}

/// Here it can't be told from an end with an error.
#[cfg(not(unix))]
fn was_killed(_: ExitStatus) -> bool {
    false
}

/// Does what this process was started for, if it was started as a worker.
pub(crate) fn work() {
    let (Ok(task), Some(folder)) = (std::env::var(TASK), std::env::var_os(FOLDER)) else { return };
    let kind = std::env::var(KIND).expect("it is told what to work on");
    let work = if kind == Desk::KIND { work_on::<Desk> } else { work_on::<Shelf> };
    work(Task::read(&task), &PathBuf::from(folder));
}

fn work_on<S: Site>(task: Task, data: &Path) {
    let save = |note: &str, over: &Over| told(&S::save_at(data, note, over));
    match task {
        Task::Save => say(&save(NEW, &Over::Known(S::text(OLD)))),
        Task::SaveStale => say(&save(NEW, &Over::Known(S::text(NEXT)))),
        Task::SaveFresh => say(&save(NEW, &Over::Nothing)),
        Task::SaveAnyway => say(&save(NEW, &Over::Anything)),
        Task::Recover => say(&match S::load_at(data) {
            Ok(Some(known)) => save(NEXT, &Over::Known(known)),
            Ok(None) => "there is none".to_owned(),
            Err(error) => format!("refused: {error}"),
        }),
        Task::Load => say(&match S::load_at(data) {
            Ok(Some(loaded)) if loaded == S::text(OLD) => "loaded".to_owned(),
            Ok(loaded) => format!("{loaded:?}"),
            Err(error) => format!("refused: {error}"),
        }),
        Task::Loop => {
            for number in 1_u64.. {
                say(&save(&number.to_string(), &Over::Anything));
            }
        }
        Task::Draft => {
            let mut drafts = ComparisonDrafts::new(data);
            let kept = drafts.keep(Some((&Origin::New, &Desk::text(NEW), None)));
            say(&kept.map_or_else(|error| error.to_string(), |()| "kept".to_owned()));
            loop {
                thread::park();
            }
        }
        Task::Count(edits) => {
            let store = Store::new(data, &jewelry());
            let kept = (0..edits).filter(|_| raise(&store)).count();
            say(&format!("kept {kept} of {edits}"));
        }
    }
}

/// Raises the counter in the profile by one. Returns whether it was kept; if not, that was said aloud.
fn raise(store: &Store) -> bool {
    let (mut profile, known) = store.load(&shelf::name()).expect("it loads").expect("it is there");
    let next = counter(&profile) + 1;
    shelf::set_note(&mut profile, &next.to_string());
    match store.save(&shelf::name(), &profile, &Over::Known(known)) {
        Ok(Saving::Written { .. }) => true,
        Ok(Saving::Changed) | Err(StoreError::InUse { .. }) => false,
        other => panic!("{other:?}"),
    }
}

/// The counter in a profile.
pub(crate) fn counter(profile: &touchstone::profile::Profile) -> usize {
    shelf::note(profile).parse().expect("a number")
}

fn say(result: &str) {
    // The line must begin with the result, whatever stands before it.
    let line = format!("\n{RESULT}{}\n", result.replace('\n', " "));
    io::stdout().write_all(line.as_bytes()).expect("somebody reads it");
}

fn told(saving: &Result<Saving, StoreError>) -> String {
    match saving {
        Ok(Saving::Written { warning: None, .. }) => "written".to_owned(),
        Ok(Saving::Written { warning: Some(warning), .. }) => format!("written, but {warning}"),
        Ok(other) => format!("{other:?}"),
        Err(error) => format!("refused: {error}"),
    }
}
