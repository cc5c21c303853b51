//! The places of what a comparison holds, which it alone hands out.

/// One of the alternatives of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AlternativeId(pub(crate) usize);

/// One of the claims of a comparison.
///
/// Claims are in order: those of the first alternative first, and of each its pros before its cons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId(pub(crate) usize);

/// One of the criteria of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CriterionId(pub(crate) usize);
