//! The first weighing: what matters most among the criteria, then one question for each claim.
//!
//! Weights follow the order by the rank-sum rule (Stillwell, Seaver & Edwards 1981; Edwards & Barron 1994).

use super::Explorer;
use crate::comparison::Reason;
use crate::weight::Weight;

/// How far the first weighing has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FirstWeighing {
    /// The person picks what matters most, then next, and so on.
    Ranking(Ranking),
    /// The person says how much one claim matters.
    Question(Question),
}

/// The criteria in order of how much they matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// The criteria that some active claim is about.
    pub criteria: Vec<usize>,
    /// Those picked so far, what matters most first.
    pub picked: Vec<usize>,
    /// The chosen line among those that are left.
    pub at: usize,
}

impl Ranking {
    /// The criteria that are not picked yet.
    #[must_use]
    pub fn left(&self) -> Vec<usize> {
        self.criteria.iter().copied().filter(|criterion| !self.picked.contains(criterion)).collect()
    }

    /// The weight that a criterion gets by its place: 10 (n + 1 - k) / n, rounded, at least 1.
    pub(super) fn weight(&self, criterion: usize) -> Option<Weight> {
        let place = self.picked.iter().position(|picked| *picked == criterion)?;
        let count = self.criteria.len();
        // Rounded half up: (2 * 10 (n - place) + n) / 2n, where the place counts from 0.
        let points = (20 * (count - place) + count) / (2 * count);
        Some(Weight::clamped(u8::try_from(points.max(1)).unwrap_or(Weight::MOST)))
    }
}

/// One question about one claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The claim that is asked about.
    pub claim: usize,
    /// Which question this is, from 1.
    pub number: usize,
    /// The claims that the person did not want to answer.
    pub skipped: Vec<usize>,
}

/// Why no further question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Every claim has been answered or skipped.
    AllAsked,
    /// No answer that is still open can change the leader, not even all of them together.
    Settled,
}

/// The claim to ask about next: the unanswered one with the largest influence.
pub(super) fn next_claim(explorer: &Explorer, skipped: &[usize]) -> Result<usize, Ending> {
    let (assessment, profile) = (explorer.assessment(), explorer.profile());
    if assessment.is_settled() {
        return Err(Ending::Settled);
    }
    let unanswered = |reason: &Reason| {
        let is_on = reason.faces().any(|claim| profile.stances[claim].on);
        is_on && profile.weight_of(*reason).is_none() && !skipped.contains(&reason.first)
    };
    let influence = |claim: &usize| assessment.bearings[*claim].influence;
    profile
        .reasons(explorer.comparison())
        .iter()
        .filter(unanswered)
        .map(|reason| reason.first)
        .max_by(|a, b| influence(a).total_cmp(&influence(b)).then(b.cmp(a)))
        .ok_or(Ending::AllAsked)
}
