//! What is said, against the figures that it is said of.

use proptest::prelude::*;

use super::*;
use crate::decision::{assess, reaches};
use crate::profile::{Band, Stance};
use crate::safe_text::SafeText;

const THREE: &str = r#"Comparison(format: 1, id: "three", title: "Three", criteria: [(id: "x", name: "X")], alternatives: [
    (id: "a", name: "Tea", pros: [(id: "p", title: "Cheap", criterion: "x"), (id: "q", title: "Calm")], cons: [(id: "r", title: "Weak")]),
    (id: "b", name: "Coffee", pros: [(id: "p", title: "Strong"), (id: "q", title: "Social")], cons: [(id: "r", title: "Dear", criterion: "x")]),
    (id: "c", name: "Water", pros: [(id: "p", title: "Free", criterion: "x")], cons: [(id: "r", title: "Plain")]),
])"#;

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

/// Everything that is told of a profile, each in a sentence.
fn told(story: &Story<'_>) -> Vec<String> {
    let facts = [story.why(), story.change(), story.tips(), story.settings()].concat();
    let facts = facts.into_iter().chain(story.think_next()).chain(story.just_counting());
    let headline = story.headline();
    facts.map(|fact| fact.told(story)).chain([headline.answer, headline.sure]).collect()
}

/// Who leads if what a fact says is tried on.
fn leader_after(story: &Story<'_>, fact: &Fact) -> Option<AlternativeId> {
    let mut profile = story.profile.clone();
    for (reason, weight) in fact.trial(story) {
        profile.set_weight(story.comparison, reason, Some(weight));
    }
    assess(story.comparison, &profile).leader
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_headline_is_as_sure_as_the_chance((comparison, profile) in weighed()) {
        let assessment = assess(&comparison, &profile);
        let story = Story { comparison: &comparison, profile: &profile, assessment: &assessment };
        let Headline { answer, sure } = story.headline();
        let acceptable = assessment.standings().filter(|(_, standing)| standing.is_acceptable()).count();
        prop_assert_eq!(answer == "What matters to you?", assessment.verdict == Verdict::Unweighed);
        prop_assert_eq!(answer.starts_with("Even"), assessment.verdict == Verdict::Tie && assessment.reasons > 0);
        prop_assert_eq!(answer.contains("ruled out"), acceptable == 1);
        let doubts = [("hardly any doubt", Verdict::Clear), ("some doubt left", Verdict::Solid),
            ("much doubt left", Verdict::Leaning), ("oo close to call", Verdict::TooClose)];
        for (doubt, verdict) in doubts {
            let certain = assessment.leader.is_some_and(|leader| reaches(assessment[leader].chance, 1.0));
            prop_assert_eq!(answer.contains(doubt), assessment.verdict == verdict && !certain, "{}", answer);
        }
        // Of who comes first so often the number is that of its chance; all others are open or even.
        if let (Some(leader), true) = (assessment.leader, sure.starts_with("first in ")) {
            let number = format!("first in {} of every 100", hundredths(assessment[leader].chance));
            prop_assert!(sure.starts_with(&number), "{}", sure);
        }
        let more_often = assessment.leader.is_some() && assessment.verdict != Verdict::Unweighed
            && assessment.likeliest.is_some() && assessment.likeliest != assessment.leader;
        prop_assert_eq!(sure.contains("has the most points"), more_often);
        prop_assert!(!sure.contains("whatever") || assessment.is_settled(), "{}", sure);
        let so_far = assessment.weighed < assessment.reasons && !assessment.is_settled() && acceptable > 1;
        let recommended = assessment.leader.is_some() && assessment.verdict != Verdict::Unweighed;
        prop_assert!(!recommended || answer.starts_with("So far") == so_far, "{}", answer);
    }

    #[test]
    fn what_is_said_to_change_the_answer_does((comparison, profile) in weighed()) {
        let assessment = assess(&comparison, &profile);
        let story = Story { comparison: &comparison, profile: &profile, assessment: &assessment };
        let (tips, change) = (story.tips(), story.change());
        if !story.recommends() {
            prop_assert_eq!((tips, change, story.why()), (vec![], vec![], vec![]));
            return Ok(());
        }
        let reasons = profile.reasons(&comparison);
        let tipping = reasons.iter().filter(|reason| assessment[reason.first].tips_at.is_some()).count();
        prop_assert_eq!(tips.len(), tipping);
        for fact in tips.iter().chain(&change) {
            match fact {
                Fact::Tip { then, .. } => prop_assert_eq!(leader_after(&story, fact), Some(*then)),
                Fact::Together(then, reasons) => {
                    prop_assert_eq!(leader_after(&story, fact), Some(*then));
                    prop_assert_eq!(Some(reasons.len()), assessment.fewest_reasons().map(<[_]>::len));
                    prop_assert_eq!(tipping, 0);
                }
                Fact::Unchangeable => prop_assert_eq!(assessment.fewest_points(), None),
                Fact::HoldsIfOff(points) => prop_assert_eq!(Some(*points), assessment.wobble),
                other => prop_assert!(false, "{:?} changes nothing", other),
            }
        }
    }

    #[test]
    fn what_is_said_to_be_enough_is((comparison, profile) in weighed()) {
        let assessment = assess(&comparison, &profile);
        let story = Story { comparison: &comparison, profile: &profile, assessment: &assessment };
        let points = |reason: &ClaimId| {
            let weight = profile.weight_of(profile.reasons(&comparison).of(*reason));
            i64::from(weight.map_or(Weight::UNSET_POINTS, Weight::points))
        };
        let against: i64 = assessment.why.opponents.iter().map(|opponent| opponent.points).sum();
        for fact in story.why() {
            match fact {
                Fact::Enough(reasons) => {
                    prop_assert!(reasons.len() <= NAMED && reasons.iter().map(points).sum::<i64>() > against);
                }
                Fact::ManyReasons(_) => {
                    let heaviest = assessment.why.supporters.iter().take(NAMED);
                    prop_assert!(heaviest.map(|supporter| supporter.points).sum::<i64>() <= against);
                }
                Fact::NothingAgainst => prop_assert_eq!(against, 0),
                Fact::CaseFor(rival, _) => prop_assert_eq!(Some(rival), assessment.why.runner_up),
                other => prop_assert!(false, "{:?} is no reason why", other),
            }
        }
        let thought = story.think_next();
        prop_assert_eq!(thought.is_some(), assessment.think_next.is_some());
        if let Some(Fact::JustCounting(leader)) = story.just_counting() {
            prop_assert_eq!(leader, assessment.equal_weights_leader);
        }
    }

    #[test]
    fn no_sentence_needs_a_term_of_the_field((comparison, profile) in weighed()) {
        const TERMS: [&str; 10] = ["weightings", "band", "net", "criterion", "claim", "stance", "essential", "influence", "sway", "interval"];
        let assessment = assess(&comparison, &profile);
        let story = Story { comparison: &comparison, profile: &profile, assessment: &assessment };
        for sentence in told(&story) {
            let mut words = sentence.split(|c: char| !c.is_alphanumeric());
            prop_assert!(!words.any(|word| TERMS.contains(&word.to_lowercase().as_str())), "{}", sentence);
        }
    }
}
