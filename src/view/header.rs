//! The first line: what is compared, and whose weighing it is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::text;
use super::theme::Theme;
use crate::explorer::Explorer;

pub(super) struct Header<'a> {
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl Widget for Header<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let profile = self.explorer.profile();
        let name = profile.name.as_ref().map_or("new profile", |name| name.as_str());
        let mark = if self.explorer.unsaved() { " *" } else { "" };
        let width = usize::from(area.width);
        let right = format!("{}{mark} ", text::cut(name, width / 3));
        let brand = if width >= 60 { " Touchstone   " } else { " " };
        let room = width.saturating_sub(text::width(brand) + text::width(&right) + 1);
        let title = text::fitted(&self.explorer.comparison().title(), room);
        Line::from(vec![
            Span::styled(brand, self.theme.strong),
            Span::raw(title),
            Span::raw(" "),
            Span::styled(right, self.theme.strong),
        ])
        .render(area, buf);
    }
}
