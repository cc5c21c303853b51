//! Which option was chosen, as far as a document tells.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::names::{CALLED, holds_word, name, name_like, number, same_option};
use super::reader::{Reader, Section};
use super::shapes::is_placeholder;
use crate::import::record::Choice;
use crate::import::words::Words;

/// In how many of its first texts a decision is looked for.
const DECIDING: usize = 2;

/// Words before a name by which it is not what was chosen.
const REFUSED: &[&str] = &[
    "instead of",
    "rather than",
    "not",
    "over",
    "against",
    "than",
    "without",
    "ruled out",
    "rejected",
    "discarded",
    "in the running",
];

/// What was chosen.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    /// Which of the options, if it is one of them.
    pub(super) option: Option<usize>,
    /// As the document says it.
    pub(super) words: Option<Words>,
}

/// Which option was chosen, as the document says.
pub(super) fn chosen(reader: &Reader, options: &[Choice]) -> Chosen {
    let names: Vec<&Words> = options.iter().map(|choice| &choice.name).collect();
    let decided =
        || reader.decided.iter().map(choice_in).filter(|words| !words.is_empty() && !is_placeholder(words));
    for words in decided() {
        let option = matching(&words, &reader.found, &names);
        if option.is_some() {
            return Chosen { option, words: Some(words) };
        }
    }
    let marked = [
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
    let is_marked = |words: &&Words| marked.iter().any(|mark| words.text.to_lowercase().contains(mark));
    let mut marked = (0..names.len()).filter(|at| is_marked(&names[*at]));
    if let Some(at) = marked.next().filter(|_| marked.next().is_none()) {
        return Chosen { option: Some(at), words: Some(names[at].clone()) };
    }
    let mentioned =
        reader.decision.iter().take(DECIDING).find_map(|words| mentioned(words, &reader.found, &names));
    // Where only what was turned down has reasons, a few of its words say nothing.
    let is_rest = |section: &Section| {
        let parent = section.parent.map(|parent| reader.sections[parent].name.text.to_lowercase());
        parent.is_some_and(|parent| {
            !parent.contains("pros")
                && ["alternative", "reject", "other"].iter().any(|it| parent.contains(it))
        })
    };
    let all_are_rest = reader.found.iter().all(is_rest);
    let mentioned = mentioned.or_else(|| {
        let first = reader.decision.first().filter(|_| !all_are_rest)?;
        told_apart(&first_sentence(first), &names)
    });
    let words = decided().next();
    match mentioned {
        Some(at) => Chosen { option: Some(at), words: words.or(Some(names[at].clone())) },
        None => Chosen { option: None, words },
    }
}

/// The name in what is said of a decision: in quotes, or up to the reason for it.
fn choice_in(said: &Words) -> Words {
    let text = said.text.as_str();
    for (open, close) in [('"', '"'), ('\u{201c}', '\u{201d}'), ('\u{201e}', '\u{201c}'), ('\'', '\'')] {
        if let Some(rest) = text.trim_start().strip_prefix(open)
            && let Some(end) = rest.find(close)
        {
            let start = text.len() - rest.len();
            return said.part(start..start + end);
        }
    }
    let lower = text.to_ascii_lowercase();
    let ends = [", because", " because", ", since", ". ", "\n", ", as ", " as it ", ", which", ". it "];
    let end = ends.iter().filter_map(|end| lower.find(end)).min().unwrap_or(text.len());
    let end = said.text[..end].trim_end_matches(['.', ' ', ',', '*', '_']).len();
    said.part(0..end)
}

/// The option that a name means.
fn matching(words: &Words, found: &[Section], names: &[&Words]) -> Option<usize> {
    let alias = |at: usize| {
        found.iter().find(|section| section.name == *names[at]).map_or(&[][..], |section| &section.aliases)
    };
    let same = same_option(words, names);
    same.or_else(|| {
        let mut by_alias =
            (0..names.len()).filter(|at| alias(*at).iter().any(|other| name(other) == name(words)));
        by_alias.next().filter(|_| by_alias.next().is_none())
    })
    .or_else(|| mentioned(words, found, names))
    .or_else(|| told_apart(&words.text, names))
}

fn first_sentence(words: &Words) -> String {
    let text = &words.text;
    let ends = [". ", ".\n"].iter().filter_map(|end| text.find(end));
    text[..ends.min().unwrap_or(text.len())].to_owned()
}

/// The option of which a text has words that no other one has, if it has such words of this one alone.
fn told_apart(text: &str, names: &[&Words]) -> Option<usize> {
    let words = |text: &str| {
        name_like(text)
            .split(' ')
            .filter(|word| word.chars().count() >= 4)
            .map(str::to_owned)
            .collect::<BTreeSet<_>>()
    };
    if REFUSED.iter().any(|it| holds_word(&name_like(text), it)) {
        return None;
    }
    let said = words(text);
    let of_options: Vec<BTreeSet<String>> = names.iter().map(|name| words(&name.text)).collect();
    let is_told = |at: usize| {
        let others = || of_options.iter().enumerate().filter(|(other, _)| *other != at);
        let own = of_options[at].iter().filter(|word| !others().any(|(_, other)| other.contains(*word)));
        let (own, said) =
            own.fold((0, 0), |(own, heard), word| (own + 1, heard + usize::from(said.contains(word))));
        said > 0 && 2 * said >= own
    };
    let mut told = (0..names.len()).filter(|at| is_told(*at));
    told.next().filter(|_| told.next().is_none())
}

/// The option that is named first in a text, unless it is named as what was not taken.
fn mentioned(words: &Words, found: &[Section], names: &[&Words]) -> Option<usize> {
    let text = format!(" {} ", name_like(&words.text));
    let mut first: Option<(usize, Reverse<usize>, usize)> = None;
    for (at, option) in names.iter().enumerate() {
        let aliases =
            found.iter().find(|section| section.name == **option).map_or(&[][..], |section| &section.aliases);
        let mut called: Vec<String> =
            aliases.iter().chain([*option]).map(name).filter(|name| name.chars().count() > 1).collect();
        let short = option.text.split_once('(').map(|(short, _)| name(&Words::at(short, 0)));
        called.extend(short.filter(|short| short.chars().count() > 2));
        if let Some(number) = number(option) {
            called.extend(CALLED.iter().map(|word| format!("{word} {number}")));
            called.push(format!("use {number}"));
        }
        for called in called {
            let Some(place) = text.find(&format!(" {called} ")) else { continue };
            let before = &text[..place];
            let last: Vec<&str> = before.rsplit(' ').take(3).collect();
            let last = last.into_iter().rev().collect::<Vec<_>>().join(" ");
            if REFUSED.iter().any(|it| holds_word(&last, it)) {
                continue;
            }
            let here = (place, Reverse(called.len()), at);
            first = Some(first.map_or(here, |first| first.min(here)));
        }
    }
    first.map(|(_, _, at)| at)
}
