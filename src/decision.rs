//! From stances to a recommendation: pure, exact, and fast enough to run on every key.
//!
//! The additive model is the one of SMART (Edwards & Barron 1994): a net score is a weighted sum of what
//! speaks for an alternative less what speaks against it. The chance of coming out ahead, given how uncertain
//! the weights are, is a rank acceptability (Lahdelma & Salminen 2001); because weights are whole numbers
//! and each claim belongs to one alternative, it is computed exactly, by convolution, and not sampled.

mod distribution;
mod ledger;
mod ruling;
mod verdict;

pub use ledger::can_count_once;
pub use verdict::Verdict;

#[cfg(test)]
mod tests;

use crate::comparison::Comparison;
use crate::profile::Profile;
use distribution::Distribution;
use ledger::Ledger;

/// Two alternatives only: the part of all weight that speaks for the first, 0 to 1. Not a probability.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share(f64);

impl Share {
    fn of_first(first: i64, second: i64) -> Self {
        let all = first + second;
        Self(if all == 0 { 0.5 } else { as_f64(first) / as_f64(all) })
    }

    /// The share of the first alternative, 0 to 1.
    #[must_use]
    pub fn first(self) -> f64 {
        self.0
    }

    /// The share of the second alternative, 0 to 1.
    #[must_use]
    pub fn second(self) -> f64 {
        1.0 - self.0
    }
}

/// How one alternative stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The weight of its active pros, in points.
    pub pros: f64,
    /// The weight of its active cons, in points.
    pub cons: f64,
    /// Pros less cons, in points.
    pub net: f64,
    /// The exact probability, 0 to 1, that its net score is the highest of all that are not ruled out.
    pub chance: f64,
    /// The essential claims that rule it out; empty if it is acceptable.
    pub ruled_out_by: Vec<usize>,
}

/// What follows from a profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// One for each alternative, in the order of the comparison.
    pub standings: Vec<Standing>,
    /// How all weight is divided, if there are two alternatives.
    pub share: Option<Share>,
    /// The acceptable alternative with the highest net score; none if two or more tie there.
    pub leader: Option<usize>,
    /// The exact probability, 0 to 1, that no alternative comes out ahead of all others.
    pub tie: f64,
    /// How sure the recommendation is.
    pub verdict: Verdict,
    /// What each claim counts in points, in the order of the comparison: 0 if it is off.
    pub counts: Vec<f64>,
    /// Whether no claim that is on has a weight, so that the answer only counts claims.
    pub counting_only: bool,
}

/// Weighs a comparison as a profile says.
#[must_use]
pub fn assess(comparison: &Comparison, profile: &Profile) -> Assessment {
    let ledger = Ledger::new(comparison, profile);
    let totals = ledger.totals();
    let mut ruled_out_by = ruling::ruled_out_by(comparison, profile);
    let acceptable: Vec<bool> = ruled_out_by.iter().map(Vec::is_empty).collect();
    let chances = chances(&ledger, &acceptable);
    let nets: Vec<i64> = totals.iter().map(|total| total.pros - total.cons).collect();
    let leader = leader(&nets, &acceptable);
    let standings = totals
        .iter()
        .zip(&chances)
        .zip(&mut ruled_out_by)
        .map(|((total, chance), ruled_out_by)| Standing {
            pros: ledger.points(total.pros),
            cons: ledger.points(total.cons),
            net: ledger.points(total.pros - total.cons),
            chance: *chance,
            ruled_out_by: std::mem::take(ruled_out_by),
        })
        .collect();
    let share = match totals.as_slice() {
        [first, second] => Some(Share::of_first(first.pros + second.cons, second.pros + first.cons)),
        _ => None,
    };
    Assessment {
        standings,
        share,
        leader,
        tie: (1.0 - chances.iter().sum::<f64>()).clamp(0.0, 1.0),
        verdict: Verdict::new(leader.map(|leader| chances[leader]), &acceptable),
        counts: ledger.counts(comparison.claims.len()),
        counting_only: !profile.weighs_anything(),
    }
}

/// The acceptable alternative with the highest net score, unless several share it.
fn leader(nets: &[i64], acceptable: &[bool]) -> Option<usize> {
    let standing = || nets.iter().enumerate().filter(|(i, _)| acceptable[*i]);
    let best = standing().map(|(_, net)| *net).max()?;
    let mut at_top = standing().filter(|(_, net)| **net == best);
    let (leader, _) = at_top.next()?;
    at_top.next().is_none().then_some(leader)
}

/// For each alternative the probability that its net score is above that of every other acceptable one.
fn chances(ledger: &Ledger, acceptable: &[bool]) -> Vec<f64> {
    let distributions: Vec<Option<Distribution>> = acceptable
        .iter()
        .enumerate()
        .map(|(i, acceptable)| acceptable.then(|| ledger.distribution(i)))
        .collect();
    let chance = |i: usize| {
        let Some(own) = &distributions[i] else { return 0.0 };
        let rivals: Vec<&Distribution> = distributions
            .iter()
            .enumerate()
            .filter(|(j, _)| *j != i)
            .filter_map(|(_, d)| d.as_ref())
            .collect();
        own.above_all(&rivals)
    };
    (0..acceptable.len()).map(chance).collect()
}

/// Weights are small: at most 10,000 claims of 10 points in units of 1/27720 fit a double exactly.
#[expect(clippy::cast_precision_loss, reason = "the values are far below 2^53")]
fn as_f64(units: i64) -> f64 {
    units as f64
}
