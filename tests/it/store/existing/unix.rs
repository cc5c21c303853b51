//! What a save does on Unix to the file that is there already: modes, owners and links.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;

use touchstone::store::{Over, Saving};

use super::assert_written;
use crate::store::shelf::{self, NEW, OLD, Shelf, Site, text};
use crate::support::skip;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("it is there").permissions().mode() & 0o7777
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
