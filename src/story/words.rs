//! Numbers, lists and titles in words.

use unicode_segmentation::UnicodeSegmentation;

use crate::comparison::Polarity;
use crate::decision::reaches;
use crate::weight::Weight;

/// The longest part of a title that a sentence repeats, in graphemes.
const TITLE: usize = 48;

/// A chance out of 100, such as "84", that says neither never nor always unless it is so.
///
/// Nor is it rounded up to where another verdict begins.
#[must_use]
pub fn hundredths(chance: f64) -> String {
    if reaches(0.0, chance) {
        "0".to_owned()
    } else if reaches(chance, 1.0) {
        "100".to_owned()
    } else {
        points(whole_points(chance))
    }
}

/// A chance in whole points, 0 to 100, not rounded up to where another verdict begins.
#[must_use]
pub fn whole_points(chance: f64) -> u8 {
    let rounded = (chance * 100.0).round().clamp(0.0, 100.0);
    let crosses = [60.0, 80.0, 95.0].contains(&rounded) && !reaches(chance, rounded / 100.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 100")]
    let points = rounded as u8;
    points - u8::from(crosses)
}

/// A chance of which only its whole points are known: it may have been rounded to never or always.
pub(super) fn points(points: u8) -> String {
    match points {
        0 => "fewer than 1".to_owned(),
        1..=99 => points.to_string(),
        100.. => "more than 99".to_owned(),
    }
}

/// Words as in "a, b and c".
#[must_use]
pub fn listed(words: &[impl AsRef<str>]) -> String {
    let mut listed = String::new();
    for (i, word) in words.iter().enumerate() {
        listed.push_str(match i {
            0 => "",
            _ if i + 1 == words.len() => " and ",
            _ => ", ",
        });
        listed.push_str(word.as_ref());
    }
    listed
}

/// The first `most` of some words as in "a, b and c", or as in "a, b, c and two more" where there are others.
#[must_use]
pub fn first_of(most: usize, words: impl ExactSizeIterator<Item = String>) -> String {
    let more = words.len().saturating_sub(most);
    let more = (more > 0).then(|| format!("{} more", number(more)));
    listed(&words.take(most).chain(more).collect::<Vec<_>>())
}

/// A number of things, such as "1 reason" or "3 reasons".
#[must_use]
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// A small number as a word, such as "two".
pub(super) fn number(count: usize) -> String {
    const WORDS: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// A weight as a number, or the sign of one that is open.
#[must_use]
pub fn in_points(weight: Option<Weight>) -> String {
    weight.map_or_else(|| "?".to_owned(), |weight| weight.points().to_string())
}

/// What the mark on a claim means.
#[must_use]
pub fn mark(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Pro => "must-have",
        Polarity::Con => "deal-breaker",
    }
}

/// A weight as a sentence says it.
pub(super) fn or_open(weight: Option<Weight>) -> String {
    weight.map_or_else(|| "open".to_owned(), |weight| weight.points().to_string())
}

/// A net score with its sign, such as +10, −2.5 or 0.
#[must_use]
pub fn signed(points: f64) -> String {
    let rounded = (points * 10.0).round() / 10.0;
    if rounded > 0.0 {
        format!("+{rounded}")
    } else if rounded < 0.0 {
        format!("\u{2212}{}", -rounded)
    } else {
        "0".to_owned()
    }
}

/// A text as a sentence: with a full stop, unless it has its end already.
#[must_use]
pub fn sentence(text: &str) -> String {
    let stop = if text.ends_with(['.', '?', '!', '\u{2026}']) { "" } else { "." };
    format!("{text}{stop}")
}

/// A title as a sentence names it: cut where it is long, and in quotation marks where it could blur a list.
#[must_use]
pub fn named(title: &str) -> String {
    quoted(&short(title))
}

/// A name in quotation marks if it has an "and", a comma or a semicolon, which in a list could be taken for its end.
#[must_use]
pub fn quoted(name: &str) -> String {
    let blurs = [" and ", " or ", ", ", "; "].iter().any(|sign| name.contains(sign));
    if blurs { format!("\u{201c}{name}\u{201d}") } else { name.to_owned() }
}

/// A title, cut where it is long.
pub(super) fn short(title: &str) -> String {
    match title.grapheme_indices(true).nth(TITLE) {
        Some((end, _)) => format!("{}\u{2026}", title[..end].trim_end()),
        None => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chance_is_never_rounded_to_certainty_or_over_a_bound() {
        for (chance, words) in [
            (0.0, "0"),
            (0.001, "fewer than 1"),
            (0.7783, "78"),
            (0.7999, "79"),
            (0.799_999_999_999_999_9, "80"),
            (0.8, "80"),
            (0.9999, "more than 99"),
            (1.0, "100"),
        ] {
            assert_eq!(hundredths(chance), words);
        }
    }

    #[test]
    fn whole_points_say_the_same_but_for_what_is_exact() {
        for thousandths in 0..=1000_u16 {
            let chance = f64::from(thousandths) / 1000.0;
            let said = points(whole_points(chance));
            let expected = match hundredths(chance).as_str() {
                "0" => "fewer than 1".to_owned(),
                "100" => "more than 99".to_owned(),
                words => words.to_owned(),
            };
            assert_eq!(said, expected, "{chance}");
        }
        assert_eq!([0.7999, 1.000_000_1, -0.1].map(whole_points), [79, 100, 0]);
    }

    #[test]
    fn lists_and_numbers_read_as_english() {
        assert_eq!(listed(&[] as &[&str]), "");
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
        assert_eq!((counted(1, "reason"), counted(2, "reason")), ("1 reason".into(), "2 reasons".into()));
        assert_eq!((number(2), number(11)), ("two".into(), "11".into()));
        assert_eq!(
            (signed(10.0), signed(-2.5), signed(0.0)),
            ("+10".into(), "\u{2212}2.5".into(), "0".into())
        );
    }

    #[test]
    fn a_name_that_reads_as_a_list_is_in_quotation_marks() {
        for (title, said) in [
            ("Trend", "Trend"),
            ("Trendy and fashionable", "\u{201c}Trendy and fashionable\u{201d}"),
            ("Sand, sea", "\u{201c}Sand, sea\u{201d}"),
            ("Under 1,200 a month", "Under 1,200 a month"),
        ] {
            assert_eq!(named(title), said);
        }
        let names = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(first_of(2, names.clone().into_iter()), "a, b and one more");
        assert_eq!(first_of(3, names.into_iter()), "a, b and c");
    }

    #[test]
    fn a_sentence_has_one_end() {
        for (text, said) in
            [("So it is", "So it is."), ("On and on\u{2026}", "On and on\u{2026}"), ("Is it?", "Is it?")]
        {
            assert_eq!(sentence(text), said);
        }
    }

    #[test]
    fn a_long_title_is_cut_between_characters() {
        assert_eq!(short("short"), "short");
        let long = "\u{65e5}\u{672c}\u{8a9e} ".repeat(20);
        assert_eq!(short(&long).graphemes(true).count(), TITLE);
    }
}
