//! Weighing blind: nothing that follows from weights is seen before all is weighed.

use std::fs;

use insta::assert_snapshot;
use touchstone::decision::Verdict;
use touchstone::explorer::Layer;
use touchstone::profile::ProfileName;

use crate::support::journey::Journey;

/// All reasons weighed but the last one, in an order that favors the first alternative, or the second.
const FOR_FIRST: &str =
    "9 DOWN 9 DOWN 9 DOWN 9 DOWN 9 DOWN 1 DOWN 1 DOWN 1 RIGHT HOME DOWN DOWN 1 DOWN DOWN 1";
const FOR_SECOND: &str =
    "1 DOWN 1 DOWN 1 DOWN 1 DOWN 1 DOWN 9 DOWN 9 DOWN 9 RIGHT HOME DOWN DOWN 9 DOWN DOWN 9";

/// The screen without the weights themselves: what is above the panes, and what is below them.
fn around(journey: &Journey) -> Vec<String> {
    let is_of_pane = |line: &str| {
        line.starts_with(['\u{2503}', '\u{2502}', '\u{250f}', '\u{256d}', '\u{2517}', '\u{2570}'])
    };
    journey.text().lines().filter(|line| !is_of_pane(line)).map(str::to_owned).collect()
}

#[test]
fn what_is_seen_does_not_depend_on_what_is_weighed() {
    for (columns, rows) in [(40, 10), (50, 16), (80, 24), (100, 30), (120, 40), (200, 60)] {
        let [one, other] = [FOR_FIRST, FOR_SECOND].map(|weights| {
            // At a line of no weight.
            Journey::new()
                .sized(columns, rows)
                .press("b")
                .press(weights)
                .press("RIGHT HOME DOWN DOWN DOWN DOWN DOWN DOWN DOWN")
        });
        let marked =
            |journey: Journey| journey.press("LEFT HOME ! RIGHT HOME ! DOWN DOWN DOWN DOWN DOWN DOWN DOWN");
        for (one, other) in [(around(&one), around(&other)), (around(&marked(one)), around(&marked(other)))] {
            assert_eq!(one, other, "{columns} x {rows}");
        }
    }
}

#[test]
fn pictures_while_blind() {
    for (columns, rows) in [(120, 40), (80, 24), (50, 16)] {
        let journey = Journey::new().sized(columns, rows).press("b 9 DOWN 8 RIGHT 3");
        assert_snapshot!(format!("blind_at_{columns}_by_{rows}"), journey.picture());
    }
}

#[test]
fn what_would_show_the_answer_says_that_it_is_hidden() {
    for key in ["i", "c", "y", "x"] {
        let journey = Journey::new().press("b 9").press(key);
        let said = "The answer is hidden while you weigh blind; b shows it";
        assert!(journey.text().contains(said), "{key}\n{}", journey.text());
    }
    // Of others too: theirs would be one more number to follow.
    let list = Journey::new().press("b 9 p HOME");
    assert!(list.text().contains("You are weighing blind"), "{}", list.text());
    assert_eq!(list.explorer().assessment().verdict, Verdict::Unweighed);
}

#[test]
fn it_is_shown_once_all_is_weighed_and_counts_from_then_on() {
    let journey = Journey::new().press("b").press(FOR_FIRST).press("DOWN");
    assert!(journey.explorer().is_blind());
    let journey = journey
        .press("LEFT HOME RIGHT")
        .press(&format!("HOME {}5", "DOWN ".repeat(3)))
        .press("HOME DOWN DOWN DOWN DOWN 5");
    let journey = journey.press("HOME DOWN DOWN DOWN DOWN DOWN DOWN DOWN 5");
    assert!(!journey.explorer().is_blind(), "{}", journey.text());
    assert!(journey.text().contains("All is weighed: this is what follows"), "{}", journey.text());
    let told = |journey: Journey| journey.press("i").text();
    assert!(
        told(journey.press("b"))
            .contains("You weighed blind, and changed no weight after seeing the answer.")
    );
}

#[test]
fn what_is_changed_after_seeing_is_said_and_taken_back_by_undo() {
    let seen = || Journey::new().press("b 9 DOWN 8 RIGHT HOME 3 b");
    assert!(seen().text().contains("The answer is no longer hidden"), "{}", seen().text());
    let told = |keys: &str| {
        let text = seen().sized(120, 40).press(keys).press("i").text();
        let line = text.lines().find(|line| line.contains("seeing the answer")).expect("a line").to_owned();
        line.trim_matches(['\u{2502}', '\u{2588}', ' ']).to_owned()
    };
    assert_eq!(told(""), "You weighed blind, and changed no weight after seeing the answer.");
    assert_eq!(told("7"), "After seeing the answer you changed 1 weight, for Mass-produced.");
    let two = "7 LEFT HOME 2";
    assert_eq!(told(two), "After seeing the answer you changed 2 weights, all for Mass-produced.");
    let three = "7 LEFT HOME 2 DOWN *";
    assert_eq!(
        told(three),
        "After seeing the answer you changed 3 weights, 1 of them for Handmade and 2 of them for Mass-produced."
    );
    // What is weighed for the first time is no change, and neither is what is as it was.
    assert_eq!(told("DOWN 9"), told(""));
    assert_eq!(told("7 + + -"), "After seeing the answer you changed 1 weight, for Mass-produced.");
    assert_eq!(told("7 3"), told(""));
    assert_eq!(told("7 LEFT HOME 2 u"), told("7"));
    // Nor is it weighed any more, or it counts nothing; and a mark outweighs all.
    assert_eq!(told("BACKSPACE"), "After seeing the answer you changed 1 weight, for Mass-produced.");
    let off = told("LEFT HOME SPACE RIGHT HOME SPACE DOWN DOWN DOWN DOWN DOWN SPACE");
    assert!(off.contains("you changed 1 weight"), "{off}");
    assert_eq!(told("LEFT HOME !"), "After seeing the answer you changed 1 weight, for Handmade.");
    // A weight that was saved before is none that was seen.
    let saved = Journey::new().press("b 9 s 'Zoe' ENTER 3 b 9 i").text();
    assert!(saved.contains("After seeing the answer you changed 1 weight, for Handmade."), "{saved}");
    // An answer may follow from a mark alone.
    let marked = Journey::new().press("b DOWN DOWN DOWN DOWN DOWN ! b ! 9 i").text();
    assert!(marked.contains("After seeing the answer you changed 1 weight, for Handmade."), "{marked}");
}

#[test]
fn what_was_counted_outlasts_what_another_window_saved() {
    let journey = Journey::new().press("9 DOWN 8 s 'mine' ENTER b DOWN 6 b UP 1");
    let slug = ProfileName::new("mine").expect("a name").slug();
    let file = journey.data().join(format!("profiles/jewelry/{slug}.ron"));
    let theirs = fs::read_to_string(&file).expect("a text").replace('8', "7");
    fs::write(&file, theirs).expect("written");
    let journey = journey.press("s r u i");
    assert!(journey.text().contains("After seeing the answer you changed 1 weight"), "{}", journey.text());
    // What another window hides has been seen here.
    let journey = Journey::new().press("b 9 DOWN 5 s 'mine' ENTER b 3");
    let file = journey.data().join(format!("profiles/jewelry/{slug}.ron"));
    let theirs =
        fs::read_to_string(&file).expect("a text").replace("(9)", "(7)").replace("weight: 9", "weight: 7");
    fs::write(&file, theirs).expect("written");
    let journey = journey.press("s r");
    assert!(journey.text().contains("Reloaded") && !journey.explorer().is_blind(), "{}", journey.text());
}

#[test]
fn a_decision_is_no_way_to_see_what_is_hidden() {
    let decided = Journey::new().press("p HOME ENTER s 'Ana' ENTER i d ENTER ENTER ESC s BACKSPACE b s");
    let journey = decided.press("p HOME DOWN DOWN DOWN DOWN ENTER b p END");
    assert!(journey.text().contains("Preview: Ana"), "{}", journey.text());
    assert!(!journey.text().contains("chose"), "{}", journey.text());
}

#[test]
fn it_stays_blind_when_it_is_saved_or_killed() {
    let mut journey = Journey::new().press("b 9 s 'mine' ENTER");
    assert!(journey.text().contains("Saved as mine"), "{}", journey.text());
    journey = journey.start_again();
    assert!(journey.explorer().is_blind() && !journey.explorer().unsaved());
    journey = journey.press("DOWN 8");
    journey.keep_draft();
    let journey = journey.start_again();
    assert!(journey.explorer().is_blind(), "{}", journey.text());
    // And what was counted is kept.
    let journey = journey.press("b UP 3 s").start_again().press("i");
    assert!(journey.text().contains("After seeing the answer you changed 1 weight"), "{}", journey.text());
}

#[test]
fn nobody_else_sees_what_follows_either() {
    let journey =
        Journey::new().press("b 9 DOWN 8 s 'Ben' ENTER p HOME DOWN DOWN DOWN DOWN ENTER b 3 s 'Ana' ENTER");
    let list = journey.press("p END");
    assert!(list.text().contains("This one is weighed blind"), "{}", list.text());
    let company = list.press("ESC c");
    assert!(company.text().contains("weighing blind"), "{}", company.text());
    let Layer::Company(page) = company.explorer().layer() else { panic!("no page") };
    let ben = page.members().iter().position(|member| member.person.name == "Ben").expect("Ben");
    assert!(!page.members()[ben].takes_part);
    let asked = company.press("RIGHT SPACE");
    assert!(
        asked.text().contains("Ben is weighing blind, and takes part once all is weighed"),
        "{}",
        asked.text()
    );
}

#[test]
fn who_comes_next_weighs_blind_too() {
    let next = "p HOME DOWN DOWN DOWN DOWN ENTER";
    let journey = Journey::new().press("b 9 s 'Ben' ENTER").press(next);
    assert!(journey.explorer().is_blind());
    assert!(journey.text().contains("The answer is hidden until all is weighed"), "{}", journey.text());
    // Also once the one before has seen the answer, unless they asked for it.
    let weighed = Journey::new().press("b 9 s 'Ben' ENTER");
    let weighed = weighed.press(&"9 DOWN ".repeat(8)).press("RIGHT HOME").press(&"9 DOWN ".repeat(9));
    assert!(!weighed.explorer().is_blind(), "{}", weighed.text());
    assert!(weighed.press("s").press(next).explorer().is_blind());
    // Also if the one before was only opened.
    let opened = Journey::new().press("b 9 s 'Ben' ENTER").start_again().press("p HOME ENTER");
    assert!(opened.press(next).explorer().is_blind());
    let journey = Journey::new().press("b 9 b s 'Ben' ENTER").press(next);
    assert!(!journey.explorer().is_blind());
    assert!(journey.text().contains("Began a new profile"), "{}", journey.text());
}

#[test]
fn to_weigh_blind_alone_is_nothing_to_save() {
    let journey = Journey::new().press("b");
    assert!(!journey.explorer().unsaved());
    assert!(!journey.press("b").explorer().unsaved());
    assert!(Journey::new().press("b q").has_left());
    let all = "DOWN 9 ".repeat(8) + "RIGHT HOME " + &"9 DOWN ".repeat(9);
    let weighed = Journey::new().press("9").press(&all).press("b");
    assert!(weighed.text().contains("All is weighed already"), "{}", weighed.text());
}

#[test]
fn what_is_ruled_out_is_not_asked_again_once_that_is_seen() {
    // All is asked about while it is hidden that a must-have rules the other out.
    let journey = Journey::new().press("b ! w ENTER d").press(&"ENTER ".repeat(11));
    assert!(journey.text().contains("Ask me \u{b7} done"), "{}", journey.text());
    let journey = journey.press("b BACKSPACE BACKSPACE");
    let Layer::Question(question) = journey.explorer().layer() else { panic!("{}", journey.text()) };
    let asked = journey.explorer().to_ask(question.conversation());
    assert!(asked.contains(&question.reason()), "{}", journey.text());
}

#[test]
fn to_hide_and_show_what_is_saved_is_nothing_to_save() {
    let journey = Journey::new().press("3 s 'mine' ENTER b b");
    assert!(!journey.explorer().unsaved());
    // What was hidden in its file and is seen now is.
    let journey = Journey::new().press("b 3 s 'mine' ENTER").start_again().press("b");
    assert!(journey.explorer().unsaved());
    let mut journey = journey;
    journey.keep_draft();
    let journey = journey.start_again();
    assert!(!journey.explorer().is_blind(), "{}", journey.text());
    assert!(!journey.text().contains("u discards it"), "{}", journey.text());
}

#[test]
fn who_had_seen_the_answer_before_has_seen_it() {
    let journey = Journey::new().press("9 b 3 b i");
    assert!(journey.text().contains("After seeing the answer you changed 1 weight"), "{}", journey.text());
}

#[test]
fn ask_me_offers_it_asks_about_all_and_ends_with_the_answer() {
    let journey = Journey::new().press("w");
    assert!(journey.text().contains("b blind"), "{}", journey.text());
    let journey = journey.press("b ENTER d");
    assert!(journey.explorer().is_blind());
    let journey = journey.press(&"9 ".repeat(10));
    assert!(journey.explorer().is_blind() && !journey.text().contains("enough?"), "{}", journey.text());
    assert!(!journey.text().contains("of 100") && !journey.text().contains("move the"), "{}", journey.text());
    let ended = journey.press("9");
    assert!(!ended.explorer().is_blind());
    assert!(ended.text().contains("What follows"), "{}", ended.text());
    assert!(ended.text().contains("first in"), "{}", ended.text());
    let stopped = Journey::new().press("w b ENTER d 9 d");
    assert!(stopped.text().contains("It is hidden until all is weighed; b shows it."), "{}", stopped.text());
    let shown = stopped.press("b");
    assert!(!shown.text().contains("It is hidden"), "{}", shown.text());
}
