//! No character of a file reaches the terminal that could drive it or hide what is written.
//!
//! That sanitizing catches every character is proved beside it; here one of each class goes through every layer.

use std::ops::RangeInclusive;

use crate::support::journey::Journey;
use crate::support::layers::{FRESH_PAGE, WAYS, name_of};
use crate::support::picture;

/// What must never be sent, by class, said here once more and apart from the program.
const FORBIDDEN: [RangeInclusive<char>; 36] = [
    '\0'..='\x06',
    '\x07'..='\x07',
    '\x08'..='\t',
    '\n'..='\n',
    '\x0b'..='\x0c',
    '\r'..='\r',
    '\x0e'..='\x1a',
    '\x1b'..='\x1b',
    '\x1c'..='\x1f',
    '\x7f'..='\x7f',
    '\u{80}'..='\u{9a}',
    // One character that begins a control sequence.
    '\u{9b}'..='\u{9b}',
    '\u{9c}'..='\u{9f}',
    // Texts that run the other way.
    '\u{61c}'..='\u{61c}',
    '\u{200e}'..='\u{200f}',
    '\u{202a}'..='\u{202e}',
    '\u{2066}'..='\u{2069}',
    '\u{2028}'..='\u{2029}',
    // Invisible.
    '\u{ad}'..='\u{ad}',
    '\u{34f}'..='\u{34f}',
    '\u{115f}'..='\u{1160}',
    '\u{17b4}'..='\u{17b5}',
    '\u{180b}'..='\u{180f}',
    '\u{200b}'..='\u{200b}',
    '\u{2060}'..='\u{2065}',
    '\u{206a}'..='\u{206f}',
    '\u{3164}'..='\u{3164}',
    '\u{feff}'..='\u{feff}',
    '\u{ffa0}'..='\u{ffa0}',
    '\u{fff0}'..='\u{fffb}',
    '\u{13430}'..='\u{1345f}',
    '\u{1bca0}'..='\u{1bca3}',
    '\u{1d173}'..='\u{1d17a}',
    '\u{e0000}'..='\u{e0fff}',
    // For private use, and no characters at all.
    '\u{e000}'..='\u{f8ff}',
    '\u{fdd0}'..='\u{fdef}',
];

/// What is fit beside some characters, and not beside the letters that it is put between here.
const UNFIT: [char; 3] = ['\u{200c}', '\u{200d}', '\u{fe0f}'];

/// A comparison with strange text in every field that is shown.
fn comparison(strange: &str) -> String {
    let strange = strange.escape_unicode();
    format!(
        "Comparison(format: 1, id: \"jewelry\", title: \"T{strange}t\", summary: \"{strange}s\", source: \"{strange}s\",
            criteria: [(id: \"c\", name: \"C{strange}c\"), (id: \"d\", name: \"D{strange}d\")],
            alternatives: [
                (id: \"handmade\", name: \"Handmade{strange}a\", summary: \"{strange}s\", pros: [
                    (id: \"uniqueness\", title: \"P{strange}p\", criterion: \"c\", detail: \"D{strange}d\"),
                    (id: \"o\", title: \"O{strange}o\", criterion: \"d\")], cons: []),
                (id: \"b\", name: \"B{strange}b\", pros: [(id: \"r\", title: \"R{strange}r\")], cons: [
                    (id: \"q\", title: \"Q{strange}q\", criterion: \"c\", detail: \"{strange}d\")]),
            ],
            presets: [(id: \"x\", name: \"X{strange}x\", summary: \"{strange}s\", weights: {{\"c\": 9}})],
        )"
    )
}

/// What is left without the control sequences that drawing itself makes: ESC, `[`, parameters, a letter.
fn without_our_sequences(sent: &str) -> String {
    let mut rest = String::new();
    let mut chars = sent.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' && chars.peek() == Some(&'[') {
            let end = chars.by_ref().skip(1).find(|c| !c.is_ascii_digit() && !";?:".contains(*c));
            assert!(end.is_some_and(|end| "mHhlJK".contains(end)), "an unknown sequence ends in {end:?}");
        } else {
            rest.push(c);
        }
    }
    rest
}

/// Draws every layer with a strange text wherever one can be, typed and pasted too.
fn assert_harmless(strange: &str, is_harmful: impl Fn(char) -> bool) {
    for way in WAYS {
        let mut journey = Journey::among_others(&comparison(strange), strange).sized(120, 40);
        assert_sends_none(&journey, &is_harmful);
        journey = journey.press(way.keys);
        assert_eq!(name_of(journey.explorer().layer()), way.layer, "{}", way.keys);
        assert_sends_none(&journey, &is_harmful);
        // A strange name is refused, in words that name what is wrong with it.
        journey = journey.paste(&format!("n{strange}n"));
        assert_sends_none(&journey, &is_harmful);
        assert_sends_none(&journey.press("ENTER"), &is_harmful);
    }
}

fn assert_sends_none(journey: &Journey, is_harmful: impl Fn(char) -> bool) {
    let sent = without_our_sequences(&picture::bytes(journey.screen()));
    let found: Vec<char> = sent.chars().filter(|c| is_harmful(*c)).collect();
    assert!(found.is_empty(), "{found:?} in {:?}:\n{}", journey.explorer().layer(), journey.text());
}

#[test]
fn no_forbidden_character_reaches_the_terminal_through_any_layer() {
    // A few in one text: of many some would be cut off.
    for classes in FORBIDDEN.chunks(4) {
        let strange: String =
            classes.iter().flat_map(|class| [class.start().to_string(), "[31m".to_owned()]).collect();
        assert_harmless(&strange, |c| FORBIDDEN.iter().any(|class| class.contains(&c)));
    }
}

#[test]
fn no_character_reaches_the_terminal_where_it_is_unfit() {
    for c in UNFIT {
        assert_harmless(&c.to_string(), |found| found == c);
    }
}

#[test]
fn no_more_marks_than_eight_are_piled_on_a_letter() {
    let strange = format!("e{}", "\u{301}".repeat(20));
    for way in WAYS.iter().filter(|way| way.keys != FRESH_PAGE) {
        let journey = Journey::among_others(&comparison(&strange), &strange).press(way.keys);
        let sent = picture::bytes(journey.screen());
        assert!(sent.contains('\u{301}'), "{}", way.keys);
        assert!(!sent.contains(&"\u{301}".repeat(9)), "{}", way.keys);
    }
}

/// What stands for a strange character is seen, so that what was drawn above was strange indeed.
#[test]
fn strange_text_is_on_the_screen_in_every_layer() {
    for way in WAYS.iter().filter(|way| way.keys != FRESH_PAGE) {
        let journey = Journey::among_others(&comparison("\u{202e}"), "\u{202e}").press(way.keys);
        assert!(journey.text().contains('\u{fffd}'), "{}\n{}", way.keys, journey.text());
    }
}
