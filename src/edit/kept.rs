//! Whether all that an edit leaves alone says what it said before.

use super::Edited;
use super::change::{About, Change};
use super::file::File;
use crate::comparison::{Comparison, CriterionId, Preset};

/// Ids, what claims are about, and what presets say of parts that stay.
pub(super) fn all(file: &File<'_>, change: &Change, edited: &Edited) -> bool {
    let before = file.comparison;
    let after = &edited.comparison;
    let left = file.topics_left(change);
    let has_alternatives = before
        .alternatives()
        .all(|(id, own)| edited.alternative(id).is_none_or(|now| after[now].id == own.id));
    let has_claims = before.claims().all(|(id, own)| {
        edited.claim(id).is_none_or(|now| {
            let is_about = match (own.criterion, after[now].criterion) {
                (Some(one), Some(other)) => is_same(before, one, after, other),
                (None, None) => true,
                (Some(_), None) | (None, Some(_)) => false,
            };
            after[now].id == own.id && (is_about || change.moved.contains(&id))
        })
    });
    let is_about_it = change.moved.iter().all(|id| {
        let now = edited.claim(*id).and_then(|now| after[now].criterion);
        match (&change.about, now) {
            (None, now) => now.is_none(),
            (Some(About::Known(known)), Some(now)) => is_same(before, *known, after, now),
            (Some(About::New { name, .. }), Some(now)) => after[now].name.look() == name.look(),
            (Some(About::Known(_) | About::New { .. }), None) => false,
        }
    });
    before.id() == after.id()
        && has_alternatives
        && has_claims
        && is_about_it
        && before.presets().len() == after.presets().len()
        && before
            .presets()
            .iter()
            .zip(after.presets())
            .all(|(one, other)| weighs(before, &left, one, edited, other))
}

fn is_same(before: &Comparison, one: CriterionId, after: &Comparison, other: CriterionId) -> bool {
    let (one, other) = (&before[one], &after[other]);
    one.id == other.id && (one.name == other.name || one.name.look() == other.name.look())
}

/// Whether a preset weighs what is still there as before, and nothing else.
fn weighs(before: &Comparison, left: &[bool], one: &Preset, edited: &Edited, other: &Preset) -> bool {
    let claims =
        one.claim_weights.iter().filter_map(|(claim, weight)| Some((edited.claim(*claim)?, *weight)));
    let criteria: Vec<_> = one.weights.iter().filter(|(CriterionId(place), _)| left[*place]).collect();
    let has_criteria = criteria.len() == other.weights.len()
        && criteria.iter().zip(&other.weights).all(|((old, weight), (now, same))| {
            weight == same && is_same(before, *old, &edited.comparison, *now)
        });
    has_criteria && claims.eq(other.claim_weights.iter().copied())
}
