//! The question: what is compared, and what speaks for and against each.

mod check;
mod reason;

use std::collections::BTreeMap;
use std::ops::Range;

pub use reason::{Reason, Reasons};

use crate::shown::Shown;
use crate::weight::Weight;
pub use check::{MOST_CLAIMS, MOST_CRITERIA, MOST_PRESETS};

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
    pub title: Shown,
    /// What it is about; may be empty.
    pub summary: Shown,
    /// Where the claims come from.
    pub source: Option<Shown>,
    /// What claims can be about.
    pub criteria: Vec<Criterion>,
    /// The things compared, 2 to 8.
    pub alternatives: Vec<Alternative>,
    /// All claims: those of the first alternative first, and of each its pros before its cons.
    pub claims: Vec<Claim>,
    /// Ready-made profiles.
    pub presets: Vec<Preset>,
}

/// What claims can be about, such as the price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Unique among the criteria.
    pub id: String,
    /// As shown.
    pub name: Shown,
}

/// One of the things compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Unique among the alternatives.
    pub id: String,
    /// As shown.
    pub name: Shown,
    /// What it is; may be empty.
    pub summary: Shown,
    /// Its pros in [`Comparison::claims`].
    pub pros: Range<usize>,
    /// Its cons in [`Comparison::claims`]; they begin where the pros end.
    pub cons: Range<usize>,
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
    pub title: Shown,
    /// In a sentence or two; may be empty.
    pub detail: Shown,
    /// The alternative it belongs to, in [`Comparison::alternatives`].
    pub alternative: usize,
    /// Whether it speaks for or against that alternative.
    pub polarity: Polarity,
    /// What it is about, in [`Comparison::criteria`].
    pub criterion: Option<usize>,
}

/// A ready-made profile: a weight for each criterion it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Unique among the presets.
    pub id: String,
    /// As shown.
    pub name: Shown,
    /// Whom it suits; may be empty.
    pub summary: Shown,
    /// Criterion and weight, in the order of the file.
    pub weights: Vec<(usize, Weight)>,
    /// The weight of every other claim; unset if left out.
    pub others: Option<Weight>,
}

impl Comparison {
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
