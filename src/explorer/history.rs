//! Undo and redo, without limit.

use super::patch::Patch;
use crate::comparison::{ClaimId, Comparison, Polarity};
use crate::order;
use crate::profile::{Band, Counting, Decided, Profile, Stance};
use crate::safe_text::SafeText;
use crate::story;

/// One step that can be taken back: what was and what is, where they differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The person thinks otherwise of the comparison.
    Profile {
        /// What the profile was.
        before: Side,
        /// What it is.
        after: Side,
    },
    /// The comparison says something else.
    Text {
        /// What became of its text.
        patch: Patch,
        /// What that was, in words.
        what: String,
    },
}

/// One side of a step: the same claims on both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Side {
    stances: Vec<(ClaimId, Stance)>,
    band: Band,
    counting: Counting,
    gut: Option<SafeText>,
    decided: Option<Box<Decided>>,
}

impl Side {
    /// What a profile says of some claims.
    fn of(profile: &Profile, claims: &[ClaimId]) -> Self {
        Self {
            stances: claims.iter().map(|claim| (*claim, profile[*claim].clone())).collect(),
            band: profile.band,
            counting: profile.counting,
            gut: profile.gut.clone(),
            decided: profile.decided.clone(),
        }
    }

    pub(super) fn restore(&self, profile: &mut Profile) {
        for (claim, stance) in &self.stances {
            profile[*claim].clone_from(stance);
        }
        profile.band = self.band;
        profile.counting = self.counting;
        profile.gut.clone_from(&self.gut);
        profile.decided.clone_from(&self.decided);
    }
}

/// All steps since the profile was opened. The claims that a step names are those of the comparison at that time, so
/// steps go back and forth in their order alone.
#[derive(Debug, Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// What is so again.
#[derive(Debug)]
pub(super) struct Retraced {
    /// In words.
    pub(super) what: String,
    /// The claim that it is about, if it is about one.
    pub(super) claim: Option<ClaimId>,
    /// What the comparison said before, if it says something else now.
    pub(super) before: Option<Comparison>,
}

impl History {
    /// Keeps the step from `before` to `after`, if there is one.
    pub(super) fn record(&mut self, before: &Profile, after: &Profile) {
        if before.says_the_same_as(after) {
            return;
        }
        let differ = |claim: &ClaimId| before[*claim] != after[*claim];
        let claims: Vec<ClaimId> = after.stances().map(|(claim, _)| claim).filter(differ).collect();
        self.push(Step::Profile { before: Side::of(before, &claims), after: Side::of(after, &claims) });
    }

    /// Keeps a change of the comparison's text.
    pub(super) fn record_text(&mut self, patch: Patch, what: String) {
        self.push(Step::Text { patch, what });
    }

    fn push(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(step);
    }

    /// How many steps can be taken back.
    pub(super) fn len(&self) -> usize {
        self.done.len()
    }

    /// The last step, which is about to be taken back.
    pub(super) fn back(&mut self) -> Option<&Step> {
        let step = self.done.pop()?;
        self.undone.push(step);
        self.undone.last()
    }

    /// The last step that was taken back, which is about to be made again.
    pub(super) fn forth(&mut self) -> Option<&Step> {
        let step = self.undone.pop()?;
        self.done.push(step);
        self.done.last()
    }

    /// Forgets what was thought, of a profile that is no longer open, and keeps what became of the comparison.
    pub(super) fn only_texts(mut self) -> Self {
        for steps in [&mut self.done, &mut self.undone] {
            steps.retain(|step| matches!(step, Step::Text { .. }));
        }
        self
    }
}

impl Side {
    /// Goes back from this to `again`.
    pub(super) fn back_to(
        &self,
        again: &Self,
        profile: &mut Profile,
        comparison: &Comparison,
        at: Option<ClaimId>,
    ) -> Retraced {
        again.restore(profile);
        let reasons = profile.reasons(comparison);
        let mut changed: Vec<ClaimId> =
            again.stances.iter().map(|(claim, _)| reasons.of(*claim).first).collect();
        // Both sides of one thing are one change.
        order::by(&mut changed, Ord::cmp);
        changed.dedup();
        let pairs = || self.stances.iter().zip(&again.stances).map(|((_, was), (_, again))| (was, again));
        let only_weights =
            pairs().all(|(was, again)| Stance { weight: again.weight, ..was.clone() } == *again);
        if let ([reason], Some((was, again)), [(side, _), ..]) =
            (changed.as_slice(), pairs().next(), again.stances.as_slice())
        {
            // A weight is seen on either side, anything else on its own.
            let is_seen = |at: &ClaimId| only_weights && reasons.of(*at).first == *reason;
            let claim = at.filter(is_seen).unwrap_or(*side);
            let title = story::named(&comparison[claim].title);
            let what = format!("{title} {}", is_again(was, again, comparison[claim].polarity));
            return Retraced { what, claim: Some(claim), before: None };
        }
        let what = match changed.len() {
            0 if self.counting != again.counting => match again.counting {
                Counting::EachReasonOnce => "one weight for both sides of one thing again".to_owned(),
                Counting::EveryClaim => "a weight each for two sides of one thing again".to_owned(),
            },
            0 if self.gut != again.gut => "what you feel like".to_owned(),
            0 if self.band == again.band => decision(again.decided.as_deref(), comparison),
            0 => format!("give or take {} again", again.band.points()),
            count => format!("{count} {}", if only_weights { "weights" } else { "changes" }),
        };
        Retraced { what, claim: None, before: None }
    }
}

/// What was written down as decided.
fn decision(decided: Option<&Decided>, comparison: &Comparison) -> String {
    let Some(decided) = decided else { return "nothing is decided any more".to_owned() };
    let chosen = decided.alternative(comparison);
    let name = chosen.map_or(&decided.chose, |chosen| &comparison[chosen].name);
    format!("decided on {name} again")
}

/// What is so again of a claim: the first of the differences that the screen shows.
fn is_again(was: &Stance, again: &Stance, polarity: Polarity) -> String {
    if was.on != again.on {
        return if again.on { "is on again" } else { "is off again" }.to_owned();
    }
    if was.essential != again.essential {
        let mark = story::mark(polarity);
        return if again.essential { format!("is a {mark} again") } else { format!("is no longer a {mark}") };
    }
    match again.weight {
        _ if was.weight == again.weight && again.note.is_empty() => "has no note again".to_owned(),
        _ if was.weight == again.weight => "has the note that it had".to_owned(),
        Some(weight) => format!("is {} again", weight.points()),
        None => "is open again".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Date;
    use crate::weight::Weight;

    /// What undoing a change to the bundled comparison says.
    fn undone(change: impl FnOnce(&mut Profile)) -> String {
        let comparison = Comparison::from_ron(crate::JEWELRY).unwrap();
        let before = Profile::new(&comparison);
        let mut after = before.clone();
        change(&mut after);
        let mut history = History::default();
        history.record(&before, &after);
        let Some(Step::Profile { before: was, after: is }) = history.back().cloned() else {
            panic!("a step")
        };
        let retraced = is.back_to(&was, &mut after, &comparison, None);
        assert_eq!(after, before);
        retraced.what
    }

    #[test]
    fn what_was_undone_is_said_as_it_was() {
        let [uniqueness, craftsmanship] = [ClaimId(0), ClaimId(1)];
        let note = |profile: &mut Profile| profile[uniqueness].note = SafeText::line("remember");
        assert_eq!(undone(note), "Uniqueness has no note again");
        let weight = |profile: &mut Profile| profile[uniqueness].weight = Some(Weight::FULL);
        assert_eq!(undone(weight), "Uniqueness is open again");
        let off = |profile: &mut Profile| profile[uniqueness].on = false;
        assert_eq!(undone(off), "Uniqueness is on again");
        let weights = |profile: &mut Profile| {
            profile[uniqueness].weight = Some(Weight::FULL);
            profile[craftsmanship].weight = Some(Weight::FULL);
        };
        assert_eq!(undone(weights), "2 weights");
        let both = |profile: &mut Profile| {
            profile[uniqueness].weight = Some(Weight::FULL);
            profile[craftsmanship].on = false;
        };
        assert_eq!(undone(both), "2 changes");
    }

    #[test]
    fn a_decision_is_said_by_name_and_so_is_that_there_is_none() {
        let comparison = Comparison::from_ron(crate::JEWELRY).unwrap();
        let decided = |chose: &str| {
            let on = Date::new(2026, 11, 25).unwrap();
            Decided { chose: SafeText::line(chose), on, chance: 84, why: SafeText::default() }
        };
        let handmade = Some(Box::new(decided("handmade")));
        assert_eq!(undone(|profile| profile.decided = handmade), "nothing is decided any more");
        assert_eq!(decision(Some(&decided("handmade")), &comparison), "decided on Handmade again");
        assert_eq!(decision(Some(&decided("gone")), &comparison), "decided on gone again");
    }
}
