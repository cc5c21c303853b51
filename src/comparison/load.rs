//! A comparison from the text of its RON file.

use super::{Alternative, Claim, Comparison, Criterion, MOST_ALTERNATIVES, Polarity, Preset};
use crate::ron_text::{Node, Problem, Reader, quoted, suggestion};
use crate::shown::Shown;
use crate::weight::Weight;

/// The format of comparison files that this program reads.
const FORMAT: u8 = 1;

/// The most claims of one comparison.
const MOST_CLAIMS: usize = 10_000;

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
    /// All problems of the file in its order; a syntax error ends the list.
    pub fn from_ron(text: &str) -> Result<Self, Vec<Problem>> {
        Self::check_ron(text).map(|(comparison, _)| comparison)
    }

    /// Reads a comparison file and lists the characters in it that are shown as something else.
    ///
    /// # Errors
    /// As [`Self::from_ron`].
    pub fn check_ron(text: &str) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        let (mut reader, node) = Reader::open(text, "Comparison")?;
        let comparison = read(&mut reader, node);
        reader.finish(comparison)
    }
}

fn read<'a>(reader: &mut Reader<'a>, node: Node<'a>) -> Option<Comparison> {
    let fields = reader.fields(node, "Comparison", COMPARISON)?;
    if let Some(format) = reader.required(&fields, "format") {
        reader.format(format, FORMAT)?;
    }
    let id = reader.required(&fields, "id").and_then(|node| id(reader, node));
    let title = reader.required(&fields, "title").and_then(|node| reader.shown_line(node));
    let summary = optional_text(reader, fields.optional("summary"));
    let source = fields.optional("source").and_then(|node| reader.shown_line(node));
    let criteria = fields.get("criteria").map_or_else(Vec::new, |node| criteria(reader, node));
    let mut claims = Vec::new();
    let alternatives = reader
        .required(&fields, "alternatives")
        .map_or_else(Vec::new, |node| alternatives(reader, node, &criteria, &mut claims));
    if claims.len() > MOST_CLAIMS {
        let message = format!("a comparison has at most {MOST_CLAIMS} claims, this one has {}", claims.len());
        reader.report(node.span(), message);
    }
    let presets = fields.get("presets").map_or_else(Vec::new, |node| presets(reader, node, &criteria));
    Some(Comparison { id: id?, title: title?, summary, source, criteria, alternatives, claims, presets })
}

fn criteria<'a>(reader: &mut Reader<'a>, node: Node<'a>) -> Vec<Criterion> {
    let mut ids = Ids::default();
    let mut criteria = Vec::new();
    for node in reader.list(node) {
        let Some(fields) = reader.fields(node, "Criterion", CRITERION) else { continue };
        let id = reader.required(&fields, "id").and_then(|node| ids.take(reader, node));
        let name = reader.required(&fields, "name").and_then(|node| reader.shown_line(node));
        // A criterion whose name is wrong still has its id, so that claims on it raise no second problem.
        if let Some(id) = id {
            criteria.push(Criterion { id, name: name.unwrap_or_default() });
        }
    }
    criteria
}

fn alternatives<'a>(
    reader: &mut Reader<'a>,
    node: Node<'a>,
    criteria: &[Criterion],
    all: &mut Vec<Claim>,
) -> Vec<Alternative> {
    let nodes = reader.list(node);
    if !(2..=MOST_ALTERNATIVES).contains(&nodes.len()) {
        let message =
            format!("a comparison has 2 to {MOST_ALTERNATIVES} alternatives, this one has {}", nodes.len());
        reader.report(node.span(), message);
    }
    let mut ids = Ids::default();
    let mut alternatives = Vec::new();
    for (alternative, node) in nodes.into_iter().enumerate() {
        let Some(fields) = reader.fields(node, "Alternative", ALTERNATIVE) else { continue };
        let id = reader.required(&fields, "id").and_then(|node| ids.take(reader, node));
        let name = reader.required(&fields, "name").and_then(|node| reader.shown_line(node));
        let summary = optional_text(reader, fields.optional("summary"));
        let mut claim_ids = Ids::default();
        let mut claims_of = |reader: &mut Reader<'a>, field, polarity| {
            let start = all.len();
            for node in reader.required(&fields, field).map_or_else(Vec::new, |node| reader.list(node)) {
                let claim = claim(reader, node, criteria, &mut claim_ids);
                all.extend(claim.map(|claim| Claim { alternative, polarity, ..claim }));
            }
            start..all.len()
        };
        let pros = claims_of(reader, "pros", Polarity::Pro);
        let cons = claims_of(reader, "cons", Polarity::Con);
        if let (Some(id), Some(name)) = (id, name) {
            alternatives.push(Alternative { id, name, summary, pros, cons });
        }
    }
    alternatives
}

/// A claim as its own fields tell it: its place among the alternatives is the caller's to fill in.
fn claim<'a>(
    reader: &mut Reader<'a>,
    node: Node<'a>,
    criteria: &[Criterion],
    ids: &mut Ids,
) -> Option<Claim> {
    let fields = reader.fields(node, "Claim", CLAIM)?;
    let id = reader.required(&fields, "id").and_then(|node| ids.take(reader, node));
    let title = reader.required(&fields, "title").and_then(|node| reader.shown_line(node));
    let criterion = fields.optional("criterion").and_then(|node| {
        let id = reader.text(node)?;
        known_criterion(reader, node, &id, criteria)
    });
    let detail = optional_text(reader, fields.optional("detail"));
    Some(Claim { id: id?, title: title?, detail, alternative: 0, polarity: Polarity::Pro, criterion })
}

fn presets<'a>(reader: &mut Reader<'a>, node: Node<'a>, criteria: &[Criterion]) -> Vec<Preset> {
    let mut ids = Ids::default();
    let mut presets = Vec::new();
    for node in reader.list(node) {
        let Some(fields) = reader.fields(node, "Preset", PRESET) else { continue };
        let id = reader.required(&fields, "id").and_then(|node| ids.take(reader, node));
        let name = reader.required(&fields, "name").and_then(|node| reader.shown_line(node));
        let summary = optional_text(reader, fields.optional("summary"));
        let entries = reader.required(&fields, "weights").map_or_else(Vec::new, |node| reader.entries(node));
        let mut weights = Vec::new();
        for (key, key_node, value) in entries {
            let criterion = key.and_then(|key| known_criterion(reader, key_node, &key, criteria));
            let weight = weight(reader, value);
            weights.extend(criterion.zip(weight));
        }
        let others = fields.optional("others").and_then(|node| weight(reader, node));
        if let (Some(id), Some(name)) = (id, name) {
            presets.push(Preset { id, name, summary, weights, others });
        }
    }
    presets
}

fn weight<'a>(reader: &mut Reader<'a>, node: Node<'a>) -> Option<Weight> {
    reader.number(node, 0..=Weight::MOST).and_then(Weight::new)
}

fn known_criterion<'a>(
    reader: &mut Reader<'a>,
    node: Node<'a>,
    id: &str,
    criteria: &[Criterion],
) -> Option<usize> {
    let found = criteria.iter().position(|criterion| criterion.id == id);
    if found.is_none() {
        let hint = suggestion(id, criteria.iter().map(|criterion| criterion.id.as_str()));
        reader.report(node.span(), format!("there is no criterion with the id {}{hint}", quoted(id)));
    }
    found
}

fn optional_text<'a>(reader: &mut Reader<'a>, node: Option<Node<'a>>) -> Shown {
    node.and_then(|node| reader.shown_text(node)).unwrap_or_default()
}

fn id<'a>(reader: &mut Reader<'a>, node: Node<'a>) -> Option<String> {
    let id = reader.text(node)?;
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if (1..=ID_LIMIT).contains(&id.len()) && id.bytes().all(allowed) {
        return Some(id);
    }
    let message = format!("an id is 1 to {ID_LIMIT} of a-z, 0-9 and -, and {} is not", quoted(&id));
    reader.report(node.span(), message);
    None
}

/// The ids among siblings, each of which may occur once.
#[derive(Default)]
struct Ids(std::collections::BTreeSet<String>);

impl Ids {
    fn take<'a>(&mut self, reader: &mut Reader<'a>, node: Node<'a>) -> Option<String> {
        let id = id(reader, node)?;
        if self.0.insert(id.clone()) {
            return Some(id);
        }
        reader.report(node.span(), format!("the id {} is taken already", quoted(&id)));
        None
    }
}
