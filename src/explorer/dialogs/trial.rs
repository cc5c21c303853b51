//! What would change the answer, tried on: everything shows it until it is kept or dropped.

use crate::comparison::ClaimId;
use crate::explorer::{Cursor, Explorer, Insight, Layer, Notice};
use crate::story::Fact;
use crate::weight::Weight;

/// Weights that are tried on.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    weights: Vec<(ClaimId, Weight)>,
    /// Where it was tried on, and where the cursor was.
    from: (Insight, Cursor),
}

impl Trial {
    /// Tries on what a fact says would change the answer.
    pub(in crate::explorer) fn begin(explorer: &mut Explorer, insight: Insight, fact: &Fact) {
        let from = (insight, explorer.cursor);
        let weights = fact.trial(&explorer.story());
        if let Some((claim, _)) = weights.first() {
            explorer.cursor = Cursor::at(&explorer.document.comparison, *claim);
        }
        explorer.open.try_on(&explorer.document.comparison, &weights);
        explorer.layer = Layer::Trial(Self { weights, from });
    }

    /// What is tried on.
    #[must_use]
    pub fn weights(&self) -> &[(ClaimId, Weight)] {
        &self.weights
    }

    /// Keeps it as one step that can be undone.
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) {
        explorer.open.end_trial();
        explorer.edit(|profile, comparison| {
            for (claim, weight) in &self.weights {
                profile.set_weight(comparison, *claim, Some(*weight));
            }
        });
        explorer.notice = Some(Notice::done("Kept"));
    }

    /// Drops it: all is as it was before.
    pub(in crate::explorer) fn back(self, explorer: &mut Explorer) {
        explorer.open.end_trial();
        let (insight, cursor) = self.from;
        explorer.cursor = cursor;
        explorer.layer = Layer::Insight(insight);
    }
}
