//! What a schema asks of a tree, and all that it finds wrong.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::{Faults, Field, Node, Place, Text, Tree, Value};
use crate::safe_text::{Change, SafeText, for_each_change};
use crate::wording::{cut, quoted};

/// The longest text, in bytes.
pub(crate) const TEXT_LIMIT: usize = 8 * 1024;

/// The longest title, in characters.
pub(crate) const TITLE_LIMIT: usize = 500;

/// The longest name, in characters.
pub(crate) const NAME_LIMIT: usize = 200;

/// Collects what is wrong with a tree, and what is worth a warning.
#[derive(Debug)]
pub(crate) struct Checker<'t> {
    source: &'t str,
    pub(crate) faults: Faults,
    pub(crate) warnings: Faults,
}

/// The named fields of one value.
#[derive(Debug)]
pub(crate) struct Fields<'n> {
    owner: Place,
    found: Vec<(&'static str, &'n Node<'n>)>,
}

impl<'n> Fields<'n> {
    /// The value of a field that may be left out or `None`; what is in `Some(...)` counts as written without it.
    pub(crate) fn optional(&self, name: &str) -> Option<&'n Node<'n>> {
        self.get(name).and_then(|node| match &node.value {
            Value::None => None,
            Value::Some(inner) => Some(&**inner),
            Value::Text(_)
            | Value::Whole(_)
            | Value::Bool(_)
            | Value::Name(_)
            | Value::List(_)
            | Value::Map(_)
            | Value::Group(..)
            | Value::Tuple(..)
            | Value::Other => Some(node),
        })
    }

    /// The value of a field that may be left out.
    pub(crate) fn get(&self, name: &str) -> Option<&'n Node<'n>> {
        self.found.iter().find(|(found, _)| *found == name).map(|(_, node)| *node)
    }
}

impl<'t> Checker<'t> {
    pub(crate) fn new(tree: &Tree<'t>) -> Self {
        Self { source: tree.source, faults: Faults::default(), warnings: Faults::default() }
    }

    /// Notes that something is wrong with a value.
    pub(crate) fn report(&mut self, node: &Node<'_>, message: impl FnOnce() -> String) {
        self.faults.add(node.place.clone(), message);
    }

    /// The value that was made and the warnings, or all that is wrong.
    pub(crate) fn finish<T>(self, value: Option<T>) -> Result<(T, Faults), Faults> {
        match value {
            Some(value) if self.faults.is_empty() => Ok((value, self.warnings)),
            Some(_) | None => Err(self.faults),
        }
    }

    /// The fields of a `(...)`, of which only `known` ones may occur, each once.
    pub(crate) fn fields<'n>(
        &mut self,
        node: &'n Node<'n>,
        name: &str,
        known: &'static [&'static str],
    ) -> Option<Fields<'n>> {
        let fields = if let Value::Group(own, fields) = &node.value {
            own.is_none_or(|own| own == name).then_some(fields)
        } else {
            None
        };
        let Some(fields) = fields else {
            self.wrong_type(node, || format!("fields in parentheses: ({}: ...)", known[0]));
            return None;
        };
        let mut found: Vec<(&'static str, &Node<'_>)> = Vec::new();
        for Field { name, place, node } in fields {
            match known.iter().find(|known| *known == name) {
                None => self.faults.add(place.clone(), || unknown_field(name, known)),
                Some(known) if found.iter().any(|(name, _)| name == known) => {
                    self.faults.add(place.clone(), || format!("the field `{name}` is given twice"));
                }
                Some(known) => found.push((known, node)),
            }
        }
        Some(Fields { owner: node.place.clone(), found })
    }

    /// The value of a field that must be there.
    pub(crate) fn required<'n>(&mut self, fields: &Fields<'n>, name: &str) -> Option<&'n Node<'n>> {
        let node = fields.get(name);
        if node.is_none() {
            let start = fields.owner.start;
            self.faults.add(start..start + 1, || format!("the field `{name}` is missing"));
        }
        node
    }

    /// The values of a list `[...]`, of which there may be only so many; those beyond are not looked at.
    pub(crate) fn list<'n>(&mut self, node: &'n Node<'n>, most: usize, what: &str) -> &'n [Node<'n>] {
        let Value::List(nodes) = &node.value else {
            self.wrong_type(node, || "a list in square brackets".to_owned());
            return &[];
        };
        if nodes.len() > most {
            let message = || format!("a comparison has at most {most} {what}, this one has {}", nodes.len());
            self.report(node, message);
        }
        &nodes[..nodes.len().min(most)]
    }

    /// The keys and values of a map `{...}`; keys are texts, each given once.
    ///
    /// A key that is wrong is reported and comes without its text, so that its value can still be checked.
    pub(crate) fn entries<'n>(
        &mut self,
        node: &'n Node<'n>,
    ) -> Vec<(Option<&'n str>, &'n Node<'n>, &'n Node<'n>)> {
        let Value::Map(entries) = &node.value else {
            self.wrong_type(node, || "a map in braces: {\"...\": ...}".to_owned());
            return Vec::new();
        };
        let mut seen = BTreeSet::new();
        let mut checked = Vec::new();
        for (key_node, value) in entries {
            let key = self.text(key_node);
            let fresh = key.filter(|key| seen.insert(*key));
            if let (Some(twice), None) = (key, fresh) {
                self.report(key_node, || format!("the key {} is given twice", quoted(twice)));
            }
            checked.push((fresh, key_node, value));
        }
        checked
    }

    /// A text in quotes.
    pub(crate) fn text<'n>(&mut self, node: &'n Node<'n>) -> Option<&'n str> {
        self.placed_text(node).map(|text| &*text.text)
    }

    fn placed_text<'n>(&mut self, node: &'n Node<'n>) -> Option<&'n Text<'n>> {
        if let Value::Text(text) = &node.value {
            return Some(text);
        }
        self.wrong_type(node, || "a text in quotes".to_owned());
        None
    }

    /// A text of at most 8 KiB to be shown, in lines if it has lines.
    pub(crate) fn text_to_show(&mut self, node: &Node<'_>) -> Option<SafeText> {
        let text = self.placed_text(node)?;
        let length = text.text.len();
        if length > TEXT_LIMIT {
            self.report(node, || format!("a text has at most {TEXT_LIMIT} bytes, this one has {length}"));
            return None;
        }
        let shown = SafeText::text(&text.text);
        self.warn_of_changes(text, &shown);
        Some(shown)
    }

    /// A title of at most 500 characters that will be shown.
    pub(crate) fn title(&mut self, node: &Node<'_>) -> Option<SafeText> {
        self.line(node, "title", TITLE_LIMIT)
    }

    /// A name of at most 200 characters that will be shown.
    pub(crate) fn name(&mut self, node: &Node<'_>) -> Option<SafeText> {
        self.line(node, "name", NAME_LIMIT)
    }

    /// A line with something to see in it.
    fn line(&mut self, node: &Node<'_>, what: &str, limit: usize) -> Option<SafeText> {
        let text = self.placed_text(node)?;
        let length = text.text.chars().count();
        if length > limit {
            self.report(node, || format!("a {what} has at most {limit} characters, this one has {length}"));
            return None;
        }
        if text.text.trim().is_empty() {
            self.report(node, || "this text must not be empty".to_owned());
            return None;
        }
        let shown = SafeText::line(&text.text);
        if shown.is_blank() {
            self.report(node, || "nothing would be seen of this text".to_owned());
            return None;
        }
        self.warn_of_changes(text, &shown);
        Some(shown)
    }

    /// Warns of each character of a text that is shown as something else, or not at all.
    fn warn_of_changes(&mut self, text: &Text<'_>, shown: &SafeText) {
        if shown.raw() == shown.as_str() {
            return;
        }
        for_each_change(&text.text, |at, c, change| {
            let place = text.written_at(at)..text.written_at(at + c.len_utf8());
            self.warnings.add(place, || changed(c, change));
        });
    }

    /// `true` or `false`.
    pub(crate) fn boolean(&mut self, node: &Node<'_>) -> Option<bool> {
        if let Value::Bool(value) = node.value {
            return Some(value);
        }
        self.wrong_type(node, || "true or false".to_owned());
        None
    }

    /// A whole number in `range`.
    pub(crate) fn number(&mut self, node: &Node<'_>, range: RangeInclusive<u8>) -> Option<u8> {
        let number = if let Value::Whole(number) = node.value { u8::try_from(number).ok() } else { None };
        let value = number.filter(|number| range.contains(number));
        if value.is_none() {
            self.wrong_type(node, || format!("a whole number from {} to {}", range.start(), range.end()));
        }
        value
    }

    /// One of a few names, such as `EveryClaim`.
    pub(crate) fn one_of(&mut self, node: &Node<'_>, names: &[&'static str]) -> Option<&'static str> {
        let name = if let Value::Name(name) = node.value { name } else { "" };
        let found = names.iter().find(|known| **known == name).copied();
        if found.is_none() {
            self.wrong_type(node, || names.join(" or "));
        }
        found
    }

    /// Checks the format number of a file, which must be the one that this program writes.
    ///
    /// Nothing more is said of a file with a newer format, for its rules are not known: then this is none.
    pub(crate) fn format(&mut self, node: &Node<'_>, ours: u8) -> Option<()> {
        let found = if let Value::Whole(found) = node.value { found } else { 0 };
        if found > u64::from(ours) {
            self.faults = Faults::default();
            self.report(node, || {
                format!(
                    "this file has format {found}, which is newer than this program knows ({ours}): \
                     a newer touchstone can read it"
                )
            });
            return None;
        }
        if found != u64::from(ours) {
            self.wrong_type(node, || format!("the format number {ours}"));
        }
        Some(())
    }

    fn wrong_type(&mut self, node: &Node<'_>, expected: impl FnOnce() -> String) {
        let source = &self.source[node.place.clone()];
        self.faults.add(node.place.clone(), || {
            let found = match &node.value {
                Value::Text(_) => "a text".to_owned(),
                Value::List(_) => "a list".to_owned(),
                Value::Map(_) => "a map".to_owned(),
                Value::Group(None, _) | Value::Tuple(None, _) => "a group in parentheses".to_owned(),
                Value::Group(Some(_), _)
                | Value::Tuple(Some(_), _)
                | Value::Whole(_)
                | Value::Bool(_)
                | Value::Name(_)
                | Value::Some(_)
                | Value::None
                | Value::Other => format!("`{}`", cut(source.lines().next().unwrap_or_default())),
            };
            format!("expected {}, found {found}", expected())
        });
    }
}

fn unknown_field(field: &str, known: &[&str]) -> String {
    let list = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    format!("there is no field `{}` here; the fields are {list}", cut(field))
}

fn changed(c: char, change: Change) -> String {
    let c = u32::from(c);
    match change {
        Change::Replaced => {
            format!("the character U+{c:04X} drives terminals or hides text; it is shown as a sign")
        }
        Change::Dropped => format!("the character U+{c:04X} has nothing here to change; it is not shown"),
    }
}
