//! Keys and what they do, as the footer and the dialogs name them. Only whole hints are shown.

use std::cmp::Reverse;

use ratatui::text::Span;

use super::text;
use super::theme::Theme;
use crate::explorer::{Command, Layer};
use crate::keymap::{self, Row};

/// Cells between two hints.
const GAP: usize = 2;

/// How high saving ranks while something is unsaved: with what the footer always names.
const URGENT: u8 = 8;

/// The hints of a layer that fit into `width` cells.
pub(super) fn spans(layer: &Layer, width: usize, theme: &Theme) -> Vec<Span<'static>> {
    ranked(layer, |row| row.rank, width, theme)
}

/// The same while something is unsaved.
pub(super) fn spans_unsaved(layer: &Layer, width: usize, theme: &Theme) -> Vec<Span<'static>> {
    let rank = |row: &Row| if row.key_for(Command::Save).is_some() { URGENT } else { row.rank };
    ranked(layer, rank, width, theme)
}

/// Those of the highest rank come first, of these the leftmost, and then whatever still fits, in their order.
fn ranked(layer: &Layer, rank: impl Fn(&Row) -> u8, width: usize, theme: &Theme) -> Vec<Span<'static>> {
    let hints: Vec<(u8, String, &str)> =
        keymap::hints(layer).map(|row| (rank(row), row.keys().to_string(), row.does)).collect();
    let mut by_rank: Vec<usize> = (0..hints.len()).collect();
    by_rank.sort_by_key(|i| Reverse(hints[*i].0));
    let mut room = width + GAP;
    let mut shown = vec![false; hints.len()];
    for i in by_rank {
        let (_, keys, does) = &hints[i];
        let size = text::width(keys) + 1 + text::width(does) + GAP;
        if size <= room {
            room -= size;
            shown[i] = true;
        }
    }
    let hint = |(_, keys, does): (u8, String, &str)| {
        [
            Span::styled(keys, theme.key),
            Span::styled(format!(" {does}"), theme.quiet),
            Span::raw(" ".repeat(GAP)),
        ]
    };
    hints.into_iter().zip(shown).filter(|(_, shown)| *shown).flat_map(|(spans, _)| hint(spans)).collect()
}
