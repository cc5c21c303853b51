//! A comparison from what a file says: every rule that it must keep.

use std::collections::BTreeSet;
use std::ops::Range;

use super::criteria::Criteria;
use super::full_ids::FullIds;
use super::sibling::Siblings;
use super::{
    Alternative, AlternativeId, Claim, Comparison, CriterionId, MOST_ALTERNATIVES, Polarity, Preset, Reasons,
};
use crate::safe_text::SafeText;
use crate::tree::{Checker, Faults, Fields, Node, Tree, Value};
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

/// The fields of a comparison, in the order in which they are usually written.
pub(crate) const COMPARISON: &[&str] =
    &["format", "id", "title", "summary", "source", "criteria", "alternatives", "presets", "chosen"];

/// The fields of an alternative, likewise.
pub(crate) const ALTERNATIVE: &[&str] = &["id", "name", "summary", "pros", "cons", "neutral"];

/// The fields of a claim, likewise.
pub(crate) const CLAIM: &[&str] = &["id", "title", "criterion", "detail"];

const CRITERION: &[&str] = &["id", "name"];
const PRESET: &[&str] = &["id", "name", "summary", "weights", "others"];

/// Makes a comparison of what a file says, with warnings; or says all that is wrong.
pub(super) fn check(tree: &Tree<'_>) -> Result<(Comparison, Faults), Faults> {
    let mut schema = Schema { checker: Checker::new(tree), criteria: Criteria::default(), declared: false };
    let comparison = schema.comparison(&tree.root);
    schema.checker.finish(comparison)
}

/// The rules, and what is needed from one part of a file to check another.
///
/// Whatever is wrong with a part, something stands for it, so that its other parts and those that refer to it raise no
/// further problem. With a problem, nothing comes of the whole anyway.
struct Schema<'n> {
    checker: Checker<'n>,
    criteria: Criteria,
    /// Whether the file has a list of criteria.
    declared: bool,
}

/// A value with siblings: its fields, if it has any, and its id, if it says one.
struct Part<'n> {
    node: &'n Node<'n>,
    fields: Option<Fields<'n>>,
    id: Option<&'n str>,
}

impl<'n> Schema<'n> {
    fn comparison(&mut self, node: &'n Node<'n>) -> Option<Comparison> {
        let fields = self.checker.fields(node, "Comparison", COMPARISON)?;
        if let Some(format) = fields.get("format") {
            self.checker.format(format, FORMAT)?;
        }
        let title = self.checker.required(&fields, "title");
        let title = title.and_then(|node| self.checker.title(node)).unwrap_or_default();
        let mut siblings = Siblings::new("comparison");
        let id = self.id(&fields, &mut siblings);
        if let Some(node) = fields.get("criteria") {
            self.declare(node);
        }
        let mut claims = Vec::new();
        let alternatives = self.checker.required(&fields, "alternatives");
        let alternatives = alternatives.map_or_else(Vec::new, |node| self.alternatives(node, &mut claims));
        let chosen = fields.optional("chosen").and_then(|node| self.chosen(node, &alternatives));
        let mut comparison = Comparison {
            id: siblings.id(id, &title),
            title,
            summary: self.optional_text(&fields, "summary"),
            source: fields.optional("source").and_then(|node| self.checker.title(node)),
            criteria: Vec::new(),
            alternatives,
            claims,
            presets: Vec::new(),
            chosen,
            full_ids: FullIds::default(),
            joined: Reasons::default(),
            parted: Reasons::default(),
        };
        comparison.full_ids = FullIds::new(&comparison);
        if let Some(node) = fields.get("presets") {
            comparison.presets = self.presets(node, &comparison);
        }
        comparison.criteria = self.criteria.take();
        comparison.joined = Reasons::joined(&comparison);
        comparison.parted = Reasons::parted(&comparison);
        Some(comparison)
    }

    /// The criteria that a file lists.
    fn declare(&mut self, node: &'n Node<'n>) {
        self.declared = true;
        let nodes = self.checker.list(node, MOST_CRITERIA, "criteria");
        let mut siblings = Siblings::new("criterion");
        let parts =
            self.parts(nodes, &mut siblings, |checker, node| checker.fields(node, "Criterion", CRITERION));
        self.criteria = Criteria::new(siblings);
        for Part { fields, id, .. } in parts {
            let node = fields.and_then(|fields| self.checker.required(&fields, "name"));
            let name = node.and_then(|node| self.checker.name(node));
            if let (Some(node), Some(name)) = (node, &name)
                && self.criteria.has_look(name)
            {
                self.report_look(node, name);
            }
            self.criteria.add(id, name.unwrap_or_default());
        }
    }

    fn alternatives(&mut self, node: &'n Node<'n>, claims: &mut Vec<Claim>) -> Vec<Alternative> {
        let nodes = self.checker.list(node, usize::MAX, "alternatives");
        if !(2..=MOST_ALTERNATIVES).contains(&nodes.len()) {
            self.checker.report(node, || {
                let count = nodes.len();
                format!("a comparison has 2 to {MOST_ALTERNATIVES} alternatives, this one has {count}")
            });
        }
        let nodes = &nodes[..nodes.len().min(MOST_ALTERNATIVES)];
        let mut siblings = Siblings::new("alternative");
        let parts = self
            .parts(nodes, &mut siblings, |checker, node| checker.fields(node, "Alternative", ALTERNATIVE));
        let mut alternatives = Vec::new();
        for Part { fields, id, .. } in parts {
            let Some(fields) = fields else { continue };
            let name = self.own_name(&fields, &mut siblings);
            let summary = self.optional_text(&fields, "summary");
            let [pros, cons] = self.claims(&fields, AlternativeId(alternatives.len()), claims);
            let neutral = fields
                .get("neutral")
                .map_or(&[][..], |node| self.checker.list(node, MOST_CLAIMS, "neutral remarks"));
            let neutral = neutral.iter().filter_map(|node| self.checker.title(node)).collect();
            let id = siblings.id(id, &name);
            alternatives.push(Alternative { id, name, summary, pros, cons, neutral });
        }
        if claims.len() > MOST_CLAIMS {
            let count = claims.len();
            let message = || format!("a comparison has at most {MOST_CLAIMS} claims, this one has {count}");
            self.checker.report(node, message);
        }
        alternatives
    }

    /// Adds the pros and cons of one alternative to all claims; returns where they are.
    fn claims(
        &mut self,
        fields: &Fields<'n>,
        alternative: AlternativeId,
        all: &mut Vec<Claim>,
    ) -> [Range<usize>; 2] {
        let mut siblings = Siblings::new("claim");
        let lists = [(Polarity::Pro, "pros"), (Polarity::Con, "cons")].map(|(polarity, field)| {
            let nodes = fields.get(field);
            let nodes = nodes.map_or(&[][..], |node| self.checker.list(node, MOST_CLAIMS, "claims"));
            let parts = self.parts(nodes, &mut siblings, |checker, node| {
                let is_text = matches!(node.value, Value::Text(_));
                if is_text { None } else { checker.fields(node, "Claim", CLAIM) }
            });
            (polarity, parts)
        });
        lists.map(|(polarity, parts)| {
            let start = all.len();
            for part in parts {
                all.push(Claim { alternative, polarity, ..self.claim(&part, &mut siblings) });
            }
            start..all.len()
        })
    }

    /// A claim as it tells itself: its place among the alternatives is the caller's to fill in.
    fn claim(&mut self, part: &Part<'n>, siblings: &mut Siblings) -> Claim {
        let title = match &part.fields {
            Some(fields) => self.checker.required(fields, "title"),
            None => matches!(part.node.value, Value::Text(_)).then_some(part.node),
        };
        let title = title.map_or_else(SafeText::default, |node| self.own_title(node, siblings));
        let fields = part.fields.as_ref();
        Claim {
            id: siblings.id(part.id, &title),
            title,
            detail: fields.map_or_else(SafeText::default, |fields| self.optional_text(fields, "detail")),
            alternative: AlternativeId(0),
            polarity: Polarity::Pro,
            criterion: fields
                .and_then(|fields| fields.optional("criterion"))
                .and_then(|node| self.criterion(node)),
        }
    }

    /// The criterion of a claim. One that the file does not list is added.
    fn criterion(&mut self, node: &'n Node<'n>) -> Option<CriterionId> {
        let text = self.checker.text(node)?;
        if let Some(known) = self.criteria.called(text) {
            return Some(known);
        }
        let name = self.checker.name(node)?;
        if self.criteria.len() == MOST_CRITERIA {
            self.checker.report(node, || format!("a comparison has at most {MOST_CRITERIA} criteria"));
            return None;
        }
        if self.declared {
            self.checker.warnings.add(node.place.clone(), || {
                let hint = suggestion(text, self.criteria.words());
                format!("{} is not among the criteria; it is added to them{hint}", quoted(text))
            });
        }
        Some(self.criteria.add(None, name))
    }

    fn chosen(&mut self, node: &'n Node<'n>, alternatives: &[Alternative]) -> Option<AlternativeId> {
        let id = self.checker.text(node)?;
        let found = alternatives.iter().position(|alternative| alternative.id == id);
        if found.is_none() {
            self.checker.report(node, || {
                let hint = suggestion(id, alternatives.iter().map(|alternative| alternative.id.as_str()));
                format!("there is no alternative with the id {}{hint}", quoted(id))
            });
        }
        found.map(AlternativeId)
    }

    fn presets(&mut self, node: &'n Node<'n>, comparison: &Comparison) -> Vec<Preset> {
        let nodes = self.checker.list(node, MOST_PRESETS, "presets");
        let mut siblings = Siblings::new("preset");
        let parts = self.parts(nodes, &mut siblings, |checker, node| checker.fields(node, "Preset", PRESET));
        let mut presets = Vec::new();
        for Part { fields, id, .. } in parts {
            let Some(fields) = fields else { continue };
            let name = self.own_name(&fields, &mut siblings);
            let mut preset = Preset {
                id: siblings.id(id, &name),
                name,
                summary: self.optional_text(&fields, "summary"),
                weights: Vec::new(),
                claim_weights: Vec::new(),
                others: fields.optional("others").and_then(|node| self.weight(node)),
            };
            if let Some(node) = self.checker.required(&fields, "weights") {
                self.weights(node, &mut preset, comparison);
            }
            presets.push(preset);
        }
        presets
    }

    /// The weights of a preset, by criterion or by the full id of a claim.
    fn weights(&mut self, node: &'n Node<'n>, preset: &mut Preset, comparison: &Comparison) {
        let mut weighed = BTreeSet::new();
        for (key, key_node, value) in self.checker.entries(node) {
            let weight = self.weight(value);
            let Some(key) = key else { continue };
            match (self.criteria.called(key), comparison.claim_with_id(key)) {
                (Some(criterion), _) if !weighed.insert(criterion.0) => {
                    self.checker.report(key_node, || format!("the criterion {} is given twice", quoted(key)));
                }
                (Some(criterion), _) => preset.weights.extend(weight.map(|weight| (criterion, weight))),
                (None, Some(claim)) => preset.claim_weights.extend(weight.map(|weight| (claim, weight))),
                (None, None) if key.contains('/') => self.checker.report(key_node, || {
                    let ids = comparison.claims().map(|(claim, _)| comparison.full_id(claim));
                    let hint = suggestion(key, ids);
                    format!("there is no claim {}{hint}", quoted(key))
                }),
                (None, None) => self.checker.report(key_node, || {
                    let hint = suggestion(key, self.criteria.words());
                    format!("there is no criterion {}{hint}", quoted(key))
                }),
            }
        }
    }

    fn weight(&mut self, node: &Node<'_>) -> Option<Weight> {
        self.checker.number(node, 0..=Weight::MOST).and_then(Weight::new)
    }

    fn optional_text(&mut self, fields: &Fields<'n>, field: &str) -> SafeText {
        fields.optional(field).and_then(|node| self.checker.text_to_show(node)).unwrap_or_default()
    }

    /// Siblings with the ids that they say themselves. Only when all of these are known may others be derived.
    fn parts(
        &mut self,
        nodes: &'n [Node<'n>],
        siblings: &mut Siblings,
        fields: impl Fn(&mut Checker<'n>, &'n Node<'n>) -> Option<Fields<'n>>,
    ) -> Vec<Part<'n>> {
        let mut parts = Vec::new();
        for node in nodes {
            let fields = fields(&mut self.checker, node);
            let id = fields.as_ref().and_then(|fields| self.id(fields, siblings));
            parts.push(Part { node, fields, id });
        }
        parts
    }

    /// The id that a value says itself, which is no sibling's.
    fn id(&mut self, fields: &Fields<'n>, siblings: &mut Siblings) -> Option<&'n str> {
        let node = fields.optional("id")?;
        let id = self.checker.text(node)?;
        match siblings.take(id) {
            Ok(()) => return Some(id),
            Err(problem) => self.checker.report(node, || problem.to_string()),
        }
        None
    }

    /// The name of a value with siblings, each of which looks different.
    fn own_name(&mut self, fields: &Fields<'n>, siblings: &mut Siblings) -> SafeText {
        let Some(node) = self.checker.required(fields, "name") else { return SafeText::default() };
        let Some(name) = self.checker.name(node) else { return SafeText::default() };
        if !siblings.looks_new(&name) {
            self.report_look(node, &name);
        }
        name
    }

    fn report_look(&mut self, node: &Node<'_>, name: &str) {
        self.checker.report(node, || format!("{} looks like one that stands before it", quoted(name)));
    }

    /// The title of a claim. Two that look alike are no mistake, but worth a warning.
    fn own_title(&mut self, node: &Node<'_>, siblings: &mut Siblings) -> SafeText {
        let Some(title) = self.checker.title(node) else { return SafeText::default() };
        if !siblings.looks_new(&title) {
            let message = || format!("{} looks like one that stands before it", quoted(&title));
            self.checker.warnings.add(node.place.clone(), message);
        }
        title
    }
}
