//! What a save does to the file that is there already.

#[cfg(unix)]
mod unix;

use std::fs;

use touchstone::profile::Profile;
use touchstone::store::{Over, Saving, Store};

use super::shelf::{self, NEW, NEXT, OLD, Shelf, Site, text};

#[track_caller]
fn assert_written(shelf: &Shelf, note: &str, over: &Over) {
    let saving = shelf.store.save(&shelf::name(), &shelf::profile(&shelf.comparison, note), over);
    assert!(matches!(saving, Ok(Saving::Written { warning: None, .. })), "{saving:?}");
    assert_eq!(shelf.read(), text(note));
}

#[test]
fn a_leftover_of_the_copy_is_swept() {
    let shelf = Shelf::stocked();
    fs::write(format!("{}1", shelf.backup_temporary_prefix().display()), "Prof").expect("a leftover");
    assert_written(&shelf, NEW, &Over::Known(text(OLD)));
    shelf.assert_holds_only(&text(NEW), "after a save");
}

#[test]
fn leftovers_of_other_profiles_and_what_only_begins_like_one_stay() {
    let shelf = Shelf::stocked();
    let other = shelf.profiles().join(".other-12345678.ron.tmp-1");
    let looks_like_one = std::path::PathBuf::from(format!("{}1.txt", shelf.temporary_prefix().display()));
    for file in [&other, &looks_like_one] {
        fs::write(file, "Prof").expect("a leftover");
    }
    assert_written(&shelf, NEW, &Over::Known(text(OLD)));
    assert!(other.exists() && looks_like_one.exists());
}

#[test]
fn a_folder_in_place_of_the_profile_is_left_alone() {
    let shelf = Shelf::stocked();
    fs::remove_file(shelf.file()).expect("it is removed");
    fs::create_dir(shelf.file()).expect("a folder");
    for over in [Over::Known(text(OLD)), Over::Anything] {
        let error = shelf.store.save(&shelf::name(), &shelf::profile(&shelf.comparison, NEW), &over);
        assert!(error.expect_err("a folder").to_string().contains("no regular file"));
    }
}

#[test]
fn what_this_program_does_not_understand_is_never_written_over() {
    let newer = text(OLD).replace("format: 1", "format: 2");
    let foreign = text(OLD).replace("\"jewelry\"", "\"rings\"");
    for kept in [newer.as_str(), &foreign, "Profile(", "", "\u{feff}", "something else\n"] {
        let shelf = Shelf::stocked();
        fs::write(shelf.file(), kept).expect("it is written");
        let new = shelf::profile(&shelf.comparison, NEW);
        for over in [Over::Nothing, Over::Known(text(OLD)), Over::Anything] {
            let saving = shelf.store.save(&shelf::name(), &new, &over);
            assert!(!matches!(saving, Ok(Saving::Written { .. })), "written over\n{kept}");
            shelf.assert_holds_only(kept, "a file of strangers");
        }
        assert!(shelf.store.load(&shelf::name()).is_err(), "read as sound:\n{kept}");
    }
}

#[test]
fn what_is_no_text_is_never_written_over() {
    let large = vec![b' '; 300 * 1024];
    for kept in [b"\xff\xfeP\0r\0".as_slice(), b"Prof\xffile", &large] {
        let shelf = Shelf::stocked();
        fs::write(shelf.file(), kept).expect("it is written");
        for over in [Over::Nothing, Over::Known(text(OLD)), Over::Anything] {
            let saving = shelf.store.save(&shelf::name(), &shelf::profile(&shelf.comparison, NEW), &over);
            assert!(!matches!(saving, Ok(Saving::Written { .. })), "{over:?}: {saving:?}");
            assert_eq!(fs::read(shelf.file()).expect("it is there"), kept);
        }
    }
}

#[test]
fn writing_over_anything_keeps_the_old_one_beside_it() {
    let shelf = Shelf::stocked();
    assert_written(&shelf, NEW, &Over::Anything);
    assert_eq!(fs::read_to_string(shelf.backup()).expect("the old one"), text(OLD));
    assert_written(&shelf, NEXT, &Over::Anything);
    assert_eq!(fs::read_to_string(shelf.backup()).expect("the old one"), text(NEW));
    assert_eq!(shelf.content().len(), 2);
    assert_eq!(shelf.store.list().expect("a list").len(), 1, "the copy is no profile");
}

#[test]
fn a_profile_that_was_deleted_meanwhile_is_saved_again() {
    let shelf = Shelf::stocked();
    fs::remove_file(shelf.file()).expect("it is removed");
    assert_written(&shelf, NEW, &Over::Known(text(OLD)));
}

#[test]
fn a_changed_profile_is_not_written_over() {
    let shelf = Shelf::stocked();
    let new = shelf::profile(&shelf.comparison, NEW);
    assert_eq!(
        shelf.store.save(&shelf::name(), &new, &Over::Known(text(NEXT))).expect("an answer"),
        Saving::Changed
    );
    assert_eq!(shelf.store.save(&shelf::name(), &new, &Over::Nothing).expect("an answer"), Saving::NameTaken);
    shelf.assert_holds_only(&text(OLD), "nothing was written");
}

#[test]
fn a_data_folder_that_is_a_file_is_told() {
    let shelf = Shelf::empty();
    let file = shelf.data().join("file");
    fs::write(&file, "").expect("it is written");
    let store = Store::new(&file, &shelf.comparison);
    let profile = Profile::new(&shelf.comparison);
    let error = store.save(&shelf::name(), &profile, &Over::Nothing).expect_err("there is no folder");
    assert!(error.to_string().starts_with("can't create the folder: "), "{error}");
}
