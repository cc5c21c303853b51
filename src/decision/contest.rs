//! Who leads, and who could instead.

use super::chance::reaches;
use super::ledger::{Entry, Ledger};
use super::ruling::Ruling;

/// What the reasons of each alternative sum up to, and which alternatives nothing rules out.
#[derive(Clone, Debug)]
pub(super) struct Contest {
    pub(super) sums: Vec<i64>,
    pub(super) acceptable: Vec<bool>,
}

impl Contest {
    pub(super) fn new(ledger: &Ledger, ruling: &Ruling<'_>) -> Self {
        let acceptable = ruling.against.iter().map(Vec::is_empty).collect();
        Self { sums: ledger.sums(Entry::value), acceptable }
    }

    /// The acceptable alternatives with their sums.
    pub(super) fn standing(&self) -> impl Iterator<Item = (usize, i64)> + Clone {
        let acceptable = self.acceptable.iter().enumerate().filter(|(_, acceptable)| **acceptable);
        acceptable.map(|(alternative, _)| (alternative, self.sums[alternative]))
    }

    /// The acceptable alternatives but one, with their sums.
    pub(super) fn rivals(&self, of: usize) -> impl Iterator<Item = (usize, i64)> + Clone {
        self.standing().filter(move |(alternative, _)| *alternative != of)
    }

    /// The acceptable alternative with the highest sum, unless several share it.
    pub(super) fn leader(&self) -> Option<usize> {
        alone_at_top(self.standing())
    }

    /// Who leads, or stands for the leader where several tie: the likeliest of them, then the first.
    pub(super) fn favorite(&self, chances: &[f64]) -> Option<usize> {
        best(self.standing(), chances)
    }

    /// The best of the others: by sum, then by chance, then the first.
    pub(super) fn runner_up(&self, leader: usize, chances: &[f64]) -> Option<usize> {
        best(self.rivals(leader), chances)
    }

    /// For each alternative by how many points its sum alone must move until another than `leader` leads.
    ///
    /// The sum of the leader must fall below that of a rival who then stands alone at the top; that of a rival must
    /// rise above the leader's. The other way nothing turns.
    pub(super) fn turns(&self, leader: Option<usize>) -> Vec<Option<i64>> {
        let mut turns = vec![None; self.sums.len()];
        let Some(leader) = leader else { return turns };
        for (rival, sum) in self.rivals(leader) {
            turns[rival] = Some(self.sums[leader] - sum + 1);
        }
        let next = alone_at_top(self.rivals(leader));
        turns[leader] = next.map(|next| self.sums[next] - self.sums[leader] - 1);
        turns
    }
}

/// The alternative with the highest sum, unless several share it.
pub(super) fn alone_at_top(standing: impl Iterator<Item = (usize, i64)>) -> Option<usize> {
    let mut top: Option<(i64, Option<usize>)> = None;
    for (alternative, sum) in standing {
        top = match top {
            Some((best, _)) if best > sum => top,
            Some((best, _)) if best == sum => Some((best, None)),
            _ => Some((sum, Some(alternative))),
        };
    }
    top.and_then(|(_, leader)| leader)
}

/// The alternative with the highest sum; of several the likeliest, then the first.
fn best(standing: impl Iterator<Item = (usize, i64)> + Clone, chances: &[f64]) -> Option<usize> {
    let highest = standing.clone().map(|(_, sum)| sum).max()?;
    let mut top = standing.filter(|(_, sum)| *sum == highest).map(|(alternative, _)| alternative);
    let likeliest = top.clone().map(|alternative| chances[alternative]).fold(0.0, f64::max);
    top.find(|alternative| reaches(chances[*alternative], likeliest))
}
