//! Small random comparisons, and what follows from them by the definitions, spelled out and tried out.

use proptest::prelude::*;

use crate::comparison::{AlternativeId, Claim, ClaimId, Comparison, CriterionId, Polarity};
use crate::profile::{Band, Counting, Date, Decided, Profile, Stance};
use crate::safe_text::SafeText;
use crate::weight::Weight;

/// A claim in short: its alternative, its polarity and its criterion.
pub(crate) type Short = (usize, Polarity, Option<usize>);

/// Criteria that random claims share.
const SHARED: usize = 3;

/// Criteria that have a pair of opposite claims to themselves.
const PAIRED: usize = 2;

/// A small comparison with stances on it.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) comparison: Comparison,
    pub(crate) profile: Profile,
}

/// A comparison whose file has these claims, each side of each alternative in this order.
pub(crate) fn comparison(alternatives: usize, claims: &[Short]) -> Comparison {
    let listed = |alternative: usize, polarity: Polarity| -> String {
        let of_side = claims.iter().enumerate().filter(|(_, (a, p, _))| (*a, *p) == (alternative, polarity));
        let claim = |(i, (_, _, criterion)): (usize, &Short)| {
            let criterion = criterion.map_or("None".to_owned(), |criterion| format!("\"c{criterion}\""));
            // Some titles would blur a list.
            let more = if i % 3 == 2 { " and so on" } else { "" };
            format!("(id: \"k{i}\", title: \"K{i}{more}\", criterion: {criterion}),")
        };
        of_side.map(claim).collect()
    };
    let criterion = |i| format!("(id: \"c{i}\", name: \"C{i}\"),");
    let criteria: String = (0..SHARED + PAIRED).map(criterion).collect();
    let alternative = |i| {
        let [pros, cons] = [Polarity::Pro, Polarity::Con].map(|polarity| listed(i, polarity));
        format!("(id: \"a{i}\", name: \"A{i}\", pros: [{pros}], cons: [{cons}]),")
    };
    let alternatives: String = (0..alternatives).map(alternative).collect();
    let text = format!(
        "(format: 1, id: \"small\", title: \"Small\", criteria: [{criteria}], alternatives: [{alternatives}])"
    );
    Comparison::from_ron(&text).unwrap()
}

/// The claims of a comparison in short.
pub(crate) fn shorts(comparison: &Comparison) -> Vec<Short> {
    let criterion = |claim: &Claim| claim.criterion.map(|criterion| criterion.0);
    comparison.claims().map(|(_, claim)| (claim.alternative.0, claim.polarity, criterion(claim))).collect()
}

fn stance() -> impl Strategy<Value = Stance> {
    let weight = prop_oneof![2 => Just(None), 5 => (0..=10_u8).prop_map(Weight::new)];
    (prop::bool::weighted(0.85), weight, prop::bool::weighted(0.08))
        .prop_map(|(on, weight, essential)| Stance { on, weight, essential, note: SafeText::default() })
}

prop_compose! {
    /// A decision on one of five alternatives, of which a case has some.
    fn decided()(
        place in 0..5,
        (year, month, day) in (1..=9999_u16, 1..=12_u8, 1..=28_u8),
        chance in 0..=Decided::MOST,
        why in prop::sample::select(&["", " ", "It lasts", "Why not?", "so.\nAnd so on..."][..]),
    ) -> Decided {
        let on = Date::new(year, month, day).unwrap();
        Decided { chose: SafeText::line(&format!("a{place}")), on, chance, why: SafeText::text(why) }
    }
}

prop_compose! {
    /// A case with up to so many alternatives and claims; some of the claims are opposite pairs.
    pub(crate) fn case(most_alternatives: usize, most_claims: usize)(
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
        decided in prop::option::of(decided()),
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
        let comparison = comparison(alternatives, &all);
        let mut profile = Profile::new(&comparison);
        profile.stances_mut().zip(stances).for_each(|((_, own), stance)| *own = stance);
        profile.band = Band::new(band).unwrap();
        profile.counting = if parted { Counting::EveryClaim } else { Counting::EachReasonOnce };
        profile.decided = decided.map(Box::new);
        Case { comparison, profile }
    }
}

impl Case {
    /// The same comparison with another profile.
    pub(crate) fn with(&self, change: impl FnOnce(&mut Profile)) -> Self {
        let mut case = self.clone();
        change(&mut case.profile);
        case
    }

    pub(crate) fn claims(&self) -> impl Iterator<Item = ClaimId> {
        self.comparison.claims().map(|(claim, _)| claim)
    }

    pub(crate) fn alternatives(&self) -> impl Iterator<Item = AlternativeId> {
        self.comparison.alternatives().map(|(alternative, _)| alternative)
    }

    /// The other face of the reason of a claim, straight from the definition.
    pub(crate) fn mirror(&self, claim: ClaimId) -> Option<ClaimId> {
        let this = &self.comparison[claim];
        let about: Vec<(ClaimId, &Claim)> =
            self.comparison.claims().filter(|(_, claim)| claim.criterion == this.criterion).collect();
        let joined = self.profile.counting == Counting::EachReasonOnce;
        let possible = joined && self.comparison.alternatives().len() == 2 && this.criterion.is_some();
        let (id, other) = about.iter().find(|(id, _)| *id != claim)?;
        let opposite = other.alternative != this.alternative && other.polarity != this.polarity;
        (possible && about.len() == 2 && opposite).then_some(*id)
    }

    /// The active reasons, each as its claims.
    pub(crate) fn reasons(&self) -> Vec<Vec<ClaimId>> {
        self.claims()
            .filter(|claim| self.mirror(*claim).is_none_or(|mirror| mirror > *claim))
            .map(|claim| std::iter::once(claim).chain(self.mirror(claim)).collect::<Vec<_>>())
            .filter(|faces| faces.iter().any(|claim| self.profile[*claim].on))
            .collect()
    }

    /// The weight of each active reason: the first that is set.
    pub(crate) fn weights(&self) -> Vec<Option<i64>> {
        let weight = |claim: &ClaimId| self.profile[*claim].weight.map(|weight| weight.points().into());
        self.reasons().iter().map(|faces| faces.iter().find_map(weight)).collect()
    }

    /// The point value of each active reason.
    pub(crate) fn points(&self) -> Vec<i64> {
        self.weights().into_iter().map(|weight| weight.unwrap_or(5)).collect()
    }

    /// All weights that each active reason may have, where set ones may be off by `band`.
    pub(crate) fn ranges(&self, band: i64) -> Vec<Vec<i64>> {
        let range = |weight: Option<i64>| match weight {
            None => (0..=10).collect(),
            Some(weight) => (weight - band.min(weight)..=weight + band.min(weight)).collect(),
        };
        self.weights().into_iter().map(range).collect()
    }

    pub(crate) fn band(&self) -> i64 {
        self.profile.band.points().into()
    }

    /// What counts, worked out once for many weights.
    pub(crate) fn rules(&self) -> Rules {
        let face = |claim: &ClaimId| {
            let claim = &self.comparison[*claim];
            (claim.alternative, if claim.polarity == Polarity::Pro { 1 } else { -1 })
        };
        let on = |claim: &&ClaimId| self.profile[**claim].on;
        Rules {
            faces: self.reasons().iter().map(|faces| faces.iter().filter(on).map(face).collect()).collect(),
            acceptable: self.acceptable(),
        }
    }

    /// The active claims that rule an alternative out, straight from the definition.
    pub(crate) fn ruled_out_by(&self, alternative: AlternativeId) -> Vec<ClaimId> {
        let on = |claim: &ClaimId| self.profile[*claim].on;
        let has_pro = |criterion: CriterionId| {
            let mut pros = self.comparison[alternative].pros().filter(on);
            pros.any(|claim| self.comparison[claim].criterion == Some(criterion))
        };
        let rules_out = |claim: &Claim| match claim.polarity {
            Polarity::Con => claim.alternative == alternative,
            Polarity::Pro => claim.alternative != alternative && !claim.criterion.is_some_and(has_pro),
        };
        self.claims()
            .filter(on)
            .filter(|claim| self.profile[*claim].essential && rules_out(&self.comparison[*claim]))
            .collect()
    }

    pub(crate) fn acceptable(&self) -> Vec<bool> {
        self.alternatives().map(|alternative| self.ruled_out_by(alternative).is_empty()).collect()
    }

    pub(crate) fn leader(&self) -> Option<AlternativeId> {
        self.rules().leader(&self.points())
    }

    /// Chances by trying every choice from `ranges`.
    pub(crate) fn chances(&self, ranges: &[Vec<i64>]) -> Vec<f64> {
        let rules = self.rules();
        let mut wins = vec![0.0; rules.acceptable.len()];
        let mut all = 0.0;
        every(ranges, &mut |weights| {
            all += 1.0;
            if let Some(winner) = rules.leader(weights) {
                wins[winner.0] += 1.0;
            }
        });
        wins.iter().map(|wins| wins / all).collect()
    }

    /// For each alternative the fewest points that make it lead, by trying all weights.
    pub(crate) fn fewest_points(&self) -> Vec<Option<i64>> {
        let (rules, now) = (self.rules(), self.points());
        let mut fewest: Vec<Option<i64>> = vec![None; rules.acceptable.len()];
        every(&vec![(0..=10).collect(); now.len()], &mut |weights| {
            let moved: i64 = weights.iter().zip(&now).map(|(a, b)| (a - b).abs()).sum();
            if let Some(leader) = rules.leader(weights)
                && fewest[leader.0].is_none_or(|fewest| moved < fewest)
            {
                fewest[leader.0] = Some(moved);
            }
        });
        fewest
    }
}

/// Calls `visit` with every choice from `ranges`.
pub(crate) fn every(ranges: &[Vec<i64>], visit: &mut impl FnMut(&[i64])) {
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
pub(crate) struct Rules {
    /// Of each active reason the faces that are on: the alternative of each, and 1 for a pro or -1 for a con.
    faces: Vec<Vec<(AlternativeId, i64)>>,
    acceptable: Vec<bool>,
}

impl Rules {
    /// Twice the net score of each alternative, for one weight of each active reason.
    pub(crate) fn nets(&self, weights: &[i64]) -> Vec<i64> {
        let mut nets = vec![0; self.acceptable.len()];
        for (on, weight) in self.faces.iter().zip(weights) {
            for (alternative, sign) in on {
                nets[alternative.0] += sign * 2 * weight / i64::try_from(on.len()).unwrap();
            }
        }
        nets
    }

    /// The acceptable alternative that is strictly ahead of all other acceptable ones.
    pub(crate) fn leader(&self, weights: &[i64]) -> Option<AlternativeId> {
        let nets = self.nets(weights);
        let behind = |b: usize, a: usize| b == a || !self.acceptable[b] || nets[a] > nets[b];
        let ahead = |a: &usize| self.acceptable[*a] && (0..nets.len()).all(|b| behind(b, *a));
        (0..nets.len()).find(ahead).map(AlternativeId)
    }
}
