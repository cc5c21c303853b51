//! Small random comparisons, and what follows from them by the definitions, spelled out and tried out.

use proptest::prelude::*;

use crate::comparison::{Alternative, Claim, Comparison, Criterion, Polarity};
use crate::profile::{Band, Counting, Profile, Stance};
use crate::safe_text::SafeText;
use crate::weight::Weight;

/// A claim in short: its alternative, its polarity and its criterion.
pub(super) type Short = (usize, Polarity, Option<usize>);

/// Criteria that random claims share.
const SHARED: usize = 3;

/// Criteria that have a pair of opposite claims to themselves.
const PAIRED: usize = 2;

/// A small comparison with stances on it.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) comparison: Comparison,
    pub(super) profile: Profile,
}

/// Builds a comparison from claims in any order.
pub(super) fn comparison(alternatives: usize, mut claims: Vec<Short>) -> Comparison {
    claims.sort_by_key(|(alternative, polarity, _)| (*alternative, *polarity == Polarity::Con));
    let range = |alternative: usize, polarity: Polarity| {
        let key = (alternative, polarity == Polarity::Con);
        let before = |(a, p, _): &&Short| (*a, *p == Polarity::Con) < key;
        let start = claims.iter().filter(before).count();
        let len = claims.iter().filter(|(a, p, _)| (*a, *p) == (alternative, polarity)).count();
        start..start + len
    };
    Comparison {
        id: "small".into(),
        title: SafeText::line("Small"),
        summary: SafeText::default(),
        source: None,
        criteria: (0..SHARED + PAIRED)
            .map(|i| Criterion { id: format!("c{i}"), name: SafeText::line(&format!("C{i}")) })
            .collect(),
        alternatives: (0..alternatives)
            .map(|i| Alternative {
                id: format!("a{i}"),
                name: SafeText::line(&format!("A{i}")),
                summary: SafeText::default(),
                pros: range(i, Polarity::Pro),
                cons: range(i, Polarity::Con),
            })
            .collect(),
        claims: claims
            .iter()
            .enumerate()
            .map(|(i, (alternative, polarity, criterion))| Claim {
                id: format!("k{i}"),
                title: SafeText::line(&format!("K{i}")),
                detail: SafeText::default(),
                alternative: *alternative,
                polarity: *polarity,
                criterion: *criterion,
            })
            .collect(),
        presets: Vec::new(),
    }
}

/// The claims of a comparison in short.
pub(super) fn shorts(comparison: &Comparison) -> Vec<Short> {
    comparison.claims.iter().map(|claim| (claim.alternative, claim.polarity, claim.criterion)).collect()
}

fn stance() -> impl Strategy<Value = Stance> {
    let weight = prop_oneof![2 => Just(None), 5 => (0..=10_u8).prop_map(Weight::new)];
    (prop::bool::weighted(0.85), weight, prop::bool::weighted(0.08))
        .prop_map(|(on, weight, essential)| Stance { on, weight, essential, note: SafeText::default() })
}

prop_compose! {
    /// A case with up to so many alternatives and claims; some of the claims are opposite pairs.
    pub(super) fn case(most_alternatives: usize, most_claims: usize)(
        alternatives in 2..=most_alternatives
    )(
        pairs in prop::collection::vec(
            (0..alternatives, any::<bool>()), 0..=PAIRED.min(most_claims / 2)),
        claims in prop::collection::vec((
            0..alternatives,
            prop_oneof![Just(Polarity::Pro), Just(Polarity::Con)],
            prop::option::of(0..SHARED),
        ), 0..=most_claims),
        stances in prop::collection::vec(stance(), most_claims),
        band in 0..=Band::WIDEST,
        parted in any::<bool>(),
        alternatives in Just(alternatives),
    ) -> Case {
        let mut all: Vec<Short> = Vec::new();
        for (i, (of, turned)) in pairs.into_iter().enumerate() {
            let (one, other) = if turned { (Polarity::Con, Polarity::Pro) } else { (Polarity::Pro, Polarity::Con) };
            all.push((of, one, Some(SHARED + i)));
            all.push(((of + 1) % alternatives, other, Some(SHARED + i)));
        }
        all.extend(claims);
        all.truncate(most_claims);
        let comparison = comparison(alternatives, all);
        let mut profile = Profile::new(&comparison);
        profile.stances = stances[..comparison.claims.len()].to_vec();
        profile.band = Band::new(band).unwrap();
        profile.counting = if parted { Counting::EveryClaim } else { Counting::EachReasonOnce };
        Case { comparison, profile }
    }
}

impl Case {
    /// The same comparison with another profile.
    pub(super) fn with(&self, change: impl FnOnce(&mut Profile)) -> Self {
        let mut case = self.clone();
        change(&mut case.profile);
        case
    }

    /// The other face of the reason of a claim, straight from the definition.
    pub(super) fn mirror(&self, claim: usize) -> Option<usize> {
        let claims = &self.comparison.claims;
        let this = &claims[claim];
        let about: Vec<usize> =
            (0..claims.len()).filter(|i| claims[*i].criterion == this.criterion).collect();
        let joined = self.profile.counting == Counting::EachReasonOnce;
        let possible = joined && self.comparison.alternatives.len() == 2 && this.criterion.is_some();
        let other = about.iter().copied().find(|i| *i != claim)?;
        let opposite =
            claims[other].alternative != this.alternative && claims[other].polarity != this.polarity;
        (possible && about.len() == 2 && opposite).then_some(other)
    }

    /// The active reasons, each as its claims.
    pub(super) fn reasons(&self) -> Vec<Vec<usize>> {
        (0..self.comparison.claims.len())
            .filter(|claim| self.mirror(*claim).is_none_or(|mirror| mirror > *claim))
            .map(|claim| std::iter::once(claim).chain(self.mirror(claim)).collect::<Vec<_>>())
            .filter(|faces| faces.iter().any(|claim| self.profile.stances[*claim].on))
            .collect()
    }

    /// The weight of each active reason: the first that is set.
    pub(super) fn weights(&self) -> Vec<Option<i64>> {
        let weight = |claim: &usize| self.profile.stances[*claim].weight.map(|weight| weight.points().into());
        self.reasons().iter().map(|faces| faces.iter().find_map(weight)).collect()
    }

    /// The point value of each active reason.
    pub(super) fn points(&self) -> Vec<i64> {
        self.weights().into_iter().map(|weight| weight.unwrap_or(5)).collect()
    }

    /// All weights that each active reason may have, where set ones may be off by `band`.
    pub(super) fn ranges(&self, band: i64) -> Vec<Vec<i64>> {
        let range = |weight: Option<i64>| match weight {
            None => (0..=10).collect(),
            Some(weight) => (weight - band.min(weight)..=weight + band.min(weight)).collect(),
        };
        self.weights().into_iter().map(range).collect()
    }

    pub(super) fn band(&self) -> i64 {
        self.profile.band.points().into()
    }

    /// What counts, worked out once for many weights.
    pub(super) fn rules(&self) -> Rules {
        let face = |claim: &usize| {
            let claim = &self.comparison.claims[*claim];
            (claim.alternative, if claim.polarity == Polarity::Pro { 1 } else { -1 })
        };
        let on = |claim: &&usize| self.profile.stances[**claim].on;
        Rules {
            faces: self.reasons().iter().map(|faces| faces.iter().filter(on).map(face).collect()).collect(),
            acceptable: self.acceptable(),
        }
    }

    /// The active claims that rule an alternative out, straight from the definition.
    pub(super) fn ruled_out_by(&self, alternative: usize) -> Vec<usize> {
        let on = |i: &usize| self.profile.stances[*i].on;
        let claims = &self.comparison.claims;
        let has_pro = |criterion: usize| {
            let pros = self.comparison.alternatives[alternative].pros.clone();
            pros.filter(on).any(|i| claims[i].criterion == Some(criterion))
        };
        (0..claims.len())
            .filter(on)
            .filter(|i| self.profile.stances[*i].essential)
            .filter(|i| match claims[*i].polarity {
                Polarity::Con => claims[*i].alternative == alternative,
                Polarity::Pro => {
                    claims[*i].alternative != alternative && !claims[*i].criterion.is_some_and(has_pro)
                }
            })
            .collect()
    }

    pub(super) fn acceptable(&self) -> Vec<bool> {
        (0..self.comparison.alternatives.len()).map(|i| self.ruled_out_by(i).is_empty()).collect()
    }

    pub(super) fn leader(&self) -> Option<usize> {
        self.rules().leader(&self.points())
    }

    /// Chances by trying every choice from `ranges`.
    pub(super) fn chances(&self, ranges: &[Vec<i64>]) -> Vec<f64> {
        let rules = self.rules();
        let mut wins = vec![0.0; rules.acceptable.len()];
        let mut all = 0.0;
        every(ranges, &mut |weights| {
            all += 1.0;
            if let Some(winner) = rules.leader(weights) {
                wins[winner] += 1.0;
            }
        });
        wins.iter().map(|wins| wins / all).collect()
    }
}

/// Calls `visit` with every choice from `ranges`.
pub(super) fn every(ranges: &[Vec<i64>], visit: &mut impl FnMut(&[i64])) {
    fn go(ranges: &[Vec<i64>], chosen: &mut Vec<i64>, visit: &mut impl FnMut(&[i64])) {
        let Some(range) = ranges.get(chosen.len()) else { return visit(chosen) };
        for value in range {
            chosen.push(*value);
            go(ranges, chosen, visit);
            chosen.pop();
        }
    }
    go(ranges, &mut Vec::new(), visit);
}

/// What counts of a case.
#[derive(Debug)]
pub(super) struct Rules {
    /// Of each active reason the faces that are on: the alternative of each, and 1 for a pro or -1 for a con.
    faces: Vec<Vec<(usize, i64)>>,
    acceptable: Vec<bool>,
}

impl Rules {
    /// Twice the net score of each alternative, for one weight of each active reason.
    pub(super) fn nets(&self, weights: &[i64]) -> Vec<i64> {
        let mut nets = vec![0; self.acceptable.len()];
        for (on, weight) in self.faces.iter().zip(weights) {
            for (alternative, sign) in on {
                nets[*alternative] += sign * 2 * weight / i64::try_from(on.len()).unwrap();
            }
        }
        nets
    }

    /// The acceptable alternative that is strictly ahead of all other acceptable ones.
    pub(super) fn leader(&self, weights: &[i64]) -> Option<usize> {
        let nets = self.nets(weights);
        let behind = |b: usize, a: usize| b == a || !self.acceptable[b] || nets[a] > nets[b];
        (0..nets.len()).find(|a| self.acceptable[*a] && (0..nets.len()).all(|b| behind(b, *a)))
    }
}
