//! One alternative with its pros and cons.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Widget};

use super::entry;
use super::panes::point_at_tabs;
use super::row::{Bars, Look, Row};
use super::scroll::{Hold, Seen, scrolled};
use super::spots::{Canvas, Spot};
use super::text;
use super::theme::Theme;
use crate::comparison::{Alternative, AlternativeId, ClaimId, Polarity};
use crate::decision::Verdict;
use crate::explorer::{Adding, Command, Explorer, Extent, Finding, Layer, Listing};
use crate::keymap;

/// The most rows that a title takes.
const UNFOLDED: usize = 3;

/// What marks the pane that has the keys, and others on screen.
pub(super) const FOCUSED: &str = "\u{25b6} ";
pub(super) const SHOWN: &str = "\u{25cf} ";

/// One alternative with its pros and cons.
pub(super) struct Pane<'a> {
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
    pub(super) index: AlternativeId,
    pub(super) alternative: &'a Alternative,
    /// The names of all alternatives, if only this one is on screen.
    pub(super) tabs: Vec<Span<'static>>,
    pub(super) bars: Bars,
    /// The line on which the cons of all panes begin, if there is room to align them.
    pub(super) cons_at: Option<usize>,
    /// Whether each claim has a line of detail under it.
    pub(super) details: bool,
    /// Whether a long title unfolds under the cursor.
    pub(super) unfolds: bool,
}

/// One line of a pane.
enum Item {
    Heading(Polarity),
    Claim(ClaimId),
    /// What did not fit of a title.
    Rest(ClaimId, String),
    /// The line that is being typed.
    Entry,
    /// What can be done where nothing is yet.
    Hint,
    Detail(ClaimId),
    Blank,
}

impl Pane<'_> {
    /// Draws the pane and returns how much of it fits.
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) -> Extent {
        let focused = self.explorer.cursor().alternative == self.index;
        let inner = self.frame(focused, area, canvas.buf);
        let width = usize::from(inner.width);
        let (items, cursor) = self.items(width);
        let hold = Hold::Line(cursor.unwrap_or(0));
        let line = |i: usize| self.line(&items[i], width);
        let seen = scrolled(items.len(), line, hold, (inner, area), self.theme, canvas);
        canvas.spots.add(area, Spot::Pane(self.index));
        point_at_tabs(&self.tabs, Rect { x: area.x + 1, height: 1, ..area }.intersection(area), canvas);
        self.point_at_lines(&items, seen, canvas);
        Extent { page: seen.extent.page.saturating_sub(1), ..seen.extent }
    }

    /// Says where each line that is seen can be pointed at.
    fn point_at_lines(&self, items: &[Item], seen: Seen, canvas: &mut Canvas<'_>) {
        for (i, row) in seen.rows() {
            match &items[i] {
                Item::Claim(claim) => {
                    let [mark, bar] = self.bars.places(row);
                    canvas.spots.add(row, Spot::Claim(*claim));
                    canvas.spots.add(mark, Spot::Mark(*claim));
                    if self.explorer.stance(*claim).on {
                        canvas.spots.add(bar, Spot::Bar(*claim));
                    }
                }
                Item::Rest(claim, _) | Item::Detail(claim) => canvas.spots.add(row, Spot::Claim(*claim)),
                Item::Heading(_) | Item::Entry | Item::Hint | Item::Blank => {}
            }
        }
    }

    fn frame(&self, focused: bool, area: Rect, buf: &mut Buffer) -> Rect {
        let accent = self.theme.accent(self.index);
        let ruled_out = !self.explorer.assessment()[self.index].is_acceptable();
        let is_chosen = self.explorer.comparison().chosen() == Some(self.index);
        let right = match (ruled_out, is_chosen) {
            (true, _) => Span::styled(" ruled out ", self.theme.alarm),
            // By whoever wrote the record.
            (false, true) => Span::styled(" chosen ", self.theme.quiet),
            (false, false) => Span::raw(""),
        };
        let room = usize::from(area.width).saturating_sub(text::width(&right.content) + 6);
        let (marker, border, border_style) = if focused {
            (FOCUSED, BorderType::Thick, accent)
        } else {
            (SHOWN, BorderType::Rounded, self.theme.line)
        };
        let title = if self.tabs.is_empty() {
            let name = text::cut(&self.alternative.name, room);
            let weighed = self.weighed();
            let fits = text::width(&name) + text::width(&weighed) <= room;
            let weighed = if fits { weighed } else { String::new() };
            vec![
                Span::styled(format!(" {marker}"), accent),
                Span::styled(name, self.theme.strong),
                Span::styled(weighed + " ", self.theme.plain),
            ]
        } else {
            self.tabs.clone()
        };
        let block = Block::bordered()
            .border_type(border)
            .border_style(border_style)
            .title(Line::from(title))
            .title(Line::from(right).right_aligned());
        let inner = block.inner(area);
        block.render(area, buf);
        inner
    }

    /// How many of the claims that count have a weight, and how many lines are not shown.
    fn weighed(&self) -> String {
        let (comparison, profile) = (self.explorer.comparison(), self.explorer.profile());
        if self.alternative.claims().len() == 0 {
            return String::new();
        }
        let on = || self.alternative.claims().filter(|claim| profile[*claim].on);
        let weighed = on().filter(|claim| profile.weight(comparison, *claim).is_some()).count();
        let shown = self.explorer.listing().pane(comparison, self.index).len();
        let hidden = match (self.explorer.listing(), self.alternative.claims().len() - shown) {
            (Listing::Written, _) => String::new(),
            (Listing::Weighed { .. }, 0) => " \u{b7} by weight".to_owned(),
            (Listing::Weighed { .. }, hidden) => format!(" \u{b7} {hidden} hidden"),
        };
        format!(" \u{b7} {weighed} of {} weighed{hidden}", on().count())
    }

    /// All lines of the pane and which of them has the cursor.
    fn items(&self, width: usize) -> (Vec<Item>, Option<usize>) {
        let mut items = vec![Item::Heading(Polarity::Pro)];
        let mut cursor = None;
        self.push(&mut items, Polarity::Pro, &mut cursor, width);
        if items.len() == 1 && self.alternative.claims().len() == 0 {
            items.push(Item::Hint);
        }
        while self.cons_at.is_some_and(|at| items.len() < at) {
            items.push(Item::Blank);
        }
        items.push(Item::Heading(Polarity::Con));
        self.push(&mut items, Polarity::Con, &mut cursor, width);
        (items, cursor)
    }

    fn push(&self, items: &mut Vec<Item>, side: Polarity, cursor: &mut Option<usize>, width: usize) {
        let adding = self.adding().filter(|adding| adding.polarity() == side);
        let claims = self.explorer.listing().side(self.explorer.comparison(), self.index, side);
        let after = adding.and_then(Adding::after).filter(|after| claims.contains(after));
        for claim in &claims {
            let claim = *claim;
            let chosen = self.explorer.cursor().claim == Some(claim) && self.adding().is_none();
            if chosen {
                *cursor = Some(items.len());
            }
            items.push(Item::Claim(claim));
            if chosen && self.unfolds {
                let title = &self.explorer.comparison()[claim].title;
                let unfolded = text::wrapped(title, self.bars.title_room(width), UNFOLDED);
                items.extend(unfolded.into_iter().skip(1).map(|rest| Item::Rest(claim, rest)));
            }
            if self.details {
                items.push(Item::Detail(claim));
            }
            if after == Some(claim) {
                *cursor = Some(items.len());
                items.push(Item::Entry);
            }
        }
        if adding.is_some() && after.is_none() {
            *cursor = Some(items.len());
            items.push(Item::Entry);
        }
    }

    /// What is looked for in the panes.
    fn finding(&self) -> Option<&Finding> {
        match self.explorer.layer() {
            Layer::Finding(finding) if !finding.search().is_empty() => Some(finding),
            _ => None,
        }
    }

    /// The line that is being typed, if that is in this pane.
    fn adding(&self) -> Option<&Adding> {
        self.explorer.layer().adding().filter(|adding| adding.alternative() == self.index)
    }

    fn entry(&self, width: usize) -> Line<'static> {
        let Some(adding) = self.adding() else { return Line::default() };
        let sign = match adding.polarity() {
            Polarity::Pro => "+",
            Polarity::Con => "\u{2212}",
        };
        let accent = self.theme.accent(self.index);
        let mut spans =
            vec![Span::styled("\u{258c}", accent), Span::styled(format!("{sign} "), self.theme.strong)];
        spans.extend(entry::line(adding.entry(), width.saturating_sub(4), self.theme));
        Line::from(spans)
    }

    /// What to press where nothing is yet.
    fn hint(&self) -> Line<'static> {
        let key =
            keymap::key_for(&Layer::Panes, Command::Add).map_or_else(String::new, |key| key.to_string());
        Line::styled(format!("   {key} adds a line"), self.theme.quiet)
    }

    fn line(&self, item: &Item, width: usize) -> Line<'static> {
        match item {
            Item::Heading(Polarity::Pro) => Line::from(Span::styled(" + For", self.theme.strong)),
            Item::Heading(Polarity::Con) => Line::from(Span::styled(" \u{2212} Against", self.theme.strong)),
            Item::Claim(claim) => self.row(*claim, width),
            Item::Rest(_, rest) => {
                Line::from(vec![Span::raw("   "), Span::styled(rest.clone(), self.theme.cursor)])
            }
            Item::Detail(claim) => {
                let detail = &self.explorer.comparison()[*claim].detail;
                let detail = text::cut(&detail.replace('\n', " "), width.saturating_sub(4));
                Line::styled(format!("   {detail}"), self.theme.quiet)
            }
            Item::Entry => self.entry(width),
            Item::Hint => self.hint(),
            Item::Blank => Line::default(),
        }
    }

    fn row(&self, claim: ClaimId, width: usize) -> Line<'static> {
        let (comparison, profile) = (self.explorer.comparison(), self.explorer.profile());
        // Before that nothing is recommended that could tip over.
        let is_weighed = self.explorer.assessment().verdict != Verdict::Unweighed;
        let is_typed = self.adding().is_some();
        let look = match self.explorer.cursor().claim.filter(|_| !is_typed) {
            Some(at) if at == claim => Look::Cursor,
            Some(at) if profile.reasons(comparison).of(at).mirror(at) == Some(claim) => Look::Mirror,
            _ => Look::Plain,
        };
        Row {
            title: &comparison[claim].title,
            stance: &profile[claim],
            weight: profile.weight(comparison, claim),
            look,
            unfolded: self.unfolds,
            bars: self.bars,
            found: self.finding().map(|finding| (finding.search(), finding.found().contains(&claim))),
            tips_at: self.explorer.assessment()[claim].tips_at.filter(|_| is_weighed),
            accent: self.theme.accent(self.index),
            theme: self.theme,
        }
        .line(width)
    }
}
