//! Deal-breakers and must-haves: what rules an alternative out.

use crate::comparison::{Comparison, Polarity};
use crate::profile::Profile;

/// For each alternative the essential claims that rule it out.
///
/// Its own deal-breakers do, and the must-haves of others that it can't match: it has no active pro on the
/// same criterion, or the must-have has no criterion.
pub(super) fn ruled_out_by(comparison: &Comparison, profile: &Profile) -> Vec<Vec<usize>> {
    let on = |i: &usize| profile.stances[*i].on;
    let mut ruled_out = vec![Vec::new(); comparison.alternatives.len()];
    for essential in (0..comparison.claims.len()).filter(on).filter(|i| profile.stances[*i].essential) {
        let claim = &comparison.claims[essential];
        match claim.polarity {
            Polarity::Con => ruled_out[claim.alternative].push(essential),
            Polarity::Pro => {
                for (other, alternative) in comparison.alternatives.iter().enumerate() {
                    let matches = |i: usize| comparison.claims[i].criterion == claim.criterion;
                    let has_it =
                        claim.criterion.is_some() && alternative.pros.clone().filter(on).any(matches);
                    if other != claim.alternative && !has_it {
                        ruled_out[other].push(essential);
                    }
                }
            }
        }
    }
    ruled_out
}
