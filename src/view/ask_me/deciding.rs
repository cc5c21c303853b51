//! Which one was decided on, among all with how they stand.

use ratatui::text::Line;

use super::{AskMe, Page, ROOMY, Room, Spot};
use crate::comparison::AlternativeId;
use crate::explorer::{Deciding, DecidingLine};
use crate::view::scroll::Hold;
use crate::view::text;

/// So many lines of what was decided before, so that there is room for the list.
const MOST_BEFORE: usize = 3;

impl AskMe<'_> {
    /// All that can be decided on.
    pub(super) fn deciding(&self, deciding: &Deciding, room: Room) -> Page {
        let mut head = self.strong("Which one did you choose?", room);
        let before = self.explorer.story().chosen();
        if let Some(before) = before.filter(|_| room.height >= ROOMY) {
            let told = text::wrapped(&before.told(), room.width, MOST_BEFORE);
            head.extend(told.into_iter().map(|line| Line::styled(line, self.theme.quiet)));
        }
        head.push(Line::raw(""));
        let line = |(i, line): (usize, &DecidingLine)| {
            let said = match line {
                DecidingLine::On(one) => self.candidate(*one, room.width.saturating_sub(2)),
                DecidingLine::NotAfterAll => "Not decided after all".to_owned(),
            };
            let mark = if i == deciding.at() { "\u{258c} " } else { "  " };
            let line = text::fitted(&format!("{mark}{said}"), room.width);
            Line::styled(line, if i == deciding.at() { self.theme.cursor } else { self.theme.plain })
        };
        let body = deciding.lines().iter().enumerate().map(line).collect();
        let lines = 0..deciding.lines().len();
        let spots = lines.map(|i| (i, room.columns(), Spot::of_line(i, i == deciding.at()))).collect();
        Page { title: "Decided".to_owned(), head, body, hold: Hold::Line(deciding.at()), spots }
    }

    /// The name of an alternative, and at the right how it stands.
    fn candidate(&self, one: AlternativeId, width: usize) -> String {
        let name = &self.explorer.comparison()[one].name;
        let stands = self.explorer.story().stands(one);
        let room = width.saturating_sub(text::width(&stands) + 1);
        format!("{} {stands}", text::fitted(name, room))
    }
}
