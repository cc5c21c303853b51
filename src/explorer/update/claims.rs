//! Changes of what the person thinks.

use crate::comparison::Comparison;
use crate::explorer::history::Step;
use crate::explorer::{Cursor, Explorer, FirstWeighing, Layer, Notice, Weighing};
use crate::profile::{Band, Counting, Profile, Stance};
use crate::weight::Weight;

impl Explorer {
    pub(super) fn toggle(&mut self) {
        self.edit_stance(|stance| stance.on = !stance.on);
    }

    pub(super) fn weigh(&mut self, weighing: Weighing) {
        if let (Layer::FirstWeighing(FirstWeighing::Question(question)), Weighing::Set(weight)) =
            (&self.layer, weighing)
        {
            return self.answer(question.clone(), weight);
        }
        let Some(claim) = self.cursor.claim else { return };
        let now = self.profile.weight_of(self.profile.reasons(&self.comparison).of(claim));
        let points = now.map_or(Weight::UNSET_POINTS, Weight::points);
        let weight = match weighing {
            Weighing::More => Some(Weight::clamped(points + 1)),
            Weighing::Less => Some(Weight::clamped(points.saturating_sub(1))),
            Weighing::Set(weight) => Some(weight),
            Weighing::Unset => None,
        };
        self.edit(|profile, comparison| profile.set_weight(comparison, claim, weight));
    }

    pub(super) fn switch_essential(&mut self) {
        self.edit_stance(|stance| stance.essential = !stance.essential);
    }

    pub(super) fn switch_counting(&mut self) {
        let (counting, said) = match self.profile.counting {
            Counting::EveryClaim => (Counting::EachReasonOnce, "Each reason counts once now"),
            Counting::EachReasonOnce => (Counting::EveryClaim, "Every claim counts whole now"),
        };
        self.edit(|profile, _| profile.counting = counting);
        self.notice = Some(Notice::done(said));
    }

    /// Makes the band wider or narrower by `by` points, from 0 to 5.
    pub(super) fn change_band(&mut self, by: i8) {
        let Some(band) = self.profile.band.points().checked_add_signed(by).and_then(Band::new) else {
            let limit =
                if by < 0 { "Weights are taken as exact already" } else { "The band is at its widest" };
            self.notice = Some(Notice::done(limit));
            return;
        };
        self.edit(|profile, _| profile.band = band);
        let said = match band.points() {
            0 => "Weights are taken as exact now".to_owned(),
            points => format!("Weights may be off by {points} now"),
        };
        self.notice = Some(Notice::done(said));
    }

    pub(super) fn undo(&mut self) {
        let step = self.history.undo(&mut self.profile, &self.comparison);
        self.went_through_history("Undone", "Nothing to undo", step);
    }

    pub(super) fn redo(&mut self) {
        let step = self.history.redo(&mut self.profile, &self.comparison);
        self.went_through_history("Redone", "Nothing to redo", step);
    }

    fn went_through_history(&mut self, done: &str, nothing: &str, step: Option<Step>) {
        self.reassess();
        self.notice = Some(match step {
            None => Notice::done(nothing),
            Some(Step { what, claim }) => {
                if let Some(claim) = claim {
                    self.cursor = Cursor::at(&self.comparison, claim);
                }
                Notice::done(format!("{done}: {what}"))
            }
        });
    }

    /// Changes the stance under the cursor.
    fn edit_stance(&mut self, edit: impl FnOnce(&mut Stance)) {
        if let Some(claim) = self.cursor.claim {
            self.edit(|profile, _| edit(&mut profile.stances[claim]));
        }
    }

    /// Changes the profile in one step that can be undone.
    pub(super) fn edit(&mut self, edit: impl FnOnce(&mut Profile, &Comparison)) {
        let before = self.profile.clone();
        edit(&mut self.profile, &self.comparison);
        self.history.record(&before, &self.profile);
        self.reassess();
    }
}
