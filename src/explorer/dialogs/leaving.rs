//! Something is unsaved: asks whether to save it before going on.

use crate::explorer::{Effect, Explorer, Layer, Next};

/// Something is unsaved: asks whether to save it before going on.
#[derive(Clone, Debug)]
pub struct Leaving {
    next: Next,
    /// Where it was asked, and where to stay.
    pub(in crate::explorer) over: Box<Layer>,
}

impl Leaving {
    /// Saves first; the question stays until that is done.
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) -> Option<Effect> {
        let next = self.next.clone();
        explorer.set_typed_aside(&self.over);
        explorer.layer = Layer::Leaving(self);
        explorer.save(Some(next))
    }

    pub(in crate::explorer) fn discard(self, explorer: &mut Explorer) -> Option<Effect> {
        explorer.set_typed_aside(&self.over);
        explorer.go(self.next)
    }
}

impl Explorer {
    /// Goes on to `next`, asking first if something is unsaved.
    pub(in crate::explorer) fn leave(&mut self, next: Next) -> Option<Effect> {
        if !self.unsaved() {
            return self.go(next);
        }
        let mut over = self.take_layer();
        // Who was asked already and goes on from there is not asked on top of that.
        if over.all().any(|layer| matches!(layer, Layer::Leaving(_))) {
            self.set_typed_aside(&over);
            while !matches!(over, Layer::Leaving(_)) {
                over = over.into_over();
            }
            over = over.into_over();
        }
        self.layer = Layer::Leaving(Leaving { next, over: Box::new(over) });
        None
    }

    /// What would be lost by leaving.
    #[must_use]
    pub fn what_is_unsaved(&self) -> String {
        match (self.document.unsaved(), self.open.unsaved(), &self.open.profile().name) {
            (true, true, _) => "What you wrote and what you weighed is not saved.".to_owned(),
            (true, false, _) => "What you wrote is not saved.".to_owned(),
            (false, _, Some(name)) if self.open.is_sent() => {
                format!("{name} was sent to you and is not among your profiles.")
            }
            (false, _, Some(name)) => format!("What you changed in {name} is not saved."),
            (false, _, None) => "What you weighed is not saved.".to_owned(),
        }
    }

    /// Goes on to `next` without asking.
    pub(in crate::explorer) fn go(&mut self, next: Next) -> Option<Effect> {
        self.back_to_panes();
        match next {
            Next::Quit => Some(Effect::Quit),
            Next::Open(name) => Some(Effect::Open(name)),
            Next::Sent(profile) => {
                self.open_sent(*profile);
                None
            }
            Next::Preset(preset) => {
                self.open_preset(preset);
                None
            }
            Next::New => {
                self.open_new();
                None
            }
            Next::Explore(source) => Some(Effect::Explore(source)),
            Next::Begin => {
                self.begin(None);
                None
            }
        }
    }
}
