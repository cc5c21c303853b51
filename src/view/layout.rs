//! How the screen is divided. Heights depend on the size of the screen and on the comparison alone, so that nothing
//! jumps.

use std::ops::Range;

use ratatui::layout::Rect;

use crate::comparison::Comparison;

/// The narrowest pane that shows a claim with its weight well.
const PANE_WIDTH: u16 = 36;

/// From this width on the headline is one line, if there are two alternatives; more is to be said of more.
pub(super) const ONE_LINE: u16 = 100;

/// The rows of the highest hill and its axis: what is higher only costs time to draw.
const HIGHEST: u16 = 5;

/// So many rows of sentences tell why, what would change it and what to think about.
const ENOUGH_SAID: u16 = 4;

/// From this width on there is an axis under the gauge.
const AXIS: u16 = 61;

/// The parts of the screen from top to bottom; some are empty on a small screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) header: Rect,
    pub(super) headline: Rect,
    pub(super) gauge: Rect,
    pub(super) panes: Rect,
    pub(super) detail: Rect,
    pub(super) notes: Rect,
    pub(super) footer: Rect,
}

/// How many rows each part takes, the panes apart, and how many rows stay blank under it.
struct Heights {
    header: (u16, u16),
    headline: (u16, u16),
    gauge: u16,
    detail: u16,
    notes: (u16, u16),
    /// A blank row between panes and detail.
    under_panes: u16,
}

impl Parts {
    pub(super) fn of(area: Rect, comparison: &Comparison) -> Self {
        let two = comparison.alternatives().len() == 2;
        let headline = if area.width >= ONE_LINE && two { 1 } else { 2 };
        let heights = match area.height {
            ..14 => Heights::tiny(),
            14..22 => {
                Heights { headline: (headline, 0), gauge: 1, detail: 2, notes: (0, 0), ..Heights::usual() }
            }
            22..28 => Heights { headline: (headline, 0), ..Heights::usual() },
            28..36 => {
                Heights { headline: (headline, 0), gauge: 3, detail: 4, notes: (6, 0), ..Heights::usual() }
            }
            _ => Heights {
                header: (1, 1),
                headline: (headline, 2 - headline),
                gauge: 4,
                detail: 5,
                notes: (10, 1),
                under_panes: 1,
            },
        };
        let gauge = heights.gauge_for(comparison, area);
        let Heights { header, headline, detail, notes, under_panes, .. } = heights;
        let taken = header.0 + header.1 + headline.0 + headline.1 + gauge + detail + notes.0 + notes.1 + 1;
        let room = area.height.saturating_sub(taken + under_panes);
        // What the panes do not need even with a line of detail for each claim, the hill and the sentences get.
        let spare = if notes.0 == 0 { 0 } else { room.saturating_sub(panes_height(comparison)) };
        let panes = room - spare;
        // A few sentences come before a higher hill.
        let told = ENOUGH_SAID.saturating_sub(notes.0).min(spare);
        let (notes, spare) = ((notes.0 + told, notes.1), spare - told);
        let higher = if two { HIGHEST.saturating_sub(gauge).min(spare) } else { 0 };
        let (gauge, spare) = (gauge + higher, spare - higher);
        let mut top = area.y;
        let mut part = |height: u16, blank: u16| {
            let part = Rect { y: top, height, ..area };
            top += height + blank;
            part
        };
        Self {
            header: part(header.0, header.1),
            headline: part(headline.0, headline.1),
            gauge: part(gauge, 0),
            panes: part(panes, under_panes),
            detail: part(detail, 0),
            notes: part(notes.0 + spare, notes.1),
            footer: part(1, 0),
        }
    }
}

impl Parts {
    /// The same with a row for the header where there is none: the panes give it.
    pub(super) fn with_header(self) -> Self {
        if self.header.height > 0 {
            return self;
        }
        let down = |part: Rect| Rect { y: part.y + 1, ..part };
        Self {
            header: Rect { height: 1, ..self.header },
            headline: down(self.headline),
            gauge: down(self.gauge),
            panes: Rect { height: self.panes.height - 1, ..down(self.panes) },
            ..self
        }
    }

    /// The same where there is no hill to draw: all but its axis goes to the headline.
    pub(super) fn without_hill(self) -> Self {
        let axis = u16::from(self.gauge.height > 1);
        let y = self.gauge.bottom() - axis;
        Self {
            headline: Rect { height: y - self.headline.y, ..self.headline },
            gauge: Rect { y, height: axis, ..self.gauge },
            ..self
        }
    }
}

impl Heights {
    fn usual() -> Self {
        Self { header: (1, 0), headline: (1, 0), gauge: 2, detail: 3, notes: (2, 0), under_panes: 0 }
    }

    fn tiny() -> Self {
        Self { header: (0, 0), headline: (1, 0), gauge: 0, detail: 1, notes: (0, 0), under_panes: 0 }
    }

    /// Two alternatives have a hill with an axis, or a bar where that is too narrow; more have a row each, as far as a
    /// third of the screen goes.
    fn gauge_for(&self, comparison: &Comparison, area: Rect) -> u16 {
        let count = u16::try_from(comparison.alternatives().len()).unwrap_or(u16::MAX);
        match count {
            2 if area.width < AXIS => self.gauge.min(1),
            2 => self.gauge,
            _ if self.gauge == 0 => 0,
            _ => count.min(area.height / 3).min(area.height.saturating_sub(13)).max(1),
        }
    }
}

/// So many rows the panes of even a few claims take, so that there is room for more.
const ROOM_TO_WRITE: usize = 10;

/// The rows of panes in which each claim has a line of detail and nothing has to be scrolled.
fn panes_height(comparison: &Comparison) -> u16 {
    let pros = comparison.alternatives().map(|(_, shown)| shown.pros().len()).max().unwrap_or(0);
    let cons = comparison.alternatives().map(|(_, shown)| shown.cons().len()).max().unwrap_or(0);
    let each = if comparison.has_details() { 2 } else { 1 };
    // With the frame, the headings, a blank row and one to type in.
    u16::try_from((each * (pros + cons) + 6).max(ROOM_TO_WRITE)).unwrap_or(u16::MAX)
}

/// The places of the alternatives whose panes are on screen: as many as fit, sliding with the focus.
pub(super) fn visible_panes(width: u16, count: usize, focus: usize) -> Range<usize> {
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

    fn heights(columns: u16, rows: u16) -> [u16; 7] {
        let comparison = Comparison::from_ron(crate::JEWELRY).unwrap();
        let parts = Parts::of(Rect::new(0, 0, columns, rows), &comparison);
        [parts.header, parts.headline, parts.gauge, parts.panes, parts.detail, parts.notes, parts.footer]
            .map(|part| part.height)
    }

    #[test]
    fn each_size_is_divided_as_it_should() {
        assert_eq!(heights(200, 60), [1, 1, 5, 24, 5, 19, 1]);
        assert_eq!(heights(120, 40), [1, 1, 4, 14, 5, 10, 1]);
        assert_eq!(heights(100, 30), [1, 1, 3, 14, 4, 6, 1]);
        assert_eq!(heights(80, 24), [1, 2, 2, 13, 3, 2, 1]);
        assert_eq!(heights(60, 20), [1, 2, 1, 13, 2, 0, 1]);
        assert_eq!(heights(50, 16), [1, 2, 1, 9, 2, 0, 1]);
        assert_eq!(heights(40, 10), [0, 1, 0, 7, 1, 0, 1]);
    }

    #[test]
    fn a_header_and_a_longer_headline_take_their_rows_from_what_is_next_to_them() {
        let comparison = Comparison::from_ron(crate::JEWELRY).unwrap();
        let parts = |columns, rows| Parts::of(Rect::new(0, 0, columns, rows), &comparison);
        let tiny = parts(40, 10).with_header();
        let places = [tiny.header, tiny.headline, tiny.gauge, tiny.panes].map(|part| (part.y, part.height));
        assert_eq!(places, [(0, 1), (1, 1), (2, 0), (2, 6)]);
        assert_eq!((tiny.detail, parts(80, 24).with_header()), (parts(40, 10).detail, parts(80, 24)));
        for (columns, rows, headline, gauge) in [
            (120, 40, (2, 5), (7, 1)),
            (80, 24, (1, 3), (4, 1)),
            (60, 20, (1, 3), (4, 0)),
            (40, 10, (0, 1), (1, 0)),
        ] {
            let parts = parts(columns, rows).without_hill();
            let places = [parts.headline, parts.gauge].map(|part| (part.y, part.height));
            assert_eq!(places, [headline, gauge], "{columns}x{rows}");
        }
    }

    #[test]
    fn parts_cover_every_screen_from_the_smallest() {
        let comparison = Comparison::from_ron(crate::JEWELRY).unwrap();
        for width in [40, 60, 72, 100, 200] {
            for height in 10..200 {
                let parts = Parts::of(Rect::new(0, 0, width, height), &comparison);
                assert_eq!(parts.footer.bottom(), height);
                assert!(parts.panes.height >= 5);
            }
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
