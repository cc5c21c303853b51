//! What is weighed once: a claim by itself, or two claims that are faces of one thing.

use super::{Claim, ClaimId, Comparison};

/// What is weighed once: a claim by itself, or two mirrored ones, such as "A is dear" and "B is cheap".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The face that comes first in the comparison; it names the reason.
    pub first: ClaimId,
    /// The other face, if there are two.
    pub second: Option<ClaimId>,
}

impl Reason {
    /// Its one or two claims, in the order of the comparison.
    pub fn faces(self) -> impl Iterator<Item = ClaimId> {
        std::iter::once(self.first).chain(self.second)
    }

    /// The other face of the reason than `claim`.
    #[must_use]
    pub fn mirror(self, claim: ClaimId) -> Option<ClaimId> {
        let second = self.second?;
        Some(if claim == second { self.first } else { second })
    }
}

/// All reasons of a comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// The reason of each claim.
    of: Vec<Reason>,
}

impl Reasons {
    /// Each claim as a reason by itself.
    pub(super) fn parted(comparison: &Comparison) -> Self {
        let alone = |(first, _)| Reason { first, second: None };
        Self { of: comparison.claims().map(alone).collect() }
    }

    /// Mirrored claims as the two faces of one reason.
    ///
    /// Two claims are mirrored if they are the only two on their criterion and one is a pro of one alternative, the
    /// other a con of the only other one. With three or more alternatives each claim is compared with several others,
    /// so that nothing is mirrored.
    pub(super) fn joined(comparison: &Comparison) -> Self {
        let mut reasons = Self::parted(comparison);
        if comparison.alternatives.len() != 2 {
            return reasons;
        }
        let mut about: Vec<Vec<ClaimId>> = vec![Vec::new(); comparison.criteria.len()];
        for (id, claim) in comparison.claims() {
            if let Some(criterion) = claim.criterion {
                about[criterion.0].push(id);
            }
        }
        for claims in about {
            if let [first, second] = claims[..]
                && opposite(&comparison[first], &comparison[second])
            {
                reasons.of[first.0].second = Some(second);
                reasons.of[second.0] = reasons.of[first.0];
            }
        }
        reasons
    }

    /// The reason that a claim belongs to.
    #[must_use]
    pub fn of(&self, claim: ClaimId) -> Reason {
        self.of[claim.0]
    }

    /// All of them, in the order of their first faces.
    pub fn iter(&self) -> impl Iterator<Item = Reason> {
        self.of.iter().enumerate().filter(|(i, reason)| reason.first.0 == *i).map(|(_, reason)| *reason)
    }
}

/// Whether two claims push two alternatives apart in the same direction.
fn opposite(one: &Claim, other: &Claim) -> bool {
    one.alternative != other.alternative && one.polarity != other.polarity
}
