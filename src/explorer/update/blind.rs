//! Weighing blind: the answer is hidden, and shown again.

use crate::explorer::{Command, Explorer, Layer, Notice};

impl Explorer {
    /// Whether the answer is hidden from the person.
    #[must_use]
    pub fn is_blind(&self) -> bool {
        self.open.is_blind()
    }

    /// Hides the answer until all is weighed, and so of profiles that are begun after this one.
    pub fn weigh_blind(&mut self) {
        let is_hidden = self.open.hide(&self.document.comparison);
        self.begins_blind |= is_hidden;
        self.notice = Some(match (is_hidden, self.assessment().reasons) {
            (true, _) => {
                Notice::done("The answer is hidden until all is weighed").with(Command::Blind, "shows it")
            }
            (false, 0) => Notice::done("There is nothing to weigh yet").with(Command::Add, "adds a line"),
            (false, _) => Notice::done("All is weighed already, so nothing is left to weigh blind"),
        });
    }

    /// Hides the answer, or shows it.
    pub(super) fn switch_blind(&mut self) {
        if !self.is_blind() {
            return self.weigh_blind();
        }
        self.begins_blind = false;
        self.open.reveal(&self.document.comparison);
        self.notice = Some(Notice::done("The answer is no longer hidden"));
        let layer = self.take_layer();
        self.resume(layer);
    }

    /// Goes back to where a conversation was, or on from there: what turns out to be ruled out is not asked about, and with
    /// the answer in view it is too late for what comes before any reasons.
    pub(in crate::explorer) fn resume(&mut self, layer: Layer) {
        match layer {
            Layer::Question(question) if !self.is_asked(question.conversation(), question.reason()) => {
                self.go_on(question.conversation().clone());
            }
            Layer::Choice(choice) if !self.open.is_unseen() => choice.skip_gut(self),
            layer => self.layer = layer,
        }
    }

    /// Shows the answer as soon as all is weighed.
    pub(super) fn reveal_when_weighed(&mut self) {
        if self.open.reveal_when_weighed(&self.document.comparison) {
            self.notice = Some(Notice::done("All is weighed: this is what follows"));
        }
    }

    /// Says that the answer is hidden, if it is.
    pub(in crate::explorer) fn says_it_is_hidden(&mut self) -> bool {
        if self.is_blind() {
            let notice = Notice::done("The answer is hidden while you weigh blind");
            self.notice = Some(notice.with(Command::Blind, "shows it"));
        }
        self.is_blind()
    }
}
