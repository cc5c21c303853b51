//! Drafts of profiles, beside the profiles of the same comparison.

use std::time::SystemTime;

use super::{BASE, Draft, Folder, Keeper, changed};
use crate::profile::{Profile, ProfileName};
use crate::store::{PROFILE_LIMIT, Store, StoreError, profile_text};

/// The folder for drafts beside the profiles.
const FOLDER: &str = ".drafts";

/// The largest draft: what is not saved, and the file that it changes.
const DRAFT_LIMIT: u64 = 2 * PROFILE_LIMIT + BASE.len() as u64;

/// The folders that go when they are empty: drafts, comparison, profiles.
const FOLDERS: usize = 3;

/// Stands in for the name of a profile that has none yet; no slug is so short.
const NAMELESS: &str = "new";

/// Keeps the draft of the profile in one window.
#[derive(Debug)]
pub struct DraftKeeper {
    store: Store,
    keeper: Keeper,
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
    draft: Draft,
}

impl Restored {
    /// When it was changed last, as far as the system knows.
    pub(in crate::store) fn changed(&self) -> Option<SystemTime> {
        changed(&self.draft.path)
    }
}

impl DraftKeeper {
    /// Keeps drafts beside the profiles of a store, going on with one that was brought back.
    #[must_use]
    pub fn new(store: Store, restored: Option<Restored>) -> Self {
        let (draft, kept) = restored.map(|Restored { unsaved, draft }| (draft, unsaved)).unzip();
        Self { store, keeper: Keeper { draft }, kept }
    }

    /// Goes on beside the profiles of another store. What is kept is written anew, the next time.
    pub fn move_onto(&mut self, store: Store) {
        self.store = store;
        self.kept = None;
    }

    /// Brings the draft up to date: what is unsaved, or none.
    ///
    /// # Errors
    /// If it can't be written or removed.
    pub fn keep(&mut self, unsaved: Option<(&Profile, Option<&str>)>) -> Result<(), StoreError> {
        let kept = self.kept.as_ref().map(|kept| (&kept.profile, kept.base.as_deref()));
        // A draft that was left in another store is in the way, even if nothing is unsaved.
        if kept == unsaved && (kept.is_some() || !self.keeper.has_draft()) {
            return Ok(());
        }
        let folder = self.store.drafts();
        let Some((profile, base)) = unsaved else {
            self.kept = None;
            return self.keeper.discard(&folder);
        };
        // No profile has the line between them in itself, because line ends in its texts are escaped.
        let text = profile_text(profile, &self.store.comparison)?;
        let [between, base_text] = base.map_or([""; 2], |base| [BASE, base]);
        self.keeper.put(&folder, &key(profile.name.as_ref()), &[&text, between, base_text])?;
        self.kept = Some(Unsaved { profile: profile.clone(), base: base.map(str::to_owned) });
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
        let read = |text: &str| self.unsaved(text).filter(|unsaved| is_of(&unsaved.profile, name));
        let taken = self.drafts().take(Some(&[key(name), first]), DRAFT_LIMIT, read)?;
        Ok(taken.map(|(draft, unsaved)| Restored { unsaved, draft }))
    }

    /// The same of a profile that was never saved, whether it has a name or not.
    ///
    /// # Errors
    /// As [`Self::restore`].
    pub(in crate::store) fn restore_new(&self) -> Result<Option<Restored>, StoreError> {
        let is_saved = |name: &ProfileName| !matches!(self.load(name), Ok(None));
        let is_new = |unsaved: &Unsaved| {
            unsaved.base.is_none() && !unsaved.profile.name.as_ref().is_some_and(is_saved)
        };
        let read = |text: &str| self.unsaved(text).filter(is_new);
        let taken = self.drafts().take(None, DRAFT_LIMIT, read)?;
        Ok(taken.map(|(draft, unsaved)| Restored { unsaved, draft }))
    }

    fn drafts(&self) -> Folder {
        Folder { path: self.folder.join(FOLDER), own: FOLDERS }
    }

    fn unsaved(&self, text: &str) -> Option<Unsaved> {
        let (draft, base) = text.split_once(BASE).map_or((text, None), |(draft, base)| (draft, Some(base)));
        let profile = Profile::from_draft(draft, &self.comparison).ok()?;
        Some(Unsaved { profile, base: base.map(str::to_owned) })
    }
}

/// Whether a draft is of the profile of this name, or of one without a name.
fn is_of(draft: &Profile, name: Option<&ProfileName>) -> bool {
    name.map_or(draft.name.is_none(), |name| draft.is_named(name))
}

fn key(name: Option<&ProfileName>) -> String {
    name.map_or_else(|| NAMELESS.to_owned(), ProfileName::slug)
}
