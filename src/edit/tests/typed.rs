//! What is typed is hostile, and reads back as it is shown.

use super::corpus::{ODD, ONE_LINE};
use super::{Say, claim, edited};

const TYPED: [&str; 14] = [
    "\"",
    "\\",
    "\\\"",
    "a\\n\\u{41}\"b",
    "r#\"raw\"#",
    "// no comment",
    "/* nor this",
    "*/ \"), (title: \"x",
    "a\u{1b}[31mb\u{7}",
    "\u{202e}abc",
    "a\tb\rc",
    "na\u{ef}ve \u{1f468}\u{200d}\u{1f469} \u{5e9}\u{5dc}\u{5d5}\u{5dd}",
    "\u{feff}x\u{0}y",
    "a \u{301}b\u{85}c\u{2028}d",
];

/// As it is shown, so that `check` has nothing to say of it.
fn shown(typed: &str) -> &str {
    match typed {
        "a\u{1b}[31mb\u{7}" => "a\u{241b}[31mb\u{2407}",
        "\u{202e}abc" => "\u{fffd}abc",
        "a\tb\rc" => "a b c",
        "\u{feff}x\u{0}y" => "\u{fffd}x\u{2400}y",
        "a \u{301}b\u{85}c\u{2028}d" => "a \u{301}b\u{fffd}c\u{fffd}d",
        other => other,
    }
}

#[test]
fn whatever_is_typed_reads_back_as_it_is_shown() {
    for typed in TYPED {
        let expected = shown(typed);
        for text in
            [ONE_LINE.replace("Old", "A").replace("New", "B").replace("Cheap", "C old"), ODD.to_owned()]
        {
            let at = |id: &str| format!("a/{id}");
            let title = edited(&text, Say::Title(typed)).comparison;
            assert_eq!((title.title().as_str(), title.title().raw()), (expected, expected));
            let named = edited(&text, Say::Rename("b", typed)).comparison;
            assert_eq!(named.alternatives().nth(1).unwrap().1.name.as_str(), expected);
            let retitled = edited(&text, Say::Retitle(&at("c-old"), typed)).comparison;
            assert_eq!(retitled[claim(&retitled, "a/c-old")].title.raw(), expected);
            let detail = edited(&text, Say::Detail(&at("c-old"), typed)).comparison;
            assert_eq!(detail[claim(&detail, "a/c-old")].detail.raw(), expected.replace("a b c", "a b\nc"));
            let topic = edited(&text, Say::Topic(&at("c-old"), typed)).comparison;
            let own = topic[claim(&topic, "a/c-old")].criterion.unwrap();
            assert_eq!(topic[own].name.raw(), expected);
            let added = edited(&text, Say::AddPro("a", typed)).comparison;
            assert!(added.claims().any(|(_, claim)| claim.title.raw() == expected));
        }
    }
}

#[test]
fn lines_of_a_title_become_one_and_those_of_a_detail_stay() {
    let title = edited(ONE_LINE, Say::Retitle("old/cheap", " Very\r\ncheap\n")).comparison;
    assert_eq!(title[claim(&title, "old/cheap")].title.as_str(), "Very cheap");
    let detail = edited(ONE_LINE, Say::Detail("old/cheap", "\none\r\n\r\ntwo\rthree\n")).comparison;
    assert_eq!(detail[claim(&detail, "old/cheap")].detail.as_str(), "one\n\ntwo\nthree");
}
