//! All about the claim under the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Padding, Widget};

use super::text;
use super::theme::Theme;
use crate::comparison::{ClaimId, Polarity};
use crate::explorer::Explorer;

pub(super) struct Detail<'a> {
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl Widget for Detail<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        if area.height < 2 {
            return;
        }
        let cursor = self.explorer.cursor();
        let width = usize::from(area.width).saturating_sub(4);
        // A line with the title, and no box around the text: there are boxes enough.
        let block = Block::new()
            .borders(Borders::TOP)
            .border_style(self.theme.line)
            .padding(Padding::horizontal(2))
            .title(self.title(width));
        let inner = block.inner(area).intersection(buf.area);
        block.render(area, buf);
        let Some(claim) = cursor.claim else { return };
        let detail = &self.explorer.comparison()[claim].detail;
        let height = usize::from(inner.height);
        let lines = text::wrapped(detail, width, height);
        // How the claim counts comes last, where the text leaves a line free.
        let free = lines.len() < height;
        for (line, row) in lines.into_iter().zip(inner.rows()) {
            Line::raw(line).render(row, buf);
        }
        if free {
            let row = Rect { y: inner.bottom() - 1, height: 1, ..inner };
            Line::styled(text::cut(&self.counts(claim), width), self.theme.quiet).render(row, buf);
        }
    }
}

impl Detail<'_> {
    fn title(&self, width: usize) -> Line<'static> {
        let comparison = self.explorer.comparison();
        let cursor = self.explorer.cursor();
        let alternative = &comparison[cursor.alternative].name;
        let Some(claim) = cursor.claim.map(|claim| &comparison[claim]) else {
            return Line::raw(text::cut(&format!(" {alternative} has no claims "), width));
        };
        let title = text::cut(&claim.title, width);
        let mut about = format!(" \u{b7} {} of {alternative}", claim.polarity.word());
        if let Some(criterion) = claim.criterion {
            about.push_str(" \u{b7} ");
            about.push_str(&comparison[criterion].name);
        }
        let about = text::cut(&about, width.saturating_sub(text::width(&title)));
        Line::from(vec![
            Span::styled("\u{2500}", self.theme.line),
            Span::styled(format!(" {title}"), self.theme.strong),
            Span::styled(format!("{about} "), self.theme.plain),
        ])
    }

    /// How the claim counts, and what mirrors it.
    fn counts(&self, claim: ClaimId) -> String {
        let comparison = self.explorer.comparison();
        let stance = self.explorer.stance(claim);
        let band = self.explorer.profile().band.points();
        let mut counts = match (stance.on, stance.weight) {
            (false, _) => "Switched off: counts nothing".to_owned(),
            (true, None) => "Not weighed yet: may be anything from 0 to 10".to_owned(),
            (true, Some(weight)) if band == 0 => format!("Weight {}", weight.points()),
            (true, Some(weight)) => format!("Weight {}, give or take {band}", weight.points()),
        };
        if stance.essential && stance.on {
            counts.push_str(match comparison[claim].polarity {
                Polarity::Pro => " \u{b7} a must-have",
                Polarity::Con => " \u{b7} a deal-breaker",
            });
        }
        if let Some(mirror) = comparison.mirror(claim) {
            counts.push_str(" \u{b7} mirrored by ");
            counts.push_str(&comparison[mirror].title);
        }
        if !stance.note.is_empty() {
            counts.push_str(" \u{b7} note: ");
            counts.push_str(&stance.note);
        }
        counts
    }
}
