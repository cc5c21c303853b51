//! Undo and redo, without limit.

use crate::comparison::Comparison;
use crate::profile::{Band, Counting, Profile, Stance};
use crate::weight::Weight;

/// One step that can be taken back: what was and what is, where they differ.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    before: Side,
    after: Side,
}

/// One side of a change: the same claims on both.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Side {
    stances: Vec<(usize, Stance)>,
    band: Band,
    counting: Counting,
}

impl Side {
    /// What a profile says of some claims.
    fn of(profile: &Profile, claims: &[usize]) -> Self {
        Self {
            stances: claims.iter().map(|claim| (*claim, profile.stances[*claim].clone())).collect(),
            band: profile.band,
            counting: profile.counting,
        }
    }

    fn restore(&self, profile: &mut Profile) {
        for (claim, stance) in &self.stances {
            profile.stances[*claim].clone_from(stance);
        }
        profile.band = self.band;
        profile.counting = self.counting;
    }
}

/// All steps since the profile was opened.
#[derive(Debug, Default)]
pub(super) struct History {
    done: Vec<Change>,
    undone: Vec<Change>,
}

impl History {
    /// Keeps the step from `before` to `after`, if there is one.
    pub(super) fn record(&mut self, before: &Profile, after: &Profile) {
        if before == after {
            return;
        }
        let differ = |claim: &usize| before.stances[*claim] != after.stances[*claim];
        let claims: Vec<usize> = (0..before.stances.len()).filter(differ).collect();
        self.undone.clear();
        self.done.push(Change { before: Side::of(before, &claims), after: Side::of(after, &claims) });
    }

    /// Takes the last step back and says what it was.
    pub(super) fn undo(&mut self, profile: &mut Profile, comparison: &Comparison) -> Option<Step> {
        let change = self.done.pop()?;
        change.before.restore(profile);
        let step = change.step(comparison);
        self.undone.push(change);
        Some(step)
    }

    /// Takes the last step that was taken back again and says what it was.
    pub(super) fn redo(&mut self, profile: &mut Profile, comparison: &Comparison) -> Option<Step> {
        let change = self.undone.pop()?;
        change.after.restore(profile);
        let step = change.step(comparison);
        self.done.push(change);
        Some(step)
    }
}

/// What a step was, in words, and the claim it was about, if it was about one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) what: String,
    pub(super) claim: Option<usize>,
}

impl Change {
    fn step(&self, comparison: &Comparison) -> Step {
        let (before, after) = (&self.before, &self.after);
        // Two faces of one reason are told by the first.
        if let ([(claim, before), more @ ..], [(_, after), ..]) =
            (before.stances.as_slice(), after.stances.as_slice())
            && more.iter().all(|(other, _)| comparison.mirror(*claim) == Some(*other))
        {
            let title = &comparison.claims[*claim].title;
            return Step { what: format!("{title} {}", difference(before, after)), claim: Some(*claim) };
        }
        let what = if !after.stances.is_empty() {
            format!("{} stances", after.stances.len())
        } else if before.counting != after.counting {
            "the counting".to_owned()
        } else {
            format!("band {} \u{2192} {}", before.band.points(), after.band.points())
        };
        Step { what, claim: None }
    }
}

fn difference(before: &Stance, after: &Stance) -> String {
    if before.on != after.on {
        return if after.on { "switched on" } else { "switched off" }.to_owned();
    }
    if before.essential != after.essential {
        return if after.essential { "made essential" } else { "no longer essential" }.to_owned();
    }
    let weight = |stance: &Stance| {
        stance.weight.map(Weight::points).map_or_else(|| "?".to_owned(), |points| points.to_string())
    };
    format!("{} \u{2192} {}", weight(before), weight(after))
}
