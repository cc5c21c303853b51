//! What balances out, and what is left to decide.
//!
//! This is the moral algebra of Benjamin Franklin (letter to Joseph Priestley, 19 September 1772), made exact: he
//! struck out reasons for and against that weighed the same, and looked at the remainder.

use super::why::{Speaker, Why};
use crate::comparison::ClaimId;
use crate::order;

/// The reasons of a decision, those struck out that balance each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// Supporters and opponents of equal weight together, by the first face of each, in the order of the comparison.
    pub struck_out: Vec<ClaimId>,
    /// All the others, in the same order.
    pub left: Vec<ClaimId>,
}

impl Why {
    /// The way to strike out as much on one side as on the other that leaves the fewest reasons, where the `heaviest`
    /// first supporters are left in any case: they are what the answer is said to rest on.
    ///
    /// Of equally few the one that strikes most points, then the one that leaves the earlier reasons. The work grows
    /// with the number of reasons times the points of the lighter side, so it is done where it is shown.
    #[must_use]
    pub fn balance(&self, heaviest: usize) -> Balance {
        let (heaviest, lighter) = self.supporters.split_at(heaviest.min(self.supporters.len()));
        let total = |side: &[Speaker]| side.iter().map(|speaker| index(speaker.points)).sum::<usize>();
        let most = total(lighter).min(total(&self.opponents));
        let sides = [lighter, &self.opponents].map(|side| Side::new(side, most));
        let struck = |points: &usize| Some(sides[0].most(*points)? + sides[1].most(*points)?);
        // The last of the best strikes most points; to strike nothing is always possible.
        let points = (0..=most).max_by_key(struck).unwrap_or(0);
        let mut balance = Balance::default();
        balance.left.extend(heaviest.iter().map(|speaker| speaker.reason));
        for side in &sides {
            side.strike(points, &mut balance);
        }
        for reasons in [&mut balance.struck_out, &mut balance.left] {
            order::by(reasons, Ord::cmp);
        }
        balance
    }
}

/// All ways to strike out some reasons of one side.
struct Side {
    /// In the order of the comparison.
    speakers: Vec<Speaker>,
    /// In row i for each number of points: how many of the reasons from i on weigh that much together, at most.
    /// Negative if none do. There is one row more than reasons, and no row is longer than there are points in it.
    table: Vec<Vec<i16>>,
}

/// As good as never, and no sum with it overflows.
const NEVER: i16 = i16::MIN / 2;

impl Side {
    fn new(speakers: &[Speaker], most: usize) -> Self {
        let mut speakers = speakers.to_vec();
        order::by_key(&mut speakers, |speaker| speaker.reason);
        let mut table = vec![vec![0]];
        for speaker in speakers.iter().rev() {
            let weight = index(speaker.points);
            let without = &table[table.len() - 1];
            let mut row = without.clone();
            row.resize((without.len() + weight).min(most + 1), NEVER);
            if let Some(with) = row.get_mut(weight..) {
                for (best, without) in with.iter_mut().zip(without) {
                    *best = (*best).max(without + 1);
                }
            }
            table.push(row);
        }
        table.reverse();
        Self { speakers, table }
    }

    /// How many reasons weigh so many points together, at most.
    fn most(&self, points: usize) -> Option<i16> {
        self.table[0].get(points).copied().filter(|count| *count >= 0)
    }

    /// Strikes out as many reasons as weigh so many points, the later ones rather than the earlier.
    fn strike(&self, mut points: usize, balance: &mut Balance) {
        for (speaker, rows) in self.speakers.iter().zip(self.table.windows(2)) {
            if rows[1].get(points) == Some(&rows[0][points]) {
                balance.left.push(speaker.reason);
            } else {
                balance.struck_out.push(speaker.reason);
                points -= index(speaker.points);
            }
        }
    }
}

/// Points as a place in a table.
fn index(points: i64) -> usize {
    usize::try_from(points).unwrap_or(0)
}
