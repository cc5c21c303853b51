//! A profile that is open: what it says, what follows from it, what is unsaved, and the way back.

mod blind;
mod greeting;
mod on_disk;

use super::document::Document;
use super::history::{History, Retraced, Side, Step};
use super::patch::Patch;
use crate::comparison::{ClaimId, Comparison, Preset};
use crate::decision::Assessment;
use crate::profile::Profile;
use crate::weight::Weight;
use blind::{FirstSeen, shown_of};

/// A profile that is open.
#[derive(Debug)]
pub struct OpenProfile {
    profile: Profile,
    /// The profile as last opened or saved: what differs from it is unsaved.
    saved: Profile,
    /// The text of the profile's file as last read or written; none if there is no file yet.
    file: Option<String>,
    history: History,
    /// What is shown to follow.
    assessment: Assessment,
    /// What it was when the answer to a blind weighing was first seen.
    first_seen: Option<FirstSeen>,
    /// What followed before the last change, until the next key.
    before: Option<Assessment>,
    /// What is tried on or previewed, until it is kept or dropped.
    trial: Option<Shown>,
    /// What it was before the conversation that is going on, all of which will be one step.
    before_conversation: Option<Profile>,
    /// The preset that it was opened from, as long as it has no name.
    preset: Option<Preset>,
    /// Whether somebody sent it and it is not among the saved ones.
    is_sent: bool,
}

/// What is shown as if it were open.
#[derive(Debug)]
struct Shown {
    /// What it is called, if it is not this profile with other weights.
    name: Option<String>,
    profile: Profile,
    assessment: Assessment,
}

impl OpenProfile {
    pub(super) fn new(comparison: &Comparison, mut profile: Profile, file: Option<String>) -> Self {
        if profile.blind && !profile.is_hidden(comparison) {
            // What was open when it was saved is not there any more.
            profile.blind = false;
            profile.after_seeing.get_or_insert_default();
        }
        Self {
            saved: profile.clone(),
            file,
            history: History::default(),
            assessment: shown_of(comparison, &profile, profile.blind),
            first_seen: FirstSeen::of(&profile),
            before: None,
            trial: None,
            before_conversation: None,
            preset: None,
            is_sent: false,
            profile,
        }
    }

    /// A preset of the comparison.
    pub(super) fn of_preset(comparison: &Comparison, preset: &Preset) -> Self {
        let profile = Profile::from_preset(comparison, preset);
        Self { preset: Some(preset.clone()), ..Self::new(comparison, profile, None) }
    }

    /// One that somebody sent.
    pub(super) fn sent(comparison: &Comparison, profile: Profile) -> Self {
        Self { is_sent: true, ..Self::new(comparison, profile, None) }
    }

    /// Whether somebody sent it and it is not among the saved ones.
    #[must_use]
    pub fn is_sent(&self) -> bool {
        self.is_sent
    }

    /// The preset that it was opened from.
    #[must_use]
    pub fn preset(&self) -> Option<&Preset> {
        self.preset.as_ref()
    }

    /// What followed before the last change, until the next key.
    #[must_use]
    pub fn before(&self) -> Option<&Assessment> {
        self.before.as_ref()
    }

    pub(super) fn forget_before(&mut self) {
        self.before = None;
    }

    /// What the person thinks.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// What is shown, and what follows from it: what is tried on or previewed, if something is.
    pub(super) fn shown(&self) -> (&Profile, &Assessment) {
        match &self.trial {
            Some(Shown { profile, assessment, .. }) => (profile, assessment),
            None => (&self.profile, &self.assessment),
        }
    }

    /// Shows other weights as if they were set.
    pub(super) fn try_on(&mut self, comparison: &Comparison, weights: &[(ClaimId, Weight)]) {
        let mut profile = self.profile.clone();
        for (claim, weight) in weights {
            profile.set_weight(comparison, *claim, Some(*weight));
        }
        self.show(comparison, None, profile);
    }

    /// Shows another profile as if it were open.
    pub(super) fn preview(&mut self, comparison: &Comparison, name: String, profile: Profile) {
        self.show(comparison, Some(name), profile);
    }

    fn show(&mut self, comparison: &Comparison, name: Option<String>, profile: Profile) {
        let assessment = shown_of(comparison, &profile, self.is_blind());
        self.trial = Some(Shown { name, profile, assessment });
    }

    /// What is previewed, by name.
    #[must_use]
    pub fn previewed(&self) -> Option<&str> {
        self.trial.as_ref()?.name.as_deref()
    }

    /// Shows what is so.
    pub(super) fn end_trial(&mut self) {
        self.trial = None;
    }

    pub(super) fn begin_conversation(&mut self) {
        self.before_conversation = Some(self.profile.clone());
    }

    /// Changes what it was before the conversation as all that was said asks for, and says whether anything changed.
    pub(super) fn retell(
        &mut self,
        comparison: &Comparison,
        apply: impl FnOnce(&mut Profile, &Comparison),
    ) -> bool {
        let Some(mut told) = self.before_conversation.clone() else { return false };
        // Whether the answer is hidden was not said in it.
        told.blind = self.profile.blind;
        told.after_seeing.clone_from(&self.profile.after_seeing);
        apply(&mut told, comparison);
        let before = std::mem::replace(&mut self.profile, told);
        self.reassess(&before, comparison);
        before != self.profile
    }

    /// Changes it as often as something is dragged, which is one step that can be undone, as a conversation is; what
    /// followed before is what followed before the first time. Says whether anything changed.
    pub(super) fn drag(
        &mut self,
        comparison: &Comparison,
        apply: impl FnOnce(&mut Profile, &Comparison),
    ) -> bool {
        let before = self.before.take().filter(|_| self.before_conversation.is_some());
        if self.before_conversation.is_none() {
            self.begin_conversation();
        }
        let changed = self.retell(comparison, apply);
        self.before = before.or(self.before.take());
        changed
    }

    /// Whether the conversation that is going on has changed anything.
    pub(super) fn has_conversed(&self) -> bool {
        self.before_conversation.as_ref().is_some_and(|before| !before.says_the_same_as(&self.profile))
    }

    /// Makes one step that can be undone of the conversation that is going on, if there is one.
    pub(super) fn end_conversation(&mut self) {
        if let Some(before) = self.before_conversation.take() {
            self.history.record(&before, &self.profile);
        }
    }

    /// Changes the profile in one step that can be undone, and says whether anything changed.
    pub(super) fn edit(
        &mut self,
        comparison: &Comparison,
        edit: impl FnOnce(&mut Profile, &Comparison),
    ) -> bool {
        let before = self.profile.clone();
        edit(&mut self.profile, comparison);
        self.history.record(&before, &self.profile);
        self.reassess(&before, comparison);
        before != self.profile
    }

    /// How many changes can be taken back.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.history.len()
    }

    /// Takes the last change back and says what is so again, of the claim `at` if that is a side of it.
    pub(super) fn undo(&mut self, document: &mut Document, at: Option<ClaimId>) -> Option<Retraced> {
        let step = self.history.back()?.clone();
        Some(match step {
            Step::Profile { before, after } => self.go_back(&after, &before, &document.comparison, at),
            Step::Text { patch, what } => self.follow(document, patch.revert(document.text()), what),
        })
    }

    /// Makes the last change that was taken back again, and says the same of it.
    pub(super) fn redo(&mut self, document: &mut Document, at: Option<ClaimId>) -> Option<Retraced> {
        let step = self.history.forth()?.clone();
        Some(match step {
            Step::Profile { before, after } => self.go_back(&before, &after, &document.comparison, at),
            Step::Text { patch, what } => self.follow(document, patch.apply(document.text()), what),
        })
    }

    fn go_back(&mut self, from: &Side, to: &Side, comparison: &Comparison, at: Option<ClaimId>) -> Retraced {
        let before = self.profile.clone();
        let retraced = from.back_to(to, &mut self.profile, comparison, at);
        self.reassess(&before, comparison);
        retraced
    }

    /// Lets the comparison have this text, which it had before; it is about the claim that is there again.
    fn follow(&mut self, document: &mut Document, text: Option<String>, what: String) -> Retraced {
        let mut retraced = Retraced { what, claim: None, before: None };
        if let Some(text) = text
            && let Ok(comparison) = Comparison::from_ron(&text)
        {
            let (_, before) = document.take(text, comparison);
            self.move_to(&before, &document.comparison);
            let now = &document.comparison;
            let mut claims = now.claims().map(|(claim, _)| claim);
            retraced.claim = claims.find(|claim| before.claim_with_id(now.full_id(*claim)).is_none());
            retraced.before = Some(before);
        }
        retraced
    }

    /// Takes note that the comparison had another text, in one step that can be undone.
    pub(super) fn was_rewritten(&mut self, document: &Document, before: &str, what: String) {
        self.history.record_text(Patch::between(before, document.text()), what);
    }

    /// Lets the comparison say something else, in one step that can be undone; what was thought of it stays.
    pub(super) fn rewrite(
        &mut self,
        document: &mut Document,
        text: String,
        comparison: Comparison,
        what: String,
    ) {
        let (patch, before) = document.take(text, comparison);
        self.history.record_text(patch, what);
        self.move_to(&before, &document.comparison);
    }

    /// Thinks the same of a comparison that says something else now.
    ///
    /// If that is another comparison by its id, the profile has no file among those of that one.
    fn move_to(&mut self, from: &Comparison, to: &Comparison) {
        self.trial = None;
        self.first_seen = self.first_seen.take().map(|seen| seen.onto(from, to));
        self.profile = self.profile.onto(from, to);
        self.saved = self.saved.onto(from, to);
        self.preset = self.preset.take().and_then(|preset| to.preset(&preset.id).cloned());
        let assessment = shown_of(to, &self.profile, self.is_blind());
        let before = std::mem::replace(&mut self.assessment, assessment);
        // What was before may be of alternatives that are gone.
        let ids = |comparison: &Comparison| -> Vec<String> {
            comparison.alternatives().map(|(_, one)| one.id.clone()).collect()
        };
        self.before = (ids(from) == ids(to)).then_some(before);
        if from.id() != to.id() {
            self.file = None;
            self.saved = Profile::new(to).named(self.profile.name.clone());
        }
    }

    /// The same, opened in place of another: how the comparison changed can still be undone.
    pub(super) fn in_place_of(self, other: &mut Self) -> Self {
        Self { history: std::mem::take(&mut other.history).only_texts(), ..self }
    }

    /// Works out what follows, if the profile is another than before.
    fn reassess(&mut self, before: &Profile, comparison: &Comparison) {
        if *before != self.profile {
            self.count_changes(comparison);
            let assessment = shown_of(comparison, &self.profile, self.is_blind());
            self.before = Some(std::mem::replace(&mut self.assessment, assessment));
        }
    }
}
