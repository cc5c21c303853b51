//! Small random comparisons, and what follows from them by the definitions, spelled out and tried out.

use proptest::prelude::*;

use crate::comparison::{Alternative, Claim, Comparison, Criterion, Polarity};
use crate::decision::Assessment;
use crate::profile::{Band, Counting, Profile, Stance};
use crate::shown::Shown;
use crate::weight::Weight;

/// A small comparison with stances on it.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) comparison: Comparison,
    pub(super) profile: Profile,
}

/// Builds a comparison from (alternative, polarity, criterion) triples, in any order.
pub(super) fn comparison(
    alternatives: usize,
    mut claims: Vec<(usize, Polarity, Option<usize>)>,
) -> Comparison {
    claims.sort_by_key(|(alternative, polarity, _)| (*alternative, *polarity == Polarity::Con));
    let range = |alternative: usize, polarity: Polarity| {
        let key = (alternative, polarity == Polarity::Con);
        let before = |(a, p, _): &&(usize, Polarity, Option<usize>)| (*a, *p == Polarity::Con) < key;
        let start = claims.iter().filter(before).count();
        let len = claims.iter().filter(|(a, p, _)| (*a, *p) == (alternative, polarity)).count();
        start..start + len
    };
    Comparison {
        id: "small".into(),
        title: Shown::line("Small"),
        summary: Shown::default(),
        source: None,
        criteria: (0..3)
            .map(|i| Criterion { id: format!("c{i}"), name: Shown::line(&format!("C{i}")) })
            .collect(),
        alternatives: (0..alternatives)
            .map(|i| Alternative {
                id: format!("a{i}"),
                name: Shown::line(&format!("A{i}")),
                summary: Shown::default(),
                pros: range(i, Polarity::Pro),
                cons: range(i, Polarity::Con),
            })
            .collect(),
        claims: claims
            .iter()
            .enumerate()
            .map(|(i, (alternative, polarity, criterion))| Claim {
                id: format!("k{i}"),
                title: Shown::line(&format!("K{i}")),
                detail: Shown::default(),
                alternative: *alternative,
                polarity: *polarity,
                criterion: *criterion,
            })
            .collect(),
        presets: Vec::new(),
    }
}

fn stance() -> impl Strategy<Value = Stance> {
    let weight = prop_oneof![2 => Just(None), 5 => (0..=10_u8).prop_map(Weight::new)];
    (prop::bool::weighted(0.85), weight, prop::bool::weighted(0.08))
        .prop_map(|(on, weight, essential)| Stance { on, weight, essential, note: Shown::default() })
}

prop_compose! {
    pub(super) fn case(most_alternatives: usize, most_claims: usize)(
        alternatives in 2..=most_alternatives
    )(
        claims in prop::collection::vec((
            0..alternatives,
            prop_oneof![Just(Polarity::Pro), Just(Polarity::Con)],
            prop::option::of(0..3_usize),
        ), 0..=most_claims),
        stances in prop::collection::vec(stance(), most_claims),
        band in 0..=Band::WIDEST,
        once in any::<bool>(),
        alternatives in Just(alternatives),
    ) -> Case {
        let comparison = comparison(alternatives, claims);
        let mut profile = Profile::new(&comparison);
        profile.stances = stances[..comparison.claims.len()].to_vec();
        profile.band = Band::new(band).unwrap();
        profile.counting = if once { Counting::OncePerCriterion } else { Counting::EveryClaim };
        Case { comparison, profile }
    }
}

/// The sharing of a criterion, straight from its definition.
fn shared_by(case: &Case, claim: usize) -> i64 {
    let criterion = case.comparison.claims[claim].criterion;
    if criterion.is_none() || case.profile.counting == Counting::EveryClaim {
        return 1;
    }
    let balance = |alternative: usize| -> i64 {
        let on = |i: &usize| case.profile.stances[*i].on && case.comparison.claims[*i].criterion == criterion;
        let of = &case.comparison.alternatives[alternative];
        let pros = of.pros.clone().filter(on).count();
        i64::try_from(pros).unwrap() - i64::try_from(of.cons.clone().filter(on).count()).unwrap()
    };
    let balances: Vec<i64> = (0..case.comparison.alternatives.len()).map(balance).collect();
    (balances.iter().max().unwrap() - balances.iter().min().unwrap()).max(1)
}

/// Net scores times 27720 for one choice of all weights.
pub(super) fn nets(case: &Case, weights: &[i64]) -> Vec<i64> {
    let mut nets = vec![0; case.comparison.alternatives.len()];
    for (i, claim) in case.comparison.claims.iter().enumerate() {
        if case.profile.stances[i].on {
            let sign = if claim.polarity == Polarity::Pro { 1 } else { -1 };
            nets[claim.alternative] += sign * weights[i] * 27_720 / shared_by(case, i);
        }
    }
    nets
}

/// Every weight that a claim may have.
pub(super) fn interval(case: &Case, claim: usize) -> Vec<i64> {
    let stance = &case.profile.stances[claim];
    let band = i64::from(case.profile.band.points());
    match stance.weight {
        _ if !stance.on => vec![0],
        None => (0..=10).collect(),
        Some(weight) => {
            let weight = i64::from(weight.points());
            ((weight - band).max(0)..=(weight + band).min(10)).collect()
        }
    }
}

/// Calls `visit` with every choice from `intervals`.
pub(super) fn every(intervals: &[Vec<i64>], visit: &mut impl FnMut(&[i64])) {
    fn go(intervals: &[Vec<i64>], chosen: &mut Vec<i64>, visit: &mut impl FnMut(&[i64])) {
        let Some(interval) = intervals.get(chosen.len()) else { return visit(chosen) };
        for value in interval {
            chosen.push(*value);
            go(intervals, chosen, visit);
            chosen.pop();
        }
    }
    go(intervals, &mut Vec::new(), visit);
}

/// The acceptable alternative that is strictly ahead of all other acceptable ones.
pub(super) fn strict_leader(nets: &[i64], acceptable: &[bool]) -> Option<usize> {
    (0..nets.len())
        .find(|a| acceptable[*a] && (0..nets.len()).all(|b| b == *a || !acceptable[b] || nets[*a] > nets[b]))
}

/// Which alternatives nothing rules out.
pub(super) fn acceptable(assessment: &Assessment) -> Vec<bool> {
    assessment.standings.iter().map(|standing| standing.ruled_out_by.is_empty()).collect()
}
