//! Sentences read back: what names and numbers they have.

use super::Told;
use crate::comparison::{AlternativeId, ClaimId, Polarity};

/// A number that stands between two texts.
pub(super) fn number(text: &str) -> i64 {
    const WORDS: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let word = WORDS.iter().position(|word| *word == text).map(|at| i64::try_from(at).unwrap());
    word.unwrap_or_else(|| text.parse().unwrap_or_else(|_| panic!("{text:?} is no number")))
}

/// The two parts of a text, which must have `at` in it.
pub(super) fn parted<'t>(text: &'t str, at: &str) -> (&'t str, &'t str) {
    text.split_once(at).unwrap_or_else(|| panic!("{at:?} is not in {text:?}"))
}

/// What comes between a beginning and an end, if a text has both.
pub(super) fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    text.strip_prefix(start)?.strip_suffix(end)
}

/// The texts of a list such as "a, b and c"; what is between quotation marks is one text.
pub(super) fn list(text: &str) -> Vec<&str> {
    let mut found = vec![""];
    let mut rest = text;
    while !rest.is_empty() {
        let quoted = found.last().is_some_and(|name| name.contains('\u{201c}') && !name.contains('\u{201d}'));
        let end = [", ", " and "].into_iter().find(|end| !quoted && rest.starts_with(end));
        let start = text.len() - rest.len();
        let step = end.map_or_else(|| rest.chars().next().map_or(1, char::len_utf8), str::len);
        rest = &rest[step..];
        if end.is_some() {
            found.push("");
        } else if let Some(name) = found.last_mut() {
            *name = &text[start - name.len()..start + step];
        }
    }
    found
}

impl Told {
    pub(super) fn alternative(&self, name: &str) -> AlternativeId {
        let mut all = self.case.comparison.alternatives();
        let found = all.find(|(_, alternative)| alternative.name.as_str() == name);
        found.unwrap_or_else(|| panic!("{name:?} is no alternative")).0
    }

    /// The claim of a name such as "K1", "K1 (against A0)" or "K1 (A1)"; a con is never bare, nor is anything among
    /// three. What would blur a list is in quotation marks.
    pub(super) fn claim(&self, name: &str) -> ClaimId {
        let (quoted, owner) = name.split_once(" (").unwrap_or((name, ""));
        let (comparison, id) = (&self.case.comparison, self.titled(quoted));
        let claim = &comparison[id];
        let alternative = comparison[claim.alternative].name.as_str();
        let expected = match claim.polarity {
            Polarity::Con => format!("against {alternative})"),
            Polarity::Pro if comparison.alternatives().len() > 2 => format!("{alternative})"),
            Polarity::Pro => String::new(),
        };
        assert_eq!(owner, expected, "{name}");
        id
    }

    /// The claim of a title as it stands in a sentence.
    pub(super) fn titled(&self, quoted: &str) -> ClaimId {
        let title = between(quoted, "\u{201c}", "\u{201d}").unwrap_or(quoted);
        assert_eq!(title == quoted, !title.contains(" and "), "{quoted}");
        let found = self.case.comparison.claims().find(|(_, claim)| claim.title.as_str() == title);
        found.unwrap_or_else(|| panic!("{title:?} is no claim")).0
    }

    /// The place of the active reason of a name among all active ones; the face that is named is on.
    pub(super) fn reason(&self, name: &str) -> usize {
        let claim = self.claim(name);
        assert!(self.case.profile[claim].on, "{name} is off");
        self.case.reasons().iter().position(|faces| faces.contains(&claim)).unwrap()
    }

    /// The reasons of a list, and how many it says there are besides.
    pub(super) fn reasons(&self, text: &str) -> (Vec<usize>, usize) {
        let mut names = list(text);
        let more = names.last().and_then(|last| last.strip_suffix(" more"));
        let more = more.map_or(0, |more| usize::try_from(number(more)).unwrap());
        names.truncate(names.len() - usize::from(more > 0));
        (names.into_iter().map(|name| self.reason(name)).collect(), more)
    }

    /// What a reason says for one of two alternatives beside another: 1 for it, -1 against it, 0 if it says nothing.
    pub(super) fn says(&self, reason: usize, one: AlternativeId, other: AlternativeId) -> i64 {
        let faces = &self.case.reasons()[reason];
        let claim = &self.case.comparison[faces[0]];
        let sign = if claim.polarity == Polarity::Pro { 1 } else { -1 };
        match claim.alternative {
            owner if owner == one => sign,
            owner if owner == other => -sign,
            _ => 0,
        }
    }

    /// Who leads at these points of the active reasons, by the definition.
    pub(super) fn leader_at(&self, points: &[i64]) -> Option<AlternativeId> {
        self.case.rules().leader(points)
    }

    /// A chance as a sentence gives it, held against the exact one.
    pub(super) fn check_chance(text: &str, chance: f64) {
        let certain = chance >= 1.0 - 1e-12;
        match text {
            "more than 99" => assert!(chance > 0.99, "{text}: {chance}"),
            "fewer than 1" => assert!(chance < 0.01 && chance > 0.0, "{text}: {chance}"),
            "100" => assert!(certain, "{chance}"),
            "0" => assert!(chance < 1e-12, "{chance}"),
            number => {
                let exact = chance * 100.0;
                let said: f64 = number.parse().unwrap();
                let bound = [59.0, 79.0, 94.0].contains(&said);
                // Where another word for it begins it is rounded down.
                assert!((exact - said).abs() < if bound { 1.0 } else { 0.5 + 1e-9 }, "{text}: {chance}");
            }
        }
    }
}
