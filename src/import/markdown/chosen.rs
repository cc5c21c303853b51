//! Which option was chosen, as far as a document tells. In doubt it does not tell.

mod words;

use super::names::{ALIKE, CALLED, holds_word, likeness, name, name_like, number};
use super::reader::Reader;
use super::section::Section;
use super::shapes::is_placeholder;
use crate::import::record::Choice;
use crate::import::words::Words;
use words::{AFTER, CHOOSE, FILLERS, HEDGED, REFUSED};

/// In how many of its first texts a decision is looked for.
const DECIDING: usize = 2;

/// How many words a sentence may have to be a name.
const SHORT: usize = 8;

/// The longest name such as `option 12`, in bytes.
const SHORT_NAME: usize = 16;

/// What was chosen.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    /// Which of the options, if it is one of them.
    pub(super) option: Option<usize>,
    /// As the document says it.
    pub(super) words: Option<Words>,
}

/// The options by all the names that they go by, as names are compared.
struct Names(Vec<Vec<String>>);

/// Which option was chosen, as the document says.
pub(super) fn chosen(reader: &Reader, found: &[Section], options: &[Choice]) -> Chosen {
    let names = Names::new(found, options);
    let decided =
        || reader.decided.iter().map(choice_in).filter(|words| !words.is_empty() && !is_placeholder(words));
    for words in decided() {
        if let Some(at) = names.meant(&words) {
            return Chosen { option: Some(at), words: Some(words) };
        }
    }
    // What it says in so many words counts more than what can be guessed from elsewhere.
    let words = decided().next();
    let guessed =
        if words.is_some() { None } else { marked(options).or_else(|| names.told(&reader.decision)) };
    match guessed {
        Some(at) => Chosen { option: Some(at), words: Some(options[at].name.clone()) },
        None => Chosen { option: None, words },
    }
}

/// The one option whose name says that it was chosen.
fn marked(options: &[Choice]) -> Option<usize> {
    const MARKS: &[&str] = &[
        "(chosen",
        "(selected",
        "(accepted",
        "(preferred",
        "(proposed solution",
        "(retenu",
        "(gew\u{e4}hlt",
        "[chosen",
        "- chosen",
        "\u{2705}",
    ];
    let is_marked = |choice: &Choice| MARKS.iter().any(|mark| choice.name.text.to_lowercase().contains(mark));
    let mut marked = (0..options.len()).filter(|at| is_marked(&options[*at]));
    marked.next().filter(|_| marked.next().is_none())
}

/// The name in what is said of a decision: in quotes, or up to the reason for it. What is crossed out is not said.
fn choice_in(said: &Words) -> Words {
    let said = &said.without_struck();
    let text = said.text.as_str();
    for (open, close) in [('"', '"'), ('\u{201c}', '\u{201d}'), ('\u{201e}', '\u{201c}'), ('\'', '\'')] {
        if let Some(rest) = text.trim_start().strip_prefix(open)
            && let Some(end) = rest.find(close)
        {
            let start = text.len() - rest.len();
            let after = name_like(&rest[end..]);
            // What comes right after it may take it back.
            let goes_on = rest[end..].trim_start_matches([close, '*', '_', '`', ' ', '.']);
            let is_several = ["and ", "+", "&", ", \"", ", \u{201c}", ", combined", ", and", ", together"];
            if is_several.iter().any(|it| goes_on.starts_with(it)) {
                return said.clone();
            }
            let is_kept =
                !after.split(' ').take(6).any(|word| REFUSED.contains(&word)) || after.starts_with("because");
            return said.part(start..if is_kept { start + end } else { text.len() });
        }
    }
    let text = text.trim_start_matches(['\u{2192}', '-', '>', ' ']);
    let skipped = said.text.len() - text.len();
    let lower = text.to_ascii_lowercase();
    let ends = [", because", " because", ", since", ". ", "\n", ", as ", " as it ", ", which", ". it ", "; "];
    let end = ends.iter().filter_map(|end| lower.find(end)).min().unwrap_or(text.len());
    let end = text[..end].trim_end_matches(['.', ' ', ',', '*', '_']).len();
    said.part(skipped..skipped + end)
}

/// A text without what stands in parentheses or brackets.
fn without_asides(text: &str) -> String {
    let mut depth = 0_usize;
    let mut left = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => left.push(c),
            _ => {}
        }
    }
    if left.trim().is_empty() { text.to_owned() } else { left }
}

/// Whether a text begins with the number of an option, such as `option 2`.
fn is_number(text: &str, length: usize) -> bool {
    CALLED.iter().any(|word| text.starts_with(word)) && length < SHORT_NAME
}

/// Whether a text has a word in it by which nothing is chosen.
fn is_refused(text: &str) -> bool {
    REFUSED.iter().any(|it| holds_word(text, it))
}

impl Names {
    fn new(found: &[Section], options: &[Choice]) -> Self {
        let called = |(choice, section): (&Choice, &Section)| {
            let all = || section.aliases.iter().chain([&choice.name]);
            let mut called: Vec<String> = all().map(name).collect();
            called.extend(
                all().map(|it| name(&Words::at(&without_asides(&it.text), 0))).filter(|it| it.len() > 2),
            );
            let number = all().find_map(number);
            called.extend(
                number.iter().flat_map(|number| CALLED.iter().map(move |word| format!("{word} {number}"))),
            );
            called.extend(number.map(|number| format!("use {number}")));
            called.retain(|name| !name.is_empty());
            called
        };
        Self(options.iter().zip(found).map(called).collect())
    }

    /// The option that a name means, if it is sure.
    fn meant(&self, words: &Words) -> Option<usize> {
        let text = &name_like(&without_asides(&words.text));
        let is_one = |is_it: &dyn Fn(&String) -> bool| {
            let mut them = (0..self.0.len()).filter(|at| self.0[*at].iter().any(is_it));
            them.next().filter(|_| them.next().is_none())
        };
        let bare = name(&Words::at(&without_asides(&words.text), 0));
        if let Some(at) = is_one(&|name| name == text) {
            return Some(at);
        }
        // A number counts the options where their names have none.
        if let Ok(number) = text.trim_start_matches("option ").parse::<usize>() {
            return number.checked_sub(1).filter(|at| *at < self.0.len());
        }
        if is_refused(text) || words.text.contains('?') {
            return None;
        }
        if let Some(at) = is_one(&|name| *name == bare) {
            return Some(at);
        }
        match self.mentioned(text).as_slice() {
            [(at, place, length)] => {
                let before = text[..*place].split(' ').filter(|word| !word.is_empty());
                let is_led = before.clone().all(|word| FILLERS.contains(&word) || CHOOSE.contains(&word));
                let after = text[place + length..].split(' ').find(|word| !word.is_empty());
                // Who says its number means it, whatever comes then.
                let is_number = is_number(&text[*place..], *length);
                let goes_on = is_number
                    || after.is_none_or(|word| {
                        AFTER.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit())
                    });
                // What goes on where the name of another option does may mean that one.
                let name = &text[*place..place + length];
                let begins = |other: &usize| {
                    other != at && self.0[*other].iter().any(|it| it.starts_with(name) && it.len() > *length)
                };
                let longer: Vec<usize> = (0..self.0.len()).filter(begins).collect();
                if after.is_some() && !longer.is_empty() {
                    let mut same = longer
                        .into_iter()
                        .filter(|at| self.0[*at].iter().any(|name| likeness(name, text) >= ALIKE));
                    return same.next().filter(|_| same.next().is_none());
                }
                return Some(*at).filter(|_| is_led && goes_on);
            }
            [] => {}
            // Several are named, so it is none of them alone.
            _ => return None,
        }
        let is_part = |name: &String| text.len() > 2 && holds_word(name, text);
        is_one(&is_part).or_else(|| is_one(&|name| likeness(name, text) >= ALIKE))
    }

    /// The option that the first sentences of a decision name, if they name just one and say that it is taken.
    fn told(&self, decision: &[Words]) -> Option<usize> {
        let texts = decision.iter().take(DECIDING).map(Words::without_struck);
        let sentences = texts.flat_map(|words| {
            let text = words.text.replace('\n', " ");
            text.split(". ").map(str::to_owned).collect::<Vec<_>>()
        });
        let mut told = Vec::new();
        for sentence in sentences {
            let text = name_like(&without_asides(&sentence));
            let is_short = text.split(' ').count() <= SHORT;
            if is_short && let Some(at) = self.meant(&Words::at(&sentence, 0)) {
                told.push(at);
                continue;
            }
            let mentioned = self.mentioned(&text);
            if !mentioned.is_empty()
                && HEDGED.iter().any(|it| holds_word(&text, it))
                && !text.contains("in favo")
            {
                continue;
            }
            // Nothing can be told of what was not taken but that.
            if is_refused(&text) {
                // What names none of them says that nothing is decided.
                let takes_back = ["revert", "reverted", "superseded", "overturned", "withdrawn", "no longer"];
                if mentioned.is_empty()
                    && (told.is_empty() || takes_back.iter().any(|it| holds_word(&text, it)))
                {
                    return None;
                }
                continue;
            }
            let is_taken = |place: usize| {
                let words: Vec<&str> = text[..place].split(' ').filter(|word| !word.is_empty()).collect();
                let last = words.iter().rev().find(|word| !FILLERS.contains(word));
                last.is_some_and(|word| CHOOSE.contains(word))
            };
            // In some languages the word comes last.
            let is_last = text.split(' ').any(|word| word == "entschieden");
            match mentioned.as_slice() {
                [(at, place, length)] => {
                    let after = text[place + length..].split(' ').find(|word| !word.is_empty());
                    let goes_on = after.is_none_or(|word| AFTER.contains(&word) || FILLERS.contains(&word));
                    let goes_on = goes_on || is_number(&text[*place..], *length);
                    told.extend((goes_on && is_taken(*place) || is_last).then_some(*at));
                }
                // Which of several is meant, who knows, unless it is said already.
                [_, _, ..] if told.is_empty() => return None,
                _ => {}
            }
        }
        told.dedup();
        // Who takes one here and another there takes none of them alone.
        if let [at] = told.as_slice() { Some(*at) } else { None }
    }

    /// The options that a text names, with the place and the length of the name, each by its longest one.
    fn mentioned(&self, text: &str) -> Vec<(usize, usize, usize)> {
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        for (at, called) in self.0.iter().enumerate() {
            let places = called.iter().filter(|name| name.chars().count() > 1).filter_map(|name| {
                let place = format!(" {text} ").find(&format!(" {name} "))?;
                Some((at, place, name.len()))
            });
            found.extend(places.max_by_key(|(_, _, length)| *length));
        }
        // A name within the name of another one is not named itself.
        let all = found.clone();
        found.retain(|(at, place, length)| {
            !all.iter().any(|(other, start, longer)| {
                other != at && start <= place && start + longer >= place + length && longer > length
            })
        });
        found
    }
}
