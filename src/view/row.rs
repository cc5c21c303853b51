//! One claim on one line: mark, title, weight bar, weight.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text;
use super::theme::Theme;
use crate::comparison::Claim;
use crate::profile::Stance;
use crate::weight::Weight;

/// Cells of a whole weight bar, and of one that takes half the room.
const BAR: usize = 10;
const SHORT_BAR: usize = 5;

/// The narrowest line that has room for a whole bar.
pub(super) const ROOM_FOR_BAR: usize = 42;

/// Whether a line is the one that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// The keys work on it.
    Cursor,
    /// It mirrors the claim that the keys work on.
    Mirror,
    /// Neither.
    Plain,
}

/// One claim on one line.
pub(super) struct Row<'a> {
    pub(super) claim: &'a Claim,
    pub(super) stance: &'a Stance,
    pub(super) look: Look,
    /// The weight at which the answer tips over.
    pub(super) tips_at: Option<u8>,
    pub(super) accent: Style,
    pub(super) theme: &'a Theme,
}

impl Row<'_> {
    /// The line, exactly `width` cells wide if that is at least 16.
    pub(super) fn line(&self, width: usize) -> Line<'static> {
        let (bar_width, margin) = if width >= ROOM_FOR_BAR { (BAR, " ") } else { (SHORT_BAR, "") };
        let title_width = width.saturating_sub(bar_width + 7 + margin.len());
        let edge = match self.look {
            Look::Cursor => "\u{258c}",
            Look::Mirror => "=",
            Look::Plain => " ",
        };
        let mark = match (self.stance.on, self.stance.essential) {
            (false, _) => Span::styled("\u{25cb}", self.theme.quiet),
            (true, false) => Span::styled("\u{25cf}", self.accent),
            (true, true) => Span::styled("!", self.theme.alarm),
        };
        let title_style = if self.stance.on { Style::new() } else { self.theme.quiet };
        let mut spans = vec![
            Span::styled(edge, self.accent),
            mark,
            Span::raw(" "),
            Span::styled(self.title(title_width), title_style),
            Span::raw(" "),
        ];
        spans.extend(self.weight(bar_width));
        spans.push(Span::raw(margin));
        if self.look == Look::Cursor {
            // The bar keeps its colors: reversed, full and empty would change places.
            spans[1..=3].iter_mut().for_each(|span| span.style = self.theme.cursor);
        }
        Line::from(spans)
    }

    /// The title; under the cursor with the weight that tips the answer, marked on the bar of every such claim.
    fn title(&self, width: usize) -> String {
        match self.tips_at {
            Some(tips_at) if self.look == Look::Cursor => {
                let tip = format!(" tips at {tips_at}");
                let room = width.saturating_sub(text::width(&tip));
                text::fitted(&self.claim.title, room) + &text::fitted(&tip, width - room)
            }
            _ => text::fitted(&self.claim.title, width),
        }
    }

    /// The bar and the number beside it, or that there is none.
    fn weight(&self, bar_width: usize) -> Vec<Span<'static>> {
        if !self.stance.on {
            let off = format!("{:>width$}", "off", width = bar_width + 3);
            return vec![Span::styled(off, self.theme.quiet)];
        }
        let mut cells = self.bar(bar_width);
        if let Some(tips_at) = self.tips_at {
            let last = bar_width - 1;
            let cell = usize::from(tips_at) * bar_width / usize::from(Weight::MOST);
            cells[cell.saturating_sub(usize::from(tips_at > 0)).min(last)] =
                Span::styled("\u{25c6}", self.theme.strong);
        }
        cells.push(match self.stance.weight {
            Some(weight) => Span::raw(format!(" {:>2}", weight.points())),
            None => Span::styled("  ?", self.theme.quiet),
        });
        cells
    }

    /// The cells of the bar.
    fn bar(&self, bar_width: usize) -> Vec<Span<'static>> {
        let Some(weight) = self.stance.weight else {
            return vec![Span::styled("\u{b7}", self.theme.line); bar_width];
        };
        // In half cells, which are as many points: a short bar shows half a cell for an odd weight.
        let halves = usize::from(weight.points()) * 2 * bar_width / usize::from(Weight::MOST);
        let (full, half) = (halves / 2, halves % 2);
        let mut cells = vec![Span::styled("\u{2501}", self.accent); full];
        cells.resize(full + half, Span::styled("\u{2578}", self.accent));
        cells.resize(bar_width, Span::styled("\u{2500}", self.theme.line));
        cells
    }
}
