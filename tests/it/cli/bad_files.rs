//! Comparison files whose syntax is wrong: the first mistake is told, in our words.

use super::refusal::{SOUND, assert_refused, but, refusal};

#[test]
fn a_file_of_another_kind() {
    assert_refused(&[
        refusal(
            "empty",
            "",
            "error: bad.ron:1:1: the file is empty; expected Comparison(...)\n    1 | \n      | ^\n",
        ),
        refusal(
            "only a comment",
            r"// nothing here
",
            "error: bad.ron:2:1: the file is empty; expected Comparison(...)\n    2 | \n      | ^\n",
        ),
        refusal(
            "JSON",
            r#"{
  "format": 1
}
"#,
            "
error: bad.ron:1:1: this looks like JSON; expected RON, which starts with Comparison(...)
    1 | {
      | ^
",
        ),
        refusal(
            "a list",
            "[1]",
            "
error: bad.ron:1:1: expected Comparison(...)
    1 | [1]
      | ^
",
        ),
        refusal(
            "a word",
            "hello",
            "
error: bad.ron:1:1: expected Comparison(...)
    1 | hello
      | ^
",
        ),
        refusal(
            "a misspelled name",
            but("Comparison(", "Comparision("),
            "
error: bad.ron:1:1: expected Comparison(...)
    1 | Comparision(
      | ^
",
        ),
        refusal(
            "a profile",
            but("Comparison(", "Profile("),
            "
error: bad.ron:1:1: this is a profile; expected Comparison(...); touchstone --profile-file opens it
    1 | Profile(
      | ^
",
        ),
        refusal(
            "a byte-order mark and nothing",
            "\u{feff}",
            "error: bad.ron:1:1: the file is empty; expected Comparison(...)\n    1 | \n      | ^\n",
        ),
    ]);
}

#[test]
fn something_is_not_closed() {
    assert_refused(&[
        refusal(
            "the list of criteria",
            but(
                r"    ],
    alternatives",
                "    alternatives",
            ),
            "
error: bad.ron:8:17: expected a comma or the closing bracket
    8 |     alternatives: [
      |                 ^
",
        ),
        refusal(
            "the whole",
            SOUND.trim_end().trim_end_matches(')'),
            "error: bad.ron:25:1: the file ends too early: something that was opened is not closed\n   25 | \n      | ^\n",
        ),
        refusal(
            "a text",
            but(r#"title: "Gold or silver""#, r#"title: "Gold or silver"#),
            r#"
error: bad.ron:6:15: expected a comma or the closing bracket
    6 |         (id: "price", name: "Price"),
      |               ^
"#,
        ),
        refusal(
            "a list by the wrong bracket",
            but(
                r"    ],
    alternatives",
                r"    ),
    alternatives",
            ),
            "
error: bad.ron:8:5: unexpected character ')'
    8 |     ),
      |     ^
",
        ),
    ]);
}

#[test]
fn something_is_missing_or_too_much() {
    assert_refused(&[
        refusal(
            "a comma between fields",
            but(r#"id: "rings","#, r#"id: "rings""#),
            r#"
error: bad.ron:4:5: expected a comma or the closing bracket
    4 |     title: "Gold or silver",
      |     ^
"#,
        ),
        refusal(
            "a comma in a list",
            but(r#""Price"),"#, r#""Price")"#),
            r#"
error: bad.ron:7:9: expected a comma or the closing bracket
    7 |         (id: "luster", name: "Luster"),
      |         ^
"#,
        ),
        refusal(
            "a comma in a map",
            but(r#"{"price": 9}"#, r#"{"price": 9 "luster": 2}"#),
            r#"
error: bad.ron:22:61: expected a comma or the closing bracket
   22 |         (id: "thrift", name: "Thrift", weights: {"price": 9 "luster": 2}, others: Some(3)),
      |                                                             ^
"#,
        ),
        refusal(
            "a value",
            but("format: 1", "format: "),
            "
error: bad.ron:2:13: unexpected character ','
    2 |     format: ,
      |             ^
",
        ),
        refusal(
            "an equals sign for a colon",
            but("title:", "title ="),
            r#"
error: bad.ron:4:11: expected a colon between a name and its value
    4 |     title = "Gold or silver",
      |           ^
"#,
        ),
        refusal(
            "two commas",
            but("format: 1,", "format: 1,,"),
            "
error: bad.ron:2:15: expected the name of a field, without quotes
    2 |     format: 1,,
      |               ^
",
        ),
        refusal(
            "a name in quotes",
            but("title:", r#""title":"#),
            r#"
error: bad.ron:4:5: expected the name of a field, without quotes
    4 |     "title": "Gold or silver",
      |     ^
"#,
        ),
    ]);
}

#[test]
fn something_is_around_the_comparison() {
    assert_refused(&[
        refusal(
            "words at the end",
            format!("{SOUND}more\n"),
            "
error: bad.ron:26:1: expected the end of the file here
   26 | more
      | ^
",
        ),
        refusal(
            "a second comparison",
            format!("{SOUND}{SOUND}"),
            "
error: bad.ron:26:1: expected the end of the file here
   26 | Comparison(
      | ^
",
        ),
        refusal(
            "a second closing parenthesis",
            format!("{})\n", SOUND.trim_end()),
            "
error: bad.ron:25:2: expected the end of the file here
   25 | ))
      |  ^
",
        ),
        refusal(
            "an unknown extension",
            but(
                "Comparison(",
                r"#![enable(magic)]
Comparison(",
            ),
            "
error: bad.ron:1:16: there is no RON extension named `magic`
    1 | #![enable(magic)]
      |                ^
",
        ),
    ]);
}

#[test]
fn nesting_has_a_limit() {
    assert_refused(&[refusal(
        "100 lists",
        but("format: 1", &format!("format: {}{}", "[".repeat(100), "]".repeat(100))),
        "
error: bad.ron:2:76: values are nested more than 64 deep
    2 |     format: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      |                                                                            ^
",
    )]);
}
