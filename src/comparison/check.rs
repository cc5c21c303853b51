//! A comparison from what a file says: every rule that it must keep.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Alternative, AlternativeId, Claim, Comparison, Criterion, CriterionId, MOST_ALTERNATIVES, Polarity,
    Preset, Reasons,
};
use crate::problem::Problems;
use crate::ron_text;
use crate::safe_text::SafeText;
use crate::tree::{Checker, Faults, Fields, Node, Tree};
use crate::weight::Weight;
use crate::wording::{quoted, suggestion};

/// The format of comparison files that this program reads.
const FORMAT: u8 = 1;

/// The most claims of one comparison.
pub const MOST_CLAIMS: usize = 1_000;

/// The most criteria of one comparison.
pub const MOST_CRITERIA: usize = 500;

/// The most presets of one comparison.
pub const MOST_PRESETS: usize = 50;

/// The longest id.
const ID_LIMIT: usize = 64;

const COMPARISON: &[&str] =
    &["format", "id", "title", "summary", "source", "criteria", "alternatives", "presets"];
const CRITERION: &[&str] = &["id", "name"];
const ALTERNATIVE: &[&str] = &["id", "name", "summary", "pros", "cons"];
const CLAIM: &[&str] = &["id", "title", "criterion", "detail"];
const PRESET: &[&str] = &["id", "name", "summary", "weights", "others"];

impl Comparison {
    /// Reads a comparison file.
    ///
    /// # Errors
    /// All problems of the file in its order; a syntax error is the only one.
    pub fn from_ron(text: &str) -> Result<Self, Problems> {
        Self::check_ron(text).map(|(comparison, _)| comparison)
    }

    /// Reads a comparison file and lists the characters in it that are not shown as they are.
    ///
    /// # Errors
    /// As [`Self::from_ron`].
    pub fn check_ron(text: &str) -> Result<(Self, Problems), Problems> {
        let tree = ron_text::read(text, "Comparison").map_err(Faults::from);
        let checked = tree.and_then(|tree| Self::new(&tree));
        match checked {
            Ok((comparison, warnings)) => Ok((comparison, Problems::new(text, &warnings))),
            Err(faults) => Err(Problems::new(text, &faults)),
        }
    }

    /// Makes a comparison of what a file of any kind says, with warnings.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn new(tree: &Tree<'_>) -> Result<(Self, Faults), Faults> {
        let mut schema = Schema { checker: Checker::new(tree), criteria: BTreeMap::new() };
        let comparison = schema.comparison(&tree.root);
        schema.checker.finish(comparison)
    }
}

/// The rules, and what is needed from one part of a file to check another.
struct Schema<'n> {
    checker: Checker<'n>,
    /// The criteria by id.
    criteria: BTreeMap<&'n str, CriterionId>,
}

impl<'n> Schema<'n> {
    fn comparison(&mut self, node: &'n Node<'n>) -> Option<Comparison> {
        let fields = self.checker.fields(node, "Comparison", COMPARISON)?;
        if let Some(format) = self.checker.required(&fields, "format") {
            self.checker.format(format, FORMAT)?;
        }
        let id = self.checker.required(&fields, "id").and_then(|node| self.id(node));
        let title = self.checker.required(&fields, "title").and_then(|node| self.checker.title(node));
        let summary = self.optional_text(&fields, "summary");
        let source = fields.optional("source").and_then(|node| self.checker.title(node));
        let criteria = fields.get("criteria").map_or_else(Vec::new, |node| self.criteria(node));
        let mut claims = Vec::new();
        let alternatives = self
            .checker
            .required(&fields, "alternatives")
            .map_or_else(Vec::new, |node| self.alternatives(node, &mut claims));
        let presets = fields.get("presets").map_or_else(Vec::new, |node| self.presets(node));
        let (id, title) = (id?.to_owned(), title?);
        let joined = Reasons::default();
        let mut comparison =
            Comparison { id, title, summary, source, criteria, alternatives, claims, presets, joined };
        comparison.joined = Reasons::joined(&comparison);
        Some(comparison)
    }

    fn criteria(&mut self, node: &'n Node<'n>) -> Vec<Criterion> {
        let mut siblings = Siblings::default();
        let mut criteria = Vec::new();
        for node in self.checker.list(node, MOST_CRITERIA, "criteria") {
            let Some(fields) = self.checker.fields(node, "Criterion", CRITERION) else { continue };
            let id = self.own_id(&fields, &mut siblings);
            let name = self.own_name(&fields, &mut siblings);
            // A criterion whose name is wrong still has its id, so that claims on it raise no second problem.
            if let Some(id) = id {
                self.criteria.insert(id, CriterionId(criteria.len()));
                criteria.push(Criterion { id: id.to_owned(), name: name.unwrap_or_default() });
            }
        }
        criteria
    }

    fn alternatives(&mut self, node: &'n Node<'n>, all: &mut Vec<Claim>) -> Vec<Alternative> {
        let nodes = self.checker.list(node, usize::MAX, "alternatives");
        if !(2..=MOST_ALTERNATIVES).contains(&nodes.len()) {
            self.checker.report(node, || {
                let count = nodes.len();
                format!("a comparison has 2 to {MOST_ALTERNATIVES} alternatives, this one has {count}")
            });
        }
        let mut siblings = Siblings::default();
        let mut alternatives = Vec::new();
        for (place, node) in nodes.iter().take(MOST_ALTERNATIVES).enumerate() {
            let alternative = AlternativeId(place);
            let Some(fields) = self.checker.fields(node, "Alternative", ALTERNATIVE) else { continue };
            let id = self.own_id(&fields, &mut siblings);
            let name = self.own_name(&fields, &mut siblings);
            let summary = self.optional_text(&fields, "summary");
            let mut of_claims = Siblings::default();
            let mut claims_of = |polarity: Polarity, field| {
                let start = all.len();
                let list = self.checker.required(&fields, field);
                for node in list.map_or(&[][..], |node| self.checker.list(node, MOST_CLAIMS, "claims")) {
                    let claim = self.claim(node, &mut of_claims);
                    all.extend(claim.map(|claim| Claim { alternative, polarity, ..claim }));
                }
                start..all.len()
            };
            let pros = claims_of(Polarity::Pro, "pros");
            let cons = claims_of(Polarity::Con, "cons");
            if let (Some(id), Some(name)) = (id, name) {
                alternatives.push(Alternative { id: id.to_owned(), name, summary, pros, cons });
            }
        }
        if all.len() > MOST_CLAIMS {
            self.checker.report(node, || {
                format!("a comparison has at most {MOST_CLAIMS} claims, this one has {}", all.len())
            });
        }
        alternatives
    }

    /// A claim as its own fields tell it: its place among the alternatives is the caller's to fill in.
    fn claim(&mut self, node: &'n Node<'n>, siblings: &mut Siblings<'n>) -> Option<Claim> {
        let fields = self.checker.fields(node, "Claim", CLAIM)?;
        let id = self.own_id(&fields, siblings);
        let title = self.checker.required(&fields, "title").and_then(|node| self.own_title(node, siblings));
        let criterion = fields.optional("criterion").and_then(|node| {
            let id = self.checker.text(node)?;
            self.known_criterion(node, id)
        });
        let detail = self.optional_text(&fields, "detail");
        let (id, title) = (id?.to_owned(), title?);
        Some(Claim { id, title, detail, alternative: AlternativeId(0), polarity: Polarity::Pro, criterion })
    }

    fn presets(&mut self, node: &'n Node<'n>) -> Vec<Preset> {
        let mut siblings = Siblings::default();
        let mut presets = Vec::new();
        for node in self.checker.list(node, MOST_PRESETS, "presets") {
            let Some(fields) = self.checker.fields(node, "Preset", PRESET) else { continue };
            let id = self.own_id(&fields, &mut siblings);
            let name = self.own_name(&fields, &mut siblings);
            let summary = self.optional_text(&fields, "summary");
            let weights = self.checker.required(&fields, "weights");
            let entries = weights.map_or_else(Vec::new, |node| self.checker.entries(node));
            let mut weights = Vec::new();
            for (key, key_node, value) in entries {
                let criterion = key.and_then(|key| self.known_criterion(key_node, key));
                let weight = self.weight(value);
                weights.extend(criterion.zip(weight));
            }
            let others = fields.optional("others").and_then(|node| self.weight(node));
            if let (Some(id), Some(name)) = (id, name) {
                presets.push(Preset { id: id.to_owned(), name, summary, weights, others });
            }
        }
        presets
    }

    fn weight(&mut self, node: &Node<'_>) -> Option<Weight> {
        self.checker.number(node, 0..=Weight::MOST).and_then(Weight::new)
    }

    fn known_criterion(&mut self, node: &Node<'_>, id: &str) -> Option<CriterionId> {
        let found = self.criteria.get(id).copied();
        if found.is_none() {
            self.checker.report(node, || {
                let hint = suggestion(id, self.criteria.keys().copied());
                format!("there is no criterion with the id {}{hint}", quoted(id))
            });
        }
        found
    }

    fn optional_text(&mut self, fields: &Fields<'n>, field: &str) -> SafeText {
        fields.optional(field).and_then(|node| self.checker.shown_text(node)).unwrap_or_default()
    }

    fn id(&mut self, node: &'n Node<'n>) -> Option<&'n str> {
        let id = self.checker.text(node)?;
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if (1..=ID_LIMIT).contains(&id.len()) && id.bytes().all(allowed) {
            return Some(id);
        }
        self.checker.report(node, || {
            format!("an id is 1 to {ID_LIMIT} of a-z, 0-9 and -, and {} is not", quoted(id))
        });
        None
    }

    /// The id of a value with siblings, each of which has another.
    fn own_id(&mut self, fields: &Fields<'n>, siblings: &mut Siblings<'n>) -> Option<&'n str> {
        let node = self.checker.required(fields, "id")?;
        let id = self.id(node)?;
        if siblings.ids.insert(id) {
            return Some(id);
        }
        self.checker.report(node, || format!("the id {} is taken already", quoted(id)));
        None
    }

    /// The name of a value with siblings, each of which looks different.
    fn own_name(&mut self, fields: &Fields<'n>, siblings: &mut Siblings<'n>) -> Option<SafeText> {
        let node = self.checker.required(fields, "name")?;
        let name = self.checker.name(node)?;
        if siblings.looks.insert(name.look()) {
            return Some(name);
        }
        self.checker.report(node, || format!("{} looks like one that stands before it", quoted(&name)));
        None
    }

    /// The title of a claim. Two that look alike are no mistake, but worth a warning.
    fn own_title(&mut self, node: &Node<'_>, siblings: &mut Siblings<'n>) -> Option<SafeText> {
        let title = self.checker.title(node)?;
        if !siblings.looks.insert(title.look()) {
            let message = || format!("{} looks like one that stands before it", quoted(&title));
            self.checker.warnings.add(node.place.clone(), message);
        }
        Some(title)
    }
}

/// What no two of some siblings should have in common.
#[derive(Default)]
struct Siblings<'n> {
    ids: BTreeSet<&'n str>,
    looks: BTreeSet<String>,
}
