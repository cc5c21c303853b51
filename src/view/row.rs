//! One claim on one line: mark, title, weight bar, weight.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text;
use super::theme::Theme;
use crate::profile::Stance;
use crate::search::Search;
use crate::weight::Weight;

/// The narrowest line that has room for a whole bar beside a short title, and beside any.
const ROOM_FOR_BAR: usize = 38;
const ROOM_FOR_ALL: usize = 56;

/// Cells of the mark with those around it, which part it from the edge and the title.
const MARK: u16 = 3;

/// How long weight bars are: the same in all panes, so that weights can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bars {
    /// A cell for each point.
    Whole,
    /// A cell for two points, which leaves more room for titles.
    Short,
}

impl Bars {
    /// Those for lines of `width` cells: short ones where a title would be cut beside a whole one.
    pub(super) fn beside<'a>(mut titles: impl Iterator<Item = &'a str>, width: usize) -> Self {
        let mut is_any_cut = || titles.any(|title| text::width(title) > Self::Whole.title_room(width));
        if width < ROOM_FOR_BAR || (width < ROOM_FOR_ALL && is_any_cut()) { Self::Short } else { Self::Whole }
    }

    fn cells(self) -> usize {
        match self {
            Self::Whole => 10,
            Self::Short => 5,
        }
    }

    fn margin(self) -> &'static str {
        match self {
            Self::Whole => " ",
            Self::Short => "",
        }
    }

    /// Cells for the title in a line of `width` cells.
    pub(super) fn title_room(self, width: usize) -> usize {
        width.saturating_sub(self.cells() + 7 + self.margin().len())
    }

    /// Where on a row the mark is, and the bar with the cell before it.
    pub(super) fn places(self, row: Rect) -> [Rect; 2] {
        let title_room = u16::try_from(self.title_room(row.width.into())).unwrap_or(row.width);
        let bar = u16::try_from(self.cells()).unwrap_or(0);
        [
            Rect { width: MARK, ..row }.intersection(row),
            Rect { x: row.x.saturating_add(MARK + title_room), width: bar + 1, ..row }.intersection(row),
        ]
    }
}

/// Whether a line is the one that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// The keys work on it.
    Cursor,
    /// It is the other side of what the keys work on.
    Mirror,
    /// Neither.
    Plain,
}

/// One claim on one line.
pub(super) struct Row<'a> {
    pub(super) title: &'a str,
    pub(super) stance: &'a Stance,
    /// How much its reason matters.
    pub(super) weight: Option<Weight>,
    pub(super) look: Look,
    pub(super) bars: Bars,
    /// Whether what does not fit of the title follows below, if it has the cursor.
    pub(super) unfolded: bool,
    /// The weight at which the answer tips over.
    pub(super) tips_at: Option<u8>,
    /// What is looked for, and whether this has it.
    pub(super) found: Option<(&'a Search, bool)>,
    pub(super) accent: Style,
    pub(super) theme: &'a Theme,
}

impl Row<'_> {
    /// The line, exactly `width` cells wide if that is at least 16.
    pub(super) fn line(&self, width: usize) -> Line<'static> {
        let edge = match self.look {
            Look::Cursor => "\u{258c}",
            Look::Mirror => "=",
            Look::Plain => " ",
        };
        let mark = match (self.stance.on, self.stance.essential) {
            (false, false) => Span::styled("\u{25cb}", self.theme.quiet),
            (false, true) => Span::styled("!", self.theme.quiet),
            (true, false) => Span::styled("\u{25cf}", self.accent),
            (true, true) => Span::styled("!", self.theme.alarm),
        };
        let is_chosen = self.look == Look::Cursor;
        // The bar keeps its colors: reversed, full and empty would change places.
        let title_style = match self.stance.on {
            _ if is_chosen => self.theme.cursor,
            true => Style::new(),
            false => self.theme.quiet,
        };
        let mark = if is_chosen { mark.style(self.theme.cursor) } else { mark };
        let gap = if is_chosen { self.theme.cursor } else { Style::new() };
        let mut spans = vec![Span::styled(edge, self.accent), mark, Span::styled(" ", gap)];
        spans.extend(self.title(self.bars.title_room(width), title_style));
        spans.push(if self.stance.note.is_empty() {
            Span::raw(" ")
        } else {
            Span::styled("\u{b6}", self.theme.quiet)
        });
        spans.extend(self.weight(self.bars.cells()));
        spans.push(Span::raw(self.bars.margin()));
        if let Some((_, false)) = self.found {
            for span in &mut spans {
                span.style = span.style.patch(self.theme.quiet);
            }
        }
        Line::from(spans)
    }

    /// The title, with what is looked for marked.
    fn title(&self, width: usize, style: Style) -> Vec<Span<'static>> {
        let title = self.fitted_title(width);
        match self.found {
            Some((search, true)) => text::marked(&title, search, style, self.theme.found),
            Some((_, false)) | None => vec![Span::styled(title, style)],
        }
    }

    /// The title, or its first line if the others follow below.
    fn fitted_title(&self, width: usize) -> String {
        if self.look == Look::Cursor && self.unfolded {
            let first = text::wrapped(self.title, width, usize::MAX).into_iter().next();
            return text::fitted(&first.unwrap_or_default(), width);
        }
        text::fitted(self.title, width)
    }

    /// The bar and the number beside it, or that there is none.
    fn weight(&self, bar_width: usize) -> Vec<Span<'static>> {
        if !self.stance.on {
            let off = format!("{:>width$}", "off", width = bar_width + 3);
            return vec![Span::styled(off, self.theme.quiet)];
        }
        let mut spans = self.bar(bar_width);
        spans.push(match self.weight {
            Some(weight) => Span::raw(format!(" {:>2}", weight.points())),
            None => Span::styled("  ?", self.theme.quiet),
        });
        spans
    }

    /// The bar in runs of equal cells, with a mark where the answer tips over.
    fn bar(&self, bar_width: usize) -> Vec<Span<'static>> {
        let tip = self.tips_at.map(|tips_at| {
            let cell = usize::from(tips_at) * bar_width / usize::from(Weight::MOST);
            cell.saturating_sub(usize::from(tips_at > 0)).min(bar_width - 1)
        });
        // In half cells, which are as many points: a short bar shows half a cell for an odd weight.
        let halves = self
            .weight
            .map(|weight| usize::from(weight.points()) * 2 * bar_width / usize::from(Weight::MOST));
        let mut spans: Vec<Span<'static>> = Vec::new();
        for cell in 0..bar_width {
            let (symbol, style) = match halves {
                _ if tip == Some(cell) => ("\u{25c6}", self.theme.strong),
                None => ("\u{b7}", self.theme.line),
                Some(halves) if cell < halves / 2 => ("\u{2501}", self.accent),
                Some(halves) if cell == halves / 2 && halves % 2 == 1 => ("\u{2578}", self.accent),
                Some(_) => ("\u{2500}", self.theme.line),
            };
            match spans.last_mut() {
                Some(last) if last.style == style => last.content.to_mut().push_str(symbol),
                _ => spans.push(Span::styled(symbol, style)),
            }
        }
        spans
    }
}
