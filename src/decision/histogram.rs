//! The exact distribution of the lead, in bins of a histogram.

use super::Assessment;
use crate::comparison::AlternativeId;

/// How unlikely the ends of the distribution are that a histogram leaves out, on each side.
const LEFT_OUT: f64 = 1e-3;

/// The exact distribution of the leader's lead over the other of two alternatives.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadHistogram {
    /// From the lowest lead to the highest. A bin edge lies at zero.
    pub bins: Vec<Bin>,
}

/// One bin of a histogram.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// The lead above which it begins, in points; it is not part of the bin.
    pub above: f64,
    /// The lead at which it ends, in points; it is part of the bin.
    pub up_to: f64,
    /// The exact probability of a lead in it, 0 to 1.
    pub probability: f64,
}

impl LeadHistogram {
    /// In at most `bins` bins; none unless there are two alternatives, both acceptable.
    #[must_use]
    pub fn new(assessment: &Assessment, bins: usize) -> Option<Self> {
        let lead = assessment.lead.as_ref()?;
        let lead =
            if assessment.favorite() == Some(AlternativeId(0)) { lead.clone() } else { lead.negated() };
        let likely = |value: &i64| lead.above(*value) > LEFT_OUT && lead.below(*value) > LEFT_OUT;
        let mut likely = lead.values().map(|(value, _)| value).filter(likely);
        let low = likely.next().unwrap_or(lead.mean()) - 1;
        let high = likely.last().unwrap_or(lead.mean()) + 1;
        let (low, high) = (low.min(0), high.max(1));
        let bins = i64::try_from(bins).unwrap_or(i64::MAX).max(2);
        // One point a bin, or as many as it takes; edges are multiples of it, so that one lies at zero.
        let fits = |width: &i64| high.div_euclid(*width) + 1 - low.div_euclid(*width) <= bins;
        // With a bin wider than the whole range there are two.
        let width = (1..=high - low + 1).find(fits)?;
        let edges = low.div_euclid(width)..=(high + width - 1).div_euclid(width);
        let edges: Vec<i64> = edges.map(|edge| edge * width).collect();
        let bin = |edges: &[i64]| Bin {
            above: as_f64(edges[0]),
            up_to: as_f64(edges[1]),
            probability: (lead.above(edges[0]) - lead.above(edges[1])).max(0.0),
        };
        Some(Self { bins: edges.windows(2).map(bin).collect() })
    }
}

/// Whole points as a double.
#[expect(clippy::cast_precision_loss, reason = "a lead is far below 2^53")]
fn as_f64(points: i64) -> f64 {
    points as f64
}
