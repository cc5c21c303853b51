//! Drafts: what is not saved yet, on disk after every change, so that a killed program loses nothing.
//!
//! Each window has a draft of its own and holds a lock beside it as long as it lives. A draft whose lock can be
//! taken was left by a window that died: the next start with the same key brings it back.
//!
//! There are drafts of profiles and drafts of comparisons, each by itself. A start brings back the comparison first:
//! whose profile is to be brought back, and what it can refer to, can only be read in the text of the comparison.

mod comparison;
mod profile;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process;
use std::time::SystemTime;

pub use comparison::{ComparisonDrafts, UnsavedText};
pub use profile::{DraftKeeper, Restored, Unsaved};

use super::lock::Lock;
use super::write;
use super::{StoreError, create_folder, file_name, files_in};
use crate::order;
use crate::text_file;

/// Parts a draft from the text of the file that it changes.
const BASE: &str = "\n// This was not saved yet. The file that it changes:\n";

/// The folder of drafts of one kind.
#[derive(Clone, Debug)]
struct Folder {
    path: PathBuf,
    /// How many folders there are only for drafts and what else is below them: this one and some above it.
    own: usize,
}

/// The file of a draft, which nobody else takes as long as this is held.
#[derive(Debug)]
struct Draft {
    path: PathBuf,
    _lock: Lock,
}

/// Keeps the file of one window, once there has been something to keep.
#[derive(Debug, Default)]
struct Keeper {
    draft: Option<Draft>,
}

impl Folder {
    /// A new file that is ours alone.
    fn begin(&self, key: &str) -> Result<Draft, StoreError> {
        create_folder(&self.path)?;
        for number in 0_u32.. {
            let path = self.path.join(format!("{key}.{}-{number}.ron", process::id()));
            if path.exists() {
                continue;
            }
            // The lock file may have been swept between opening and locking it; then it guards nothing.
            match Lock::attempt(&lock_path(&path))? {
                Some(lock) if lock_path(&path).exists() => return Ok(Draft { path, _lock: lock }),
                Some(_) | None => {}
            }
        }
        Err(StoreError::NotRegular { path: self.path.clone() })
    }

    /// Takes the newest draft, with one of these keys if any are given, that a window left behind and `read` makes something
    /// of.
    ///
    /// Others are left where they are.
    fn take<T>(
        &self,
        keys: Option<&[String]>,
        limit: u64,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<(Draft, T)>, StoreError> {
        let mut paths: Vec<PathBuf> = files_in(&self.path)?;
        let is_lock = |path: &Path| path.extension().is_some_and(|extension| extension == "lock");
        let fits = |path: &Path| keys.is_none_or(|keys| keys.iter().any(|key| has_key(path, key)));
        paths.retain(|path| is_lock(path) && fits(path));
        let mut paths: Vec<PathBuf> = paths.iter().map(|lock| lock.with_extension("ron")).collect();
        order::by_key(&mut paths, |path| std::cmp::Reverse(changed(path)));
        for path in paths {
            let Some(lock) = Lock::attempt(&lock_path(&path))? else { continue };
            write::sweep(&path)?;
            if !path.exists() {
                remove(&lock_path(&path))?;
                continue;
            }
            let text = text_file::read(&path, limit).ok();
            if let Some(found) = text.and_then(|text| read(&text)) {
                return Ok(Some((Draft { path, _lock: lock }, found)));
            }
        }
        Ok(None)
    }

    /// Removes a draft, and the folders that only it needed.
    fn remove(&self, draft: Draft) -> Result<(), StoreError> {
        let Draft { path, _lock: lock } = draft;
        remove(&path)?;
        // This lock file belongs to one window alone, so unlike a profile's it can go with it.
        remove(&lock_path(&path))?;
        // Not every system lets a folder go before what was in it is closed.
        drop(lock);
        for folder in path.ancestors().skip(1).take(self.own) {
            // One that still holds something stays.
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }
}

impl Keeper {
    fn has_draft(&self) -> bool {
        self.draft.is_some()
    }

    /// Puts the parts of a text in the file, a new one if the key is another or somebody removed the lock or the folder.
    fn put(&mut self, folder: &Folder, key: &str, parts: &[&str]) -> Result<(), StoreError> {
        let is_usable =
            |path: &Path| path.starts_with(&folder.path) && has_key(path, key) && lock_path(path).exists();
        if let Some(draft) = self.draft.as_ref().filter(|draft| is_usable(&draft.path)) {
            return write::place(&draft.path, parts);
        }
        let new = folder.begin(key)?;
        if let Err(error) = write::place(&new.path, parts) {
            // The first error is the one to tell.
            let _ = folder.remove(new);
            return Err(error);
        }
        // The old one goes only now, so that at every moment one of them is there. If it was removed with its lock, the
        // new one has taken its name.
        let name = new.path.clone();
        let old = self.draft.replace(new).filter(|old| old.path != name);
        old.map_or(Ok(()), |old| folder.remove(old))
    }

    /// Removes the file, if there is one.
    fn discard(&mut self, folder: &Folder) -> Result<(), StoreError> {
        self.draft.take().map_or(Ok(()), |draft| folder.remove(draft))
    }
}

fn has_key(draft: &Path, key: &str) -> bool {
    file_name(draft).strip_prefix(key).is_some_and(|rest| rest.starts_with('.'))
}

fn changed(draft: &Path) -> Option<SystemTime> {
    fs::metadata(draft).and_then(|metadata| metadata.modified()).ok()
}

fn lock_path(draft: &Path) -> PathBuf {
    draft.with_extension("lock")
}

/// Removes a file that may be gone already.
fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(StoreError::io("remove", path, error)),
        Ok(()) | Err(_) => Ok(()),
    }
}
