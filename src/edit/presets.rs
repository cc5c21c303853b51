//! What presets and `chosen` say of parts that go.

use super::change::Change;
use super::cut::Cut;
use super::file::File;
use super::items::Items;
use super::node::{field, list};
use super::topics::Called;
use crate::comparison::CriterionId;
use crate::order;
use crate::safe_text::SafeText;
use crate::tree::Value;

impl File<'_> {
    /// What removes all that names a claim, a criterion or an alternative that is gone after a change.
    pub(super) fn forget(&self, change: &Change) -> Vec<Cut> {
        let mut cuts = Vec::new();
        if change.gone_alternative.is_some() && change.gone_alternative == self.comparison.chosen() {
            cuts.extend(self.remove_field(self.root, "chosen"));
        }
        let claims = self.comparison.claims().filter(|(claim, _)| change.goes(*claim));
        let claims = order::set(claims.map(|(claim, _)| self.comparison.full_id(claim)));
        let left = self.topics_left(change);
        let gone = self.comparison.criteria().filter(|(CriterionId(place), _)| !left[*place]);
        let words = order::set(gone.flat_map(|(_, own)| [own.id.clone(), own.name.look()]));
        if claims.is_empty() && words.is_empty() {
            return cuts;
        }
        let called = Called::new(self.comparison);
        let goes = |key: &str| {
            // Most keys name nothing that goes, and need no further look.
            let might = claims.contains(key)
                || (!words.is_empty()
                    && (words.contains(key) || words.contains(&SafeText::line(key).look())));
            might && called.get(key).is_none_or(|CriterionId(place)| !left[place])
        };
        for weights in list(self.root, "presets").iter().filter_map(|preset| field(preset, "weights")) {
            let Value::Map(entries) = &weights.node.value else { continue };
            let gone = entries
                .iter()
                .enumerate()
                .filter(|(_, (key, _))| matches!(&key.value, Value::Text(key) if goes(&key.text)));
            let gone = order::set(gone.map(|(place, _)| place));
            if !gone.is_empty()
                && let Some(items) = Items::of(self.text, &weights.node)
            {
                cuts.extend(items.remove(|place| gone.contains(&place)));
            }
        }
        cuts
    }
}
