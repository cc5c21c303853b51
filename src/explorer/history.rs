//! Undo and redo, without limit.

use crate::comparison::Comparison;
use crate::profile::{Band, Counting, Profile, Stance, Weight};

/// One step that can be taken back: what was and what is, where they differ.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    stances: Vec<(usize, Stance, Stance)>,
    band: (Band, Band),
    counting: (Counting, Counting),
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
        let pairs = before.stances.iter().zip(&after.stances).enumerate();
        let stances = pairs
            .filter(|(_, (before, after))| before != after)
            .map(|(i, (before, after))| (i, before.clone(), after.clone()))
            .collect();
        self.undone.clear();
        self.done.push(Change {
            stances,
            band: (before.band, after.band),
            counting: (before.counting, after.counting),
        });
    }

    /// Takes the last step back and says what it was.
    pub(super) fn undo(&mut self, profile: &mut Profile, comparison: &Comparison) -> Option<Step> {
        let change = self.done.pop()?;
        for (i, before, _) in &change.stances {
            profile.stances[*i].clone_from(before);
        }
        profile.band = change.band.0;
        profile.counting = change.counting.0;
        let step = change.step(comparison);
        self.undone.push(change);
        Some(step)
    }

    /// Takes the last step that was taken back again and says what it was.
    pub(super) fn redo(&mut self, profile: &mut Profile, comparison: &Comparison) -> Option<Step> {
        let change = self.undone.pop()?;
        for (i, _, after) in &change.stances {
            profile.stances[*i].clone_from(after);
        }
        profile.band = change.band.1;
        profile.counting = change.counting.1;
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
        if let [(claim, before, after)] = self.stances.as_slice() {
            let title = &comparison.claims[*claim].title;
            return Step { what: format!("{title} {}", difference(before, after)), claim: Some(*claim) };
        }
        let what = if !self.stances.is_empty() {
            format!("{} stances", self.stances.len())
        } else if self.counting.0 != self.counting.1 {
            "the counting".to_owned()
        } else {
            format!("band {} \u{2192} {}", self.band.0.points(), self.band.1.points())
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
