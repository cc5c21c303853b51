//! What matters most is picked, then next, and so on; weights follow from the order.
//!
//! They follow by the rank-sum rule (Stillwell, Seaver & Edwards 1981; Edwards & Barron 1994).

use crate::comparison::CriterionId;
use crate::explorer::{Explorer, Extent, Layer, Motion};
use crate::weight::Weight;

/// The criteria in order of how much they matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// The criteria that some active claim is about.
    criteria: Vec<CriterionId>,
    /// Those picked so far, what matters most first.
    picked: Vec<CriterionId>,
    /// The chosen line among those that are left.
    at: usize,
}

impl Ranking {
    /// The criteria picked so far, what matters most first.
    #[must_use]
    pub fn picked(&self) -> &[CriterionId] {
        &self.picked
    }

    /// The criteria that are not picked yet.
    #[must_use]
    pub fn left(&self) -> Vec<CriterionId> {
        self.criteria.iter().copied().filter(|criterion| !self.picked.contains(criterion)).collect()
    }

    /// The chosen line among those that are left.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    pub(in crate::explorer) fn moved(&mut self, motion: Motion, extent: Extent) {
        let last = (self.criteria.len() - self.picked.len()).saturating_sub(1);
        self.at = motion.along(self.at, last, extent);
    }

    /// Takes the chosen criterion as the next in order; after the last one the questions begin.
    pub(in crate::explorer) fn accept(mut self, explorer: &mut Explorer) {
        if let Some(criterion) = self.left().get(self.at) {
            self.picked.push(*criterion);
        }
        let left = self.criteria.len() - self.picked.len();
        self.at = self.at.min(left.saturating_sub(1));
        if left == 0 {
            self.end(explorer);
        } else {
            explorer.layer = Layer::Ranking(self);
        }
    }

    /// Puts the criterion picked last back.
    pub(in crate::explorer) fn unpick(&mut self) {
        let back = self.picked.pop();
        self.at = self.left().iter().position(|left| Some(*left) == back).unwrap_or(0);
    }

    /// Ends the picking: weights follow from the places, in one step that can be undone.
    pub(in crate::explorer) fn end(&self, explorer: &mut Explorer) {
        explorer.edit(|profile, comparison| {
            for (id, claim) in comparison.claims() {
                if let Some(weight) = claim.criterion.and_then(|criterion| self.weight(criterion)) {
                    profile[id].weight = Some(weight);
                }
            }
        });
        explorer.ask(1, Vec::new());
    }

    /// The weight that a criterion gets by its place: 10 (n + 1 - k) / n, rounded, at least 1.
    fn weight(&self, criterion: CriterionId) -> Option<Weight> {
        let place = self.picked.iter().position(|picked| *picked == criterion)?;
        let count = self.criteria.len();
        // Rounded half up: (2 * 10 (n - place) + n) / 2n, where the place counts from 0.
        let points = (20 * (count - place) + count) / (2 * count);
        Some(Weight::clamped(u8::try_from(points.max(1)).unwrap_or(Weight::MOST)))
    }
}

impl Explorer {
    /// Asks what matters, beginning with the criteria, or with the questions if there are none.
    pub(in crate::explorer) fn ask_me(&mut self) {
        let about = |criterion: &CriterionId| {
            let mut claims = self.comparison.claims();
            claims.any(|(id, claim)| self.stance(id).on && claim.criterion == Some(*criterion))
        };
        let criteria: Vec<CriterionId> = self.comparison.criteria().map(|(id, _)| id).filter(about).collect();
        if criteria.is_empty() {
            self.ask(1, Vec::new());
        } else {
            self.layer = Layer::Ranking(Ranking { criteria, picked: Vec::new(), at: 0 });
        }
    }
}
