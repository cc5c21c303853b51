//! The list of presets and profiles, which shows what each would say, and what is open at the next start.

use insta::assert_snapshot;
use touchstone::profile::Profile;

use crate::support::journey::Journey;

const TWO_SAVED: &str = "9 s 'mine' ENTER RIGHT 9 S CTRL-U 'yours' ENTER";

fn name(journey: &Journey) -> Option<&str> {
    journey.explorer().profile().name.as_ref().map(touchstone::profile::ProfileName::as_str)
}

fn is_what_is_open_shown(journey: &Journey) -> bool {
    journey.explorer().profile() == journey.explorer().open().profile()
}

fn preset(journey: &Journey, place: usize) -> Profile {
    let comparison = journey.explorer().comparison();
    Profile::from_preset(comparison, &comparison.presets()[place])
}

#[test]
fn the_list_at_120_by_40() {
    assert_snapshot!(Journey::new().sized(120, 40).press(TWO_SAVED).press("p HOME").picture());
}

#[test]
fn the_list_at_80_by_24() {
    assert_snapshot!(Journey::new().sized(80, 24).press(TWO_SAVED).press("p UP").picture());
}

#[test]
fn the_list_at_50_by_16() {
    assert_snapshot!(Journey::new().sized(50, 16).press(TWO_SAVED).press("p HOME DOWN").picture());
}

#[test]
fn the_list_at_40_by_10() {
    assert_snapshot!(Journey::new().sized(40, 10).press(TWO_SAVED).press("p HOME DOWN").text());
}

#[test]
fn what_is_said_of_a_preset_is_whole_at_every_size() {
    for (columns, rows) in [(40, 10), (50, 16), (80, 24), (100, 30), (120, 40), (200, 60)] {
        let mut journey = Journey::new().sized(columns, rows).press("p HOME");
        for preset in journey.explorer().comparison().presets().to_vec() {
            let text = journey.text();
            // The rows of the chosen line, without the frame.
            let inside = text.lines().filter_map(|line| Some(line.split_once("\u{2503} \u{258c} ")?.1));
            let inside = inside.filter_map(|row| row.split(['\u{2503}', '\u{2502}', '\u{2588}']).next());
            let words: Vec<&str> = inside.flat_map(str::split_whitespace).collect();
            let expected = format!("{} {}", preset.name, preset.summary);
            assert_eq!(words.join(" "), expected, "{columns}x{rows}\n{text}");
            journey = journey.press("DOWN");
        }
    }
}

#[test]
fn moving_through_the_list_previews_the_answer_and_escape_restores_it() {
    let mut journey = Journey::new().sized(80, 24).press(TWO_SAVED).press("LEFT HOME");
    let before = journey.picture();
    journey = journey.press("p HOME");
    for place in 0..4 {
        assert_eq!(*journey.explorer().profile(), preset(&journey, place));
        let shown = format!("Preview: {}", journey.explorer().comparison().presets()[place].name);
        assert!(journey.text().contains(&shown), "{}", journey.text());
        journey = journey.press("DOWN");
    }
    assert_eq!(*journey.explorer().profile(), Profile::new(journey.explorer().comparison()));
    assert!(journey.text().contains("What matters to you?"), "{}", journey.text());
    journey = journey.press("DOWN");
    assert!(!journey.text().contains("Preview"), "{}", journey.text());
    journey = journey.press("DOWN");
    assert_eq!(name(&journey), Some("mine"));
    assert!(journey.text().contains("1 of 11 reasons weighed"), "{}", journey.text());
    // What is open is shown as it is.
    journey = journey.press("DOWN");
    assert_eq!(name(&journey), Some("yours"));
    assert!(!journey.text().contains("Preview"), "{}", journey.text());
    journey = journey.press("HOME ESC");
    assert_eq!(journey.picture(), before);
}

#[test]
fn every_way_out_of_the_list_ends_the_preview() {
    for keys in [
        "ESC",
        "CTRL-C ESC ESC",
        "ENTER ESC ESC",
        "CTRL-C d",
        "? ESC ESC",
        "END UP r ESC ESC",
        "END UP d ESC ESC",
        "END UP d y ESC",
    ] {
        let journey = Journey::new().press(TWO_SAVED).press("3 p HOME").press(keys);
        assert!(is_what_is_open_shown(&journey), "{keys}");
        assert_eq!(name(&journey), Some("yours"), "{keys}");
        assert!(!journey.text().contains("Preview"), "{keys}\n{}", journey.text());
    }
}

#[test]
fn a_preview_is_neither_unsaved_nor_kept_nor_saved() {
    let mut journey = Journey::new().press("p HOME");
    assert!(!is_what_is_open_shown(&journey));
    assert!(!journey.explorer().unsaved());
    journey = journey.press("ESC 9 p HOME");
    journey.keep_draft();
    let journey = journey.start_again();
    assert!(journey.text().contains("Brought back"), "{}", journey.text());
    assert_eq!(journey.explorer().assessment().weighed, 1);
}

#[test]
fn the_list_begins_at_what_is_open() {
    let journey = Journey::new().press("p DOWN ENTER p");
    assert!(is_what_is_open_shown(&journey.press("DOWN UP")), "the preset");
    let journey = Journey::new().press("p DOWN ENTER s 'mine' ENTER p");
    assert_eq!(name(&journey), Some("mine"));
}

#[test]
fn a_new_profile_is_begun_from_the_list() {
    let journey = Journey::new().press(TWO_SAVED).press("p END UP UP UP ENTER");
    assert!(journey.text().contains("Began a new profile"), "{}", journey.text());
    assert_eq!(*journey.explorer().profile(), Profile::new(journey.explorer().comparison()));
    assert!(!journey.explorer().unsaved());
    let asked = journey.press("9 p END UP UP UP ENTER");
    assert!(asked.text().contains("not saved"), "{}", asked.text());
    assert_eq!(asked.press("d").explorer().assessment().weighed, 0);
}

#[test]
fn a_start_without_a_name_opens_what_was_open_last() {
    let journey = Journey::new().press(TWO_SAVED).start_without_a_name();
    assert_eq!(name(&journey), Some("yours"));
    assert!(journey.text().contains("Opened yours again; p has others and a new one"), "{}", journey.text());
    let journey = journey.press("p UP ENTER").start_without_a_name();
    assert_eq!(name(&journey), Some("mine"));
    // Another name is followed, also where it is not open.
    let journey = journey.press("p r CTRL-U 'ours' ENTER ESC").start_without_a_name();
    assert_eq!(name(&journey), Some("ours"));
    let mut journey = journey.press("p d y ESC").press("p END UP UP ENTER d");
    journey.keep_draft();
    let journey = journey.start_without_a_name();
    assert_eq!(name(&journey), None, "{}", journey.text());
}

#[test]
fn what_was_not_saved_of_the_last_profile_comes_back_with_it() {
    let mut journey = Journey::new().press(TWO_SAVED).press("3");
    journey.keep_draft();
    let journey = journey.start_without_a_name();
    assert!(journey.text().contains("Brought back what was not saved"), "{}", journey.text());
    assert_eq!(name(&journey), Some("yours"));
    assert!(journey.explorer().unsaved());
    assert!(!journey.press("u").explorer().unsaved());
}
