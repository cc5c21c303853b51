//! Which comparison files were opened or saved last.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::iter;
use std::path::{Path, PathBuf};

use super::comparison_file::{self, locate};
use super::lock::Lock;
use super::{StoreError, create_folder, write};
use crate::comparison::Comparison;
use crate::import::{self, Form};
use crate::problem::Problems;
use crate::safe_text::SafeText;
use crate::text_file::{self, ReadError};

/// The file in the data folder: one path a line, the newest first.
const FILE: &str = "recent";

/// The largest such file, in bytes.
const LIMIT: u64 = 1024 * 1024;

/// How many files are listed.
const MOST_LISTED: usize = 20;

/// How many files are kept in mind: some may be on a disk that is not there just now.
const MOST_KEPT: usize = 100;

/// How much of each file is read for the list, in bytes, so that twenty of the largest are no more work than one.
const BEGINNING: u64 = 64 * 1024;

/// The comparison files that were opened or saved last, kept in the data folder.
#[derive(Clone, Debug)]
pub struct RecentFiles {
    folder: PathBuf,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it asks, or the first thing that is wrong with it. Of a file over 64 KiB only the beginning is looked at.
    pub title: Result<SafeText, SafeText>,
}

impl RecentFiles {
    /// Those in the data folder. Nothing is created until one is remembered.
    #[must_use]
    pub fn new(data_folder: &Path) -> Self {
        Self { folder: data_folder.to_owned() }
    }

    /// Takes note that a file was opened or saved now.
    pub fn remember(&self, path: &Path) {
        // Where that can't be written, the list stays as it is, and nothing is lost.
        let _ = self.put_first(&locate(path));
    }

    /// The newest ones that are there, at most 20.
    #[must_use]
    pub fn list(&self) -> Vec<RecentFile> {
        let found =
            self.paths().into_iter().filter_map(|path| Some(RecentFile { title: title(&path)?, path }));
        found.take(MOST_LISTED).collect()
    }

    /// The ids of the newest ones that can be read, at most 20.
    pub fn ids(&self) -> impl Iterator<Item = String> {
        let id = |path: PathBuf| {
            let text = comparison_file::read(&path).ok()?;
            let read = import::read(&text, Form::of(Some(&path), &text), Some(&path), None).ok()?;
            Some(read.comparison.id().to_owned())
        };
        self.paths().into_iter().filter_map(id).take(MOST_LISTED)
    }

    fn put_first(&self, path: &Path) -> Result<(), StoreError> {
        create_folder(&self.folder)?;
        let _lock = Lock::wait(&self.folder.join(".recent.lock"), FILE)?;
        let file = self.folder.join(FILE);
        write::sweep(&file)?;
        let others = self.paths().into_iter().filter(|other| other != path);
        let mut text = String::new();
        for path in iter::once(path.to_owned()).chain(others).take(MOST_KEPT) {
            // A path that is no line of text is not remembered.
            if let Some(line) = path.to_str().filter(|line| !line.contains('\n')) {
                text.extend([line, "\n"]);
            }
        }
        write::place(&file, &[&text])
    }

    /// What the file says that can be a path, whatever else is in it.
    fn paths(&self) -> Vec<PathBuf> {
        let content = text_file::read_bytes(&self.folder.join(FILE), LIMIT).unwrap_or_default();
        let lines = content.split(|byte| *byte == b'\n').filter_map(|line| std::str::from_utf8(line).ok());
        let mut seen = BTreeSet::new();
        lines.map(PathBuf::from).filter(|path| path.is_absolute() && seen.insert(path.clone())).collect()
    }
}

/// The title of a file or what is wrong with it; none if it is not there.
fn title(path: &Path) -> Option<Result<SafeText, SafeText>> {
    let title = match text_file::read(path, BEGINNING) {
        Ok(text) => import::read(&text, Form::of(Some(path), &text), Some(path), None)
            .map(|it| it.comparison.title().clone())
            .map_err(|it| first_of(&it)),
        Err(ReadError::TooLarge { .. }) => {
            let beginning = text_file::beginning(path, BEGINNING).unwrap_or_default();
            let title = Comparison::title_in(&String::from_utf8_lossy(&beginning));
            title.ok_or_else(|| "its title does not stand at its beginning".to_owned())
        }
        Err(ReadError::Io { source, .. }) if is_nowhere(source.kind()) => return None,
        Err(error) => Err(error.to_string()),
    };
    Some(title.map_err(|problem| SafeText::line(&problem)))
}

fn is_nowhere(kind: ErrorKind) -> bool {
    use ErrorKind::{InvalidFilename, InvalidInput, NotADirectory, NotFound};
    matches!(kind, NotFound | NotADirectory | InvalidInput | InvalidFilename)
}

fn first_of(problems: &Problems) -> String {
    let first = problems.list.first();
    first.map(|problem| format!("{} on line {}", problem.message, problem.line)).unwrap_or_default()
}
