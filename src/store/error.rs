//! Why a profile could not be read or written.

use std::io;
use std::path::{Path, PathBuf};

use crate::problem::Problems;
use crate::profile::ProfileName;
use crate::text_file::ReadError;

/// Why a profile could not be read or written.
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
    /// A file is no sound profile.
    #[error(transparent)]
    Damaged(#[from] Problems),
    /// What was written could not be read back.
    #[error("what was written could not be read back; the old file is still there: {}", path.display())]
    NotReadBack {
        /// The profile's file.
        path: PathBuf,
    },
    /// Only regular files are written over.
    #[error("what is there is no regular file; it is left alone: {}", path.display())]
    NotRegular {
        /// What is there.
        path: PathBuf,
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
    #[error("{name} is in use by another window; try again")]
    InUse {
        /// The profile.
        name: ProfileName,
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
    #[error("the profile takes {bytes} bytes, and at most {limit} can be kept; shorter notes make room")]
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
