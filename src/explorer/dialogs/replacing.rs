//! Asks whether to write over another profile.

use crate::explorer::{Effect, SaveRequest};
use crate::profile::ProfileName;

/// Asks whether to write over another profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacing {
    request: SaveRequest,
}

impl Replacing {
    pub(in crate::explorer) fn new(request: SaveRequest) -> Self {
        Self { request }
    }

    /// What would be written over.
    #[must_use]
    pub fn name(&self) -> &ProfileName {
        &self.request.name
    }

    pub(in crate::explorer) fn accept(self) -> Effect {
        Effect::Save(self.request.over_anything())
    }
}
