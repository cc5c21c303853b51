//! The file that the comparison came from, looked at again whenever somebody may have changed it.

use std::path::PathBuf;

use super::Edit;
use crate::comparison::Comparison;
use crate::edit;
use crate::explorer::{Action, Explorer, Trouble};
use crate::store::comparison_file;

/// The file that the comparison came from.
#[derive(Debug)]
pub(super) struct SourceFile {
    path: PathBuf,
    /// Its text when it was looked at last, be that sound or not, or why there was none.
    seen: Result<String, Trouble>,
    /// Whether it says something else than what is shown, because that has changes of its own.
    is_behind: bool,
}

impl SourceFile {
    /// The file that was read as this text.
    pub(super) fn new(path: PathBuf, text: String) -> Self {
        Self { path, seen: Ok(text), is_behind: false }
    }

    /// Takes note that what it says was not taken over.
    pub(super) fn fall_behind(&mut self) {
        self.is_behind = true;
    }

    /// Sees it as what is shown, so that what it says is found again, if that was not taken over.
    pub(super) fn catch_up(&mut self, shown: &str) -> bool {
        if self.is_behind {
            self.seen = Ok(shown.to_owned());
        }
        std::mem::take(&mut self.is_behind)
    }

    /// Looks at the file again; nothing if it is as it was.
    pub(super) fn look(&mut self) -> Option<Action> {
        let seen = comparison_file::read(&self.path).map_err(|error| {
            if error.is_gone() { Trouble::Gone } else { Trouble::Unreadable(error.to_string()) }
        });
        if seen == self.seen {
            return None;
        }
        self.seen = seen;
        Some(match self.seen.as_ref().map(|text| Comparison::from_ron(text)) {
            Ok(Ok(comparison)) => {
                Action::FileRead(self.seen.clone().unwrap_or_default(), Box::new(comparison))
            }
            Ok(Err(problems)) => Action::FileTrouble(Trouble::damaged(&problems)),
            Err(trouble) => Action::FileTrouble(trouble.clone()),
        })
    }

    /// The file at the line of what is wrong with it, else of the claim under the cursor.
    pub(super) fn edit(&self, explorer: &Explorer) -> Edit {
        let line = match (explorer.trouble(), &self.seen, explorer.cursor().claim) {
            (Some(trouble), _, _) => trouble.line(),
            (None, Ok(text), Some(claim)) => Some(edit::line_of(text, explorer.comparison(), claim)),
            (None, _, _) => None,
        };
        Edit { file: self.path.clone(), line: line.unwrap_or(1) }
    }
}
