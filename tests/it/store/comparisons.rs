//! Saving a comparison: what becomes of the file that is there, and of what stands beside it.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::{Path, PathBuf};
use std::thread;

use touchstone::comparison::MOST_BYTES;
use touchstone::store::{Over, Saving, StoreError, comparison_file};

use super::desk::{Desk, text};
use super::site::{NEW, NEXT, OLD, Site, name_of};
use super::traced::{calls, run};
use super::worker::{self, Task};
use crate::support::{pipe, skip};

/// What is there that is no comparison as it was loaded, or none at all.
fn foreign() -> [Vec<u8>; 6] {
    let large = vec![b' '; usize::try_from(MOST_BYTES).expect("a size") + 1];
    let strange = b"Comparison(\xff title: \"T\")".to_vec();
    [
        b"".to_vec(),
        b"Comparison(".to_vec(),
        b"\xff\xfeC\0o\0".to_vec(),
        strange,
        large,
        text(NEXT).into_bytes(),
    ]
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("it is there").permissions().mode() & 0o7777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode");
}

#[track_caller]
fn assert_written(saving: &Result<Saving, StoreError>) {
    assert!(matches!(saving, Ok(Saving::Written { warning: None, .. })), "{saving:?}");
}

/// Nothing that was asked for was done, and the reason is told with these words.
#[track_caller]
fn assert_refused(saving: Result<Saving, StoreError>, words: &str) {
    let error = saving.expect_err("it is refused").to_string();
    assert!(error.contains(words), "{error}");
}

/// The names of everything in a folder.
fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("it is there");
    let mut files: Vec<_> = entries.map(|entry| name_of(&entry.expect("an entry").path())).collect();
    files.sort();
    files
}

#[test]
fn a_known_file_is_written_and_read_again() {
    let desk = Desk::stocked();
    assert_written(&desk.save(NEW, &Over::Known(text(OLD))));
    assert_eq!(comparison_file::read(&desk.file()).expect("a text"), text(NEW));
    desk.assert_holds_only(&text(NEW), "after a save");
    assert_eq!(files(desk.data()), [".flat.ron.lock", "flat.ron"]);
}

#[test]
fn a_file_that_another_window_saved_is_a_conflict_and_kept_when_it_is_written_over() {
    let desk = Desk::stocked();
    assert_written(&desk.save(NEW, &Over::Known(text(OLD))));
    assert_eq!(desk.save(NEXT, &Over::Known(text(OLD))).expect("an answer"), Saving::Changed);
    assert_eq!(desk.save(NEXT, &Over::Nothing).expect("an answer"), Saving::NameTaken);
    desk.assert_holds_only(&text(NEW), "nothing was written");
    assert_written(&desk.save(NEXT, &Over::Anything));
    assert_eq!(desk.read(), text(NEXT));
    assert_eq!(fs::read_to_string(desk.backup()).expect("a copy"), text(NEW));
}

#[test]
fn a_file_that_is_gone_is_not_written_without_a_word() {
    let desk = Desk::stocked();
    fs::remove_file(desk.file()).expect("it is removed");
    assert_eq!(desk.save(NEW, &Over::Known(text(OLD))).expect("an answer"), Saving::Gone);
    assert!(!desk.file().exists());
    assert_written(&desk.save(NEW, &Over::Anything));
    desk.assert_holds_only(&text(NEW), "there was nothing to keep");
}

#[test]
fn what_is_there_is_no_longer_known_whatever_it_is_and_its_bytes_are_kept() {
    for bytes in foreign() {
        let desk = Desk::stocked();
        fs::write(desk.file(), &bytes).expect("it is written");
        for (over, answer) in [(Over::Known(text(OLD)), Saving::Changed), (Over::Nothing, Saving::NameTaken)]
        {
            assert_eq!(desk.save(NEW, &over).expect("an answer"), answer);
            assert_eq!(fs::read(desk.file()).expect("it is there"), bytes);
        }
        assert_written(&desk.save(NEW, &Over::Anything));
        assert_eq!(desk.read(), text(NEW));
        assert!(fs::read(desk.backup()).expect("a copy") == bytes, "{} bytes", bytes.len());
    }
}

#[test]
fn what_is_far_larger_than_any_comparison_is_left_alone() {
    let desk = Desk::stocked();
    let file = fs::File::options().write(true).open(desk.file()).expect("it is there");
    file.set_len(16 * MOST_BYTES + 1).expect("a file with a hole");
    assert_refused(desk.save(NEW, &Over::Anything), "it is larger than");
    assert_eq!(fs::metadata(desk.file()).expect("it is there").len(), 16 * MOST_BYTES + 1);
    assert!(!desk.backup().exists());
}

#[test]
fn what_is_no_comparison_is_never_written() {
    let desk = Desk::stocked();
    let long = format!("{}// {}", text(NEW), "x".repeat(usize::try_from(MOST_BYTES).expect("a size")));
    for (text, words) in
        [("Comparison(", "flat.ron:1:"), ("", "the file is empty"), (&long, "at most 4194304 can be kept")]
    {
        for over in [Over::Known(super::desk::text(OLD)), Over::Anything] {
            assert_refused(comparison_file::save(&desk.file(), text, &over), words);
            desk.assert_holds_only(&super::desk::text(OLD), words);
        }
    }
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
fn a_read_only_file_is_left_alone() {
    let desk = Desk::stocked();
    set_mode(&desk.file(), 0o444);
    for over in [Over::Known(text(OLD)), Over::Anything] {
        assert_refused(desk.save(NEW, &over), "the file is read-only");
        desk.assert_holds_only(&text(OLD), "a read-only file");
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
fn a_folder_that_is_missing_is_told_and_not_made() {
    let desk = Desk::stocked();
    for folder in [desk.data().join("missing"), desk.file()] {
        let path = folder.join("new.ron");
        for over in [Over::Nothing, Over::Known(text(OLD)), Over::Anything] {
            assert_refused(comparison_file::save(&path, &text(NEW), &over), "there is no such folder");
        }
    }
    desk.assert_holds_only(&text(OLD), "no folder was made");
}

#[test]
fn names_that_are_no_text_are_names_too() {
    let desk = Desk::empty();
    let [one, other] = [b"a\xff.ron", b"a\xfe.ron"].map(|name| desk.data().join(OsStr::from_bytes(name)));
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

#[test]
fn no_edit_is_lost_in_silence_among_windows() {
    const WINDOWS: usize = 4;
    const EDITS: usize = 25;
    let desk = Desk::empty();
    assert_written(&desk.save("0", &Over::Nothing));
    let edit = || {
        let known = comparison_file::read(&desk.file()).expect("whole");
        let count = known.lines().next().and_then(|line| line.strip_prefix("// ")?.parse::<usize>().ok());
        let next = (count.expect("a number") + 1).to_string();
        match desk.save(&next, &Over::Known(known)) {
            Ok(Saving::Written { .. }) => true,
            Ok(Saving::Changed) | Err(StoreError::InUse { .. }) => false,
            other => panic!("{other:?}"),
        }
    };
    let kept: usize = thread::scope(|scope| {
        let windows: Vec<_> =
            (0..WINDOWS).map(|_| scope.spawn(|| (0..EDITS).filter(|_| edit()).count())).collect();
        windows.into_iter().map(|window| window.join().expect("no panic")).sum()
    });
    desk.assert_holds_only(&text(&kept.to_string()), "an edit that was said to be kept is gone");
    assert!(kept >= EDITS, "nearly nothing was kept: {kept}");
}
