//! The insight view, the settings of how it counts, and the sentences about degenerate cases.

use insta::assert_snapshot;
use touchstone::profile::Counting;

use crate::support::journey::Journey;

const WEIGHED: &str = "9 DOWN 7 DOWN 2 RIGHT 8 DOWN DOWN 6 END 4";

fn insight(columns: u16, rows: u16) -> Journey {
    Journey::new().sized(columns, rows).press(WEIGHED).press("i")
}

#[test]
fn insight_at_120_by_40() {
    assert_snapshot!(insight(120, 40).picture());
}

#[test]
fn insight_at_80_by_24() {
    assert_snapshot!(insight(80, 24).text());
}

#[test]
fn insight_at_50_by_16_scrolled() {
    assert_snapshot!(insight(50, 16).press("PGDN PGDN").text());
}

#[test]
fn insight_at_its_end() {
    assert_snapshot!(insight(100, 30).press("END").text());
}

#[test]
fn insight_without_colors() {
    assert_snapshot!(Journey::plain().sized(80, 24).press(WEIGHED).press("i").picture());
}

#[test]
fn enter_goes_to_the_claim_and_escape_goes_back() {
    let mut journey = insight(100, 30);
    while !journey.text().contains("Enter go there") {
        journey = journey.press("DOWN");
    }
    let journey = journey.press("ENTER");
    let cursor = journey.explorer().cursor().claim.expect("a claim");
    assert_eq!(journey.explorer().comparison()[cursor].title.as_str(), "Support for artisans");
    assert!(!journey.text().contains("Insight"));
    for key in ["ESC", "i", "q"] {
        let journey = insight(100, 30).press(key);
        assert!(!journey.has_left());
        assert!(!journey.text().contains("Insight"));
    }
}

#[test]
fn every_line_of_every_size_can_be_reached() {
    for (columns, rows) in [(120, 40), (80, 24), (50, 16), (40, 10)] {
        let mut journey = insight(columns, rows);
        for _ in 0..60 {
            assert!(journey.text().contains('\u{258c}'), "{columns}x{rows}\n{}", journey.text());
            journey = journey.press("DOWN");
        }
    }
}

#[test]
fn counting_and_band_change_and_undo() {
    let journey = Journey::new().press("m > >");
    assert!(journey.text().contains("Your numbers are taken as give or take 4"));
    assert_eq!(journey.explorer().profile().counting, Counting::EveryClaim);
    let journey = journey.press("u u");
    assert!(journey.text().contains("Undone: give or take 2 again"), "{}", journey.text());
    let journey = journey.press("u");
    assert!(journey.text().contains("Undone: one weight for both sides of one thing again"));
    assert!(!journey.explorer().unsaved());
    let journey = journey.press("< < <");
    assert_eq!(journey.explorer().profile().band.points(), 0);
    assert!(journey.text().contains("taken as exact already"));
    let journey = journey.press("> > > > > >");
    assert_eq!(journey.explorer().profile().band.points(), 5);
    assert!(journey.text().contains("Give or take 5 is the most"));
}

#[test]
fn counting_and_band_change_inside_the_insight_view() {
    let journey = insight(120, 40).press("m <");
    assert!(journey.text().contains("Insight"));
    assert_eq!(journey.explorer().profile().band.points(), 1);
    assert_eq!(journey.explorer().profile().counting, Counting::EveryClaim);
}

#[test]
fn settings_are_saved_with_the_profile() {
    let journey = Journey::new().press("m < s 'mine' ENTER p HOME ENTER p END ENTER");
    assert_eq!(journey.explorer().profile().band.points(), 1);
    assert_eq!(journey.explorer().profile().counting, Counting::EveryClaim);
}

/// Two alternatives with the given pros and cons each.
fn small(a: &str, b: &str) -> String {
    format!(
        "Comparison(format: 1, id: \"small\", title: \"Small\", alternatives: [
            (id: \"a\", name: \"Tea\", {a}), (id: \"b\", name: \"Coffee\", {b})])"
    )
}

const ONE_PRO: &str = "pros: [(id: \"p\", title: \"Taste\")], cons: []";
const NOTHING: &str = "pros: [], cons: []";

/// Three alternatives.
const THREE: &str = "Comparison(id: \"three\", title: \"Three\", alternatives: [
    (name: \"Bed and breakfast\", pros: [\"Cheap\", \"Near\"], cons: [\"Crowded\"]),
    (name: \"Tent\", pros: [\"Cheap\", \"Sun, sand and sea\"], cons: [\"Wet\"]),
    (name: \"Hotel\", pros: [\"Quiet\"], cons: [\"Dear\"])])";

#[test]
fn insight_of_three() {
    let journey = Journey::on(THREE).sized(80, 30).press("7 DOWN 6 RIGHT 5 DOWN 4 i");
    assert_snapshot!(journey.text());
}

#[test]
fn while_nothing_is_weighed_there_is_no_number_to_move() {
    let journey = Journey::on(THREE).sized(80, 30).press("END !");
    let asked = "Bed and breakfast is ruled out. What matters to you about the others?";
    assert!(journey.text().contains(asked), "{}", journey.text());
    let journey = journey.press("i");
    assert!(journey.text().contains("Good ones to begin with"), "{}", journey.text());
    assert!(!journey.text().contains("could"), "{}", journey.text());
}

#[test]
fn names_that_read_as_lists_are_told_apart() {
    let journey = Journey::on(THREE)
        .sized(120, 30)
        .press("5 DOWN 0 DOWN 0 RIGHT HOME 0 DOWN 5 DOWN 0 RIGHT HOME 0 DOWN 0");
    let even = "Even: \u{201c}Bed and breakfast\u{201d} and Tent.";
    assert!(journey.text().contains(even), "{}", journey.text());
    let journey = journey.press("i");
    let case = "The case for Tent: \u{201c}Sun, sand and sea\u{201d} (Tent).";
    assert!(journey.text().contains(case), "{}", journey.text());
}

#[test]
fn of_many_weights_that_are_tried_on_it_is_said_how_many() {
    let pros: Vec<String> = (1..=24).map(|i| format!("\"Reason {i}\"")).collect();
    let many = small(&format!("pros: [{}]", pros.join(",")), ONE_PRO);
    let mut journey = Journey::on(&many).sized(140, 30).press(&"* DOWN ".repeat(24)).press("i");
    while !journey.text().contains("Enter tries it on") {
        journey = journey.press("DOWN");
    }
    let journey = journey.press("ENTER");
    let (mut journey, mut before) = (journey, usize::MAX);
    for columns in [140, 120, 80] {
        journey = journey.sized(columns, 30);
        let text = journey.text();
        let header = text.lines().next().expect("a header");
        let named = header.matches("matters 0").count();
        assert!((1..before).contains(&named), "{header}");
        assert!(header.ends_with(&format!("matters 0 and {} more?", 24 - named)), "{header}");
        before = named;
    }
}

#[test]
fn degenerate_cases_get_a_sentence() {
    for (comparison, keys, sentence) in [
        (small(ONE_PRO, NOTHING), "5", "Nothing that matters to you speaks against."),
        (small(ONE_PRO, NOTHING), "5 i", "No weights can put another first."),
        (small(ONE_PRO, NOTHING), "SPACE", "Nothing is switched on"),
        (small(ONE_PRO, NOTHING), "0", "Nothing of theirs that is switched on matters to you."),
        (small(ONE_PRO, ONE_PRO), "5 RIGHT 5", "Even: Tea and Coffee"),
        (small(ONE_PRO, ONE_PRO), "5 RIGHT 5 i", "Even: Tea and Coffee"),
        (small(ONE_PRO, ONE_PRO), "! RIGHT !", "Nothing meets all your must-haves"),
        (small(ONE_PRO, ONE_PRO), "! RIGHT ! i", "Nothing meets all your must-haves"),
        (small(ONE_PRO, ONE_PRO), "!", "Tea: Coffee is ruled out"),
        (small(ONE_PRO, ONE_PRO), "! i", "Coffee is ruled out"),
        (small(ONE_PRO, ONE_PRO), "8 RIGHT 3 < <", "Tea, no doubt: first, your numbers taken as exact."),
        (small(NOTHING, NOTHING), "i", "Nothing is written down yet"),
    ] {
        let journey = Journey::on(&comparison).press(keys);
        assert!(journey.text().contains(sentence), "{keys}: {sentence}\n{}", journey.text());
    }
}
