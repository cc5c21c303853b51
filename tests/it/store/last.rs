//! What a start goes on with that names no profile.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use touchstone::profile::Profile;
use touchstone::store::{DraftKeeper, Resumed};

use super::shelf::{self, NEW, NEXT, OLD, Shelf, Site, note, profile};
use crate::support::journey::is_any_locked;
use crate::support::process::wait_until;

/// The notes on the first claim of what was saved and of what was not.
fn resumed(shelf: &Shelf) -> (Option<String>, Option<String>) {
    let Resumed { loaded, restored, .. } = shelf.store.resume();
    let restored = restored.expect("a readable folder");
    (
        loaded.map(|(profile, _)| note(&profile).to_owned()),
        restored.map(|restored| note(&restored.unsaved.profile).to_owned()),
    )
}

/// Leaves a draft behind that was written so many seconds ago.
fn leave_draft(shelf: &Shelf, profile: &Profile, seconds: u64) {
    let drafts = shelf.profiles().join(".drafts");
    let before = files(&drafts);
    DraftKeeper::new(shelf.store.clone(), None).keep(Some((profile, None))).expect("it is kept");
    wait_until("its locks are gone with it", || !is_any_locked(&drafts));
    for file in files(&drafts).into_iter().filter(|file| !before.contains(file)) {
        let file = File::options().write(true).open(file).expect("a draft or its lock");
        file.set_modified(SystemTime::now() - Duration::from_secs(seconds)).expect("another time");
    }
}

fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.expect("a readable entry").path()).collect()
}

#[test]
fn nothing_is_resumed_until_something_is_remembered() {
    let shelf = Shelf::stocked();
    assert_eq!(resumed(&shelf), (None, None));
    shelf.store.remember(&shelf::name());
    assert_eq!(resumed(&shelf), (Some(OLD.to_owned()), None));
}

#[test]
fn what_is_no_sound_name_of_a_sound_profile_is_ignored() {
    let shelf = Shelf::stocked();
    let last = shelf.profiles().join(".last");
    for text in ["", "\u{0}", "nobody", "../mine", &"x".repeat(70_000)] {
        fs::write(&last, text).expect("a written file");
        assert_eq!(resumed(&shelf), (None, None), "{text:.20}");
    }
    fs::write(&last, [0xff, 0xfe]).expect("a written file");
    assert_eq!(resumed(&shelf), (None, None));
    fs::write(&last, "mine").expect("a written file");
    fs::write(shelf.file(), "Profile(").expect("a written file");
    assert_eq!(resumed(&shelf), (None, None));
}

#[test]
fn what_can_not_be_remembered_is_not_and_leaves_nothing_behind() {
    let shelf = Shelf::stocked();
    fs::create_dir(shelf.profiles().join(".last")).expect("a folder in the way");
    let before = files(&shelf.profiles());
    shelf.store.remember(&shelf::name());
    assert_eq!(files(&shelf.profiles()), before);
    assert_eq!(resumed(&shelf), (None, None));
}

#[test]
fn what_was_not_saved_comes_first_and_the_newest_of_it() {
    let shelf = Shelf::stocked();
    shelf.store.remember(&shelf::name());
    let unnamed = profile(&shelf.comparison, NEW).named(None);
    leave_draft(&shelf, &unnamed, 60);
    assert_eq!(resumed(&shelf), (None, Some(NEW.to_owned())));
    leave_draft(&shelf, &profile(&shelf.comparison, NEXT), 30);
    assert_eq!(resumed(&shelf), (Some(OLD.to_owned()), Some(NEXT.to_owned())));
    leave_draft(&shelf, &unnamed, 10);
    assert_eq!(resumed(&shelf), (None, Some(NEW.to_owned())));
}
