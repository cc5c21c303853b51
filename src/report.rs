//! The answer as text, for people and for programs.

mod brief;
mod form;
mod html;
mod json;
mod json_text;
mod markdown;
mod outline;
pub mod several;
mod text;

pub use brief::brief;
pub use form::Form;
pub use html::html;
pub(crate) use json::JsonLines;
pub use json::json;
pub(crate) use json_text::{to_json, to_line};
pub use markdown::markdown;
pub(crate) use text::Page;
pub use text::text;

use crate::comparison::{Comparison, Preset};
use crate::decision::{self, Assessment};
use crate::profile::Profile;
use crate::story::Story;

/// What a report tells of.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    comparison: &'a Comparison,
    profile: &'a Profile,
    /// The preset that the profile comes from.
    preset: Option<&'a Preset>,
    assessment: Assessment,
}

impl<'a> Subject<'a> {
    /// A comparison, weighed as a profile of it says.
    #[must_use]
    pub fn new(comparison: &'a Comparison, profile: &'a Profile) -> Self {
        Self::assessed(comparison, profile, decision::assess(comparison, profile))
    }

    /// The same, of which is known what follows.
    #[must_use]
    pub fn assessed(comparison: &'a Comparison, profile: &'a Profile, assessment: Assessment) -> Self {
        Self { comparison, profile, preset: None, assessment }
    }

    /// The same, weighed by a preset.
    #[must_use]
    pub fn with_preset(self, preset: Option<&'a Preset>) -> Self {
        Self { preset, ..self }
    }

    fn story(&self) -> Story<'_> {
        Story { comparison: self.comparison, profile: self.profile, assessment: &self.assessment }
    }
}
