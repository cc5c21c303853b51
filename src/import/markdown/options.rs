//! Which sections of a document are options, and which of these was chosen.

use std::collections::BTreeSet;

use super::headings::Topic;
use super::reader::{Reader, Said, Section};
use crate::import::record::{Choice, Reason, Why};
use crate::import::sides::plain;
use crate::import::words::Words;
use crate::safe_text::SafeText;
use crate::tree::Faults;
use crate::wording::quoted;

/// What options are called that are counted.
const CALLED: &[&str] = &["option", "alternative", "approach", "solution", "proposal", "variant", "choice", "opt"];

/// How alike names must be of which one stands in a list and the other in the same order over reasons.
const ALIKE_IN_ORDER: f64 = 0.2;

/// In how many of its first texts a decision is looked for.
const DECIDING: usize = 2;

/// How alike names must be for one to be taken for the other.
const ALIKE: f64 = 0.6;

/// What was chosen.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    /// Which of the options, if it is one of them.
    pub(super) option: Option<usize>,
    /// As the document says it.
    pub(super) words: Option<Words>,
}

/// The options of a document, in the order in which they come up.
pub(super) fn options(reader: &mut Reader, faults: &mut Faults) -> Vec<Choice> {
    let sections = std::mem::take(&mut reader.sections);
    let mut found: Vec<Section> = Vec::new();
    for section in sections.iter().filter(|section| section.has_reasons()) {
        let same = found.iter().position(|other| is_same(&other.name, &section.name));
        match same {
            Some(same) => {
                if found[same].is_beside(section) {
                    let place = section.name.place();
                    faults.add(place, || format!("the option {} is there twice", quoted(&section.name.text)));
                }
                merge(&mut found[same], section, &mut reader.left_out);
            }
            None => found.push(section.clone()),
        }
    }
    // A heading among those of options is one too, even if nothing is said for or against it.
    let among: Vec<Section> = sections
        .iter()
        .enumerate()
        .filter(|(at, section)| {
            let is_around = sections.iter().any(|other| other.parent == Some(*at) && other.has_reasons());
            let is_listed = section.is_heading() && section.is_listed && !is_around;
            !section.has_reasons() && (is_listed || section.is_among(&found))
        })
        .map(|(_, section)| section.clone())
        .collect();
    for section in among {
        match found.iter().position(|other| is_same(&other.name, &section.name)) {
            Some(same) => found[same].summary.splice(0..0, section.summary).for_each(drop),
            None => found.push(section),
        }
    }
    found.sort_by_key(|section| section.name.start());
    let listed: Vec<&Section> =
        sections.iter().filter(|section| !section.has_reasons() && !section.is_heading() && section.is_listed).collect();
    let lone = unmatched(listed, &mut found);
    found.extend(lone.into_iter().cloned());
    found.sort_by_key(|section| section.name.start());
    reader.sections = sections;
    let choices = found.iter().map(|section| choice(section, &mut reader.left_out)).collect();
    reader.found = found;
    choices
}

/// Finds which options a list means, the surest first; returns what it lists that is none of them.
fn unmatched<'s>(mut listed: Vec<&'s Section>, found: &mut [Section]) -> Vec<&'s Section> {
    let mut seen = Vec::new();
    listed.retain(|section| {
        let name = name(&section.name);
        !seen.contains(&name) && { seen.push(name); true }
    });
    for is_it in SURE {
        listed.retain(|listed| {
            let is_free = |section: &Section| section.aliases.is_empty();
            let mut them = (0..found.len()).filter(|at| is_free(&found[*at]) && is_it(&listed.name, &found[*at].name));
            match (them.next(), them.next()) {
                (Some(at), None) => {
                    found[at].is_called(listed);
                    false
                }
                _ => true,
            }
        });
    }
    // What is called a little different over its reasons stands in the same order as in the list.
    let unlisted: Vec<usize> = (0..found.len()).filter(|at| found[*at].aliases.is_empty()).collect();
    if listed.len() == unlisted.len() {
        let mut left = Vec::new();
        for (at, section) in unlisted.into_iter().zip(listed) {
            if likeness(&name(&found[at].name), &name(&section.name)) >= ALIKE_IN_ORDER {
                found[at].is_called(section);
            } else {
                left.push(section);
            }
        }
        return left;
    }
    listed
}

/// Whether two names mean the same, from the surest sign to the least.
const SURE: [fn(&Words, &Words) -> bool; 5] = [
    |one, other| name(one) == name(other),
    |one, other| number(one).is_some() && number(one) == number(other),
    |one, other| starts(&name(one), &name(other)) || starts(&name(other), &name(one)),
    |one, other| holds(&name(one), &name(other)) || holds(&name(other), &name(one)),
    |one, other| likeness(&name(one), &name(other)) >= ALIKE,
];

/// Whether two names over reasons are those of one option.
fn is_same(one: &Words, other: &Words) -> bool {
    let numbers = (number(one), number(other));
    name(one) == name(other) && (numbers.0 == numbers.1 || numbers.0.is_none() || numbers.1.is_none())
}

fn choice(section: &Section, left_out: &mut Vec<(Words, Why)>) -> Choice {
    left_out.extend(section.no_side.iter().map(|words| (words.clone(), Why::NoSide)));
    let reasons = |said: &[Said]| said.iter().map(|said| Reason::new(&said.words, &said.detail)).collect();
    let mut summary = Words::default();
    for words in &section.summary {
        summary.append("\n", words);
    }
    let neutral = section.neutral.iter().map(|said| {
        let mut words = said.words.clone();
        words.append("\n", &said.detail);
        words
    });
    Choice {
        name: section.name.clone(),
        summary,
        pros: reasons(&section.pros),
        cons: reasons(&section.cons),
        neutral: neutral.collect(),
    }
}

/// Adds what is said of the same option elsewhere, but for what is said again.
fn merge(found: &mut Section, more: &Section, left_out: &mut Vec<(Words, Why)>) {
    let sides = [
        (&mut found.pros, &more.pros),
        (&mut found.cons, &more.cons),
        (&mut found.neutral, &more.neutral),
    ];
    for (found, more) in sides {
        for said in more {
            let look = |said: &Said| SafeText::line(&said.words.text).look().to_lowercase();
            if found.iter().any(|other| look(other) == look(said)) {
                left_out.push((said.words.clone(), Why::Twice));
            } else {
                found.push(said.clone());
            }
        }
    }
    found.summary.extend(more.summary.iter().cloned());
    found.no_side.extend(more.no_side.iter().cloned());
}

/// A name without what only counts or marks it.
pub(super) fn name(words: &Words) -> String {
    let text = plain(&words.text);
    let text = ["chosen", "selected", "accepted", "preferred", "recommended", "current", "rejected", "proposed", "winner"]
        .iter()
        .fold(text.as_str(), |text, mark| text.strip_suffix(mark).map_or(text, |rest| rest.trim_end_matches([' ', '(', '-', '[', '*'])));
    let (_, rest) = counted(text);
    let name = if rest.is_empty() { text } else { rest };
    as_name(name)
}

/// The words of a text; signs such as those of C++ and C# belong to them.
fn as_name(text: &str) -> String {
    let mut rest = text.chars().peekable();
    let mut words = String::new();
    while let Some(c) = rest.next() {
        let ends = !rest.peek().is_some_and(|next| next.is_alphanumeric());
        words.push(if c.is_alphanumeric() || (matches!(c, '+' | '#') && ends) { c } else { ' ' });
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What counts an option, such as `1` of `Option 1: Redis`, and its name.
fn counted(text: &str) -> (Option<String>, &str) {
    let word = CALLED
        .iter()
        .find_map(|word| text.strip_prefix(word).filter(|rest| rest.starts_with([' ', '#', '-'])));
    let rest = word.unwrap_or(text).trim_start_matches([' ', '#', '-', '(']);
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '.').unwrap_or(rest.len());
    let number = rest[..end].trim_end_matches('.');
    let digits = number.chars().take_while(char::is_ascii_digit).count();
    let is_number = digits > 0 && number.len() <= digits + 1 || number.chars().count() == 1 && number.chars().all(char::is_alphabetic);
    let after = &rest[number.len()..];
    let is_marked = after.starts_with([':', '.', ')', '-', '\u{2013}', '\u{2014}']) || after.starts_with(" -") || after.starts_with(" \u{2013}") || after.starts_with(" \u{2014}");
    if is_number && (word.is_some() || is_marked) {
        let name = after.trim_start_matches([':', '.', ')', '-', '\u{2013}', '\u{2014}', ' ']);
        return (Some(number.to_owned()), name);
    }
    (None, text)
}

/// Whether a text calls itself an option, such as `Option 2: Redis`.
pub(super) fn is_called_option(words: &Words) -> bool {
    let text = plain(&words.text);
    let (number, rest) = counted(&text);
    let after = &text[..text.len() - rest.len()];
    let is_marked = rest.is_empty() || after.trim_end().ends_with([':', '.', ')', '-', '\u{2013}', '\u{2014}']);
    number.is_some() && is_marked && CALLED.iter().any(|word| text.starts_with(word))
}

fn number(words: &Words) -> Option<String> {
    counted(&plain(&words.text)).0
}

/// Which of several options has this name, if just one may be meant.
fn same_option(words: &Words, options: &[&Words]) -> Option<usize> {
    SURE.iter().find_map(|is_it| {
        let mut them = (0..options.len()).filter(|at| is_it(words, options[*at]));
        them.next().filter(|_| them.next().is_none())
    })
}

/// Which part of the words of two names they share, 0 to 1; a word may be the beginning of the other.
fn likeness(one: &str, other: &str) -> f64 {
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
    let (one, other) = (words(one), words(other));
    let is_same = |a: &str, b: &str| a == b || a.len().min(b.len()) >= 4 && (a.starts_with(b) || b.starts_with(a));
    let both = one.iter().filter(|a| other.iter().any(|b| is_same(a, b))).count();
    if both == one.len().min(other.len()) && both > 1 {
        return 1.0;
    }
    let all = (one.len() + other.len()).saturating_sub(both).max(1);
    // Names are short, so this is exact.
    f64::from(u32::try_from(both).unwrap_or(0)) / f64::from(u32::try_from(all).unwrap_or(1))
}

/// Whether a text begins with a name as a whole.
fn starts(text: &str, name: &str) -> bool {
    text.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether a text has a word in it, however short.
fn holds_word(text: &str, word: &str) -> bool {
    format!(" {text} ").contains(&format!(" {word} "))
}

/// Whether a text has a name in it as a whole.
fn holds(text: &str, name: &str) -> bool {
    name.len() > 2 && holds_word(text, name)
}

/// Which option was chosen, as the document says.
pub(super) fn chosen(reader: &Reader, options: &[Choice]) -> Chosen {
    let names: Vec<&Words> = options.iter().map(|choice| &choice.name).collect();
    for said in &reader.decided {
        let words = choice_in(said);
        if words.is_empty() {
            continue;
        }
        let option = matching(&words, &reader.found, &names);
        if option.is_some() {
            return Chosen { option, words: Some(words) };
        }
    }
    let marked = [
        "(chosen", "(selected", "(accepted", "(preferred", "(proposed solution", "(retenu", "(gew\u{e4}hlt",
        "[chosen", "- chosen", "\u{2705}",
    ];
    let is_marked = |words: &&Words| marked.iter().any(|mark| words.text.to_lowercase().contains(mark));
    let mut marked = (0..names.len()).filter(|at| is_marked(&names[*at]));
    if let Some(at) = marked.next().filter(|_| marked.next().is_none()) {
        return Chosen { option: Some(at), words: Some(names[at].clone()) };
    }
    let mentioned = reader.decision.iter().take(DECIDING).find_map(|words| mentioned(words, &reader.found, &names));
    let mentioned = mentioned.or_else(|| told_apart(&first_sentence(reader.decision.first()?), &names));
    let words = reader.decided.iter().map(choice_in).find(|words| !words.is_empty());
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
    let alias = |at: usize| found.iter().find(|section| section.name == *names[at]).map_or(&[][..], |section| &section.aliases);
    let same = same_option(words, names);
    same.or_else(|| {
        let mut by_alias = (0..names.len()).filter(|at| alias(*at).iter().any(|other| name(other) == name(words)));
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
    let words = |text: &str| name_like(text).split(' ').filter(|word| word.chars().count() >= 4).map(str::to_owned).collect::<BTreeSet<_>>();
    let said = words(text);
    let of_options: Vec<BTreeSet<String>> = names.iter().map(|name| words(&name.text)).collect();
    let is_told = |at: usize| {
        let others = || of_options.iter().enumerate().filter(|(other, _)| *other != at);
        let own = of_options[at].iter().filter(|word| !others().any(|(_, other)| other.contains(*word)));
        let (own, said) = own.fold((0, 0), |(own, heard), word| (own + 1, heard + usize::from(said.contains(word))));
        said > 0 && 2 * said >= own
    };
    let mut told = (0..names.len()).filter(|at| is_told(*at));
    told.next().filter(|_| told.next().is_none())
}

/// The option that is named first in a text, unless it is named as what was not taken.
fn mentioned(words: &Words, found: &[Section], names: &[&Words]) -> Option<usize> {
    let text = format!(" {} ", name_like(&words.text));
    let mut first: Option<(usize, std::cmp::Reverse<usize>, usize)> = None;
    for (at, option) in names.iter().enumerate() {
        let aliases = found.iter().find(|section| section.name == **option).map_or(&[][..], |section| &section.aliases);
        let mut called: Vec<String> = aliases.iter().chain([*option]).map(name).filter(|name| name.chars().count() > 1).collect();
        let short = option.text.split_once('(').map(|(short, _)| name(&Words::at(short, 0)));
        called.extend(short.filter(|short| short.chars().count() > 2));
        if let Some(number) = number(option) {
            called.extend(CALLED.iter().map(|word| format!("{word} {number}")));
            called.push(format!("use {number}"));
        }
        for called in called {
            let Some(place) = text.find(&format!(" {called} ")) else { continue };
            let before = &text[..place];
            let refused =
                ["instead of", "rather than", "not", "over", "against", "than", "without", "ruled out", "rejected", "discarded", "in the running"];
            let last: Vec<&str> = before.rsplit(' ').take(3).collect();
            let last = last.into_iter().rev().collect::<Vec<_>>().join(" ");
            if refused.iter().any(|it| holds_word(&last, it)) {
                continue;
            }
            let here = (place, std::cmp::Reverse(called.len()), at);
            first = Some(first.map_or(here, |first| first.min(here)));
        }
    }
    first.map(|(_, _, at)| at)
}

/// A text as names are compared.
fn name_like(text: &str) -> String {
    as_name(&plain(text))
}

impl Section {
    /// Whether anything speaks for or against it.
    fn has_reasons(&self) -> bool {
        !self.pros.is_empty() || !self.cons.is_empty() || !self.neutral.is_empty()
    }

    /// Whether another section stands beside it, in the same place.
    fn is_beside(&self, other: &Self) -> bool {
        self.parent == other.parent && matches!((&self.topic, &other.topic), (Topic::Other, Topic::Other))
    }

    /// Whether it stands under a heading or what serves as one, not in a list.
    fn is_heading(&self) -> bool {
        self.level < usize::MAX
    }

    /// Whether it stands between sections with reasons, or beside them under a heading of their own.
    fn is_among(&self, found: &[Self]) -> bool {
        let beside = || found.iter().filter(|section| section.is_beside(self));
        let is_between = beside().any(|section| section.name.start() < self.name.start())
            && beside().any(|section| section.name.start() > self.name.start());
        self.topic == Topic::Other && self.level <= 6 && beside().count() > 1 && is_between
    }

    /// Takes note of what it is called in a list, and what is said of it there.
    fn is_called(&mut self, listed: &Self) {
        self.aliases.push(listed.name.clone());
        self.summary.splice(0..0, listed.summary.clone()).for_each(drop);
    }
}
