//! The list of all keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::dialog::{framed, popup};
use super::scroll::{Hold, scrolled};
use super::text;
use super::theme::Theme;
use crate::explorer::Extent;
use crate::keymap;

/// Cells for the keys of a line.
const KEYS_WIDTH: usize = 18;

pub(super) struct HelpList<'a> {
    pub(super) scroll: usize,
    pub(super) theme: &'a Theme,
}

impl HelpList<'_> {
    /// Draws the list and returns how much of it fits.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer) -> Extent {
        let lines = self.lines();
        let width = 64.min(usize::from(area.width));
        let inner = popup("Keys", (width, lines.len() + 2), self.theme, area, buf);
        scrolled(lines, Hold::Offset(self.scroll), inner, framed(inner), self.theme, buf)
    }

    fn lines(&self) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        let mut group = "";
        for help in keymap::help() {
            if help.group != group {
                if !group.is_empty() {
                    lines.push(Line::raw(""));
                }
                group = help.group;
                lines.push(Line::styled(group, self.theme.strong));
            }
            lines.push(Line::from(vec![
                Span::styled(format!("  {}", text::fitted(help.keys, KEYS_WIDTH)), self.theme.key),
                Span::raw(help.does),
            ]));
        }
        lines
    }
}
