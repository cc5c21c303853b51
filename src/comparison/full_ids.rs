//! The full ids of claims, such as `handmade/uniqueness`.

use super::{ClaimId, Comparison};
use crate::order;

/// The full id of each claim, worked out when a comparison is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FullIds {
    of: Vec<String>,
    /// All claims in the order of their full ids.
    sorted: Vec<ClaimId>,
}

impl FullIds {
    pub(super) fn new(comparison: &Comparison) -> Self {
        let full = |claim: &super::Claim| format!("{}/{}", comparison[claim.alternative].id, claim.id);
        let of: Vec<String> = comparison.claims.iter().map(full).collect();
        let mut sorted: Vec<ClaimId> = (0..of.len()).map(ClaimId).collect();
        order::by(&mut sorted, |one, other| of[one.0].cmp(&of[other.0]));
        Self { of, sorted }
    }

    pub(super) fn of(&self, ClaimId(place): ClaimId) -> &str {
        &self.of[place]
    }

    pub(super) fn find(&self, id: &str) -> Option<ClaimId> {
        let place = self.sorted.binary_search_by(|claim| self.of(*claim).cmp(id)).ok()?;
        Some(self.sorted[place])
    }
}
