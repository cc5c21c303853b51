//! Profiles on disk: one file each, in one folder for each comparison. Beside them, comparisons: see
//! [`comparison_file`].

pub mod comparison_file;
mod drafts;
mod error;
mod last;
mod lock;
mod origin;
mod recent;
mod write;

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

pub use drafts::{ComparisonDrafts, DraftKeeper, Restored, Unsaved, UnsavedText};
pub use error::StoreError;
pub use last::{Lost, Resumed};
pub use origin::Origin;
pub use recent::{RecentFile, RecentFiles};

use crate::comparison::Comparison;
use crate::order;
use crate::profile::{Profile, ProfileName};
use crate::safe_text::SafeText;
use crate::text_file;
use lock::Lock;
use write::Access;

/// The largest profile file, in bytes.
const PROFILE_LIMIT: u64 = 256 * 1024;

/// The saved profiles of one comparison.
#[derive(Clone, Debug)]
pub struct Store {
    comparison: Comparison,
    folder: PathBuf,
}

/// What a save may write over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// Nothing: there must be nothing of that name.
    Nothing,
    /// The file as it was last read or written: this text.
    Known(String),
    /// The file as another program wrote it last: this text, which is kept as `.bak`.
    Theirs(String),
    /// Whatever is there: the person said so.
    Anything,
}

/// One file among the saved profiles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShelfItem {
    /// It can be opened: its name and what it says.
    Sound(ProfileName, Profile),
    /// It can't be read.
    Damaged {
        /// The name of its file.
        file: SafeText,
        /// The first thing that is wrong with it.
        problem: SafeText,
    },
}

/// What became of a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// It is on disk.
    Written {
        /// The text of the file.
        text: String,
        /// Why it may not last through a power cut, if the system could not promise that.
        warning: Option<String>,
    },
    /// Nothing was written: there is something of that name already.
    NameTaken,
    /// Nothing was written: the file is no longer what was loaded.
    Changed,
    /// Nothing was written: the file that was loaded is not there any more.
    Gone,
}

impl Store {
    /// The profiles of `comparison` below the data folder. Nothing is created until something is saved.
    #[must_use]
    pub fn new(data_folder: &Path, comparison: &Comparison) -> Self {
        Self { comparison: comparison.clone(), folder: data_folder.join("profiles").join(comparison.id()) }
    }

    /// The ids of all comparisons that have something in the data folder.
    ///
    /// # Errors
    /// If the folder is there and can't be read.
    pub fn ids(data_folder: &Path) -> Result<Vec<String>, StoreError> {
        let folder = data_folder.join("profiles");
        let unreadable = |error| StoreError::io("read the folder", &folder, error);
        match fs::read_dir(&folder) {
            Ok(found) => {
                let id =
                    |entry: io::Result<fs::DirEntry>| Ok(entry?.file_name().to_string_lossy().into_owned());
                found.map(id).collect::<Result<_, _>>().map_err(unreadable)
            }
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                Ok(Vec::new())
            }
            Err(error) => Err(unreadable(error)),
        }
    }

    /// The profiles of another state of the comparison, or of another comparison, in the same data folder.
    #[must_use]
    pub fn of(&self, comparison: &Comparison) -> Self {
        Self { comparison: comparison.clone(), folder: self.folder.with_file_name(comparison.id()) }
    }

    /// Reads the profile of a name and the text of its file; none if there is no such profile.
    ///
    /// # Errors
    /// If the file is there and can't be read, or is damaged.
    pub fn load(&self, name: &ProfileName) -> Result<Option<(Profile, String)>, StoreError> {
        let path = self.path(name)?;
        if !path_exists(&path)? {
            return Ok(None);
        }
        let (profile, text) = self.read(&path)?;
        if !profile.is_named(name) {
            return Err(StoreError::Misnamed { path, name: name.clone() });
        }
        Ok(Some((profile, text)))
    }

    /// Reads a profile from any file, and the text of the file.
    ///
    /// # Errors
    /// If it can't be read, or is damaged.
    pub fn read(&self, path: &Path) -> Result<(Profile, String), StoreError> {
        let text = text_file::read(path, PROFILE_LIMIT)?;
        match Profile::from_ron(&text, &self.comparison) {
            Ok(profile) => Ok((profile, text)),
            Err(problems) => Err(problems.of_file(path.display().to_string()).into()),
        }
    }

    /// All saved profiles, by name; damaged ones last.
    ///
    /// # Errors
    /// If the folder is there and can't be read.
    pub fn list(&self) -> Result<Vec<ShelfItem>, StoreError> {
        let (mut sound, mut damaged) = (Vec::new(), Vec::new());
        for path in files_in(&self.folder)? {
            let file = file_name(&path);
            if file.starts_with('.') || path.extension().is_none_or(|extension| extension != "ron") {
                continue;
            }
            match self.read(&path).map(|(profile, _)| (profile.name.clone(), profile)) {
                Ok((Some(name), profile)) if self.path(&name).is_ok_and(|own| own == path) => {
                    sound.push((name, profile));
                }
                Ok(_) => damaged.push((file, "its name does not belong to this file".to_owned())),
                // Another window may have renamed or deleted it meanwhile.
                Err(StoreError::Unreadable(error)) if error.is_gone() && !path.is_symlink() => {}
                Err(error) => damaged.push((file, error.on_one_line())),
            }
        }
        order::by_key(&mut sound, |(name, _)| name.key());
        order::by(&mut damaged, Ord::cmp);
        let damaged = damaged.into_iter().map(|(file, problem)| ShelfItem::Damaged {
            file: SafeText::line(&file),
            problem: SafeText::line(problem.lines().next().unwrap_or_default()),
        });
        let sound = sound.into_iter().map(|(name, profile)| ShelfItem::Sound(name, profile));
        Ok(sound.chain(damaged).collect())
    }

    /// Writes a profile under a name so that at every moment either the old or the new file is there, whole.
    ///
    /// # Errors
    /// If it could not be written; then the old file stands.
    pub fn save(&self, name: &ProfileName, profile: &Profile, over: &Over) -> Result<Saving, StoreError> {
        create_folder(&self.folder)?;
        let _lock = self.lock(name)?;
        self.write(profile, name, over)
    }

    /// Writes a profile under its name. Only called under its lock.
    fn write(&self, profile: &Profile, name: &ProfileName, over: &Over) -> Result<Saving, StoreError> {
        let text = profile_text(&profile.clone().named(Some(name.clone())), &self.comparison)?;
        let path = self.path(name)?;
        if !self.check(&text) {
            return Err(StoreError::NotReadBack { path });
        }
        sweep(&path)?;
        if path_exists(&path)? {
            match over {
                Over::Nothing => return Ok(Saving::NameTaken),
                Over::Known(known) | Over::Theirs(known)
                    if text_file::read(&path, PROFILE_LIMIT)? != *known =>
                {
                    return Ok(Saving::Changed);
                }
                Over::Known(_) => {}
                Over::Theirs(_) | Over::Anything => self.keep_old(&path, name)?,
            }
        }
        let warning = write::replace(&write::follow(&path)?, text.as_bytes(), Access::Private)?;
        Ok(Saving::Written { text, warning })
    }

    /// Keeps the old file as `.bak`. A damaged file, one of a newer format or another profile's is never written over.
    fn keep_old(&self, path: &Path, name: &ProfileName) -> Result<(), StoreError> {
        let (profile, old) = self.read(path)?;
        if !profile.is_named(name) {
            return Err(StoreError::Misnamed { path: path.to_owned(), name: name.clone() });
        }
        let original = fs::metadata(path).map_err(|error| StoreError::io("look at", path, error))?;
        write::replace(&write::backup(path), old.as_bytes(), Access::Copied(&original)).map(|_| ())
    }

    /// Gives a saved profile another name; returns the text of its file.
    ///
    /// If the text of its file is `known`, it must still be that.
    ///
    /// # Errors
    /// If there is no such profile, it was changed, the other name is taken, or it could not be written.
    pub fn rename(
        &self,
        from: &ProfileName,
        to: &ProfileName,
        known: Option<&str>,
    ) -> Result<String, StoreError> {
        create_folder(&self.folder)?;
        // Nobody saves under either name until the old file is gone. Two renames can't wait for each other, because
        // both lock in the same order.
        let same_file = from.key() == to.key();
        let (first, second) = if from.key() < to.key() { (from, to) } else { (to, from) };
        let _first = self.lock(first)?;
        let _second = if same_file { None } else { Some(self.lock(second)?) };
        let old = self.path(from)?;
        let (profile, text) = self.present(from)?;
        if known.is_some_and(|known| known != text) {
            return Err(StoreError::Changed { name: from.clone() });
        }
        let over = if same_file { Over::Known(text) } else { Over::Nothing };
        match self.write(&profile, to, &over)? {
            Saving::NameTaken => Err(StoreError::NameTaken { name: to.clone() }),
            Saving::Changed | Saving::Gone => Err(StoreError::Changed { name: from.clone() }),
            Saving::Written { text, .. } if same_file => Ok(text),
            Saving::Written { text, .. } => {
                fs::remove_file(&old).map_err(|error| StoreError::io("remove the old file", &old, error))?;
                Ok(text)
            }
        }
    }

    /// Deletes a saved profile. Its file is kept as `.bak`, from where [`Self::bring_back`] takes it.
    ///
    /// # Errors
    /// If there is no such profile or it can't be deleted.
    pub fn delete(&self, name: &ProfileName) -> Result<(), StoreError> {
        create_folder(&self.folder)?;
        let _lock = self.lock(name)?;
        self.present(name)?;
        let path = self.path(name)?;
        fs::rename(&path, write::backup(&self.own_path(name)))
            .map_err(|error| StoreError::io("delete", &path, error))
    }

    /// Brings back the profile of this name that was deleted last; returns it and the text of its file.
    ///
    /// # Errors
    /// If there is no such copy, there is a profile of that name by now, or it can't be read.
    pub fn bring_back(&self, name: &ProfileName) -> Result<(Profile, String), StoreError> {
        create_folder(&self.folder)?;
        let _lock = self.lock(name)?;
        if path_exists(&self.path(name)?)? {
            return Err(StoreError::NameTaken { name: name.clone() });
        }
        let path = self.own_path(name);
        fs::rename(write::backup(&path), &path)
            .map_err(|error| StoreError::io("bring back", &path, error))?;
        self.present(name)
    }

    /// Reads the profile of a name, which must be there.
    fn present(&self, name: &ProfileName) -> Result<(Profile, String), StoreError> {
        self.load(name)?.ok_or_else(|| StoreError::Missing { name: name.clone() })
    }

    /// Whether a text is what one of our profiles looks like.
    fn check(&self, text: &str) -> bool {
        Profile::from_ron(text, &self.comparison).is_ok()
    }

    fn lock(&self, name: &ProfileName) -> Result<Lock, StoreError> {
        Lock::wait(&self.folder.join(format!(".{}.lock", name.slug())), name.as_str())
    }

    /// The file of a profile: the one that the first version began, if that is there, else its own.
    fn path(&self, name: &ProfileName) -> Result<PathBuf, StoreError> {
        let own = self.own_path(name);
        let first = self.folder.join(format!("{}.ron", name.first_slug()));
        if path_exists(&own)? || !path_exists(&first)? {
            return Ok(own);
        }
        // Whether it is another's can only be told of a sound one; what is wrong with it is told by who reads it.
        let others = self.read(&first).is_ok_and(|(profile, _)| !profile.is_named(name));
        Ok(if others { own } else { first })
    }

    /// Where a profile goes that has no file yet.
    fn own_path(&self, name: &ProfileName) -> PathBuf {
        self.folder.join(format!("{}.ron", name.slug()))
    }
}

/// Removes what an interrupted save of a profile left behind: beside it, and, if it is a link, beside its target. Only
/// called under its lock.
fn sweep(path: &Path) -> Result<(), StoreError> {
    write::sweep(path)?;
    match fs::canonicalize(path) {
        Ok(target) if path.is_symlink() => write::sweep(&target),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Whether anything is there, a broken link included.
fn path_exists(path: &Path) -> Result<bool, StoreError> {
    Ok(write::look_at(path)?.is_some())
}

fn create_folder(folder: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(folder).map_err(|error| StoreError::io("create the folder", folder, error))
}

/// The paths in a folder; none if there is no such folder.
fn files_in(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let failed = |error| StoreError::io("read the folder", folder, error);
    match fs::read_dir(folder) {
        Ok(entries) => entries.map(|entry| Ok(entry.map_err(failed)?.path())).collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(failed(error)),
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The text of a profile's file.
///
/// # Errors
/// If it is larger than what is read back, 256 KiB.
pub fn profile_text(profile: &Profile, comparison: &Comparison) -> Result<String, StoreError> {
    let text = profile.to_ron(comparison).map_err(StoreError::Unwritable)?;
    if u64::try_from(text.len()).is_ok_and(|length| length <= PROFILE_LIMIT) {
        return Ok(text);
    }
    Err(StoreError::TooLarge { bytes: text.len(), limit: PROFILE_LIMIT })
}
