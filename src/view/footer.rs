//! The last line: what just happened, and the keys that work here.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::entry;
use super::hints;
use super::spots::Canvas;
use super::text;
use super::theme::Theme;
use crate::comparison::ClaimId;
use crate::explorer::{Explorer, Finding, Layer, Notice, NoticeKind};
use crate::keymap;

pub(super) struct Footer<'a> {
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl Footer<'_> {
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) {
        let width = usize::from(area.width);
        let mut spans = vec![Span::raw(" ")];
        if let Layer::Finding(finding) = self.explorer.layer() {
            spans.extend(self.finding(finding, width));
        }
        if let Some(notice) = self.explorer.notice() {
            let style = match notice.kind {
                NoticeKind::Done => self.theme.done,
                NoticeKind::Problem => self.theme.alarm,
            };
            spans.push(Span::styled(text::cut(&self.said(notice), width.saturating_sub(2)), style));
            spans.push(Span::raw("   "));
        }
        let line = Line::from(spans);
        text::put(&line, area, canvas.buf);
        let used = u16::try_from(line.width()).unwrap_or(u16::MAX).min(area.width);
        let rest = Rect { x: area.x + used, width: area.width - used, ..area };
        hints::draw_for(self.explorer, self.explorer.layer(), rest, self.theme, canvas);
    }

    /// What is looked for, as it is typed, and how much was found.
    fn finding(&self, finding: &Finding, width: usize) -> Vec<Span<'static>> {
        let found = match (finding.over(), finding.found().len()) {
            (Layer::Help(_), _) => String::new(),
            (_, 0) => "no line has that".to_owned(),
            (_, _) if finding.search().is_empty() => "find in all lines".to_owned(),
            (_, count) => {
                let before = |claim: &&ClaimId| Some(**claim) < self.explorer.cursor().claim;
                format!("{} of {count}", finding.found().iter().filter(before).count() + 1)
            }
        };
        let mut spans = vec![Span::styled("/ ", self.theme.key)];
        let room = (width / 2).saturating_sub(text::width(&found) + 6);
        spans.extend(entry::line(finding.entry(), room, self.theme));
        spans.push(Span::styled(format!("  {found}   "), self.theme.done));
        spans
    }

    /// A notice with the key that can do something about it.
    fn said(&self, notice: &Notice) -> String {
        let remedy = notice.remedy.and_then(|(command, does)| {
            let key = keymap::key_for(self.explorer.layer(), command)?;
            Some(format!("; {key} {does}"))
        });
        format!("{}{}", notice.text.as_str(), remedy.unwrap_or_default())
    }
}
