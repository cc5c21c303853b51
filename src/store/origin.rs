//! Where a comparison comes from.

use std::path::{Path, PathBuf};

/// Where a comparison comes from. Only a file can be saved again; all else asks for a name first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It came with the program.
    Bundled,
    /// It was read from standard input.
    Input,
    /// It is in this file.
    File(PathBuf),
    /// It was read from this file, which is Markdown or CSV and is never written.
    Import(PathBuf),
    /// It was begun in the program and has no file yet.
    New,
}

impl Origin {
    /// The file that it is in, or was read from.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) | Self::Import(path) => Some(path),
            Self::Bundled | Self::Input | Self::New => None,
        }
    }
}
