//! What *Ask me* says: what is asked about a reason, and why now.

use super::{Story, listed, sentence};
use crate::comparison::{ClaimId, Polarity};
use crate::decision::Verdict;

impl Story<'_> {
    /// What a reason says, and what is asked about it: both sides of it if both are on, else the claim alone.
    #[must_use]
    pub fn question(&self, claim: ClaimId) -> (String, &'static str) {
        self.question_of(&self.sides(claim))
    }

    /// The same of both sides of a reason, or of one claim.
    #[must_use]
    pub fn question_of(&self, sides: &[ClaimId]) -> (String, &'static str) {
        let said: Vec<String> = match sides {
            [alone] => vec![self.alone(*alone)],
            sides => sides.iter().map(|side| self.side(*side)).collect(),
        };
        let asked = match sides {
            [_] => "How strong a reason is that for you?",
            _ => "How much does this difference matter to you?",
        };
        (said.join(" "), asked)
    }

    /// The claims that are asked about together: both faces of a reason if both are on, else the claim alone.
    #[must_use]
    pub fn sides(&self, claim: ClaimId) -> Vec<ClaimId> {
        let faces = self.profile.reasons(self.comparison).of(claim).faces();
        let on: Vec<ClaimId> = faces.filter(|face| self.profile[*face].on).collect();
        if on.len() == 2 { on } else { vec![claim] }
    }

    /// What is so of a claim that is asked about again.
    #[must_use]
    pub fn so_far(&self, claim: ClaimId) -> String {
        match (self.profile[claim].on, self.profile.weight(self.comparison, claim)) {
            (false, _) => "It is switched off now; an answer switches it on.".to_owned(),
            (true, None) => "It is still open.".to_owned(),
            (true, Some(weight)) => format!("Its weight is {} now.", weight.points()),
        }
    }

    /// That there is hardly any doubt, as what is asked before one goes on then; none if nothing leads.
    #[must_use]
    pub fn hardly_any_doubt(&self) -> Option<String> {
        let leader = self.assessment.leader?;
        let (name, ways) = (self.alternative(leader), self.hundredths(leader));
        Some(format!(
            "{name} comes first in {ways} of every 100 ways your answers could turn out. That leaves hardly any doubt."
        ))
    }

    /// The names of some reasons, at most so many, and how many there are beyond.
    #[must_use]
    pub fn names(&self, reasons: &[ClaimId], most: usize) -> String {
        let named = if reasons.len() > most { most - 1 } else { most };
        let names = reasons.iter().take(named).map(|reason| self.reason(*reason));
        let more = reasons.len().saturating_sub(named);
        let more = (more > 0).then(|| format!("{more} more"));
        listed(&names.chain(more).collect::<Vec<_>>())
    }

    fn alone(&self, claim: ClaimId) -> String {
        let side = match self.comparison[claim].polarity {
            Polarity::Pro => "For",
            Polarity::Con => "Against",
        };
        format!("{side} {}", self.side(claim))
    }

    fn side(&self, claim: ClaimId) -> String {
        let claim = &self.comparison[claim];
        sentence(&format!("{}: {}", self.alternative(claim.alternative), claim.title))
    }

    /// Why a reason is asked about before the others that are left.
    #[must_use]
    pub fn why_now(&self, reason: ClaimId) -> String {
        if self.is_masked() {
            return "It is still open.".to_owned();
        }
        if self.assessment.verdict == Verdict::Unweighed {
            return "Nothing is weighed yet, and this is a good one to begin with.".to_owned();
        }
        match self.could_move(reason) {
            Some(moves) => format!("The most telling question that is left: {moves}."),
            None => "It is still open.".to_owned(),
        }
    }
}

/// Which question it is, from 1, while so many are left after it.
#[must_use]
pub fn question_number(number: usize, left: usize) -> String {
    match left {
        0 => format!("question {number}, the last one"),
        left => format!("question {number}, at most {left} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::Comparison;
    use crate::decision::assess;
    use crate::profile::Profile;

    /// What is asked about a claim of the bundled comparison while some claims are off.
    fn asked(id: &str, off: &[&str]) -> (String, &'static str) {
        let comparison = Comparison::from_ron(crate::JEWELRY).unwrap();
        let mut profile = Profile::new(&comparison);
        for id in off {
            profile[comparison.claim_with_id(id).unwrap()].on = false;
        }
        let assessment = assess(&comparison, &profile);
        let story = Story { comparison: &comparison, profile: &profile, assessment: &assessment };
        story.question(comparison.claim_with_id(id).unwrap())
    }

    #[test]
    fn a_pair_is_asked_about_as_a_difference_and_one_side_as_a_reason() {
        let difference = "How much does this difference matter to you?";
        let reason = "How strong a reason is that for you?";
        let pair = "Handmade: Higher price. Mass-produced: Affordability.";
        assert_eq!(asked("handmade/higher-price", &[]), (pair.to_owned(), difference));
        assert_eq!(asked("mass-produced/affordability", &[]), (pair.to_owned(), difference));
        assert_eq!(
            asked("handmade/higher-price", &["mass-produced/affordability"]),
            ("Against Handmade: Higher price.".to_owned(), reason)
        );
        assert_eq!(asked("handmade/customization", &[]), ("For Handmade: Customization.".to_owned(), reason));
    }
}
