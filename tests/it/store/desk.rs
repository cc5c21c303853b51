//! A folder with one comparison file in it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use touchstone::store::{Over, Saving, StoreError, comparison_file};
use touchstone::text_file::ReadError;

use super::site::{OLD, Site};
use crate::support;

/// A folder of its own, gone when the test ends.
pub(crate) struct Desk {
    folder: TempDir,
}

/// The text of a comparison that says this, with a comment as only a person writes one.
pub(crate) fn text(note: &str) -> String {
    let detail = format!("{note}. ").repeat(40);
    let claims = (0..20).map(|i| format!("        (title: \"Claim {i}\", detail: \"{detail}\"),\n"));
    format!(
        "// {note}\nComparison(\n    title: \"{note}\",\n    alternatives: [\n        (name: \"A\", pros: [\n{}    ]), (name: \"B\")],\n)\n",
        claims.collect::<String>()
    )
}

impl Desk {
    pub(crate) fn empty() -> Self {
        Self { folder: support::folder() }
    }

    /// Saves the comparison that says this.
    pub(crate) fn save(&self, note: &str, over: &Over) -> Result<Saving, StoreError> {
        Self::save_at(self.data(), note, over)
    }
}

impl Site for Desk {
    const KIND: &str = "comparison";

    fn stocked() -> Self {
        let desk = Self::empty();
        let saving = desk.save(OLD, &Over::Nothing);
        assert!(matches!(saving, Ok(Saving::Written { warning: None, .. })), "{saving:?}");
        desk
    }

    fn text(note: &str) -> String {
        text(note)
    }

    fn save_at(data: &Path, note: &str, over: &Over) -> Result<Saving, StoreError> {
        comparison_file::save(&file(data), &text(note), over)
    }

    fn load_at(data: &Path) -> Result<Option<String>, StoreError> {
        match comparison_file::read(&file(data)) {
            Ok(text) => Ok(Some(text)),
            Err(ReadError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn data(&self) -> &Path {
        self.folder.path()
    }

    fn file(&self) -> PathBuf {
        file(self.data())
    }

    fn lock_file(&self) -> PathBuf {
        self.data().join(".flat.ron.lock")
    }
}

fn file(data: &Path) -> PathBuf {
    data.join("flat.ron")
}
