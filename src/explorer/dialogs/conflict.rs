//! Another window, or another program, saved meanwhile: asks what to do.

use crate::explorer::{Effect, Layer, Purpose, Request};

/// Another window, or another program, saved meanwhile: asks what to do.
#[derive(Clone, Debug)]
pub struct Conflict {
    request: Request,
    /// What it was asked for from.
    pub(in crate::explorer) over: Box<Layer>,
}

impl Conflict {
    pub(in crate::explorer) fn new(request: Request, over: Layer) -> Self {
        Self { request, over: Box::new(over) }
    }

    /// What has happened.
    #[must_use]
    pub fn told(&self) -> String {
        format!(
            "{} was changed elsewhere since you opened it. Nothing was written. \
             Overwriting keeps the other one as .bak.",
            self.request.name()
        )
    }

    /// What has to be typed to save it elsewhere.
    pub(in crate::explorer) fn under_another_name(&self) -> Purpose {
        match &self.request {
            Request::Profile(request) => Purpose::Save(request.next.clone()),
            Request::File(request) => Purpose::SaveFile(request.next.clone()),
            Request::Report(_) => Purpose::Export,
        }
    }

    /// Asks for what was saved meanwhile.
    pub(in crate::explorer) fn reload(self) -> Effect {
        match self.request {
            Request::Profile(request) => Effect::Reload(request.name),
            Request::File(request) => Effect::ReloadFile(request.path),
            // There is nothing to take over from a report.
            Request::Report(request) => Effect::WriteReport(request),
        }
    }

    /// Writes over what was saved meanwhile.
    pub(in crate::explorer) fn overwrite(self) -> Effect {
        self.request.over_anything()
    }
}
