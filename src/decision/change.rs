//! What would change the recommendation. All of it is exact and provably smallest.
//!
//! It has changed when another alternative leads strictly: when its sum is above that of every other one.

use super::contest::{Contest, alone_at_top};
use super::ledger::{Entry, Ledger, heaviest_first};
use super::ruling::Ruling;
use crate::comparison::{AlternativeId, ClaimId, Comparison};
use crate::order;
use crate::profile::Profile;
use crate::weight::Weight;

/// The least that makes an alternative lead, if weights may move within 0 to 10.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The fewest points by which weights must move in all.
    pub points: i64,
    /// The fewest reasons whose weights must move, those first that can move farthest, by their first faces.
    pub reasons: Vec<ClaimId>,
}

/// Which way weights may move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freedom {
    /// Up and down.
    Both,
    /// Up alone.
    Up,
}

/// How far the weights on each alternative can move its sum in either direction.
struct Rooms {
    up: Vec<Moves>,
    down: Vec<Moves>,
}

impl Rooms {
    fn new(ledger: &Ledger, alternatives: usize, freedom: Freedom) -> Self {
        let (mut up, mut down) = (vec![Moves::default(); alternatives], vec![Moves::default(); alternatives]);
        for entry in &ledger.entries {
            if freedom == Freedom::Both || entry.sign > 0 {
                up[entry.on].rooms.push((entry.room_up(), entry.reason.first));
            }
            if freedom == Freedom::Both || entry.sign < 0 {
                down[entry.on].rooms.push((entry.room_down(), entry.reason.first));
            }
        }
        up.iter_mut().chain(&mut down).for_each(Moves::order);
        Self { up, down }
    }

    /// What moves an alternative up, and what moves every other one down with how far that is ahead now.
    fn to_lead(&self, contest: &Contest, alternative: usize) -> (&Moves, Vec<(i64, &Moves)>) {
        let sum = contest.sums[alternative];
        let other = |(other, others): (usize, i64)| (others - sum, &self.down[other]);
        (&self.up[alternative], contest.rivals(alternative).map(other).collect())
    }
}

/// For each alternative the least that makes it lead; none if nothing does.
pub(super) fn ways(ledger: &Ledger, contest: &Contest) -> Vec<Option<Way>> {
    let alternatives = contest.sums.len();
    let rooms = Rooms::new(ledger, alternatives, Freedom::Both);
    let mut ways = vec![None; alternatives];
    for (alternative, _) in contest.standing() {
        let (own, others) = rooms.to_lead(contest, alternative);
        ways[alternative] = fewest_points(own, &others)
            .zip(fewest_reasons(own, &others))
            .map(|((points, _), reasons)| Way { points, reasons });
    }
    ways
}

/// The weights that make an alternative lead with the fewest points moved in all, as [`Way::points`] counts them.
///
/// Each reason stands by its first face, those first that move farthest; empty if it leads, none if nothing makes it lead.
#[must_use]
pub fn least_moves(
    comparison: &Comparison,
    profile: &Profile,
    AlternativeId(alternative): AlternativeId,
    freedom: Freedom,
) -> Option<Vec<(ClaimId, Weight)>> {
    let ledger = Ledger::new(comparison, profile, profile.reasons(comparison));
    let contest = Contest::new(&ledger, &Ruling::new(comparison, profile));
    if !contest.acceptable[alternative] {
        return None;
    }
    let rooms = Rooms::new(&ledger, contest.sums.len(), freedom);
    let (own, others) = rooms.to_lead(&contest, alternative);
    let (_, each) = fewest_points(own, &others)?;
    let mut moved: Vec<(i64, ClaimId)> = own.first(each.own).collect();
    for ((_, moves), points) in others.iter().zip(each.others) {
        moved.extend(moves.first(points));
    }
    order::by_key(&mut moved, |(points, reason)| (-points, *reason));
    let weight = |(points, reason): (i64, ClaimId)| {
        let entry = ledger.entries.iter().find(|entry| entry.reason.first == reason)?;
        // What speaks for it, or against another, gets heavier.
        let to = entry.points + if entry.supports(alternative) { points } else { -points };
        Some((reason, Weight::clamped(u8::try_from(to).unwrap_or(0))))
    };
    moved.into_iter().map(weight).collect()
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
        self.rooms = heaviest_first(&self.rooms, |(room, _)| *room);
        self.reach.push(0);
        for (room, _) in &self.rooms {
            self.reach.push(self.reach[self.reach.len() - 1] + room);
        }
    }

    /// The first that together can move so many points, each with how far it does: all but the last as far as it can.
    fn first(&self, points: i64) -> impl Iterator<Item = (i64, ClaimId)> {
        let moved = self
            .rooms
            .iter()
            .zip(&self.reach)
            .map(move |((room, reason), before)| ((points - before).min(*room), *reason));
        moved.take_while(|(points, _)| *points > 0)
    }

    /// How far all of them can together.
    fn farthest(&self) -> i64 {
        self.reach[self.rooms.len()]
    }
}

/// Points that are moved: on the alternative itself, and on each other one.
struct Points {
    own: i64,
    others: Vec<i64>,
}

/// The fewest points that put an alternative above all others, each so far ahead as its deficit says.
///
/// A point of its own reduces all deficits at once, a point of another only that one, so its own go first.
fn fewest_points(own: &Moves, others: &[(i64, &Moves)]) -> Option<(i64, Points)> {
    let most = others.iter().map(|(deficit, _)| deficit + 1).max().unwrap_or(0).max(0);
    let gained = most.min(own.farthest());
    let missing = |(deficit, moves): &(i64, &Moves)| {
        Some((deficit + 1 - gained).max(0)).filter(|missing| *missing <= moves.farthest())
    };
    let others: Vec<i64> = others.iter().map(missing).collect::<Option<_>>()?;
    Some((gained + others.iter().sum::<i64>(), Points { own: gained, others }))
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
    order::by_key(&mut rooms, |(room, claim)| (-room, *claim));
    Some(rooms.into_iter().map(|(_, claim)| claim).collect())
}

/// The weight nearest to its own, 0 to 10, that moves the sum by `turns` points, at which another leads.
pub(super) fn tips_at(entry: &Entry, turns: i64) -> Option<u8> {
    let weight = u8::try_from(entry.points + entry.sign * turns).ok()?;
    (weight <= Weight::MOST).then_some(weight)
}

/// Whether another than `leader` leads if an active claim of this reason is switched off.
pub(super) fn tips_if_off(
    claim: ClaimId,
    entry: &Entry,
    ruling: &Ruling,
    contest: &Contest,
    leader: Option<usize>,
) -> bool {
    // Where both faces are on, the other one then counts whole.
    let lost = if entry.faces == 2 { 0 } else { entry.value() };
    let sums =
        contest.sums.iter().enumerate().map(|(i, sum)| (i, if i == entry.on { sum - lost } else { *sum }));
    let standing = sums.filter(|(i, _)| ruling.acceptable_without(claim, *i));
    alone_at_top(standing).is_some_and(|other| Some(other) != leader)
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
