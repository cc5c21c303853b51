//! A save that is killed at any system call leaves the old or the new profile whole, and so does its recovery.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Mutex;

use super::shelf::{NEW, NEXT, OLD, Shelf, text};
use super::traced::{Calls, calls, for_each, run};
use super::worker::{self, Task};

/// What the folder of the profiles holds, by file.
type Content = Vec<(String, String)>;

/// Every call of a kind and its number.
fn points(calls: &Calls) -> Vec<(&str, usize)> {
    calls.iter().flat_map(|(call, count)| (1..=*count).map(move |k| (call.as_str(), k))).collect()
}

/// Runs a task that is killed at one system call, and returns whether it was.
fn kill(task: Task, shelf: &Shelf, call: &str, k: usize) -> bool {
    let fault = format!("{call}:signal=KILL:when={k}");
    let output = run(task, shelf, &[&fault]);
    let result = worker::result(&output, &fault);
    assert!(result.as_deref().is_none_or(|result| result == "written"), "{task:?}, {fault}: {result:?}");
    result.is_none()
}

/// The profile is whole and one of those; what else is there is a temporary file at most.
fn assert_whole(shelf: &Shelf, notes: &[&str], what: &str) {
    let found = shelf.read();
    assert!(notes.iter().any(|note| text(note) == found), "{what}: the file holds\n{found}");
    let prefix = shelf.temporary_prefix();
    let prefix = prefix.file_name().expect("a name").to_string_lossy();
    let others = shelf.content().into_iter().filter(|(file, _)| !file.starts_with(&*prefix)).count();
    assert_eq!(others, 1, "{what}: {:?}", shelf.content());
}

#[test]
fn a_save_killed_at_any_system_call_and_its_recovery_too_lose_nothing() {
    let Some(calls) = calls(Task::Save, &Shelf::stocked()) else { return };
    for call in ["openat", "write", "fsync", "rename"] {
        assert!(calls.contains_key(call), "no {call} among {calls:?}");
    }
    let left = Mutex::new(BTreeSet::<Content>::new());
    let points = points(&calls);
    for_each(&points, |(call, k)| {
        let what = format!("killed at {call} {k}");
        let shelf = Shelf::stocked();
        assert!(kill(Task::Save, &shelf, call, *k), "not {what}");
        assert_whole(&shelf, &[OLD, NEW], &what);
        left.lock().expect("no panic").insert(nameless(shelf.content()));
        shelf.assert_next_save_works(&what);
    });
    for (call, count) in &calls {
        assert!(!kill(Task::Save, &Shelf::stocked(), call, count + 1), "more {call} than were counted");
    }
    let left = left.into_inner().expect("no panic");
    // The old one alone, with an empty temporary file, with a full one; the new one.
    assert!(left.len() >= 4, "{left:?}");
    let recoveries: usize = left.iter().map(kill_recovery).sum();
    println!("{} kill points of a save: {calls:?}", points.len());
    println!("{recoveries} kill points of a recovery from {} states", left.len());
}

#[test]
fn a_save_over_anything_killed_at_any_system_call_loses_nothing() {
    let Some(calls) = calls(Task::SaveAnyway, &Shelf::stocked()) else { return };
    let points = points(&calls);
    for_each(&points, |(call, k)| {
        let what = format!("save over anything killed at {call} {k}");
        let shelf = Shelf::stocked();
        assert!(kill(Task::SaveAnyway, &shelf, call, *k), "not {what}");
        let (found, kept) = (shelf.read(), fs::read_to_string(shelf.backup()).ok());
        assert!(found == text(OLD) || found == text(NEW), "{what}: the file holds\n{found}");
        assert!(kept.as_ref().is_none_or(|kept| *kept == text(OLD)), "{what}: the old one is {kept:?}");
        assert!(found == text(OLD) || kept.is_some(), "{what}: the old one is gone");
        if kept.is_some() {
            fs::remove_file(shelf.backup()).expect("it is removed");
        }
        shelf.assert_next_save_works(&what);
    });
    println!("{} kill points of a save over anything", points.len());
}

/// The number of the process is no part of a state.
fn nameless(content: Content) -> Content {
    let nameless = |file: String| file.split_once(".tmp-").map(|(start, _)| format!("{start}.tmp-1"));
    content.into_iter().map(|(file, text)| (nameless(file.clone()).unwrap_or(file), text)).collect()
}

/// Kills the next start's save at each of its system calls, and returns how many there were.
fn kill_recovery(content: &Content) -> usize {
    let shelf = || {
        let shelf = Shelf::stocked();
        shelf.restock(content);
        shelf
    };
    let calls = calls(Task::Recover, &shelf()).expect("it could be traced before");
    let points = points(&calls);
    for_each(&points, |(call, k)| {
        let what = format!("recovery killed at {call} {k}");
        let shelf = shelf();
        assert!(kill(Task::Recover, &shelf, call, *k), "not {what}");
        assert_whole(&shelf, &[OLD, NEW, NEXT], &what);
        shelf.assert_next_save_works(&what);
    });
    points.len()
}
