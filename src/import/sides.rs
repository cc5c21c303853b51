//! How documents say on which side something is: by a word before it, a sign, or a word over it.

mod vocabulary;

use super::words::Words;
use vocabulary::{ADJECTIVES, ADVERBS, BECAUSE, CONS, NEUTRAL, PLAIN_SIGNS, PROS, SAID, SIGNS};

/// What a line of a document is to its option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// It speaks for it.
    Pro,
    /// It speaks against it.
    Con,
    /// Neither.
    Neutral,
}

/// The longest name of a side, in characters.
const NAME_LENGTH: usize = 30;

/// A text in small letters without numbers, marks and signs around its words.
pub(super) fn plain(text: &str) -> String {
    let text: String =
        text.to_lowercase().chars().filter(|c| !matches!(c, '\'' | '\u{2019}' | '`')).collect();
    let words = text.trim_matches(|c: char| !c.is_alphanumeric());
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The side of which a text is the name, as over a list.
pub(super) fn named(text: &str) -> Option<Side> {
    const BEFORE: &[&str] = &[
        "the ",
        "further ",
        "other ",
        "another ",
        "additional ",
        "more ",
        "main ",
        "key ",
        "some ",
        "possible ",
        "potential ",
    ];
    const BEHIND: &[&str] = &[" are", " of this option", " of this approach", " of this solution", " of it"];
    if let Some((side, "")) = picture(text.trim()) {
        return Some(side);
    }
    // What is added in parentheses, and names of pictures, are no part of the name.
    let bare = text.split('(').next().filter(|bare| bare.contains(char::is_alphabetic)).unwrap_or(text);
    let words: Vec<&str> = bare.split(' ').filter(|word| !is_shortcode(word)).collect();
    let words = plain(&words.join(" "));
    let words = BEHIND.iter().fold(unnumbered(&words), |words, it| words.strip_suffix(it).unwrap_or(words));
    let words = BEFORE.iter().fold(words, |words, it| words.strip_prefix(it).unwrap_or(words));
    let words = if words.is_empty() { text.trim() } else { words };
    // Two names of the same side are one.
    let both = [" and ", " & ", "/", " or "].iter().find_map(|between| words.split_once(between));
    if let Some((one, other)) = both
        && one.len() > 2
        && let Some(side) = by_vocabulary(one.trim())
    {
        return by_vocabulary(other.trim()).filter(|other| *other == side);
    }
    by_vocabulary(words)
}

/// The side of which just these words are the name.
fn by_vocabulary(words: &str) -> Option<Side> {
    let is_in = |names: &[&str]| names.contains(&words);
    match () {
        () if is_in(PROS) => Some(Side::Pro),
        () if is_in(CONS) => Some(Side::Con),
        () if is_in(NEUTRAL) => Some(Side::Neutral),
        () => None,
    }
}

/// Whether a word is the name of a picture, such as `:tada:`.
fn is_shortcode(word: &str) -> bool {
    word.len() > 2 && word.starts_with(':') && word.ends_with(':')
}

/// Without a number that only counts, such as `1.` or `2.1.1`.
fn unnumbered(words: &str) -> &str {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')'));
    if rest.len() < words.len() && rest.starts_with(' ') { rest.trim_start() } else { words }
}

/// The side of which a heading names an option too, such as `Pros of Redis`, and the option.
pub(super) fn named_with_option(words: &Words) -> Option<(Side, Words)> {
    let text = &words.text;
    let between = [" of using ", " of ", " for ", ": ", " - ", " \u{2013} "].iter();
    // What follows a colon and leads on with another one is no name.
    let leads_on = words.text.trim_end().ends_with(':');
    let (side, at) = between
        .filter(|between| !(leads_on && **between == ": "))
        .filter_map(|between| {
            let at = text.find(between)?;
            Some((named(&text[..at])?, at + between.len()))
        })
        .min_by_key(|(_, at)| *at)?;
    let option = words.after(at);
    let name = plain(&option.text);
    let is_this = ["this", "the option", "the approach"].iter().any(|it| name.starts_with(it))
        || ["option", "approach", "it"].contains(&name.as_str());
    let end = option.text.trim_end_matches([':', ' ', '*']).len();
    (!name.is_empty() && !is_this).then(|| (side, option.part(0..end)))
}

/// The side that a reason says it is on, and the reason.
pub(super) fn signed(words: &Words) -> Option<(Side, Words)> {
    by_sign(words).or_else(|| by_word(words)).or_else(|| by_last_sign(words))
}

/// By a sign in brackets at its end.
fn by_last_sign(words: &Words) -> Option<(Side, Words)> {
    let text = words.text.trim_end();
    let (rest, side) = [("(+)", Side::Pro), ("(-)", Side::Con)]
        .iter()
        .find_map(|(sign, side)| Some((text.strip_suffix(sign)?, *side)))?;
    Some((side, words.part(0..rest.len())))
}

/// Whether a reason begins with a picture of consent and says nothing else of its side: it may be something that is done.
pub(super) fn is_tick(words: &Words) -> bool {
    picture(words.text.trim_start())
        .is_some_and(|(side, rest)| side == Side::Pro && by_word(&Words::at(rest, 0)).is_none())
}

/// Whether a word tells the side of a reason, and nothing follows.
pub(super) fn is_word_alone(words: &Words) -> bool {
    by_word(words).is_some_and(|(_, reason)| reason.is_empty())
}

/// By a sign at its beginning.
pub(super) fn by_sign(words: &Words) -> Option<(Side, Words)> {
    let text = words.text.trim_start();
    let start = words.text.len() - text.len();
    let found = SIGNS.iter().find(|(sign, _)| text.starts_with(sign)).or_else(|| {
        PLAIN_SIGNS.iter().find(|(sign, _)| {
            text.strip_prefix(sign)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_whitespace() || c == ':'))
        })
    });
    let (sign, side) = found?;
    // Signs may have a color or a variant, and a mark may follow.
    let rest = &text[sign.len()..];
    let mut end = start + sign.len();
    end += rest.len() - rest.trim_start_matches(['\u{fe0f}', '\u{fe0e}', ' ', '\u{a0}', ':']).len();
    let reason = words.after(end);
    // What has the signs of both sides is on neither.
    if let Some((_, rest)) = picture(&reason.text).filter(|(other, _)| other != side) {
        return Some((Side::Neutral, reason.after(reason.text.len() - rest.len())));
    }
    // What has a sign may say the word as well.
    Some(by_word(&reason).filter(|(said, _)| said == side).unwrap_or((*side, reason)))
}

/// The side of a picture at the beginning of a text, and what follows it.
fn picture(text: &str) -> Option<(Side, &str)> {
    let (sign, side) = SIGNS.iter().find(|(sign, _)| text.starts_with(sign))?;
    Some((*side, text[sign.len()..].trim_start_matches(['\u{fe0f}', '\u{fe0e}', ' ', '\u{a0}', ':'])))
}

/// By a word at its beginning: `Good, because`, `Pro:`.
fn by_word(words: &Words) -> Option<(Side, Words)> {
    let text = words.text.as_str();
    if let Some((adverb, rest)) = text.split_once(' ')
        && let Some((_, turns)) = ADVERBS.iter().find(|(it, _)| adverb.eq_ignore_ascii_case(it))
        && ADJECTIVES
            .iter()
            .any(|it| rest.get(..it.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(it)))
        && let Some((side, reason)) = by_word(&words.after(adverb.len() + 1))
    {
        let side = match (side, turns) {
            (Side::Pro, true) => Side::Con,
            (Side::Con, true) => Side::Pro,
            (side, _) => side,
        };
        return Some((side, reason));
    }
    let opened = text.trim_start_matches([' ', '\n', '"', '\u{201c}', '*', '_', '(', '[']);
    let lower = opened.to_ascii_lowercase();
    let start = text.len() - opened.len();
    let found = SAID
        .iter()
        .map(|(word, side)| (*word, *side))
        .find(|(word, _)| {
            let rest = lower.strip_prefix(word);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '\''))
        })
        .or_else(|| mistyped(&lower));
    let Some((word, side)) = found else { return by_name(words) };
    let rest = &lower[word.len()..];
    if let Some(both) = rest.strip_prefix('/')
        && SAID.iter().any(|(word, _)| both.starts_with(word))
        && let Some((_, reason)) = by_word(&words.after(start + word.len() + 1))
    {
        return Some((Side::Neutral, reason));
    }
    // What the reason is about may stand between.
    if let Some(about) = rest.strip_prefix(" (")
        && let Some((_, after)) = about.split_once(')')
        && after.starts_with(':')
    {
        return Some((side, words.after(start + word.len() + 1)));
    }
    let marked = rest.trim_start_matches([' ', '\n', '*', '_', ')', ']']);
    let mark =
        marked.chars().next().filter(|c| matches!(c, ',' | ':' | ';' | '-' | '\u{2013}' | '\u{2014}' | '.'));
    let after =
        marked.trim_start_matches([',', ':', ';', '-', '\u{2013}', '\u{2014}', '.', ' ', '\n', '*', '_']);
    let is_adjective = ADJECTIVES.contains(&word) || !SAID.iter().any(|(said, _)| *said == word);
    let because = is_adjective.then(|| BECAUSE.iter().find(|it| after.starts_with(*it)));
    let end = match (because.flatten(), mark) {
        (Some(because), _) => {
            let reason = after[because.len()..].trim_start_matches([' ', '\n', ',', ':']);
            lower.len() - reason.len()
        }
        (None, Some(':')) => lower.len() - after.len(),
        // A word in brackets is a sign.
        (None, _) if start > 0 && text[..start].ends_with(['(', '[']) && rest.starts_with([')', ']']) => {
            lower.len() - after.len()
        }
        (None, Some(',' | ';')) if is_adjective => lower.len() - after.len(),
        (None, Some('-' | '\u{2013}' | '\u{2014}')) if rest.starts_with(' ') => lower.len() - after.len(),
        // Nothing but the word, where a reason should be.
        (None, _) if after.is_empty() && is_adjective && mark.is_some() => lower.len(),
        (None, _) => return None,
    };
    Some((side, words.after(start + end)))
}

/// By any name of a side with a colon behind it.
fn by_name(words: &Words) -> Option<(Side, Words)> {
    let (before, _) = words.text.split_once([':', '\u{ff1a}'])?;
    let mark = words.text[before.len()..].chars().next().map_or(1, char::len_utf8);
    let is_word = before.chars().count() <= NAME_LENGTH && before.contains(char::is_alphanumeric);
    named(before).filter(|_| is_word).map(|side| (side, words.after(before.len() + mark)))
}

/// A word with a slip of the pen, where `because` follows.
fn mistyped(lower: &str) -> Option<(&str, Side)> {
    let word = lower.split(|c: char| !c.is_alphanumeric()).next()?;
    let rest = lower[word.len()..].trim_start_matches([',', ' ']);
    let meant = SAID[..3].iter().find(|(said, _)| word.len() > 2 && strsim::osa_distance(said, word) == 1)?;
    rest.starts_with("because").then_some((word, meant.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sides() {
        for (text, side) in [
            ("Pros", Some(Side::Pro)),
            ("**Cons:**", Some(Side::Con)),
            ("\u{2705} Advantages", Some(Side::Pro)),
            ("PRO'S", Some(Side::Pro)),
            ("1. Drawbacks", Some(Side::Con)),
            ("Arguments against:", Some(Side::Con)),
            ("+", Some(Side::Pro)),
            ("-", Some(Side::Con)),
            ("Neutral", Some(Side::Neutral)),
            ("2.1.1 Pros", Some(Side::Pro)),
            (":+1: Pros", Some(Side::Pro)),
            ("Pros (short term):", Some(Side::Pro)),
            ("Advantages / Benefits", Some(Side::Pro)),
            ("Advantages of this approach:", Some(Side::Pro)),
            ("\u{274c}", Some(Side::Con)),
            ("Pros and cons", None),
            ("Goods", None),
            ("", None),
        ] {
            assert_eq!(named(text), side, "{text}");
        }
    }

    #[test]
    fn reasons_that_say_their_side() {
        for (text, expected) in [
            ("Good, because it is fast", Some((Side::Pro, "it is fast"))),
            ("good because fast", Some((Side::Pro, "fast"))),
            ("Bad,  because: slow", Some((Side::Con, "slow"))),
            ("Neutral, because new", Some((Side::Neutral, "new"))),
            ("Good: fast", Some((Side::Pro, "fast"))),
            ("Good, fast", Some((Side::Pro, "fast"))),
            ("Goodm because fast", Some((Side::Pro, "fast"))),
            ("God because fast", Some((Side::Pro, "fast"))),
            ("Pro (speed): fast", Some((Side::Pro, "(speed): fast"))),
            ("Main advantage: fast", Some((Side::Pro, "fast"))),
            ("Somewhat bad, because slow", Some((Side::Con, "slow"))),
            ("Not good, because slow", Some((Side::Con, "slow"))),
            ("Very good performance", None),
            ("(pro) fast", Some((Side::Pro, "fast"))),
            ("fast (+)", Some((Side::Pro, "fast"))),
            ("Good performance", None),
            ("Pro: fast", Some((Side::Pro, "fast"))),
            ("Con - slow", Some((Side::Con, "slow"))),
            ("Pro-actively done", None),
            ("Prosperous", None),
            ("For all users", None),
            ("+ fast", Some((Side::Pro, "fast"))),
            ("- slow", Some((Side::Con, "slow"))),
            ("-5 degrees", None),
            ("\u{2714}\u{fe0f} fast", Some((Side::Pro, "fast"))),
            ("\u{274c} Bad, because slow", Some((Side::Con, "slow"))),
            (":x: slow", Some((Side::Con, "slow"))),
            ("Good, because", Some((Side::Pro, ""))),
            ("Neutral/Bad, because new", Some((Side::Neutral, "new"))),
            ("\u{2705}\u{274c} mixed", Some((Side::Neutral, "mixed"))),
            ("fast", None),
        ] {
            let found = signed(&Words::at(text, 0));
            let found = found.as_ref().map(|(side, words)| (*side, words.text.as_str()));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn sides_of_a_named_option() {
        let found = named_with_option(&Words::at("Pros of Redis", 0)).map(|(side, words)| (side, words.text));
        assert_eq!(found, Some((Side::Pro, "Redis".to_owned())));
        assert_eq!(named_with_option(&Words::at("Pros of this approach", 0)), None);
    }
}
