//! What a person decided: which one, when, how sure it was then, and why.

use super::Date;
use crate::comparison::{AlternativeId, Comparison};
use crate::safe_text::SafeText;

/// What a person decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The id of the chosen alternative, as it was written: the comparison may no longer have it.
    pub chose: SafeText,
    /// The day.
    pub on: Date,
    /// In how many of every 100 ways it came first then, in whole points: 0 to [`Self::MOST`].
    pub chance: u8,
    /// Why, in the person's own words; may be empty.
    pub why: SafeText,
}

impl Decided {
    /// The highest chance, in points.
    pub const MOST: u8 = 100;

    /// The chosen alternative; none if the comparison no longer has it.
    #[must_use]
    pub fn alternative(&self, comparison: &Comparison) -> Option<AlternativeId> {
        comparison.alternative_with_id(self.chose.raw())
    }
}
