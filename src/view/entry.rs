//! A text that is being typed, with its cursor.

use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::text;
use super::theme::Theme;
use crate::explorer::TextEntry;
use crate::safe_text::SafeText;

/// One line of a text that is being typed in `width` cells: what is around the cursor, which has a cell of its own.
pub(super) fn line(entry: &TextEntry, width: usize, theme: &Theme) -> Vec<Span<'static>> {
    let skip = entry.scrolled(width);
    let mut skipped = 0;
    let (mut before, mut at, mut after) = (String::new(), String::new(), String::new());
    for (i, c) in entry.text().chars().enumerate() {
        let cell = c.to_string();
        if skipped < skip {
            skipped += text::width(&cell);
        } else if i < entry.cursor() {
            before.push(c);
        } else if i == entry.cursor() {
            at.push(c);
        } else {
            after.push(c);
        }
    }
    let [before, at, after] = [before, at, after].map(|part| SafeText::line(&part).to_string());
    let room = width.saturating_sub(text::width(&before));
    spans(before, at, text::cut(&after, room), theme)
}

/// All lines of a text of several that is being typed, broken where they are too long, and which has the cursor.
pub(super) fn lines(entry: &TextEntry, width: usize, theme: &Theme) -> (Vec<Line<'static>>, usize) {
    let (mut lines, mut row, mut start) = (Vec::new(), 0, 0);
    for written in entry.text().split('\n') {
        for (first, piece) in pieces(written, width) {
            let from = start + first;
            let end = from + piece.chars().count();
            let is_last = from - start + piece.chars().count() == written.chars().count();
            let here = entry.cursor() >= from && (entry.cursor() < end || (is_last && entry.cursor() == end));
            if here {
                row = lines.len();
            }
            let at = if here { entry.cursor() - from } else { usize::MAX };
            let part = |keep: &dyn Fn(usize) -> bool| -> String {
                let chars = piece.chars().enumerate().filter(|(i, _)| keep(*i)).map(|(_, c)| c);
                SafeText::line(&chars.collect::<String>()).to_string()
            };
            lines.push(if here {
                Line::from(spans(part(&|i| i < at), part(&|i| i == at), part(&|i| i > at), theme))
            } else {
                Line::raw(part(&|_| true))
            });
        }
        start += written.chars().count() + 1;
    }
    (lines, row)
}

/// A line in pieces that fit, each with the place of its first character.
fn pieces(line: &str, width: usize) -> Vec<(usize, String)> {
    // The cursor needs a cell after the last character.
    let room = width.saturating_sub(1).max(2);
    let mut pieces = vec![(0, String::new())];
    for (i, c) in line.chars().enumerate() {
        let Some((_, last)) = pieces.last_mut() else { break };
        let cell = SafeText::line(&c.to_string()).to_string();
        if text::width(last) + text::width(&cell) > room {
            // Whole words go on, if there is one before.
            let word = last.rfind(' ').map_or_else(String::new, |space| last.split_off(space + 1));
            pieces.push((i - word.chars().count(), word));
        }
        if let Some((_, last)) = pieces.last_mut() {
            last.push(c);
        }
    }
    pieces
}

fn spans(before: String, at: String, after: String, theme: &Theme) -> Vec<Span<'static>> {
    let at = if at.is_empty() { " ".to_owned() } else { at };
    let cursor = theme.cursor.add_modifier(Modifier::REVERSED);
    vec![Span::raw(before), Span::styled(at, cursor), Span::raw(after)]
}
