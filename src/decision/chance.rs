//! Who comes out ahead, given how uncertain the weights are.
//!
//! Chances are rank acceptabilities of the first rank (Lahdelma & Salminen, "SMAA-2", Operations Research 2001). The
//! influence of a reason is how far the leader's chance depends on its weight: what thinking about it can decide.

use super::answer::Spreads;
use super::contest::Contest;
use super::distribution::{Distribution, WIDEST, Weights};
use super::ledger::{Entry, Ledger};

/// How far a chance may be off by rounding.
pub(super) const ROUNDING: f64 = 1e-12;

/// Whether a chance is at least `bound`, rounding apart: 4/5 in doubles can come out as 0.7999999999999999.
#[must_use]
pub fn reaches(chance: f64, bound: f64) -> bool {
    chance >= bound - ROUNDING
}

/// The distribution of the sum of each alternative; none for what is ruled out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    pub(super) scores: Vec<Option<Distribution>>,
}

impl Field {
    pub(super) fn new(ledger: &Ledger, contest: &Contest, spreads: &mut Spreads) -> Self {
        let mut weights = vec![Weights::default(); contest.sums.len()];
        for entry in &ledger.entries {
            weights[entry.on][usize::from(entry.around)] += 1;
        }
        let mut scores = vec![None; contest.sums.len()];
        for (alternative, sum) in contest.standing() {
            scores[alternative] = Some(spreads.of_sum(sum, weights[alternative]));
        }
        Self { scores }
    }

    /// For each alternative the probability that its sum is above that of every other acceptable one.
    pub(super) fn chances(&self) -> Vec<f64> {
        (0..self.scores.len()).map(|alternative| self.chance(alternative)).collect()
    }

    /// The probability that the sum of an alternative is above that of every other acceptable one.
    pub(super) fn chance(&self, alternative: usize) -> f64 {
        if let [Some(lead), Some(_)] = self.scores.as_slice() {
            return of_two(alternative, lead, 0);
        }
        let Some(own) = &self.scores[alternative] else { return 0.0 };
        let (mut ahead, mut all) = (0.0, 0.0);
        for (value, mass) in own.values() {
            ahead += mass * self.all_below(value, [alternative; 2]);
            all += mass;
        }
        // Masses sum to 1 but for rounding; divided by their sum, what is certain is exactly 1.
        ahead / all
    }

    /// The same with another weight for an entry.
    pub(super) fn with(&self, entry: &Entry, other: &Entry) -> Self {
        let mut field = self.clone();
        field.scores[entry.on] = self.scores[entry.on].as_ref().map(|score| {
            let rest = score.without(entry.around.into());
            rest.with(other.value() - entry.value(), other.around.into())
        });
        field
    }

    /// The probability that every acceptable alternative but two is below `value`.
    fn all_below(&self, value: i64, but: [usize; 2]) -> f64 {
        let others = self.scores.iter().enumerate().filter(|(i, _)| !but.contains(i));
        others.filter_map(|(_, score)| score.as_ref()).map(|score| score.below(value)).product()
    }

    /// By how much the chance of `leader` differs between the ends of the range of each entry's weight, 0 to 1.
    ///
    /// That chance only rises or only falls with a single weight, so the ends are the extremes. How far a weight
    /// reaches and where it is booked is all that counts, so there are few different influences.
    pub(super) fn influences(&self, ledger: &Ledger, leader: Option<usize>) -> Vec<f64> {
        let mut known = vec![[None; WIDEST + 1]; self.scores.len()];
        let influence = |entry: &Entry| {
            let known = &mut known[entry.on][usize::from(entry.around)];
            *known.get_or_insert_with(|| {
                leader.map_or(0.0, |leader| self.influence(leader, entry.on, entry.around))
            })
        };
        ledger.entries.iter().map(influence).collect()
    }

    fn influence(&self, leader: usize, on: usize, around: u8) -> f64 {
        let (Some(lead), Some(score)) = (&self.scores[leader], &self.scores[on]) else { return 0.0 };
        if around == 0 {
            return 0.0;
        }
        let rest = score.without(around.into());
        let reach = i64::from(around);
        let chance = |moved: i64| -> f64 {
            if let [Some(_), Some(_)] = self.scores.as_slice() {
                of_two(leader, &rest, moved)
            } else if on == leader {
                rest.values().map(|(x, mass)| mass * self.all_below(x + moved, [leader; 2])).sum()
            } else {
                let ahead = |x| self.all_below(x, [leader, on]) * rest.below(x - moved);
                lead.values().map(|(x, mass)| mass * ahead(x)).sum()
            }
        };
        let influence = (chance(reach) - chance(-reach)).abs();
        if influence < ROUNDING { 0.0 } else { influence.min(1.0) }
    }
}

/// The probability that an alternative of two is ahead, if so many points are added to the lead of the first.
fn of_two(alternative: usize, lead: &Distribution, more: i64) -> f64 {
    if alternative == 0 { lead.above(-more) } else { lead.below(-more) }
}
