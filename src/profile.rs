//! What one person thinks of a comparison.

mod file;
mod name;
mod stance;

use std::collections::BTreeMap;

pub use name::{NameProblem, ProfileName};
pub use stance::{Stance, Weight};

use crate::comparison::{Comparison, Preset};

/// How claims about one criterion count together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub enum Counting {
    /// Each claim counts whole.
    #[default]
    EveryClaim,
    /// Mirrored claims share one weight.
    OncePerCriterion,
}

/// How far a set weight may be off, in points: 0 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band(u8);

impl Band {
    /// The widest band.
    pub const WIDEST: u8 = 5;

    /// A band of `points`, at most 5.
    #[must_use]
    pub fn new(points: u8) -> Option<Self> {
        (points <= Self::WIDEST).then_some(Self(points))
    }

    /// In points, 0 to 5.
    #[must_use]
    pub fn points(self) -> u8 {
        self.0
    }
}

impl Default for Band {
    fn default() -> Self {
        Self(2)
    }
}

/// One person's stances on one comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// None until it is saved.
    pub name: Option<ProfileName>,
    /// The id of the comparison it belongs to.
    pub comparison: String,
    /// How far weights may be off.
    pub band: Band,
    /// How claims about one criterion count together.
    pub counting: Counting,
    /// One stance for each claim of the comparison, in its order.
    pub stances: Vec<Stance>,
    /// Stances on claims that the comparison no longer has, by full id. They are written back.
    pub gone: BTreeMap<String, Stance>,
}

impl Profile {
    /// A profile without a name in which nothing has been thought about.
    #[must_use]
    pub fn new(comparison: &Comparison) -> Self {
        Self {
            name: None,
            comparison: comparison.id.clone(),
            band: Band::default(),
            counting: Counting::default(),
            stances: vec![Stance::default(); comparison.claims.len()],
            gone: BTreeMap::new(),
        }
    }

    /// A profile without a name, weighed as a preset says.
    #[must_use]
    pub fn from_preset(comparison: &Comparison, preset: &Preset) -> Self {
        let mut profile = Self::new(comparison);
        for (stance, claim) in profile.stances.iter_mut().zip(&comparison.claims) {
            let own = preset.weights.iter().find(|(criterion, _)| Some(*criterion) == claim.criterion);
            let points = own.map(|(_, points)| *points).or(preset.others);
            stance.weight = points.and_then(Weight::new);
        }
        profile
    }

    /// Whether it has this name, however that is spelled.
    #[must_use]
    pub fn is_named(&self, name: &ProfileName) -> bool {
        self.name.as_ref().is_some_and(|own| own.key() == name.key())
    }

    /// Whether the person has set the weight of a claim that is on.
    #[must_use]
    pub fn weighs_anything(&self) -> bool {
        self.stances.iter().any(|stance| stance.on && stance.weight.is_some())
    }
}
