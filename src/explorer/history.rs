//! Undo and redo, without limit.

use crate::comparison::{ClaimId, Comparison, Polarity};
use crate::profile::{Band, Counting, Profile, Stance};
use crate::story;

/// One step that can be taken back: what was and what is, where they differ.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    before: Side,
    after: Side,
}

/// One side of a step: the same claims on both.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Side {
    stances: Vec<(ClaimId, Stance)>,
    band: Band,
    counting: Counting,
}

impl Side {
    /// What a profile says of some claims.
    fn of(profile: &Profile, claims: &[ClaimId]) -> Self {
        Self {
            stances: claims.iter().map(|claim| (*claim, profile[*claim].clone())).collect(),
            band: profile.band,
            counting: profile.counting,
        }
    }

    fn restore(&self, profile: &mut Profile) {
        for (claim, stance) in &self.stances {
            profile[*claim].clone_from(stance);
        }
        profile.band = self.band;
        profile.counting = self.counting;
    }
}

/// All steps since the profile was opened.
#[derive(Debug, Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// What is so again, in words, and the claim that it is about, if it is about one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Retraced {
    pub(super) what: String,
    pub(super) claim: Option<ClaimId>,
}

impl History {
    /// Keeps the step from `before` to `after`, if there is one.
    pub(super) fn record(&mut self, before: &Profile, after: &Profile) {
        if before == after {
            return;
        }
        let differ = |claim: &ClaimId| before[*claim] != after[*claim];
        let claims: Vec<ClaimId> = after.stances().map(|(claim, _)| claim).filter(differ).collect();
        self.undone.clear();
        self.done.push(Step { before: Side::of(before, &claims), after: Side::of(after, &claims) });
    }

    /// Takes the last step back and says what is so again, of the claim `at` if that is a side of it.
    pub(super) fn undo(
        &mut self,
        profile: &mut Profile,
        comparison: &Comparison,
        at: Option<ClaimId>,
    ) -> Option<Retraced> {
        let step = self.done.pop()?;
        let retraced = step.after.back_to(&step.before, profile, comparison, at);
        self.undone.push(step);
        Some(retraced)
    }

    /// Takes the last step that was taken back again, and says the same of it.
    pub(super) fn redo(
        &mut self,
        profile: &mut Profile,
        comparison: &Comparison,
        at: Option<ClaimId>,
    ) -> Option<Retraced> {
        let step = self.undone.pop()?;
        let retraced = step.before.back_to(&step.after, profile, comparison, at);
        self.done.push(step);
        Some(retraced)
    }
}

impl Side {
    /// Goes back from this to `again`.
    fn back_to(
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
        changed.sort_unstable();
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
            return Retraced { what, claim: Some(claim) };
        }
        let what = match changed.len() {
            0 if self.counting != again.counting => match again.counting {
                Counting::EachReasonOnce => "one weight for both sides of one thing again".to_owned(),
                Counting::EveryClaim => "a weight each for two sides of one thing again".to_owned(),
            },
            0 => format!("give or take {} again", again.band.points()),
            count => format!("{count} {}", if only_weights { "weights" } else { "changes" }),
        };
        Retraced { what, claim: None }
    }
}

/// What is so again of a claim: the first of the differences that the screen shows.
fn is_again(was: &Stance, again: &Stance, polarity: Polarity) -> String {
    if was.on != again.on {
        return if again.on { "is on again" } else { "is off again" }.to_owned();
    }
    if was.essential != again.essential {
        return match (again.essential, polarity) {
            (true, Polarity::Pro) => "is a must-have again",
            (true, Polarity::Con) => "is a deal-breaker again",
            (false, Polarity::Pro) => "is no longer a must-have",
            (false, Polarity::Con) => "is no longer a deal-breaker",
        }
        .to_owned();
    }
    match again.weight {
        _ if was.weight == again.weight => "has the note that it had".to_owned(),
        Some(weight) => format!("is {} again", weight.points()),
        None => "is open again".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::safe_text::SafeText;
    use crate::weight::Weight;

    /// What undoing a change to the bundled comparison says.
    fn undone(change: impl FnOnce(&mut Profile)) -> String {
        let comparison = Comparison::from_ron(crate::JEWELRY).unwrap();
        let before = Profile::new(&comparison);
        let mut after = before.clone();
        change(&mut after);
        let mut history = History::default();
        history.record(&before, &after);
        let retraced = history.undo(&mut after, &comparison, None).unwrap();
        assert_eq!(after, before);
        retraced.what
    }

    #[test]
    fn what_was_undone_is_said_as_it_was() {
        let [uniqueness, craftsmanship] = [ClaimId(0), ClaimId(1)];
        let note = |profile: &mut Profile| profile[uniqueness].note = SafeText::line("remember");
        assert_eq!(undone(note), "Uniqueness has the note that it had");
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
}
