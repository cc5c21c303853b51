//! What was decided: written down, seen from then on, changed and taken back.

use insta::assert_snapshot;
use touchstone::comparison::Comparison;
use touchstone::profile::{Decided, Profile};
use touchstone::safe_text::SafeText;

use crate::support::journey::Journey;
use crate::support::layers::name_of;
use crate::support::{profile_file, today};

/// From the start to the last page of the conversation, where Handmade is first in 86 of 100.
const ENDED: &str = "w ENTER ENTER DOWN DOWN ENTER d ENTER 7 ENTER 3 d";

fn layer(journey: &Journey) -> &'static str {
    name_of(journey.explorer().layer())
}

/// What is decided now.
fn decided(journey: &Journey) -> Option<&Decided> {
    journey.explorer().open().profile().decided.as_deref()
}

/// Which one is decided on now, at what chance and why.
fn brief(journey: &Journey) -> Option<(&str, u8, &str)> {
    decided(journey).map(|decided| (&*decided.chose, decided.chance, &*decided.why))
}

fn header(journey: &Journey) -> String {
    journey.text().lines().next().unwrap_or_default().to_owned()
}

#[track_caller]
fn assert_says(journey: &Journey, said: &str) {
    let text = journey.text().replace(['\u{2503}', '\u{2502}', '\u{2588}'], " ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(said), "no {said:?} in\n{}", journey.text());
}

#[test]
fn pictures_of_both_dialogs() {
    for (columns, rows) in [(120, 40), (80, 24), (50, 16)] {
        for (name, keys) in [
            ("which_one", format!("{ENDED} d")),
            ("which_one_now", format!("{ENDED} d ENTER 'It lasts' ENTER 0 i d DOWN")),
            ("why", format!("{ENDED} d ENTER")),
            ("why_said", format!("{ENDED} d ENTER 'It lasts longer than I will'")),
            ("insight", format!("{ENDED} d ENTER 'It lasts longer than I will' ENTER 0 i")),
        ] {
            let journey = Journey::new().sized(columns, rows).press(&keys);
            let picture = if columns == 120 { journey.picture() } else { journey.text() };
            assert_snapshot!(format!("{name}_at_{columns}_by_{rows}"), picture);
        }
    }
}

#[test]
fn from_the_last_page_it_is_a_step_of_its_own_after_what_was_said() {
    let journey = Journey::new().press(ENDED).press("d ENTER 'It lasts' ENTER");
    assert_eq!((layer(&journey), brief(&journey)), ("panes", Some(("handmade", 86, "It lasts"))));
    assert_eq!(decided(&journey).map(|decided| decided.on), today());
    assert_says(&journey, "Written down that you chose Handmade; u takes that back");
    let weighed = journey.explorer().assessment().weighed;
    let undone = journey.press("u");
    assert_eq!((brief(&undone), undone.explorer().assessment().weighed), (None, weighed));
    assert_says(&undone, "Undone: nothing is decided any more; new profile, not saved");
    let before = undone.press("u");
    assert_eq!(before.explorer().assessment().weighed, 0);
    assert!(!before.explorer().unsaved());
    let again = before.press("CTRL-R CTRL-R");
    assert_eq!(brief(&again), Some(("handmade", 86, "It lasts")));
    assert_says(&again, "Redone: decided on Handmade");
}

#[test]
fn from_insight_one_stays_there_and_sees_it() {
    let journey = Journey::new().press("9 i d ENTER ENTER");
    assert_eq!((layer(&journey), brief(&journey)), ("insight", Some(("handmade", 79, ""))));
    assert_says(&journey, "Decided on 25 November 2026: Handmade, then at 79 of 100, still so.");
    let parted = journey.press("m");
    assert_says(&parted, "then at 79 of 100, now 84.");
}

#[test]
fn each_escape_backs_out_one_level_and_changes_nothing() {
    for (keys, from) in [(ENDED, "ending"), ("9 i", "insight")] {
        let begun = || Journey::new().press(keys);
        let profile = begun().explorer().profile().clone();
        let journey = begun().press("d DOWN ENTER");
        assert_eq!(layer(&journey), "explaining");
        let journey = journey.press("ESC");
        assert_eq!(layer(&journey), "deciding");
        assert!(journey.text().contains("\u{258c} Mass-produced"), "{}", journey.text());
        let journey = journey.press("ESC");
        assert_eq!((layer(&journey), journey.explorer().profile()), (from, &profile));
        let journey = journey.press("ESC");
        assert_eq!((layer(&journey), journey.explorer().profile()), ("panes", &profile));
    }
    // The page at the end still leads back into the conversation.
    let journey = Journey::new().press(ENDED).press("d ESC BACKSPACE");
    assert_eq!(layer(&journey), "question");
}

#[test]
fn the_one_that_is_ahead_is_proposed_and_any_other_can_be_chosen() {
    let ahead = Journey::new().press("RIGHT * DOWN * i d");
    assert!(ahead.text().contains("\u{258c} Mass-produced"), "{}", ahead.text());
    let other = ahead.press("HOME ENTER ENTER");
    assert_eq!(brief(&other).map(|(chose, ..)| chose), Some("handmade"));
    // Also one that a deal-breaker rules out.
    let journey = Journey::new().press("9 END ! i d");
    assert_says(&journey, "Handmade ruled out \u{258c} Mass-produced the only one left");
    let journey = journey.press("UP ENTER ENTER");
    assert_eq!(brief(&journey), Some(("handmade", 0, "")));
    assert_says(&journey, "chose Handmade at fewer than 1; now ruled out");
    let journey = journey.press("ESC !");
    assert_says(&journey, "chose Handmade at fewer than 1; now 79");
    // And where all are.
    let journey = Journey::new().press("! END ! RIGHT END ! i d ENTER ENTER");
    assert_eq!(brief(&journey), Some(("handmade", 0, "")));
}

#[test]
fn a_decision_is_changed_or_taken_back() {
    let journey = Journey::new().press("9 i d ENTER 'warm' ENTER");
    // The one that was chosen is proposed with its reason, even where another is ahead now.
    let journey = journey.press("ESC 0 RIGHT * i d ENTER");
    assert_says(&journey, "Why Handmade?");
    let journey = journey.press("' and old' ENTER");
    assert_eq!(brief(&journey), Some(("handmade", 29, "warm and old")));
    let journey = journey.press("d DOWN ENTER 'cheap' ENTER");
    assert_eq!(brief(&journey).map(|(chose, _, why)| (chose, why)), Some(("mass-produced", "cheap")));
    let journey = journey.press("ESC u");
    assert_says(&journey, "Undone: decided on Handmade again");
    assert_eq!(brief(&journey), Some(("handmade", 29, "warm and old")));
    let journey = journey.press("i d END");
    assert_says(&journey, "\u{258c} Not decided after all");
    let journey = journey.press("ENTER");
    assert_eq!((layer(&journey), decided(&journey)), ("insight", None));
    assert_says(&journey, "Nothing is decided any more");
    assert!(!header(&journey).contains("chose"), "{}", header(&journey));
    let journey = journey.press("ESC u");
    assert_says(&journey, "Undone: decided on Handmade again");
    assert_eq!(brief(&journey), Some(("handmade", 29, "warm and old")));
    // Where nothing is decided, there is nothing to take back.
    assert!(!Journey::new().press("9 i d").text().contains("Not decided"));
}

#[test]
fn the_same_once_more_is_no_change() {
    let journey = Journey::new().press("9 i d ENTER 'warm' ENTER d ENTER ENTER ESC");
    assert_eq!(brief(&journey), Some(("handmade", 79, "warm")));
    let journey = journey.press("u");
    assert_eq!(brief(&journey), None);
}

#[test]
fn what_was_typed_and_not_entered_waits() {
    let journey = Journey::new().press("9 i d ENTER 'It la' ESC ESC ESC i d ENTER");
    assert_says(&journey, "Because It la");
    // Also for another one: the first may have been chosen by mistake.
    let journey = journey.press("ESC DOWN ENTER 'sts' ENTER");
    assert_eq!(brief(&journey).map(|(chose, _, why)| (chose, why)), Some(("mass-produced", "It lasts")));
    let journey = journey.press("d UP ENTER");
    assert_says(&journey, "Because one line, or nothing");
    // Ctrl-C leads out of it as out of any dialog, and keeps it too.
    let journey = Journey::new().press("9 i d ENTER 'warm' CTRL-C ESC");
    assert_says(&journey, "Because warm");
}

#[test]
fn a_reason_is_pasted_on_one_line_and_cut_aloud() {
    let journey = Journey::new().press("9 i d ENTER").paste("It is warm,\nand\told.").press("ENTER");
    assert_eq!(brief(&journey), Some(("handmade", 79, "It is warm, and old.")));
    assert_says(&journey, "Because: It is warm, and old.");
    let journey = Journey::new().press("9 i d ENTER").paste(&"\u{6307}".repeat(501));
    assert_says(&journey, "only 500 characters fit here; the rest was left out");
    let journey = journey.press("ENTER");
    assert_eq!(brief(&journey).map(|(_, _, why)| why.chars().count()), Some(500));
    let blank = Journey::new().press("9 i d ENTER '  ' ENTER");
    assert_eq!(brief(&blank), Some(("handmade", 79, "")));
}

#[test]
fn before_anything_is_weighed_there_is_nothing_to_decide_on() {
    for keys in ["i d", "w ENTER d d d", "SPACE ? ESC i d"] {
        let journey = Journey::new().press(keys);
        assert_says(&journey, "Nothing is weighed yet, so there is no answer to decide on");
        assert!(["insight", "ending"].contains(&layer(&journey)), "{}", layer(&journey));
    }
    let unset = Journey::new().press("9 i d ENTER ENTER ESC BACKSPACE");
    assert_says(&unset, "chose Handmade at 79; now nothing is weighed");
}

#[test]
fn no_digit_and_no_key_held_down_decides() {
    let journey = Journey::new().press("9 w d d d d d d d 0 1 2 3 4 5 6 7 8 9 *");
    assert_eq!((layer(&journey), decided(&journey)), ("deciding", None));
}

#[test]
fn it_is_saved_opened_previewed_and_brought_back() {
    let journey = Journey::new().press("9 s 'mine' ENTER i d ENTER 'It lasts' ENTER ESC");
    assert!(journey.explorer().unsaved());
    let mut journey = journey.press("DOWN");
    journey.keep_draft();
    let journey = journey.start_again();
    assert_eq!(brief(&journey), Some(("handmade", 79, "It lasts")));
    assert_says(&journey, "Brought back what was not saved");
    let journey = journey.press("s");
    let file = profile_file(journey.data(), "mine");
    let text = std::fs::read_to_string(file).expect("a profile");
    let profile = Profile::from_ron(&text, journey.explorer().comparison()).expect("a sound profile");
    assert_eq!(Some(&profile), Some(journey.explorer().profile()));
    let journey = journey.press("S CTRL-U 'yours' ENTER i d END ENTER ESC s");
    assert!(!journey.explorer().unsaved() && decided(&journey).is_none());
    // The list shows what the other one has, and whose it is.
    let mut listed = journey.press("p UP");
    for (columns, said) in [
        (80, "Preview: mine \u{b7} chose Handmade at 79; still so"),
        (100, "Preview: mine \u{b7} on 25 November 2026 you chose Handmade at 79; still so"),
        (60, "Preview: mine"),
    ] {
        listed.resize(columns, 30);
        assert!(header(&listed).ends_with(said), "{}", header(&listed));
    }
    let opened = listed.press("ENTER");
    assert_eq!(brief(&opened), Some(("handmade", 79, "It lasts")));
    // A preset was decided on by nobody.
    assert_eq!(brief(&opened.press("p HOME ENTER")), None);
}

#[test]
fn what_is_tried_on_has_the_first_line_to_itself() {
    let journey = Journey::new().press("9 i d ENTER ENTER DOWN DOWN DOWN DOWN DOWN DOWN DOWN ENTER");
    assert_eq!(layer(&journey), "trial");
    assert!(header(&journey).starts_with(" What if "), "{}", header(&journey));
    let kept = journey.press("ENTER");
    assert_says(&kept, "chose Handmade at 79; now ");
}

/// Whatever the width and whatever the names, no number is cut, and no name so that it could be another's.
#[test]
fn the_first_line_never_misleads() {
    for names in [["Tea", "Coffee"], ["The old flat in the north", "The old flat in the south"]] {
        let text = format!(
            "Comparison(id: \"two\", title: \"Which of both is to be taken?\", alternatives: [
                (name: \"{}\", pros: [\"Taste\", \"Color\"]), (name: \"{}\", pros: [\"Smell\"])])",
            names[0], names[1]
        );
        let mut seen = Vec::new();
        for columns in 40..=130 {
            let keys = "7 RIGHT 6 i d HOME ENTER ENTER ESC < < LEFT DOWN 3";
            let journey = Journey::on(&text).sized(columns, 24).press(keys);
            let header = header(&journey);
            let (Some(chance), Some(name)) = (brief(&journey).map(|(_, chance, _)| chance), names.first())
            else {
                panic!("nothing is decided");
            };
            let numbers = format!(" at {chance}; now 100");
            let Some((said, "")) = header.split_once(&numbers) else {
                assert!(!header.contains("chose"), "{header}");
                continue;
            };
            let (_, said) = said.split_once("chose ").expect("what was chosen");
            let start = said.trim_end_matches('\u{2026}');
            assert!(name.starts_with(start), "{header}");
            assert!(said == *name || !names[1].starts_with(start), "{header}");
            seen.push(said.to_owned());
        }
        assert!(seen.len() > 40, "{seen:?}");
        assert!(seen.contains(&names[0].to_owned()));
    }
}

#[test]
fn what_the_comparison_no_longer_has_is_kept_and_said() {
    let comparison = Comparison::from_ron(touchstone::JEWELRY).expect("a sound comparison");
    let mut profile = Profile::new(&comparison).named(Some(crate::support::name("mine")));
    profile.decided = Some(Box::new(Decided {
        chose: SafeText::line("second-hand"),
        on: today().expect("a day"),
        chance: 100,
        why: SafeText::default(),
    }));
    let text = profile.to_ron(&comparison).expect("a profile can be written");
    let journey = Journey::among_others(touchstone::JEWELRY, "");
    std::fs::write(profile_file(journey.data(), "mine"), &text).expect("a written file");
    let journey = journey.start_again().sized(130, 30);
    assert_says(&journey, "you chose second-hand at more than 99; no longer there");
    // The next weights are saved with it, and the one that is ahead is proposed.
    let journey = journey.press("RIGHT * DOWN * s i d");
    assert_eq!(brief(&journey).map(|(chose, ..)| chose), Some("second-hand"));
    assert!(journey.text().contains("\u{258c} Mass-produced"), "{}", journey.text());
    let kept = std::fs::read_to_string(profile_file(journey.data(), "mine")).expect("a profile");
    assert!(kept.contains("chose: \"second-hand\""), "{kept}");
}

/// A reason of 8 KiB, which only a file can have, is shown and leaves room for the list and the keys.
#[test]
fn the_longest_reason_does_no_harm() {
    let mut journey = Journey::new().press("9 s 'mine' ENTER i d ENTER 'warm' ENTER ESC s");
    let file = profile_file(journey.data(), "mine");
    let text = std::fs::read_to_string(&file).expect("a profile");
    for word in ["word\n", "w"] {
        let long = word.repeat(8192 / word.len());
        std::fs::write(&file, text.replace("warm", &long)).expect("a written file");
        journey.keep_draft();
        journey = journey.start_again();
        assert_eq!(brief(&journey), Some(("handmade", 79, &*long)));
        for (columns, rows) in [(120, 40), (80, 24), (50, 16), (40, 10)] {
            journey = journey.sized(columns, rows).press("i d");
            assert!(journey.text().contains("\u{258c} Handmade"), "{}", journey.text());
            assert!(journey.text().contains("  Not decided after all"), "{}", journey.text());
            journey = journey.press("ENTER");
            assert_says(&journey, "Enter write it down");
            journey = journey.press("ESC ESC ESC");
        }
    }
}

#[test]
fn eight_alternatives_scroll() {
    let all = [0, 1, 2, 3, 4, 5, 6, 7].map(|i| format!("(name: \"Flat {i}\", pros: [\"Near {i}\"])"));
    let text = format!("Comparison(title: \"Flats\", alternatives: [{}])", all.join(", "));
    for (columns, rows) in [(120, 40), (80, 24), (50, 16), (40, 10)] {
        let mut journey = Journey::on(&text).sized(columns, rows).press("9 i d ENTER ENTER d");
        for i in 0..8 {
            assert!(journey.text().contains(&format!("\u{258c} Flat {i}")), "{}", journey.text());
            journey = journey.press("DOWN");
        }
        assert!(journey.text().contains("\u{258c} Not decided after all"), "{}", journey.text());
    }
}
