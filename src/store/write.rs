//! Replacing a file so that at every moment either the old or the new one is there, whole.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

use super::StoreError;

/// Puts `text` in place of the file at `path`, following a symbolic link to its target.
pub(super) fn replace(path: &Path, text: &str) -> Result<(), StoreError> {
    let target = if path.is_symlink() {
        fs::canonicalize(path).map_err(|error| StoreError::io("follow the link", path, error))?
    } else {
        path.to_owned()
    };
    let old = match fs::symlink_metadata(&target) {
        Ok(old) if old.is_file() => Some(old),
        Ok(_) => return Err(StoreError::NotRegular { path: target }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(StoreError::io("look at", &target, error)),
    };
    let temporary = temporary_path(&target);
    let written = write_and_rename(&temporary, &target, text, old.as_ref());
    if written.is_err() {
        // The first error is the one to tell; a leftover does no harm.
        let _ = fs::remove_file(&temporary);
    }
    written
}

fn write_and_rename(
    temporary: &Path,
    target: &Path,
    text: &str,
    old: Option<&Metadata>,
) -> Result<(), StoreError> {
    let failed = |error| StoreError::io("write", target, error);
    let mut file = create_private(temporary).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    file.flush().map_err(failed)?;
    if let Some(old) = old {
        keep_owner_and_mode(&file, old).map_err(failed)?;
    }
    file.sync_all().map_err(failed)?;
    drop(file);
    if fs::read_to_string(temporary).map_err(failed)? != text {
        return Err(StoreError::NotReadBack { path: target.to_owned() });
    }
    fs::rename(temporary, target).map_err(failed)?;
    sync_folder(target).map_err(failed)
}

/// A name in the same folder that no other process uses.
fn temporary_path(target: &Path) -> PathBuf {
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    target.with_file_name(format!(".{name}.{}.tmp", process::id()))
}

#[cfg(unix)]
fn create_private(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn create_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

#[cfg(unix)]
fn keep_owner_and_mode(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let new = file.metadata()?;
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
        fchown(file, Some(old.uid()), Some(old.gid()))?;
    }
    file.set_permissions(old.permissions())
}

#[cfg(not(unix))]
fn keep_owner_and_mode(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Makes the renaming itself last.
#[cfg(unix)]
fn sync_folder(target: &Path) -> io::Result<()> {
    target.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
