//! Who stands where and how likely that is, against plain enumeration.

use proptest::prelude::*;

use super::case::{case, every};
use super::{assessed, chances};
use crate::comparison::{AlternativeId, ClaimId};
use crate::decision::Verdict;
use crate::weight::Weight;

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn chances_equal_enumeration(case in case(4, 5)) {
        let assessment = assessed(&case);
        let expected = case.chances(&case.ranges(case.band()));
        for (found, expected) in chances(&assessment).iter().zip(&expected) {
            prop_assert!((found - expected).abs() < 1e-12, "{found} {expected}");
        }
        // Which is likeliest, and that none is where several are.
        let highest = expected.iter().copied().fold(0.0, f64::max);
        let likeliest: Vec<AlternativeId> =
            case.alternatives().filter(|alternative| expected[alternative.0] > highest - 1e-12).collect();
        prop_assert_eq!(assessment.likeliest, if likeliest.len() == 1 { Some(likeliest[0]) } else { None });
        // Of those that tie at the top the likeliest stands for the leader, then the first.
        let nets = case.rules().nets(&case.points());
        let acceptable = case.acceptable();
        let best = (0..nets.len()).filter(|i| acceptable[*i]).map(|i| nets[i]).max();
        let top: Vec<usize> = (0..nets.len()).filter(|i| acceptable[*i] && Some(nets[*i]) == best).collect();
        let most = top.iter().map(|i| expected[*i]).fold(0.0, f64::max);
        let favorite = top.iter().copied().find(|i| expected[*i] > most - 1e-12);
        prop_assert_eq!(assessment.favorite(), favorite.map(AlternativeId));
    }

    #[test]
    fn the_tie_is_what_enumeration_leaves(case in case(4, 5)) {
        let (rules, mut ties, mut all) = (case.rules(), 0.0, 0.0);
        every(&case.ranges(case.band()), &mut |weights| {
            all += 1.0;
            ties += if rules.leader(weights).is_none() { 1.0 } else { 0.0 };
        });
        prop_assert!((assessed(&case).tie - ties / all).abs() < 1e-12);
    }

    #[test]
    fn the_lead_is_distributed_as_enumeration_says(case in case(2, 5)) {
        let assessment = assessed(&case);
        let Some(lead) = assessment.lead() else {
            prop_assert!(case.acceptable().contains(&false));
            return Ok(());
        };
        let rules = case.rules();
        let mut found = std::collections::BTreeMap::new();
        let mut all = 0.0;
        every(&case.ranges(case.band()), &mut |weights| {
            let nets = rules.nets(weights);
            *found.entry((nets[0] - nets[1]) / 2).or_insert(0.0) += 1.0;
            all += 1.0;
        });
        for (value, mass) in lead.values() {
            prop_assert!((mass - found.remove(&value).unwrap_or(0.0) / all).abs() < 1e-12);
        }
        prop_assert!(found.is_empty());
        let (low, high) = lead.nine_in_ten();
        prop_assert!(lead.below(low) <= 0.05 + 1e-12 && lead.below(low + 1) > 0.05);
        prop_assert!(lead.above(high) <= 0.05 + 1e-12 && lead.above(high - 1) > 0.05);
    }

    #[test]
    fn of_two_the_leader_is_never_the_less_likely(case in case(2, 20)) {
        let assessment = assessed(&case);
        let chances = chances(&assessment);
        match assessment.leader {
            Some(leader) => prop_assert!(chances[leader.0] >= chances[1 - leader.0]),
            None => prop_assert!((chances[0] - chances[1]).abs() < 1e-12),
        }
        let sum = chances[0] + chances[1];
        prop_assert!((0.0..=1.0 + 1e-12).contains(&sum));
    }

    #[test]
    fn net_scores_and_leader_follow_the_definition(case in case(8, 12)) {
        let assessment = assessed(&case);
        let twice: Vec<i64> = case.rules().nets(&case.points());
        for ((alternative, standing), twice) in assessment.standings().zip(&twice) {
            prop_assert!((standing.net * 2.0 - f64::from(i32::try_from(*twice).unwrap())).abs() < 1e-12);
            prop_assert_eq!(&standing.ruled_out_by, &case.ruled_out_by(alternative));
        }
        prop_assert_eq!(assessment.leader, case.leader());
        prop_assert_eq!(assessment.reasons, case.reasons().len());
        prop_assert_eq!(assessment.weighed, case.weights().iter().flatten().count());
    }

    #[test]
    fn the_verdict_follows_the_order_of_its_definition(case in case(4, 6)) {
        let assessment = assessed(&case);
        let acceptable = case.acceptable();
        let on = |claim: &ClaimId| acceptable.len() == 2 || acceptable[case.comparison[*claim].alternative.0];
        let weights: Vec<Option<i64>> = case.reasons().iter().zip(case.weights())
            .filter(|(faces, _)| faces.iter().any(on)).map(|(_, weight)| weight).collect();
        let unweighed = !weights.is_empty() && weights.iter().all(Option::is_none);
        let expected = match (acceptable.iter().filter(|a| **a).count(), assessment.leader) {
            (0, _) => Verdict::NoneAcceptable,
            (2.., _) if unweighed => Verdict::Unweighed,
            (_, None) => Verdict::Tie,
            (_, Some(leader)) => Verdict::of(assessment[leader].chance),
        };
        prop_assert_eq!(assessment.verdict, expected);
        if let (Some(leader), Some(likeliest)) = (assessment.leader, assessment.likeliest)
            && leader != likeliest && expected != Verdict::Unweighed
        {
            prop_assert_eq!(expected, Verdict::TooClose);
        }
    }

    #[test]
    fn a_reason_that_is_off_changes_nothing(case in case(4, 12), claim in any::<prop::sample::Index>(), weight in 0..=10_u8) {
        let claims: Vec<ClaimId> = case.claims().collect();
        prop_assume!(!claims.is_empty());
        let claim = *claim.get(&claims);
        let faces = || std::iter::once(claim).chain(case.mirror(claim));
        let off = case.with(|profile| faces().for_each(|face| profile[face].on = false));
        let weighed = off.with(|profile| {
            profile[claim].weight = Weight::new(weight);
            profile[claim].essential = true;
        });
        prop_assert_eq!(assessed(&off), assessed(&weighed));
    }
}
