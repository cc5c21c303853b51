//! What was changed once the answer had been seen, which may be a sign of wishing for one.

use std::collections::BTreeMap;

use super::Profile;
use crate::comparison::{ClaimId, Comparison, Polarity, Reason};
use crate::weight::Weight;

/// What a must-have or a deal-breaker counts beside weights: it is weighed against nothing.
const MARKED: u8 = Weight::MOST + 1;

/// How many weights and marks a person changed after the answer to a blind weighing was first seen, and in whose favor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AfterSeeing {
    /// How many; 255 stands for that many and more.
    pub changed: u8,
    /// How many of them favor which alternative, by its id. One that only hurts one of three favors none.
    pub towards: BTreeMap<String, u8>,
}

impl AfterSeeing {
    /// The same with what differs between a profile then and now: weights that were set then and count otherwise now.
    #[must_use]
    pub fn and(&self, then: &Profile, now: &Profile, comparison: &Comparison) -> Self {
        let mut all = self.clone();
        for reason in now.reasons(comparison).iter() {
            let said = |profile: &Profile| (counts(profile, reason), profile.weight_of(reason).is_none());
            // A weight that is given for the first time changes nothing; a mark does.
            let is_first =
                then.weight_of(reason).is_none() && is_marked(then, reason) == is_marked(now, reason);
            if is_first || said(then) == said(now) {
                continue;
            }
            all.changed = all.changed.saturating_add(1);
            let (was, is) = (counts(then, reason), counts(now, reason));
            if was != is
                && let Some(favored) = favored(comparison, reason.first, is > was)
            {
                let count = all.towards.entry(favored.to_owned()).or_default();
                *count = count.saturating_add(1);
            }
        }
        all
    }
}

/// What a reason counts: nothing if it is off, 5 if it is open, and more than any weight if it is marked.
fn counts(profile: &Profile, reason: Reason) -> u8 {
    let points = profile.weight_of(reason).map_or(Weight::UNSET_POINTS, Weight::points);
    match (profile.is_on(reason), is_marked(profile, reason)) {
        (_, true) => MARKED,
        (true, false) => points,
        (false, false) => 0,
    }
}

/// Whether a side of a reason that is on is a must-have or a deal-breaker.
fn is_marked(profile: &Profile, reason: Reason) -> bool {
    reason.faces().any(|face| profile[face].is_marked())
}

/// The id of the alternative that is better off where a claim counts more, or less; none if several are.
fn favored(comparison: &Comparison, claim: ClaimId, more: bool) -> Option<&str> {
    let own = comparison[claim].alternative;
    if more == (comparison[claim].polarity == Polarity::Pro) {
        return Some(&comparison[own].id);
    }
    let mut others = comparison.alternatives().filter(|(other, _)| *other != own);
    let other = others.next().map(|(_, other)| other.id.as_str());
    other.filter(|_| others.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weighed(comparison: &Comparison, weights: &[(usize, u8)]) -> Profile {
        let mut profile = Profile::new(comparison);
        for (claim, points) in weights {
            profile.set_weight(comparison, ClaimId(*claim), Weight::new(*points));
        }
        profile
    }

    fn told(after: &AfterSeeing) -> (u8, Vec<(&str, u8)>) {
        (after.changed, after.towards.iter().map(|(id, count)| (id.as_str(), *count)).collect())
    }

    #[test]
    fn weights_that_were_set_and_differ_count_once_each() {
        let comparison = Comparison::from_ron(crate::JEWELRY).unwrap();
        let then = weighed(&comparison, &[(0, 5), (1, 5), (2, 5), (5, 5)]);
        // Two pros of the first are heavier, one is lighter, and one is weighed that was open.
        let mut now = weighed(&comparison, &[(0, 9), (1, 6), (2, 1), (3, 9), (5, 5)]);
        let after = AfterSeeing::default().and(&then, &now, &comparison);
        assert_eq!(told(&after), (3, vec![("handmade", 2), ("mass-produced", 1)]));
        // A con that is switched off counts no more.
        now[ClaimId(6)].on = false;
        assert_eq!(after.and(&then, &then, &comparison), after);
        let paired = now.reasons(&comparison).of(ClaimId(5));
        for face in paired.faces() {
            now[face].on = false;
        }
        let after = after.and(&then, &now, &comparison);
        assert_eq!(told(&after), (7, vec![("handmade", 5), ("mass-produced", 2)]));
    }

    #[test]
    fn what_only_hurts_one_of_three_favors_none() {
        let text = "Comparison(title: \"t\", alternatives: [(name: \"a\", pros: [\"p\"], cons: [\"c\"]), (name: \"b\"), (name: \"c\")])";
        let comparison = Comparison::from_ron(text).unwrap();
        let then = weighed(&comparison, &[(0, 5), (1, 5)]);
        let worse = weighed(&comparison, &[(0, 4), (1, 6)]);
        assert_eq!(told(&AfterSeeing::default().and(&then, &worse, &comparison)), (2, vec![]));
        let better = weighed(&comparison, &[(0, 6), (1, 4)]);
        assert_eq!(told(&AfterSeeing::default().and(&then, &better, &comparison)), (2, vec![("a", 2)]));
    }
}
