//! What several people think of one comparison: where they are apart, and what the least is that one would give up.
//!
//! Nothing here is averaged: who would have to move, and how far, is told of each.

#[cfg(test)]
mod tests;

use std::cmp::Reverse;

use crate::comparison::{AlternativeId, ClaimId, Comparison, Polarity, Preset, Reason, Reasons};
use crate::decision::{self, Assessment, Verdict};
use crate::order;
use crate::profile::{Counting, Profile};
use crate::weight::Weight;

/// With fewer people than that, presets take part beside them.
pub const COMPANY: usize = 2;

/// One who weighed the comparison: a person, or a preset that stands for one.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// What they are called, safe to show.
    pub name: String,
    /// The id of the preset, if it is one.
    pub preset: Option<String>,
    /// What they think.
    pub profile: Profile,
    /// What follows.
    pub assessment: Assessment,
}

impl Person {
    /// One who thinks so.
    #[must_use]
    pub fn new(comparison: &Comparison, name: String, profile: Profile) -> Self {
        Self { name, preset: None, assessment: decision::assess_seen(comparison, &profile), profile }
    }

    /// The same under a name that is not taken, such as "Ana (2)".
    #[must_use]
    pub fn told_apart(self, is_taken: impl Fn(&str) -> bool) -> Self {
        let (mut name, mut count) = (self.name.clone(), 1);
        while is_taken(&name) {
            count += 1;
            name = format!("{} ({count})", self.name);
        }
        Self { name, ..self }
    }

    /// Whether they are weighing blind and not done, as [`Profile::is_hidden`]: then nothing that follows may be seen, and they
    /// take no part.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.profile.blind && self.assessment.weighed < self.assessment.reasons
    }

    /// A preset, as one who thinks what it says.
    #[must_use]
    pub fn of_preset(comparison: &Comparison, preset: &Preset) -> Self {
        let profile = Profile::from_preset(comparison, preset);
        let person = Self::new(comparison, preset.name.to_string(), profile);
        Self { preset: Some(preset.id.clone()), ..person }
    }

    /// Whether anything that counts has a weight: else nothing is recommended to them.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        self.assessment.verdict != Verdict::Unweighed && self.assessment.reasons > 0
    }

    /// What a reason weighs for them; none if it is off.
    #[must_use]
    pub fn weighs(&self, comparison: &Comparison, reason: Reason) -> Option<Weighs> {
        self.profile.is_on(reason).then(|| Weighs {
            weight: self.profile.weight(comparison, reason.first),
            mark: reason.faces().find(|face| self.profile[*face].is_marked()),
        })
    }

    /// Whether a reason counts for them and is not weighed.
    #[must_use]
    pub fn leaves_open(&self, comparison: &Comparison, reason: Reason) -> bool {
        self.weighs(comparison, reason).is_some_and(|weighs| weighs.weight.is_none())
    }

    /// How far one alternative is ahead of another for them, in points.
    fn lead(&self, [one, other]: [AlternativeId; 2]) -> f64 {
        self.assessment[one].net - self.assessment[other].net
    }
}

/// What a reason weighs for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighs {
    /// None as long as it is open.
    pub weight: Option<Weight>,
    /// The side that is marked as a must-have or a deal-breaker, the first if both are.
    pub mark: Option<ClaimId>,
}

/// Several who weighed the same comparison.
#[derive(Clone, Debug)]
pub struct Together<'a> {
    /// What they weighed.
    pub comparison: &'a Comparison,
    /// Who they are.
    pub people: Vec<&'a Person>,
}

/// What an alternative asks of a person before it leads for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// That weights move by so many points in all: 0 where it leads.
    Points(i64),
    /// More than weights from 0 to 10 can give.
    TooMuch,
    /// That a must-have or a deal-breaker is given up.
    ItsMarks,
    /// Nothing yet, since nothing is weighed.
    Nothing,
}

/// What two people are apart in.
#[derive(Clone, Debug, PartialEq)]
pub struct Divide {
    /// How far the first of these is ahead of the second is what they see differently.
    pub alternatives: [AlternativeId; 2],
    /// How far it is ahead for either of them, in points.
    pub leads: [f64; 2],
    /// What each reason adds to the difference of these, that of the first less that of the second: what somebody has
    /// marked as a must-have or a deal-breaker first, then the largest. Those of which all think alike are left out; they
    /// add nothing.
    pub parts: Vec<Part>,
    /// The reasons that are about neither of the two alternatives, of which not all think alike either.
    pub elsewhere: Vec<Reason>,
}

/// What one reason adds to what two people are apart in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The reason.
    pub reason: Reason,
    /// In points, or in half points where somebody has a weight for each side of one thing and another has not.
    pub points: f64,
}

impl Divide {
    /// Whether any reason adds something to the difference.
    #[must_use]
    pub fn adds_something(&self) -> bool {
        self.parts.iter().any(|part| doubled(part.points) != 0)
    }
}

impl<'a> Together<'a> {
    /// What they weigh once: both sides of one thing, unless one of them has a weight for each.
    #[must_use]
    pub fn reasons(&self) -> &'a Reasons {
        let parts = |person: &&Person| person.profile.counting == Counting::EveryClaim;
        let is_any_parted = self.people.iter().any(parts);
        if is_any_parted { self.comparison.parted_reasons() } else { self.comparison.reasons() }
    }

    /// What an alternative asks of one of them.
    #[must_use]
    pub fn asks(&self, alternative: AlternativeId, person: &Person) -> Asks {
        if !person.assessment[alternative].is_acceptable() {
            Asks::ItsMarks
        } else if !person.is_decided() {
            Asks::Nothing
        } else {
            person.assessment.way_to(alternative).map_or(Asks::TooMuch, |way| Asks::Points(way.points))
        }
    }

    /// What an alternative asks, in points, if it can lead for all: the most that it asks of one, and what it asks in all.
    #[must_use]
    pub fn price(&self, alternative: AlternativeId) -> Option<(i64, i64)> {
        let mut price = (0, 0);
        for person in &self.people {
            match self.asks(alternative, person) {
                Asks::Points(points) => price = (price.0.max(points), price.1 + points),
                Asks::Nothing => {}
                Asks::TooMuch | Asks::ItsMarks => return None,
            }
        }
        Some(price)
    }

    /// The alternative that asks least of the one of whom it asks most, then least in all, then the first; none if each is
    /// ruled out for one of them or can't lead for one.
    #[must_use]
    pub fn least(&self) -> Option<AlternativeId> {
        let all = self.comparison.alternatives().map(|(alternative, _)| alternative);
        let prices = all.filter_map(|alternative| Some((self.price(alternative)?, alternative)));
        prices.min().map(|(_, alternative)| alternative)
    }

    /// The reasons of which all of them think alike: of what is on, what it weighs, and what is marked.
    #[must_use]
    pub fn agreed(&self) -> Vec<Reason> {
        self.reasons().iter().filter(|reason| self.is_agreed(*reason)).collect()
    }

    fn is_agreed(&self, reason: Reason) -> bool {
        let Some((first, others)) = self.people.split_first() else { return true };
        let says = |person: &Person, face: ClaimId| {
            let stance = &person.profile[face];
            let weight = person.profile.weight(self.comparison, face).filter(|_| stance.on);
            (stance.on, stance.is_marked(), weight, doubled(person.assessment[face].counts))
        };
        reason.faces().all(|face| others.iter().all(|other| says(other, face) == says(first, face)))
    }

    /// What two of them are apart in, by their places.
    #[must_use]
    pub fn divide(&self, one: usize, other: usize) -> Divide {
        let pair = [self.people[one], self.people[other]];
        let alternatives = self.apart_over(pair);
        let disputed = self.reasons().iter().filter(|reason| !self.is_agreed(*reason));
        let is_about = |reason: &Reason| {
            reason.faces().any(|face| alternatives.contains(&self.comparison[face].alternative))
        };
        let (about, elsewhere): (Vec<Reason>, Vec<Reason>) = disputed.partition(is_about);
        let mut parts: Vec<Part> =
            about.into_iter().map(|reason| self.part(reason, pair, alternatives)).collect();
        order::by_key(&mut parts, |part| (!self.is_marked(part.reason), Reverse(doubled(part.points.abs()))));
        Divide { alternatives, leads: pair.map(|person| person.lead(alternatives)), parts, elsewhere }
    }

    /// Whether somebody has marked a side of a reason that is on as a must-have or a deal-breaker.
    fn is_marked(&self, reason: Reason) -> bool {
        let weighs = |person: &&Person| person.weighs(self.comparison, reason);
        self.people.iter().filter_map(weighs).any(|weighs| weighs.mark.is_some())
    }

    /// The one who is farthest from one of them: in how far an alternative is ahead, then in all that they weigh; none if
    /// they or all others have weighed nothing.
    #[must_use]
    pub fn farthest_from(&self, one: usize) -> Option<usize> {
        let is_other = |other: &usize| *other != one && self.people[*other].is_decided();
        let others = (0..self.people.len()).filter(|other| self.people[one].is_decided() && is_other(other));
        others.max_by_key(|other| (self.distance([one, *other]), Reverse(*other)))
    }

    /// The two who are farthest apart in the same sense, of whom one is a person if there is one; none if there are no
    /// two who have weighed anything.
    #[must_use]
    pub fn farthest(&self) -> Option<[usize; 2]> {
        let is_person = |one: &usize| self.people[*one].preset.is_none() && self.people[*one].is_decided();
        let is_any = (0..self.people.len()).any(|one| is_person(&one));
        let ones = (0..self.people.len()).filter(|one| is_person(one) || !is_any);
        let pairs = ones.filter_map(|one| Some([one, self.farthest_from(one)?]));
        pairs.max_by_key(|pair| (self.distance(*pair), Reverse(*pair)))
    }

    /// How far two of them are apart, in half points: in how far an alternative is ahead, then in all that they weigh.
    fn distance(&self, pair: [usize; 2]) -> [i64; 2] {
        let pair = pair.map(|place| self.people[place]);
        let alternatives = self.apart_over(pair);
        let [own, others] = pair.map(|person| person.lead(alternatives));
        let parts = self.reasons().iter().map(|reason| self.part(reason, pair, alternatives).points.abs());
        [(own - others).abs(), parts.sum()].map(doubled)
    }

    fn part(&self, reason: Reason, pair: [&Person; 2], alternatives: [AlternativeId; 2]) -> Part {
        let [one, other] = pair.map(|person| self.adds(person, reason, alternatives));
        Part { reason, points: one - other }
    }

    /// The two alternatives that two people are apart over: their favorites, or the one that both favor and what comes
    /// next for the first of them.
    fn apart_over(&self, [one, other]: [&Person; 2]) -> [AlternativeId; 2] {
        let favorites = [one, other].map(|person| person.assessment.favorite());
        let mut all = self.comparison.alternatives().map(|(alternative, _)| alternative);
        let first = favorites.into_iter().flatten().next().unwrap_or(AlternativeId(0));
        let second = favorites.into_iter().flatten().find(|favorite| *favorite != first);
        let next = || {
            let runners_up = [one, other].map(|person| person.assessment.why.runner_up);
            runners_up.into_iter().flatten().find(|runner_up| *runner_up != first)
        };
        let second = second.or_else(next).or_else(|| all.find(|alternative| *alternative != first));
        [first, second.unwrap_or(first)]
    }

    /// What a reason adds to how far one alternative is ahead of another for a person, in points.
    fn adds(&self, person: &Person, reason: Reason, [one, other]: [AlternativeId; 2]) -> f64 {
        let of_face = |face: ClaimId| {
            let claim = &self.comparison[face];
            let counts = match claim.polarity {
                Polarity::Pro => person.assessment[face].counts,
                Polarity::Con => -person.assessment[face].counts,
            };
            match claim.alternative {
                own if own == one => counts,
                own if own == other => -counts,
                _ => 0.0,
            }
        };
        reason.faces().map(of_face).sum()
    }
}

/// Half points as whole ones, which can be put in order.
#[expect(clippy::cast_possible_truncation, reason = "at most 1,000 reasons of 10 points each")]
fn doubled(points: f64) -> i64 {
    (points * 2.0).round() as i64
}
