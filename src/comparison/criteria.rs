//! The criteria of a comparison while it is checked: found by id and by name.

use std::collections::BTreeMap;

use super::sibling::Siblings;
use super::{Criterion, CriterionId};
use crate::safe_text::SafeText;

/// The criteria so far.
pub(super) struct Criteria {
    list: Vec<Criterion>,
    by_id: BTreeMap<String, CriterionId>,
    /// By what is the same for names that look alike.
    by_look: BTreeMap<String, CriterionId>,
    siblings: Siblings,
}

impl Default for Criteria {
    fn default() -> Self {
        Self::new(Siblings::new("criterion"))
    }
}

impl Criteria {
    /// None yet; their ids will differ from those that `siblings` has taken.
    pub(super) fn new(siblings: Siblings) -> Self {
        Self { list: Vec::new(), by_id: BTreeMap::new(), by_look: BTreeMap::new(), siblings }
    }

    pub(super) fn add(&mut self, id: Option<&str>, name: SafeText) -> CriterionId {
        let (id, criterion) = (self.siblings.id(id, &name), CriterionId(self.list.len()));
        self.by_id.insert(id.clone(), criterion);
        self.by_look.entry(name.look()).or_insert(criterion);
        self.list.push(Criterion { id, name });
        criterion
    }

    /// The criterion with an id or a name.
    pub(super) fn called(&self, text: &str) -> Option<CriterionId> {
        let by_id = self.by_id.get(text);
        by_id.or_else(|| self.by_look.get(&SafeText::line(text).look())).copied()
    }

    pub(super) fn has_look(&self, name: &SafeText) -> bool {
        self.by_look.contains_key(&name.look())
    }

    /// All ids and names.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.list.iter().flat_map(|criterion| [criterion.id.as_str(), &criterion.name])
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// All of them, in the order in which they were added.
    pub(super) fn take(&mut self) -> Vec<Criterion> {
        std::mem::take(&mut self.list)
    }
}
