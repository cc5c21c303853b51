//! A record as a tree, whose places are those in the source.

use std::collections::BTreeSet;

use super::{Choice, Reason, Record};
use crate::comparison::{AS_GIVEN, ids};
use crate::import::words::Words;
use crate::safe_text::SafeText;
use crate::tree::{Field, Node, Tree, Value};

/// How much of a record is put into a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Parts {
    /// What is compared.
    Options,
    /// What refers to that too.
    All,
}

impl Record {
    /// As a tree, whose places are those in the source.
    pub(in crate::import) fn tree<'t>(&self, source: &'t str, parts: Parts) -> Tree<'t> {
        let names: Vec<SafeText> =
            self.options.iter().map(|choice| SafeText::line(&choice.name.text)).collect();
        let ids = ids("alternative", names.iter().map(|name| (None, name)));
        let mut fields =
            vec![field("format", node(0..1, Value::Whole(1))), field("title", self.title.node())];
        if !self.summary.is_empty() {
            fields.push(field("summary", self.summary.node()));
        }
        if let Some(name) = &self.source {
            fields.push(field("source", Words::at(name, 0).node()));
        }
        let criteria = self.criteria();
        if !criteria.is_empty() {
            let criteria = criteria.iter().map(|name| group(vec![field("name", name.node())]));
            fields.push(field("criteria", node(0..1, Value::List(criteria.collect()))));
        }
        let options = self.options.iter().map(Choice::node).collect();
        fields.push(field("alternatives", node(0..1, Value::List(options))));
        if parts == Parts::Options {
            return Tree { source, root: node(0..1, Value::Group(Some("Comparison"), fields)) };
        }
        fields
            .extend(self.preset(&ids).map(|preset| field("presets", node(0..1, Value::List(vec![preset])))));
        if let Some(id) = self.chosen.and_then(|chosen| ids.get(chosen)) {
            fields.push(field("chosen", some(Words::at(id, 0).node())));
        }
        Tree { source, root: node(0..1, Value::Group(Some("Comparison"), fields)) }
    }

    /// What reasons are about, each once.
    fn criteria(&self) -> Vec<&Words> {
        let mut seen = BTreeSet::new();
        let reasons = self.options.iter().flat_map(|choice| choice.pros.iter().chain(&choice.cons));
        let criteria = reasons.filter_map(|reason| reason.criterion.as_ref());
        criteria.filter(|words| seen.insert(SafeText::line(&words.text).look())).collect()
    }

    /// The weights, if there are any.
    fn preset<'t>(&self, ids_of_options: &[String]) -> Option<Node<'t>> {
        let mut weights = Vec::new();
        for (choice, id) in self.options.iter().zip(ids_of_options) {
            let reasons: Vec<&Reason> = choice.pros.iter().chain(&choice.cons).collect();
            let titles: Vec<SafeText> =
                reasons.iter().map(|reason| SafeText::line(&reason.title.text)).collect();
            let ids = ids("claim", titles.iter().map(|title| (None, title)));
            for (reason, claim) in reasons.iter().zip(ids) {
                let key = Words::at(&format!("{id}/{claim}"), reason.title.start()).node();
                let weight =
                    reason.weight.map(|weight| node(reason.title.place(), Value::Whole(weight.into())));
                weights.extend(weight.map(|weight| (key, weight)));
            }
        }
        let name = |text| Words::at(text, 0).node();
        let fields = || vec![field("id", name(AS_GIVEN)), field("name", name("As given"))];
        (!weights.is_empty()).then(|| {
            let mut fields = fields();
            fields.push(field("weights", node(0..1, Value::Map(weights))));
            group(fields)
        })
    }
}

impl Choice {
    fn node<'t>(&self) -> Node<'t> {
        let mut fields = vec![field("name", self.name.node())];
        let mut summary = self.summary.clone();
        for neutral in &self.neutral {
            summary.append("\n", &Words::at("Neutral: ", neutral.start()).before(neutral));
        }
        if !summary.is_empty() {
            fields.push(field("summary", summary.node()));
        }
        for (name, reasons) in [("pros", &self.pros), ("cons", &self.cons)] {
            let reasons = reasons.iter().map(Reason::node).collect();
            fields.push(field(name, node(self.name.place(), Value::List(reasons))));
        }
        node(self.name.place(), Value::Group(None, fields))
    }
}

impl Reason {
    fn node<'t>(&self) -> Node<'t> {
        if self.detail.is_empty() && self.criterion.is_none() {
            return self.title.node();
        }
        let mut fields = vec![field("title", self.title.node())];
        fields.extend(self.criterion.as_ref().map(|criterion| field("criterion", criterion.node())));
        if !self.detail.is_empty() {
            fields.push(field("detail", self.detail.node()));
        }
        node(self.title.place(), Value::Group(None, fields))
    }
}

fn node(place: std::ops::Range<usize>, value: Value<'_>) -> Node<'_> {
    Node { place, value }
}

fn some(inner: Node<'_>) -> Node<'_> {
    node(inner.place.clone(), Value::Some(Box::new(inner)))
}

fn group(fields: Vec<Field<'_>>) -> Node<'_> {
    node(0..1, Value::Group(None, fields))
}

fn field<'t>(name: &'static str, node: Node<'t>) -> Field<'t> {
    Field { name, place: node.place.clone(), node }
}
