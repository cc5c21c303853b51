//! What claims are about: the criteria of a file, listed in it or only named by their use.

use std::collections::BTreeMap;

use super::change::{About, Change};
use super::cut::Cut;
use super::file::File;
use super::ids;
use super::items::Items;
use super::layout::{Rows, group_like};
use super::node::{field, list};
use crate::comparison::{COMPARISON, Comparison, CriterionId, ID_LIMIT};
use crate::order;
use crate::ron_text::literal;
use crate::safe_text::SafeText;
use crate::tree::NAME_LIMIT;

/// Which criteria come into the list of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Listed {
    /// A new one, if there is a list.
    New,
    /// All that the file only names by their use, so that each keeps its id and its name.
    All,
}

/// The criteria of a comparison by what calls them.
pub(super) struct Called {
    by_id: BTreeMap<String, CriterionId>,
    by_look: BTreeMap<String, CriterionId>,
}

impl Called {
    pub(super) fn new(comparison: &Comparison) -> Self {
        let by_id = order::map(comparison.criteria().map(|(criterion, own)| (own.id.clone(), criterion)));
        let mut by_look = BTreeMap::new();
        for (criterion, own) in comparison.criteria() {
            by_look.entry(own.name.look()).or_insert(criterion);
        }
        Self { by_id, by_look }
    }

    /// The one with an id, else with a name that looks like that.
    pub(super) fn get(&self, text: &str) -> Option<CriterionId> {
        self.by_id.get(text).or_else(|| self.by_look.get(&SafeText::line(text).look())).copied()
    }
}

impl File<'_> {
    /// The criterion that somebody means by some words. Unlike in a file, small and large letters are the same.
    pub(super) fn topic_called(&self, words: &SafeText) -> Option<CriterionId> {
        let called = Called::new(self.comparison);
        let small = words.look().to_lowercase();
        let by_look = || called.by_look.iter().find(|(look, _)| look.to_lowercase() == small);
        called.get(words).or_else(|| by_look().map(|(_, criterion)| *criterion))
    }

    /// A new criterion of this name.
    pub(super) fn new_topic(&self, name: SafeText) -> About {
        let taken: Vec<&str> =
            self.comparison.criteria().flat_map(|(_, c)| [c.id.as_str(), c.name.as_str()]).collect();
        let (id, is_numbered) = ids::fresh("criterion", taken.into_iter(), &name);
        let model = list(self.root, "criteria").last();
        let says_id = is_numbered || model.is_some_and(|model| field(model, "id").is_some());
        About::New { id, says_id, name }
    }

    /// A new criterion that is called after a title, in words that mean nothing yet.
    pub(super) fn new_topic_after(&self, title: &SafeText) -> About {
        let called = Called::new(self.comparison);
        let cut = |most: usize| title.chars().take(most).collect::<String>();
        // What is numbered is short enough that its id has the number too.
        let [title, short] = [NAME_LIMIT, ID_LIMIT - " 1000".len()].map(cut);
        let mut number = 1;
        loop {
            let name = if number == 1 { title.clone() } else { format!("{short} {number}") };
            let name = SafeText::line(name.trim());
            let (id, _) = ids::fresh("criterion", std::iter::empty(), &name);
            if called.get(&id).is_none()
                && called.get(&name).is_none()
                && self.comparison.claim_with_id(&name).is_none()
            {
                return self.new_topic(name);
            }
            number += 1;
        }
    }

    /// How a claim says what it is about.
    pub(super) fn word_for<'a>(&'a self, about: &'a About) -> &'a str {
        match about {
            About::Known(criterion) => {
                let node = list(self.root, "criteria").get(criterion.0);
                let known = &self.comparison[*criterion];
                // One that is not listed has its name from its first use, which this may be.
                let by_id = node.is_some_and(|node| {
                    File::said_id(node).is_some()
                        || Called::new(self.comparison).get(&known.name) != Some(*criterion)
                });
                if by_id { &known.id } else { &known.name }
            }
            About::New { id, says_id: true, .. } if self.has_list() => id,
            About::New { name, .. } => name,
        }
    }

    /// Whether each criterion is there after a change, listed or used.
    pub(super) fn topics_left(&self, change: &Change) -> Vec<bool> {
        let listed = list(self.root, "criteria").len();
        let mut left: Vec<bool> = (0..self.comparison.criteria().len()).map(|place| place < listed).collect();
        let uses = self.comparison.claims().filter(|(id, _)| !change.goes(*id) && !change.moved.contains(id));
        let now = if let Some(About::Known(criterion)) = change.about { Some(criterion) } else { None };
        for CriterionId(place) in uses.filter_map(|(_, claim)| claim.criterion).chain(now) {
            left[place] = true;
        }
        left
    }

    /// What lists criteria, so that a change is no surprise.
    pub(super) fn list_topics(&self, change: &Change, listed: Listed) -> Vec<Cut> {
        let mut items = Vec::new();
        if listed == Listed::All {
            let left = self.topics_left(change);
            let only_used = self.comparison.criteria().skip(list(self.root, "criteria").len());
            let only_used = only_used.filter(|(CriterionId(place), _)| left[*place]);
            items.extend(only_used.map(|(_, own)| self.topic_item(Some(&own.id), &own.name)));
        }
        if let Some(About::New { id, says_id, name }) = &change.about
            && (listed == Listed::All || self.has_list())
        {
            items.push(self.topic_item(says_id.then_some(id), name));
        }
        let Some(root) = Items::of(self.text, self.root).filter(|_| !items.is_empty()) else {
            return Vec::new();
        };
        let rows = Rows::of(&root);
        if let Some(list) = self.items(self.root, "criteria") {
            return list.push_all(&items, rows);
        }
        let line = root.places.first().map_or(0, |first| first.start);
        let list = format!("[{}]", rows.inside(self.text, line, &items));
        self.add_field(self.root, COMPARISON, "criteria", &list)
    }

    fn has_list(&self) -> bool {
        field(self.root, "criteria").is_some()
    }

    /// A criterion in the list, laid out as the last one is.
    fn topic_item(&self, id: Option<&String>, name: &SafeText) -> String {
        let id = id.map(|id| format!("id: {}", literal(id)));
        let fields: Vec<String> = id.into_iter().chain([format!("name: {}", literal(name))]).collect();
        match list(self.root, "criteria").last() {
            Some(model) => group_like(self.text, model, &fields),
            None => format!("({})", fields.join(", ")),
        }
    }
}
