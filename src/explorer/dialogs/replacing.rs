//! Asks whether to write where something is, or no longer is.

use crate::explorer::{Effect, Explorer, FileRequest, Layer, Request};

/// Asks whether to write where something is, or no longer is.
#[derive(Clone, Debug)]
pub struct Replacing {
    request: Request,
    /// Whether it is a file that was there and is gone.
    is_gone: bool,
    /// What it was asked for from.
    pub(in crate::explorer) over: Box<Layer>,
}

impl Replacing {
    pub(in crate::explorer) fn new(request: Request, over: Layer) -> Self {
        Self { request, is_gone: false, over: Box::new(over) }
    }

    /// Asks whether to write a file again that was moved or deleted.
    pub(in crate::explorer) fn of_gone(request: FileRequest, over: Layer) -> Self {
        Self { request: Request::File(request), is_gone: true, over: Box::new(over) }
    }

    /// What would be written over, or again.
    #[must_use]
    pub fn told(&self) -> String {
        let name = self.request.name();
        match &self.request {
            Request::Profile(_) => format!("There is a profile {name} already. Write over it?"),
            Request::File(_) if self.is_gone => {
                format!("{name} is not there any more: it was moved or deleted. Write it again?")
            }
            Request::File(_) | Request::Report(_) => {
                format!("There is a file {name} already. Write over it? The old one is kept as .bak.")
            }
        }
    }

    /// Goes back to what it was asked for from, where it is said if it could not be written.
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) -> Effect {
        explorer.layer = *self.over;
        self.request.over_anything()
    }
}
