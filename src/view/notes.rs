//! Why the answer is what it is, what would change it, and what to think about next.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::layout::columns;
use super::text;
use super::theme::Theme;
use crate::comparison::ClaimId;
use crate::order;
use crate::story::{Fact, Story, sentence};

/// From this width and height on the three stand side by side under headings.
const THREE_COLUMNS: (u16, u16) = (110, 6);

/// So many reasons that are open are named.
const MOST_OPEN: usize = 12;

pub(super) struct Notes<'a> {
    pub(super) story: Story<'a>,
    /// The reasons that are open, while what follows is hidden.
    pub(super) open: Option<Vec<ClaimId>>,
    pub(super) theme: &'a Theme,
}

impl Widget for Notes<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        if area.height == 0 {
            return;
        }
        let story = &self.story;
        if let Some(open) = self.open.as_ref().filter(|open| !open.is_empty()) {
            let open = sentence(&format!("Still open: {}", story.names(open, MOST_OPEN)));
            let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
            let lines = text::wrapped(&open, inner.width.into(), inner.height.into());
            for (line, row) in lines.into_iter().zip(inner.rows()) {
                text::put(&Line::raw(line), row, buf);
            }
            return;
        }
        let (why, change, next) = (story.why(), story.change(), Vec::from_iter(story.think_next()));
        if (area.width, area.height) >= THREE_COLUMNS && area.height >= THREE_COLUMNS.1 {
            let parts = [("Why", why), ("What would change it", change), ("Worth a thought", next)];
            for ((heading, facts), column) in parts.into_iter().zip(columns(area, 3)) {
                self.column(heading, &facts, column, buf);
            }
            return;
        }
        // The most useful sentences are told: the first of each part, then the rest. On two rows the last part comes
        // before all, which is what to think about. They stand in the order of the columns.
        let parts = [why, change, next];
        let is_low = area.height < 3;
        let ahead = parts.iter().rposition(|facts| is_low && !facts.is_empty());
        let mut useful: Vec<(bool, usize, &Fact)> = Vec::new();
        for (part, facts) in parts.iter().enumerate() {
            useful.extend(facts.iter().enumerate().map(|(place, fact)| (place > 0, part, fact)));
        }
        order::by_key(&mut useful, |(later, part, _)| (*later, !later && ahead != Some(*part), *part));
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let facts: Vec<&Fact> = useful.iter().map(|(.., fact)| *fact).collect();
        let mut told = self.sentences(&facts, inner);
        if !is_low {
            order::by_key(&mut told, |(at, _)| useful[*at].1);
        }
        for ((_, line), row) in told.into_iter().zip(inner.rows()) {
            text::put(&line, row, buf);
        }
    }
}

impl Notes<'_> {
    fn column(&self, heading: &str, facts: &[Fact], column: Rect, buf: &mut Buffer) {
        if facts.is_empty() {
            return;
        }
        let inner = Rect { x: column.x + 1, width: column.width.saturating_sub(3), ..column };
        Line::from(Span::styled(heading.to_owned(), self.theme.strong)).render(inner, buf);
        let below = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
        let facts: Vec<&Fact> = facts.iter().collect();
        for ((_, line), row) in self.sentences(&facts, below).into_iter().zip(below.rows()) {
            text::put(&line, row, buf);
        }
    }

    /// The lines of as many of the sentences as fit, each whole, with the place of its fact.
    fn sentences(&self, facts: &[&Fact], area: Rect) -> Vec<(usize, Line<'static>)> {
        let (width, most) = (usize::from(area.width), usize::from(area.height));
        let mut lines: Vec<(usize, Line<'static>)> = Vec::new();
        for (at, fact) in facts.iter().enumerate() {
            let wrapped = text::wrapped(&fact.sentence(&self.story), width, most);
            // A shorter one may still fit.
            if lines.len() + wrapped.len() <= most {
                lines.extend(wrapped.into_iter().map(|line| (at, Line::raw(line))));
            }
        }
        lines
    }
}
