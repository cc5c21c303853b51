//! JSON as text: on one line or in many, and safe to show.

use std::fmt::Write;

use serde::Serialize;
use unicode_normalization::char::is_combining_mark;

use crate::safe_text::{is_forbidden, is_plain};

/// Anything as JSON that is safe to show, ending in a newline.
pub(crate) fn to_json(value: &impl Serialize) -> Result<String, serde_json::Error> {
    Ok(indented(&to_line(value)?) + "\n")
}

/// Anything as JSON that is safe to show, on one line that does not end.
pub(crate) fn to_line(value: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string(value).map(escaped)
}

/// The same JSON in lines, as `serde_json` would indent it: for that, it is compiled once more for every type.
pub(super) fn indented(json: &str) -> String {
    let mut lines = String::with_capacity(2 * json.len());
    let mut depth = 0;
    let (mut in_text, mut is_escaped, mut is_open) = (false, false, false);
    let feed = |lines: &mut String, depth| {
        lines.push('\n');
        lines.extend(std::iter::repeat_n("  ", depth));
    };
    for c in json.chars() {
        if in_text {
            in_text = c != '"' || is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            lines.push(c);
            continue;
        }
        let is_end = matches!(c, ']' | '}');
        depth -= usize::from(is_end);
        // Nothing stands between the signs of what is empty.
        if is_end != is_open {
            feed(&mut lines, depth);
        }
        is_open = matches!(c, '[' | '{');
        depth += usize::from(is_open);
        in_text = c == '"';
        lines.push(c);
        match c {
            ',' => feed(&mut lines, depth),
            ':' => lines.push(' '),
            _ => {}
        }
    }
    lines
}

/// The same JSON in which no character drives a terminal: what `serde_json` leaves raw stands in texts alone,
/// where an escape means the same.
pub(super) fn escaped(json: String) -> String {
    if is_plain(&json) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if c == '\n' || !is_escaped(c) {
            escaped.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a String can't fail.
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        }
    }
    escaped
}

/// Everything that [`crate::safe_text::SafeText`] may replace or drop, also what depends on its neighbors.
fn is_escaped(c: char) -> bool {
    is_forbidden(c) || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}') || is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_indented_as_the_library_does_it() {
        let json = r#"{"a":[],"b":{},"c":[{"d":"e,f:[]{}\\","g\"":[1,[-2.5],null]},true],"":"\\\""}"#;
        let value: serde_json::Value = serde_json::from_str(json).unwrap();
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        assert_eq!(indented(&value.to_string()), pretty);
        for single in ["1", "\"x\"", "[]", "{}", "[1]"] {
            let value: serde_json::Value = serde_json::from_str(single).unwrap();
            assert_eq!(indented(single), serde_json::to_string_pretty(&value).unwrap());
        }
    }
}
