//! The recommendation gauge: how all weight is divided between two alternatives, in eighths of a cell.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::theme::Theme;

/// One to eight eighths of a cell, from the left.
const EIGHTHS: [&str; 8] =
    ["\u{258f}", "\u{258e}", "\u{258d}", "\u{258c}", "\u{258b}", "\u{258a}", "\u{2589}", "\u{2588}"];

/// A bar divided at `part`, 0 to 1, of its width.
pub(super) struct Gauge<'a> {
    pub(super) part: f64,
    pub(super) left: Style,
    /// The style of the rest; none leaves an empty track.
    pub(super) right: Option<Style>,
    pub(super) theme: &'a Theme,
}

impl Gauge<'_> {
    fn line(&self, width: u16) -> Line<'static> {
        let eighths = eighths(self.part, width);
        let (full, begun) = (eighths / 8, eighths % 8);
        let rest = usize::from(width) - full - usize::from(begun > 0);
        let (rest_symbol, rest_style) = match self.right {
            Some(right) if self.theme.colored => (EIGHTHS[7], right),
            Some(right) => ("\u{2591}", right),
            None => ("\u{2500}", self.theme.line),
        };
        let mut spans = vec![Span::styled(EIGHTHS[7].repeat(full), self.left)];
        if begun > 0 {
            // The cell in which the halves meet shows both: the right one as its background.
            let meeting = match self.right {
                Some(right) => self.left.bg(right.fg.unwrap_or_default()),
                None => self.left,
            };
            spans.push(Span::styled(EIGHTHS[begun - 1], meeting));
        }
        spans.push(Span::styled(rest_symbol.repeat(rest), rest_style));
        Line::from(spans)
    }
}

impl Widget for Gauge<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        self.line(area.width).render(area, buf);
    }
}

/// Eighths of cells that `part` of `width` cells takes up.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 8 times a u16")]
fn eighths(part: f64, width: u16) -> usize {
    (part.clamp(0.0, 1.0) * f64::from(width) * 8.0).round() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gauge_always_fills_its_width() {
        let theme = Theme::colored();
        for width in 0..30 {
            for step in -2..=34 {
                let part = f64::from(step) / 32.0;
                let gauge = Gauge { part, left: Style::new(), right: None, theme: &theme };
                assert_eq!(gauge.line(width).width(), usize::from(width), "{part} of {width}");
            }
        }
    }

    #[test]
    fn a_gauge_shows_eighths() {
        assert_eq!(eighths(0.5, 10), 40);
        assert_eq!(eighths(1.0 / 80.0, 10), 1);
        assert_eq!(eighths(f64::NAN, 10), 0);
    }
}
