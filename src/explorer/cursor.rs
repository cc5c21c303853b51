//! The place in the panes that the keys work on.

use super::command::Motion;
use super::layer::Extent;
use crate::comparison::{AlternativeId, ClaimId, Comparison};

/// The place in the panes that the keys work on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The alternative whose pane has the focus.
    pub alternative: AlternativeId,
    /// The claim in it, counted over the whole comparison; none if the alternative has no claims.
    pub claim: Option<ClaimId>,
}

impl Cursor {
    /// The first claim of the first alternative.
    pub(super) fn first(comparison: &Comparison) -> Self {
        let alternative = AlternativeId(0);
        Self { alternative, claim: comparison[alternative].claims().next() }
    }

    /// The place on a claim.
    #[must_use]
    pub fn at(comparison: &Comparison, claim: ClaimId) -> Self {
        Self { alternative: comparison[claim].alternative, claim: Some(claim) }
    }

    /// The place on the same claim of another state of the comparison; if that is gone, about where it was.
    pub(super) fn onto(self, from: &Comparison, to: &Comparison) -> Self {
        let same = self.claim.and_then(|claim| to.claim_with_id(&from.full_id(claim)));
        if let Some(claim) = same {
            return Self::at(to, claim);
        }
        let id = &from[self.alternative].id;
        let Some((alternative, there)) = to.alternatives().find(|(_, there)| there.id == *id) else {
            return Self::first(to);
        };
        let at = from[self.alternative].claims().position(|claim| Some(claim) == self.claim).unwrap_or(0);
        Self { alternative, claim: there.claims().take(at + 1).last() }
    }

    /// The place after a motion.
    pub(super) fn moved(self, motion: Motion, comparison: &Comparison, extent: Extent) -> Self {
        let AlternativeId(here) = self.alternative;
        match motion {
            Motion::Left => self.beside(here.checked_sub(1), comparison),
            Motion::Right => self.beside(Some(here + 1), comparison),
            Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown | Motion::First | Motion::Last => {
                let claims = comparison[self.alternative].claims();
                let at = claims.clone().position(|claim| Some(claim) == self.claim);
                let moved = at.and_then(|at| claims.clone().nth(motion.along(at, claims.len() - 1, extent)));
                Self { claim: moved, ..self }
            }
        }
    }

    /// The pane beside this one, on the same side and at the same place in it, or the nearest there is.
    fn beside(self, place: Option<usize>, comparison: &Comparison) -> Self {
        let there = place.and_then(|place| comparison.alternatives().nth(place));
        let Some((alternative, there)) = there else { return self };
        let here = &comparison[self.alternative];
        let is_here = |claim| Some(claim) == self.claim;
        let claim = match (self.claim, here.cons().position(is_here)) {
            (None, _) => there.claims().next(),
            (Some(_), Some(at)) => there.cons().take(at + 1).last().or_else(|| there.pros().last()),
            (Some(_), None) => {
                let at = here.pros().position(is_here).unwrap_or(0);
                there.pros().take(at + 1).last().or_else(|| there.cons().next())
            }
        };
        Self { alternative, claim }
    }
}
