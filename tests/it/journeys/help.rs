//! Keys and signs, dead keys, and text that waits.

use insta::assert_snapshot;

use crate::support::journey::Journey;
use crate::support::layers::{WAYS, name_of};

#[test]
fn help_at_120_by_40() {
    assert_snapshot!(Journey::new().sized(120, 40).press("?").text());
}

#[test]
fn help_at_80_by_24() {
    assert_snapshot!(Journey::new().sized(80, 24).press("? PGDN PGDN").text());
}

#[test]
fn help_at_50_by_16() {
    assert_snapshot!(Journey::new().sized(50, 16).press("?").text());
}

#[test]
fn help_in_the_list_at_120_by_40() {
    assert_snapshot!(Journey::new().sized(120, 40).press("p ?").picture());
}

#[test]
fn help_in_the_list_at_80_by_24() {
    assert_snapshot!(Journey::new().sized(80, 24).press("p ?").text());
}

#[test]
fn help_in_the_list_at_50_by_16() {
    assert_snapshot!(Journey::new().sized(50, 16).press("p ? END").text());
}

#[test]
fn help_goes_back_to_where_it_was_opened() {
    let texts = ["typing", "adding", "explaining", "finding", "help"];
    for way in WAYS.iter().filter(|way| !texts.contains(&way.layer)) {
        for key in ["ESC", "?", "q"] {
            // A key that does nothing there ends what is said once, such as how the last answer moved.
            let journey = Journey::among_others(touchstone::JEWELRY, "").press(way.keys).press("v");
            let before = above_footer(&journey.text());
            let journey = journey.press("?");
            assert_eq!(name_of(journey.explorer().layer()), "help", "{}", way.keys);
            let journey = journey.press(key);
            assert_eq!(name_of(journey.explorer().layer()), way.layer, "{}", way.keys);
            assert_eq!(above_footer(&journey.text()), before, "{}", way.keys);
        }
    }
}

/// All but the last line, where a notice may have been.
fn above_footer(text: &str) -> String {
    text.rsplit_once('\n').expect("lines").0.to_owned()
}

/// Nothing is cut: scrolled from top to bottom, the help has all its words at every size.
#[test]
fn the_help_is_whole_at_every_size() {
    for (columns, rows) in [(40, 10), (50, 16), (60, 20), (80, 24), (120, 40), (200, 80)] {
        for keys in ["?", "p ?"] {
            let mut journey = Journey::new().sized(columns, rows).press(keys);
            let mut last = String::new();
            while journey.text() != last {
                last = journey.text();
                assert!(!list(&last).contains('\u{2026}'), "{columns}x{rows}\n{last}");
                journey = journey.press("PGDN");
            }
        }
    }
}

/// What stands in the box.
fn list(text: &str) -> String {
    let inside = |line: &str| {
        let line = line.split_once('\u{2503}')?.1;
        Some(line.rsplit_once(['\u{2503}', '\u{2502}', '\u{2588}'])?.0.to_owned())
    };
    text.lines().filter_map(inside).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_dead_key_says_what_helps() {
    for (keys, said) in [
        ("v", "v does nothing here; ? lists the keys"),
        ("p 7", "7 does nothing here; ? lists the keys"),
        ("9 q x", "x does nothing here; ? lists the keys"),
        ("? SPACE", "Space does nothing here"),
        ("w ENTER 7", "Numbers come later; Enter picks what matters most"),
        ("w ENTER ENTER d *", "There is no number to give here; Enter takes the marked line"),
        ("9 i ENTER", "Enter does nothing on this line; ? lists the keys"),
        ("9 q ENTER", "Enter does nothing here; ? lists the keys"),
        ("9 i DOWN DOWN DOWN DOWN DOWN DOWN ENTER 7", "This is only tried on; Enter keeps it"),
    ] {
        let journey = Journey::new().press(keys);
        assert!(journey.text().contains(said), "{}", journey.text());
        assert!(!journey.press("ESC").text().contains("does nothing here"), "{keys}");
    }
    assert!(!Journey::new().press("S 'x'").text().contains("does nothing here"));
}

#[test]
fn text_typed_but_not_entered_waits_until_its_field_is_opened_again() {
    let journey = Journey::new().press("9 s 'mi' ESC DOWN S");
    assert!(journey.text().contains("mi"), "{}", journey.text());
    let journey = journey.press("'ne' ENTER");
    assert!(journey.text().contains("Saved as mine"), "{}", journey.text());
    // What was entered does not wait, and each name to be changed is a field of its own.
    let journey = journey.press("S ESC S CTRL-U 'yours' ENTER p r CTRL-U 'ours' ESC UP r");
    assert!(journey.text().contains("Name  mine"), "{}", journey.text());
    let journey = journey.press("ESC DOWN r");
    assert!(journey.text().contains("Name  ours"), "{}", journey.text());
    // Nor does what was not changed, nor what was to be the name of another profile.
    for typed in ["", "'zzz'"] {
        let journey = Journey::new().press("9 s 'mine' ENTER S").press(typed).press("ESC p HOME ENTER s");
        assert!(!journey.text().contains("Name  mine"), "{}", journey.text());
    }
}
