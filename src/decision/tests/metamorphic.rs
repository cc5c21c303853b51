//! What must stay the same when a comparison is told in another way.

use proptest::prelude::*;

use super::case::{Case, Short, case, comparison, shorts};
use crate::comparison::{AlternativeId, ClaimId, Polarity};
use crate::decision::{Assessment, Distribution, assess};
use crate::profile::{Counting, Profile};

/// The same case with its claims in another order, which must keep each side of each alternative together.
fn reordered(case: &Case, alternatives: usize, order: &[ClaimId], change: impl Fn(Short) -> Short) -> Case {
    let claims = shorts(&case.comparison);
    let claims: Vec<Short> = order.iter().map(|claim| change(claims[claim.0])).collect();
    let comparison = comparison(alternatives, &claims);
    let mut profile = Profile::new(&comparison);
    (profile.band, profile.counting) = (case.profile.band, case.profile.counting);
    for ((_, stance), claim) in profile.stances_mut().zip(order) {
        *stance = case.profile[*claim].clone();
    }
    Case { comparison, profile }
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
        let sides = case.comparison.alternatives()
            .flat_map(|(_, of)| [of.pros().collect::<Vec<_>>(), of.cons().collect()]);
        let order: Vec<ClaimId> = sides.flat_map(|side| side.into_iter().rev()).collect();
        let turned = reordered(&case, case.comparison.alternatives().len(), &order, |claim| claim);
        let (before, after) = (assessed(&case), assessed(&turned));
        prop_assert_eq!(before.leader, after.leader);
        prop_assert_eq!(before.fewest_points(), after.fewest_points());
        prop_assert_eq!(before.wobble, after.wobble);
        prop_assert_eq!(before.why.enough().len(), after.why.enough().len());
        prop_assert_eq!(before.why.balance(2).left.len(), after.why.balance(2).left.len());
        for ((claim, _), was) in turned.comparison.claims().zip(order) {
            prop_assert_eq!(before[was].tips_at, after[claim].tips_at);
            prop_assert!(close(before[was].influence, after[claim].influence));
        }
        for (before, after) in before.standings.iter().zip(&after.standings) {
            prop_assert!(close(before.chance, after.chance));
        }
    }

    #[test]
    fn swapping_two_alternatives_swaps_what_is_said_of_them(case in case(2, 12)) {
        prop_assume!(case.profile.conflicts(&case.comparison).is_empty());
        let [first, second] = [AlternativeId(0), AlternativeId(1)];
        let claims = |of: AlternativeId| case.comparison[of].claims();
        let order: Vec<ClaimId> = claims(second).chain(claims(first)).collect();
        let swapped = reordered(&case, 2, &order, |(alternative, polarity, criterion)| {
            (1 - alternative, polarity, criterion)
        });
        let (before, after) = (assessed(&case), assessed(&swapped));
        for (one, other) in [(first, second), (second, first)] {
            prop_assert!(close(before[one].chance, after[other].chance));
            prop_assert!(close(before[one].net, after[other].net));
            prop_assert_eq!(before.leader == Some(one), after.leader == Some(other));
        }
        // In a tie the first stands for the leader, which is then another.
        if before.leader.is_some() {
            prop_assert_eq!(before.fewest_points(), after.fewest_points());
        }
        let negated = before.lead().map(Distribution::negated);
        prop_assert_eq!(negated.as_ref().map(Distribution::nine_in_ten), after.lead().map(Distribution::nine_in_ten));
    }

    #[test]
    fn one_face_off_leaves_the_lead_as_it_was(case in case(2, 8), claim in any::<prop::sample::Index>()) {
        let both_on = |claim: &ClaimId| {
            case.profile[*claim].on && case.mirror(*claim).is_some_and(|mirror| case.profile[mirror].on)
        };
        let faces: Vec<ClaimId> = case.claims().filter(both_on).collect();
        prop_assume!(!faces.is_empty());
        let off = case.with(|profile| {
            profile.stances_mut().for_each(|(_, stance)| stance.essential = false);
        });
        let off_face = off.with(|profile| profile[*claim.get(&faces)].on = false);
        let (before, after) = (assessed(&off), assessed(&off_face));
        prop_assert_eq!((before.field, before.to_lead, before.wobble), (after.field, after.to_lead, after.wobble));
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
        if case.claims().all(|claim| case.comparison.mirror(claim).is_none()) {
            prop_assert_eq!(counted(Counting::EachReasonOnce), counted(Counting::EveryClaim));
        }
    }

    #[test]
    fn one_that_is_ruled_out_changes_nothing_of_the_rest(case in case(5, 12), deal_breaker in any::<bool>()) {
        let last = case.comparison.alternatives().len() - 1;
        prop_assume!(last > 2);
        let extra = AlternativeId(last);
        // It is ruled out by a con of its own, or by what others must have; its own must-haves rule out no other.
        let case = case.with(|profile| {
            let of = &case.comparison[extra];
            of.pros().for_each(|claim| profile[claim].essential = false);
            if let (true, Some(con)) = (deal_breaker, of.cons().next()) {
                (profile[con].on, profile[con].essential) = (true, true);
            }
        });
        prop_assume!(!case.acceptable()[last]);
        let order: Vec<ClaimId> = case.claims().filter(|claim| case.comparison[*claim].alternative != extra).collect();
        let fewer = reordered(&case, last, &order, |claim| claim);
        let (with, without) = (assessed(&case), assessed(&fewer));
        prop_assert_eq!(&with.standings[..last], without.standings.as_slice());
        prop_assert_eq!((with.leader, with.stands_in, with.likeliest), (without.leader, without.stands_in, without.likeliest));
        prop_assert_eq!(with.verdict, without.verdict);
        prop_assert!(close(with.tie, without.tie));
        prop_assert_eq!(&with.why, &without.why);
        prop_assert_eq!(&with.to_lead[..last], without.to_lead.as_slice());
        prop_assert_eq!((with.wobble, with.equal_weights_leader), (without.wobble, without.equal_weights_leader));
        for (with, without) in with.bearings.iter().zip(&without.bearings) {
            prop_assert_eq!((with.tips_at, with.influence), (without.tips_at, without.influence));
        }
    }

    #[test]
    fn raising_a_pro_never_lowers_its_net_score(case in case(4, 12), claim in any::<prop::sample::Index>()) {
        let claims: Vec<ClaimId> = case.claims().collect();
        prop_assume!(!claims.is_empty());
        let claim = *claim.get(&claims);
        let of = &case.comparison[claim];
        let weighed = |points| {
            let weight = crate::weight::Weight::new(points);
            let case = case.with(|profile| profile.set_weight(&case.comparison, claim, weight));
            assessed(&case)[of.alternative].net
        };
        for points in 0..10 {
            match of.polarity {
                Polarity::Pro => prop_assert!(weighed(points) <= weighed(points + 1)),
                Polarity::Con => prop_assert!(weighed(points) >= weighed(points + 1)),
            }
        }
    }
}
