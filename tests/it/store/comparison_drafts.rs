//! Drafts of comparisons: what was typed comes back where it belongs, whatever it is and however the window died.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;

use touchstone::comparison::MOST_BYTES;
use touchstone::store::{ComparisonDrafts, Origin, StoreError, UnsavedText};

use super::desk::{Desk, text};
use super::site::{NEW, NEXT, OLD, Site};
use super::worker::{self, Task};
use crate::support::journey::is_any_locked;
use crate::support::process::wait_until;
use crate::support::{link, names_without_text};

/// What parts a draft from the text that it changes.
const BASE: &str = "\n// This was not saved yet. The file that it changes:\n";

fn folder(desk: &Desk) -> PathBuf {
    desk.data().join("drafts")
}

/// The drafts in the folder, without their locks.
fn drafts(desk: &Desk) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder(desk)).into_iter().flatten();
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "ron")).collect()
}

/// A window that has this unsaved.
fn window(desk: &Desk, origin: &Origin, text: &str, base: Option<&str>) -> ComparisonDrafts {
    let mut window = ComparisonDrafts::new(desk.data());
    window.keep(Some((origin, text, base))).expect("it is kept");
    window
}

/// Leaves behind what a kill does: the draft, and nothing that holds it. No other window may have one.
fn kill(desk: &Desk, window: ComparisonDrafts) {
    drop(window);
    wait_until("its locks are gone with it", || !is_any_locked(&folder(desk)));
}

/// What a new window finds of an origin.
fn found(desk: &Desk, origin: &Origin, read: Option<&str>) -> Option<UnsavedText> {
    ComparisonDrafts::new(desk.data()).restore(origin, read).expect("a readable folder")
}

fn unsaved(text: &str, base: Option<&str>) -> UnsavedText {
    UnsavedText { text: text.to_owned(), base: base.map(str::to_owned) }
}

#[test]
fn a_draft_belongs_to_its_origin_alone() {
    let desk = Desk::stocked();
    let (input, other_input) = (text(OLD), text(NEXT));
    let odd = names_without_text().into_iter().map(|name| (Origin::File(desk.data().join(name)), None));
    let origins = [
        (Origin::Bundled, Some(touchstone::JEWELRY)),
        (Origin::Input, Some(input.as_str())),
        (Origin::Input, Some(other_input.as_str())),
        (Origin::New, None),
        (Origin::File(desk.file()), Some(input.as_str())),
        (Origin::File(desk.data().join("other.ron")), Some(input.as_str())),
        (Origin::File(desk.data().join("two\nlines.ron")), None),
    ];
    let origins: Vec<_> = origins.into_iter().chain(odd).collect();
    for (i, (origin, base)) in origins.iter().enumerate() {
        for (other, base) in &origins[i..] {
            assert_eq!(found(&desk, other, *base), None, "{other:?} after {i}");
        }
        kill(&desk, window(&desk, origin, &text(&i.to_string()), *base));
    }
    for (i, (origin, base)) in origins.iter().enumerate() {
        assert_eq!(found(&desk, origin, *base), Some(unsaved(&text(&i.to_string()), *base)), "{origin:?}");
        wait_until("its locks are gone with it", || !is_any_locked(&folder(&desk)));
    }
}

#[test]
fn a_draft_of_a_file_is_found_however_the_file_is_called() {
    let desk = Desk::stocked();
    let other_name = desk.data().join("link.ron");
    let called = if link("flat.ron", &other_name) { other_name } else { desk.data().join("./flat.ron") };
    kill(&desk, window(&desk, &Origin::File(called), &text(NEW), Some(&text(OLD))));
    let name = desk.data().join("drafts/../flat.ron");
    assert_eq!(found(&desk, &Origin::File(name), None), Some(unsaved(&text(NEW), Some(&text(OLD)))));
    wait_until("its locks are gone with it", || !is_any_locked(&folder(&desk)));
    fs::remove_file(desk.file()).expect("it is removed");
    assert!(found(&desk, &Origin::File(desk.file()), None).is_some(), "also when the file is gone");
}

#[test]
fn whatever_is_typed_comes_back_whole_with_what_it_changes() {
    let desk = Desk::empty();
    let odd = format!("// Not saved yet: 3 bytes of standard input\nabc{BASE}x\u{1f600}\r\n\0\u{feff}");
    let largest = "\u{e9}".repeat(usize::try_from(MOST_BYTES).expect("a size") / 2);
    for text in ["", "\n", "\u{e9}", &odd, &text(NEW), &largest] {
        for base in [None, Some(""), Some(odd.as_str()), Some(BASE), Some(&largest)] {
            kill(&desk, window(&desk, &Origin::New, text, base));
            let mut window = ComparisonDrafts::new(desk.data());
            let found = window.restore(&Origin::New, None).expect("a readable folder");
            assert!(found == Some(unsaved(text, base)), "{} bytes on {:?}", text.len(), base.map(str::len));
            window.keep(None).expect("it is removed");
            assert!(!folder(&desk).exists(), "nothing stays of what is saved");
        }
    }
}

#[test]
fn a_killed_process_leaves_its_draft_and_a_living_one_keeps_it() {
    let desk = Desk::empty();
    let mut process = worker::start::<Desk>(Task::Draft, desk.data());
    let mut lines = BufReader::new(process.stdout.take().expect("a pipe")).lines();
    let kept = lines.find_map(|line| line.ok()?.strip_prefix("result: ").map(str::to_owned));
    assert_eq!(kept.as_deref(), Some("kept"));
    assert_eq!(found(&desk, &Origin::New, None), None, "it is the living window's");
    process.kill().expect("it runs until it is killed");
    process.wait().expect("a child");
    assert_eq!(found(&desk, &Origin::New, None), Some(unsaved(&text(NEW), None)));
}

#[test]
fn two_windows_have_a_draft_each_and_the_newest_comes_back_first() {
    let desk = Desk::stocked();
    let origin = Origin::File(desk.file());
    let mut first = window(&desk, &origin, &text(NEW), Some(&text(OLD)));
    let second = window(&desk, &origin, &text(NEXT), Some(&text(OLD)));
    assert_eq!(drafts(&desk).len(), 2);
    assert_eq!(found(&desk, &origin, None), None);
    first.keep(Some((&origin, "newest", None))).expect("it is kept");
    drop(second);
    kill(&desk, first);
    // Both could be of the same moment.
    for draft in drafts(&desk) {
        if fs::read_to_string(&draft).expect("it is there").contains(NEXT) {
            let file = fs::File::options().write(true).open(draft).expect("a draft");
            file.set_modified(std::time::UNIX_EPOCH).expect("another time");
        }
    }
    let mut window = ComparisonDrafts::new(desk.data());
    assert_eq!(window.restore(&origin, None).expect("a readable folder"), Some(unsaved("newest", None)));
    assert_eq!(found(&desk, &origin, None), Some(unsaved(&text(NEXT), Some(&text(OLD)))));
}

#[test]
fn one_window_goes_on_with_what_it_brought_back_and_has_one_draft() {
    let desk = Desk::empty();
    kill(&desk, window(&desk, &Origin::New, &text(OLD), None));
    let mut window = ComparisonDrafts::new(desk.data());
    assert!(window.restore(&Origin::New, None).expect("a readable folder").is_some());
    for (origin, text) in [(Origin::New, text(NEW)), (Origin::File(desk.file()), text(NEXT))] {
        window.keep(Some((&origin, &text, None))).expect("it is kept");
        let draft = &drafts(&desk)[..];
        assert_eq!(draft.len(), 1, "{draft:?}");
        assert!(fs::read_to_string(&draft[0]).expect("it is there").ends_with(&text));
    }
    // Another comparison is opened: what was here stays for the next start.
    assert_eq!(window.restore(&Origin::Bundled, None).expect("a readable folder"), None);
    window.keep(Some((&Origin::Bundled, &text(OLD), None))).expect("it is kept");
    kill(&desk, window);
    assert_eq!(found(&desk, &Origin::File(desk.file()), None), Some(unsaved(&text(NEXT), None)));
}

#[test]
fn a_draft_that_is_damaged_is_left_where_it_is() {
    let desk = Desk::empty();
    kill(&desk, window(&desk, &Origin::New, "\u{e9}\u{e9}", Some("base")));
    let draft = drafts(&desk).remove(0);
    let sound = fs::read_to_string(&draft).expect("it is there");
    let damaged = [
        String::new(),
        "nothing of ours".to_owned(),
        sound.replace(": 4 bytes", ": 3 bytes"),
        sound.replace(": 4 bytes", ": 99999999999999999999 bytes"),
        sound.replace(": 4 bytes", ": 4000 bytes"),
        sound.replace("a new comparison", "another"),
        sound.replace("was not saved", "was saved"),
    ];
    for text in damaged {
        fs::write(&draft, &text).expect("it is written");
        assert_eq!(found(&desk, &Origin::New, None), None, "{text}");
        assert_eq!(fs::read_to_string(&draft).expect("it is there"), text);
        wait_until("its locks are gone with it", || !is_any_locked(&folder(&desk)));
    }
    fs::write(&draft, sound).expect("it is written");
    assert_eq!(found(&desk, &Origin::New, None), Some(unsaved("\u{e9}\u{e9}", Some("base"))));
}

#[test]
fn drafts_go_on_when_their_folder_is_removed_and_failing_is_told() {
    let desk = Desk::empty();
    let mut window = window(&desk, &Origin::New, &text(OLD), None);
    fs::remove_dir_all(folder(&desk)).expect("it is removed");
    window.keep(Some((&Origin::New, &text(NEW), None))).expect("it is kept");
    fs::remove_dir_all(folder(&desk)).expect("it is removed");
    fs::write(folder(&desk), "in the way").expect("it is written");
    for _ in 0..2 {
        window.keep(Some((&Origin::New, &text(NEXT), None))).expect_err("it can't be kept");
    }
    fs::remove_file(folder(&desk)).expect("it is removed");
    window.keep(Some((&Origin::New, &text(NEXT), None))).expect("it is kept");
    let large = "x".repeat(usize::try_from(MOST_BYTES).expect("a size") + 1);
    let error = window.keep(Some((&Origin::New, &large, None)));
    assert!(matches!(error, Err(StoreError::TooLarge { .. })), "{error:?}");
    kill(&desk, window);
    assert_eq!(found(&desk, &Origin::New, None), Some(unsaved(&text(NEXT), None)));
}
