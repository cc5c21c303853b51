//! Changes of what the person thinks.

use crate::comparison::{ClaimId, Comparison};
use crate::explorer::history::Retraced;
use crate::explorer::{Command, Cursor, Effect, Explorer, Layer, Notice, Reweigh, Said};
use crate::profile::{Band, Counting, Profile, ProfileName, Stance};
use crate::story::Fact;
use crate::weight::Weight;

impl Explorer {
    /// Switches the claim on or off, and says so where that changes nothing since its other side still counts.
    pub(super) fn toggle(&mut self) {
        self.edit_stance(|stance| stance.on = !stance.on);
        let Some(claim) = self.cursor.claim else { return };
        let mirror = self.profile().reasons(&self.document.comparison).of(claim).mirror(claim);
        if let Some(other) = mirror.filter(|other| self.stance(*other).on && !self.stance(claim).on) {
            let title = &self.document.comparison[other].title;
            self.notice = Some(Notice::done(format!("Its other side, {title}, still counts")));
        }
    }

    /// Changes how much the claim matters; what is given a weight counts, so it is switched on.
    pub(super) fn weigh(&mut self, reweigh: Reweigh) {
        if matches!(self.layer, Layer::Question(_))
            && let (Layer::Question(question), Reweigh::To(weight)) = (self.take_layer(), reweigh)
        {
            return question.answer(self, Some(weight));
        }
        if matches!(self.layer, Layer::Single(_)) {
            self.layer = Layer::Panes;
        }
        let Some(claim) = self.cursor.claim else { return };
        let profile = self.profile();
        let now = profile.weight_of(profile.reasons(&self.document.comparison).of(claim));
        let points = now.map_or(Weight::UNSET_POINTS, Weight::points);
        let weight = match reweigh {
            Reweigh::More => Some(Weight::clamped(points + 1)),
            Reweigh::Less => Some(Weight::clamped(points.saturating_sub(1))),
            Reweigh::To(weight) => Some(weight),
            Reweigh::Unset => None,
        };
        self.edit(|profile, comparison| {
            profile.set_weight(comparison, claim, weight);
            profile[claim].on |= weight.is_some();
        });
    }

    /// Moves the weight under the cursor along its bar.
    pub(super) fn drag(&mut self, weight: Weight) {
        let Some(claim) = self.cursor.claim else { return };
        let changed = self.open.drag(&self.document.comparison, |profile, comparison| {
            profile.set_weight(comparison, claim, Some(weight));
        });
        if changed {
            self.deleted = None;
        }
    }

    /// Makes the claim essential or not, and says so where that counts nothing yet.
    pub(super) fn switch_essential(&mut self) {
        self.edit_stance(|stance| stance.essential = !stance.essential);
        if self.cursor.claim.is_some_and(|claim| !self.stance(claim).on) {
            self.notice = Some(Notice::done("Switched off").with(Command::Toggle, "switches it on"));
        }
    }

    /// Takes what was said of a reason as one change, with the cursor on its first side.
    pub(super) fn say(&mut self, sides: &[ClaimId], said: &Said) {
        let Some(first) = sides.first().copied() else { return };
        self.cursor = Cursor::at(&self.document.comparison, first);
        self.edit(|profile, comparison| match said {
            Said::Matters(weight) => {
                profile.set_weight(comparison, first, Some(*weight));
                for side in sides {
                    profile[*side].on = true;
                }
            }
            Said::Off => {
                for side in sides {
                    profile[*side].on = false;
                }
            }
            Said::Essential => profile[first].essential = !profile[first].essential,
            Said::Note(note) => profile[first].note = note.clone(),
        });
    }

    pub(super) fn switch_counting(&mut self) {
        if !self.document.comparison.has_pairs() {
            self.notice = Some(Notice::done("There are no two sides of one thing here"));
            return;
        }
        let (counting, fact) = match self.profile().counting {
            Counting::EveryClaim => (Counting::EachReasonOnce, Fact::PairsJoined),
            Counting::EachReasonOnce => (Counting::EveryClaim, Fact::PairsParted),
        };
        self.edit(|profile, _| profile.counting = counting);
        self.notice = Some(Notice::done(fact.told(&self.story())));
    }

    /// Makes the band wider or narrower by `by` points, from 0 to 5.
    pub(super) fn change_band(&mut self, by: i8) {
        let Some(band) = self.profile().band.points().checked_add_signed(by).and_then(Band::new) else {
            let limit = if by < 0 {
                "Your numbers are taken as exact already".to_owned()
            } else {
                format!("Give or take {} is the most", Band::WIDEST)
            };
            self.notice = Some(Notice::done(limit));
            return;
        };
        self.edit(|profile, _| profile.band = band);
        self.notice = Some(Notice::done(Fact::TakenAs(band).told(&self.story())));
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
        let retraced = self.open.undo(&mut self.document, self.cursor.claim);
        self.went_through_history("Undone", "Nothing to undo", retraced);
        None
    }

    pub(super) fn redo(&mut self) {
        let retraced = self.open.redo(&mut self.document, self.cursor.claim);
        self.went_through_history("Redone", "Nothing to redo", retraced);
    }

    fn went_through_history(&mut self, done: &str, nothing: &str, retraced: Option<Retraced>) {
        self.notice = Some(match retraced {
            None => Notice::done(nothing),
            Some(Retraced { what, claim, before }) => {
                if let Some(before) = before {
                    self.cursor = self.cursor.onto(&before, self.comparison());
                }
                self.fit();
                if let Some(claim) = claim {
                    self.cursor = Cursor::at(&self.document.comparison, claim);
                }
                let name = self.profile().name.as_ref().map_or("new profile", ProfileName::as_str);
                let saved = match (self.unsaved(), &self.profile().name) {
                    (true, _) => "not saved",
                    (false, Some(_)) => "as saved",
                    (false, None) => "as it began",
                };
                Notice::done(format!("{done}: {what}; {name}, {saved}"))
            }
        });
    }

    /// Changes the stance under the cursor.
    fn edit_stance(&mut self, edit: impl FnOnce(&mut Stance)) {
        if let Some(claim) = self.cursor.claim {
            self.edit(|profile, _| edit(&mut profile[claim]));
        }
    }

    /// Changes the profile in one step that can be undone.
    pub(in crate::explorer) fn edit(&mut self, edit: impl FnOnce(&mut Profile, &Comparison)) {
        if self.open.edit(&self.document.comparison, edit) {
            self.deleted = None;
        }
        self.refresh_insight();
    }
}
