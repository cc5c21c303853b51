//! What is weighed once: a claim by itself, or two claims that are faces of one thing.

use super::{Claim, Comparison};

/// What is weighed once: a claim by itself, or two mirrored ones, such as "A is dear" and "B is cheap".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The face that comes first in the comparison; it names the reason.
    pub first: usize,
    /// The other face, if there are two.
    pub second: Option<usize>,
}

impl Reason {
    /// Its one or two claims, in the order of the comparison.
    pub fn faces(self) -> impl Iterator<Item = usize> {
        std::iter::once(self.first).chain(self.second)
    }

    /// The other face of the reason than `claim`.
    #[must_use]
    pub fn mirror(self, claim: usize) -> Option<usize> {
        let second = self.second?;
        Some(if claim == second { self.first } else { second })
    }
}

/// All reasons of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reasons {
    /// The reason of each claim.
    of: Vec<Reason>,
}

impl Reasons {
    /// Each claim as a reason by itself.
    #[must_use]
    pub fn parted(comparison: &Comparison) -> Self {
        let alone = |first| Reason { first, second: None };
        Self { of: (0..comparison.claims.len()).map(alone).collect() }
    }

    /// Mirrored claims as the two faces of one reason.
    ///
    /// Two claims are mirrored if they are the only two on their criterion and one is a pro of one alternative, the
    /// other a con of the only other one. With three or more alternatives each claim is compared with several others,
    /// so that nothing is mirrored.
    #[must_use]
    pub fn joined(comparison: &Comparison) -> Self {
        let mut reasons = Self::parted(comparison);
        if comparison.alternatives.len() != 2 {
            return reasons;
        }
        let mut about: Vec<Vec<usize>> = vec![Vec::new(); comparison.criteria.len()];
        for (i, claim) in comparison.claims.iter().enumerate() {
            if let Some(criterion) = claim.criterion {
                about[criterion].push(i);
            }
        }
        for claims in about {
            if let [first, second] = claims[..]
                && opposite(&comparison.claims[first], &comparison.claims[second])
            {
                reasons.of[first].second = Some(second);
                reasons.of[second] = reasons.of[first];
            }
        }
        reasons
    }

    /// The reason that a claim belongs to.
    #[must_use]
    pub fn of(&self, claim: usize) -> Reason {
        self.of[claim]
    }

    /// All of them, in the order of their first faces.
    pub fn iter(&self) -> impl Iterator<Item = Reason> {
        self.of.iter().enumerate().filter(|(claim, reason)| reason.first == *claim).map(|(_, reason)| *reason)
    }
}

/// Whether two claims push two alternatives apart in the same direction.
fn opposite(one: &Claim, other: &Claim) -> bool {
    one.alternative != other.alternative && one.polarity != other.polarity
}
