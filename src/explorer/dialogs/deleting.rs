//! Asks whether to delete a profile.

use crate::explorer::{Effect, Explorer, Layer};
use crate::profile::ProfileName;

/// Asks whether to delete a profile.
#[derive(Clone, Debug)]
pub struct Deleting {
    name: ProfileName,
    /// The list.
    pub(in crate::explorer) over: Box<Layer>,
}

impl Deleting {
    pub(in crate::explorer) fn new(name: ProfileName, over: Layer) -> Self {
        Self { name, over: Box::new(over) }
    }

    /// What would be deleted.
    #[must_use]
    pub fn name(&self) -> &ProfileName {
        &self.name
    }

    /// Asks for it to be deleted; the question stays until that is done.
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) -> Effect {
        let name = self.name.clone();
        explorer.layer = Layer::Deleting(self);
        Effect::Delete(name)
    }
}
