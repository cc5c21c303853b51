//! One claim on one line: mark, title, weight bar, weight.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text;
use super::theme::Theme;
use crate::profile::Stance;
use crate::weight::Weight;

/// Cells of a whole weight bar, and of one that takes half the room.
const BAR: usize = 10;
const SHORT_BAR: usize = 5;

/// The narrowest line that has room for a whole bar.
const ROOM_FOR_BAR: usize = 38;

/// Whether a line is the one that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// The keys work on it.
    Cursor,
    /// It is the other side of what the keys work on.
    Mirror,
    /// Neither.
    Plain,
}

/// One claim on one line.
pub(super) struct Row<'a> {
    pub(super) title: &'a str,
    pub(super) stance: &'a Stance,
    /// How much its reason matters.
    pub(super) weight: Option<Weight>,
    pub(super) look: Look,
    /// Whether what does not fit of the title follows below, if it has the cursor.
    pub(super) unfolded: bool,
    /// The weight at which the answer tips over.
    pub(super) tips_at: Option<u8>,
    pub(super) accent: Style,
    pub(super) theme: &'a Theme,
}

impl Row<'_> {
    /// Cells for the title in a line of `width` cells.
    pub(super) fn title_room(width: usize) -> usize {
        let (bar, margin) = Self::bar_room(width);
        width.saturating_sub(bar + 7 + margin.len())
    }

    fn bar_room(width: usize) -> (usize, &'static str) {
        if width >= ROOM_FOR_BAR { (BAR, " ") } else { (SHORT_BAR, "") }
    }

    /// The line, exactly `width` cells wide if that is at least 16.
    pub(super) fn line(&self, width: usize) -> Line<'static> {
        let (bar_width, margin) = Self::bar_room(width);
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
            Span::styled(self.fitted_title(Self::title_room(width)), title_style),
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

    /// The title, or its first line if the others follow below.
    fn fitted_title(&self, width: usize) -> String {
        if self.look == Look::Cursor && self.unfolded {
            let first = text::wrapped(self.title, width, usize::MAX).into_iter().next();
            return text::fitted(&first.unwrap_or_default(), width);
        }
        text::fitted(self.title, width)
    }

    /// The bar and the number beside it, or that there is none.
    fn weight(&self, bar_width: usize) -> Vec<Span<'static>> {
        if !self.stance.on {
            let off = format!("{:>width$}", "off", width = bar_width + 3);
            return vec![Span::styled(off, self.theme.quiet)];
        }
        let mut spans = self.bar(bar_width);
        spans.push(match self.weight {
            Some(weight) => Span::raw(format!(" {:>2}", weight.points())),
            None => Span::styled("  ?", self.theme.quiet),
        });
        spans
    }

    /// The bar in runs of equal cells, with a mark where the answer tips over.
    fn bar(&self, bar_width: usize) -> Vec<Span<'static>> {
        let tip = self.tips_at.map(|tips_at| {
            let cell = usize::from(tips_at) * bar_width / usize::from(Weight::MOST);
            cell.saturating_sub(usize::from(tips_at > 0)).min(bar_width - 1)
        });
        // In half cells, which are as many points: a short bar shows half a cell for an odd weight.
        let halves = self
            .weight
            .map(|weight| usize::from(weight.points()) * 2 * bar_width / usize::from(Weight::MOST));
        let mut spans: Vec<Span<'static>> = Vec::new();
        for cell in 0..bar_width {
            let (symbol, style) = match halves {
                _ if tip == Some(cell) => ("\u{25c6}", self.theme.strong),
                None => ("\u{b7}", self.theme.line),
                Some(halves) if cell < halves / 2 => ("\u{2501}", self.accent),
                Some(halves) if cell == halves / 2 && halves % 2 == 1 => ("\u{2578}", self.accent),
                Some(_) => ("\u{2500}", self.theme.line),
            };
            match spans.last_mut() {
                Some(last) if last.style == style => last.content.to_mut().push_str(symbol),
                _ => spans.push(Span::styled(symbol, style)),
            }
        }
        spans
    }
}
