//! What can be changed about a line, as a list.

use super::sides::could_mirror;
use super::typing::{Field, Purpose};
use crate::comparison::ClaimId;
use crate::explorer::{Explorer, Extent, Layer, Motion, Sides};

/// What can be changed about a line, with the chosen entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    claim: ClaimId,
    parts: Vec<Part>,
    at: usize,
}

/// What can be changed about a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What it says in a few words.
    Title,
    /// More about it.
    Detail,
    /// What it is the other side of.
    OtherSide,
    /// What it is about.
    Topic,
}

impl Editing {
    /// The line.
    #[must_use]
    pub fn claim(&self) -> ClaimId {
        self.claim
    }

    /// What can be changed about it.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The place of the chosen part.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    pub(in crate::explorer) fn moved(&mut self, motion: Motion, extent: Extent) {
        self.at = motion.along(self.at, self.parts.len() - 1, extent);
    }

    /// Lets the chosen part be changed.
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) {
        let field = match self.parts.get(self.at) {
            Some(Part::Title) => Field::Title(self.claim),
            Some(Part::Detail) => Field::Detail(self.claim),
            Some(Part::Topic) => Field::Topic(self.claim),
            Some(Part::OtherSide) => {
                explorer.layer = Layer::Sides(Sides::of(explorer.comparison(), self.claim));
                return;
            }
            None => return,
        };
        // The list stays open for what else there is to change.
        explorer.layer = Layer::Editing(self);
        explorer.ask_text(Purpose::Of(field));
    }
}

impl Explorer {
    /// Shows what can be changed about the line under the cursor.
    pub(in crate::explorer) fn edit_chosen(&mut self) {
        match self.cursor.claim {
            Some(claim) => self.edit_claim(claim, Part::Title),
            None => self.say_that_nothing_is_here(),
        }
    }

    /// Shows what can be changed about a line, with a part chosen.
    pub(in crate::explorer) fn edit_claim(&mut self, claim: ClaimId, chosen: Part) {
        let comparison = self.comparison();
        let paired = comparison.claims().any(|(other, _)| could_mirror(comparison, claim, other));
        let all = [Part::Title, Part::Detail, Part::OtherSide, Part::Topic];
        let parts: Vec<Part> = all.into_iter().filter(|part| *part != Part::OtherSide || paired).collect();
        let at = parts.iter().position(|part| *part == chosen).unwrap_or(0);
        self.layer = Layer::Editing(Editing { claim, parts, at });
    }
}
