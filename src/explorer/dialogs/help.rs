//! All keys and signs.

use crate::explorer::{Explorer, Extent, Layer, Motion};
use crate::search::Search;

/// All keys and signs, those keys first that work where it was opened.
#[derive(Clone, Debug)]
pub struct Help {
    pub(in crate::explorer) over: Box<Layer>,
    scroll: usize,
    /// What is looked for: only entries that have it are shown.
    search: Search,
}

impl Help {
    /// The layer that it was opened from.
    #[must_use]
    pub fn over(&self) -> &Layer {
        &self.over
    }

    /// Lines scrolled.
    #[must_use]
    pub fn scroll(&self) -> usize {
        self.scroll
    }

    /// What is looked for: only entries that have it are shown.
    #[must_use]
    pub fn search(&self) -> &Search {
        &self.search
    }

    /// Shows only what has every word, from its beginning.
    pub(in crate::explorer) fn look_for(&mut self, search: Search) {
        (self.search, self.scroll) = (search, 0);
    }

    pub(in crate::explorer) fn moved(&mut self, motion: Motion, extent: Extent) {
        self.scroll = motion.along(self.scroll, extent.overflow, extent);
    }
}

impl Explorer {
    pub(in crate::explorer) fn show_help(&mut self) {
        let over = Box::new(self.take_layer());
        self.layer = Layer::Help(Help { over, scroll: 0, search: Search::default() });
    }
}
