//! From stances to a recommendation: pure, exact, and fast enough to run on every key.
//!
//! The additive model is the one of SMART (Edwards & Barron, "SMARTS and SMARTER", 1994; Roberts & Goodwin 2002):
//! a net score is a weighted sum of what speaks for an alternative less what speaks against it. Because weights are
//! whole numbers and each claim belongs to one alternative, all probabilities are computed exactly, by
//! convolution, and never sampled.

mod chance;
mod change;
mod distribution;
mod lead;
mod ledger;
mod ruling;
mod sharing;
mod switching;
mod verdict;
mod why;

#[cfg(test)]
mod tests;

pub use change::Change;
pub use lead::{Bin, LeadHistogram};
pub use verdict::Verdict;
pub use why::Why;

use crate::comparison::Comparison;
use crate::profile::{Counting, Profile};
use chance::Field;
use ledger::{Ledger, Total};
use switching::Switching;

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

/// What one claim does to the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bearing {
    /// What it counts in points: 0 if it is off.
    pub counts: f64,
    /// The weight nearest to its own at which another alternative leads, 0 to 10.
    pub tips_at: Option<u8>,
    /// Whether another alternative leads if it is switched off.
    pub tips_if_off: bool,
    /// By how much the leader's chance depends on where its weight lies in its interval, 0 to 1.
    pub influence: f64,
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
    /// Whether no claim that is on has a weight, so that the answer only counts claims.
    pub counting_only: bool,
    /// What the recommendation rests on; empty without a leader or without a runner-up.
    pub why: Why,
    /// What would change the recommendation; empty without a leader.
    pub change: Change,
    /// What each claim does to the answer, in the order of the comparison.
    pub bearings: Vec<Bearing>,
    /// The claim most worth thinking about: the one with the largest influence.
    pub think_next: Option<usize>,
    /// Whether some claim alone, moved within its interval, makes another alternative lead.
    pub one_claim_decides: bool,
    /// Whether the leader stays ahead wherever the weights lie that are still unset.
    pub settled: bool,
    /// Who leads if all active weights are equal.
    pub equal_weights_leader: Option<usize>,
    /// Who leads under the other counting.
    pub other_counting_leader: Option<usize>,
}

/// Weighs a comparison as a profile says.
#[must_use]
pub fn assess(comparison: &Comparison, profile: &Profile) -> Assessment {
    let ledger = Ledger::new(comparison, profile);
    let totals = ledger.totals();
    let nets: Vec<i64> = totals.iter().map(Total::net).collect();
    let ruled_out_by = ruling::ruled_out_by(comparison, profile);
    let acceptable: Vec<bool> = ruled_out_by.iter().map(Vec::is_empty).collect();
    let field = Field::new(&ledger, &acceptable);
    let chances = field.chances();
    let leader = change::leader(&nets, &acceptable);
    let runner_up = leader.and_then(|leader| best(&nets, &acceptable, Some(leader)));
    let bearings = bearings(comparison, profile, &ledger, &nets, &acceptable, &field);
    let heaviest = bearings.iter().map(|bearing| bearing.influence).fold(0.0, f64::max);
    let one_claim_decides = ledger.entries.iter().any(|entry| {
        let weight = bearings[entry.claim].tips_at.map(i64::from);
        weight.is_some_and(|weight| (entry.summand.low..=entry.summand.high).contains(&weight))
    });
    let standings =
        totals.iter().zip(&chances).zip(ruled_out_by).map(|((total, chance), ruled_out_by)| Standing {
            pros: ledger.points(total.pros),
            cons: ledger.points(total.cons),
            net: ledger.points(total.net()),
            chance: *chance,
            ruled_out_by,
        });
    Assessment {
        standings: standings.collect(),
        share: match totals.as_slice() {
            [first, second] => Some(Share::of_first(first.pros + second.cons, second.pros + first.cons)),
            _ => None,
        },
        leader,
        tie: (1.0 - chances.iter().sum::<f64>()).clamp(0.0, 1.0),
        verdict: Verdict::new(leader.map(|leader| chances[leader]), &acceptable),
        counting_only: !profile.weighs_anything(),
        why: match (leader, runner_up) {
            (Some(leader), Some(runner_up)) => Why::new(&ledger, leader, runner_up),
            _ => Why::default(),
        },
        change: leader.map(|leader| change::change(&ledger, &nets, &acceptable, leader)).unwrap_or_default(),
        think_next: bearings.iter().position(|bearing| heaviest > 0.0 && bearing.influence >= heaviest),
        bearings,
        one_claim_decides,
        settled: leader.is_some_and(|leader| {
            let open = |claim: usize| profile.stances[claim].weight.is_none();
            change::settled(&ledger, &nets, &acceptable, leader, open)
        }),
        equal_weights_leader: change::leader(&ledger.nets_with_equal_weights(), &acceptable),
        other_counting_leader: other_counting_leader(comparison, profile, &acceptable),
    }
}

/// The distribution of the lead over the best of the others, in at most `bins` bins; none without a leader or rivals.
#[must_use]
pub fn lead_histogram(comparison: &Comparison, profile: &Profile, bins: usize) -> Option<LeadHistogram> {
    let ledger = Ledger::new(comparison, profile);
    let acceptable: Vec<bool> = ruling::ruled_out_by(comparison, profile).iter().map(Vec::is_empty).collect();
    let leader = change::leader(&nets(&ledger), &acceptable)?;
    LeadHistogram::new(&ledger, &Field::new(&ledger, &acceptable), leader, bins)
}

fn nets(ledger: &Ledger) -> Vec<i64> {
    ledger.totals().iter().map(Total::net).collect()
}

/// The first of the acceptable alternatives with the highest net score, leaving one out.
fn best(nets: &[i64], acceptable: &[bool], but: Option<usize>) -> Option<usize> {
    let standing = (0..nets.len()).filter(|i| acceptable[*i] && Some(*i) != but);
    standing.max_by_key(|i| (nets[*i], std::cmp::Reverse(*i)))
}

fn bearings(
    comparison: &Comparison,
    profile: &Profile,
    ledger: &Ledger,
    nets: &[i64],
    acceptable: &[bool],
    field: &Field,
) -> Vec<Bearing> {
    let mut bearings = vec![Bearing::default(); comparison.claims.len()];
    for entry in &ledger.entries {
        bearings[entry.claim].counts = ledger.points(entry.value().abs());
    }
    // In a tie the first of those at the top stands in for the leader.
    if let Some(favorite) = best(nets, acceptable, None) {
        let influences = field.influences(ledger, favorite, bearings.len());
        for (bearing, influence) in bearings.iter_mut().zip(influences) {
            bearing.influence = influence;
        }
    }
    if let Some(leader) = change::leader(nets, acceptable) {
        let essentials = profile.stances.iter().any(|stance| stance.on && stance.essential);
        let profile = profile.clone();
        let mut switching = Switching { comparison, profile, ledger, nets, acceptable, essentials };
        for entry in &ledger.entries {
            let bearing = &mut bearings[entry.claim];
            bearing.tips_at = change::tips_at(entry, nets, acceptable, leader);
            bearing.tips_if_off = switching.tips(entry, leader);
        }
    }
    bearings
}

fn other_counting_leader(comparison: &Comparison, profile: &Profile, acceptable: &[bool]) -> Option<usize> {
    let counting = match profile.counting {
        Counting::EveryClaim if !comparison.can_count_once() => return None,
        Counting::EveryClaim => Counting::OncePerCriterion,
        Counting::OncePerCriterion => Counting::EveryClaim,
    };
    let ledger = Ledger::new(comparison, &Profile { counting, ..profile.clone() });
    change::leader(&nets(&ledger), acceptable)
}

/// Sums of weights as doubles: at most 10,000 claims of 10 points in units of 1/2520 are far below 2^53.
#[expect(clippy::cast_precision_loss, reason = "the values are far below 2^53")]
fn as_f64(units: i64) -> f64 {
    units as f64
}
