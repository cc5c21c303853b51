//! Screens of absurd sizes: it survives them, and draws everything again on a sane one.

use tempfile::tempdir;

use super::drafts::drafts;
use super::{WIDE, explore, quit, wait_for_panes, wait_until_saved, wait_until_unsaved};
use crate::support::process::wait_until;
use crate::support::terminal::{Size, Terminal};

const TOO_LARGE: &str = "This screen is larger than 1000 x 1000.";

#[test]
fn a_screen_of_nothing_is_survived() {
    assert_survives((0, 0), "");
}

#[test]
fn a_screen_without_lines_or_without_columns_is_survived() {
    assert_survives((100, 0), "");
    assert_survives((0, 30), "");
}

#[test]
fn a_screen_of_one_cell_is_survived() {
    assert_survives((1, 1), "W");
}

#[test]
fn the_largest_screen_there_is_says_that_it_is_too_large() {
    assert_survives((65_535, 65_535), TOO_LARGE);
}

#[test]
fn a_screen_that_is_too_large_one_way_says_so() {
    assert_survives((1001, 30), TOO_LARGE);
    assert_survives((100, 1001), TOO_LARGE);
}

#[test]
fn one_absurd_size_after_the_other_is_survived() {
    let data = tempdir().unwrap();
    let terminal = explore(data.path());
    for size in [(0, 0), (65_535, 65_535), (1, 1), (65_535, 1), (1, 65_535), (1000, 0), (20, 5)].repeat(5) {
        terminal.resize(size);
    }
    assert_works_again(&terminal);
    quit(terminal);
}

#[test]
fn a_size_that_changes_and_is_at_once_as_before_is_drawn_anew() {
    let data = tempdir().unwrap();
    let terminal = explore(data.path());
    // A terminal keeps nothing of what had no room, however short that was.
    for size in [(20, 5), (99, 29), (0, 0), (1, 1)].repeat(3) {
        terminal.resize(size);
        assert_works_again(&terminal);
    }
    quit(terminal);
}

#[test]
fn it_starts_on_a_screen_of_any_size() {
    for (size, says) in [((0, 0), ""), ((1, 1), "W"), ((65_535, 65_535), TOO_LARGE)] {
        let data = tempdir().unwrap();
        let terminal = Terminal::start(size, &[], &[], data.path());
        terminal.wait_until("the other screen", |screen| screen.trim_end() == says);
        terminal.wait_for_bytes("\x1b[?1049h\x1b[?2004h\x1b[?1004h\x1b[?25l".len());
        assert_works_again(&terminal);
        quit(terminal);
    }
}

#[track_caller]
fn assert_survives(size: Size, says: &str) {
    let data = tempdir().unwrap();
    let terminal = explore(data.path());
    terminal.resize(size);
    terminal.wait_until(&format!("{says:?} alone"), |screen| screen.trim_end() == says);
    // That keys are taken is seen in the draft if not here; by then the size was taken note of, too.
    terminal.press("9");
    wait_until("a draft is there", || drafts(data.path()).len() == 1);
    assert_works_again(&terminal);
    wait_until_unsaved(&terminal);
    terminal.press("u");
    wait_until_saved(&terminal);
    quit(terminal);
}

#[track_caller]
fn assert_works_again(terminal: &Terminal) {
    terminal.resize(WIDE);
    wait_for_panes(terminal);
    for text in ["Handmade vs.", "Uniqueness", "Affordability", "Against"] {
        terminal.wait_for(text);
    }
}
