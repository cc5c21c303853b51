//! Every claim that counts, in whole units, so that sums and comparisons are exact.

use super::as_f64;
use super::distribution::{Distribution, Summand};
use crate::comparison::{Comparison, Polarity};
use crate::profile::{Counting, Profile, Weight};

/// The most cells that a distribution may need; above that, once per criterion is not offered.
const MOST_CELLS: usize = 1 << 22;

/// All active claims, in units of 1/`per_point` of a point.
#[derive(Debug)]
pub(super) struct Ledger {
    alternatives: usize,
    per_point: i64,
    entries: Vec<Entry>,
}

/// One active claim.
#[derive(Clone, Copy, Debug)]
struct Entry {
    claim: usize,
    alternative: usize,
    /// The point value of its weight.
    points: i64,
    /// What its weight may be and what one point of it is worth in units, negative for a con.
    summand: Summand,
}

/// What speaks for and against one alternative, in units.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Total {
    pub(super) pros: i64,
    pub(super) cons: i64,
}

impl Ledger {
    pub(super) fn new(comparison: &Comparison, profile: &Profile) -> Self {
        let sharing = match profile.counting {
            Counting::EveryClaim => vec![1; comparison.criteria.len()],
            Counting::OncePerCriterion => sharing(comparison, profile),
        };
        let per_point = sharing.iter().copied().fold(1, least_common_multiple);
        let band = profile.band.points();
        let entries = comparison
            .claims
            .iter()
            .zip(&profile.stances)
            .enumerate()
            .filter(|(_, (_, stance))| stance.on)
            .map(|(i, (claim, stance))| {
                let units = per_point / claim.criterion.map_or(1, |criterion| sharing[criterion]);
                let (low, high) = match stance.weight.map(Weight::points) {
                    None => (0, Weight::MOST),
                    Some(weight) => (weight.saturating_sub(band), (weight + band).min(Weight::MOST)),
                };
                let step = match claim.polarity {
                    Polarity::Pro => units,
                    Polarity::Con => -units,
                };
                let summand = Summand { step, low: low.into(), high: high.into() };
                Entry { claim: i, alternative: claim.alternative, points: stance.points().into(), summand }
            })
            .collect();
        Self { alternatives: comparison.alternatives.len(), per_point, entries }
    }

    /// What speaks for and against each alternative, in units.
    pub(super) fn totals(&self) -> Vec<Total> {
        let mut totals = vec![Total::default(); self.alternatives];
        for Entry { alternative, points, summand, .. } in &self.entries {
            let value = points * summand.step;
            if value > 0 {
                totals[*alternative].pros += value;
            } else {
                totals[*alternative].cons -= value;
            }
        }
        totals
    }

    /// What each of all `claims` counts, in points.
    pub(super) fn counts(&self, claims: usize) -> Vec<f64> {
        let mut counts = vec![0.0; claims];
        for entry in &self.entries {
            counts[entry.claim] = self.points(entry.points * entry.summand.step.abs());
        }
        counts
    }

    /// The distribution of an alternative's net score, in units.
    pub(super) fn distribution(&self, alternative: usize) -> Distribution {
        let own = self.entries.iter().filter(|entry| entry.alternative == alternative);
        Distribution::of_sum(own.map(|entry| entry.summand))
    }

    /// Units as points.
    pub(super) fn points(&self, units: i64) -> f64 {
        as_f64(units) / as_f64(self.per_point)
    }
}

/// By how many active claims each criterion is shared: 1 where it isn't.
fn sharing(comparison: &Comparison, profile: &Profile) -> Vec<i64> {
    let mut balance = vec![vec![0_i64; comparison.alternatives.len()]; comparison.criteria.len()];
    for (claim, stance) in comparison.claims.iter().zip(&profile.stances) {
        if let (Some(criterion), true) = (claim.criterion, stance.on) {
            balance[criterion][claim.alternative] += match claim.polarity {
                Polarity::Pro => 1,
                Polarity::Con => -1,
            };
        }
    }
    balance
        .iter()
        .map(|of| {
            let most = of.iter().copied().max().unwrap_or(0);
            let least = of.iter().copied().min().unwrap_or(0);
            (most - least).max(1)
        })
        .collect()
}

/// Whether [`Counting::OncePerCriterion`] can be computed exactly, whichever claims are on.
///
/// Where very many claims share a criterion, the common unit gets so small that the tables would not fit.
#[must_use]
pub fn can_count_once(comparison: &Comparison) -> bool {
    let mut most_shared = 1;
    for criterion in 0..comparison.criteria.len() {
        let count = |alternative, polarity| {
            let on = |claim: &&crate::comparison::Claim| {
                claim.criterion == Some(criterion)
                    && claim.alternative == alternative
                    && claim.polarity == polarity
            };
            comparison.claims.iter().filter(on).count()
        };
        let alternatives = 0..comparison.alternatives.len();
        for a in alternatives.clone() {
            for b in alternatives.clone().filter(|b| *b != a) {
                most_shared = most_shared.max(count(a, Polarity::Pro) + count(b, Polarity::Con));
            }
        }
    }
    let cells_per_unit = usize::from(Weight::MOST) * comparison.claims.len();
    let mut units = 1;
    for shared in 1..=most_shared {
        units = least_common_multiple(units, i64::try_from(shared).unwrap_or(i64::MAX));
        let cells = usize::try_from(units).unwrap_or(usize::MAX).saturating_mul(cells_per_unit);
        if cells > MOST_CELLS {
            return false;
        }
    }
    true
}

fn least_common_multiple(a: i64, b: i64) -> i64 {
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    (a / x).saturating_mul(b)
}
