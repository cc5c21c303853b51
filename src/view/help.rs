//! All keys and signs.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::dialog::{framed, popup};
use super::scroll::{Hold, scrolled_lines};
use super::spots::Canvas;
use super::text;
use super::theme::Theme;
use crate::explorer::{Explorer, Extent, Help, Layer};
use crate::keymap::{self, Row};
use crate::search::fold;

/// The widest list, in cells.
const WIDEST: usize = 88;

/// Cells for the keys or the sign of a line.
const KEYS_WIDTH: usize = 20;

/// In narrower lists what is said stands under the keys, not beside them.
const BESIDE: usize = 46;

/// The signs of the panes.
const SIGNS: [(&str, &str); 9] = [
    ("\u{25cf}", "it counts"),
    ("\u{25cb}", "it is switched off and counts for nothing"),
    ("!", "a must-have, or a deal-breaker"),
    ("?", "how much it matters is open"),
    ("\u{2501}\u{2501}\u{2501}\u{2578}  7", "how much it matters, 0 to 10"),
    ("\u{25c6}", "if it mattered so much, another would come first"),
    ("=", "the other side of the line under the cursor: one weight for both"),
    ("\u{b6}", "you noted something on it"),
    ("\u{25b6}", "the pane that the keys work in"),
];

/// What is drawn for two alternatives.
const HILL: [(&str, &str); 3] = [
    (
        "\u{2581}\u{2583}\u{2586}\u{2588}\u{2586}\u{2583}\u{2581}",
        "how your answers could turn out: the higher, the more ways",
    ),
    (
        "\u{25c2}\u{2500}\u{2500}\u{2534}\u{2500}\u{2500}\u{25b8}",
        "the middle is even; what lies on a side is how often that one comes first",
    ),
    (
        "\u{2588}\u{2588}\u{2588}\u{2588}\u{2500}\u{2592}\u{2592}",
        "the same where there is little room: the longer a side, the more often it comes first",
    ),
];

/// What is drawn for three and more.
const DOTS: [(&str, &str); 1] = [(
    "\u{2500}\u{2500}\u{25cf}\u{2500}\u{2500}",
    "where it stands now, the further right the better, and where it lies in 9 of 10 cases",
)];

pub(super) struct HelpList<'a> {
    pub(super) help: &'a Help,
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl HelpList<'_> {
    /// Draws the list and returns how much of it fits.
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) -> Extent {
        let width = WIDEST.min(usize::from(area.width));
        let lines = self.lines(width.saturating_sub(4));
        let height = lines.len() + 2;
        // While something is looked for its top stays where it is.
        let rows = u16::try_from(height).unwrap_or(u16::MAX).min(area.height);
        let area = if self.help.search().is_empty() { area } else { Rect { height: rows, ..area } };
        let title =
            if self.help.search().is_empty() { "Keys and signs" } else { "Keys and signs that have that" };
        let inner = popup(title, (width, height), self.theme, area, canvas);
        let hold = Hold::Offset(self.help.scroll());
        scrolled_lines(&lines, hold, (inner, framed(inner)), self.theme, canvas).extent
    }

    fn lines(&self, width: usize) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        let search = self.help.search();
        let mut add = |heading: String, entries: Vec<(String, String)>| {
            let has_it = |(keys, said): &(String, String)| search.finds(&fold(&format!("{keys} {said}")));
            let entries: Vec<_> = entries.into_iter().filter(has_it).collect();
            if entries.is_empty() {
                return;
            }
            if !lines.is_empty() {
                lines.push(Line::raw(""));
            }
            lines.push(Line::styled(heading, self.theme.strong));
            lines.extend(entries.iter().flat_map(|(keys, said)| self.entry(keys, said, width)));
        };
        let said = |row: &Row| (row.all_keys(), row.explained().to_owned());
        let of_panes = if let Layer::Panes = self.help.over() {
            ""
        } else {
            add("Here".to_owned(), keymap::rows_here(self.help.over()).map(said).collect());
            ", in the panes"
        };
        for (heading, rows) in keymap::help() {
            add(format!("{heading}{of_panes}"), rows.map(said).collect());
        }
        add("Signs".to_owned(), SIGNS.map(owned).to_vec());
        add("How sure".to_owned(), self.how_sure());
        if lines.is_empty() {
            lines.push(Line::styled("Nothing has that", self.theme.quiet));
        }
        lines
    }

    /// What the gauge and the number in the headline show.
    fn how_sure(&self) -> Vec<(String, String)> {
        let off = match self.explorer.profile().band.points() {
            0 => "what you gave is exact".to_owned(),
            points => format!("what you gave about {points} higher or lower"),
        };
        let number = format!(
            "What you left open could be anything from 0 to 10, {off}. Of every 100 such ways one comes first in 84; \
             the rest go to others or end even."
        );
        let is_hill = self.explorer.comparison().alternatives().len() == 2;
        let gauge = if is_hill { HILL.map(owned).to_vec() } else { DOTS.map(owned).to_vec() };
        gauge.into_iter().chain([owned(("first in 84", &number))]).collect()
    }

    /// Keys or a sign, and what is said of it, on as many lines as that takes.
    fn entry(&self, keys: &str, said: &str, width: usize) -> Vec<Line<'static>> {
        let beside = width >= BESIDE;
        let indent = if beside { KEYS_WIDTH + 2 } else { 4 };
        let mut said = text::wrapped(said, width.saturating_sub(indent), usize::MAX).into_iter();
        let marked = |text: &str, style| text::marked(text, self.help.search(), style, self.theme.found);
        let keys = marked(&format!("  {}", text::fitted(keys, KEYS_WIDTH)), self.theme.key);
        let first = if beside { said.next().unwrap_or_default() } else { String::new() };
        let line = |before: Vec<Span<'static>>, said: &str| {
            before.into_iter().chain(marked(said, Style::new())).collect::<Line<'static>>()
        };
        std::iter::once(line(keys, &first))
            .chain(said.map(|said| line(vec![Span::raw(" ".repeat(indent))], &said)))
            .collect()
    }
}

fn owned((sign, said): (&str, &str)) -> (String, String) {
    (sign.to_owned(), said.to_owned())
}
