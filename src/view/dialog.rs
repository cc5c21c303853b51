//! Boxes over the panes that ask something.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Widget};

use super::text;
use super::theme::Theme;
use crate::explorer::{Explorer, Naming, Purpose};
use crate::shown::Shown;

/// A box in the middle of `area`, emptied and framed; returns its inside.
pub(super) fn popup(title: &str, size: (usize, usize), theme: &Theme, area: Rect, buf: &mut Buffer) -> Rect {
    let [width, height] = [size.0, size.1].map(|cells| u16::try_from(cells).unwrap_or(u16::MAX));
    let (width, height) = (width.min(area.width), height.min(area.height));
    let frame =
        Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
    split_wide_cells(frame, buf);
    Clear.render(frame, buf);
    let title = text::cut(title, usize::from(width).saturating_sub(4));
    let block = Block::bordered()
        .border_type(BorderType::Thick)
        .title(Span::styled(format!(" {title} "), theme.strong));
    let inner = block.inner(frame);
    block.render(frame, buf);
    Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
}

/// The frame around the inside that [`popup`] returned, as far as its right border.
pub(super) fn framed(inner: Rect) -> Rect {
    Rect { y: inner.y - 1, height: inner.height + 2, width: inner.width + 2, ..inner }
}

/// Blanks the left half of each wide character that the left edge of `frame` cuts, which would hide the edge.
fn split_wide_cells(frame: Rect, buf: &mut Buffer) {
    let Some(left) = frame.x.checked_sub(1) else { return };
    for y in frame.top()..frame.bottom() {
        if let Some(cell) = buf.cell_mut((left, y))
            && text::width(cell.symbol()) > 1
        {
            cell.set_symbol(" ");
        }
    }
}

/// A question with a yes.
pub(super) struct Asking<'a> {
    pub(super) question: &'a str,
    pub(super) theme: &'a Theme,
}

impl Widget for Asking<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        message("Sure?", self.question, "y  yes     esc  back", self.theme, area, buf);
    }
}

/// Something is unsaved.
pub(super) struct Leaving<'a> {
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl Widget for Leaving<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let question = match &self.explorer.profile().name {
            Some(name) => format!("What you changed in {name} is not saved."),
            None => "What you weighed is not saved.".to_owned(),
        };
        message("Unsaved", &question, "s  save     d  discard     esc  stay", self.theme, area, buf);
    }
}

/// Another window saved the profile meanwhile.
pub(super) struct Conflict<'a> {
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

impl Widget for Conflict<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let name = self.explorer.profile().name.as_ref().map(ToString::to_string).unwrap_or_default();
        let question = format!(
            "{name} was changed elsewhere since you opened it. Nothing was written. \
             Overwriting keeps the other one as .bak."
        );
        let keys = "r  reload   S  save as   o  overwrite   esc  back";
        message("Changed elsewhere", &question, keys, self.theme, area, buf);
    }
}

fn message(title: &str, question: &str, keys: &str, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let width = 56.min(usize::from(area.width));
    let lines = text::wrapped(question, width.saturating_sub(4), 4);
    let inner = popup(title, (width, lines.len() + 5), theme, area, buf);
    let lines = std::iter::once(String::new()).chain(lines).chain([String::new()]).map(Line::raw);
    let keys = Line::styled(text::cut(keys, usize::from(inner.width)), theme.strong);
    for (line, row) in lines.chain([keys]).zip(inner.rows()) {
        line.render(row, buf);
    }
}

/// A name is typed.
pub(super) struct NameDialog<'a> {
    pub(super) naming: &'a Naming,
    pub(super) theme: &'a Theme,
}

impl Widget for NameDialog<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let title = match &self.naming.purpose {
            Purpose::Save(_) => "Save as".to_owned(),
            Purpose::Rename(name) => format!("Rename {name}"),
        };
        let problem = self.naming.problem.as_deref().unwrap_or_default();
        let width = 60.min(usize::from(area.width));
        let problem = text::wrapped(problem, width.saturating_sub(4), 3);
        let inner = popup(&title, (width, 6 + problem.len().max(1)), self.theme, area, buf);
        let keys = Line::styled("enter  take this name     esc  back", self.theme.strong);
        let lines = [Line::raw(""), self.input(usize::from(inner.width))]
            .into_iter()
            .chain(problem.iter().map(|line| Line::styled(line.clone(), self.theme.alarm)))
            .chain((problem.len()..1).map(|_| Line::raw("")))
            .chain([keys]);
        for (line, row) in lines.zip(inner.rows()) {
            line.render(row, buf);
        }
    }
}

impl NameDialog<'_> {
    /// The end of the text up to the cursor, a cursor cell, and what follows.
    fn input(&self, width: usize) -> Line<'static> {
        let input = &self.naming.input;
        let room = width.saturating_sub(8);
        let skip = input.visual_scroll(room);
        let mut skipped = 0;
        let (mut before, mut at, mut after) = (String::new(), String::new(), String::new());
        for (i, c) in input.value().chars().enumerate() {
            let cell = c.to_string();
            if skipped < skip {
                skipped += text::width(&cell);
            } else if i < input.cursor() {
                before.push(c);
            } else if i == input.cursor() {
                at.push(c);
            } else {
                after.push(c);
            }
        }
        if at.is_empty() {
            at.push(' ');
        }
        // What is typed or pasted may be anything until it is taken as a name.
        let [before, at, after] = [before, at, after].map(|part| Shown::line(&part).to_string());
        let after = text::cut(&after, room.saturating_sub(text::width(&before)));
        Line::from(vec![
            Span::styled("Name  ", self.theme.quiet),
            Span::raw(before),
            Span::styled(at, self.theme.cursor.add_modifier(Modifier::REVERSED)),
            Span::raw(after),
        ])
    }
}
