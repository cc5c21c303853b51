//! Saving, profiles, help and leaving.

use insta::assert_snapshot;
use touchstone::explorer::Action;
use touchstone::keymap::{self, Key};
use touchstone::profile::ProfileName;

use crate::support::journey::Journey;

const SAVE_AS_MINE: &str = "9 s 'mine' ENTER";

fn profile_files(journey: &Journey) -> usize {
    let Ok(entries) = std::fs::read_dir(journey.data().join("profiles/jewelry")) else { return 0 };
    let files = entries.map(|entry| entry.expect("a readable entry").path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "ron")).count()
}

/// The weight of the first claim.
fn points(journey: &Journey) -> u8 {
    let (_, stance) = journey.explorer().profile().stances().next().expect("a stance");
    stance.points()
}

#[test]
fn the_help_has_a_picture() {
    assert_snapshot!("help", Journey::new().sized(100, 40).press("?").picture());
}

/// Each key that does something in the panes stands in the help with what it does, and nothing is cut off.
#[test]
fn help_shows_every_key() {
    let journey = Journey::new().sized(100, 90).press("?");
    let help = journey.text();
    assert_eq!(journey.press("END").text(), help, "not all of it is there without scrolling");
    let lines: Vec<Vec<&str>> = help.lines().map(|line| line.split_whitespace().collect()).collect();
    for row in keymap::help().flat_map(|(_, rows)| rows) {
        let (keys, does) = (row.all_keys(), row.explained());
        let words: Vec<&str> = keys.split_whitespace().chain(does.split_whitespace()).collect();
        assert!(lines.iter().any(|line| line.windows(words.len()).any(|part| part == words)), "{words:?}");
    }
    let named = "UP DOWN LEFT RIGHT HOME END PGUP PGDN ENTER ESC BACKSPACE DELETE TAB SPACE".split(' ');
    let named = named.map(|name| name.parse::<Key>().expect("a key"));
    let typed = ('!'..='~').map(|c| c.to_string().parse().expect("a key"));
    let ctrl = ('A'..='Z').map(|c| format!("CTRL-{c}").parse().expect("a key"));
    let panes = Journey::new();
    let mut found = 0;
    for key in named.chain(typed).chain(ctrl) {
        let key: Key = key;
        let action = keymap::action(panes.explorer().layer(), key.event());
        if let None | Some(Action::Dead(_)) = action {
            continue;
        }
        found += 1;
        let spelled = key.to_string();
        // All digits are one word.
        let word = if spelled.parse::<u8>().is_ok() { "0-9" } else { &spelled };
        assert!(lines.iter().any(|line| line.contains(&word)), "{spelled} is not in the help:\n{help}");
    }
    assert!(found > 40, "{found}");
}

#[test]
fn a_conflict_says_what_can_be_done() {
    let journey = Journey::among_others(touchstone::JEWELRY, "").press("3 s");
    assert_snapshot!(journey.picture());
}

#[test]
fn help_scrolls_and_closes() {
    let journey = Journey::new().sized(80, 24).press("? END");
    let end = journey.text();
    assert!(end.contains("or end even."), "{end}");
    // Scrolling past the end is not remembered.
    let journey = journey.press("DOWN DOWN");
    assert_eq!(journey.text(), end);
    assert_ne!(journey.press("UP").text(), end);
    for key in ["ESC", "?", "q"] {
        let journey = Journey::new().press("?").press(key);
        assert!(!journey.has_left());
        assert!(journey.text().contains("What matters to you?"));
        assert!(!journey.text().contains("Keys"));
    }
}

#[test]
fn saving_asks_for_a_name_once() {
    let journey = Journey::new().press("9 s");
    assert_snapshot!(journey.picture());
    let journey = journey.press("'mine' ENTER");
    assert!(journey.text().contains("Saved as mine"));
    assert!(!journey.explorer().unsaved());
    let journey = journey.press("DOWN 8 s");
    assert!(journey.text().contains("Saved as mine"));
    assert_eq!(profile_files(&journey), 1);
}

#[test]
fn a_name_can_be_edited_and_pasted() {
    let journey =
        Journey::new().press("9 s 'mime' LEFT BACKSPACE 'n' END").paste(" and\nyours").press("ENTER");
    let name = journey.explorer().profile().name.as_ref().map(ToString::to_string);
    assert_eq!(name.as_deref(), Some("mine and yours"));
}

#[test]
fn an_unfit_name_says_why() {
    let mut journey = Journey::new().press("9 s '-x' ENTER");
    assert_snapshot!(journey.text());
    journey = journey.press("HOME DELETE ENTER");
    assert!(journey.text().contains("Saved as x"));
}

#[test]
fn pasted_text_never_is_a_command() {
    let journey = Journey::new().paste("9q!sd");
    assert!(!journey.has_left());
    assert!(!journey.explorer().unsaved());
}

#[test]
fn save_as_keeps_the_first_profile() {
    let journey = Journey::new().press(SAVE_AS_MINE).press("3 S CTRL-U 'yours' ENTER");
    assert_eq!(profile_files(&journey), 2);
    let journey = journey.press("p UP ENTER");
    assert_eq!(journey.explorer().profile().name, ProfileName::new("mine").ok());
    assert_eq!(points(&journey), 9);
}

#[test]
fn save_as_over_another_profile_asks() {
    let journey = Journey::new().press(SAVE_AS_MINE).press("S CTRL-U 'yours' ENTER 3");
    let journey = journey.press("S CTRL-U 'MINE' ENTER");
    assert_snapshot!(journey.text());
    let kept = journey.press("ESC");
    assert!(kept.explorer().unsaved());
    let replaced = kept.press("S CTRL-U 'MINE' ENTER y");
    assert!(replaced.text().contains("Saved as MINE"));
    assert_eq!(profile_files(&replaced), 2);
}

#[test]
fn profiles_lists_presets_above_ones_own() {
    assert_snapshot!(Journey::new().press(SAVE_AS_MINE).press("p").picture());
}

#[test]
fn profiles_says_when_there_is_none() {
    assert_snapshot!(Journey::new().sized(50, 16).press("p").text());
}

#[test]
fn a_preset_opens_without_a_name() {
    let journey = Journey::new().press("p ENTER");
    assert_snapshot!(journey.text());
    assert!(!journey.explorer().unsaved());
    assert_eq!(journey.explorer().profile().name, None);
}

#[test]
fn opening_another_profile_asks_for_what_is_unsaved() {
    let mut journey = Journey::new().press("9 p ENTER");
    assert!(journey.text().contains("What you weighed is not saved."));
    journey = journey.press("ESC ESC");
    assert_eq!(points(&journey), 9);
    let journey = journey.press("p ENTER s 'mine' ENTER");
    assert_eq!(profile_files(&journey), 1);
    assert_eq!(points(&journey), 3);
    let journey = Journey::new().press("9 p ENTER d");
    assert_eq!(points(&journey), 3);
}

#[test]
fn a_profile_is_renamed() {
    let mut journey = Journey::new().press(SAVE_AS_MINE).press("p r");
    assert!(journey.text().contains("Rename mine"));
    journey = journey.press("CTRL-U 'ours' ENTER");
    assert!(journey.text().contains("Renamed mine to ours"), "{}", journey.text());
    assert_eq!(profile_files(&journey), 1);
    let journey = journey.press("ESC 3 s");
    assert!(journey.text().contains("Saved as ours"), "{}", journey.text());
    assert_eq!(profile_files(&journey), 1);
}

#[test]
fn a_taken_name_is_refused_in_a_rename() {
    let journey = Journey::new().press(SAVE_AS_MINE).press("S CTRL-U 'yours' ENTER p r CTRL-U 'mine' ENTER");
    assert!(journey.text().contains("there is a profile mine already"), "{}", journey.text());
    assert_eq!(profile_files(&journey), 2);
    let journey = journey.press("ESC");
    assert!(journey.text().contains("Presets"));
}

#[test]
fn a_profile_is_deleted_only_after_a_yes() {
    let journey = Journey::new().press(SAVE_AS_MINE).press("p d");
    assert_snapshot!(journey.text());
    let journey = journey.press("ENTER ESC");
    assert_eq!(profile_files(&journey), 1);
    let journey = journey.press("d y");
    assert!(journey.text().contains("Deleted mine"), "{}", journey.text());
    assert_eq!(profile_files(&journey), 0);
}

#[test]
fn presets_can_be_neither_renamed_nor_deleted() {
    for key in ["r", "d"] {
        let journey = Journey::new().press("p").press(key);
        assert!(journey.text().contains("stays as it is"), "{}", journey.text());
    }
}

#[test]
fn a_damaged_profile_is_shown_and_left_alone() {
    let journey = Journey::new().press(SAVE_AS_MINE);
    let slug = ProfileName::new("mine").expect("a name").slug();
    let file = journey.data().join(format!("profiles/jewelry/{slug}.ron"));
    std::fs::write(&file, "Profile(").expect("a written file");
    let journey = journey.press("p END");
    assert!(journey.text().contains("damaged"), "{}", journey.text());
    let journey = journey.press("ENTER");
    assert!(journey.text().contains("ends too early"), "{}", journey.text());
    // Saving does not write over what it did not write itself.
    let journey = journey.press("ESC 3 s");
    assert!(journey.text().contains("mine was changed elsewhere"), "{}", journey.text());
    let journey = journey.press("o");
    assert!(journey.text().contains("ends too early"), "{}", journey.text());
    assert!(journey.explorer().unsaved());
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), "Profile(");
}

#[test]
fn a_folder_that_can_not_be_written_keeps_the_edit() {
    let journey = Journey::new();
    std::fs::write(journey.data().join("profiles"), "in the way").expect("a written file");
    let journey = journey.press(SAVE_AS_MINE);
    assert!(journey.text().contains("can't create the folder"), "{}", journey.text());
    assert!(journey.explorer().unsaved());
    assert!(!journey.has_left());
}

#[test]
fn quitting_asks_only_if_something_is_unsaved() {
    assert!(Journey::new().press("q").has_left());
    assert!(Journey::new().press("CTRL-C").has_left());
    assert!(Journey::new().press("9 u q").has_left());
    let journey = Journey::new().press("9 q");
    assert!(!journey.has_left());
    assert_snapshot!(journey.picture());
    assert!(!journey.press("ESC").has_left());
}

#[test]
fn quitting_saves_or_discards_as_asked() {
    let saved = Journey::new().press("9 q s 'mine' ENTER");
    assert!(saved.has_left());
    assert_eq!(profile_files(&saved), 1);
    let discarded = Journey::new().press("9 q d");
    assert!(discarded.has_left());
    assert_eq!(profile_files(&discarded), 0);
}

#[test]
fn a_second_interrupt_always_leaves() {
    assert!(!Journey::new().press("9 CTRL-C").has_left());
    assert!(Journey::new().press("9 CTRL-C CTRL-C").has_left());
    assert!(Journey::new().press("9 s CTRL-C CTRL-C").has_left());
    assert!(Journey::new().press("9 ? CTRL-C CTRL-C").has_left());
}

#[test]
fn escape_never_quits() {
    assert!(!Journey::new().press("ESC ESC ESC").has_left());
}
