//! What is wrong with a RON text, and where.

use std::fmt;
use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::shown::Shown;

/// How much of a long source line a message shows, in characters.
const LINE_LIMIT: usize = 100;

/// One thing that is wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong and what was expected.
    pub message: String,
    /// The part of the source line around the place.
    source: String,
    /// Cells of `source` before the place.
    indent: usize,
    /// Cells of `source` that are wrong, at least 1.
    width: usize,
}

impl Problem {
    pub(crate) fn new(text: &str, span: Range<usize>, message: String) -> Self {
        let at = floor_char_boundary(text, span.start);
        let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
        let before = text[line_start..at].trim_start_matches('\u{feff}');
        let end = floor_char_boundary(text, span.end.min(line_end)).max(at);
        let column = before.chars().count();
        // Of a long line only the part around the place is shown.
        let skipped = column.saturating_sub(LINE_LIMIT * 3 / 4);
        let before: String = before.chars().skip(skipped).collect();
        let rest: String =
            text[at..line_end].trim_end_matches('\r').chars().take(LINE_LIMIT - (column - skipped)).collect();
        let wrong = text[at..end].trim_end_matches('\r').chars().take(rest.chars().count());
        let (before, rest) = (Shown::line(&before), Shown::line(&rest));
        Self {
            line: text[..line_start].matches('\n').count() + 1,
            column: column + 1,
            message,
            indent: before.width(),
            width: Shown::line(&wrong.collect::<String>()).width().max(1),
            source: format!("{before}{rest}"),
        }
    }
}

impl fmt::Display for Problem {
    /// The message, the source line and a caret under the place; the file's name and place come before it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, message, source, indent, width, .. } = self;
        writeln!(f, "{message}")?;
        writeln!(f, "{line:>5} | {}", source.trim_end())?;
        write!(f, "      | {:indent$}{}", "", "^".repeat(*width))
    }
}

/// All that is wrong with one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems {
    /// The file as the user named it.
    pub file: String,
    /// In the order of the file; at least one.
    pub list: Vec<Problem>,
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.list.iter().enumerate() {
            let (newline, prefix) = if i == 0 { ("", "") } else { ("\n", "error: ") };
            write!(f, "{newline}{prefix}{}:{}:{}: {problem}", self.file, problem.line, problem.column)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_shows_its_line_and_a_caret() {
        let text = "Comparison(\n\tformat: 12,\n)";
        let at = text.find("12").unwrap();
        let problem = Problem::new(text, at..at + 2, "no".to_owned());
        assert_eq!((problem.line, problem.column), (2, 10));
        assert_eq!(problem.to_string(), "no\n    2 |  format: 12,\n      |          ^^");
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{}X{}", "a".repeat(500), "b".repeat(500));
        let problem = Problem::new(&text, 500..501, String::new());
        assert_eq!(problem.column, 501);
        assert_eq!(problem.source.chars().nth(problem.indent), Some('X'));
        assert!(problem.to_string().len() < 300);
    }

    #[test]
    fn a_place_past_the_end_or_inside_a_character_is_harmless() {
        for at in 0..8 {
            let problem = Problem::new("a\u{e9}\u{1f600}", at..at + 9, String::new());
            assert_eq!(problem.line, 1);
        }
    }
}
