//! New items take the layout of their neighbors; what goes takes along what belongs to it; all else stays.

use super::corpus::{COMMENTED, FULL, ODD, ONE_LINE};
use super::{Say, assert_changes, edited, hunks};

#[test]
fn a_claim_is_added_as_its_neighbors_are() {
    assert_changes(ONE_LINE, Say::AddPro("old", "Warm"), &[(r#""Near work"]"#, r#""Near work", "Warm"]"#)]);
    assert_changes(ONE_LINE, Say::AddAfter("old/cheap", "Warm"), &[(r#""Cheap","#, r#""Cheap", "Warm","#)]);
    let last = ("\"Quiet\" // at night\n", "\"Quiet\", // at night\n                \"Warm\"\n");
    assert_changes(COMMENTED, Say::AddPro("old", "Warm"), &[last]);
    let first = ("// 700 a month\n", "// 700 a month\n                \"Warm\",\n");
    assert_changes(COMMENTED, Say::AddAfter("old/cheap", "Warm"), &[first]);
    let second = ("/* by bike */\n", "/* by bike */\n                \"Warm\",\n");
    assert_changes(COMMENTED, Say::AddAfter("old/near-work", "Warm"), &[second]);
    let leading = ("\t\t\t\tr\"C:\\old\"\r\n", "\t\t\t\tr\"C:\\old\"\r\n\t\t\t\t, \"Warm\"\r\n");
    assert_changes(ODD, Say::AddAfter("a/c-old", "Warm"), &[leading]);
    let behind_bracket = (
        "id: None\r\n\t\t\t\t)\r\n",
        "id: None\r\n\t\t\t\t)\r\n\t\t\t\t, Claim(\r\n\t\t\t\t\tid: \"warm\",\r\n\t\t\t\t\ttitle: \"Warm\"\r\n\t\t\t\t)\r\n",
    );
    assert_changes(ODD, Say::AddPro("a", "Warm"), &[behind_bracket]);
    assert_changes(ODD, Say::AddAfter("b/dull", "Dear"), &[(r#"["Dull","#, r#"["Dull","Dear","#)]);
    assert_changes(ODD, Say::AddCon("b", "Dear"), &[(r#""C"]"#, r#""C","Dear"]"#)]);
    let with_id = ("With charger.\")]", "With charger.\"), (id: \"warm\", title: \"Warm\")]");
    assert_changes(FULL, Say::AddPro("light", "Warm"), &[with_id]);
    let in_lines = "
                (
                    id: \"warm\",
                    title: \"Warm\",
                ),";
    let known = "detail: \"Three years.\",\n                ),";
    assert_changes(FULL, Say::AddPro("old", "Warm"), &[(known, &format!("{known}{in_lines}"))]);
}

#[test]
fn the_first_claim_of_a_side_is_as_those_of_others() {
    let pros = ("pros: [],", "pros: [\n                \"Dear\"\n            ],");
    assert_changes(COMMENTED, Say::AddPro("new", "Dear"), &[pros]);
    let cons = ("cons: [\n            ]", "cons: [\n                \"Dear\",\n            ]");
    assert_changes(COMMENTED, Say::AddCon("new", "Dear"), &[cons]);
    assert_changes(
        ONE_LINE,
        Say::AddCon("new", "Dear"),
        &[(r#""Balcony"]"#, r#""Balcony"], cons: ["Dear"]"#)],
    );
    let left_out = ("name: \"None\"", "name: \"None\", pros: [(id: \"warm\", title: \"Warm\")]");
    assert_changes(FULL, Say::AddPro("none", "Warm"), &[left_out]);
    let before = ("name: \"B\",cons", "name: \"B\",pros: [\"Dear\"],cons");
    assert_changes(ODD, Say::AddPro("b", "Dear"), &[before]);
    let remark = r#"Comparison(title: "T", alternatives: [(name: "A", pros: [ /* none */ ], cons: ["C"]), (name: "B")])"#;
    assert_changes(remark, Say::AddPro("a", "P"), &[("/* none */ ]", "/* none */ \"P\"]")]);
    let line = "Comparison(title: \"T\", alternatives: [(name: \"A\", pros: [ // none\n]), (name: \"B\")])";
    assert_changes(line, Say::AddPro("a", "P"), &[("// none\n", "// none\n    \"P\",\n")]);
}

#[test]
fn a_claim_goes_with_its_comments_and_its_comma() {
    assert_changes(ONE_LINE, Say::Delete("old/cheap"), &[("[\"Cheap\", ", "[")]);
    assert_changes(ONE_LINE, Say::Delete("old/near-work"), &[(", \"Near work\"", "")]);
    assert_changes(ONE_LINE, Say::Delete("old/noisy"), &[("[\"Noisy\"]", "[]")]);
    let first = "                // Ask Tom.\n                \"Cheap\", // 700 a month\n";
    assert_changes(COMMENTED, Say::Delete("old/cheap"), &[(first, "")]);
    assert_changes(
        COMMENTED,
        Say::Delete("old/near-work"),
        &[("                \"Near work\", /* by bike */\n", "")],
    );
    let last = (
        "\"Near work\", /* by bike */\n                // Not sure.\n                \"Quiet\" // at night\n",
        "\"Near work\" /* by bike */\n",
    );
    assert_changes(COMMENTED, Say::Delete("old/quiet"), &[last]);
    let damp = ("\"Noisy\", // by day\n\n                \"Damp\"\n", "\"Noisy\" // by day\n");
    assert_changes(COMMENTED, Say::Delete("old/damp"), &[damp]);
    assert_changes(ODD, Say::Delete("a/c-old"), &[("r\"C:\\old\"\r\n\t\t\t\t, ", "")]);
    let middle = "\r\n\t\t\t\t, Claim(title: \"Shines\", detail: Some(\"A\\nB\"), criterion: None)";
    assert_changes(ODD, Say::Delete("a/shines"), &[(middle, "")]);
    let rare = "\r\n\t\t\t\t, Claim (\r\n\t\t\t\t\ttitle: \"Rare\",\r\n\t\t\t\t\tid: None\r\n\t\t\t\t)";
    assert_changes(ODD, Say::Delete("a/rare"), &[(rare, "")]);
    assert_changes(ODD, Say::Delete("b/c"), &[(",/* of c */\"C\"]", "]")]);
}

/// Commas that stand wherever they may.
#[test]
fn what_is_left_has_a_comma_between_each_two() {
    let lists = [
        "[\"A\",\n \"B\"\n, \"C\"]",
        "[\"A\"\n, \"B\",\n \"C\"]",
        "[\"A\"\n, \"B\", \"C\"]",
        "[\n\"A\", \"B\"\n,\n\"C\"\n,\n]",
        "[\n\"A\"\n,\"B\"\n,\"C\"\n,]",
        "[/* a */\"A\"/* b */,/* c */\"B\"/* d */,/* e */\"C\"/* f */,/* g */]",
        "[ // a\n\"A\" // b\n, // c\n\"B\" // d\n// e\n, // f\n\"C\" // g\n // h\n]",
        "[\"A\",\"B\",\n\n\"C\" /* // */]",
        "[\"A\", /* a\n */ \"B\" /* b\n */, \"C\" // c\n]",
    ];
    for list in lists {
        let text =
            format!("Comparison(title: \"T\", alternatives: [(name: \"A\", pros: {list}), (name: \"B\")])");
        for (id, left) in [("a/a", ["a/b", "a/c"]), ("a/b", ["a/a", "a/c"]), ("a/c", ["a/a", "a/b"])] {
            let ids = |text: &str| -> Vec<String> {
                let comparison = super::read(text);
                comparison.claims().map(|(claim, _)| comparison.full_id(claim).to_owned()).collect()
            };
            let deleted = edited(&text, Say::Delete(id)).text;
            assert_eq!(ids(&deleted), left, "{deleted}");
            let added = edited(&text, Say::AddAfter(id, "New")).text;
            assert_eq!(ids(&added).len(), 4, "{added}");
            assert_eq!(edited(&added, Say::Delete("a/new")).comparison, super::read(&text), "{added}");
        }
        let mut text = text;
        for id in ["a/b", "a/a", "a/c"] {
            text = edited(&text, Say::Delete(id)).text;
        }
    }
}

#[test]
fn a_title_is_changed_in_its_place() {
    assert_changes(ONE_LINE, Say::Retitle("old/cheap", "Cheap!"), &[("\"Cheap\"", "\"Cheap!\"")]);
    assert_changes(COMMENTED, Say::Retitle("old/quiet", "QUIET"), &[("\"Quiet\"", "\"QUIET\"")]);
    assert_changes(FULL, Say::Retitle("old/paid", "It is paid"), &[("\"Paid for\"", "\"It is paid\"")]);
    assert_changes(FULL, Say::Title("Which?"), &[("\"Which laptop?\"", "\"Which?\"")]);
    assert_changes(FULL, Say::Rename("light", "The light one"), &[("\"Light one\"", "\"The light one\"")]);
}

#[test]
fn a_detail_comes_changes_and_goes() {
    let bare = ("\"Cheap\"", "(title: \"Cheap\", detail: \"700\\na \\\"month\\\"\")");
    assert_changes(ONE_LINE, Say::Detail("old/cheap", "700\r\na \"month\" \n"), &[bare]);
    assert_changes(
        ODD,
        Say::Detail("a/c-old", "x"),
        &[("r\"C:\\old\"", "(title: r\"C:\\old\", detail: \"x\")")],
    );
    assert_changes(ODD, Say::Detail("a/shines", "x"), &[("Some(\"A\\nB\")", "Some(\"x\")")]);
    assert_changes(ODD, Say::Detail("a/shines", " "), &[("detail: Some(\"A\\nB\"), ", "")]);
    let lines = (
        "criterion: \"price\",\n                ),",
        "criterion: \"price\",\n                    detail: \"x\",\n                ),",
    );
    assert_changes(FULL, Say::Detail("old/paid", "x"), &[lines]);
    let known =
        ("title: \"I know it\",\n                    detail: \"Three years.\",", "title: \"I know it\",");
    assert_changes(FULL, Say::Detail("old/known", ""), &[known]);
    assert_changes(FULL, Say::Detail("light/light", ""), &[(", detail: \"With charger.\"", "")]);
}

#[test]
fn a_topic_comes_changes_and_goes() {
    assert_changes(
        ONE_LINE,
        Say::Topic("old/cheap", "Rent"),
        &[("\"Cheap\"", "(title: \"Cheap\", criterion: \"Rent\")")],
    );
    assert_changes(ODD, Say::Topic("a/shines", "Looks"), &[("criterion: None", "criterion: \"Looks\"")]);
    let before = ("detail: \"Three", "criterion: \"weight\",\n                    detail: \"Three");
    for known in ["weight", "Weight", "  wEIGHT "] {
        assert_changes(FULL, Say::Topic("old/known", known), &[before]);
    }
    let new = ("criterion: \"weight\"", "criterion: \"size\"");
    let listed = ("name: \"Weight\"),", "name: \"Weight\"),\n        (id: \"size\", name: \"Size\"),");
    assert_changes(FULL, Say::Topic("light/light", "Size"), &[new, listed]);
    assert_changes(
        FULL,
        Say::Topic("light/dear", ""),
        &[("title: \"Dear\", criterion: \"price\"", "title: \"Dear\"")],
    );
}

#[test]
fn two_claims_become_two_sides() {
    let one = ("\"Noisy\"", "(title: \"Noisy\", criterion: \"Balcony\")");
    let other = ("[\"Balcony\"]", "[(title: \"Balcony\", criterion: \"Balcony\")]");
    assert_changes(ONE_LINE, Say::OtherSide("new/balcony", "old/noisy"), &[one, other]);
    let two = FULL
        .replace("        (id: \"none\", name: \"None\"),\n", "")
        .replace("    chosen: Some(\"none\"),\n", "");
    let listed = ("name: \"Weight\"),", "name: \"Weight\"),\n        (id: \"dear\", name: \"Dear\"),");
    let one = ("title: \"Dear\", criterion: \"price\"", "title: \"Dear\", criterion: \"dear\"");
    let other = ("detail: \"Three", "criterion: \"dear\",\n                    detail: \"Three");
    assert_changes(&two, Say::OtherSide("light/dear", "old/known"), &[listed, one, other]);
    let joined = edited(&two, Say::OtherSide("light/dear", "old/known"));
    assert_eq!(hunks(&two, &joined.text), 3);
    let claim = |id| super::claim(&joined.comparison, id);
    assert_eq!(joined.comparison.mirror(claim("light/dear")), Some(claim("old/known")));
    let again = edited(&joined.text, Say::OtherSide("old/known", "light/dear"));
    assert_eq!(again.text, joined.text, "they are that already");
    // The name of the first criterion is taken, so that of the next one has a number.
    let next = edited(&joined.text, Say::OtherSide("light/dear", "old/paid"));
    assert!(next.text.contains("(id: \"dear-2\", name: \"Dear 2\"),"), "{}", next.text);
}

#[test]
fn alternatives_come_and_go() {
    let cabin = ("[\"Balcony\"])", "[\"Balcony\"]), (name: \"Cabin\", pros: [])");
    assert_changes(ONE_LINE, Say::AddAlternative("Cabin"), &[cabin]);
    let lines = "            ]\n        )\n    ]";
    let more = "            ]\n        ),\n        (\n            name: \"Cabin\",\n            pros: [],\n            cons: []\n        )\n    ]";
    assert_changes(COMMENTED, Say::AddAlternative("Cabin"), &[(lines, more)]);
    let odd = "\t\tAlternative(\r\n\t\t\tname: \"Cabin\",\r\n\t\t\tcons: [],\r\n\t\t),\r\n\t],";
    assert_changes(ODD, Say::AddAlternative("Cabin"), &[("\t],", odd)]);
    let none = "        (id: \"none\", name: \"None\"),\n";
    let id = format!("{none}        (id: \"cabin\", name: \"Cabin\"),\n");
    assert_changes(FULL, Say::AddAlternative("Cabin"), &[(none, &id)]);
    assert_changes(
        FULL,
        Say::DeleteAlternative("none"),
        &[(none, ""), ("    chosen: Some(\"none\"),\n", "")],
    );
}

#[test]
fn what_is_as_it_should_be_stays_as_it_is() {
    for say in [
        Say::Title(" Ring \"A\" or B"),
        Say::Rename("a", "A"),
        Say::Retitle("a/c-old", "C:\\old\n"),
        Say::Detail("a/shines", "A\r\nB"),
        Say::Detail("a/rare", ""),
        Say::Topic("a/rare", " "),
        Say::Topic("a/shines", ""),
    ] {
        assert_eq!(edited(ODD, say).text, ODD, "{say:?}");
    }
}

#[test]
fn what_is_added_and_deleted_leaves_no_trace() {
    for (text, adds) in [
        (
            ONE_LINE,
            &[Say::AddPro("old", "New"), Say::AddAfter("old/cheap", "New"), Say::AddCon("old", "New")][..],
        ),
        (
            COMMENTED,
            &[
                Say::AddPro("old", "New"),
                Say::AddAfter("old/cheap", "New"),
                Say::AddAfter("old/near-work", "New"),
            ],
        ),
        (ODD, &[Say::AddPro("a", "New"), Say::AddAfter("a/c-old", "New"), Say::AddAfter("a/shines", "New")]),
        (FULL, &[Say::AddPro("old", "New"), Say::AddAfter("old/paid", "New"), Say::AddCon("light", "New")]),
    ] {
        for add in adds {
            let added = edited(text, *add);
            assert_eq!(hunks(text, &added.text), 1);
            let Some(super::super::Added::Claim(new)) = added.added else { panic!("{add:?}") };
            let id = added.comparison.full_id(new);
            assert_eq!(edited(&added.text, Say::Delete(id)).text, text, "{add:?}");
        }
    }
    let empty = edited(FULL, Say::AddCon("old", "New"));
    assert_eq!(edited(&empty.text, Say::Delete("old/new")).text, FULL, "an empty list is one again");
    let added = edited(FULL, Say::AddAlternative("New"));
    assert_eq!(edited(&added.text, Say::DeleteAlternative("new")).text, FULL);
}
