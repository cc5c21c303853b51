//! Comparison files: documents of the person, wherever they are, read and written as carefully as profiles.
//!
//! A save locks `.<name>.lock` beside the file; that stays, because deleting it would let two in. What is written over
//! without knowing it is kept whole as `<name>.bak` beside the file. A link is followed first: all of that is beside
//! the file that it leads to.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::lock::Lock;
use super::write::{self, Access};
use super::{Over, Saving, StoreError, file_name};
use crate::comparison::{Comparison, MOST_BYTES};
use crate::text_file::{self, ReadError};

/// The largest file that is kept as `.bak`, in bytes; what is even larger never was a comparison.
const MOST_KEPT: u64 = 16 * MOST_BYTES;

/// Reads the text of a comparison file.
///
/// # Errors
/// If it is no text that could be one.
pub fn read(path: &Path) -> Result<String, ReadError> {
    text_file::read(path, MOST_BYTES)
}

/// Writes the text of a comparison so that at every moment either the old or the new file is there, whole.
///
/// The text must be a sound comparison. A known file that is gone is not written again: whoever moved or deleted it
/// is not overruled in silence. [`Over::Theirs`] and [`Over::Anything`] keep what is there as `.bak`, even if it is no
/// comparison at all.
///
/// # Errors
/// If it could not be written; then the old file stands.
pub fn save(path: &Path, text: &str, over: &Over) -> Result<Saving, StoreError> {
    if u64::try_from(text.len()).is_ok_and(|length| length > MOST_BYTES) {
        return Err(StoreError::TooLarge { bytes: text.len(), limit: MOST_BYTES });
    }
    let file = locate(path);
    Comparison::from_ron(text).map_err(|problems| problems.of_file(file.display().to_string()))?;
    assert_in_folder(&file)?;
    // It is asked before the lock too, so that nothing is made beside what is not written.
    if let Some(answer) = objection(&file, over)? {
        return Ok(answer);
    }
    let _lock = lock(&file)?;
    if let Some(answer) = objection(&file, over)? {
        return Ok(answer);
    }
    write::sweep(&file)?;
    if let Over::Theirs(_) | Over::Anything = over {
        keep_old(&file)?;
    }
    let warning = write::replace(&file, text.as_bytes(), Access::Usual)?;
    Ok(Saving::Written { text: text.to_owned(), warning })
}

/// Writes a report as whole. It has no lock, since nobody goes on writing it: what nothing may be written over is taken
/// first, empty, so that no other program's file of that name is in its place.
///
/// # Errors
/// If it could not be written; then the old file stands. What no word of the person lets be written over is one at once.
pub fn save_report(path: &Path, text: &str, over: &Over) -> Result<Saving, StoreError> {
    let file = locate(path);
    assert_in_folder(&file)?;
    objection(&file, &Over::Anything)?;
    let is_new = *over == Over::Nothing;
    if is_new {
        match File::create_new(&file) {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(Saving::NameTaken),
            Err(error) => return Err(StoreError::io("write", &file, error)),
        }
    } else {
        keep_old(&file)?;
    }
    let warning = write::replace(&file, text.as_bytes(), Access::Usual).inspect_err(|_| {
        if is_new {
            // Nothing was written, and nothing is to be left of it; the first error is the one to tell.
            let _ = fs::remove_file(&file);
        }
    })?;
    Ok(Saving::Written { text: text.to_owned(), warning })
}

/// What is answered instead of writing a file, if anything is.
fn objection(file: &Path, over: &Over) -> Result<Option<Saving>, StoreError> {
    let Some(old) = write::look_at(file)? else {
        return Ok(matches!(over, Over::Known(_) | Over::Theirs(_)).then_some(Saving::Gone));
    };
    if *over == Over::Nothing {
        return Ok(Some(Saving::NameTaken));
    }
    if !old.is_file() {
        return Err(StoreError::NotRegular { path: file.to_owned() });
    }
    // Renaming over it would be allowed, and is not what whoever protected it wants.
    if old.permissions().readonly() {
        return Err(StoreError::ReadOnly { path: file.to_owned() });
    }
    match over {
        Over::Known(known) | Over::Theirs(known) if !holds(file, known)? => Ok(Some(Saving::Changed)),
        Over::Nothing | Over::Known(_) | Over::Theirs(_) | Over::Anything => Ok(None),
    }
}

/// Keeps what is there as `.bak`, every byte of it.
fn keep_old(file: &Path) -> Result<(), StoreError> {
    let Some(old) = write::look_at(file)? else { return Ok(()) };
    let content = text_file::read_bytes(file, MOST_KEPT)?;
    write::replace(&write::backup(file), &content, Access::Copied(&old)).map(|_| ())
}

/// The one path of a file, however it is called: absolute, with links followed as far as anything is there.
#[must_use]
pub fn locate(path: &Path) -> PathBuf {
    let Ok(path) = std::path::absolute(path) else { return path.to_owned() };
    let whole = fs::canonicalize(&path);
    let in_folder = || Some(fs::canonicalize(path.parent()?).ok()?.join(path.file_name()?));
    whole.ok().or_else(in_folder).map_or(path, as_others_know_it)
}

/// A path without the beginning that Windows has for whole paths of drives: editors and people do not know that.
fn as_others_know_it(path: PathBuf) -> PathBuf {
    let is_of_a_drive = |rest: &&str| rest.as_bytes().get(1) == Some(&b':');
    match path.to_str().and_then(|whole| whole.strip_prefix(r"\\?\")).filter(is_of_a_drive) {
        Some(rest) if cfg!(windows) => rest.into(),
        Some(_) | None => path,
    }
}

/// The file is to be in a folder that is there; none is made.
///
/// # Errors
/// If there is no such folder, or it can't be looked at.
pub fn assert_in_folder(file: &Path) -> Result<(), StoreError> {
    if file.file_name().is_none() {
        return Err(StoreError::io("write", file, ErrorKind::InvalidFilename.into()));
    }
    let folder = write::folder_of(file);
    match fs::metadata(folder) {
        Ok(found) if found.is_dir() => Ok(()),
        Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Err(StoreError::io("look at", folder, error))
        }
        Ok(_) | Err(_) => Err(StoreError::NoFolder { folder: folder.to_owned() }),
    }
}

/// The right to write a file.
fn lock(file: &Path) -> Result<Lock, StoreError> {
    let folder = write::folder_of(file);
    // Names that are no text may share a lock, as they share the names of temporary files.
    let name = file_name(file);
    let refused = |kind| matches!(kind, ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem);
    match Lock::wait(&folder.join(format!(".{name}.lock")), &name) {
        Err(StoreError::Io { source, .. }) if refused(source.kind()) => {
            Err(StoreError::io("write in the folder", folder, source))
        }
        Ok(lock) => Ok(lock),
        Err(error) => Err(error),
    }
}

/// Whether a file holds just this text.
fn holds(file: &Path, text: &str) -> Result<bool, StoreError> {
    match text_file::read_bytes(file, MOST_BYTES) {
        Ok(content) => Ok(content == text.as_bytes()),
        Err(ReadError::TooLarge { .. }) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
