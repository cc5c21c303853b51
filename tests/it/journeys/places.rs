//! Backing out leads to where one was, and nothing that was said or typed is lost on the way.

use touchstone::explorer::{Layer, Turn};

use crate::support::journey::Journey;
use crate::support::layers::{WAYS, name_of};

const TWO_SAVED: &str = "9 s 'mine' ENTER RIGHT 9 S CTRL-U 'yours' ENTER";

fn layer(journey: &Journey) -> &'static str {
    name_of(journey.explorer().layer())
}

/// The layer with all that it holds, and what is shown.
fn place(journey: &Journey) -> String {
    let explorer = journey.explorer();
    format!("{:?} {:?} {:?}", explorer.layer(), explorer.cursor(), explorer.profile())
}

/// How many weights are set.
fn weights(journey: &Journey) -> usize {
    journey.explorer().profile().stances().filter(|(_, stance)| stance.weight.is_some()).count()
}

#[track_caller]
fn assert_says(journey: &Journey, said: &str) {
    assert!(journey.text().contains(said), "no {said:?} in\n{}", journey.text());
}

#[test]
fn who_stays_goes_on_in_every_layer_where_it_was() {
    for way in WAYS.iter().filter(|way| way.layer != "leaving") {
        let journey = Journey::among_others(touchstone::JEWELRY, "").press("3").press(way.keys);
        let (before, was) = (place(&journey), layer(&journey));
        let asked = journey.press("CTRL-C");
        assert_eq!(layer(&asked), "leaving", "{}", way.keys);
        assert_says(&asked, "What you changed in mine is not saved.");
        let stayed = asked.press("ESC");
        assert_eq!((layer(&stayed), place(&stayed)), (was, before), "{}", way.keys);
    }
}

#[test]
fn a_conversation_goes_on_after_staying_and_is_one_step() {
    let mut journey = Journey::new().press("9 DOWN 4 w ENTER ENTER CTRL-C ESC");
    assert_eq!(layer(&journey), "ranking");
    // What was said can still be dropped.
    assert_eq!(weights(&journey.press("ESC DOWN ENTER")), 4);
    journey =
        Journey::new().press("9 DOWN 4 w DOWN ENTER DOWN ENTER CTRL-C ESC d ENTER 3 CTRL-C ESC d ENTER");
    assert_eq!(layer(&journey), "panes");
    let said = journey.explorer().profile().clone();
    assert!(weights(&journey) > 4);
    let undone = journey.press("u");
    assert_eq!(weights(&undone), 4);
    assert_eq!(*undone.press("CTRL-R").explorer().profile(), said);
}

#[test]
fn who_is_asked_for_a_name_on_leaving_backs_out_one_level_at_a_time() {
    let journey = Journey::new().press("w ENTER ENTER d ENTER 7");
    let question = place(&journey);
    let mut journey = journey.press("CTRL-C s 'mi'");
    for expected in ["typing", "leaving", "question"] {
        assert_eq!(layer(&journey), expected);
        journey = journey.press("ESC");
    }
    assert_eq!(layer(&journey), "choice", "it offers to keep what was said");
    assert_eq!(place(&journey.press("ESC")), question);
    // Asked again while typing, it does not pile up.
    let journey = Journey::new().press("9 q s 'x' CTRL-C");
    assert_eq!(layer(&journey), "leaving");
    assert_eq!(layer(&journey.press("ESC")), "panes");
}

#[test]
fn what_can_not_be_saved_on_leaving_is_asked_about_again() {
    let journey = Journey::new().press("9 s 'mine' ENTER w d 3");
    let profiles = journey.data().join("profiles");
    std::fs::remove_dir_all(&profiles).expect("a removed folder");
    std::fs::write(&profiles, "in the way").expect("a written file");
    let asked = journey.press("CTRL-C s");
    assert!(!asked.has_left());
    assert_eq!(layer(&asked), "leaving");
    assert_eq!(layer(&asked.press("ESC")), "question");
}

#[test]
fn a_conversation_in_which_nothing_is_said_keeps_what_was_deleted() {
    for keys in ["w ESC", "w d ENTER ESC", "*"] {
        let journey = Journey::new().press(TWO_SAVED).press("*").press("p UP d y ESC");
        let journey = journey.press(keys).press("u");
        assert_says(&journey, "Brought back mine");
    }
    let journey = Journey::new().press(TWO_SAVED).press("p UP d y ESC w ENTER ESC ENTER u");
    assert_says(&journey, "Undone");
}

#[test]
fn stepping_back_leads_to_the_offer_to_stop_again() {
    let is_offer = |journey: &Journey| matches!(journey.explorer().layer(), Layer::Choice(choice) if matches!(choice.turn(), Turn::Enough(_)));
    let offered = || Journey::new().press("w ENTER ENTER ENTER ENTER ENTER d ENTER *");
    assert!(is_offer(&offered()), "{}", offered().text());
    for keys in ["ENTER BACKSPACE", "DOWN ENTER BACKSPACE", "DOWN ENTER 5 BACKSPACE BACKSPACE"] {
        assert!(is_offer(&offered().press(keys)), "{keys}");
    }
    let before = offered().press("BACKSPACE");
    assert_eq!(layer(&before), "question");
    assert!(is_offer(&before.press("*")), "it is offered again");
    // Whoever went on is not asked twice.
    assert_eq!(layer(&offered().press("DOWN ENTER ENTER")), "question");
}

#[test]
fn what_is_tried_on_and_dropped_leaves_insight_and_cursor_where_they_were() {
    let insight = Journey::new().press("9 DOWN DOWN i DOWN DOWN DOWN DOWN DOWN DOWN");
    let before = place(&insight);
    let tried = insight.press("ENTER");
    assert_eq!(layer(&tried), "trial");
    assert_eq!(place(&tried.press("DOWN RIGHT ESC")), before);
}

#[test]
fn the_list_stays_at_its_line() {
    let at = |keys: &str| {
        let journey = Journey::new().press(TWO_SAVED).press("S CTRL-U 'zoo' ENTER p").press(keys);
        let text = journey.text();
        let marked = text.lines().find_map(|line| Some(line.split_once('\u{258c}')?.1.trim().to_owned()));
        marked.and_then(|line| Some(line.split_whitespace().next()?.to_owned())).unwrap_or(text)
    };
    for (keys, expected) in [
        ("UP UP r ESC", "mine"),
        ("UP UP d ESC", "mine"),
        ("UP UP r CTRL-U 'yeti' ENTER", "yeti"),
        ("UP d y", "zoo"),
        ("UP d y u", "yours"),
        ("d y", "yours"),
    ] {
        assert_eq!(at(keys), expected, "{keys}");
    }
}

#[test]
fn keys_that_change_what_a_saved_profile_is_are_offered_on_one() {
    let footer = |keys: &str| {
        let journey = Journey::new().press(TWO_SAVED).press(keys);
        journey.text().lines().last().map(ToOwned::to_owned).unwrap_or_default()
    };
    assert!(footer("p").contains("r rename  d delete"), "{}", footer("p"));
    for keys in ["p HOME", "p HOME DOWN DOWN DOWN DOWN"] {
        assert!(!footer(keys).contains("rename"), "{}", footer(keys));
        assert!(!footer(keys).contains("delete"), "{}", footer(keys));
    }
}

#[test]
fn what_is_said_at_length_of_a_preset_is_read_on_with_the_arrows() {
    let words: Vec<String> = (0..700).map(|i| format!("word{i}")).collect();
    let name = "A name of many words ".repeat(9);
    let comparison = format!(
        "Comparison(title: \"Long\", alternatives: [(name: \"A\", pros: [\"x\"]), (name: \"B\", pros: [\"y\"])],
            presets: [(id: \"a\", name: \"{name}\", summary: \"{}\", weights: {{\"a/x\": 3}}), (id: \"b\", name: \"Second\", weights: {{\"a/x\": 7}})])",
        words.join(" ")
    );
    for (columns, rows) in [(120, 40), (80, 24), (40, 10)] {
        for key in ["DOWN", "PGDN"] {
            let mut journey = Journey::on(&comparison).sized(columns, rows).press("p");
            let mut seen = String::new();
            let chosen = |journey: &Journey| match journey.explorer().layer() {
                Layer::Profiles(profiles) => profiles.chosen(),
                layer => panic!("{layer:?}"),
            };
            while chosen(&journey) == 0 {
                seen.push_str(&journey.text());
                journey = journey.press(key);
            }
            let unseen: Vec<&String> =
                words.iter().filter(|word| !seen.contains(&format!("{word} "))).collect();
            assert!(unseen.is_empty(), "{unseen:?} {columns}x{rows}");
            assert_eq!(chosen(&journey.press("HOME")), 0);
        }
    }
}

#[test]
fn a_last_profile_that_can_not_be_opened_again_is_named() {
    let file = |journey: &Journey| {
        let folder = journey.data().join("profiles/jewelry");
        let mut files = std::fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path());
        files.find(|path| path.extension().is_some_and(|extension| extension == "ron")).expect("a profile")
    };
    let mut journey = Journey::new().press("9 s 'aaa' ENTER");
    journey.keep_draft();
    let path = file(&journey);
    std::fs::write(&path, "Profile(").expect("a written file");
    let journey = journey.start_without_a_name();
    assert_says(&journey, "aaa could not be opened again; p lists it");
    std::fs::remove_file(path).expect("a removed file");
    let journey = journey.start_without_a_name();
    assert_says(&journey, "aaa is gone, so this is a new profile");
    // What the person deleted is no loss, but what was brought back is open again.
    let mut journey = Journey::new().press("9 s 'aaa' ENTER p d y ESC u");
    journey.keep_draft();
    let journey = journey.start_without_a_name();
    assert_says(&journey, "Opened aaa again");
    let mut journey = journey.press("p d y ESC q d");
    journey.keep_draft();
    let journey = journey.start_without_a_name();
    assert!(!journey.text().contains("aaa"), "{}", journey.text());
}
