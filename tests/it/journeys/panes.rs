//! Moving, switching and weighing in the panes.

use insta::assert_snapshot;
use touchstone::weight::Weight;

use crate::support::journey::Journey;

/// What the profile says of a claim of the bundled comparison: on, weight, essential.
fn stance(journey: &Journey, id: &str) -> (bool, Option<u8>, bool) {
    let explorer = journey.explorer();
    let stance = explorer.stance(explorer.comparison().claim_with_id(id).expect("a known claim"));
    (stance.on, stance.weight.map(Weight::points), stance.essential)
}

/// The title of the claim under the cursor.
fn under_cursor(journey: &Journey) -> &str {
    let explorer = journey.explorer();
    let claim = explorer.cursor().claim.expect("a claim under the cursor");
    &explorer.comparison()[claim].title
}

#[test]
fn the_first_screen_says_what_to_do() {
    assert_snapshot!(Journey::new().picture());
}

#[test]
fn a_weighed_claim_moves_the_gauge() {
    assert_snapshot!(Journey::new().press("DOWN 9 RIGHT SPACE DOWN ! DOWN *").picture());
}

#[test]
fn without_colors_reversed_and_bold_still_tell() {
    assert_snapshot!(Journey::plain().press("9 RIGHT SPACE DOWN !").picture());
}

#[test]
fn arrows_and_letters_move_alike() {
    for (keys, title) in [
        ("DOWN", "Craftsmanship"),
        ("j", "Craftsmanship"),
        ("j k", "Uniqueness"),
        ("DOWN UP UP", "Uniqueness"),
        ("l", "Affordability"),
        ("RIGHT LEFT", "Uniqueness"),
        ("l h", "Uniqueness"),
        ("END", "Production time"),
        ("G", "Production time"),
        ("END HOME", "Uniqueness"),
        ("G g", "Uniqueness"),
        ("PGDN", "Production time"),
        ("PGDN PGUP", "Uniqueness"),
        ("LEFT", "Uniqueness"),
        ("RIGHT RIGHT", "Affordability"),
    ] {
        assert_eq!(under_cursor(&Journey::new().press(keys)), title, "{keys}");
    }
}

#[test]
fn beside_is_the_same_place_on_the_same_side_or_the_last_there() {
    assert_eq!(under_cursor(&Journey::new().press("DOWN DOWN RIGHT")), "Consistency");
    assert_eq!(under_cursor(&Journey::new().press("END RIGHT")), "Environmental concerns");
    assert_eq!(under_cursor(&Journey::new().press("RIGHT END LEFT")), "Production time");
}

#[test]
fn every_weighing_key_weighs() {
    for (keys, weight) in [
        ("0", Some(0)),
        ("7", Some(7)),
        ("*", Some(10)),
        ("+", Some(6)),
        ("=", Some(6)),
        ("-", Some(4)),
        ("_", Some(4)),
        ("* +", Some(10)),
        ("0 -", Some(0)),
        ("8 + -", Some(8)),
        ("8 BACKSPACE", None),
    ] {
        let journey = Journey::new().press(keys);
        assert_eq!(stance(&journey, "handmade/uniqueness"), (true, weight, false), "{keys}");
    }
}

#[test]
fn space_and_exclamation_mark_switch() {
    let journey = Journey::new().press("SPACE RIGHT !");
    assert_eq!(stance(&journey, "handmade/uniqueness"), (false, None, false));
    assert_eq!(stance(&journey, "mass-produced/affordability"), (true, None, true));
    let journey = journey.press("! LEFT SPACE");
    assert!(!journey.explorer().unsaved());
}

#[test]
fn undo_takes_every_change_back_and_redo_makes_it_again() {
    let keys = "9 SPACE DOWN + ! RIGHT 3 BACKSPACE *";
    let changed = Journey::new().press(keys);
    let profile = changed.explorer().profile().clone();
    let undone = changed.press("u u u u u u u");
    assert!(!undone.explorer().unsaved());
    let nothing_left = undone.press("u");
    assert!(nothing_left.text().contains("Nothing to undo"));
    let redone = nothing_left.press("CTRL-R CTRL-R CTRL-R CTRL-R CTRL-R CTRL-R CTRL-R");
    assert_eq!(*redone.explorer().profile(), profile);
    let nothing_left = redone.press("CTRL-R");
    assert!(nothing_left.text().contains("Nothing to redo"));
}

#[test]
fn undo_says_what_it_undid_and_goes_there() {
    let journey = Journey::new().press("8 RIGHT DOWN DOWN u");
    assert!(journey.text().contains("Undone: Uniqueness is open again; "), "{}", journey.text());
    assert_eq!(under_cursor(&journey), "Uniqueness");
    let journey = journey.press("DOWN");
    assert!(!journey.text().contains("Undone"));
}

#[test]
fn undo_stays_on_the_side_of_a_pair_that_one_looks_at() {
    let journey = Journey::new().press("RIGHT 9 BACKSPACE u");
    assert!(journey.text().contains("Undone: Affordability is 9 again; "), "{}", journey.text());
    assert_eq!(under_cursor(&journey), "Affordability");
    let journey = journey.press("u CTRL-R");
    assert!(journey.text().contains("Redone: Affordability is 9 again; "), "{}", journey.text());
    // What is switched off is one side alone, so undo goes there.
    let journey = journey.press("SPACE").press("LEFT").press("END UP UP").press("u");
    assert!(journey.text().contains("Undone: Affordability is on again; "), "{}", journey.text());
    assert_eq!(under_cursor(&journey), "Affordability");
}

#[test]
fn undo_counts_what_is_weighed_once_as_one() {
    let journey = Journey::new().press("w ENTER ENTER d DOWN ENTER ENTER u");
    assert!(journey.text().contains("Undone: 11 weights; "), "{}", journey.text());
}

#[test]
fn only_what_changes_something_says_what_it_did() {
    let journey = Journey::new().press("8");
    assert!(journey.text().contains(" of 100"), "{}", journey.text());
    let again = journey.press("8");
    assert!(!again.text().contains(" of 100"), "{}", again.text());
    // An order that is done, a question that is skipped.
    for keys in ["w ENTER ENTER d", "w ENTER ENTER d ENTER ENTER"] {
        let journey = Journey::new().press(keys);
        assert!(!journey.text().contains(" of 100"), "{}", journey.text());
    }
    assert!(Journey::new().press("w ENTER ENTER d ENTER 7").text().contains("moved "));
}

#[test]
fn a_new_change_forgets_what_was_undone() {
    let journey = Journey::new().press("8 u 3 CTRL-R");
    assert!(journey.text().contains("Nothing to redo"));
    assert_eq!(stance(&journey, "handmade/uniqueness"), (true, Some(3), false));
}

#[test]
fn clashing_essentials_are_explained() {
    assert_snapshot!(Journey::new().press("! RIGHT !").text());
}

#[test]
fn nothing_switched_on_is_a_tie() {
    let mut journey = Journey::new().press("SPACE");
    for _ in 0..7 {
        journey = journey.press("DOWN SPACE");
    }
    journey = journey.press("RIGHT END SPACE");
    for _ in 0..8 {
        journey = journey.press("UP SPACE");
    }
    assert_snapshot!(journey.text());
}

#[test]
fn more_alternatives_slide_with_the_focus() {
    let alternative = |i| {
        format!(
            "(id: \"a{i}\", name: \"Alternative {i}\", pros: [(id: \"p\", title: \"Pro {i}\")], cons: [])"
        )
    };
    let four = [0, 1, 2, 3].map(alternative).join(",");
    let text = format!("Comparison(format: 1, id: \"four\", title: \"Four\", alternatives: [{four}])");
    assert_snapshot!("four_at_first", Journey::on(&text).press("8").text());
    assert_snapshot!("four_at_the_last", Journey::on(&text).press("RIGHT RIGHT RIGHT 9 !").text());
}

#[test]
fn an_alternative_without_claims_can_be_visited() {
    let text = "Comparison(format: 1, id: \"x\", title: \"X\", alternatives: [
        (id: \"a\", name: \"A\", pros: [(id: \"p\", title: \"P\")], cons: []),
        (id: \"b\", name: \"B\", pros: [], cons: [])])";
    let mut journey = Journey::on(text).press("RIGHT DOWN UP 5 SPACE ! + END LEFT 7");
    assert_eq!(under_cursor(&journey), "P");
    journey = journey.press("RIGHT");
    assert!(journey.text().contains("Nothing is written about B yet"));
}

#[test]
fn a_mark_on_what_is_switched_off_is_seen_and_said() {
    let said = "Switched off; Space switches it on";
    let journey = Journey::new().press("SPACE !");
    assert!(journey.text().contains(said) && journey.text().contains("! Uniqueness"), "{}", journey.text());
    assert_eq!(stance(&journey, "handmade/uniqueness"), (false, None, true));
    let journey = journey.press("!");
    assert!(journey.text().contains(said) && !journey.text().contains("! Uniqueness"), "{}", journey.text());
    assert!(!Journey::new().press("!").text().contains(said));
}

#[test]
fn a_switch_that_changes_nothing_says_so() {
    let said = "Its other side, Lack of uniqueness, still counts";
    let one_off = Journey::new().press("SPACE");
    assert!(one_off.text().contains(said), "{}", one_off.text());
    for keys in ["SPACE SPACE", "DOWN DOWN DOWN SPACE", "m SPACE"] {
        let journey = Journey::new().press(keys);
        assert!(!journey.text().contains("still counts"), "{keys}\n{}", journey.text());
    }
    assert!(!one_off.press("RIGHT END UP UP UP SPACE").text().contains("still counts"));
}

#[test]
fn a_weight_on_what_is_switched_off_switches_it_on() {
    for (key, weight) in [("7", 7), ("+", 6), ("-", 4), ("*", 10)] {
        let journey = Journey::new().press("SPACE").press(key);
        assert_eq!(stance(&journey, "handmade/uniqueness"), (true, Some(weight), false), "{key}");
    }
    let journey = Journey::new().press("SPACE BACKSPACE");
    assert_eq!(stance(&journey, "handmade/uniqueness"), (false, None, false));
}
