//! What matters most is picked, then next, and so on; weights follow from the order.

use crate::comparison::ClaimId;
use crate::explorer::{Conversation, Explorer, Extent, Gut, Layer, Motion};

/// The reasons in order of how much they matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    conversation: Conversation,
    /// All reasons that are on.
    reasons: Vec<ClaimId>,
    /// The chosen line among those that are left.
    at: usize,
}

impl Ranking {
    pub(in crate::explorer) fn new(conversation: Conversation, reasons: Vec<ClaimId>) -> Self {
        Self { conversation, reasons, at: 0 }
    }

    /// What was said so far.
    #[must_use]
    pub fn conversation(&self) -> &Conversation {
        &self.conversation
    }

    /// The reasons that are not picked yet.
    #[must_use]
    pub fn left(&self) -> Vec<ClaimId> {
        let picked = self.conversation.picked();
        self.reasons.iter().copied().filter(|reason| !picked.contains(reason)).collect()
    }

    /// The chosen line among those that are left.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    pub(in crate::explorer) fn moved(&mut self, motion: Motion, extent: Extent) {
        let last = (self.reasons.len() - self.conversation.picked().len()).saturating_sub(1);
        self.at = motion.along(self.at, last, extent);
    }

    /// Takes the chosen reason as the next in order; after the last one it goes on by itself.
    pub(in crate::explorer) fn accept(mut self, explorer: &mut Explorer) {
        let left = self.left();
        if let Some(reason) = left.get(self.at) {
            self.conversation.pick(*reason);
        }
        if left.len() <= 1 {
            return explorer.go_on(self.conversation);
        }
        explorer.hear(&self.conversation);
        self.at = self.at.min(left.len() - 2);
        explorer.layer = Layer::Ranking(self);
    }

    /// Puts the reason picked last back.
    pub(in crate::explorer) fn step_back(mut self, explorer: &mut Explorer) {
        match self.conversation.unpick() {
            None if self.conversation.gut() != Gut::NotAsked && explorer.open.is_unseen() => {
                return explorer.ask_gut(self.conversation);
            }
            None => explorer.say_it_begins_here(),
            Some(back) => {
                explorer.hear(&self.conversation);
                self.at = self.left().iter().position(|left| *left == back).unwrap_or(0);
            }
        }
        explorer.layer = Layer::Ranking(self);
    }

    /// Picks no more.
    pub(in crate::explorer) fn enough(self, explorer: &mut Explorer) {
        explorer.go_on(self.conversation);
    }
}
