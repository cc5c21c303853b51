//! Asks whether to delete a profile.

use crate::explorer::Effect;
use crate::profile::ProfileName;

/// Asks whether to delete a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleting {
    name: ProfileName,
}

impl Deleting {
    pub(in crate::explorer) fn new(name: ProfileName) -> Self {
        Self { name }
    }

    /// What would be deleted.
    #[must_use]
    pub fn name(&self) -> &ProfileName {
        &self.name
    }

    pub(in crate::explorer) fn accept(self) -> Effect {
        Effect::Delete(self.name)
    }
}
