//! Renaming and deleting while other windows save: nothing that they saved is lost.

use std::fs;

use touchstone::profile::ProfileName;
use touchstone::program::Flow;
use touchstone::store::{Over, Saving, ShelfItem, StoreError};

use super::shelf::{self, NEW, OLD, Shelf, Site, text};
use super::windows::Window;

fn ours() -> ProfileName {
    ProfileName::new("ours").expect("a fit name")
}

#[test]
fn a_rename_waits_for_who_writes_under_either_name() {
    let shelf = Shelf::stocked();
    for name in [shelf::name(), ours()] {
        let lock = shelf.profiles().join(format!(".{}.lock", name.slug()));
        let lock = fs::File::create(lock).expect("a lock");
        lock.try_lock().expect("nobody else has it");
        let renamed = shelf.store.rename(&shelf::name(), &ours(), None);
        assert!(matches!(renamed, Err(StoreError::InUse { .. })), "{renamed:?}");
        assert_eq!(shelf.read(), text(OLD));
        assert!(shelf.store.load(&ours()).expect("no error").is_none(), "half a rename");
    }
}

#[test]
fn a_profile_that_another_window_saved_meanwhile_is_not_renamed_as_if_it_were_known() {
    let shelf = Shelf::stocked();
    let mut window = Window::open(&shelf);
    let theirs = shelf::profile(&shelf.comparison, NEW);
    shelf.store.save(&super::shelf::name(), &theirs, &Over::Known(text(OLD))).expect("it is saved");
    // The list opens on the profile that is open; the name that is proposed is the one that it has.
    window.press("pr2/");
    window.assert_shows("changed by someone else");
    assert_eq!(shelf.read(), text(NEW));
}

#[test]
fn no_save_is_lost_while_others_rename_there_and_back() {
    let shelf = Shelf::stocked();
    let (mine, ours) = (shelf::name(), ours());
    let saves = std::thread::scope(|scope| {
        let renames = [(&mine, &ours), (&ours, &mine)].map(|(from, to)| {
            let store = shelf.store.clone();
            scope.spawn(move || {
                for _ in 0..100 {
                    match store.rename(from, to, None) {
                        // A save in between may have written the profile anew under its old name.
                        Ok(_)
                        | Err(
                            StoreError::Missing { .. }
                            | StoreError::InUse { .. }
                            | StoreError::NameTaken { .. },
                        ) => {}
                        Err(error) => panic!("{error}"),
                    }
                }
            })
        });
        let mut saves = 0_usize;
        while !renames.iter().all(std::thread::ScopedJoinHandle::is_finished) {
            for name in [&mine, &ours] {
                let Ok(Some((mut profile, known))) = shelf.store.load(name) else { continue };
                shelf::set_note(&mut profile, &(saves + 1).to_string());
                let saving = shelf.store.save(name, &profile, &Over::Known(known));
                saves += usize::from(matches!(saving, Ok(Saving::Written { .. })));
            }
        }
        saves
    });
    let found = [&mine, &ours].map(|name| shelf.store.load(name).expect("it is sound"));
    let notes: Vec<String> =
        found.iter().flatten().map(|(profile, _)| shelf::note(profile).to_owned()).collect();
    assert!(notes.contains(&saves.to_string()), "{saves} saves, but there is {notes:?}");
    println!("{saves} saves among 200 renames");
}

#[test]
fn a_list_made_while_others_rename_has_no_damaged_profile() {
    let shelf = Shelf::stocked();
    let (mine, ours) = (shelf::name(), ours());
    std::thread::scope(|scope| {
        let renames = scope.spawn(|| {
            for _ in 0..100 {
                shelf.store.rename(&mine, &ours, None).expect("it is renamed");
                shelf.store.rename(&ours, &mine, None).expect("it is renamed");
            }
        });
        while !renames.is_finished() {
            for item in shelf.store.list().expect("a list") {
                assert!(matches!(item, ShelfItem::Sound(..)), "{item:?}");
            }
        }
    });
}

#[test]
fn names_that_are_taken_or_missing_are_told() {
    let shelf = Shelf::stocked();
    let other = shelf::profile(&shelf.comparison, NEW).named(Some(ours()));
    shelf.store.save(&ours(), &other, &Over::Nothing).expect("it is saved");
    let taken = shelf.store.rename(&shelf::name(), &ours(), None);
    assert!(matches!(taken, Err(StoreError::NameTaken { .. })), "{taken:?}");
    let nobody = ProfileName::new("nobody").expect("a fit name");
    let missing = shelf.store.rename(&nobody, &ProfileName::new("else").expect("a fit name"), None);
    assert!(matches!(missing, Err(StoreError::Missing { .. })), "{missing:?}");
    assert!(matches!(shelf.store.delete(&nobody), Err(StoreError::Missing { .. })));
    assert_eq!(shelf.read(), text(OLD));
}

#[test]
fn another_spelling_of_a_name_is_a_rename_too() {
    let shelf = Shelf::stocked();
    let loud = ProfileName::new("MINE").expect("a fit name");
    shelf.store.rename(&shelf::name(), &loud, Some(&text(OLD))).expect("it is renamed");
    let (profile, _) = shelf.store.load(&shelf::name()).expect("sound").expect("there");
    assert_eq!(profile.name, Some(loud));
    assert_eq!(shelf.content().len(), 1);
}

#[test]
fn what_is_deleted_is_kept_and_comes_back() {
    let shelf = Shelf::stocked();
    shelf.store.delete(&shelf::name()).expect("it is deleted");
    assert!(!shelf.file().exists());
    assert_eq!(shelf.store.list().expect("a list"), []);
    assert_eq!(fs::read_to_string(shelf.backup()).expect("a copy"), text(OLD));
    let (_, back) = shelf.store.bring_back(&shelf::name()).expect("it is back");
    assert_eq!(back, text(OLD));
    shelf.assert_holds_only(&text(OLD), "it is back");
}

#[test]
fn what_is_deleted_does_not_come_back_over_another() {
    let shelf = Shelf::stocked();
    shelf.store.delete(&shelf::name()).expect("it is deleted");
    shelf
        .store
        .save(&shelf::name(), &shelf::profile(&shelf.comparison, NEW), &Over::Nothing)
        .expect("it is saved");
    let back = shelf.store.bring_back(&shelf::name());
    assert!(matches!(back, Err(StoreError::NameTaken { .. })), "{back:?}");
    assert_eq!(shelf.read(), text(NEW));
    assert_eq!(fs::read_to_string(shelf.backup()).expect("the copy"), text(OLD));
}

#[test]
fn an_open_profile_whose_file_was_deleted_is_unsaved() {
    let shelf = Shelf::stocked();
    let mut window = Window::open(&shelf);
    window.press("pdy~");
    assert!(!shelf.file().exists());
    assert!(window.is_unsaved());
    window.press("q");
    window.assert_shows("discard");
    window.press("s");
    assert_eq!(shelf.read(), text(OLD));
}

#[test]
fn an_open_profile_whose_file_another_window_deleted_is_not_left_unasked() {
    let shelf = Shelf::stocked();
    let mut window = Window::open(&shelf);
    shelf.store.delete(&shelf::name()).expect("it is deleted");
    assert_ne!(window.press("q"), Flow::Quit);
    window.assert_shows("discard");
    window.press("s");
    assert_eq!(shelf.read(), text(OLD));
    let mut window = Window::open(&shelf);
    shelf.store.delete(&shelf::name()).expect("it is deleted");
    window.press("q");
    assert_eq!(window.press("d"), Flow::Quit);
    assert!(!shelf.file().exists());
}

#[test]
fn u_brings_a_deleted_profile_back_in_the_list_and_in_the_panes() {
    for keys in ["u", "~u"] {
        let shelf = Shelf::stocked();
        let mut window = Window::open(&shelf);
        window.press("pdy");
        window.assert_shows("u brings it back");
        window.press(keys);
        window.assert_shows("Brought back mine");
        assert_eq!(shelf.read(), text(OLD));
        assert!(!window.is_unsaved());
        window.press("~9s");
        window.assert_shows("Saved as mine");
    }
}

#[test]
fn a_deleted_profile_that_was_open_is_in_a_draft() {
    let shelf = Shelf::stocked();
    let mut window = Window::open(&shelf);
    window.press("9spdy");
    window.kill(&shelf);
    let mut window = Window::open(&shelf);
    window.assert_shows("Brought back");
    assert_eq!(window.weight(), Some(9));
    window.press("s");
    assert!(shelf.file().exists());
}
