//! Every claim that counts, in whole units, so that sums and comparisons are exact.

use super::as_f64;
use super::distribution::{Distribution, Summand};
use super::sharing::sharing;
use crate::comparison::{Comparison, Polarity, least_common_multiple};
use crate::profile::Profile;
use crate::weight::Weight;

/// All active claims, in units of 1/`per_point` of a point.
#[derive(Clone, Debug)]
pub(super) struct Ledger {
    alternatives: usize,
    per_point: i64,
    pub(super) entries: Vec<Entry>,
}

/// One active claim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) claim: usize,
    pub(super) alternative: usize,
    /// The point value of its weight.
    pub(super) points: i64,
    /// What its weight may be and what one point of it is worth in units, negative for a con.
    pub(super) summand: Summand,
}

/// The highest point value of a weight.
pub(super) const MOST: i64 = Weight::MOST as i64;

impl Entry {
    /// What it adds to the net score of its alternative, in units.
    pub(super) fn value(&self) -> i64 {
        self.points * self.summand.step
    }

    /// By how many points its weight can move to raise the net score of its alternative.
    pub(super) fn room_up(&self) -> i64 {
        if self.summand.step > 0 { MOST - self.points } else { self.points }
    }

    /// By how many points its weight can move to lower the net score of its alternative.
    pub(super) fn room_down(&self) -> i64 {
        MOST - self.room_up()
    }

    /// The units that one point of its weight is worth.
    pub(super) fn unit(&self) -> i64 {
        self.summand.step.abs()
    }
}

/// What speaks for and against one alternative, in units.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Total {
    pub(super) pros: i64,
    pub(super) cons: i64,
}

impl Total {
    /// Pros less cons, in units.
    pub(super) fn net(&self) -> i64 {
        self.pros - self.cons
    }
}

impl Ledger {
    pub(super) fn new(comparison: &Comparison, profile: &Profile) -> Self {
        let shared_by = sharing(comparison, profile);
        let per_point = shared_by.iter().copied().fold(1, least_common_multiple);
        let band = profile.band.points();
        let active = comparison.claims.iter().zip(&profile.stances).enumerate();
        let entries = active
            .filter(|(_, (_, stance))| stance.on)
            .map(|(i, (claim, stance))| {
                let units = per_point / claim.criterion.map_or(1, |criterion| shared_by[criterion]);
                let (low, high) = stance.interval(band);
                let step = match claim.polarity {
                    Polarity::Pro => units,
                    Polarity::Con => -units,
                };
                Entry {
                    claim: i,
                    alternative: claim.alternative,
                    points: stance.points().into(),
                    summand: Summand { step, low: low.into(), high: high.into() },
                }
            })
            .collect();
        Self { alternatives: comparison.alternatives.len(), per_point, entries }
    }

    /// What speaks for and against each alternative, in units.
    pub(super) fn totals(&self) -> Vec<Total> {
        let mut totals = vec![Total::default(); self.alternatives];
        for entry in &self.entries {
            let total = &mut totals[entry.alternative];
            let value = entry.value();
            if value > 0 {
                total.pros += value;
            } else {
                total.cons -= value;
            }
        }
        totals
    }

    /// The net score of each alternative if every weight were 1, in units.
    pub(super) fn nets_with_equal_weights(&self) -> Vec<i64> {
        let mut nets = vec![0; self.alternatives];
        for entry in &self.entries {
            nets[entry.alternative] += entry.summand.step;
        }
        nets
    }

    /// The entries of one alternative.
    pub(super) fn of(&self, alternative: usize) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.alternative == alternative)
    }

    /// The distribution of an alternative's net score, in units.
    pub(super) fn distribution(&self, alternative: usize) -> Distribution {
        Distribution::of_sum(self.of(alternative).map(|entry| entry.summand))
    }

    /// Units as points.
    pub(super) fn points(&self, units: i64) -> f64 {
        as_f64(units) / as_f64(self.per_point)
    }

    /// Units in one point.
    pub(super) fn per_point(&self) -> i64 {
        self.per_point
    }
}
