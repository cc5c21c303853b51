//! A box with a list in which one line is chosen.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::dialog::{framed, popup};
use super::scroll::{Hold, scrolled};
use super::spots::{Canvas, Spot};
use super::text;
use super::theme::Theme;
use crate::comparison::{ClaimId, Comparison, Polarity};
use crate::explorer::{Alternatives, Editing, Explorer, Extent, FileLine, Files, Part, Sides};
use crate::safe_text::SafeText;

/// The widest list, in cells.
const WIDEST: usize = 76;

/// A box with a list.
pub(super) struct ListBox<'a> {
    title: String,
    /// What stands for each line, and what is said of it.
    lines: Vec<(String, String)>,
    chosen: usize,
    theme: &'a Theme,
}

impl<'a> ListBox<'a> {
    /// What can be changed about a line.
    pub(super) fn editing(editing: &Editing, explorer: &Explorer, theme: &'a Theme) -> Self {
        let comparison = explorer.comparison();
        let claim = &comparison[editing.claim()];
        let line = |part: &Part| {
            let (name, about) = match part {
                Part::Title => ("Title", claim.title.to_string()),
                Part::Detail => ("More about it", on_one_line(&claim.detail)),
                Part::OtherSide => (
                    "Other side of",
                    comparison
                        .mirror(editing.claim())
                        .map_or_else(|| "nothing".to_owned(), |mirror| owned(comparison, mirror)),
                ),
                Part::Topic => (
                    "About",
                    claim
                        .criterion
                        .map_or_else(String::new, |criterion| comparison[criterion].name.to_string()),
                ),
            };
            (name.to_owned(), if about.is_empty() { "nothing yet".to_owned() } else { about })
        };
        let lines = editing.parts().iter().map(line).collect();
        let title = owned(comparison, editing.claim());
        Self { title, lines, chosen: editing.at(), theme }
    }

    /// What a line can be the other side of.
    pub(super) fn sides(sides: &Sides, explorer: &Explorer, theme: &'a Theme) -> Self {
        let comparison = explorer.comparison();
        let line = |other: &Option<ClaimId>| match other {
            None => ("Nothing: it stands by itself".to_owned(), String::new()),
            Some(other) => (comparison[*other].title.to_string(), speaks(comparison, *other)),
        };
        let title = format!("{} is the other side of", comparison[sides.claim()].title);
        Self { title, lines: sides.others().iter().map(line).collect(), chosen: sides.at(), theme }
    }

    /// What there is to choose from.
    pub(super) fn alternatives(list: Alternatives, explorer: &Explorer, theme: &'a Theme) -> Self {
        let line = |(_, alternative): (_, &crate::comparison::Alternative)| {
            let (pros, cons) = (alternative.pros().len(), alternative.cons().len());
            (alternative.name.to_string(), format!("{pros} for, {cons} against"))
        };
        let lines = explorer.comparison().alternatives().map(line).collect();
        Self { title: "What there is to choose from".to_owned(), lines, chosen: list.at(), theme }
    }

    /// Other comparisons.
    pub(super) fn files(files: &Files, theme: &'a Theme) -> Self {
        let line = |line: &FileLine| match line {
            FileLine::Bundled => {
                ("Handmade vs. mass-produced jewelry".to_owned(), "comes with it".to_owned())
            }
            FileLine::Begun(title) => (title.to_string(), "in no file yet".to_owned()),
            FileLine::New => ("A decision of your own".to_owned(), "new".to_owned()),
            FileLine::Recent(recent) => {
                let path = SafeText::line(&recent.path.display().to_string()).to_string();
                match &recent.title {
                    Ok(title) => (title.to_string(), path),
                    Err(problem) => (path, format!("damaged: {}", problem.as_str())),
                }
            }
        };
        Self {
            title: "Open".to_owned(),
            lines: files.lines().iter().map(line).collect(),
            chosen: files.at(),
            theme,
        }
    }

    /// Draws the list and returns how much of it fits.
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) -> Extent {
        let width = WIDEST.min(usize::from(area.width));
        let inner = popup(&self.title, (width, self.lines.len() + 2), self.theme, area, canvas);
        let room = usize::from(inner.width).saturating_sub(4);
        let widest = self.lines.iter().map(|(name, _)| text::width(name)).max().unwrap_or(0);
        let least = self.lines.iter().map(|(_, about)| text::width(about)).max().unwrap_or(0).min(room / 3);
        let name_width = widest.min(room.saturating_sub(least));
        let line = |i: usize| {
            let (name, about) = &self.lines[i];
            let is_chosen = i == self.chosen;
            let row = Line::from(vec![
                Span::raw(if is_chosen { "\u{258c} " } else { "  " }),
                Span::raw(text::fitted(name, name_width)),
                Span::raw("  "),
                Span::styled(text::fitted(about, room.saturating_sub(name_width)), self.theme.quiet),
            ]);
            if is_chosen { row.style(self.theme.cursor) } else { row }
        };
        let areas = (inner, framed(inner));
        let seen = scrolled(self.lines.len(), line, Hold::Line(self.chosen), areas, self.theme, canvas);
        for (i, row) in seen.rows() {
            canvas.spots.add(row, Spot::of_line(i, i == self.chosen));
        }
        seen.extent
    }
}

/// A line with whom it speaks for or against.
fn owned(comparison: &Comparison, claim: ClaimId) -> String {
    format!("{} \u{b7} {}", comparison[claim].title, speaks(comparison, claim))
}

fn speaks(comparison: &Comparison, claim: ClaimId) -> String {
    let claim = &comparison[claim];
    let speaks = match claim.polarity {
        Polarity::Pro => "for",
        Polarity::Con => "against",
    };
    format!("{speaks} {}", comparison[claim.alternative].name)
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
