//! How three or more alternatives stand: one row each on one axis.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::gauge::part_of;
use super::spots::{Canvas, Spot};
use super::text;
use super::theme::Theme;
use crate::comparison::{AlternativeId, Comparison};
use crate::decision::Verdict;
use crate::explorer::Explorer;
use crate::order;

/// The widest name, in cells.
const NAME: usize = 16;

/// Cells for what is said at the right.
const SAID: usize = 26;

pub(super) struct Standings<'a> {
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl Standings<'_> {
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) {
        let rows = self.rows(usize::from(area.height), usize::from(area.width));
        for ((line, one), row) in rows.into_iter().zip(area.rows()) {
            text::put(&line, row, canvas.buf);
            canvas.spots.extend(one.map(|one| (row, Spot::Pane(one))));
        }
    }

    /// The rows, each with the alternative that it is of, if it is of one.
    fn rows(&self, most: usize, width: usize) -> Vec<(Line<'static>, Option<AlternativeId>)> {
        let comparison = self.explorer.comparison();
        let all: Vec<AlternativeId> = comparison.alternatives().map(|(alternative, _)| alternative).collect();
        let widest = all.iter().map(|alternative| text::width(&comparison[*alternative].name)).max();
        let name_width = widest.unwrap_or(0).min(NAME).min(width / 4);
        let said_width = SAID.min(width / 3);
        let axis = width.saturating_sub(name_width + said_width + 6);
        let axis =
            Axis { cells: axis - usize::from(axis.is_multiple_of(2) && axis > 0), reach: reach(comparison) };
        let shown = self.shown(&all, most);
        let left_out = all.len() - shown.len();
        let row = |one| (self.row(one, name_width, said_width, &axis), Some(one));
        let mut rows: Vec<_> = shown.into_iter().map(row).collect();
        if left_out > 0 && most > rows.len() {
            rows.push((Line::styled(format!("   and {left_out} more"), self.theme.quiet), None));
        }
        if most > rows.len()
            && let Some(even) = self.explorer.story().even_in()
        {
            let room = name_width + axis.cells + said_width + 5;
            rows.push((
                Line::styled(format!("{:>room$}", format!("even in {even}")), self.theme.quiet),
                None,
            ));
        }
        rows
    }

    /// All if they fit; else the leader, the runner-up and the focused one, then the first others, in their order.
    fn shown(&self, all: &[AlternativeId], most: usize) -> Vec<AlternativeId> {
        if all.len() <= most {
            return all.to_vec();
        }
        let assessment = self.explorer.assessment();
        let focus = self.explorer.cursor().alternative;
        let wanted = [assessment.favorite(), Some(focus), assessment.why.runner_up].into_iter().flatten();
        let mut shown: Vec<AlternativeId> = Vec::new();
        for one in wanted.chain(all.iter().copied()) {
            if shown.len() + 1 < most.max(2) && !shown.contains(&one) {
                shown.push(one);
            }
        }
        order::by(&mut shown, Ord::cmp);
        shown
    }

    fn row(&self, one: AlternativeId, name_width: usize, said_width: usize, axis: &Axis) -> Line<'static> {
        let comparison = self.explorer.comparison();
        let focused = self.explorer.cursor().alternative == one;
        let name = text::fitted(&comparison[one].name, name_width);
        let style = if focused { self.theme.strong } else { self.theme.plain };
        let mut spans = vec![
            Span::styled(if focused { " \u{25b8} " } else { "   " }, self.theme.accent(one)),
            Span::styled(name, style),
            Span::raw(" "),
        ];
        spans.extend(self.whisker(one, axis));
        let (said, style) = self.said(one);
        let said = text::cut(&said, said_width);
        let gap = said_width.saturating_sub(text::width(&said)) + 1;
        spans.push(Span::raw(" ".repeat(gap)));
        spans.push(Span::styled(said, style));
        Line::from(spans)
    }

    /// A dot at the net score, on a line that nine of ten cases lie on.
    fn whisker(&self, one: AlternativeId, axis: &Axis) -> Vec<Span<'static>> {
        let assessment = self.explorer.assessment();
        let standing = &assessment[one];
        let unweighed = assessment.verdict == Verdict::Unweighed;
        let whisker = standing.nine_in_ten.filter(|_| !unweighed);
        let whisker = whisker.map(|(low, high)| axis.cell(as_f64(low))..=axis.cell(as_f64(high)));
        let dot = (standing.is_acceptable() && !unweighed).then(|| axis.cell(standing.net));
        let accent = self.theme.accent(one);
        let mut spans: Vec<Span<'static>> = Vec::new();
        for cell in 0..axis.cells {
            let on_whisker = whisker.as_ref().is_some_and(|whisker| whisker.contains(&cell));
            let (symbol, style) = match (dot == Some(cell), on_whisker, cell == axis.cells / 2) {
                (true, _, _) => ("\u{25cf}", accent),
                (false, true, true) => ("\u{253c}", accent),
                (false, true, false) => ("\u{2500}", accent),
                (false, false, true) => ("\u{2502}", self.theme.line),
                (false, false, false) => ("\u{b7}", self.theme.line),
            };
            match spans.last_mut() {
                Some(last) if last.style == style => last.content.to_mut().push_str(symbol),
                _ => spans.push(Span::styled(symbol, style)),
            }
        }
        spans
    }

    fn said(&self, one: AlternativeId) -> (String, ratatui::style::Style) {
        let assessment = self.explorer.assessment();
        let standing = &assessment[one];
        if let Some(mark) = standing.ruled_out_by.first() {
            let title = &self.explorer.comparison()[*mark].title;
            return (format!("ruled out: {}", title.as_str()), self.theme.alarm);
        }
        let chance = self.explorer.story().hundredths(one);
        let left = assessment.standings().filter(|(_, standing)| standing.is_acceptable()).count();
        if assessment.verdict == Verdict::Unweighed {
            (String::new(), self.theme.quiet)
        } else if left == 1 {
            ("the only one left".to_owned(), self.theme.strong)
        } else if assessment.leader == Some(one) {
            (format!("first in {chance}"), self.theme.strong)
        } else {
            (chance, self.theme.plain)
        }
    }
}

/// Where net scores lie on the screen: 0 in the middle.
struct Axis {
    cells: usize,
    /// The net score at either end, in points.
    reach: f64,
}

impl Axis {
    fn cell(&self, net: f64) -> usize {
        part_of(self.cells.saturating_sub(1), f64::midpoint(net / self.reach, 1.0))
    }
}

/// Half of the width of the axis in points, from the comparison alone: the largest net score that an alternative can
/// have in either direction, or four standard deviations of one whose claims are all open, where that is less.
fn reach(comparison: &Comparison) -> f64 {
    let claims = comparison.alternatives().map(|(_, one)| (one.pros().len(), one.cons().len()));
    let of_one = |(pros, cons): (usize, usize)| {
        let largest = 10.0 * as_f64(i64::try_from(pros.max(cons)).unwrap_or(i64::MAX));
        let deviation = (10.0 * as_f64(i64::try_from(pros + cons).unwrap_or(i64::MAX))).sqrt();
        largest.min(largest / 2.0 + 4.0 * deviation)
    };
    claims.map(of_one).fold(1.0, f64::max)
}

#[expect(clippy::cast_precision_loss, reason = "scores are far below 2^53")]
fn as_f64(points: i64) -> f64 {
    points as f64
}
