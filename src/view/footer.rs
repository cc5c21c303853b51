//! The last line: what just happened, and the keys that work here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::hints;
use super::text;
use super::theme::Theme;
use crate::explorer::{Explorer, Notice, NoticeKind};
use crate::keymap;

pub(super) struct Footer<'a> {
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl Widget for Footer<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let width = usize::from(area.width);
        let mut spans = vec![Span::raw(" ")];
        if let Some(notice) = self.explorer.notice() {
            let style = match notice.kind {
                NoticeKind::Done => self.theme.done,
                NoticeKind::Problem => self.theme.alarm,
            };
            spans.push(Span::styled(text::cut(&self.said(notice), width.saturating_sub(2)), style));
            spans.push(Span::raw("   "));
        }
        let used: usize = spans.iter().map(Span::width).sum();
        let hints = if self.explorer.unsaved() { hints::spans_unsaved } else { hints::spans };
        spans.extend(hints(self.explorer.layer(), width.saturating_sub(used), self.theme));
        text::put(&Line::from(spans), area, buf);
    }
}

impl Footer<'_> {
    /// A notice with the key that can do something about it.
    fn said(&self, notice: &Notice) -> String {
        let remedy = notice.remedy.and_then(|(command, does)| {
            let key = keymap::key_for(self.explorer.layer(), command)?;
            Some(format!("; {key} {does}"))
        });
        format!("{}{}", notice.text.as_str(), remedy.unwrap_or_default())
    }
}
