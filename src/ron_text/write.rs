//! A tree written as RON, laid out for people.

use crate::safe_text::SafeText;
use crate::tree::{Field, Node, Tree, Value};

/// Writes a tree. Texts are written as they are shown, so that nothing in the file drives a terminal.
#[must_use]
pub fn write(tree: &Tree<'_>) -> String {
    let mut text = String::new();
    value(&mut text, &tree.root, 0);
    text.push('\n');
    text
}

/// A text as it is written in a file. What is written is safe to show, so that little needs an escape.
pub(crate) fn literal(shown: &str) -> String {
    format!("\"{}\"", shown.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

fn value(text: &mut String, node: &Node<'_>, depth: usize) {
    match &node.value {
        Value::Text(said) => text.push_str(&literal(SafeText::text(&said.text).trim())),
        Value::Whole(number) => text.push_str(&number.to_string()),
        Value::Bool(said) => text.push_str(if *said { "true" } else { "false" }),
        Value::Name(name) => text.push_str(name),
        Value::Some(inner) => {
            text.push_str("Some(");
            value(text, inner, depth);
            text.push(')');
        }
        Value::None | Value::Other => text.push_str("None"),
        Value::List(items) => {
            let items = items.iter().map(|item| (String::new(), item));
            block(text, ["[", "]"], depth, !node_is_empty(node), items);
        }
        Value::Map(entries) => {
            let entries = entries.iter().map(|(key, node)| {
                let mut before = String::new();
                value(&mut before, key, depth);
                (before + ": ", node)
            });
            block(text, ["{", "}"], depth, !node_is_empty(node), entries);
        }
        Value::Group(name, fields) => {
            text.push_str(name.unwrap_or_default());
            let is_long =
                fields.iter().any(|field| matches!(field.node.value, Value::List(_) | Value::Map(_)));
            let fields = fields.iter().map(|Field { name, node, .. }| (format!("{name}: "), node));
            block(text, ["(", ")"], depth, is_long, fields);
        }
        Value::Tuple(name, items) => {
            text.push_str(name.unwrap_or_default());
            block(text, ["(", ")"], depth, false, items.iter().map(|item| (String::new(), item)));
        }
    }
}

fn node_is_empty(node: &Node<'_>) -> bool {
    match &node.value {
        Value::List(items) => items.is_empty(),
        Value::Map(entries) => entries.is_empty(),
        _ => false,
    }
}

/// Values between brackets, each on a line of its own or all on one.
fn block<'n>(
    text: &mut String,
    [open, close]: [&str; 2],
    depth: usize,
    by_line: bool,
    values: impl Iterator<Item = (String, &'n Node<'n>)>,
) {
    text.push_str(open);
    for (i, (before, node)) in values.enumerate() {
        match (by_line, i) {
            (true, _) => {
                text.push('\n');
                text.push_str(&"    ".repeat(depth + 1));
            }
            (false, 0) => {}
            (false, _) => text.push_str(", "),
        }
        text.push_str(&before);
        value(text, node, depth + 1);
        if by_line {
            text.push(',');
        }
    }
    if by_line {
        text.push('\n');
        text.push_str(&"    ".repeat(depth));
    }
    text.push_str(close);
}
