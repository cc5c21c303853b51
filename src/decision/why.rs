//! What the recommendation rests on.

use super::ledger::{Entry, Ledger};

/// How many claims make the case for the runner-up.
const CASE: usize = 3;

/// What the recommendation rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Why {
    /// The acceptable alternative with the second-highest net score.
    pub runner_up: Option<usize>,
    /// The smallest set of supporters of the leader that outweighs all its opponents, heaviest first.
    pub enough: Vec<usize>,
    /// The heaviest supporters of the runner-up, at most three.
    pub case_for_runner_up: Vec<usize>,
}

impl Why {
    /// Supporters of the leader against the runner-up are its own pros and the other's cons; opponents its own
    /// cons and the other's pros.
    pub(super) fn new(ledger: &Ledger, leader: usize, runner_up: usize) -> Self {
        let speaks_for_leader = |entry: &&Entry| (entry.alternative == leader) == (entry.summand.step > 0);
        let (supporters, opponents): (Vec<&Entry>, Vec<&Entry>) = ledger
            .of(leader)
            .chain(ledger.of(runner_up))
            .filter(|entry| entry.value() != 0)
            .partition(speaks_for_leader);
        let against: i64 = opponents.iter().map(|entry| entry.value().abs()).sum();
        let mut enough = Vec::new();
        let mut weight = 0;
        for entry in heaviest_first(supporters) {
            if weight > against {
                break;
            }
            weight += entry.value().abs();
            enough.push(entry.claim);
        }
        let case = heaviest_first(opponents).into_iter().take(CASE).map(|entry| entry.claim);
        Self { runner_up: Some(runner_up), enough, case_for_runner_up: case.collect() }
    }
}

/// The same entries by weight; equal ones stay in the order of the comparison.
fn heaviest_first(mut entries: Vec<&Entry>) -> Vec<&Entry> {
    entries.sort_by_key(|entry| (-entry.value().abs(), entry.claim));
    entries
}
