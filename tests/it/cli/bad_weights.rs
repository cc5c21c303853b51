//! Comparison files whose presets weigh wrongly, and one in which nearly everything is wrong.

use super::refusal::{assert_refused, but, but_all, refusal};

#[test]
fn a_weight_is_a_whole_number_from_0_to_10() {
    assert_refused(&[
        refusal(
            "11",
            but("9}, others", "11}, others"),
            r#"
error: bad.ron:22:59: expected a whole number from 0 to 10, found `11`
   22 |         (id: "thrift", name: "Thrift", weights: {"price": 11}, others: Some(3)),
      |                                                           ^^
"#,
        ),
        refusal(
            "-1",
            but("9}, others", "-1}, others"),
            r#"
error: bad.ron:22:59: expected a whole number from 0 to 10, found `-1`
   22 |         (id: "thrift", name: "Thrift", weights: {"price": -1}, others: Some(3)),
      |                                                           ^^
"#,
        ),
        refusal(
            "2.5",
            but("9}, others", "2.5}, others"),
            r#"
error: bad.ron:22:59: expected a whole number from 0 to 10, found `2.5`
   22 |         (id: "thrift", name: "Thrift", weights: {"price": 2.5}, others: Some(3)),
      |                                                           ^^^
"#,
        ),
        refusal(
            "256",
            but("9}, others", "256}, others"),
            r#"
error: bad.ron:22:59: expected a whole number from 0 to 10, found `256`
   22 |         (id: "thrift", name: "Thrift", weights: {"price": 256}, others: Some(3)),
      |                                                           ^^^
"#,
        ),
        refusal(
            "a text",
            but("9}, others", r#""9"}, others"#),
            r#"
error: bad.ron:22:59: expected a whole number from 0 to 10, found a text
   22 |         (id: "thrift", name: "Thrift", weights: {"price": "9"}, others: Some(3)),
      |                                                           ^^^
"#,
        ),
        refusal(
            "others at 11",
            but("Some(3)", "Some(11)"),
            r#"
error: bad.ron:22:76: expected a whole number from 0 to 10, found `11`
   22 |         (id: "thrift", name: "Thrift", weights: {"price": 9}, others: Some(11)),
      |                                                                            ^^
"#,
        ),
        refusal(
            "bare others at 11",
            but("Some(3)", "11"),
            r#"
error: bad.ron:22:71: expected a whole number from 0 to 10, found `11`
   22 |         (id: "thrift", name: "Thrift", weights: {"price": 9}, others: 11),
      |                                                                       ^^
"#,
        ),
        refusal(
            "a key given twice",
            but(r#"{"price": 9}"#, r#"{"price": 9, "price": 2}"#),
            r#"
error: bad.ron:22:62: the key "price" is given twice
   22 |         (id: "thrift", name: "Thrift", weights: {"price": 9, "price": 2}, others: Some(3)),
      |                                                              ^^^^^^^
"#,
        ),
        refusal(
            "a number as key",
            but(r#"{"price": 9}"#, "{1: 9}"),
            r#"
error: bad.ron:22:50: expected a text in quotes, found `1`
   22 |         (id: "thrift", name: "Thrift", weights: {1: 9}, others: Some(3)),
      |                                                  ^
"#,
        ),
    ]);
}

#[test]
fn every_problem_is_told_in_the_order_of_the_file() {
    assert_refused(&[refusal(
        "five in one file",
        but_all(&[
            ("[(id: \"cheap\", title: \"Cheap\", criterion: \"price\")]", "\"cheap\""),
            ("\"price\": 9", "\"price\": 11"),
            ("\"Gold or silver\"", "\"\""),
            ("\"rings\"", "\"Rings\""),
            ("name: \"Luster\"", "nom: \"Luster\""),
        ]),
        r#"
error: bad.ron:3:9: an id is 1 to 64 of a-z, 0-9 and -, and "Rings" is not
    3 |     id: "Rings",
      |         ^^^^^^^
error: bad.ron:4:12: this text must not be empty
    4 |     title: "",
      |            ^^
error: bad.ron:7:9: the field `name` is missing
    7 |         (id: "luster", nom: "Luster"),
      |         ^
error: bad.ron:7:24: there is no field `nom` here; the fields are `id`, `name`
    7 |         (id: "luster", nom: "Luster"),
      |                        ^^^
error: bad.ron:17:19: expected a list in square brackets, found a text
   17 |             pros: "cheap",
      |                   ^^^^^^^
error: bad.ron:22:59: expected a whole number from 0 to 10, found `11`
   22 |         (id: "thrift", name: "Thrift", weights: {"price": 11}, others: Some(3)),
      |                                                           ^^
"#,
    )]);
}
