//! Every reason that counts, as it is booked on the alternatives.

use crate::comparison::{Comparison, Polarity, Reason, Reasons};
use crate::profile::Profile;
use crate::weight::Weight;

/// All active reasons.
///
/// With three or more alternatives each is booked on the one that it speaks for or against. With two only the
/// difference of their net scores decides, so all of them are booked on the first: its sum is the lead, and the sum
/// of the second stays 0.
#[derive(Clone, Debug)]
pub(super) struct Ledger {
    alternatives: usize,
    pub(super) entries: Vec<Entry>,
}

/// One active reason.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) reason: Reason,
    /// The alternative on which it is booked.
    pub(super) on: usize,
    /// 1 if it raises the sum of that alternative, -1 if it lowers it.
    pub(super) sign: i64,
    /// The point value of its weight.
    pub(super) points: i64,
    /// How far its weight may lie from that, in points.
    pub(super) around: u8,
    /// Whether its weight is set.
    pub(super) weighed: bool,
    /// How many of its faces are on: 1 or 2.
    pub(super) faces: u8,
}

/// The highest point value of a weight.
pub(super) const MOST: i64 = Weight::MOST as i64;

impl Entry {
    /// What a reason counts; none if it is off.
    pub(super) fn new(comparison: &Comparison, profile: &Profile, reason: Reason) -> Option<Self> {
        let faces: u8 = reason.faces().map(|claim| u8::from(profile[claim].on)).sum();
        let claim = &comparison[reason.first];
        let sign = match claim.polarity {
            Polarity::Pro => 1,
            Polarity::Con => -1,
        };
        let (on, sign) = match (comparison.alternatives().len(), claim.alternative.0) {
            (2, 0) => (0, sign),
            (2, _) => (0, -sign),
            (_, alternative) => (alternative, sign),
        };
        let weight = profile.weight_of(reason);
        let points = weight.map_or(Weight::UNSET_POINTS, Weight::points).into();
        let (around, weighed) = (profile.band.around(weight), weight.is_some());
        (faces > 0).then_some(Self { reason, on, sign, points, around, weighed, faces })
    }

    /// What it adds to the sum of its alternative.
    pub(super) fn value(&self) -> i64 {
        self.sign * self.points
    }

    /// What each of its active faces counts, in points.
    pub(super) fn counts(&self) -> f64 {
        // Halves of 0 to 10 are exact.
        f64::from(u8::try_from(self.points).unwrap_or(Weight::MOST)) / f64::from(self.faces)
    }

    /// By how much its weight can move, within 0 to 10, to raise the sum of its alternative.
    pub(super) fn room_up(&self) -> i64 {
        if self.sign > 0 { MOST - self.points } else { self.points }
    }

    /// By how much its weight can move, within 0 to 10, to lower the sum of its alternative.
    pub(super) fn room_down(&self) -> i64 {
        MOST - self.room_up()
    }

    /// Whether it speaks for `leader`, where it is booked on `leader` or on the alternative beside it.
    pub(super) fn supports(&self, leader: usize) -> bool {
        (self.on == leader) == (self.sign > 0)
    }
}

/// Those of 1 to 10 points, the most first; equal ones stay in their order.
///
/// There are so few weights that this takes less than sorting, and less code.
pub(super) fn heaviest_first<T: Copy>(all: &[T], points: impl Fn(&T) -> i64) -> Vec<T> {
    let mut ordered = Vec::with_capacity(all.len());
    for wanted in (1..=MOST).rev() {
        ordered.extend(all.iter().filter(|one| points(one) == wanted));
    }
    ordered
}

impl Ledger {
    pub(super) fn new(comparison: &Comparison, profile: &Profile, reasons: &Reasons) -> Self {
        // Room at once for all there can be: many thousands of ledgers are made in a second.
        let mut entries = Vec::with_capacity(comparison.claims().len());
        entries.extend(reasons.iter().filter_map(|reason| Entry::new(comparison, profile, reason)));
        Self { alternatives: comparison.alternatives().len(), entries }
    }

    /// What the entries of each alternative sum up to, each taken as `value` says.
    pub(super) fn sums(&self, value: impl Fn(&Entry) -> i64) -> Vec<i64> {
        let mut sums = vec![0; self.alternatives];
        for entry in &self.entries {
            sums[entry.on] += value(entry);
        }
        sums
    }
}
