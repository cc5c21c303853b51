//! Ids that a file leaves to be derived, written out before they would become others.
//!
//! Stances are kept by id, so whatever an edit does, every claim that stays keeps the id that it had.

use super::Refusal;
use super::cut::Cut;
use super::file::File;
use crate::comparison::{self, AlternativeId, COMPARISON, ClaimId};
use crate::safe_text::SafeText;
use crate::tree::Node;

/// One of some siblings.
#[derive(Clone, Debug)]
struct Sibling<'s> {
    node: &'s Node<'s>,
    /// The id that its file says.
    said: Option<&'s str>,
    /// The id that it has, and keeps.
    id: &'s str,
    /// The name or title that it has afterwards.
    name: &'s SafeText,
    /// Whether that is another one than before.
    is_renamed: bool,
}

impl<'s> Sibling<'s> {
    fn new(node: &'s Node<'s>, id: &'s str, before: &SafeText, name: &'s SafeText) -> Self {
        Self { node, said: File::said_id(node), id, name, is_renamed: before != name }
    }
}

/// Those that would have another id afterwards if it were not written out.
fn changed<'s>(kind: &'static str, mut siblings: Vec<Sibling<'s>>) -> Vec<Sibling<'s>> {
    let mut changed = Vec::new();
    loop {
        let ids = comparison::ids(kind, siblings.iter().map(|sibling| (sibling.said, sibling.name)));
        let mut others: Vec<_> = siblings.iter_mut().zip(ids).filter(|(own, id)| own.id != id).collect();
        if others.is_empty() {
            return changed;
        }
        // Once the id of one with a new name is written out, those of its siblings may well be what they were.
        if others.iter().any(|(own, _)| own.is_renamed) {
            others.retain(|(own, _)| own.is_renamed);
        }
        for (own, _) in others {
            own.said = Some(own.id);
            changed.push(own.clone());
        }
    }
}

/// An id that no sibling has, and whether it has to be written: whether there is one that is derived alike.
pub(super) fn fresh<'s>(
    kind: &'static str,
    taken: impl Iterator<Item = &'s str> + Clone,
    name: &SafeText,
) -> (String, bool) {
    let alone = comparison::ids(kind, std::iter::once((None, name))).pop().unwrap_or_default();
    let all = taken.map(|id| (Some(id), name)).chain([(None, name)]);
    let id = comparison::ids(kind, all).pop().unwrap_or_default();
    let is_numbered = id != alone;
    (id, is_numbered)
}

/// Keeps the ids of the claims of an alternative, of which some have another title, and some go and have none.
pub(super) fn keep_claims<'n>(
    file: &File<'n>,
    alternative: AlternativeId,
    title: impl Fn(ClaimId) -> Option<&'n SafeText>,
) -> Result<Vec<Cut>, Refusal> {
    let mut siblings = Vec::new();
    for claim in file.comparison[alternative].claims() {
        let own = &file.comparison[claim];
        if let Some(title) = title(claim) {
            siblings.push(Sibling::new(file.claim(claim)?, &own.id, &own.title, title));
        }
    }
    let changed = changed("claim", siblings).into_iter();
    Ok(changed.flat_map(|own| file.set_of_claim(own.node, "id", own.id)).collect())
}

/// Keeps the ids of the alternatives, of which one has another name, or one goes and has none.
pub(super) fn keep_alternatives<'n>(
    file: &File<'n>,
    name: impl Fn(AlternativeId) -> Option<&'n SafeText>,
) -> Result<Vec<Cut>, Refusal> {
    let mut siblings = Vec::new();
    for (id, own) in file.comparison.alternatives() {
        if let Some(name) = name(id) {
            siblings.push(Sibling::new(file.alternative(id)?, &own.id, &own.name, name));
        }
    }
    let changed = changed("alternative", siblings).into_iter();
    Ok(changed.flat_map(|own| file.set_of_alternative(own.node, "id", own.id)).collect())
}

/// Keeps the id of the comparison, which has another title.
pub(super) fn keep_comparison<'n>(file: &File<'n>, title: &'n SafeText) -> Vec<Cut> {
    let own = Sibling::new(file.root, file.comparison.id(), file.comparison.title(), title);
    let changed = changed("comparison", vec![own]).into_iter();
    changed.flat_map(|own| file.set(own.node, COMPARISON, "id", own.id)).collect()
}
