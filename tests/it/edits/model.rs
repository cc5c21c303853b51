//! What an edit should have done, told once more without any text.

use std::fmt;

use touchstone::comparison::{Claim, Comparison, Polarity};
use touchstone::edit::{Added, Edit, Edited, Refusal, apply};

/// Warnings of a file, but for titles that look alike, which anybody may type.
fn warnings(text: &str) -> usize {
    let (_, warnings) = Comparison::check_ron(text).expect("a sound file");
    let alike = |message: &str| message.contains("looks like one that stands before it");
    warnings.list.iter().filter(|problem| !alike(&problem.message)).count()
}

/// The comments of a file, which have numbers.
fn comments(text: &str) -> Vec<&str> {
    let starts = text.split("// c").skip(1).chain(text.split("/* c").skip(1));
    let mut all: Vec<&str> = starts.filter_map(|rest| rest.split(' ').next()).collect();
    all.sort_unstable();
    all
}

/// The criterion of a claim: its id, and how its name looks.
fn about<'c>(comparison: &'c Comparison, claim: &Claim) -> Option<(&'c str, String)> {
    let criterion = &comparison[claim.criterion?];
    Some((&criterion.id, criterion.name.look()))
}

/// An edit that was made.
pub(super) struct Step<'a> {
    pub(super) text: &'a str,
    pub(super) before: &'a Comparison,
    pub(super) edit: &'a Edit,
    pub(super) edited: &'a Edited,
}

impl fmt::Display for Step<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}\n{}\n---\n{}", self.edit, self.text, self.edited.text)
    }
}

impl Step<'_> {
    /// It did what it says, and nothing else.
    #[track_caller]
    pub(super) fn assert_done(&self) {
        let Self { text, before, edit, edited } = self;
        let after = &edited.comparison;
        let read = Comparison::from_ron(&edited.text).unwrap_or_else(|problems| panic!("{problems}\n{self}"));
        assert_eq!(&read, after, "{self}");
        assert!(warnings(&edited.text) <= warnings(text), "{self}");
        assert_eq!((after.id(), after.presets().len()), (before.id(), before.presets().len()), "{self}");
        if let Edit::Title(typed) = edit {
            self.assert_typed(typed, after.title());
        } else {
            assert_eq!(after.title(), before.title(), "{self}");
        }
        let alternatives = self.assert_alternatives();
        let claims = self.assert_claims();
        let (mut new_alternatives, mut new_claims) = (0, 0);
        match (edited.added, edit) {
            (Some(Added::Claim(added)), Edit::AddClaim { alternative, polarity, title, .. }) => {
                let own = &after[added];
                assert_eq!((own.alternative, own.polarity), (*alternative, *polarity), "{self}");
                self.assert_typed(title, &own.title);
                new_claims = 1;
            }
            (Some(Added::Alternative(added)), Edit::AddAlternative(name)) => {
                assert_eq!(after[added].claims().len(), 0, "{self}");
                self.assert_typed(name, &after[added].name);
                new_alternatives = 1;
            }
            (None, _) => {}
            (Some(_), _) => panic!("{self}"),
        }
        assert_eq!(after.alternatives().len(), alternatives + new_alternatives, "{self}");
        assert_eq!(after.claims().len(), claims + new_claims, "{self}");
        self.assert_left_alone();
    }

    /// What was typed is there, in one line; unless some of it is shown as something else.
    #[track_caller]
    fn assert_typed(&self, typed: &str, shown: &str) {
        let line = typed.replace("\r\n", " ").replace('\n', " ");
        if !line.contains(['\u{202e}', '\u{301}', '\u{1b}']) {
            assert_eq!(line.trim(), shown, "{self}");
        }
    }

    /// How many alternatives stay, with all that is theirs.
    #[track_caller]
    fn assert_alternatives(&self) -> usize {
        let mut stay = 0;
        for (id, own) in self.before.alternatives() {
            let gone = matches!(self.edit, Edit::DeleteAlternative(gone) if *gone == id);
            let now = self.edited.alternative(id);
            assert_eq!(now.is_none(), gone, "{self}");
            let Some(now) = now else { continue };
            let now = &self.edited.comparison[now];
            assert_eq!((&now.id, &now.summary), (&own.id, &own.summary), "{self}");
            match self.edit {
                Edit::RenameAlternative(renamed, typed) if *renamed == id => {
                    self.assert_typed(typed, &now.name);
                }
                _ => assert_eq!(now.name, own.name, "{self}"),
            }
            stay += 1;
        }
        stay
    }

    /// How many claims stay, with all that is theirs.
    #[track_caller]
    fn assert_claims(&self) -> usize {
        let after = &self.edited.comparison;
        let mut stay = 0;
        for (id, own) in self.before.claims() {
            let gone = match self.edit {
                Edit::DeleteClaim(gone) => *gone == id,
                Edit::DeleteAlternative(gone) => *gone == own.alternative,
                _ => false,
            };
            let now_id = self.edited.claim(id);
            assert_eq!(now_id.is_none(), gone, "{self}");
            let Some(now_id) = now_id else { continue };
            let now = &after[now_id];
            // Criteria may have other places, but are called the same.
            let mut topic = about(self.before, own);
            let mut expected = Claim { criterion: now.criterion, ..own.clone() };
            expected.alternative =
                self.edited.alternative(own.alternative).expect("it stays with its claims");
            match self.edit {
                Edit::Retitle(claim, typed) if *claim == id => {
                    self.assert_typed(typed, &now.title);
                    expected.title = now.title.clone();
                }
                Edit::Detail(claim, typed) if *claim == id => {
                    assert_eq!(now.detail.is_empty(), is_blank(typed), "{self}");
                    expected.detail = now.detail.clone();
                }
                Edit::Topic(claim, typed) if *claim == id => {
                    topic = about(after, now);
                    assert_eq!(topic.is_none(), is_blank(typed), "{self}");
                }
                Edit::OtherSide(one, other) if [one, other].contains(&&id) => {
                    topic = about(after, now);
                    let mirror = if *one == id { other } else { one };
                    assert_eq!(after.mirror(now_id), self.edited.claim(*mirror), "{self}");
                }
                _ => {}
            }
            assert_eq!(now, &expected, "{self}");
            assert_eq!(about(after, now), topic, "{self}");
            stay += 1;
        }
        stay
    }

    /// Comments, line ends and lines that the edit is not about are as they were.
    #[track_caller]
    fn assert_left_alone(&self) {
        let (before, after) = (comments(self.text), comments(&self.edited.text));
        assert!(after.iter().all(|comment| before.contains(comment)), "{self}");
        let takes_away = match self.edit {
            Edit::Title(_)
            | Edit::AddAlternative(_)
            | Edit::RenameAlternative(..)
            | Edit::AddClaim { .. }
            | Edit::Retitle(..) => false,
            Edit::DeleteAlternative(_)
            | Edit::Detail(..)
            | Edit::Topic(..)
            | Edit::OtherSide(..)
            | Edit::DeleteClaim(_) => true,
        };
        if !takes_away {
            assert_eq!(before, after, "{self}");
            let lost = lost_lines(self.text, &self.edited.text);
            assert!(lost <= 3, "{lost} lines are gone: {self}");
        }
        if matches!(self.edit, Edit::AddClaim { .. }) {
            assert!(differing_lines(self.text, &self.edited.text) <= 1, "{self}");
        }
        let single_feeds = |text: &str| text.replace("\r\n", "").matches('\n').count();
        if single_feeds(self.text) == 0 && self.text.contains('\n') {
            assert_eq!(single_feeds(&self.edited.text), 0, "{self}");
        }
    }

    /// What is added and deleted again leaves no trace in a tidy file.
    #[track_caller]
    pub(super) fn assert_undone_by_deleting(&self, is_tidy: bool) {
        let Edit::AddClaim { alternative, polarity, .. } = self.edit else { return };
        let Some(Added::Claim(added)) = self.edited.added else { panic!("nothing was added\n{self}") };
        let deleted = apply(&self.edited.text, &self.edited.comparison, &Edit::DeleteClaim(added));
        let deleted = deleted.unwrap_or_else(|refusal| panic!("{refusal}\n{self}"));
        assert_eq!(&deleted.comparison, self.before, "{self}");
        let own = &self.before[*alternative];
        let others = match polarity {
            Polarity::Pro => own.pros().len(),
            Polarity::Con => own.cons().len(),
        };
        let has_blanks_behind = self.text.lines().any(|line| line.ends_with([' ', '\t']));
        if is_tidy && others > 0 && !has_blanks_behind {
            assert_eq!(deleted.text, self.text, "{self}");
        }
    }
}

/// How many lines are no longer there.
fn lost_lines(before: &str, after: &str) -> usize {
    let mut left: Vec<&str> = after.lines().collect();
    let lines = before.lines();
    lines
        .filter(|line| left.iter().position(|other| other == line).map(|at| left.swap_remove(at)).is_none())
        .count()
}

/// How many lines lie between the first and the last one that is no longer there.
fn differing_lines(before: &str, after: &str) -> usize {
    let same = before.lines().zip(after.lines()).take_while(|(one, other)| one == other).count();
    let rest = before.lines().skip(same).collect::<Vec<_>>();
    let ends = rest.iter().rev().zip(after.lines().rev()).take_while(|(one, other)| *one == other);
    rest.len() - ends.count()
}

fn is_blank(typed: &str) -> bool {
    ["", " \u{301}"].contains(&typed)
}

/// What is refused is refused for a reason.
#[track_caller]
pub(super) fn assert_refused(text: &str, before: &Comparison, edit: &Edit, refusal: Refusal) {
    let is_right = match (refusal, edit) {
        (
            Refusal::Blank,
            Edit::Title(typed)
            | Edit::AddAlternative(typed)
            | Edit::RenameAlternative(_, typed)
            | Edit::Retitle(_, typed)
            | Edit::AddClaim { title: typed, .. },
        ) => is_blank(typed),
        (Refusal::SameName, Edit::AddAlternative(_) | Edit::RenameAlternative(..)) => true,
        (Refusal::FewAlternatives, Edit::DeleteAlternative(_)) => before.alternatives().len() == 2,
        (Refusal::NotTwoSides, Edit::OtherSide(one, other)) => {
            let [one, other] = [&before[*one], &before[*other]];
            let is_pair = one.alternative != other.alternative
                && (one.polarity == Polarity::Pro) != (other.polarity == Polarity::Pro);
            before.alternatives().len() > 2 || !is_pair
        }
        (Refusal::OtherMeaning, Edit::Topic(_, typed)) => typed == "old/cheap",
        _ => false,
    };
    assert!(is_right, "{edit:?}: {refusal}\n{text}");
}
