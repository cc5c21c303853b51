//! *Ask me*: criteria to pick from, then questions.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::dialog::{framed, popup};
use super::hints;
use super::scroll::{Hold, scrolled_lines};
use super::text;
use super::theme::Theme;
use crate::comparison::Polarity;
use crate::explorer::{Command, Explorer, Extent, Question, Ranking};
use crate::keymap;

/// What matters most is picked.
pub(super) struct RankingList<'a> {
    pub(super) ranking: &'a Ranking,
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl RankingList<'_> {
    /// Draws the list and returns how much of it fits.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer) -> Extent {
        let width = 52.min(usize::from(area.width));
        let comparison = self.explorer.comparison();
        let inside = width.saturating_sub(4);
        let question = if self.ranking.picked().is_empty() {
            "What matters most to you?".to_owned()
        } else {
            let enough = keymap::key_for(self.explorer.layer(), Command::Enough);
            let enough = enough.map(|key| format!(" {key} if the rest matters little."));
            format!("And what next?{}", enough.unwrap_or_default())
        };
        let picked = self.ranking.picked().iter().enumerate().map(|(place, criterion)| {
            let line = format!("{:>2}. {}", place + 1, comparison[*criterion].name);
            Line::styled(text::cut(&line, inside), self.theme.strong)
        });
        let left = self.ranking.left();
        let choices = left.iter().enumerate().map(|(i, criterion)| {
            let name = text::fitted(&comparison[*criterion].name, inside.saturating_sub(4));
            if i == self.ranking.at() {
                Line::styled(format!("\u{258c}   {name}"), self.theme.cursor)
            } else {
                Line::raw(format!("    {name}"))
            }
        });
        let mut lines = vec![Line::styled(question, self.theme.strong), Line::raw("")];
        lines.extend(picked);
        let chosen = lines.len() + self.ranking.at();
        lines.extend(choices);
        let inner = popup("Ask me", (width, lines.len() + 2), self.theme, area, buf);
        scrolled_lines(&lines, Hold::Line(chosen), (inner, framed(inner)), self.theme, buf)
    }
}

/// How much a claim matters is asked.
pub(super) struct QuestionBox<'a> {
    pub(super) question: &'a Question,
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl Widget for QuestionBox<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let comparison = self.explorer.comparison();
        let claim = &comparison[self.question.claim()];
        let alternative = &comparison[claim.alternative].name;
        let speaks = match claim.polarity {
            Polarity::Pro => "for",
            Polarity::Con => "against",
        };
        let width = 64.min(usize::from(area.width));
        let inside = width.saturating_sub(4);
        let asked = format!("How much does it matter to you that this speaks {speaks} {alternative}?");
        let mut lines = vec![Line::raw(""), Line::styled(text::cut(&claim.title, inside), self.theme.strong)];
        lines.extend(text::wrapped(&claim.detail, inside, 3).into_iter().map(Line::raw));
        lines.push(Line::raw(""));
        lines.extend(text::wrapped(&asked, inside, 2).into_iter().map(Line::raw));
        lines.push(Line::raw(""));
        lines.push(Line::from(hints::spans(self.explorer.layer(), inside, self.theme)));
        let title = format!("Question {}", self.question.number());
        let inner = popup(&title, (width, lines.len() + 3), self.theme, area, buf);
        for (line, row) in lines.into_iter().zip(inner.rows()) {
            line.render(row, buf);
        }
    }
}
