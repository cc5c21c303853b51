//! Being asked what matters.

use insta::assert_snapshot;
use touchstone::comparison::Polarity;
use touchstone::explorer::Layer;
use touchstone::weight::Weight;

use crate::support::journey::Journey;

fn weight(journey: &Journey, id: &str) -> Option<u8> {
    let explorer = journey.explorer();
    let claim = explorer.comparison().claim_with_id(id).expect("a known claim");
    explorer.stance(claim).weight.map(Weight::points)
}

fn asks(journey: &Journey) -> bool {
    matches!(journey.explorer().layer(), Layer::Ranking(_) | Layer::Question(_))
}

#[test]
fn it_begins_with_the_criteria() {
    assert_snapshot!(Journey::new().press("w").picture());
}

#[test]
fn picked_criteria_stand_in_order() {
    assert_snapshot!(
        "picking_at_80_by_24",
        Journey::new().sized(80, 24).press("w DOWN ENTER END ENTER").text()
    );
    assert_snapshot!(
        "picking_at_50_by_16",
        Journey::new().sized(50, 16).press("w DOWN ENTER END ENTER").text()
    );
}

#[test]
fn weights_follow_by_the_rank_sum_rule_in_one_step() {
    // Price is the sixth of eleven criteria; then connection and fashion.
    let journey =
        Journey::new().press("w DOWN DOWN DOWN DOWN DOWN ENTER HOME DOWN DOWN ENTER END UP ENTER d ESC");
    assert_eq!(weight(&journey, "handmade/higher-price"), Some(10));
    assert_eq!(weight(&journey, "mass-produced/affordability"), Some(10));
    assert_eq!(weight(&journey, "handmade/personal-connection"), Some(9));
    assert_eq!(weight(&journey, "mass-produced/trendiness"), Some(8));
    assert_eq!(weight(&journey, "handmade/uniqueness"), None);
    let undone = journey.press("u");
    assert!(!undone.explorer().unsaved());
}

#[test]
fn the_last_place_still_weighs_something() {
    let journey = Journey::new().press(&format!("w {} ESC", ["ENTER"; 11].join(" ")));
    assert_eq!(weight(&journey, "handmade/uniqueness"), Some(10));
    assert_eq!(weight(&journey, "mass-produced/environmental-concerns"), Some(1));
}

#[test]
fn a_pick_can_be_taken_back() {
    let journey = Journey::new().press("w ENTER BACKSPACE DOWN ENTER d ESC");
    assert_eq!(weight(&journey, "handmade/uniqueness"), None);
    assert_eq!(weight(&journey, "handmade/craftsmanship"), Some(10));
}

#[test]
fn escape_leaves_everything_as_it_was() {
    let journey = Journey::new().press("w ENTER ENTER ESC");
    assert!(!journey.explorer().unsaved());
    assert!(!asks(&journey));
}

/// How many weights are set.
fn weights(journey: &Journey) -> usize {
    journey.explorer().profile().stances().filter(|(_, stance)| stance.weight.is_some()).count()
}

#[test]
fn questions_follow_and_can_be_answered_skipped_and_stopped() {
    let mut journey = Journey::new().press("w d");
    assert_snapshot!("a_question", journey.picture());
    journey = journey.press("7");
    assert!(journey.text().contains("Question 2"), "{}", journey.text());
    // It is asked about two faces of one reason.
    assert_eq!(weights(&journey), 2);
    journey = journey.press("ENTER");
    assert!(journey.text().contains("Question 3"), "{}", journey.text());
    assert_eq!(weights(&journey), 2);
    let journey = journey.press("ESC");
    assert!(!asks(&journey));
}

#[test]
fn it_stops_by_itself_when_nothing_left_decides() {
    let mut journey = Journey::new().press("w d");
    let mut questions = 0;
    while asks(&journey) {
        questions += 1;
        assert!(questions <= 11);
        // For Handmade everything, for the other nothing.
        let cursor = journey.explorer().cursor();
        let comparison = journey.explorer().comparison();
        let claim = &comparison[cursor.claim.expect("a claim")];
        let supports = (comparison[claim.alternative].id == "handmade") == (claim.polarity == Polarity::Pro);
        journey = journey.press(if supports { "*" } else { "0" });
    }
    assert!(questions < 11, "{questions}");
    assert!(journey.text().contains("whatever else you answer, Handmade stays ahead"), "{}", journey.text());
}

#[test]
fn skipping_everything_ends_too() {
    let mut journey = Journey::new().press("w d");
    for _ in 0..11 {
        assert!(asks(&journey));
        journey = journey.press("ENTER");
    }
    assert!(!asks(&journey));
    assert!(journey.text().contains("there is nothing left to ask"), "{}", journey.text());
}

#[test]
fn without_criteria_the_questions_come_at_once() {
    let text = "Comparison(format: 1, id: \"x\", title: \"X\", alternatives: [
        (id: \"a\", name: \"A\", pros: [(id: \"p\", title: \"P\")], cons: []),
        (id: \"b\", name: \"B\", pros: [(id: \"q\", title: \"Q\")], cons: []),
    ])";
    let journey = Journey::on(text).press("w");
    assert!(journey.text().contains("Question 1"), "{}", journey.text());
}
