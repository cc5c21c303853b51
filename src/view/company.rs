//! People side by side, on the whole screen.

mod scale;

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Padding, Widget};

use super::scroll::{Hold, scrolled};
use super::spots::{Canvas, Spot};
use super::text;
use super::theme::Theme;
use crate::comparison::AlternativeId;
use crate::explorer::{Company, Divided, Explorer, Extent, Member};
use crate::story::{Several, asked, signed};
use crate::together::{Part, Person, Together};
use crate::weight::Weight;
use scale::Scale;

/// The narrowest column of a person, in cells.
const COLUMN: usize = 16;

/// The widest column of a person.
const WIDEST: usize = 30;

/// Up to this width there is room for a word or two of what the rows are.
const NARROW: usize = 12;

/// The widest column of what the rows are.
const LABEL: usize = 18;

/// Below so many rows inside, less is said of each person.
const LOW: u16 = 11;

/// Cells for what a reason weighs for a person, and for what it adds.
const WEIGHT: usize = 4;
const POINTS: usize = 6;

/// What marks the two who are divided, and the others who take part.
const ONE: &str = "\u{25cf}";
const OTHER: &str = "\u{25cb}";
const REST: &str = "\u{253c}";
const OUT: &str = "\u{2013}";

/// One row of what can be scrolled.
enum Row {
    Said(Line<'static>),
    /// One of the reasons that divide, by its place.
    Reason(usize),
}

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
    /// Draws the page and returns how much of what is said fits, of which the concession may be read on.
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
        let together = self.company.together(self.explorer.comparison());
        let head = self.head(&together, &columns, inner, canvas);
        let below = Rect { y: inner.y + head, height: inner.height.saturating_sub(head), ..inner };
        let (rows, reasons) = self.body(&together, &columns, width);
        // The first line that can be chosen is all that stands above the reasons.
        let page = usize::from(below.height);
        let overflow = reasons.first().copied().unwrap_or(rows.len()).saturating_sub(page);
        let hold = match self.company.line().checked_sub(1).map(|place| reasons.get(place)) {
            None => Hold::Offset(self.company.scroll().min(overflow)),
            // Below the last one there is more to read.
            Some(at) if at == reasons.last() => {
                Hold::Offset(rows.len().saturating_sub(page).min(*at.unwrap_or(&0)))
            }
            Some(at) => Hold::Line(at.copied().unwrap_or(0)),
        };
        let line = |i: usize| match &rows[i] {
            Row::Said(line) => line.clone(),
            Row::Reason(place) => self.reason(*place, &together, width.saturating_sub(1)),
        };
        let seen = scrolled(rows.len(), line, hold, (below, area), self.theme, canvas);
        for (line, row) in seen.rows() {
            let place = reasons.iter().position(|at| *at == line).map(|place| place + 1);
            let is_above = reasons.first().is_none_or(|first| line < *first);
            if let Some(place) = place.or(is_above.then_some(0)) {
                canvas.spots.add(row, Spot::of_line(place, place == self.company.line()));
            }
        }
        Extent { page: (page / 2).max(1), overflow }
    }

    /// What marks a person: the two who are divided, the others who take part, and those who do not.
    fn mark(&self, place: usize) -> &'static str {
        let members = self.company.members();
        if !members[place].takes_part {
            return OUT;
        }
        let among = members[..place].iter().filter(|member| member.takes_part).count();
        match self.company.divided().map(|divided| divided.pair) {
            Some([one, _]) if one == among => ONE,
            Some([_, other]) if other == among => OTHER,
            Some(_) | None => REST,
        }
    }

    /// Who they are, and who comes out ahead for each; returns how many rows that takes.
    fn head(&self, together: &Together<'_>, columns: &Columns, inner: Rect, canvas: &mut Canvas<'_>) -> u16 {
        let several = Several { together };
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
        let labels = if columns.label > NARROW {
            [more.as_str(), "Comes first", "of 100 ways", "Weighed"]
        } else {
            [more.as_str(), "First", "of 100", "Weighed"]
        };
        let mut rows = labels.map(|label| {
            vec![Span::styled(text::fitted(label, columns.label.saturating_sub(1)) + " ", self.theme.quiet)]
        });
        for place in columns.shown.clone() {
            let Member { person, takes_part, .. } = &self.company.members()[place];
            let room = columns.each.saturating_sub(1);
            let [answer, sure] = several.answer(person);
            // Of what, stands beside it.
            let sure =
                sure.strip_prefix("first in ").and_then(|sure| sure.strip_suffix(" of 100")).unwrap_or(&sure);
            let weighed = format!("{} of {}", person.assessment.weighed, person.assessment.reasons);
            let quiet = if *takes_part { Style::new() } else { self.theme.quiet };
            let style = match (place == self.company.at(), takes_part) {
                (true, _) => self.theme.cursor,
                (false, true) => self.theme.strong,
                (false, false) => self.theme.quiet,
            };
            let name = text::fitted(&format!("{} {}", self.mark(place), person.name), room);
            let leader =
                person.assessment.leader.filter(|leader| answer == *self.explorer.comparison()[*leader].name);
            let shape =
                leader.map_or(Span::raw("  "), |leader| Span::styled("\u{25a0} ", self.theme.accent(leader)));
            rows[0].push(Span::styled(name, style));
            rows[1].extend([shape, Span::styled(text::fitted(&answer, room.saturating_sub(2)), quiet)]);
            rows[2].push(Span::styled(text::fitted(&format!("  {sure}"), room), quiet));
            rows[3].push(Span::styled(text::fitted(&format!("  {weighed}"), room), quiet));
            for row in &mut rows {
                row.push(Span::raw(" "));
            }
            let x = inner.x + cells(columns.label + columns.each * (place - columns.shown.start));
            let area = Rect { x, width: cells(columns.each), height: cells(rows.len()), ..inner };
            canvas.spots.add(area.intersection(inner), Spot::Person(place));
        }
        // Who they are and what comes first for them is said in any case; of a low screen the rest is for what follows.
        let (told, blank) = if inner.height < LOW { (2, 0) } else { (rows.len(), 1) };
        let count = told + blank;
        for (row, area) in rows.into_iter().take(told).zip(inner.rows()) {
            text::put(&Line::from(row), area, canvas.buf);
        }
        cells(count).min(inner.height)
    }

    /// All rows that can be scrolled, and on which of them the reasons stand.
    fn body(&self, together: &Together<'_>, columns: &Columns, width: usize) -> (Vec<Row>, Vec<usize>) {
        let room = width.saturating_sub(1);
        let edge = if self.company.line() == 0 { "\u{258c}" } else { " " };
        let mut rows: Vec<Row> = Vec::new();
        let say = |rows: &mut Vec<Row>, said: &str, style: Style, edge: &str| {
            let lines = text::wrapped(said, room, usize::MAX).into_iter();
            let line = |line| Line::from(vec![Span::raw(edge.to_owned()), Span::styled(line, style)]);
            rows.extend(lines.map(line).map(Row::Said));
        };
        let blank = || Row::Said(Line::raw(""));
        let Some((agreement, concession)) = self.company.told().split_first() else {
            say(&mut rows, "Nobody takes part.", Style::new(), edge);
            return (rows, Vec::new());
        };
        say(&mut rows, agreement, Style::new(), edge);
        if !concession.is_empty() {
            rows.push(blank());
            say(&mut rows, "The smallest concession", self.theme.strong, edge);
            for sentence in concession {
                say(&mut rows, sentence, Style::new(), edge);
            }
            rows.extend(self.prices(together, columns).into_iter().map(Row::Said));
        }
        let mut reasons = Vec::new();
        if let Some(Divided { pair, told, .. }) = self.company.divided() {
            let [one, other] = pair.map(|place| &together.people[place].name);
            rows.push(blank());
            say(&mut rows, &format!("What divides {one} and {other}"), self.theme.strong, " ");
            say(&mut rows, told, Style::new(), " ");
            let count = self.company.parts().len();
            rows.extend((count > 0).then(|| Row::Said(self.legend(together, room))));
            reasons.extend((0..count).map(|place| rows.len() + place));
            rows.extend((0..count).map(Row::Reason));
        }
        for (i, folded) in self.company.folded().iter().enumerate() {
            rows.extend((i == 0).then(blank));
            say(&mut rows, folded, self.theme.quiet, " ");
        }
        (rows, reasons)
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

    /// What the numbers of the lines below are.
    fn legend(&self, together: &Together<'_>, room: usize) -> Line<'static> {
        let scale = Scale::of(room);
        let others = if together.people.len() > 2 { format!("{REST} others") } else { String::new() };
        let before = format!("{others:>width$}", width = scale.name(room) + scale.width() + 3);
        Line::styled(format!("{before}{ONE:>WEIGHT$}{OTHER:>WEIGHT$}{:>POINTS$}", "adds"), self.theme.quiet)
    }

    /// One reason that divides: where it weighs what, and what it adds.
    fn reason(&self, place: usize, together: &Together<'_>, room: usize) -> Line<'static> {
        let (Some(part), Some(Divided { pair, .. })) =
            (self.company.parts().get(place), self.company.divided())
        else {
            return Line::default();
        };
        let pair = pair.map(|place| together.people[place]);
        let is_chosen = self.company.line() == place + 1;
        let scale = Scale::of(room);
        let several = Several { together };
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
        let is_on = |person: &Person| part.reason.faces().any(|face| person.profile[face].on);
        let is_any_open = pair.into_iter().any(|person| is_on(person) && weight(person).is_none());
        spans.extend(scale.draw(pair.map(weight), &all, is_any_open, self.theme));
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
