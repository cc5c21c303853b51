//! Who comes out ahead, given how uncertain the weights are.
//!
//! Chances are rank acceptabilities (Lahdelma & Salminen, "SMAA-2", Operations Research 2001). The influence of
//! a claim is how far the leader's chance depends on its weight: what thinking about it can decide.

use super::distribution::{Distribution, Summand};
use super::ledger::Ledger;

/// The distribution of each alternative's net score; none for what is ruled out.
#[derive(Clone, Debug)]
pub(super) struct Field {
    scores: Vec<Option<Distribution>>,
}

impl Field {
    pub(super) fn new(ledger: &Ledger, acceptable: &[bool]) -> Self {
        let score = |(i, acceptable): (usize, &bool)| acceptable.then(|| ledger.distribution(i));
        Self { scores: acceptable.iter().enumerate().map(score).collect() }
    }

    /// For each alternative the probability that its net score is above that of every other acceptable one.
    pub(super) fn chances(&self) -> Vec<f64> {
        (0..self.scores.len()).map(|i| self.chance(i)).collect()
    }

    fn chance(&self, alternative: usize) -> f64 {
        let Some(own) = &self.scores[alternative] else { return 0.0 };
        let sum: f64 = own.values().map(|(value, mass)| mass * self.all_below(value, &[alternative])).sum();
        sum.clamp(0.0, 1.0)
    }

    /// The probability that every acceptable alternative but the ones named is below `value`.
    fn all_below(&self, value: i64, but: &[usize]) -> f64 {
        let others = self.scores.iter().enumerate().filter(|(i, _)| !but.contains(i));
        others.filter_map(|(_, score)| score.as_ref()).map(|score| score.below(value)).product()
    }

    /// By how much the chance of `leader` differs between the ends of each claim's interval, 0 to 1.
    ///
    /// That chance only rises or only falls with a single weight, so the ends are the extremes. Claims that
    /// count alike have the same influence, which is worked out once.
    pub(super) fn influences(&self, ledger: &Ledger, leader: usize, claims: usize) -> Vec<f64> {
        let mut influences = vec![0.0; claims];
        let mut known: Vec<((usize, Summand), f64)> = Vec::new();
        for entry in &ledger.entries {
            let key = (entry.alternative, entry.summand);
            let seen = known.iter().find(|(seen, _)| *seen == key).map(|(_, influence)| *influence);
            let influence = seen.unwrap_or_else(|| self.influence(leader, entry.alternative, entry.summand));
            if seen.is_none() {
                known.push((key, influence));
            }
            influences[entry.claim] = influence;
        }
        influences
    }

    fn influence(&self, leader: usize, owner: usize, summand: Summand) -> f64 {
        let (Some(lead), Some(score)) = (&self.scores[leader], &self.scores[owner]) else { return 0.0 };
        if summand.low == summand.high {
            return 0.0;
        }
        let rest = score.without(summand);
        let chance = |weight: i64| -> f64 {
            let value = summand.step * weight;
            if owner == leader {
                rest.values().map(|(x, mass)| mass * self.all_below(x + value, &[leader])).sum()
            } else {
                let ahead = |x| self.all_below(x, &[leader, owner]) * rest.below(x - value).clamp(0.0, 1.0);
                lead.values().map(|(x, mass)| mass * ahead(x)).sum()
            }
        };
        (chance(summand.high) - chance(summand.low)).abs().min(1.0)
    }

    /// The lowest and the highest lead that `leader` can have over the best of the others, in units.
    pub(super) fn lead_range(&self, leader: usize) -> Option<(i64, i64)> {
        let (low, high) = self.scores[leader].as_ref()?.range();
        let rivals = self.scores.iter().enumerate().filter(|(i, _)| *i != leader);
        let ranges: Vec<(i64, i64)> =
            rivals.filter_map(|(_, score)| score.as_ref()).map(Distribution::range).collect();
        let best_low = ranges.iter().map(|(low, _)| *low).max()?;
        let best_high = ranges.iter().map(|(_, high)| *high).max()?;
        Some((low - best_high, high - best_low))
    }

    /// The probability that the lead of `leader` over the best of the others is above `lead` units.
    pub(super) fn lead_above(&self, leader: usize, lead: i64) -> f64 {
        let Some(own) = &self.scores[leader] else { return 0.0 };
        own.values().map(|(value, mass)| mass * self.all_below(value - lead, &[leader])).sum()
    }
}
