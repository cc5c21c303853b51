//! The file of a decision of one's own: saved, gone, changed by others, and told from those of other decisions.

use std::fs;

use super::{file, lines, save, written};
use crate::support::journey::Journey;

#[test]
fn a_decision_that_is_only_in_a_file_keeps_its_id_to_itself() {
    let journey =
        save(written()).press("o END UP ENTER 'Which flat?' ENTER 'North' ENTER 'South' ENTER ENTER");
    assert_eq!(journey.explorer().comparison().id(), "which-flat-2");
}

#[test]
fn another_name_for_what_was_written_is_that_of_a_file() {
    let journey = save(written()).press("t CTRL-U 'Which one?' ENTER S");
    assert!(journey.text().contains("Save the comparison in a file"), "{}", journey.text());
}

#[test]
fn a_decision_that_asks_what_another_asked_begins_with_nothing() {
    let journey = save(written().press("LEFT HOME 9")).press("'mine' ENTER");
    let journey = journey.press("o END UP ENTER 'Which flat?' ENTER 'North' ENTER 'South' ENTER ENTER");
    assert_eq!(journey.explorer().comparison().id(), "which-flat-2");
    assert!(journey.text().contains("new profile, not saved"), "{}", journey.text());
}

#[test]
fn what_was_begun_and_is_in_no_file_is_in_the_list() {
    let journey = written().press("o");
    assert!(journey.text().contains("in no file yet"), "{}", journey.text());
    let journey = journey.press("ENTER");
    assert_eq!(journey.explorer().comparison().title().as_str(), "Which flat?");
}

#[test]
fn a_conflict_of_files_can_be_saved_in_another_file() {
    let journey = save(written());
    let theirs = fs::read_to_string(file(&journey)).expect("a file").replace("Near work", "Near the park");
    fs::write(file(&journey), &theirs).expect("a written file");
    let another = file(&journey).with_file_name("other.ron");
    let journey = journey.press("t CTRL-U 'Which one?' ENTER s S CTRL-U");
    let journey = journey.paste(another.to_str().expect("a plain path")).press("ENTER");
    assert!(journey.text().contains("Saved in"), "{}", journey.text());
    assert_eq!(fs::read_to_string(file(&journey)).expect("a file"), theirs);
    let other = fs::read_to_string(another).expect("another file");
    assert!(other.contains("Which one?") && other.contains("Near work"));
}

#[test]
fn a_file_that_is_gone_is_written_again_after_asking() {
    let journey = save(written());
    fs::remove_file(file(&journey)).expect("it is removed");
    let journey = journey.press("t CTRL-U 'Which one?' ENTER s");
    assert!(journey.text().contains("it was moved or deleted"), "{}", journey.text());
    assert!(!file(&journey).exists());
    let journey = journey.press("y");
    assert!(fs::read_to_string(file(&journey)).expect("a file").contains("Which one?"));
}

#[test]
fn the_bundled_comparison_asks_for_a_file_of_its_own() {
    let journey = save(Journey::new().press("a 'Sparkles' ENTER ESC"));
    assert!(journey.text().contains("Saved in"), "{}", journey.text());
    let text = fs::read_to_string(file(&journey)).expect("a file");
    assert!(text.contains("Sparkles") && text.contains("Craftsmanship"));
}

#[test]
fn a_file_that_is_there_is_not_written_over_without_a_word() {
    let journey = written();
    fs::write(file(&journey), "mine").expect("a written file");
    let journey = save(journey);
    assert!(journey.text().contains("already"), "{}", journey.text());
    assert_eq!(fs::read_to_string(file(&journey)).expect("a file"), "mine");
}

#[test]
fn what_another_program_wrote_is_not_lost() {
    let journey = save(written());
    let theirs = fs::read_to_string(file(&journey)).expect("a file").replace("Near work", "Near the park");
    fs::write(file(&journey), &theirs).expect("a written file");
    let journey = journey.press("t CTRL-U 'Which one?' ENTER s");
    assert!(journey.text().contains("changed elsewhere"), "{}", journey.text());
    assert_eq!(fs::read_to_string(file(&journey)).expect("a file"), theirs);
    let journey = journey.press("r");
    assert!(lines(&journey).contains(&"Old + Near the park".to_owned()), "{:?}", lines(&journey));
    // What was here is one undo away.
    let journey = journey.press("u");
    assert_eq!(journey.explorer().comparison().title().as_str(), "Which one?");
}
