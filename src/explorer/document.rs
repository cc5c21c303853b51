//! The comparison that is open: what its file says, where that is, and what of it is unsaved.

use std::path::PathBuf;

use super::action::FileRequest;
use super::layer::Next;
use super::patch::Patch;
use crate::comparison::Comparison;
use crate::problem::Problems;
use crate::store::{Origin, Over};

/// The comparison that is open.
#[derive(Clone, Debug)]
pub struct Document {
    /// What the text says.
    pub(super) comparison: Comparison,
    /// The text of its file with all changes; every change is one of this text.
    text: String,
    /// The text as last read or written: what differs from it is unsaved. None if it is on no disk yet.
    saved: Option<String>,
    origin: Origin,
    /// Whether what was read or written last is another program's: it is kept as `.bak` before it is written over.
    is_theirs: bool,
    /// Whether the file that was read or written last is not there any more.
    is_gone: bool,
    /// Grows with every change of the text.
    changes: usize,
}

impl Document {
    /// A comparison whose text was just read, or is new if its origin says so.
    ///
    /// # Errors
    /// All problems of the text.
    pub fn new(text: String, origin: Origin) -> Result<Self, Problems> {
        Comparison::from_ron(&text).map(|comparison| Self::of(comparison, text, origin))
    }

    /// The same of a text of which it is known what it says.
    #[must_use]
    pub fn of(comparison: Comparison, text: String, origin: Origin) -> Self {
        let saved = (origin != Origin::New).then(|| text.clone());
        Self { comparison, text, saved, origin, is_theirs: false, is_gone: false, changes: 0 }
    }

    /// The same while no file has it yet.
    #[must_use]
    pub fn of_no_file(self) -> Self {
        Self { saved: None, ..self }
    }

    /// The same with a text that was not saved, which changes the text `base`, and the text before that change; as it is
    /// if that says nothing sound or is in the file by now.
    #[must_use]
    pub fn with_unsaved(self, text: String, base: Option<String>) -> (Self, Option<String>) {
        match Comparison::from_ron(&text) {
            // What was unsaved only because its file was gone is not, where there is one.
            Ok(comparison) if self.saved.as_ref() != Some(&text) && base.as_ref() != Some(&text) => {
                let sound = base.clone().filter(|base| Comparison::from_ron(base).is_ok());
                let before = sound.unwrap_or_else(|| self.text.clone());
                // Nobody knows any more who wrote what it changes.
                (Self { comparison, text, saved: base, is_theirs: true, ..self }, Some(before))
            }
            Ok(_) | Err(_) => (self, None),
        }
    }

    /// What the text says.
    #[must_use]
    pub fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// The text of its file with all changes.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text as last read or written; none if it is on no disk yet.
    #[must_use]
    pub fn saved(&self) -> Option<&str> {
        self.saved.as_deref()
    }

    /// Where it came from.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Whether something of it is on no disk.
    #[must_use]
    pub fn unsaved(&self) -> bool {
        self.is_gone || self.is_changed()
    }

    /// Whether it says something else than what was read or written last.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.saved.as_deref() != Some(self.text.as_str())
    }

    /// How often its text was changed.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.changes
    }

    /// Takes another text, which says this; returns the way from what was to it, and what was said before.
    pub(super) fn take(&mut self, text: String, comparison: Comparison) -> (Patch, Comparison) {
        let patch = Patch::between(&self.text, &text);
        let before = std::mem::replace(&mut self.comparison, comparison);
        self.text = text;
        self.changes += 1;
        (patch, before)
    }

    /// What saving it in its own file asks for; none if it has no file.
    pub(super) fn save_request(&self, next: Option<Next>) -> Option<FileRequest> {
        let Origin::File(path) = &self.origin else { return None };
        let known = self.saved.clone().filter(|_| !self.is_gone);
        let over = known.map_or(Over::Nothing, |saved| self.over(saved));
        Some(FileRequest { path: path.clone(), text: self.text.clone(), over, next })
    }

    /// What saving it in a file asks for; another file is not written over.
    pub(super) fn save_request_as(&self, path: PathBuf, next: Option<Next>) -> FileRequest {
        let over = match (&self.origin, &self.saved) {
            (Origin::File(own), Some(saved)) if *own == path && !self.is_gone => self.over(saved.clone()),
            (Origin::File(_) | Origin::Bundled | Origin::Input | Origin::Import(_) | Origin::New, _) => {
                Over::Nothing
            }
        };
        FileRequest { path, text: self.text.clone(), over, next }
    }

    /// What it would be written over: what was read or written last.
    fn over(&self, saved: String) -> Over {
        if self.is_theirs { Over::Theirs(saved) } else { Over::Known(saved) }
    }

    /// Takes note of what another program wrote into its file.
    pub(super) fn is_read(&mut self, text: String) {
        self.is_theirs |= self.saved.as_ref() != Some(&text);
        self.is_gone = false;
        self.saved = Some(text);
    }

    /// Takes note whether its file is not there any more.
    pub(super) fn set_gone(&mut self, is_gone: bool) {
        self.is_gone = is_gone;
    }

    /// Takes note that this text is in a file now.
    pub(super) fn is_saved(&mut self, text: String, origin: Origin) {
        self.saved = Some(text);
        (self.is_theirs, self.is_gone) = (false, false);
        self.origin = origin;
    }
}
