//! Names and spellings of keys of any kind: never a panic, and what is taken is fit for what it is for.

use std::path::{Component, Path};

use touchstone::keymap::Key;
use touchstone::profile::ProfileName;
use touchstone::safe_text::SafeText;

use super::pieces::BLANKS;
use crate::support::random::Random;

/// How many texts the usual run tries.
const ROUNDS: usize = 20_000;

/// What names and spellings are made of, beside blanks.
const PIECES: [&str; 26] = [
    "a",
    "Z",
    "mine",
    "CON",
    "nul",
    "com1",
    ".",
    "..",
    "-",
    "/",
    "\\",
    ":",
    "\u{e9}",
    "e\u{301}",
    "\u{df}",
    "\u{130}",
    "\u{6307}",
    "\u{1f468}\u{200d}\u{1f469}",
    "\u{202e}",
    "\u{2800}",
    "\u{301}",
    "\u{1b}[31m",
    "\0",
    "Ctrl-",
    "PgUp",
    "\u{2191}",
];

fn text(random: &mut Random) -> String {
    let piece = |random: &mut Random| match random.below(4) {
        0 => *random.of(&BLANKS),
        _ => *random.of(&PIECES),
    };
    (0..random.below(9)).map(|_| piece(random)).collect()
}

#[test]
fn what_is_taken_as_a_name_is_shown_as_it_is_and_makes_a_plain_file_name() {
    let mut random = Random::new(11);
    let mut taken = 0;
    for _ in 0..ROUNDS {
        let text = text(&mut random);
        let Ok(name) = ProfileName::new(&text) else { continue };
        taken += 1;
        assert_eq!(SafeText::line(name.as_str()).as_str(), name.as_str(), "{text:?}");
        assert!(name.as_str().chars().count() <= ProfileName::LONGEST, "{text:?}");
        assert_eq!(ProfileName::new(name.as_str()).as_ref(), Ok(&name), "{text:?}");
        let slug = name.slug();
        let mut components = Path::new(&slug).components();
        assert!(matches!(components.next(), Some(Component::Normal(_))), "{text:?} {slug:?}");
        assert_eq!(components.next(), None, "{text:?} {slug:?}");
        assert!(slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{text:?} {slug:?}");
    }
    assert!(taken > ROUNDS / 20, "{taken} names");
}

#[test]
fn what_is_read_as_a_key_is_spelled_so_that_it_is_read_again() {
    let mut random = Random::new(12);
    let mut read = 0;
    for _ in 0..ROUNDS {
        let text = text(&mut random);
        let Ok(key) = text.parse::<Key>() else { continue };
        read += 1;
        assert_eq!(key.to_string().parse::<Key>(), Ok(key), "{text:?}");
    }
    assert!(read > ROUNDS / 100, "{read} keys");
}
