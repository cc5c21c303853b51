//! Lines that may be more than fit, and a bar that says where one is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Scrollbar, ScrollbarOrientation, ScrollbarState, StatefulWidget};

use super::spots::Canvas;
use super::text;
use super::theme::Theme;
use crate::explorer::Extent;

/// What decides which lines are on screen.
#[derive(Clone, Copy, Debug)]
pub(super) enum Hold {
    /// This line stays two thirds down while the rest moves under it.
    Line(usize),
    /// So many lines are above the first one.
    Offset(usize),
}

/// What of some lines is on screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) extent: Extent,
    first: usize,
    count: usize,
    inner: Rect,
}

impl Seen {
    /// The places of the lines that are seen, each with its row.
    pub(super) fn rows(self) -> impl Iterator<Item = (usize, Rect)> {
        (self.first..self.count).zip(self.inner.rows())
    }
}

/// Draws the lines that fit into `inner`, a scrollbar on the right border of `frame` if not all do, and returns what is
/// seen of them. Only lines that are visible are asked for.
pub(super) fn scrolled(
    count: usize,
    line: impl Fn(usize) -> Line<'static>,
    hold: Hold,
    (inner, frame): (Rect, Rect),
    theme: &Theme,
    canvas: &mut Canvas<'_>,
) -> Seen {
    let page = usize::from(inner.height);
    let overflow = count.saturating_sub(page);
    let offset = match hold {
        Hold::Line(line) => line.saturating_sub(page * 2 / 3),
        Hold::Offset(offset) => offset,
    }
    .min(overflow);
    for (i, row) in (offset..count).zip(inner.rows()) {
        text::put(&line(i), row, canvas.buf);
    }
    scrollbar(frame, overflow, offset, theme, canvas.buf);
    Seen { extent: Extent { page, overflow }, first: offset, count, inner }
}

/// As [`scrolled`], for lines that are there.
pub(super) fn scrolled_lines(
    lines: &[Line<'static>],
    hold: Hold,
    areas: (Rect, Rect),
    theme: &Theme,
    canvas: &mut Canvas<'_>,
) -> Seen {
    scrolled(lines.len(), |i| lines[i].clone(), hold, areas, theme, canvas)
}

/// A scrollbar on the right border, if not all fits.
fn scrollbar(area: Rect, overflow: usize, offset: usize, theme: &Theme, buf: &mut Buffer) {
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
