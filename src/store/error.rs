//! Why a profile or a comparison could not be read or written.

use std::io;
use std::path::{Path, PathBuf};

use crate::problem::Problems;
use crate::profile::ProfileName;
use crate::text_file::ReadError;

/// Why a profile or a comparison could not be read or written.
///
/// Its text says the reason first and the path last, so that a cut never takes the reason; only [`Self::Damaged`]
/// begins with the place as compilers do, and [`Self::on_one_line`] is for where that may be cut.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The system refused.
    #[error("can't {doing}: {source}: {}", path.display())]
    Io {
        /// What was tried.
        doing: &'static str,
        /// With what.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file can't be read as text.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// A text is no sound profile or comparison.
    #[error(transparent)]
    Damaged(#[from] Problems),
    /// What was written could not be read back.
    #[error("what was written could not be read back; the old file is still there: {}", path.display())]
    NotReadBack {
        /// The file.
        path: PathBuf,
    },
    /// Only regular files are written over.
    #[error("what is there is no regular file; it is left alone: {}", path.display())]
    NotRegular {
        /// What is there.
        path: PathBuf,
    },
    /// Nobody may write the file.
    #[error("the file is read-only; save under another name, or make it writable: {}", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// There is nothing to put a file in.
    #[error("there is no such folder; make it, or save somewhere else: {}", folder.display())]
    NoFolder {
        /// The folder.
        folder: PathBuf,
    },
    /// The file is not what was loaded.
    #[error("{name} was changed by someone else meanwhile; nothing was written")]
    Changed {
        /// The profile.
        name: ProfileName,
    },
    /// The name inside a file is not the one that the file is for.
    #[error("the name in this file is not {name}; rename one or the other: {}", path.display())]
    Misnamed {
        /// The file.
        path: PathBuf,
        /// The name that the file is for.
        name: ProfileName,
    },
    /// Another window is writing it.
    #[error("{what} is in use by another window; try again")]
    InUse {
        /// The profile or the file.
        what: String,
    },
    /// There is a profile of that name.
    #[error("there is a profile {name} already")]
    NameTaken {
        /// The name.
        name: ProfileName,
    },
    /// There is no profile of that name.
    #[error("there is no profile {name}")]
    Missing {
        /// The name.
        name: ProfileName,
    },
    /// It would be too large to be read again.
    #[error("this takes {bytes} bytes, and at most {limit} can be kept; shorter texts make room")]
    TooLarge {
        /// What it takes.
        bytes: usize,
        /// The limit in bytes.
        limit: u64,
    },
    /// It can't be put into words.
    #[error("the profile can't be written as RON: {0}")]
    Unwritable(ron::Error),
}

impl StoreError {
    /// What is wrong, the reason first and the path last.
    #[must_use]
    pub fn on_one_line(&self) -> String {
        if let Self::Damaged(Problems { file, list, .. }) = self
            && let Some(problem) = list.first()
        {
            return format!("{} on line {}: {file}", problem.message, problem.line);
        }
        self.to_string()
    }

    pub(super) fn io(doing: &'static str, path: &Path, source: io::Error) -> Self {
        Self::Io { doing, path: path.to_owned(), source }
    }
}
