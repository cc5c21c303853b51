//! How the screen is divided. Heights depend on the size of the screen alone, so that nothing jumps.

use ratatui::layout::Rect;

use crate::comparison::Comparison;

/// The narrowest pane that shows a claim with its weight well.
const PANE_WIDTH: u16 = 36;

/// The most rows that the sentences take over from panes that do not need them.
const SPARE_FOR_SENTENCES: u16 = 4;

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
        let bars = match u16::try_from(comparison.alternatives().len()) {
            Ok(2) | Err(_) => 0,
            Ok(count) => count - 1,
        };
        let (detail, recommendation) = match area.height {
            ..14 => (0, 3),
            14..18 => (0, 5),
            18..22 => (2, 5),
            22..28 => (3, 6),
            28..34 => (4, 8),
            _ => (5, 9),
        };
        let room_for_bars = area.height.saturating_sub(detail + recommendation + 10);
        let recommendation = recommendation + bars.min(room_for_bars);
        let room = area.height.saturating_sub(2 + detail + recommendation);
        // What the panes do not need serves the sentences, up to a point.
        let spare = room.saturating_sub(panes_height(comparison)).min(SPARE_FOR_SENTENCES);
        let heights = [1, room - spare, detail, recommendation + spare, 1];
        let mut top = area.y;
        let [header, panes, detail, recommendation, footer] = heights.map(|height| {
            let part = Rect { y: top, height, ..area };
            top += height;
            part
        });
        Self { header, panes, detail, recommendation, footer }
    }
}

/// The rows of panes in which nothing has to be scrolled.
fn panes_height(comparison: &Comparison) -> u16 {
    let pros = comparison.alternatives().map(|(_, shown)| shown.pros().len()).max().unwrap_or(0);
    let cons = comparison.alternatives().map(|(_, shown)| shown.cons().len()).max().unwrap_or(0);
    u16::try_from(pros + cons + 6).unwrap_or(u16::MAX)
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
