//! Processes that work on the profile: this very test program, started once more with a task.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};

use touchstone::store::{Over, Saving, Store, StoreError};

use super::shelf::{self, NEW, NEXT, OLD};
use crate::support::jewelry;

/// What a worker is to do.
const TASK: &str = "TOUCHSTONE_TEST_TASK";

/// The data folder that it works in.
const FOLDER: &str = "TOUCHSTONE_TEST_FOLDER";

/// How the line begins on which a worker says what came out.
const RESULT: &str = "result: ";

/// What a worker can do, by the name that it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Save the new profile over the old one.
    Save,
    /// Save the new profile over one that is no longer what was loaded.
    SaveStale,
    /// Save the new profile where there must be none.
    SaveFresh,
    /// Save the new profile over anything.
    SaveAnyway,
    /// Load the profile, whatever it is, and save the next one over it.
    Recover,
    /// Only load the profile.
    Load,
    /// Save numbered profiles without end.
    Loop,
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

/// A command for a worker with a task. Its arguments are in the command: a program to trace it can go before it.
pub(crate) fn prepare(mut command: Command, task: Task, data: &Path) -> Command {
    command
        .arg(std::env::current_exe().expect("this program has a path"))
        .args(["store::worker", "--exact", "--nocapture", "--test-threads=1"])
        .env(TASK, task.text())
        .env(FOLDER, data)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Starts a worker with nothing before it.
pub(crate) fn start(task: Task, data: &Path) -> Child {
    prepare(Command::new("env"), task, data).spawn().expect("a worker starts")
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

fn was_killed(status: ExitStatus) -> bool {
    std::os::unix::process::ExitStatusExt::signal(&status) == Some(9)
}

/// Does what this process was started for, if it was started as a worker.
pub(crate) fn work() {
    let (Ok(task), Some(folder)) = (std::env::var(TASK), std::env::var_os(FOLDER)) else { return };
    let comparison = jewelry();
    let store = Store::new(&PathBuf::from(folder), &comparison);
    let profile = |note: &str| shelf::profile(&comparison, note);
    match Task::read(&task) {
        Task::Save => say(&told(&store.save(&shelf::name(), &profile(NEW), &Over::Known(shelf::text(OLD))))),
        Task::SaveStale => {
            say(&told(&store.save(&shelf::name(), &profile(NEW), &Over::Known(shelf::text(NEXT)))));
        }
        Task::SaveFresh => say(&told(&store.save(&shelf::name(), &profile(NEW), &Over::Nothing))),
        Task::SaveAnyway => say(&told(&store.save(&shelf::name(), &profile(NEW), &Over::Anything))),
        Task::Recover => say(&match store.load(&shelf::name()) {
            Ok(Some((_, known))) => told(&store.save(&shelf::name(), &profile(NEXT), &Over::Known(known))),
            Ok(None) => "there is no profile".to_owned(),
            Err(error) => format!("refused: {error}"),
        }),
        Task::Load => say(&match store.load(&shelf::name()) {
            Ok(Some((loaded, _))) if loaded == profile(OLD) => "loaded".to_owned(),
            Ok(loaded) => format!("{loaded:?}"),
            Err(error) => format!("refused: {error}"),
        }),
        Task::Loop => {
            for number in 1_u64.. {
                let saving = store.save(&shelf::name(), &profile(&number.to_string()), &Over::Anything);
                say(&told(&saving));
            }
        }
        Task::Count(edits) => {
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
