//! What a person thinks of one claim.

use crate::comparison::MOST_POINTS;
use crate::shown::Shown;

/// How much a claim matters: a whole number, 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight(u8);

impl Weight {
    /// The largest weight in points.
    pub const MOST: u8 = MOST_POINTS;

    /// What an unset weight counts in points: the middle of 0 to 10.
    pub const UNSET_POINTS: u8 = 5;

    /// The largest weight.
    pub const FULL: Self = Self(Self::MOST);

    /// A weight of `points`, at most 10.
    #[must_use]
    pub fn new(points: u8) -> Option<Self> {
        (points <= Self::MOST).then_some(Self(points))
    }

    /// A weight of `points`, or 10 where that is more.
    #[must_use]
    pub const fn clamped(points: u8) -> Self {
        Self(if points < Self::MOST { points } else { Self::MOST })
    }

    /// In points, 0 to 10.
    #[must_use]
    pub fn points(self) -> u8 {
        self.0
    }
}

/// What a person thinks of one claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stance {
    /// Whether the claim counts at all.
    pub on: bool,
    /// How much it matters; none means not thought about yet.
    pub weight: Option<Weight>,
    /// A con so marked is a deal-breaker, a pro a must-have.
    pub essential: bool,
    /// What the person wants to remember about it; may be empty.
    pub note: Shown,
}

impl Default for Stance {
    fn default() -> Self {
        Self { on: true, weight: None, essential: false, note: Shown::default() }
    }
}

impl Stance {
    /// The weights that the claim may have, given that a set one may be off by `band` points.
    #[must_use]
    pub fn interval(&self, band: u8) -> (u8, u8) {
        match self.weight.map(Weight::points) {
            None => (0, Weight::MOST),
            Some(points) => (points.saturating_sub(band), (points + band).min(Weight::MOST)),
        }
    }

    /// What the claim counts if it is on, in points: an unset weight stands for the middle.
    #[must_use]
    pub fn points(&self) -> u8 {
        self.weight.map_or(Weight::UNSET_POINTS, Weight::points)
    }
}
