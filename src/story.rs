//! What an assessment says, in plain words: the screen and the reports tell the same story.
//!
//! What can be said is a [`Fact`], which follows from the figures; how it is said stands in one place, and so does what
//! is worth saying together. No two sentences should seem to disagree.

mod asking;
mod chosen;
mod fact;
mod gut;
mod headline;
mod naming;
mod several;
mod thinking;
mod words;

#[cfg(test)]
mod tests;

pub use asking::question_number;
pub use chosen::Chosen;
pub use fact::Fact;
pub use headline::Headline;
pub use several::{Several, YOU, asked};
pub use words::{
    counted, first_of, hundredths, in_points, listed, mark, named, quoted, sentence, signed, whole_points,
};

use crate::comparison::{AlternativeId, ClaimId, Comparison, Polarity, Reason};
use crate::decision::{Assessment, Balance, Distribution, Speaker, Standing, Verdict, reaches};
use crate::order;
use crate::profile::{Counting, Profile};
use crate::weight::Weight;

/// How many reasons a sentence names.
const NAMED: usize = 3;

/// How many of many reasons are named as the heaviest; fewer than [`NAMED`].
const HEAVIEST: usize = 2;

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

    /// What the answer rests on, and the case for the runner-up; in a tie the case for either.
    #[must_use]
    pub fn why(&self) -> Vec<Fact> {
        let why = &self.assessment.why;
        let Some(runner_up) = why.runner_up.filter(|_| self.recommends()) else { return Vec::new() };
        let reasons = |speakers: &[Speaker]| -> Vec<ClaimId> {
            speakers.iter().map(|speaker| speaker.reason).collect()
        };
        let mut facts = Vec::new();
        if let Some(even) = self.assessment.stands_in.filter(|_| !why.supporters.is_empty()) {
            let heaviest = why.supporters.len().min(NAMED);
            facts.push(Fact::CaseFor(even, reasons(&why.supporters[..heaviest])));
        }
        facts.extend(match why.enough().len() {
            0 => None,
            1..=NAMED if why.opponents.is_empty() => Some(Fact::NothingAgainst),
            1..=NAMED => Some(Fact::Enough(reasons(self.rests_on()))),
            _ => Some(Fact::ManyReasons(reasons(self.rests_on()))),
        });
        if !why.opponents.is_empty() {
            facts.push(Fact::CaseFor(runner_up, reasons(why.case_for_runner_up())));
        }
        facts
    }

    /// What balances out and what is left to decide, among which is all that is named as what the answer rests on.
    #[must_use]
    pub fn balance(&self) -> Balance {
        self.assessment.why.balance(self.rests_on().len())
    }

    /// The heaviest supporters, which are named as what the answer rests on: all that are enough if they are few, else
    /// the first of them. Of many an open one is none, since it is taken as 5, which nobody said.
    fn rests_on(&self) -> &'a [Speaker] {
        let enough = self.assessment.why.enough();
        if enough.len() <= NAMED {
            return enough;
        }
        let open = enough[..HEAVIEST].iter().position(|speaker| self.is_open(speaker.reason));
        &enough[..open.unwrap_or(HEAVIEST)]
    }

    /// What would change the answer: the nearest weights that do, or how many it takes together.
    #[must_use]
    pub fn change(&self) -> Vec<Fact> {
        if !self.recommends() || self.assessment.reasons == 0 {
            return Vec::new();
        }
        if self.any_point_decides() {
            return vec![Fact::AnyPoint];
        }
        let mut tips = self.tips();
        if !tips.is_empty() {
            tips.truncate(NAMED);
            return tips;
        }
        let leads = |other: &AlternativeId| Some(*other) == self.assessment.leader;
        let others = self.comparison.alternatives().map(|(other, _)| other).filter(|other| !leads(other));
        let ways = others.filter_map(|other| Some((other, self.assessment.way_to(other)?)));
        let easiest = ways.min_by_key(|(_, way)| way.reasons.len());
        let mut facts = vec![match &easiest {
            Some((then, way)) => Fact::Together(*then, way.reasons.clone()),
            None => Fact::Unchangeable,
        }];
        facts.extend(easiest.and(self.holds_if_off()).map(Fact::HoldsIfOff));
        facts
    }

    /// For each reason that alone can change the answer, where it does, the nearest first.
    #[must_use]
    pub fn tips(&self) -> Vec<Fact> {
        if !self.recommends() || self.any_point_decides() {
            return Vec::new();
        }
        let reasons = self.profile.reasons(self.comparison);
        let mut tips: Vec<(u8, Fact)> = reasons
            .iter()
            .filter_map(|reason| {
                let points = self.profile.weight_of(reason).map_or(Weight::UNSET_POINTS, Weight::points);
                let (at, then) = self.tip(reason, points)?;
                Some((points.abs_diff(at), Fact::Tip { reason: reason.first, at, then }))
            })
            .collect();
        order::by_key(&mut tips, |(distance, _)| *distance);
        tips.into_iter().map(|(_, tip)| tip).collect()
    }

    /// Which reason is most worth thinking about.
    #[must_use]
    pub fn think_next(&self) -> Option<Fact> {
        match self.thoughts().next()? {
            // While the answer is hidden, it may be weighed already.
            (reason, None) => (!self.is_masked()).then_some(Fact::ThinkFirst(reason)),
            (reason, Some(moves)) => Some(Fact::ThinkNext(reason, moves)),
        }
    }

    /// What the answer would be if all reasons weighed the same.
    #[must_use]
    pub fn just_counting(&self) -> Option<Fact> {
        self.recommends().then_some(Fact::JustCounting(self.assessment.equal_weights_leader))
    }

    /// In how many of 100 ways no alternative comes first, if that is at least one and the others are told.
    #[must_use]
    pub fn even_in(&self) -> Option<String> {
        let tie = self.assessment.tie;
        (self.recommends() && words::whole_points(tie) >= 1).then(|| hundredths(tie))
    }

    /// How the numbers are taken.
    #[must_use]
    pub fn settings(&self) -> Vec<Fact> {
        let parted = self.profile.counting == Counting::EveryClaim;
        let pairs =
            self.comparison.has_pairs().then_some(if parted { Fact::PairsParted } else { Fact::PairsJoined });
        let gone = (self.profile.gone() > 0).then_some(Fact::Gone);
        [Fact::TakenAs(self.profile.band)].into_iter().chain(pairs).chain(gone).collect()
    }

    /// What the answer is to be read with: what was changed after one to a blind weighing was seen, and whether reasons and
    /// gut agree.
    #[must_use]
    pub fn beside(&self) -> Vec<Fact> {
        let after_seeing = self.profile.after_seeing.as_ref().map(|_| Fact::AfterSeeing);
        after_seeing.into_iter().chain(self.gut().map(Fact::Gut)).collect()
    }

    /// What the last change did to the answer, as it is seen; none where there is nothing to compare.
    #[must_use]
    pub fn moved(&self, before: &Assessment) -> Option<String> {
        self.moved_by(before, "\u{2192}")
    }

    /// The same, with a word between the number before and the number now.
    fn moved_by(&self, before: &Assessment, to: &str) -> Option<String> {
        let favorite = self.assessment.favorite().filter(|_| self.recommends())?;
        if self.assessment.leader.is_none() {
            return Some(if before.verdict == Verdict::Tie { "still even" } else { "now even" }.to_owned());
        }
        let now = self.hundredths(favorite);
        if before.verdict == Verdict::Unweighed || before.why.runner_up.is_none() {
            return Some(format!("now {now} of 100"));
        }
        if before.leader != Some(favorite) || self.is_less_likely_than_another(favorite) {
            return Some(format!("now {}, {now} of 100", self.alternative(favorite)));
        }
        let then = self.hundredths_in(before, favorite);
        Some(if then == now {
            format!("still {now} of 100")
        } else {
            format!("moved {then} {to} {now} of 100")
        })
    }

    /// The chance of an alternative out of 100, such as "84"; "100" only where every way is its own.
    #[must_use]
    pub fn hundredths(&self, alternative: AlternativeId) -> String {
        self.hundredths_in(self.assessment, alternative)
    }

    fn hundredths_in(&self, assessment: &Assessment, alternative: AlternativeId) -> String {
        let chance = assessment[alternative].chance;
        // What is missing may be too little for a number.
        if reaches(chance, 1.0) && !self.is_certain_in(assessment, alternative) {
            "more than 99".to_owned()
        } else {
            hundredths(chance)
        }
    }

    /// Whether an alternative leads at all weights that are taken to be possible.
    fn is_certain(&self, alternative: AlternativeId) -> bool {
        self.is_certain_in(self.assessment, alternative)
    }

    fn is_certain_in(&self, assessment: &Assessment, alternative: AlternativeId) -> bool {
        let holds = assessment.wobble.is_some_and(|off| off >= self.profile.band.points());
        assessment.leader == Some(alternative) && holds
    }

    /// Whether another comes first more often, which only happens among three and more.
    fn is_less_likely_than_another(&self, alternative: AlternativeId) -> bool {
        let own = self.assessment[alternative].chance;
        self.assessment.standings().any(|(_, other)| !reaches(own, other.chance))
    }

    /// How an alternative stands, in a word or two; empty while nothing is weighed.
    #[must_use]
    pub fn stands(&self, one: AlternativeId) -> String {
        let assessment = self.assessment;
        if !assessment[one].is_acceptable() {
            "ruled out".to_owned()
        } else if assessment.standings().filter(|(_, standing)| standing.is_acceptable()).count() == 1 {
            "the only one left".to_owned()
        } else if assessment.weighed == 0 || assessment.verdict == Verdict::Unweighed {
            String::new()
        } else {
            format!("first in {} of 100", self.hundredths(one))
        }
    }

    /// How far one of two alternatives is ahead, as it is drawn: none while nothing is weighed, since a hill would recommend
    /// by counting.
    #[must_use]
    pub fn lead(&self) -> Option<&'a Distribution> {
        self.assessment.lead().filter(|_| !self.is_unweighed())
    }

    /// The alternatives with the highest net score of all that are not ruled out.
    fn level(&self) -> Vec<AlternativeId> {
        let acceptable = || self.assessment.standings().filter(|(_, standing)| standing.is_acceptable());
        let best = acceptable().map(|(_, standing)| standing.net).fold(f64::NEG_INFINITY, f64::max);
        acceptable().filter(|(_, standing)| standing.net >= best).map(|(one, _)| one).collect()
    }

    /// Whether something is weighed, and what follows is as if nothing were.
    fn is_masked(&self) -> bool {
        self.profile.blind && self.assessment.verdict == Verdict::Unweighed && self.assessment.weighed > 0
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

    /// Whether two are even and are all there is, so that a point on any reason makes one of them lead.
    fn any_point_decides(&self) -> bool {
        let even = self.assessment.verdict == Verdict::Tie && self.assessment.reasons > 0;
        even && self.comparison.alternatives().len() == 2
    }

    /// The weight nearest to its own at which a reason alone changes the answer, and who leads then.
    fn tip(&self, reason: Reason, now: u8) -> Option<(u8, AlternativeId)> {
        let tip = |at| Some((at, self.leader_if(reason.first, now, at)?));
        if self.assessment.leader.is_some() {
            return self.assessment[reason.first].tips_at.and_then(tip);
        }
        if !self.profile.is_on(reason) {
            return None;
        }
        // In a tie whoever leads is a change.
        (0..=Weight::MOST).filter_map(tip).min_by_key(|(at, _)| at.abs_diff(now))
    }

    /// Who leads if a reason weighs `at` instead of `now` points; none in a tie.
    fn leader_if(&self, reason: ClaimId, now: u8, at: u8) -> Option<AlternativeId> {
        let claim = &self.comparison[reason];
        let moved = match claim.polarity {
            Polarity::Pro => f64::from(at) - f64::from(now),
            Polarity::Con => f64::from(now) - f64::from(at),
        };
        // What a pair moves on one side in favor of an alternative, it might as well move on the other.
        let net = |(alternative, standing): (AlternativeId, &Standing)| {
            (alternative, if alternative == claim.alternative { standing.net + moved } else { standing.net })
        };
        let nets = self.assessment.standings().filter(|(_, standing)| standing.is_acceptable()).map(net);
        let (first, best) = nets.clone().max_by(|a, b| a.1.total_cmp(&b.1))?;
        let alone = nets.filter(|(_, net)| *net >= best).count() == 1;
        alone.then_some(first)
    }

    /// The most points by which all set weights may be off at once, up or down, while the answer holds wherever the
    /// open ones lie; none if not even one.
    ///
    /// It is never more than [`Assessment::wobble`], where a small weight is off upwards by no more than downwards.
    fn holds_if_off(&self) -> Option<u8> {
        let leader = self.assessment.leader?;
        (1..=self.assessment.wobble?).rev().find(|off| self.leads_if_off(leader, *off))
    }

    fn leads_if_off(&self, leader: AlternativeId, off: u8) -> bool {
        // By how much the sum of each alternative can get worse for the leader.
        let mut worse = vec![0.0; self.comparison.alternatives().len()];
        let is_on = |reason: &Reason| self.profile.is_on(*reason);
        for reason in self.profile.reasons(self.comparison).iter().filter(is_on) {
            let claim = &self.comparison[reason.first];
            let supports = (claim.alternative == leader) == (claim.polarity == Polarity::Pro);
            worse[claim.alternative.0] += f64::from(match self.profile.weight_of(reason) {
                None => Weight::UNSET_POINTS,
                Some(weight) if supports => weight.points().min(off),
                Some(_) => off,
            });
        }
        let net = |one: AlternativeId| self.assessment[one].net;
        let ahead = |rival: AlternativeId| {
            rival == leader
                || !self.assessment[rival].is_acceptable()
                || net(leader) - worse[leader.0] > net(rival) + worse[rival.0]
        };
        self.comparison.alternatives().all(|(rival, _)| ahead(rival))
    }
}
