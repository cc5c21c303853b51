//! What would change the recommendation. All of it is exact and provably smallest.
//!
//! It has changed when another alternative leads strictly: when its sum is above that of every other one.

use super::contest::{Contest, alone_at_top};
use super::ledger::{Entry, Ledger, MOST};
use super::ruling::Ruling;
use crate::comparison::ClaimId;
use crate::weight::Weight;

/// The least that makes an alternative lead, if weights may move within 0 to 10.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The fewest points by which weights must move in all.
    pub points: i64,
    /// The fewest reasons whose weights must move, those first that can move farthest, by their first faces.
    pub reasons: Vec<ClaimId>,
}

/// For each alternative the least that makes it lead; none if nothing does.
pub(super) fn ways(ledger: &Ledger, contest: &Contest) -> Vec<Option<Way>> {
    let alternatives = contest.sums.len();
    let (mut up, mut down) = (vec![Moves::default(); alternatives], vec![Moves::default(); alternatives]);
    for entry in &ledger.entries {
        up[entry.on].rooms.push((entry.room_up(), entry.reason.first));
        down[entry.on].rooms.push((entry.room_down(), entry.reason.first));
    }
    up.iter_mut().chain(&mut down).for_each(Moves::order);
    let mut ways = vec![None; alternatives];
    for (alternative, sum) in contest.standing() {
        let others: Vec<(i64, &Moves)> =
            contest.rivals(alternative).map(|(other, others)| (others - sum, &down[other])).collect();
        ways[alternative] = fewest_points(&up[alternative], &others)
            .zip(fewest_reasons(&up[alternative], &others))
            .map(|(points, reasons)| Way { points, reasons });
    }
    ways
}

/// How far the weights on one alternative can move its sum in one direction.
#[derive(Clone, Debug, Default)]
struct Moves {
    /// How far each can, with the first face of its reason: the farthest first.
    rooms: Vec<(i64, ClaimId)>,
    /// How far none of them, the first of them, the first two and so on can together.
    reach: Vec<i64>,
}

impl Moves {
    fn order(&mut self) {
        self.rooms.retain(|(room, _)| *room > 0);
        self.rooms.sort_by_key(|(room, _)| -room);
        self.reach.push(0);
        for (room, _) in &self.rooms {
            self.reach.push(self.reach[self.reach.len() - 1] + room);
        }
    }

    /// How far all of them can together.
    fn farthest(&self) -> i64 {
        self.reach[self.rooms.len()]
    }
}

/// The fewest points that put an alternative above all others, each so far ahead as its deficit says.
///
/// A point of its own reduces all deficits at once, a point of another only that one, so its own go first.
fn fewest_points(own: &Moves, others: &[(i64, &Moves)]) -> Option<i64> {
    let most = others.iter().map(|(deficit, _)| deficit + 1).max().unwrap_or(0).max(0);
    let gained = most.min(own.farthest());
    let mut points = gained;
    for (deficit, moves) in others {
        let missing = (deficit + 1 - gained).max(0);
        if missing > moves.farthest() {
            return None;
        }
        points += missing;
    }
    Some(points)
}

/// The fewest reasons that put an alternative above all others, each so far ahead as its deficit says.
///
/// For every number of its own reasons, farthest first, so many of each other one follow as it then takes. Of equally
/// few, those that move farthest in all.
fn fewest_reasons(own: &Moves, others: &[(i64, &Moves)]) -> Option<Vec<ClaimId>> {
    let needed = |gained: i64, (deficit, moves): &(i64, &Moves)| -> Option<usize> {
        let count = moves.reach.partition_point(|reach| *reach <= deficit - gained);
        (count < moves.reach.len()).then_some(count)
    };
    let total = |taken: usize| -> Option<(usize, i64)> {
        let (mut count, mut reach) = (taken, own.reach[taken]);
        for other in others {
            let needed = needed(own.reach[taken], other)?;
            count += needed;
            reach += other.1.reach[needed];
        }
        Some((count, -reach))
    };
    let (_, taken) = (0..own.reach.len()).filter_map(|taken| Some((total(taken)?, taken))).min()?;
    let mut rooms = own.rooms[..taken].to_vec();
    for other in others {
        rooms.extend(&other.1.rooms[..needed(own.reach[taken], other)?]);
    }
    rooms.sort_by_key(|(room, claim)| (-room, *claim));
    Some(rooms.into_iter().map(|(_, claim)| claim).collect())
}

/// The weight nearest to its own at which this reason alone makes another than `leader` lead, 0 to 10.
pub(super) fn tips_at(entry: &Entry, contest: &Contest, leader: usize) -> Option<u8> {
    let by = contest.turns(leader, entry.on)?;
    let room = if entry.on == leader { entry.room_down() } else { entry.room_up() };
    let rises = (entry.on == leader) != (entry.sign > 0);
    let weight = if rises { entry.points + by } else { entry.points - by };
    if by > room { None } else { u8::try_from(weight).ok() }
}

/// Whether this reason alone, moved within its range, makes another than `leader` lead.
pub(super) fn decides(entry: &Entry, contest: &Contest, leader: usize) -> bool {
    let around = i64::try_from(entry.around).unwrap_or(i64::MAX);
    contest.turns(leader, entry.on).is_some_and(|by| by <= around)
}

/// Whether another than `leader` leads if an active claim of this reason is switched off.
pub(super) fn tips_if_off(
    claim: ClaimId,
    entry: &Entry,
    ruling: &Ruling,
    contest: &Contest,
    leader: usize,
) -> bool {
    // Where both faces are on, the other one then counts whole.
    let lost = if entry.faces == 2 { 0 } else { entry.value() };
    let sums =
        contest.sums.iter().enumerate().map(|(i, sum)| (i, if i == entry.on { sum - lost } else { *sum }));
    let standing = sums.filter(|(i, _)| ruling.acceptable_without(claim, *i));
    alone_at_top(standing).is_some_and(|other| other != leader)
}

/// The most points by which all set weights may be off while `leader` leads strictly wherever the unset ones lie.
///
/// A weight is off upwards by no more than downwards, as in [`crate::profile::Band::around`]. None if not even exact
/// weights are enough: then it is not settled.
pub(super) fn wobble(ledger: &Ledger, contest: &Contest, leader: usize) -> Option<u8> {
    (0..=Weight::MOST).rev().find(|off| {
        let off = i64::from(*off);
        let moved = |entry: &Entry| {
            if entry.weighed { entry.points.min(off) } else { i64::from(Weight::UNSET_POINTS) }
        };
        let moved = ledger.sums(moved);
        contest.rivals(leader).all(|(rival, sum)| contest.sums[leader] - moved[leader] > sum + moved[rival])
    })
}

const _: () = assert!(MOST == 2 * Weight::UNSET_POINTS as i64, "an unset weight stands in the middle");
