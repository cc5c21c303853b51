//! Asks whether to write over another profile.

use crate::explorer::{Effect, Layer, SaveRequest};
use crate::profile::ProfileName;

/// Asks whether to write over another profile.
#[derive(Clone, Debug)]
pub struct Replacing {
    request: SaveRequest,
    /// What it was asked for from.
    pub(in crate::explorer) over: Box<Layer>,
}

impl Replacing {
    pub(in crate::explorer) fn new(request: SaveRequest, over: Layer) -> Self {
        Self { request, over: Box::new(over) }
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
