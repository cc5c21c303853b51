//! What a person thinks of one claim.

use crate::safe_text::SafeText;
use crate::weight::Weight;

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
    pub note: SafeText,
}

impl Default for Stance {
    fn default() -> Self {
        Self { on: true, weight: None, essential: false, note: SafeText::default() }
    }
}

impl Stance {
    /// Whether it counts as a must-have or a deal-breaker.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.on && self.essential
    }

    /// What the claim counts if it is on, in points: an unset weight stands for the middle.
    #[must_use]
    pub fn points(&self) -> u8 {
        self.weight.map_or(Weight::UNSET_POINTS, Weight::points)
    }
}
