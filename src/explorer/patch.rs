//! The difference between two texts that have most in common.

/// What one text has in one place where another has something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Patch {
    /// Where both begin to differ, in bytes.
    at: usize,
    before: String,
    after: String,
}

impl Patch {
    pub(super) fn between(before: &str, after: &str) -> Self {
        let same = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count();
        // Where all before is the same, a character begins in both or in neither.
        let at = (0..=same).rev().find(|at| before.is_char_boundary(*at)).unwrap_or(0);
        let (rest, others) = (&before[at..], &after[at..]);
        let same =
            rest.bytes().rev().zip(others.bytes().rev()).take_while(|(one, other)| one == other).count();
        let same = (0..=same).rev().find(|same| rest.is_char_boundary(rest.len() - same)).unwrap_or(0);
        let part = |text: &str| text[..text.len() - same].to_owned();
        Self { at, before: part(rest), after: part(others) }
    }

    /// The text after, from the one before; none if it is another text.
    pub(super) fn apply(&self, text: &str) -> Option<String> {
        replaced(text, self.at, &self.before, &self.after)
    }

    /// The text before, from the one after; none if it is another text.
    pub(super) fn revert(&self, text: &str) -> Option<String> {
        replaced(text, self.at, &self.after, &self.before)
    }
}

fn replaced(text: &str, at: usize, old: &str, new: &str) -> Option<String> {
    let (start, rest) = text.split_at_checked(at)?;
    Some([start, new, rest.strip_prefix(old)?].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_patch_leads_there_and_back(before in "[a\u{e9}\u{1f600}]{0,8}", after in "[a\u{e9}\u{e8}\u{1f601}]{0,8}") {
            let patch = Patch::between(&before, &after);
            prop_assert_eq!(patch.apply(&before), Some(after.clone()));
            prop_assert_eq!(patch.revert(&after), Some(before.clone()));
        }
    }

    #[test]
    fn a_patch_holds_what_differs_alone() {
        let patch = Patch::between("one two three", "one 2 three");
        assert_eq!(patch, Patch { at: 4, before: "two".into(), after: "2".into() });
    }
}
