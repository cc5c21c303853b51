//! How claims on one criterion share a weight under [`Counting::OncePerCriterion`].

use crate::comparison::{Comparison, Polarity};
use crate::profile::{Counting, Profile};

/// By how many active claims each criterion is shared: 1 where it isn't.
pub(super) fn sharing(comparison: &Comparison, profile: &Profile) -> Vec<i64> {
    let mut balance = vec![vec![0_i64; comparison.alternatives.len()]; comparison.criteria.len()];
    if profile.counting == Counting::EveryClaim {
        return vec![1; balance.len()];
    }
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
