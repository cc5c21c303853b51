//! The recommendation gauge: the exact distribution of the lead, as a hill over an axis.
//!
//! The first alternative's half is on the left, like its pane, so the area on each side of the middle is the chance of
//! that side. The axis stays put while one weighs: its scale follows from the comparison alone.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::text;
use super::theme::Theme;
use crate::comparison::{AlternativeId, ClaimId, Comparison, Polarity};
use crate::decision::{Distribution, Verdict};
use crate::explorer::Explorer;

/// None to eight eighths of a cell, from below.
const EIGHTHS: [&str; 9] =
    [" ", "\u{2581}", "\u{2582}", "\u{2583}", "\u{2584}", "\u{2585}", "\u{2586}", "\u{2587}", "\u{2588}"];

/// The gauge for two alternatives.
pub(super) struct Gauge<'a> {
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl Widget for Gauge<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let rows = usize::from(area.height);
        let ruled_out = is_any_ruled_out_of_two(self.explorer);
        // A hill of one row has no visible middle without colors.
        if (rows < 2 || (rows == 2 && !self.theme.colored)) && !ruled_out {
            return self.bar(area, buf);
        }
        let axis = Axis::new(self.explorer.comparison(), usize::from(area.width));
        let hill = self.hill(&axis, rows.saturating_sub(1));
        for (line, row) in hill.into_iter().chain([self.axis_line(&axis)]).zip(area.rows()) {
            text::put(&line, row, buf);
        }
    }
}

impl Gauge<'_> {
    fn accents(&self) -> [Style; 2] {
        [0, 1].map(|place| self.theme.accent(AlternativeId(place)))
    }

    /// The rows of the hill from the top; empty where nothing is recommended for its weights.
    fn hill(&self, axis: &Axis, rows: usize) -> Vec<Line<'static>> {
        let Some(lead) = self.explorer.story().lead() else { return vec![Line::default(); rows] };
        let masses = axis.masses(lead);
        let tallest = masses.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        let levels: Vec<usize> = masses.iter().map(|mass| part_of(rows * 8, mass / tallest)).collect();
        let [left, right] = self.accents();
        let middle = axis.cells / 2;
        let indent = " ".repeat(axis.indent);
        let row = |row: usize| {
            let cells = |levels: &[usize]| -> String {
                levels.iter().map(|level| EIGHTHS[level.saturating_sub(8 * row).min(8)]).collect()
            };
            Line::from(vec![
                Span::raw(indent.clone()),
                Span::styled(cells(&levels[..middle]), left),
                // It is nobody's.
                Span::styled(cells(&levels[middle..=middle]), self.theme.line),
                Span::styled(cells(&levels[middle + 1..]), right),
            ])
        };
        (0..rows).rev().map(row).collect()
    }

    fn axis_line(&self, axis: &Axis) -> Line<'static> {
        let [left, right] = self.accents();
        let half = "\u{2500}".repeat(axis.cells / 2);
        Line::from(vec![
            Span::raw(format!(" {} ", axis.names[0])),
            Span::styled("\u{25c2}", left),
            Span::styled(half.clone(), self.theme.line),
            Span::styled("\u{2534}", self.theme.quiet),
            Span::styled(half, self.theme.line),
            Span::styled("\u{25b8}", right),
            Span::raw(format!(" {}", axis.names[1])),
        ])
    }

    /// A plain bar, divided as the chances are; what neither has is left open.
    fn bar(&self, area: Rect, buf: &mut Buffer) {
        let comparison = self.explorer.comparison();
        let width = usize::from(area.width);
        let names = names(comparison, width);
        let cells = width.saturating_sub(text::width(&names[0]) + text::width(&names[1]) + 4);
        let assessment = self.explorer.assessment();
        let chance = |place| match assessment.verdict {
            Verdict::Unweighed => 0.0,
            Verdict::Clear
            | Verdict::Solid
            | Verdict::Leaning
            | Verdict::TooClose
            | Verdict::Tie
            | Verdict::NoneAcceptable => assessment[AlternativeId(place)].chance,
        };
        let first = part_of(cells, chance(0));
        let second = part_of(cells, chance(1)).min(cells - first);
        let [left, right] = self.accents();
        let block = if self.theme.colored { "\u{2588}" } else { "\u{2592}" };
        Line::from(vec![
            Span::raw(format!(" {} ", names[0])),
            Span::styled("\u{2588}".repeat(first), left),
            Span::styled("\u{2500}".repeat(cells - first - second), self.theme.line),
            Span::styled(block.repeat(second), right),
            Span::raw(format!(" {}", names[1])),
        ])
        .render(area, buf);
    }
}

/// Whether there is nothing to draw of two alternatives, since one of them or both are ruled out.
pub(super) fn is_any_ruled_out_of_two(explorer: &Explorer) -> bool {
    let mut standings = explorer.assessment().standings();
    standings.len() == 2 && standings.any(|(_, standing)| !standing.is_acceptable())
}

fn names(comparison: &Comparison, width: usize) -> [String; 2] {
    [0, 1].map(|place| text::cut(&comparison[AlternativeId(place)].name, width / 4))
}

/// Where leads lie on the screen.
pub(super) struct Axis {
    names: [String; 2],
    /// Cells left of the first cell.
    indent: usize,
    /// Odd, so that one cell is the middle.
    cells: usize,
    /// The lead at either end, in points.
    reach: f64,
}

impl Axis {
    /// An axis between the names of the two alternatives.
    pub(super) fn new(comparison: &Comparison, width: usize) -> Self {
        let names = names(comparison, width);
        let indent = text::width(&names[0]) + 3;
        let room = width.saturating_sub(indent + text::width(&names[1]) + 3).max(1);
        Self { names, indent, cells: room - usize::from(room.is_multiple_of(2)), reach: reach(comparison) }
    }

    /// The probability that the lead lies in each cell, a lead of the first alternative to the left.
    ///
    /// A lead of n points is spread evenly from half a point below n to half a point above it, so that no cell is left
    /// out between two whole numbers. What lies beyond the axis is in its end cells.
    fn masses(&self, lead: &Distribution) -> Vec<f64> {
        let width = 2.0 * self.reach / as_f64(self.cells);
        let edge = |cell: usize| self.reach - width * as_f64(cell);
        let mut above = 0.0;
        (1..=self.cells)
            .map(|cell| {
                let next = if cell == self.cells { 1.0 } else { spread_above(lead, edge(cell)) };
                let mass = next - above;
                above = next;
                mass
            })
            .collect()
    }
}

/// The probability that the evenly spread lead is above some value.
#[expect(clippy::cast_possible_truncation, reason = "an axis is short")]
fn spread_above(lead: &Distribution, value: f64) -> f64 {
    let whole = (value + 0.5).floor();
    let n = whole as i64;
    let part = whole + 0.5 - value;
    lead.above(n) + part * (lead.above(n - 1) - lead.above(n))
}

/// Half of the width of the axis in points: the largest lead there can be, or four standard deviations of a lead whose
/// reasons are all open, where that is less.
fn reach(comparison: &Comparison) -> f64 {
    let reasons = || comparison.reasons().iter();
    let for_first = |claim: ClaimId| {
        let claim = &comparison[claim];
        (claim.alternative == AlternativeId(0)) == (claim.polarity == Polarity::Pro)
    };
    let one_way = reasons().filter(|reason| for_first(reason.first)).count();
    let all = reasons().count();
    let largest = 10.0 * as_f64(one_way.max(all - one_way));
    // The variance of a weight that is uniform on 0 to 10 is 10.
    largest.min(4.0 * (10.0 * as_f64(all)).sqrt()).max(1.0)
}

#[expect(clippy::cast_precision_loss, reason = "few cells and few reasons")]
fn as_f64(count: usize) -> f64 {
    count as f64
}

/// A part, 0 to 1, of some cells, in whole cells.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "few cells")]
pub(super) fn part_of(cells: usize, part: f64) -> usize {
    (as_f64(cells) * part.clamp(0.0, 1.0)).round() as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decision;
    use crate::profile::Profile;
    use crate::weight::Weight;

    #[test]
    fn the_area_on_each_side_is_the_chance() {
        let comparison = Comparison::from_ron(crate::JEWELRY).unwrap();
        let mut profile = Profile::new(&comparison);
        for (claim, points) in [("handmade/uniqueness", 9), ("mass-produced/affordability", 4)] {
            let claim = comparison.claim_with_id(claim).unwrap();
            profile.set_weight(&comparison, claim, Weight::new(points));
        }
        let assessment = decision::assess(&comparison, &profile);
        let lead = assessment.lead().unwrap();
        for width in [61, 80, 120, 200] {
            let axis = Axis::new(&comparison, width);
            let masses = axis.masses(lead);
            assert!((masses.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            let middle = axis.cells / 2;
            let left: f64 = masses[..middle].iter().sum::<f64>() + masses[middle] / 2.0;
            let expected = assessment[AlternativeId(0)].chance + assessment.tie / 2.0;
            // The middle cell is not divided evenly where the hill is steep.
            assert!((left - expected).abs() < 0.01, "{left} {expected}");
        }
    }

    #[test]
    fn the_axis_stays_put_and_is_never_wider_than_there_is_room() {
        let comparison = Comparison::from_ron(crate::JEWELRY).unwrap();
        assert!((reach(&comparison) - 4.0 * 110.0_f64.sqrt()).abs() < 1e-9);
        for width in 20..200 {
            let axis = Axis::new(&comparison, width);
            assert_eq!(axis.cells % 2, 1);
            assert!(axis.indent + axis.cells + 2 + text::width(&axis.names[1]) <= width + 1, "{width}");
        }
    }

    #[test]
    fn a_part_is_whole_cells() {
        assert_eq!(part_of(10, 0.5), 5);
        assert_eq!(part_of(10, 1.5), 10);
        assert_eq!(part_of(10, f64::NAN), 0);
    }
}
