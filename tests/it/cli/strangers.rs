//! Files of strangers: what they hold never steers the terminal that shows it.

use super::refusal::{but, said_of};
use crate::support::bench::{Bench, Ran};

/// Characters that move the cursor, change colors or turn the order of what follows.
const STEERING: [(&str, char); 6] = [
    ("escape", '\u{1b}'),
    ("bell", '\u{7}'),
    ("delete", '\u{7f}'),
    ("a carriage return", '\r'),
    ("the one-byte form of escape and [", '\u{9b}'),
    ("right-to-left override", '\u{202e}'),
];

fn assert_plain(what: &str, text: &str) {
    let steers = |c: &char| c.is_control() && *c != '\n' || ('\u{202a}'..='\u{202e}').contains(c);
    let found: Vec<char> = text.chars().filter(steers).collect();
    assert!(found.is_empty(), "{what}: {found:?} in {text:?}");
}

#[test]
fn the_source_line_of_a_problem_is_shown_without_steering() {
    for (what, c) in STEERING {
        assert_plain(what, &said_of(&but("\"Gold or silver\"", &format!("\"Gold{c}[31m\", cost: 1"))));
    }
}

#[test]
fn a_quoted_part_of_a_message_is_without_steering() {
    for (what, c) in STEERING {
        let escape = format!("\\u{{{:x}}}", u32::from(c));
        assert_plain(what, &said_of(&but("\"rings\"", &format!("\"rings{escape}\""))));
        assert_plain(what, &said_of(&but("\"luster\")]", &format!("\"luster{escape}\")]"))));
    }
}

#[test]
fn a_message_stays_on_its_line() {
    let said = said_of(&but("\"rings\"", "\"ri\\nngs\""));
    assert_eq!(said.lines().count(), 3, "{said}");
}

/// A sound file whose texts hold `escape` wherever a text may hold anything.
fn odd(escape: &str) -> String {
    but("\"Gold or silver\"", &format!("\"Gold{escape}or silver\", source: \"s{escape}\""))
        .replace("\"Warm\"", &format!("\"Wa{escape}rm\""))
        .replace("\"Silver\"", &format!("\"Sil{escape}ver\""))
}

#[test]
fn what_a_sound_file_says_is_printed_without_steering() {
    for (what, c) in STEERING {
        let bench = Bench::new();
        bench.write("odd.ron", odd(&format!("\\u{{{:x}}}", u32::from(c))));
        for args in [
            ["check", "odd.ron"].as_slice(),
            &["report", "odd.ron"],
            &["report", "odd.ron", "--format", "markdown"],
            &["report", "odd.ron", "--format", "json"],
        ] {
            let Ran { out, err, .. } = bench.run(args);
            assert_plain(&format!("{what}, {args:?}"), &out);
            assert_plain(&format!("{what}, {args:?}"), &err);
            let warned = err.contains(&format!("odd.ron:4:17: the character U+{:04X}", u32::from(c)));
            assert_eq!(warned, args[0] == "check", "{what}, {args:?}: {err}");
        }
    }
}

#[test]
fn check_says_one_line_for_each_sound_file() {
    let bench = Bench::new();
    bench.write("odd.ron", odd("\\n"));
    let said = bench.run(&["check", "odd.ron"]).done();
    assert_eq!(said.lines().count(), 1, "{said}");
}
