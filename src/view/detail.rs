//! All about the claim under the cursor, and what the last change did.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::text;
use super::theme::Theme;
use crate::comparison::{ClaimId, Polarity};
use crate::explorer::{Adding, Explorer};
use crate::story::{mark, sentence};
use crate::weight::Weight;

/// How lines are typed into a pane.
const HOW_TO_ADD: &str = "Begin with - and a space if it speaks against, with + and a space if it speaks for. \
                          Enter goes on to the next line, and ends on an empty one.";

pub(super) struct Detail<'a> {
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl Widget for Detail<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let width = usize::from(area.width);
        let room = usize::from(area.height).saturating_sub(1);
        if let Some(adding) = self.explorer.layer().adding() {
            let lines = self.adding(adding, width, room);
            for (line, row) in lines.into_iter().zip(area.rows()) {
                text::put(&line, row, buf);
            }
            return;
        }
        let (title, cut) = self.title(width);
        let mut lines = vec![title];
        if let Some(claim) = self.explorer.cursor().claim {
            let more = self.more(claim);
            let claim = &self.explorer.comparison()[claim];
            let full = if cut { sentence(&claim.title) + " " } else { String::new() };
            let inside = width.saturating_sub(5);
            let text = text::wrapped(&format!("{full}{}", claim.detail), inside, room);
            lines.extend(text.into_iter().map(|line| Line::raw(format!("   {line}"))));
            for line in more.iter().flat_map(|more| more.lines()) {
                let wrapped = text::wrapped(line, inside, room + 1 - lines.len());
                let quiet = |line: String| Line::styled(format!("   {line}"), self.theme.quiet);
                lines.extend(wrapped.into_iter().map(quiet));
            }
        }
        for (line, row) in lines.into_iter().zip(area.rows()) {
            text::put(&line, row, buf);
        }
    }
}

impl Detail<'_> {
    /// What becomes of the line that is being typed, or why it can't be taken.
    fn adding(&self, adding: &Adding, width: usize, room: usize) -> Vec<Line<'static>> {
        let alternative = &self.explorer.comparison()[adding.alternative()].name;
        let speaks = match adding.polarity() {
            Polarity::Pro => "for",
            Polarity::Con => "against",
        };
        let title = text::cut(&format!("Something {speaks} {alternative}"), width.saturating_sub(2));
        let mut lines = vec![Line::from(vec![Span::raw(" "), Span::styled(title, self.theme.strong)])];
        let (said, style) = match adding.entry().problem() {
            Some(problem) => (problem.as_str(), self.theme.alarm),
            None => (HOW_TO_ADD, self.theme.quiet),
        };
        let said = text::wrapped(said, width.saturating_sub(5), room);
        lines.extend(said.into_iter().map(|line| Line::styled(format!("   {line}"), style)));
        lines
    }

    /// Title, side and weight; at the right what the last change did. And whether the title was cut.
    fn title(&self, width: usize) -> (Line<'static>, bool) {
        let comparison = self.explorer.comparison();
        let cursor = self.explorer.cursor();
        let alternative = &comparison[cursor.alternative].name;
        let Some(id) = cursor.claim else {
            let said = if comparison[cursor.alternative].claims().len() == 0 {
                format!(" Nothing is written about {alternative} yet")
            } else {
                format!(" All lines of {alternative} are hidden, since they count for nothing")
            };
            return (Line::raw(text::cut(&said, width)), false);
        };
        let claim = &comparison[id];
        let speaks = match claim.polarity {
            Polarity::Pro => "for",
            Polarity::Con => "against",
        };
        let about = format!(" \u{b7} {speaks} {} \u{b7} {}", text::cut(alternative, 24), self.weight(id));
        let moved = self.explorer.open().before().and_then(|before| self.explorer.story().moved(before));
        let moved = moved.map_or_else(String::new, |moved| format!("{moved} "));
        let room = width.saturating_sub(text::width(&moved) + 2);
        // What is said about it gives way to the title, up to a point.
        let title_room = room.saturating_sub(text::width(&about)).max(room / 2);
        let title = text::cut(&claim.title, title_room);
        let about = text::cut(&about, room.saturating_sub(text::width(&title)));
        let gap = room.saturating_sub(text::width(&title) + text::width(&about)) + 1;
        let cut = title != claim.title.as_str();
        let line = Line::from(vec![
            Span::raw(" "),
            Span::styled(title, self.theme.strong),
            Span::raw(about),
            Span::raw(" ".repeat(gap)),
            Span::styled(moved, self.theme.done),
        ]);
        (line, cut)
    }

    /// How much it matters, in a few words.
    fn weight(&self, claim: ClaimId) -> String {
        let profile = self.explorer.profile();
        let stance = self.explorer.stance(claim);
        let band = profile.band.points();
        let weight = profile.weight(self.explorer.comparison(), claim).map(Weight::points);
        let mut said = match (stance.on, weight) {
            (false, _) => "switched off".to_owned(),
            (true, None) => "open: anything from 0 to 10".to_owned(),
            (true, Some(0)) => "0, does not matter".to_owned(),
            (true, Some(points)) if band == 0 => points.to_string(),
            (true, Some(points)) => format!("{points}, give or take {}", band.min(points)),
        };
        if stance.is_marked() {
            said.extend([", a ", mark(self.explorer.comparison()[claim].polarity)]);
        }
        said
    }

    /// What it is paired with, and the person's note.
    fn more(&self, claim: ClaimId) -> Vec<String> {
        let comparison = self.explorer.comparison();
        let reason = self.explorer.profile().reasons(comparison).of(claim);
        let paired = reason.mirror(claim).map(|mirror| {
            let mirror = &comparison[mirror];
            let owner = &comparison[mirror.alternative].name;
            format!("Paired with {} ({}): one weight for both.", mirror.title, owner)
        });
        let note = &self.explorer.stance(claim).note;
        let note = (!note.is_empty()).then(|| format!("Note: {}", note.as_str()));
        paired.into_iter().chain(note).collect()
    }
}
