//! What a save does to the file that is there already.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;

use touchstone::profile::Profile;
use touchstone::store::{Over, Saving, Store};

use super::shelf::{self, NEW, NEXT, OLD, Shelf, Site, text};
use crate::support::skip;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("it is there").permissions().mode() & 0o7777
}

#[track_caller]
fn assert_written(shelf: &Shelf, note: &str, over: &Over) {
    let saving = shelf.store.save(&shelf::name(), &shelf::profile(&shelf.comparison, note), over);
    assert!(matches!(saving, Ok(Saving::Written { warning: None, .. })), "{saving:?}");
    assert_eq!(shelf.read(), text(note));
}

/// A shelf whose profile is a link to a file in a folder of its own.
fn linked() -> (Shelf, std::path::PathBuf) {
    let shelf = Shelf::stocked();
    let target = shelf.data().join("elsewhere").join("target.ron");
    fs::create_dir(shelf.data().join("elsewhere")).expect("a folder");
    fs::rename(shelf.file(), &target).expect("it is moved");
    symlink(&target, shelf.file()).expect("a link");
    (shelf, target)
}

#[track_caller]
fn assert_alone(file: &Path) {
    let folder = file.parent().expect("a folder");
    let files: Vec<_> =
        fs::read_dir(folder).expect("it is there").map(|e| e.expect("an entry").path()).collect();
    assert_eq!(files, [file]);
}

#[test]
fn a_link_is_saved_through_to_its_target() {
    let (shelf, target) = linked();
    for over in [Over::Known(text(OLD)), Over::Anything] {
        assert_written(&shelf, NEW, &over);
        assert!(shelf.file().is_symlink());
        assert_eq!(fs::read_to_string(&target).expect("the target"), text(NEW));
        assert_alone(&target);
    }
}

#[test]
fn a_leftover_beside_the_target_of_a_link_is_swept() {
    let (shelf, target) = linked();
    fs::write(target.with_file_name(".target.ron.tmp-1"), "Prof").expect("a leftover");
    assert_written(&shelf, NEW, &Over::Known(text(OLD)));
    assert_alone(&target);
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
fn a_link_to_nothing_is_left_alone() {
    let shelf = Shelf::stocked();
    fs::remove_file(shelf.file()).expect("it is removed");
    symlink(shelf.data().join("nowhere"), shelf.file()).expect("a link");
    let new = shelf::profile(&shelf.comparison, NEW);
    assert_eq!(shelf.store.save(&shelf::name(), &new, &Over::Nothing).expect("an answer"), Saving::NameTaken);
    for over in [Over::Known(text(OLD)), Over::Anything] {
        assert!(shelf.store.save(&shelf::name(), &new, &over).is_err(), "{over:?}");
        assert!(shelf.file().is_symlink() && !shelf.data().join("nowhere").exists());
    }
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
fn a_new_profile_is_private_and_an_old_one_keeps_its_mode() {
    let shelf = Shelf::stocked();
    assert_eq!(mode(&shelf.file()), 0o600);
    for kept in [0o640, 0o644, 0o600] {
        fs::set_permissions(shelf.file(), fs::Permissions::from_mode(kept)).expect("a mode");
        assert_written(&shelf, NEW, &Over::Known(shelf.read()));
        assert_eq!(mode(&shelf.file()), kept);
    }
}

#[test]
fn a_copy_is_no_more_public_than_the_profile() {
    let shelf = Shelf::stocked();
    assert_written(&shelf, NEW, &Over::Anything);
    assert_eq!(mode(&shelf.backup()), 0o600);
}

#[test]
fn a_copy_takes_the_mode_of_the_profile_not_that_of_an_older_copy() {
    let shelf = Shelf::stocked();
    fs::write(shelf.backup(), "an older copy").expect("it is written");
    fs::set_permissions(shelf.backup(), fs::Permissions::from_mode(0o644)).expect("a mode");
    assert_written(&shelf, NEW, &Over::Anything);
    assert_eq!(mode(&shelf.backup()), 0o600);
}

#[test]
fn a_copy_is_never_written_through_a_link() {
    let shelf = Shelf::stocked();
    let other = shelf.data().join("other");
    fs::write(&other, "somebody's own").expect("it is written");
    symlink(&other, shelf.backup()).expect("a link");
    let new = shelf::profile(&shelf.comparison, NEW);
    let error = shelf.store.save(&shelf::name(), &new, &Over::Anything).expect_err("a link").to_string();
    assert!(error.contains("no regular file"), "{error}");
    assert_eq!(shelf.read(), text(OLD));
    assert_eq!(fs::read_to_string(&other).expect("it is there"), "somebody's own");
}

#[test]
fn the_owner_of_a_profile_is_kept() {
    let shelf = Shelf::stocked();
    if std::os::unix::fs::chown(shelf.file(), Some(12_345), Some(23_456)).is_err() {
        skip("this user can't give files away");
        return;
    }
    assert_written(&shelf, NEW, &Over::Known(text(OLD)));
    let metadata = fs::metadata(shelf.file()).expect("it is there");
    assert_eq!((metadata.uid(), metadata.gid(), mode(&shelf.file())), (12_345, 23_456, 0o600));
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
