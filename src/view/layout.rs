//! How the screen is divided. Heights depend on the size of the screen alone, so that nothing jumps.

use ratatui::layout::Rect;

use crate::comparison::Comparison;

/// The narrowest pane that shows a claim with its weight well.
const PANE_WIDTH: u16 = 36;

/// The parts of the screen from top to bottom; some are empty on a small screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) header: Rect,
    pub(super) panes: Rect,
    pub(super) detail: Rect,
    pub(super) recommendation: Rect,
    pub(super) footer: Rect,
}

impl Parts {
    pub(super) fn of(area: Rect, comparison: &Comparison) -> Self {
        // More than two alternatives take a bar each.
        let bars = match u16::try_from(comparison.alternatives.len()) {
            Ok(2) | Err(_) => 0,
            Ok(count) => count - 1,
        };
        let (detail, recommendation) = match area.height {
            ..14 => (0, 3),
            14..18 => (0, 4),
            18..22 => (3, 4),
            22..28 => (4, 5),
            28..34 => (5, 7),
            _ => (6, 8),
        };
        let room_for_bars = area.height.saturating_sub(detail + recommendation + 10);
        let heights = [1, 0, detail, recommendation + bars.min(room_for_bars), 1];
        let panes = area.height.saturating_sub(heights.iter().sum());
        let mut top = area.y;
        let [header, panes, detail, recommendation, footer] =
            [heights[0], panes, heights[2], heights[3], heights[4]].map(|height| {
                let part = Rect { y: top, height, ..area };
                top += height;
                part
            });
        Self { header, panes, detail, recommendation, footer }
    }
}

/// The alternatives whose panes are on screen: as many as fit, sliding with the focus.
pub(super) fn visible_panes(width: u16, count: usize, focus: usize) -> std::ops::Range<usize> {
    let fit = usize::from((width / PANE_WIDTH).max(1)).min(count);
    let first = focus.saturating_sub(fit - 1).min(count - fit);
    first..first + fit
}

/// Divides `area` into `count` columns of nearly the same width.
pub(super) fn columns(area: Rect, count: usize) -> impl Iterator<Item = Rect> {
    let count = u16::try_from(count).unwrap_or(u16::MAX).max(1);
    let edge = move |i: u16| {
        let offset = u32::from(area.width) * u32::from(i) / u32::from(count);
        area.x + u16::try_from(offset).unwrap_or(area.width)
    };
    (0..count).map(move |i| Rect { x: edge(i), width: edge(i + 1) - edge(i), ..area })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_cover_every_screen_from_the_smallest() {
        let comparison = Comparison::from_ron(crate::JEWELRY).unwrap();
        for height in 10..200 {
            let parts = Parts::of(Rect::new(0, 0, 80, height), &comparison);
            let all = [parts.header, parts.panes, parts.detail, parts.recommendation, parts.footer];
            assert_eq!(all.iter().map(|part| part.height).sum::<u16>(), height);
            assert!(parts.panes.height >= 5);
        }
    }

    #[test]
    fn panes_slide_with_the_focus() {
        assert_eq!(visible_panes(100, 2, 1), 0..2);
        assert_eq!(visible_panes(100, 4, 0), 0..2);
        assert_eq!(visible_panes(100, 4, 3), 2..4);
        assert_eq!(visible_panes(50, 2, 1), 1..2);
        assert_eq!(visible_panes(10, 8, 7), 7..8);
    }

    #[test]
    fn columns_cover_the_width() {
        let columns: Vec<Rect> = columns(Rect::new(3, 0, 100, 5), 3).collect();
        assert_eq!(columns.iter().map(|column| column.width).sum::<u16>(), 100);
        assert_eq!((columns[0].x, columns[2].right()), (3, 103));
    }
}
