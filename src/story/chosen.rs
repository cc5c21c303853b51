//! What was decided, beside what the answer is now.

use super::Story;
use super::words::{points, whole_points};
use crate::comparison::AlternativeId;
use crate::decision::{Verdict, reaches};
use crate::profile::Decided;

/// What was decided, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The name of what was chosen, or its id if it is no longer there.
    pub name: String,
    /// The day, such as "25 November 2026".
    on: String,
    /// The chance then, out of 100.
    then: String,
    /// How it stands now, such as "now 71".
    now: String,
    /// Why; may be empty.
    why: String,
}

impl Chosen {
    /// All of it, in whole sentences.
    #[must_use]
    pub fn told(&self) -> String {
        let Self { name, on, then, now, why } = self;
        let because = match why.as_str() {
            "" => String::new(),
            why if why.ends_with(['.', '!', '?', '\u{2026}']) => format!(" Because: {why}"),
            why => format!(" Because: {why}."),
        };
        format!("Decided on {on}: {name}, then at {then} of 100, {now}.{because}")
    }

    /// Without the reason, such as "on 25 November 2026 you chose Handmade at 84; now 71".
    #[must_use]
    pub fn in_one_line(&self) -> String {
        format!("on {} you {}", self.on, self.briefly(&self.name))
    }

    /// Without the day too, and with the name as it is given.
    #[must_use]
    pub fn briefly(&self, name: &str) -> String {
        format!("chose {name} at {}; {}", self.then, self.now)
    }
}

impl Story<'_> {
    /// What was decided, beside what the answer is now; none before.
    #[must_use]
    pub fn chosen(&self) -> Option<Chosen> {
        let decided = self.profile.decided.as_deref()?;
        let chosen = decided.alternative(self.comparison);
        let why = if decided.why.is_blank() { "" } else { decided.why.trim() };
        Some(Chosen {
            name: chosen.map_or_else(|| decided.chose.to_string(), |one| self.alternative(one).to_owned()),
            on: decided.on.in_words(),
            then: points(decided.chance),
            now: chosen.map_or_else(|| "no longer there".to_owned(), |chosen| self.since(decided, chosen)),
            why: why.to_owned(),
        })
    }

    /// Whether there is nothing yet that could be decided on: nothing is weighed.
    #[must_use]
    pub fn is_unweighed(&self) -> bool {
        self.assessment.verdict == Verdict::Unweighed || self.assessment.reasons == 0
    }

    /// How a chosen alternative stands now.
    ///
    /// Of a chance that is kept in whole points no other can be told apart within the same point.
    fn since(&self, decided: &Decided, chosen: AlternativeId) -> String {
        let (assessment, chance) = (self.assessment, self.assessment[chosen].chance);
        if !assessment[chosen].is_acceptable() {
            "now ruled out".to_owned()
        } else if self.is_unweighed() {
            "now nothing is weighed".to_owned()
        } else if whole_points(chance) == decided.chance {
            "still so".to_owned()
        } else if reaches(assessment.tie, 1.0) && self.level().contains(&chosen) {
            "now even".to_owned()
        } else {
            format!("now {}", self.hundredths(chosen))
        }
    }
}
