//! The exact distribution of the lead, in bins of a histogram.

use super::as_f64;
use super::chance::Field;
use super::ledger::Ledger;

/// How unlikely the ends of the distribution are that a histogram leaves out, on each side.
const LEFT_OUT: f64 = 1e-3;

/// The exact distribution of the leader's lead over the best of the others.
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
    pub(super) fn new(ledger: &Ledger, field: &Field, leader: usize, bins: usize) -> Option<Self> {
        let (least, most) = field.lead_range(leader)?;
        let above = |lead| field.lead_above(leader, lead);
        // The probability falls with the lead, so the ends are found by halving.
        let low = halved(least - 1, most, |lead| above(lead) > 1.0 - LEFT_OUT);
        let high = halved(least - 1, most, |lead| above(lead) > LEFT_OUT) + 1;
        let (low, high) = (low.min(0), high.max(1));
        let bins = i64::try_from(bins).unwrap_or(i64::MAX).max(2);
        // One point a bin, or as many as it takes; edges are multiples of it, so that one lies at zero.
        let point = ledger.per_point();
        let fits = |points: &i64| {
            let width = points * point;
            high.div_euclid(width) + 1 - low.div_euclid(width) <= bins
        };
        // With a bin wider than the whole range there are two.
        let width = point * (1..=high - low + 1).find(fits)?;
        let edges = low.div_euclid(width)..=(high + width - 1).div_euclid(width);
        let edges: Vec<i64> = edges.map(|edge| edge * width).collect();
        let tails: Vec<f64> = edges.iter().map(|edge| above(*edge)).collect();
        let bins = edges.windows(2).zip(tails.windows(2)).map(|(edges, tails)| Bin {
            above: as_f64(edges[0]) / as_f64(point),
            up_to: as_f64(edges[1]) / as_f64(point),
            probability: (tails[0] - tails[1]).max(0.0),
        });
        Some(Self { bins: bins.collect() })
    }
}

/// The highest lead in `low..high` at which `holds` is still true, where it is true at `low`.
fn halved(low: i64, high: i64, holds: impl Fn(i64) -> bool) -> i64 {
    let (mut low, mut high) = (low, high);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}
