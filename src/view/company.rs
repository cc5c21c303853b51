//! People side by side, on the whole screen.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Padding, Widget};

use super::scroll::{Hold, scrolled_lines};
use super::spots::{Canvas, Spot};
use super::text;
use super::theme::Theme;
use crate::comparison::AlternativeId;
use crate::explorer::{Company, Explorer, Extent};
use crate::story::{Several, asked, signed};
use crate::together::{Part, Person, Together};
use crate::weight::Weight;

/// The narrowest column of a person, in cells.
const COLUMN: usize = 16;

/// The widest column of a person.
const WIDEST: usize = 30;

/// Up to this width there is room for a word or two of what the rows are.
const NARROW: usize = 12;

/// The widest column of what the rows are.
const LABEL: usize = 18;

/// From these widths on a scale has two cells for each point, and three, and its ends are named.
const WIDE: usize = 68;
const WIDER: usize = 90;

/// Cells for what a reason weighs for a person, and for what it adds.
const WEIGHT: usize = 4;
const POINTS: usize = 6;

/// The widest name in the line that says whose dots they are.
const NAME: usize = 20;

pub(super) struct CompanyPage<'a> {
    pub(super) company: &'a Company,
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

/// How people stand side by side: as many as fit, sliding with the one that is looked at.
struct Columns {
    label: usize,
    each: usize,
    shown: Range<usize>,
}

impl Columns {
    fn new(company: &Company, width: usize) -> Self {
        let count = company.members().len().max(1);
        let label = LABEL.min(width / 4).max(1);
        let room = width.saturating_sub(label);
        let fit = (room / COLUMN).clamp(1, count);
        let first = company.at().saturating_sub(fit - 1).min(count - fit);
        Self { label, each: (room / fit).min(WIDEST), shown: first..first + fit }
    }
}

impl CompanyPage<'_> {
    /// Draws the page and returns how much of what can be scrolled fits.
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) -> Extent {
        Clear.render(area, canvas.buf);
        canvas.spots.cover(area);
        let title = Span::styled(" Side by side ", self.theme.strong);
        let block = Block::bordered()
            .border_type(BorderType::Rounded)
            .border_style(self.theme.line)
            .padding(Padding::horizontal(1))
            .title(title);
        let inner = block.inner(area).intersection(canvas.buf.area);
        block.render(area, canvas.buf);
        let width = usize::from(inner.width);
        let columns = Columns::new(self.company, width);
        let head = self.head(&columns, inner, canvas);
        let below = Rect { y: inner.y + head, height: inner.height.saturating_sub(head), ..inner };
        let (lines, at) = self.body(&columns, width);
        let chosen = at.get(self.company.line()).copied().unwrap_or(0);
        let seen = scrolled_lines(&lines, Hold::Line(chosen), (below, area), self.theme, canvas);
        for (line, row) in seen.rows() {
            if let Some(place) = at.iter().position(|at| *at == line) {
                canvas.spots.add(row, Spot::of_line(place, place == self.company.line()));
            }
        }
        Extent { page: seen.extent.page / 2, ..seen.extent }
    }

    fn several_of<'t>(together: &'t Together<'t>) -> Several<'t> {
        Several { together }
    }

    /// Who they are, and who comes out ahead for each; returns how many rows that takes.
    fn head(&self, columns: &Columns, inner: Rect, canvas: &mut Canvas<'_>) -> u16 {
        let together = self.company.together(self.explorer.comparison());
        let several = Self::several_of(&together);
        let members = || self.company.members()[columns.shown.clone()].iter();
        let all = self.company.members().len();
        let more = if columns.shown.len() < all {
            let (first, last) = (columns.shown.start + 1, columns.shown.end);
            if first == last {
                format!("{first} of {all}")
            } else {
                format!("{first}\u{2013}{last} of {all}")
            }
        } else {
            String::new()
        };
        let labels =
            if columns.label > NARROW { ["Comes first", "of 100 ways"] } else { ["First", "of 100"] };
        let mut rows = vec![vec![Span::styled(text::fitted(&more, columns.label), self.theme.quiet)]];
        rows.extend(
            labels.map(|label| {
                vec![Span::styled(text::fitted(label, columns.label - 1) + " ", self.theme.quiet)]
            }),
        );
        for (place, member) in columns.shown.clone().zip(members()) {
            let is_at = place == self.company.at();
            let mark = if member.takes_part { "\u{25cf} " } else { "\u{25cb} " };
            let room = columns.each.saturating_sub(1);
            let style = if is_at { self.theme.cursor } else { self.theme.strong };
            let [answer, sure] = several.answer(&member.person);
            // Of what, stands beside it.
            let sure =
                sure.strip_prefix("first in ").and_then(|sure| sure.strip_suffix(" of 100")).unwrap_or(&sure);
            let quiet = if member.takes_part { Style::new() } else { self.theme.quiet };
            rows[0].push(Span::styled(text::fitted(&format!("{mark}{}", member.person.name), room), style));
            let accent = member.person.assessment.leader.map(|leader| self.theme.accent(leader));
            rows[1].push(Span::styled(
                if accent.is_some() { "\u{25a0} " } else { "  " },
                accent.unwrap_or_default(),
            ));
            rows[1].push(Span::styled(text::fitted(&answer, room.saturating_sub(2)), quiet));
            rows[2].push(Span::styled(text::fitted(&format!("  {sure}"), room), quiet));
            for row in &mut rows {
                row.push(Span::raw(" "));
            }
            let x = inner.x + cells(columns.label + columns.each * (place - columns.shown.start));
            let area = Rect { x, width: cells(columns.each), height: 3, ..inner };
            canvas.spots.add(area.intersection(inner), Spot::Person(place));
        }
        let count = rows.len() + 1;
        for (row, area) in rows.into_iter().zip(inner.rows()) {
            text::put(&Line::from(row), area, canvas.buf);
        }
        cells(count).min(inner.height)
    }

    /// All that can be scrolled, and on which rows the lines that can be chosen begin.
    fn body(&self, columns: &Columns, width: usize) -> (Vec<Line<'static>>, Vec<usize>) {
        let together = self.company.together(self.explorer.comparison());
        let several = Self::several_of(&together);
        let is_top = self.company.line() == 0;
        let room = width.saturating_sub(1);
        let mut lines = Vec::new();
        let say = |lines: &mut Vec<Line<'static>>, said: &str, style: Style, edge: &str| {
            for line in text::wrapped(said, room, usize::MAX) {
                lines.push(Line::from(vec![Span::raw(edge.to_owned()), Span::styled(line, style)]));
            }
        };
        let edge = if is_top { "\u{258c}" } else { " " };
        let mut at = vec![0];
        if together.people.is_empty() {
            say(&mut lines, "Nobody takes part.", Style::new(), edge);
            return (lines, at);
        }
        say(&mut lines, &several.agreement(), Style::new(), edge);
        let concession = several.concession();
        if !concession.is_empty() {
            lines.push(Line::raw(""));
            say(&mut lines, "The smallest concession", self.theme.strong, edge);
            for sentence in &concession {
                say(&mut lines, sentence, Style::new(), edge);
            }
            lines.extend(self.prices(&together, columns));
        }
        let Some((pair, divide)) = self.company.divide() else { return (lines, at) };
        let [one, other] = pair.map(|place| together.people[place]);
        lines.push(Line::raw(""));
        say(&mut lines, &format!("What divides {} and {}", one.name, other.name), self.theme.strong, " ");
        say(&mut lines, &several.apart(*pair, divide), Style::new(), " ");
        if !divide.parts.is_empty() {
            lines.push(self.legend([one, other], &together, room));
        }
        for (i, part) in divide.parts.iter().enumerate() {
            at.push(lines.len());
            lines.push(self.part(part, [one, other], &together, i + 1 == self.company.line(), room));
        }
        if let Some(alike) = several.alike() {
            lines.push(Line::raw(""));
            say(&mut lines, &alike, self.theme.quiet, " ");
        }
        (lines, at)
    }

    /// What each alternative asks of each who takes part, below their names.
    fn prices(&self, together: &Together<'_>, columns: &Columns) -> Vec<Line<'static>> {
        let comparison = self.explorer.comparison();
        let members = || self.company.members()[columns.shown.clone()].iter();
        let least = together.least();
        let price = |(one, alternative): (AlternativeId, &crate::comparison::Alternative)| {
            let mark = if least == Some(one) { "\u{25b8}" } else { " " };
            let name = text::fitted(&alternative.name, columns.label.saturating_sub(2));
            let mut row = vec![Span::styled(mark, self.theme.accent(one)), Span::raw(format!("{name} "))];
            for member in members() {
                let asks = together.asks(one, &member.person);
                let said = if member.takes_part { asked(asks) } else { String::new() };
                row.push(Span::raw(format!("  {} ", text::fitted(&said, columns.each.saturating_sub(3)))));
            }
            Line::from(row)
        };
        let heading = Line::styled(" What it asks before it leads", self.theme.quiet);
        std::iter::once(heading).chain(comparison.alternatives().map(price)).collect()
    }

    /// What the dots and the numbers of the lines below are.
    fn legend(&self, pair: [&Person; 2], together: &Together<'_>, room: usize) -> Line<'static> {
        let scale = Scale::of(room);
        let others = if together.people.len() > 2 { "  \u{253c} others" } else { "" };
        let [one, other] = pair.map(|person| text::cut(&person.name, NAME));
        let who = format!("  \u{25cf} {one}  \u{25cb} {other}{others}");
        let who = text::fitted(&who, scale.name(room) + scale.width() + 3);
        let numbers = format!("{:>WEIGHT$}{:>WEIGHT$}{:>POINTS$}", "\u{25cf}", "\u{25cb}", "adds");
        Line::styled(format!("{who}{numbers}"), self.theme.quiet)
    }

    /// One reason that divides: where it weighs what, and what it adds.
    fn part(
        &self,
        part: &Part,
        pair: [&Person; 2],
        together: &Together<'_>,
        is_chosen: bool,
        room: usize,
    ) -> Line<'static> {
        let scale = Scale::of(room);
        let several = Self::several_of(together);
        let name = text::fitted(&several.reason(part.reason), scale.name(room));
        let style = if is_chosen { self.theme.cursor } else { Style::new() };
        let weight = |person: &Person| {
            let is_on = part.reason.faces().any(|face| person.profile[face].on);
            person.profile.weight(together.comparison, part.reason.first).filter(|_| is_on)
        };
        let mut spans = vec![
            Span::raw(if is_chosen { "\u{258c} " } else { "  " }),
            Span::styled(name, style),
            Span::raw(" "),
        ];
        let all: Vec<Option<Weight>> = together.people.iter().map(|person| weight(person)).collect();
        spans.extend(scale.draw(pair.map(weight), &all, self.theme));
        for person in pair {
            let said = weight_cell(part, person, together);
            spans.push(Span::raw(format!("{said:>WEIGHT$}")));
        }
        spans.push(Span::raw(format!("{:>POINTS$}", signed(part.points))));
        Line::from(spans)
    }
}

/// What a reason weighs for a person, with a sign for a must-have or a deal-breaker.
fn weight_cell(part: &Part, person: &Person, together: &Together<'_>) -> String {
    let stances = || part.reason.faces().map(|face| &person.profile[face]).filter(|stance| stance.on);
    if stances().next().is_none() {
        return "off".to_owned();
    }
    let mark = if stances().any(|stance| stance.essential) { "!" } else { "" };
    let weight = person.profile.weight(together.comparison, part.reason.first);
    format!("{mark}{}", weight.map_or_else(|| "?".to_owned(), |weight| weight.points().to_string()))
}

fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// A line for weights from 0 to 10.
#[derive(Clone, Copy)]
struct Scale {
    /// Cells for each point.
    each: usize,
}

impl Scale {
    fn of(room: usize) -> Self {
        Self {
            each: match room {
                WIDER.. => 3,
                WIDE.. => 2,
                _ => 1,
            },
        }
    }

    fn width(self) -> usize {
        self.each * usize::from(Weight::MOST) + 1 + if self.each > 1 { 5 } else { 0 }
    }

    /// Cells for the name beside it.
    fn name(self, room: usize) -> usize {
        room.saturating_sub(self.width() + 2 * WEIGHT + POINTS + 2)
    }

    /// Where two weigh it, and where the others do.
    fn draw(
        self,
        [one, other]: [Option<Weight>; 2],
        all: &[Option<Weight>],
        theme: &Theme,
    ) -> Vec<Span<'static>> {
        let cell = |weight: Weight| self.each * usize::from(weight.points());
        let ends = self.each > 1;
        let mut spans = vec![Span::styled(if ends { "0 " } else { "" }, theme.quiet)];
        for at in 0..=cell(Weight::FULL) {
            let is_at = |weight: Option<Weight>| weight.is_some_and(|weight| cell(weight) == at);
            spans.push(match (is_at(one), is_at(other), all.iter().any(|weight| is_at(*weight))) {
                (true, true, _) => Span::styled("\u{25c9}", theme.strong),
                (true, false, _) => Span::styled("\u{25cf}", theme.strong),
                (false, true, _) => Span::styled("\u{25cb}", theme.strong),
                (false, false, true) => Span::styled("\u{253c}", theme.quiet),
                (false, false, false) => Span::styled("\u{2500}", theme.line),
            });
        }
        spans.push(Span::styled(if ends { " 10" } else { "" }, theme.quiet));
        spans
    }
}
