//! What messages say of a user's text.

use crate::shown::{Shown, is_forbidden};

/// The longest part of a user's text that a message repeats, in characters.
const QUOTE_LIMIT: usize = 60;

/// The characters of a text that are shown as a sign, with their places. White space is not worth a word.
pub(super) fn replaced_chars(text: &str) -> impl Iterator<Item = (usize, char)> {
    let white = |at: usize, c: char| matches!(c, '\n' | '\t') || text[at..].starts_with("\r\n");
    text.char_indices().filter(move |(at, c)| is_forbidden(*c) && !white(*at, *c))
}

pub(super) fn replaced(c: char) -> String {
    format!("the character U+{:04X} drives terminals or hides text; it is shown as a sign", u32::from(c))
}

pub(super) fn unknown_field(field: &str, known: &[&str]) -> String {
    let list = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    format!("there is no field `{}` here; the fields are {list}", cut(field))
}

/// What to add to a message about an unknown `id`: the nearest of `known`, if one is near.
pub(crate) fn suggestion<'k>(id: &str, known: impl Iterator<Item = &'k str>) -> String {
    let nearest = known
        .map(|known| (strsim::damerau_levenshtein(id, known), known))
        .filter(|(distance, known)| *distance <= 1 + known.chars().count() / 4)
        .min();
    nearest.map_or_else(String::new, |(_, known)| format!("; did you mean \"{known}\"?"))
}

/// A user's text in quotes, short enough for a message.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", cut(text))
}

pub(super) fn cut(text: &str) -> String {
    let text = Shown::line(text);
    match text.char_indices().nth(QUOTE_LIMIT) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_string(),
    }
}
