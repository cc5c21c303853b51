//! How documents say on which side something is: by a word before it, a sign, or a word over it.

use super::words::Words;

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

/// What is written over pros, or in a column of sides, without marks and in small letters.
const PROS: &[&str] = &[
    "+", "pro", "pros", "for", "advantage", "advantages", "benefit", "benefits", "good", "the good", "good points",
    "plus", "pluses", "plusses", "plus points", "positive", "positives", "positive aspects", "positive points",
    "strength", "strengths", "upside", "upsides", "merits", "in favor", "in favour", "argument for",
    "arguments for", "arguments in favor", "arguments in favour", "reasons for", "points for", "pro arguments",
    // The same elsewhere.
    "vorteil", "vorteile", "avantage", "avantages", "ventaja", "ventajas", "vantagem", "vantagens", "vantaggi", "zalety",
    "voordelen", "f\u{f6}rdelar", "fordele", "\u{43f}\u{43b}\u{44e}\u{441}\u{44b}",
    "\u{43f}\u{440}\u{435}\u{438}\u{43c}\u{443}\u{449}\u{435}\u{441}\u{442}\u{432}\u{430}",
    "\u{434}\u{43e}\u{441}\u{442}\u{43e}\u{438}\u{43d}\u{441}\u{442}\u{432}\u{430}", "\u{c7a5}\u{c810}",
    "\u{30e1}\u{30ea}\u{30c3}\u{30c8}", "\u{4f18}\u{70b9}", "\u{512a}\u{9ede}", "\u{4f18}\u{52bf}",
];

/// The same of cons.
const CONS: &[&str] = &[
    "-", "\u{2212}", "\u{2013}", "con", "cons", "contra", "contras", "against", "disadvantage", "disadvantages",
    "drawback", "drawbacks", "bad", "the bad", "bad points", "minus", "minuses", "minus points", "negative",
    "negatives", "negative aspects", "negative points", "weakness", "weaknesses", "downside", "downsides",
    "demerits", "shortcomings", "limitations", "argument against", "arguments against", "reasons against",
    "points against", "con arguments", "rejected because", "reasons for rejection", "why not", // The same elsewhere.
    "nachteil", "nachteile", "inconv\u{e9}nient", "inconv\u{e9}nients", "desventaja", "desventajas", "desvantagem",
    "desvantagens", "svantaggi", "wady", "nadelen", "nackdelar", "ulemper", "\u{43c}\u{438}\u{43d}\u{443}\u{441}\u{44b}",
    "\u{43d}\u{435}\u{434}\u{43e}\u{441}\u{442}\u{430}\u{442}\u{43a}\u{438}", "\u{b2e8}\u{c810}",
    "\u{30c7}\u{30e1}\u{30ea}\u{30c3}\u{30c8}", "\u{7f3a}\u{70b9}", "\u{7f3a}\u{9ede}", "\u{52a3}\u{52bf}",
];

/// The same of what is on neither side.
const NEUTRAL: &[&str] = &["neutral", "neutrals", "neutral aspects", "neutral points"];

/// Words that a reason begins with, in small letters, where `because` or a mark follows.
const SAID: &[(&str, Side)] = &[
    ("good", Side::Pro),
    ("bad", Side::Con),
    ("neutral", Side::Neutral),
    ("bon", Side::Pro),
    ("mauvais", Side::Con),
    ("neutre", Side::Neutral),
    ("gut", Side::Pro),
    ("schlecht", Side::Con),
    ("pros", Side::Pro),
    ("pro", Side::Pro),
    ("cons", Side::Con),
    ("contra", Side::Con),
    ("con", Side::Con),
    ("advantages", Side::Pro),
    ("advantage", Side::Pro),
    ("disadvantages", Side::Con),
    ("disadvantage", Side::Con),
    ("benefits", Side::Pro),
    ("benefit", Side::Pro),
    ("drawbacks", Side::Con),
    ("drawback", Side::Con),
    ("positive", Side::Pro),
    ("negative", Side::Con),
    ("upsides", Side::Pro),
    ("upside", Side::Pro),
    ("downsides", Side::Con),
    ("downside", Side::Con),
    ("strengths", Side::Pro),
    ("strength", Side::Pro),
    ("weaknesses", Side::Con),
    ("weakness", Side::Con),
    ("plus", Side::Pro),
    ("minus", Side::Con),
    ("for", Side::Pro),
    ("against", Side::Con),
];

/// Words of [`SAID`] after which a reason may follow without a mark.
const ADJECTIVES: &[&str] = &["good", "bad", "neutral", "bon", "mauvais", "neutre", "gut", "schlecht"];

/// What leads from such a word to the reason.
const BECAUSE: &[&str] =
    &["because", "becuase", "beacuse", "becasue", "since", "weil", "denn", "da ", "car ", "parce que", "porque"];

/// Signs that a reason begins with.
const SIGNS: &[(&str, Side)] = &[
    ("\u{2795}", Side::Pro),
    ("\u{2705}", Side::Pro),
    ("\u{2714}", Side::Pro),
    ("\u{2713}", Side::Pro),
    ("\u{2611}", Side::Pro),
    ("\u{1f44d}", Side::Pro),
    ("\u{1f7e2}", Side::Pro),
    ("\u{1f7e9}", Side::Pro),
    ("\u{1f600}", Side::Pro),
    ("\u{1f603}", Side::Pro),
    ("\u{1f642}", Side::Pro),
    ("\u{1f60a}", Side::Pro),
    ("\u{1f44c}", Side::Pro),
    ("\u{1f197}", Side::Pro),
    ("\u{2295}", Side::Pro),
    (":heavy_plus_sign:", Side::Pro),
    (":white_check_mark:", Side::Pro),
    (":heavy_check_mark:", Side::Pro),
    (":ballot_box_with_check:", Side::Pro),
    (":green_circle:", Side::Pro),
    (":thumbsup:", Side::Pro),
    (":+1:", Side::Pro),
    ("(+)", Side::Pro),
    ("[+]", Side::Pro),
    ("\u{2796}", Side::Con),
    ("\u{274c}", Side::Con),
    ("\u{274e}", Side::Con),
    ("\u{2716}", Side::Con),
    ("\u{2717}", Side::Con),
    ("\u{2718}", Side::Con),
    ("\u{1f44e}", Side::Con),
    ("\u{1f534}", Side::Con),
    ("\u{1f7e5}", Side::Con),
    ("\u{26d4}", Side::Con),
    ("\u{1f6ab}", Side::Con),
    ("\u{1f61e}", Side::Con),
    ("\u{1f641}", Side::Con),
    ("\u{2639}", Side::Con),
    ("\u{2296}", Side::Con),
    (":heavy_minus_sign:", Side::Con),
    (":x:", Side::Con),
    (":negative_squared_cross_mark:", Side::Con),
    (":heavy_multiplication_x:", Side::Con),
    (":red_circle:", Side::Con),
    (":no_entry:", Side::Con),
    (":no_entry_sign:", Side::Con),
    (":thumbsdown:", Side::Con),
    (":-1:", Side::Con),
    ("(-)", Side::Con),
    ("[-]", Side::Con),
    ("\u{1f610}", Side::Neutral),
    ("\u{26aa}", Side::Neutral),
    ("\u{1f7e1}", Side::Neutral),
    (":neutral_face:", Side::Neutral),
    ("(o)", Side::Neutral),
];

/// Signs that are letters of texts too, so that a blank must follow.
const PLAIN_SIGNS: &[(&str, Side)] = &[
    ("++", Side::Pro),
    ("--", Side::Con),
    ("+/-", Side::Neutral),
    ("+", Side::Pro),
    ("-", Side::Con),
    ("\u{2212}", Side::Con),
    ("\u{2013}", Side::Con),
    ("~", Side::Neutral),
];

/// A text in small letters without numbers, marks and signs around its words.
pub(super) fn plain(text: &str) -> String {
    let text: String = text.to_lowercase().chars().filter(|c| !matches!(c, '\'' | '\u{2019}' | '`')).collect();
    let words = text.trim_matches(|c: char| !c.is_alphanumeric());
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The side of which a text is the name, as over a list.
pub(super) fn named(text: &str) -> Option<Side> {
    let words = plain(text);
    let words = words.as_str();
    let words = unnumbered(words);
    let words = ["the ", "main ", "key ", "some ", "possible ", "potential "]
        .iter()
        .fold(words, |words, before| words.strip_prefix(before).unwrap_or(words));
    let words = if words.is_empty() { text.trim() } else { words };
    let is_in = |names: &[&str]| names.contains(&words);
    match () {
        () if is_in(PROS) => Some(Side::Pro),
        () if is_in(CONS) => Some(Side::Con),
        () if is_in(NEUTRAL) => Some(Side::Neutral),
        () => None,
    }
}

/// Without a number or a letter that only counts, such as `1.` or `b)`.
fn unnumbered(words: &str) -> &str {
    match words.split_once(['.', ')', ' ']) {
        Some((number, rest)) if number.chars().all(|c| c.is_ascii_digit() || c == '.') => {
            rest.trim_start_matches([' ', '.', ')'])
        }
        Some(_) | None => words,
    }
}

/// The side of which a heading names an option too, such as `Pros of Redis`, and the option.
pub(super) fn named_with_option(words: &Words) -> Option<(Side, Words)> {
    let text = &words.text;
    let between = [" of using ", " of ", " for ", ": ", " - ", " \u{2013} "].iter();
    let (side, at) = between.filter_map(|between| {
        let at = text.find(between)?;
        Some((named(&text[..at])?, at + between.len()))
    }).min_by_key(|(_, at)| *at)?;
    let option = words.after(at);
    let name = plain(&option.text);
    let is_this = ["this", "the option", "the approach", "option", "approach"].iter().any(|it| name.starts_with(it));
    (!name.is_empty() && !is_this).then_some((side, option))
}

/// The side that a reason says it is on, and the reason.
pub(super) fn signed(words: &Words) -> Option<(Side, Words)> {
    by_sign(words).or_else(|| by_word(words))
}

/// By a sign at its beginning.
pub(super) fn by_sign(words: &Words) -> Option<(Side, Words)> {
    let text = words.text.trim_start();
    let start = words.text.len() - text.len();
    let found = SIGNS.iter().find(|(sign, _)| text.starts_with(sign)).or_else(|| {
        PLAIN_SIGNS.iter().find(|(sign, _)| {
            text.strip_prefix(sign).is_some_and(|rest| rest.starts_with(|c: char| c.is_whitespace() || c == ':'))
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
    let opened = text.trim_start_matches([' ', '\n', '"', '\u{201c}', '*', '_', '(', '[']);
    let lower = opened.to_ascii_lowercase();
    let start = text.len() - opened.len();
    let (word, side) = SAID
        .iter()
        .map(|(word, side)| (*word, *side))
        .find(|(word, _)| {
            let rest = lower.strip_prefix(word);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '\''))
        })
        .or_else(|| mistyped(&lower))?;
    let rest = &lower[word.len()..];
    if let Some(both) = rest.strip_prefix('/')
        && SAID.iter().any(|(word, _)| both.starts_with(word))
        && let Some((_, reason)) = by_word(&words.after(start + word.len() + 1))
    {
        return Some((Side::Neutral, reason));
    }
    let marked = rest.trim_start_matches([' ', '\n', '*', '_', ')', ']']);
    let mark = marked.chars().next().filter(|c| matches!(c, ',' | ':' | ';' | '-' | '\u{2013}' | '\u{2014}' | '.'));
    let after = marked.trim_start_matches([',', ':', ';', '-', '\u{2013}', '\u{2014}', '.', ' ', '\n', '*', '_']);
    let is_adjective = ADJECTIVES.contains(&word) || !SAID.iter().any(|(said, _)| *said == word);
    let because = is_adjective.then(|| BECAUSE.iter().find(|it| after.starts_with(*it)));
    let end = match (because.flatten(), mark) {
        (Some(because), _) => {
            let reason = after[because.len()..].trim_start_matches([' ', '\n', ',', ':']);
            lower.len() - reason.len()
        }
        (None, Some(':')) => lower.len() - after.len(),
        (None, Some(',' | ';')) if is_adjective => lower.len() - after.len(),
        (None, Some('-' | '\u{2013}' | '\u{2014}')) if rest.starts_with(' ') => lower.len() - after.len(),
        // Nothing but the word, where a reason should be.
        (None, _) if after.is_empty() && is_adjective && mark.is_some() => lower.len(),
        (None, _) => return None,
    };
    Some((side, words.after(start + end)))
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
