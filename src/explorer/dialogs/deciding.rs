//! What was decided is written down: which one it is, among all and, if one was chosen before, none.

use super::explaining::Explaining;
use crate::comparison::AlternativeId;
use crate::explorer::{Command, Explorer, Extent, Layer, Motion, Notice};
use crate::profile::Decided;

/// The alternatives, one of which was decided on.
#[derive(Clone, Debug)]
pub struct Deciding {
    lines: Vec<DecidingLine>,
    /// The place of the chosen line.
    at: usize,
    /// The end of the conversation or the insight view, to which backing out leads.
    pub(in crate::explorer) over: Box<Layer>,
}

/// What a line of the list stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecidingLine {
    /// This one was decided on.
    On(AlternativeId),
    /// Nothing is decided after all.
    NotAfterAll,
}

impl Deciding {
    /// All lines: the alternatives in their order, and last that nothing is decided, if something was.
    #[must_use]
    pub fn lines(&self) -> &[DecidingLine] {
        &self.lines
    }

    /// The place of the chosen line.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    pub(in crate::explorer) fn moved(&mut self, motion: Motion, extent: Extent) {
        self.at = motion.along(self.at, self.lines.len().saturating_sub(1), extent);
    }

    /// Goes on to the reason, or takes the decision back.
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) {
        match self.lines.get(self.at) {
            Some(DecidingLine::On(chosen)) => {
                let entry = explorer.why_entry(*chosen);
                explorer.layer = Layer::Explaining(Explaining::new(*chosen, entry, self));
            }
            Some(DecidingLine::NotAfterAll) | None => {
                explorer.write_down(None, self);
                let notice = Notice::done("Nothing is decided any more");
                explorer.notice = Some(notice.with(Command::Undo, "takes that back"));
            }
        }
    }
}

impl Explorer {
    /// Asks which one was decided on, beginning with the one that was or with the one that is ahead.
    pub(in crate::explorer) fn decide(&mut self) {
        if self.says_it_is_hidden() {
            return;
        }
        if self.story().is_unweighed() {
            self.notice = Some(Notice::problem("Nothing is weighed yet, so there is no answer to decide on"));
            return;
        }
        let decided = self.profile().decided.as_deref();
        let all = self.comparison().alternatives().map(|(one, _)| DecidingLine::On(one));
        let lines: Vec<DecidingLine> = all.chain(decided.map(|_| DecidingLine::NotAfterAll)).collect();
        let before = decided.and_then(|decided| decided.alternative(self.comparison()));
        let first = before.or(self.assessment().favorite()).map(DecidingLine::On);
        let at = lines.iter().position(|line| Some(*line) == first).unwrap_or(0);
        let over = Box::new(self.take_layer());
        self.layer = Layer::Deciding(Deciding { lines, at, over });
    }

    /// Makes one step that can be undone of a decision or of none. What was said in a conversation is kept before.
    pub(in crate::explorer) fn write_down(&mut self, decided: Option<Decided>, deciding: Deciding) {
        self.open.end_conversation();
        if let insight @ Layer::Insight(_) = *deciding.over {
            self.layer = insight;
        }
        self.edit(|profile, _| profile.decided = decided.map(Box::new));
    }
}
