//! A data folder with one profile in it.

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use touchstone::comparison::Comparison;
use touchstone::profile::{Profile, ProfileName};
use touchstone::safe_text::SafeText;
use touchstone::store::{Over, Saving, Store, StoreError};

pub(crate) use super::site::{NEW, NEXT, OLD, Site};
use crate::support::{self, jewelry};

/// The name of the profile that everybody writes.
pub(crate) const NAME: &str = "mine";

pub(crate) fn name() -> ProfileName {
    support::name(NAME)
}

/// A profile with a short note that tells it apart, and long ones so that half a file is seen.
pub(crate) fn profile(comparison: &Comparison, note: &str) -> Profile {
    let mut profile = Profile::new(comparison).named(Some(name()));
    for (claim, _) in comparison.claims() {
        profile[claim].note = SafeText::text(&format!("{note}. ").repeat(40));
    }
    set_note(&mut profile, note);
    profile
}

/// The note on the first claim.
pub(crate) fn note(profile: &Profile) -> &str {
    let (_, stance) = profile.stances().next().expect("a stance");
    stance.note.raw()
}

pub(crate) fn set_note(profile: &mut Profile, note: &str) {
    let (first, _) = profile.stances().next().expect("a stance");
    profile[first].note = SafeText::text(note);
}

/// The text of the file of such a profile.
pub(crate) fn text(note: &str) -> String {
    let comparison = jewelry();
    profile(&comparison, note).to_ron(&comparison).expect("a profile can be written")
}

/// A data folder of its own, gone when the test ends.
pub(crate) struct Shelf {
    folder: TempDir,
    pub(crate) store: Store,
    pub(crate) comparison: Comparison,
}

impl Shelf {
    pub(crate) fn empty() -> Self {
        let folder = support::folder();
        let comparison = jewelry();
        let store = Store::new(folder.path(), &comparison);
        Self { folder, store, comparison }
    }

    /// Where the profiles of the bundled comparison are.
    pub(crate) fn profiles(&self) -> PathBuf {
        self.data().join("profiles").join("jewelry")
    }
}

impl Site for Shelf {
    const KIND: &str = "profile";

    fn stocked() -> Self {
        let shelf = Self::empty();
        let saving = Self::save_at(shelf.data(), OLD, &Over::Nothing);
        assert!(matches!(saving, Ok(Saving::Written { warning: None, .. })), "{saving:?}");
        shelf
    }

    fn text(note: &str) -> String {
        text(note)
    }

    fn save_at(data: &Path, note: &str, over: &Over) -> Result<Saving, StoreError> {
        let comparison = jewelry();
        Store::new(data, &comparison).save(&name(), &profile(&comparison, note), over)
    }

    fn load_at(data: &Path) -> Result<Option<String>, StoreError> {
        Ok(Store::new(data, &jewelry()).load(&name())?.map(|(_, text)| text))
    }

    fn data(&self) -> &Path {
        self.folder.path()
    }

    fn file(&self) -> PathBuf {
        support::profile_file(self.data(), NAME)
    }

    fn lock_file(&self) -> PathBuf {
        support::lock_file(self.data(), NAME)
    }
}
