//! The smallest concession against exhaustive search, and what divides two people against their own sums.

use proptest::prelude::*;

use super::*;
use crate::decision::tests::case::{Case, case};

/// Two to four people with weights of their own for one small comparison of two or three alternatives.
fn people() -> impl Strategy<Value = Vec<Case>> {
    (2..=4_usize, case(3, 5)).prop_flat_map(|(count, first)| {
        let claims = first.comparison.claims().len();
        let stance =
            (prop::bool::weighted(0.85), prop::option::weighted(0.7, 0..=10_u8), prop::bool::weighted(0.05));
        let profile = (prop::collection::vec(stance, claims), prop::bool::weighted(0.2));
        prop::collection::vec(profile, count).prop_map(move |profiles| {
            let case = |(stances, parted): (Vec<(bool, Option<u8>, bool)>, bool)| {
                first.with(|profile| {
                    for ((_, own), (on, weight, essential)) in profile.stances_mut().zip(stances) {
                        (own.on, own.essential) = (on, essential);
                        own.weight = weight.and_then(crate::weight::Weight::new);
                    }
                    profile.counting = if parted { Counting::EveryClaim } else { Counting::EachReasonOnce };
                })
            };
            profiles.into_iter().map(case).collect()
        })
    })
}

fn persons(cases: &[Case]) -> Vec<Person> {
    let person =
        |(i, case): (usize, &Case)| Person::new(&case.comparison, format!("p{i}"), case.profile.clone());
    cases.iter().enumerate().map(person).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_smallest_concession_equals_exhaustive_search(cases in people()) {
        let people = persons(&cases);
        let together = Together { comparison: &cases[0].comparison, people: people.iter().collect() };
        let fewest: Vec<Vec<Option<i64>>> = cases.iter().map(Case::fewest_points).collect();
        let mut prices = Vec::new();
        for alternative in cases[0].alternatives() {
            let mut asked = Vec::new();
            for ((person, case), fewest) in people.iter().zip(&cases).zip(&fewest) {
                let asks = together.asks(alternative, person);
                let is_ruled_out = !case.ruled_out_by(alternative).is_empty();
                prop_assert_eq!(asks == Asks::ItsMarks, is_ruled_out);
                match (asks, fewest[alternative.0]) {
                    (Asks::ItsMarks | Asks::TooMuch, points) => {
                        prop_assert_eq!(points, None);
                        asked.push(None);
                    }
                    (Asks::Points(points), expected) => {
                        prop_assert_eq!(Some(points), expected);
                        asked.push(expected);
                    }
                    (Asks::Nothing, _) => {
                        prop_assert!(!person.is_decided());
                        asked.push(Some(0));
                    }
                }
            }
            let all: Option<Vec<i64>> = asked.into_iter().collect();
            prices.extend(all.map(|all| (all.iter().copied().max(), all.iter().sum::<i64>(), alternative)));
        }
        prop_assert_eq!(together.least(), prices.into_iter().min().map(|(.., alternative)| alternative));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_parts_of_what_divides_two_sum_up_to_it(cases in people()) {
        let people = persons(&cases);
        let together = Together { comparison: &cases[0].comparison, people: people.iter().collect() };
        let agreed = together.agreed();
        for one in 0..people.len() {
            for other in 0..people.len() {
                let Divide { alternatives, leads, parts, elsewhere } = together.divide(one, other);
                prop_assert!(alternatives[0] != alternatives[1]);
                let sum: f64 = parts.iter().map(|part| part.points).sum();
                // Halves are exact.
                prop_assert_eq!(doubled(sum), doubled(leads[0] - leads[1]));
                let marked = |part: &Part| people.iter().any(|person| {
                    part.reason.faces().any(|face| person.profile[face].on && person.profile[face].essential)
                });
                prop_assert!(parts.is_sorted_by_key(|part| (!marked(part), -doubled(part.points.abs()))));
                prop_assert_eq!(
                    parts.len() + elsewhere.len() + agreed.len(),
                    together.reasons().iter().count()
                );
                prop_assert!(one != other || parts.iter().all(|part| doubled(part.points) == 0));
                // The same seen from the other side, where that is about the same alternatives.
                let back = together.divide(other, one);
                if cases[0].comparison.alternatives().len() == 2 {
                    let turned = if back.alternatives == alternatives { -1.0 } else { 1.0 };
                    prop_assert_eq!(doubled(back.leads[0] - back.leads[1]), doubled(turned * sum));
                }
            }
            let apart = |[one, other]: [usize; 2]| {
                let divide = together.divide(one, other);
                (divide.leads[0] - divide.leads[1]).abs()
            };
            let decided = |place: &usize| people[*place].is_decided();
            let others = || (0..people.len()).filter(|other| *other != one && decided(other));
            let Some(farthest) = together.farthest_from(one) else {
                prop_assert!(!decided(&one) || others().next().is_none());
                continue;
            };
            prop_assert!(farthest != one && decided(&farthest) && decided(&one));
            prop_assert!(others().all(|other| apart([one, other]) <= apart([one, farthest])));
            prop_assert!(apart([one, farthest]) <= apart(together.farthest().unwrap()));
        }
    }
}
