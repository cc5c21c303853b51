//! What was read from a document of any kind, before it is a comparison.

use std::collections::{BTreeMap, BTreeSet};

use super::sides::Side;
use super::words::Words;
use crate::comparison::{AS_GIVEN, MOST_ALTERNATIVES, MOST_CLAIMS, ids};
use crate::safe_text::SafeText;
use crate::tree::{Fault, Faults, Field, Node, TEXT_LIMIT, Tree, Value};
use crate::wording::{cut, quoted};

/// The longest title that is not split, in characters.
const SHORT: usize = 80;

/// The longest title of all, in characters; it has a detail then.
const LONG: usize = 200;

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

/// How much of a record is put into a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parts {
    /// What is compared.
    Options,
    /// What refers to that too.
    All,
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

/// Why something was left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It does not say on which side it is.
    NoSide,
    /// It is said of no option.
    NoOption,
    /// It stands under a heading of which nothing is weighed.
    Under(String),
    /// It stands under such a heading below an option.
    Below(String),
    /// It only says that there is nothing.
    Nothing,
    /// It is crossed out.
    Struck,
    /// It only leads elsewhere.
    Link,
    /// It is a column of which nothing is known.
    Column,
    /// It stands below a list of reasons.
    AfterList,
    /// It stands right above one.
    BeforeList,
    /// It is HTML.
    Html,
    /// It stands in the document before.
    Twice,
    /// It is longer than a text may be, so only its beginning was taken.
    Cut,
}

impl Why {
    /// What became of the line, and why.
    #[must_use]
    pub fn told(&self) -> String {
        match self {
            Self::NoSide => {
                "not counted, as it says neither for nor against (kept in the summary)".to_owned()
            }
            Self::NoOption => "left out, as it is under no option".to_owned(),
            Self::Under(heading) | Self::Below(heading) => {
                format!("left out, as it is under {}", quoted(heading))
            }
            Self::Nothing => "left out, as it says nothing".to_owned(),
            Self::Struck => "left out, as it is crossed out".to_owned(),
            Self::Link => "left out, as it only leads elsewhere".to_owned(),
            Self::Column => "not read, as nothing is known of this column".to_owned(),
            Self::AfterList => {
                "not counted, as it comes after a list of reasons (kept in the summary)".to_owned()
            }
            Self::BeforeList => {
                "not counted, as it leads to a list of reasons (kept in the summary)".to_owned()
            }
            Self::Html => "not read, as it is HTML".to_owned(),
            Self::Twice => "left out, as it is said before".to_owned(),
            Self::Cut => "too long, so only its beginning was taken".to_owned(),
        }
    }

    /// Whether somebody may miss it when reasons are counted.
    #[must_use]
    pub fn may_count(&self) -> bool {
        match self {
            Self::NoSide | Self::AfterList | Self::Html | Self::Below(_) => true,
            Self::NoOption
            | Self::Under(_)
            | Self::Nothing
            | Self::Struck
            | Self::Link
            | Self::Column
            | Self::BeforeList
            | Self::Twice
            | Self::Cut => false,
        }
    }
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
        let (title, mut detail) = split(words);
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

/// The title of a reason and the rest of it.
fn split(words: &Words) -> (Words, Words) {
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

    /// As a tree, whose places are those in the source.
    pub(super) fn tree<'t>(&self, source: &'t str, parts: Parts) -> Tree<'t> {
        let names: Vec<SafeText> =
            self.options.iter().map(|choice| SafeText::line(&choice.name.text)).collect();
        let ids = ids("alternative", names.iter().map(|name| (None, name)));
        let mut fields =
            vec![field("format", node(0..1, Value::Whole(1))), field("title", self.title.node())];
        if !self.summary.is_empty() {
            fields.push(field("summary", self.summary.node()));
        }
        if let Some(name) = &self.source {
            fields.push(field("source", Words::at(name, 0).node()));
        }
        let criteria = self.criteria();
        if !criteria.is_empty() {
            let criteria = criteria.iter().map(|name| group(vec![field("name", name.node())]));
            fields.push(field("criteria", node(0..1, Value::List(criteria.collect()))));
        }
        let options = self.options.iter().map(Choice::node).collect();
        fields.push(field("alternatives", node(0..1, Value::List(options))));
        if parts == Parts::Options {
            return Tree { source, root: node(0..1, Value::Group(Some("Comparison"), fields)) };
        }
        fields
            .extend(self.preset(&ids).map(|preset| field("presets", node(0..1, Value::List(vec![preset])))));
        if let Some(id) = self.chosen.and_then(|chosen| ids.get(chosen)) {
            fields.push(field("chosen", some(Words::at(id, 0).node())));
        }
        Tree { source, root: node(0..1, Value::Group(Some("Comparison"), fields)) }
    }

    /// What reasons are about, each once.
    fn criteria(&self) -> Vec<&Words> {
        let mut seen = BTreeSet::new();
        let reasons = self.options.iter().flat_map(|choice| choice.pros.iter().chain(&choice.cons));
        let criteria = reasons.filter_map(|reason| reason.criterion.as_ref());
        criteria.filter(|words| seen.insert(SafeText::line(&words.text).look())).collect()
    }

    /// The weights, if there are any.
    fn preset<'t>(&self, ids_of_options: &[String]) -> Option<Node<'t>> {
        let mut weights = Vec::new();
        for (choice, id) in self.options.iter().zip(ids_of_options) {
            let reasons: Vec<&Reason> = choice.pros.iter().chain(&choice.cons).collect();
            let titles: Vec<SafeText> =
                reasons.iter().map(|reason| SafeText::line(&reason.title.text)).collect();
            let ids = ids("claim", titles.iter().map(|title| (None, title)));
            for (reason, claim) in reasons.iter().zip(ids) {
                let key = Words::at(&format!("{id}/{claim}"), reason.title.start()).node();
                let weight =
                    reason.weight.map(|weight| node(reason.title.place(), Value::Whole(weight.into())));
                weights.extend(weight.map(|weight| (key, weight)));
            }
        }
        let name = |text| Words::at(text, 0).node();
        let fields = || vec![field("id", name(AS_GIVEN)), field("name", name("As given"))];
        (!weights.is_empty()).then(|| {
            let mut fields = fields();
            fields.push(field("weights", node(0..1, Value::Map(weights))));
            group(fields)
        })
    }
}

impl Choice {
    fn node<'t>(&self) -> Node<'t> {
        let mut fields = vec![field("name", self.name.node())];
        let mut summary = self.summary.clone();
        for neutral in &self.neutral {
            let mut line = Words::at("Neutral: ", neutral.start());
            line.append("", neutral);
            summary.append("\n", &line);
        }
        if !summary.is_empty() {
            fields.push(field("summary", summary.node()));
        }
        for (name, reasons) in [("pros", &self.pros), ("cons", &self.cons)] {
            let reasons = reasons.iter().map(Reason::node).collect();
            fields.push(field(name, node(self.name.place(), Value::List(reasons))));
        }
        node(self.name.place(), Value::Group(None, fields))
    }
}

impl Reason {
    fn node<'t>(&self) -> Node<'t> {
        if self.detail.is_empty() && self.criterion.is_none() {
            return self.title.node();
        }
        let mut fields = vec![field("title", self.title.node())];
        fields.extend(self.criterion.as_ref().map(|criterion| field("criterion", criterion.node())));
        if !self.detail.is_empty() {
            fields.push(field("detail", self.detail.node()));
        }
        node(self.title.place(), Value::Group(None, fields))
    }
}

fn node(place: std::ops::Range<usize>, value: Value<'_>) -> Node<'_> {
    Node { place, value }
}

fn some(inner: Node<'_>) -> Node<'_> {
    node(inner.place.clone(), Value::Some(Box::new(inner)))
}

fn group(fields: Vec<Field<'_>>) -> Node<'_> {
    node(0..1, Value::Group(None, fields))
}

fn field<'t>(name: &'static str, node: Node<'t>) -> Field<'t> {
    Field { name, place: node.place.clone(), node }
}

/// A fault at the place of some words.
pub(super) fn fault(words: &Words, message: impl Into<String>) -> Fault {
    Fault { place: words.place(), message: message.into() }
}
