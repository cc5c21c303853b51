//! Where a problem is, and how the line is shown: marks, tabs, long lines and wide characters.

use super::refusal::{Refusal, SOUND, assert_refused, but, refusal, said_of};

/// A problem in the one line that the sound comparison has for the criterion price: the unknown field `cost`.
fn unknown_cost(what: &'static str, name: &str, column: usize, indent: usize) -> Refusal {
    let line = format!("        (id: \"price\", name: \"{name}\", cost: 1),");
    let caret = " ".repeat(indent);
    let says = format!(
        "error: bad.ron:6:{column}: there is no field `cost` here; the fields are `id`, `name`\n\
         {:>5} | {line}\n      | {caret}^^^^\n",
        6
    );
    refusal(what, but("        (id: \"price\", name: \"Price\"),", &line), &says)
}

/// A weight of 11 in the sound comparison.
const ELEVEN: &str = r#"
error: bad.ron:22:59: expected a whole number from 0 to 10, found `11`
   22 |         (id: "thrift", name: "Thrift", weights: {"price": 11}, others: Some(3)),
      |                                                           ^^
"#;

#[test]
fn line_ends_of_either_kind_make_no_difference() {
    let text = but("9}, others", "11}, others");
    assert_refused(&[
        refusal("line feeds", text.clone(), ELEVEN),
        refusal("carriage returns and line feeds", text.replace('\n', "\r\n"), ELEVEN),
        refusal(
            "a syntax error",
            but("\"rings\",", "\"rings\"").replace('\n', "\r\n"),
            r#"
error: bad.ron:4:5: expected a comma or the closing bracket
    4 |     title: "Gold or silver",
      |     ^
"#,
        ),
    ]);
}

#[test]
fn a_byte_order_mark_takes_no_column() {
    assert_refused(&[
        refusal("a syntax error", "\u{feff}Comparison(format: )", "
error: bad.ron:1:20: unexpected character ')'
    1 | Comparison(format: )
      |                    ^
"),
        refusal("a value on the first line", "\u{feff}Comparison(format: 2)", "
error: bad.ron:1:20: this file has format 2, which is newer than this program knows (1): a newer touchstone can read it
    1 | Comparison(format: 2)
      |                    ^
"),
        refusal("a value further down", format!("\u{feff}{}", but("9}, others", "11}, others")), ELEVEN),
    ]);
}

#[test]
fn columns_count_characters() {
    assert_refused(&[
        refusal("tabs", but("    format: 1", "\t\tformat:\t2"), "
error: bad.ron:2:11: this file has format 2, which is newer than this program knows (1): a newer touchstone can read it
    2 |   format: 2,
      |           ^
"),
        unknown_cost("ASCII", "Price", 38, 37),
        unknown_cost("two bytes each", "Pr\u{e9}cis\u{ef}\u{f6}n", 42, 41),
        unknown_cost("three bytes each", "\u{2116}\u{20ac}", 35, 34),
    ]);
}

#[test]
fn a_long_line_is_shown_around_the_place() {
    let comment = format!("/* {} */", "x".repeat(1000));
    let shown = "x".repeat(64);
    assert_refused(&[
        refusal(
            "before the place",
            but("    title: \"Gold or silver\"", &format!("{comment} title: 5")),
            &format!(
                "
error: bad.ron:4:1015: expected a text in quotes, found `5`
    4 | {shown} */ title: 5,
      | {:75}^
",
                ""
            ),
        ),
        refusal(
            "after the place",
            but("title: \"Gold or silver\",", &format!("title: 5, {comment}")),
            &format!(
                "
error: bad.ron:4:12: expected a text in quotes, found `5`
    4 |     title: 5, /* {}
      |            ^
",
                "x".repeat(83)
            ),
        ),
        refusal(
            "a long id",
            but("rings", &"X".repeat(5000)),
            &format!(
                "
error: bad.ron:3:9: an id is 1 to 64 of a-z, 0-9 and -, and \"{}...\" is not
    3 |     id: \"{}
      |         {}
",
                "X".repeat(60),
                "X".repeat(91),
                "^".repeat(92)
            ),
        ),
        refusal(
            "a long number",
            but("title: \"Gold or silver\"", &format!("title: {}", "7".repeat(5000))),
            &format!(
                "
error: bad.ron:4:12: expected a text in quotes, found `{}...`
    4 |     title: {}
      |            {}
",
                "7".repeat(60),
                "7".repeat(89),
                "^".repeat(89)
            ),
        ),
    ]);
    let longest = said_of(&but("    title", &format!("    {}: 1,\n    title", "c".repeat(100_000))));
    assert!(longest.lines().all(|line| line.len() < 250), "{longest}");
}

#[test]
fn the_caret_is_under_the_place_after_characters_that_are_not_one_cell_wide() {
    assert_refused(&[
        unknown_cost("two cells each", "\u{6307}\u{8f2a}", 35, 36),
        unknown_cost("an emoji of two cells", "\u{1f48d}", 34, 34),
        unknown_cost("a combining mark of no cell", "e\u{301}", 35, 33),
    ]);
}

#[test]
fn a_comment_after_a_value_is_no_part_of_it() {
    assert_refused(&[
        refusal("in a block", but("9}, others", "11 /* eleven */}, others"), r#"
error: bad.ron:22:59: expected a whole number from 0 to 10, found `11`
   22 |         (id: "thrift", name: "Thrift", weights: {"price": 11 /* eleven */}, others: Some(3)),
      |                                                           ^^
"#),
        refusal("to the end of the line", but("format: 1,", "format: 2 // two\n    ,"), "
error: bad.ron:2:13: this file has format 2, which is newer than this program knows (1): a newer touchstone can read it
    2 |     format: 2 // two
      |             ^
"),
        refusal("before it", but("format: 1", "format: /* one */ 2"), "
error: bad.ron:2:23: this file has format 2, which is newer than this program knows (1): a newer touchstone can read it
    2 |     format: /* one */ 2,
      |                       ^
"),
    ]);
}

#[test]
fn a_field_is_found_beside_a_comment_that_names_it() {
    assert_refused(&[refusal("after it", but("    title", "    cost /* the cost */: 1,\n    title"), "
error: bad.ron:4:5: there is no field `cost` here; the fields are `format`, `id`, `title`, `summary`, `source`, `criteria`, `alternatives`, `presets`, `chosen`
    4 |     cost /* the cost */: 1,
      |     ^^^^
")]);
}

#[test]
fn what_is_never_closed_is_shown_where_it_is_opened() {
    assert_refused(&[
        refusal(
            "a text",
            "Comparison(\n    id: \"rings\n",
            "
error: bad.ron:2:9: a text is opened with \" and never closed
    2 |     id: \"rings
      |         ^
",
        ),
        refusal(
            "a comment",
            but("    criteria", "    /* the criteria\n    criteria"),
            "
error: bad.ron:5:5: a comment is opened with /* and never closed
    5 |     /* the criteria
      |     ^
",
        ),
        refusal(
            "a comment that is the whole file",
            "/* nothing\n",
            "
error: bad.ron:1:1: a comment is opened with /* and never closed
    1 | /* nothing
      | ^
",
        ),
    ]);
}

#[test]
fn an_unknown_escape_is_shown_at_its_backslash() {
    let said = said_of(&but("\"Warm\"", "\"W\\qrm\""));
    assert!(said.starts_with("error: bad.ron:12:42: "), "{said}");
}

#[test]
fn a_missing_colon_is_called_so() {
    assert_refused(&[refusal(
        "in the first field",
        but("format: 1", "format 1"),
        "
error: bad.ron:2:12: expected a colon between a name and its value
    2 |     format 1,
      |            ^
",
    )]);
}

#[test]
fn a_name_that_only_begins_well_is_a_wrong_name() {
    assert_refused(&[refusal(
        "in the plural",
        SOUND.replacen("Comparison(", "Comparisons(", 1),
        "
error: bad.ron:1:1: expected Comparison(...)
    1 | Comparisons(
      | ^
",
    )]);
}

#[test]
fn a_format_of_the_wrong_type_hides_no_other_problem() {
    let said = said_of(&but("format: 1", "format: \"1\"").replacen("\"rings\"", "\"Rings\"", 1));
    let places: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("error: bad.ron:")).collect();
    let starts: Vec<&str> = places.iter().map(|place| place.split(": ").next().unwrap_or_default()).collect();
    assert_eq!(starts, ["2:13", "3:9"], "{said}");
}
