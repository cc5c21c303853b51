//! What is looked for, in the panes and in the help.

use insta::assert_snapshot;
use touchstone::explorer::Layer;

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

#[test]
fn the_nearest_from_where_it_was_begun_is_chosen_and_without_one_the_place_itself() {
    let journey = Journey::new().press("DOWN DOWN /");
    assert_eq!(chosen(&journey), "Personal connection");
    let journey = journey.press("'u'");
    assert_eq!(chosen(&journey), "Customization");
    let journey = journey.press("'niq'");
    assert_eq!(chosen(&journey), "Lack of uniqueness");
    let journey = journey.press("'x'");
    assert_eq!(chosen(&journey), "Personal connection");
    assert!(journey.text().contains("nothing has that"), "{}", journey.text());
    assert_eq!(chosen(&journey.press("BACKSPACE")), "Lack of uniqueness");
}

#[test]
fn arrows_move_among_what_was_found_alone() {
    let mut journey = Journey::new().press("/ 'li'");
    let mut seen = vec![chosen(&journey)];
    for key in ["DOWN", "DOWN", "DOWN", "UP", "LEFT", "RIGHT", "RIGHT", "DOWN", "DOWN"] {
        journey = journey.press(key);
        seen.push(chosen(&journey));
    }
    let expected = [
        "Limited selection",
        "Affordability",
        "Widespread availability",
        "Questionable quality",
        "Widespread availability",
        "Limited selection",
        "Affordability",
        "Affordability",
        "Widespread availability",
        "Questionable quality",
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
    let whole = stayed.press("/ ESC");
    assert_eq!(whole.text(), Journey::new().press("?").text());
    let nothing = Journey::new().press("? / 'zzz'").text();
    assert!(nothing.contains("Nothing has that"), "{nothing}");
}
