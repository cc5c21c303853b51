//! RON read value by value, so that every problem in a file is said, each with its place.
//!
//! Deserializing straight into structs stops at the first problem. Here `ron` checks the
//! syntax of the whole text and reads every single value; between that the text is cut into parts, whose places follow
//! from where they lie, and the schemas
//! ([`crate::comparison`], [`crate::profile`]) ask for one part after the other.

mod problem;
mod scan;
mod syntax;
mod words;

use std::ops::{Range, RangeInclusive};

use ron::Options;
use ron::error::SpannedError;
use ron::extensions::Extensions;
use ron::value::RawValue;
use serde::Deserialize;
use serde::de::IgnoredAny;

pub use problem::{Problem, Problems};
pub(crate) use words::{quoted, suggestion};

use crate::shown::{Shown, is_plain};
use words::{cut, replaced, replaced_chars, unknown_field};

/// How deep values may be nested. `ron` counts each list and each map twice.
const DEPTH_LIMIT: usize = 64;

/// The longest text, in bytes.
const TEXT_LIMIT: usize = 8 * 1024;

/// The longest title or name, in characters.
const LINE_LIMIT: usize = 200;

fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME).with_recursion_limit(2 * DEPTH_LIMIT)
}

/// One value of a RON text and where it lies.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Node<'a> {
    /// A value cut out of `outer`, without the blanks around it.
    fn inside(outer: Node<'a>, raw: &'a str) -> Self {
        let at = outer.at + (raw.as_ptr() as usize - outer.text.as_ptr() as usize);
        let (text, skipped) = scan::trimmed(raw);
        Self { text, at: at + skipped }
    }

    /// The bytes that the value takes up in the whole text.
    pub(crate) fn span(&self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    /// What is inside `Some(...)`; a bare value counts as given, `None` as left out.
    pub(crate) fn unwrapped(self) -> Option<Self> {
        match self.parse::<Option<&RawValue>>() {
            Ok(raw) => raw.map(|raw| Self::inside(self, raw.get_ron())),
            Err(_) => Some(self),
        }
    }

    fn parse<T: Deserialize<'a>>(&self) -> Result<T, SpannedError> {
        options().from_str(self.text)
    }
}

/// The named fields of one value.
#[derive(Debug)]
pub(crate) struct Fields<'a> {
    owner: Node<'a>,
    found: Vec<(&'static str, Node<'a>)>,
}

impl<'a> Fields<'a> {
    /// The value of a field that may be left out or `None`.
    pub(crate) fn optional(&self, name: &str) -> Option<Node<'a>> {
        self.get(name).and_then(Node::unwrapped)
    }

    /// The value of a field that may be left out.
    pub(crate) fn get(&self, name: &str) -> Option<Node<'a>> {
        self.found.iter().find(|(found, _)| *found == name).map(|(_, node)| *node)
    }
}

/// Reads one RON text and collects what is wrong with it.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    text: &'a str,
    problems: Vec<Problem>,
    /// Where characters are that are shown as something else.
    replaced: Vec<Problem>,
}

impl<'a> Reader<'a> {
    /// Checks the syntax of the whole text, which should hold one `name(...)`.
    ///
    /// The first syntax error ends the list of problems: what follows it can't be told apart.
    pub(crate) fn open(text: &'a str, name: &str) -> Result<(Self, Node<'a>), Vec<Problem>> {
        let reader = Self { text, problems: Vec::new(), replaced: Vec::new() };
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let outer = Node { text: body, at: text.len() - body.len() };
        if let Some(message) = syntax::not_ron(body, name) {
            let start = outer.at + scan::trimmed(body).1;
            return Err(vec![Problem::new(text, start..start + 1, message)]);
        }
        match outer.parse::<IgnoredAny>() {
            Ok(_) => Ok((reader, Node::inside(outer, scan::after_attributes(body)))),
            Err(error) => {
                let at = syntax::place(body, &error);
                let message = syntax::explain(body, at, &error.code);
                Err(vec![Problem::new(text, outer.at + at..outer.at + at + 1, message)])
            }
        }
    }

    /// Notes that something is wrong with the bytes of `span`.
    pub(crate) fn report(&mut self, span: Range<usize>, message: impl Into<String>) {
        self.problems.push(Problem::new(self.text, span, message.into()));
    }

    /// The value that was read and where characters are replaced, or all that is wrong with the text, in its order.
    pub(crate) fn finish<T>(mut self, value: Option<T>) -> Result<(T, Vec<Problem>), Vec<Problem>> {
        self.problems.sort_by_key(|problem| (problem.line, problem.column));
        match value {
            Some(value) if self.problems.is_empty() => Ok((value, self.replaced)),
            _ => Err(self.problems),
        }
    }

    /// The fields of a `(...)`, of which only `known` ones may occur, each once.
    pub(crate) fn fields(
        &mut self,
        node: Node<'a>,
        name: &'static str,
        known: &'static [&'static str],
    ) -> Option<Fields<'a>> {
        let parts =
            scan::parts(node.text, name, ('(', ')')).or_else(|| scan::parts(node.text, "", ('(', ')')));
        let sides: Option<Vec<_>> = parts.and_then(|parts| parts.into_iter().map(scan::sides).collect());
        let Some(sides) = sides else {
            self.wrong_type(node, &format!("fields in parentheses: ({}: ...)", known[0]));
            return None;
        };
        let mut found: Vec<(&'static str, Node<'a>)> = Vec::new();
        for (field, value) in sides {
            let span = Node::inside(node, field).span();
            let value = Node::inside(node, value);
            match known.iter().find(|known| **known == field) {
                None => self.report(span, unknown_field(field, known)),
                Some(known) if found.iter().any(|(name, _)| name == known) => {
                    self.report(span, format!("the field `{field}` is given twice"));
                }
                Some(known) => found.push((known, value)),
            }
        }
        Some(Fields { owner: node, found })
    }

    /// The value of a field that must be there.
    pub(crate) fn required(&mut self, fields: &Fields<'a>, name: &str) -> Option<Node<'a>> {
        let node = fields.get(name);
        if node.is_none() {
            let start = fields.owner.at;
            self.report(start..start + 1, format!("the field `{name}` is missing"));
        }
        node
    }

    /// The values of a list `[...]`.
    pub(crate) fn list(&mut self, node: Node<'a>) -> Vec<Node<'a>> {
        if let Some(parts) = scan::parts(node.text, "", ('[', ']')) {
            return parts.into_iter().map(|part| Node::inside(node, part)).collect();
        }
        self.wrong_type(node, "a list in square brackets");
        Vec::new()
    }

    /// The keys and values of a map `{...}`; keys are texts, each given once.
    ///
    /// A key that is wrong is reported and comes without its text, so that its value can still be checked.
    pub(crate) fn entries(&mut self, node: Node<'a>) -> Vec<(Option<String>, Node<'a>, Node<'a>)> {
        let sides = scan::parts(node.text, "", ('{', '}'))
            .and_then(|parts| parts.into_iter().map(scan::sides).collect::<Option<Vec<_>>>());
        let Some(sides) = sides else {
            self.wrong_type(node, "a map in braces: {\"...\": ...}");
            return Vec::new();
        };
        let mut seen = std::collections::BTreeSet::new();
        let mut entries = Vec::new();
        for (key, value) in sides {
            let key_node = Node::inside(node, key);
            let mut key = self.text(key_node);
            if let Some(twice) = key.take_if(|key| !seen.insert(key.clone())) {
                self.report(key_node.span(), format!("the key {} is given twice", quoted(&twice)));
            }
            entries.push((key, key_node, Node::inside(node, value)));
        }
        entries
    }

    /// A text in quotes.
    pub(crate) fn text(&mut self, node: Node<'a>) -> Option<String> {
        let text = node.parse::<String>().ok();
        if text.is_none() {
            self.wrong_type(node, "a text in quotes");
        }
        text
    }

    /// A text of at most 8 KiB that will be shown, in lines if it has lines.
    pub(crate) fn shown_text(&mut self, node: Node<'a>) -> Option<Shown> {
        let text = self.text(node)?;
        if text.len() > TEXT_LIMIT {
            self.report(
                node.span(),
                format!("a text has at most {TEXT_LIMIT} bytes, this one has {}", text.len()),
            );
            return None;
        }
        self.note_replaced(node, &text);
        Some(Shown::text(&text))
    }

    /// A title or name of at most 200 characters that will be shown, with more in it than white space.
    pub(crate) fn shown_line(&mut self, node: Node<'a>) -> Option<Shown> {
        let text = self.text(node)?;
        let length = text.chars().count();
        if text.trim().is_empty() {
            self.report(node.span(), "this text must not be empty");
            return None;
        }
        if length > LINE_LIMIT {
            self.report(
                node.span(),
                format!("a title or name has at most {LINE_LIMIT} characters, this one has {length}"),
            );
            return None;
        }
        self.note_replaced(node, &text);
        Some(Shown::line(&text))
    }

    /// Notes each character of a text that will be shown as something else.
    fn note_replaced(&mut self, node: Node<'a>, text: &str) {
        if is_plain(node.text) && is_plain(text) {
            return;
        }
        let mut found = 0;
        for (at, c) in replaced_chars(node.text) {
            found += 1;
            let at = node.at + at;
            self.replaced.push(Problem::new(self.text, at..at + c.len_utf8(), replaced(c)));
        }
        // Written as an escape, it has no place of its own.
        for (_, c) in replaced_chars(text).skip(found) {
            self.replaced.push(Problem::new(self.text, node.span(), replaced(c)));
        }
    }

    /// `true` or `false`.
    pub(crate) fn boolean(&mut self, node: Node<'a>) -> Option<bool> {
        let value = node.parse::<bool>().ok();
        if value.is_none() {
            self.wrong_type(node, "true or false");
        }
        value
    }

    /// A whole number in `range`.
    pub(crate) fn number(&mut self, node: Node<'a>, range: RangeInclusive<u8>) -> Option<u8> {
        let value = node.parse::<i64>().ok().and_then(|value| u8::try_from(value).ok());
        let value = value.filter(|value| range.contains(value));
        if value.is_none() {
            let expected = format!("a whole number from {} to {}", range.start(), range.end());
            self.wrong_type(node, &expected);
        }
        value
    }

    /// One of a few names, such as `EveryClaim`.
    pub(crate) fn name(&mut self, node: Node<'a>, names: &'static [&'static str]) -> Option<&'static str> {
        let found = names.iter().find(|name| **name == node.text.trim()).copied();
        if found.is_none() {
            self.wrong_type(node, &names.join(" or "));
        }
        found
    }

    /// Checks the format number of a file, which must be the one that this program writes.
    ///
    /// Nothing more is said of a file with a newer format, for its rules are not known: then this is none.
    pub(crate) fn format(&mut self, node: Node<'a>, ours: u8) -> Option<()> {
        match node.parse::<u64>() {
            Ok(found) if found == u64::from(ours) => {}
            Ok(found) if found > u64::from(ours) => {
                self.problems.clear();
                self.report(
                    node.span(),
                    format!(
                        "this file has format {found}, which is newer than this program knows ({ours}): \
                         a newer touchstone can read it"
                    ),
                );
                return None;
            }
            Ok(_) | Err(_) => self.wrong_type(node, &format!("the format number {ours}")),
        }
        Some(())
    }

    fn wrong_type(&mut self, node: Node<'a>, expected: &str) {
        let found = match node.text.chars().next() {
            Some('"') => "a text".to_owned(),
            Some('[') => "a list".to_owned(),
            Some('{') => "a map".to_owned(),
            Some('(') => "a group in parentheses".to_owned(),
            _ => format!("`{}`", cut(node.text.lines().next().unwrap_or_default())),
        };
        self.report(node.span(), format!("expected {expected}, found {found}"));
    }
}
