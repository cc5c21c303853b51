//! Another window saved the profile meanwhile: asks what to do.

use crate::explorer::{Effect, Layer, SaveRequest};
use crate::profile::ProfileName;

/// Another window saved the profile meanwhile: asks what to do.
#[derive(Clone, Debug)]
pub struct Conflict {
    request: SaveRequest,
    /// What it was asked for from.
    pub(in crate::explorer) over: Box<Layer>,
}

impl Conflict {
    pub(in crate::explorer) fn new(request: SaveRequest, over: Layer) -> Self {
        Self { request, over: Box::new(over) }
    }

    /// The profile that both windows have open.
    #[must_use]
    pub fn name(&self) -> &ProfileName {
        &self.request.name
    }

    /// Asks for what the other window saved.
    pub(in crate::explorer) fn reload(self) -> Effect {
        Effect::Reload(self.request.name)
    }

    /// Writes over what the other window saved.
    pub(in crate::explorer) fn overwrite(self) -> Effect {
        Effect::Save(self.request.over_anything())
    }
}
