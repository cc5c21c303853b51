//! The insight view: everything behind the answer, on the whole screen.

mod histogram;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Padding, Widget};

use super::scroll::{Hold, scrolled};
use super::text;
use super::theme::Theme;
use crate::comparison::ClaimId;
use crate::explorer::{Explorer, Extent, Insight, InsightLine};
use crate::story;
use crate::weight::Weight;
use histogram::Histogram;

/// The widest title of a claim, in cells.
const TITLE: usize = 28;

/// Cells of a ruler from weight 0 to weight 10, two for each point.
const RULER: usize = 2 * Weight::MOST as usize + 1;

pub(super) struct InsightPage<'a> {
    pub(super) insight: &'a Insight,
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl InsightPage<'_> {
    /// Draws the view and returns how much of it fits.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer) -> Extent {
        Clear.render(area, buf);
        let block = Block::bordered()
            .border_type(BorderType::Rounded)
            .border_style(self.theme.line)
            .padding(Padding::horizontal(1))
            .title(Span::styled(" Insight ", self.theme.strong));
        let inner = block.inner(area).intersection(buf.area);
        block.render(area, buf);
        let (rows, chosen) = self.rows(usize::from(inner.width));
        let extent = scrolled(rows, Hold::Line(chosen), inner, area, self.theme, buf);
        Extent { page: extent.page / 2, ..extent }
    }

    /// All rows, and which one is chosen.
    fn rows(&self, width: usize) -> (Vec<Line<'static>>, usize) {
        let mut rows = Vec::new();
        let (mut selectable, mut chosen) = (0, 0);
        for line in self.insight.lines() {
            let is_chosen = line.is_selectable() && selectable == self.insight.at();
            selectable += usize::from(line.is_selectable());
            if is_chosen {
                chosen = rows.len();
            }
            let edge = match (is_chosen, line.claim()) {
                (false, _) => Span::raw(" "),
                (true, None) => Span::raw("\u{258c}"),
                (true, Some(claim)) => Span::styled("\u{258c}", self.claim_accent(claim)),
            };
            for mut row in self.line(line, is_chosen, width.saturating_sub(1)) {
                row.spans.insert(0, edge.clone());
                rows.push(row);
            }
        }
        (rows, chosen)
    }

    /// The rows of one line.
    fn line(&self, line: &InsightLine, chosen: bool, width: usize) -> Vec<Line<'static>> {
        match line {
            InsightLine::Answer(sentence) => Self::sentence(sentence, self.theme.strong, width),
            InsightLine::Heading(heading) => {
                vec![Line::raw(""), Line::from(Span::styled(text::cut(heading, width), self.theme.strong))]
            }
            InsightLine::Text(sentence) => Self::sentence(sentence, Style::new(), width),
            InsightLine::Lead(lead) => {
                let (left, right) = (self.rival_accent(), self.leader_accent());
                Histogram { lead, left, right, theme: self.theme }.rows(width)
            }
            InsightLine::Contribution { claim, value, cancelled, largest } => {
                let mut row = self.title(*claim, chosen, title_width(width));
                row.extend(self.contribution(*claim, *value, *cancelled, *largest, width));
                vec![Line::from(row)]
            }
            InsightLine::Tipping { claim, now, interval, tips_at } => {
                let mut row = self.title(*claim, chosen, TITLE.min(width.saturating_sub(RULER + 16)));
                row.extend(self.ruler(*claim, *now, *interval, *tips_at));
                vec![Line::from(row)]
            }
            InsightLine::Mirrored { claim, mirrors } => {
                let comparison = self.explorer.comparison();
                let mirrors: Vec<&str> = mirrors.iter().map(|i| comparison[*i].title.as_str()).collect();
                let mut row = self.title(*claim, chosen, title_width(width));
                let room = width.saturating_sub(title_width(width) + 5);
                row.push(Span::raw(format!("= {}", text::cut(&story::listed(&mirrors), room))));
                vec![Line::from(row)]
            }
            InsightLine::Thought { claim, influence } => {
                let mut row = self.title(*claim, chosen, title_width(width));
                row.push(Span::raw(format!("sways {}", story::chance(*influence))));
                vec![Line::from(row)]
            }
        }
    }

    fn sentence(sentence: &str, style: Style, width: usize) -> Vec<Line<'static>> {
        let wrapped = text::wrapped(sentence, width, usize::MAX);
        wrapped.into_iter().map(|line| Line::from(Span::styled(line, style))).collect()
    }

    fn claim_accent(&self, claim: ClaimId) -> Style {
        self.theme.accent(self.explorer.comparison()[claim].alternative)
    }

    /// The mark and the title of a line about a claim.
    fn title(&self, claim: ClaimId, chosen: bool, width: usize) -> Vec<Span<'static>> {
        let title = text::fitted(&self.explorer.comparison()[claim].title, width);
        let style = if chosen { self.theme.cursor } else { Style::new() };
        vec![Span::styled("\u{25cf} ", self.claim_accent(claim)), Span::styled(title, style), Span::raw(" ")]
    }

    /// A bar to the right for what supports the leader, to the left for what opposes it.
    fn contribution(
        &self,
        claim: ClaimId,
        value: f64,
        cancelled: f64,
        largest: f64,
        width: usize,
    ) -> Vec<Span<'static>> {
        let accent = self.claim_accent(claim);
        let room = width.saturating_sub(title_width(width) + 3 + 7) / 2;
        let cells = |part: f64| part_of(room, part);
        let length = cells(value.abs() / largest).max(usize::from(room > 0));
        let dim = part_of(length, cancelled);
        let number = format!(" {:>5}", story::signed(value));
        let (empty, axis) = (" ".repeat(room - length), Span::styled("\u{2502}", self.theme.line));
        let blank = Span::raw(" ".repeat(room));
        let full = Span::styled("\u{2588}".repeat(length - dim), accent);
        let faint = Span::styled("\u{2591}".repeat(dim), accent);
        if value < 0.0 {
            vec![Span::raw(empty), faint, full, axis, blank, Span::raw(number)]
        } else {
            vec![blank, axis, full, faint, Span::raw(empty), Span::raw(number)]
        }
    }

    /// Weights from 0 to 10: where the weight may be, where it is, and where the answer tips.
    fn ruler(&self, claim: ClaimId, now: u8, interval: (u8, u8), tips_at: u8) -> Vec<Span<'static>> {
        let accent = self.claim_accent(claim);
        let place = |weight: u8| 2 * usize::from(weight);
        let mut spans = vec![Span::raw("0 ")];
        for cell in 0..RULER {
            spans.push(if cell == place(now) {
                Span::styled("\u{25cf}", accent)
            } else if cell == place(tips_at) {
                Span::styled("\u{25c6}", self.theme.strong)
            } else if (place(interval.0)..=place(interval.1)).contains(&cell) {
                Span::styled("\u{2550}", accent)
            } else {
                Span::styled("\u{2500}", self.theme.line)
            });
        }
        spans.push(Span::raw(" 10"));
        spans.push(Span::raw(format!("  {now} \u{2192} {tips_at}")));
        spans
    }

    fn leader_accent(&self) -> Style {
        self.explorer.assessment().leader.map_or(self.theme.line, |leader| self.theme.accent(leader))
    }

    fn rival_accent(&self) -> Style {
        self.explorer.assessment().why.runner_up.map_or(self.theme.line, |rival| self.theme.accent(rival))
    }
}

fn title_width(width: usize) -> usize {
    TITLE.min(width * 2 / 5)
}

/// A part, 0 to 1, of some cells, in whole cells.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "few cells"
)]
fn part_of(cells: usize, part: f64) -> usize {
    (cells as f64 * part.clamp(0.0, 1.0)).round() as usize
}
