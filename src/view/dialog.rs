//! Boxes over the panes that ask something.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Padding, Widget};

use super::hints;
use super::spots::Canvas;
use super::text;
use super::theme::Theme;
use crate::explorer::Layer;

/// A box in the middle of `area`, emptied and framed; returns its inside.
pub(super) fn popup(
    title: &str,
    size: (usize, usize),
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Rect {
    let [width, height] = [size.0, size.1].map(|cells| u16::try_from(cells).unwrap_or(u16::MAX));
    let (width, height) = (width.min(area.width), height.min(area.height));
    let frame =
        Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
    // A cell on each side parts the frame from words that it cuts.
    let cleared = Rect { x: frame.x.saturating_sub(1), width: frame.width + 2, ..frame }.intersection(area);
    split_wide_cells(cleared, canvas.buf);
    Clear.render(cleared, canvas.buf);
    canvas.spots.cover(frame);
    let title = text::cut(title, usize::from(width).saturating_sub(4));
    let block = Block::bordered()
        .border_type(BorderType::Thick)
        .title(Span::styled(format!(" {title} "), theme.strong));
    let inner = block.inner(frame);
    block.render(frame, canvas.buf);
    Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
}

/// The frame around the inside that [`popup`] returned, as far as its right border.
pub(super) fn framed(inner: Rect) -> Rect {
    Rect { y: inner.y - 1, height: inner.height + 2, width: inner.width + 2, ..inner }
}

/// Blanks the left half of each wide character that the left edge of `area` cuts, which would hide the edge.
fn split_wide_cells(area: Rect, buf: &mut Buffer) {
    let Some(left) = area.x.checked_sub(1) else { return };
    for y in area.top()..area.bottom() {
        if let Some(cell) = buf.cell_mut((left, y))
            && text::width(cell.symbol()) > 1
        {
            cell.set_symbol(" ");
        }
    }
}

/// The frame of a view that takes all of `area`, emptied; returns its inside.
pub(super) fn whole(title: &str, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
    Clear.render(area, canvas.buf);
    canvas.spots.cover(area);
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(theme.line)
        .padding(Padding::horizontal(1))
        .title(Span::styled(format!(" {title} "), theme.strong));
    let inner = block.inner(area).intersection(canvas.buf.area);
    block.render(area, canvas.buf);
    inner
}

/// A question to the person, with the keys that answer it.
pub(super) struct Message<'a> {
    pub(super) title: &'a str,
    pub(super) question: &'a str,
    pub(super) layer: &'a Layer,
    pub(super) theme: &'a Theme,
}

impl Message<'_> {
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) {
        let width = 56.min(usize::from(area.width));
        let lines = text::wrapped(self.question, width.saturating_sub(4), 4);
        let inner = popup(self.title, (width, lines.len() + 5), self.theme, area, canvas);
        let lines = std::iter::once(String::new()).chain(lines).chain([String::new()]).map(Line::raw);
        let mut rows = inner.rows();
        for (line, row) in lines.zip(rows.by_ref()) {
            line.render(row, canvas.buf);
        }
        if let Some(row) = rows.next() {
            hints::draw(self.layer, row, self.theme, canvas);
        }
    }
}
