//! What would change the recommendation. All of it is exact and provably smallest.

use super::ledger::{Entry, Ledger, MOST};
use crate::weight::Weight;

/// What would change the recommendation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The fewest claims whose weights, moved within 0 to 10, make another alternative lead; none if none do.
    pub fewest_claims: Option<Vec<usize>>,
    /// The fewest points by which weights must move in all to make another lead; none if that can't be.
    pub fewest_points: Option<usize>,
    /// The most points by which all weights may be off at once while the leader still leads; none without leader.
    pub wobble: Option<u8>,
}

/// The acceptable alternative with the highest net score, unless several share it.
pub(super) fn leader(nets: &[i64], acceptable: &[bool]) -> Option<usize> {
    let standing = || nets.iter().enumerate().filter(|(i, _)| acceptable[*i]);
    let best = standing().map(|(_, net)| *net).max()?;
    let mut at_top = standing().filter(|(_, net)| **net == best);
    let (leader, _) = at_top.next()?;
    at_top.next().is_none().then_some(leader)
}

/// The weight of one claim, nearest to its own, at which an alternative other than `leader` leads.
pub(super) fn tips_at(entry: &Entry, nets: &[i64], acceptable: &[bool], leads: usize) -> Option<u8> {
    let mut nets = nets.to_vec();
    let rest = nets[entry.alternative] - entry.value();
    let nearest_first = (1..=MOST).flat_map(|distance| [entry.points - distance, entry.points + distance]);
    let weight = nearest_first.filter(|weight| (0..=MOST).contains(weight)).find(|weight| {
        nets[entry.alternative] = rest + weight * entry.summand.step;
        leader(&nets, acceptable).is_some_and(|other| other != leads)
    })?;
    u8::try_from(weight).ok()
}

/// Whether no other alternative than `leader` can lead, wherever the weights lie that `open` names.
pub(super) fn settled(
    ledger: &Ledger,
    nets: &[i64],
    acceptable: &[bool],
    leader: usize,
    open: impl Fn(usize) -> bool,
) -> bool {
    let room = |alternative: usize, room: fn(&Entry) -> i64| -> i64 {
        let entries = ledger.of(alternative).filter(|entry| open(entry.claim));
        entries.map(|entry| entry.unit() * room(entry)).sum()
    };
    let standing: Vec<usize> = (0..nets.len()).filter(|i| acceptable[*i]).collect();
    let can_lead = |rival: usize| {
        let most = nets[rival] + room(rival, Entry::room_up);
        let least = |other: usize| nets[other] - room(other, Entry::room_down);
        standing.iter().all(|other| *other == rival || most > least(*other))
    };
    !standing.iter().any(|rival| *rival != leader && can_lead(*rival))
}

/// What would make any rival lead; the easiest rival counts.
pub(super) fn change(ledger: &Ledger, nets: &[i64], acceptable: &[bool], leader: usize) -> Change {
    let standing: Vec<usize> = (0..nets.len()).filter(|i| acceptable[*i]).collect();
    let rivals = || standing.iter().copied().filter(|i| *i != leader);
    let claims = rivals().filter_map(|rival| fewest_claims(ledger, nets, &standing, rival));
    let points = rivals().filter_map(|rival| fewest_points(ledger, nets, &standing, rival));
    Change {
        fewest_claims: claims.min_by_key(Vec::len),
        fewest_points: points.min(),
        wobble: (0..=Weight::MOST).rev().find(|points| survives(ledger, nets, leader, rivals(), *points)),
    }
}

/// The fewest claims that put `rival` ahead of all others.
///
/// Its own claims help against everyone, the claims of another only against that one. So for every number of its
/// own claims, largest first, the others follow one by one, each again largest first.
fn fewest_claims(ledger: &Ledger, nets: &[i64], standing: &[usize], rival: usize) -> Option<Vec<usize>> {
    let own = largest_first(ledger.of(rival), Entry::room_up);
    let others: Vec<(i64, Vec<(i64, usize)>)> = standing
        .iter()
        .filter(|other| **other != rival)
        .map(|other| (nets[*other] - nets[rival], largest_first(ledger.of(*other), Entry::room_down)))
        .collect();
    let mut best: Option<(usize, Vec<usize>)> = None;
    let mut gained = 0;
    for taken in 0..=own.len() {
        if taken > 0 {
            gained += own[taken - 1].0;
        }
        let needed: Option<Vec<usize>> = others
            .iter()
            .map(|(deficit, rooms)| until_above(rooms.iter().map(|(room, _)| *room), deficit - gained))
            .collect();
        let Some(needed) = needed else { continue };
        let total = taken + needed.iter().sum::<usize>();
        if best.as_ref().is_none_or(|(_, best)| total < best.iter().sum()) {
            best = Some((taken, std::iter::once(taken).chain(needed).collect()));
        }
    }
    let (taken, counts) = best?;
    let mut claims: Vec<(i64, usize)> = own[..taken].to_vec();
    for ((_, rooms), count) in others.iter().zip(&counts[1..]) {
        claims.extend(&rooms[..*count]);
    }
    claims.sort_by_key(|(room, claim)| (-room, *claim));
    Some(claims.into_iter().map(|(_, claim)| claim).collect())
}

/// The fewest points that put `rival` ahead of all others: as with claims, a point at a time.
fn fewest_points(ledger: &Ledger, nets: &[i64], standing: &[usize], rival: usize) -> Option<usize> {
    let single = |rooms: Vec<(i64, i64)>| -> Vec<i64> {
        let mut points: Vec<i64> =
            rooms.into_iter().flat_map(|(unit, room)| (0..room).map(move |_| unit)).collect();
        points.sort_unstable_by_key(|unit| -unit);
        points
    };
    let own = single(ledger.of(rival).map(|entry| (entry.unit(), entry.room_up())).collect());
    let others: Vec<(i64, Vec<i64>)> = standing
        .iter()
        .filter(|other| **other != rival)
        .map(|other| {
            let rooms = ledger.of(*other).map(|entry| (entry.unit(), entry.room_down())).collect();
            let points = single(rooms);
            // The units that so many points are worth.
            let worth = std::iter::once(0).chain(points.iter().scan(0, |sum, unit| {
                *sum += unit;
                Some(*sum)
            }));
            (nets[*other] - nets[rival], worth.collect())
        })
        .collect();
    let mut gained = 0;
    let mut best = None;
    for taken in 0..=own.len() {
        if taken > 0 {
            gained += own[taken - 1];
        }
        let needed = others.iter().map(|(deficit, worth)| {
            let points = worth.partition_point(|worth| *worth <= deficit - gained);
            (points < worth.len()).then_some(points)
        });
        let Some(needed) = needed.sum::<Option<usize>>() else { continue };
        best = Some(best.map_or(taken + needed, |best: usize| best.min(taken + needed)));
    }
    best
}

/// How many of `rooms`, taken in turn, sum to more than `deficit`; none if all of them do not.
fn until_above(rooms: impl Iterator<Item = i64>, deficit: i64) -> Option<usize> {
    let mut missing = deficit;
    let mut taken = 0;
    for room in rooms {
        if missing < 0 {
            break;
        }
        missing -= room;
        taken += 1;
    }
    (missing < 0).then_some(taken)
}

/// Rooms in units with their claims, largest first, without those that can't move.
fn largest_first<'a>(
    entries: impl Iterator<Item = &'a Entry>,
    room: impl Fn(&Entry) -> i64,
) -> Vec<(i64, usize)> {
    let mut rooms: Vec<(i64, usize)> = entries
        .map(|entry| (entry.unit() * room(entry), entry.claim))
        .filter(|(room, _)| *room > 0)
        .collect();
    rooms.sort_by_key(|(room, claim)| (-room, *claim));
    rooms
}

/// Whether the leader stays strictly ahead of each rival when every weight moves against it by up to `points`.
fn survives(
    ledger: &Ledger,
    nets: &[i64],
    leader: usize,
    mut rivals: impl Iterator<Item = usize>,
    points: u8,
) -> bool {
    let moved = |entry: &Entry, room: i64| entry.unit() * room.min(points.into());
    let lost: i64 = ledger.of(leader).map(|entry| moved(entry, entry.room_down())).sum();
    rivals.all(|rival| {
        let gained: i64 = ledger.of(rival).map(|entry| moved(entry, entry.room_up())).sum();
        nets[leader] - lost > nets[rival] + gained
    })
}
