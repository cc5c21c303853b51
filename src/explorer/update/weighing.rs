//! The first weighing, step by step.

use crate::explorer::first_weighing::{Ending, next_claim};
use crate::explorer::{Cursor, Explorer, FirstWeighing, Layer, Notice, Question, Ranking};
use crate::weight::Weight;

impl Explorer {
    /// Begins with the criteria, or with the questions if there are none.
    pub(super) fn begin_first_weighing(&mut self) {
        let about = |criterion: &usize| {
            let claims = self.comparison.claims.iter().zip(&self.profile.stances);
            claims.into_iter().any(|(claim, stance)| stance.on && claim.criterion == Some(*criterion))
        };
        let criteria: Vec<usize> = (0..self.comparison.criteria.len()).filter(about).collect();
        if criteria.is_empty() {
            self.ask(1, Vec::new());
        } else {
            let ranking = Ranking { criteria, picked: Vec::new(), at: 0 };
            self.layer = Layer::FirstWeighing(FirstWeighing::Ranking(ranking));
        }
    }

    /// Takes the chosen criterion as the next in order; after the last one the questions begin.
    pub(super) fn pick(&mut self, mut ranking: Ranking) {
        if let Some(criterion) = ranking.left().get(ranking.at) {
            ranking.picked.push(*criterion);
        }
        let left = ranking.criteria.len() - ranking.picked.len();
        ranking.at = ranking.at.min(left.saturating_sub(1));
        if left == 0 {
            self.rank(&ranking);
        } else {
            self.layer = Layer::FirstWeighing(FirstWeighing::Ranking(ranking));
        }
    }

    /// Puts the criterion picked last back.
    pub(super) fn unpick(&mut self) {
        if let Layer::FirstWeighing(FirstWeighing::Ranking(ranking)) = &mut self.layer {
            let back = ranking.picked.pop();
            ranking.at = ranking.left().iter().position(|left| Some(*left) == back).unwrap_or(0);
        }
    }

    /// Ends the picking: weights follow from the places, in one step that can be undone.
    pub(super) fn rank(&mut self, ranking: &Ranking) {
        self.edit(|profile, comparison| {
            for (stance, claim) in profile.stances.iter_mut().zip(&comparison.claims) {
                if let Some(weight) = claim.criterion.and_then(|criterion| ranking.weight(criterion)) {
                    stance.weight = Some(weight);
                }
            }
        });
        self.ask(1, Vec::new());
    }

    pub(super) fn answer(&mut self, question: Question, weight: Weight) {
        self.edit(|profile, comparison| profile.set_weight(comparison, question.claim, Some(weight)));
        self.ask(question.number + 1, question.skipped);
    }

    pub(super) fn skip(&mut self, mut question: Question) {
        question.skipped.push(question.claim);
        self.ask(question.number + 1, question.skipped);
    }

    /// Asks the next question, or says why there is none.
    fn ask(&mut self, number: usize, skipped: Vec<usize>) {
        match next_claim(self, &skipped) {
            Ok(claim) => {
                self.cursor = Cursor::at(&self.comparison, claim);
                let question = Question { claim, number, skipped };
                self.layer = Layer::FirstWeighing(FirstWeighing::Question(question));
            }
            Err(ending) => {
                self.layer = Layer::Panes;
                let leader = self.assessment.leader.map(|leader| &self.comparison.alternatives[leader].name);
                let why = match (ending, leader) {
                    (Ending::Settled, Some(leader)) => {
                        format!("Done: whatever else you answer, {leader} stays ahead")
                    }
                    (Ending::AllAsked | Ending::Settled, _) => {
                        "Done: every claim has been asked about".to_owned()
                    }
                };
                self.notice = Some(Notice::done(why));
            }
        }
    }
}
