//! How little must be typed, and what it means.

use super::Comparison;
use crate::profile::Profile;
use crate::safe_text::SafeText;
use crate::weight::Weight;

fn read(text: &str) -> Comparison {
    Comparison::from_ron(text).unwrap()
}

fn full_ids(comparison: &Comparison) -> Vec<String> {
    comparison.claims().map(|(claim, _)| comparison.full_id(claim).to_owned()).collect()
}

#[test]
fn the_least_that_must_be_typed_is_little() {
    let flat = read(
        r#"Comparison(title: "Flat", alternatives: [(name: "Old", pros: ["Cheap", "Near work"], cons: ["Noisy"]), (name: "New", pros: ["Balcony"])])"#,
    );
    assert_eq!(flat.id, "flat");
    assert_eq!(full_ids(&flat), ["old/cheap", "old/near-work", "old/noisy", "new/balcony"]);
    assert_eq!((flat.alternatives[0].pros.clone(), flat.alternatives[0].cons.clone()), (0..2, 2..3));
    assert_eq!((flat.alternatives[1].pros.clone(), flat.alternatives[1].cons.clone()), (3..4, 4..4));
    assert!(flat.criteria.is_empty() && flat.presets.is_empty() && flat.chosen.is_none());
}

#[test]
fn ids_that_are_written_come_before_those_that_are_derived() {
    let comparison = read(
        r#"Comparison(title: "!", alternatives: [
            (name: "A", pros: ["Warm", "Warm!"], cons: [(title: "Cold", id: "warm"), "warm-2"]),
            (name: "B", id: "a"),
        ])"#,
    );
    assert_eq!(comparison.id, "comparison");
    let ids: Vec<&str> = comparison.alternatives.iter().map(|alternative| alternative.id.as_str()).collect();
    assert_eq!(ids, ["a-2", "a"]);
    assert_eq!(full_ids(&comparison), ["a-2/warm-2", "a-2/warm-3", "a-2/warm", "a-2/warm-2-2"]);
}

#[test]
fn a_criterion_is_found_by_id_and_by_name_and_declared_by_its_use() {
    let comparison = read(
        r#"Comparison(title: "T", criteria: [(name: "How it looks", id: "look"), (name: "Price")], alternatives: [
            (name: "A", pros: [(title: "1", criterion: "look"), (title: "2", criterion: "How it looks")]),
            (name: "B", pros: [(title: "3", criterion: "Price"), (title: "4", criterion: "price"),
                (title: "5", criterion: "To work"), (title: "6", criterion: "to-work"), (title: "7", criterion: "To  work")]),
        ])"#,
    );
    let ids: Vec<&str> = comparison.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
    assert_eq!(ids, ["look", "price", "to-work"]);
    let criteria: Vec<Option<usize>> =
        comparison.claims.iter().map(|claim| claim.criterion.map(|criterion| criterion.0)).collect();
    assert_eq!(criteria, [0, 0, 1, 1, 2, 2, 2].map(Some));
}

#[test]
fn a_criterion_that_is_not_listed_is_worth_a_warning_where_there_is_a_list() {
    let with = |criteria: &str| {
        format!(
            r#"Comparison(title: "T", {criteria} alternatives: [(name: "A", pros: [(title: "P", criterion: "Price")]), (name: "B")])"#
        )
    };
    let warnings = |text: &str| Comparison::check_ron(text).unwrap().1.list.len();
    assert_eq!(warnings(&with("")), 0);
    assert_eq!(warnings(&with("criteria: [],")), 1);
    assert_eq!(warnings(&with("criteria: [(name: \"Price\")],")), 0);
}

#[test]
fn a_preset_weighs_by_criterion_and_by_claim() {
    let comparison = read(
        r#"Comparison(title: "T", alternatives: [
            (name: "A", pros: [(title: "One", criterion: "c"), (title: "Two", criterion: "c"), "Three"]),
            (name: "B", pros: ["Four"]),
        ], presets: [(name: "X", weights: {"a/two": 9, "c": 4, "b/four": 1}, others: 3), (name: "X!", weights: {})])"#,
    );
    let ids: Vec<&str> = comparison.presets.iter().map(|preset| preset.id.as_str()).collect();
    assert_eq!(ids, ["x", "x-2"]);
    let weights = |preset: usize| -> Vec<Option<u8>> {
        let profile = Profile::from_preset(&comparison, &comparison.presets[preset]);
        profile.stances().map(|(_, stance)| stance.weight.map(Weight::points)).collect()
    };
    assert_eq!(weights(0), [4, 9, 3, 1].map(Some));
    assert_eq!(weights(1), [None; 4]);
}

#[test]
fn what_a_decision_record_says_is_kept() {
    let comparison = read(
        r#"Comparison(title: "T", chosen: Some("b"), alternatives: [(name: "A", neutral: ["Is blue", "Is new"]), (name: "B")])"#,
    );
    assert_eq!(comparison.chosen, Some(super::AlternativeId(1)));
    let neutral: Vec<&str> = comparison.alternatives[0].neutral.iter().map(SafeText::as_str).collect();
    assert_eq!(neutral, ["Is blue", "Is new"]);
    assert!(comparison.claims.is_empty());
}

#[test]
fn the_examples_of_the_readme_are_sound() {
    let readme = include_str!("../../README.md");
    let examples: Vec<&str> =
        readme.split("```ron\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(examples.len(), 2);
    for example in examples {
        let (_, warnings) = Comparison::check_ron(example).unwrap();
        assert!(warnings.list.is_empty(), "{warnings}");
    }
}

#[test]
fn a_title_is_read_from_the_beginning_of_a_file_or_not_at_all() {
    let examples = [
        include_str!("../../examples/flats.ron"),
        include_str!("../../examples/laptops.ron"),
        crate::JEWELRY,
    ];
    let odd = [
        "\u{feff}#![enable(implicit_some)] /* title: \"no\" */ Comparison(alternatives: [(name: \"A\", pros: [(title: \"B\")]), (name: \"C\")], title: r#\"a \"title\"\"#)",
        "(title: \"T\\u{e9}\\n\", alternatives: [(name: \"A\"), (name: \"C\")])",
    ];
    for text in examples.into_iter().chain(odd) {
        let title = read(text).title;
        let cuts = (0..=text.len()).filter(|cut| text.is_char_boundary(*cut));
        let found: Vec<_> = cuts.map(|cut| Comparison::title_in(&text[..cut])).collect();
        assert!(found.iter().flatten().all(|found| *found == title), "{text}");
        assert_eq!(found.first(), Some(&None));
        assert_eq!(found.last(), Some(&Some(title)), "{text}");
    }
    for text in [
        "",
        "title: \"T\"",
        "Comparison(title: 1, title: Some(\"T\"))",
        "Comparison[title: \"T\"]",
        "{title: \"T\"}",
    ] {
        assert_eq!(Comparison::title_in(text), None, "{text}");
    }
}
