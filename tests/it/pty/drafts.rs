//! Drafts: what was not saved when the program was killed is there again at the next start.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::tempdir;

use super::{
    WIDE, is_untouched, line, profile_file, quit, wait_for_panes, wait_until_saved, wait_until_unsaved,
};
use crate::support::process::wait_until;
use crate::support::terminal::Terminal;

const BROUGHT_BACK: &str = "Brought back what was not saved";

/// What a draft of the bundled comparison says of its first claim.
fn weight_of_uniqueness(weight: u8) -> String {
    format!("\"handmade/uniqueness\": (weight: Some({weight}))")
}

#[test]
fn what_was_not_saved_is_brought_back_after_a_kill() {
    assert_brought_back(&[]);
}

#[test]
fn what_was_not_saved_in_a_profile_is_brought_back_after_a_kill() {
    assert_brought_back(&["--profile", "mine"]);
}

#[test]
fn only_the_same_profile_brings_a_draft_back() {
    let data = tempdir().unwrap();
    save_profile(data.path(), "mine");
    save_profile(data.path(), "other");
    kill(weigh(data.path(), &["--profile", "mine"], 9));
    // The second start opens the other one again.
    for args in [&["--profile", "other"][..], &[]] {
        let terminal = open(data.path(), args);
        assert!(!terminal.screen().contains(BROUGHT_BACK), "{}", terminal.screen());
        assert!(!line(&terminal.screen(), "Uniqueness").contains(" 9 "), "{}", terminal.screen());
        quit(terminal);
    }
    assert_eq!(drafts(data.path()).len(), 1);
    let terminal = open(data.path(), &["--profile", "mine"]);
    wait_until_brought_back(&terminal, 9);
}

#[test]
fn a_draft_outlives_a_second_kill_and_what_is_added_to_it() {
    let data = tempdir().unwrap();
    kill(weigh(data.path(), &[], 9));
    let terminal = open(data.path(), &[]);
    wait_until_brought_back(&terminal, 9);
    kill(terminal);
    let terminal = open(data.path(), &[]);
    wait_until_brought_back(&terminal, 9);
    terminal.press("DOWN 3");
    wait_for_draft(data.path(), "(weight: Some(3))");
    kill(terminal);
    let terminal = open(data.path(), &[]);
    wait_until_brought_back(&terminal, 9);
    assert!(line(&terminal.screen(), "Craftsmanship").contains(" 3 "), "{}", terminal.screen());
    assert_eq!(drafts(data.path()).len(), 1);
}

#[test]
fn each_of_two_windows_has_its_own_draft_and_two_starts_bring_back_one_each() {
    let data = tempdir().unwrap();
    save_profile(data.path(), "mine");
    let args = ["--profile", "mine"];
    let first = weigh(data.path(), &args, 2);
    let second = weigh(data.path(), &args, 8);
    assert!(!second.screen().contains(BROUGHT_BACK), "{}", second.screen());
    assert_eq!(drafts(data.path()).len(), 2);
    kill(first);
    kill(second);
    let windows = [open(data.path(), &args), open(data.path(), &args)];
    let mut found = windows.each_ref().map(|terminal| {
        terminal.wait_for(BROUGHT_BACK);
        let screen = terminal.screen();
        [2, 8].into_iter().find(|weight| line(&screen, "Uniqueness").contains(&format!(" {weight} ")))
    });
    found.sort_unstable();
    assert_eq!(found, [Some(2), Some(8)]);
    let third = open(data.path(), &args);
    assert!(!third.screen().contains(BROUGHT_BACK), "{}", third.screen());
    quit(third);
    for window in windows {
        window.press("u");
        wait_until_saved(&window);
        quit(window);
    }
    assert_eq!(drafts(data.path()), [] as [PathBuf; 0]);
}

#[test]
fn a_living_window_keeps_its_draft_for_itself() {
    let data = tempdir().unwrap();
    let first = weigh(data.path(), &[], 9);
    let second = open(data.path(), &[]);
    assert!(!second.screen().contains(BROUGHT_BACK), "{}", second.screen());
    quit(second);
    assert_eq!(drafts(data.path()).len(), 1);
    kill(first);
    wait_until_brought_back(&open(data.path(), &[]), 9);
}

#[test]
fn what_is_saved_needs_no_draft() {
    let data = tempdir().unwrap();
    let terminal = weigh(data.path(), &["--profile", "mine"], 9);
    terminal.press("s");
    terminal.wait_for("Saved as mine");
    wait_until("the draft is gone", || drafts(data.path()).is_empty());
    quit(terminal);
    assert!(profile_file(data.path(), "mine").is_file());
}

#[test]
fn what_was_brought_back_and_is_saved_needs_no_draft() {
    let data = tempdir().unwrap();
    kill(weigh(data.path(), &["--profile", "mine"], 9));
    let terminal = open(data.path(), &["--profile", "mine"]);
    wait_until_brought_back(&terminal, 9);
    terminal.press("s");
    terminal.wait_for("Saved as mine");
    wait_until("the draft is gone", || drafts(data.path()).is_empty());
    quit(terminal);
    let saved = fs::read_to_string(profile_file(data.path(), "mine")).unwrap();
    assert!(saved.contains(&weight_of_uniqueness(9)), "{saved}");
}

#[test]
fn keys_that_mean_nothing_do_not_keep_a_draft_from_being_written() {
    let data = tempdir().unwrap();
    let terminal = open(data.path(), &[]);
    for weight in [9, 2, 8, 3, 7, 1].repeat(8) {
        terminal.type_text(&weight.to_string());
        // Some of them arrive while the change is drawn.
        (0..1000).for_each(|_| terminal.type_text("v"));
        wait_for_draft(data.path(), &weight_of_uniqueness(weight));
    }
}

#[test]
fn what_is_undone_needs_no_draft() {
    let data = tempdir().unwrap();
    let terminal = weigh(data.path(), &[], 9);
    terminal.press("u");
    wait_until("the draft is gone", || drafts(data.path()).is_empty());
    quit(terminal);
}

#[test]
fn what_is_discarded_leaves_nothing() {
    let data = tempdir().unwrap();
    let mut terminal = weigh(data.path(), &[], 9);
    terminal.press("q");
    terminal.wait_for("discard");
    terminal.press("d");
    assert_eq!(terminal.exit_status(), Ok(0));
    terminal.assert_given_back();
    assert!(is_untouched(data.path()));
}

#[test]
fn a_damaged_draft_is_left_alone_and_the_program_starts() {
    let data = tempdir().unwrap();
    kill(weigh(data.path(), &[], 9));
    let [draft] = drafts(data.path()).try_into().unwrap();
    let text = fs::read_to_string(&draft).unwrap();
    for damaged in [&text[..text.len() / 2], "", "\u{0}", "Profile("] {
        fs::write(&draft, damaged).unwrap();
        let terminal = open(data.path(), &[]);
        wait_until_saved(&terminal);
        assert!(!terminal.screen().contains(BROUGHT_BACK), "{}", terminal.screen());
        terminal.press("DOWN 3");
        wait_for_draft(data.path(), "(weight: Some(3))");
        terminal.press("u");
        wait_until("the draft is gone", || drafts(data.path()) == [draft.clone()]);
        quit(terminal);
        assert_eq!(fs::read_to_string(&draft).unwrap(), damaged);
    }
    fs::write(&draft, text).unwrap();
    wait_until_brought_back(&open(data.path(), &[]), 9);
}

#[track_caller]
fn assert_brought_back(args: &[&str]) {
    let data = tempdir().unwrap();
    if let [_, name] = args {
        save_profile(data.path(), name);
    }
    let before = fs::read(profile_file(data.path(), "mine")).ok();
    kill(weigh(data.path(), args, 9));
    let terminal = open(data.path(), args);
    wait_until_brought_back(&terminal, 9);
    terminal.press("u");
    wait_until_saved(&terminal);
    quit(terminal);
    assert_eq!(drafts(data.path()), [] as [PathBuf; 0]);
    assert_eq!(fs::read(profile_file(data.path(), "mine")).ok(), before);
    let terminal = open(data.path(), args);
    assert!(!terminal.screen().contains(BROUGHT_BACK), "{}", terminal.screen());
    quit(terminal);
}

#[track_caller]
pub(crate) fn open(data: &Path, args: &[&str]) -> Terminal {
    let terminal = Terminal::start(WIDE, args, &[], data);
    wait_for_panes(&terminal);
    terminal
}

/// Begins a profile and saves it as it is.
#[track_caller]
pub(crate) fn save_profile(data: &Path, name: &str) {
    let terminal = open(data, &["--profile", name]);
    terminal.press("s");
    terminal.wait_for(&format!("Saved as {name}"));
    quit(terminal);
}

/// A program with another weight for the first claim, which is in a draft.
#[track_caller]
fn weigh(data: &Path, args: &[&str], weight: u8) -> Terminal {
    let terminal = open(data, args);
    terminal.press(&weight.to_string());
    wait_until_unsaved(&terminal);
    wait_for_draft(data, &weight_of_uniqueness(weight));
    terminal
}

#[track_caller]
pub(crate) fn wait_until_brought_back(terminal: &Terminal, weight: u8) {
    terminal.wait_for(BROUGHT_BACK);
    wait_until_unsaved(terminal);
    let screen = terminal.screen();
    assert!(line(&screen, "Uniqueness").contains(&format!(" {weight} ")), "{screen}");
}

/// Blocks until a draft says this.
#[track_caller]
fn wait_for_draft(data: &Path, text: &str) {
    let says = |path: &PathBuf| fs::read_to_string(path).is_ok_and(|draft| draft.contains(text));
    wait_until(&format!("a draft says {text}"), || drafts(data).iter().any(says));
}

/// Ends the program in the one way that it can do nothing about.
#[track_caller]
fn kill(mut terminal: Terminal) {
    terminal.process().signal("KILL");
    assert_eq!(terminal.exit_status(), Err("Killed".to_owned()));
}

/// The files of all drafts of the bundled comparison.
pub(crate) fn drafts(data: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(data.join("profiles/jewelry/.drafts")) else { return Vec::new() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "ron")).collect()
}
