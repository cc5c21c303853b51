//! Profiles that somebody sent.

use std::fs;

use touchstone::explorer::Layer;

use crate::support::journey::Journey;

const THEIRS: &str = "Profile(format: 1, comparison: \"jewelry\", name: \"Ana\", stances: {
    \"handmade/uniqueness\": (weight: Some(9)), \"handmade/shine\": (weight: Some(3)), \"gone/by-now\": (on: false)})";

/// With a file that somebody sent.
fn with(text: &str) -> Journey {
    let journey = Journey::new().sized(130, 30);
    fs::write(journey.data().join("theirs.ron"), text).expect("a file");
    journey
}

#[test]
fn one_is_brought_in_from_the_list_and_kept() {
    let journey = with(THEIRS).press("p HOME DOWN DOWN DOWN DOWN DOWN ENTER");
    assert!(journey.text().contains("Bring in a profile that somebody sent"), "{}", journey.text());
    let journey = journey.press("'theirs.ron' ENTER");
    let said = "Ana is not among your profiles, and 2 of its lines are gone; s keeps it";
    assert!(journey.text().contains(said), "{}", journey.text());
    assert!(journey.explorer().unsaved() && journey.explorer().assessment().weighed == 1);
    let insight = journey.press("i END UP").text();
    let said = "Lines are gone, and what was said of them is kept: gone/by-now and handmade/shine.";
    assert!(insight.contains(said), "{insight}");
}

#[test]
fn it_is_kept_only_if_asked_and_never_over_another() {
    let other =
        with(THEIRS).press("3 s 'Ana' ENTER p HOME DOWN DOWN DOWN DOWN DOWN ENTER 'theirs.ron' ENTER");
    assert_eq!(other.explorer().assessment().weighed, 1);
    let asked = other.press("s");
    assert!(asked.text().contains("There is a profile Ana already"), "{}", asked.text());
    let kept = asked.press("ESC S CTRL-U 'Her' ENTER");
    assert!(kept.text().contains("Saved as Her"), "{}", kept.text());
    let left = with(THEIRS).press("p HOME DOWN DOWN DOWN DOWN DOWN ENTER 'theirs.ron' ENTER q");
    assert!(left.text().contains("Ana was sent to you and is not among your profiles."), "{}", left.text());
    assert!(left.press("d").has_left());
}

#[test]
fn one_of_the_same_name_is_not_taken_for_ones_own() {
    let own =
        || with(THEIRS).press("3 s 'Ana' ENTER p HOME DOWN DOWN DOWN DOWN DOWN ENTER 'theirs.ron' ENTER");
    // What becomes of the saved one is nothing to the one that was sent.
    let renamed = own().press("p END r CTRL-U 'Mine' ENTER ESC s");
    assert!(renamed.text().contains("Saved as Ana"), "{}", renamed.text());
    let mine = renamed.press("p END UP ENTER");
    let weighed = mine.explorer().assessment().weighed;
    assert_eq!(
        (mine.explorer().profile().name.as_ref().map(ToString::to_string), weighed),
        (Some("Ana".into()), 1)
    );
    let back = own().press("p END d y u ESC s");
    assert!(back.text().contains("There is a profile Ana already"), "{}", back.text());
}

#[test]
fn what_can_not_be_read_is_told_where_it_was_typed() {
    for (text, said) in [
        (THEIRS.replace("jewelry", "rings"), "belongs to the comparison \"rings\", not to \"jewelry\""),
        (THEIRS.replace("format: 1", "format: 2"), "this file has format 2, which is newer"),
        ("Profile(".to_owned(), "theirs.ron"),
    ] {
        let journey = with(&text).press("p HOME DOWN DOWN DOWN DOWN DOWN ENTER 'theirs.ron' ENTER");
        assert!(matches!(journey.explorer().layer(), Layer::Typing(_)), "{}", journey.text());
        let flat = journey.text().replace(['\u{2503}', '\n'], " ");
        let flat = flat.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(said), "{said}\n{flat}");
        // The list is still there.
        assert!(matches!(journey.press("ESC").explorer().layer(), Layer::Profiles(_)));
    }
    let nowhere = with(THEIRS).press("p HOME DOWN DOWN DOWN DOWN DOWN ENTER 'nobody.ron' ENTER");
    assert!(nowhere.text().contains("can't read"), "{}", nowhere.text());
}

#[test]
fn what_is_unsaved_is_asked_about_first() {
    let asked = with(THEIRS).press("9 p HOME DOWN DOWN DOWN DOWN DOWN ENTER 'theirs.ron' ENTER");
    assert!(matches!(asked.explorer().layer(), Layer::Leaving(_)), "{}", asked.text());
    let opened = asked.press("d");
    assert!(opened.text().contains("Ana is not among your profiles"), "{}", opened.text());
}

#[test]
fn what_was_changed_of_it_comes_back_after_a_kill() {
    let mut journey = with(THEIRS).press("p HOME DOWN DOWN DOWN DOWN DOWN ENTER 'theirs.ron' ENTER 3");
    journey.keep_draft();
    let again = journey.start_without_a_name();
    assert!(again.text().contains("Brought back what was not saved"), "{}", again.text());
    let open = again.explorer().open().profile();
    assert_eq!(open.name.as_ref().map(ToString::to_string).as_deref(), Some("Ana"));
    assert_eq!(again.explorer().assessment().weighed, 1);
}
