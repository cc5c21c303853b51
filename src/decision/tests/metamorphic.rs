//! What must stay the same when a comparison is told in another way.

use proptest::prelude::*;

use super::case::{Case, Short, case, comparison, shorts};
use crate::comparison::Polarity;
use crate::decision::{Assessment, assess};
use crate::profile::{Counting, Profile};

/// The same case with its claims in another order, which must keep each side of each alternative together.
fn reordered(case: &Case, alternatives: usize, order: &[usize], change: impl Fn(Short) -> Short) -> Case {
    let claims = shorts(&case.comparison);
    let comparison = comparison(alternatives, order.iter().map(|i| change(claims[*i])).collect());
    let stances = order.iter().map(|i| case.profile.stances[*i].clone()).collect();
    Case { comparison, profile: Profile { stances, ..case.profile.clone() } }
}

fn assessed(case: &Case) -> Assessment {
    assess(&case.comparison, &case.profile)
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-12
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, max_global_rejects: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_claims_changes_nothing(case in case(4, 10)) {
        // Where the faces of a reason disagree, the first counts: that alone depends on the order.
        prop_assume!(case.profile.conflicts(&case.comparison).is_empty());
        // Within each side of each alternative the claims stand the other way round.
        let order: Vec<usize> = case.comparison.alternatives.iter()
            .flat_map(|of| of.pros.clone().rev().chain(of.cons.clone().rev())).collect();
        let turned = reordered(&case, case.comparison.alternatives.len(), &order, |claim| claim);
        let (before, after) = (assessed(&case), assessed(&turned));
        prop_assert_eq!(before.leader, after.leader);
        prop_assert_eq!(before.fewest_points(), after.fewest_points());
        prop_assert_eq!(before.wobble, after.wobble);
        prop_assert_eq!(before.why.enough().len(), after.why.enough().len());
        prop_assert_eq!(before.why.balance().left.len(), after.why.balance().left.len());
        for (place, i) in order.iter().enumerate() {
            prop_assert_eq!(before.bearings[*i].tips_at, after.bearings[place].tips_at);
            prop_assert!(close(before.bearings[*i].influence, after.bearings[place].influence));
        }
        for (before, after) in before.standings.iter().zip(&after.standings) {
            prop_assert!(close(before.chance, after.chance));
        }
    }

    #[test]
    fn swapping_two_alternatives_swaps_what_is_said_of_them(case in case(2, 12)) {
        prop_assume!(case.profile.conflicts(&case.comparison).is_empty());
        let of_second = case.comparison.alternatives[1].claims();
        let order: Vec<usize> = of_second.clone().chain(0..of_second.start).collect();
        let swapped = reordered(&case, 2, &order, |(alternative, polarity, criterion)| {
            (1 - alternative, polarity, criterion)
        });
        let (before, after) = (assessed(&case), assessed(&swapped));
        for (one, other) in [(0, 1), (1, 0)] {
            prop_assert!(close(before.standings[one].chance, after.standings[other].chance));
            prop_assert!(close(before.standings[one].net, after.standings[other].net));
        }
        prop_assert_eq!(before.leader.map(|leader| 1 - leader), after.leader);
        // In a tie the first stands for the leader, which is then another.
        if before.leader.is_some() {
            prop_assert_eq!(before.fewest_points(), after.fewest_points());
        }
        prop_assert_eq!(before.lead.map(|lead| lead.negated().nine_in_ten()), after.lead.map(|lead| lead.nine_in_ten()));
    }

    #[test]
    fn one_face_off_leaves_the_lead_as_it_was(case in case(2, 8), claim in any::<prop::sample::Index>()) {
        let both_on = |i: &usize| {
            case.profile.stances[*i].on && case.mirror(*i).is_some_and(|mirror| case.profile.stances[mirror].on)
        };
        let faces: Vec<usize> = (0..case.comparison.claims.len()).filter(both_on).collect();
        prop_assume!(!faces.is_empty());
        let off = case.with(|profile| {
            profile.stances.iter_mut().for_each(|stance| stance.essential = false);
        });
        let off_face = off.with(|profile| profile.stances[faces[claim.index(faces.len())]].on = false);
        let (before, after) = (assessed(&off), assessed(&off_face));
        prop_assert_eq!((before.lead, before.ways, before.wobble), (after.lead, after.ways, after.wobble));
    }

    #[test]
    fn joining_and_parting_undo_each_other(case in case(3, 8)) {
        let counted = |counting| assessed(&case.with(|profile| profile.counting = counting));
        let other = match case.profile.counting {
            Counting::EachReasonOnce => Counting::EveryClaim,
            Counting::EveryClaim => Counting::EachReasonOnce,
        };
        let there = case.with(|profile| profile.counting = other);
        let back = there.with(|profile| profile.counting = case.profile.counting);
        prop_assert_eq!(&back.profile, &case.profile);
        prop_assert_eq!(assessed(&back), assessed(&case));
        // Where nothing is mirrored, both count alike.
        if (0..case.comparison.claims.len()).all(|i| case.comparison.mirror(i).is_none()) {
            prop_assert_eq!(counted(Counting::EachReasonOnce), counted(Counting::EveryClaim));
        }
    }

    #[test]
    fn one_that_is_ruled_out_changes_nothing_of_the_rest(case in case(5, 12), deal_breaker in any::<bool>()) {
        let last = case.comparison.alternatives.len() - 1;
        prop_assume!(last > 2);
        // It is ruled out by a con of its own, or by what others must have; its own must-haves rule out no other.
        let case = case.with(|profile| {
            let of = &case.comparison.alternatives[last];
            of.pros.clone().for_each(|i| profile.stances[i].essential = false);
            if let (true, Some(con)) = (deal_breaker, of.cons.clone().next()) {
                (profile.stances[con].on, profile.stances[con].essential) = (true, true);
            }
        });
        prop_assume!(!case.acceptable()[last]);
        let order: Vec<usize> = (0..case.comparison.alternatives[last].claims().start).collect();
        let fewer = reordered(&case, last, &order, |claim| claim);
        let (with, without) = (assessed(&case), assessed(&fewer));
        prop_assert_eq!(&with.standings[..last], without.standings.as_slice());
        prop_assert_eq!((with.leader, with.stands_in, with.likeliest), (without.leader, without.stands_in, without.likeliest));
        prop_assert_eq!(with.verdict, without.verdict);
        prop_assert!(close(with.tie, without.tie));
        prop_assert_eq!(&with.why, &without.why);
        prop_assert_eq!(&with.ways[..last], without.ways.as_slice());
        prop_assert_eq!((with.wobble, with.equal_weights_leader), (without.wobble, without.equal_weights_leader));
        for (with, without) in with.bearings.iter().zip(&without.bearings) {
            prop_assert_eq!((with.tips_at, with.influence), (without.tips_at, without.influence));
        }
    }

    #[test]
    fn raising_a_pro_never_lowers_its_net_score(case in case(4, 12), claim in any::<prop::sample::Index>()) {
        prop_assume!(!case.comparison.claims.is_empty());
        let claim = claim.index(case.comparison.claims.len());
        let of = &case.comparison.claims[claim];
        let weighed = |points| {
            let weight = crate::weight::Weight::new(points);
            let case = case.with(|profile| profile.set_weight(&case.comparison, claim, weight));
            assessed(&case).standings[of.alternative].net
        };
        for points in 0..10 {
            match of.polarity {
                Polarity::Pro => prop_assert!(weighed(points) <= weighed(points + 1)),
                Polarity::Con => prop_assert!(weighed(points) >= weighed(points + 1)),
            }
        }
    }
}
