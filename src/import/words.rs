//! A text that was read from a document, which knows where each part of it was written.

use std::borrow::Cow;
use std::ops::Range;

use crate::order;
use crate::tree::{Node, Place, Text, Value};

/// A text and the places of its parts. Lines that were broken where it was written are lines here too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) text: String,
    /// From which place in the text on it was written from which place in the source on.
    spots: Vec<(usize, usize)>,
    /// What is bold or in italics, in order and apart, as are the other ranges.
    pub(super) strong: Vec<Range<usize>>,
    /// What is crossed out.
    pub(super) struck: Vec<Range<usize>>,
    /// What leads elsewhere.
    pub(super) links: Vec<Range<usize>>,
}

impl Words {
    /// A text as it was written at a place.
    pub(super) fn at(text: &str, place: usize) -> Self {
        let mut words = Self::default();
        words.push(text, place);
        words
    }

    /// Goes on with what was written at a place.
    pub(super) fn push(&mut self, text: &str, place: usize) {
        self.spots.push((self.text.len(), place));
        self.text.push_str(text);
    }

    /// Goes on with other words, after something that parts them.
    pub(super) fn append(&mut self, between: &str, other: &Self) {
        if other.text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(between);
        }
        let at = self.text.len();
        self.text.push_str(&other.text);
        self.spots.extend(other.spots.iter().map(|(inside, place)| (at + inside, *place)));
        let moved = |range: &Range<usize>| range.start + at..range.end + at;
        self.strong.extend(other.strong.iter().map(moved));
        self.struck.extend(other.struck.iter().map(moved));
        self.links.extend(other.links.iter().map(moved));
    }

    /// With other words right behind.
    pub(super) fn before(mut self, other: &Self) -> Self {
        self.append("", other);
        self
    }

    /// Puts all ranges in order, those within others into these.
    pub(super) fn in_order(mut self) -> Self {
        for ranges in [&mut self.strong, &mut self.struck, &mut self.links] {
            order::by_key(ranges, |range| (range.start, std::cmp::Reverse(range.end)));
            let mut end = 0;
            ranges.retain(|range| {
                let is_apart = range.start >= end && !range.is_empty();
                end = end.max(range.end);
                is_apart
            });
        }
        self
    }

    /// Whether there is nothing to read in it.
    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Where it was written.
    pub(super) fn start(&self) -> usize {
        self.spots.first().map_or(0, |(_, place)| *place)
    }

    /// The place of all of it, which may have other things between.
    pub(super) fn place(&self) -> Place {
        let last = self.spots.last().map_or(0, |(inside, place)| place + self.text.len() - inside);
        self.start()..last.max(self.start() + 1)
    }

    /// A part of it, without the blanks around.
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let part = &self.text[range.clone()];
        let start = range.start + part.len() - part.trim_start().len();
        let end = start + part.trim().len();
        let before = self.spots.partition_point(|(inside, _)| *inside <= start).saturating_sub(1);
        let spots = self.spots[before.min(self.spots.len())..].iter();
        let spots = spots.take_while(|(inside, _)| *inside < end.max(start + 1)).map(|(inside, place)| {
            let past = start.saturating_sub(*inside);
            (inside.saturating_sub(start), place + past)
        });
        let within = |ranges: &[Range<usize>]| {
            let first = ranges.partition_point(|range| range.end <= start);
            let within = ranges[first..].iter().take_while(|range| range.start < end);
            let within = within.map(|range| range.start.max(start)..range.end.min(end));
            within.map(|range| range.start - start..range.end - start).collect()
        };
        Self {
            text: self.text[start..end].to_owned(),
            spots: spots.collect(),
            strong: within(&self.strong),
            struck: within(&self.struck),
            links: within(&self.links),
        }
    }

    /// The same without the blanks around it.
    pub(super) fn trimmed(&self) -> Self {
        self.part(0..self.text.len())
    }

    /// What follows a place in it.
    pub(super) fn after(&self, at: usize) -> Self {
        self.part(at..self.text.len())
    }

    /// Its lines, without those that are empty.
    pub(super) fn lines(&self) -> Vec<Self> {
        let mut at = 0;
        let mut lines = Vec::new();
        for line in self.text.split('\n') {
            lines.push(self.part(at..at + line.len()));
            at += line.len() + 1;
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// The same on one line.
    pub(super) fn on_one_line(mut self) -> Self {
        self.text = self.text.replace('\n', " ");
        self
    }

    /// Whether some ranges are all of it but for punctuation.
    pub(super) fn is_all(&self, ranges: &[Range<usize>]) -> bool {
        let mut ranges = ranges.iter().peekable();
        let mut is_within = |at: usize| {
            while ranges.next_if(|range| range.end <= at).is_some() {}
            ranges.peek().is_some_and(|range| range.contains(&at))
        };
        let mut letters = self.text.char_indices().filter(|(_, c)| c.is_alphanumeric()).peekable();
        letters.peek().is_some() && letters.all(|(at, _)| is_within(at))
    }

    /// The same without what is crossed out.
    pub(super) fn without_struck(&self) -> Self {
        let mut left = Self::default();
        let mut at = 0;
        for range in &self.struck {
            left.append("", &self.part(at..range.start.max(at)));
            at = range.end.max(at);
        }
        if at == 0 {
            return self.clone();
        }
        left.append(" ", &self.after(at));
        left
    }

    /// The text as a value of a tree.
    pub(super) fn node<'t>(&self) -> Node<'t> {
        let text =
            Text { text: Cow::Owned(self.text.clone()), start: self.start(), escapes: self.spots.clone() };
        Node { place: self.place(), value: Value::Text(text) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_knows_where_it_was_written() {
        let mut words = Words::at("one ", 10);
        words.push("two\n three", 30);
        let part = words.part(2..14);
        assert_eq!((part.text.as_str(), part.start()), ("e two\n three", 12));
        let lines = words.lines();
        let found: Vec<(&str, usize)> = lines.iter().map(|line| (line.text.as_str(), line.start())).collect();
        assert_eq!(found, [("one two", 10), ("three", 35)]);
        assert_eq!(words.after(4).place(), 30..40);
        assert_eq!(Words::default().part(0..0), Words::default());
    }
}
