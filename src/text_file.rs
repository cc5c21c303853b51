//! Text files of strangers, read with care.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::order;
use crate::safe_text::is_utf16;

/// Why a file can't be read as text. Its text says the reason first and the path last.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The system refused.
    #[error("can't read: {source}: {}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A folder, a device or the like.
    #[error("can't read: it is no regular file: {}", path.display())]
    NotRegular {
        /// What is there.
        path: PathBuf,
    },
    /// Over the limit.
    #[error("can't read: it is larger than {limit} bytes: {}", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The limit in bytes.
        limit: u64,
    },
    /// UTF-16.
    #[error("can't read: it is UTF-16 text; save it as UTF-8: {}", path.display())]
    Utf16 {
        /// The file.
        path: PathBuf,
    },
    /// Not UTF-8.
    #[error("can't read: it is no UTF-8 text, see byte {at}: {}", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The first byte that is wrong, from 0.
        at: usize,
    },
}

impl ReadError {
    /// Whether there is no such file.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        match self {
            Self::Io { source, .. } => source.kind() == io::ErrorKind::NotFound,
            Self::NotRegular { .. } | Self::TooLarge { .. } | Self::Utf16 { .. } | Self::NotUtf8 { .. } => {
                false
            }
        }
    }
}

/// Reads a regular file of at most `limit` bytes as UTF-8. Nothing that is no regular file is waited for.
///
/// # Errors
/// If it is no such file.
pub fn read(path: &Path, limit: u64) -> Result<String, ReadError> {
    text(read_bytes(path, limit)?, path)
}

/// What was read from a file, or from what is called so, as UTF-8.
pub(crate) fn text(bytes: Vec<u8>, path: &Path) -> Result<String, ReadError> {
    if is_utf16(&bytes) {
        return Err(ReadError::Utf16 { path: path.to_owned() });
    }
    String::from_utf8(bytes)
        .map_err(|error| ReadError::NotUtf8 { path: path.to_owned(), at: error.utf8_error().valid_up_to() })
}

/// Reads a regular file of at most `limit` bytes, whatever it holds.
pub(crate) fn read_bytes(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    let bytes = beginning(path, limit + 1)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > limit) {
        return Err(ReadError::TooLarge { path: path.to_owned(), limit });
    }
    Ok(bytes)
}

/// The first bytes of a regular file, at most so many.
pub(crate) fn beginning(path: &Path, most: u64) -> Result<Vec<u8>, ReadError> {
    let io = |source| ReadError::Io { path: path.to_owned(), source };
    // Not every system opens a folder to say what it is.
    let file = open_at_once(File::options().read(true), path).map_err(|error| {
        if path.is_dir() { ReadError::NotRegular { path: path.to_owned() } } else { io(error) }
    })?;
    if !file.metadata().map_err(io)?.is_file() {
        return Err(ReadError::NotRegular { path: path.to_owned() });
    }
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).map_err(io)?;
    Ok(bytes)
}

/// The Markdown files in a folder and in those within, by their paths, and the folders that can't be read. Links to folders
/// are not followed, and what is hidden is not looked at.
#[must_use]
pub fn documents_in(folder: &Path) -> (Vec<PathBuf>, Vec<ReadError>) {
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let entries = match entries {
            Ok(entries) => entries,
            Err(source) => {
                errors.push(ReadError::Io { path: folder, source });
                continue;
            }
        };
        for entry in entries.iter().filter(|entry| !entry.file_name().as_encoded_bytes().starts_with(b".")) {
            let path = entry.path();
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
            if entry.file_type().is_ok_and(|it| it.is_dir()) {
                folders.push(path);
            } else if matches!(ending.as_deref(), Some("md" | "markdown")) {
                found.push(path);
            }
        }
    }
    order::by(&mut found, Ord::cmp);
    (found, errors)
}

/// Opens a file without waiting for the other end of a pipe, and a terminal without making it ours.
#[cfg(unix)]
pub(crate) fn open_at_once(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let flags = (rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY).bits();
    // The same bits, as the standard library wants them.
    options.custom_flags(flags.cast_signed()).open(path)
}

#[cfg(not(unix))]
pub(crate) fn open_at_once(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    options.open(path)
}
