//! The place in the panes that the keys work on.

use super::command::Motion;
use super::layer::Extent;
use super::listing::Listing;
use crate::comparison::{AlternativeId, ClaimId, Comparison, Polarity};

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
        let same = self.claim.and_then(|claim| to.claim_with_id(from.full_id(claim)));
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
    pub(super) fn moved(
        self,
        motion: Motion,
        comparison: &Comparison,
        listing: &Listing,
        extent: Extent,
    ) -> Self {
        let AlternativeId(here) = self.alternative;
        match motion {
            Motion::Left => self.beside(here.checked_sub(1), comparison, listing),
            Motion::Right => self.beside(Some(here + 1), comparison, listing),
            Motion::Pane(place) if place == here => self,
            Motion::Pane(place) => self.beside(Some(place), comparison, listing),
            Motion::To(place) => match comparison.claims().nth(place) {
                Some((claim, _)) => Self::at(comparison, claim),
                None => self,
            },
            Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown | Motion::First | Motion::Last => {
                let claims = listing.pane(comparison, self.alternative);
                let at = claims.iter().position(|claim| Some(*claim) == self.claim);
                let moved = at.and_then(|at| claims.get(motion.along(at, claims.len() - 1, extent)).copied());
                Self { claim: moved, ..self }
            }
        }
    }

    /// The pane beside this one, on the same side and at the same place in it, or the nearest there is.
    fn beside(self, place: Option<usize>, comparison: &Comparison, listing: &Listing) -> Self {
        let there = place.and_then(|place| comparison.alternatives().nth(place));
        let Some((alternative, _)) = there else { return self };
        let sides = |pane| [Polarity::Pro, Polarity::Con].map(|side| listing.side(comparison, pane, side));
        let at = |claims: &[ClaimId]| claims.iter().position(|claim| Some(*claim) == self.claim);
        let nearest = |claims: &[ClaimId], at: usize| claims.get(at).or(claims.last()).copied();
        let ([_, cons_here], [pros, cons]) = (sides(self.alternative), sides(alternative));
        let claim = match (self.claim, at(&cons_here)) {
            (None, _) => pros.first().or(cons.first()).copied(),
            (Some(_), Some(at)) => nearest(&cons, at).or(pros.last().copied()),
            (Some(_), None) => {
                let at = at(&listing.pane(comparison, self.alternative)).unwrap_or(0);
                nearest(&pros, at).or(cons.first().copied())
            }
        };
        Self { alternative, claim }
    }
}
