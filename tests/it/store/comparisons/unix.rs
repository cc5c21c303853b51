//! Saving a comparison on Unix: modes, owners, links, devices and names that are no text.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::{Path, PathBuf};

use touchstone::store::{Over, Saving, comparison_file};

use super::{assert_refused, assert_written, files};
use crate::store::desk::{Desk, text};
use crate::store::site::{NEW, NEXT, OLD, Site};
use crate::store::traced::{calls, run};
use crate::store::worker::{self, Task};
use crate::support::{pipe, skip};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("it is there").permissions().mode() & 0o7777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode");
}

#[test]
fn a_new_file_has_the_mode_of_any_other_new_file_and_an_old_one_keeps_its_own() {
    let desk = Desk::stocked();
    let other = desk.data().join("other");
    fs::write(&other, "").expect("it is written");
    assert_eq!(mode(&desk.file()), mode(&other));
    for kept in [0o600, 0o640, 0o666] {
        set_mode(&desk.file(), kept);
        assert_written(&desk.save(NEW, &Over::Anything));
        assert_eq!((mode(&desk.file()), mode(&desk.backup())), (kept, kept));
    }
}

#[test]
fn the_owner_of_a_comparison_is_kept() {
    let desk = Desk::stocked();
    if chown(desk.file(), Some(12_345), Some(23_456)).is_err() {
        skip("this user can't give files away");
        return;
    }
    assert_written(&desk.save(NEW, &Over::Anything));
    for file in [desk.file(), desk.backup()] {
        let metadata = fs::metadata(file).expect("it is there");
        assert_eq!((metadata.uid(), metadata.gid()), (12_345, 23_456));
    }
}

#[test]
fn a_link_is_saved_through_and_everything_else_is_beside_what_it_leads_to() {
    let desk = Desk::stocked();
    let links = desk.data().join("links");
    fs::create_dir(&links).expect("a folder");
    let link = links.join("link.ron");
    symlink("../flat.ron", &link).expect("a link");
    fs::write(desk.data().join(".flat.ron.tmp-1"), "Comp").expect("a leftover");
    assert_written(&comparison_file::save(&link, &text(NEW), &Over::Known(text(OLD))));
    assert_written(&comparison_file::save(&link, &text(NEXT), &Over::Anything));
    assert!(link.is_symlink());
    assert_eq!(files(&links), ["link.ron"]);
    assert_eq!(files(desk.data()), [".flat.ron.lock", "flat.ron", "flat.ron.bak", "links"]);
    assert_eq!((desk.read(), fs::read_to_string(desk.backup()).expect("a copy")), (text(NEXT), text(NEW)));
}

#[test]
fn a_link_to_nothing_and_a_copy_that_is_a_link_are_left_alone() {
    let desk = Desk::stocked();
    let (lost, nowhere) = (desk.data().join("lost.ron"), desk.data().join("nowhere"));
    symlink(&nowhere, &lost).expect("a link");
    let save = |over| comparison_file::save(&lost, &text(NEW), &over);
    assert_eq!(save(Over::Nothing).expect("an answer"), Saving::NameTaken);
    assert_refused(save(Over::Anything), "no regular file");
    symlink(&nowhere, desk.backup()).expect("a link");
    assert_refused(desk.save(NEW, &Over::Anything), "no regular file");
    assert!(lost.is_symlink() && !nowhere.exists());
    assert_eq!(desk.read(), text(OLD));
}

#[test]
fn what_is_no_file_is_left_alone_at_once() {
    let desk = Desk::empty();
    let folder = desk.data().join("folder");
    fs::create_dir(&folder).expect("a folder");
    let device = desk.data().join("device");
    symlink("/dev/zero", &device).expect("a link");
    let mut paths = vec![folder, device];
    let fifo = desk.data().join("pipe");
    if pipe(&fifo) {
        paths.push(fifo);
    }
    for path in paths {
        let save = |over| comparison_file::save(&path, &text(NEW), &over);
        assert_eq!(save(Over::Nothing).expect("an answer"), Saving::NameTaken);
        for over in [Over::Known(text(OLD)), Over::Anything] {
            assert_refused(save(over), "no regular file");
        }
        assert!(comparison_file::read(&path).is_err());
    }
    let locks = files(desk.data()).into_iter().filter(|file| file.contains("lock")).count();
    assert_eq!(locks, 0, "nothing is made beside what is not written");
    assert!(!Path::new("/dev/.zero.lock").exists());
    for path in ["", "/"] {
        assert_refused(comparison_file::save(Path::new(path), &text(NEW), &Over::Anything), "can't write");
    }
}

#[test]
fn a_folder_that_can_not_be_written_to_is_told() {
    if calls(Task::Load, &Desk::stocked()).is_some() {
        // The lock is the first that is opened.
        let output = run(Task::SaveFresh, &Desk::empty(), &["openat:error=EROFS:when=1"]);
        let result = worker::result(&output, "a read-only disk").expect("nobody kills it");
        assert!(result.starts_with("refused: can't write in the folder: Read-only"), "{result}");
    }
    let desk = Desk::stocked();
    set_mode(desk.data(), 0o555);
    if fs::write(desk.data().join("other"), "").is_ok() {
        skip("this user can write everywhere");
        return;
    }
    let written = desk.save(NEW, &Over::Known(text(OLD)));
    let new = comparison_file::save(&desk.data().join("new.ron"), &text(NEW), &Over::Nothing);
    set_mode(desk.data(), 0o755);
    assert_refused(written, "can't write");
    assert_refused(new, "can't write in the folder");
    desk.assert_holds_only(&text(OLD), "a read-only folder");
}

#[test]
fn names_that_are_no_text_are_names_too() {
    let desk = Desk::empty();
    let [one, other] = [b"a\xff.ron", b"a\xfe.ron"].map(|name| desk.data().join(OsStr::from_bytes(name)));
    if fs::write(&one, "").and_then(|()| fs::remove_file(&one)).is_err() {
        skip("no file can be called like this");
        return;
    }
    for (path, note) in [(&one, OLD), (&other, NEW)] {
        assert_written(&comparison_file::save(path, &text(note), &Over::Nothing));
    }
    assert_written(&comparison_file::save(&one, &text(NEXT), &Over::Anything));
    let copy = PathBuf::from(OsStr::from_bytes(&[one.as_os_str().as_bytes(), b".bak"].concat()));
    for (path, note) in [(&one, NEXT), (&other, NEW), (&copy, OLD)] {
        assert_eq!(comparison_file::read(path).expect("a text"), text(note));
    }
}

#[test]
fn however_a_file_is_called_it_is_one_file() {
    let desk = Desk::stocked();
    let file = comparison_file::locate(&desk.file());
    assert!(file.is_absolute());
    fs::create_dir(desk.data().join("folder")).expect("a folder");
    symlink(".", desk.data().join("here")).expect("a link");
    for name in ["folder/../flat.ron", "here/flat.ron", "./flat.ron", "here/folder/../flat.ron"] {
        assert_eq!(comparison_file::locate(&desk.data().join(name)), file, "{name}");
    }
    fs::remove_file(desk.file()).expect("it is removed");
    assert_eq!(comparison_file::locate(&desk.data().join("here/flat.ron")), file, "also when it is gone");
}
