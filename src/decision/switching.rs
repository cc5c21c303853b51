//! What switching a claim off would do.

use super::change::leader;
use super::ledger::{Entry, Ledger};
use super::ruling::ruled_out_by;
use crate::comparison::Comparison;
use crate::profile::{Counting, Profile};

/// Tries each claim switched off.
#[derive(Debug)]
pub(super) struct Switching<'a> {
    pub(super) comparison: &'a Comparison,
    /// The profile, changed for a moment while a claim is tried.
    pub(super) profile: Profile,
    pub(super) ledger: &'a Ledger,
    pub(super) nets: &'a [i64],
    pub(super) acceptable: &'a [bool],
    /// Whether any mark can rule something out.
    pub(super) essentials: bool,
}

impl Switching<'_> {
    /// Whether another alternative than `leads` would lead without this claim.
    pub(super) fn tips(&mut self, entry: &Entry, leads: usize) -> bool {
        let nets = self.nets_without(entry);
        let without = if self.essentials {
            self.profile.stances[entry.claim].on = false;
            let ruled_out = ruled_out_by(self.comparison, &self.profile);
            self.profile.stances[entry.claim].on = true;
            leader(&nets, &ruled_out.iter().map(Vec::is_empty).collect::<Vec<_>>())
        } else {
            leader(&nets, self.acceptable)
        };
        without.is_some_and(|other| other != leads)
    }

    /// The net scores without a claim, in units that may be finer than those of the ledger.
    ///
    /// Where a criterion counts once, the rest of its claims share anew.
    fn nets_without(&self, off: &Entry) -> Vec<i64> {
        let criterion = self.comparison.claims[off.claim].criterion;
        let mut nets = self.nets.to_vec();
        if criterion.is_none() || self.profile.counting == Counting::EveryClaim {
            nets[off.alternative] -= off.value();
            return nets;
        }
        let mut balance = vec![0_i64; nets.len()];
        let mut unshared = vec![0; nets.len()];
        for entry in &self.ledger.entries {
            if self.comparison.claims[entry.claim].criterion == criterion {
                nets[entry.alternative] -= entry.value();
                if entry.claim != off.claim {
                    let sign = entry.summand.step.signum();
                    balance[entry.alternative] += sign;
                    unshared[entry.alternative] += sign * entry.points * self.ledger.per_point();
                }
            }
        }
        let most = balance.iter().copied().max().unwrap_or(0);
        let least = balance.iter().copied().min().unwrap_or(0);
        let shared_by = (most - least).max(1);
        nets.iter().zip(&unshared).map(|(net, unshared)| net * shared_by + unshared).collect()
    }
}
