//! What can't be done is refused in words, and changes nothing.

use super::corpus::{FULL, ONE_LINE};
use super::{Say, edit, edited, read};
use crate::comparison::{AlternativeId, ClaimId, Comparison, MOST_BYTES, Polarity};
use crate::edit::{Edit, Refusal, apply, begin, line_of};

#[track_caller]
fn assert_refused(text: &str, say: Say<'_>, refusal: Refusal) {
    assert_eq!(edit(text, say).map(|edited| edited.text), Err(refusal), "{say:?}");
}

#[test]
fn every_limit_holds() {
    let long = |length: usize| "\u{e9}".repeat(length);
    edited(ONE_LINE, Say::Title(&long(500)));
    assert_refused(ONE_LINE, Say::Title(&long(501)), Refusal::LongTitle);
    edited(ONE_LINE, Say::AddPro("old", &long(500)));
    assert_refused(ONE_LINE, Say::AddPro("old", &long(501)), Refusal::LongTitle);
    assert_refused(ONE_LINE, Say::Retitle("old/cheap", &long(501)), Refusal::LongTitle);
    edited(ONE_LINE, Say::AddAlternative(&long(200)));
    assert_refused(ONE_LINE, Say::AddAlternative(&long(201)), Refusal::LongName);
    assert_refused(ONE_LINE, Say::Rename("old", &long(201)), Refusal::LongName);
    edited(ONE_LINE, Say::Topic("old/cheap", &long(200)));
    assert_refused(ONE_LINE, Say::Topic("old/cheap", &long(201)), Refusal::LongTopic);
    edited(ONE_LINE, Say::Detail("old/cheap", &long(4096)));
    assert_refused(ONE_LINE, Say::Detail("old/cheap", &long(4097)), Refusal::LongText);
    // A title is longer than a name may be, and a criterion can be called after it.
    let long_title = edited(ONE_LINE, Say::Retitle("old/cheap", &long(500)))
        .text
        .replace("pros: [\"Balcony\"]", "cons: [\"Dear\"]");
    edited(&long_title, Say::OtherSide("old/cheap", "new/dear"));
    // Also where another has the id already that is derived from all of it that an id has room for.
    let [id, long] = [64, 80].map(|length| "a".repeat(length));
    let taken = long_title
        .replace(&"\u{e9}".repeat(500), &long)
        .replace("Comparison(", &format!("Comparison(criteria: [(id: \"{id}\", name: \"Another\")], "));
    let joined = edited(&taken, Say::OtherSide("old/cheap", "new/dear"));
    assert_eq!(joined.comparison.criteria().count(), 2, "{}", joined.text);
}

#[test]
fn names_differ_and_show_something() {
    for nothing in ["", "  ", "\n", "\u{200b}", "\u{301}", "\u{2800}"] {
        for say in [
            Say::Title(nothing),
            Say::AddAlternative(nothing),
            Say::Rename("old", nothing),
            Say::AddPro("old", nothing),
            Say::Retitle("old/cheap", nothing),
        ] {
            // A character that is replaced by a sign shows that sign.
            if nothing != "\u{200b}" {
                assert_refused(ONE_LINE, say, Refusal::Blank);
            }
        }
        edited(ONE_LINE, Say::Detail("old/cheap", nothing));
        edited(ONE_LINE, Say::Topic("old/cheap", nothing));
    }
    for same in ["New", " New ", "N\u{200d}ew"] {
        assert_refused(ONE_LINE, Say::AddAlternative(same), Refusal::SameName);
        assert_refused(ONE_LINE, Say::Rename("old", same), Refusal::SameName);
    }
    // Two claims may have the same title; `check` says so.
    let twice = edit(ONE_LINE, Say::AddPro("old", "Cheap")).unwrap();
    assert_eq!(Comparison::check_ron(&twice.text).unwrap().1.list.len(), 1);
}

#[test]
fn there_are_two_to_eight_alternatives() {
    assert_refused(ONE_LINE, Say::DeleteAlternative("old"), Refusal::FewAlternatives);
    let mut text = ONE_LINE.to_owned();
    for number in 3..=8 {
        text = edited(&text, Say::AddAlternative(&format!("Flat {number}"))).text;
    }
    assert_refused(&text, Say::AddAlternative("Flat 9"), Refusal::ManyAlternatives);
}

#[test]
fn only_a_pro_and_a_con_of_two_alternatives_are_two_sides() {
    for (one, other) in [("old/cheap", "old/noisy"), ("old/cheap", "new/balcony"), ("old/noisy", "old/noisy")]
    {
        assert_refused(ONE_LINE, Say::OtherSide(one, other), Refusal::NotTwoSides);
    }
    assert_refused(FULL, Say::OtherSide("light/dear", "old/known"), Refusal::NotTwoSides);
}

/// So many claims, each on a criterion of its own up to the 500th.
fn large(claims: usize, comment: usize) -> String {
    let claim = |i: usize| format!("(title: \"Claim {i}\", criterion: \"C{}\"),\n", i % 500);
    let pros: String = (0..claims).map(claim).collect();
    format!(
        "Comparison(title: \"T\", alternatives: [(name: \"A\", pros: [\n{pros}]), (name: \"B\", cons: [])]) /*{}*/",
        "x".repeat(comment)
    )
}

#[test]
fn a_file_does_not_grow_beyond_its_limits() {
    let full = large(1_000, 0);
    assert_refused(&full, Say::AddCon("b", "New"), Refusal::ManyClaims);
    assert_refused(&full, Say::Topic("a/claim-1", "New"), Refusal::ManyTopics);
    edited(&full, Say::Topic("a/claim-1", "C2"));
    let almost = large(999, 0);
    edited(&almost, Say::AddCon("b", "New"));
    // The only claim on it, which makes room for another one.
    edited(&almost, Say::Topic("a/claim-499", "New"));
    let room = usize::try_from(MOST_BYTES).unwrap() - large(1, 0).len();
    assert_refused(&large(1, room), Say::Retitle("a/claim-0", "Claim 0!"), Refusal::LargeFile);
    edited(&large(1, room - 1), Say::Retitle("a/claim-0", "Claim 0!"));
}

#[test]
fn another_text_is_refused() {
    let comparison = read(FULL);
    for text in [ONE_LINE, "", "Comparison(", &FULL.replace("title: \"Dear\"", "title: \"Dear")] {
        let edit = Edit::Retitle(ClaimId(0), "New".to_owned());
        assert_eq!(apply(text, &comparison, &edit).map(|edited| edited.text), Err(Refusal::OtherText));
        assert_eq!(line_of(text, &comparison, ClaimId(4)), 1);
    }
    for edit in [
        Edit::DeleteClaim(ClaimId(9)),
        Edit::DeleteAlternative(AlternativeId(9)),
        Edit::OtherSide(ClaimId(0), ClaimId(9)),
        Edit::AddClaim {
            alternative: AlternativeId(9),
            polarity: Polarity::Con,
            after: None,
            title: "T".to_owned(),
            gone: Vec::new(),
        },
    ] {
        assert_eq!(apply(FULL, &comparison, &edit).map(|edited| edited.text), Err(Refusal::OtherText));
    }
}

#[test]
fn a_new_file_is_one_that_a_person_could_have_written() {
    let names = ["The \"Old\" one", "New\\"].map(str::to_owned);
    let text = begin(" Which flat? ", &names, &[]).unwrap();
    assert_eq!(
        text,
        r#"Comparison(
    format: 1,
    title: "Which flat?",
    alternatives: [
        (
            name: "The \"Old\" one",
            pros: [],
            cons: [],
        ),
        (
            name: "New\\",
            pros: [],
            cons: [],
        ),
    ],
)
"#
    );
    assert_eq!(Comparison::check_ron(&text).unwrap().1.list, []);
    let added = edited(&text, Say::AddPro("new", "Balcony")).text;
    assert!(added.contains("            pros: [\n                \"Balcony\",\n            ],\n"), "{added}");
    let begin = |title: &str, names: &[&str]| {
        begin(title, &names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>(), &[])
    };
    assert_eq!(begin("", &["A", "B"]), Err(Refusal::Blank));
    assert_eq!(begin("T", &["A"]), Err(Refusal::FewAlternatives));
    assert_eq!(begin("T", &["A"; 9]), Err(Refusal::ManyAlternatives));
    assert_eq!(begin("T", &["A", " A"]), Err(Refusal::SameName));
    assert_eq!(begin("T", &["A", ""]), Err(Refusal::Blank));
    assert!(begin("T", &["A", "B", "C", "D", "E", "F", "G", "H"]).is_ok());
}

#[test]
fn a_claim_has_its_line() {
    let comparison = read(FULL);
    for (id, start) in [
        ("light/light", "            pros: [(id: \"light\""),
        ("old/known", "                (\n                    id: \"known\""),
    ] {
        let line = FULL[..FULL.find(start).unwrap()].lines().count() + 1;
        assert_eq!(line_of(FULL, &comparison, super::claim(&comparison, id)), line);
    }
}
