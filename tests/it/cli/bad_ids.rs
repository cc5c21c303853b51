//! Comparison files whose ids, or the number of things that have them, are wrong.

use super::refusal::{SOUND, assert_refused, but, refusal};

/// The sound comparison up to its alternatives, then as many as asked for on one line.
fn with_alternatives(count: usize) -> String {
    let start = SOUND.split("alternatives").next().unwrap_or_default();
    let one = |i: usize| format!("(id: \"a{i}\", name: \"A{i}\", pros: [], cons: []), ");
    let all = (0..count).map(one).collect::<Vec<_>>().concat();
    format!("{start}alternatives: [{all}],\n)\n")
}

#[test]
fn an_id_is_plain() {
    assert_refused(&[
        refusal(
            "upper case",
            but(r#""rings""#, r#""Rings""#),
            r#"
error: bad.ron:3:9: an id is 1 to 64 of a-z, 0-9 and -, and "Rings" is not
    3 |     id: "Rings",
      |         ^^^^^^^
"#,
        ),
        refusal(
            "empty",
            but(r#""rings""#, r#""""#),
            r#"
error: bad.ron:3:9: an id is 1 to 64 of a-z, 0-9 and -, and "" is not
    3 |     id: "",
      |         ^^
"#,
        ),
        refusal(
            "white space",
            but(r#""rings""#, r#""my rings""#),
            r#"
error: bad.ron:3:9: an id is 1 to 64 of a-z, 0-9 and -, and "my rings" is not
    3 |     id: "my rings",
      |         ^^^^^^^^^^
"#,
        ),
        refusal(
            "an umlaut",
            but(r#""rings""#, r#""kühe""#),
            r#"
error: bad.ron:3:9: an id is 1 to 64 of a-z, 0-9 and -, and "kühe" is not
    3 |     id: "kühe",
      |         ^^^^^^
"#,
        ),
        refusal(
            "65 long",
            but("rings", &"x".repeat(65)),
            r#"
error: bad.ron:3:9: an id is 1 to 64 of a-z, 0-9 and -, and "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx..." is not
    3 |     id: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        ),
    ]);
}

#[test]
fn an_id_is_unique_among_its_siblings() {
    assert_refused(&[
        refusal(
            "criteria",
            but(
                r#"        (id: "luster", name: "Luster"),
"#,
                r#"        (id: "luster", name: "Luster"),
        (id: "price", name: "Cost"),
"#,
            ),
            r#"
error: bad.ron:8:14: the id "price" is taken already
    8 |         (id: "price", name: "Cost"),
      |              ^^^^^^^
"#,
        ),
        refusal(
            "alternatives",
            but(r#"id: "silver""#, r#"id: "gold""#),
            r#"
error: bad.ron:16:17: the id "gold" is taken already
   16 |             id: "gold", name: "Silver",
      |                 ^^^^^^
"#,
        ),
        refusal(
            "a pro and a con",
            but(r#"id: "dear""#, r#"id: "warm""#),
            r#"
error: bad.ron:13:25: the id "warm" is taken already
   13 |             cons: [(id: "warm", title: "Dear", criterion: "price")],
      |                         ^^^^^^
"#,
        ),
        refusal(
            "presets",
            but(r#"id: "shine""#, r#"id: "thrift""#),
            r#"
error: bad.ron:23:14: the id "thrift" is taken already
   23 |         (id: "thrift", name: "Shine", weights: {"luster": 9}),
      |              ^^^^^^^^
"#,
        ),
    ]);
}

#[test]
fn what_a_preset_weighs_is_known() {
    assert_refused(&[
        refusal(
            "nearly a criterion",
            but(r#"{"price": 9}"#, r#"{"prize": 9}"#),
            r#"
error: bad.ron:22:50: there is no criterion "prize"; did you mean "price"?
   22 |         (id: "thrift", name: "Thrift", weights: {"prize": 9}, others: Some(3)),
      |                                                  ^^^^^^^
"#,
        ),
        refusal(
            "not nearly",
            but(r#"{"price": 9}"#, r#"{"weather": 9}"#),
            r#"
error: bad.ron:22:50: there is no criterion "weather"
   22 |         (id: "thrift", name: "Thrift", weights: {"weather": 9}, others: Some(3)),
      |                                                  ^^^^^^^^^
"#,
        ),
        refusal(
            "nearly a claim",
            but(r#"{"price": 9}"#, r#"{"gold/worm": 9}"#),
            r#"
error: bad.ron:22:50: there is no claim "gold/worm"; did you mean "gold/warm"?
   22 |         (id: "thrift", name: "Thrift", weights: {"gold/worm": 9}, others: Some(3)),
      |                                                  ^^^^^^^^^^^
"#,
        ),
        refusal(
            "a criterion by its id and by its name",
            but(r#"{"price": 9}"#, r#"{"price": 9, "Price": 8}"#),
            r#"
error: bad.ron:22:62: the criterion "Price" is given twice
   22 |         (id: "thrift", name: "Thrift", weights: {"price": 9, "Price": 8}, others: Some(3)),
      |                                                              ^^^^^^^
"#,
        ),
    ]);
}

#[test]
fn what_was_chosen_is_known() {
    assert_refused(&[refusal(
        "nearly",
        but("    criteria", "    chosen: Some(\"golf\"),\n    criteria"),
        r#"
error: bad.ron:5:18: there is no alternative with the id "golf"; did you mean "gold"?
    5 |     chosen: Some("golf"),
      |                  ^^^^^^
"#,
    )]);
}

#[test]
fn there_are_2_to_8_alternatives() {
    assert_refused(&[
        refusal(
            "none",
            with_alternatives(0),
            "
error: bad.ron:9:19: a comparison has 2 to 8 alternatives, this one has 0
    9 |     alternatives: [],
      |                   ^^
",
        ),
        refusal(
            "one",
            with_alternatives(1),
            r#"
error: bad.ron:9:19: a comparison has 2 to 8 alternatives, this one has 1
    9 |     alternatives: [(id: "a0", name: "A0", pros: [], cons: []), ],
      |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        ),
        refusal(
            "nine",
            with_alternatives(9),
            r#"
error: bad.ron:9:19: a comparison has 2 to 8 alternatives, this one has 9
    9 |     alternatives: [(id: "a0", name: "A0", pros: [], cons: []), (id: "a1", name: "A1", pros: [], cons
      |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        ),
    ]);
}
