//! A data folder with one profile in it.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use touchstone::comparison::Comparison;
use touchstone::profile::{Profile, ProfileName};
use touchstone::safe_text::SafeText;
use touchstone::store::{Over, Saving, Store};

use crate::support::{self, jewelry};

/// The name of the profile that everybody writes.
pub(crate) const NAME: &str = "mine";

/// What the first stance's note says before, after, and after another save.
pub(crate) const OLD: &str = "the old one";
pub(crate) const NEW: &str = "the new one";
pub(crate) const NEXT: &str = "the one after that";

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

    /// With the old profile in it.
    pub(crate) fn stocked() -> Self {
        let shelf = Self::empty();
        let saving = shelf.store.save(&name(), &profile(&shelf.comparison, OLD), &Over::Nothing);
        assert!(matches!(saving, Ok(Saving::Written { warning: None, .. })), "{saving:?}");
        shelf
    }

    pub(crate) fn data(&self) -> &Path {
        self.folder.path()
    }

    /// Where the profiles of the bundled comparison are.
    pub(crate) fn profiles(&self) -> PathBuf {
        self.data().join("profiles").join("jewelry")
    }

    /// The file of the profile.
    pub(crate) fn file(&self) -> PathBuf {
        support::profile_file(self.data(), NAME)
    }

    pub(crate) fn lock_file(&self) -> PathBuf {
        support::lock_file(self.data(), NAME)
    }

    /// How the names of temporary files for the profile begin.
    pub(crate) fn temporary_prefix(&self) -> PathBuf {
        self.profiles().join(format!(".{}.ron.tmp-", name().slug()))
    }

    /// How the names of temporary files for the copy of the profile begin that is kept when it is written over.
    pub(crate) fn backup_temporary_prefix(&self) -> PathBuf {
        self.profiles().join(format!(".{}.ron.bak.tmp-", name().slug()))
    }

    /// The copy of the profile that is kept when it is written over.
    pub(crate) fn backup(&self) -> PathBuf {
        self.file().with_extension("ron.bak")
    }

    pub(crate) fn read(&self) -> String {
        fs::read_to_string(self.file()).expect("the profile is there")
    }

    /// Everything in the folder of the profiles by name, with its text, but for the lock.
    pub(crate) fn content(&self) -> Vec<(String, String)> {
        let entries = fs::read_dir(self.profiles()).expect("the folder is there");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        let mut files: Vec<_> = paths
            .filter(|path| *path != self.lock_file())
            .map(|path| {
                let file = path.file_name().expect("a name").to_string_lossy().into_owned();
                (file, fs::read_to_string(&path).expect("a readable file"))
            })
            .collect();
        files.sort();
        files
    }

    /// Puts the folder of the profiles in a state that [`Self::content`] told.
    pub(crate) fn restock(&self, content: &[(String, String)]) {
        fs::create_dir_all(self.profiles()).expect("the folder is made");
        for (file, _) in self.content() {
            fs::remove_file(self.profiles().join(file)).expect("the file is removed");
        }
        for (file, text) in content {
            fs::write(self.profiles().join(file), text).expect("the file is written");
        }
    }

    /// Saves once more as the program does after a start, and makes sure that nothing else is left behind.
    #[track_caller]
    pub(crate) fn assert_next_save_works(&self, what: &str) {
        let (_, known) = self.store.load(&name()).expect("it can be loaded").expect("it is there");
        let saving = self.store.save(&name(), &profile(&self.comparison, NEXT), &Over::Known(known));
        assert!(matches!(saving, Ok(Saving::Written { warning: None, .. })), "{what}: {saving:?}");
        self.assert_holds_only(&text(NEXT), what);
    }

    /// There is the profile with this text and nothing else but the lock.
    #[track_caller]
    pub(crate) fn assert_holds_only(&self, text: &str, what: &str) {
        let content = self.content();
        let files: Vec<&str> = content.iter().map(|(file, _)| file.as_str()).collect();
        assert_eq!(files, [format!("{}.ron", name().slug())], "{what}");
        assert!(content[0].1 == text, "{what}: the file holds\n{}", content[0].1);
    }
}
