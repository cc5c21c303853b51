//! Weighing blind: what follows is hidden until all is weighed, and what is changed once it was seen is counted.

use super::OpenProfile;
use crate::comparison::Comparison;
use crate::decision::{self, Assessment};
use crate::profile::{AfterSeeing, Profile};

/// What a profile said when the answer was first seen, or when it was opened after that.
#[derive(Debug)]
pub(super) struct FirstSeen {
    profile: Profile,
    /// What had been changed until then.
    changed: Box<AfterSeeing>,
}

impl FirstSeen {
    /// None of a profile whose answer was never hidden, or was not seen yet.
    pub(super) fn of(profile: &Profile) -> Option<Self> {
        Some(Self { changed: profile.after_seeing.clone()?, profile: profile.clone() })
    }

    pub(super) fn onto(self, from: &Comparison, to: &Comparison) -> Self {
        Self { profile: self.profile.onto(from, to), ..self }
    }
}

/// What is shown of a profile, also of others as long as one's own is weighed blind.
pub(super) fn shown_of(comparison: &Comparison, profile: &Profile, is_blind: bool) -> Assessment {
    if is_blind || profile.is_hidden(comparison) {
        decision::assess_blind(comparison, profile)
    } else {
        decision::assess(comparison, profile)
    }
}

impl OpenProfile {
    /// Whether the answer is hidden.
    #[must_use]
    pub fn is_blind(&self) -> bool {
        self.profile.blind
    }

    /// Hides the answer, unless all is weighed already; says whether it is hidden now.
    ///
    /// That alone is nothing to save.
    pub(in crate::explorer) fn hide(&mut self, comparison: &Comparison) -> bool {
        let Assessment { weighed, reasons, .. } = self.assessment;
        if weighed == reasons && !self.is_blind() {
            return false;
        }
        // Who had the answer before their eyes until now has seen it.
        let is_seen = self.says_anything() && !self.is_blind();
        for profile in [&mut self.profile, &mut self.saved] {
            profile.blind = true;
            if is_seen {
                profile.after_seeing.get_or_insert_default();
            }
        }
        self.first_seen = self.first_seen.take().or_else(|| FirstSeen::of(&self.profile));
        self.assess_anew(comparison);
        true
    }

    /// Shows the answer: from now on it counts what is changed.
    pub(in crate::explorer) fn reveal(&mut self, comparison: &Comparison) {
        self.profile.blind = false;
        if self.says_anything() {
            self.profile.after_seeing.get_or_insert_default();
        } else {
            // There was nothing to see.
            self.saved.blind = false;
        }
        self.first_seen = self.first_seen.take().or_else(|| FirstSeen::of(&self.profile));
        self.assess_anew(comparison);
    }

    /// Whether there is anything that an answer follows from.
    fn says_anything(&self) -> bool {
        let mut stances = self.profile.stances();
        self.assessment.weighed > 0 || stances.any(|(_, stance)| stance.on && stance.essential)
    }

    /// Shows the answer if it is hidden and all is weighed; says whether that is so.
    pub(in crate::explorer) fn reveal_when_weighed(&mut self, comparison: &Comparison) -> bool {
        let Assessment { weighed, reasons, .. } = self.assessment;
        let is_due = self.is_blind() && weighed == reasons && reasons > 0;
        if is_due {
            self.reveal(comparison);
        }
        is_due
    }

    fn assess_anew(&mut self, comparison: &Comparison) {
        self.before = None;
        self.assessment = shown_of(comparison, &self.profile, self.is_blind());
    }

    /// Takes over what an earlier run did not save, as one change, with what that had counted.
    pub(in crate::explorer) fn bring_back(&mut self, comparison: &Comparison, draft: Profile) {
        let counted = draft.after_seeing.clone();
        self.edit(comparison, |profile, _| *profile = draft);
        self.profile.after_seeing = counted;
        self.first_seen = FirstSeen::of(&self.profile);
        self.reveal_when_weighed(comparison);
    }

    /// Counts what was changed since the answer was first seen.
    pub(super) fn count_changes(&mut self, comparison: &Comparison) {
        if self.first_seen.is_none() {
            self.first_seen = FirstSeen::of(&self.profile);
        }
        if let Some(FirstSeen { profile, changed }) = &self.first_seen {
            // Who takes all of it back has changed no more than what is saved says.
            let is_as_saved = self.profile.stances().eq(self.saved.stances());
            self.profile.after_seeing = Some(if is_as_saved {
                self.saved.after_seeing.clone().unwrap_or_default()
            } else {
                Box::new(changed.and(profile, &self.profile, comparison))
            });
        }
    }
}
