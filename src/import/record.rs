//! What was read from a document of any kind, before it is a comparison.

mod title;
mod tree;
mod why;

pub(super) use tree::Parts;
pub use why::Why;

use std::collections::{BTreeMap, BTreeSet};

use super::sides::Side;
use super::words::Words;
use crate::comparison::{MOST_ALTERNATIVES, MOST_CLAIMS};
use crate::safe_text::SafeText;
use crate::tree::{Fault, Faults, TEXT_LIMIT};
use crate::wording::{cut, quoted};

/// The most options that a message names.
const MOST_NAMED: usize = 40;

/// What a document says.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) title: Words,
    pub(super) summary: Words,
    pub(super) source: Option<String>,
    pub(super) options: Vec<Choice>,
    /// The places of options that were asked for by name.
    pub(super) by_name: BTreeMap<String, usize>,
    /// Which of the options was chosen.
    pub(super) chosen: Option<usize>,
    /// What the document calls its choice.
    pub(super) decided: Option<Words>,
    /// What looks like a reason and is none that counts.
    pub(super) left_out: Vec<(Words, Why)>,
    pub(super) faults: Faults,
}

/// One of the options.
#[derive(Clone, Debug, Default)]
pub(super) struct Choice {
    pub(super) name: Words,
    pub(super) summary: Words,
    pub(super) pros: Vec<Reason>,
    pub(super) cons: Vec<Reason>,
    pub(super) neutral: Vec<Words>,
}

/// A reason for or against an option.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reason {
    pub(super) title: Words,
    pub(super) detail: Words,
    pub(super) criterion: Option<Words>,
    pub(super) weight: Option<u8>,
}

impl Choice {
    /// Adds a reason to a side.
    pub(super) fn add(&mut self, side: Side, reason: Reason) {
        match side {
            Side::Pro => self.pros.push(reason),
            Side::Con => self.cons.push(reason),
            Side::Neutral => {
                let mut words = reason.title;
                words.append("\n", &reason.detail);
                self.neutral.push(words);
            }
        }
    }

    /// Whether anything speaks for or against it.
    pub(super) fn has_reasons(&self) -> bool {
        !self.pros.is_empty() || !self.cons.is_empty()
    }
}

impl Reason {
    /// A reason whose title is short: its bold beginning, or its first sentence, if it is long.
    pub(super) fn new(words: &Words, more: &Words) -> Self {
        let (title, mut detail) = title::split(words);
        detail.append("\n", more);
        Self { title, detail, ..Self::default() }
    }
}

/// Where a text goes on behind what it begins with, if it begins so in any case; not within a letter.
fn goes_on(text: &str, begin: &str) -> Option<usize> {
    let mut ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let end = ends.nth(begin.chars().count().checked_sub(1)?)?;
    (text[..end].to_lowercase() == begin.to_lowercase()).then_some(end)
}

impl Record {
    /// The place of the option of a name, which may be a new one.
    pub(super) fn option(&mut self, name: Words) -> usize {
        let next = self.options.len();
        let at = *self.by_name.entry(name.text.clone()).or_insert(next);
        if at == next {
            self.options.push(Choice { name, ..Choice::default() });
        }
        at
    }

    /// Only the options with these names, or whose names begin so, with commas between.
    pub(super) fn keep(&mut self, only: &str) {
        let mut kept = BTreeSet::new();
        let mut rest = only.trim_start_matches([',', ' ']).trim_end();
        while !rest.is_empty() {
            // Names may have commas of their own.
            let whole = self.options.iter().filter_map(|choice| goes_on(rest, &choice.name.text)).max();
            let length = whole.or_else(|| rest.find(',')).unwrap_or(rest.len());
            let name = rest[..length].trim();
            let Some(at) = self.called(name) else {
                let lines = self.lines();
                let several = self.options.iter().any(|choice| goes_on(&choice.name.text, name).is_some());
                let which = if several { "how several of the options begin" } else { "none of the options" };
                self.faults.add(0..1, || format!("--only says {}, which is {which}:{lines}", quoted(name)));
                return;
            };
            kept.insert(at);
            rest = rest[length..].trim_start_matches([',', ' ']);
        }
        if kept.is_empty() {
            self.faults.add(0..1, || "--only names none of the options".to_owned());
        }
        self.chosen = self.chosen.and_then(|chosen| kept.iter().position(|at| *at == chosen));
        self.options = kept.into_iter().map(|at| self.options[at].clone()).collect();
    }

    /// The one option that is called so, or whose name begins so.
    fn called(&self, name: &str) -> Option<usize> {
        let begins = |choice: &Choice| goes_on(&choice.name.text, name);
        let ways: [&dyn Fn(&Choice) -> bool; 3] = [
            &|choice| begins(choice) == Some(choice.name.text.len()),
            &|choice| {
                begins(choice).is_some_and(|end| !choice.name.text[end..].starts_with(char::is_alphanumeric))
            },
            &|choice| begins(choice).is_some(),
        ];
        ways.iter().find_map(|is_it| {
            let mut them = (0..self.options.len()).filter(|at| is_it(&self.options[*at]));
            them.next().filter(|_| them.next().is_none())
        })
    }

    /// The names of the first options, for a message.
    pub(super) fn names(&self, most: usize) -> String {
        let names = self.options.iter().take(most).map(|choice| quoted(&choice.name.text));
        let more = if self.options.len() > most { ", ..." } else { "" };
        names.collect::<Vec<_>>().join(", ") + more
    }

    /// Takes note if there are too few or too many options.
    pub(super) fn count(&mut self) {
        let place = self.options.first().map_or(0..1, |choice| choice.name.place());
        let lines = self.lines();
        let names = self.names(1);
        match self.options.len() {
            1 => self.faults.add(place, || {
                format!("only one option has pros and cons: {names}; a comparison needs two")
            }),
            0 | 2..=MOST_ALTERNATIVES => {
                let reasons = self.options.iter().map(|choice| choice.pros.len() + choice.cons.len()).sum::<usize>();
                if reasons > MOST_CLAIMS {
                    self.faults.add(place, || {
                        format!("{reasons} pros and cons, and a comparison has at most {MOST_CLAIMS}")
                    });
                }
            }
            many => self.faults.add(place, || {
                format!(
                    "{many} options, and a comparison has at most {MOST_ALTERNATIVES}; \
                     `touchstone import FILE --only A,B,C` takes some of them, by name or by how their names begin:{lines}"
                )
            }),
        }
    }

    /// All names, a line each.
    fn lines(&self) -> String {
        let names = self.options.iter().take(MOST_NAMED).map(|choice| cut(&choice.name.text));
        let lines = names.fold(String::new(), |lines, name| lines + "\n  " + &name);
        match self.options.len().saturating_sub(MOST_NAMED) {
            0 => lines,
            more => lines + &format!("\n  and {more} more"),
        }
    }

    /// Cuts what is longer than it may be and says so.
    pub(super) fn fit(&mut self) {
        let mut long = Vec::new();
        let details = self.options.iter_mut().flat_map(|choice| {
            let reasons = choice.pros.iter_mut().chain(&mut choice.cons);
            reasons.map(|reason| &mut reason.detail).chain([&mut choice.summary]).collect::<Vec<_>>()
        });
        for words in details.chain([&mut self.summary]) {
            // Some characters are longer as they are shown.
            if words.text.len() > TEXT_LIMIT / 3 && SafeText::text(&words.text).len() > TEXT_LIMIT {
                long.push((words.part(0..cut(&words.text).len().min(40)), Why::Cut));
                let mut end = TEXT_LIMIT / 3;
                while !words.text.is_char_boundary(end) {
                    end -= 1;
                }
                *words = words.part(0..end);
                words.text.push('\u{2026}');
            }
        }
        self.left_out.extend(long);
    }
}

/// A fault at the place of some words.
pub(super) fn fault(words: &Words, message: impl Into<String>) -> Fault {
    Fault { place: words.place(), message: message.into() }
}
