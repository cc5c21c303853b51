//! The syntax of RON in our words: where things are and what an error means.

use ron::Error;
use ron::error::Position;

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
pub(super) fn offset(text: &str, position: Position) -> usize {
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
    if body.is_empty() {
        return Some(format!("the file is empty; expected {name}(...)"));
    }
    if body.starts_with('{') {
        return Some(format!("this looks like JSON; expected RON, which starts with {name}(...)"));
    }
    let starts_well = body.starts_with('(') || body.starts_with(name) || body.starts_with("#!");
    (!starts_well).then(|| format!("expected {name}(...)"))
}

/// What a syntax error means, and what to do.
pub(super) fn explain(error: &Error) -> String {
    match error {
        Error::Eof => "the file ends too early: something that was opened is not closed".into(),
        Error::ExpectedComma => "expected a comma or the closing bracket".into(),
        Error::ExpectedArrayEnd => "expected a comma or the closing `]` of the list".into(),
        Error::ExpectedMapEnd => "expected a comma or the closing `}` of the map".into(),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => {
            "expected a comma or the closing `)`".into()
        }
        Error::ExpectedMapColon => "expected a colon between a name and its value".into(),
        Error::ExpectedStringEnd => "a text is opened with \" and never closed".into(),
        Error::ExpectedString => "expected a text in quotes".into(),
        Error::ExpectedIdentifier => "expected the name of a field, without quotes".into(),
        Error::UnclosedBlockComment => "a comment is opened with /* and never closed".into(),
        Error::TrailingCharacters => "expected the end of the file here".into(),
        Error::ExceededRecursionLimit => {
            format!("values are nested more than {} deep", super::DEPTH_LIMIT)
        }
        Error::UnexpectedChar(found) => format!("unexpected character {found:?}"),
        Error::NoSuchExtension(name) => format!("there is no RON extension named `{}`", super::cut(name)),
        other => super::cut(&other.to_string()),
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
