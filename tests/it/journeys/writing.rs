//! A decision of one's own: begun, typed in, changed while weighing, and saved.

mod own_file;
mod pasting;

use std::fs;
use std::path::PathBuf;

use insta::assert_snapshot;
use touchstone::comparison::{Comparison, Polarity};
use touchstone::weight::Weight;

use crate::support::journey::Journey;

/// From the bundled comparison to one that asks which flat.
const BEGUN: &str = "o ENTER 'Which flat?' ENTER 'Old' ENTER 'New' ENTER ENTER";

/// Three lines for the one and one against the other.
const WRITTEN: &str = "a 'Cheap' ENTER 'Near work' ENTER 'Quiet' ENTER TAB '- Dear' ENTER ENTER";

fn begun() -> Journey {
    Journey::new().press(BEGUN)
}

fn written() -> Journey {
    begun().press(WRITTEN)
}

/// All lines: the alternative, `+` or `-`, the title.
fn lines(journey: &Journey) -> Vec<String> {
    let comparison = journey.explorer().comparison();
    let line = |(_, claim): (_, &touchstone::comparison::Claim)| {
        let sign = if claim.polarity == Polarity::Pro { '+' } else { '-' };
        format!("{} {sign} {}", comparison[claim.alternative].name, claim.title)
    };
    comparison.claims().map(line).collect()
}

fn names(journey: &Journey) -> Vec<String> {
    journey.explorer().comparison().alternatives().map(|(_, one)| one.name.to_string()).collect()
}

fn file(journey: &Journey) -> PathBuf {
    journey.data().join("flat.ron")
}

/// Saves the comparison in its folder, by the name that is typed.
fn save(journey: Journey) -> Journey {
    let path = file(&journey);
    journey.press("s CTRL-U").paste(path.to_str().expect("a plain path")).press("ENTER")
}

fn weight(journey: &Journey, id: &str) -> Option<u8> {
    let claim = journey.explorer().comparison().claim_with_id(id).expect("a claim");
    journey.explorer().stance(claim).weight.map(Weight::points)
}

#[test]
fn from_nothing_to_a_file_that_check_accepts() {
    let journey = written();
    assert_eq!(lines(&journey), ["Old + Cheap", "Old + Near work", "Old + Quiet", "New - Dear"]);
    assert!(journey.explorer().unsaved());
    let journey = save(journey);
    assert!(journey.text().contains("Saved in"), "{}", journey.text());
    assert!(!journey.explorer().unsaved());
    let text = fs::read_to_string(file(&journey)).expect("a file");
    let (comparison, warnings) = Comparison::check_ron(&text).expect("a sound file");
    assert!(warnings.list.is_empty(), "{warnings:?}");
    assert_eq!(comparison, *journey.explorer().comparison());
}

#[test]
fn what_is_asked_first_says_what_is_missing_and_steps_back() {
    let journey = Journey::new().press("o ENTER ENTER");
    assert!(journey.text().contains("what do you want to decide?"), "{}", journey.text());
    let journey = journey.press("'Which?' ENTER ENTER");
    assert!(journey.text().contains("two at least"), "{}", journey.text());
    let journey = journey.press("'One' ENTER 'One' ENTER");
    assert!(journey.text().contains("looks like"), "{}", journey.text());
    // Back to the first name, to the question, and out.
    let journey = journey.press("ESC");
    assert!(journey.text().contains("The first:") && journey.text().contains("One"), "{}", journey.text());
    let journey = journey.press("ESC");
    assert!(journey.text().contains("What do you want to decide?"), "{}", journey.text());
    let journey = journey.press("ESC");
    assert_eq!(journey.explorer().comparison().id(), "jewelry");
}

#[test]
fn the_eighth_name_begins_it_and_a_ninth_is_refused() {
    let names = (1..=8).map(|i| format!("'Flat {i}' ENTER")).collect::<Vec<_>>().join(" ");
    let journey = Journey::new().press(&format!("o ENTER 'Which?' ENTER {names}"));
    assert_eq!(journey.explorer().comparison().alternatives().len(), 8);
    let journey = journey.press("A a 'Ninth' ENTER");
    assert!(journey.text().contains('8'), "{}", journey.text());
    assert_eq!(journey.explorer().comparison().alternatives().len(), 8);
}

#[test]
fn lines_go_where_the_cursor_is() {
    let journey = written().press("LEFT HOME a 'Sunny' ENTER '- Small' ENTER 'Damp' ENTER ESC");
    let after = [
        "Old + Cheap",
        "Old + Sunny",
        "Old + Near work",
        "Old + Quiet",
        "Old - Small",
        "Old - Damp",
        "New - Dear",
    ];
    assert_eq!(lines(&journey), after);
    // An empty line ends, and the cursor is on the last one.
    let cursor = journey.explorer().cursor().claim.expect("a line");
    assert_eq!(journey.explorer().comparison()[cursor].title.as_str(), "Damp");
}

#[test]
fn what_is_typed_but_not_entered_waits() {
    let journey = begun().press("a 'Che' ESC a 'ap' ENTER ESC");
    assert_eq!(lines(&journey), ["Old + Cheap"]);
}

#[test]
fn a_weight_follows_its_line_through_every_change() {
    let journey = written().press("LEFT HOME 9 DOWN 4");
    let journey = journey.press("HOME e ENTER CTRL-U 'Costs little' ENTER ESC");
    assert_eq!(weight(&journey, "old/cheap"), Some(9));
    let journey = journey.press("a 'Above' ENTER ESC A r CTRL-U 'Old town' ENTER ESC");
    assert_eq!((weight(&journey, "old/cheap"), weight(&journey, "old/near-work")), (Some(9), Some(4)));
    let journey = journey.press("DOWN D");
    assert_eq!(weight(&journey, "old/cheap"), Some(9));
    assert_eq!(names(&journey), ["Old town", "New"]);
    // A line that comes back has the weight that it had.
    let journey = journey.press("u");
    assert_eq!(weight(&journey, "old/near-work"), Some(4));
}

#[test]
fn all_of_it_can_be_undone_and_made_again() {
    let journey = written().press(
        "LEFT HOME 9 e DOWN ENTER 'By far' ENTER ENTER ESC n 'ask the owner' ENTER ENTER DOWN D t 'Which one?' ENTER",
    );
    let (text, profile) =
        (journey.explorer().document().text().to_owned(), journey.explorer().profile().clone());
    let journey = journey.press(&"u ".repeat(20));
    assert_eq!(lines(&journey), [] as [&str; 0]);
    assert!(journey.text().contains("Nothing to undo"), "{}", journey.text());
    let journey = journey.press(&"CTRL-R ".repeat(20));
    assert_eq!(journey.explorer().document().text(), text);
    assert_eq!(*journey.explorer().profile(), profile);
}

#[test]
fn two_sides_of_one_thing_have_one_weight() {
    let journey = written().press("e DOWN DOWN ENTER DOWN ENTER ESC 7");
    assert_eq!((weight(&journey, "old/cheap"), weight(&journey, "new/dear")), (Some(7), Some(7)));
    assert!(journey.text().contains("Paired with Cheap (Old)"), "{}", journey.text());
    let journey = journey.press("e DOWN DOWN ENTER HOME ENTER ESC 2");
    assert_eq!((weight(&journey, "old/cheap"), weight(&journey, "new/dear")), (Some(7), Some(2)));
}

#[test]
fn among_three_nothing_is_the_other_side() {
    let journey = written().press("A a 'Third' ENTER ESC e");
    assert!(!journey.text().contains("Other side of"), "{}", journey.text());
    let journey = journey.press("ESC A END d");
    assert!(journey.text().contains("Deleted Third"), "{}", journey.text());
    let journey = journey.press("d");
    assert!(journey.text().contains("2 to 8") || journey.text().contains("two"), "{}", journey.text());
    assert_eq!(names(&journey), ["Old", "New"]);
}

#[test]
fn a_note_has_several_lines_and_is_marked() {
    let journey = written().press("n 'ask' ENTER 'the owner' ENTER ENTER");
    let claim = journey.explorer().cursor().claim.expect("a line");
    assert_eq!(journey.explorer().stance(claim).note.as_str(), "ask\nthe owner");
    assert!(
        journey.text().contains('\u{b6}') && journey.text().contains("Note: ask\n"),
        "{}",
        journey.text()
    );
    // An empty line between two is one on purpose.
    let journey = journey.press("n CTRL-J CTRL-J 'again' ENTER ENTER");
    assert_eq!(journey.explorer().stance(claim).note.as_str(), "ask\nthe owner\n\nagain");
}

#[test]
fn a_new_line_begins_with_nothing_whatever_was_said_of_one_that_is_gone() {
    let journey = written().press("LEFT HOME 9 ! n 'good' ENTER ENTER D a '- Cheap' ENTER ESC");
    let claim = journey.explorer().cursor().claim.expect("a line");
    assert_eq!(*journey.explorer().stance(claim), touchstone::profile::Stance::default());
    // What was deleted comes back with all that was said of it.
    let journey = journey.press("u u");
    assert_eq!(weight(&journey, "old/cheap"), Some(9));
}

#[test]
fn an_alternative_that_undo_takes_back_is_none_that_is_chosen() {
    for then in ["r ESC", "ENTER ESC", "d"] {
        let journey = written().press("A a 'Third' ENTER u").press(then);
        assert_eq!(journey.explorer().comparison().alternatives().len(), 2);
    }
}

#[test]
fn a_topic_that_parts_two_sides_says_so() {
    let journey = written().press("e DOWN DOWN ENTER DOWN ENTER");
    assert!(journey.text().contains("One weight for this and for Cheap"), "{}", journey.text());
    let journey = journey.press("DOWN ENTER CTRL-U 'Money' ENTER");
    assert!(journey.text().contains("Cheap is no longer the other side of it"), "{}", journey.text());
}

#[test]
fn leaving_asks_about_what_was_written_and_weighed() {
    let journey = save(written()).press("9 t 'Which one?' ENTER q");
    assert!(journey.text().contains("What you wrote and what you weighed"), "{}", journey.text());
    let journey = journey.press("s");
    assert!(journey.text().contains("Save what you weighed as"), "{}", journey.text());
    let journey = journey.press("'mine' ENTER");
    assert!(journey.has_left());
}

#[test]
fn a_question_that_says_nothing_is_refused() {
    for typed in ["CTRL-U ENTER", "CTRL-U '   ' ENTER"] {
        let journey = written().press("t").press(typed);
        assert_eq!(journey.explorer().comparison().title().as_str(), "Which flat?");
        assert!(!journey.text().contains("a add"), "the box stays: {}", journey.text());
    }
}

#[test]
fn pictures_at_each_size() {
    for (columns, rows) in [(120, 40), (80, 24), (50, 16), (40, 10)] {
        let at = |keys: &str| begun().sized(columns, rows).press(keys);
        let size = format!("{columns}_by_{rows}");
        assert_snapshot!(format!("empty_panes_at_{size}"), at("").picture());
        assert_snapshot!(format!("a_line_is_typed_at_{size}"), at("a 'Cheap' ENTER '- No'").picture());
    }
}
