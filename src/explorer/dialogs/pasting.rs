//! Several lines were pasted: asks whether to add them all.

use super::adding::signed;
use crate::comparison::{AlternativeId, Polarity};
use crate::explorer::{Adding, Explorer, Layer, Notice};

/// Several lines were pasted: asks whether to add them all.
#[derive(Clone, Debug)]
pub struct Pasting {
    /// What was being typed, to go on with.
    pub(in crate::explorer) over: Box<Layer>,
    adding: Adding,
    lines: Vec<(Polarity, String)>,
}

/// A line of a list without the bullet or the number that it begins with.
fn unmarked(line: &str) -> &str {
    let unnumbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = if unnumbered.len() < line.len() { [". ", ") "] } else { ["* ", "\u{2022} "] };
    number.iter().find_map(|mark| unnumbered.strip_prefix(mark)).unwrap_or(line)
}

impl Pasting {
    pub(in crate::explorer) fn new(adding: Adding, lines: &[&str]) -> Self {
        let sides = lines.iter().filter_map(|line| signed(line).map(|(polarity, _)| polarity));
        // A list whose items all begin with the same sign has bullets, not sides.
        let first = sides.clone().next();
        let has_sides = sides.clone().any(|side| Some(side) != first);
        let line = |line: &&str| match signed(line) {
            Some((polarity, rest)) if has_sides => (polarity, rest.trim().to_owned()),
            Some((_, rest)) => (adding.polarity(), rest.trim().to_owned()),
            None => (adding.polarity(), unmarked(line).trim().to_owned()),
        };
        let says_something = |line: &&&str| !["+", "-", "\u{2212}", "*", "\u{2022}"].contains(*line);
        let lines =
            lines.iter().filter(says_something).map(line).filter(|(_, line)| !line.is_empty()).collect();
        Self { over: Box::new(Layer::Adding(adding.clone())), adding, lines }
    }

    /// To which alternative they would be added.
    #[must_use]
    pub fn alternative(&self) -> AlternativeId {
        self.adding.alternative()
    }

    /// What would be added.
    #[must_use]
    pub fn lines(&self) -> &[(Polarity, String)] {
        &self.lines
    }

    /// Adds them all; if one can't be, none is.
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) {
        let mut adding = self.adding;
        match explorer.add_lines(&adding, &self.lines) {
            Ok(()) => adding.go_on_after(explorer.cursor().claim, explorer.comparison()),
            Err(problem) => {
                explorer.notice = Some(Notice::problem(format!("Nothing was added: {problem}")));
            }
        }
        explorer.layer = Layer::Adding(adding);
    }
}
