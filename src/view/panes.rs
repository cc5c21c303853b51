//! The alternatives side by side, as many as fit, and their names.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::layout::{columns, visible_panes};
use super::pane::{FOCUSED, Pane, SHOWN};
use super::row::Bars;
use super::spots::{Canvas, Spot};
use super::text;
use super::theme::Theme;
use crate::comparison::{AlternativeId, Polarity};
use crate::explorer::{Explorer, Extent};

/// From this width of the screen on a long title unfolds under the cursor.
const UNFOLDS: u16 = 72;

/// So many spans name one alternative among all.
const TAB: usize = 3;

/// All panes that fit, and tabs above them if some don't.
pub(super) struct Panes<'a> {
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl Panes<'_> {
    /// Draws the panes and returns how much of the focused one fits.
    pub(super) fn draw(self, area: Rect, canvas: &mut Canvas<'_>) -> Extent {
        let comparison = self.explorer.comparison();
        let count = comparison.alternatives().len();
        let focus = self.explorer.cursor().alternative;
        let unfolds = area.width >= UNFOLDS;
        let visible = visible_panes(area.width, count, focus.0);
        let mut area = area;
        if visible.len() > 1 && visible.len() < count {
            let row = Rect { height: 1, ..area };
            let tabs = self.tabs(visible.clone(), area.width.into());
            point_at_tabs(&tabs, row, canvas);
            Line::from(tabs).render(row, canvas.buf);
            area = Rect { y: area.y + 1, height: area.height - 1, ..area };
        }
        let shown = || comparison.alternatives().skip(visible.start).take(visible.len());
        let longest = |side| {
            let lines = |pane| self.explorer.listing().side(comparison, pane, side).len();
            shown().map(|(pane, _)| lines(pane)).max().unwrap_or(0)
        };
        let titles = comparison.claims().map(|(_, claim)| claim.title.as_str());
        let columns_width = usize::from(area.width) / visible.len().max(1);
        let bars = Bars::beside(titles, columns_width.saturating_sub(2));
        let typed = |side| {
            usize::from(self.explorer.layer().adding().is_some_and(|adding| adding.polarity() == side))
        };
        let pros = longest(Polarity::Pro) + typed(Polarity::Pro);
        let cons = longest(Polarity::Con) + typed(Polarity::Con);
        let height = usize::from(area.height.saturating_sub(2));
        // Where there is room, each claim has a line of detail under it, if there is something to say.
        let details = comparison.has_details() && height >= 2 * (pros + cons) + 3;
        let rows_each = if details { 2 } else { 1 };
        let cons_at = match height.checked_sub(rows_each * (pros + cons)) {
            Some(3..) => Some(rows_each * pros + 2),
            Some(2) => Some(pros + 1),
            Some(_) | None => None,
        };
        let mut extent = Extent::default();
        for ((index, alternative), area) in shown().zip(columns(area, visible.len())) {
            let tabs =
                if visible.len() == 1 { self.tabs(visible.clone(), area.width.into()) } else { Vec::new() };
            let (explorer, theme) = (self.explorer, self.theme);
            let pane = Pane { explorer, theme, index, alternative, tabs, bars, cons_at, details, unfolds };
            let drawn = pane.draw(area, canvas);
            if index == focus {
                extent = drawn;
            }
        }
        extent
    }

    /// The names of all alternatives, the focused one and others on screen marked.
    fn tabs(&self, visible: std::ops::Range<usize>, width: usize) -> Vec<Span<'static>> {
        let mut spans = Vec::new();
        let alternatives = self.explorer.comparison().alternatives();
        let room = (width / alternatives.len()).saturating_sub(5).clamp(3, 20);
        for (i, alternative) in alternatives {
            let name = text::cut(&alternative.name, room);
            let mark = match (i == self.explorer.cursor().alternative, visible.contains(&i.0)) {
                (true, _) => FOCUSED,
                (false, true) => SHOWN,
                (false, false) => "",
            };
            let style = if mark.is_empty() { self.theme.plain } else { self.theme.strong };
            spans.push(Span::raw(if i.0 == 0 { " " } else { "  " }));
            spans.push(Span::styled(mark, self.theme.accent(i)));
            spans.push(Span::styled(name, style));
        }
        spans.push(Span::raw("  "));
        spans
    }
}

/// Says where each of the names of all alternatives can be pointed at, which stand in a row.
pub(super) fn point_at_tabs(tabs: &[Span<'_>], row: Rect, canvas: &mut Canvas<'_>) {
    let mut left = row;
    for (place, tab) in tabs.chunks_exact(TAB).enumerate() {
        let width = tab.iter().map(Span::width).sum::<usize>();
        let width = u16::try_from(width).unwrap_or(u16::MAX).min(left.width);
        canvas.spots.add(Rect { width, ..left }, Spot::Pane(AlternativeId(place)));
        left = Rect { x: left.x + width, width: left.width - width, ..left };
    }
}
