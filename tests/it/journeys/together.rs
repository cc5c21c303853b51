//! People side by side.

use std::fs;

use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use insta::assert_snapshot;
use touchstone::explorer::{Company, Layer};
use touchstone::program::Flow;
use touchstone::view::Spot;

use crate::support;
use crate::support::journey::Journey;
use crate::support::keys::keys;

/// Two who disagree, both saved; the second is open.
fn two() -> Journey {
    let journey =
        Journey::new().press("9 DOWN 8 DOWN 7 RIGHT HOME 3 S 'Ana' ENTER p HOME DOWN DOWN DOWN DOWN ENTER");
    let journey = journey.press("2 DOWN 3 RIGHT HOME * DOWN 8 S 'Ben' ENTER");
    assert_eq!(saved(&journey), 2);
    journey
}

fn saved(journey: &Journey) -> usize {
    let folder = fs::read_dir(journey.data().join("profiles/jewelry")).expect("profiles");
    folder
        .filter(|file| file.as_ref().is_ok_and(|file| file.path().extension().is_some_and(|e| e == "ron")))
        .count()
}

fn company(journey: &Journey) -> &Company {
    match journey.explorer().layer() {
        Layer::Company(company) => company,
        layer => panic!("{layer:?}"),
    }
}

/// The names of those who take part.
fn taking_part(journey: &Journey) -> Vec<&str> {
    let members = company(journey).members().iter().filter(|member| member.takes_part);
    members.map(|member| member.person.name.as_str()).collect()
}

#[test]
fn pictures_of_two_who_disagree() {
    for (columns, rows) in [(120, 40), (80, 24), (50, 16)] {
        let journey = two().sized(columns, rows).press("c");
        assert_snapshot!(format!("two_at_{columns}_by_{rows}"), journey.picture());
        let journey = journey.press("DOWN DOWN RIGHT");
        assert_snapshot!(format!("a_reason_at_{columns}_by_{rows}"), journey.picture());
    }
}

#[test]
fn presets_stand_beside_and_take_part_only_where_people_are_few() {
    let alone = Journey::new().press("9 c");
    assert_eq!(taking_part(&alone), ["you", "Budget first", "Style first", "Ethics first", "One of a kind"]);
    let nobody = Journey::new().press("c");
    assert_eq!(taking_part(&nobody).len(), 4);
    assert_eq!(taking_part(&two().press("c")), ["Ben", "Ana"]);
    let preset = Journey::new().press("p HOME DOWN ENTER c");
    assert_eq!(company(&preset).members()[company(&preset).at()].person.name, "Style first");
    let changed = preset.press("ESC 3 c");
    assert_eq!(company(&changed).members()[0].person.name, "Style first, changed");
}

#[test]
fn where_there_is_nobody_it_says_so() {
    let text = "Comparison(title: \"t\", alternatives: [(name: \"a\", pros: [\"p\"]), (name: \"b\")])";
    let journey = Journey::on(text).press("c");
    assert!(journey.text().contains("Nobody has weighed this yet; w asks you"), "{}", journey.text());
    let empty =
        Journey::on("Comparison(title: \"t\", alternatives: [(name: \"a\"), (name: \"b\")])").press("c");
    assert!(empty.text().contains("There is no line here yet; a adds one"), "{}", empty.text());
}

#[test]
fn who_is_left_out_changes_what_is_asked() {
    let journey = two().press("c");
    assert!(journey.text().contains("Handmade comes first for Ana"), "{}", journey.text());
    let alone = journey.press("SPACE");
    assert_eq!(taking_part(&alone), ["Ana"]);
    assert!(company(&alone).divided().is_none());
    let nobody = alone.press("RIGHT SPACE");
    assert!(nobody.text().contains("Nobody takes part."), "{}", nobody.text());
    let back = nobody.press("SPACE LEFT SPACE RIGHT RIGHT SPACE");
    assert_eq!(taking_part(&back), ["Ben", "Ana", "Budget first"]);
}

#[test]
fn enter_opens_whom_one_looks_at_at_the_reason() {
    let journey = two().press("c RIGHT DOWN");
    let reason = company(&journey).parts()[0].reason;
    let journey = journey.press("ENTER");
    assert!(matches!(journey.explorer().layer(), Layer::Panes));
    assert!(journey.text().contains("Opened Ana"), "{}", journey.text());
    assert_eq!(journey.explorer().cursor().claim, Some(reason.first));
    // At oneself it only goes there.
    let own = journey.press("c DOWN ENTER");
    assert!(own.text().contains("That is what is open"), "{}", own.text());
    // A preset.
    let preset = own.press("c RIGHT RIGHT ENTER");
    assert!(preset.text().contains("Opened the preset Budget first"), "{}", preset.text());
}

#[test]
fn who_has_something_unsaved_is_asked_first_and_comes_back() {
    let asked = two().press("3 c RIGHT ENTER");
    assert!(matches!(asked.explorer().layer(), Layer::Leaving(_)));
    let stayed = asked.press("ESC");
    assert_eq!(company(&stayed).at(), 1);
    let gone = stayed.press("ENTER d");
    assert!(gone.text().contains("Opened Ana"), "{}", gone.text());
}

#[test]
fn the_page_is_passed_on_as_it_is_seen() {
    let mut journey = two().press("c");
    let Flow::Copy(copied) = journey.send(Event::Key(keys("y").swap_remove(0))) else { panic!("not copied") };
    assert!(copied.contains("## What divides Ben and Ana"), "{copied}");
    let journey = journey.press("x CTRL-U 'both.md' ENTER");
    assert!(matches!(journey.explorer().layer(), Layer::Company(_)));
    assert_eq!(fs::read_to_string(journey.data().join("both.md")).expect("a report"), copied);
    let journey = journey.press("x CTRL-U 'both.html' ENTER");
    let page = fs::read_to_string(journey.data().join("both.html")).expect("a page");
    assert!(page.contains("<th scope=col>Ana</th>"), "{page}");
}

#[test]
fn a_click_looks_at_somebody_and_a_damaged_profile_is_left_out() {
    let mut journey = two().press("c");
    let (area, _) = *journey.spots().iter().find(|(_, spot)| *spot == Spot::Person(1)).expect("a column");
    let kind = MouseEventKind::Down(MouseButton::Left);
    let click = MouseEvent { kind, column: area.x + 1, row: area.y + 1, modifiers: KeyModifiers::NONE };
    journey.send(Event::Mouse(click));
    assert_eq!(company(&journey).at(), 1);
    fs::write(support::profile_file(journey.data(), "Cleo"), "Profile(").expect("a file");
    let journey = journey.press("ESC c");
    assert!(journey.text().contains("1 profile can't be read, and left out"), "{}", journey.text());
    assert_eq!(taking_part(&journey), ["Ben", "Ana"]);
}

/// What each key does on the page, at each size.
#[test]
fn every_key_works_at_every_size() {
    for (columns, rows) in [(120, 40), (80, 24), (50, 16), (40, 10)] {
        let page = || two().sized(columns, rows).press("c");
        let at = |keys: &str| company(&page().press(keys)).at();
        for (keys, place) in [
            ("RIGHT", 1),
            ("l", 1),
            ("TAB", 1),
            ("RIGHT LEFT", 0),
            ("l h", 0),
            ("TAB SHIFT-TAB", 0),
            ("LEFT", 0),
        ] {
            assert_eq!(at(keys), place, "{keys} at {columns} x {rows}");
        }
        let last = company(&page()).parts().len();
        let line = |keys: &str| company(&page().press(keys)).line();
        assert_eq!((line(""), line("END"), line("G"), line("END HOME"), line("G g")), (0, last, last, 0, 0));
        assert_eq!(
            (line("END UP"), line("END k"), line("END UP DOWN"), line("END k j")),
            (last - 1, last - 1, last, last)
        );
        assert!(line(&"PGDN ".repeat(20)) > 0 && line("END PGUP") < last);
        assert_eq!(taking_part(&page().press("SPACE")), ["Ana"]);
        assert!(matches!(page().press("RIGHT ENTER").explorer().layer(), Layer::Panes));
        assert!(matches!(page().press("x").explorer().layer(), Layer::Typing(_)));
        assert!(matches!(page().press("?").explorer().layer(), Layer::Help(_)));
        for key in ["ESC", "c", "q"] {
            assert!(matches!(page().press(key).explorer().layer(), Layer::Panes), "{key}");
        }
        assert!(page().press("CTRL-C").has_left());
        assert!(page().press("v").text().contains("v does nothing here") || columns < 50);
    }
}

/// Read on line by line, nothing of the page is out of reach.
#[test]
fn all_of_it_is_read_at_every_size() {
    let words = |journey: &Journey, head: usize| -> Vec<String> {
        let inside = |line: &str| line.trim_matches(['\u{2502}', '\u{2588}', '\u{258c}', ' ']).to_owned();
        journey.text().lines().skip(head).map(inside).collect()
    };
    for (columns, rows) in [(80, 24), (60, 14), (50, 16), (40, 12)] {
        let page = || two().press("c RIGHT RIGHT SPACE RIGHT SPACE RIGHT SPACE LEFT LEFT LEFT LEFT");
        let all = words(&page().sized(columns, 90), 7);
        let mut seen = Vec::new();
        let mut journey = page().sized(columns, rows);
        for _ in 0..60 {
            seen.extend(words(&journey, 3));
            journey = journey.press("DOWN");
        }
        for line in all.iter().filter(|line| !line.is_empty() && !line.contains("Enter open")) {
            assert!(
                seen.contains(line) || line.starts_with(['\u{2570}', ' ']),
                "{line:?} at {columns} x {rows}\n{seen:?}"
            );
        }
    }
}

#[test]
fn as_many_as_fit_are_seen_and_slide() {
    let mut journey = Journey::new().sized(50, 16).press("9 c");
    for name in ["you", "Budget first", "Style first", "Ethics first", "One of a kind"] {
        assert!(journey.text().contains(name), "{name}\n{}", journey.text());
        journey = journey.press("TAB");
    }
    assert!(journey.text().contains("4\u{2013}5 of 5"), "{}", journey.text());
}
