//! The answer as text, for people and for programs.

mod json;
mod markdown;
mod text;

pub use json::json;
pub use markdown::markdown;
pub use text::text;

use crate::comparison::Comparison;
use crate::decision::{self, Assessment};
use crate::profile::{Counting, Profile, Stance};
use crate::weight::Weight;

/// What a report tells of.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    comparison: &'a Comparison,
    profile: &'a Profile,
    assessment: Assessment,
}

impl<'a> Subject<'a> {
    /// A comparison, weighed as a profile says.
    #[must_use]
    pub fn new(comparison: &'a Comparison, profile: &'a Profile) -> Self {
        Self { comparison, profile, assessment: decision::assess(comparison, profile) }
    }

    /// Whose weighing it is, and how it counts.
    fn settings(&self) -> String {
        let band = match self.profile.band.points() {
            0 => "Weights taken as exact".to_owned(),
            points => format!("Weights give or take {points}"),
        };
        let counting = match self.profile.counting {
            Counting::EveryClaim => "every claim counts",
            Counting::OncePerCriterion => "each criterion counts once",
        };
        match &self.profile.name {
            Some(name) => format!("Profile: {name}. {band}, {counting}."),
            None => format!("{band}, {counting}."),
        }
    }
}

/// What a stance says of the weight, in a few letters.
fn weight_word(stance: &Stance) -> String {
    match (stance.on, stance.weight) {
        (false, _) => "off".to_owned(),
        (true, None) => "?".to_owned(),
        (true, Some(weight)) => Weight::points(weight).to_string(),
    }
}
