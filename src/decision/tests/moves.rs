//! The weights that make another alternative lead, against exhaustive search.

use proptest::prelude::*;

use super::case::{Case, case, every};
use crate::comparison::{AlternativeId, ClaimId};
use crate::decision::{Freedom, least_moves};
use crate::weight::Weight;

/// The fewest points moved by weights of these ranges that make an alternative lead.
fn fewest(case: &Case, alternative: AlternativeId, ranges: &[Vec<i64>]) -> Option<i64> {
    let (rules, now) = (case.rules(), case.points());
    let mut fewest = None;
    every(ranges, &mut |weights| {
        if rules.leader(weights) == Some(alternative) {
            let moved: i64 = weights.iter().zip(&now).map(|(a, b)| (a - b).abs()).sum();
            fewest = Some(fewest.map_or(moved, |fewest: i64| fewest.min(moved)));
        }
    });
    fewest
}

/// The points moved by some moves, if they make an alternative lead and move each reason once.
fn points(case: &Case, alternative: AlternativeId, moves: &[(ClaimId, Weight)]) -> Option<i64> {
    let (mut weights, now, reasons) = (case.points(), case.points(), case.reasons());
    for (reason, weight) in moves {
        let place = reasons.iter().position(|faces| faces[0] == *reason)?;
        assert!(weights[place] == now[place] && i64::from(weight.points()) != now[place]);
        weights[place] = weight.points().into();
    }
    assert!(moves.is_sorted_by_key(|(reason, weight)| {
        let place = reasons.iter().position(|faces| faces[0] == *reason);
        -place.map_or(0, |place| (i64::from(weight.points()) - now[place]).abs())
    }));
    let leads = case.rules().leader(&weights) == Some(alternative);
    leads.then(|| weights.iter().zip(&now).map(|(a, b)| (a - b).abs()).sum())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_least_moves_are_the_fewest_points_and_make_it_lead(case in case(4, 5)) {
        let now = case.points();
        let both = vec![(0..=10).collect(); now.len()];
        let up: Vec<Vec<i64>> = now.iter().map(|points| (*points..=10).collect()).collect();
        for alternative in case.alternatives() {
            for (moves, ranges) in [
                (least_moves(&case.comparison, &case.profile, alternative, Freedom::Both), &both),
                (least_moves(&case.comparison, &case.profile, alternative, Freedom::Up), &up),
            ] {
                let expected = fewest(&case, alternative, ranges);
                let found = moves.as_ref().map(|moves| points(&case, alternative, moves));
                prop_assert_eq!(found, expected.map(Some), "{:?} {:?}", alternative, moves);
            }
            let is_up = |(reason, weight): &(ClaimId, Weight)| {
                let now = case.profile.weight(&case.comparison, *reason);
                weight.points() > now.map_or(Weight::UNSET_POINTS, Weight::points)
            };
            let up = least_moves(&case.comparison, &case.profile, alternative, Freedom::Up);
            prop_assert!(up.iter().flatten().all(is_up));
        }
    }
}
