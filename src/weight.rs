//! How much something matters.

/// How much a reason matters: a whole number, 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight(u8);

impl Weight {
    /// The largest weight in points.
    pub const MOST: u8 = 10;

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
