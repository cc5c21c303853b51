//! What a line is the other side of, chosen from the lines of the other alternative.

use super::editing::Part;
use crate::comparison::{ClaimId, Comparison};
use crate::edit::Edit;
use crate::explorer::{Explorer, Extent, Motion, Notice};

/// The lines that another can be the other side of, with the chosen one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    claim: ClaimId,
    /// None stands for no other side.
    others: Vec<Option<ClaimId>>,
    at: usize,
}

impl Sides {
    /// What speaks for the other alternative, for a line against the one; or the other way round.
    pub(in crate::explorer) fn of(comparison: &Comparison, claim: ClaimId) -> Self {
        let fits = |other: &ClaimId| could_mirror(comparison, claim, *other);
        let others = comparison.claims().map(|(other, _)| other).filter(fits).map(Some);
        let others: Vec<Option<ClaimId>> = std::iter::once(None).chain(others).collect();
        let now = comparison.mirror(claim);
        let at = others.iter().position(|other| *other == now).unwrap_or(0);
        Self { claim, others, at }
    }

    /// The line itself.
    #[must_use]
    pub fn claim(&self) -> ClaimId {
        self.claim
    }

    /// What it can be the other side of; none stands for nothing.
    #[must_use]
    pub fn others(&self) -> &[Option<ClaimId>] {
        &self.others
    }

    /// The place of the chosen one.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    pub(in crate::explorer) fn moved(&mut self, motion: Motion, extent: Extent) {
        self.at = motion.along(self.at, self.others.len() - 1, extent);
    }

    /// Makes both two sides of one thing, or parts them.
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) {
        let chosen = self.others.get(self.at).copied().flatten();
        let comparison = explorer.comparison();
        if chosen != comparison.mirror(self.claim) {
            let title = &comparison[self.claim].title;
            let (edit, what) = match chosen {
                Some(other) => {
                    let what = format!("that {title} is the other side of {}", comparison[other].title);
                    (Edit::OtherSide(self.claim, other), what)
                }
                None => (Edit::Topic(self.claim, String::new()), format!("that {title} stands by itself")),
            };
            match (explorer.rewrite(&edit, what), chosen) {
                (Err(problem), _) => explorer.notice = Some(Notice::problem(problem)),
                (Ok(()), Some(other)) => explorer.say_that_they_are_paired(other),
                (Ok(()), None) => explorer.notice = Some(Notice::done("Each has a weight of its own now")),
            }
        }
        explorer.edit_claim(self.claim, Part::OtherSide);
    }

    /// Goes back to what can be changed about the line.
    pub(in crate::explorer) fn back(self, explorer: &mut Explorer) {
        explorer.edit_claim(self.claim, Part::OtherSide);
    }
}

impl Explorer {
    /// Says that a line has become the other side of the one that was changed.
    pub(in crate::explorer) fn say_that_they_are_paired(&mut self, other: ClaimId) {
        let before = self.open.before();
        let moved = before.and_then(|before| self.story().moved(before));
        let moved = moved.map_or_else(String::new, |moved| format!(": {moved}"));
        let title = &self.comparison()[other].title;
        self.notice = Some(Notice::done(format!("One weight for this and for {title}{moved}")));
    }
}

/// Whether two lines could be two sides of one thing: one speaks for the one alternative, the other against the other.
pub(super) fn could_mirror(comparison: &Comparison, one: ClaimId, other: ClaimId) -> bool {
    let (one, other) = (&comparison[one], &comparison[other]);
    comparison.alternatives().len() == 2
        && one.alternative != other.alternative
        && one.polarity != other.polarity
}
