//! The place in the panes that the keys work on.

use std::ops::Range;

use super::command::Motion;
use super::layer::Extent;
use crate::comparison::Comparison;

/// The place in the panes that the keys work on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The alternative whose pane has the focus.
    pub alternative: usize,
    /// The claim in it, counted over the whole comparison; none if the alternative has no claims.
    pub claim: Option<usize>,
}

impl Cursor {
    pub(super) fn first(comparison: &Comparison) -> Self {
        Self { alternative: 0, claim: comparison.alternatives[0].claims().next() }
    }

    /// The place on a claim.
    #[must_use]
    pub fn at(comparison: &Comparison, claim: usize) -> Self {
        Self { alternative: comparison.claims[claim].alternative, claim: Some(claim) }
    }

    /// The place after a motion.
    pub(super) fn moved(self, motion: Motion, comparison: &Comparison, extent: Extent) -> Self {
        match motion {
            Motion::Left => self.beside(self.alternative.checked_sub(1), comparison),
            Motion::Right => self.beside(Some(self.alternative + 1), comparison),
            Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown | Motion::First | Motion::Last => {
                let claims = comparison.alternatives[self.alternative].claims();
                let along = |at| motion.along(at, claims.len() - 1, extent);
                let moved = |claim: usize| claims.start + along(claim - claims.start);
                Self { claim: self.claim.map(moved), ..self }
            }
        }
    }

    /// The pane beside this one, on the same side and at the same place in it, or the nearest there is.
    fn beside(self, alternative: Option<usize>, comparison: &Comparison) -> Self {
        let there = alternative.and_then(|i| comparison.alternatives.get(i).map(|there| (i, there)));
        let Some((alternative, there)) = there else { return self };
        let here = &comparison.alternatives[self.alternative];
        let nearest = |range: &Range<usize>, place| (range.start..range.end).take(place + 1).next_back();
        let claim = match self.claim {
            None => there.claims().next(),
            Some(claim) if here.cons.contains(&claim) => {
                nearest(&there.cons, claim - here.cons.start).or_else(|| there.pros.clone().next_back())
            }
            Some(claim) => {
                nearest(&there.pros, claim - here.pros.start).or_else(|| there.cons.clone().next())
            }
        };
        Self { alternative, claim }
    }
}
