//! RON read into a plain tree, in one pass.
//!
//! What holds values together (brackets, commas, white space, comments) is read here, because `ron` does not tell the
//! places of values. The words between that (texts, numbers, names) are read by `ron` itself, so that there is one
//! opinion on what they are. The reader takes what `ron` takes; a test compares them.

mod blanks;
mod words;
mod write;

pub(crate) use blanks::{after_blanks, after_comment, after_white};
pub(crate) use write::literal;
pub use write::write;

use ron::Error;
use ron::extensions::Extensions;

use crate::tree::{Fault, Field, Node, Tree, Value};
use crate::wording::cut;
use words::offset;

/// How deep values may be nested.
const DEPTH_LIMIT: usize = 64;

/// How many values a file may hold: more than the largest comparison within its limits has.
const VALUE_LIMIT: usize = 200_000;

/// Reads a text that should hold one `name(...)`.
///
/// # Errors
/// The first mistake in the syntax: what follows it can't be told apart.
pub fn read<'t>(text: &'t str, name: &str) -> Result<Tree<'t>, Fault> {
    let mut reader = Reader::new(text);
    reader.start(name)?;
    let root = reader.value(0)?;
    reader.skip_blanks()?;
    match reader.peek() {
        None => Ok(Tree { source: text, root }),
        Some(_) => Err(reader.fault("expected the end of the file here")),
    }
}

/// Reads no further than to the text of one field of `name(...)`; none if the beginning that is at hand does not have it.
#[must_use]
pub fn first_text(beginning: &str, name: &str, field: &str) -> Option<String> {
    let mut reader = Reader::new(beginning);
    reader.start(name).ok()?;
    reader.identifier().ok()?;
    reader.skip_blanks().ok()?;
    if !reader.take('(').ok()? {
        return None;
    }
    loop {
        let found = reader.field(0).ok()?;
        match found.node.value {
            Value::Text(text) if found.name == field => return Some(text.text.into_owned()),
            _ => {}
        }
        reader.skip_blanks().ok()?;
        if !reader.take(',').ok()? {
            return None;
        }
    }
}

/// A text that is being read, and how far.
struct Reader<'t> {
    source: &'t str,
    at: usize,
    /// How many values have been read.
    values: usize,
    /// Whether the text asks for the extension in which a lone `Some` may stand before its value.
    implicit_some: bool,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        Self { source: text, at: 0, values: 0, implicit_some: false }
    }

    /// Goes past what may stand before the value, which should be one `name(...)`.
    fn start(&mut self, name: &str) -> Result<(), Fault> {
        let text = self.source;
        self.at = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
        self.skip_blanks()?;
        self.skip_attributes()?;
        self.assert_starts(name)
    }

    fn rest(&self) -> &'t str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Goes past `c` and the blanks after it, if it comes next.
    fn take(&mut self, c: char) -> Result<bool, Fault> {
        if self.peek() != Some(c) {
            return Ok(false);
        }
        self.at += c.len_utf8();
        self.skip_blanks()?;
        Ok(true)
    }

    /// Something that is wrong with the next character.
    fn fault(&self, message: impl Into<String>) -> Fault {
        Fault { place: self.at..self.at + 1, message: message.into() }
    }

    /// As [`Self::fault`], but at the end of the text that is what is wrong.
    fn expected(&self, message: &str) -> Fault {
        match self.peek() {
            None => self.fault("the file ends too early: something that was opened is not closed"),
            Some(_) => self.fault(message),
        }
    }

    /// Goes past attributes such as `#![enable(implicit_some)]`, which `ron` reads.
    fn skip_attributes(&mut self) -> Result<(), Fault> {
        if self.peek() != Some('#') {
            return Ok(());
        }
        match ron::Deserializer::from_str(self.rest()) {
            Ok(after) => {
                self.at = self.source.len() - after.remainder().len();
                self.implicit_some = after.extensions().contains(Extensions::IMPLICIT_SOME);
                Ok(())
            }
            Err(error) => {
                self.at += offset(self.rest(), error.span.end);
                Err(match error.code {
                    Error::NoSuchExtension(name) => {
                        self.fault(format!("there is no RON extension named `{}`", cut(&name)))
                    }
                    other => self.fault(cut(&other.to_string())),
                })
            }
        }
    }

    /// Refuses what is no file of ours before anything is said of its syntax.
    fn assert_starts(&mut self, name: &str) -> Result<(), Fault> {
        let Some(first) = self.peek() else {
            return Err(self.fault(format!("the file is empty; expected {name}(...)")));
        };
        if first == '{' {
            let message = format!("this looks like JSON; expected RON, which starts with {name}(...)");
            return Err(self.fault(message));
        }
        let (other, said) = match name {
            "Profile" => ("Comparison", "this is a comparison; expected Profile(...)"),
            _ => {
                ("Profile", "this is a profile; expected Comparison(...); touchstone --profile-file opens it")
            }
        };
        if self.rest().strip_prefix(other).is_some_and(|rest| rest.trim_start().starts_with('(')) {
            return Err(self.fault(said));
        }
        let start = self.at;
        if self.rest().starts_with(name) {
            self.at += name.len();
            self.skip_blanks()?;
        }
        let starts_well = self.peek() == Some('(');
        self.at = start;
        if starts_well { Ok(()) } else { Err(self.fault(format!("expected {name}(...)"))) }
    }

    fn value(&mut self, depth: usize) -> Result<Node<'t>, Fault> {
        if depth >= DEPTH_LIMIT {
            return Err(self.fault(format!("values are nested more than {DEPTH_LIMIT} deep")));
        }
        self.values += 1;
        if self.values > VALUE_LIMIT {
            return Err(self.fault(format!("a file has at most {VALUE_LIMIT} values, and this one has more")));
        }
        let start = self.at;
        let value = match self.peek() {
            Some('(') => self.parentheses(None, depth)?,
            Some('[') => self.list(depth)?,
            Some('{') => self.map(depth)?,
            Some(_) => match self.identifier()? {
                Some(name) => self.named(name, start, depth)?,
                None => self.scalar()?,
            },
            None => return Err(self.expected("")),
        };
        Ok(Node { place: start..self.at, value })
    }

    /// A value that starts with a name, which has just been read from `start` on.
    fn named(&mut self, name: &'t str, start: usize, depth: usize) -> Result<Value<'t>, Fault> {
        let end = self.at;
        match &self.source[start..end] {
            "true" => return Ok(Value::Bool(true)),
            "false" => return Ok(Value::Bool(false)),
            "None" => return Ok(Value::None),
            "inf" | "inff32" | "inff64" | "NaN" | "NaNf32" | "NaNf64" => {
                self.at = start;
                return self.scalar();
            }
            _ => self.skip_blanks()?,
        }
        let is_some = &self.source[start..end] == "Some";
        if is_some && self.take('(')? {
            let inner = self.value(depth + 1)?;
            self.skip_blanks()?;
            self.take(',')?;
            self.close(')')?;
            return Ok(Value::Some(Box::new(inner)));
        }
        if is_some && self.implicit_some {
            return Ok(Value::Some(Box::new(self.value(depth + 1)?)));
        }
        if is_some {
            return Err(self.expected("expected a value in parentheses after `Some`"));
        }
        if self.peek() == Some('(') {
            return self.parentheses(Some(name), depth);
        }
        self.at = end;
        Ok(Value::Name(name))
    }

    /// Values in parentheses, which have names if the first one has.
    fn parentheses(&mut self, name: Option<&'t str>, depth: usize) -> Result<Value<'t>, Fault> {
        self.take('(')?;
        let start = self.at;
        let first = self.identifier()?;
        self.skip_blanks()?;
        let has_names = first.is_some() && self.peek() == Some(':');
        self.at = start;
        if has_names || self.peek() == Some(')') {
            return Ok(Value::Group(name, self.items(')', |reader| reader.field(depth))?));
        }
        let values = self.items(')', |reader| {
            let node = reader.value(depth + 1)?;
            reader.skip_blanks()?;
            if matches!(node.value, Value::Name(_)) && !matches!(reader.peek(), Some(',' | ')')) {
                return Err(reader.expected("expected a colon between a name and its value"));
            }
            Ok(node)
        })?;
        Ok(Value::Tuple(name, values))
    }

    fn list(&mut self, depth: usize) -> Result<Value<'t>, Fault> {
        self.take('[')?;
        Ok(Value::List(self.items(']', |reader| reader.value(depth + 1))?))
    }

    fn map(&mut self, depth: usize) -> Result<Value<'t>, Fault> {
        self.take('{')?;
        let entries = self.items('}', |reader| {
            let key = reader.value(depth + 1)?;
            reader.colon()?;
            Ok((key, reader.value(depth + 1)?))
        })?;
        Ok(Value::Map(entries))
    }

    fn field(&mut self, depth: usize) -> Result<Field<'t>, Fault> {
        let start = self.at;
        let Some(name) = self.identifier()? else {
            return Err(self.expected("expected the name of a field, without quotes"));
        };
        let place = start..self.at;
        self.colon()?;
        Ok(Field { name, place, node: self.value(depth + 1)? })
    }

    /// Items with commas between them, up to the bracket that closes them.
    fn items<T>(
        &mut self,
        end: char,
        mut item: impl FnMut(&mut Self) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let mut items = Vec::new();
        while self.peek() != Some(end) {
            items.push(item(self)?);
            self.skip_blanks()?;
            if !self.take(',')? && self.peek() != Some(end) {
                return Err(self.expected("expected a comma or the closing bracket"));
            }
        }
        self.at += end.len_utf8();
        // Most lists are short, and a vector makes room for four.
        items.shrink_to_fit();
        Ok(items)
    }

    fn colon(&mut self) -> Result<(), Fault> {
        self.skip_blanks()?;
        if self.take(':')? {
            return Ok(());
        }
        Err(self.expected("expected a colon between a name and its value"))
    }

    fn close(&mut self, bracket: char) -> Result<(), Fault> {
        if self.peek() != Some(bracket) {
            return Err(self.expected("expected a comma or the closing bracket"));
        }
        self.at += bracket.len_utf8();
        Ok(())
    }
}
