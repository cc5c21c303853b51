//! The report as plain text.

use unicode_width::UnicodeWidthStr;

use super::Subject;
use super::outline::{Line, Outline};

/// The columns of a line; a word that is longer stands alone.
const COLUMNS: usize = 80;

/// Columns left of the title of a claim, for its sign and its weight.
const MARGIN: usize = 9;

/// The report as plain text, ending in a newline.
#[must_use]
pub fn text(subject: &Subject<'_>) -> String {
    let outline = Outline::new(subject);
    let mut page = Page::default();
    page.say(0, &outline.title);
    page.say(0, &outline.summary);
    page.part(&outline.weighing);
    page.part(&outline.answer);
    page.say(0, &outline.sure);
    if !outline.decided.is_empty() {
        page.part(&outline.decided);
    }
    for (heading, sentences) in &outline.told {
        page.list(heading, sentences);
    }
    for side in &outline.alternatives {
        page.part(&side.heading());
        page.say(2, &side.summary);
        for line in &side.claims {
            page.claim(line);
        }
    }
    page.list("How it counts", &outline.counting);
    if let Some(source) = &outline.source {
        page.part(&format!("Source: {source}"));
    }
    page.text()
}

/// Lines of at most 80 columns.
#[derive(Default)]
pub(crate) struct Page {
    lines: Vec<String>,
}

impl Page {
    /// All of it, ending in a newline.
    pub(crate) fn text(&self) -> String {
        self.lines.join("\n") + "\n"
    }

    /// A blank line, then the first line of another part.
    pub(crate) fn part(&mut self, text: &str) {
        self.lines.push(String::new());
        self.say(0, text);
    }

    pub(crate) fn list(&mut self, heading: &str, sentences: &[String]) {
        self.part(heading);
        for sentence in sentences {
            self.say(2, sentence);
        }
    }

    /// Rows of a table: what they are about on the left, numbers on the right of their columns.
    pub(crate) fn table(&mut self, rows: &[Vec<String>]) {
        let widest = |column: usize| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
        };
        let columns: Vec<usize> = (0..rows.first().map_or(0, Vec::len)).map(widest).collect();
        for row in rows {
            let mut line = String::from("  ");
            for (place, (cell, width)) in row.iter().zip(&columns).enumerate() {
                let room = " ".repeat(width - cell.width());
                let [before, after] = if place == 0 { ["", &room] } else { [&room, ""] };
                line.extend([if place == 0 { "" } else { "  " }, before, cell, after]);
            }
            self.lines.push(line.trim_end().to_owned());
        }
    }

    fn claim(&mut self, line: &Line) {
        let mark = if line.mark.is_empty() { String::new() } else { format!(" ({})", line.mark) };
        let first = self.lines.len();
        self.say(MARGIN, &format!("{}{mark}", line.title));
        // The title has left room for it.
        self.lines[first].replace_range(..MARGIN, &format!("  {} {:>3}  ", line.sign, line.weight));
        self.say(MARGIN, &line.detail);
        if !line.note.is_empty() {
            self.say(MARGIN, &format!("Note: {}", line.note));
        }
    }

    /// A text in lines that begin `indent` columns from the left; none for an empty text.
    pub(crate) fn say(&mut self, indent: usize, text: &str) {
        for paragraph in text.lines() {
            let mut line = String::new();
            for word in paragraph.split_whitespace() {
                if !line.is_empty() && indent + line.width() + 1 + word.width() > COLUMNS {
                    self.lines.push(" ".repeat(indent) + &std::mem::take(&mut line));
                }
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            }
            self.lines.push(" ".repeat(indent) + &line);
        }
    }
}
