//! How sure a recommendation is, in a word.

use super::chance::reaches;

/// How sure a recommendation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The leader's chance is at least 0.95.
    Clear,
    /// At least 0.80.
    Solid,
    /// At least 0.60.
    Leaning,
    /// Below 0.60.
    TooClose,
    /// No leader: the highest net score is shared.
    Tie,
    /// Nothing that is on has a weight, so that the figures only count reasons: nothing is recommended.
    Unweighed,
    /// Every alternative is ruled out.
    NoneAcceptable,
}

impl Verdict {
    /// From the chance of a leader.
    pub(super) fn of(chance: f64) -> Self {
        match chance {
            chance if reaches(chance, 0.95) => Self::Clear,
            chance if reaches(chance, 0.80) => Self::Solid,
            chance if reaches(chance, 0.60) => Self::Leaning,
            _ => Self::TooClose,
        }
    }

    /// As written in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Solid => "solid",
            Self::Leaning => "leaning",
            Self::TooClose => "too-close-to-call",
            Self::Tie => "tie",
            Self::Unweighed => "unweighed",
            Self::NoneAcceptable => "none-acceptable",
        }
    }
}
