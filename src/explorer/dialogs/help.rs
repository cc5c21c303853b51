//! The list of all keys.

use crate::explorer::{Extent, Motion};

/// The list of all keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Help {
    scroll: usize,
}

impl Help {
    /// Lines scrolled.
    #[must_use]
    pub fn scroll(&self) -> usize {
        self.scroll
    }

    pub(in crate::explorer) fn moved(&mut self, motion: Motion, extent: Extent) {
        self.scroll = motion.along(self.scroll, extent.overflow, extent);
    }
}
