//! The syntax of RON in our words: where things are and what an error means.

use ron::Error;
use ron::error::{Position, SpannedError};

use super::scan::{last_quoted, trimmed, unclosed_comment};
use super::words::cut;

/// Where an error is, in bytes.
pub(super) fn place(text: &str, error: &SpannedError) -> usize {
    let end = offset(text, error.span.end);
    match error.code {
        Error::UnclosedBlockComment => unclosed_comment(text).unwrap_or(end),
        Error::InvalidEscape(_) => text[..end].rfind('\\').unwrap_or(end),
        Error::ExpectedStringEnd => last_quoted(text).unwrap_or(end),
        _ => end,
    }
}

/// The byte offset of a line and column that `ron` counts in characters from 1.
fn offset(text: &str, position: Position) -> usize {
    let mut line_start = 0;
    for _ in 1..position.line {
        match text[line_start..].find('\n') {
            Some(newline) => line_start += newline + 1,
            None => return text.len(),
        }
    }
    let line = &text[line_start..];
    let column = position.col.saturating_sub(1);
    line_start + line.char_indices().nth(column).map_or(line.len(), |(at, _)| at)
}

/// A message for a text that is no RON file of ours at all.
pub(super) fn not_ron(text: &str, name: &str) -> Option<String> {
    let body = trimmed(text).0;
    if body.is_empty() && unclosed_comment(text).is_some() {
        return None;
    }
    if body.is_empty() {
        return Some(format!("the file is empty; expected {name}(...)"));
    }
    if body.starts_with('{') {
        return Some(format!("this looks like JSON; expected RON, which starts with {name}(...)"));
    }
    let named = |rest: &str| trimmed(rest).0.starts_with('(');
    let starts_well =
        body.starts_with('(') || body.starts_with("#!") || body.strip_prefix(name).is_some_and(named);
    (!starts_well).then(|| format!("expected {name}(...)"))
}

/// Whether a field's name and no colon come before `at`.
fn follows_a_name(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    let name = before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_');
    !text[at..].starts_with(':') && name.len() < before.len() && name.trim_end().ends_with(['(', ','])
}

/// What a syntax error at `at` means, and what to do.
pub(super) fn explain(text: &str, at: usize, error: &Error) -> String {
    match error {
        Error::ExpectedComma if follows_a_name(text, at) => {
            "expected a colon between a name and its value".into()
        }
        Error::Eof => "the file ends too early: something that was opened is not closed".into(),
        Error::ExpectedComma => "expected a comma or the closing bracket".into(),
        Error::ExpectedArrayEnd => "expected a comma or the closing `]` of the list".into(),
        Error::ExpectedMapEnd => "expected a comma or the closing `}` of the map".into(),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => {
            "expected a comma or the closing `)`".into()
        }
        Error::ExpectedMapColon => "expected a colon between a name and its value".into(),
        Error::ExpectedStringEnd => "a text is opened with \" and never closed".into(),
        Error::ExpectedString | Error::ExpectedChar => "expected a text in double quotes".into(),
        Error::ExpectedIdentifier => "expected the name of a field, without quotes".into(),
        Error::UnclosedBlockComment => "a comment is opened with /* and never closed".into(),
        Error::TrailingCharacters => "expected the end of the file here".into(),
        Error::ExceededRecursionLimit => {
            format!("values are nested more than {} deep", super::DEPTH_LIMIT)
        }
        Error::UnexpectedChar(found) => format!("unexpected character {found:?}"),
        Error::NoSuchExtension(name) => format!("there is no RON extension named `{}`", cut(name)),
        other => cut(&other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_follows_lines_and_columns() {
        let text = "a\n\u{e9}bc";
        assert_eq!(offset(text, Position { line: 1, col: 1 }), 0);
        assert_eq!(offset(text, Position { line: 2, col: 2 }), 4);
        assert_eq!(offset(text, Position { line: 9, col: 9 }), text.len());
    }
}
