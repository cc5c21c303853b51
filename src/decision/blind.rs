//! What may be seen of a profile that is weighed blind.

use super::ledger::Entry;
use super::{Assessment, assess};
use crate::comparison::Comparison;
use crate::profile::Profile;

/// What may be seen of a profile that is weighed blind: what followed if nothing were weighed or marked, but for how many
/// reasons are weighed.
///
/// # Panics
/// As [`assess`].
#[must_use]
pub fn assess_blind(comparison: &Comparison, profile: &Profile) -> Assessment {
    let mut masked = profile.clone();
    for (_, stance) in masked.stances_mut() {
        (stance.weight, stance.essential) = (None, false);
    }
    let entries =
        profile.reasons(comparison).iter().filter_map(|reason| Entry::new(comparison, profile, reason));
    let weighed = entries.filter(|entry| entry.weighed).count();
    Assessment { weighed, ..assess(comparison, &masked) }
}

/// What may be seen of a profile: all that follows, unless it is weighed blind and not done.
///
/// # Panics
/// As [`assess`].
#[must_use]
pub fn assess_seen(comparison: &Comparison, profile: &Profile) -> Assessment {
    let assess = if profile.is_hidden(comparison) { assess_blind } else { assess };
    assess(comparison, profile)
}
