//! The gut first: which one it is before any reasons, and whether the reasons agree.

use insta::assert_snapshot;
use touchstone::safe_text::SafeText;

use crate::support::journey::Journey;

const THREE: &str = "Comparison(title: \"Home\", alternatives: [
    (name: \"Flat\", pros: [\"Near\"]), (name: \"House\", pros: [\"Garden\"]), (name: \"Boat\", cons: [\"Damp\"])])";

/// What the last page says of the gut.
fn told(journey: &Journey) -> String {
    let text = journey.text();
    let lines = text.lines().map(|line| line.trim_matches(['\u{2503}', '\u{2502}', '\u{2588}', ' ']));
    let lines: Vec<&str> = lines.skip_while(|line| !line.contains("You felt like")).collect();
    lines.iter().take_while(|line| !line.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

#[test]
fn pictures_of_the_question() {
    for (columns, rows) in [(120, 40), (80, 24), (50, 16)] {
        let journey = Journey::new().sized(columns, rows).press("w UP");
        assert_snapshot!(format!("gut_at_{columns}_by_{rows}"), journey.picture());
    }
}

#[test]
fn it_is_asked_before_any_reasons_and_never_again() {
    let asked = |journey: &Journey| journey.text().contains("Which one do you feel like?");
    assert!(asked(&Journey::new().press("w")));
    // Who skips it is asked the next time, until there is an answer to see.
    assert!(asked(&Journey::new().press("w ENTER ESC w")));
    assert!(!asked(&Journey::new().press("9 w")));
    assert!(asked(&Journey::new().press("b 9 w")));
    let said = Journey::new().press("w HOME ENTER d d ENTER w");
    assert!(!asked(&said), "{}", said.text());
    assert_eq!(said.explorer().profile().gut.as_ref().map(SafeText::as_str), Some("handmade"));
    // One step takes all of a conversation back.
    let undone = said.press("ESC u");
    assert!(undone.explorer().profile().gut.is_none(), "{}", undone.text());
    assert!(undone.text().contains("Undone: what you feel like"), "{}", undone.text());
}

#[test]
fn stepping_back_leads_to_it_and_it_can_be_dropped() {
    let journey = Journey::new().press("w HOME ENTER BACKSPACE DOWN ENTER");
    assert_eq!(journey.explorer().profile().gut.as_ref().map(SafeText::as_str), Some("mass-produced"));
    let dropped = journey.press("ESC DOWN ENTER");
    assert!(dropped.explorer().profile().gut.is_none());
    assert!(!dropped.explorer().unsaved());
}

#[test]
fn the_end_says_whether_the_reasons_agree() {
    let end = |keys: &str| told(&Journey::new().press("w").press(keys));
    assert_eq!(end("HOME ENTER ENTER d DOWN ENTER"), "You felt like Handmade, and your reasons agree.");
    let against = end("HOME DOWN ENTER ENTER d DOWN ENTER");
    let expected = "You felt like Mass-produced, but your reasons say Handmade. For your gut to be right, these would have to \
                    matter more: ";
    assert!(against.starts_with(expected) && against.contains("(now 2)"), "{against}");
    assert_eq!(end("ENTER ENTER d DOWN ENTER"), "");
    let ruled_out = Journey::new().press("w HOME DOWN ENTER ESC ENTER ! w d");
    assert_eq!(
        told(&ruled_out),
        "You felt like Mass-produced, which is ruled out: Uniqueness is a must-have."
    );
}

#[test]
fn it_is_not_asked_with_the_answer_in_view() {
    let journey = Journey::new().press("b 9 DOWN 8 w");
    assert!(journey.text().contains("Which one do you feel like?"), "{}", journey.text());
    let journey = journey.press("b");
    assert!(journey.text().contains("What matters most to you?"), "{}", journey.text());
    // Stepping back leads to it no more.
    let shown =
        Journey::new().press("b w UP ENTER ENTER d DOWN ENTER BACKSPACE BACKSPACE BACKSPACE BACKSPACE");
    assert!(!shown.text().contains("Which one do you feel like?"), "{}", shown.text());
    assert!(shown.text().contains("This is where it begins"), "{}", shown.text());
    // Nor of whoever has seen it and hides it then.
    let seen = Journey::new().press("3 DOWN 9 b w");
    assert!(!seen.text().contains("Which one do you feel like?"), "{}", seen.text());
    // To show the answer is nothing that was said.
    let journey = journey.press("ESC");
    assert!(!journey.text().contains("Keep what you said?"), "{}", journey.text());
    assert_eq!(journey.explorer().open().changes(), 2);
}

#[test]
fn insight_and_the_report_say_it_too_and_keep_up() {
    let journey = Journey::new().press("w HOME DOWN ENTER ENTER d DOWN ENTER ESC i");
    let said = "You felt like Mass-produced, but your reasons say Handmade.";
    assert!(journey.text().contains(said), "{}", journey.text());
    let journey = Journey::new().press("w HOME ENTER ENTER d DOWN ENTER ESC i");
    assert!(journey.text().contains("You felt like Handmade, and your reasons agree."), "{}", journey.text());
}

#[test]
fn where_it_is_too_close_no_side_is_taken() {
    let journey = Journey::new().press("w HOME ENTER ENTER d ESC ENTER RIGHT HOME 9 DOWN 9 i");
    assert_eq!(journey.explorer().assessment().verdict, touchstone::decision::Verdict::TooClose);
    let said = "You felt like Handmade; by your reasons it is too close to call.";
    assert!(journey.text().contains(said), "{}", journey.text());
}

#[test]
fn of_three_too() {
    let journey = Journey::on(THREE).press("w DOWN UP ENTER d 9 2");
    let told = told(&journey);
    assert!(told.starts_with("You felt like Boat, but your reasons say"), "{told}\n{}", journey.text());
    assert!(told.ends_with("Nothing that speaks for it could weigh enough to change that."), "{told}");
}
