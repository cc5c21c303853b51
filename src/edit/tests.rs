//! Files of many looks, changed in all ways.

mod corpus;
mod ids;
mod layouts;
mod limits;
mod typed;

use super::{Edit, Edited, Refusal, apply};
use crate::comparison::{AlternativeId, ClaimId, Comparison, Polarity};

/// A file as it is read.
#[track_caller]
fn read(text: &str) -> Comparison {
    Comparison::from_ron(text).unwrap_or_else(|problems| panic!("{problems}\n{text}"))
}

#[track_caller]
fn claim(comparison: &Comparison, id: &str) -> ClaimId {
    comparison.claim_with_id(id).unwrap_or_else(|| panic!("no claim {id}"))
}

#[track_caller]
fn alternative(comparison: &Comparison, id: &str) -> AlternativeId {
    comparison.alternatives().find(|(_, own)| own.id == id).unwrap_or_else(|| panic!("no alternative {id}")).0
}

/// An edit whose claims and alternatives are named by their ids.
#[derive(Clone, Copy, Debug)]
enum Say<'a> {
    Title(&'a str),
    AddAlternative(&'a str),
    Rename(&'a str, &'a str),
    DeleteAlternative(&'a str),
    /// Behind a claim.
    AddAfter(&'a str, &'a str),
    AddPro(&'a str, &'a str),
    AddCon(&'a str, &'a str),
    Retitle(&'a str, &'a str),
    Detail(&'a str, &'a str),
    Topic(&'a str, &'a str),
    OtherSide(&'a str, &'a str),
    Delete(&'a str),
}

impl Say<'_> {
    #[track_caller]
    fn of(self, comparison: &Comparison) -> Edit {
        let claim = |id| claim(comparison, id);
        let add = |id, polarity, title: &str| Edit::AddClaim {
            alternative: alternative(comparison, id),
            polarity,
            after: None,
            title: title.to_owned(),
            gone: Vec::new(),
        };
        match self {
            Self::Title(title) => Edit::Title(title.to_owned()),
            Self::AddAlternative(name) => Edit::AddAlternative(name.to_owned()),
            Self::Rename(id, name) => Edit::RenameAlternative(alternative(comparison, id), name.to_owned()),
            Self::DeleteAlternative(id) => Edit::DeleteAlternative(alternative(comparison, id)),
            Self::AddAfter(id, title) => {
                let after = claim(id);
                let &crate::comparison::Claim { alternative, polarity, .. } = &comparison[after];
                Edit::AddClaim {
                    alternative,
                    polarity,
                    after: Some(after),
                    title: title.to_owned(),
                    gone: Vec::new(),
                }
            }
            Self::AddPro(id, title) => add(id, Polarity::Pro, title),
            Self::AddCon(id, title) => add(id, Polarity::Con, title),
            Self::Retitle(id, title) => Edit::Retitle(claim(id), title.to_owned()),
            Self::Detail(id, detail) => Edit::Detail(claim(id), detail.to_owned()),
            Self::Topic(id, topic) => Edit::Topic(claim(id), topic.to_owned()),
            Self::OtherSide(one, other) => Edit::OtherSide(claim(one), claim(other)),
            Self::Delete(id) => Edit::DeleteClaim(claim(id)),
        }
    }
}

#[track_caller]
fn edit(text: &str, say: Say<'_>) -> Result<Edited, Refusal> {
    let comparison = read(text);
    apply(text, &comparison, &say.of(&comparison))
}

/// The text after an edit, which has no more warnings than before.
#[track_caller]
fn edited(text: &str, say: Say<'_>) -> Edited {
    let edited = edit(text, say).unwrap_or_else(|refusal| panic!("{say:?}: {refusal}\n{text}"));
    let warnings = |text: &str| Comparison::check_ron(text).unwrap().1.list.len();
    assert!(warnings(&edited.text) <= warnings(text), "{say:?}\n{}", edited.text);
    assert_eq!(read(&edited.text), edited.comparison);
    edited
}

/// An edit changes these parts of a text, each of which occurs once, and nothing else.
#[track_caller]
fn assert_changes(text: &str, say: Say<'_>, parts: &[(&str, &str)]) {
    let mut expected = text.to_owned();
    for (old, new) in parts {
        assert_eq!(expected.matches(old).count(), 1, "{old:?} in {expected}");
        expected = expected.replace(old, new);
    }
    let edited = edited(text, say).text;
    assert_eq!(edited, expected, "{say:?} made\n{edited}");
}

/// How many parts of a text, in whole lines, another text has otherwise: the hunks of `diff -U0`.
fn hunks(before: &str, after: &str) -> usize {
    let [one, other] = [before, after].map(|text| text.split_inclusive('\n').collect::<Vec<_>>());
    // The length of the longest common part of what is left from each place on.
    let mut common = vec![vec![0_usize; other.len() + 1]; one.len() + 1];
    for i in (0..one.len()).rev() {
        for j in (0..other.len()).rev() {
            common[i][j] = if one[i] == other[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut hunks, mut differs) = (0, 0, 0, false);
    while i < one.len() || j < other.len() {
        if i < one.len() && j < other.len() && one[i] == other[j] {
            (i, j, differs) = (i + 1, j + 1, false);
            continue;
        }
        hunks += usize::from(!differs);
        differs = true;
        if j == other.len() || (i < one.len() && common[i + 1][j] >= common[i][j + 1]) {
            i += 1;
        } else {
            j += 1;
        }
    }
    hunks
}

#[test]
fn hunks_are_counted_as_diff_does() {
    for (before, after, count) in [
        ("a\nb\nc\n", "a\nb\nc\n", 0),
        ("a\nb\nc\n", "a\nx\nc\n", 1),
        ("a\nb\nc\n", "x\nb\ny\n", 2),
        ("a\nb\nc\n", "a\nb\nc\nd\n", 1),
        ("a\nb\nc\n", "b\n", 2),
        ("", "a\n", 1),
    ] {
        assert_eq!(hunks(before, after), count, "{before:?} {after:?}");
    }
}
