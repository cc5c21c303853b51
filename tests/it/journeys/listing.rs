//! Only what counts, the heaviest first.

use insta::assert_snapshot;
use touchstone::comparison::Polarity;
use touchstone::explorer::Listing;

use crate::support::journey::Journey;

/// The titles on one side of a pane, from the top.
fn titles(journey: &Journey, pane: usize, side: Polarity) -> Vec<String> {
    let comparison = journey.explorer().comparison();
    let pane = comparison.alternatives().nth(pane).expect("so many").0;
    let claims = journey.explorer().listing().side(comparison, pane, side);
    claims.into_iter().map(|claim| comparison[claim].title.to_string()).collect()
}

#[test]
fn what_counts_nothing_is_hidden_and_the_heaviest_comes_first() {
    let journey = Journey::new().press("3 DOWN 9 DOWN SPACE DOWN 0 RIGHT RIGHT z");
    assert_eq!(titles(&journey, 0, Polarity::Pro), ["Craftsmanship", "Uniqueness", "Support for artisans"]);
    assert_snapshot!(journey.picture());
    let journey = journey.press("z");
    assert_eq!(titles(&journey, 0, Polarity::Pro).len(), 5);
    assert!(journey.text().contains("All lines are back"), "{}", journey.text());
}

#[test]
fn nothing_moves_while_one_weighs() {
    let journey = Journey::new().press("3 DOWN 9 z HOME");
    let before = titles(&journey, 0, Polarity::Pro);
    let journey = journey.press("0 DOWN SPACE DOWN *");
    assert_eq!(titles(&journey, 0, Polarity::Pro), before);
    // Made anew, it is by what counts now.
    let journey = journey.press("z z");
    let after = titles(&journey, 0, Polarity::Pro);
    assert_eq!(after[0], before[2]);
    assert_eq!(after.len(), 3);
}

#[test]
fn arrows_follow_the_lines_as_they_stand() {
    let journey = Journey::new().press("3 DOWN 9 DOWN 0 z HOME");
    let mut seen = Vec::new();
    let mut journey = journey;
    for _ in 0..8 {
        let claim = journey.explorer().cursor().claim.expect("a line");
        seen.push(journey.explorer().comparison()[claim].title.to_string());
        journey = journey.press("DOWN");
    }
    let mut expected = titles(&journey, 0, Polarity::Pro);
    expected.extend(titles(&journey, 0, Polarity::Con));
    seen.dedup();
    assert_eq!(seen, expected);
    assert_eq!((seen[0].as_str(), seen[1].as_str()), ("Craftsmanship", "Uniqueness"));
}

#[test]
fn where_nothing_counts_nothing_is_left_and_all_comes_back() {
    let off = "SPACE DOWN ".repeat(8);
    let journey = Journey::new().press(&off).press("z");
    assert_eq!(journey.explorer().cursor().claim, None);
    assert_snapshot!("one_pane_is_empty", journey.text());
    let journey = journey.press("9 SPACE ! n ESC RIGHT LEFT z");
    assert!(journey.explorer().cursor().claim.is_some());
    assert_eq!(*journey.explorer().listing(), Listing::Written);
}

#[test]
fn all_lines_are_back_where_one_goes_to_a_hidden_one_or_the_question_changes() {
    for keys in ["/", "u u u", "a 'New' ENTER", "p ENTER d"] {
        let journey = Journey::new().press("DOWN 0 UP z").press(keys);
        assert_eq!(*journey.explorer().listing(), Listing::Written, "{keys}");
    }
}
