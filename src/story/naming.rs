//! How alternatives and reasons are named in sentences and on lines.

use super::words::{first_of, named, short};
use super::{NAMED, Story};
use crate::comparison::{AlternativeId, ClaimId, Polarity};

impl<'a> Story<'a> {
    /// The name of an alternative.
    pub(super) fn alternative(&self, alternative: AlternativeId) -> &'a str {
        &self.comparison[alternative].name
    }

    /// A reason as a sentence names it: by the side that speaks for something, else with what it speaks against.
    #[must_use]
    pub fn reason(&self, reason: ClaimId) -> String {
        self.claim(self.face(reason))
    }

    /// The same as a line of its own names it.
    #[must_use]
    pub fn row(&self, reason: ClaimId) -> String {
        let face = self.face(reason);
        self.with_owner(face, short(&self.comparison[face].title))
    }

    /// The side of a reason that names it.
    fn face(&self, reason: ClaimId) -> ClaimId {
        let faces = self.profile.reasons(self.comparison).of(reason).faces();
        let worth = |claim: &ClaimId| {
            (self.profile[*claim].on, self.comparison[*claim].polarity == Polarity::Pro, claim == &reason)
        };
        faces.max_by_key(worth).unwrap_or(reason)
    }

    /// One side of a reason as a sentence names it: one that speaks against something never without that.
    pub(super) fn claim(&self, claim: ClaimId) -> String {
        self.with_owner(claim, named(&self.comparison[claim].title))
    }

    fn with_owner(&self, claim: ClaimId, title: String) -> String {
        let claim = &self.comparison[claim];
        match claim.polarity {
            Polarity::Con => format!("{title} (against {})", self.alternative(claim.alternative)),
            Polarity::Pro if self.comparison.alternatives().len() > 2 => {
                format!("{title} ({})", self.alternative(claim.alternative))
            }
            Polarity::Pro => title,
        }
    }

    /// Some reasons as a sentence names them, in the way of "a, b and c"; of many the first, and how many more.
    pub(super) fn reasons(&self, reasons: &[ClaimId]) -> String {
        first_of(NAMED, reasons.iter().map(|reason| self.reason(*reason)))
    }
}
