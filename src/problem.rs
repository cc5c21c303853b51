//! What is wrong with a file, and where: as lines and columns, with the part of the text that is meant.

use std::fmt;
use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::safe_text::SafeText;
use crate::tree::Faults;

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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// The file as the user named it.
    pub file: String,
    /// The first ones, in the order of the file.
    pub list: Vec<Problem>,
    /// How many there are beyond those.
    pub more: usize,
}

impl Problems {
    /// Finds the lines and columns of faults in the text that they were found in.
    #[must_use]
    pub fn new(text: &str, faults: &Faults) -> Self {
        let mut lines = Lines::new(text);
        let located = faults.listed().iter().map(|fault| lines.problem(&fault.place, fault.message.clone()));
        Self { file: String::new(), list: located.collect(), more: faults.more() }
    }

    /// The same with the name of the file.
    #[must_use]
    pub fn of_file(self, file: impl Into<String>) -> Self {
        Self { file: SafeText::line(&file.into()).to_string(), ..self }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.list.iter().enumerate() {
            let (newline, prefix) = if i == 0 { ("", "") } else { ("\n", "error: ") };
            write!(f, "{newline}{prefix}{}:{}:{}: {problem}", self.file, problem.line, problem.column)?;
        }
        match self.more {
            0 => Ok(()),
            more => write!(f, "\nerror: {}: and {more} more", self.file),
        }
    }
}

impl std::error::Error for Problems {}

/// A text on the way from one place to a later one, so that its lines are counted once.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    /// The number of the line here, from 1.
    line: usize,
    /// Where that line begins.
    start: usize,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, at: 0, line: 1, start: 0 }
    }

    /// The problem at a place that is not before the last one.
    fn problem(&mut self, place: &Range<usize>, message: String) -> Problem {
        let at = floor_char_boundary(self.text, place.start).max(self.at);
        let passed = &self.text[self.at..at];
        self.line += passed.bytes().filter(|byte| *byte == b'\n').count();
        self.start = passed.rfind('\n').map_or(self.start, |newline| self.at + newline + 1);
        self.at = at;
        let (line, start) = (self.line, self.start);
        let end = self.text[at..].find('\n').map_or(self.text.len(), |newline| at + newline);
        let before = self.text[start..at].trim_start_matches('\u{feff}');
        let rest = self.text[at..end].trim_end_matches('\r');
        let wrong_end = floor_char_boundary(self.text, place.end.min(at + rest.len())).max(at);
        // Of a long line only the part around the place is shown.
        let shown_before =
            before.char_indices().rev().take(LINE_LIMIT * 3 / 4).last().map_or(0, |(from, _)| from);
        let column = before.chars().count();
        let room = LINE_LIMIT - column.min(LINE_LIMIT * 3 / 4);
        let shown_rest: String = rest.chars().take(room).collect();
        let wrong: String = self.text[at..wrong_end].chars().take(room).collect();
        let (before, rest) = (SafeText::line(&before[shown_before..]), SafeText::line(&shown_rest));
        Problem {
            line,
            column: column + 1,
            message,
            indent: before.width(),
            width: SafeText::line(&wrong).width().max(1),
            source: format!("{before}{rest}"),
        }
    }
}

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

    fn problem(text: &str, place: Range<usize>) -> Problem {
        Lines::new(text).problem(&place, "no".to_owned())
    }

    #[test]
    fn a_problem_shows_its_line_and_a_caret() {
        let text = "Comparison(\n\tformat: 12,\n)";
        let at = text.find("12").unwrap();
        let problem = problem(text, at..at + 2);
        assert_eq!((problem.line, problem.column), (2, 10));
        assert_eq!(problem.to_string(), "no\n    2 |  format: 12,\n      |          ^^");
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{}X{}", "a".repeat(500), "b".repeat(500));
        let problem = problem(&text, 500..501);
        assert_eq!(problem.column, 501);
        assert_eq!(problem.source.chars().nth(problem.indent), Some('X'));
        assert!(problem.to_string().len() < 300);
    }

    #[test]
    fn a_place_past_the_end_or_inside_a_character_is_harmless() {
        for at in 0..8 {
            assert_eq!(problem("a\u{e9}\u{1f600}", at..at + 9).line, 1);
        }
    }

    #[test]
    fn every_line_has_its_number() {
        let text = "a\n\nb\r\nc\n";
        for (at, line, column) in [(0, 1, 1), (1, 1, 2), (2, 2, 1), (3, 3, 1), (6, 4, 1), (8, 5, 1)] {
            let problem = problem(text, at..at + 1);
            assert_eq!((problem.line, problem.column), (line, column), "{at}");
        }
    }

    #[test]
    fn what_is_not_listed_is_counted() {
        let mut faults = Faults::default();
        for at in 0..60 {
            faults.add(at..at + 1, || "no".to_owned());
        }
        let problems = Problems::new(&"x".repeat(60), &faults).of_file("a\nb");
        assert_eq!(problems.list.len(), Faults::MOST_LISTED);
        assert!(problems.to_string().ends_with("\nerror: a\u{240a}b: and 10 more"), "{problems}");
    }
}
