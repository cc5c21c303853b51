//! Changes of what the person thinks.

use crate::explorer::history::Step;
use crate::explorer::{Cursor, Explorer, Notice, Weighing};
use crate::profile::{Profile, Stance, Weight};

impl Explorer {
    pub(super) fn toggle(&mut self) {
        self.edit_stance(|stance| stance.on = !stance.on);
    }

    pub(super) fn weigh(&mut self, weighing: Weighing) {
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
            None => Notice::done(nothing.to_owned()),
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
    fn edit(&mut self, edit: impl FnOnce(&mut Profile)) {
        let before = self.profile.clone();
        edit(&mut self.profile);
        self.history.record(&before, &self.profile);
        self.reassess();
    }
}
