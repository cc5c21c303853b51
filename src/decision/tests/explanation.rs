//! Why, what would change it and what to think about next, against exhaustive search.

use proptest::prelude::*;

use super::case::{Case, Rules, case, every};
use crate::comparison::{AlternativeId, ClaimId, Polarity};
use crate::decision::{Assessment, GiveUp, Speaker, assess};
use crate::weight::Weight;

fn assessed(case: &Case) -> Assessment {
    assess(&case.comparison, &case.profile)
}

/// The same case with these claims essential.
fn marked(case: &Case, essential: &[bool]) -> Case {
    case.with(|profile| {
        let stances = profile.stances_mut().zip(essential);
        stances.for_each(|((_, stance), essential)| stance.essential = *essential);
    })
}

/// Whether raising the weight of a reason with these faces helps `alternative`.
fn helps(case: &Case, faces: &[ClaimId], alternative: AlternativeId) -> bool {
    let claim = &case.comparison[faces[0]];
    (claim.alternative == alternative) == (claim.polarity == Polarity::Pro)
}

/// Whether another alternative than the favorite leads at these weights.
fn turned(rules: &Rules, favorite: AlternativeId, weights: &[i64]) -> bool {
    rules.leader(weights).is_some_and(|leader| leader != favorite)
}

/// The fewest reasons that, moved within 0 to 10, make an alternative lead.
fn fewest_reasons(case: &Case, alternative: AlternativeId) -> Option<usize> {
    let (rules, reasons, points) = (case.rules(), case.reasons(), case.points());
    (0..1_u32 << reasons.len())
        .filter(|set| {
            let weights: Vec<i64> = reasons
                .iter()
                .zip(&points)
                .enumerate()
                .map(|(i, (faces, points))| match set >> i & 1 {
                    0 => *points,
                    _ if helps(case, faces, alternative) => 10,
                    _ => 0,
                })
                .collect();
            rules.leader(&weights) == Some(alternative)
        })
        .map(|set| set.count_ones() as usize)
        .min()
}

/// Whether `leader` leads strictly over every rival at every choice of these weights.
fn always_leads(case: &Case, leader: AlternativeId, ranges: &[Vec<i64>]) -> bool {
    let (rules, mut always) = (case.rules(), true);
    every(ranges, &mut |weights| always &= rules.leader(weights) == Some(leader));
    always
}

/// What the reasons beside a leader and a runner-up weigh: those for the leader positive, by the first face.
fn weighed(case: &Case, leader: AlternativeId, runner_up: AlternativeId) -> Vec<(ClaimId, i64)> {
    let beside = |faces: &[ClaimId]| {
        faces.iter().any(|claim| [leader, runner_up].contains(&case.comparison[*claim].alternative))
    };
    case.reasons()
        .iter()
        .zip(case.points())
        .filter(|(faces, points)| *points > 0 && beside(faces))
        .map(|(faces, points)| (faces[0], if helps(case, faces, leader) { points } else { -points }))
        .collect()
}

/// The smallest number of supporters that outweigh all opponents.
fn enough(weighed: &[(ClaimId, i64)]) -> Option<usize> {
    let against: i64 = weighed.iter().map(|(_, value)| value.min(&0).abs()).sum();
    let supporters: Vec<i64> = weighed.iter().map(|(_, value)| *value).filter(|value| *value > 0).collect();
    (0..1_u32 << supporters.len())
        .filter(|set| {
            let chosen = supporters.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1);
            chosen.map(|(_, value)| value).sum::<i64>() > against
        })
        .map(|set| set.count_ones() as usize)
        .min()
}

/// The best way to strike out as much on one side as on the other, and nothing that is `spared`: what is left.
fn left(weighed: &[(ClaimId, i64)], spared: &[Speaker]) -> Vec<ClaimId> {
    let is_spared = |reason: ClaimId| spared.iter().any(|speaker| speaker.reason == reason);
    (0..1_u32 << weighed.len())
        .filter_map(|set| {
            let (struck, left): (Vec<_>, Vec<_>) =
                weighed.iter().enumerate().partition(|(bit, _)| set >> bit & 1 == 1);
            let sum: i64 = struck.iter().map(|(_, (_, value))| value).sum();
            let points: i64 = struck.iter().map(|(_, (_, value))| value.abs()).sum();
            let left: Vec<ClaimId> = left.into_iter().map(|(_, (reason, _))| *reason).collect();
            (sum == 0 && !struck.iter().any(|(_, (reason, _))| is_spared(*reason))).then_some((
                left.len(),
                -points,
                left,
            ))
        })
        .min()
        .map(|(_, _, left)| left)
        .unwrap_or_default()
}

/// The largest influence that the weight of one reason can have, by trying all of them.
fn influence(case: &Case, favorite: AlternativeId, reason: usize) -> f64 {
    let ranges = case.ranges(case.band());
    let chances: Vec<f64> = ranges[reason]
        .iter()
        .map(|weight| {
            let mut fixed = ranges.clone();
            fixed[reason] = vec![*weight];
            case.chances(&fixed)[favorite.0]
        })
        .collect();
    chances.iter().copied().fold(0.0, f64::max) - chances.iter().copied().fold(1.0, f64::min)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tips_are_the_nearest_weights_that_turn_it(case in case(4, 8)) {
        let assessment = assessed(&case);
        let Some(favorite) = assessment.favorite() else { return Ok(()) };
        let (rules, now) = (case.rules(), case.points());
        for (reason, faces) in case.reasons().iter().enumerate() {
            let tips = |weight: &i64| {
                let mut weights = now.clone();
                weights[reason] = *weight;
                turned(&rules, favorite, &weights)
            };
            let nearest = (0..=10).filter(tips).min_by_key(|weight| (weight - now[reason]).abs());
            for claim in faces {
                prop_assert_eq!(assessment[*claim].tips_at.map(i64::from), nearest);
            }
        }
    }

    #[test]
    fn switching_off_tips_if_another_then_leads(
        case in case(4, 8),
        essential in prop::collection::vec(prop::bool::weighted(0.3), 8),
    ) {
        for case in [case.clone(), marked(&case, &essential)] {
            let assessment = assessed(&case);
            for claim in case.claims() {
                let on = case.profile[claim].on;
                let without = case.with(|profile| profile[claim].on = false).leader();
                let tips = on && without.is_some() && without != assessment.favorite();
                prop_assert_eq!(assessment[claim].tips_if_off, tips);
            }
        }
    }

    #[test]
    fn fewest_reasons_equal_exhaustive_search(case in case(4, 8)) {
        let assessment = assessed(&case);
        for alternative in case.alternatives() {
            let way = assessment.way_to(alternative);
            let fewest = fewest_reasons(&case, alternative);
            prop_assert_eq!(way.map(|way| way.reasons.len()), fewest);
            // The reasons that are named do it.
            if let Some(way) = way {
                let (reasons, points) = (case.reasons(), case.points());
                let moved = reasons.iter().zip(points).map(|(faces, points)| {
                    match (way.reasons.contains(&faces[0]), helps(&case, faces, alternative)) {
                        (false, _) => points,
                        (true, helps) => if helps { 10 } else { 0 },
                    }
                });
                prop_assert_eq!(case.rules().leader(&moved.collect::<Vec<_>>()), Some(alternative));
            }
        }
        let others = case.alternatives().filter(|alternative| Some(*alternative) != assessment.favorite());
        let fewest = others.filter_map(|alternative| fewest_reasons(&case, alternative)).min();
        prop_assert_eq!(assessment.fewest_reasons().map(<[ClaimId]>::len), fewest);
    }

    #[test]
    fn wobble_equals_exhaustive_search(case in case(4, 7)) {
        let assessment = assessed(&case);
        let Some(favorite) = assessment.favorite() else { return Ok(()) };
        // The sums are linear, so the ends of the ranges decide.
        let ends = |range: &Vec<i64>| vec![range[0], range[range.len() - 1]];
        let corners = |off: i64| -> Vec<Vec<i64>> { case.ranges(off).iter().map(ends).collect() };
        let most = (0..=10).rev().find(|off| always_leads(&case, favorite, &corners(*off)));
        prop_assert_eq!(assessment.wobble.map(i64::from), most);
        prop_assert_eq!(assessment.is_settled(), always_leads(&case, favorite, &corners(0)));
        if most.is_some_and(|most| most >= case.band()) {
            prop_assert!((assessment[favorite].chance - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn what_is_enough_and_what_is_left_equal_exhaustive_search(case in case(4, 8)) {
        let assessment = assessed(&case);
        let why = &assessment.why;
        if let (Some(favorite), Some(runner_up)) = (assessment.favorite(), why.runner_up) {
            let weighed = weighed(&case, favorite, runner_up);
            prop_assert_eq!(why.enough().len(), enough(&weighed).unwrap_or(0));
            let signed = why.supporters.iter().map(|s| (s.reason, s.points))
                .chain(why.opponents.iter().map(|s| (s.reason, -s.points)));
            let mut signed: Vec<(ClaimId, i64)> = signed.collect();
            signed.sort_unstable();
            prop_assert_eq!(&signed, &weighed);
            prop_assert!(why.supporters.is_sorted_by_key(|s| (-s.points, s.reason)));
            prop_assert!(why.opponents.is_sorted_by_key(|s| (-s.points, s.reason)));
            for heaviest in 0..=why.supporters.len() {
                let balance = why.balance(heaviest);
                prop_assert_eq!(&balance.left, &left(&weighed, &why.supporters[..heaviest]));
                let struck = weighed.iter().map(|(reason, _)| *reason).filter(|i| !balance.left.contains(i));
                prop_assert_eq!(balance.struck_out, struck.collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn influence_equals_enumeration(case in case(4, 4)) {
        let assessment = assessed(&case);
        let Some(favorite) = assessment.favorite() else { return Ok(()) };
        for (reason, faces) in case.reasons().iter().enumerate() {
            let expected = influence(&case, favorite, reason);
            for claim in faces {
                let found = assessment[*claim].influence;
                prop_assert!((found - expected).abs() < 1e-12, "{} {}", found, expected);
                prop_assert!(found == 0.0 || found > 1e-12);
            }
        }
    }

    #[test]
    fn a_deciding_reason_turns_it_inside_its_range(case in case(4, 8)) {
        let assessment = assessed(&case);
        let Some(favorite) = assessment.favorite() else { return Ok(()) };
        let rules = case.rules();
        let decides = case.ranges(case.band()).iter().enumerate().any(|(reason, range)| {
            range.iter().any(|weight| {
                let mut weights = case.points();
                weights[reason] = *weight;
                turned(&rules, favorite, &weights)
            })
        });
        prop_assert_eq!(assessment.one_reason_decides, decides);
    }

    #[test]
    fn equal_weights_are_as_if_set(case in case(4, 8)) {
        let equal = case.with(|profile| {
            profile.stances_mut().for_each(|(_, stance)| stance.weight = Weight::new(3));
        });
        prop_assert_eq!(assessed(&case).equal_weights_leader, equal.leader());
    }

    #[test]
    fn giving_up_the_fewest_marks_makes_one_acceptable(
        case in case(4, 8),
        essential in prop::collection::vec(any::<bool>(), 8),
    ) {
        let case = marked(&case, &essential);
        let marked = case.profile.stances().filter(|(_, stance)| stance.on && stance.essential);
        let marks: Vec<ClaimId> = marked.map(|(claim, _)| claim).collect();
        let lifts = |given_up: &[ClaimId]| {
            let rest = case.with(|profile| given_up.iter().for_each(|claim| profile[*claim].essential = false));
            rest.acceptable().contains(&true)
        };
        let sets: Vec<Vec<ClaimId>> = (0..1_u32 << marks.len())
            .map(|set| marks.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1).map(|(_, claim)| *claim).collect())
            .filter(|set: &Vec<ClaimId>| lifts(set)).collect();
        let fewest = sets.iter().map(Vec::len).min();
        match assessed(&case).give_up {
            None => prop_assert_eq!(fewest, Some(0)),
            Some(GiveUp::AnyOf(any)) => {
                let singles: Vec<ClaimId> = sets.iter().filter(|set| set.len() == 1).map(|set| set[0]).collect();
                prop_assert_eq!(fewest, Some(1));
                prop_assert_eq!(any, singles);
            }
            Some(GiveUp::AllOf(all)) => {
                prop_assert!(fewest > Some(1));
                prop_assert_eq!(Some(all.len()), fewest);
                prop_assert!(lifts(&all));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fewest_points_equal_exhaustive_search(case in case(4, 5)) {
        let assessment = assessed(&case);
        let points = |alternative| assessment.way_to(alternative).map(|way| way.points);
        let found: Vec<Option<i64>> = case.alternatives().map(points).collect();
        let expected = case.fewest_points();
        prop_assert_eq!(&found, &expected);
        let others = case.alternatives().filter(|alternative| Some(*alternative) != assessment.favorite());
        prop_assert_eq!(assessment.fewest_points(), others.filter_map(|other| expected[other.0]).min());
    }
}
