//! What all answers come to.

use serde_json::{Value, json};
use touchstone::comparison::Comparison;
use touchstone::survey::{Detail, Scorer, Tally};

use super::{COMPARISONS, crowd, line, somebody};
use crate::support::bench::Bench;
use crate::support::random::Random;

/// Lines cut into parts at random, some of them empty.
fn cut<'t>(lines: &[&'t str], random: &mut Random) -> Vec<Vec<&'t str>> {
    let mut parts = vec![Vec::new(); 1 + random.below(9)];
    for line in lines {
        let part = random.below(parts.len());
        parts[part].push(*line);
    }
    parts
}

#[test]
fn any_parts_add_up_to_the_whole_byte_for_byte() {
    let mut random = Random::new(3);
    for text in COMPARISONS {
        let comparison = Comparison::from_ron(text).unwrap();
        let mut scorer = Scorer::new(comparison.clone(), Detail::Answer).unwrap();
        let people: String =
            (0..300).map(|_| line(&comparison, &somebody(&comparison, &mut random), "p")).collect();
        let answers = scorer.score((people + "no JSON\n").as_bytes()).text;
        let lines: Vec<&str> = answers.split_inclusive('\n').collect();
        let tally = Tally::new(comparison);
        let json = |text: &str| tally.json(&tally.add_up(text.as_bytes()).0).unwrap();
        let whole = json(&answers);
        for _ in 0..50 {
            let parts: String = cut(&lines, &mut random).iter().map(|part| json(&part.concat())).collect();
            let (merged, outcome) = tally.merge(parts.as_bytes());
            assert_eq!(outcome.bad, 0, "{outcome:?}");
            assert_eq!(tally.json(&merged).unwrap(), whole);
        }
    }
}

#[test]
fn the_program_adds_up_parts_as_well() {
    let bench = Bench::new();
    let answers = bench.run_with(crowd(4_000), &["score"]).done();
    let whole = bench.run_with(&answers, &["tally", "--format", "json"]).done();
    assert_eq!(bench.run_with(&answers, &["tally", "--format", "json", "--jobs", "3"]).done(), whole);
    let lines: Vec<&str> = answers.split_inclusive('\n').collect();
    let mut random = Random::new(4);
    let parts = cut(&lines, &mut random);
    let parts: Vec<String> = parts
        .iter()
        .map(|part| bench.run_with(part.concat(), &["tally", "--format", "json"]).done())
        .collect();
    let merged = |parts: &[String], args: &[&str]| {
        bench.run_with(parts.concat(), &[&["tally", "--merge"][..], args].concat()).done()
    };
    assert_eq!(merged(&parts, &["--format", "json"]), whole);
    let half = merged(&parts[..1], &["--format", "json"]);
    assert_eq!(merged(&[vec![half], parts[1..].to_vec()].concat(), &["--format", "json"]), whole);
    assert_eq!(merged(&parts, &[]), bench.run_with(&answers, &["tally"]).done());
    let numbers: Value = serde_json::from_str(&whole).unwrap();
    assert!(numbers["sums"].as_object().unwrap().values().all(Value::is_i64), "{whole}");
}

#[test]
fn sums_are_told_in_words() {
    let bench = Bench::new();
    let answers = bench.run_with(crowd(2_000), &["score"]).done();
    insta::assert_snapshot!(bench.run_with(&answers, &["tally"]).done());
    bench.write("laptops.ron", COMPARISONS[3]);
    let comparison = Comparison::from_ron(COMPARISONS[3]).unwrap();
    let mut random = Random::new(8);
    let people: String =
        (0..500).map(|_| line(&comparison, &somebody(&comparison, &mut random), "p")).collect();
    let answers = bench.run_with(people, &["score", "laptops.ron"]).done();
    insta::assert_snapshot!(bench.run_with(&answers, &["tally", "laptops.ron"]).done());
    assert_eq!(bench.run_with("", &["tally"]).done(), "Handmade vs. mass-produced jewelry\n0 answers\n");
}

#[test]
fn what_is_counted_is_what_the_lines_say() {
    let bench = Bench::new();
    let weights = |points: u8, more: &str| {
        format!("{{\"stances\":{{\"handmade/uniqueness\":{{\"weight\":{points}}}{more}}}}}\n")
    };
    let off = r#","handmade/higher-price":{"essential":true},"handmade/customization":{"weight":3}"#;
    // Two for whom handmade comes first, one who has ruled it out, one who has weighed nothing, and a line that is none.
    let people = weights(10, "") + &weights(9, "") + &weights(9, off) + "{\"stances\":{}}\n{}\n";
    let answers = bench.run_with(people, &["score"]).out;
    let sums = bench.run_with(answers, &["tally", "--format", "json"]).done();
    let sums: Value = serde_json::from_str(&sums).unwrap();
    assert_eq!((&sums["schema_version"], &sums["comparison"]), (&json!(1), &json!("jewelry")));
    let count = |name: &str| sums["sums"][name].as_i64().unwrap_or_else(|| panic!("{name} in {sums}"));
    assert_eq!((count("answers"), count("no-answer"), count("unreadable")), (4, 1, 0));
    assert_eq!((count("undecided/unweighed"), count("undecided/tie")), (1, 0));
    assert_eq!((count("ruled-out/handmade"), count("ruled-out/mass-produced")), (1, 0));
    let first = |id: &str| -> i64 {
        ["clear", "solid", "leaning", "too-close-to-call"]
            .iter()
            .map(|v| count(&format!("first/{id}/{v}")))
            .sum()
    };
    assert_eq!((first("handmade"), first("mass-produced")), (2, 1));
    assert_eq!(count("points/handmade/handmade/uniqueness"), 19);
    assert_eq!(count("points/mass-produced/handmade/uniqueness"), 9);
    assert_eq!(count("points/mass-produced/handmade/customization"), 3);
    // Each chance is rounded for itself.
    let chance = |id: &str| count(&format!("chance/{id}"));
    let all = chance("handmade") + chance("mass-produced") + count("tie");
    assert!((2_999_995..=3_000_005).contains(&all), "{all}");
}

#[test]
fn a_preset_is_nearest_to_itself() {
    let comparison = Comparison::from_ron(touchstone::JEWELRY).unwrap();
    let mut scorer = Scorer::new(comparison.clone(), Detail::Answer).unwrap();
    let tally = Tally::new(comparison.clone());
    for preset in comparison.presets() {
        for counting in touchstone::profile::Counting::ALL {
            let mut profile = touchstone::profile::Profile::from_preset(&comparison, preset);
            profile.counting = counting;
            let answer = scorer.score(line(&comparison, &profile, "p").as_bytes()).text;
            let sums: Value =
                serde_json::from_str(&tally.json(&tally.add_up(answer.as_bytes()).0).unwrap()).unwrap();
            let near = sums["sums"].as_object().unwrap().iter();
            let near: Vec<&String> = near
                .filter(|(name, count)| name.starts_with("nearest/") && **count == json!(1))
                .map(|(name, _)| name)
                .collect();
            // Counted twice, some weigh as much as in another one.
            if counting == touchstone::profile::Counting::EachReasonOnce {
                assert_eq!(near.len(), 1, "{sums}");
                assert!(near[0].starts_with(&format!("nearest/{}/", preset.id)), "{near:?}");
            }
            assert_eq!(sums["sums"]["answers"], 1);
        }
    }
}
