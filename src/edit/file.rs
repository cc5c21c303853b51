//! A comparison and the places of its parts in its file.

use super::Refusal;
use super::cut::Cut;
use super::items::Items;
use super::node::{field, fields, inner, list, text};
use crate::comparison::{ALTERNATIVE, AlternativeId, CLAIM, ClaimId, Comparison, Polarity};
use crate::ron_text::literal;
use crate::tree::{Node, Place, Tree, Value};

/// A comparison and its file, part by part.
#[derive(Debug)]
pub(super) struct File<'n> {
    pub(super) text: &'n str,
    pub(super) root: &'n Node<'n>,
    pub(super) comparison: &'n Comparison,
    claims: Vec<&'n Node<'n>>,
}

/// The field that lists the claims of a side.
pub(super) fn side(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Pro => "pros",
        Polarity::Con => "cons",
    }
}

impl<'n> File<'n> {
    /// # Errors
    /// If it is not the file of this comparison.
    pub(super) fn new(tree: &'n Tree<'n>, comparison: &'n Comparison) -> Result<Self, Refusal> {
        let root = &tree.root;
        let alternatives = list(root, "alternatives");
        let sides = alternatives.iter().flat_map(|node| [list(node, "pros"), list(node, "cons")]);
        let file = Self { text: tree.source, root, comparison, claims: sides.flatten().collect() };
        let is_it = file.claims.len() == comparison.claims().len()
            && alternatives.len() == comparison.alternatives().len()
            && list(root, "criteria").len() <= comparison.criteria().len();
        if is_it { Ok(file) } else { Err(Refusal::OtherText) }
    }

    pub(super) fn claim(&self, ClaimId(place): ClaimId) -> Result<&'n Node<'n>, Refusal> {
        self.claims.get(place).copied().ok_or(Refusal::OtherText)
    }

    pub(super) fn alternative(&self, AlternativeId(place): AlternativeId) -> Result<&'n Node<'n>, Refusal> {
        list(self.root, "alternatives").get(place).ok_or(Refusal::OtherText)
    }

    /// How many claims come before those of an alternative.
    pub(super) fn claims_before(&self, AlternativeId(place): AlternativeId) -> usize {
        self.comparison.alternatives().take(place).map(|(_, before)| before.claims().len()).sum()
    }

    /// The items of a field that is a list or a map; none where it is left out.
    pub(super) fn items(&self, node: &Node<'_>, name: &str) -> Option<Items<'n>> {
        field(node, name).and_then(|field| Items::of(self.text, &field.node))
    }

    /// The id that a claim or another part says itself.
    pub(super) fn said_id(node: &'n Node<'n>) -> Option<&'n str> {
        text(node, "id")
    }

    /// A field of a claim with another text.
    pub(super) fn set_of_claim(&self, claim: &Node<'_>, name: &str, shown: &str) -> Vec<Cut> {
        if !matches!(claim.value, Value::Text(_)) {
            return self.set(claim, CLAIM, name, shown);
        }
        let Place { start, end } = claim.place;
        let shown = literal(shown);
        match name {
            "title" => vec![Cut::replace(start..end, shown)],
            "id" => {
                vec![Cut::insert(start, format!("(id: {shown}, title: ")), Cut::insert(end, ")")]
            }
            _ => vec![Cut::insert(start, "(title: "), Cut::insert(end, format!(", {name}: {shown})"))],
        }
    }

    /// A field of an alternative with another text.
    pub(super) fn set_of_alternative(&self, alternative: &Node<'_>, name: &str, shown: &str) -> Vec<Cut> {
        self.set(alternative, ALTERNATIVE, name, shown)
    }

    /// A field of a group with another text.
    pub(super) fn set(&self, group: &Node<'_>, order: &[&str], name: &str, shown: &str) -> Vec<Cut> {
        match field(group, name) {
            Some(field) => vec![Cut::replace(inner(&field.node).place.clone(), literal(shown))],
            None => self.add_field(group, order, name, &literal(shown)),
        }
    }

    /// A field that a group does not have yet, behind those that usually come before it; an id before the name.
    pub(super) fn add_field(&self, group: &Node<'_>, order: &[&str], name: &str, value: &str) -> Vec<Cut> {
        let place = |name: &str| order.iter().position(|known| *known == name);
        let fields = fields(group);
        let at = if name == "id" {
            fields.iter().position(|field| ["name", "title"].contains(&field.name)).unwrap_or(0)
        } else {
            fields.iter().rposition(|field| place(field.name) < place(name)).map_or(0, |before| before + 1)
        };
        let item = format!("{name}: {value}");
        let items = Items::of(self.text, group);
        items.map_or_else(Vec::new, |items| items.insert(at, &item))
    }

    /// A group without a field.
    pub(super) fn remove_field(&self, group: &Node<'_>, name: &str) -> Vec<Cut> {
        let place = fields(group).iter().position(|field| field.name == name);
        let items = Items::of(self.text, group);
        items.zip(place).map_or_else(Vec::new, |(items, place)| items.remove(|item| item == place))
    }
}
