//! Why the file of the comparison is no longer what is shown.

use super::{Command, Notice};
use crate::problem::Problems;

/// Why the file of the comparison is no longer what is shown. What was read last stays, and nothing is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It does not load.
    Damaged {
        /// The line of the first thing that is wrong, from 1.
        line: usize,
        /// Its column in characters, from 1.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// It is not there.
    Gone,
    /// It can't be read, and why.
    Unreadable(String),
}

impl Trouble {
    /// The first of the problems of a file.
    #[must_use]
    pub fn damaged(problems: &Problems) -> Self {
        let first = problems.list.first();
        Self::Damaged {
            line: first.map_or(1, |problem| problem.line),
            column: first.map_or(1, |problem| problem.column),
            message: first.map_or_else(String::new, |problem| problem.message.clone()),
        }
    }

    /// The line to look at, if there is one.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::Damaged { line, .. } => Some(*line),
            Self::Gone | Self::Unreadable(_) => None,
        }
    }

    /// In a few words, for as long as it is so.
    #[must_use]
    pub fn brief(&self) -> String {
        match self {
            Self::Damaged { line, .. } => format!("file has a problem: line {line}"),
            Self::Gone => "file is gone".to_owned(),
            Self::Unreadable(_) => "file can't be read".to_owned(),
        }
    }

    /// All of it, when it is found.
    pub(super) fn notice(&self) -> Notice {
        match self {
            Self::Damaged { line, column, message } => {
                let notice = Notice::problem(format!("Line {line}, column {column} of the file: {message}"));
                notice.with(Command::Editor, "opens it there")
            }
            Self::Gone => Notice::problem("The file is gone; this is what was in it")
                .with(Command::Save, "writes it again"),
            Self::Unreadable(message) => Notice::problem(message),
        }
    }
}
