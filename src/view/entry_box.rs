//! The box in which a text is typed.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use super::dialog::popup;
use super::entry;
use super::hints;
use super::spots::Canvas;
use super::text;
use super::theme::Theme;
use crate::comparison::{ClaimId, Comparison};
use crate::explorer::{Beginning, Explaining, Field, Layer, Purpose, TextEntry, Typing};
use crate::safe_text::SafeText;

/// The widest box, in cells.
const WIDEST: usize = 72;

/// So many lines of a text of several are seen at once, if there is room.
const MOST_LINES: usize = 10;

/// A box in which a text is typed.
pub(super) struct EntryBox<'a> {
    title: String,
    /// What is asked, with what is known so far, if a comparison is being begun.
    beginning: Option<&'a Beginning>,
    /// What stands before the text.
    label: &'static str,
    /// What is said as long as there is no text.
    hint: &'static str,
    entry: &'a TextEntry,
    layer: &'a Layer,
    theme: &'a Theme,
}

impl<'a> EntryBox<'a> {
    /// For a name, a title, a note.
    pub(super) fn typing(
        typing: &'a Typing,
        comparison: &Comparison,
        layer: &'a Layer,
        theme: &'a Theme,
    ) -> Self {
        let (beginning, label) = match typing.purpose() {
            Purpose::Begin(beginning) => (Some(beginning), "\u{203a} "),
            Purpose::Save(_) | Purpose::Rename(_) => (None, "Name  "),
            Purpose::SaveFile(_) | Purpose::Export | Purpose::BringIn => (None, "File  "),
            Purpose::Of(_) => (None, "\u{203a} "),
        };
        let is_of_people = matches!(layer.over(), Some(Layer::Company(_)));
        let title = match typing.purpose() {
            Purpose::Export if is_of_people => "Write the page: .md, .txt, .html or .json".to_owned(),
            purpose => title(purpose, comparison),
        };
        Self { title, beginning, label, hint: "", entry: typing.entry(), layer, theme }
    }

    /// For why something was decided.
    pub(super) fn explaining(
        explaining: &'a Explaining,
        comparison: &Comparison,
        layer: &'a Layer,
        theme: &'a Theme,
    ) -> Self {
        let title = format!("Why {}?", comparison[explaining.chosen()].name);
        let hint = " one line, or nothing";
        Self { title, beginning: None, label: "Because  ", hint, entry: explaining.entry(), layer, theme }
    }
}

impl EntryBox<'_> {
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) {
        let width = WIDEST.min(usize::from(area.width));
        let inside = width.saturating_sub(4);
        let mut above = self.above(inside);
        let problem = self.entry.problem().map(SafeText::as_str).unwrap_or_default();
        let problem = text::wrapped(problem, inside, 3);
        // The frame, a blank line below it, one for a problem and the keys are there in any case.
        let fixed = 4 + problem.len().max(1);
        let room = usize::from(area.height).saturating_sub(fixed).max(1);
        above.truncate(room.saturating_sub(1));
        let input = self.input(inside, (room - above.len()).min(MOST_LINES));
        if self.beginning.is_some() {
            // What was open has nothing to do with it.
            Clear.render(area, canvas.buf);
        }
        let height = fixed + above.len() + input.len();
        let inner = popup(&self.title, (width, height), self.theme, area, canvas);
        let lines = std::iter::once(Line::raw(""))
            .chain(above)
            .chain(input)
            .chain(problem.iter().map(|line| Line::styled(line.clone(), self.theme.alarm)))
            .chain((problem.len()..1).map(|_| Line::raw("")));
        let mut rows = inner.rows();
        for (line, row) in lines.zip(rows.by_ref()) {
            line.render(row, canvas.buf);
        }
        if let Some(row) = rows.next() {
            hints::draw(self.layer, row, self.theme, canvas);
        }
    }
}

/// What a box is called.
fn title(purpose: &Purpose, comparison: &Comparison) -> String {
    let of = |claim: ClaimId| comparison[claim].title.as_str();
    match purpose {
        Purpose::Save(_) => "Save what you weighed as".to_owned(),
        Purpose::Rename(name) => format!("Rename {name}"),
        Purpose::SaveFile(_) => "Save the comparison in a file".to_owned(),
        Purpose::Export => "Write the answer: .md, .txt, .html, .json, or the profile: .ron".to_owned(),
        Purpose::BringIn => "Bring in a profile that somebody sent".to_owned(),
        Purpose::Begin(_) => "A decision of your own".to_owned(),
        Purpose::Of(field) => match field {
            Field::Question => "What is to be decided".to_owned(),
            Field::Title(claim) => of(*claim).to_owned(),
            Field::Detail(claim) => format!("More about {}", of(*claim)),
            Field::Topic(claim) => format!("What {} is about", of(*claim)),
            Field::Note(claim) => format!("Your note on {}", of(*claim)),
            Field::Name(alternative) => format!("Rename {}", comparison[*alternative].name),
            Field::NewName | Field::Line => "One more to choose from".to_owned(),
        },
    }
}

impl EntryBox<'_> {
    /// What is asked, above the line to type in.
    fn above(&self, width: usize) -> Vec<Line<'static>> {
        let Some(Beginning { question, names, .. }) = self.beginning else { return Vec::new() };
        let said = |text: &str| text::whole(&SafeText::line(text), width);
        let mut lines: Vec<Line<'static>> = Vec::new();
        let asked = match (question, names.len()) {
            (None, _) => "What do you want to decide?",
            (Some(question), named) => {
                lines.extend(said(question).into_iter().map(|line| Line::styled(line, self.theme.strong)));
                let name = |(i, name): (usize, &String)| {
                    Line::raw(text::cut(&format!("  {}. {}", i + 1, SafeText::line(name)), width))
                };
                lines.extend(names.iter().enumerate().map(name));
                match named {
                    0 => "What is there to choose from? The first:",
                    1 => "And the second?",
                    _ => "One more? If not, just press Enter.",
                }
            }
        };
        lines.extend(said(asked).into_iter().map(|line| Line::styled(line, self.theme.quiet)));
        lines
    }

    fn input(&self, width: usize, most: usize) -> Vec<Line<'static>> {
        let entry = self.entry;
        if entry.has_lines() {
            let (lines, cursor) = entry::lines(entry, width, self.theme);
            let first = (cursor + 1).saturating_sub(most).min(lines.len().saturating_sub(most));
            let mut seen: Vec<Line<'static>> = lines.into_iter().skip(first).take(most).collect();
            // Some room to write from the beginning.
            let least = most.min(3);
            seen.resize(seen.len().max(least), Line::raw(""));
            return seen;
        }
        let mut spans = vec![Span::styled(self.label, self.theme.quiet)];
        spans.extend(entry::line(entry, width.saturating_sub(text::width(self.label) + 1), self.theme));
        if entry.text().is_empty() {
            spans.push(Span::styled(self.hint, self.theme.quiet));
        }
        vec![Line::from(spans)]
    }
}
