//! What messages say of a user's text.

use crate::safe_text::SafeText;

/// The longest part of a user's text that a message repeats, in characters.
const QUOTE_LIMIT: usize = 60;

/// How long the part may be in which two words differ, in bytes, for one to be taken for the other.
const SLIP_LIMIT: usize = 32;

/// What to add to a message about an unknown `word`: the nearest of `known`, if one is near.
pub(crate) fn suggestion<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> String {
    let nearest = known
        .filter_map(|known| Some((distance(word, known)?, known)))
        .filter(|(distance, known)| *distance <= 1 + known.chars().count() / 4)
        .min();
    nearest.map_or_else(String::new, |(_, known)| format!("; did you mean \"{known}\"?"))
}

/// How many slips of the pen lie between two words, where they differ in a short part only.
fn distance(a: &str, b: &str) -> Option<usize> {
    let length = |(x, y): (char, char)| (x == y).then_some(x.len_utf8());
    let start: usize = a.chars().zip(b.chars()).map_while(length).sum();
    let (a, b) = (&a[start..], &b[start..]);
    let end: usize = a.chars().rev().zip(b.chars().rev()).map_while(length).sum();
    let (a, b) = (&a[..a.len() - end], &b[..b.len() - end]);
    (a.len().max(b.len()) <= SLIP_LIMIT).then(|| strsim::osa_distance(a, b))
}

/// A user's text in quotes, short enough for a message.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", cut(text))
}

/// A user's text on one line, short enough for a message.
pub(crate) fn cut(text: &str) -> String {
    let end = text.char_indices().nth(QUOTE_LIMIT).map(|(end, _)| end);
    match end {
        Some(end) => format!("{}...", SafeText::line(&text[..end])),
        None => SafeText::line(text).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_suggested() {
        let known = ["price", "luster", "mass-produced/environmental-concerns", "m\u{fc}he"];
        for (word, hint) in [
            ("prize", "price"),
            ("lustre", "luster"),
            ("prices", "price"),
            ("mass-produced/enviromental-concern", "mass-produced/environmental-concerns"),
            ("muhe", "m\u{fc}he"),
            ("price", "price"),
        ] {
            assert_eq!(suggestion(word, known.into_iter()), format!("; did you mean \"{hint}\"?"));
        }
        for word in ["weather", "", "x", &"p".repeat(1_000_000)] {
            assert_eq!(suggestion(word, known.into_iter()), "");
        }
    }
}
