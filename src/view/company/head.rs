//! Who the people are, side by side, and what comes first for each.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{CompanyPage, cells};
use crate::explorer::{Company, Member};
use crate::story::Several;
use crate::view::spots::{Canvas, Spot};
use crate::view::text;

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

/// How people stand side by side: as many as fit, sliding with the one that is looked at.
pub(super) struct Columns {
    pub(super) label: usize,
    pub(super) each: usize,
    pub(super) shown: Range<usize>,
}

impl Columns {
    pub(super) fn new(company: &Company, width: usize) -> Self {
        let count = company.members().len().max(1);
        let label = LABEL.min(width / 4).max(1);
        let room = width.saturating_sub(label);
        let fit = (room / COLUMN).clamp(1, count);
        let first = company.at().saturating_sub(fit - 1).min(count - fit);
        Self { label, each: (room / fit).min(WIDEST), shown: first..first + fit }
    }

    /// Which of how many are seen; empty if all are.
    fn seen_of(&self, all: usize) -> String {
        let (first, last) = (self.shown.start + 1, self.shown.end);
        match self.shown.len() {
            count if count == all => String::new(),
            1 => format!("{first} of {all}"),
            _ => format!("{first}\u{2013}{last} of {all}"),
        }
    }
}

impl CompanyPage<'_> {
    /// Who they are, and who comes out ahead for each; returns how many rows that takes.
    pub(super) fn head(
        &self,
        several: Several<'_>,
        columns: &Columns,
        inner: Rect,
        canvas: &mut Canvas<'_>,
    ) -> u16 {
        let seen = columns.seen_of(self.company.members().len());
        let labels = if columns.label > NARROW {
            [seen.as_str(), "Comes first", "of 100 ways", "Weighed"]
        } else {
            [seen.as_str(), "First", "of 100", "Weighed"]
        };
        let label = |label| text::fitted(label, columns.label.saturating_sub(1)) + " ";
        let mut rows = labels.map(|said| Line::from(Span::styled(label(said), self.theme.quiet)));
        for place in columns.shown.clone() {
            for (row, spans) in rows.iter_mut().zip(self.person(several, place, columns.each)) {
                row.spans.extend(spans);
            }
            let x = inner.x + cells(columns.label + columns.each * (place - columns.shown.start));
            let area = Rect { x, width: cells(columns.each), height: cells(rows.len()), ..inner };
            canvas.spots.add(area.intersection(inner), Spot::Person(place));
        }
        // Who they are and what comes first for them is said in any case; of a low screen the rest is for what follows.
        let (told, blank) = if inner.height < LOW { (2, 0) } else { (rows.len(), 1) };
        for (row, area) in rows.iter().take(told).zip(inner.rows()) {
            text::put(row, area, canvas.buf);
        }
        cells(told + blank).min(inner.height)
    }

    /// The rows of one person, `width` cells wide.
    fn person(&self, several: Several<'_>, place: usize, width: usize) -> [Vec<Span<'static>>; 4] {
        let Member { person, takes_part, .. } = &self.company.members()[place];
        let style = match (place == self.company.at(), takes_part) {
            (true, _) => self.theme.cursor,
            (false, true) => self.theme.strong,
            (false, false) => self.theme.quiet,
        };
        let quiet = if *takes_part { Style::new() } else { self.theme.quiet };
        let first = several.first(person);
        let shape =
            first.map_or(Span::raw("  "), |first| Span::styled("\u{25a0} ", self.theme.accent(first)));
        let sure = first.map_or_else(String::new, |first| several.story(person).hundredths(first));
        let weighed = format!("{} of {}", person.assessment.weighed, person.assessment.reasons);
        let cell = |said: &str, style| Span::styled(text::fitted(said, width.saturating_sub(3)), style);
        let name = text::fitted(&format!("{} {}", self.mark(place), person.name), width.saturating_sub(1));
        let blank = || Span::raw("  ");
        let gap = || Span::raw(" ");
        [
            vec![Span::styled(name, style), gap()],
            vec![shape, cell(several.answer(person), quiet), gap()],
            vec![blank(), cell(&sure, quiet), gap()],
            vec![blank(), cell(&weighed, quiet), gap()],
        ]
    }
}
