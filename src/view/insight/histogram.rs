//! The distribution of the lead as columns, with a line at zero.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::decision::{Bin, LeadHistogram};
use crate::story;
use crate::view::text;
use crate::view::theme::Theme;

/// Rows of the columns.
const HEIGHT: usize = 5;

/// None to eight eighths of a cell, from below.
const EIGHTHS: [&str; 9] =
    [" ", "\u{2581}", "\u{2582}", "\u{2583}", "\u{2584}", "\u{2585}", "\u{2586}", "\u{2587}", "\u{2588}"];

pub(super) struct Histogram<'a> {
    pub(super) lead: &'a LeadHistogram,
    /// The style of columns up to zero.
    pub(super) left: Style,
    /// The style of columns above zero.
    pub(super) right: Style,
    pub(super) theme: &'a Theme,
}

impl Histogram<'_> {
    /// The columns from top to bottom, then their scale.
    pub(super) fn rows(&self, width: usize) -> Vec<Line<'static>> {
        let room = width.saturating_sub(1).max(2);
        let bins = fitting(&self.lead.bins, room);
        let column = (room / bins.len().max(1)).clamp(1, 3);
        let split = bins.iter().filter(|bin| bin.above < 0.0).count();
        let tallest = bins.iter().map(|bin| bin.probability).fold(f64::MIN_POSITIVE, f64::max);
        let levels: Vec<usize> =
            bins.iter().map(|bin| super::part_of(HEIGHT * 8, bin.probability / tallest)).collect();
        let mut rows = Vec::new();
        for row in (0..HEIGHT).rev() {
            let cells = |levels: &[usize]| -> String {
                levels
                    .iter()
                    .map(|level| EIGHTHS[level.saturating_sub(8 * row).min(8)].repeat(column))
                    .collect()
            };
            rows.push(Line::from(vec![
                Span::styled(cells(&levels[..split]), self.left),
                Span::styled("\u{2502}", self.theme.quiet),
                Span::styled(cells(&levels[split..]), self.right),
            ]));
        }
        rows.push(self.scale(&bins, split * column, (bins.len() - split) * column));
        rows
    }

    /// The lowest lead, zero and the highest lead, under their columns.
    fn scale(&self, bins: &[Bin], left: usize, right: usize) -> Line<'static> {
        let first = bins.first().map_or(0.0, |bin| bin.above);
        let last = bins.last().map_or(0.0, |bin| bin.up_to);
        let before = if first < 0.0 { story::signed(first) } else { String::new() };
        let after = format!("{} points", story::signed(last));
        let gap = right.saturating_sub(text::width(&after));
        let scale = format!("{}0{}{after}", text::fitted(&before, left), " ".repeat(gap));
        Line::styled(scale, self.theme.quiet)
    }
}

/// The bins, put together until there are at most `most`, which is at least 2.
fn fitting(bins: &[Bin], most: usize) -> Vec<Bin> {
    let mut together = 1;
    let mut fitting = bins.to_vec();
    while fitting.len() > most.max(2) {
        together += 1;
        fitting = merged(bins, together);
    }
    fitting
}

/// Neighboring bins put together, `count` at a time, counted from zero so that it stays an edge.
fn merged(bins: &[Bin], count: usize) -> Vec<Bin> {
    let split = bins.iter().filter(|bin| bin.above < 0.0).count();
    let (below, above) = bins.split_at(split);
    below.rchunks(count).rev().chain(above.chunks(count)).filter_map(together).collect()
}

fn together(bins: &[Bin]) -> Option<Bin> {
    let (first, last) = (bins.first()?, bins.last()?);
    let probability = bins.iter().map(|bin| bin.probability).sum();
    Some(Bin { above: first.above, up_to: last.up_to, probability })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bins(from: i32, to: i32) -> Vec<Bin> {
        let bin = |i| Bin { above: f64::from(i), up_to: f64::from(i + 1), probability: 0.1 };
        (from..to).map(bin).collect()
    }

    #[test]
    fn merging_keeps_an_edge_at_zero() {
        for count in 1..9 {
            let merged = merged(&bins(-7, 12), count);
            assert!(merged.iter().any(|bin| bin.above.abs() < 1e-9), "{count}");
            assert!((merged.iter().map(|bin| bin.probability).sum::<f64>() - 1.9).abs() < 1e-9);
        }
    }

    #[test]
    fn a_histogram_fits_every_width() {
        let theme = Theme::colored();
        for (from, to) in [(-1, 1), (0, 1), (-40, 40), (-3, 60)] {
            let lead = LeadHistogram { bins: bins(from, to) };
            for width in 12..130 {
                let histogram =
                    Histogram { lead: &lead, left: Style::new(), right: Style::new(), theme: &theme };
                for row in histogram.rows(width).iter().take(HEIGHT) {
                    assert!(row.width() <= width, "{from} {to} {width}");
                }
            }
        }
    }
}
