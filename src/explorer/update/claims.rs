//! Changes of what the person thinks.

use crate::explorer::history::Step;
use crate::explorer::{Cursor, Effect, Explorer, FirstWeighing, Layer, Notice, Weighing};
use crate::profile::{Band, Counting, Profile, Stance, Weight};

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
        self.edit_stance(|stance| {
            stance.weight = match weighing {
                Weighing::More => Some(Weight::clamped(stance.points() + 1)),
                Weighing::Less => Some(Weight::clamped(stance.points().saturating_sub(1))),
                Weighing::Set(weight) => Some(weight),
                Weighing::Unset => None,
            };
        });
    }

    pub(super) fn switch_essential(&mut self) {
        self.edit_stance(|stance| stance.essential = !stance.essential);
    }

    pub(super) fn switch_counting(&mut self) {
        let (counting, said) = match self.profile.counting {
            Counting::EveryClaim if !self.comparison.can_count_once() => {
                let why = "Too many claims share a criterion here to count each criterion once";
                self.notice = Some(Notice::problem(why));
                return;
            }
            Counting::EveryClaim => (Counting::OncePerCriterion, "Each criterion counts once now"),
            Counting::OncePerCriterion => (Counting::EveryClaim, "Every claim counts whole now"),
        };
        self.edit(|profile| profile.counting = counting);
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
        self.edit(|profile| profile.band = band);
        let said = match band.points() {
            0 => "Weights are taken as exact now".to_owned(),
            points => format!("Weights may be off by {points} now"),
        };
        self.notice = Some(Notice::done(said));
    }

    /// Takes the last change back; a profile that was deleted since is brought back first.
    pub(super) fn undo(&mut self) -> Option<Effect> {
        if let Some(name) = self.deleted.take() {
            return Some(Effect::BringBack(name));
        }
        if let Layer::Profiles(_) = self.layer {
            self.notice = Some(Notice::done("Nothing was deleted"));
            return None;
        }
        let step = self.history.undo(&mut self.profile, &self.comparison);
        self.went_through_history("Undone", "Nothing to undo", step);
        None
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
            self.edit(|profile| edit(&mut profile.stances[claim]));
        }
    }

    /// Changes the profile in one step that can be undone.
    pub(super) fn edit(&mut self, edit: impl FnOnce(&mut Profile)) {
        let before = self.profile.clone();
        edit(&mut self.profile);
        self.deleted = None;
        self.history.record(&before, &self.profile);
        self.reassess();
    }
}
