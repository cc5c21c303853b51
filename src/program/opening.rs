//! How a comparison is opened: with the profile it was left with, and what an earlier run left unsaved.

use std::path::Path;

use super::source_file::SourceFile;
use super::{Program, Surroundings};
use crate::JEWELRY;
use crate::edit;
use crate::explorer::{Action, Document, Explorer, Source};
use crate::import::{self, Form, Import};
use crate::problem::Problems;
use crate::profile::{Profile, ProfileName};
use crate::store::{
    ComparisonDrafts, DraftKeeper, Origin, RecentFiles, Resumed, Store, StoreError, UnsavedText,
    comparison_file,
};
use crate::view::{Spots, Theme};

/// Reads a text as what can be opened, and says what was read of it if it is in no file of ours.
///
/// # Errors
/// All problems of the text.
pub fn document(text: String, path: Option<&Path>) -> Result<(Document, Option<Import>), Problems> {
    let form = Form::of(path, &text);
    let file = path.map(comparison_file::locate);
    if form == Form::Ron {
        return Ok((Document::new(text, file.map_or(Origin::Input, Origin::File))?, None));
    }
    let import = import::read(&text, form, path, None)?;
    let origin = file.map_or(Origin::Input, Origin::Import);
    Ok((Document::of(import.comparison.clone(), import.ron.clone(), origin), Some(import)))
}

/// Whose weights are opened.
#[derive(Clone, Debug)]
pub enum Whose {
    /// Those of the profile that was open last, else of a new one.
    Last,
    /// Those of the profile of a name, which may be a new one.
    Named(ProfileName),
    /// Those that somebody sent, which are not among the saved ones.
    Sent(Box<Profile>),
}

impl Program {
    /// Opens a profile. What an earlier run left unsaved of it is brought back.
    ///
    /// # Errors
    /// If the profile is there and can't be read, or is damaged.
    pub fn open(
        document: Document,
        whose: Whose,
        surroundings: Surroundings,
        theme: Theme,
    ) -> Result<Self, StoreError> {
        let mut texts = ComparisonDrafts::new(&surroundings.data);
        let mut is_old = false;
        let (document, before, problem) = match texts.restore(document.origin(), document.saved()) {
            Ok(Some(UnsavedText { text, base })) => {
                let is_import = matches!(document.origin(), Origin::Import(_));
                is_old = is_import && base.as_deref() != document.saved();
                let (document, before) = document.with_unsaved(text, base);
                (document, before, None)
            }
            Ok(None) => (document, None, None),
            Err(error) => (document, None, Some(error)),
        };
        let mut program = Self::with_texts(document, before.as_deref(), whose, surroundings, &theme, texts)?;
        if is_old && before.is_some() {
            program.explorer.has_brought_back_older();
        }
        if let Some(error) = problem {
            program.explorer.update(Action::DraftFailed(error.on_one_line()));
        }
        Ok(program)
    }

    /// The same, with the text before what was brought back, and what keeps such drafts.
    fn with_texts(
        document: Document,
        before: Option<&str>,
        whose: Whose,
        surroundings: Surroundings,
        theme: &Theme,
        texts: ComparisonDrafts,
    ) -> Result<Self, StoreError> {
        let recent = RecentFiles::new(&surroundings.data);
        let store = Store::new(&surroundings.data, document.comparison());
        if let Origin::File(path) | Origin::Import(path) = document.origin() {
            recent.remember(path);
        }
        let source = match (document.origin(), document.saved()) {
            (Origin::File(path), Some(text)) => Some(SourceFile::new(path.clone(), text.to_owned())),
            (Origin::File(_) | Origin::Bundled | Origin::Input | Origin::Import(_) | Origin::New, _) => None,
        };
        let (name, sent) = match whose {
            Whose::Last => (None, None),
            Whose::Named(name) => (Some(name), None),
            Whose::Sent(profile) => (None, Some(*profile)),
        };
        let Resumed { loaded, restored, lost } = match (&name, &sent) {
            (Some(name), _) => {
                Resumed { loaded: store.load(name)?, restored: store.restore(Some(name)), lost: None }
            }
            // What was left unsaved of one's own waits until that is opened again.
            (None, Some(_)) => Resumed { loaded: None, restored: Ok(None), lost: None },
            (None, None) => store.resume(),
        };
        let comparison = document.comparison();
        let is_last = name.is_none() && loaded.is_some();
        if let (Some(name), Some(_)) = (&name, &loaded) {
            store.remember(name);
        }
        let new_name = || restored.as_ref().ok()?.as_ref()?.unsaved.profile.name.clone();
        let (mut profile, mut file) = match loaded {
            Some((profile, file)) => (profile, Some(file)),
            None => (Profile::new(comparison).named(name.or_else(new_name)), None),
        };
        // A window that died right after saving left a draft of what is in the file.
        if let Ok(Some(restored)) = &restored
            && restored.unsaved.profile != profile
        {
            // What was not saved changes the file as it was then. If somebody saved another one since, saving will
            // find that out, as if this window had never been closed.
            file.clone_from(&restored.unsaved.base);
            let base = file.as_deref().and_then(|text| Profile::from_ron(text, comparison).ok());
            profile = base.unwrap_or(profile);
        }
        let is_as_given = profile.name.is_none() && file.is_none() && profile == Profile::new(comparison);
        let mut explorer =
            if is_as_given { Explorer::as_given(document) } else { Explorer::new(document, profile, file) };
        if let Some(sent) = sent {
            explorer.open_sent(sent);
        }
        if before.is_some() {
            explorer.has_brought_back(before);
        }
        if is_last {
            explorer.opened_again();
        }
        if let Some(lost) = lost {
            explorer.not_opened_again(&lost);
        }
        let drafts = match restored {
            Ok(restored) => {
                if let Some(restored) = &restored {
                    explorer.bring_back(restored.unsaved.profile.clone());
                }
                DraftKeeper::new(store.clone(), restored)
            }
            Err(error) => {
                explorer.update(Action::DraftFailed(error.on_one_line()));
                DraftKeeper::new(store.clone(), None)
            }
        };
        Ok(Self {
            explorer,
            surroundings,
            recent,
            store,
            drafts,
            texts,
            changes: 0,
            source,
            is_look_due: false,
            draft_failed: false,
            left: false,
            theme: *theme,
            spots: Spots::default(),
            dragged: None,
        })
    }

    /// Hides the answer until all is weighed. Who names no profile begins a new one, unless they are weighing one blind
    /// already, or something is not saved.
    pub fn blind(&mut self, is_named: bool) {
        let open = self.explorer.open();
        let is_seen = self.explorer.assessment().weighed > 0 && !open.is_blind();
        if !is_named && is_seen && !self.explorer.unsaved() {
            self.explorer.open_new();
        }
        self.explorer.weigh_blind();
    }

    /// Says what was read from a document of another kind, unless there is more to say.
    pub fn imported(&mut self, import: &Import) {
        if self.explorer.notice().is_none() {
            self.explorer.has_imported(import);
        }
    }

    /// The comparison that was begun in the program and is in no file, or not in the one that it was meant for, if there
    /// is one.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn begun(
        origin: &Origin,
        surroundings: &Surroundings,
        theme: &Theme,
    ) -> Result<Option<Self>, StoreError> {
        let mut drafts = ComparisonDrafts::new(&surroundings.data);
        // Where the drafts can't be read, that is said when something is opened.
        let Ok(Some(unsaved)) = drafts.restore(origin, None) else { return Ok(None) };
        // A draft that says nothing sound any more is left for whoever can mend it.
        let Ok(document) = Document::new(unsaved.text, origin.clone()) else { return Ok(None) };
        let document = document.of_no_file();
        let mut program = Self::with_texts(document, None, Whose::Last, surroundings.clone(), theme, drafts)?;
        program.explorer.has_brought_back(None);
        Ok(Some(program))
    }

    /// Opens another comparison in place of this one.
    pub(super) fn explore(&mut self, source: Source) -> Result<(), String> {
        let read = |text: String, origin| {
            Document::new(text, origin)
                .map_err(|problems| StoreError::from(problems.of_file("the comparison")))
        };
        let said = |error: StoreError| error.on_one_line();
        let mut import = None;
        let document = match source {
            Source::Begun => None,
            Source::Bundled => Some(read(JEWELRY.to_owned(), Origin::Bundled).map_err(said)?),
            Source::File(path) => {
                let text = comparison_file::read(&path).map_err(|error| said(error.into()))?;
                let name = path.display().to_string();
                let read =
                    document(text, Some(&path)).map_err(|problems| said(problems.of_file(name).into()));
                let (document, read) = read?;
                import = read;
                Some(document)
            }
            Source::New { question, names, file } => {
                let mut taken = Store::ids(&self.surroundings.data).map_err(said)?;
                taken.extend(self.recent.ids());
                let text = edit::begin(&question, &names, &taken).map_err(|refusal| refusal.to_string())?;
                let origin = file.map_or(Origin::New, Origin::File);
                Some(read(text, origin).map_err(said)?.of_no_file())
            }
        };
        // Who goes elsewhere has saved what there was, or given it up.
        self.drafts.keep(None).and_then(|()| self.texts.keep(None)).map_err(said)?;
        *self = match document {
            // What is begun anew is not what an earlier run left unsaved in the same place.
            Some(document) if document.saved().is_none() => {
                let drafts = ComparisonDrafts::new(&self.surroundings.data);
                Self::with_texts(document, None, Whose::Last, self.surroundings.clone(), &self.theme, drafts)
                    .map_err(said)?
            }
            Some(document) => {
                Self::open(document, Whose::Last, self.surroundings.clone(), self.theme).map_err(said)?
            }
            None => {
                let begun = Self::begun(&Origin::New, &self.surroundings, &self.theme).map_err(said)?;
                begun.ok_or("It is not there any more")?
            }
        };
        if let Some(import) = import {
            self.imported(&import);
        }
        Ok(())
    }
}
