//! How sure a recommendation is, in a word.

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
    /// Every alternative is ruled out.
    NoneAcceptable,
}

impl Verdict {
    /// From the chance of the leader, if there is one.
    pub(super) fn new(chance: Option<f64>, acceptable: &[bool]) -> Self {
        match chance {
            None if acceptable.contains(&true) => Self::Tie,
            None => Self::NoneAcceptable,
            Some(chance) if chance >= 0.95 => Self::Clear,
            Some(chance) if chance >= 0.80 => Self::Solid,
            Some(chance) if chance >= 0.60 => Self::Leaning,
            Some(_) => Self::TooClose,
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
            Self::NoneAcceptable => "none-acceptable",
        }
    }
}
