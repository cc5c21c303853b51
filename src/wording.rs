//! What messages say of a user's text.

use crate::safe_text::SafeText;

/// The longest part of a user's text that a message repeats, in characters.
const QUOTE_LIMIT: usize = 60;

/// The longest word that is looked up among others, in bytes.
const WORD_LIMIT: usize = 200;

/// What to add to a message about an unknown `word`: the nearest of `known`, if one is near.
pub(crate) fn suggestion<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> String {
    if word.len() > WORD_LIMIT {
        return String::new();
    }
    let nearest = known
        .map(|known| (strsim::osa_distance(word, known), known))
        .filter(|(distance, known)| *distance <= 1 + known.chars().count() / 4)
        .min();
    nearest.map_or_else(String::new, |(_, known)| format!("; did you mean \"{known}\"?"))
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
