//! A line of text that is being typed.

use tui_input::{Input, InputRequest};

use crate::safe_text::SafeText;

/// A line of text that is being typed.
#[derive(Clone, Debug)]
pub struct TextEntry {
    input: Input,
    /// The most characters that it holds.
    most: usize,
    /// Whether it may have several lines.
    has_lines: bool,
    /// Why the text can't be taken as it is.
    problem: Option<SafeText>,
}

impl TextEntry {
    /// A line that holds at most `most` characters and begins with a proposal.
    pub(super) fn new(proposal: String, most: usize) -> Self {
        Self { input: Input::new(proposal), most, has_lines: false, problem: None }
    }

    /// A text that may have several lines.
    pub(super) fn of_lines(proposal: String, most: usize) -> Self {
        Self { has_lines: true, ..Self::new(proposal, most) }
    }

    /// Whether it may have several lines.
    #[must_use]
    pub fn has_lines(&self) -> bool {
        self.has_lines
    }

    /// Whether one more line begins where the text would be taken, which an empty line tells.
    pub(super) fn goes_on(&self) -> bool {
        let (before, after) = self.text().split_at(self.cursor_byte());
        let line = [before.rsplit('\n').next(), after.split('\n').next()];
        let is_full = self.text().chars().count() >= self.most;
        self.has_lines && !is_full && line.into_iter().flatten().any(|part| !part.trim().is_empty())
    }

    /// The text so far, which may be anything.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The place of the cursor, in characters.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.input.cursor()
    }

    /// How many cells of the text are left of a window of `width` cells that shows the cursor.
    #[must_use]
    pub fn scrolled(&self, width: usize) -> usize {
        self.input.visual_scroll(width)
    }

    /// Why the text can't be taken as it is.
    #[must_use]
    pub fn problem(&self) -> Option<&SafeText> {
        self.problem.as_ref()
    }

    pub(super) fn refuse(&mut self, problem: SafeText) {
        self.problem = Some(problem);
    }

    pub(super) fn edit(&mut self, request: InputRequest) {
        if let InputRequest::InsertChar(c) = request {
            return self.insert(&c.to_string());
        }
        self.problem = None;
        self.input.handle(request);
    }

    /// Lets another text be edited, from its end.
    pub(super) fn replace(&mut self, text: String) {
        self.input = Input::new(text);
    }

    /// Goes to the line above or below in a text of several lines, to the same column as far as there is one.
    pub(super) fn move_by_line(&mut self, down: bool) {
        let before: String = self.text().chars().take(self.cursor()).collect();
        let column = before.chars().rev().take_while(|c| *c != '\n').count();
        let lines: Vec<usize> = self.text().split('\n').map(|line| line.chars().count()).collect();
        let at = before.matches('\n').count();
        let Some(to) = (if down { Some(at + 1).filter(|to| *to < lines.len()) } else { at.checked_sub(1) })
        else {
            return;
        };
        let start: usize = lines[..to].iter().map(|length| length + 1).sum();
        self.input.handle(InputRequest::SetCursor(start + column.min(lines[to])));
    }

    /// Adds a text at the cursor, as far as it fits; on one line, if it may have no more.
    pub(super) fn insert(&mut self, text: &str) {
        self.problem = None;
        let room = self.most.saturating_sub(self.text().chars().count());
        let stays = |c: char| !c.is_whitespace() || (c == '\n' && self.has_lines);
        let mut chars = text.chars().map(|c| if stays(c) { c } else { ' ' });
        let (before, after) = self.text().split_at(self.cursor_byte());
        let inserted: String = chars.by_ref().take(room).collect();
        let cursor = self.cursor() + inserted.chars().count();
        self.input = Input::new([before, &inserted, after].concat()).with_cursor(cursor);
        if chars.next().is_some() {
            let problem = format!("only {} characters fit here; the rest was left out", self.most);
            self.problem = Some(SafeText::line(&problem));
        }
    }

    fn cursor_byte(&self) -> usize {
        self.text().char_indices().nth(self.cursor()).map_or(self.text().len(), |(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paste_goes_in_at_the_cursor_and_is_cut_aloud() {
        let mut entry = TextEntry::new("ad".to_owned(), 5);
        entry.edit(InputRequest::GoToPrevChar);
        entry.insert("b\nc");
        assert_eq!((entry.text(), entry.cursor(), entry.problem()), ("ab cd", 4, None));
        entry.edit(InputRequest::InsertChar('x'));
        assert_eq!(entry.text(), "ab cd");
        assert!(entry.problem().is_some());
        entry.edit(InputRequest::DeletePrevChar);
        assert_eq!((entry.text(), entry.problem()), ("ab d", None));
        entry.insert(&"\u{e9}".repeat(1_000_000));
        assert_eq!(entry.text(), "ab \u{e9}d");
    }
}
