//! Saving a comparison: what becomes of the file that is there, and of what stands beside it.

#[cfg(unix)]
mod unix;

use std::fs;
use std::path::Path;
use std::thread;

use touchstone::comparison::MOST_BYTES;
use touchstone::store::{Over, Saving, StoreError, comparison_file};

use super::desk::{Desk, text};
use super::site::{NEW, NEXT, OLD, Site, name_of};

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
fn a_read_only_file_is_left_alone() {
    let desk = Desk::stocked();
    let mut permissions = fs::metadata(desk.file()).expect("it is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(desk.file(), permissions).expect("a mode");
    for over in [Over::Known(text(OLD)), Over::Anything] {
        assert_refused(desk.save(NEW, &over), "the file is read-only");
        desk.assert_holds_only(&text(OLD), "a read-only file");
    }
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
