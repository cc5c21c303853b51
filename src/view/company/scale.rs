//! Where people weigh a reason, as dots on one line.

use ratatui::text::Span;

use super::{ONE, OTHER, POINTS, REST, WEIGHT};
use crate::view::theme::Theme;
use crate::weight::Weight;

/// From these widths on a scale has two cells for each point, and three, and its ends are named.
const WIDE: usize = 68;
const WIDER: usize = 90;

/// A line for weights from 0 to 10.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    /// Cells for each point.
    each: usize,
}

impl Scale {
    pub(super) fn of(room: usize) -> Self {
        Self {
            each: match room {
                WIDER.. => 3,
                WIDE.. => 2,
                _ => 1,
            },
        }
    }

    pub(super) fn width(self) -> usize {
        self.each * usize::from(Weight::MOST) + 1 + if self.each > 1 { 5 } else { 0 }
    }

    /// Cells for the name beside it.
    pub(super) fn name(self, room: usize) -> usize {
        room.saturating_sub(self.width() + 2 * WEIGHT + POINTS + 2)
    }

    /// Where two weigh it, and where the others do; what is open is taken as 5.
    pub(super) fn draw(
        self,
        [one, other]: [Option<Weight>; 2],
        all: &[Option<Weight>],
        is_any_open: bool,
        theme: &Theme,
    ) -> Vec<Span<'static>> {
        let cell = |weight: Weight| self.each * usize::from(weight.points());
        let ends = self.each > 1;
        let mut spans = vec![Span::styled(if ends { "0 " } else { "" }, theme.quiet)];
        for at in 0..=cell(Weight::FULL) {
            let is_at = |weight: Option<Weight>| weight.is_some_and(|weight| cell(weight) == at);
            let is_open = is_any_open && at == self.each * usize::from(Weight::UNSET_POINTS);
            spans.push(match (is_at(one), is_at(other), all.iter().any(|weight| is_at(*weight))) {
                (true, true, _) => Span::styled("\u{25c9}", theme.strong),
                (true, false, _) => Span::styled(ONE, theme.strong),
                (false, true, _) => Span::styled(OTHER, theme.strong),
                (false, false, _) if is_open => Span::styled("?", theme.quiet),
                (false, false, true) => Span::styled(REST, theme.quiet),
                (false, false, false) => Span::styled("\u{2500}", theme.line),
            });
        }
        spans.push(Span::styled(if ends { " 10" } else { "" }, theme.quiet));
        spans
    }
}
