//! The alternatives side by side, each with its pros and cons.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Widget};

use super::layout::{columns, visible_panes};
use super::row::{Look, ROOM_FOR_BAR, Row};
use super::scroll::{Hold, scrolled};
use super::text;
use super::theme::Theme;
use crate::comparison::{Alternative, AlternativeId, ClaimId, Polarity};
use crate::explorer::{Explorer, Extent};
use crate::story;

/// All panes that fit, and tabs above them if some don't.
pub(super) struct Panes<'a> {
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl Panes<'_> {
    /// Draws the panes and returns how much of the focused one fits.
    pub(super) fn draw(self, area: Rect, buf: &mut Buffer) -> Extent {
        let comparison = self.explorer.comparison();
        let count = comparison.alternatives().len();
        let focus = self.explorer.cursor().alternative;
        let visible = visible_panes(area.width, count, focus.0);
        let mut area = area;
        if visible.len() > 1 && visible.len() < count {
            Line::from(self.tabs(visible.clone())).render(Rect { height: 1, ..area }, buf);
            area = Rect { y: area.y + 1, height: area.height - 1, ..area };
        }
        let longest = |claims: fn(&Alternative) -> usize| {
            let visible = comparison.alternatives().skip(visible.start).take(visible.len());
            visible.map(|(_, shown)| claims(shown)).max().unwrap_or(0)
        };
        let (pros, cons) = (longest(|shown| shown.pros().len()), longest(|shown| shown.cons().len()));
        let height = usize::from(area.height.saturating_sub(2));
        let cons_at = match height.checked_sub(pros + cons) {
            Some(3..) => Some(pros + 2),
            Some(2) => Some(pros + 1),
            Some(_) | None => None,
        };
        let mut extent = Extent::default();
        let shown = comparison.alternatives().skip(visible.start);
        for ((i, alternative), area) in shown.zip(columns(area, visible.len())) {
            let tabs = if visible.len() == 1 { self.tabs(visible.clone()) } else { Vec::new() };
            let (explorer, theme) = (self.explorer, self.theme);
            let drawn = Pane { explorer, theme, index: i, alternative, tabs, cons_at }.draw(area, buf);
            if i == focus {
                extent = drawn;
            }
        }
        extent
    }

    /// The names of all alternatives, those on screen marked.
    fn tabs(&self, visible: std::ops::Range<usize>) -> Vec<Span<'static>> {
        let mut spans = vec![Span::raw(" ")];
        for (i, alternative) in self.explorer.comparison().alternatives() {
            let name = text::cut(&alternative.name, 20);
            if visible.contains(&i.0) {
                spans.push(Span::styled("\u{25b6} ", self.theme.accent(i)));
                spans.push(Span::styled(name, self.theme.strong));
            } else {
                spans.push(Span::styled(name, self.theme.plain));
            }
            spans.push(Span::raw("  "));
        }
        spans
    }
}

struct Pane<'a> {
    explorer: &'a Explorer,
    theme: &'a Theme,
    index: AlternativeId,
    alternative: &'a Alternative,
    /// The names of all alternatives, if only this one is on screen.
    tabs: Vec<Span<'static>>,
    /// The line on which the cons of all panes begin, if there is room to align them.
    cons_at: Option<usize>,
}

impl Pane<'_> {
    fn draw(&self, area: Rect, buf: &mut Buffer) -> Extent {
        let focused = self.explorer.cursor().alternative == self.index;
        let inner = self.frame(focused, area, buf);
        let (lines, cursor) = self.lines(usize::from(inner.width));
        let hold = Hold::Line(cursor.unwrap_or(0));
        let extent = scrolled(lines, hold, inner, area, self.theme, buf);
        Extent { page: extent.page.saturating_sub(1), ..extent }
    }

    fn frame(&self, focused: bool, area: Rect, buf: &mut Buffer) -> Rect {
        let accent = self.theme.accent(self.index);
        let standing = &self.explorer.assessment()[self.index];
        let right = if standing.ruled_out_by.is_empty() {
            Span::styled(format!(" net {} ", story::signed(standing.net)), self.theme.strong)
        } else {
            Span::styled(" ruled out ", self.theme.alarm)
        };
        let room = usize::from(area.width).saturating_sub(text::width(&right.content) + 6);
        let (marker, border, border_style) = if focused {
            ("\u{25b6} ", BorderType::Thick, accent)
        } else {
            ("\u{25cf} ", BorderType::Rounded, self.theme.line)
        };
        let title = if self.tabs.is_empty() {
            vec![
                Span::styled(format!(" {marker}"), accent),
                Span::styled(text::cut(&self.alternative.name, room) + " ", self.theme.strong),
            ]
        } else {
            self.tabs.clone()
        };
        let block = Block::bordered()
            .border_type(border)
            .border_style(border_style)
            .title(Line::from(title))
            .title(Line::from(right).right_aligned());
        let inner = block.inner(area);
        block.render(area, buf);
        inner
    }

    /// All lines of the pane and which of them has the cursor.
    fn lines(&self, width: usize) -> (Vec<Line<'static>>, Option<usize>) {
        let cursor = self.explorer.cursor();
        let mut lines = vec![self.heading(Polarity::Pro, width)];
        let mut cursor_line = None;
        let mut push = |lines: &mut Vec<Line<'static>>, claim| {
            if cursor.claim == Some(claim) {
                cursor_line = Some(lines.len());
            }
            lines.push(self.row(claim, width));
        };
        self.alternative.pros().for_each(|claim| push(&mut lines, claim));
        lines.resize(self.cons_at.unwrap_or(lines.len()), Line::default());
        lines.push(self.heading(Polarity::Con, width));
        self.alternative.cons().for_each(|claim| push(&mut lines, claim));
        (lines, cursor_line)
    }

    fn heading(&self, polarity: Polarity, width: usize) -> Line<'static> {
        let standing = &self.explorer.assessment()[self.index];
        let (title, sum) = match polarity {
            Polarity::Pro => ("+ Pros", story::signed(standing.pros)),
            Polarity::Con => ("\u{2212} Cons", story::signed(-standing.cons)),
        };
        let margin = if width >= ROOM_FOR_BAR { " " } else { "" };
        let room = width.saturating_sub(text::width(&sum) + 1 + margin.len());
        Line::from(vec![
            Span::raw(" "),
            Span::styled(text::fitted(title, room), self.theme.strong),
            Span::styled(sum, self.theme.strong),
            Span::raw(margin),
        ])
    }

    fn row(&self, claim: ClaimId, width: usize) -> Line<'static> {
        let comparison = self.explorer.comparison();
        let cursor = self.explorer.cursor();
        let look = match cursor.claim {
            Some(at) if at == claim => Look::Cursor,
            Some(at) if comparison.mirror(at) == Some(claim) => Look::Mirror,
            _ => Look::Plain,
        };
        Row {
            claim: &comparison[claim],
            stance: self.explorer.stance(claim),
            look,
            tips_at: self.explorer.assessment()[claim].tips_at,
            accent: self.accent(),
            theme: self.theme,
        }
        .line(width)
    }

    fn accent(&self) -> Style {
        self.theme.accent(self.index)
    }
}
