//! The list of presets and saved profiles.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::dialog::{framed, popup};
use super::scroll::{Hold, scrolled_lines};
use super::text;
use super::theme::Theme;
use crate::explorer::{Command, Explorer, Extent, Layer, Profiles};
use crate::keymap;
use crate::store::ShelfItem;

pub(super) struct ProfileList<'a> {
    pub(super) profiles: &'a Profiles,
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl ProfileList<'_> {
    /// Draws the list and returns how much of it fits.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer) -> Extent {
        let width = 72.min(usize::from(area.width));
        let (lines, chosen) = self.lines(width.saturating_sub(4));
        let inner = popup("Profiles", (width, lines.len() + 2), self.theme, area, buf);
        scrolled_lines(&lines, Hold::Line(chosen), (inner, framed(inner)), self.theme, buf)
    }

    /// All lines and which one is chosen.
    fn lines(&self, width: usize) -> (Vec<Line<'static>>, usize) {
        let mut lines = Vec::new();
        let mut chosen = 0;
        let presets = &self.explorer.comparison().presets();
        if !presets.is_empty() {
            lines.push(Line::styled("Presets", self.theme.strong));
        }
        let lines_of_presets =
            presets.iter().map(|preset| (preset.name.to_string(), preset.summary.to_string()));
        for (i, (name, about)) in
            lines_of_presets.chain(self.profiles.items().iter().map(|item| self.item(item))).enumerate()
        {
            if i == presets.len() {
                if i > 0 {
                    lines.push(Line::raw(""));
                }
                lines.push(Line::styled("Yours", self.theme.strong));
            }
            if i == self.profiles.chosen() {
                chosen = lines.len();
            }
            lines.push(self.line(&name, &about, i == self.profiles.chosen(), width));
        }
        if self.profiles.items().is_empty() {
            lines.push(Line::raw(""));
            let save = keymap::key_for(&Layer::Panes, Command::Save);
            let save = save.map(|key| format!(": {key} in the panes saves one"));
            let none = format!("None of yours yet{}.", save.unwrap_or_default());
            lines.push(Line::styled(none, self.theme.quiet));
        }
        (lines, chosen)
    }

    fn item(&self, item: &ShelfItem) -> (String, String) {
        match item {
            ShelfItem::Sound(name) => {
                let about = if self.explorer.open().is_called(name) { "open now" } else { "" };
                (name.to_string(), about.to_owned())
            }
            ShelfItem::Damaged { file, problem } => {
                (file.to_string(), format!("damaged: {}", problem.as_str()))
            }
        }
    }

    fn line(&self, name: &str, about: &str, chosen: bool, width: usize) -> Line<'static> {
        let edge = if chosen { "\u{258c} " } else { "  " };
        let name_width = if about.is_empty() { width.saturating_sub(2) } else { width / 3 };
        let about_width = width.saturating_sub(name_width + 3);
        let line = Line::from(vec![
            Span::raw(edge),
            Span::raw(text::fitted(name, name_width)),
            Span::raw(if about.is_empty() { "" } else { " " }),
            Span::styled(
                if about.is_empty() { String::new() } else { text::fitted(about, about_width) },
                self.theme.quiet,
            ),
        ]);
        if chosen { line.style(self.theme.cursor) } else { line }
    }
}
