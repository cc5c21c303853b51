//! Whatever is edited, all that stays keeps its id, and what refers to it still does.

use super::corpus::{COMMENTED, FULL, ODD, ONE_LINE};
use super::{Say, assert_changes, claim, edit, edited, read};
use crate::comparison::Comparison;
use crate::edit::{Added, Refusal};
use crate::profile::Profile;
use crate::weight::Weight;

/// Titles from which the same id would be derived.
const ALIKE: &str = r#"Comparison(title: "T", alternatives: [
    (name: "A", pros: ["Warm", "Warm!"], cons: ["Warm?", (title: "Cold", id: "warm-4")]),
    (name: "A!", pros: ["Warm"]),
    (name: "A?"),
], presets: [(name: "P", weights: {"a-2/warm": 1, "a/warm-2": 2, "a/warm-3": 3, "a/warm": 4})], chosen: "a-3")"#;

/// Criteria that are named by their use alone, some by an id.
const USED: &str = r#"Comparison(title: "T", alternatives: [
    (name: "A", pros: [(title: "1", criterion: "To work"), (title: "2", criterion: "X!")]),
    (name: "B", cons: [(title: "3", criterion: "to-work"), (title: "4", criterion: "X"), (title: "5", criterion: "To  work")]),
], presets: [(name: "P", weights: {"To work": 1, "x-2": 2, "x": 3})])"#;

fn full_ids(comparison: &Comparison) -> Vec<String> {
    comparison.claims().map(|(claim, _)| comparison.full_id(claim).to_owned()).collect()
}

#[test]
fn a_derived_id_is_written_out_when_a_title_changes() {
    assert_changes(
        ONE_LINE,
        Say::Retitle("old/cheap", "Dear"),
        &[("\"Cheap\"", "(id: \"cheap\", title: \"Dear\")")],
    );
    assert_changes(ONE_LINE, Say::Title("House"), &[("title: \"Flat\"", "id: \"flat\", title: \"House\"")]);
    assert_changes(
        ONE_LINE,
        Say::Rename("old", "New one"),
        &[("name: \"Old\"", "id: \"old\", name: \"New one\"")],
    );
    let lines = ("            name: \"Old\"", "            id: \"old\",\n            name: \"Older\"");
    assert_changes(COMMENTED, Say::Rename("old", "Older"), &[lines]);
    let odd = ("\ttitle: r#\"Ring \"A\" or B\"#,\r\n", "\tid: \"ring-a-or-b\",\r\n\ttitle: \"Ring\",\r\n");
    assert_changes(ODD, Say::Title("Ring"), &[odd]);
    assert_changes(
        ODD,
        Say::Retitle("a/rare", "Few"),
        &[("\"Rare\"", "\"Few\""), ("id: None", "id: \"rare\"")],
    );
}

#[test]
fn an_id_that_would_follow_from_a_sibling_is_written_out() {
    let second = ("\"Warm\", \"Warm!\"", "(id: \"warm-2\", title: \"Warm!\")");
    let third = ("\"Warm?\"", "(id: \"warm-3\", title: \"Warm?\")");
    let gone = (", \"a/warm\": 4", "");
    assert_changes(ALIKE, Say::Delete("a/warm"), &[second, third, gone]);
    assert_changes(
        ALIKE,
        Say::Retitle("a/warm", "Mild"),
        &[("[\"Warm\",", "[(id: \"warm\", title: \"Mild\"),")],
    );
    assert_changes(ALIKE, Say::Rename("a-2", "A 2"), &[("\"A!\"", "\"A 2\"")]);
    assert_changes(ALIKE, Say::Rename("a", "B"), &[("name: \"A\",", "id: \"a\", name: \"B\",")]);
    let without = edited(ALIKE, Say::DeleteAlternative("a"));
    assert!(without.text.contains("(id: \"a-2\", name: \"A!\""), "{}", without.text);
    assert!(without.text.contains("(id: \"a-3\", name: \"A?\")"), "{}", without.text);
    assert!(without.text.contains("weights: {\"a-2/warm\": 1}"), "{}", without.text);
    assert!(without.text.contains("chosen: \"a-3\""), "{}", without.text);
    assert!(!edited(ALIKE, Say::DeleteAlternative("a-3")).text.contains("chosen"));
}

#[test]
fn a_new_one_takes_no_id_of_others() {
    let added = edited(ALIKE, Say::AddAfter("a/warm", "Warm."));
    assert!(
        added.text.contains("[\"Warm\", (id: \"warm-5\", title: \"Warm.\"), \"Warm!\"]"),
        "{}",
        added.text
    );
    let Some(Added::Claim(new)) = added.added else { panic!("{:?}", added.added) };
    assert_eq!(added.comparison.full_id(new), "a/warm-5");
    let added = edited(ALIKE, Say::AddAlternative("A."));
    assert!(added.text.contains("(id: \"a-4\", name: \"A.\")"), "{}", added.text);
}

#[test]
fn where_each_part_is_now_is_told() {
    let before = read(FULL);
    for say in [
        Say::AddAfter("light/dear", "New"),
        Say::Delete("light/dear"),
        Say::DeleteAlternative("light"),
        Say::AddAlternative("New"),
    ] {
        let edited = edited(FULL, say);
        let mut now: Vec<String> = full_ids(&edited.comparison);
        for (id, _) in before.claims() {
            let Some(place) = edited.claim(id) else { continue };
            let id = before.full_id(id);
            assert_eq!(edited.comparison.full_id(place), id, "{say:?}");
            now.retain(|own| *own != id);
        }
        let added = if let Some(Added::Claim(new)) = edited.added {
            Some(edited.comparison.full_id(new))
        } else {
            None
        };
        assert_eq!(now, Vec::from_iter(added), "{say:?}");
        for (id, own) in before.alternatives() {
            assert_eq!(
                edited.alternative(id).map(|now| &edited.comparison[now].id),
                Some(&own.id).filter(|id| { !matches!(say, Say::DeleteAlternative(gone) if gone == **id) })
            );
        }
    }
}

#[test]
fn presets_forget_what_is_gone() {
    let keys = (
        "title: \"Dear\", criterion: \"price\"), (id: \"small\", title: \"Small keys\", criterion: \"Keys\")",
        "title: \"Dear\", criterion: \"price\")",
    );
    let thrifty = (", \"Keys\": 2", "");
    let typist =
        ("{\n            \"keys\": 10, // most of all\n            \"light/small\": 9,\n        }", "{}");
    assert_changes(FULL, Say::Delete("light/small"), &[keys, thrifty, typist]);
    let known = "                (
                    id: \"known\",
                    title: \"I know it\",
                    detail: \"Three years.\",
                ),\n";
    assert_changes(FULL, Say::Delete("old/known"), &[(known, ""), ("\"old/known\": 3, ", "")]);
    // A criterion that is listed is there without any claim on it.
    let other = edited(FULL, Say::Topic("light/light", "Price"));
    assert_eq!(other.comparison.criteria().len(), 3);
    // With its last use goes one that is not.
    let renamed = edited(FULL, Say::Topic("light/small", "Keyboard"));
    assert!(
        renamed.text.contains("\"light/small\": 9") && !renamed.text.contains("\"keys\""),
        "{}",
        renamed.text
    );
}

#[test]
fn criteria_that_follow_from_the_order_of_uses_are_listed_before_they_change() {
    let before = read(USED);
    let said = |comparison: &Comparison| -> Vec<_> {
        let criteria =
            comparison.claims().map(|(_, claim)| claim.criterion.map(|own| comparison[own].clone()));
        criteria.collect()
    };
    let weights = |comparison: &Comparison| -> Vec<_> {
        let weights = comparison.presets()[0].weights.iter();
        weights.map(|(own, weight)| (comparison[*own].clone(), *weight)).collect()
    };
    for say in [
        Say::Delete("a/1"),
        Say::Delete("a/2"),
        Say::Topic("a/1", "X"),
        Say::Topic("a/2", "to-work"),
        Say::Topic("a/1", "Z"),
    ] {
        let edited = edited(USED, say);
        let gone =
            if let Say::Delete(id) | Say::Topic(id, _) = say { claim(&before, id) } else { unreachable!() };
        let mut left = said(&before);
        left.remove(gone.0);
        let mut now = said(&edited.comparison);
        if let Some(gone) = edited.claim(gone) {
            now.remove(gone.0);
        }
        assert_eq!(now, left, "{say:?}\n{}", edited.text);
        let mut weighed = weights(&before);
        weighed.retain(|(own, _)| edited.comparison.criteria().any(|(_, now)| now == own));
        assert_eq!(weights(&edited.comparison), weighed, "{say:?}\n{}", edited.text);
    }
    let list = (
        "alternatives: [",
        "criteria: [(id: \"to-work\", name: \"To work\"), (id: \"x-2\", name: \"X\")], alternatives: [",
    );
    let gone = [(", (title: \"2\", criterion: \"X!\")", ""), (", \"x\": 3", "")];
    assert_changes(USED, Say::Delete("a/2"), &[list, gone[0], gone[1]]);
}

#[test]
fn words_that_a_preset_means_otherwise_are_no_topic() {
    let text = r#"Comparison(title: "T", alternatives: [(name: "A", pros: ["P", "Q"]), (name: "B")], presets: [(name: "P", weights: {"a/p": 1})])"#;
    assert_eq!(edit(text, Say::Topic("a/q", "a/p")).map(|edited| edited.text), Err(Refusal::OtherMeaning));
}

/// Weights on all claims, and one on a claim that was never there.
fn weighed(comparison: &Comparison) -> Profile {
    let text = format!(
        "Profile(format: 1, comparison: \"{}\", name: \"mine\", stances: {{\"x/y\": (weight: 3)}})",
        comparison.id()
    );
    let mut profile = Profile::from_ron(&text, comparison).unwrap();
    for (claim, stance) in profile.stances_mut() {
        stance.weight = Some(Weight::clamped(u8::try_from(claim.0).unwrap()));
    }
    profile
}

#[test]
fn stances_follow_their_claims_and_none_is_lost() {
    let alike = [
        Say::Delete("a/warm"),
        Say::Retitle("a/warm", "Mild"),
        Say::DeleteAlternative("a"),
        Say::AddPro("a", "Warm."),
    ];
    let plain = [
        Say::Title("House"),
        Say::Rename("old", "Ancient"),
        Say::Delete("old/cheap"),
        Say::AddAlternative("Old 2"),
    ];
    for (text, says) in [(ALIKE, alike), (ONE_LINE, plain)] {
        let before = read(text);
        let profile = weighed(&before);
        for say in says {
            let after = edited(text, say).comparison;
            let moved = profile.onto(&before, &after);
            assert_eq!(moved.to_ron(&after).unwrap(), profile.to_ron(&before).unwrap(), "{say:?}");
            assert_eq!(moved.onto(&after, &before), profile, "{say:?}");
        }
    }
    let (before, after) = (read(ONE_LINE), edited(ONE_LINE, Say::Delete("old/cheap")).comparison);
    assert_eq!(weighed(&before).onto(&before, &after).gone(), 2);
    // Another comparison altogether takes what has the same id, and keeps the rest.
    let other = read(&ONE_LINE.replace("Flat", "House"));
    assert_eq!(
        weighed(&before).onto(&before, &other).to_ron(&other).unwrap(),
        weighed(&before).to_ron(&before).unwrap().replace("\"flat\"", "\"house\"")
    );
}
