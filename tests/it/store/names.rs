//! Names and files: no name ever leads to the file of another one, and what the first version wrote is found.

use std::fs;

use touchstone::profile::{Profile, ProfileName};
use touchstone::store::{Over, Saving, ShelfItem, StoreError};

use super::shelf::{self, NEW, OLD, Shelf, Site, text};

/// Two names that the first version kept in the same file.
const TWINS: [&str; 2] = ["a+!%;===b", "a+=!+!%!b"];

fn named(shelf: &Shelf, name: &str, note: &str) -> Profile {
    let name = Some(ProfileName::new(name).expect("a fit name"));
    shelf::profile(&shelf.comparison, note).named(name)
}

#[track_caller]
fn save(shelf: &Shelf, name: &str, note: &str, over: &Over) -> Saving {
    shelf
        .store
        .save(&ProfileName::new(name).expect("a fit name"), &named(shelf, name, note), over)
        .expect("an answer")
}

#[track_caller]
fn assert_holds(shelf: &Shelf, name: &str, note: &str) {
    let name = ProfileName::new(name).expect("a fit name");
    let (profile, _) = shelf.store.load(&name).expect("it is sound").expect("it is there");
    assert_eq!((shelf::note(&profile), profile.name.as_ref()), (note, Some(&name)));
}

/// Puts the profile of the shelf where the first version put it.
fn move_to_first_slug(shelf: &Shelf) -> std::path::PathBuf {
    let first = shelf.profiles().join(format!("{}.ron", shelf::name().first_slug()));
    fs::rename(shelf.file(), &first).expect("it is moved");
    first
}

#[test]
fn names_that_shared_a_file_once_have_one_each() {
    let shelf = Shelf::empty();
    for (name, note) in TWINS.into_iter().zip([OLD, NEW]) {
        assert!(matches!(save(&shelf, name, note, &Over::Nothing), Saving::Written { .. }));
    }
    assert_holds(&shelf, TWINS[0], OLD);
    assert_holds(&shelf, TWINS[1], NEW);
}

#[test]
fn a_profile_of_the_first_version_is_no_obstacle_to_its_twin() {
    let shelf = Shelf::empty();
    let [first, twin] = TWINS.map(|name| ProfileName::new(name).expect("a fit name"));
    let old = named(&shelf, TWINS[0], OLD).to_ron(&shelf.comparison).expect("a text");
    let file = shelf.profiles().join(format!("{}.ron", first.first_slug()));
    fs::create_dir_all(shelf.profiles()).expect("it is made");
    fs::write(&file, &old).expect("it is written");
    assert_eq!(shelf.store.load(&twin).expect("no error"), None);
    assert!(matches!(save(&shelf, TWINS[1], NEW, &Over::Nothing), Saving::Written { .. }));
    assert_eq!(fs::read_to_string(&file).expect("it is there"), old);
    assert_holds(&shelf, TWINS[0], OLD);
    assert_holds(&shelf, TWINS[1], NEW);
    assert_eq!(listed(&shelf), [first, twin]);
}

#[test]
fn a_profile_of_the_first_version_is_found_saved_renamed_and_deleted() {
    let shelf = Shelf::stocked();
    let file = move_to_first_slug(&shelf);
    let (name, other) = (shelf::name(), ProfileName::new("other").expect("a fit name"));
    assert_eq!(listed(&shelf), std::slice::from_ref(&name));
    assert_holds(&shelf, "mine", OLD);
    assert_eq!(save(&shelf, "mine", NEW, &Over::Nothing), Saving::NameTaken);
    assert!(matches!(save(&shelf, "mine", NEW, &Over::Known(text(OLD))), Saving::Written { .. }));
    assert_eq!(fs::read_to_string(&file).expect("the same file"), text(NEW));
    assert!(!shelf.file().exists());
    shelf.store.rename(&name, &other, None).expect("it is renamed");
    assert_holds(&shelf, "other", NEW);
    assert!(!file.exists());
    shelf.store.rename(&other, &name, None).expect("it is renamed");
    let file = move_to_first_slug(&shelf);
    shelf.store.delete(&name).expect("it is deleted");
    assert!(!file.exists());
    shelf.store.bring_back(&name).expect("it is back");
    assert_holds(&shelf, "mine", NEW);
}

#[test]
fn a_damaged_profile_of_the_first_version_is_told_and_left_alone() {
    let shelf = Shelf::stocked();
    let file = move_to_first_slug(&shelf);
    fs::write(&file, "Profile(").expect("it is written");
    assert!(matches!(shelf.store.load(&shelf::name()), Err(StoreError::Damaged(_))));
    let new = shelf::profile(&shelf.comparison, NEW);
    assert!(shelf.store.save(&shelf::name(), &new, &Over::Anything).is_err());
    assert_eq!(fs::read_to_string(&file).expect("it is there"), "Profile(");
    assert!(!shelf.file().exists());
}

#[test]
fn a_file_with_another_name_inside_is_never_replaced_renamed_or_deleted() {
    let shelf = Shelf::stocked();
    // As if the two names had the same hash.
    let theirs = text(OLD).replacen("\"mine\"", "\"theirs\"", 1);
    fs::write(shelf.file(), &theirs).expect("it is written");
    let new = shelf::profile(&shelf.comparison, NEW);
    for over in [Over::Nothing, Over::Known(text(OLD)), Over::Anything] {
        let saving = shelf.store.save(&shelf::name(), &new, &over);
        assert!(!matches!(saving, Ok(Saving::Written { .. })), "{over:?}: {saving:?}");
    }
    let (name, other) = (shelf::name(), ProfileName::new("other").expect("a fit name"));
    assert!(matches!(shelf.store.rename(&name, &other, None), Err(StoreError::Misnamed { .. })));
    assert!(matches!(shelf.store.delete(&name), Err(StoreError::Misnamed { .. })));
    assert_eq!(shelf.read(), theirs);
    assert!(shelf.store.load(&other).expect("no error").is_none());
}

/// The names in the list, of which nothing is damaged.
fn listed(shelf: &Shelf) -> Vec<ProfileName> {
    let name = |item| match item {
        ShelfItem::Sound(name, _) => name,
        ShelfItem::Damaged { file, .. } => panic!("{} is damaged", file.as_str()),
    };
    shelf.store.list().expect("a list").into_iter().map(name).collect()
}
