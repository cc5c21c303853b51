//! From stances to a recommendation: pure, exact, and fast enough to run on every key.
//!
//! The additive model is the one of SMART (Edwards & Barron, "SMARTS and SMARTER", 1994; Roberts & Goodwin 2002):
//! a net score is a weighted sum of what speaks for an alternative less what speaks against it. Because weights are
//! whole numbers, all probabilities are computed exactly, by convolution, and never sampled. METHOD.md says what is
//! assumed and why.

mod answer;
mod balance;
mod blind;
mod chance;
mod change;
mod contest;
mod distribution;
mod ledger;
mod ruling;
mod verdict;
mod why;

#[cfg(test)]
pub(crate) mod tests;

pub use answer::{Answer, Spreads, answer};
pub use balance::Balance;
pub use blind::{assess_blind, assess_seen};
pub use chance::reaches;
pub use change::{Freedom, Way, least_moves};
pub use distribution::Distribution;
pub use ruling::GiveUp;
pub use verdict::Verdict;
pub use why::{Speaker, Why};

use std::ops::Index;

use crate::comparison::{AlternativeId, ClaimId, Comparison, Polarity};
use crate::profile::Profile;
use crate::weight::Weight;
use chance::Field;
use contest::{Contest, alone_at_top};
use ledger::{Entry, Ledger};
use ruling::Ruling;

/// How one alternative stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// The weight of its active pros, in points: of a reason whose two faces are on, each counts half.
    pub pros: f64,
    /// The weight of its active cons, in points.
    pub cons: f64,
    /// Pros less cons, in points.
    pub net: f64,
    /// The exact probability, 0 to 1, that its net score is the highest of all that are not ruled out.
    pub chance: f64,
    /// With three or more alternatives, what its net score lies between in nine of ten cases, unless it is ruled out.
    pub nine_in_ten: Option<(i64, i64)>,
    /// The essential claims that rule it out; empty if it is acceptable.
    pub ruled_out_by: Vec<ClaimId>,
}

impl Standing {
    /// Whether nothing rules it out.
    #[must_use]
    pub fn is_acceptable(&self) -> bool {
        self.ruled_out_by.is_empty()
    }
}

/// What one claim does to the answer. The faces of one reason share all but what each counts and its switch.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bearing {
    /// What it counts in points: 0 if it is off, half of its weight if the other face of its reason is on too.
    pub counts: f64,
    /// The weight nearest to its own at which another alternative leads, 0 to 10.
    pub tips_at: Option<u8>,
    /// Whether another alternative leads if it is switched off.
    pub tips_if_off: bool,
    /// By how much the leader's chance depends on where its weight lies in its range, 0 to 1.
    pub influence: f64,
}

/// What follows from a profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// One for each alternative, in the order of the comparison.
    standings: Vec<Standing>,
    /// The distributions that the chances come from.
    field: Field,
    /// The acceptable alternative with the highest net score; none if two or more tie there.
    pub leader: Option<AlternativeId>,
    /// In a tie at the top, the likeliest of those that tie, then the first: it is explained as if it led.
    pub stands_in: Option<AlternativeId>,
    /// The alternative with the highest chance; none if two share it.
    pub likeliest: Option<AlternativeId>,
    /// The exact probability, 0 to 1, that no alternative comes out ahead of all others.
    pub tie: f64,
    /// How sure the recommendation is.
    pub verdict: Verdict,
    /// What the recommendation rests on; empty without a runner-up.
    pub why: Why,
    /// For each alternative the least that makes it lead; none if nothing does.
    to_lead: Vec<Option<Way>>,
    /// The most points, 0 to 10, by which all set weights may be off at once while the leader leads strictly, wherever
    /// the unset ones lie; none exactly if it is not settled.
    pub wobble: Option<u8>,
    /// What each claim does to the answer, in the order of the comparison.
    bearings: Vec<Bearing>,
    /// Whether some reason alone, moved within its range, makes another alternative lead.
    pub one_reason_decides: bool,
    /// Who leads if all active weights are equal.
    pub equal_weights_leader: Option<AlternativeId>,
    /// The least to give up, if every alternative is ruled out.
    pub give_up: Option<GiveUp>,
    /// How many reasons are active.
    pub reasons: usize,
    /// How many of them have a weight.
    pub weighed: usize,
}

impl Assessment {
    /// How each alternative stands, in the order of the comparison.
    #[must_use]
    pub fn standings(&self) -> impl ExactSizeIterator<Item = (AlternativeId, &Standing)> + Clone {
        self.standings.iter().enumerate().map(|(i, standing)| (AlternativeId(i), standing))
    }

    /// With two alternatives, both acceptable: how far the net score of the first is above that of the second.
    #[must_use]
    pub fn lead(&self) -> Option<&Distribution> {
        match self.field.scores.as_slice() {
            [lead, Some(_)] => lead.as_ref(),
            _ => None,
        }
    }

    /// The chance of the favorite at either end of what could be said of a reason now: any weight if it has none, else
    /// one of those that its own may stand for.
    ///
    /// What is said is taken as any weight that is given, so at 10 it reaches beyond. The chance only rises or only falls
    /// with it, so all others lie between. None if the reason is not active.
    #[must_use]
    pub fn outlook(&self, comparison: &Comparison, profile: &Profile, reason: ClaimId) -> Option<[f64; 2]> {
        let AlternativeId(favorite) = self.favorite()?;
        let entry = Entry::new(comparison, profile, profile.reasons(comparison).of(reason))?;
        let around = i64::from(entry.around);
        Some([-around, around].map(|by| {
            let weight = Weight::clamped(u8::try_from(entry.points + by).unwrap_or(Weight::MOST));
            let said =
                Entry { points: weight.points().into(), around: profile.band.around(Some(weight)), ..entry };
            self.field.with(&entry, &said).chance(favorite)
        }))
    }

    /// The least that makes an alternative lead; none if nothing does.
    #[must_use]
    pub fn way_to(&self, AlternativeId(place): AlternativeId) -> Option<&Way> {
        self.to_lead[place].as_ref()
    }

    /// The leader, or the one that stands in for it in a tie; none only if every alternative is ruled out.
    #[must_use]
    pub fn favorite(&self) -> Option<AlternativeId> {
        self.leader.or(self.stands_in)
    }

    /// Whether the leader leads strictly wherever the weights lie that are still unset.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.wobble.is_some()
    }

    /// The fewest points by which weights must move in all to make another alternative lead; none if nothing does.
    #[must_use]
    pub fn fewest_points(&self) -> Option<i64> {
        self.ways_of_others().map(|way| way.points).min()
    }

    /// The fewest reasons whose weights must move to make another alternative lead, by their first faces.
    #[must_use]
    pub fn fewest_reasons(&self) -> Option<&[ClaimId]> {
        self.ways_of_others().map(|way| way.reasons.as_slice()).min_by_key(|reasons| reasons.len())
    }

    fn ways_of_others(&self) -> impl Iterator<Item = &Way> {
        let others =
            self.to_lead.iter().enumerate().filter(|(i, _)| Some(AlternativeId(*i)) != self.favorite());
        others.filter_map(|(_, way)| way.as_ref())
    }
}

impl Index<AlternativeId> for Assessment {
    type Output = Standing;

    fn index(&self, AlternativeId(place): AlternativeId) -> &Standing {
        &self.standings[place]
    }
}

impl Index<ClaimId> for Assessment {
    type Output = Bearing;

    fn index(&self, ClaimId(place): ClaimId) -> &Bearing {
        &self.bearings[place]
    }
}

/// Weighs a comparison as a profile of it says.
///
/// # Panics
/// If the profile is of a comparison with fewer claims.
#[must_use]
pub fn assess(comparison: &Comparison, profile: &Profile) -> Assessment {
    assess_next(comparison, profile, &mut Spreads::default())
}

/// The same for one of many profiles, one after the other.
///
/// # Panics
/// As [`assess`].
#[must_use]
pub fn assess_next(comparison: &Comparison, profile: &Profile, spreads: &mut Spreads) -> Assessment {
    let reasons = profile.reasons(comparison);
    let ledger = Ledger::new(comparison, profile, reasons);
    let ruling = Ruling::new(comparison, profile);
    let contest = Contest::new(&ledger, &ruling);
    let field = Field::new(&ledger, &contest, spreads);
    let chances = field.chances();
    let leader = contest.leader();
    let favorite = contest.favorite(&chances);
    let runner_up = favorite.and_then(|favorite| contest.runner_up(favorite, &chances));
    let influences = field.influences(&ledger, favorite);
    let equal = ledger.sums(|entry| entry.sign);
    let tips_if_off =
        |claim: ClaimId, entry: &Entry| change::tips_if_off(claim, entry, &ruling, &contest, favorite);
    let turns = contest.turns(favorite);
    let decides = |entry: &Entry| turns[entry.on].is_some_and(|by| by.abs() <= i64::from(entry.around));
    Assessment {
        leader: leader.map(AlternativeId),
        stands_in: favorite.filter(|_| leader.is_none()).map(AlternativeId),
        likeliest: likeliest(&chances).map(AlternativeId),
        tie: tie(&chances),
        verdict: verdict(&ledger, &contest, leader, &chances),
        why: match (favorite, runner_up) {
            (Some(favorite), Some(runner_up)) => Why::new(&ledger, favorite, runner_up),
            _ => Why::default(),
        },
        to_lead: change::ways(&ledger, &contest),
        wobble: favorite.and_then(|favorite| change::wobble(&ledger, &contest, favorite)),
        bearings: bearings(profile, &ledger, &turns, &influences, tips_if_off),
        one_reason_decides: ledger.entries.iter().any(decides),
        equal_weights_leader: alone_at_top(contest.standing().map(|(i, _)| (i, equal[i]))).map(AlternativeId),
        give_up: ruling.give_up(),
        reasons: ledger.entries.len(),
        weighed: ledger.entries.iter().filter(|entry| entry.weighed).count(),
        standings: standings(comparison, profile, &ledger, &field, &chances, ruling.against),
        field,
    }
}

fn likeliest(chances: &[f64]) -> Option<usize> {
    let highest = chances.iter().copied().fold(0.0, f64::max);
    let mut likeliest = (0..chances.len()).filter(|i| reaches(chances[*i], highest));
    likeliest.next().filter(|_| likeliest.next().is_none())
}

fn tie(chances: &[f64]) -> f64 {
    (1.0 - chances.iter().sum::<f64>()).clamp(0.0, 1.0)
}

fn verdict(ledger: &Ledger, contest: &Contest, leader: Option<usize>, chances: &[f64]) -> Verdict {
    let mut deciding = ledger.entries.iter().filter(|entry| contest.acceptable[entry.on]).peekable();
    let counts_only = deciding.peek().is_some() && deciding.all(|entry| !entry.weighed);
    match (contest.standing().count(), leader) {
        (0, _) => Verdict::NoneAcceptable,
        (2.., _) if counts_only => Verdict::Unweighed,
        (_, None) => Verdict::Tie,
        (_, Some(leader)) => Verdict::of(chances[leader]),
    }
}

fn bearings(
    profile: &Profile,
    ledger: &Ledger,
    turns: &[Option<i64>],
    influences: &[f64],
    tips_if_off: impl Fn(ClaimId, &Entry) -> bool,
) -> Vec<Bearing> {
    let mut bearings = vec![Bearing::default(); profile.stances().len()];
    for (entry, influence) in ledger.entries.iter().zip(influences) {
        let tips_at = turns[entry.on].and_then(|by| change::tips_at(entry, by));
        for claim in entry.reason.faces() {
            let on = profile[claim].on;
            bearings[claim.0] = Bearing {
                counts: if on { entry.counts() } else { 0.0 },
                tips_at,
                tips_if_off: on && tips_if_off(claim, entry),
                influence: *influence,
            };
        }
    }
    bearings
}

fn standings(
    comparison: &Comparison,
    profile: &Profile,
    ledger: &Ledger,
    field: &Field,
    chances: &[f64],
    ruled_out_by: Vec<Vec<ClaimId>>,
) -> Vec<Standing> {
    let several = chances.len() > 2;
    let standing = |((chance, score), ruled_out_by): ((&f64, &Option<Distribution>), _)| Standing {
        chance: *chance,
        nine_in_ten: score.as_ref().filter(|_| several).map(Distribution::nine_in_ten),
        ruled_out_by,
        ..Standing::default()
    };
    let mut standings: Vec<Standing> =
        chances.iter().zip(&field.scores).zip(ruled_out_by).map(standing).collect();
    for entry in &ledger.entries {
        for claim in entry.reason.faces().filter(|claim| profile[*claim].on) {
            let standing = &mut standings[comparison[claim].alternative.0];
            let sum = match comparison[claim].polarity {
                Polarity::Pro => &mut standing.pros,
                Polarity::Con => &mut standing.cons,
            };
            *sum += entry.counts();
        }
    }
    for standing in &mut standings {
        standing.net = standing.pros - standing.cons;
    }
    standings
}
