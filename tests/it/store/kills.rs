//! A save that is killed at any system call leaves the old or the new file whole, and so does its recovery.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Mutex;

use touchstone::store::{Over, Saving};

use super::desk::Desk;
use super::shelf::Shelf;
use super::site::{NEW, NEXT, OLD, Site, name_of};
use super::traced::{Calls, calls, for_each, run};
use super::worker::{self, Task};

/// What the folder of the file holds, by file.
type Content = Vec<(String, String)>;

/// Every call of a kind and its number.
fn points(calls: &Calls) -> Vec<(&str, usize)> {
    calls.iter().flat_map(|(call, count)| (1..=*count).map(move |k| (call.as_str(), k))).collect()
}

/// Runs a task that is killed at one system call, and returns whether it was.
fn kill<S: Site>(task: Task, site: &S, call: &str, k: usize) -> bool {
    let fault = format!("{call}:signal=KILL:when={k}");
    let output = run(task, site, &[&fault]);
    let result = worker::result(&output, &fault);
    assert!(result.as_deref().is_none_or(|result| result == "written"), "{task:?}, {fault}: {result:?}");
    result.is_none()
}

/// The file is whole and one of those; what else is there is a temporary file at most.
fn assert_whole<S: Site>(site: &S, notes: &[&str], what: &str) {
    let found = site.read();
    assert!(notes.iter().any(|note| S::text(note) == found), "{what}: the file holds\n{found}");
    let prefix = name_of(&site.temporary_prefix());
    let others = site.content().into_iter().filter(|(file, _)| !file.starts_with(&*prefix)).count();
    assert_eq!(others, 1, "{what}: {:?}", site.content());
}

#[test]
fn a_save_killed_at_any_system_call_and_its_recovery_too_lose_nothing() {
    let left = kill_everywhere::<Shelf>();
    let recoveries: usize = left.iter().map(kill_recovery).sum();
    println!("{recoveries} kill points of a recovery from {} states", left.len());
}

#[test]
fn a_save_of_a_comparison_killed_at_any_system_call_loses_nothing() {
    kill_everywhere::<Desk>();
}

#[test]
fn a_first_save_of_a_comparison_killed_at_any_system_call_leaves_a_whole_file_or_none() {
    let Some(calls) = calls(Task::SaveFresh, &Desk::empty()) else { return };
    let points = points(&calls);
    for_each(&points, |(call, k)| {
        let what = format!("first save killed at {call} {k}");
        let desk = Desk::empty();
        assert!(kill(Task::SaveFresh, &desk, call, *k), "not {what}");
        if desk.file().exists() {
            assert_whole(&desk, &[NEW], &what);
        } else {
            let saving = desk.save(OLD, &Over::Nothing);
            assert!(matches!(saving, Ok(Saving::Written { .. })), "{what}: {saving:?}");
        }
        desk.assert_next_save_works(&what);
    });
    println!("{} kill points of a first save of a comparison", points.len());
}

/// Kills a save at each system call; returns the states that it can leave behind, none if nothing can be traced.
fn kill_everywhere<S: Site>() -> BTreeSet<Content> {
    let Some(calls) = calls(Task::Save, &S::stocked()) else { return BTreeSet::new() };
    for call in ["openat", "write", "fsync", "rename"] {
        assert!(calls.contains_key(call), "no {call} among {calls:?}");
    }
    let left = Mutex::new(BTreeSet::<Content>::new());
    let points = points(&calls);
    for_each(&points, |(call, k)| {
        let what = format!("killed at {call} {k}");
        let site = S::stocked();
        assert!(kill(Task::Save, &site, call, *k), "not {what}");
        assert_whole(&site, &[OLD, NEW], &what);
        left.lock().expect("no panic").insert(nameless(site.content()));
        site.assert_next_save_works(&what);
    });
    for (call, count) in &calls {
        assert!(!kill(Task::Save, &S::stocked(), call, count + 1), "more {call} than were counted");
    }
    let left = left.into_inner().expect("no panic");
    // The old one alone, with an empty temporary file, with a full one; the new one.
    assert!(left.len() >= 4, "{left:?}");
    println!("{} kill points of a save of a {}: {calls:?}", points.len(), S::KIND);
    left
}

#[test]
fn a_save_over_anything_killed_at_any_system_call_loses_nothing() {
    kill_overwriting::<Shelf>();
}

#[test]
fn a_save_of_a_comparison_over_anything_killed_at_any_system_call_loses_nothing() {
    kill_overwriting::<Desk>();
}

fn kill_overwriting<S: Site>() {
    let Some(calls) = calls(Task::SaveAnyway, &S::stocked()) else { return };
    let points = points(&calls);
    for_each(&points, |(call, k)| {
        let what = format!("save over anything killed at {call} {k}");
        let site = S::stocked();
        assert!(kill(Task::SaveAnyway, &site, call, *k), "not {what}");
        let (found, kept) = (site.read(), fs::read_to_string(site.backup()).ok());
        let (old, new) = (S::text(OLD), S::text(NEW));
        assert!(found == old || found == new, "{what}: the file holds\n{found}");
        assert!(kept.as_ref().is_none_or(|kept| *kept == old), "{what}: the old one is {kept:?}");
        assert!(found == old || kept.is_some(), "{what}: the old one is gone");
        if kept.is_some() {
            fs::remove_file(site.backup()).expect("it is removed");
        }
        site.assert_next_save_works(&what);
    });
    println!("{} kill points of a save of a {} over anything", points.len(), S::KIND);
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
