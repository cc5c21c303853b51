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
        assert_plain(what, &said_of(&but("{\"price\"", &format!("{{\"price{escape}\""))));
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
            &["report", "odd.ron", "--format", "html"],
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

#[test]
fn a_name_that_shows_nothing_is_refused() {
    for (what, name) in [
        ("marks without a base", "\u{301}\u{302}"),
        ("marks on a blank", " \u{301}"),
        ("joiners", "\u{200d}\u{200c}"),
        ("a variation selector", "\u{fe0f}"),
        ("Braille without dots", "\u{2800}\u{2800}"),
        ("blanks of all kinds", "\u{a0}\u{3000}\u{2003}"),
    ] {
        for part in ["\"Gold or silver\"", "\"Luster\"", "\"Silver\"", "\"Warm\"", "\"Thrift\""] {
            let said = said_of(&but(part, &format!("\"{name}\"")));
            let refused = said.contains(": nothing would be seen of this text\n")
                || said.contains(": this text must not be empty\n");
            assert!(refused && said.lines().count() == 3, "{what} for {part}: {said}");
        }
    }
}

#[test]
fn a_name_that_looks_like_its_sibling_is_refused() {
    for (what, name) in [
        ("the same", "Gold"),
        ("with blanks around it", " Gold\u{2003}"),
        ("with a dropped joiner", "Go\u{200d}ld"),
        ("with a dropped selector", "Gold\u{fe0f}"),
    ] {
        let said = said_of(&but("\"Silver\"", &format!("\"{name}\"")));
        assert!(
            said.starts_with("error: bad.ron:16:33: \"") && said.contains("looks like one"),
            "{what}: {said}"
        );
        assert_eq!(said.lines().count(), 3, "{what}: {said}");
    }
    for part in ["\"Luster\"", "\"Shine\""] {
        let like = if part == "\"Luster\"" { "\"Pr\\u{69}ce\"" } else { "\"Thr\\x69ft\"" };
        assert!(said_of(&but(part, like)).contains("looks like one that stands before it"), "{part}");
    }
    let composed = but("\"Gold\"", "\"Zo\u{eb}\"").replace("\"Silver\"", "\"Zoe\u{308}\"");
    assert!(said_of(&composed).contains("looks like one that stands before it"), "{composed}");
}

#[test]
fn check_warns_of_claims_that_look_alike() {
    let bench = Bench::new();
    bench.write("odd.ron", but("pros: [(id: \"warm\"", "pros: [(id: \"w\", title: \"Warm\"), (id: \"warm\""));
    let Ran { code, out, err } = bench.run(&["check", "odd.ron"]);
    assert_eq!((code, out.lines().count()), (0, 1), "{err}");
    assert!(
        err.starts_with("warning: odd.ron:12:66: \"Warm\" looks like one that stands before it\n"),
        "{err}"
    );
}

#[test]
fn check_names_every_character_that_is_not_shown() {
    let nine_marks = format!("a{}", "\u{301}".repeat(9));
    for (what, detail, places) in [
        ("a joiner", "a\u{200d}b", vec![(79, "200D")]),
        ("a selector", "\u{e9}a\u{fe0f}", vec![(80, "FE0F")]),
        ("a mark without a base", "\u{301}a", vec![(78, "0301")]),
        ("the ninth mark", nine_marks.as_str(), vec![(87, "0301")]),
        (
            "after an escape",
            "\\\"\\u{e9}\u{200d}b\\n\\u{200b}\\x41\u{200d}",
            vec![(86, "200D"), (90, "200B"), (102, "200D")],
        ),
    ] {
        let bench = Bench::new();
        let with = format!("title: \"Warm\", criterion: \"luster\", detail: \"{detail}\"");
        bench.write("odd.ron", but("title: \"Warm\", criterion: \"luster\"", &with));
        let Ran { code, err, .. } = bench.run(&["check", "odd.ron"]);
        assert_eq!(code, 0, "{what}: {err}");
        let found: Vec<&str> =
            err.lines().filter_map(|line| line.strip_prefix("warning: odd.ron:12:")).collect();
        assert_eq!(found.len(), places.len(), "{what}: {err}");
        for (line, (column, code)) in found.iter().zip(places) {
            assert!(line.starts_with(&format!("{column}: the character U+{code} ")), "{what}: {err}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_line_feed_in_the_name_of_a_file_makes_no_line() {
    let bench = Bench::new();
    let name = "a\nok.ron: sound";
    let shown = "a\u{240a}ok.ron: sound";
    bench.write(name, but("\"Warm\"", "\"W\u{200b}arm\""));
    let Ran { out, err, .. } = bench.run(&["check", name]);
    assert!(out.starts_with(&format!("{shown}: ")) && out.lines().count() == 1, "{out}");
    assert!(err.starts_with(&format!("warning: {shown}:12:")), "{err}");
    bench.write(name, but("\"Warm\"", "\"\""));
    let err = bench.run(&["check", name]).refused(1);
    assert!(err.starts_with(&format!("error: {shown}:12:")) && err.lines().count() == 4, "{err}");
    bench.write("a\nfolder/x", "");
    for args in [
        ["check", "a\nfolder"].as_slice(),
        &["report", "no\nfile"],
        &["report", "--profile-file", "a\nfolder"],
    ] {
        let err = bench.run(args).refused(1);
        assert!(err.lines().all(|line| line.starts_with("error: ")), "{err}");
    }
}

#[test]
fn check_warns_of_a_criterion_that_is_not_listed() {
    let bench = Bench::new();
    bench.write("odd.ron", but("\"luster\")]", "\"lustre\")]"));
    let Ran { code, err, .. } = bench.run(&["check", "odd.ron"]);
    let warning = "warning: odd.ron:12:59: \"lustre\" is not among the criteria; it is added to them; \
                   did you mean \"luster\"?\n";
    assert_eq!(code, 0, "{err}");
    assert!(err.starts_with(warning) && err.lines().count() == 3, "{err}");
}
