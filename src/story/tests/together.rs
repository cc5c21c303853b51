//! No two sentences on a screen seem to disagree.

use proptest::prelude::*;

use super::{Told, config, told};
use crate::decision::Verdict;
use crate::story::Fact;

impl Told {
    /// All that is told at once, sentence by sentence.
    fn all(&self) -> Vec<String> {
        let story = self.story();
        let headline = story.headline();
        let facts = [story.why(), story.change(), Vec::from_iter(story.think_next())].concat();
        [headline.answer, headline.sure]
            .into_iter()
            .chain(facts.iter().map(|fact| fact.told(&story)))
            .collect()
    }
}

/// How many of some sentences have one of these in them.
fn with(sentences: &[String], parts: &[&str]) -> usize {
    sentences.iter().filter(|sentence| parts.iter().any(|part| sentence.contains(part))).count()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_two_sentences_seem_to_disagree(told in told(10)) {
        let said = told.all();
        let many = with(&said, &["It takes ", "No weights can", "A point more or less"]);
        let tips = with(&said, &[" (now "]);
        let ranges = with(&said, &["It holds"]);
        prop_assert!(many <= 1 && (tips == 0 || many + ranges == 0), "{:?}", said);
        let sure = told.assessment.is_settled();
        prop_assert!(sure || with(&said, &["whatever", "nothing open", "It holds"]) == 0, "{:?}", said);
        // What is open is no more worth a thought than it can put another first.
        prop_assert!(with(&said, &["whatever", "nothing open"]) == 0 || with(&said, &["Think about next"]) == 0, "{:?}", said);
        // What is settled can't be turned by answering what is open.
        let tipped_by_open = with(&said, &["(now open)"]);
        prop_assert!(!sure || tipped_by_open == 0, "{:?}", said);
        if told.assessment.verdict == Verdict::Unweighed {
            prop_assert!(said.len() <= 3, "{:?}", said);
            // What is ruled out is named, and what is asked about is not.
            let acceptable = told.case.alternatives().filter(|one| told.assessment[*one].is_acceptable());
            let names = acceptable.map(|one| &told.case.comparison[one].name);
            prop_assert_eq!(names.filter(|name| said[0].contains(name.as_str())).count(), 0);
        }
        // Of no doubt there is nothing to think about, and of a tie nobody comes out ahead by "outweighing".
        prop_assert!(with(&said, &["no doubt"]) == 0 || with(&said, &["could move"]) == 0, "{:?}", said);
        prop_assert!(with(&said, &["Even"]) == 0 || with(&said, &["outweigh", "It rests"]) == 0, "{:?}", said);
        // A leader who is not the likeliest is said.
        if let Some(leader) = told.assessment.leader {
            let own = told.assessment[leader].chance;
            let another = told.assessment.standings().any(|(_, other)| other.chance > own + 1e-12);
            prop_assert_eq!(with(&said[1..2], &["more often"]) == 1, another);
        }
        // The numbers of all add up.
        match told.story().even_in() {
            Some(even) => Told::check_chance(&even, told.assessment.tie),
            None => prop_assert!(told.assessment.tie < 0.005 || told.story().change().is_empty(), "{:?}", said),
        }
        // What the answer is said to rest on is among what is left to decide, and the other way round what balances out.
        let rests = told.story().why().into_iter().find_map(|fact| match fact {
            Fact::Enough(reasons) | Fact::ManyReasons(reasons) => Some(reasons),
            _ => None,
        });
        let balance = told.story().balance();
        for reason in rests.unwrap_or_default() {
            prop_assert!(balance.left.contains(&reason) && !balance.struck_out.contains(&reason), "{:?}", said);
        }
        // Each sentence is said once, and is one line without a stop at its end.
        for (i, sentence) in said.iter().enumerate() {
            prop_assert!(sentence.is_empty() || !said[..i].contains(sentence), "{:?}", said);
            prop_assert!(!sentence.ends_with('.') && !sentence.contains("  "), "{:?}", said);
        }
    }

    #[test]
    fn what_the_last_change_did_is_so(before in told(6), weight in 0..=10_u8, at in any::<prop::sample::Index>()) {
        prop_assume!(before.case.comparison.claims().len() > 0);
        let claim = before.case.claims().nth(at.index(before.case.comparison.claims().len())).unwrap();
        let comparison = &before.case.comparison;
        let after = Told::of(before.case.with(|profile| {
            profile.set_weight(comparison, claim, crate::weight::Weight::new(weight));
        }));
        let Some(said) = after.story().moved(&before.assessment) else { return Ok(()) };
        let Some(leader) = after.assessment.leader else {
            let even = before.assessment.verdict == Verdict::Tie;
            prop_assert_eq!(said, if even { "still even" } else { "now even" });
            return Ok(());
        };
        let (rest, same) = match said.strip_suffix(" of 100").unwrap() {
            rest if rest.starts_with("still ") => (&rest[6..], true),
            rest if rest.starts_with("moved ") => {
                let (then, now) = rest[6..].split_once(" \u{2192} ").unwrap();
                Told::check_chance(then, before.assessment[leader].chance);
                (now, true)
            }
            rest => (rest.strip_prefix("now ").unwrap(), false),
        };
        prop_assert!(!same || before.assessment.leader == Some(leader), "{}", said);
        let now = match rest.split_once(", ") {
            Some((name, now)) => {
                prop_assert_eq!(after.alternative(name), leader);
                now
            }
            None => rest,
        };
        Told::check_chance(now, after.assessment[leader].chance);
    }
}

#[test]
fn tips_are_tried_on_and_thoughts_are_not() {
    let story = |told: &Told| -> Vec<Fact> { [told.story().why(), told.story().settings()].concat() };
    let case = crate::decision::tests::case::comparison(2, &[(0, crate::comparison::Polarity::Pro, None)]);
    let profile = crate::profile::Profile::new(&case);
    let told = Told::of(crate::decision::tests::case::Case { comparison: case, profile });
    assert!(story(&told).iter().all(|fact| fact.trial(&told.story()).is_empty()));
}
