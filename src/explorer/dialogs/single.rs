//! How much the reason under the cursor matters is asked, with all that is said of it.

use crate::comparison::ClaimId;
use crate::explorer::{Explorer, Extent, Layer, Motion, Notice};

/// A question about the reason under the cursor alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Single {
    claim: ClaimId,
    /// Lines scrolled.
    scroll: usize,
}

impl Single {
    /// The claim under the cursor.
    #[must_use]
    pub fn claim(&self) -> ClaimId {
        self.claim
    }

    /// Lines scrolled.
    #[must_use]
    pub fn scroll(&self) -> usize {
        self.scroll
    }

    pub(in crate::explorer) fn moved(&mut self, motion: Motion, extent: Extent) {
        self.scroll = motion.along(self.scroll, extent.overflow, extent);
    }
}

impl Explorer {
    /// Asks about the reason under the cursor.
    pub(in crate::explorer) fn ask_about_this(&mut self) {
        match self.cursor.claim {
            Some(claim) => self.layer = Layer::Single(Single { claim, scroll: 0 }),
            None => self.notice = Some(Notice::problem("There is nothing here to ask about")),
        }
    }
}
