//! Drafts: a window that died leaves what it had not saved, and that never takes the place of what others saved since.

use std::fs;
use std::path::PathBuf;

use touchstone::program::Flow;

use super::shelf::{OLD, Shelf, Site, name, text};
use super::windows::Window;
use crate::support;

const TOLD: &str = "Unsaved changes are not kept";
const BROUGHT_BACK: &str = "Brought back";

fn drafts(shelf: &Shelf) -> PathBuf {
    shelf.profiles().join(".drafts")
}

/// The weight of the first claim in the file of the profile.
#[track_caller]
fn saved(shelf: &Shelf) -> String {
    let (profile, _) = shelf.store.load(&name()).expect("it is sound").expect("it is there");
    let (_, stance) = profile.stances().next().expect("a stance");
    format!("{:?}", stance.weight.map(touchstone::weight::Weight::points))
}

/// A window that was killed after it weighed the first claim 9.
fn kill_with_a_draft(shelf: &Shelf) {
    let mut window = Window::open(shelf);
    window.press("9");
    window.kill(shelf);
}

#[test]
fn a_draft_of_a_file_that_another_window_saved_since_is_a_conflict() {
    let shelf = Shelf::stocked();
    kill_with_a_draft(&shelf);
    // The other window was open already, or it would have brought the draft back.
    let theirs = super::shelf::profile(&shelf.comparison, super::shelf::NEW);
    let over = touchstone::store::Over::Known(text(OLD));
    shelf.store.save(&super::shelf::name(), &theirs, &over).expect("it is saved");
    let mut window = Window::open(&shelf);
    window.assert_shows(BROUGHT_BACK);
    assert_eq!(window.weight(), Some(9));
    window.press("s");
    window.assert_shows("changed elsewhere");
    assert_eq!(shelf.read(), text(super::shelf::NEW), "their profile");
    window.press("o");
    assert_eq!(saved(&shelf), "Some(9)");
    assert_eq!(fs::read_to_string(shelf.backup()).expect("a copy"), text(super::shelf::NEW));
}

#[test]
fn a_draft_of_a_file_that_nobody_saved_since_is_saved_without_a_question() {
    let shelf = Shelf::stocked();
    kill_with_a_draft(&shelf);
    let mut window = Window::open(&shelf);
    window.assert_shows(BROUGHT_BACK);
    window.press("s");
    window.assert_shows("Saved as mine");
    assert_eq!(saved(&shelf), "Some(9)");
}

#[test]
fn a_window_that_was_killed_right_after_saving_left_nothing_to_bring_back() {
    for shelf in [Shelf::stocked(), Shelf::empty()] {
        kill_with_a_draft(&shelf);
        let mut window = Window::open(&shelf);
        let files = fs::read_dir(drafts(&shelf)).expect("it is there").flatten();
        let draft = files.map(|file| file.path()).find(|path| path.extension().is_some_and(|e| e == "ron"));
        let draft = draft.expect("a draft");
        let text = fs::read(&draft).expect("it is there");
        window.press("s");
        window.assert_shows("Saved as mine");
        window.kill(&shelf);
        // As if it had been killed before it removed the draft.
        fs::create_dir_all(drafts(&shelf)).expect("it is made");
        fs::write(&draft, text).expect("it is written");
        fs::write(draft.with_extension("lock"), "").expect("it is written");
        let mut window = Window::open(&shelf);
        window.assert_does_not_show(BROUGHT_BACK);
        assert!(!window.is_unsaved());
        window.press("8s");
        window.assert_shows("Saved as mine");
        assert_eq!(saved(&shelf), "Some(8)");
    }
}

#[test]
fn a_draft_of_a_new_profile_does_not_replace_one_that_another_window_began() {
    let shelf = Shelf::empty();
    kill_with_a_draft(&shelf);
    let theirs = super::shelf::profile(&shelf.comparison, OLD);
    shelf.store.save(&super::shelf::name(), &theirs, &touchstone::store::Over::Nothing).expect("it is saved");
    let mut window = Window::open(&shelf);
    window.assert_shows(BROUGHT_BACK);
    window.press("s");
    window.assert_shows("There is");
    assert_eq!(shelf.read(), text(OLD));
}

#[test]
fn what_was_reloaded_is_what_the_next_draft_changes() {
    let shelf = Shelf::stocked();
    let mut window = Window::open(&shelf);
    window.press("9");
    let theirs = super::shelf::profile(&shelf.comparison, super::shelf::NEW);
    let over = touchstone::store::Over::Known(text(OLD));
    shelf.store.save(&super::shelf::name(), &theirs, &over).expect("it is saved");
    // Theirs is taken over, and undo brings back what was here: now it changes theirs, knowingly.
    window.press("sru");
    assert_eq!(window.weight(), Some(9));
    window.kill(&shelf);
    let mut window = Window::open(&shelf);
    window.assert_shows(BROUGHT_BACK);
    window.press("s");
    window.assert_shows("Saved as mine");
}

#[test]
fn whatever_a_file_holds_a_draft_of_it_comes_back_whole() {
    let shelf = Shelf::stocked();
    // A file that looks like a draft with its own base.
    let twice =
        format!("{0}\n// This was not saved yet. The file that it changes:\n// {0}", text(OLD).trim_end());
    let twice = twice.lines().flat_map(|line| [line, "\n"]).collect::<String>();
    let commented = twice.replacen("\n// This", "\n\n// This", 1);
    let end = commented.find("// This").expect("the line");
    let commented = format!("{}{}", &commented[..end], commented[end..].replace('\n', "\n// "));
    fs::write(shelf.file(), &commented).expect("it is written");
    assert!(shelf.store.load(&name()).is_ok(), "{commented}");
    kill_with_a_draft(&shelf);
    let mut window = Window::open(&shelf);
    window.assert_shows(BROUGHT_BACK);
    window.press("s");
    window.assert_shows("Saved as mine");
}

#[test]
fn a_draft_is_written_before_anything_that_may_wait() {
    let shelf = Shelf::stocked();
    let mut window = Window::open(&shelf);
    // Another window is just writing the profile, so saving waits for seconds.
    let lock = fs::File::options().write(true).open(shelf.lock_file()).expect("the lock");
    // A process that another test starts at this moment may hold it a little longer.
    lock.lock().expect("nobody keeps it");
    std::thread::scope(|scope| {
        scope.spawn(|| window.press("9s"));
        let start = std::time::Instant::now();
        let is_kept = || {
            let files = fs::read_dir(drafts(&shelf)).into_iter().flatten().flatten();
            let mut texts = files.map(|file| fs::read_to_string(file.path()).unwrap_or_default());
            texts.any(|text| text.contains("(weight: Some(9)"))
        };
        while !is_kept() {
            assert!(start.elapsed().as_secs() < 20, "no draft");
            std::thread::yield_now();
        }
        // It still waits.
        assert_eq!(shelf.read(), text(OLD));
        drop(lock);
    });
}

#[test]
fn each_change_from_working_to_failing_is_told() {
    let shelf = Shelf::stocked();
    let mut window = Window::open(&shelf);
    for (weights, working) in [("34", "5"), ("67", "8"), ("91", "2")] {
        fs::write(drafts(&shelf), "in the way").expect("it is written");
        let mut weights = weights.chars();
        window.press(&weights.next().expect("a key").to_string());
        window.assert_shows(TOLD);
        // It is told once, not with each key.
        window.press(&weights.next().expect("a key").to_string());
        window.assert_does_not_show(TOLD);
        fs::remove_file(drafts(&shelf)).expect("it is removed");
        window.press(working);
        window.assert_does_not_show(TOLD);
        assert_eq!(Window::open(&shelf).weight(), None, "a living window keeps its draft");
        // What is in the way next time is in the way of a draft that is there.
        fs::remove_dir_all(drafts(&shelf)).expect("it is removed");
    }
}

#[test]
fn drafts_go_on_when_their_folder_or_lock_is_removed() {
    let shelf = Shelf::stocked();
    for removed in [shelf.data().join("profiles"), drafts(&shelf)] {
        let mut window = Window::open(&shelf);
        window.press("9");
        fs::remove_dir_all(removed).expect("it is removed");
        window.press("8");
        window.assert_does_not_show(TOLD);
        window.kill(&shelf);
        let mut window = Window::open(&shelf);
        assert_eq!(window.weight(), Some(8));
        window.press("u");
        window.kill(&shelf);
        fs::create_dir_all(shelf.profiles()).expect("it is made");
        fs::write(shelf.file(), text(OLD)).expect("it is written");
    }
    let mut window = Window::open(&shelf);
    window.press("9");
    for file in fs::read_dir(drafts(&shelf)).expect("it is there").flatten() {
        if file.path().extension().is_some_and(|extension| extension == "lock") {
            fs::remove_file(file.path()).expect("it is removed");
        }
    }
    window.press("8");
    // Nobody else takes it for a draft of a window that died.
    let other = Window::open(&shelf);
    assert_eq!(other.weight(), None);
    drop(other);
    window.kill(&shelf);
    assert_eq!(Window::open(&shelf).weight(), Some(8));
}

#[test]
fn a_draft_of_another_name_with_the_same_file_name_is_not_brought_back() {
    let shelf = Shelf::stocked();
    kill_with_a_draft(&shelf);
    for file in fs::read_dir(drafts(&shelf)).expect("it is there").flatten() {
        if let Ok(draft) = fs::read_to_string(file.path())
            && !draft.is_empty()
        {
            fs::write(file.path(), draft.replacen("\"mine\"", "\"theirs\"", 1)).expect("it is written");
        }
    }
    let mut window = Window::open(&shelf);
    window.assert_does_not_show(BROUGHT_BACK);
    assert_eq!(window.weight(), None);
}

#[test]
fn a_draft_lock_that_is_a_pipe_is_told_and_not_waited_for() {
    let shelf = Shelf::stocked();
    fs::create_dir_all(drafts(&shelf)).expect("it is made");
    let pipe = drafts(&shelf).join(format!("{}.1-0.lock", name().slug()));
    if !support::pipe(&pipe) {
        return;
    }
    let mut window = Window::open(&shelf);
    window.assert_shows("no regular file");
    // This window's own draft is kept all the same.
    assert_eq!(window.press("9"), Flow::Changed);
    window.assert_does_not_show(TOLD);
}
