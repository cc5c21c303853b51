//! What was changed once the answer had been seen, which may be a sign of wishing for one.

use std::collections::BTreeMap;

use super::Profile;
use crate::comparison::{ClaimId, Comparison, Polarity, Reason};
use crate::weight::Weight;

/// How many weights a person changed after the answer to a blind weighing was first seen, and in whose favor.
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
            let (Some(was), Some(is)) = (counts(then, reason, comparison), counts(now, reason, comparison))
            else {
                continue;
            };
            if was == is {
                continue;
            }
            all.changed = all.changed.saturating_add(1);
            if let Some(favored) = favored(comparison, reason.first, is > was) {
                let count = all.towards.entry(favored.to_owned()).or_default();
                *count = count.saturating_add(1);
            }
        }
        all
    }
}

/// What a reason counts, if it ever had a weight or is off: nothing is changed by what is said for the first time.
fn counts(profile: &Profile, reason: Reason, comparison: &Comparison) -> Option<u8> {
    let is_on = reason.faces().any(|face| profile[face].on);
    let weight = profile.weight(comparison, reason.first).map(Weight::points);
    if is_on { weight } else { weight.map(|_| 0) }
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
