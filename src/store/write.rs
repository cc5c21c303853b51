//! Replacing a file so that at every moment either the old or the new one is there, whole.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::thread;
use std::time::{Duration, Instant};

use super::{StoreError, file_name, files_in};

/// The mode of what is for the person alone.
const PRIVATE: u32 = 0o600;

/// The mode of what is like any other file of the person.
const USUAL: u32 = 0o666;

/// How long Windows may refuse to let a file take the place of another, and how long to wait between two tries.
const PATIENCE: Duration = Duration::from_millis(500);
const PAUSE: Duration = Duration::from_millis(10);

/// Whose a new file is, and who may read it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Access<'m> {
    /// As with the file that it takes the place of; where there is none, it is for the person alone.
    Private,
    /// As with the file that it takes the place of; where there is none, as with whatever else the person makes.
    Usual,
    /// As with this file, of which it is a copy.
    Copied(&'m Metadata),
}

/// The file that a path leads to: a symbolic link is followed to its target.
pub(super) fn follow(path: &Path) -> Result<PathBuf, StoreError> {
    if path.is_symlink() {
        return fs::canonicalize(path).map_err(|error| StoreError::io("follow the link", path, error));
    }
    Ok(path.to_owned())
}

/// What is at a path, a link itself and not what it leads to; none if nothing is there.
pub(super) fn look_at(path: &Path) -> Result<Option<Metadata>, StoreError> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::io("look at", path, error)),
    }
}

/// Puts `content` in place of the regular file at `target`, or where there is nothing.
///
/// What was written is read back before it takes the place of the old file. Returns why the new file may not last
/// through a power cut, if the system could not promise that.
pub(super) fn replace(
    target: &Path,
    content: &[u8],
    access: Access<'_>,
) -> Result<Option<String>, StoreError> {
    let old = look_at(target)?;
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return Err(StoreError::NotRegular { path: target.to_owned() });
    }
    let (like, mode) = match (access, &old) {
        (Access::Copied(original), _) => (Some(original), PRIVATE),
        (Access::Private | Access::Usual, Some(old)) => (Some(old), PRIVATE),
        (Access::Private, None) => (None, PRIVATE),
        (Access::Usual, None) => (None, USUAL),
    };
    let temporary = temporary_path(target);
    let written = write(&temporary, target, content, mode, like);
    let renamed = written
        .and_then(|()| rename(&temporary, target).map_err(|error| StoreError::io("write", target, error)));
    if let Err(error) = renamed {
        // The first error is the one to tell; a leftover does no harm and is swept by the next save.
        let _ = fs::remove_file(&temporary);
        return Err(error);
    }
    Ok(sync_folder(target).err().map(|error| error.to_string()))
}

fn write(
    temporary: &Path,
    target: &Path,
    content: &[u8],
    mode: u32,
    like: Option<&Metadata>,
) -> Result<(), StoreError> {
    let failed = |error| StoreError::io("write", target, error);
    let mut file = create(temporary, mode).map_err(failed)?;
    file.write_all(content).map_err(failed)?;
    file.flush().map_err(failed)?;
    if let Some(like) = like {
        keep_owner_and_mode(&file, like).map_err(failed)?;
    }
    file.sync_all().map_err(failed)?;
    drop(file);
    if fs::read(temporary).map_err(failed)? != content {
        return Err(StoreError::NotReadBack { path: target.to_owned() });
    }
    Ok(())
}

/// Puts a draft in its place whole, one part after the other, without waiting for the disk: it must outlive the program, not a power cut.
pub(super) fn place(path: &Path, parts: &[&str]) -> Result<(), StoreError> {
    let failed = |error| StoreError::io("write", path, error);
    let temporary = temporary_path(path);
    let written = create(&temporary, PRIVATE)
        .and_then(|mut file| parts.iter().try_for_each(|part| file.write_all(part.as_bytes())));
    let placed = written.and_then(|()| rename(&temporary, path));
    if placed.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&temporary);
    }
    placed.map_err(failed)
}

/// Gives a file the name of another.
fn rename(file: &Path, name: &Path) -> io::Result<()> {
    let start = Instant::now();
    loop {
        match fs::rename(file, name) {
            // For as long as another program, such as one that looks for viruses, has it open.
            Err(error)
                if cfg!(windows)
                    && error.kind() == io::ErrorKind::PermissionDenied
                    && start.elapsed() < PATIENCE =>
            {
                thread::sleep(PAUSE);
            }
            renamed => return renamed,
        }
    }
}

/// Where the old file is kept when it is written over.
pub(super) fn backup(path: &Path) -> PathBuf {
    let mut backup = path.as_os_str().to_owned();
    backup.push(".bak");
    PathBuf::from(backup)
}

/// Removes what an interrupted writing of a file or of its backup left behind. Only called under its lock.
pub(super) fn sweep(path: &Path) -> Result<(), StoreError> {
    let prefixes = [path, &backup(path)].map(temporary_prefix);
    let is_leftover = |name: &str| {
        let numbers = prefixes.iter().filter_map(|prefix| name.strip_prefix(prefix.as_str()));
        // What only begins like one is somebody's own.
        numbers.into_iter().any(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    for file in files_in(folder_of(path))?.iter().filter(|file| is_leftover(&file_name(file))) {
        fs::remove_file(file).map_err(|error| StoreError::io("remove the leftover", file, error))?;
    }
    Ok(())
}

pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}

/// How the names of all temporary files for a target begin.
fn temporary_prefix(target: &Path) -> String {
    format!(".{}.tmp-", file_name(target))
}

/// A name in the same folder that no other process uses.
fn temporary_path(target: &Path) -> PathBuf {
    target.with_file_name(format!("{}{}", temporary_prefix(target), process::id()))
}

/// Makes a file that is not there yet. The system takes from the mode what the person keeps from others.
#[cfg(unix)]
fn create(path: &Path, mode: u32) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new().write(true).create_new(true).mode(mode).open(path)
}

#[cfg(not(unix))]
fn create(path: &Path, _: u32) -> io::Result<File> {
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
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
fn keep_owner_and_mode(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Makes the renaming itself last.
#[cfg(unix)]
fn sync_folder(target: &Path) -> io::Result<()> {
    target.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
