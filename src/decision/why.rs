//! What the recommendation rests on.

use super::ledger::{Entry, Ledger, heaviest_first};
use crate::comparison::{AlternativeId, ClaimId};

/// How many reasons make the case for the runner-up.
const CASE: usize = 3;

/// A reason that speaks for one of two alternatives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The first face of the reason.
    pub reason: ClaimId,
    /// Its weight in points, 1 to 10; an unset one counts 5.
    pub points: i64,
}

/// What speaks for the leader and against it, beside the runner-up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Why {
    /// The best of the other acceptable alternatives.
    pub runner_up: Option<AlternativeId>,
    /// What speaks for the leader or against the runner-up, heaviest first.
    pub supporters: Vec<Speaker>,
    /// What speaks against the leader or for the runner-up, heaviest first.
    pub opponents: Vec<Speaker>,
    /// How many of the first supporters outweigh all opponents together; 0 if not even all of them do.
    enough: usize,
}

impl Why {
    pub(super) fn new(ledger: &Ledger, leader: usize, runner_up: usize) -> Self {
        let mut why = Self { runner_up: Some(AlternativeId(runner_up)), ..Self::default() };
        let beside = |entry: &&Entry| entry.points > 0 && [leader, runner_up].contains(&entry.on);
        for entry in ledger.entries.iter().filter(beside) {
            let side = if entry.supports(leader) { &mut why.supporters } else { &mut why.opponents };
            side.push(Speaker { reason: entry.reason.first, points: entry.points });
        }
        for side in [&mut why.supporters, &mut why.opponents] {
            *side = heaviest_first(side, |speaker| speaker.points);
        }
        let mut ahead: i64 = -why.opponents.iter().map(|speaker| speaker.points).sum::<i64>();
        let tips = |speaker: &Speaker| {
            ahead += speaker.points;
            ahead > 0
        };
        why.enough = why.supporters.iter().position(tips).map_or(0, |last| last + 1);
        why
    }

    /// The smallest set of supporters that outweighs all opponents together; empty in a tie.
    #[must_use]
    pub fn enough(&self) -> &[Speaker] {
        &self.supporters[..self.enough]
    }

    /// The heaviest opponents, at most three.
    #[must_use]
    pub fn case_for_runner_up(&self) -> &[Speaker] {
        &self.opponents[..self.opponents.len().min(CASE)]
    }
}
