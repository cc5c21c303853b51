//! Comparison files with problems in fields of each kind of thing, and problems that come in pairs.

use super::refusal::{assert_refused, but, refusal, said_of};

#[test]
fn each_kind_of_thing_lists_its_own_fields() {
    assert_refused(&[
        refusal(
            "an alternative",
            but(r#"name: "Gold","#, r#"name: "Gold", price: 3,"#),
            r#"
error: bad.ron:11:39: there is no field `price` here; the fields are `id`, `name`, `summary`, `pros`, `cons`, `neutral`
   11 |             id: "gold", name: "Gold", price: 3,
      |                                       ^^^^^
"#,
        ),
        refusal(
            "a preset",
            but(r#"name: "Thrift","#, r#"name: "Thrift", other: 2,"#),
            r#"
error: bad.ron:22:40: there is no field `other` here; the fields are `id`, `name`, `summary`, `weights`, `others`
   22 |         (id: "thrift", name: "Thrift", other: 2, weights: {"price": 9}, others: Some(3)),
      |                                        ^^^^^
"#,
        ),
        refusal(
            "a claim, after a comment with the same word",
            but(r#"title: "Warm","#, r#"title: "Warm", /* sort: */ sort: 1,"#),
            r#"
error: bad.ron:12:60: there is no field `sort` here; the fields are `id`, `title`, `criterion`, `detail`
   12 |             pros: [(id: "warm", title: "Warm", /* sort: */ sort: 1, criterion: "luster")],
      |                                                            ^^^^
"#,
        ),
    ]);
}

#[test]
fn a_claim_needs_a_title() {
    assert_refused(&[refusal(
        "left out",
        but(r#"title: "Warm", "#, ""),
        r#"
error: bad.ron:12:20: the field `title` is missing
   12 |             pros: [(id: "warm", criterion: "luster")],
      |                    ^
"#,
    )]);
}

#[test]
fn a_text_needs_plain_quotes() {
    assert_refused(&[refusal(
        "typographic ones",
        but(r#""Gold or silver""#, "\u{201c}Gold or silver\u{201d}"),
        "
error: bad.ron:4:12: unexpected character '\u{201c}'
    4 |     title: \u{201c}Gold or silver\u{201d},
      |            ^
",
    )]);
}

#[test]
fn a_bad_key_does_not_hide_its_bad_value() {
    for entries in ["{1: 11}", r#"{"price": 9, "price": 11}"#] {
        let said = said_of(&but(r#"{"price": 9}"#, entries));
        assert_eq!(said.matches("error: ").count(), 2, "{said}");
        assert!(said.contains("expected a whole number from 0 to 10, found `11`\n"), "{said}");
    }
}
