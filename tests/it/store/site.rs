//! A place with one file in it that is saved: a profile or a comparison.

use std::fs;
use std::path::{Path, PathBuf};

use touchstone::store::{Over, Saving, StoreError};

/// What the file says before, after, and after another save.
pub(crate) const OLD: &str = "the old one";
pub(crate) const NEW: &str = "the new one";
pub(crate) const NEXT: &str = "the one after that";

/// A folder of its own with one file that is saved, gone when the test ends.
pub(crate) trait Site: Sync + Sized {
    /// What a worker is told to work on.
    const KIND: &str;

    /// With the old file in it.
    fn stocked() -> Self;

    /// The text of the file that says this, long enough for half a file to be seen.
    fn text(note: &str) -> String;

    /// Saves the file that says this in such a folder.
    fn save_at(data: &Path, note: &str, over: &Over) -> Result<Saving, StoreError>;

    /// The text of the file in such a folder as the program loads it; none if there is none.
    fn load_at(data: &Path) -> Result<Option<String>, StoreError>;

    /// The folder.
    fn data(&self) -> &Path;

    /// The file.
    fn file(&self) -> PathBuf;

    /// The file that whoever saves it holds locked.
    fn lock_file(&self) -> PathBuf;

    /// How the names of temporary files for the file begin.
    fn temporary_prefix(&self) -> PathBuf {
        temporary_prefix(&self.file())
    }

    /// The copy of the file that is kept when it is written over.
    fn backup(&self) -> PathBuf {
        self.file().with_extension("ron.bak")
    }

    /// How the names of temporary files for that copy begin.
    fn backup_temporary_prefix(&self) -> PathBuf {
        temporary_prefix(&self.backup())
    }

    fn read(&self) -> String {
        fs::read_to_string(self.file()).expect("the file is there")
    }

    /// Everything beside the file and itself by name, with its text, but for the lock.
    fn content(&self) -> Vec<(String, String)> {
        let entries = fs::read_dir(folder_of(&self.file())).expect("the folder is there");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        let mut files: Vec<_> = paths
            .filter(|path| *path != self.lock_file())
            .map(|path| (name_of(&path), fs::read_to_string(&path).expect("a readable file")))
            .collect();
        files.sort();
        files
    }

    /// Puts the folder of the file in a state that [`Self::content`] told.
    fn restock(&self, content: &[(String, String)]) {
        let file = self.file();
        fs::create_dir_all(folder_of(&file)).expect("the folder is made");
        for (file, _) in self.content() {
            fs::remove_file(self.file().with_file_name(file)).expect("the file is removed");
        }
        for (file, text) in content {
            fs::write(self.file().with_file_name(file), text).expect("the file is written");
        }
    }

    /// Saves once more as the program does after a start, and makes sure that nothing else is left behind.
    #[track_caller]
    fn assert_next_save_works(&self, what: &str) {
        let known = Self::load_at(self.data()).expect("it can be loaded").expect("it is there");
        let saving = Self::save_at(self.data(), NEXT, &Over::Known(known));
        assert!(matches!(saving, Ok(Saving::Written { warning: None, .. })), "{what}: {saving:?}");
        self.assert_holds_only(&Self::text(NEXT), what);
    }

    /// There is the file with this text and nothing else but the lock.
    #[track_caller]
    fn assert_holds_only(&self, text: &str, what: &str) {
        let content = self.content();
        let files: Vec<&str> = content.iter().map(|(file, _)| file.as_str()).collect();
        assert_eq!(files, [name_of(&self.file())], "{what}");
        assert!(content[0].1 == text, "{what}: the file holds\n{}", content[0].1);
    }
}

fn temporary_prefix(file: &Path) -> PathBuf {
    file.with_file_name(format!(".{}.tmp-", name_of(file)))
}

pub(crate) fn name_of(file: &Path) -> String {
    file.file_name().expect("a name").to_string_lossy().into_owned()
}

fn folder_of(file: &Path) -> &Path {
    file.parent().expect("a folder")
}
