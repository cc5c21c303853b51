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
    let assess = if is_blind { decision::assess_blind } else { decision::assess_seen };
    assess(comparison, profile)
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
        self.turn(true, is_seen, comparison);
        true
    }

    /// Shows the answer: from now on it counts what is changed.
    pub(in crate::explorer) fn reveal(&mut self, comparison: &Comparison) {
        self.turn(false, self.says_anything(), comparison);
    }

    /// Hides the answer or shows it, where it is seen or was.
    fn turn(&mut self, is_blind: bool, is_seen: bool, comparison: &Comparison) {
        self.profile.blind = is_blind;
        if is_seen {
            self.profile.after_seeing.get_or_insert_default();
        }
        self.first_seen = self.first_seen.take().or_else(|| FirstSeen::of(&self.profile));
        self.before = None;
        self.assessment = shown_of(comparison, &self.profile, is_blind);
    }

    /// Whether the person has seen no answer yet: nothing follows, or it was hidden all the time.
    #[must_use]
    pub fn is_unseen(&self) -> bool {
        self.profile.after_seeing.is_none() && (self.is_blind() || !self.says_anything())
    }

    /// Whether there is anything that an answer follows from.
    fn says_anything(&self) -> bool {
        let mut stances = self.profile.stances();
        self.assessment.weighed > 0 || stances.any(|(_, stance)| stance.is_marked())
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
        if let Some(FirstSeen { profile, changed }) = &self.first_seen {
            // Who takes all of it back has changed no more than what was saved after that says.
            let saved = self.saved.after_seeing.clone();
            let saved = saved.filter(|_| self.profile.stances().eq(self.saved.stances()));
            let counted = || Box::new(changed.and(profile, &self.profile, comparison));
            self.profile.after_seeing = Some(saved.unwrap_or_else(counted));
        }
    }
}
