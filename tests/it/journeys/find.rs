//! What is looked for, in the panes and in the help.

use insta::assert_snapshot;
use touchstone::explorer::{Layer, Listing};

use crate::support::journey::Journey;

/// The title of the line under the cursor.
fn chosen(journey: &Journey) -> String {
    let claim = journey.explorer().cursor().claim.expect("a line");
    journey.explorer().comparison()[claim].title.to_string()
}

#[test]
fn words_are_found_as_they_are_typed() {
    let journey = Journey::new().press("/ 'lim art'");
    assert_eq!(chosen(&journey), "Limited artisan support");
    assert_snapshot!(journey.picture());
}

#[test]
fn find_at_50_by_16() {
    assert_snapshot!(Journey::new().sized(50, 16).press("/ 'qual'").picture());
}

/// Lines of which some share letters, and nothing more is said of them.
const BAGS: &str = "Comparison(title: \"Which bag?\", alternatives: [
    (name: \"Red\", pros: [\"Light\", \"Small\", \"Thin lid\"], cons: [\"Dear\"]),
    (name: \"Blue\", pros: [\"Cheap\"], cons: [\"Old\"]),
    (name: \"Gray\", pros: [\"Slim\", \"Big\"], cons: [\"Heavy lid\"]),
])";

#[test]
fn the_nearest_from_where_it_was_begun_is_chosen_and_without_one_the_place_itself() {
    let journey = Journey::on(BAGS).press("DOWN /");
    assert_eq!(chosen(&journey), "Small");
    let journey = journey.press("'li'");
    assert_eq!(chosen(&journey), "Thin lid");
    let journey = journey.press("'g'");
    assert_eq!(chosen(&journey), "Light");
    let journey = journey.press("'x'");
    assert_eq!(chosen(&journey), "Small");
    assert!(journey.text().contains("no line has that"), "{}", journey.text());
    assert_eq!(chosen(&journey.press("BACKSPACE")), "Light");
}

#[test]
fn arrows_move_among_what_was_found_alone() {
    let mut journey = Journey::on(BAGS).press("/ 'li'");
    let mut seen = vec![chosen(&journey)];
    for key in ["DOWN", "DOWN", "DOWN", "DOWN", "UP", "LEFT", "LEFT", "RIGHT", "RIGHT", "TAB", "DOWN"] {
        journey = journey.press(key);
        seen.push(chosen(&journey));
    }
    let expected = [
        "Light",
        "Thin lid",
        "Slim",
        "Heavy lid",
        "Heavy lid",
        "Slim",
        "Light",
        "Light",
        "Slim",
        "Slim",
        "Slim",
        "Heavy lid",
    ];
    assert_eq!(seen, expected);
}

#[test]
fn enter_stays_there_and_esc_goes_back() {
    let journey = Journey::new().press("DOWN / 'envi' ENTER");
    assert_eq!(chosen(&journey), "Environmental concerns");
    assert!(matches!(journey.explorer().layer(), Layer::Panes));
    let journey = journey.press("7");
    assert!(journey.explorer().unsaved());
    let journey = Journey::new().press("DOWN / 'envi' ESC");
    assert_eq!(chosen(&journey), "Craftsmanship");
    assert!(matches!(journey.explorer().layer(), Layer::Panes));
    assert!(!journey.explorer().unsaved());
}

#[test]
fn what_is_said_of_a_line_and_noted_on_it_is_found_too() {
    let said = Journey::new().press("/ 'waste mass'");
    assert_eq!(chosen(&said), "Environmental concerns", "{}", said.text());
    let noted = Journey::new().press("DOWN n 'like zebras' ENTER ENTER UP / 'zebra'");
    assert_eq!(chosen(&noted), "Craftsmanship");
}

#[test]
fn what_was_hidden_is_so_again_after_it_unless_it_was_found() {
    let hidden = || Journey::new().press("DOWN 0 UP z");
    let before = hidden().explorer().listing().clone();
    for keys in ["/ ESC", "/ 'craft' ESC", "/ 'variety' ENTER"] {
        assert_eq!(*hidden().press(keys).explorer().listing(), before, "{keys}");
    }
    let found = hidden().press("/ 'craft' ENTER");
    assert_eq!(chosen(&found), "Craftsmanship");
    assert_eq!(*found.explorer().listing(), Listing::Written);
}

#[test]
fn letters_are_typed_and_weigh_nothing() {
    let journey = Journey::new().press("/ '9 ! q ? /'");
    assert!(
        matches!(journey.explorer().layer(), Layer::Finding(finding) if finding.entry().text() == "9 ! q ? /")
    );
    assert!(!journey.explorer().unsaved());
}

#[test]
fn a_paste_is_looked_for() {
    let journey = Journey::new().press("/").paste("variety");
    assert_eq!(chosen(&journey), "Variety");
}

#[test]
fn other_scripts_and_accents_are_found_and_marked() {
    let text = "Comparison(title: \"T\", alternatives: [
        (name: \"A\", pros: [\"\u{6307}\u{8f2a}\u{306e}\u{4fa1}\u{5024}\", \"Cafe\u{301} cre\u{300}me\"]),
        (name: \"B\", pros: [\"CAF\u{c9} NOIR\", \"Plain\"]),
    ])";
    let journey = Journey::on(text).sized(80, 24).press("/").paste("\u{8f2a}");
    assert_eq!(chosen(&journey), "\u{6307}\u{8f2a}\u{306e}\u{4fa1}\u{5024}");
    assert_snapshot!("found_in_cjk", journey.picture());
    let journey = Journey::on(text).sized(80, 24).press("/").paste("caf\u{e9}");
    assert_eq!(chosen(&journey), "Cafe\u{301} cre\u{300}me");
    assert_snapshot!("found_with_accents", journey.press("DOWN").picture());
}

#[test]
fn the_help_shows_only_what_has_the_words() {
    let journey = Journey::new().press("? / 'undo'");
    assert_snapshot!("found_in_help", journey.text());
    let stayed = journey.press("ENTER");
    assert!(matches!(stayed.explorer().layer(), Layer::Help(_)));
    assert!(!stayed.text().contains("Shift-Tab"), "{}", stayed.text());
    let whole = stayed.press("ESC");
    assert_eq!(whole.text(), Journey::new().press("?").text());
    let back = Journey::new().press("? / 'undo' ESC");
    assert_eq!(back.text(), whole.text());
    let nothing = Journey::new().press("? / 'zzz'").text();
    assert!(nothing.contains("Nothing has that"), "{nothing}");
}
