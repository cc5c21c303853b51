//! How finely weights are divided where mirrored claims share one.

use super::{Claim, Comparison, Polarity};
use crate::weight::Weight;

/// The most work that one key press may cause, in cells of a distribution that are added up once.
///
/// Measured, this takes some 15 milliseconds.
const MOST_WORK: usize = 70_000_000;

/// What the influence of one claim costs for each cell, beside what spreading it costs.
const INFLUENCE: usize = 12;

/// Claims that count alike share their influence, and so many different ones are there at most.
const MOST_INFLUENCES: usize = 200;

impl Comparison {
    /// Whether each criterion can count once, exactly, whichever claims are on.
    ///
    /// Where very many claims share a criterion, the common unit gets so small that this would take too long.
    #[must_use]
    pub fn can_count_once(&self) -> bool {
        let mut counts = vec![vec![[0_usize; 2]; self.alternatives.len()]; self.criteria.len()];
        for Claim { criterion, alternative, polarity, .. } in &self.claims {
            if let Some(criterion) = criterion {
                counts[*criterion][*alternative][usize::from(*polarity == Polarity::Con)] += 1;
            }
        }
        let mut most_shared = 1;
        for of in &counts {
            for (a, [pros, _]) in of.iter().enumerate() {
                for (_, [_, cons]) in of.iter().enumerate().filter(|(b, _)| *b != a) {
                    most_shared = most_shared.max(pros + cons);
                }
            }
        }
        let claims = self.claims.len();
        let work_per_unit =
            usize::from(Weight::MOST) * claims * (claims + INFLUENCE * claims.min(MOST_INFLUENCES));
        let mut units = 1;
        for shared in 1..=most_shared {
            units = least_common_multiple(units, i64::try_from(shared).unwrap_or(i64::MAX));
            let work = usize::try_from(units).unwrap_or(usize::MAX).saturating_mul(work_per_unit);
            if work > MOST_WORK {
                return false;
            }
        }
        true
    }
}

/// The smallest positive number that both divide; the largest there is where that would be larger.
pub(crate) fn least_common_multiple(a: i64, b: i64) -> i64 {
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    (a / x).saturating_mul(b)
}
