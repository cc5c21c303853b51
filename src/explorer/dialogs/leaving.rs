//! Something is unsaved: asks whether to save it before going on.

use crate::explorer::{Effect, Explorer, Layer, Next};

/// Something is unsaved: asks whether to save it before going on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaving {
    next: Next,
}

impl Leaving {
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) -> Option<Effect> {
        explorer.save(Some(self.next))
    }

    pub(in crate::explorer) fn discard(self, explorer: &mut Explorer) -> Option<Effect> {
        explorer.go(self.next)
    }
}

impl Explorer {
    /// Goes on to `next`, asking first if something is unsaved.
    pub(in crate::explorer) fn leave(&mut self, next: Next) -> Option<Effect> {
        self.set_typed_aside();
        self.open.end_trial();
        self.open.end_conversation();
        if self.unsaved() {
            self.layer = Layer::Leaving(Leaving { next });
            return None;
        }
        self.go(next)
    }

    /// Goes on to `next` without asking.
    pub(in crate::explorer) fn go(&mut self, next: Next) -> Option<Effect> {
        self.layer = Layer::Panes;
        match next {
            Next::Quit => Some(Effect::Quit),
            Next::Open(name) => Some(Effect::Open(name)),
            Next::Preset(preset) => {
                self.open_preset(preset);
                None
            }
            Next::New => {
                self.open_new();
                None
            }
        }
    }
}
