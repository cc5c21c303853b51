//! The end of the conversation: what was said, what follows and what is open.

use crate::explorer::{Conversation, Explorer, Extent, Motion};

/// The end of the conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    conversation: Conversation,
    /// Lines scrolled.
    scroll: usize,
}

impl Ending {
    pub(in crate::explorer) fn new(conversation: Conversation) -> Self {
        Self { conversation, scroll: 0 }
    }

    /// What was said.
    #[must_use]
    pub fn conversation(&self) -> &Conversation {
        &self.conversation
    }

    /// Lines scrolled.
    #[must_use]
    pub fn scroll(&self) -> usize {
        self.scroll
    }

    pub(in crate::explorer) fn moved(&mut self, motion: Motion, extent: Extent) {
        self.scroll = motion.along(self.scroll, extent.overflow, extent);
    }

    pub(in crate::explorer) fn step_back(self, explorer: &mut Explorer) {
        explorer.step_back(self.conversation);
    }
}
