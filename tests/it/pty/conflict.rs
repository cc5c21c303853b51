//! Two windows on one profile: what the other one saved is never written over unasked.

use std::fs::{self, File};
use std::path::Path;

use tempfile::{TempDir, tempdir};

use super::drafts::{open, save_profile};
use super::{
    WIDE, line, lock_file, profile_file, quit, wait_for_panes, wait_until_saved, wait_until_unsaved,
};
use crate::support::terminal::Terminal;

const MINE: [&str; 2] = ["--profile", "mine"];

#[test]
fn what_the_other_window_saved_is_not_written_over() {
    let (data, window) = in_conflict();
    assert_saved(data.path(), "mine.ron", 9);
    window.press("ESC");
    window.wait_until_gone("changed elsewhere");
    wait_until_unsaved(&window);
    assert!(line(&window.screen(), "Uniqueness").contains(" 2 "), "{}", window.screen());
    // It asks each time.
    window.press("s");
    window.wait_for("changed elsewhere");
    assert_saved(data.path(), "mine.ron", 9);
}

#[test]
fn r_takes_over_what_the_other_window_saved_and_undo_brings_back_what_was_here() {
    let (data, window) = in_conflict();
    window.press("r");
    window.wait_for("Reloaded");
    window.wait_until("the other's weight", |screen| line(screen, "Uniqueness").contains(" 9 "));
    wait_until_saved(&window);
    window.press("u");
    window.wait_until("the own weight", |screen| line(screen, "Uniqueness").contains(" 2 "));
    wait_until_unsaved(&window);
    window.press("s");
    window.wait_for("Saved as mine");
    assert_saved(data.path(), "mine.ron", 2);
    quit(window);
}

#[test]
fn capital_s_saves_under_another_name_and_both_are_there() {
    let (data, window) = in_conflict();
    window.press("S");
    window.wait_for("take this name");
    // The name that is proposed is the one that is taken.
    window.type_text("2\r");
    window.wait_for("Saved as mine2");
    wait_until_saved(&window);
    assert_saved(data.path(), "mine.ron", 9);
    assert_saved(data.path(), "mine2.ron", 2);
    quit(window);
}

#[test]
fn o_writes_over_it_and_keeps_what_the_other_window_saved() {
    let (data, window) = in_conflict();
    window.press("o");
    window.wait_for("Saved as mine");
    wait_until_saved(&window);
    assert_saved(data.path(), "mine.ron", 2);
    assert_saved(data.path(), "mine.ron.bak", 9);
    quit(window);
}

#[test]
fn leaving_with_a_save_that_conflicts_stays_and_asks() {
    let (data, window) = two_windows();
    window.press("q");
    window.wait_for("discard");
    window.press("s");
    window.wait_for("changed elsewhere");
    assert_saved(data.path(), "mine.ron", 9);
    let mut window = window;
    window.press("o");
    assert_eq!(window.exit_status(), Ok(0));
    window.assert_given_back();
    assert_saved(data.path(), "mine.ron", 2);
    assert_saved(data.path(), "mine.ron.bak", 9);
}

#[test]
fn a_profile_that_another_window_began_meanwhile_is_not_written_over() {
    let data = tempdir().unwrap();
    let window = open(data.path(), &MINE);
    window.press("2");
    wait_until_unsaved(&window);
    let other = open(data.path(), &MINE);
    other.press("9 s");
    other.wait_for("Saved as mine");
    quit(other);
    window.press("s");
    window.wait_for("There is");
    assert_saved(data.path(), "mine.ron", 9);
}

#[test]
fn a_profile_that_is_being_written_is_in_use_and_the_edit_stays() {
    let data = tempdir().unwrap();
    save_profile(data.path(), "mine");
    let before = fs::read(profile_file(data.path(), "mine")).unwrap();
    let lock = File::options().write(true).open(lock_file(data.path(), "mine")).unwrap();
    lock.try_lock().unwrap();
    let window = Terminal::start(WIDE, &MINE, &[], data.path());
    wait_for_panes(&window);
    window.press("2 s");
    window.wait_for("in use");
    wait_until_unsaved(&window);
    assert!(line(&window.screen(), "Uniqueness").contains(" 2 "), "{}", window.screen());
    assert_eq!(fs::read(profile_file(data.path(), "mine")).unwrap(), before);
    drop(lock);
    window.press("s");
    window.wait_for("Saved as mine");
    assert_saved(data.path(), "mine.ron", 2);
    quit(window);
}

/// A window that was told that the other one saved first.
#[track_caller]
fn in_conflict() -> (TempDir, Terminal) {
    let (data, window) = two_windows();
    window.press("s");
    window.wait_for("changed elsewhere");
    (data, window)
}

/// A window with 2 for the first claim, after another one saved 9.
#[track_caller]
fn two_windows() -> (TempDir, Terminal) {
    let data = tempdir().unwrap();
    save_profile(data.path(), "mine");
    let [first, second] = [open(data.path(), &MINE), open(data.path(), &MINE)];
    first.press("9 s");
    first.wait_for("Saved as mine");
    quit(first);
    second.press("2");
    wait_until_unsaved(&second);
    (data, second)
}

/// Asserts what is in a file: `mine.ron` is the profile named mine, `mine.ron.bak` what it was before.
#[track_caller]
fn assert_saved(data: &Path, file: &str, weight: u8) {
    let (name, extension) = file.split_once('.').unwrap();
    let text = fs::read_to_string(profile_file(data, name).with_extension(extension)).unwrap();
    let stance = format!("\"handmade/uniqueness\": (weight: Some({weight}))");
    assert!(text.contains(&stance) && text.contains(&format!("\"{name}\"")), "{text}");
}
