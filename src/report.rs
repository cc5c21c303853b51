//! The answer as text, for people and for programs.

mod json;
mod markdown;
mod text;

pub use json::json;
pub use markdown::markdown;
pub use text::text;

use crate::comparison::Comparison;
use crate::decision::{self, Assessment};
use crate::profile::{Counting, Profile};
use crate::weight::Weight;

/// What a report tells of.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    comparison: &'a Comparison,
    profile: &'a Profile,
    /// The id of the preset that the profile comes from.
    preset: Option<&'a str>,
    assessment: Assessment,
}

impl<'a> Subject<'a> {
    /// A comparison, weighed as a profile says.
    #[must_use]
    pub fn new(comparison: &'a Comparison, profile: &'a Profile) -> Self {
        Self { comparison, profile, preset: None, assessment: decision::assess(comparison, profile) }
    }

    /// The same, weighed by the preset with this id.
    #[must_use]
    pub fn with_preset(self, preset: Option<&'a str>) -> Self {
        Self { preset, ..self }
    }

    /// Whose weighing it is, and how it counts.
    fn settings(&self) -> String {
        let band = match self.profile.band.points() {
            0 => "Weights taken as exact".to_owned(),
            points => format!("Weights give or take {points}"),
        };
        let counting = match self.profile.counting {
            Counting::EachReasonOnce => "each reason counts once",
            Counting::EveryClaim => "every claim counts",
        };
        match &self.profile.name {
            Some(name) => format!("Profile: {name}. {band}, {counting}."),
            None => format!("{band}, {counting}."),
        }
    }
}

/// What counts of a claim, in a few letters: its weight, that it is open, or that it is off.
fn weight_word(on: bool, weight: Option<Weight>) -> String {
    match (on, weight) {
        (false, _) => "off".to_owned(),
        (true, None) => "?".to_owned(),
        (true, Some(weight)) => weight.points().to_string(),
    }
}
