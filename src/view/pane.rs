//! The alternatives side by side, each with its pros and cons.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Widget};

use super::entry;
use super::layout::{columns, visible_panes};
use super::row::{Bars, Look, Row};
use super::scroll::{Hold, Seen, scrolled};
use super::spots::{Canvas, Spot};
use super::text;
use super::theme::Theme;
use crate::comparison::{Alternative, AlternativeId, ClaimId, Polarity};
use crate::decision::Verdict;
use crate::explorer::{Adding, Command, Explorer, Extent, Finding, Layer};
use crate::keymap;

/// From this width of the screen on a long title unfolds under the cursor.
const UNFOLDS: u16 = 72;

/// The most rows that a title takes.
const UNFOLDED: usize = 3;

/// So many spans name one alternative among all.
const TAB: usize = 3;

/// What marks the pane that has the keys, and others on screen.
const FOCUSED: &str = "\u{25b6} ";
const SHOWN: &str = "\u{25cf} ";

/// All panes that fit, and tabs above them if some don't.
pub(super) struct Panes<'a> {
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl Panes<'_> {
    /// Draws the panes and returns how much of the focused one fits.
    pub(super) fn draw(self, area: Rect, canvas: &mut Canvas<'_>) -> Extent {
        let comparison = self.explorer.comparison();
        let count = comparison.alternatives().len();
        let focus = self.explorer.cursor().alternative;
        let unfolds = area.width >= UNFOLDS;
        let visible = visible_panes(area.width, count, focus.0);
        let mut area = area;
        if visible.len() > 1 && visible.len() < count {
            let row = Rect { height: 1, ..area };
            let tabs = self.tabs(visible.clone(), area.width.into());
            point_at_tabs(&tabs, row, canvas);
            Line::from(tabs).render(row, canvas.buf);
            area = Rect { y: area.y + 1, height: area.height - 1, ..area };
        }
        let shown = || comparison.alternatives().skip(visible.start).take(visible.len());
        let longest = |side| {
            let lines = |pane| self.explorer.listing().side(comparison, pane, side).len();
            shown().map(|(pane, _)| lines(pane)).max().unwrap_or(0)
        };
        let titles = comparison.claims().map(|(_, claim)| claim.title.as_str());
        let columns_width = usize::from(area.width) / visible.len().max(1);
        let bars = Bars::beside(titles, columns_width.saturating_sub(2));
        let typed = |side| {
            usize::from(self.explorer.layer().adding().is_some_and(|adding| adding.polarity() == side))
        };
        let pros = longest(Polarity::Pro) + typed(Polarity::Pro);
        let cons = longest(Polarity::Con) + typed(Polarity::Con);
        let height = usize::from(area.height.saturating_sub(2));
        // Where there is room, each claim has a line of detail under it, if there is something to say.
        let details = comparison.has_details() && height >= 2 * (pros + cons) + 3;
        let rows_each = if details { 2 } else { 1 };
        let cons_at = match height.checked_sub(rows_each * (pros + cons)) {
            Some(3..) => Some(rows_each * pros + 2),
            Some(2) => Some(pros + 1),
            Some(_) | None => None,
        };
        let mut extent = Extent::default();
        for ((index, alternative), area) in shown().zip(columns(area, visible.len())) {
            let tabs =
                if visible.len() == 1 { self.tabs(visible.clone(), area.width.into()) } else { Vec::new() };
            let (explorer, theme) = (self.explorer, self.theme);
            let pane = Pane { explorer, theme, index, alternative, tabs, bars, cons_at, details, unfolds };
            let drawn = pane.draw(area, canvas);
            if index == focus {
                extent = drawn;
            }
        }
        extent
    }

    /// The names of all alternatives, the focused one and others on screen marked.
    fn tabs(&self, visible: std::ops::Range<usize>, width: usize) -> Vec<Span<'static>> {
        let mut spans = Vec::new();
        let alternatives = self.explorer.comparison().alternatives();
        let room = (width / alternatives.len()).saturating_sub(5).clamp(3, 20);
        for (i, alternative) in alternatives {
            let name = text::cut(&alternative.name, room);
            let mark = match (i == self.explorer.cursor().alternative, visible.contains(&i.0)) {
                (true, _) => FOCUSED,
                (false, true) => SHOWN,
                (false, false) => "",
            };
            let style = if mark.is_empty() { self.theme.plain } else { self.theme.strong };
            spans.push(Span::raw(if i.0 == 0 { " " } else { "  " }));
            spans.push(Span::styled(mark, self.theme.accent(i)));
            spans.push(Span::styled(name, style));
        }
        spans.push(Span::raw("  "));
        spans
    }
}

/// Says where each of the names of all alternatives can be pointed at, which stand in a row.
fn point_at_tabs(tabs: &[Span<'_>], row: Rect, canvas: &mut Canvas<'_>) {
    let mut left = row;
    for (place, tab) in tabs.chunks_exact(TAB).enumerate() {
        let width = tab.iter().map(Span::width).sum::<usize>();
        let width = u16::try_from(width).unwrap_or(u16::MAX).min(left.width);
        canvas.spots.add(Rect { width, ..left }, Spot::Pane(AlternativeId(place)));
        left = Rect { x: left.x + width, width: left.width - width, ..left };
    }
}

struct Pane<'a> {
    explorer: &'a Explorer,
    theme: &'a Theme,
    index: AlternativeId,
    alternative: &'a Alternative,
    /// The names of all alternatives, if only this one is on screen.
    tabs: Vec<Span<'static>>,
    bars: Bars,
    /// The line on which the cons of all panes begin, if there is room to align them.
    cons_at: Option<usize>,
    /// Whether each claim has a line of detail under it.
    details: bool,
    /// Whether a long title unfolds under the cursor.
    unfolds: bool,
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
    fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) -> Extent {
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
        let hidden = match self.alternative.claims().len() - shown {
            0 => String::new(),
            hidden => format!(" \u{b7} {hidden} hidden"),
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
