//! How much one claim matters is asked, then the next, as long as an answer can make a difference.

use crate::comparison::{ClaimId, Reason};
use crate::explorer::{Cursor, Explorer, Layer, Notice};
use crate::weight::Weight;

/// A question about one claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    claim: ClaimId,
    /// Which question this is, from 1.
    number: usize,
    /// The claims that the person did not want to answer.
    skipped: Vec<ClaimId>,
}

/// Why no further question is asked.
enum Ending {
    /// Every claim has been answered or skipped.
    AllAsked,
    /// No answer that is still open can change the leader, not even all of them together.
    Settled,
}

impl Question {
    /// The claim that it is about.
    #[must_use]
    pub fn claim(&self) -> ClaimId {
        self.claim
    }

    /// Which question this is, from 1.
    #[must_use]
    pub fn number(&self) -> usize {
        self.number
    }

    /// Takes a weight as the answer.
    pub(in crate::explorer) fn answer(self, explorer: &mut Explorer, weight: Weight) {
        explorer.edit(|profile, comparison| profile.set_weight(comparison, self.claim, Some(weight)));
        explorer.ask(self.number + 1, self.skipped);
    }

    /// Goes on without an answer.
    pub(in crate::explorer) fn accept(mut self, explorer: &mut Explorer) {
        self.skipped.push(self.claim);
        explorer.ask(self.number + 1, self.skipped);
    }
}

impl Explorer {
    /// Asks the next question, or says why there is none.
    pub(in crate::explorer) fn ask(&mut self, number: usize, skipped: Vec<ClaimId>) {
        match self.next_question(&skipped) {
            Ok(claim) => {
                self.cursor = Cursor::at(&self.comparison, claim);
                self.layer = Layer::Question(Question { claim, number, skipped });
            }
            Err(ending) => {
                self.layer = Layer::Panes;
                let leader = self.assessment().leader.map(|leader| &self.comparison[leader].name);
                let why = match (ending, leader) {
                    (Ending::Settled, Some(leader)) => {
                        format!("Done: whatever else you answer, {leader} stays ahead")
                    }
                    (Ending::AllAsked | Ending::Settled, _) => {
                        "Done: there is nothing left to ask".to_owned()
                    }
                };
                self.notice = Some(Notice::done(why));
            }
        }
    }

    /// The claim to ask about next: the unanswered one with the largest influence.
    fn next_question(&self, skipped: &[ClaimId]) -> Result<ClaimId, Ending> {
        let (assessment, profile) = (self.assessment(), self.profile());
        if assessment.is_settled() {
            return Err(Ending::Settled);
        }
        let unanswered = |reason: &Reason| {
            let is_on = reason.faces().any(|claim| profile[claim].on);
            is_on && profile.weight_of(*reason).is_none() && !skipped.contains(&reason.first)
        };
        let influence = |claim: &ClaimId| assessment[*claim].influence;
        profile
            .reasons(&self.comparison)
            .iter()
            .filter(unanswered)
            .map(|reason| reason.first)
            .max_by(|a, b| influence(a).total_cmp(&influence(b)).then(b.cmp(a)))
            .ok_or(Ending::AllAsked)
    }
}
