//! Comparison files that are RON, with fields or values that do not fit.

use super::refusal::{assert_refused, but, refusal};

#[test]
fn the_format_is_not_ours() {
    assert_refused(&[
        refusal("newer", but("format: 1", "format: 2"), "
error: bad.ron:2:13: this file has format 2, which is newer than this program knows (1): a newer touchstone can read it
    2 |     format: 2,
      |             ^
"),
        refusal("none", but("format: 1", "format: 0"), "
error: bad.ron:2:13: expected the format number 1, found `0`
    2 |     format: 0,
      |             ^
"),
        refusal("a text", but("format: 1", r#"format: "1""#), r#"
error: bad.ron:2:13: expected the format number 1, found a text
    2 |     format: "1",
      |             ^^^
"#),
        refusal("a fraction", but("format: 1", "format: 1.0"), "
error: bad.ron:2:13: expected the format number 1, found `1.0`
    2 |     format: 1.0,
      |             ^^^
"),
    ]);
}

#[test]
fn fields_are_known_and_given_once() {
    assert_refused(&[
        refusal(
            "unknown",
            but(
                "    title",
                r#"    color: "red",
    title"#,
            ),
            r#"
error: bad.ron:4:5: there is no field `color` here; the fields are `format`, `id`, `title`, `summary`, `source`, `criteria`, `alternatives`, `presets`, `chosen`
    4 |     color: "red",
      |     ^^^^^
"#,
        ),
        refusal(
            "unknown in a claim",
            but(r#"criterion: "luster""#, r#"criteria: "luster""#),
            r#"
error: bad.ron:12:48: there is no field `criteria` here; the fields are `id`, `title`, `criterion`, `detail`
   12 |             pros: [(id: "warm", title: "Warm", criteria: "luster")],
      |                                                ^^^^^^^^
"#,
        ),
        refusal(
            "misspelled, so that the right one is missing",
            but(r#"title: "Warm""#, r#"titel: "Warm""#),
            r#"
error: bad.ron:12:20: the field `title` is missing
   12 |             pros: [(id: "warm", titel: "Warm", criterion: "luster")],
      |                    ^
error: bad.ron:12:33: there is no field `titel` here; the fields are `id`, `title`, `criterion`, `detail`
   12 |             pros: [(id: "warm", titel: "Warm", criterion: "luster")],
      |                                 ^^^^^
"#,
        ),
        refusal(
            "given twice",
            but(
                "    title",
                r#"    id: "again",
    title"#,
            ),
            r#"
error: bad.ron:4:5: the field `id` is given twice
    4 |     id: "again",
      |     ^^
"#,
        ),
    ]);
}

#[test]
fn fields_that_must_be_there_are() {
    assert_refused(&[
        refusal(
            "no title",
            but(
                r#"    title: "Gold or silver",
"#,
                "",
            ),
            "
error: bad.ron:1:1: the field `title` is missing
    1 | Comparison(
      | ^
",
        ),
        refusal(
            "no name",
            but(r#"name: "Silver","#, ""),
            "
error: bad.ron:15:9: the field `name` is missing
   15 |         (
      |         ^
",
        ),
        refusal(
            "no weights in a preset",
            but(r#", weights: {"luster": 9}"#, ""),
            r#"
error: bad.ron:23:9: the field `weights` is missing
   23 |         (id: "shine", name: "Shine"),
      |         ^
"#,
        ),
        refusal(
            "nothing at all",
            r"Comparison()
",
            "
error: bad.ron:1:1: the field `title` is missing
    1 | Comparison()
      | ^
error: bad.ron:1:1: the field `alternatives` is missing
    1 | Comparison()
      | ^
",
        ),
    ]);
}

#[test]
fn a_value_has_the_wrong_type() {
    assert_refused(&[
        refusal(
            "a number for a text",
            but(r#""Gold or silver""#, "12"),
            "
error: bad.ron:4:12: expected a text in quotes, found `12`
    4 |     title: 12,
      |            ^^
",
        ),
        refusal(
            "a list for a text",
            but(r#""Gold or silver""#, r#"["gold"]"#),
            r#"
error: bad.ron:4:12: expected a text in quotes, found a list
    4 |     title: ["gold"],
      |            ^^^^^^^^
"#,
        ),
        refusal(
            "a list over two lines for a text",
            but(
                r#""Gold or silver""#,
                r#"[
        "gold"]"#,
            ),
            "
error: bad.ron:4:12: expected a text in quotes, found a list
    4 |     title: [
      |            ^
",
        ),
        refusal(
            "a text for a list",
            but(r#"[(id: "warm", title: "Warm", criterion: "luster")]"#, r#""warm""#),
            r#"
error: bad.ron:12:19: expected a list in square brackets, found a text
   12 |             pros: "warm",
      |                   ^^^^^^
"#,
        ),
        refusal(
            "a number in a list of claims",
            but(r#"(id: "warm", title: "Warm", criterion: "luster")"#, "5"),
            r"
error: bad.ron:12:20: expected fields in parentheses: (id: ...), found `5`
   12 |             pros: [5],
      |                    ^
",
        ),
        refusal(
            "a text in a list of criteria",
            but(r#"(id: "price", name: "Price")"#, r#""price""#),
            r#"
error: bad.ron:6:9: expected fields in parentheses: (id: ...), found a text
    6 |         "price",
      |         ^^^^^^^
"#,
        ),
        refusal(
            "a list for a map",
            but(r#"{"price": 9}"#, r#"["price"]"#),
            r#"
error: bad.ron:22:49: expected a map in braces: {"...": ...}, found a list
   22 |         (id: "thrift", name: "Thrift", weights: ["price"], others: Some(3)),
      |                                                 ^^^^^^^^^
"#,
        ),
        refusal(
            "a group for a map",
            but(r#"{"price": 9}"#, "(price: 9)"),
            r#"
error: bad.ron:22:49: expected a map in braces: {"...": ...}, found a group in parentheses
   22 |         (id: "thrift", name: "Thrift", weights: (price: 9), others: Some(3)),
      |                                                 ^^^^^^^^^^
"#,
        ),
        refusal(
            "a map for a preset",
            but(r#"(id: "shine", name: "Shine", weights: {"luster": 9})"#, r#"{"id": "shine"}"#),
            r#"
error: bad.ron:23:9: expected fields in parentheses: (id: ...), found a map
   23 |         {"id": "shine"},
      |         ^^^^^^^^^^^^^^^
"#,
        ),
        refusal(
            "a number in the source",
            but(
                "    criteria",
                r"    source: Some(3),
    criteria",
            ),
            "
error: bad.ron:5:18: expected a text in quotes, found `3`
    5 |     source: Some(3),
      |                  ^
",
        ),
    ]);
}

#[test]
fn a_text_is_empty() {
    assert_refused(&[
        refusal(
            "a title",
            but(r#""Gold or silver""#, r#""""#),
            r#"
error: bad.ron:4:12: this text must not be empty
    4 |     title: "",
      |            ^^
"#,
        ),
        refusal(
            "a name of white space",
            but(r#""Luster""#, r#""  ""#),
            r#"
error: bad.ron:7:30: this text must not be empty
    7 |         (id: "luster", name: "  "),
      |                              ^^^^
"#,
        ),
        refusal(
            "a source",
            but(
                "    criteria",
                r#"    source: Some(""),
    criteria"#,
            ),
            r#"
error: bad.ron:5:18: this text must not be empty
    5 |     source: Some(""),
      |                  ^^
"#,
        ),
    ]);
}
