//! What is said, against the figures that it is said of.

use proptest::prelude::*;

use super::*;
use crate::decision::{assess, reaches};
use crate::profile::{Band, Counting, Profile, Stance};
use crate::safe_text::SafeText;
use crate::weight::Weight;

const THREE: &str = r#"Comparison(format: 1, id: "three", title: "Three", criteria: [(id: "x", name: "X")], alternatives: [
    (id: "a", name: "Tea", pros: [(id: "p", title: "Cheap", criterion: "x"), (id: "q", title: "Calm")], cons: [(id: "r", title: "Weak")]),
    (id: "b", name: "Coffee", pros: [(id: "p", title: "Strong"), (id: "q", title: "Social")], cons: [(id: "r", title: "Dear", criterion: "x")]),
    (id: "c", name: "Water", pros: [(id: "p", title: "Free", criterion: "x")], cons: [(id: "r", title: "Plain")]),
])"#;

#[test]
fn a_chance_is_never_rounded_to_certainty() {
    for (value, words) in [
        (0.0, "0 of 100"),
        (0.001, "fewer than 1 of 100"),
        (0.7783, "78 of 100"),
        (0.7999, "79 of 100"),
        (0.799_999_999_999_999_9, "80 of 100"),
        (0.8, "80 of 100"),
        (0.9999, "more than 99 of 100"),
        (1.0, "100 of 100"),
    ] {
        assert_eq!(chance(value), words);
    }
}

#[test]
fn lists_read_as_english() {
    assert_eq!(listed(&[]), "");
    assert_eq!(listed(&["a"]), "a");
    assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
}

fn stances(claims: usize) -> impl Strategy<Value = Vec<Stance>> {
    let weight = prop_oneof![1 => Just(None), 3 => (0..=10_u8).prop_map(Weight::new)];
    let stance = (prop::bool::weighted(0.9), weight, prop::bool::weighted(0.03))
        .prop_map(|(on, weight, essential)| Stance { on, weight, essential, note: SafeText::default() });
    prop_oneof![
        6 => prop::collection::vec(stance, claims),
        1 => Just(vec![Stance::default(); claims]),
    ]
}

prop_compose! {
    fn weighed()(three in any::<bool>())(
        stances in stances(if three { 8 } else { 17 }),
        band in 0..=Band::WIDEST,
        parted in any::<bool>(),
        three in Just(three),
    ) -> (Comparison, Profile) {
        let comparison = Comparison::from_ron(if three { THREE } else { crate::JEWELRY }).unwrap();
        let counting = if parted { Counting::EveryClaim } else { Counting::EachReasonOnce };
        let band = Band::new(band).unwrap();
        let mut profile = Profile::new(&comparison);
        (profile.band, profile.counting) = (band, counting);
        profile.stances_mut().zip(stances).for_each(|((_, own), stance)| *own = stance);
        (comparison, profile)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_answer_is_as_sure_as_the_chance((comparison, profile) in weighed()) {
        let assessment = assess(&comparison, &profile);
        let answer = answer(&comparison, &assessment);
        let said = format!("{}{}", answer.verdict, answer.rest);
        let acceptable = assessment.standings().filter(|(_, standing)| standing.is_acceptable()).count();
        prop_assert_eq!(said.starts_with("None is acceptable"), acceptable == 0);
        prop_assert_eq!(said.starts_with("Nothing is weighed yet"), assessment.verdict == Verdict::Unweighed);
        let Some(leader) = assessment.leader else {
            prop_assert!(["None", "Nothing", "A tie"].iter().any(|start| said.starts_with(start)), "{}", said);
            return Ok(());
        };
        let name = comparison[leader].name.as_str();
        let stated = assessment[leader].chance;
        for (start, least, below) in
            [("Clearly ", 0.95, 2.0), ("Solidly ", 0.8, 0.95), ("Leaning towards ", 0.6, 0.8), ("Too close", 0.0, 0.6)]
        {
            if said.starts_with(start) {
                prop_assert!(reaches(stated, least) && !reaches(stated, below), "{} at {}", said, stated);
                prop_assert!(said.contains(name));
                prop_assert_eq!(said.contains("all others are ruled out"), acceptable == 1);
                let every = said.contains("in every weighting");
                prop_assert_eq!(every, acceptable > 1 && reaches(stated, 1.0));
                let less = assessment.likeliest.is_some_and(|likeliest| likeliest != leader);
                prop_assert_eq!(said.contains("has the most points"), less);
            }
        }
    }

    #[test]
    fn reasons_and_changes_are_said_only_if_they_are_so((comparison, profile) in weighed()) {
        let assessment = assess(&comparison, &profile);
        let why = why(&comparison, &assessment).join(" ");
        let change = change(&comparison, &assessment).join(" ");
        if assessment.verdict == Verdict::Unweighed {
            prop_assert_eq!(why + &change, "");
            prop_assert!(remarks(&comparison, &assessment).contains(&COUNTS_ONLY.to_owned()));
            prop_assert!(!think_next(&comparison, &assessment).contains("No single reason"));
            return Ok(());
        }
        let rivals = assessment.why.runner_up.is_some();
        prop_assert_eq!(why.contains("Nothing speaks for"), rivals && assessment.why.opponents.is_empty());
        prop_assert_eq!(why.contains("Enough against"), (1..=3).contains(&assessment.why.enough().len()));
        prop_assert_eq!(why.contains("It rests on"), assessment.why.enough().len() > 3);
        let favorite = assessment.favorite().is_some();
        prop_assert_eq!(change.contains("No weights from 0 to 10"), favorite && assessment.fewest_points().is_none());
        prop_assert_eq!(change.contains("It holds"), assessment.wobble.is_some_and(|wobble| wobble > 0));
        let thought = think_next(&comparison, &assessment);
        prop_assert_eq!(thought.contains("No reason within"), assessment.think_next.is_none());
        prop_assert!(!thought.contains("No single reason") || !assessment.one_reason_decides);
        let remarks = remarks(&comparison, &assessment).join(" ");
        prop_assert_eq!(remarks.contains("is ruled out"), assessment.standings().any(|(_, s)| !s.is_acceptable()));
        prop_assert!(!remarks.contains(COUNTS_ONLY));
        prop_assert_eq!(remarks.contains("o give up"), assessment.give_up.is_some());
    }
}
