//! The words of a RON text, as `ron` reads them: names, texts and numbers.

use std::borrow::Cow;
use std::fmt;

use ron::error::{Error, Position};
use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};

use super::Reader;
use crate::tree::{Fault, Text, Value};
use crate::wording::cut;

impl<'t> Reader<'t> {
    /// A name, without the `r#` that it may have; none if something else comes next.
    pub(super) fn identifier(&mut self) -> Result<Option<&'t str>, Fault> {
        let may_start = |c: char| c == '_' || c.is_alphabetic() || !c.is_ascii();
        if !self.peek().is_some_and(may_start) {
            return Ok(None);
        }
        let rest = self.rest();
        let name = name_at_start(rest).or_else(|error| match error {
            // `ron` would rather see `a.b` written as `r#a.b`; what counts is the name before the dot.
            Error::SuggestRawIdentifier(long) => {
                name_at_start(&rest[..long.find(['.', '+', '-']).unwrap_or_default()])
            }
            other => Err(other),
        });
        match name {
            Ok((name, length)) => {
                self.at += length;
                Ok(Some(name))
            }
            Err(Error::ExpectedIdentifier | Error::Eof) => Ok(None),
            Err(other) => Err(self.fault(cut(&other.to_string()))),
        }
    }

    /// A text, a number or another value that is no name and has no brackets.
    pub(super) fn scalar(&mut self) -> Result<Value<'t>, Fault> {
        if let Some(value) = self.plain_text().or_else(|| self.plain_number()) {
            return Ok(value);
        }
        let start = self.at;
        // Here `ron` would go past an attribute as at the start of a file.
        if self.peek() == Some('#') {
            return Err(self.misread(start, &Error::UnexpectedChar('#')));
        }
        let mut words = ron::Deserializer::from_str(self.rest())
            .map_err(|error| self.fault(cut(&error.code.to_string())))?;
        let value = words.deserialize_any(Scalar);
        self.at = self.source.len() - words.remainder().len();
        match value {
            Ok(Value::Text(text)) => Ok(Value::Text(self.placed(text, start))),
            Ok(value) => Ok(value),
            Err(error) => Err(self.misread(start, &error)),
        }
    }

    /// A text that is written as it is, as most are: those need not be read character by character.
    fn plain_text(&mut self) -> Option<Value<'t>> {
        let inside = self.rest().strip_prefix('"')?;
        let text = &inside[..inside.find('"')?];
        if text.contains('\\') {
            return None;
        }
        let start = self.at + 1;
        self.at = start + text.len() + 1;
        Some(Value::Text(Text { text: Cow::Borrowed(text), start, escapes: Vec::new() }))
    }

    /// A number of one or two digits, as most are, with what ends a value behind it.
    fn plain_number(&mut self) -> Option<Value<'t>> {
        let rest = self.rest();
        let length = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let is_plain =
            (1..=2).contains(&length) && rest[length..].starts_with([',', ')', ']', '}', '\n', '\r']);
        let number = rest[..length].parse().ok().filter(|_| is_plain)?;
        self.at += length;
        Some(Value::Whole(number))
    }

    /// What is wrong with a word that begins at `start`; the reader stands where `ron` stopped.
    fn misread(&mut self, start: usize, error: &Error) -> Fault {
        match error {
            Error::UnexpectedChar(found) => self.fault(format!("unexpected character {found:?}")),
            Error::ExpectedStringEnd => {
                self.at = start;
                self.fault("a text is opened with \" and never closed")
            }
            Error::InvalidEscape(_) => {
                self.at = self.source[..self.at].rfind('\\').unwrap_or(start);
                self.fault(cut(&error.to_string()))
            }
            Error::ExpectedString | Error::ExpectedChar => self.fault("expected a text in double quotes"),
            Error::Eof => self.expected(""),
            other => self.fault(cut(&other.to_string())),
        }
    }

    /// A text that was written from `start` to here, with the places of its characters.
    fn placed(&self, text: Text<'t>, start: usize) -> Text<'t> {
        let written = &self.source[start..self.at];
        let start = start + written.find('"').map_or(0, |quote| quote + 1);
        let is_raw = written.starts_with('r');
        let escapes =
            if is_raw { Vec::new() } else { escapes(&text.text, &self.source[start..self.at], start) };
        Text { start, escapes, ..text }
    }
}

/// The name that a text starts with, and how many bytes it takes.
fn name_at_start(text: &str) -> Result<(&str, usize), Error> {
    let mut words = ron::Deserializer::from_str(text).map_err(|error| error.code)?;
    let name = words.deserialize_identifier(Name)?;
    Ok((name, text.len() - words.remainder().len()))
}

/// Where each escape ends, in the text and in the source, whose `written` part begins at `start`.
fn escapes(text: &str, written: &str, start: usize) -> Vec<(usize, usize)> {
    let mut escapes = Vec::new();
    let (mut inside, mut at) = (0, 0);
    while let Some(plain) = written[at..].find('\\') {
        inside += plain;
        at += plain;
        let escape = &written[at..];
        let length = text[inside..].chars().next().map_or(0, char::len_utf8);
        match escape.as_bytes().get(1) {
            // The text goes on in the next line.
            Some(b'\n' | b'\r') => {
                at += escape.len() - escape[1..].trim_start_matches([' ', '\t', '\n', '\r']).len();
            }
            Some(b'u') => {
                at += escape.find('}').map_or(escape.len(), |end| end + 1);
                inside += length;
            }
            // One for each byte of the character.
            Some(b'x') => {
                at += r"\x00".len() * length;
                inside += length;
            }
            Some(_) | None => {
                at += 2;
                inside += length;
            }
        }
        escapes.push((inside, start + at));
    }
    escapes
}

/// The byte offset of a line and column that `ron` counts in characters from 1.
pub(super) fn offset(text: &str, position: Position) -> usize {
    let line_start: usize =
        text.split_inclusive('\n').take(position.line.saturating_sub(1)).map(str::len).sum();
    let line = &text[line_start..];
    line_start + line.char_indices().nth(position.col.saturating_sub(1)).map_or(line.len(), |(at, _)| at)
}

/// Takes the name that `ron` finds.
struct Name;

impl<'t> Visitor<'t> for Name {
    type Value = &'t str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E>(self, name: &'t str) -> Result<&'t str, E> {
        Ok(name)
    }
}

/// Takes whatever value `ron` finds; what no field of ours can be is not told apart.
struct Scalar;

impl<'t> Visitor<'t> for Scalar {
    type Value = Value<'t>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_borrowed_str<E>(self, text: &'t str) -> Result<Value<'t>, E> {
        Ok(text_value(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'t>, E> {
        Ok(text_value(Cow::Owned(text.to_owned())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value<'t>, E> {
        Ok(Value::Whole(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value<'t>, E> {
        Ok(u64::try_from(number).map_or(Value::Other, Value::Whole))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value<'t>, E> {
        Ok(Value::Other)
    }

    fn visit_char<E>(self, _: char) -> Result<Value<'t>, E> {
        Ok(Value::Other)
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Value<'t>, E> {
        Ok(Value::Other)
    }

    fn visit_unit<E>(self) -> Result<Value<'t>, E> {
        Ok(Value::Other)
    }

    fn visit_map<A: MapAccess<'t>>(self, mut range: A) -> Result<Value<'t>, A::Error> {
        while range.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }
}

/// A text whose places are not known yet.
fn text_value(text: Cow<'_, str>) -> Value<'_> {
    Value::Text(Text { text, start: 0, escapes: Vec::new() })
}
