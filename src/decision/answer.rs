//! The answer alone, for any number of profiles one after the other.

use std::collections::BTreeMap;

use super::chance::Field;
use super::contest::Contest;
use super::distribution::{Distribution, Weights};
use super::ledger::Ledger;
use super::ruling::Ruling;
use super::{Verdict, likeliest, tie, verdict};
use crate::comparison::{AlternativeId, ClaimId, Comparison};
use crate::profile::Profile;

/// How many probabilities are kept for later profiles, at most: about a mebibyte.
const MOST_KEPT: usize = 1 << 16;

/// The answer without what explains it: the same figures as in [`super::Assessment`].
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The acceptable alternative with the highest net score; none if two or more tie there.
    pub leader: Option<AlternativeId>,
    /// The alternative with the highest chance; none if two share it.
    pub likeliest: Option<AlternativeId>,
    /// How sure the recommendation is.
    pub verdict: Verdict,
    /// The exact probability, 0 to 1, that no alternative comes out ahead of all others.
    pub tie: f64,
    /// The exact probability of each alternative, 0 to 1, that its net score is the highest.
    pub chances: Vec<f64>,
    /// Whether nothing rules each alternative out.
    pub acceptable: Vec<bool>,
    /// What each active reason, by its first face, adds in whole points: with two alternatives to the lead of the first over
    /// the second, with more to the net score of its own.
    pub parts: Vec<(ClaimId, i64)>,
}

/// What was worked out for earlier profiles and serves later ones: how sums are spread.
#[derive(Clone, Debug, Default)]
pub struct Spreads {
    /// Around 0, by the weights that they are made of.
    known: BTreeMap<Weights, Distribution>,
    /// How many probabilities these are in all.
    kept: usize,
}

impl Spreads {
    /// The distribution of a sum around `mean` of such weights.
    pub(super) fn of_sum(&mut self, mean: i64, weights: Weights) -> Distribution {
        if let Some(known) = self.known.get(&weights) {
            return known.around(mean);
        }
        let new = Distribution::of_sum(0, weights);
        if self.kept + new.len() > MOST_KEPT {
            *self = Self::default();
        }
        self.kept += new.len();
        let of_sum = new.around(mean);
        self.known.insert(weights, new);
        of_sum
    }
}

/// Weighs a comparison as a profile of it says, as [`super::assess`] does, and tells the answer alone.
///
/// # Panics
/// As [`super::assess`].
#[must_use]
pub fn answer(comparison: &Comparison, profile: &Profile, spreads: &mut Spreads) -> Answer {
    let ledger = Ledger::new(comparison, profile, profile.reasons(comparison));
    let contest = Contest::new(&ledger, &Ruling::new(comparison, profile));
    let chances = Field::new(&ledger, &contest, spreads).chances();
    let leader = contest.leader();
    Answer {
        leader: leader.map(AlternativeId),
        likeliest: likeliest(&chances).map(AlternativeId),
        verdict: verdict(&ledger, &contest, leader, &chances),
        tie: tie(&chances),
        chances,
        acceptable: contest.acceptable,
        parts: ledger.entries.iter().map(|entry| (entry.reason.first, entry.value())).collect(),
    }
}
