//! Profiles on disk: one file each, in one folder for each comparison.

mod error;
mod write;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use error::StoreError;

use crate::comparison::Comparison;
use crate::explorer::{Over, ShelfItem};
use crate::profile::{Profile, ProfileName};
use crate::ron_text::Problems;
use crate::text_file;

/// The largest profile file, in bytes.
const PROFILE_LIMIT: u64 = 256 * 1024;

/// The saved profiles of one comparison.
#[derive(Debug)]
pub struct Store {
    comparison: Comparison,
    folder: PathBuf,
}

/// What became of a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// It is on disk, as this text.
    Written(String),
    /// Nothing was written: there is a profile of that name already.
    NameTaken,
}

impl Store {
    /// The profiles of `comparison` below the data folder. Nothing is created until something is saved.
    #[must_use]
    pub fn new(data_folder: &Path, comparison: &Comparison) -> Self {
        Self { comparison: comparison.clone(), folder: data_folder.join("profiles").join(&comparison.id) }
    }

    /// Reads the profile of a name and the text of its file; none if there is no such profile.
    ///
    /// # Errors
    /// If the file is there and can't be read, or is damaged.
    pub fn load(&self, name: &ProfileName) -> Result<Option<(Profile, String)>, StoreError> {
        let path = self.path(name);
        if !path_exists(&path) {
            return Ok(None);
        }
        self.read(&path).map(Some)
    }

    /// Reads a profile from any file, and the text of the file.
    ///
    /// # Errors
    /// If it can't be read, or is damaged.
    pub fn read(&self, path: &Path) -> Result<(Profile, String), StoreError> {
        let text = text_file::read(path, PROFILE_LIMIT)?;
        match Profile::from_ron(&text, &self.comparison) {
            Ok(profile) => Ok((profile, text)),
            Err(list) => Err(Problems { file: path.display().to_string(), list }.into()),
        }
    }

    /// All saved profiles, by name; damaged ones last.
    ///
    /// # Errors
    /// If the folder is there and can't be read.
    pub fn list(&self) -> Result<Vec<ShelfItem>, StoreError> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(StoreError::io("read the folder", &self.folder, error)),
        };
        let (mut sound, mut damaged) = (Vec::new(), Vec::new());
        for entry in entries {
            let path = entry.map_err(|error| StoreError::io("read the folder", &self.folder, error))?.path();
            let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if file.starts_with('.') || path.extension().is_none_or(|extension| extension != "ron") {
                continue;
            }
            match self.read(&path).map(|(profile, _)| profile.name) {
                Ok(Some(name)) if self.path(&name) == path => sound.push(name),
                Ok(_) => damaged.push((file, "its name does not belong to this file".to_owned())),
                Err(error) => damaged.push((file, error.to_string())),
            }
        }
        sound.sort_by_key(ProfileName::key);
        damaged.sort();
        let damaged = damaged.into_iter().map(|(file, problem)| ShelfItem::Damaged { file, problem });
        Ok(sound.into_iter().map(ShelfItem::Sound).chain(damaged).collect())
    }

    /// Writes a profile so that at every moment either the old or the new file is there, whole.
    ///
    /// # Errors
    /// If it could not be written; then the old file stands.
    pub fn save(&self, profile: &Profile, over: &Over) -> Result<Saving, StoreError> {
        let name = profile.name.as_ref().ok_or(StoreError::NoName)?;
        let path = self.path(name);
        let there = path_exists(&path);
        match over {
            Over::Nothing if there => return Ok(Saving::NameTaken),
            Over::Known(known) if there && text_file::read(&path, PROFILE_LIMIT)? != *known => {
                return Err(StoreError::Changed { name: name.clone() });
            }
            Over::Nothing | Over::Known(_) | Over::Anything => {}
        }
        let text = profile.to_ron(&self.comparison).map_err(StoreError::Unwritable)?;
        fs::create_dir_all(&self.folder)
            .map_err(|error| StoreError::io("create the folder", &self.folder, error))?;
        write::replace(&path, &text)?;
        Ok(Saving::Written(text))
    }

    /// Gives a saved profile another name; returns the text of its file.
    ///
    /// # Errors
    /// If there is no such profile, the other name is taken, or it could not be written.
    pub fn rename(&self, from: &ProfileName, to: &ProfileName) -> Result<String, StoreError> {
        let (profile, text) = self.load(from)?.ok_or_else(|| StoreError::Missing { name: from.clone() })?;
        let renamed = Profile { name: Some(to.clone()), ..profile };
        let same_file = from.key() == to.key();
        let over = if same_file { Over::Known(text) } else { Over::Nothing };
        match self.save(&renamed, &over)? {
            Saving::NameTaken => Err(StoreError::NameTaken { name: to.clone() }),
            Saving::Written(text) if same_file => Ok(text),
            Saving::Written(text) => self.delete(from).map(|()| text),
        }
    }

    /// Deletes a saved profile.
    ///
    /// # Errors
    /// If there is no such profile or it can't be deleted.
    pub fn delete(&self, name: &ProfileName) -> Result<(), StoreError> {
        let path = self.path(name);
        fs::remove_file(&path).map_err(|error| StoreError::io("delete", &path, error))
    }

    fn path(&self, name: &ProfileName) -> PathBuf {
        self.folder.join(format!("{}.ron", name.slug()))
    }
}

/// Whether anything is there, a broken link included.
fn path_exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}
