//! The screen in signs of ASCII alone.

use insta::assert_snapshot;
use touchstone::view::{Signs, Theme};

use crate::support::journey::Journey;
use crate::support::layers::WAYS;

fn ascii(keys: &str, (columns, rows): (u16, u16)) -> Journey {
    let theme = || Theme::colored().with_signs(Signs::Ascii);
    Journey::with(touchstone::JEWELRY, theme).sized(columns, rows).press(keys)
}

#[test]
fn panes_at_120_by_40() {
    assert_snapshot!(ascii("9 DOWN 7 DOWN SPACE RIGHT 4 !", (120, 40)).text());
}

#[test]
fn panes_at_100_by_30() {
    assert_snapshot!(ascii("9 DOWN 7 DOWN SPACE RIGHT 4", (100, 30)).text());
}

#[test]
fn insight_at_80_by_24() {
    assert_snapshot!(ascii("9 DOWN 7 DOWN SPACE RIGHT 4 i", (80, 24)).text());
}

#[test]
fn panes_at_50_by_16() {
    assert_snapshot!(ascii("9 DOWN 7 DOWN SPACE 4", (50, 16)).text());
}

/// The bundled comparison has no letter that ASCII has not.
#[test]
fn every_layer_is_drawn_in_ascii_in_the_same_cells() {
    for size in [(120, 40), (100, 30), (80, 24), (50, 16), (40, 10)] {
        for way in &WAYS {
            if way.keys.contains("yours") || ["conflict", "profiles"].contains(&way.layer) {
                continue;
            }
            let drawn = ascii(way.keys, size);
            let text = drawn.text();
            let strange: String = text.chars().filter(|c| *c > '~').collect();
            assert!(strange.is_empty(), "{strange} in {} at {size:?}:\n{text}", way.layer);
            let usual = Journey::new().sized(size.0, size.1).press(way.keys);
            for (ascii, usual) in drawn.screen().content.iter().zip(&usual.screen().content) {
                assert_eq!(ascii.style(), usual.style(), "{} at {size:?}", way.layer);
                let is_kept = usual.symbol().is_ascii() && usual.symbol() != " ";
                assert!(!is_kept || ascii.symbol() == usual.symbol(), "{} at {size:?}", way.layer);
            }
        }
    }
}

#[test]
fn titles_keep_their_letters_unless_the_terminal_has_none() {
    let text = "Comparison(title: \"Caf\u{e9}\", alternatives: [
        (name: \"Th\u{e9}\", pros: [\"\u{6307}\u{8f2a}\"]), (name: \"B\", pros: [\"Na\u{ef}ve \u{2764}\"]),
    ])";
    let drawn = |signs: fn() -> Theme| Journey::with(text, signs).sized(80, 24).text();
    let kept = drawn(|| Theme::plain().with_signs(Signs::Ascii));
    assert!(kept.contains("\u{6307}") && kept.contains("Na\u{ef}ve"), "{kept}");
    let folded = drawn(|| Theme::plain().with_signs(Signs::AsciiOnly));
    assert!(folded.is_ascii() && folded.contains("Naive ?") && folded.contains(" ? ? "), "{folded}");
}
