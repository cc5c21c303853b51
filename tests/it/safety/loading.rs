//! Files that are wrong in any way are refused with a message, or read; the program never panics.

use std::thread;

use touchstone::comparison::Comparison;
use touchstone::problem::Problems;
use touchstone::profile::Profile;
use touchstone::safe_text::SafeText;

use super::pieces::spoiled;
use super::syntax;
use crate::support::random::Random;

pub(crate) const SMALL: &str = r#"// A small one.
Comparison(format: 1, id: "s", title: "Small", summary: "One\ntwo", source: Some("S"),
    criteria: [(id: "c", name: "C\u{e9}")],
    alternatives: [
        (id: "a", name: "A", pros: [(id: "p", title: "P", criterion: "c", detail: r"raw")], cons: []),
        (id: "b", name: "B", pros: [], cons: [/* none */(id: "q", title: "Q", criterion: Some("c"))]),
    ],
    presets: [(id: "x", name: "X", weights: {"c": 9}, others: Some(3))],
)
"#;

const PROFILE: &str = r#"Profile(
    format: 1,
    comparison: "s",
    name: "mine",
    band: 3,
    counting: OncePerCriterion,
    decided: Some((chose: "a", on: "2026-11-25", chance: 84, why: "so\u{e9}\n")),
    stances: {
        "a/p": (weight: Some(10), essential: true),
        "b/q": (on: false, note: "so\n"),
        "b/gone": (weight: Some(1)),
    },
)
"#;

/// Reads a text as a comparison, with every message written out.
fn load_comparison(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Err(problems) = Comparison::from_ron(text) {
        assert_told(text, &problems);
    }
}

/// Reads a text as a profile of the small comparison; what is read can be written and read again.
fn load_profile(bytes: &[u8], comparison: &Comparison) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match Profile::from_ron(text, comparison) {
        Err(problems) => assert_told(text, &problems),
        Ok(profile) => {
            let written = profile.to_ron(comparison).expect("a profile can be written");
            assert_eq!(Profile::from_ron(&written, comparison).as_ref(), Ok(&profile), "{written}");
        }
    }
}

/// Each problem has a place in the text, and shows that line of it with a mark under it.
fn assert_told(text: &str, problems: &Problems) {
    assert!(!problems.list.is_empty());
    for problem in &problems.list {
        let message = problem.to_string();
        assert!(message.len() < 4_000, "{message}");
        let [_, shown, marked] = message.lines().collect::<Vec<_>>().try_into().expect("three lines");
        let line = text.split('\n').nth(problem.line - 1).expect("a line of the text");
        // A byte-order mark is no part of its line, and the place may be right behind the end.
        let line = line.trim_start_matches('\u{feff}');
        assert!((1..=line.chars().count() + 1).contains(&problem.column), "{message}\n{line:?}");
        let (number, shown) = shown.split_once(" | ").or(shown.split_once(" |")).expect("a line number");
        assert_eq!(number.trim(), problem.line.to_string(), "{message}");
        // A mark that stands alone on one side of the place is not shown: plain letters tell the line.
        let [line, shown] = [SafeText::line(line).to_string(), shown.trim_end().to_owned()]
            .map(|text| text.chars().filter(char::is_ascii).collect::<String>());
        assert!(line.contains(&shown), "{shown:?} is not in {line:?}");
        let (_, mark) = marked.split_once(" | ").expect("a mark");
        assert!(
            mark.trim_start().starts_with('^') && mark.trim().bytes().all(|byte| byte == b'^'),
            "{message}"
        );
    }
}

/// Six changes of one byte: gone, flipped, NUL, ESC, 0xff, doubled; and the end of the file there.
fn mutated(bytes: &[u8], at: usize) -> [Vec<u8>; 7] {
    let with = |byte: u8| {
        let mut changed = bytes.to_vec();
        changed[at] = byte;
        changed
    };
    let mut gone = bytes.to_vec();
    gone.remove(at);
    let mut doubled = bytes.to_vec();
    doubled.insert(at, bytes[at]);
    [gone, with(bytes[at] ^ 0x20), with(0), with(0x1b), with(0xff), doubled, bytes[..at].to_vec()]
}

/// Loads a text with every byte mutated, a share of them all.
fn mutate_everywhere(text: &str, (share, of): (usize, usize), load: impl Fn(&[u8])) {
    for at in (share..text.len()).step_by(of) {
        for bytes in mutated(text.as_bytes(), at) {
            load(&bytes);
        }
    }
}

fn small() -> Comparison {
    Comparison::from_ron(SMALL).expect("a sound comparison")
}

#[test]
fn every_byte_of_a_small_comparison_may_be_wrong() {
    mutate_everywhere(SMALL, (0, 1), load_comparison);
}

#[test]
fn every_byte_of_a_profile_may_be_wrong() {
    let comparison = small();
    assert!(Profile::from_ron(PROFILE, &comparison).is_ok());
    mutate_everywhere(PROFILE, (0, 1), |bytes| load_profile(bytes, &comparison));
}

#[test]
fn every_first_of_three_bytes_of_the_bundled_comparison_may_be_wrong() {
    mutate_everywhere(touchstone::JEWELRY, (0, 3), load_comparison);
}

#[test]
fn every_second_of_three_bytes_of_the_bundled_comparison_may_be_wrong() {
    mutate_everywhere(touchstone::JEWELRY, (1, 3), load_comparison);
}

#[test]
fn every_third_of_three_bytes_of_the_bundled_comparison_may_be_wrong() {
    mutate_everywhere(touchstone::JEWELRY, (2, 3), load_comparison);
}

/// Several changes at once, with pieces of the syntax thrown in.
fn scrambled(random: &mut Random) -> Vec<u8> {
    const PIECES: [&[u8]; 16] = [
        b"(",
        b")",
        b"[",
        b"]",
        b"{",
        b"}",
        b"\"",
        b",",
        b":",
        b"/*",
        b"//",
        b"Some(",
        b"r#\"",
        b"\\u{202e}",
        "\u{1f468}\u{200d}".as_bytes(),
        b"99999999999999999999",
    ];
    let mut bytes = random.of(&[SMALL, PROFILE]).as_bytes().to_vec();
    for _ in 0..=random.below(6) {
        let at = random.below(bytes.len() + 1);
        match random.below(4) {
            0 => drop(bytes.splice(at..at, random.of(&PIECES).iter().copied())),
            1 => drop(bytes.drain(at..(at + random.below(20)).min(bytes.len()))),
            2 => {
                let other = random.below(bytes.len() + 1);
                let piece = bytes[at.min(other)..at.max(other).min(at.min(other) + 40)].to_vec();
                drop(bytes.splice(at..at, piece));
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(random.below(256)).expect("a byte");
                }
            }
        }
    }
    bytes
}

fn scramble(rounds: usize, change: fn(&mut Random) -> Vec<u8>) {
    let threads = 4;
    let comparison = &small();
    thread::scope(|scope| {
        for seed in 1..=threads {
            scope.spawn(move || {
                let mut random = Random::new(seed);
                for _ in 0..rounds / 4 {
                    let bytes = change(&mut random);
                    load_comparison(&bytes);
                    load_profile(&bytes, comparison);
                }
            });
        }
    });
}

/// A sound file with a few of its tokens changed.
fn nearly_sound(random: &mut Random) -> Vec<u8> {
    let text = *random.of(&[SMALL, PROFILE, touchstone::JEWELRY]);
    spoiled(random, text).into_bytes()
}

#[test]
fn scrambled_files_are_refused_or_read() {
    scramble(20_000, scrambled);
}

#[test]
fn files_with_changed_tokens_are_refused_or_read() {
    scramble(20_000, nearly_sound);
}

/// Every file that was once read wrongly.
#[test]
fn findings_are_refused_or_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/findings");
    let files: Vec<_> = std::fs::read_dir(folder).expect("a folder").collect();
    assert!(files.len() >= 10, "{} files", files.len());
    for file in files {
        let path = file.expect("a file").path();
        let bytes = std::fs::read(&path).expect("it can be read");
        load_comparison(&bytes);
        load_profile(&bytes, &small());
        let text = std::str::from_utf8(&bytes).expect("UTF-8");
        syntax::compare(text);
    }
}

#[test]
#[ignore = "the long run: 10 million files of either kind"]
fn long_run_changed_files_are_refused_or_read() {
    scramble(10_000_000, scrambled);
    scramble(10_000_000, nearly_sound);
}
