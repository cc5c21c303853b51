//! The insight view: everything behind the answer, on the whole screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::dialog::whole;
use super::gauge::{Gauge, part_of};
use super::scroll::{Hold, scrolled};
use super::spots::{Canvas, Spot, Spots};
use super::standings::Standings;
use super::text;
use super::theme::Theme;
use crate::comparison::{AlternativeId, ClaimId, Polarity};
use crate::explorer::{Command, Explorer, Extent, Insight, InsightLine, Layer, LineDoes};
use crate::keymap;
use crate::story::{Fact, in_points, signed};
use crate::weight::Weight;

/// Rows of the gauge.
const GAUGE: u16 = 7;

/// The longest bar of a share, in cells.
const SHARE: usize = 14;

/// Cells of a ruler from weight 0 to weight 10, two for each point.
const RULER: usize = 2 * Weight::MOST as usize + 1;

/// Cells for what is said of a reason that is worth a thought.
const THOUGHT: usize = 28;

/// The widths of what stands side by side in lines about reasons, in cells.
struct Columns {
    /// The longest bar to one side.
    bar: usize,
    share_name: usize,
    ruler_name: usize,
    thought_name: usize,
}

pub(super) struct InsightPage<'a> {
    pub(super) insight: &'a Insight,
    pub(super) layer: &'a Layer,
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl InsightPage<'_> {
    /// Draws the view and returns how much of it fits.
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) -> Extent {
        let inner = whole("Insight", self.theme, area, canvas);
        let (rows, chosen) = self.rows(usize::from(inner.width));
        let line = |i: usize| rows[i].0.clone();
        let seen = scrolled(rows.len(), line, Hold::Line(chosen), (inner, area), self.theme, canvas);
        canvas.spots.extend(seen.rows().filter_map(|(i, row)| Some((row, rows[i].1?))));
        Extent { page: seen.extent.page / 2, ..seen.extent }
    }

    /// All rows, each with what can be pointed at there, and which one is chosen.
    fn rows(&self, width: usize) -> (Vec<(Line<'static>, Option<Spot>)>, usize) {
        let mut rows = Vec::new();
        let (mut selectable, mut chosen) = (0, 0);
        let columns = self.columns(width.saturating_sub(1));
        let mut lines = self.insight.lines().iter().peekable();
        while let Some(line) = lines.next() {
            let is_chosen = line.is_selectable() && selectable == self.insight.at();
            let spot = Spot::of_line(selectable, is_chosen);
            let spot = line.is_selectable().then_some(spot);
            selectable += usize::from(line.is_selectable());
            if is_chosen {
                chosen = rows.len();
            }
            let edge = Span::raw(if is_chosen { "\u{258c}" } else { " " });
            let mut of_line = self.line(line, is_chosen, &columns, width.saturating_sub(1));
            if is_chosen && let Some(row) = of_line.first_mut() {
                self.offer(line.does(), row, width.saturating_sub(1));
            }
            if let (InsightLine::Heading(heading), Some(InsightLine::Share { .. })) = (line, lines.peek())
                && let Some(row) = of_line.last_mut()
            {
                row.spans.extend(self.sides(heading, &columns));
            }
            for mut row in of_line {
                row.spans.insert(0, edge.clone());
                rows.push((row, spot));
            }
        }
        (rows, chosen)
    }

    /// Says at the end of a line what can be done with it, if there is room.
    fn offer(&self, does: LineDoes, row: &mut Line<'static>, width: usize) {
        let words = match does {
            LineDoes::Nothing => return,
            LineDoes::GoThere => "goes there",
            LineDoes::TryOn => "tries it on",
        };
        let key = keymap::key_for(self.layer, Command::Accept);
        let offer = key.map_or_else(String::new, |key| format!("  {key} {words}"));
        let room = width.saturating_sub(row.width());
        if text::width(&offer) <= room {
            row.spans.push(Span::raw(" ".repeat(room - text::width(&offer))));
            row.spans.push(Span::styled(offer, self.theme.quiet));
        }
    }

    /// The rows of one line.
    fn line(&self, line: &InsightLine, chosen: bool, columns: &Columns, width: usize) -> Vec<Line<'static>> {
        match line {
            InsightLine::Headline(headline) => {
                let mut rows = Self::sentence(&headline.answer, self.theme.strong, width);
                rows.extend(Self::sentence(&headline.sure_alone(), Style::new(), width));
                rows
            }
            InsightLine::Gauge => self.gauge(width),
            InsightLine::Heading(heading) => {
                vec![Line::raw(""), Line::from(Span::styled(text::cut(heading, width), self.theme.strong))]
            }
            InsightLine::Told(fact) => {
                Self::sentence(&fact.sentence(&self.explorer.story()), Style::new(), width)
            }
            InsightLine::Decided => {
                let chosen = self.explorer.story().chosen();
                Self::sentence(&chosen.map_or_else(String::new, |chosen| chosen.told()), Style::new(), width)
            }
            InsightLine::Share { reason, points, balanced } => {
                let mut row = self.name(*reason, chosen, columns.share_name);
                row.extend(self.share(*reason, *points, *balanced, columns.bar));
                vec![Line::from(row)]
            }
            InsightLine::Open { supporters, opponents } => {
                let side = |count: &usize, word: &str| (*count > 0).then(|| format!("{count} {word}"));
                let sides = [side(supporters, "for"), side(opponents, "against")];
                let sides = sides.into_iter().flatten().collect::<Vec<_>>().join(", ");
                let count = supporters + opponents;
                let ones = if count == 1 { "1 open one" } else { &format!("{count} open ones") };
                vec![Line::styled(format!("  {ones}, taken as 5: {sides}"), self.theme.quiet)]
            }
            InsightLine::Ruler { reason, now, tip } => {
                let mut row = self.name(*reason, chosen, columns.ruler_name);
                row.extend(self.ruler(*reason, *now, tip));
                let mut rows = vec![Line::from(row)];
                if chosen {
                    let told = format!("  {}", tip.sentence(&self.explorer.story()));
                    rows.extend(Self::sentence(&told, self.theme.quiet, width));
                }
                rows
            }
            InsightLine::Pair(first) => vec![self.pair(*first, chosen, width)],
            InsightLine::Thought(reason, moves) => {
                let mut row = self.name(*reason, chosen, columns.thought_name);
                row.extend(moves.clone().map(Span::raw));
                vec![Line::from(row)]
            }
        }
    }

    fn sentence(sentence: &str, style: Style, width: usize) -> Vec<Line<'static>> {
        let wrapped = text::wrapped(sentence, width, usize::MAX);
        wrapped.into_iter().map(|line| Line::from(Span::styled(line, style))).collect()
    }

    /// The gauge drawn apart, as rows.
    fn gauge(&self, width: usize) -> Vec<Line<'static>> {
        let width = u16::try_from(width).unwrap_or(u16::MAX);
        let count = self.explorer.comparison().alternatives().len();
        let even = usize::from(self.explorer.story().even_in().is_some());
        let height = if count == 2 { GAUGE } else { u16::try_from(count + even).unwrap_or(GAUGE) };
        let area = Rect::new(0, 0, width, height);
        let mut drawn = Buffer::empty(area);
        let (explorer, theme) = (self.explorer, self.theme);
        if count == 2 {
            Gauge { explorer, theme }.render(area, &mut drawn);
        } else {
            // It is one line of this page, and no place to go to.
            let mut canvas = Canvas { buf: &mut drawn, spots: Spots::default() };
            Standings { explorer, theme }.draw(area, &mut canvas);
        }
        text::lines_of(&drawn)
    }

    /// How the lines about reasons are divided: names take what their widest needs, as far as there is room.
    fn columns(&self, width: usize) -> Columns {
        let reason_of = |line: &InsightLine| match line {
            InsightLine::Share { reason, .. }
            | InsightLine::Ruler { reason, .. }
            | InsightLine::Thought(reason, _) => Some(*reason),
            InsightLine::Headline(_)
            | InsightLine::Gauge
            | InsightLine::Heading(_)
            | InsightLine::Told(_)
            | InsightLine::Decided
            | InsightLine::Open { .. }
            | InsightLine::Pair(_) => None,
        };
        let reasons = self.insight.lines().iter().filter_map(reason_of);
        let widest =
            reasons.map(|reason| text::width(&self.explorer.story().reason(reason))).max().unwrap_or(0);
        let bar = (width * 3 / 5).saturating_sub(10) / 2;
        let bar = bar.min(SHARE);
        Columns {
            bar,
            share_name: widest.min(width.saturating_sub(2 * bar + 10)),
            ruler_name: widest.min(width.saturating_sub(RULER + 10)),
            thought_name: widest.min(width.saturating_sub(THOUGHT + 3)),
        }
    }

    /// Beside a heading, whose bars go to which side: with two alternatives to the sides of the gauge.
    fn sides(&self, heading: &str, columns: &Columns) -> Vec<Span<'static>> {
        let comparison = self.explorer.comparison();
        let Some(gap) = (columns.share_name + 2).checked_sub(text::width(heading)) else { return Vec::new() };
        if comparison.alternatives().len() != 2 || columns.bar < SHARE {
            return Vec::new();
        }
        let [left, right] = [0, 1]
            .map(|place| text::cut(&comparison[AlternativeId(place)].name, columns.bar.saturating_sub(1)));
        let blank = " ".repeat(gap + columns.bar - text::width(&left));
        let names = Span::styled(format!("{blank}{left} "), self.theme.quiet);
        vec![
            names,
            Span::styled("\u{2502}", self.theme.line),
            Span::styled(format!(" {right}"), self.theme.quiet),
        ]
    }

    /// The alternative that a reason speaks for, if there are two; else the one that it speaks of.
    fn side(&self, claim: ClaimId) -> AlternativeId {
        let comparison = self.explorer.comparison();
        let claim = &comparison[claim];
        let mut others = comparison.alternatives().map(|(other, _)| other);
        let other = others.find(|other| *other != claim.alternative);
        match (claim.polarity, other) {
            (Polarity::Con, Some(other)) if comparison.alternatives().len() == 2 => other,
            (Polarity::Pro | Polarity::Con, _) => claim.alternative,
        }
    }

    fn accent(&self, claim: ClaimId) -> Style {
        self.theme.accent(self.side(claim))
    }

    /// The mark and the name of a line about a reason.
    fn name(&self, reason: ClaimId, chosen: bool, width: usize) -> Vec<Span<'static>> {
        let name = text::fitted(&self.explorer.story().row(reason), width);
        let style = if chosen { self.theme.cursor } else { Style::new() };
        vec![Span::styled("\u{25cf} ", self.accent(reason)), Span::styled(name, style), Span::raw(" ")]
    }

    /// A bar to the side of the gauge that the reason speaks for; with three and more alternatives to the right for what
    /// supports the leader, to the left for what opposes it.
    fn share(&self, reason: ClaimId, points: i64, balanced: bool, room: usize) -> Vec<Span<'static>> {
        let accent = self.accent(reason);
        let two = self.explorer.comparison().alternatives().len() == 2;
        let weight = f64::from(u8::try_from(points.abs()).unwrap_or(Weight::MOST));
        let length = part_of(room, weight / f64::from(Weight::MOST)).max(usize::from(room > 0));
        let block = if balanced { "\u{2591}" } else { "\u{2588}" };
        let bar = Span::styled(block.repeat(length), accent);
        let number = match (two, points < 0) {
            (true, _) => weight.to_string(),
            (false, true) => signed(-weight),
            (false, false) => signed(weight),
        };
        let number = Span::raw(format!(" {number:>5}"));
        let (empty, blank) = (Span::raw(" ".repeat(room - length)), Span::raw(" ".repeat(room)));
        let axis = Span::styled("\u{2502}", self.theme.line);
        let to_left = if two { self.side(reason) == AlternativeId(0) } else { points < 0 };
        if to_left { vec![empty, bar, axis, blank, number] } else { vec![blank, axis, bar, empty, number] }
    }

    /// Weights from 0 to 10: where the weight is and where the answer tips.
    fn ruler(&self, reason: ClaimId, now: Option<Weight>, tip: &Fact) -> Vec<Span<'static>> {
        let Fact::Tip { at, .. } = tip else { return Vec::new() };
        let accent = self.accent(reason);
        let place = |points: u8| 2 * usize::from(points);
        let mut spans = vec![Span::raw("0 ")];
        for cell in 0..RULER {
            spans.push(if cell == place(*at) {
                Span::styled("\u{25c6}", self.theme.strong)
            } else if now.is_some_and(|now| cell == place(now.points())) {
                Span::styled("\u{25cf}", accent)
            } else {
                let line = if now.is_some() { "\u{2500}" } else { "\u{b7}" };
                Span::styled(line, self.theme.line)
            });
        }
        spans.push(Span::raw(" 10"));
        spans
    }

    /// Both sides of one thing and their weight.
    fn pair(&self, first: ClaimId, chosen: bool, width: usize) -> Line<'static> {
        let (comparison, profile) = (self.explorer.comparison(), self.explorer.profile());
        let sides = profile.reasons(comparison).of(first).faces().map(|face| {
            let claim = &comparison[face];
            let sign = match claim.polarity {
                Polarity::Pro => "+",
                Polarity::Con => "\u{2212}",
            };
            format!("{sign} {}: {}", comparison[claim.alternative].name, claim.title)
        });
        let weight = in_points(profile.weight(comparison, first));
        let sides = text::fitted(&sides.collect::<Vec<_>>().join("  =  "), width.saturating_sub(7));
        let style = if chosen { self.theme.cursor } else { Style::new() };
        Line::from(vec![Span::raw("  "), Span::styled(sides, style), Span::raw(format!(" {weight:>3}"))])
    }
}
