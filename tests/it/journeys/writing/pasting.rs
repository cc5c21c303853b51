//! What is pasted while a line or a note is typed.

use super::{begun, lines, written};

#[test]
fn a_pasted_list_is_added_after_asking_and_undone_in_one_step() {
    let list = "- Balcony\n- Lift\r\n\n- Garden\n";
    let journey = begun().press("a").paste(list);
    assert!(journey.text().contains("Add these 3 lines for Old?"), "{}", journey.text());
    let journey = journey.press("y");
    assert_eq!(lines(&journey), ["Old + Balcony", "Old + Lift", "Old + Garden"]);
    assert_eq!(lines(&journey.press("ESC u")), [] as [&str; 0]);
}

#[test]
fn pasted_lines_with_both_signs_choose_their_sides() {
    let journey = begun().press("a").paste("+ Balcony\n- Noisy\n+ Lift");
    assert!(journey.text().contains("2 for it, 1 against it"), "{}", journey.text());
    let journey = journey.press("y");
    assert_eq!(lines(&journey), ["Old + Balcony", "Old + Lift", "Old - Noisy"]);
    // Whoever does not want that goes on typing.
    let journey = begun().press("a").paste("one\ntwo").press("ESC 'three' ENTER ESC");
    assert_eq!(lines(&journey), ["Old + three"]);
}

#[test]
fn a_list_with_a_line_that_can_not_be_added_adds_nothing() {
    let long = format!("fits\n{}", "x".repeat(501));
    let journey = begun().press("a").paste(&long).press("y");
    assert!(journey.text().contains("Nothing was added"), "{}", journey.text());
    assert_eq!(lines(&journey), [] as [&str; 0]);
}

#[test]
fn what_a_terminal_sends_at_the_end_of_a_pasted_line_is_one() {
    for end in ["\n", "\r\n", "\r"] {
        let journey = written().press("a").paste(&["1. Sunny", "2. Lift"].join(end)).press("y ESC");
        assert!(lines(&journey).contains(&"New - Lift".to_owned()), "{end:?} {:?}", lines(&journey));
        let journey = journey.press("n").paste(&["one", "two"].join(end)).press("ENTER ENTER");
        let claim = journey.explorer().cursor().claim.expect("a line");
        assert_eq!(journey.explorer().stance(claim).note.as_str(), "one\ntwo", "{end:?}");
    }
}

#[test]
fn a_pasted_list_stays_in_its_order() {
    let list = "+ one\n- bad 1\n+ two\n-\n- bad 2\n+ three";
    let journey = written().press("LEFT HOME a").paste(list).press("y ESC");
    let expected = ["Old + Cheap", "Old + one", "Old + two", "Old + three", "Old + Near work", "Old + Quiet"];
    assert_eq!(lines(&journey)[..6], expected);
    assert_eq!(lines(&journey)[6..8], ["Old - bad 1", "Old - bad 2"]);
    let journey = journey.press("a").paste(&format!("one\n{}", "x".repeat(501))).press("y");
    assert!(journey.text().contains("Nothing was added: line 2: a title"), "{}", journey.text());
}

#[test]
fn one_pasted_line_chooses_its_side_too_and_what_was_typed_outlives_a_pasted_list() {
    for pasted in ["- Lift", "  - Lift\n", "\n- Lift"] {
        let journey = written().press("LEFT HOME a").paste(pasted).press("ENTER ESC");
        assert!(lines(&journey).contains(&"Old - Lift".to_owned()), "{pasted:?} {:?}", lines(&journey));
    }
    let journey = written().press("LEFT HOME a 'half a '").paste("one\ntwo").press("y 'thought' ENTER ESC");
    assert_eq!(lines(&journey)[1..4], ["Old + one", "Old + two", "Old + half a thought"]);
}
