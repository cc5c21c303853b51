//! The list of presets and saved profiles.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use super::dialog::{framed, popup};
use super::scroll::{Hold, scrolled};
use super::spots::{Canvas, Spot};
use super::text;
use super::theme::Theme;
use crate::explorer::{Command, Explorer, Extent, Layer, ProfileLine, Profiles};
use crate::keymap;
use crate::store::ShelfItem;

/// The widest list, in cells.
const WIDEST: usize = 84;

pub(super) struct ProfileList<'a> {
    pub(super) profiles: &'a Profiles,
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

/// What is said of which lines as a whole, not only as far as it fits on one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unfolded {
    All,
    Chosen,
}

/// One row of the list.
struct Row {
    line: Line<'static>,
    /// What can be pointed at there.
    spot: Option<Spot>,
}

impl Row {
    /// One that nothing can be done with.
    fn said(line: Line<'static>) -> Self {
        Self { line, spot: None }
    }
}

/// Which rows are those of the chosen line.
fn chosen(rows: &[Row]) -> Range<usize> {
    let is_chosen = |row: &Row| row.spot == Some(Spot::Chosen);
    let start = rows.iter().position(is_chosen).unwrap_or(0);
    start..start + rows.iter().filter(|row| is_chosen(row)).count()
}

impl ProfileList<'_> {
    /// Draws the list and returns how much of the chosen line fits.
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) -> Extent {
        let width = WIDEST.min(usize::from(area.width));
        let page = usize::from(area.height).saturating_sub(2);
        let mut rows = self.rows(Unfolded::All, width.saturating_sub(4), page);
        let height = rows.len() + 2;
        if rows.len() > page {
            // The box takes all the room then, so that it does not jump.
            rows = self.rows(Unfolded::Chosen, width.saturating_sub(4), page);
        }
        let chosen = chosen(&rows);
        // Nothing of the panes is left beside it or below.
        Clear.render(area, canvas.buf);
        let top = Rect { height: u16::try_from(height).unwrap_or(u16::MAX).min(area.height), ..area };
        let inner = popup("Profiles", (width, height), self.theme, top, canvas);
        // Two thirds down, or as far up as it takes to see all rows of the chosen line.
        let two_thirds_down = chosen.start.saturating_sub(page * 2 / 3);
        let offset = two_thirds_down.max(chosen.end.saturating_sub(page)).min(chosen.start);
        let overflow = chosen.len().saturating_sub(page);
        let hold = Hold::Offset(offset + self.profiles.scroll().min(overflow));
        let line = |i: usize| rows[i].line.clone();
        let seen = scrolled(rows.len(), line, hold, (inner, framed(inner)), self.theme, canvas);
        canvas.spots.extend(seen.rows().filter_map(|(i, row)| Some((row, rows[i].spot?))));
        Extent { overflow, ..seen.extent }
    }

    /// All rows.
    fn rows(&self, unfolded: Unfolded, width: usize, page: usize) -> Vec<Row> {
        let mut rows = Vec::new();
        for (i, line) in self.profiles.lines().iter().enumerate() {
            let heading = match line {
                ProfileLine::Preset(_) if i == 0 => Some("Presets"),
                ProfileLine::New => Some("Yours"),
                ProfileLine::Preset(_) | ProfileLine::BringIn | ProfileLine::Saved(_) => None,
            };
            if let Some(heading) = heading {
                rows.extend((i > 0).then(|| Row::said(Line::raw(""))));
                rows.push(Row::said(Line::styled(heading, self.theme.strong)));
            }
            let is_chosen = i == self.profiles.chosen();
            let most = match (is_chosen, unfolded) {
                (true, _) => usize::MAX,
                (false, Unfolded::All) => page,
                (false, Unfolded::Chosen) => 1,
            };
            let spot = Some(Spot::of_line(i, is_chosen));
            rows.extend(self.line(line, is_chosen, width, most).into_iter().map(|line| Row { line, spot }));
        }
        if let Some(ProfileLine::BringIn) = self.profiles.lines().last() {
            let save = keymap::key_for(&Layer::Panes, Command::Save);
            let save = save.map(|key| format!(": {key} in the panes saves one"));
            let none = format!("  None saved yet{}.", save.unwrap_or_default());
            rows.push(Row::said(Line::styled(none, self.theme.quiet)));
        }
        rows
    }

    /// The name and what is said of it, beside each other, on at most `most` rows; all of it if it is chosen.
    fn line(&self, line: &ProfileLine, is_chosen: bool, width: usize, most: usize) -> Vec<Line<'static>> {
        let (name, about) = line.told(self.explorer);
        let room = width.saturating_sub(2);
        let name_width = match line {
            ProfileLine::Preset(_) | ProfileLine::Saved(ShelfItem::Damaged { .. }) => self.column(width),
            ProfileLine::New | ProfileLine::BringIn | ProfileLine::Saved(ShelfItem::Sound(..)) => {
                room.saturating_sub(text::width(&about) + 1)
            }
        };
        let about_width = room.saturating_sub(name_width + 1);
        let (name, about) = if is_chosen {
            (text::whole(&name, name_width), text::whole(&about, about_width))
        } else {
            (vec![name], text::wrapped(&about, about_width, most))
        };
        let of_row =
            |lines: &[String], i: usize, width| text::fitted(lines.get(i).map_or("", String::as_str), width);
        let row = |i: usize| {
            let row = Line::from(vec![
                Span::raw(if is_chosen { "\u{258c} " } else { "  " }),
                Span::raw(of_row(&name, i, name_width)),
                Span::raw(" "),
                Span::styled(of_row(&about, i, about_width), self.theme.quiet),
            ]);
            if is_chosen { row.style(self.theme.cursor) } else { row }
        };
        (0..name.len().max(about.len())).map(row).collect()
    }

    /// The cells for names that something longer is said of: the widest name of a preset, as far as that leaves room.
    fn column(&self, width: usize) -> usize {
        let presets = self.explorer.comparison().presets().iter();
        let widest = presets.map(|preset| text::width(&preset.name)).max().unwrap_or(0);
        (widest + 1).min(width * 2 / 5)
    }
}
