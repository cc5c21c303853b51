//! What siblings in a comparison must not have in common: their ids and their looks.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::safe_text::SafeText;
use crate::wording::quoted;

/// The longest id.
pub(crate) const ID_LIMIT: usize = 64;

/// Why a text can't be the id of a sibling.
#[derive(Debug, thiserror::Error)]
pub(super) enum IdProblem {
    #[error("an id is 1 to {ID_LIMIT} of a-z, 0-9 and -, and {} is not", quoted(.0))]
    Unfit(String),
    #[error("the id {} is taken already", quoted(.0))]
    Taken(String),
}

/// The ids of siblings in their order, of each of which its name is known, and its id if it says one.
pub(crate) fn ids<'n>(
    kind: &'static str,
    all: impl Iterator<Item = (Option<&'n str>, &'n SafeText)> + Clone,
) -> Vec<String> {
    let mut siblings = Siblings::new(kind);
    siblings.taken.extend(all.clone().filter_map(|(said, _)| said.map(str::to_owned)));
    all.map(|(said, name)| siblings.id(said, name)).collect()
}

/// Values of one kind side by side.
pub(super) struct Siblings {
    /// The id where nothing else makes one.
    kind: &'static str,
    /// All ids, those that are said before those that are derived.
    taken: BTreeSet<String>,
    /// With which number to go on where several would have the same derived id.
    next: BTreeMap<String, usize>,
    looks: BTreeSet<String>,
}

impl Siblings {
    pub(super) fn new(kind: &'static str) -> Self {
        Self { kind, taken: BTreeSet::new(), next: BTreeMap::new(), looks: BTreeSet::new() }
    }

    /// Takes an id that a file says. All of these come before any that is derived.
    pub(super) fn take(&mut self, id: &str) -> Result<(), IdProblem> {
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !(1..=ID_LIMIT).contains(&id.len()) || !id.bytes().all(allowed) {
            return Err(IdProblem::Unfit(id.to_owned()));
        }
        if self.taken.insert(id.to_owned()) { Ok(()) } else { Err(IdProblem::Taken(id.to_owned())) }
    }

    /// The id that a value says, else one that is derived from its name or title.
    pub(super) fn id(&mut self, said: Option<&str>, name: &SafeText) -> String {
        if let Some(said) = said {
            return said.to_owned();
        }
        let base = self.base(name);
        let mut id = base.clone();
        while self.taken.contains(&id) {
            let number = self.next.entry(base.clone()).or_insert(1);
            *number += 1;
            let end = format!("-{number}");
            let start = base[..base.len().min(ID_LIMIT - end.len())].trim_end_matches('-');
            id = format!("{start}{end}");
        }
        self.taken.insert(id.clone());
        id
    }

    /// Lower case, without accents, and one hyphen for all else between letters and digits.
    fn base(&self, name: &str) -> String {
        let mut base = String::new();
        for c in name.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)) {
            if c.is_ascii_alphanumeric() {
                base.push(c);
            } else if !base.is_empty() && !base.ends_with('-') {
                base.push('-');
            }
        }
        base.truncate(ID_LIMIT);
        let base = base.trim_end_matches('-');
        if base.is_empty() { self.kind.to_owned() } else { base.to_owned() }
    }

    /// Notes how a name looks; false if a sibling looks the same.
    pub(super) fn looks_new(&mut self, name: &SafeText) -> bool {
        self.looks.insert(name.look())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn derived(names: &[&str]) -> Vec<String> {
        let mut siblings = Siblings::new("claim");
        names.iter().map(|name| siblings.id(None, &SafeText::line(name))).collect()
    }

    #[test]
    fn an_id_is_derived_from_a_name() {
        for (name, id) in [
            ("Cheap", "cheap"),
            ("Near  work, by bike!", "near-work-by-bike"),
            ("  -- R\u{e9}sum\u{e9} / Zo\u{eb} --", "resume-zoe"),
            ("\u{130}stanbul 2", "istanbul-2"),
            ("C++", "c"),
            ("\u{6307}\u{8f2a}", "claim"),
            ("!", "claim"),
            ("", "claim"),
        ] {
            assert_eq!(derived(&[name]), [id], "{name}");
        }
    }

    #[test]
    fn a_derived_id_that_is_taken_gets_a_number() {
        let long = "x".repeat(70);
        let ends = format!("{} y", "x".repeat(61));
        assert_eq!(derived(&["A", "a", "a-2", "A!"]), ["a", "a-2", "a-2-2", "a-3"]);
        assert_eq!(derived(&[&long, &long]), ["x".repeat(64), format!("{}-2", "x".repeat(62))]);
        assert_eq!(derived(&[&ends, &ends])[1], format!("{}-2", "x".repeat(61)));
        assert!(derived(&vec!["\u{6307}"; 1_000]).last().is_some_and(|id| id == "claim-1000"));
    }

    #[test]
    fn said_ids_come_first() {
        let mut siblings = Siblings::new("claim");
        assert!(siblings.take("cheap").is_ok());
        assert!(matches!(siblings.take("cheap"), Err(IdProblem::Taken(_))));
        assert!(matches!(siblings.take("Cheap"), Err(IdProblem::Unfit(_))));
        assert_eq!(siblings.id(None, &SafeText::line("Cheap")), "cheap-2");
        assert_eq!(siblings.id(Some("cheap"), &SafeText::line("Dear")), "cheap");
    }
}
