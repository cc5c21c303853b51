//! The figures of the bundled comparison, and properties against plain enumeration.

mod case;
mod explanation;
mod metamorphic;

use proptest::prelude::*;

use super::*;
use crate::comparison::Polarity;
use crate::profile::{Band, Counting};
use crate::weight::Weight;
use case::{Case, acceptable, case, comparison, every, interval, nets, strict_leader};

fn jewelry() -> Comparison {
    Comparison::from_ron(crate::JEWELRY).unwrap()
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
}

#[test]
fn all_weights_at_five_give_the_known_chances() {
    let comparison = jewelry();
    let mut profile = Profile::new(&comparison);
    for stance in &mut profile.stances {
        stance.weight = Weight::new(5);
    }
    let assessment = assess(&comparison, &profile);
    close(assessment.standings[0].chance, 0.778_365_540_099_686_4);
    close(assessment.standings[1].chance, 0.174_139_324_327_526_4);
    close(assessment.tie, 0.047_495_135_572_787_2);
    close(assessment.standings[0].net, 10.0);
    close(assessment.standings[1].net, 5.0);
    close(assessment.share.unwrap().first(), 45.0 / 85.0);
    assert_eq!((assessment.leader, assessment.verdict), (Some(0), Verdict::Leaning));
    assert!(!assessment.counting_only);
}

#[test]
fn all_weights_unset_give_the_known_chance_whatever_the_band() {
    let comparison = jewelry();
    for band in 0..=Band::WIDEST {
        let profile = Profile { band: Band::new(band).unwrap(), ..Profile::new(&comparison) };
        let assessment = assess(&comparison, &profile);
        close(assessment.standings[0].chance, 29_127_979_493_856_345.0 / 45_949_729_863_572_161.0);
        assert!(assessment.counting_only);
    }
}

#[test]
fn the_presets_say_what_their_names_promise() {
    let comparison = jewelry();
    for (id, leader) in [("budget-first", 1), ("one-of-a-kind", 0)] {
        let profile = Profile::from_preset(&comparison, comparison.preset(id).unwrap());
        let assessment = assess(&comparison, &profile);
        assert_eq!((assessment.leader, assessment.verdict), (Some(leader), Verdict::Clear), "{id}");
        assert!(assessment.standings[leader].chance >= 0.95, "{id}");
    }
}

#[test]
fn an_essential_con_rules_its_alternative_out() {
    let comparison = jewelry();
    let mut profile = Profile::new(&comparison);
    let con = comparison.claim_with_id("handmade/higher-price").unwrap();
    profile.stances[con].essential = true;
    let assessment = assess(&comparison, &profile);
    assert_eq!(assessment.standings[0].ruled_out_by, [con]);
    assert_eq!((assessment.leader, assessment.verdict), (Some(1), Verdict::Clear));
    profile.stances[con].on = false;
    assert_eq!(assess(&comparison, &profile).standings[0].ruled_out_by, [] as [usize; 0]);
}

#[test]
fn clashing_marks_leave_nothing_acceptable() {
    let comparison = jewelry();
    let mut profile = Profile::new(&comparison);
    for id in ["handmade/uniqueness", "mass-produced/affordability"] {
        profile.stances[comparison.claim_with_id(id).unwrap()].essential = true;
    }
    let assessment = assess(&comparison, &profile);
    assert_eq!((assessment.leader, assessment.verdict), (None, Verdict::NoneAcceptable));
}

#[test]
fn nothing_on_is_a_tie() {
    let comparison = jewelry();
    let mut profile = Profile::new(&comparison);
    profile.stances.iter_mut().for_each(|stance| stance.on = false);
    let assessment = assess(&comparison, &profile);
    assert_eq!((assessment.leader, assessment.verdict), (None, Verdict::Tie));
    close(assessment.tie, 1.0);
    close(assessment.share.unwrap().first(), 0.5);
}

#[test]
fn counting_once_halves_what_is_mirrored() {
    let comparison = jewelry();
    let profile = Profile { counting: Counting::OncePerCriterion, ..Profile::new(&comparison) };
    let assessment = assess(&comparison, &profile);
    // Handmade: 2 whole pros and 3 halves, 3 half cons; mass-produced: 2 and 3 halves, 1 and 3 halves.
    assert_eq!((assessment.standings[0].pros, assessment.standings[0].cons), (17.5, 7.5));
    assert_eq!((assessment.standings[1].pros, assessment.standings[1].cons), (17.5, 12.5));
    assert!(comparison.can_count_once());
}

/// Chances by trying every choice of all weights.
fn enumerated_chances(case: &Case, acceptable: &[bool]) -> Vec<f64> {
    let intervals: Vec<Vec<i64>> = (0..case.comparison.claims.len()).map(|i| interval(case, i)).collect();
    let mut wins = vec![0.0; acceptable.len()];
    let mut all = 0.0;
    every(&intervals, &mut |weights| {
        all += 1.0;
        if let Some(winner) = strict_leader(&nets(case, weights), acceptable) {
            wins[winner] += 1.0;
        }
    });
    wins.iter().map(|wins| wins / all).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn chances_equal_enumeration(case in case(4, 5)) {
        let assessment = assess(&case.comparison, &case.profile);
        let expected = enumerated_chances(&case, &acceptable(&assessment));
        for (standing, expected) in assessment.standings.iter().zip(&expected) {
            prop_assert!((standing.chance - expected).abs() < 1e-12, "{} {expected}", standing.chance);
        }
    }

    #[test]
    fn net_scores_and_leader_follow_the_definition(case in case(8, 12)) {
        let assessment = assess(&case.comparison, &case.profile);
        let weights: Vec<i64> = case.profile.stances.iter().map(|s| s.points().into()).collect();
        let nets = nets(&case, &weights);
        for (standing, net) in assessment.standings.iter().zip(&nets) {
            prop_assert!((standing.net - as_f64(*net) / 27_720.0).abs() < 1e-9);
        }
        prop_assert_eq!(assessment.leader, strict_leader(&nets, &acceptable(&assessment)));
    }

    #[test]
    fn chances_and_tie_sum_to_one(case in case(8, 20)) {
        let assessment = assess(&case.comparison, &case.profile);
        let sum: f64 = assessment.standings.iter().map(|standing| standing.chance).sum();
        prop_assert!((sum + assessment.tie - 1.0).abs() < 1e-12);
        prop_assert!(assessment.standings.iter().all(|standing| (0.0..=1.0).contains(&standing.chance)));
    }

    #[test]
    fn a_claim_that_is_off_changes_nothing(case in case(4, 12), claim in any::<prop::sample::Index>(), weight in 0..=10_u8) {
        prop_assume!(!case.comparison.claims.is_empty());
        let claim = claim.index(case.comparison.claims.len());
        let mut off = case.profile.clone();
        off.stances[claim].on = false;
        let mut weighed = off.clone();
        weighed.stances[claim].weight = Weight::new(weight);
        weighed.stances[claim].essential = true;
        let (off, weighed) = (assess(&case.comparison, &off), assess(&case.comparison, &weighed));
        prop_assert_eq!(off, weighed);
    }

    #[test]
    fn raising_a_pro_never_lowers_its_net_score(case in case(4, 12), claim in any::<prop::sample::Index>()) {
        prop_assume!(!case.comparison.claims.is_empty());
        let claim = claim.index(case.comparison.claims.len());
        let mut raised = case.profile.clone();
        raised.stances[claim].weight = Some(Weight::clamped(case.profile.stances[claim].points() + 1));
        let net = |profile: &Profile| {
            assess(&case.comparison, profile).standings[case.comparison.claims[claim].alternative].net
        };
        match case.comparison.claims[claim].polarity {
            Polarity::Pro => prop_assert!(net(&raised) >= net(&case.profile)),
            Polarity::Con => prop_assert!(net(&raised) <= net(&case.profile)),
        }
    }

    #[test]
    fn swapping_two_alternatives_swaps_what_is_said_of_them(case in case(2, 12)) {
        prop_assume!(case.comparison.alternatives.len() == 2);
        let of_second = case.comparison.alternatives[1].claims();
        let order: Vec<usize> = of_second.clone().chain(0..of_second.start).collect();
        let claims = order.iter().map(|i| {
            let claim = &case.comparison.claims[*i];
            (1 - claim.alternative, claim.polarity, claim.criterion)
        });
        let swapped = comparison(2, claims.collect());
        let stances = order.iter().map(|i| case.profile.stances[*i].clone()).collect();
        let profile = Profile { stances, ..case.profile.clone() };
        let (before, after) = (assess(&case.comparison, &case.profile), assess(&swapped, &profile));
        prop_assert!((before.share.unwrap().first() - after.share.unwrap().second()).abs() < 1e-12);
        for (one, other) in [(0, 1), (1, 0)] {
            prop_assert!((before.standings[one].chance - after.standings[other].chance).abs() < 1e-12);
            prop_assert!((before.standings[one].net - after.standings[other].net).abs() < 1e-12);
        }
    }
}
