//! What the answer is and how sure: what the eye finds first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::layout::ONE_LINE;
use super::text;
use super::theme::Theme;
use crate::comparison::Comparison;
use crate::decision::Verdict;
use crate::explorer::{Command, Layer, Reweigh};
use crate::keymap;
use crate::story::{Headline as Told, Story};
use crate::weight::Weight;

/// Up to here it is said how often one comes first, then of what.
const WAYS: &str = "100 ways";

/// Up to here it is said what rules out, then what would be without that.
const WITHOUT: &str = "; without ";

/// Between hints at what to press.
const BETWEEN: &str = " \u{b7} ";

pub(super) struct Headline<'a> {
    pub(super) story: Story<'a>,
    /// Whether the answer is hidden.
    pub(super) is_blind: bool,
    pub(super) theme: &'a Theme,
}

impl Widget for Headline<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let width = usize::from(area.width).saturating_sub(2);
        let rows = usize::from(area.height);
        let told = self.told();
        let shorter = |sure: String| Told { sure, ..told.clone() };
        let fits = |told: &Told| text::width(&told.in_one_line()) <= width;
        let one_line = forms(&told.sure).map(shorter).find(fits);
        let one_line = one_line.filter(|one_line| rows == 1 || (area.width >= ONE_LINE && *one_line == told));
        let lines: Vec<Line<'static>> = if let Some(told) = one_line {
            let said = told.in_one_line();
            let rest = said.strip_prefix(&told.answer).unwrap_or_default().to_owned();
            vec![Line::from(vec![
                Span::raw(" "),
                Span::styled(told.answer, self.theme.strong),
                Span::raw(rest),
            ])]
        } else {
            let fits = |told: &Told| text::whole(&told.sure_alone(), width).len() < rows;
            let fitting = forms(&told.sure).map(shorter).find(fits);
            let sure = fitting.as_ref().unwrap_or(&told).sure_alone();
            let answer = text::wrapped(&told.answer, width, 1);
            let answer = answer.into_iter().map(|line| Span::styled(line, self.theme.strong));
            let sure = text::wrapped(&sure, width, rows.saturating_sub(1)).into_iter().map(Span::raw);
            answer.chain(sure).map(|line| Line::from(vec![Span::raw(" "), line])).collect()
        };
        for (line, row) in lines.into_iter().zip(area.rows()) {
            text::put(&line, row, buf);
        }
    }
}

/// How sure the answer is, whole and in fewer and fewer words, each of which could be said.
fn forms(sure: &str) -> impl Iterator<Item = String> {
    let ways = sure.find(WAYS).map(|start| &sure[..start + WAYS.len()]);
    let why = sure.find(WITHOUT).map(|end| &sure[..end]);
    let hints = sure.rmatch_indices(BETWEEN).map(|(end, _)| &sure[..end]);
    [sure].into_iter().chain(ways).chain(why).chain(hints).map(str::to_owned)
}

impl Headline<'_> {
    fn told(&self) -> Told {
        let told = self.story.headline();
        if self.story.comparison.claims().len() == 0 {
            return Told { answer: "What speaks for it, and what against?".to_owned(), sure: how_to_write() };
        }
        if self.is_blind {
            return Told { answer: "You are weighing blind".to_owned(), sure: how_to_see() };
        }
        if self.story.profile.is_hidden(self.story.comparison) {
            let sure = "what follows is hidden until all of it is weighed".to_owned();
            return Told { answer: "This one is weighed blind".to_owned(), sure };
        }
        match self.story.assessment.verdict {
            Verdict::Unweighed => Told { sure: how_to_begin(self.story.comparison), ..told },
            Verdict::Clear
            | Verdict::Solid
            | Verdict::Leaning
            | Verdict::TooClose
            | Verdict::Tie
            | Verdict::NoneAcceptable => told,
        }
    }
}

/// What to press as long as nothing is written.
fn how_to_write() -> String {
    let keys = keys(&[
        (Command::Add, "to add a line"),
        (Command::Question, "to change the question"),
        (Command::Files, "to open another"),
    ]);
    // A sentence begins with a capital letter, and keys must not.
    format!("Press {keys}")
}

/// What becomes of an answer that is hidden.
fn how_to_see() -> String {
    format!("the answer is hidden until all is weighed{BETWEEN}{}", keys(&[(Command::Blind, "shows it")]))
}

/// What to press as long as nothing is weighed.
fn how_to_begin(comparison: &Comparison) -> String {
    let said = [
        (Command::Weigh(Reweigh::To(Weight::clamped(0))), "says how much a line matters to you"),
        (Command::AskMe, "asks you"),
        (Command::Profiles, "ready-made weights"),
    ];
    keys(if comparison.presets().is_empty() { &said[..2] } else { &said })
}

fn keys(said: &[(Command, &str)]) -> String {
    let said = said.iter().map(|(command, does)| {
        let keys = keymap::row_for(&Layer::Panes, *command).map(|row| row.keys().to_string());
        format!("{} {does}", keys.unwrap_or_default())
    });
    said.collect::<Vec<_>>().join(BETWEEN)
}
