//! Keys and what they do, as the footer and the dialogs name them. Only whole hints are shown.

use ratatui::text::Span;

use super::text;
use super::theme::Theme;
use crate::explorer::Layer;
use crate::keymap::{self, Row};

/// Cells between two hints.
const GAP: usize = 2;

/// The hints of a layer that fit into `width` cells.
///
/// Those of the lowest rank are left out first, the rightmost of them before the others.
pub(super) fn spans(layer: &Layer, width: usize, theme: &Theme) -> Vec<Span<'static>> {
    let mut hints: Vec<(u8, String, &str)> =
        keymap::hints(layer).map(|row: &Row| (row.rank, row.keys().to_string(), row.does)).collect();
    let size = |(_, keys, does): &(u8, String, &str)| text::width(keys) + 1 + text::width(does) + GAP;
    while hints.iter().map(size).sum::<usize>() > width + GAP {
        let lowest = hints.iter().map(|(rank, ..)| *rank).min();
        let Some(dropped) = hints.iter().rposition(|(rank, ..)| Some(*rank) == lowest) else { break };
        hints.remove(dropped);
    }
    let hint = |(_, keys, does): (u8, String, &str)| {
        [
            Span::styled(keys, theme.key),
            Span::styled(format!(" {does}"), theme.quiet),
            Span::raw(" ".repeat(GAP)),
        ]
    };
    hints.into_iter().flat_map(hint).collect()
}
