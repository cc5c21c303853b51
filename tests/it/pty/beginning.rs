//! `touchstone new`: a decision of one's own from the first word to its file, in the real program.

use std::fs;
use std::path::Path;

use tempfile::tempdir;

use super::{WIDE, quit};
use crate::support::process::wait_until;
use crate::support::terminal::Terminal;

const BROUGHT_BACK: &str = "Brought back what was not saved";

#[test]
fn a_decision_is_typed_in_and_saved_in_the_file_that_was_named() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("flats.ron");
    let terminal = begin(folder.path(), &["new", file.to_str().unwrap()]);
    terminal.press("'Which flat?' ENTER 'Old' ENTER 'New' ENTER ENTER");
    terminal.wait_for("Press a to add a line");
    terminal.press("a 'Cheap' ENTER '- Noisy' ENTER TAB '+ Balcony' ENTER ENTER");
    terminal.wait_for("for New");
    terminal.press("s");
    terminal.wait_for("Saved in");
    let text = fs::read_to_string(&file).unwrap();
    for said in ["Which flat?", "Cheap", "Noisy", "Balcony"] {
        assert!(text.contains(said), "{text}");
    }
    quit(terminal);
}

#[test]
fn what_was_begun_for_a_file_is_brought_back_by_its_name() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("flats.ron");
    let name = file.to_str().unwrap();
    let terminal = begin(folder.path(), &["new", name]);
    terminal.press("'Which flat?' ENTER 'Old' ENTER 'New' ENTER ENTER");
    terminal.wait_for("Press a to add a line");
    terminal.press("a 'Precious' ENTER ENTER");
    let drafts = folder.path().join("drafts");
    let is_kept = || {
        fs::read_dir(&drafts).is_ok_and(|entries| {
            let mut texts = entries.filter_map(|entry| fs::read_to_string(entry.ok()?.path()).ok());
            texts.any(|text| text.contains("Precious"))
        })
    };
    wait_until("a draft is kept", is_kept);
    kill(terminal);
    for args in [&["new", name][..], &[name]] {
        let terminal = Terminal::start(WIDE, args, &[], folder.path());
        terminal.wait_for(BROUGHT_BACK);
        terminal.wait_for("Precious");
        kill(terminal);
    }
    let terminal = Terminal::start(WIDE, &[name], &[], folder.path());
    terminal.wait_for("Precious");
    terminal.press("s");
    terminal.wait_for("Saved in");
    assert!(fs::read_to_string(&file).unwrap().contains("Precious"));
    quit(terminal);
}

#[test]
fn a_folder_that_is_not_there_is_told_before_anything_is_typed() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("missing/flats.ron");
    let mut terminal = Terminal::start(WIDE, &["new", file.to_str().unwrap()], &[], folder.path());
    terminal.wait_for("there is no such folder");
    assert_eq!(terminal.exit_status(), Ok(1));
}

#[track_caller]
fn begin(data: &Path, args: &[&str]) -> Terminal {
    let terminal = Terminal::start(WIDE, args, &[], data);
    terminal.wait_for("What do you want to decide?");
    terminal
}

#[track_caller]
fn kill(mut terminal: Terminal) {
    terminal.process().signal("KILL");
    assert_eq!(terminal.exit_status(), Err("Killed".to_owned()));
}
