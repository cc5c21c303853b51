//! What the story says, read back as a person would read it and held against what is so.

mod chosen;
mod headlines;
mod read;
mod sentences;
mod thoughts;
mod together;

use proptest::prelude::*;

use super::Story;
use crate::decision::tests::case::{Case, case};
use crate::decision::{Assessment, assess};
use crate::weight::Weight;

/// How far a case has been weighed.
#[derive(Clone, Copy, Debug)]
enum Weighed {
    Nothing,
    Partly,
    All,
    /// All of it with the least and the most that there is, so that ties are common.
    Starkly,
}

/// A case with a name for everything that no other name begins with, and what follows from it.
#[derive(Clone, Debug)]
struct Told {
    case: Case,
    assessment: Assessment,
}

impl Told {
    fn of(case: Case) -> Self {
        Self { assessment: assess(&case.comparison, &case.profile), case }
    }

    fn story(&self) -> Story<'_> {
        Story { comparison: &self.case.comparison, profile: &self.case.profile, assessment: &self.assessment }
    }
}

/// Cases of two alternatives and of three or four, mirrored pairs among them, faces off, marks and ties.
fn told(most_claims: usize) -> impl Strategy<Value = Told> {
    let weighed = prop_oneof![
        1 => Just(Weighed::Nothing), 4 => Just(Weighed::Partly), 3 => Just(Weighed::All), 1 => Just(Weighed::Starkly)
    ];
    let cases = prop_oneof![case(2, most_claims), case(4, most_claims)];
    (cases, weighed, prop::bool::weighted(0.7)).prop_map(|(case, weighed, unmarked)| {
        Told::of(case.with(|profile| {
            for (claim, stance) in profile.stances_mut() {
                stance.essential &= !unmarked;
                stance.weight = match (weighed, stance.weight) {
                    (Weighed::Nothing, _) => None,
                    (Weighed::Partly, weight) => weight,
                    (Weighed::All, weight) => weight.or(Weight::new(3)),
                    (Weighed::Starkly, weight) => {
                        let most = weight.map_or(claim.0 % 2 == 0, |weight| weight.points() > 5);
                        Some(if most { Weight::FULL } else { Weight::clamped(0) })
                    }
                };
            }
        }))
    })
}

/// So many random cases for each property.
fn config() -> ProptestConfig {
    ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() }
}
