//! What an assessment says, in plain words: the screen and the reports tell the same story.
//!
//! What can be said is a [`Fact`], which follows from the figures; how it is said stands in one place, and so does what
//! is worth saying together. No two sentences should seem to disagree.

mod fact;
mod headline;
mod words;

#[cfg(test)]
mod tests;

pub use fact::Fact;
pub use headline::Headline;
pub use words::{counted, hundredths, listed, signed};

use crate::comparison::{AlternativeId, ClaimId, Comparison, Polarity};
use crate::decision::{Assessment, Verdict};
use crate::profile::{Counting, Profile};
use crate::weight::Weight;

/// How many reasons a sentence names.
const NAMED: usize = 3;

/// What can be told of one profile.
#[derive(Clone, Copy, Debug)]
pub struct Story<'a> {
    /// What is compared.
    pub comparison: &'a Comparison,
    /// What the person thinks of it.
    pub profile: &'a Profile,
    /// What follows.
    pub assessment: &'a Assessment,
}

impl<'a> Story<'a> {
    /// The answer and how sure it is.
    #[must_use]
    pub fn headline(&self) -> Headline {
        headline::headline(self)
    }

    /// What the answer rests on, and the case for the runner-up.
    #[must_use]
    pub fn why(&self) -> Vec<Fact> {
        let why = &self.assessment.why;
        let Some(runner_up) = why.runner_up.filter(|_| self.recommends()) else { return Vec::new() };
        let reasons = |speakers: &[crate::decision::Speaker]| -> Vec<ClaimId> {
            speakers.iter().map(|speaker| speaker.reason).collect()
        };
        let mut facts = Vec::new();
        match why.enough() {
            [] => {}
            few if few.len() <= NAMED && why.opponents.is_empty() => facts.push(Fact::NothingAgainst),
            few if few.len() <= NAMED => facts.push(Fact::Enough(reasons(few))),
            many => facts.push(Fact::ManyReasons(reasons(&many[..2]))),
        }
        if !why.opponents.is_empty() {
            facts.push(Fact::CaseFor(runner_up, reasons(why.case_for_runner_up())));
        }
        facts
    }

    /// What would change the answer: the nearest weights that do, or how many it takes together.
    #[must_use]
    pub fn change(&self) -> Vec<Fact> {
        let (Some(favorite), true) = (self.assessment.favorite(), self.recommends()) else {
            return Vec::new();
        };
        let mut tips = self.tips();
        if !tips.is_empty() {
            tips.truncate(NAMED);
            return tips;
        }
        let others =
            self.comparison.alternatives().map(|(other, _)| other).filter(|other| *other != favorite);
        let ways = others.filter_map(|other| Some((other, self.assessment.way_to(other)?)));
        let easiest = ways.min_by_key(|(_, way)| way.reasons.len());
        let mut facts = vec![match easiest {
            Some((then, way)) => Fact::Together(then, way.reasons.clone()),
            None => Fact::Unchangeable,
        }];
        facts.extend(self.assessment.wobble.filter(|off| *off > 0).map(Fact::HoldsIfOff));
        facts
    }

    /// For each reason that alone can change the answer, where it does, the nearest first.
    #[must_use]
    pub fn tips(&self) -> Vec<Fact> {
        if !self.recommends() {
            return Vec::new();
        }
        let reasons = self.profile.reasons(self.comparison);
        let mut tips: Vec<(u8, Fact)> = reasons
            .iter()
            .filter_map(|reason| {
                let at = self.assessment[reason.first].tips_at?;
                let points = self.profile.weight_of(reason).map_or(Weight::UNSET_POINTS, Weight::points);
                let then = self.leader_if(reason.first, points, at)?;
                Some((points.abs_diff(at), Fact::Tip { reason: reason.first, at, then }))
            })
            .collect();
        tips.sort_by_key(|(distance, _)| *distance);
        tips.into_iter().map(|(_, tip)| tip).collect()
    }

    /// Which reason is most worth thinking about.
    #[must_use]
    pub fn think_next(&self) -> Option<Fact> {
        let reason = self.assessment.think_next?;
        Some(match self.assessment.verdict {
            Verdict::Unweighed => Fact::ThinkFirst(reason),
            Verdict::Clear
            | Verdict::Solid
            | Verdict::Leaning
            | Verdict::TooClose
            | Verdict::Tie
            | Verdict::NoneAcceptable => Fact::ThinkNext(reason),
        })
    }

    /// What the answer would be if all reasons weighed the same.
    #[must_use]
    pub fn just_counting(&self) -> Option<Fact> {
        self.recommends().then_some(Fact::JustCounting(self.assessment.equal_weights_leader))
    }

    /// How the numbers are taken.
    #[must_use]
    pub fn settings(&self) -> Vec<Fact> {
        let pairs = self.comparison.reasons().iter().any(|reason| reason.second.is_some());
        let parted = self.profile.counting == Counting::EveryClaim;
        let pairs = pairs.then_some(if parted { Fact::PairsParted } else { Fact::PairsJoined });
        [Fact::TakenAs(self.profile.band)].into_iter().chain(pairs).collect()
    }

    /// What the last change did to the answer; none where there is nothing to compare.
    #[must_use]
    pub fn moved(&self, before: &Assessment) -> Option<String> {
        let favorite = self.assessment.favorite().filter(|_| self.recommends())?;
        let now = hundredths(self.assessment[favorite].chance);
        if before.verdict == Verdict::Unweighed || before.why.runner_up.is_none() {
            return Some(format!("now {now} of 100"));
        }
        if before.favorite() != Some(favorite) {
            return Some(format!("now {}, {now} of 100", self.alternative(favorite)));
        }
        let then = hundredths(before[favorite].chance);
        Some(if then == now {
            format!("still {now} of 100")
        } else {
            format!("moved {then} \u{2192} {now} of 100")
        })
    }

    /// Whether anything is recommended, or would be but for a tie.
    fn recommends(&self) -> bool {
        match self.assessment.verdict {
            Verdict::Clear | Verdict::Solid | Verdict::Leaning | Verdict::TooClose | Verdict::Tie => {
                self.assessment.why.runner_up.is_some()
            }
            Verdict::Unweighed | Verdict::NoneAcceptable => false,
        }
    }

    /// Who leads if a reason weighs `at` instead of `now` points.
    fn leader_if(&self, reason: ClaimId, now: u8, at: u8) -> Option<AlternativeId> {
        let claim = &self.comparison[reason];
        let moved = match claim.polarity {
            Polarity::Pro => f64::from(at) - f64::from(now),
            Polarity::Con => f64::from(now) - f64::from(at),
        };
        let standing = self.assessment.standings().filter(|(_, standing)| standing.is_acceptable());
        // What a pair moves on one side in favor of an alternative, it might as well move on the other.
        let net = |(alternative, net): (AlternativeId, f64)| {
            (alternative, if alternative == claim.alternative { net + moved } else { net })
        };
        standing
            .map(|(alternative, standing)| net((alternative, standing.net)))
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(alternative, _)| alternative)
    }

    /// The name of an alternative.
    fn alternative(&self, alternative: AlternativeId) -> &'a str {
        &self.comparison[alternative].name
    }

    /// A reason as a sentence names it: by the side that speaks for something, else with what it speaks against.
    #[must_use]
    pub fn reason(&self, reason: ClaimId) -> String {
        let faces = self.profile.reasons(self.comparison).of(reason).faces();
        let worth = |claim: &ClaimId| {
            (self.profile[*claim].on, self.comparison[*claim].polarity == Polarity::Pro, claim == &reason)
        };
        let face = faces.max_by_key(worth).unwrap_or(reason);
        let claim = &self.comparison[face];
        let title = words::short(&claim.title);
        match claim.polarity {
            Polarity::Con => format!("{title} (against {})", self.alternative(claim.alternative)),
            Polarity::Pro if self.comparison.alternatives().len() > 2 => {
                format!("{title} ({})", self.alternative(claim.alternative))
            }
            Polarity::Pro => title,
        }
    }

    /// Some reasons as a sentence names them, in the way of "a, b and c".
    fn reasons(&self, reasons: &[ClaimId]) -> String {
        listed(&reasons.iter().take(NAMED).map(|reason| self.reason(*reason)).collect::<Vec<_>>())
    }
}
