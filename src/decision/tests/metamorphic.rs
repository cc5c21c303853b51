//! What must stay the same when a comparison is told in another way.

use proptest::prelude::*;

use super::case::{case, comparison};
use crate::comparison::Polarity;
use crate::decision::{Assessment, assess};
use crate::profile::{Counting, Profile, Stance};

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn doubling_a_criterion_that_counts_once_changes_no_net_score(case in case(3, 7), criterion in 0..3_usize) {
        let claims: Vec<_> = case.comparison.claims.iter()
            .map(|claim| (claim.alternative, claim.polarity, claim.criterion)).collect();
        let on_it = |i: &usize| case.profile.stances[*i].on && claims[*i].2 == Some(criterion);
        let balance = |alternative: usize| -> i64 {
            let of = (0..claims.len()).filter(on_it).filter(|i| claims[*i].0 == alternative);
            of.map(|i| if claims[i].1 == Polarity::Pro { 1 } else { -1 }).sum()
        };
        let balances: Vec<i64> = (0..case.comparison.alternatives.len()).map(balance).collect();
        prop_assume!(balances.iter().max() > balances.iter().min());
        // Each claim on the criterion stands twice, with the same stance.
        let order: Vec<usize> = (0..claims.len())
            .flat_map(|i| std::iter::repeat_n(i, if on_it(&i) { 2 } else { 1 })).collect();
        let doubled = comparison(balances.len(), order.iter().map(|i| claims[*i]).collect());
        let once = |stances: Vec<Stance>| {
            Profile { stances, counting: Counting::OncePerCriterion, ..case.profile.clone() }
        };
        let before = assess(&case.comparison, &once(case.profile.stances.clone()));
        let stances = order.iter().map(|i| case.profile.stances[*i].clone()).collect();
        let after = assess(&doubled, &once(stances));
        for (before, after) in before.standings.iter().zip(&after.standings) {
            prop_assert!((before.net - after.net).abs() < 1e-9, "{} {}", before.net, after.net);
        }
    }

    #[test]
    fn the_order_of_claims_changes_nothing(case in case(4, 10)) {
        // Within each side of each alternative the claims stand the other way round.
        let order: Vec<usize> = case.comparison.alternatives.iter()
            .flat_map(|of| of.pros.clone().rev().chain(of.cons.clone().rev())).collect();
        let claims = order.iter().map(|i| {
            let claim = &case.comparison.claims[*i];
            (claim.alternative, claim.polarity, claim.criterion)
        });
        let turned = comparison(case.comparison.alternatives.len(), claims.collect());
        let stances = order.iter().map(|i| case.profile.stances[*i].clone()).collect();
        let (before, after) = (assess(&case.comparison, &case.profile), assess(&turned, &Profile { stances, ..case.profile.clone() }));
        prop_assert_eq!(before.leader, after.leader);
        prop_assert_eq!(before.change.fewest_points, after.change.fewest_points);
        prop_assert_eq!(before.change.wobble, after.change.wobble);
        prop_assert_eq!(before.why.enough.len(), after.why.enough.len());
        for (place, i) in order.iter().enumerate() {
            prop_assert_eq!(before.bearings[*i].tips_at, after.bearings[place].tips_at);
            prop_assert!((before.bearings[*i].influence - after.bearings[place].influence).abs() < 1e-12);
        }
        for (before, after) in before.standings.iter().zip(&after.standings) {
            prop_assert!((before.chance - after.chance).abs() < 1e-12);
        }
    }

    #[test]
    fn removing_a_trailing_alternative_keeps_the_order_of_the_rest(case in case(4, 10)) {
        prop_assume!(case.comparison.alternatives.len() > 2 && case.profile.counting == Counting::EveryClaim);
        let assessment = assess(&case.comparison, &case.profile);
        let last = case.comparison.alternatives.len() - 1;
        prop_assume!(assessment.leader != Some(last));
        let kept = |i: &usize| case.comparison.claims[*i].alternative != last;
        let indices: Vec<usize> = (0..case.comparison.claims.len()).filter(kept).collect();
        let claims = indices.iter().map(|i| {
            let claim = &case.comparison.claims[*i];
            (claim.alternative, claim.polarity, claim.criterion)
        });
        let fewer = comparison(last, claims.collect());
        let stances = indices.iter().map(|i| case.profile.stances[*i].clone()).collect();
        let rest = assess(&fewer, &Profile { stances, ..case.profile.clone() });
        let nets = |assessment: &Assessment| -> Vec<f64> {
            assessment.standings.iter().take(last).map(|standing| standing.net).collect()
        };
        prop_assert_eq!(nets(&assessment), nets(&rest));
    }
}
