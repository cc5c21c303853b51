//! A system that refuses at any call of a save: what is said is true, and the file is whole.

use std::process::Output;
use std::sync::Mutex;

use touchstone::store::Over;

use super::desk::Desk;
use super::shelf::{self, Shelf, text};
use super::site::{NEW, OLD, Site, name_of};
use super::traced::{Calls, calls, for_each, run};
use super::worker::{self, Task};

const ERRORS: [&str; 7] = ["ENOSPC", "EDQUOT", "EIO", "EACCES", "EROFS", "EINTR", "EMFILE"];

/// The standard library panics if closing a folder fails. No file system lets that happen, only a tracer does.
const CLOSEDIR: &str = "unexpected error during closedir";

/// How often a call fails.
#[derive(Clone, Copy, Debug)]
enum Duration {
    /// Once.
    Once,
    /// From then on.
    Lasting,
}

/// Every call of a task that fails with each of some errors, in the words of the tracer.
fn faults(calls: &Calls, errors: &[&str], duration: Duration) -> Vec<String> {
    let mut faults = Vec::new();
    for (call, count) in calls {
        for k in 1..=*count {
            for error in errors {
                let when = match (duration, *error) {
                    (Duration::Once, _) => k.to_string(),
                    // An interrupted call is made again; no system interrupts it for ever.
                    (Duration::Lasting, "EINTR") => format!("{k}..{}", k + 20),
                    (Duration::Lasting, _) => format!("{k}+"),
                };
                faults.push(format!("{call}:error={error}:when={when}"));
            }
        }
    }
    faults
}

/// What must be in the file after a task that said this, if it may say so at all.
fn expected(task: Task, result: &str) -> Option<&'static str> {
    match (task, result) {
        (_, refused) if refused.starts_with("refused: ") => Some(OLD),
        (Task::Save | Task::SaveAnyway, written)
            if written == "written" || written.starts_with("written, but ") =>
        {
            Some(NEW)
        }
        (Task::SaveStale, "Changed") | (Task::SaveFresh, "NameTaken") | (Task::Load, "loaded") => Some(OLD),
        _ => None,
    }
}

/// What a worker says came out that nobody killed.
fn said(output: &Output, what: &str) -> String {
    if String::from_utf8_lossy(&output.stderr).contains(CLOSEDIR) {
        return "refused: by the standard library".to_owned();
    }
    worker::result(output, what).expect("nobody kills it")
}

/// What is wrong after a task with a fault, if anything is.
fn wrong<S: Site>(task: Task, fault: &str) -> (String, Option<String>) {
    let site = S::stocked();
    let what = format!("{task:?} of a {}, {fault}", S::KIND);
    let result = said(&run(task, &site, &[fault]), &what);
    let mut found = site.content();
    // The copy may be there before the save is refused; the old file is whole then, and so is the copy.
    if task == Task::SaveAnyway {
        let copy = name_of(&site.backup());
        found.retain(|(file, text)| *file != copy || *text != S::text(OLD));
    }
    let only = |note| vec![(name_of(&site.file()), S::text(note))];
    let wrong = match expected(task, &result) {
        None => Some(format!("{what}: it says {result:?}")),
        Some(note) if found != only(note) => {
            let files: Vec<_> = found.iter().map(|(file, text)| (file, text.len())).collect();
            let is_new = found.iter().any(|(_, found)| *found == S::text(NEW));
            Some(format!("{what}: it says {result:?}, but there is {files:?}, new: {is_new}"))
        }
        Some(_) => {
            let _ = std::fs::remove_file(site.backup());
            site.assert_next_save_works(&what);
            None
        }
    };
    (result, wrong)
}

/// Lets every call of a task fail in those ways.
#[track_caller]
fn refuse<S: Site>(task: Task, errors: &[&str], duration: Duration) {
    let Some(calls) = calls(task, &S::stocked()) else { return };
    let faults = faults(&calls, errors, duration);
    let (refused, problems) = (Mutex::new(0), Mutex::new(Vec::new()));
    for_each(&faults, |fault| {
        let (result, wrong) = wrong::<S>(task, fault);
        if result.starts_with("refused: ") {
            *refused.lock().expect("no panic") += 1;
        }
        problems.lock().expect("no panic").extend(wrong);
    });
    let (refused, problems) =
        (refused.into_inner().expect("no panic"), problems.into_inner().expect("no panic"));
    println!("{task:?} of a {}, {duration:?}: {} faults, {refused} refused aloud", S::KIND, faults.len());
    assert!(problems.is_empty(), "{} wrong:\n{}", problems.len(), problems.join("\n"));
    assert!(refused > 0);
}

#[test]
fn a_call_that_fails_once_never_leaves_half_a_file_or_a_false_word() {
    refuse::<Shelf>(Task::Save, &ERRORS, Duration::Once);
}

#[test]
fn a_call_that_fails_from_then_on_never_leaves_half_a_file_or_a_false_word() {
    refuse::<Shelf>(Task::Save, &["ENOSPC", "EIO", "EACCES"], Duration::Lasting);
}

#[test]
fn a_file_that_can_not_be_looked_at_is_not_taken_for_what_was_loaded() {
    refuse::<Shelf>(Task::SaveStale, &["EIO"], Duration::Once);
}

#[test]
fn a_file_that_can_not_be_looked_at_is_not_taken_for_none() {
    refuse::<Shelf>(Task::SaveFresh, &["EIO"], Duration::Once);
}

#[test]
fn a_profile_that_can_not_be_looked_at_is_not_said_to_be_missing() {
    refuse::<Shelf>(Task::Load, &["EIO"], Duration::Once);
}

#[test]
fn a_call_that_fails_in_a_save_of_a_comparison_never_leaves_half_a_file_or_a_false_word() {
    refuse::<Desk>(Task::Save, &["ENOSPC", "EIO", "EROFS", "EINTR"], Duration::Once);
    refuse::<Desk>(Task::Save, &["EIO"], Duration::Lasting);
    refuse::<Desk>(Task::SaveAnyway, &["EIO"], Duration::Once);
}

#[test]
fn a_call_that_fails_in_the_first_save_of_a_comparison_leaves_a_whole_file_or_none() {
    let Some(calls) = calls(Task::SaveFresh, &Desk::empty()) else { return };
    for_each(&faults(&calls, &["EIO"], Duration::Once), |fault| {
        let desk = Desk::empty();
        let result = said(&run(Task::SaveFresh, &desk, &[fault]), fault);
        if result.starts_with("refused: ") {
            assert_eq!(desk.content(), [], "{fault}: {result}");
        } else {
            assert!(result.starts_with("written"), "{fault}: {result}");
            desk.assert_holds_only(&Desk::text(NEW), fault);
        }
    });
}

#[test]
fn a_comparison_that_can_not_be_looked_at_is_not_taken_for_what_was_loaded_or_for_none() {
    refuse::<Desk>(Task::SaveStale, &["EIO"], Duration::Once);
    refuse::<Desk>(Task::SaveFresh, &["EIO"], Duration::Once);
}

#[test]
#[ignore = "a long run"]
fn long_run_of_every_error_at_every_call() {
    for task in [Task::Save, Task::SaveStale, Task::SaveFresh, Task::SaveAnyway, Task::Load] {
        for duration in [Duration::Once, Duration::Lasting] {
            refuse::<Shelf>(task, &ERRORS, duration);
            refuse::<Desk>(task, &ERRORS, duration);
        }
    }
}

#[test]
fn a_temporary_file_that_can_not_be_removed_is_swept_by_the_next_save() {
    let shelf = Shelf::stocked();
    if calls(Task::Load, &shelf).is_none() {
        return;
    }
    for call in ["write", "fsync", "rename"] {
        let fault = format!("{call}:error=ENOSPC:when=1");
        let output = run(Task::Save, &shelf, &[&fault, "unlink:error=EIO"]);
        let result = worker::result(&output, &fault).expect("nobody kills it");
        // The first error is told, not the one of clearing up.
        assert!(result.starts_with("refused: ") && result.contains("No space left"), "{fault}: {result}");
        assert_eq!(shelf.read(), text(OLD), "{fault}");
        assert_eq!(shelf.content().len(), 2, "{fault}: the temporary file stays");
    }
    shelf.assert_next_save_works("after faults");
}

#[test]
fn a_leftover_that_can_not_be_removed_is_told() {
    let shelf = Shelf::stocked();
    let leftover = format!("{}1", shelf.temporary_prefix().display());
    std::fs::create_dir(&leftover).expect("a folder that is called like a leftover");
    let new = shelf::profile(&shelf.comparison, NEW);
    let error =
        shelf.store.save(&shelf::name(), &new, &Over::Known(text(OLD))).expect_err("it can't be removed");
    assert!(error.to_string().starts_with("can't remove the leftover: "), "{error}");
    assert_eq!(shelf.read(), text(OLD));
    std::fs::remove_dir(&leftover).expect("it is removed");
    shelf.assert_next_save_works("after that");
}

#[test]
fn a_disk_that_says_it_wrote_and_did_not_is_found_out() {
    let shelf = Shelf::stocked();
    if calls(Task::Load, &shelf).is_none() {
        return;
    }
    for written in [1, 10, text(NEW).len()] {
        let fault = format!("write:retval={written}:when=1");
        let result = worker::result(&run(Task::Save, &shelf, &[&fault]), &fault).expect("nobody kills it");
        assert!(result.contains("what was written could not be read back"), "{fault}: {result}");
        shelf.assert_holds_only(&text(OLD), &fault);
    }
}
