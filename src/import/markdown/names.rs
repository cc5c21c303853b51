//! Names of options, and when two of them mean the same.

use crate::import::words::Words;
use crate::order;

/// What options are called that are counted.
pub(super) const CALLED: &[&str] =
    &["option", "alternative", "approach", "solution", "proposal", "variant", "choice", "opt"];

/// How alike names must be of which one stands in a list and the other over reasons, where no other one is.
const A_LITTLE_ALIKE: f64 = 0.2;

/// How alike names must be for one to be taken for the other.
pub(super) const ALIKE: f64 = 0.6;

/// Whether two names mean the same, from the surest sign to the least.
pub(super) const SURE: [fn(&Words, &Words) -> bool; 6] = [
    |one, other| name(one) == name(other),
    |one, other| number(one).is_some() && number(one) == number(other),
    |one, other| starts(&name(one), &name(other)) || starts(&name(other), &name(one)),
    |one, other| holds(&name(one), &name(other)) || holds(&name(other), &name(one)),
    |one, other| likeness(&name(one), &name(other)) >= ALIKE,
    |one, other| likeness(&name(one), &name(other)) >= A_LITTLE_ALIKE,
];

/// A name without what only counts or marks it.
pub(super) fn name(words: &Words) -> String {
    let text = lower(&words.text);
    let text = [
        "chosen",
        "selected",
        "accepted",
        "preferred",
        "recommended",
        "current",
        "rejected",
        "proposed",
        "winner",
    ]
    .iter()
    .fold(text.as_str(), |text, mark| {
        text.strip_suffix(mark).map_or(text, |rest| rest.trim_end_matches([' ', '(', '-', '[', '*']))
    });
    let (_, rest) = counted(text);
    let name = as_name(if rest.is_empty() { text } else { rest });
    if name.is_empty() { words.text.trim().to_lowercase() } else { name }
}

/// A text in small letters without marks around its words; signs such as those of C++ stay.
fn lower(text: &str) -> String {
    let text: String =
        text.to_lowercase().chars().filter(|c| !matches!(c, '\'' | '\u{2019}' | '`')).collect();
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '#' | ')'));
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(')').to_owned()
}

/// The words of a text; signs such as those of C++ and C# belong to them.
pub(super) fn as_name(text: &str) -> String {
    let mut rest = text.chars().peekable();
    let mut words = String::new();
    let mut before = ' ';
    while let Some(c) = rest.next() {
        let ends = !rest.peek().is_some_and(|next| next.is_alphanumeric());
        let is_sign = matches!(c, '+' | '#') && ends && before != ' ';
        before = if c.is_alphanumeric() || is_sign { c } else { ' ' };
        words.push(before);
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What counts an option, such as `1` of `Option 1: Redis`, and its name.
pub(super) fn counted(text: &str) -> (Option<String>, &str) {
    let word = CALLED
        .iter()
        .find_map(|word| text.strip_prefix(word).filter(|rest| rest.starts_with([' ', '#', '-'])));
    let rest = word.unwrap_or(text).trim_start_matches([' ', '#', '-', '(']);
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '.').unwrap_or(rest.len());
    let number = rest[..end].trim_end_matches('.');
    let digits = number.chars().take_while(char::is_ascii_digit).count();
    let is_number = digits > 0 && number.len() <= digits + 1
        || number.chars().count() == 1 && number.chars().all(char::is_alphabetic);
    let after = &rest[number.len()..];
    let is_marked = after.starts_with([':', '.', ')', '-', '\u{2013}', '\u{2014}'])
        || after.starts_with(" -")
        || after.starts_with(" \u{2013}")
        || after.starts_with(" \u{2014}");
    if is_number && (word.is_some() || is_marked) {
        let name = after.trim_start_matches([':', '.', ')', '-', '\u{2013}', '\u{2014}', ' ']);
        return (Some(number.to_owned()), name);
    }
    (None, text)
}

/// Whether a text calls itself an option, such as `Option 2: Redis`.
pub(super) fn is_called_option(words: &Words) -> bool {
    let text = lower(&words.text);
    // Such as `Variant option 1a`.
    let twice = text
        .split_once(' ')
        .filter(|(word, rest)| CALLED.contains(word) && CALLED.iter().any(|word| rest.starts_with(word)));
    let text = twice.map_or(text.as_str(), |(_, rest)| rest);
    let (number, rest) = counted(text);
    let after = &text[..text.len() - rest.len()];
    let is_marked = rest.is_empty()
        || rest.starts_with('(')
        || after.trim_end().ends_with([':', '.', ')', '-', '\u{2013}', '\u{2014}']);
    number.is_some() && is_marked && CALLED.iter().any(|word| text.starts_with(word))
}

pub(super) fn number(words: &Words) -> Option<String> {
    counted(&lower(&words.text)).0
}

/// Which part of the words of two names they share, 0 to 1.
pub(super) fn likeness(one: &str, other: &str) -> f64 {
    let words = |text: &str| order::set(text.split(' ').map(str::to_owned));
    let (one, other) = (words(one), words(other));
    let both = one.iter().filter(|a| other.iter().any(|b| is_same_word(a, b))).count();
    if both == one.len().min(other.len()) && both > 1 {
        return 1.0;
    }
    let all = (one.len() + other.len()).saturating_sub(both).max(1);
    // Names are short, so this is exact.
    f64::from(u32::try_from(both).unwrap_or(0)) / f64::from(u32::try_from(all).unwrap_or(1))
}

/// Whether two words are the same but for how they end, as `migrate` and `migrating`.
fn is_same_word(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let left = one.chars().count().max(other.chars().count()) - same;
    left == 0 || (same >= 3 && left <= 3)
}

/// Whether a text begins with a name as a whole.
pub(super) fn starts(text: &str, name: &str) -> bool {
    text.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether a text has a word in it, however short.
pub(super) fn holds_word(text: &str, word: &str) -> bool {
    format!(" {text} ").contains(&format!(" {word} "))
}

/// Whether a text has a name in it as a whole.
pub(super) fn holds(text: &str, name: &str) -> bool {
    name.len() > 2 && holds_word(text, name)
}

/// A text as names are compared.
pub(super) fn name_like(text: &str) -> String {
    as_name(&lower(text))
}
