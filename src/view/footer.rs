//! The last line: what just happened, and the keys that work here. Only whole hints are shown.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::text;
use super::theme::Theme;
use crate::explorer::{Explorer, NoticeKind};
use crate::keymap::{self, Hint};

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
            spans.push(Span::styled(text::cut(&notice.text, width.saturating_sub(2)), style));
            spans.push(Span::raw("   "));
        }
        let used: usize = spans.iter().map(Span::width).sum();
        let hints: Vec<Hint> = keymap::hints(self.explorer.layer()).collect();
        for hint in fitting(&hints, width.saturating_sub(used)) {
            spans.push(Span::styled(hint.keys, self.theme.key));
            spans.push(Span::styled(format!(" {}", hint.does), self.theme.quiet));
            spans.push(Span::raw("  "));
        }
        Line::from(spans).render(area, buf);
    }
}

/// The hints that fit: those of the lowest rank are dropped first, the rightmost of them before the others.
fn fitting(hints: &[Hint], width: usize) -> Vec<Hint> {
    let size = |hint: &Hint| text::width(hint.keys) + text::width(hint.does) + 3;
    let mut kept = hints.to_vec();
    while kept.iter().map(size).sum::<usize>() > width + 2 {
        let lowest = kept.iter().map(|hint| hint.rank).min();
        let Some(dropped) = kept.iter().rposition(|hint| Some(hint.rank) == lowest) else { break };
        kept.remove(dropped);
    }
    kept
}
