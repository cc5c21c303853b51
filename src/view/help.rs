//! The list of all keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::dialog::{framed, popup};
use super::scroll::{Hold, scrolled_lines};
use super::text;
use super::theme::Theme;
use crate::explorer::{Extent, Help};
use crate::keymap;

/// Cells for the keys of a line.
const KEYS_WIDTH: usize = 20;

pub(super) struct HelpList<'a> {
    pub(super) help: Help,
    pub(super) theme: &'a Theme,
}

impl HelpList<'_> {
    /// Draws the list and returns how much of it fits.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer) -> Extent {
        let lines = self.lines();
        let widest = lines.iter().map(Line::width).max().unwrap_or(0);
        let width = (widest + 4).min(usize::from(area.width));
        let inner = popup("Keys", (width, lines.len() + 2), self.theme, area, buf);
        scrolled_lines(&lines, Hold::Offset(self.help.scroll()), (inner, framed(inner)), self.theme, buf)
    }

    fn lines(&self) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        for (heading, rows) in keymap::help() {
            if !lines.is_empty() {
                lines.push(Line::raw(""));
            }
            lines.push(Line::styled(heading, self.theme.strong));
            lines.extend(rows.map(|row| {
                Line::from(vec![
                    Span::styled(format!("  {}", text::fitted(&row.all_keys(), KEYS_WIDTH)), self.theme.key),
                    Span::raw(row.explained()),
                ])
            }));
        }
        lines
    }
}
