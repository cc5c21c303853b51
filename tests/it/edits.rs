//! Random edits of random files: whatever is done, the file says what was asked for, and nothing is lost.

mod files;
mod model;

use touchstone::comparison::{AlternativeId, ClaimId, Comparison, Polarity};
use touchstone::edit::{Edit, Refusal, apply};
use touchstone::profile::Profile;
use touchstone::weight::Weight;

use crate::support::random::Random;
use files::{NAMES, TITLES, TOPICS};
use model::Step;

/// What somebody may type, of which nothing is shown, or not all of it as it is.
const TYPED: [&str; 6] =
    ["", " \u{301}", "a \"b\" \\c\\", "two\nlines\r\n", "\u{202e}x\u{1b}[m", "caf\u{e9} // */ ), ["];

fn words(random: &mut Random, usual: &[&'static str]) -> &'static str {
    let words = if random.below(5) == 0 { &TYPED } else { usual };
    words[random.below(words.len())]
}

/// Some edit of a comparison.
fn edit(comparison: &Comparison, random: &mut Random) -> Edit {
    let alternatives: Vec<AlternativeId> = comparison.alternatives().map(|(id, _)| id).collect();
    let claims: Vec<ClaimId> = comparison.claims().map(|(id, _)| id).collect();
    let alternative = *random.of(&alternatives);
    let kind = if claims.is_empty() { random.below(4) } else { random.below(16) };
    match kind {
        0 => Edit::Title(words(random, &TITLES).to_owned()),
        1 => Edit::RenameAlternative(alternative, words(random, &NAMES).to_owned()),
        2 if random.below(2) == 0 => Edit::AddAlternative(words(random, &NAMES).to_owned()),
        2 => Edit::DeleteAlternative(alternative),
        3..=6 => Edit::AddClaim {
            alternative,
            polarity: *random.of(&[Polarity::Pro, Polarity::Con]),
            after: (!claims.is_empty() && random.below(2) == 0).then(|| *random.of(&claims)),
            title: words(random, &TITLES).to_owned(),
            gone: Vec::new(),
        },
        7 | 8 => Edit::Retitle(*random.of(&claims), words(random, &TITLES).to_owned()),
        9 | 10 => Edit::Detail(*random.of(&claims), words(random, &TITLES).to_owned()),
        11 | 12 => Edit::Topic(*random.of(&claims), words(random, &TOPICS).to_owned()),
        13 => Edit::OtherSide(*random.of(&claims), *random.of(&claims)),
        _ => Edit::DeleteClaim(*random.of(&claims)),
    }
}

/// Something on each claim, and on one that was never there.
fn profile(comparison: &Comparison) -> Profile {
    let stances = "{\"gone/before\": (weight: 3, note: \"once\")}";
    let text = format!(
        "Profile(format: 1, comparison: \"{}\", name: \"mine\", stances: {stances})",
        comparison.id()
    );
    let mut profile = Profile::from_ron(&text, comparison).expect("a sound profile");
    for (place, (_, stance)) in profile.stances_mut().enumerate() {
        stance.weight = Some(Weight::clamped(u8::try_from(place % 11).expect("at most 10")));
    }
    profile
}

/// A random file is edited so many times in a row.
fn run(seed: u64, edits: usize, done: &mut usize) {
    let mut random = Random::new(seed);
    // Where a comma stands in a line below, it is not said which item it belongs to.
    let is_tidy = random.below(2) == 0;
    let mut text = files::file(&mut random, is_tidy);
    let mut comparison = Comparison::from_ron(&text).unwrap_or_else(|problems| panic!("{problems}\n{text}"));
    let mut profile = profile(&comparison);
    for _ in 0..edits {
        let edit = edit(&comparison, &mut random);
        match apply(&text, &comparison, &edit) {
            Ok(edited) => {
                let step = Step { text: &text, before: &comparison, edit: &edit, edited: &edited };
                step.assert_done();
                step.assert_undone_by_deleting(is_tidy);
                let moved = profile.onto(&comparison, &edited.comparison);
                assert_eq!(
                    moved.to_ron(&edited.comparison).expect("it is written"),
                    profile.to_ron(&comparison).expect("it is written"),
                    "{step}"
                );
                assert_eq!(moved.onto(&edited.comparison, &comparison), profile, "{step}");
                (text, comparison, profile) = (edited.text, edited.comparison, moved);
                *done += 1;
            }
            Err(refusal) => model::assert_refused(&text, &comparison, &edit, refusal),
        }
    }
}

fn run_many(seeds: std::ops::Range<u64>) {
    let (files, mut done) = (seeds.end - seeds.start, 0);
    for seed in seeds {
        run(seed, 8, &mut done);
    }
    // Most edits are possible.
    assert!(u64::try_from(done).is_ok_and(|done| done > files * 4), "{done} of {files} files");
}

#[test]
fn random_edits_do_what_they_say_and_nothing_else() {
    run_many(0..200);
}

#[test]
#[ignore = "a long run"]
fn ten_thousand_random_sequences_of_edits() {
    run_many(1_000..11_000);
}

#[test]
fn the_bundled_comparison_takes_every_edit() {
    let mut random = Random::new(11);
    let mut text = touchstone::JEWELRY.to_owned();
    let mut comparison = crate::support::jewelry();
    for _ in 0..60 {
        let edit = edit(&comparison, &mut random);
        let result = apply(&text, &comparison, &edit);
        let Ok(edited) = result else { continue };
        let step = Step { text: &text, before: &comparison, edit: &edit, edited: &edited };
        step.assert_done();
        step.assert_undone_by_deleting(true);
        (text, comparison) = (edited.text, edited.comparison);
    }
}

#[test]
fn refusals_are_sentences_in_plain_words() {
    for refusal in [Refusal::Blank, Refusal::LongTitle, Refusal::ManyClaims, Refusal::NotTwoSides] {
        let said = refusal.to_string();
        assert!(said.len() > 20 && !said.ends_with('.') && said.starts_with(char::is_lowercase), "{said}");
    }
}
