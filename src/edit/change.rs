//! What an edit does to a file.

use std::ops::Range;

use super::cut::Cut;
use super::file::File;
use super::{Added, Edit, Refusal, alternatives, claims, ids, words};
use crate::comparison::{AlternativeId, COMPARISON, ClaimId, Comparison, CriterionId};
use crate::safe_text::SafeText;

/// What claims are about after a change.
#[derive(Clone, Debug)]
pub(super) enum About {
    /// A criterion that was there before.
    Known(CriterionId),
    /// One that was not.
    New {
        id: String,
        /// Whether the id is written where it is listed.
        says_id: bool,
        name: SafeText,
    },
}

/// What an edit does to a file and to what is in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Change {
    pub(super) cuts: Vec<Cut>,
    /// The claims that go.
    pub(super) gone: Range<usize>,
    pub(super) gone_alternative: Option<AlternativeId>,
    /// What comes, by its place afterwards.
    pub(super) added: Option<Added>,
    /// The claims that are no longer about what they were about.
    pub(super) moved: Vec<ClaimId>,
    /// What those are about now.
    pub(super) about: Option<About>,
}

impl Change {
    /// One that changes texts alone.
    pub(super) fn of(cuts: Vec<Cut>) -> Self {
        Self { cuts, ..Self::default() }
    }

    /// Whether a claim is gone afterwards.
    pub(super) fn goes(&self, ClaimId(place): ClaimId) -> bool {
        self.gone.contains(&place)
    }

    /// Where each alternative and each claim of before is afterwards.
    pub(super) fn places(&self, before: &Comparison) -> (Vec<Option<AlternativeId>>, Vec<Option<ClaimId>>) {
        let added = if let Some(Added::Claim(ClaimId(place))) = self.added { place } else { usize::MAX };
        let gone = self.gone_alternative.map_or(usize::MAX, |AlternativeId(place)| place);
        let alternatives = (0..before.alternatives().len())
            .map(|place| (place != gone).then(|| AlternativeId(place - usize::from(place > gone))));
        let claims = (0..before.claims().len()).map(|place| {
            let before = self.gone.clone().take_while(|gone| *gone < place).count();
            let now = place - before;
            (!self.gone.contains(&place)).then(|| ClaimId(now + usize::from(now >= added)))
        });
        (alternatives.collect(), claims.collect())
    }

    pub(super) fn new(file: &File<'_>, edit: &Edit) -> Result<Self, Refusal> {
        match edit {
            Edit::Title(typed) => title(file, typed),
            Edit::AddAlternative(typed) => alternatives::add(file, typed),
            Edit::RenameAlternative(alternative, typed) => alternatives::rename(file, *alternative, typed),
            Edit::DeleteAlternative(alternative) => alternatives::delete(file, *alternative),
            Edit::AddClaim { alternative, polarity, after, title, gone } => {
                claims::add(file, *alternative, *polarity, *after, title, gone)
            }
            Edit::Retitle(claim, typed) => claims::retitle(file, *claim, typed),
            Edit::Detail(claim, typed) => claims::detail(file, *claim, typed),
            Edit::Topic(claim, typed) => claims::topic(file, *claim, typed),
            Edit::OtherSide(one, other) => claims::other_side(file, *one, *other),
            Edit::DeleteClaim(claim) => claims::delete(file, *claim),
        }
    }
}

fn title(file: &File<'_>, typed: &str) -> Result<Change, Refusal> {
    let shown = words::title(typed)?;
    if *shown == **file.comparison.title() {
        return Ok(Change::default());
    }
    let mut cuts = ids::keep_comparison(file, &shown);
    cuts.extend(file.set(file.root, COMPARISON, "title", &shown));
    Ok(Change::of(cuts))
}
