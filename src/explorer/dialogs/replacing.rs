//! Asks whether to write over what is there.

use crate::explorer::{Effect, Layer, Request};

/// Asks whether to write over what is there.
#[derive(Clone, Debug)]
pub struct Replacing {
    request: Request,
    /// What it was asked for from.
    pub(in crate::explorer) over: Box<Layer>,
}

impl Replacing {
    pub(in crate::explorer) fn new(request: Request, over: Layer) -> Self {
        Self { request, over: Box::new(over) }
    }

    /// What would be written over, as the person knows it.
    #[must_use]
    pub fn name(&self) -> String {
        self.request.name()
    }

    pub(in crate::explorer) fn accept(self) -> Effect {
        self.request.over_anything()
    }
}
