//! How much one reason matters is asked.

use crate::comparison::ClaimId;
use crate::explorer::{Conversation, Ending, Explorer, Extent, Layer, Motion};
use crate::weight::Weight;

/// A question about one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    conversation: Conversation,
    reason: ClaimId,
    /// Lines scrolled.
    scroll: usize,
}

impl Question {
    pub(in crate::explorer) fn new(conversation: Conversation, reason: ClaimId) -> Self {
        Self { conversation, reason, scroll: 0 }
    }

    /// What was said so far.
    #[must_use]
    pub fn conversation(&self) -> &Conversation {
        &self.conversation
    }

    /// The reason that it is about, by its first face that is on.
    #[must_use]
    pub fn reason(&self) -> ClaimId {
        self.reason
    }

    /// Which question this is, from 1.
    #[must_use]
    pub fn number(&self) -> usize {
        self.conversation.asked().len() + 1
    }

    /// Lines scrolled.
    #[must_use]
    pub fn scroll(&self) -> usize {
        self.scroll
    }

    pub(in crate::explorer) fn moved(&mut self, motion: Motion, extent: Extent) {
        self.scroll = motion.along(self.scroll, extent.overflow, extent);
    }

    /// Takes a weight as the answer, or goes on without one.
    pub(in crate::explorer) fn answer(mut self, explorer: &mut Explorer, answer: Option<Weight>) {
        self.conversation.say(self.reason, answer);
        explorer.go_on(self.conversation);
    }

    pub(in crate::explorer) fn step_back(self, explorer: &mut Explorer) {
        explorer.step_back(self.conversation);
    }

    /// Ends the conversation; stepping back leads here again.
    pub(in crate::explorer) fn enough(mut self, explorer: &mut Explorer) {
        self.conversation.say(self.reason, None);
        explorer.layer = Layer::Ending(Ending::new(self.conversation));
    }
}
