//! The alternatives side by side, each with its pros and cons.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Scrollbar, ScrollbarOrientation, ScrollbarState};
use ratatui::widgets::{StatefulWidget, Widget};

use super::layout::{columns, visible_panes};
use super::row::{Look, Row};
use super::text;
use super::theme::Theme;
use crate::comparison::{Alternative, Polarity};
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
        let alternatives = &self.explorer.comparison().alternatives;
        let focus = self.explorer.cursor().alternative;
        let visible = visible_panes(area.width, alternatives.len(), focus);
        let mut area = area;
        if visible.len() < alternatives.len() {
            self.tabs(visible.clone()).render(Rect { height: 1, ..area }, buf);
            area = Rect { y: area.y + 1, height: area.height - 1, ..area };
        }
        let most_pros =
            alternatives[visible.clone()].iter().map(|alternative| alternative.pros.len()).max();
        let mut extent = Extent::default();
        for (i, area) in visible.clone().zip(columns(area, visible.len())) {
            let pane = Pane {
                explorer: self.explorer,
                theme: self.theme,
                index: i,
                alternative: &alternatives[i],
                pros_height: most_pros.unwrap_or(0),
            };
            let drawn = pane.draw(area, buf);
            if i == focus {
                extent = drawn;
            }
        }
        extent
    }

    /// The names of all alternatives, those on screen marked.
    fn tabs(&self, visible: std::ops::Range<usize>) -> Line<'static> {
        let mut spans = vec![Span::raw(" ")];
        for (i, alternative) in self.explorer.comparison().alternatives.iter().enumerate() {
            let accent = self.theme.accent(i);
            let name = text::cut(&alternative.name, 20);
            spans.push(if visible.contains(&i) {
                Span::styled(format!("[{name}]"), accent.patch(self.theme.strong))
            } else {
                Span::styled(format!(" {name} "), accent)
            });
            spans.push(Span::raw(" "));
        }
        Line::from(spans)
    }
}

struct Pane<'a> {
    explorer: &'a Explorer,
    theme: &'a Theme,
    index: usize,
    alternative: &'a Alternative,
    /// The most pros of any pane beside this one, so that the cons of all begin on one line.
    pros_height: usize,
}

impl Pane<'_> {
    fn draw(&self, area: Rect, buf: &mut Buffer) -> Extent {
        let focused = self.explorer.cursor().alternative == self.index;
        let inner = self.frame(focused, area, buf);
        let height = usize::from(inner.height);
        let (lines, cursor) = self.lines(usize::from(inner.width), height);
        let overflow = lines.len().saturating_sub(height);
        // The line under the cursor stays two thirds down while the list moves under it.
        let offset = cursor.map_or(0, |at| at.saturating_sub(height * 2 / 3)).min(overflow);
        for (line, row) in lines.into_iter().skip(offset).zip(inner.rows()) {
            line.render(row, buf);
        }
        scrollbar(area, overflow, offset, self.theme, buf);
        Extent { page: height.saturating_sub(1), overflow }
    }

    fn frame(&self, focused: bool, area: Rect, buf: &mut Buffer) -> Rect {
        let accent = self.theme.accent(self.index);
        let standing = &self.explorer.assessment().standings[self.index];
        let right = if standing.ruled_out_by.is_empty() {
            Span::styled(format!(" net {} ", story::signed(standing.net)), self.theme.strong)
        } else {
            Span::styled(" ruled out ", self.theme.alarm)
        };
        let room = usize::from(area.width).saturating_sub(text::width(&right.content) + 6);
        let name = text::cut(&self.alternative.name, room);
        let (marker, border, border_style) = if focused {
            ("\u{25b8} ", BorderType::Thick, accent)
        } else {
            ("", BorderType::Rounded, self.theme.line)
        };
        let block = Block::bordered()
            .border_type(border)
            .border_style(border_style)
            .title(Span::styled(format!(" {marker}{name} "), accent.patch(self.theme.strong)))
            .title(Line::from(right).right_aligned());
        let inner = block.inner(area);
        block.render(area, buf);
        inner
    }

    /// All lines of the pane and which of them has the cursor.
    fn lines(&self, width: usize, height: usize) -> (Vec<Line<'static>>, Option<usize>) {
        let cursor = self.explorer.cursor();
        let mut lines = Vec::new();
        let mut cursor_line = None;
        let cons = &self.alternative.cons;
        let aligned = self.pros_height + cons.len() + 2 <= height;
        let roomy = self.pros_height + cons.len() + 3 <= height;
        for (polarity, claims) in [(Polarity::Pro, &self.alternative.pros), (Polarity::Con, cons)] {
            if polarity == Polarity::Con && aligned {
                lines.resize(1 + self.pros_height + usize::from(roomy), Line::default());
            }
            lines.push(self.heading(polarity, width));
            for claim in claims.clone() {
                if cursor.claim == Some(claim) {
                    cursor_line = Some(lines.len());
                }
                lines.push(self.row(claim, width));
            }
        }
        (lines, cursor_line)
    }

    fn heading(&self, polarity: Polarity, width: usize) -> Line<'static> {
        let standing = &self.explorer.assessment().standings[self.index];
        let (title, sum) = match polarity {
            Polarity::Pro => ("+ Pros", story::signed(standing.pros)),
            Polarity::Con => ("\u{2212} Cons", story::signed(-standing.cons)),
        };
        let room = width.saturating_sub(text::width(&sum) + 2);
        Line::from(vec![
            Span::raw(" "),
            Span::styled(text::fitted(title, room), self.theme.strong),
            Span::styled(sum, self.theme.strong),
            Span::raw(" "),
        ])
    }

    fn row(&self, claim: usize, width: usize) -> Line<'static> {
        let comparison = self.explorer.comparison();
        let cursor = self.explorer.cursor();
        let look = match cursor.claim {
            Some(at) if at == claim => Look::Cursor,
            Some(at) if comparison.mirrors(at).any(|mirror| mirror == claim) => Look::Mirror,
            _ => Look::Plain,
        };
        Row {
            claim: &comparison.claims[claim],
            stance: self.explorer.stance(claim),
            look,
            accent: self.accent(),
            theme: self.theme,
        }
        .line(width)
    }

    fn accent(&self) -> Style {
        self.theme.accent(self.index)
    }
}

/// A scrollbar on the right border, if not all fits.
pub(super) fn scrollbar(area: Rect, overflow: usize, offset: usize, theme: &Theme, buf: &mut Buffer) {
    if overflow == 0 || area.height < 4 {
        return;
    }
    let track = Rect { y: area.y + 1, height: area.height - 2, ..area };
    let mut state = ScrollbarState::new(overflow + 1).position(offset);
    Scrollbar::new(ScrollbarOrientation::VerticalRight)
        .begin_symbol(None)
        .end_symbol(None)
        .track_symbol(Some("\u{2502}"))
        .thumb_symbol("\u{2588}")
        .track_style(theme.line)
        .render(track, buf, &mut state);
}
