//! Drafts: what is not saved yet, on disk after every change, so that a killed program loses nothing.
//!
//! Each window has a draft of its own and holds a lock beside it as long as it lives. A draft whose lock can be
//! taken was left by a window that died: the next start of the same profile brings it back.

use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::time::SystemTime;

use super::lock::Lock;
use super::write;
use super::{PROFILE_LIMIT, Store, StoreError, create_folder, file_name, files_in};
use crate::profile::{Profile, ProfileName};
use crate::text_file;

/// The folder for drafts beside the profiles.
const FOLDER: &str = ".drafts";

/// Parts a draft from the text of the file that it changes. No draft has such a line in itself, because line ends in
/// its texts are escaped.
const BASE: &str = "\n// This was not saved yet. The file that it changes:\n";

/// The largest draft: what is not saved, and the file that it changes.
const DRAFT_LIMIT: u64 = 2 * PROFILE_LIMIT + BASE.len() as u64;

/// How many folders lie between a draft and the data folder: drafts, comparison, profiles.
const FOLDERS: usize = 3;

/// Stands in for the name of a profile that has none yet; no slug is so short.
const NAMELESS: &str = "new";

/// Keeps the draft of one window.
#[derive(Debug)]
pub struct DraftKeeper {
    store: Store,
    /// The lock and the file, once there has been a draft.
    draft: Option<(Lock, PathBuf)>,
    /// What is in the file.
    kept: Option<Unsaved>,
}

/// What is not saved yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// The profile with its changes.
    pub profile: Profile,
    /// The text of the file that they change, if there was one. If the file is another when the draft is brought
    /// back, somebody saved it meanwhile, and saving is a conflict.
    pub base: Option<String>,
}

/// A draft that a window left behind.
#[derive(Debug)]
pub struct Restored {
    /// What was not saved.
    pub unsaved: Unsaved,
    lock: Lock,
    path: PathBuf,
}

impl Restored {
    /// When it was changed last, as far as the system knows.
    pub(super) fn changed(&self) -> Option<SystemTime> {
        changed(&self.path)
    }
}

impl DraftKeeper {
    /// Keeps drafts beside the profiles of a store, going on with one that was brought back.
    #[must_use]
    pub fn new(store: Store, restored: Option<Restored>) -> Self {
        let kept = restored.as_ref().map(|restored| restored.unsaved.clone());
        let draft = restored.map(|Restored { lock, path, .. }| (lock, path));
        Self { store, draft, kept }
    }

    /// Brings the draft up to date: what is unsaved, or none.
    ///
    /// # Errors
    /// If it can't be written or removed.
    pub fn keep(&mut self, unsaved: Option<(&Profile, Option<&str>)>) -> Result<(), StoreError> {
        let kept = self.kept.as_ref().map(|kept| (&kept.profile, kept.base.as_deref()));
        if kept == unsaved {
            return Ok(());
        }
        let Some((profile, base)) = unsaved else {
            self.kept = None;
            return self.discard();
        };
        let mut text = self.store.text_of(profile)?;
        if let Some(base) = base {
            text.extend([BASE, base]);
        }
        let key = key(profile.name.as_ref());
        if !self.draft.as_ref().is_some_and(|(_, path)| is_usable(path, &key)) {
            self.discard()?;
            self.draft = Some(self.begin(&key)?);
        }
        if let Some((_, path)) = &self.draft {
            write::place(path, &text)?;
        }
        self.kept = Some(Unsaved { profile: profile.clone(), base: base.map(str::to_owned) });
        Ok(())
    }

    /// A new draft file that is ours alone.
    fn begin(&self, key: &str) -> Result<(Lock, PathBuf), StoreError> {
        let folder = self.store.folder.join(FOLDER);
        create_folder(&folder)?;
        for number in 0_u32.. {
            let path = folder.join(format!("{key}.{}-{number}.ron", process::id()));
            if path.exists() {
                continue;
            }
            // The lock file may have been swept between opening and locking it; then it guards nothing.
            match Lock::attempt(&lock_path(&path))? {
                Some(lock) if lock_path(&path).exists() => return Ok((lock, path)),
                Some(_) | None => {}
            }
        }
        Err(StoreError::NotRegular { path: folder })
    }

    fn discard(&mut self) -> Result<(), StoreError> {
        let Some((lock, path)) = self.draft.take() else { return Ok(()) };
        remove(&path)?;
        // This lock file belongs to one window alone, so unlike a profile's it can go with it.
        remove(&lock_path(&path))?;
        drop(lock);
        // Folders that only the draft needed go too; those that hold something stay.
        for folder in path.ancestors().skip(1).take(FOLDERS) {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }
}

impl Store {
    /// Takes the newest draft of a profile that a window left behind, if there is one.
    ///
    /// A draft that can't be read is left where it is.
    ///
    /// # Errors
    /// If the folder of drafts can't be read.
    pub fn restore(&self, name: Option<&ProfileName>) -> Result<Option<Restored>, StoreError> {
        let first = name.map_or_else(|| NAMELESS.to_owned(), ProfileName::first_slug);
        let prefixes = [key(name), first].map(|key| format!("{key}."));
        let mut paths: Vec<PathBuf> = files_in(&self.folder.join(FOLDER))?;
        let is_lock = |path: &Path| path.extension().is_some_and(|extension| extension == "lock");
        let is_named =
            |path: &Path| prefixes.iter().any(|prefix| file_name(path).starts_with(prefix.as_str()));
        paths.retain(|path| is_named(path) && is_lock(path));
        let mut paths: Vec<PathBuf> = paths.iter().map(|lock| lock.with_extension("ron")).collect();
        paths.sort_by_key(|path| std::cmp::Reverse(changed(path)));
        for path in paths {
            let Some(lock) = Lock::attempt(&lock_path(&path))? else { continue };
            sweep(&path)?;
            if !path.exists() {
                remove(&lock_path(&path))?;
                continue;
            }
            let unsaved = text_file::read(&path, DRAFT_LIMIT).ok().and_then(|text| self.unsaved(&text));
            if let Some(unsaved) = unsaved.filter(|unsaved| is_of(&unsaved.profile, name)) {
                return Ok(Some(Restored { unsaved, lock, path }));
            }
        }
        Ok(None)
    }

    fn unsaved(&self, text: &str) -> Option<Unsaved> {
        let (draft, base) = text.split_once(BASE).map_or((text, None), |(draft, base)| (draft, Some(base)));
        let profile = Profile::from_draft(draft, &self.comparison).ok()?;
        Some(Unsaved { profile, base: base.map(str::to_owned) })
    }
}

fn changed(draft: &Path) -> Option<SystemTime> {
    fs::metadata(draft).and_then(|metadata| metadata.modified()).ok()
}

/// Whether a draft is of the profile of this name, or of one without a name.
fn is_of(draft: &Profile, name: Option<&ProfileName>) -> bool {
    name.map_or(draft.name.is_none(), |name| draft.is_named(name))
}

/// Whether a draft can be gone on with: it is of the same profile, and nobody removed its lock or its folder.
fn is_usable(draft: &Path, key: &str) -> bool {
    file_name(draft).starts_with(&format!("{key}.")) && lock_path(draft).exists()
}

fn key(name: Option<&ProfileName>) -> String {
    name.map_or_else(|| NAMELESS.to_owned(), ProfileName::slug)
}

fn lock_path(draft: &Path) -> PathBuf {
    draft.with_extension("lock")
}

/// Removes what an interrupted writing of a draft left behind. Only called under its lock.
fn sweep(draft: &Path) -> Result<(), StoreError> {
    let prefix = write::temporary_prefix(draft);
    let folder = draft.parent().unwrap_or(Path::new(""));
    for path in files_in(folder)?.iter().filter(|path| file_name(path).starts_with(&prefix)) {
        remove(path)?;
    }
    Ok(())
}

/// Removes a file that may be gone already.
fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(StoreError::io("remove", path, error))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}
