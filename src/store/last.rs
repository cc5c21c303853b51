//! Which profile was open last, and what a start goes on with that names none.

use std::fs;

use super::{Restored, Store, StoreError, write};
use crate::profile::{Profile, ProfileName};
use crate::text_file;

/// The file beside the profiles that has the name in it.
const FILE: &str = ".last";

/// The largest such file, in bytes: a name has at most 64 characters.
const LIMIT: u64 = 1024;

/// What a start goes on with.
#[derive(Debug)]
pub struct Resumed {
    /// A saved profile and the text of its file.
    pub loaded: Option<(Profile, String)>,
    /// What was not saved of it, or of a profile without a name if there is no saved one.
    pub restored: Result<Option<Restored>, StoreError>,
    /// The profile that was open last, if it can't be opened again.
    pub lost: Option<Lost>,
}

/// A profile that can't be opened again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Its file is not there any more.
    Gone(ProfileName),
    /// Its file can't be read, or is damaged.
    Damaged(ProfileName),
}

impl Store {
    /// Takes note that a profile is open now.
    pub fn remember(&self, name: &ProfileName) {
        // Where that can't be written, the next start begins a new profile, and nothing is lost.
        let _ = write::place(&self.folder.join(FILE), &[name.as_str()]);
    }

    /// Forgets that a profile was open last, if it was.
    pub fn forget(&self, name: &ProfileName) {
        if self.last().is_some_and(|last| last.key() == name.key()) {
            // Where that fails, the next start says that the profile is gone.
            let _ = fs::remove_file(self.folder.join(FILE));
        }
    }

    /// The name of the profile that was open last, if that is known.
    #[must_use]
    pub fn last(&self) -> Option<ProfileName> {
        let text = text_file::read(&self.folder.join(FILE), LIMIT).ok()?;
        ProfileName::new(&text).ok()
    }

    /// What a start goes on with that names no profile: what was not saved, the newest first, of the profile that was
    /// open last or of one that was never saved; else that profile, if it can be read.
    #[must_use]
    pub fn resume(&self) -> Resumed {
        let unnamed = self.restore_new();
        let unnamed_alone = |restored, lost| Resumed { loaded: None, restored, lost };
        let Some(last) = self.last() else { return unnamed_alone(unnamed, None) };
        let loaded = match self.load(&last) {
            Ok(Some(loaded)) => loaded,
            Ok(None) => return unnamed_alone(unnamed, Some(Lost::Gone(last))),
            Err(_) => return unnamed_alone(unnamed, Some(Lost::Damaged(last))),
        };
        let of_last = self.restore(Some(&last));
        let is_newer = match (&unnamed, &of_last) {
            (Ok(Some(unnamed)), Ok(Some(of_last))) => unnamed.changed() > of_last.changed(),
            (Ok(Some(_)), Ok(None) | Err(_)) => true,
            (Ok(None) | Err(_), _) => false,
        };
        if is_newer {
            return unnamed_alone(unnamed, None);
        }
        Resumed { loaded: Some(loaded), restored: of_last, lost: None }
    }
}
