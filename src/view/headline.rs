//! What the answer is and how sure: what the eye finds first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::text;
use super::theme::Theme;
use crate::decision::Verdict;
use crate::explorer::{Command, Layer, Reweigh};
use crate::keymap;
use crate::story::{Headline as Told, Story};
use crate::weight::Weight;

pub(super) struct Headline<'a> {
    pub(super) story: Story<'a>,
    pub(super) theme: &'a Theme,
}

impl Widget for Headline<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let width = usize::from(area.width).saturating_sub(2);
        let told = self.told();
        // Where it is too long for one line, how sure it is is said in fewer words.
        let line = [told.in_one_line(), told.briefly()].into_iter().find(|line| text::width(line) <= width);
        let lines: Vec<Line<'static>> = if area.height == 1
            && let Some(line) = line
        {
            let rest = line.strip_prefix(&told.answer).unwrap_or_default().to_owned();
            vec![Line::from(vec![
                Span::raw(" "),
                Span::styled(told.answer, self.theme.strong),
                Span::raw(rest),
            ])]
        } else {
            let answer = Span::styled(text::cut(&told.answer, width), self.theme.strong);
            let sure = text::wrapped(&told.sure_alone(), width, usize::from(area.height) - 1);
            std::iter::once(Line::from(vec![Span::raw(" "), answer]))
                .chain(sure.into_iter().map(|line| Line::raw(format!(" {line}"))))
                .collect()
        };
        for (line, row) in lines.into_iter().zip(area.rows()) {
            text::put(&line, row, buf);
        }
    }
}

impl Headline<'_> {
    fn told(&self) -> Told {
        let told = self.story.headline();
        match self.story.assessment.verdict {
            Verdict::Unweighed => Told { sure: how_to_begin(), ..told },
            Verdict::Clear
            | Verdict::Solid
            | Verdict::Leaning
            | Verdict::TooClose
            | Verdict::Tie
            | Verdict::NoneAcceptable => told,
        }
    }
}

/// What to press as long as nothing is weighed.
fn how_to_begin() -> String {
    let said = [
        (Command::Weigh(Reweigh::To(Weight::clamped(0))), "says how much a line matters to you"),
        (Command::AskMe, "asks you"),
        (Command::Profiles, "ready-made weights"),
    ];
    let said = said.map(|(command, does)| {
        let keys = keymap::row_for(&Layer::Panes, command).map(|row| row.keys().to_string());
        format!("{} {does}", keys.unwrap_or_default())
    });
    said.join(" \u{b7} ")
}
