//! Replacing a file so that at every moment either the old or the new one is there, whole.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

use super::{StoreError, file_name};

/// Puts `text` in place of the file at `path`, following a symbolic link to its target.
///
/// What was written is read back and must pass `check` before it takes the place of the old file. Returns why the
/// new file may not last through a power cut, if the system could not promise that.
pub(super) fn replace(
    path: &Path,
    text: &str,
    check: impl Fn(&str) -> bool,
) -> Result<Option<String>, StoreError> {
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
    let renamed = write(&temporary, &target, text, old.as_ref(), check).and_then(|()| {
        fs::rename(&temporary, &target).map_err(|error| StoreError::io("write", &target, error))
    });
    if let Err(error) = renamed {
        // The first error is the one to tell; a leftover does no harm and is swept by the next save.
        let _ = fs::remove_file(&temporary);
        return Err(error);
    }
    Ok(sync_folder(&target).err().map(|error| error.to_string()))
}

fn write(
    temporary: &Path,
    target: &Path,
    text: &str,
    old: Option<&Metadata>,
    check: impl Fn(&str) -> bool,
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
    let written = fs::read_to_string(temporary).map_err(failed)?;
    if written != text || !check(&written) {
        return Err(StoreError::NotReadBack { path: target.to_owned() });
    }
    Ok(())
}

/// Puts a draft in its place whole, without waiting for the disk: it must outlive the program, not a power cut.
pub(super) fn place(path: &Path, text: &str) -> Result<(), StoreError> {
    let failed = |error| StoreError::io("write", path, error);
    let temporary = temporary_path(path);
    let written = create_private(&temporary).and_then(|mut file| file.write_all(text.as_bytes()));
    let placed = written.and_then(|()| fs::rename(&temporary, path));
    if placed.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&temporary);
    }
    placed.map_err(failed)
}

/// How the names of all temporary files for a target begin.
pub(super) fn temporary_prefix(target: &Path) -> String {
    format!(".{}.tmp-", file_name(target))
}

/// A name in the same folder that no other process uses.
fn temporary_path(target: &Path) -> PathBuf {
    target.with_file_name(format!("{}{}", temporary_prefix(target), process::id()))
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
