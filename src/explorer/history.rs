//! Undo and redo, without limit.

use crate::comparison::{ClaimId, Comparison, Polarity};
use crate::profile::{Band, Counting, Profile, Stance};
use crate::weight::Weight;

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

/// What a step was, in words, and the claim it was about, if it was about one.
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

    /// Takes the last step back and says what it was.
    pub(super) fn undo(&mut self, profile: &mut Profile, comparison: &Comparison) -> Option<Retraced> {
        let step = self.done.pop()?;
        step.before.restore(profile);
        let retraced = step.told(comparison);
        self.undone.push(step);
        Some(retraced)
    }

    /// Takes the last step that was taken back again and says what it was.
    pub(super) fn redo(&mut self, profile: &mut Profile, comparison: &Comparison) -> Option<Retraced> {
        let step = self.undone.pop()?;
        step.after.restore(profile);
        let retraced = step.told(comparison);
        self.done.push(step);
        Some(retraced)
    }
}

impl Step {
    fn told(&self, comparison: &Comparison) -> Retraced {
        let (before, after) = (&self.before, &self.after);
        let what = match (before.stances.as_slice(), after.stances.as_slice()) {
            // Two faces of one reason are told by the first.
            ([(claim, before), more @ ..], [(_, after), ..])
                if more.iter().all(|(other, _)| comparison.mirror(*claim) == Some(*other)) =>
            {
                let title = &comparison[*claim].title;
                return Retraced {
                    what: format!("{title} {}", difference(before, after, comparison[*claim].polarity)),
                    claim: Some(*claim),
                };
            }
            ([], []) if before.counting != after.counting => match after.counting {
                Counting::EachReasonOnce => "one weight for both sides of one thing",
                Counting::EveryClaim => "a weight each for two sides of one thing",
            }
            .to_owned(),
            ([], []) => format!("give or take {} \u{2192} {}", before.band.points(), after.band.points()),
            (before, after) => {
                let only_weights = before.iter().zip(after).all(|((_, before), (_, after))| {
                    Stance { weight: after.weight, ..before.clone() } == *after
                });
                format!("{} {}", after.len(), if only_weights { "weights" } else { "changes" })
            }
        };
        Retraced { what, claim: None }
    }
}

/// What is different about a claim: the first of the differences that the screen shows.
fn difference(before: &Stance, after: &Stance, polarity: Polarity) -> String {
    if before.on != after.on {
        return if after.on { "switched on" } else { "switched off" }.to_owned();
    }
    if before.essential != after.essential {
        return match (after.essential, polarity) {
            (true, Polarity::Pro) => "a must-have",
            (true, Polarity::Con) => "a deal-breaker",
            (false, Polarity::Pro) => "no longer a must-have",
            (false, Polarity::Con) => "no longer a deal-breaker",
        }
        .to_owned();
    }
    if before.weight == after.weight {
        return "another note".to_owned();
    }
    let weight = |stance: &Stance| {
        stance.weight.map(Weight::points).map_or_else(|| "?".to_owned(), |points| points.to_string())
    };
    format!("{} \u{2192} {}", weight(before), weight(after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::safe_text::SafeText;

    /// What undoing a change to the bundled comparison says.
    fn undone(change: impl FnOnce(&mut Profile)) -> String {
        let comparison = Comparison::from_ron(crate::JEWELRY).unwrap();
        let before = Profile::new(&comparison);
        let mut after = before.clone();
        change(&mut after);
        let mut history = History::default();
        history.record(&before, &after);
        let retraced = history.undo(&mut after, &comparison).unwrap();
        assert_eq!(after, before);
        retraced.what
    }

    #[test]
    fn what_was_undone_is_said_as_it_was() {
        let [uniqueness, craftsmanship] = [ClaimId(0), ClaimId(1)];
        let note = |profile: &mut Profile| profile[uniqueness].note = SafeText::line("remember");
        assert_eq!(undone(note), "Uniqueness another note");
        let weight = |profile: &mut Profile| profile[uniqueness].weight = Some(Weight::FULL);
        assert_eq!(undone(weight), "Uniqueness ? \u{2192} 10");
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
