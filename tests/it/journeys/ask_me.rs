//! Being asked what matters, to the end by every way out.

use insta::assert_snapshot;
use touchstone::comparison::{ClaimId, Polarity};
use touchstone::explorer::{Layer, Turn};
use touchstone::weight::Weight;

use crate::support::journey::Journey;
use crate::support::layers::name_of;

/// Two alternatives with one claim each.
const TWO: &str = "Comparison(id: \"two\", title: \"Two\", alternatives: [
    (name: \"Tea\", pros: [\"Taste\"]), (name: \"Coffee\", pros: [\"Smell\"])])";

/// Two alternatives and one reason.
const ONE_REASON: &str = "Comparison(id: \"one\", title: \"One\", alternatives: [
    (name: \"Tea\", pros: [\"Taste\"]), (name: \"Coffee\")])";

/// Three alternatives.
const THREE: &str = "Comparison(id: \"three\", title: \"Three\", alternatives: [
    (name: \"Bus\", pros: [\"Cheap\", \"Near\"], cons: [\"Crowded\"]),
    (name: \"Bike\", pros: [\"Healthy\"], cons: [\"Wet\"]),
    (name: \"Car\", pros: [\"Fast\"], cons: [\"Dear\"])])";

fn weight(journey: &Journey, id: &str) -> Option<u8> {
    let explorer = journey.explorer();
    let claim = explorer.comparison().claim_with_id(id).expect("a known claim");
    explorer.stance(claim).weight.map(Weight::points)
}

/// How many weights are set.
fn weights(journey: &Journey) -> usize {
    journey.explorer().profile().stances().filter(|(_, stance)| stance.weight.is_some()).count()
}

fn layer(journey: &Journey) -> &'static str {
    name_of(journey.explorer().layer())
}

#[track_caller]
fn assert_says(journey: &Journey, said: &str) {
    let text = journey.text().replace('\u{2503}', " ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(said), "no {said:?} in\n{}", journey.text());
}

/// Answers all questions in favor of the first alternative, as long as any is asked and nothing else is.
fn answer_for_first(mut journey: Journey) -> Journey {
    while let Layer::Question(question) = journey.explorer().layer() {
        let claim = &journey.explorer().comparison()[question.reason()];
        let is_of_first = journey.explorer().comparison()[claim.alternative].id == "handmade";
        let helps = is_of_first == (claim.polarity == Polarity::Pro);
        journey = journey.press(if helps { "*" } else { "0" });
    }
    journey
}

#[test]
fn pictures_of_each_page() {
    for (columns, rows) in [(120, 40), (80, 24), (50, 16)] {
        for (name, keys) in [
            ("an_order", "w ENTER ENTER DOWN DOWN ENTER"),
            ("the_rest", "w ENTER ENTER DOWN DOWN ENTER d"),
            ("a_question", "w ENTER ENTER DOWN DOWN ENTER d ENTER 7"),
            ("enough", "w ENTER ENTER ENTER ENTER ENTER d ENTER ENTER 0"),
            ("an_end", "w ENTER ENTER DOWN DOWN ENTER d ENTER 7 ENTER 3 d"),
            ("leaving", "w ENTER ENTER DOWN DOWN ENTER ESC"),
            ("just_one", "DOWN DOWN DOWN ENTER"),
        ] {
            let journey = Journey::new().sized(columns, rows).press(keys);
            let picture = if columns == 120 { journey.picture() } else { journey.text() };
            assert_snapshot!(format!("{name}_at_{columns}_by_{rows}"), picture);
        }
    }
}

#[test]
fn an_order_gives_weights_by_the_rank_sum_rule() {
    // Weights for one to eleven picked ones, as 10 (n + 1 - k) / n with halves up.
    for (picks, expected) in [
        (1, vec![10]),
        (2, vec![10, 5]),
        (3, vec![10, 7, 3]),
        (4, vec![10, 8, 5, 3]),
        (11, vec![10, 9, 8, 7, 6, 5, 5, 4, 3, 2, 1]),
    ] {
        let journey = Journey::new().press(&format!("w ENTER {}", "ENTER ".repeat(picks)));
        let (explorer, mut given) = (journey.explorer(), Vec::new());
        for reason in explorer.comparison().reasons().iter() {
            given.extend(explorer.profile().weight_of(reason).map(Weight::points));
            // Both sides of one thing have it.
            let mut faces = reason.faces().map(|face| explorer.stance(face).weight);
            let first = faces.next();
            assert!(faces.all(|other| Some(other) == first));
        }
        assert_eq!(given, expected);
    }
}

#[test]
fn weights_of_before_stay_unless_picked() {
    let journey = Journey::new().press("8 DOWN 6 DOWN 9 w DOWN ENTER d DOWN ENTER ENTER");
    assert_eq!(layer(&journey), "panes");
    assert_eq!(weight(&journey, "handmade/uniqueness"), Some(8));
    assert_eq!(weight(&journey, "handmade/craftsmanship"), Some(10));
    assert_eq!(weight(&journey, "handmade/personal-connection"), Some(9));
    assert_eq!(weight(&journey, "handmade/customization"), Some(2));
    assert_eq!(weights(&journey), 17);
}

#[test]
fn what_matters_little_never_weighs_more_than_what_was_picked() {
    // The last of seven gets 1.
    let journey = Journey::new().press(&format!("w ENTER {} {} d", "DOWN ".repeat(5), "ENTER ".repeat(7)));
    assert_says(&journey, "4 reasons are still open: Uniqueness, Craftsmanship, ");
    let journey = journey.press("DOWN ENTER");
    assert_eq!(weight(&journey, "handmade/uniqueness"), Some(1));
    assert_eq!(weight(&journey, "mass-produced/affordability"), Some(10));
    assert_eq!(layer(&journey), "ending");
    assert_says(&journey, "What was open matters little: 1 for each.");
}

#[test]
fn what_is_still_open_is_asked_about_and_what_was_picked_is_not() {
    let mut journey = Journey::new().press("w ENTER ENTER d ENTER");
    let mut asked = Vec::new();
    while let Layer::Question(question) = journey.explorer().layer() {
        let left = 10 - asked.len() - 1;
        let more = if left == 0 { "the last one".to_owned() } else { format!("at most {left} more") };
        assert_says(&journey, &format!("question {}, {more}", asked.len() + 1));
        assert!(!asked.contains(&question.reason()));
        asked.push(question.reason());
        journey = journey.press("ENTER");
    }
    assert_eq!((layer(&journey), asked.len()), ("ending", 10));
    assert_eq!(weights(&journey), 2);
    assert_says(&journey, "What is open Craftsmanship, ");
}

#[test]
fn each_question_is_about_what_could_move_the_answer_most() {
    let mut journey = Journey::new().press("w ENTER d");
    assert_says(&journey, "Nothing is weighed yet, and this is a good one to begin with.");
    while let Layer::Question(question) = journey.explorer().layer() {
        let assessment = journey.explorer().assessment();
        let influence = |reason: ClaimId| assessment[reason].influence;
        let mut left = journey.explorer().to_ask(question.conversation()).into_iter();
        assert!(left.all(|other| influence(other) <= influence(question.reason()) + 1e-12));
        journey = journey.press("5");
    }
    assert_eq!(weights(&journey), 17);
}

#[test]
fn stepping_back_undoes_one_answer_at_a_time_as_far_as_the_beginning() {
    let there = ["w", "ENTER", "DOWN", "ENTER", "ENTER", "d", "ENTER", "7", "ENTER", "3"];
    let mut journey = Journey::new();
    let mut profiles = Vec::new();
    for key in there {
        journey = journey.press(key);
        if !["w", "DOWN"].contains(&key) {
            profiles.push((layer(&journey), journey.explorer().profile().clone()));
        }
    }
    assert_eq!(profiles.last().map(|(layer, _)| *layer), Some("question"));
    profiles.pop();
    for (at, (before, profile)) in profiles.iter().enumerate().rev() {
        journey = journey.press(if at % 2 == 0 { "BACKSPACE" } else { "u" });
        assert_eq!((layer(&journey), journey.explorer().profile()), (*before, profile), "{at}");
    }
    journey = journey.press("BACKSPACE");
    assert_eq!((layer(&journey), weights(&journey)), ("choice", 0));
    // Held down, it never gets into the panes, where it would unset a weight.
    journey = journey.press("BACKSPACE BACKSPACE");
    assert_eq!((layer(&journey), weights(&journey)), ("choice", 0));
    assert_says(&journey, "This is where it begins; Esc leaves");
    let journey = journey.press("ESC");
    assert_eq!(layer(&journey), "panes");
    assert!(!journey.explorer().unsaved());
}

#[test]
fn at_the_end_one_steps_back_to_the_last_question() {
    for keys in ["w ENTER d 7 3 d", "w ENTER d 7 3 ENTER d"] {
        let stopped = Journey::new().press(keys);
        assert_eq!((layer(&stopped), weights(&stopped)), ("ending", 4), "{keys}");
        let journey = stopped.press("BACKSPACE");
        assert_eq!((layer(&journey), weights(&journey)), ("question", 4), "{keys}");
    }
}

#[test]
fn it_offers_to_stop_once_when_hardly_any_doubt_is_left() {
    let journey = answer_for_first(Journey::new().press("w ENTER d"));
    assert!(
        matches!(journey.explorer().layer(), Layer::Choice(choice) if matches!(choice.turn(), Turn::Enough(_)))
    );
    let leader = journey.explorer().assessment().leader.expect("a leader");
    assert!(journey.explorer().assessment()[leader].chance >= 0.95);
    assert_says(&journey, "That leaves hardly any doubt. Is that sure enough for you?");
    // Whoever wants to go on does, until nothing can change the answer.
    let on = answer_for_first(journey.press("DOWN ENTER"));
    assert_eq!(layer(&on), "ending");
    assert!(on.explorer().assessment().is_settled());
    assert!(!on.explorer().open_reasons().is_empty());
    assert_says(&on, "nothing open gives another the lead.");
    let stopped = answer_for_first(Journey::new().press("w ENTER d")).press("ENTER");
    assert_eq!(layer(&stopped), "ending");
    assert!(!stopped.explorer().assessment().is_settled());
}

#[test]
fn from_nothing_that_is_said_nothing_follows() {
    let journey = Journey::new().press("w ENTER d d");
    assert_says(&journey, "What follows Nothing yet, since nothing is weighed. What is open");
}

#[test]
fn the_end_waits_for_a_key_and_no_digit_does_harm() {
    let ended = || Journey::new().press("w ENTER ENTER d DOWN ENTER");
    let profile = ended().explorer().profile().clone();
    let journey = ended().press("0 1 2 3 4 5 6 7 8 9 * + - x");
    assert_eq!((layer(&journey), journey.explorer().profile()), ("ending", &profile));
    for key in ["ENTER", "SPACE", "ESC", "q"] {
        let left = ended().press(key);
        assert_eq!((layer(&left), left.explorer().profile()), ("panes", &profile), "{key}");
        assert_says(&left, "Kept what you said");
    }
}

#[test]
fn the_whole_conversation_is_one_step_to_undo() {
    let journey = Journey::new().press("3 w DOWN ENTER ENTER d ENTER 7 2 d ENTER");
    assert!(weights(&journey) > 6);
    let said = journey.explorer().profile().clone();
    let undone = journey.press("u");
    assert_eq!((weights(&undone), weight(&undone, "handmade/uniqueness")), (2, Some(3)));
    let redone = undone.press("CTRL-R");
    assert_eq!(*redone.explorer().profile(), said);
}

#[test]
fn leaving_keeps_or_drops_what_was_said_or_stays() {
    let left = || Journey::new().press("3 w DOWN ENTER d ENTER 7 ESC");
    assert_says(&left(), "Keep what you said?");
    let before = left().press("DOWN ENTER");
    assert_eq!((layer(&before), weights(&before)), ("panes", 2));
    assert_says(&before, "Dropped what you said");
    let nothing = before.press("u u");
    assert_eq!(weights(&nothing), 0, "dropping is no step of its own");
    let kept = left().press("ENTER");
    assert_eq!((layer(&kept), weights(&kept)), ("panes", 5));
    assert_eq!(weights(&kept.press("u")), 2);
    let stayed = left().press("ESC");
    assert_eq!(layer(&stayed), "question");
    assert_says(&stayed, "question 2");
}

#[test]
fn leaving_at_once_asks_nothing() {
    for keys in [
        "w ENTER ESC",
        "w ENTER DOWN ESC",
        "w ENTER d ESC",
        "w ENTER d ENTER ESC",
        "w ENTER ENTER BACKSPACE ESC",
    ] {
        let journey = Journey::new().press(keys);
        assert_eq!(layer(&journey), "panes", "{keys}");
        assert!(!journey.explorer().unsaved(), "{keys}");
    }
}

#[test]
fn quitting_keeps_what_was_said_to_be_saved_or_discarded() {
    let journey = Journey::new().press("w ENTER ENTER d ENTER 7 CTRL-C");
    assert_eq!((layer(&journey), weights(&journey)), ("leaving", 4));
    assert!(journey.press("d").has_left());
    let saved = Journey::new().press("w ENTER ENTER d ENTER 7 CTRL-C s 'mine' ENTER");
    assert!(saved.has_left());
    assert_eq!(weights(&saved.start_without_a_name()), 4);
}

#[test]
fn one_reason_is_asked_about_at_once() {
    let journey = Journey::on(ONE_REASON).press("w ENTER");
    assert_says(&journey, "question 1, the last one");
    assert_says(&journey, "For Tea: Taste. How strong a reason is that for you?");
    let back = journey.press("BACKSPACE");
    assert_eq!(layer(&back), "choice");
    let ended = back.press("ENTER 6");
    assert_eq!((layer(&ended), weights(&ended)), ("ending", 1));
    let again = ended.press("ENTER w");
    assert_eq!(layer(&again), "ending");
    assert_says(&again, "Nothing this time, so nothing has changed.");
    assert_eq!(layer(&again.press("BACKSPACE")), "ending");
}

#[test]
fn where_all_is_weighed_an_order_can_still_be_given() {
    let journey = Journey::on(TWO).press("4 RIGHT 6 w d");
    assert_eq!(layer(&journey), "ending");
    assert_says(&journey, "Nothing: everything that counts has a weight.");
    let journey = journey.press("BACKSPACE ENTER d");
    assert_eq!((layer(&journey), weight(&journey, "tea/taste")), ("ending", Some(10)));
}

#[test]
fn with_nothing_switched_on_there_is_nothing_to_ask() {
    let journey = Journey::on(TWO).press("SPACE RIGHT SPACE w");
    assert_eq!(layer(&journey), "panes");
    assert_says(&journey, "Nothing is switched on, so there is nothing to ask about");
}

#[test]
fn what_is_switched_off_is_not_asked_about() {
    let mut journey = Journey::new().press("DOWN SPACE w ENTER d");
    let mut asked = Vec::new();
    while let Layer::Question(question) = journey.explorer().layer() {
        let text = journey.explorer().story().question(question.reason()).0;
        asked.push(text);
        journey = journey.press("ENTER");
    }
    assert_eq!(asked.len(), 11);
    // Of its pair one side is still on.
    assert!(asked.contains(&"Against Mass-produced: Questionable quality.".to_owned()), "{asked:?}");
}

#[test]
fn what_is_ruled_out_is_neither_asked_about_nor_counted() {
    let of = |journey: &Journey, reason: ClaimId| {
        let comparison = journey.explorer().comparison();
        comparison[comparison[reason].alternative].id.clone()
    };
    // Each claim of the car is out of it: 5 of 7 are left.
    let journey = Journey::on(THREE).press("RIGHT RIGHT DOWN ! w");
    assert_says(&journey, "After that at most 5 questions.");
    let Layer::Ranking(ranking) = journey.explorer().layer() else { panic!("{}", journey.text()) };
    assert!(ranking.left().iter().all(|reason| of(&journey, *reason) != "car"));
    let mut journey = journey.press("d");
    let mut asked = 0;
    while let Layer::Question(question) = journey.explorer().layer() {
        asked += 1;
        assert_says(&journey, &format!("question {asked}, "));
        assert_ne!(of(&journey, question.reason()), "car");
        journey = journey.press("ENTER");
    }
    assert_eq!((layer(&journey), asked), ("ending", 5));
    assert_eq!(
        weights(
            &journey.press("BACKSPACE BACKSPACE BACKSPACE BACKSPACE BACKSPACE BACKSPACE ENTER d DOWN ENTER")
        ),
        5
    );
    // With two, what both have counts for the one that is left.
    let journey = Journey::new().press("! w");
    let Layer::Ranking(ranking) = journey.explorer().layer() else { panic!("{}", journey.text()) };
    assert_eq!(ranking.left().len(), 8);
    assert!(ranking.left().iter().all(|reason| of(&journey, *reason) == "handmade"));
}

#[test]
fn with_three_alternatives_each_claim_is_asked_about_by_itself() {
    let mut journey = Journey::on(THREE).press("w ENTER ENTER d ENTER");
    let mut asked = 0;
    while layer(&journey) == "question" {
        assert_says(&journey, "How strong a reason is that for you?");
        asked += 1;
        journey = journey.press("5");
        if layer(&journey) == "choice" {
            journey = journey.press("DOWN ENTER");
        }
    }
    assert_eq!((layer(&journey), weights(&journey)), ("ending", 1 + asked));
    assert!(asked == 6 || journey.explorer().assessment().is_settled());
    assert_says(&journey, "What you said Cheap (Bus) 10");
}

#[test]
fn where_all_is_ruled_out_no_weight_is_asked_for() {
    let journey = Journey::on(TWO).press("! RIGHT ! w d");
    assert_eq!((layer(&journey), weights(&journey)), ("ending", 0));
}

#[test]
fn enter_asks_about_the_reason_under_the_cursor_alone() {
    let journey = Journey::new().press("DOWN DOWN DOWN ENTER");
    assert_says(&journey, "For Handmade: Customization. How strong a reason is that for you?");
    let answered = journey.press("8");
    assert_eq!((layer(&answered), weight(&answered, "handmade/customization")), ("panes", Some(8)));
    assert_eq!(weights(&answered), 1);
    assert_eq!(weights(&answered.press("u")), 0);
    for key in ["ESC", "ENTER", "q"] {
        let left = Journey::new().press("ENTER").press(key);
        assert_eq!((layer(&left), weights(&left)), ("panes", 0), "{key}");
    }
}

#[test]
fn what_is_switched_off_is_switched_on_by_an_answer() {
    let journey = Journey::new().press("DOWN DOWN DOWN SPACE ENTER");
    assert_says(&journey, "It is switched off now; an answer switches it on.");
    let claim = journey.explorer().cursor().claim.expect("a claim");
    assert!(journey.press("4").explorer().stance(claim).on);
}

/// 500 characters of title and a detail are there in whole, on every screen, if it must be by scrolling.
#[test]
fn a_long_reason_is_read_in_whole() {
    for word in ["word", "\u{6307}\u{8f2a}", "\u{5d0}\u{5d1}\u{5d2}"] {
        let numbered = (0..).map(|i| format!("{word}{i}"));
        let mut title = String::new();
        for word in numbered {
            if title.chars().count() + word.chars().count() >= 500 {
                break;
            }
            title.push_str(&word);
            title.push(' ');
        }
        let detail = "It says more. ".repeat(20) + "That is the end.";
        let text = format!(
            "Comparison(id: \"long\", title: \"Long\", alternatives: [
                (name: \"Tea\", pros: [(id: \"p\", title: \"{title}\", detail: \"{detail}\")]), (name: \"Coffee\")])"
        );
        for (columns, rows) in [(120, 40), (80, 24), (50, 16), (40, 10)] {
            let mut journey = Journey::on(&text).sized(columns, rows).press("ENTER");
            let mut seen = journey.text();
            for _ in 0..60 {
                journey = journey.press("DOWN");
                seen.push_str(&journey.text());
                for line in journey.text().lines().filter(|line| line.contains('\u{2503}')) {
                    assert!(
                        line.trim_end().ends_with(['\u{2503}', '\u{2588}', '\u{2502}']),
                        "{}",
                        journey.text()
                    );
                }
            }
            for said in title.split_whitespace().chain(["end."]) {
                assert!(
                    seen.replace(' ', "").contains(said),
                    "no {said} at {columns}x{rows}\n{}",
                    journey.text()
                );
            }
        }
    }
}
