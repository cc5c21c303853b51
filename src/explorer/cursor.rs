//! The place in the panes that the keys work on.

use std::ops::Range;

use super::action::Motion;
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

    /// The place after a motion; a page is `page` claims long.
    pub(super) fn moved(self, motion: Motion, comparison: &Comparison, page: usize) -> Self {
        match motion {
            Motion::Left => self.beside(self.alternative.checked_sub(1), comparison),
            Motion::Right => self.beside(Some(self.alternative + 1), comparison),
            Motion::Up => self.stepped(|at, _| at.saturating_sub(1), comparison),
            Motion::Down => self.stepped(|at, last| last.min(at + 1), comparison),
            Motion::PageUp => self.stepped(|at, _| at.saturating_sub(page), comparison),
            Motion::PageDown => self.stepped(|at, last| last.min(at + page), comparison),
            Motion::First => self.stepped(|_, _| 0, comparison),
            Motion::Last => self.stepped(|_, last| last, comparison),
        }
    }

    fn stepped(self, step: impl Fn(usize, usize) -> usize, comparison: &Comparison) -> Self {
        let claims = comparison.alternatives[self.alternative].claims();
        let moved = |claim: usize| claims.start + step(claim - claims.start, claims.len() - 1);
        Self { claim: self.claim.map(moved), ..self }
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
