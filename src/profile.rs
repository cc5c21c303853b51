//! What one person thinks of a comparison.

mod after_seeing;
mod date;
mod decided;
mod file;
mod name;
mod stance;

use std::collections::BTreeMap;
use std::ops::{Index, IndexMut};

pub use after_seeing::AfterSeeing;
pub use date::Date;
pub use decided::Decided;
pub(crate) use name::fnv1a_64;
pub use name::{NameProblem, ProfileName};
pub use stance::Stance;

use crate::comparison::{AlternativeId, ClaimId, Comparison, Preset, Reason, Reasons};
use crate::safe_text::SafeText;
use crate::weight::Weight;

/// How the two faces of one thing count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub enum Counting {
    /// Mirrored claims are one reason with one weight.
    #[default]
    EachReasonOnce,
    /// Each claim is a reason by itself.
    EveryClaim,
}

impl Counting {
    /// All there are.
    pub const ALL: [Self; 2] = [Self::EachReasonOnce, Self::EveryClaim];

    /// As written in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::EachReasonOnce => "each-reason-once",
            Self::EveryClaim => "every-claim",
        }
    }

    /// What is weighed once.
    #[must_use]
    pub fn reasons(self, comparison: &Comparison) -> &Reasons {
        match self {
            Self::EachReasonOnce => comparison.reasons(),
            Self::EveryClaim => comparison.parted_reasons(),
        }
    }

    /// The one that is written so in JSON.
    #[must_use]
    pub fn with_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|counting| counting.id() == id)
    }
}

/// How far a set weight may be off, in points: 0 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band(u8);

impl Band {
    /// The widest band.
    pub const WIDEST: u8 = 5;

    /// A band of `points`, at most 5.
    #[must_use]
    pub fn new(points: u8) -> Option<Self> {
        (points <= Self::WIDEST).then_some(Self(points))
    }

    /// In points, 0 to 5.
    #[must_use]
    pub fn points(self) -> u8 {
        self.0
    }

    /// How far a weight may lie from its point value, in points: 0 to 5.
    ///
    /// A weight is as uncertain downwards as upwards, so that its mean is its point value: one of 10 may stand for
    /// more than can be typed, and one of 0 is no rough guess. An unset weight may be anything from 0 to 10.
    #[must_use]
    pub fn around(self, weight: Option<Weight>) -> u8 {
        weight.map_or(Weight::UNSET_POINTS, |weight| weight.points().min(self.0))
    }
}

impl Default for Band {
    fn default() -> Self {
        Self(2)
    }
}

/// One person's stances on one comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// None until it is saved.
    pub name: Option<ProfileName>,
    /// The id of the comparison it belongs to.
    comparison: String,
    /// How far weights may be off.
    pub band: Band,
    /// How the two faces of one thing count.
    pub counting: Counting,
    /// The id of the alternative that the person felt like before any reasons were asked for, as it was written: the
    /// comparison may no longer have it.
    pub gut: Option<SafeText>,
    /// Whether the answer is hidden from the person until all is weighed.
    pub blind: bool,
    /// What was changed since the answer to a blind weighing was first seen; none if there was no such weighing.
    pub after_seeing: Option<Box<AfterSeeing>>,
    /// What was decided in the end; none until then. Boxed, since most profiles have none.
    pub decided: Option<Box<Decided>>,
    /// One stance for each claim of the comparison, in its order.
    stances: Vec<Stance>,
    /// Stances on claims that the comparison no longer has, by full id. They are written back.
    gone: BTreeMap<String, Stance>,
}

impl Profile {
    /// A profile without a name in which nothing has been thought about.
    #[must_use]
    pub fn new(comparison: &Comparison) -> Self {
        Self {
            name: None,
            comparison: comparison.id().to_owned(),
            band: Band::default(),
            counting: Counting::default(),
            gut: None,
            blind: false,
            after_seeing: None,
            decided: None,
            stances: vec![Stance::default(); comparison.claims().len()],
            gone: BTreeMap::new(),
        }
    }

    /// A profile without a name, weighed as a preset says.
    #[must_use]
    pub fn from_preset(comparison: &Comparison, preset: &Preset) -> Self {
        let mut profile = Self::new(comparison);
        let mut by_criterion = vec![None; comparison.criteria().len()];
        for (criterion, weight) in &preset.weights {
            by_criterion[criterion.0] = Some(*weight);
        }
        for (stance, (_, claim)) in profile.stances.iter_mut().zip(comparison.claims()) {
            let own = claim.criterion.and_then(|criterion| by_criterion[criterion.0]);
            stance.weight = own.or(preset.others);
        }
        for (claim, weight) in &preset.claim_weights {
            profile[*claim].weight = Some(*weight);
        }
        profile
    }

    /// The same on another state of a comparison, or on another comparison: each stance follows its claim by full id.
    ///
    /// Those on claims that are gone are kept, and those on claims that are there again are taken back.
    #[must_use]
    pub fn onto(&self, from: &Comparison, to: &Comparison) -> Self {
        let mut onto = Self {
            name: self.name.clone(),
            band: self.band,
            counting: self.counting,
            gut: self.gut.clone(),
            blind: self.blind,
            after_seeing: self.after_seeing.clone(),
            decided: self.decided.clone(),
            ..Self::new(to)
        };
        let kept = self.gone.iter().map(|(id, stance)| (id.as_str(), stance));
        let own = self.stances().filter(|(_, stance)| **stance != Stance::default());
        for (id, stance) in kept.chain(own.map(|(claim, stance)| (from.full_id(claim), stance))) {
            match to.claim_with_id(id) {
                Some(claim) => onto[claim] = stance.clone(),
                None => drop(onto.gone.insert(id.to_owned(), stance.clone())),
            }
        }
        onto
    }

    /// Whether it has this name, however that is spelled.
    #[must_use]
    pub fn is_named(&self, name: &ProfileName) -> bool {
        self.name.as_ref().is_some_and(|own| own.key() == name.key())
    }

    /// The same under a name, or under none.
    #[must_use]
    pub fn named(self, name: Option<ProfileName>) -> Self {
        Self { name, ..self }
    }

    /// Its stances with the claims that they are on, in the order of the comparison.
    #[must_use]
    pub fn stances(&self) -> impl ExactSizeIterator<Item = (ClaimId, &Stance)> {
        self.stances.iter().enumerate().map(|(i, stance)| (ClaimId(i), stance))
    }

    /// The same, each to be changed.
    pub fn stances_mut(&mut self) -> impl ExactSizeIterator<Item = (ClaimId, &mut Stance)> {
        self.stances.iter_mut().enumerate().map(|(i, stance)| (ClaimId(i), stance))
    }

    /// The full ids of claims that the comparison no longer has, and of which something is known.
    pub fn gone_ids(&self) -> impl Iterator<Item = &str> {
        self.gone.keys().map(String::as_str)
    }

    /// The same, safe to show.
    #[must_use]
    pub fn gone_names(&self) -> Vec<String> {
        self.gone_ids().map(|id| SafeText::line(id).to_string()).collect()
    }

    /// How many stances are on claims that the comparison no longer has; they are kept and written back.
    #[must_use]
    pub fn gone(&self) -> usize {
        self.gone.len()
    }

    /// What is weighed once, as this profile counts.
    #[must_use]
    pub fn reasons<'c>(&self, comparison: &'c Comparison) -> &'c Reasons {
        self.counting.reasons(comparison)
    }

    /// The weight of the reason that a claim belongs to.
    #[must_use]
    pub fn weight(&self, comparison: &Comparison, claim: ClaimId) -> Option<Weight> {
        self.weight_of(self.reasons(comparison).of(claim))
    }

    /// The weight of a reason: the first that is set on one of its faces, even on one that is off.
    #[must_use]
    pub fn weight_of(&self, reason: Reason) -> Option<Weight> {
        reason.faces().find_map(|claim| self[claim].weight)
    }

    /// Whether a reason counts: one of its faces is on.
    #[must_use]
    pub fn is_on(&self, reason: Reason) -> bool {
        reason.faces().any(|face| self[face].on)
    }

    /// Sets or unsets the weight of the reason that a claim belongs to, on all its faces.
    pub fn set_weight(&mut self, comparison: &Comparison, claim: ClaimId, weight: Option<Weight>) {
        for face in self.reasons(comparison).of(claim).faces() {
            self[face].weight = weight;
        }
    }

    /// Whether it says the same as another, whatever was hidden and counted meanwhile.
    #[must_use]
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        let Self { name, comparison, band, counting, gut, blind: _, after_seeing: _, decided, stances, gone } =
            self;
        (name, comparison, band, counting) == (&other.name, &other.comparison, &other.band, &other.counting)
            && (gut, decided, stances, gone) == (&other.gut, &other.decided, &other.stances, &other.gone)
    }

    /// Whether what follows is hidden: it is weighed blind, and something that counts is still open.
    #[must_use]
    pub fn is_hidden(&self, comparison: &Comparison) -> bool {
        let is_open = |reason| self.is_on(reason) && self.weight_of(reason).is_none();
        self.blind && self.reasons(comparison).iter().any(is_open)
    }

    /// The alternative that the person felt like; none if that was not said, or the comparison no longer has it.
    #[must_use]
    pub fn felt_like(&self, comparison: &Comparison) -> Option<AlternativeId> {
        comparison.alternative_with_id(self.gut.as_ref()?.raw())
    }

    /// The reasons whose two faces have different weights, of which the first counts.
    #[must_use]
    pub fn conflicts(&self, comparison: &Comparison) -> Vec<Reason> {
        let differ = |reason: &Reason| {
            let mut set = reason.faces().filter_map(|claim| self[claim].weight);
            set.next().zip(set.next()).is_some_and(|(first, second)| first != second)
        };
        self.reasons(comparison).iter().filter(differ).collect()
    }
}

impl Index<ClaimId> for Profile {
    type Output = Stance;

    fn index(&self, ClaimId(place): ClaimId) -> &Stance {
        &self.stances[place]
    }
}

impl IndexMut<ClaimId> for Profile {
    fn index_mut(&mut self, ClaimId(place): ClaimId) -> &mut Stance {
        &mut self.stances[place]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(id: &str, pros: &str) -> Comparison {
        let text = format!(
            "Comparison(id: \"{id}\", title: \"Flat\", alternatives: [(name: \"Old\", pros: [{pros}]), (name: \"New\")])"
        );
        Comparison::from_ron(&text).unwrap()
    }

    fn weights(profile: &Profile, comparison: &Comparison) -> Vec<(String, Option<u8>)> {
        let weight = |(claim, stance): (ClaimId, &Stance)| {
            (comparison.full_id(claim).to_owned(), stance.weight.map(Weight::points))
        };
        profile.stances().map(weight).collect()
    }

    #[test]
    fn stances_follow_their_claims_onto_another_state_and_back() {
        let [from, to] =
            [flat("flat", "\"Cheap\", \"Near\", \"Quiet\""), flat("flat", "\"Large\", \"Near\"")];
        let mut profile = Profile { counting: Counting::EveryClaim, band: Band(4), ..Profile::new(&from) };
        profile[ClaimId(0)].weight = Weight::new(9);
        profile[ClaimId(1)].on = false;
        let there = profile.onto(&from, &to);
        assert_eq!(weights(&there, &to), [("old/large".to_owned(), None), ("old/near".to_owned(), None)]);
        assert!(!there[ClaimId(1)].on);
        // What was never said of a claim that is gone is not kept.
        assert_eq!(there.gone(), 1);
        assert_eq!(there.onto(&to, &from), profile);
    }

    #[test]
    fn a_profile_may_go_over_to_another_comparison() {
        let [from, to] = ["flat", "flats"].map(|id| flat(id, "\"Cheap\""));
        let mut profile = Profile::new(&from).named(Some(ProfileName::new("mine").unwrap()));
        profile[ClaimId(0)].weight = Weight::new(9);
        let there = profile.onto(&from, &to);
        let text = there.to_ron(&to).unwrap();
        assert_eq!(Profile::from_ron(&text, &to).unwrap(), there, "{text}");
        assert_eq!((there.comparison.as_str(), there.gone()), ("flats", 0));
    }
}
