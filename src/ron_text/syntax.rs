//! The syntax of RON in our words: where things are and what an error means.

use ron::Error;
use ron::error::{Position, SpannedError};

use super::words::cut;

/// The length of the white space and comments that `text` starts with, in bytes.
pub(super) fn trivia(text: &str) -> usize {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        if rest.starts_with("//") {
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
        } else if rest.starts_with("/*") {
            rest = after_block_comment(rest);
        } else {
            return text.len() - rest.len();
        }
    }
}

/// The length of the white space, comments and commas that `text` starts with, in bytes.
pub(super) fn separators(text: &str) -> usize {
    let mut at = trivia(text);
    while text[at..].starts_with(',') {
        at += 1;
        at += trivia(&text[at..]);
    }
    at
}

/// Where a value ends that `text` starts with: before the white space and comments that follow it.
pub(super) fn end_of_value(text: &str) -> usize {
    let (mut at, mut end) = (0, 0);
    while at < text.len() {
        let skipped = trivia(&text[at..]);
        if skipped > 0 {
            at += skipped;
            continue;
        }
        at += token(&text[at..]);
        end = at;
    }
    end
}

/// The length of the quoted text or else the character that `text` starts with, in bytes.
fn token(text: &str) -> usize {
    let first = text.chars().next().map_or(1, char::len_utf8);
    let hashes = text.trim_start_matches('r').chars().take_while(|c| *c == '#').count();
    let raw_open = format!("r{}\"", "#".repeat(hashes));
    if text.starts_with(&raw_open) {
        let close = format!("\"{}", "#".repeat(hashes));
        let body = &text[raw_open.len()..];
        return body.find(&close).map_or(text.len(), |end| raw_open.len() + end + close.len());
    }
    if !text.starts_with('"') {
        return first;
    }
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Where a comment is opened that is never closed.
fn unclosed_comment(text: &str) -> Option<usize> {
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            let after = after_block_comment(rest);
            if after.is_empty() && !rest.ends_with("*/") {
                return Some(at);
            }
            at = text.len() - after.len();
        } else if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else {
            at += token(rest);
        }
    }
    None
}

/// Where an error is, in bytes.
pub(super) fn place(text: &str, error: &SpannedError) -> usize {
    let end = offset(text, error.span.end);
    match error.code {
        Error::UnclosedBlockComment => unclosed_comment(text).unwrap_or(end),
        Error::InvalidEscape(_) => text[..end].rfind('\\').unwrap_or(end),
        Error::ExpectedStringEnd => last_quote(text).unwrap_or(end),
        _ => end,
    }
}

/// Where the last quoted text of a file is opened.
fn last_quote(text: &str) -> Option<usize> {
    let (mut at, mut last) = (0, None);
    while at < text.len() {
        at += trivia(&text[at..]);
        if text[at..].starts_with('"') {
            last = Some(at);
        }
        at += if at < text.len() { token(&text[at..]) } else { 0 };
    }
    last
}

/// Block comments nest.
fn after_block_comment(text: &str) -> &str {
    let (mut depth, mut at) = (0_usize, 0);
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return &text[at..];
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    ""
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
    let body = &text[trivia(text)..];
    if body.is_empty() && unclosed_comment(text).is_some() {
        return None;
    }
    if body.is_empty() {
        return Some(format!("the file is empty; expected {name}(...)"));
    }
    if body.starts_with('{') {
        return Some(format!("this looks like JSON; expected RON, which starts with {name}(...)"));
    }
    let named = |rest: &str| rest[trivia(rest)..].starts_with('(');
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
    fn trivia_skips_white_space_and_both_kinds_of_comment() {
        for text in ["x", " \n x", "// a\n x", "/* a /* b */ c */x", "/**/ //\n/**/x"] {
            assert_eq!(&text[trivia(text)..], "x", "{text:?}");
        }
        for text in ["", "//", "/* never closed /* */ x"] {
            assert_eq!(&text[trivia(text)..], "", "{text:?}");
        }
    }

    #[test]
    fn an_offset_follows_lines_and_columns() {
        let text = "a\n\u{e9}bc";
        assert_eq!(offset(text, Position { line: 1, col: 1 }), 0);
        assert_eq!(offset(text, Position { line: 2, col: 2 }), 4);
        assert_eq!(offset(text, Position { line: 9, col: 9 }), text.len());
    }
}
