//! What stands under one heading of a document.

use super::headings::Topic;
use crate::import::words::Words;

/// What stands under one heading, or what serves as one.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) name: Words,
    pub(super) topic: Topic,
    /// Which section it stands in.
    pub(super) parent: Option<usize>,
    /// Small for chapters, large for what is nested deep.
    pub(super) level: usize,
    /// What is said of it without taking a side.
    pub(super) summary: Vec<Words>,
    pub(super) pros: Vec<Said>,
    pub(super) cons: Vec<Said>,
    pub(super) neutral: Vec<Said>,
    /// Whether it is listed as something to choose from.
    pub(super) is_listed: bool,
    /// Lines of which it is not said on which side they are.
    pub(super) no_side: Vec<Words>,
    /// Whether a list was read under it.
    pub(super) has_list: bool,
    /// Whether it is a line in bold that serves as a heading.
    pub(super) is_strong: bool,
    /// What it is called elsewhere.
    pub(super) aliases: Vec<Words>,
}

/// One reason, with what is said below it.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) words: Words,
    pub(super) detail: Words,
}

impl Section {
    pub(super) fn new(name: Words, topic: Topic, parent: Option<usize>, level: usize) -> Self {
        Self {
            name,
            topic,
            parent,
            level,
            summary: Vec::new(),
            pros: Vec::new(),
            cons: Vec::new(),
            neutral: Vec::new(),
            is_listed: false,
            no_side: Vec::new(),
            has_list: false,
            is_strong: false,
            aliases: Vec::new(),
        }
    }

    /// Has nothing for and against it any more.
    pub(super) fn forget(&mut self) {
        (self.pros, self.cons, self.neutral) = (Vec::new(), Vec::new(), Vec::new());
    }

    /// Whether anything speaks for or against it.
    pub(super) fn is_argued(&self) -> bool {
        !self.pros.is_empty() || !self.cons.is_empty()
    }

    /// Whether any reason is told of it, on whichever side.
    pub(super) fn has_reasons(&self) -> bool {
        self.is_argued() || !self.neutral.is_empty()
    }

    /// Whether another section stands beside it, in the same place.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        self.parent == other.parent && matches!((&self.topic, &other.topic), (Topic::Other, Topic::Other))
    }

    /// Whether it stands under a heading or what serves as one, not in a list.
    pub(super) fn is_heading(&self) -> bool {
        self.level < usize::MAX
    }

    /// Whether it stands between sections with reasons, or beside them under a heading of their own.
    pub(super) fn is_among(&self, found: &[Self]) -> bool {
        let beside = || found.iter().filter(|section| section.is_beside(self));
        let is_between = beside().any(|section| section.name.start() < self.name.start())
            && beside().any(|section| section.name.start() > self.name.start());
        self.topic == Topic::Other && self.level <= 6 && beside().count() > 1 && is_between
    }

    /// Takes note of what it is called in a list, and what is said of it there.
    pub(super) fn is_called(&mut self, listed: &Self) {
        self.aliases.push(listed.name.clone());
        self.summary.splice(0..0, listed.summary.clone()).for_each(drop);
    }
}
