//! Numbers, lists and titles in words.

use unicode_segmentation::UnicodeSegmentation;

use crate::decision::reaches;

/// The longest part of a title that a sentence repeats, in graphemes.
const TITLE: usize = 48;

/// A chance out of 100, such as "84", that says neither never nor always unless it is so.
///
/// Nor is it rounded up to where another verdict begins.
#[must_use]
pub fn hundredths(chance: f64) -> String {
    let rounded = (chance * 100.0).round();
    let crosses = [60.0, 80.0, 95.0].contains(&rounded) && !reaches(chance, rounded / 100.0);
    let hundredths = if crosses { rounded - 1.0 } else { rounded };
    if reaches(0.0, chance) {
        "0".to_owned()
    } else if reaches(chance, 1.0) {
        "100".to_owned()
    } else if hundredths < 1.0 {
        "fewer than 1".to_owned()
    } else if hundredths > 99.0 {
        "more than 99".to_owned()
    } else {
        format!("{hundredths}")
    }
}

/// The most by which a chance can move, out of 100, such as "up to 7".
#[must_use]
pub fn difference(difference: f64) -> String {
    let rounded = (difference * 100.0).round();
    if rounded < 1.0 { "less than 1".to_owned() } else { format!("up to {rounded}") }
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
pub(super) fn first_of(most: usize, words: impl ExactSizeIterator<Item = String>) -> String {
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
    fn a_long_title_is_cut_between_characters() {
        assert_eq!(short("short"), "short");
        let long = "\u{65e5}\u{672c}\u{8a9e} ".repeat(20);
        assert_eq!(short(&long).graphemes(true).count(), TITLE);
    }
}
