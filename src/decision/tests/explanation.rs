//! Why, what would change it and what to think about next, against exhaustive search.

use proptest::prelude::*;

use super::case::{Case, acceptable, case, every, interval, nets, strict_leader};
use super::jewelry;
use crate::comparison::Polarity;
use crate::decision::{Assessment, assess, lead_histogram};
use crate::profile::{Counting, Profile};
use crate::weight::Weight;

fn assessed(case: &Case) -> Assessment {
    assess(&case.comparison, &case.profile)
}

/// The point values of all weights.
fn points(case: &Case) -> Vec<i64> {
    case.profile.stances.iter().map(|stance| stance.points().into()).collect()
}

fn active(case: &Case) -> Vec<usize> {
    (0..case.comparison.claims.len()).filter(|i| case.profile.stances[*i].on).collect()
}

/// Whether another alternative than the leader leads at these weights.
fn tipped(case: &Case, assessment: &Assessment, weights: &[i64]) -> bool {
    let now = strict_leader(&nets(case, weights), &acceptable(assessment));
    now.is_some() && now != assessment.leader
}

/// Whether a claim helps `alternative` by rising.
fn helps(case: &Case, claim: usize, alternative: usize) -> bool {
    let claim = &case.comparison.claims[claim];
    (claim.alternative == alternative) == (claim.polarity == Polarity::Pro)
}

/// All weights of `moved` as far as they can go in favor of `alternative`.
fn pushed(case: &Case, moved: impl Fn(usize) -> bool, alternative: usize, by: i64) -> Vec<i64> {
    let towards = |i: usize, weight: i64| {
        let by = if helps(case, i, alternative) { by } else { -by };
        if moved(i) { (weight + by).clamp(0, 10) } else { weight }
    };
    points(case).into_iter().enumerate().map(|(i, weight)| towards(i, weight)).collect()
}

fn fewest_claims(case: &Case, assessment: &Assessment) -> Option<usize> {
    let active = active(case);
    (0..1_u32 << active.len())
        .filter(|set| {
            let moved = |i: usize| active.iter().position(|a| *a == i).is_some_and(|bit| set >> bit & 1 == 1);
            (0..case.comparison.alternatives.len())
                .any(|rival| tipped(case, assessment, &pushed(case, moved, rival, 10)))
        })
        .map(|set| set.count_ones() as usize)
        .min()
}

fn fewest_points(case: &Case, assessment: &Assessment) -> Option<i64> {
    let now = points(case);
    let all: Vec<Vec<i64>> = (0..now.len())
        .map(|i| if case.profile.stances[i].on { (0..=10).collect() } else { vec![now[i]] })
        .collect();
    let mut fewest: Option<i64> = None;
    every(&all, &mut |weights| {
        let moved = weights.iter().zip(&now).map(|(a, b)| (a - b).abs()).sum();
        if fewest.is_none_or(|fewest| moved < fewest) && tipped(case, assessment, weights) {
            fewest = Some(moved);
        }
    });
    fewest
}

/// The leader still leads, however the weights move by up to `by`.
fn survives(case: &Case, assessment: &Assessment, by: i64) -> bool {
    let corners: Vec<Vec<i64>> =
        points(case).into_iter().map(|weight| vec![(weight - by).max(0), (weight + by).min(10)]).collect();
    let mut survives = true;
    every(&corners, &mut |weights| {
        survives &= strict_leader(&nets(case, weights), &acceptable(assessment)) == assessment.leader;
    });
    survives
}

fn enough(case: &Case, leader: usize, runner_up: usize) -> usize {
    let value = |i: usize| nets_of(case, i).abs();
    let involved: Vec<usize> = active(case)
        .into_iter()
        .filter(|i| [leader, runner_up].contains(&case.comparison.claims[*i].alternative))
        .collect();
    let (supporters, opponents): (Vec<usize>, Vec<usize>) =
        involved.into_iter().partition(|i| helps(case, *i, leader));
    let against: i64 = opponents.iter().map(|i| value(*i)).sum();
    (0..1_u32 << supporters.len())
        .filter(|set| {
            let chosen = supporters.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1);
            chosen.map(|(_, i)| value(*i)).sum::<i64>() > against
        })
        .map(|set| set.count_ones() as usize)
        .min()
        .expect("the leader leads")
}

/// What one claim adds to the net score of its alternative, times 27720.
fn nets_of(case: &Case, claim: usize) -> i64 {
    let alternative = case.comparison.claims[claim].alternative;
    let mut without = points(case);
    let with = nets(case, &without)[alternative];
    without[claim] = 0;
    with - nets(case, &without)[alternative]
}

fn influence(case: &Case, assessment: &Assessment, leader: usize, claim: usize) -> f64 {
    let intervals: Vec<Vec<i64>> = (0..case.comparison.claims.len()).map(|i| interval(case, i)).collect();
    let chances: Vec<f64> = intervals[claim]
        .iter()
        .map(|weight| {
            let mut fixed = intervals.clone();
            fixed[claim] = vec![*weight];
            let (mut wins, mut all) = (0.0, 0.0);
            every(&fixed, &mut |weights| {
                all += 1.0;
                if strict_leader(&nets(case, weights), &acceptable(assessment)) == Some(leader) {
                    wins += 1.0;
                }
            });
            wins / all
        })
        .collect();
    chances.iter().copied().fold(0.0, f64::max) - chances.iter().copied().fold(1.0, f64::min)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tips_are_the_nearest_weights_that_tip(case in case(4, 7)) {
        let assessment = assessed(&case);
        prop_assume!(assessment.leader.is_some());
        let now = points(&case);
        for claim in 0..now.len() {
            let tips = |weight: &i64| {
                let mut weights = now.clone();
                weights[claim] = *weight;
                case.profile.stances[claim].on && tipped(&case, &assessment, &weights)
            };
            let nearest = (0..=10).filter(tips).min_by_key(|weight| (weight - now[claim]).abs());
            prop_assert_eq!(assessment.bearings[claim].tips_at.map(i64::from), nearest);
            let mut off = case.profile.clone();
            off.stances[claim].on = false;
            let without = assess(&case.comparison, &off).leader;
            let tips = case.profile.stances[claim].on && without.is_some() && without != assessment.leader;
            prop_assert_eq!(assessment.bearings[claim].tips_if_off, tips);
        }
    }

    #[test]
    fn fewest_claims_equal_exhaustive_search(case in case(4, 7)) {
        let assessment = assessed(&case);
        prop_assume!(assessment.leader.is_some());
        let found = assessment.change.fewest_claims.as_ref().map(Vec::len);
        prop_assert_eq!(found, fewest_claims(&case, &assessment));
        if let Some(claims) = &assessment.change.fewest_claims {
            let moved = |i: usize| claims.contains(&i);
            prop_assert!((0..case.comparison.alternatives.len())
                .any(|rival| tipped(&case, &assessment, &pushed(&case, moved, rival, 10))));
        }
    }

    #[test]
    fn wobble_equals_exhaustive_search(case in case(4, 7)) {
        let assessment = assessed(&case);
        prop_assume!(assessment.leader.is_some());
        let most = (0..=10).rev().find(|by| survives(&case, &assessment, *by));
        prop_assert_eq!(assessment.change.wobble.map(i64::from), most);
    }

    #[test]
    fn enough_reasons_equal_exhaustive_search(case in case(4, 7)) {
        let assessment = assessed(&case);
        if let (Some(leader), Some(runner_up)) = (assessment.leader, assessment.why.runner_up) {
            prop_assert_eq!(assessment.why.enough.len(), enough(&case, leader, runner_up));
            let value = |i: &usize| nets_of(&case, *i).abs();
            let case_weight: Vec<i64> = assessment.why.case_for_runner_up.iter().map(value).collect();
            prop_assert!(case_weight.is_sorted_by(|a, b| a >= b));
        }
    }

    #[test]
    fn influence_equals_enumeration(case in case(4, 4)) {
        let assessment = assessed(&case);
        prop_assume!(assessment.leader.is_some());
        let leader = assessment.leader.unwrap();
        for claim in active(&case) {
            let expected = influence(&case, &assessment, leader, claim);
            let found = assessment.bearings[claim].influence;
            prop_assert!((found - expected).abs() < 1e-12, "{} {}", found, expected);
        }
        let most = assessment.bearings.iter().map(|bearing| bearing.influence).fold(0.0, f64::max);
        prop_assert_eq!(assessment.think_next.is_some(), most > 0.0);
    }

    #[test]
    fn a_deciding_claim_tips_inside_its_interval(case in case(4, 7)) {
        let assessment = assessed(&case);
        prop_assume!(assessment.leader.is_some());
        let decides = active(&case).into_iter().any(|claim| {
            interval(&case, claim).into_iter().any(|weight| {
                let mut weights = points(&case);
                weights[claim] = weight;
                tipped(&case, &assessment, &weights)
            })
        });
        prop_assert_eq!(assessment.one_claim_decides, decides);
    }

    #[test]
    fn it_is_settled_if_no_unset_weights_make_another_lead(case in case(4, 5)) {
        let assessment = assessed(&case);
        prop_assume!(assessment.leader.is_some());
        let open: Vec<Vec<i64>> = points(&case).iter().zip(&case.profile.stances)
            .map(|(now, stance)| if stance.weight.is_none() { vec![0, *now, 10] } else { vec![*now] })
            .collect();
        let mut settled = true;
        every(&open, &mut |weights| settled &= !tipped(&case, &assessment, weights));
        prop_assert_eq!(assessment.settled, settled);
    }

    #[test]
    fn equal_weights_and_the_other_counting_are_as_if_set(case in case(4, 7)) {
        let assessment = assessed(&case);
        let mut equal = case.profile.clone();
        equal.stances.iter_mut().for_each(|stance| stance.weight = Weight::new(3));
        prop_assert_eq!(assessment.equal_weights_leader, assess(&case.comparison, &equal).leader);
        let mut other = case.profile.clone();
        other.counting = match other.counting {
            Counting::EveryClaim => Counting::OncePerCriterion,
            Counting::OncePerCriterion => Counting::EveryClaim,
        };
        prop_assert_eq!(assessment.other_counting_leader, assess(&case.comparison, &other).leader);
    }

    #[test]
    fn the_lead_is_above_zero_with_the_chance_of_the_leader(case in case(4, 12), bins in 2_usize..40) {
        let assessment = assessed(&case);
        let histogram = lead_histogram(&case.comparison, &case.profile, bins);
        prop_assert_eq!(histogram.is_some(), assessment.why.runner_up.is_some());
        if let (Some(histogram), Some(leader)) = (histogram, assessment.leader) {
            prop_assert!(histogram.bins.len() <= bins + 1);
            let ahead: f64 = histogram.bins.iter().filter(|bin| bin.above >= 0.0).map(|bin| bin.probability).sum();
            // The histogram leaves out at most a thousandth on each side.
            prop_assert!((ahead - assessment.standings[leader].chance).abs() < 1.1e-3);
            prop_assert!(histogram.bins.windows(2).all(|pair| (pair[0].up_to - pair[1].above).abs() < 1e-9));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fewest_points_equal_exhaustive_search(case in case(4, 5)) {
        let assessment = assessed(&case);
        prop_assume!(assessment.leader.is_some());
        let found = assessment.change.fewest_points.map(|points| i64::try_from(points).unwrap());
        prop_assert_eq!(found, fewest_points(&case, &assessment));
    }
}

#[test]
fn the_presets_explain_themselves() {
    let comparison = jewelry();
    let profile = Profile::from_preset(&comparison, comparison.preset("one-of-a-kind").unwrap());
    let assessment = assess(&comparison, &profile);
    assert_eq!(assessment.why.runner_up, Some(1));
    let ids = |claims: &[usize]| -> Vec<String> { claims.iter().map(|i| comparison.claim_id(*i)).collect() };
    assert_eq!(
        ids(&assessment.why.enough),
        ["handmade/uniqueness", "mass-produced/lack-of-uniqueness", "handmade/personal-connection"]
    );
    assert!(!assessment.one_claim_decides);
}
