//! The words of the screen: plain ones, whatever is shown. Those of the field are for files and for whoever checks them.

use std::fs;
use std::path::Path;

use touchstone::comparison::Comparison;
use touchstone::profile::{Band, Counting, Decided, Profile};
use touchstone::report::{self, Subject};
use touchstone::safe_text::SafeText;
use touchstone::weight::Weight;

use crate::support::journey::Journey;
use crate::support::layers::WAYS;
use crate::support::random::Random;
use crate::support::{jewelry, today};

/// What neither screen nor reports say, in any case and number.
const NEVER: [&str; 11] = [
    "weighting",
    "band",
    "net",
    "criterion",
    "criteria",
    "claim",
    "stance",
    "essential",
    "influence",
    "sway",
    "interval",
];

/// The words of a text that it should not have.
fn unfit(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let is_unfit = |word: &String| {
        NEVER.contains(&word.strip_suffix('s').unwrap_or(word)) || NEVER.contains(&word.as_str())
    };
    words.filter(is_unfit).collect()
}

#[track_caller]
pub(crate) fn assert_plain(text: &str) {
    assert_eq!(unfit(text), [] as [&str; 0], "{text}");
}

/// The texts in quotes of a source that are sentences: those with a space. What tests say is no matter.
fn sentences(source: &str) -> Vec<String> {
    let program = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let code =
        program.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    // Each second part between quotes; a quote after a backslash or between single ones is no end.
    let code = code.replace("\\\"", "").replace("'\"'", "");
    code.split('"').skip(1).step_by(2).filter(|text| text.contains(' ')).map(str::to_owned).collect()
}

fn check_sources(path: &Path, checked: &mut usize) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a readable folder") {
            check_sources(&entry.expect("a readable entry").path(), checked);
        }
        return;
    }
    let is_test = path.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "tests.rs");
    if is_test || path.ends_with("json.rs") {
        return;
    }
    for sentence in sentences(&fs::read_to_string(path).expect("a readable file")) {
        assert_eq!(unfit(&sentence), [] as [&str; 0], "{sentence:?} in {}", path.display());
        *checked += 1;
    }
}

#[test]
fn the_test_finds_such_words() {
    assert_eq!(unfit("The band is at its widest; 2 Stances, no network"), ["band", "stances"]);
    assert_eq!(sentences("// \"no text\"\nlet a = \"a text\"; b(\"one\");"), ["a text"]);
}

#[test]
fn no_text_in_the_source_of_the_screen_has_such_a_word() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut checked = 0;
    for part in [
        "dialogue",
        "dialogue.rs",
        "edit/refusal.rs",
        "explorer",
        "explorer.rs",
        "keymap",
        "keymap.rs",
        "report",
        "story",
        "story.rs",
        "view",
        "view.rs",
    ] {
        check_sources(&root.join(part), &mut checked);
    }
    assert!(checked > 150, "{checked}");
}

#[test]
fn no_layer_says_such_a_word_nor_does_any_notice_on_the_way() {
    for way in WAYS {
        let mut journey = Journey::among_others(touchstone::JEWELRY, "").sized(120, 40);
        assert_plain(&journey.text());
        for key in way.keys.split(' ') {
            journey = journey.press(key);
            assert_plain(&journey.text());
        }
    }
    // What is done and undone says so.
    let keys = "! u CTRL-R u SPACE u 7 u m u > u > > > > < < < < < < u u i m DOWN DOWN DOWN ENTER ENTER u u u u w ENTER d 1 1 1 1 d d \
                d ENTER 'warm' ENTER d DOWN ENTER ENTER d END ENTER ESC u CTRL-R i d ENTER ESC ESC ESC \
                ESC p ENTER p d ESC ? END";
    let mut journey = Journey::new().sized(120, 40);
    for key in keys.split_whitespace() {
        journey = journey.press(key);
        assert_plain(&journey.text());
    }
}

/// A random profile of a comparison.
fn random(comparison: &Comparison, random: &mut Random) -> Profile {
    let mut profile = Profile::new(comparison);
    let open = random.below(4);
    for (_, stance) in profile.stances_mut() {
        stance.on = random.below(8) > 0;
        stance.essential = random.below(20) == 0;
        let points = u8::try_from(random.below(11)).expect("at most 10");
        stance.weight = Some(Weight::clamped(points)).filter(|_| random.below(4) >= open);
    }
    profile.band = Band::new(u8::try_from(random.below(6)).expect("at most 5")).expect("at most 5");
    profile.counting = *random.of(&[Counting::EachReasonOnce, Counting::EveryClaim]);
    profile.decided = (random.below(2) == 0)
        .then(|| Decided {
            chose: SafeText::line(random.of::<&str>(&["handmade", "old", "second-hand"])),
            on: today().expect("a day"),
            chance: u8::try_from(random.below(101)).expect("at most 100"),
            why: SafeText::default(),
        })
        .map(Box::new);
    profile
}

#[test]
fn no_report_says_such_a_word() {
    let three = "Comparison(title: \"Flat\", alternatives: [
        (name: \"Old\", pros: [\"Cheap\", \"Near work\"], cons: [\"Noisy\"]), (name: \"New\", pros: [\"Balcony\"]),
        (name: \"Cabin\", pros: [\"Quiet\", \"Garden\"], cons: [\"Far\", \"Damp\"])])";
    let comparisons = [jewelry(), Comparison::from_ron(three).expect("a sound comparison")];
    let mut seeded = Random::new(10);
    for comparison in &comparisons {
        for _ in 0..300 {
            let profile = random(comparison, &mut seeded);
            let subject = Subject::new(comparison, &profile);
            assert_plain(&report::text(&subject));
            assert_plain(&report::markdown(&subject));
            assert_plain(&report::html(&subject));
        }
    }
}
