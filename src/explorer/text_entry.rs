//! A line of text that is being typed.

use tui_input::{Input, InputRequest};

use crate::safe_text::SafeText;

/// A line of text that is being typed.
#[derive(Clone, Debug)]
pub struct TextEntry {
    input: Input,
    /// The most characters that it holds.
    most: usize,
    /// Why the text can't be taken as it is.
    problem: Option<SafeText>,
}

impl TextEntry {
    /// A line that holds at most `most` characters and begins with a proposal.
    pub(super) fn new(proposal: String, most: usize) -> Self {
        Self { input: Input::new(proposal), most, problem: None }
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

    /// Adds a text at the cursor, on one line, as far as it fits.
    pub(super) fn insert(&mut self, text: &str) {
        self.problem = None;
        let room = self.most.saturating_sub(self.text().chars().count());
        let mut chars = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
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
