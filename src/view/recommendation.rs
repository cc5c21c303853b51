//! What to do and how sure that is: the part that the eye finds first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Widget};

use super::gauge::Gauge;
use super::text;
use super::theme::Theme;
use crate::explorer::{Command, Explorer, Layer, Reweigh};
use crate::keymap;
use crate::profile::{Band, Counting};
use crate::story;
use crate::weight::Weight;

pub(super) struct Recommendation<'a> {
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl Widget for Recommendation<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let block = Block::bordered()
            .border_type(BorderType::Rounded)
            .border_style(self.leader_style())
            .title(Span::styled(" Recommendation ", self.theme.strong))
            .title(Line::from(Span::styled(self.settings(), self.theme.plain)).right_aligned());
        let inner = block.inner(area).intersection(buf.area);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        block.render(area, buf);
        let used = self.bars(inner, buf);
        let below = Rect { y: inner.y + used, height: inner.height.saturating_sub(used), ..inner };
        for (line, row) in self.sentences(below).into_iter().zip(below.rows()) {
            line.render(row, buf);
        }
    }
}

impl Recommendation<'_> {
    fn leader_style(&self) -> Style {
        self.explorer.assessment().leader.map_or(self.theme.line, |leader| self.theme.accent(leader))
    }

    /// How it counts, where that is not as usual.
    fn settings(&self) -> String {
        let profile = self.explorer.profile();
        let band = profile.band;
        let band_said = (band != Band::default()).then(|| format!(" weights \u{b1}{} ", band.points()));
        let parted = profile.counting == Counting::EveryClaim;
        let counting_said = parted.then(|| " every claim counts ".to_owned());
        band_said.into_iter().chain(counting_said).collect()
    }

    /// One bar for each alternative: its chance.
    fn bars(&self, area: Rect, buf: &mut Buffer) -> u16 {
        let alternatives = self.explorer.comparison().alternatives();
        let count = alternatives.len();
        let widest = self
            .explorer
            .comparison()
            .alternatives()
            .map(|(_, alternative)| text::width(&alternative.name))
            .max();
        let name_width = widest.unwrap_or(0).min(usize::from(area.width) / 3);
        let rows = area.height.saturating_sub(1);
        for ((i, alternative), row) in alternatives.zip(area.rows()).take(rows.into()) {
            let standing = &self.explorer.assessment()[i];
            let accent = self.theme.accent(i);
            let told = if standing.ruled_out_by.is_empty() {
                story::chance(standing.chance)
            } else {
                "ruled out".to_owned()
            };
            let name = format!("{} ", text::fitted(&alternative.name, name_width));
            let told = format!(" {told:>19}");
            let [before, after] =
                [&name, &told].map(|text| u16::try_from(text::width(text)).unwrap_or(u16::MAX));
            let bar = Rect {
                x: row.x.saturating_add(before),
                width: row.width.saturating_sub(before.saturating_add(after)),
                ..row
            };
            Line::styled(name, self.theme.strong).render(row, buf);
            Line::raw(told).right_aligned().render(row, buf);
            Gauge { part: standing.chance, left: accent, right: None, theme: self.theme }
                .render(bar.intersection(row), buf);
        }
        rows.min(u16::try_from(count).unwrap_or(u16::MAX))
    }

    /// What to press as long as nothing is weighed.
    fn how_to_begin() -> String {
        let said = |command, words: &str| {
            let keys = keymap::row_for(&Layer::Panes, command).map(|row| row.keys().to_string());
            keys.map_or_else(String::new, |keys| format!(" {keys} {words}"))
        };
        let weigh = said(Command::Weigh(Reweigh::To(Weight::clamped(0))), "says how much one matters,");
        weigh + &said(Command::AskMe, "asks you.")
    }

    /// The answer, then what else must be said, as far as there is room.
    fn sentences(&self, area: Rect) -> Vec<Line<'static>> {
        let (width, most) = (usize::from(area.width), usize::from(area.height));
        let (comparison, assessment) = (self.explorer.comparison(), self.explorer.assessment());
        let answer = story::answer(comparison, assessment);
        let sentence = format!("{}{}", answer.verdict, answer.rest);
        let mut lines: Vec<Line<'static>> = Vec::new();
        for (i, line) in text::wrapped(&sentence, width, most).into_iter().enumerate() {
            lines.push(match line.strip_prefix(&answer.verdict) {
                Some(rest) if i == 0 => Line::from(vec![
                    Span::styled(answer.verdict.clone(), self.theme.strong),
                    Span::raw(rest.to_owned()),
                ]),
                _ => Line::raw(line),
            });
        }
        for mut remark in story::remarks(comparison, assessment) {
            if remark == story::COUNTS_ONLY {
                remark.push_str(&Self::how_to_begin());
            }
            let room = most.saturating_sub(lines.len());
            lines.extend(text::wrapped(&remark, width, room).into_iter().map(Line::raw));
        }
        for reason in story::reasons(comparison, self.explorer.profile(), assessment) {
            let wrapped = text::wrapped(&reason, width, most);
            // A sentence is said whole or not at all: a shorter one may still fit.
            if lines.len() + wrapped.len() > most {
                continue;
            }
            lines.extend(wrapped.into_iter().map(Line::raw));
        }
        lines
    }
}
