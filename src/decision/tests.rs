//! The figures of the bundled comparison, and properties against plain enumeration.

mod case;
mod explanation;
mod metamorphic;

use proptest::prelude::*;

use super::*;
use crate::profile::{Band, Counting};
use crate::weight::Weight;
use case::{Case, case, comparison};

fn jewelry() -> Comparison {
    Comparison::from_ron(crate::JEWELRY).unwrap()
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
}

fn assessed(case: &Case) -> Assessment {
    assess(&case.comparison, &case.profile)
}

fn chances(assessment: &Assessment) -> Vec<f64> {
    assessment.standings.iter().map(|standing| standing.chance).collect()
}

#[test]
fn all_weights_at_five_give_the_known_chances() {
    let comparison = jewelry();
    let mut profile = Profile { counting: Counting::EveryClaim, ..Profile::new(&comparison) };
    for stance in &mut profile.stances {
        stance.weight = Weight::new(5);
    }
    let assessment = assess(&comparison, &profile);
    close(assessment.standings[0].chance, 0.778_365_540_099_686_4);
    close(assessment.standings[1].chance, 0.174_139_324_327_526_4);
    close(assessment.tie, 0.047_495_135_572_787_2);
    assert_eq!((assessment.standings[0].net, assessment.standings[1].net), (10.0, 5.0));
    assert_eq!((assessment.leader, assessment.verdict), (Some(0), Verdict::Leaning));
    assert_eq!((assessment.reasons, assessment.weighed), (17, 17));

    profile.counting = Counting::EachReasonOnce;
    let assessment = assess(&comparison, &profile);
    close(assessment.standings[0].chance, 40_489_353.0 / 48_828_125.0);
    close(assessment.standings[1].chance, 0.121_996_144_64);
    close(assessment.tie, 0.048_781_905_92);
    // Handmade: 2 whole pros and 3 halves, 3 half cons; mass-produced: 2 and 3 halves, 1 and 3 halves.
    assert_eq!((assessment.standings[0].pros, assessment.standings[0].cons), (17.5, 7.5));
    assert_eq!((assessment.standings[1].pros, assessment.standings[1].cons), (17.5, 12.5));
    assert_eq!((assessment.leader, assessment.verdict), (Some(0), Verdict::Solid));
    assert_eq!((assessment.reasons, assessment.weighed), (11, 11));
    assert_eq!(assessment.lead.as_ref().map(Distribution::mean), Some(5));
}

#[test]
fn all_weights_unset_give_the_known_chances_whatever_the_band() {
    let comparison = jewelry();
    for band in 0..=Band::WIDEST {
        let band = Band::new(band).unwrap();
        for (counting, chance) in [
            (Counting::EachReasonOnce, 189_464_717_745.0 / 285_311_670_611.0),
            (Counting::EveryClaim, 29_127_979_493_856_345.0 / 45_949_729_863_572_161.0),
        ] {
            let assessment = assess(&comparison, &Profile { band, counting, ..Profile::new(&comparison) });
            close(assessment.standings[0].chance, chance);
            assert_eq!((assessment.leader, assessment.verdict), (Some(0), Verdict::Unweighed));
            assert_eq!(assessment.weighed, 0);
        }
    }
}

#[test]
fn the_presets_say_what_their_names_promise() {
    let comparison = jewelry();
    for (id, leader, least) in [("budget-first", 1, 0.965), ("one-of-a-kind", 0, 0.95)] {
        let profile = Profile::from_preset(&comparison, comparison.preset(id).unwrap());
        let assessment = assess(&comparison, &profile);
        assert_eq!((assessment.leader, assessment.verdict), (Some(leader), Verdict::Clear), "{id}");
        assert!(assessment.standings[leader].chance >= least, "{id}: {assessment:?}");
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
    // One that alone is acceptable is recommended even before anything is weighed.
    assert_eq!((assessment.leader, assessment.verdict), (Some(1), Verdict::Clear));
    assert_eq!(chances(&assessment), [0.0, 1.0]);
    assert_eq!((assessment.fewest_points(), assessment.fewest_reasons()), (None, None));
    assert_eq!((assessment.wobble, assessment.lead.is_none()), (Some(10), true));
    // Without the mark Handmade leads again.
    assert!(assessment.bearings[con].tips_if_off);
    profile.stances[con].on = false;
    assert_eq!(assess(&comparison, &profile).standings[0].ruled_out_by, [] as [usize; 0]);
}

#[test]
fn clashing_marks_leave_nothing_acceptable() {
    let comparison = jewelry();
    let mut profile = Profile::new(&comparison);
    let marks = ["handmade/uniqueness", "mass-produced/affordability"]
        .map(|id| comparison.claim_with_id(id).unwrap());
    for mark in marks {
        profile.stances[mark].essential = true;
    }
    let assessment = assess(&comparison, &profile);
    assert_eq!((assessment.leader, assessment.verdict), (None, Verdict::NoneAcceptable));
    assert_eq!((assessment.favorite(), assessment.likeliest), (None, None));
    assert_eq!(chances(&assessment), [0.0, 0.0]);
    close(assessment.tie, 1.0);
    assert_eq!(assessment.give_up, Some(GiveUp::AnyOf(marks.to_vec())));
}

#[test]
fn nothing_on_is_a_tie() {
    let comparison = jewelry();
    let mut profile = Profile::new(&comparison);
    profile.stances.iter_mut().for_each(|stance| stance.on = false);
    let assessment = assess(&comparison, &profile);
    assert_eq!((assessment.leader, assessment.verdict), (None, Verdict::Tie));
    assert_eq!((assessment.stands_in, assessment.likeliest), (Some(0), None));
    assert_eq!((assessment.fewest_points(), assessment.wobble), (None, None));
    close(assessment.tie, 1.0);
}

/// A case with two alternatives that have nothing but pros, each with its weight.
fn pros(first: &[Option<u8>], second: &[Option<u8>], band: u8) -> Case {
    let of =
        |alternative: usize, weights: &[Option<u8>]| vec![(alternative, Polarity::Pro, None); weights.len()];
    let comparison = comparison(2, [of(0, first), of(1, second)].concat());
    let mut profile = Profile { band: Band::new(band).unwrap(), ..Profile::new(&comparison) };
    for (stance, weight) in profile.stances.iter_mut().zip(first.iter().chain(second)) {
        stance.weight = weight.and_then(Weight::new);
    }
    Case { comparison, profile }
}

#[test]
fn heavy_weights_are_as_uncertain_upwards_as_downwards() {
    // Where weights were cut off at 10, the first led here and came out behind in 68 of 100 cases.
    let mut case = pros(&[Some(10); 5], &[Some(8); 5], 2);
    let claims = [vec![(0, Polarity::Con, None); 3], vec![(1, Polarity::Con, None); 4]].concat();
    case.comparison = comparison(2, [case::shorts(&case.comparison), claims].concat());
    let weights = [10, 10, 10, 10, 10, 8, 8, 8, 8, 8, 8, 8, 8, 3, 3, 5, 5];
    let mut profile = Profile::new(&case.comparison);
    for (stance, points) in profile.stances.iter_mut().zip(weights) {
        stance.weight = Weight::new(points);
    }
    let assessment = assess(&case.comparison, &profile);
    assert_eq!(assessment.leader, Some(0));
    assert!(assessment.standings[0].chance > assessment.standings[1].chance, "{assessment:?}");
}

#[test]
fn a_chance_of_exactly_four_in_five_is_solid() {
    // The lead is 0, 1, 2, 3 or 4, each alike.
    let assessment = assessed(&pros(&[Some(2)], &[], 2));
    close(assessment.standings[0].chance, 0.8);
    assert_eq!(assessment.verdict, Verdict::Solid);
    for (chance, verdict) in [
        (0.95 - 1e-13, Verdict::Clear),
        (0.95 - 1e-11, Verdict::Solid),
        (0.799_999_999_999_999_9, Verdict::Solid),
        (0.8 - 1e-11, Verdict::Leaning),
        (0.6 - 1e-13, Verdict::Leaning),
        (0.6 - 1e-11, Verdict::TooClose),
    ] {
        assert_eq!(Verdict::of(chance), verdict, "{chance}");
    }
}

#[test]
fn it_is_not_settled_where_an_open_answer_can_make_a_tie() {
    let open = assessed(&pros(&[Some(10)], &[None], 2));
    assert_eq!((open.leader, open.is_settled(), open.wobble), (Some(0), false, None));
    let settled = assessed(&pros(&[Some(10), Some(1)], &[None], 2));
    assert_eq!((settled.is_settled(), settled.wobble), (true, Some(0)));
}

#[test]
fn a_tie_is_explained_as_if_the_likelier_led() {
    let tie = assessed(&pros(&[Some(4), None], &[Some(9)], 2));
    assert_eq!((tie.leader, tie.stands_in, tie.verdict), (None, Some(0), Verdict::Tie));
    assert_eq!((tie.likeliest, tie.why.runner_up), (None, Some(1)));
    assert_eq!((tie.fewest_points(), tie.fewest_reasons().map(<[usize]>::len)), (Some(1), Some(1)));
    assert_eq!(
        tie.bearings.iter().map(|bearing| bearing.tips_at).collect::<Vec<_>>(),
        [Some(3), Some(4), Some(10)]
    );
    assert_eq!(tie.why.enough(), []);
    assert_eq!(tie.wobble, None);
    // Of three that tie, the one that may have most stands first.
    let claims = vec![(0, Polarity::Pro, None), (1, Polarity::Pro, None), (2, Polarity::Pro, None)];
    let comparison = comparison(3, claims);
    let mut profile = Profile::new(&comparison);
    for (claim, points) in [(0, Some(5)), (1, None), (2, Some(5))] {
        profile.stances[claim].weight = points.and_then(Weight::new);
    }
    let three = assess(&comparison, &profile);
    assert_eq!((three.leader, three.stands_in, three.likeliest), (None, Some(1), Some(1)));
}

#[test]
fn a_leader_may_be_less_likely_than_another_of_three() {
    // The first has 6 points for sure; the second 5, anything from 0 to 10; the third nothing.
    let comparison =
        comparison(3, vec![(0, Polarity::Pro, None), (1, Polarity::Pro, None), (2, Polarity::Pro, None)]);
    let mut profile = Profile { band: Band::new(0).unwrap(), ..Profile::new(&comparison) };
    profile.stances[0].weight = Weight::new(6);
    profile.stances[2].weight = Weight::new(0);
    let assessment = assess(&comparison, &profile);
    assert_eq!(assessment.likeliest, Some(0));
    close(assessment.standings[0].chance, 6.0 / 11.0);
    close(assessment.standings[1].chance, 4.0 / 11.0);
    assert_eq!(assessment.verdict, Verdict::TooClose);
    assert_eq!(assessment.standings[1].nine_in_ten, Some((0, 10)));
}

#[test]
fn the_presets_explain_themselves() {
    let comparison = jewelry();
    let profile = Profile::from_preset(&comparison, comparison.preset("one-of-a-kind").unwrap());
    let assessment = assess(&comparison, &profile);
    assert_eq!(assessment.why.runner_up, Some(1));
    let ids = |speakers: &[Speaker]| -> Vec<String> {
        speakers.iter().map(|speaker| comparison.claim_id(speaker.reason)).collect()
    };
    assert_eq!(ids(assessment.why.enough()), ["handmade/uniqueness", "handmade/personal-connection"]);
}

#[test]
fn a_reason_has_one_weight() {
    let comparison = jewelry();
    let [higher_price, affordability] = ["handmade/higher-price", "mass-produced/affordability"]
        .map(|id| comparison.claim_with_id(id).unwrap());
    assert_eq!(comparison.mirror(affordability), Some(higher_price));
    let mut profile = Profile::new(&comparison);
    profile.set_weight(&comparison, affordability, Weight::new(7));
    assert_eq!(profile.stances[higher_price].weight, Weight::new(7));
    assert_eq!(profile.conflicts(&comparison), []);
    // While parted each face has its own; joined again, the first counts.
    profile.counting = Counting::EveryClaim;
    profile.set_weight(&comparison, affordability, Weight::new(2));
    assert_eq!(profile.stances[higher_price].weight, Weight::new(7));
    assert_eq!(profile.conflicts(&comparison), []);
    profile.counting = Counting::EachReasonOnce;
    let reason = profile.reasons(&comparison).of(affordability);
    assert_eq!(profile.conflicts(&comparison), [reason]);
    profile.stances[higher_price].on = false;
    assert_eq!(profile.weight_of(reason), Weight::new(7));
    profile.set_weight(&comparison, higher_price, None);
    assert_eq!((profile.weight_of(reason), profile.stances[affordability].weight), (None, None));
}

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
        let likeliest: Vec<usize> = (0..expected.len()).filter(|i| expected[*i] > highest - 1e-12).collect();
        prop_assert_eq!(assessment.likeliest, if likeliest.len() == 1 { Some(likeliest[0]) } else { None });
        // Of those that tie at the top the likeliest stands for the leader, then the first.
        let nets = case.rules().nets(&case.points());
        let acceptable = case.acceptable();
        let best = (0..nets.len()).filter(|i| acceptable[*i]).map(|i| nets[i]).max();
        let top: Vec<usize> = (0..nets.len()).filter(|i| acceptable[*i] && Some(nets[*i]) == best).collect();
        let most = top.iter().map(|i| expected[*i]).fold(0.0, f64::max);
        prop_assert_eq!(assessment.favorite(), top.iter().copied().find(|i| expected[*i] > most - 1e-12));
    }

    #[test]
    fn the_tie_is_what_enumeration_leaves(case in case(4, 5)) {
        let (rules, mut ties, mut all) = (case.rules(), 0.0, 0.0);
        case::every(&case.ranges(case.band()), &mut |weights| {
            all += 1.0;
            ties += if rules.leader(weights).is_none() { 1.0 } else { 0.0 };
        });
        prop_assert!((assessed(&case).tie - ties / all).abs() < 1e-12);
    }

    #[test]
    fn the_lead_is_distributed_as_enumeration_says(case in case(2, 5)) {
        let Some(lead) = assessed(&case).lead else {
            prop_assert!(case.acceptable().contains(&false));
            return Ok(());
        };
        let rules = case.rules();
        let mut found = std::collections::BTreeMap::new();
        let mut all = 0.0;
        case::every(&case.ranges(case.band()), &mut |weights| {
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
            Some(leader) => prop_assert!(chances[leader] >= chances[1 - leader]),
            None => prop_assert!((chances[0] - chances[1]).abs() < 1e-12),
        }
        let sum = chances[0] + chances[1];
        prop_assert!((0.0..=1.0 + 1e-12).contains(&sum));
    }

    #[test]
    fn net_scores_and_leader_follow_the_definition(case in case(8, 12)) {
        let assessment = assessed(&case);
        let twice: Vec<i64> = case.rules().nets(&case.points());
        for (i, (standing, twice)) in assessment.standings.iter().zip(&twice).enumerate() {
            prop_assert!((standing.net * 2.0 - f64::from(i32::try_from(*twice).unwrap())).abs() < 1e-12);
            prop_assert_eq!(&standing.ruled_out_by, &case.ruled_out_by(i));
        }
        prop_assert_eq!(assessment.leader, case.leader());
        prop_assert_eq!(assessment.reasons, case.reasons().len());
        prop_assert_eq!(assessment.weighed, case.weights().iter().flatten().count());
    }

    #[test]
    fn the_verdict_follows_the_order_of_its_definition(case in case(4, 6)) {
        let assessment = assessed(&case);
        let acceptable = case.acceptable();
        let on = |i: &usize| case.comparison.alternatives.len() == 2
            || acceptable[case.comparison.claims[*i].alternative];
        let weights: Vec<Option<i64>> = case.reasons().iter().zip(case.weights())
            .filter(|(faces, _)| faces.iter().any(on)).map(|(_, weight)| weight).collect();
        let unweighed = !weights.is_empty() && weights.iter().all(Option::is_none);
        let expected = match (acceptable.iter().filter(|a| **a).count(), assessment.leader) {
            (0, _) => Verdict::NoneAcceptable,
            (2.., _) if unweighed => Verdict::Unweighed,
            (_, None) => Verdict::Tie,
            (_, Some(leader)) => Verdict::of(assessment.standings[leader].chance),
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
        prop_assume!(!case.comparison.claims.is_empty());
        let claim = claim.index(case.comparison.claims.len());
        let faces = || std::iter::once(claim).chain(case.mirror(claim));
        let off = case.with(|profile| faces().for_each(|face| profile.stances[face].on = false));
        let weighed = off.with(|profile| {
            profile.stances[claim].weight = Weight::new(weight);
            profile.stances[claim].essential = true;
        });
        prop_assert_eq!(assessed(&off), assessed(&weighed));
    }
}
