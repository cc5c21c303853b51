//! The title of a reason: its bold beginning, or its first sentence, if it is long.

use crate::import::words::Words;

/// The longest title that is not split, in characters.
const SHORT: usize = 80;

/// The longest title of all, in characters; it has a detail then.
const LONG: usize = 200;

/// The title of a reason and the rest of it.
pub(super) fn split(words: &Words) -> (Words, Words) {
    let text = &words.text;
    let marks = [' ', ':', '-', '\u{2013}', '\u{2014}', ',', '.', '*', '_'];
    if let Some(lead) = words.strong.iter().find(|range| range.start == 0 && range.end < text.len()) {
        let title = words.part(0..text[..lead.end].trim_end_matches([':', '.', ' ', '-', '\u{2013}']).len());
        let rest = text[lead.end..].trim_start_matches(marks);
        // Only what is marked off from the rest is its title; a word in bold inside of a sentence is not.
        let is_marked = text[..lead.end].ends_with([':', '.'])
            || text[lead.end..].trim_start().starts_with([':', '-', '\u{2013}', '\u{2014}', '.', '(']);
        if !rest.is_empty() && is_marked && !title.is_empty() {
            return (title, words.after(text.len() - rest.len()));
        }
    }
    if text.chars().count() <= SHORT {
        return (without_stop(words), Words::default());
    }
    let end = sentence_end(text).unwrap_or(text.len());
    if text[..end].chars().count() <= LONG {
        return (without_stop(&words.part(0..end)), words.after(end));
    }
    let most = text.char_indices().nth(LONG).map_or(text.len(), |(at, _)| at);
    let at = text[..most].rfind(' ').unwrap_or(most);
    let mut title = words.part(0..at);
    title.text.push('\u{2026}');
    (title, words.clone())
}

/// A title without the full stop of its only sentence.
fn without_stop(words: &Words) -> Words {
    match words.text.strip_suffix('.') {
        Some(text) if sentence_end(text).is_none() && !text.ends_with('.') && !ends_short(&words.text) => {
            words.part(0..text.len())
        }
        Some(_) | None => words.clone(),
    }
}

/// Whether the last word of a text is short for something.
fn ends_short(text: &str) -> bool {
    const SHORT_FOR: &[&str] =
        &["e.g.", "i.e.", "etc.", "vs.", "cf.", "approx.", "ca.", "no.", "incl.", "resp.", "z.b.", "u.s."];
    let word = text.rsplit([' ', '(', '\n']).next().unwrap_or_default();
    SHORT_FOR.contains(&word.to_lowercase().as_str())
}

/// Where the first sentence of a text ends, if another one follows.
fn sentence_end(text: &str) -> Option<usize> {
    let ends = text.match_indices([' ', '\n']).map(|(at, _)| at);
    ends.into_iter().find(|at| {
        let before = &text[..*at];
        before.ends_with(['.', '!', '?'])
            && !ends_short(before)
            && before.contains(' ')
            && !text[*at..].trim().is_empty()
    })
}
