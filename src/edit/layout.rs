//! How a file is laid out: its line ends, its indentation, its groups.

use super::items::Items;
use crate::tree::{Node, Value};

/// How lines end.
pub(super) fn newline(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        Some(_) | None => "\n",
    }
}

/// The blanks with which the line of a place begins.
pub(super) fn indent(text: &str, at: usize) -> &str {
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = &text[line..at];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// What indents a line by one step more.
pub(super) fn indent_unit(text: &str) -> &'static str {
    if text.contains("\n\t") { "\t" } else { "    " }
}

/// The start of a line below that is indented as the line of a place.
pub(super) fn below(text: &str, at: usize) -> String {
    format!("{}{}", newline(text), indent(text, at))
}

/// Whether a place is the first one in its line.
pub(super) fn starts_line(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with('\n')
}

/// How the items of a list stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// All in the line of the brackets.
    One,
    /// Each in a line below it.
    Each {
        /// Whether a comma follows the last one.
        last_comma: bool,
    },
}

impl Rows {
    pub(super) fn of(items: &Items<'_>) -> Self {
        if items.by_line() { Self::Each { last_comma: items.has_last_comma() } } else { Self::One }
    }

    /// Some items without the brackets, which stand in the line of a place.
    pub(super) fn inside(self, text: &str, at: usize, items: &[String]) -> String {
        match self {
            Self::One => items.join(", "),
            Self::Each { last_comma } => {
                let line = format!("{}{}", below(text, at), indent_unit(text));
                let comma = if last_comma { "," } else { "" };
                format!("{line}{}{comma}{}", items.join(&format!(",{line}")), below(text, at))
            }
        }
    }
}

/// A group with some fields, laid out as another group is.
pub(super) fn group_like(text: &str, model: &Node<'_>, fields: &[String]) -> String {
    let name = if let Value::Group(Some(name), _) = &model.value { name } else { "" };
    let items = Items::of(text, model).filter(Items::by_line);
    let Some((items, first)) = items.as_ref().and_then(|items| Some((items, items.places.first()?))) else {
        return format!("{name}({})", fields.join(", "));
    };
    let line = below(text, first.start);
    let comma = if items.has_last_comma() { "," } else { "" };
    let close = items.inside.end;
    let end = if starts_line(text, close) { below(text, close) } else { String::new() };
    format!("{name}({line}{}{comma}{end})", fields.join(&format!(",{line}")))
}
