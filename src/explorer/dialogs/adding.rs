//! Lines are typed into a pane, one after the other.

use super::typing::{Field, Purpose};
use crate::comparison::{AlternativeId, ClaimId, Comparison, Polarity};
use crate::edit::{self, Added, Edit};
use crate::explorer::{Cursor, Explorer, Layer, Motion, Pasting, TextEntry};
use crate::safe_text::SafeText;

/// A line is typed into a pane.
#[derive(Clone, Debug)]
pub struct Adding {
    entry: TextEntry,
    alternative: AlternativeId,
    polarity: Polarity,
    /// The line that it comes after; none if it comes last on its side.
    after: Option<ClaimId>,
}

impl Adding {
    /// What is typed so far.
    #[must_use]
    pub fn entry(&self) -> &TextEntry {
        &self.entry
    }

    /// In which pane.
    #[must_use]
    pub fn alternative(&self) -> AlternativeId {
        self.alternative
    }

    /// Whether it speaks for or against it.
    #[must_use]
    pub fn polarity(&self) -> Polarity {
        self.polarity
    }

    /// The line that it comes after; none if it comes last on its side.
    #[must_use]
    pub fn after(&self) -> Option<ClaimId> {
        self.after
    }

    pub(in crate::explorer) fn entry_mut(&mut self) -> &mut TextEntry {
        &mut self.entry
    }

    /// Changes the side if the text begins with the sign of one.
    pub(in crate::explorer) fn choose_side(&mut self) {
        if let Some((polarity, rest)) = signed(self.entry.text())
            && self.entry.cursor() == self.entry.text().chars().count() - rest.chars().count()
        {
            let rest = rest.to_owned();
            self.entry.replace(rest);
            self.take_side(polarity);
        }
    }

    /// Goes on at the end of a side, unless it is that one already.
    fn take_side(&mut self, polarity: Polarity) {
        if polarity != self.polarity {
            (self.polarity, self.after) = (polarity, None);
        }
    }

    /// Adds the line and stays for the next; an empty one ends.
    pub(in crate::explorer) fn accept(mut self, explorer: &mut Explorer) {
        let title = self.entry.text().to_owned();
        if title.trim().is_empty() {
            return;
        }
        match explorer.add_lines(&self, &[(self.polarity, title)]) {
            Ok(()) => {
                self.after = explorer.cursor.claim;
                self.entry.replace(String::new());
            }
            Err(problem) => self.entry.refuse(SafeText::line(&problem)),
        }
        explorer.layer = Layer::Adding(self);
    }

    /// Goes on after a line that was added, on its side.
    pub(super) fn go_on_after(&mut self, added: Option<ClaimId>, comparison: &Comparison) {
        self.polarity = added.map_or(self.polarity, |added| comparison[added].polarity);
        self.after = added;
    }

    /// Takes a pasted text: several lines are added after asking.
    pub(in crate::explorer) fn paste(mut self, text: &str, explorer: &mut Explorer) {
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if lines.len() > 1 {
            explorer.layer = Layer::Pasting(Pasting::new(self, &lines));
            return;
        }
        let line = text.trim_matches('\n');
        match signed(line.trim_start()).filter(|_| self.entry.text().is_empty()) {
            Some((polarity, rest)) => {
                self.take_side(polarity);
                self.entry.insert(rest);
            }
            None => self.entry.insert(line),
        }
        explorer.layer = Layer::Adding(self);
    }
}

/// The side that a line chooses by its first character, and the rest of it.
pub(super) fn signed(line: &str) -> Option<(Polarity, &str)> {
    let polarity = match line.chars().next()? {
        '+' => Polarity::Pro,
        '-' | '\u{2212}' => Polarity::Con,
        _ => return None,
    };
    Some((polarity, line.split_once(' ')?.1))
        .filter(|(_, rest)| line.chars().count() == rest.chars().count() + 2)
}

impl Explorer {
    /// Opens a line after the one under the cursor.
    pub(in crate::explorer) fn add_line(&mut self) {
        let text = self.waiting(&Purpose::Of(Field::Line));
        let Cursor { alternative, claim } = self.cursor;
        let polarity = claim.map_or(Polarity::Pro, |claim| self.comparison()[claim].polarity);
        let entry = TextEntry::new(text, super::typing::LONGEST_TITLE);
        self.layer = Layer::Adding(Adding { entry, alternative, polarity, after: claim });
    }

    /// Goes on in the next pane, or in the one before.
    pub(in crate::explorer) fn add_beside(&mut self, motion: Motion) {
        let cursor = self.cursor.moved(motion, &self.document.comparison, &self.listing, self.extent);
        if let Layer::Adding(adding) = &mut self.layer
            && cursor.alternative != adding.alternative
        {
            (adding.alternative, adding.after) = (cursor.alternative, None);
            self.cursor = cursor;
        }
    }

    /// Adds lines in one step that can be undone; the cursor is on the last of them then.
    pub(in crate::explorer) fn add_lines(
        &mut self,
        adding: &Adding,
        lines: &[(Polarity, String)],
    ) -> Result<(), String> {
        let what = match lines {
            [(_, title)] => format!("{} added", SafeText::line(title)),
            lines => format!("{} lines added", lines.len()),
        };
        let gone: Vec<String> = self.open.profile().gone_ids().map(str::to_owned).collect();
        let (mut last, mut ends) = (None, Vec::new());
        let (mut text, mut comparison) = (self.document.text().to_owned(), self.comparison().clone());
        for (number, (polarity, title)) in (1..).zip(lines) {
            // A line goes after the last one of its side, however they were mixed.
            let end = ends.iter().rposition(|(side, _)| side == polarity).map(|at| ends.swap_remove(at).1);
            let after = end.or(adding.after.filter(|_| *polarity == adding.polarity));
            let edit = Edit::AddClaim {
                alternative: adding.alternative,
                polarity: *polarity,
                after,
                title: title.clone(),
                gone: gone.clone(),
            };
            let edited = edit::apply(&text, &comparison, &edit).map_err(|refusal| match lines {
                [_] => refusal.to_string(),
                _ => format!("line {number}: {refusal}"),
            })?;
            for (_, end) in &mut ends {
                *end = edited.claim(*end).unwrap_or(*end);
            }
            if let Some(Added::Claim(claim)) = edited.added {
                ends.push((*polarity, claim));
                last = Some(claim);
            }
            (text, comparison) = (edited.text, edited.comparison);
        }
        self.take_text(text, comparison, what);
        if let Some(claim) = last {
            self.cursor = Cursor::at(self.comparison(), claim);
        }
        Ok(())
    }
}
