//! How finely weights are divided where mirrored claims share one.

use super::{Claim, Comparison, Polarity};

/// The most cells that the distribution of a net score may need.
const MOST_CELLS: usize = 1 << 22;

/// The largest weight in points.
const MOST_POINTS: usize = 10;

impl Comparison {
    /// Whether each criterion can count once, exactly, whichever claims are on.
    ///
    /// Where very many claims share a criterion, the common unit gets so small that the tables would not fit.
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
        let cells_per_unit = MOST_POINTS * self.claims.len().max(1);
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
}

/// The smallest positive number that both divide; the largest there is where that would be larger.
pub(crate) fn least_common_multiple(a: i64, b: i64) -> i64 {
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    (a / x).saturating_mul(b)
}
