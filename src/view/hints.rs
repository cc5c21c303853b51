//! Keys and what they do, as the footer and the dialogs name them. Only whole hints are shown.

use std::cmp::Reverse;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::spots::{Canvas, Spot};
use super::text;
use super::theme::Theme;
use crate::explorer::{Command, Explorer, Layer};
use crate::keymap::{self, Row};
use crate::order;

/// Cells between two hints.
const GAP: u16 = 2;

/// How high saving ranks while something is unsaved: with what the footer always names.
const URGENT: u8 = 8;

/// What is refused as long as the answer is hidden.
const REFUSED: [Command; 5] =
    [Command::Insight, Command::Decide, Command::Compare, Command::Copy, Command::Export];

/// Draws the hints of a layer that fit on the first row of `area`.
pub(super) fn draw(layer: &Layer, area: Rect, theme: &Theme, canvas: &mut Canvas<'_>) {
    ranked(layer, |row| Some(row.rank), area, theme, canvas);
}

/// The same for what is open: saving comes first while something is unsaved, and what is refused is not named.
pub(super) fn draw_for(
    explorer: &Explorer,
    layer: &Layer,
    area: Rect,
    theme: &Theme,
    canvas: &mut Canvas<'_>,
) {
    let is_unsaved = explorer.unsaved();
    let rank = |row: &Row| match row.only_command() {
        Some(command) if explorer.is_blind() && REFUSED.contains(&command) => None,
        Some(Command::Save) if is_unsaved => Some(URGENT),
        Some(_) | None => Some(row.rank),
    };
    ranked(layer, rank, area, theme, canvas);
}

/// Those of the highest rank come first, of these the leftmost, and then whatever still fits, in their order.
fn ranked(
    layer: &Layer,
    rank: impl Fn(&Row) -> Option<u8>,
    area: Rect,
    theme: &Theme,
    canvas: &mut Canvas<'_>,
) {
    let hints: Vec<&Row> = keymap::hints(layer).filter(|row| rank(row).is_some()).collect();
    let mut by_rank: Vec<usize> = (0..hints.len()).collect();
    order::by_key(&mut by_rank, |i| Reverse(rank(hints[*i])));
    let mut room = usize::from(area.width) + usize::from(GAP);
    let mut shown = vec![false; hints.len()];
    for i in by_rank {
        let size =
            text::width(&hints[i].keys().to_string()) + 1 + text::width(hints[i].does) + usize::from(GAP);
        if size <= room {
            room -= size;
            shown[i] = true;
        }
    }
    let mut pen = Pen { left: area, canvas };
    for (row, _) in hints.into_iter().zip(shown).filter(|(_, shown)| *shown) {
        pen.hint(row, theme);
    }
}

/// Draws from left to right.
struct Pen<'a, 'b> {
    /// What is left of the row.
    left: Rect,
    canvas: &'a mut Canvas<'b>,
}

impl Pen<'_, '_> {
    /// One hint. Where it is of one command, all of it can be pointed at, else each of its keys.
    fn hint(&mut self, row: &Row, theme: &Theme) {
        let start = self.left;
        for (key, command) in row.keys().pieces() {
            let area = self.put(&key, theme.key);
            self.canvas.spots.extend(command.map(|command| (area, Spot::Key(command))));
        }
        self.put(" ", theme.quiet);
        self.put(row.does, theme.quiet);
        if let Some(command) = row.only_command() {
            let all = Rect { width: self.left.x - start.x, height: 1, ..start };
            self.canvas.spots.add(all, Spot::Key(command));
        }
        self.left = Rect { x: self.left.x + GAP, width: self.left.width.saturating_sub(GAP), ..self.left };
    }

    fn put(&mut self, words: &str, style: Style) -> Rect {
        text::put(&Line::from(Span::styled(words, style)), self.left, self.canvas.buf);
        let width = u16::try_from(text::width(words)).unwrap_or(u16::MAX).min(self.left.width);
        let area = Rect { width, height: 1, ..self.left };
        self.left = Rect { x: self.left.x + width, width: self.left.width - width, ..self.left };
        area
    }
}
