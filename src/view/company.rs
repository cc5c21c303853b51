//! People side by side, on the whole screen.

mod head;
mod reasons;
mod scale;

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::dialog::whole;
use super::scroll::{Hold, scrolled};
use super::spots::{Canvas, Spot};
use super::text;
use super::theme::Theme;
use crate::comparison::{Alternative, AlternativeId};
use crate::explorer::{Company, Divided, Explorer, Extent};
use crate::story::{Several, asked};
use crate::together::Together;
use head::Columns;

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

impl CompanyPage<'_> {
    /// Draws the page and returns how much of what is said fits, of which the concession may be read on.
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) -> Extent {
        let inner = whole("Side by side", self.theme, area, canvas);
        let width = usize::from(inner.width);
        let columns = Columns::new(self.company, width);
        let together = self.company.together(self.explorer.comparison());
        let head = self.head(Several { together: &together }, &columns, inner, canvas);
        let below = Rect { y: inner.y + head, height: inner.height.saturating_sub(head), ..inner };
        let (rows, reasons) = self.body(&together, &columns, width);
        // The first line that can be chosen is all that stands above the reasons.
        let page = usize::from(below.height);
        let overflow = reasons.start.saturating_sub(page);
        let hold = match self.company.line().checked_sub(1).map(|place| reasons.start + place) {
            None => Hold::Offset(self.company.scroll().min(overflow)),
            // Below the last one there is more to read.
            Some(at) if at + 1 == reasons.end => Hold::Offset(rows.len().saturating_sub(page).min(at)),
            Some(at) => Hold::Line(at),
        };
        let line = |i: usize| match &rows[i] {
            Row::Said(line) => line.clone(),
            Row::Reason(place) => self.reason(*place, &together, width.saturating_sub(1)),
        };
        let seen = scrolled(rows.len(), line, hold, (below, area), self.theme, canvas);
        for (line, row) in seen.rows() {
            // What stands above the reasons is one line together.
            if line < reasons.end {
                let place = (line + 1).saturating_sub(reasons.start);
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

    /// All rows that can be scrolled, and on which of them the reasons stand.
    fn body(&self, together: &Together<'_>, columns: &Columns, width: usize) -> (Vec<Row>, Range<usize>) {
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
            let end = rows.len();
            return (rows, end..end);
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
        let count = self.company.parts().len();
        if let Some(Divided { pair, divide, told }) = self.company.divided() {
            let several = Several { together };
            rows.push(blank());
            say(&mut rows, &several.divides(*pair), self.theme.strong, " ");
            say(&mut rows, told, Style::new(), " ");
            say(&mut rows, &several.how_parts_count(*pair, divide), self.theme.quiet, " ");
            rows.extend((count > 0).then(|| Row::Said(self.legend(together, room))));
        }
        let first = rows.len();
        rows.extend((0..count).map(Row::Reason));
        for (i, folded) in self.company.folded().iter().enumerate() {
            rows.extend((i == 0).then(blank));
            say(&mut rows, folded, self.theme.quiet, " ");
        }
        // Without reasons all of it is read as one.
        let first = if count == 0 { rows.len() } else { first };
        (rows, first..first + count)
    }

    /// What each alternative asks of each who takes part, below their names.
    fn prices(&self, together: &Together<'_>, columns: &Columns) -> Vec<Line<'static>> {
        let comparison = self.explorer.comparison();
        let members = || self.company.members()[columns.shown.clone()].iter();
        let least = together.least();
        let price = |(one, alternative): (AlternativeId, &Alternative)| {
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
        let heading = Line::styled(" Points to move before each leads", self.theme.quiet);
        std::iter::once(heading).chain(comparison.alternatives().map(price)).collect()
    }
}

fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
