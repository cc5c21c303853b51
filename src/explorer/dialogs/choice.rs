//! A turn of the conversation: one of a few ways to go on.

use crate::comparison::AlternativeId;
use crate::explorer::{Conversation, Ending, Explorer, Extent, Gut, Layer, Motion, Rest};

/// One of a few ways to go on.
#[derive(Clone, Debug)]
pub struct Choice {
    turn: Turn,
    /// The chosen way, from 0.
    at: usize,
    /// The last way.
    last: usize,
}

/// What is to be chosen.
#[derive(Clone, Debug)]
pub enum Turn {
    /// Which alternative the person feels like, or none: the last way.
    Gut(Conversation),
    /// Whether what was not picked is still open, or matters little.
    Rest(Conversation),
    /// Whether to stop, since there is hardly any doubt left, or to go on.
    Enough(Conversation),
    /// Whether to keep what was said, or to drop it; none of both leads back to where it was left.
    Leaving(Box<Layer>),
}

impl Choice {
    /// Of so many alternatives; what was said of it before is chosen, else nothing.
    pub(in crate::explorer) fn gut(conversation: Conversation, alternatives: usize) -> Self {
        let at = match conversation.gut() {
            Gut::For(AlternativeId(place)) => place,
            Gut::NotAsked | Gut::Skipped => alternatives,
        };
        Self { turn: Turn::Gut(conversation), at, last: alternatives }
    }

    pub(in crate::explorer) fn rest(conversation: Conversation) -> Self {
        Self { turn: Turn::Rest(conversation), at: 0, last: 1 }
    }

    pub(in crate::explorer) fn enough(conversation: Conversation) -> Self {
        Self { turn: Turn::Enough(conversation), at: 0, last: 1 }
    }

    pub(in crate::explorer) fn leaving(from: Layer) -> Self {
        Self { turn: Turn::Leaving(Box::new(from)), at: 0, last: 1 }
    }

    /// What is to be chosen.
    #[must_use]
    pub fn turn(&self) -> &Turn {
        &self.turn
    }

    /// The chosen way, from 0.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    pub(in crate::explorer) fn moved(&mut self, motion: Motion, extent: Extent) {
        self.at = motion.along(self.at, self.last, extent);
    }

    /// Goes the chosen way.
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) {
        match (self.turn, self.at == 0) {
            (Turn::Gut(mut conversation), _) => {
                let is_skipped = self.at == self.last;
                conversation.feel(if is_skipped { Gut::Skipped } else { Gut::For(AlternativeId(self.at)) });
                explorer.ask_what_matters_most(conversation);
            }
            (Turn::Rest(mut conversation), is_open) => {
                conversation.say_of_rest(if is_open { Rest::Open } else { Rest::MattersLittle });
                explorer.go_on(conversation);
            }
            (Turn::Enough(mut conversation), stop) => {
                conversation.was_offered_to_stop();
                if stop {
                    explorer.layer = Layer::Ending(Ending::new(conversation));
                } else {
                    explorer.go_on(conversation);
                }
            }
            (Turn::Leaving(_), true) => explorer.keep_what_was_said(),
            (Turn::Leaving(_), false) => explorer.drop_what_was_said(),
        }
    }

    /// Goes on without what the person feels like, if that is what is asked.
    pub(in crate::explorer) fn skip_gut(self, explorer: &mut Explorer) {
        match self.turn {
            Turn::Gut(conversation) => explorer.ask_what_matters_most(conversation),
            Turn::Rest(_) | Turn::Enough(_) | Turn::Leaving(_) => explorer.layer = Layer::Choice(self),
        }
    }

    pub(in crate::explorer) fn step_back(self, explorer: &mut Explorer) {
        match self.turn {
            Turn::Gut(_) => {
                explorer.say_it_begins_here();
                explorer.layer = Layer::Choice(self);
            }
            Turn::Rest(conversation) | Turn::Enough(conversation) => explorer.step_back(conversation),
            Turn::Leaving(from) => explorer.resume(*from),
        }
    }

    /// Leaves the conversation, or stays in it after all.
    pub(in crate::explorer) fn back(self, explorer: &mut Explorer) {
        match self.turn {
            Turn::Gut(_) | Turn::Rest(_) | Turn::Enough(_) => {
                explorer.leave_conversation(Layer::Choice(self));
            }
            Turn::Leaving(from) => explorer.resume(*from),
        }
    }
}
