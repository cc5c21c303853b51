//! The question: what is compared, and what speaks for and against each.

mod check;
mod criteria;
mod reason;
mod sibling;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;

pub use check::{MOST_CLAIMS, MOST_CRITERIA, MOST_PRESETS};
pub use reason::{Reason, Reasons};

use crate::problem::Problems;
use crate::ron_text;
use crate::safe_text::SafeText;
use crate::tree::{Faults, Tree};
use crate::weight::Weight;

/// The most alternatives that one comparison may have.
pub const MOST_ALTERNATIVES: usize = 8;

/// Which way a claim pushes its alternative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// Speaks for it.
    Pro,
    /// Speaks against it.
    Con,
}

impl Polarity {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Pro => "pro",
            Self::Con => "con",
        }
    }
}

/// The whole question with all that can be said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// `[a-z0-9-]{1,64}`; profiles refer to it.
    pub id: String,
    /// What the question is called.
    pub title: SafeText,
    /// What it is about; may be empty.
    pub summary: SafeText,
    /// Where the claims come from.
    pub source: Option<SafeText>,
    /// What claims can be about.
    pub criteria: Vec<Criterion>,
    /// The things compared, 2 to 8.
    pub alternatives: Vec<Alternative>,
    /// All claims: those of the first alternative first, and of each its pros before its cons.
    pub claims: Vec<Claim>,
    /// Ready-made profiles.
    pub presets: Vec<Preset>,
    /// What was chosen in the end, in [`Self::alternatives`], if this is the record of a decision.
    pub chosen: Option<usize>,
}

/// What claims can be about, such as the price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Unique among the criteria.
    pub id: String,
    /// As shown.
    pub name: SafeText,
}

/// One of the things compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Unique among the alternatives.
    pub id: String,
    /// As shown.
    pub name: SafeText,
    /// What it is; may be empty.
    pub summary: SafeText,
    /// Its pros in [`Comparison::claims`].
    pub pros: Range<usize>,
    /// Its cons in [`Comparison::claims`]; they begin where the pros end.
    pub cons: Range<usize>,
    /// What speaks neither for nor against it; it is not weighed.
    pub neutral: Vec<SafeText>,
}

impl Alternative {
    /// All its claims in [`Comparison::claims`].
    #[must_use]
    pub fn claims(&self) -> Range<usize> {
        self.pros.start..self.cons.end
    }
}

/// One pro or one con of one alternative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Unique among the claims of its alternative.
    pub id: String,
    /// In a few words.
    pub title: SafeText,
    /// In a sentence or two; may be empty.
    pub detail: SafeText,
    /// The alternative it belongs to, in [`Comparison::alternatives`].
    pub alternative: usize,
    /// Whether it speaks for or against that alternative.
    pub polarity: Polarity,
    /// What it is about, in [`Comparison::criteria`].
    pub criterion: Option<usize>,
}

/// A ready-made profile: a weight for each criterion and each claim that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Unique among the presets.
    pub id: String,
    /// As shown.
    pub name: SafeText,
    /// Whom it suits; may be empty.
    pub summary: SafeText,
    /// Criterion and weight, in the order of the file.
    pub weights: Vec<(usize, Weight)>,
    /// Claim and weight, which counts before that of a criterion.
    pub claim_weights: Vec<(usize, Weight)>,
    /// The weight of every other claim; unset if left out.
    pub others: Option<Weight>,
}

impl Comparison {
    /// Reads a comparison file.
    ///
    /// # Errors
    /// All problems of the file in its order; a mistake in the syntax is the only one.
    pub fn from_ron(text: &str) -> Result<Self, Problems> {
        Self::check_ron(text).map(|(comparison, _)| comparison)
    }

    /// Reads a comparison file, and lists what in it is no problem but not as it seems.
    ///
    /// # Errors
    /// As [`Self::from_ron`].
    pub fn check_ron(text: &str) -> Result<(Self, Problems), Problems> {
        let tree = ron_text::read(text, "Comparison").map_err(Faults::from);
        match tree.and_then(|tree| Self::new(&tree)) {
            Ok((comparison, warnings)) => Ok((comparison, Problems::new(text, &warnings))),
            Err(faults) => Err(Problems::new(text, &faults)),
        }
    }

    /// Makes a comparison of what a file of any kind says, with warnings.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn new(tree: &Tree<'_>) -> Result<(Self, Faults), Faults> {
        check::check(tree)
    }

    /// The full id of a claim, such as `handmade/uniqueness`.
    #[must_use]
    pub fn claim_id(&self, claim: usize) -> String {
        let claim = &self.claims[claim];
        format!("{}/{}", self.alternatives[claim.alternative].id, claim.id)
    }

    /// The claim with a full id.
    #[must_use]
    pub fn claim_with_id(&self, id: &str) -> Option<usize> {
        let (alternative, claim) = id.split_once('/')?;
        let alternative = self.alternatives.iter().find(|a| a.id == alternative)?;
        alternative.claims().find(|i| self.claims[*i].id == claim)
    }

    /// All claims by their full ids.
    pub(crate) fn claims_by_id(&self) -> BTreeMap<String, usize> {
        (0..self.claims.len()).map(|claim| (self.claim_id(claim), claim)).collect()
    }

    /// The claim that is the other face of the same reason; see [`Reasons::joined`].
    #[must_use]
    pub fn mirror(&self, claim: usize) -> Option<usize> {
        Reasons::joined(self).of(claim).mirror(claim)
    }

    /// The preset with an id.
    #[must_use]
    pub fn preset(&self, id: &str) -> Option<&Preset> {
        self.presets.iter().find(|preset| preset.id == id)
    }
}
