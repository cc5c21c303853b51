//! What of a profile is on disk: its file, what is unsaved, and what other windows did to it.

use super::OpenProfile;
use super::blind::FirstSeen;
use crate::comparison::Comparison;
use crate::explorer::action::SaveRequest;
use crate::explorer::layer::Next;
use crate::profile::{Profile, ProfileName};
use crate::store::Over;

impl OpenProfile {
    /// The text of its file as last read or written; none if there is no file.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// Whether something of it is on no disk.
    #[must_use]
    pub fn unsaved(&self) -> bool {
        let Self { profile, saved, .. } = self;
        let counted = |profile: &Profile| profile.after_seeing.as_ref().map_or(0, |after| after.changed);
        // To hide the answer is nothing to save, and neither is to show it while nothing is weighed.
        let is_shown = saved.blind && !profile.blind && self.assessment.weighed > 0;
        self.is_sent || is_shown || !profile.says_the_same_as(saved) || counted(profile) != counted(saved)
    }

    /// Whether it has this name, however it is spelled.
    #[must_use]
    pub fn is_called(&self, name: &ProfileName) -> bool {
        self.profile.name.as_ref().is_some_and(|own| own.key() == name.key())
    }

    /// Whether it is the saved profile of this name.
    #[must_use]
    pub fn is_saved_as(&self, name: &ProfileName) -> bool {
        self.file.is_some() && self.is_called(name)
    }

    /// What saving it under its own name asks for; none if it has no name yet.
    pub(in crate::explorer) fn save_request(&self, next: Option<Next>) -> Option<SaveRequest> {
        let name = self.profile.name.clone()?;
        let over = self.file.clone().map_or(Over::Nothing, Over::Known);
        Some(SaveRequest { name, profile: self.profile.clone(), over, next })
    }

    /// What saving it under a name asks for; another profile of that name is not written over.
    pub(in crate::explorer) fn save_request_as(&self, name: ProfileName, next: Option<Next>) -> SaveRequest {
        let over = match &self.file {
            Some(file) if self.is_called(&name) => Over::Known(file.clone()),
            Some(_) | None => Over::Nothing,
        };
        SaveRequest { name, profile: self.profile.clone(), over, next }
    }

    /// Takes note that a profile is on disk under a name, in a file with this text.
    pub(in crate::explorer) fn saved(&mut self, name: ProfileName, profile: Profile, file: String) {
        self.saved = profile.named(Some(name.clone()));
        self.profile.name = Some(name);
        self.file = Some(file);
        self.is_sent = false;
    }

    /// Takes over what another window saved as one change, so that undo brings back what was here.
    pub(in crate::explorer) fn reloaded(&mut self, comparison: &Comparison, theirs: Profile, file: String) {
        // Who has seen the answer here has seen it, though another window knows nothing of that.
        self.first_seen = self.first_seen.take().or_else(|| FirstSeen::of(&theirs));
        self.saved = theirs.clone();
        self.file = Some(file);
        // What another window shows or hides is no reason to do so here.
        let is_blind = self.is_blind();
        self.edit(comparison, |profile, _| {
            *profile = theirs;
            profile.blind = is_blind;
        });
    }

    /// Takes note that its file has another name and text now.
    pub(in crate::explorer) fn renamed(&mut self, name: &ProfileName, file: String) {
        self.file = Some(file);
        self.profile.name = Some(name.clone());
        self.saved.name = Some(name.clone());
    }

    /// Takes note that its file is gone: all of it would be lost by leaving.
    pub(in crate::explorer) fn deleted(&mut self, comparison: &Comparison) {
        self.file = None;
        self.saved = Profile::new(comparison);
    }

    /// Takes note that its file is there again and holds this.
    pub(in crate::explorer) fn brought_back(&mut self, saved: Profile, file: String) {
        self.saved = saved;
        self.file = Some(file);
    }
}
