//! The question: what is compared, and what speaks for and against each.

mod check;
mod criteria;
mod full_ids;
mod ids;
mod reason;
mod sibling;
#[cfg(test)]
mod tests;

use std::ops::{Index, Range};

pub(crate) use check::{ALTERNATIVE, CLAIM, COMPARISON};
pub use check::{MOST_CLAIMS, MOST_CRITERIA, MOST_PRESETS};
use full_ids::FullIds;
pub use ids::{AlternativeId, ClaimId, CriterionId};
pub use reason::{Reason, Reasons};
pub(crate) use sibling::{ID_LIMIT, ids};

use crate::problem::Problems;
use crate::ron_text;
use crate::safe_text::SafeText;
use crate::tree::{Faults, Tree};
use crate::weight::Weight;

/// The largest file of a comparison, in bytes.
pub const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// The most alternatives that one comparison may have.
pub const MOST_ALTERNATIVES: usize = 8;

/// The id of the preset that keeps the weights with which a document came.
pub const AS_GIVEN: &str = "as-given";

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
    id: String,
    title: SafeText,
    summary: SafeText,
    source: Option<SafeText>,
    criteria: Vec<Criterion>,
    alternatives: Vec<Alternative>,
    claims: Vec<Claim>,
    presets: Vec<Preset>,
    chosen: Option<AlternativeId>,
    full_ids: FullIds,
    /// What is weighed once, worked out when the comparison is made.
    joined: Reasons,
    /// Each claim by itself.
    parted: Reasons,
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
    /// Its pros among all claims.
    pros: Range<usize>,
    /// Its cons among all claims; they begin where the pros end.
    cons: Range<usize>,
    /// What speaks neither for nor against it; it is not weighed.
    pub neutral: Vec<SafeText>,
}

impl Alternative {
    /// Its pros, in the order of the comparison.
    pub fn pros(&self) -> impl ExactSizeIterator<Item = ClaimId> + Clone + use<> {
        self.pros.clone().map(ClaimId)
    }

    /// Its cons, in the order of the comparison.
    pub fn cons(&self) -> impl ExactSizeIterator<Item = ClaimId> + Clone + use<> {
        self.cons.clone().map(ClaimId)
    }

    /// All its claims: the pros before the cons.
    pub fn claims(&self) -> impl ExactSizeIterator<Item = ClaimId> + Clone + use<> {
        (self.pros.start..self.cons.end).map(ClaimId)
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
    /// The alternative it belongs to.
    pub alternative: AlternativeId,
    /// Whether it speaks for or against that alternative.
    pub polarity: Polarity,
    /// What it is about.
    pub criterion: Option<CriterionId>,
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
    pub weights: Vec<(CriterionId, Weight)>,
    /// Claim and weight, which counts before that of a criterion.
    pub claim_weights: Vec<(ClaimId, Weight)>,
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

    /// The title of a comparison of which only the beginning was read; none if it does not stand there.
    #[must_use]
    pub fn title_in(beginning: &str) -> Option<SafeText> {
        ron_text::first_text(beginning, "Comparison", "title").map(|title| SafeText::line(&title))
    }

    /// Makes a comparison of what a file of any kind says, with warnings.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn new(tree: &Tree<'_>) -> Result<(Self, Faults), Faults> {
        check::check(tree)
    }

    /// `[a-z0-9-]{1,64}`; profiles refer to it.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What the question is called.
    #[must_use]
    pub fn title(&self) -> &SafeText {
        &self.title
    }

    /// What it is about; may be empty.
    #[must_use]
    pub fn summary(&self) -> &SafeText {
        &self.summary
    }

    /// Where the claims come from.
    #[must_use]
    pub fn source(&self) -> Option<&SafeText> {
        self.source.as_ref()
    }

    /// What was chosen in the end, if this is the record of a decision.
    #[must_use]
    pub fn chosen(&self) -> Option<AlternativeId> {
        self.chosen
    }

    /// What claims can be about.
    #[must_use]
    pub fn criteria(&self) -> impl ExactSizeIterator<Item = (CriterionId, &Criterion)> {
        self.criteria.iter().enumerate().map(|(i, criterion)| (CriterionId(i), criterion))
    }

    /// The things compared, 2 to 8.
    #[must_use]
    pub fn alternatives(
        &self,
    ) -> impl ExactSizeIterator<Item = (AlternativeId, &Alternative)> + DoubleEndedIterator {
        self.alternatives.iter().enumerate().map(|(i, alternative)| (AlternativeId(i), alternative))
    }

    /// The alternative with an id.
    #[must_use]
    pub fn alternative_with_id(&self, id: &str) -> Option<AlternativeId> {
        self.alternatives().find(|(_, alternative)| alternative.id == id).map(|(place, _)| place)
    }

    /// All claims: those of the first alternative first, and of each its pros before its cons.
    #[must_use]
    pub fn claims(&self) -> impl ExactSizeIterator<Item = (ClaimId, &Claim)> {
        self.claims.iter().enumerate().map(|(i, claim)| (ClaimId(i), claim))
    }

    /// Ready-made profiles.
    #[must_use]
    pub fn presets(&self) -> &[Preset] {
        &self.presets
    }

    /// The preset with an id.
    #[must_use]
    pub fn preset(&self, id: &str) -> Option<&Preset> {
        self.presets.iter().find(|preset| preset.id == id)
    }

    /// The preset that a document came with, by its id: with its weights a new profile begins.
    #[must_use]
    pub fn as_given(&self) -> Option<&Preset> {
        self.preset(AS_GIVEN)
    }

    /// The full id of a claim, such as `handmade/uniqueness`.
    #[must_use]
    pub fn full_id(&self, claim: ClaimId) -> &str {
        self.full_ids.of(claim)
    }

    /// The claim with a full id.
    #[must_use]
    pub fn claim_with_id(&self, id: &str) -> Option<ClaimId> {
        self.full_ids.find(id)
    }

    /// What is weighed once where mirrored claims are the two faces of one reason.
    #[must_use]
    pub fn reasons(&self) -> &Reasons {
        &self.joined
    }

    /// Whether any two claims are the two faces of one reason.
    #[must_use]
    pub fn has_pairs(&self) -> bool {
        self.joined.iter().any(|reason| reason.second.is_some())
    }

    /// Whether more is said of any claim than its title.
    #[must_use]
    pub fn has_details(&self) -> bool {
        self.claims().any(|(_, claim)| !claim.detail.is_empty())
    }

    /// Each claim as a reason by itself.
    #[must_use]
    pub fn parted_reasons(&self) -> &Reasons {
        &self.parted
    }

    /// The claim that is the other face of the same reason.
    #[must_use]
    pub fn mirror(&self, claim: ClaimId) -> Option<ClaimId> {
        self.joined.of(claim).mirror(claim)
    }
}

impl Index<AlternativeId> for Comparison {
    type Output = Alternative;

    fn index(&self, AlternativeId(place): AlternativeId) -> &Alternative {
        &self.alternatives[place]
    }
}

impl Index<ClaimId> for Comparison {
    type Output = Claim;

    fn index(&self, ClaimId(place): ClaimId) -> &Claim {
        &self.claims[place]
    }
}

impl Index<CriterionId> for Comparison {
    type Output = Criterion;

    fn index(&self, CriterionId(place): CriterionId) -> &Criterion {
        &self.criteria[place]
    }
}
