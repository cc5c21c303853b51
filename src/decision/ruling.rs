//! Deal-breakers and must-haves: what rules an alternative out.

use crate::comparison::{ClaimId, Comparison, CriterionId, Polarity};
use crate::order;
use crate::profile::Profile;

/// What rules each alternative out.
///
/// Its own deal-breakers do, and the must-haves of others that it can't match: it has no active pro on the same
/// criterion, or the must-have has no criterion.
#[derive(Debug)]
pub(super) struct Ruling<'a> {
    comparison: &'a Comparison,
    profile: &'a Profile,
    /// The active pros of each alternative on each criterion.
    pros: Vec<Pros>,
    /// For each alternative the essential claims that rule it out.
    pub(super) against: Vec<Vec<ClaimId>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Pros {
    all: usize,
    must_haves: usize,
}

/// What would have to be given up where every alternative is ruled out: the fewest marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GiveUp {
    /// Any one of these marks is enough.
    AnyOf(Vec<ClaimId>),
    /// All of these together are; no fewer are.
    AllOf(Vec<ClaimId>),
}

impl<'a> Ruling<'a> {
    pub(super) fn new(comparison: &'a Comparison, profile: &'a Profile) -> Self {
        let alternatives = comparison.alternatives().len();
        let mut ruling = Self {
            comparison,
            profile,
            pros: vec![Pros::default(); comparison.criteria().len() * alternatives],
            against: vec![Vec::new(); alternatives],
        };
        let mut essential = Vec::new();
        for ((id, claim), (_, stance)) in comparison.claims().zip(profile.stances()) {
            if !stance.on {
                continue;
            }
            if stance.essential {
                essential.push(id);
            }
            if let (Some(criterion), Polarity::Pro) = (claim.criterion, claim.polarity) {
                let pros = &mut ruling.pros[criterion.0 * alternatives + claim.alternative.0];
                pros.all += 1;
                pros.must_haves += usize::from(stance.essential);
            }
        }
        for mark in essential {
            for alternative in 0..alternatives {
                if ruling.rules_out(mark, alternative) {
                    ruling.against[alternative].push(mark);
                }
            }
        }
        ruling
    }

    /// The active pros of an alternative on a criterion.
    fn pros(&self, criterion: CriterionId, alternative: usize) -> Pros {
        self.pros[criterion.0 * self.comparison.alternatives().len() + alternative]
    }

    /// Whether an active essential claim rules an alternative out.
    fn rules_out(&self, mark: ClaimId, alternative: usize) -> bool {
        let claim = &self.comparison[mark];
        match claim.polarity {
            Polarity::Con => claim.alternative.0 == alternative,
            Polarity::Pro => {
                let has_none = |criterion| self.pros(criterion, alternative).all == 0;
                claim.alternative.0 != alternative && claim.criterion.is_none_or(has_none)
            }
        }
    }

    /// Whether nothing would rule an alternative out if an active claim were off.
    pub(super) fn acceptable_without(&self, off: ClaimId, alternative: usize) -> bool {
        let claim = &self.comparison[off];
        let lifted = self.profile[off].essential && self.rules_out(off, alternative);
        // Without its last pro on a criterion it lacks what others there must have.
        let lacking = match (claim.polarity, claim.criterion) {
            (Polarity::Pro, Some(criterion)) if claim.alternative.0 == alternative => {
                self.pros(criterion, alternative).all == 1 && self.others_must_have(criterion, alternative)
            }
            (Polarity::Pro | Polarity::Con, _) => false,
        };
        self.against[alternative].len() == usize::from(lifted) && !lacking
    }

    fn others_must_have(&self, criterion: CriterionId, alternative: usize) -> bool {
        let others = (0..self.comparison.alternatives().len()).filter(|other| *other != alternative);
        others.into_iter().any(|other| self.pros(criterion, other).must_haves > 0)
    }

    /// The least to give up, if every alternative is ruled out.
    pub(super) fn give_up(&self) -> Option<GiveUp> {
        let fewest = self.against.iter().min_by_key(|marks| marks.len())?;
        match fewest.len() {
            0 => None,
            1 => {
                let single = self.against.iter().filter(|marks| marks.len() == 1).flatten();
                let mut marks: Vec<ClaimId> = single.copied().collect();
                order::by(&mut marks, Ord::cmp);
                marks.dedup();
                Some(GiveUp::AnyOf(marks))
            }
            _ => Some(GiveUp::AllOf(fewest.clone())),
        }
    }
}
