//! Parts of a tree by their names.

use crate::tree::{Field, Node, Value};

/// The fields of a group; none of anything else.
pub(super) fn fields<'n>(node: &'n Node<'n>) -> &'n [Field<'n>] {
    if let Value::Group(_, fields) = &node.value { fields } else { &[] }
}

/// A field of a group.
pub(super) fn field<'n>(node: &'n Node<'n>, name: &str) -> Option<&'n Field<'n>> {
    fields(node).iter().find(|field| field.name == name)
}

/// The items of a list that is a field of a group; none where it is left out.
pub(super) fn list<'n>(node: &'n Node<'n>, name: &str) -> &'n [Node<'n>] {
    field(node, name)
        .and_then(|field| if let Value::List(items) = &field.node.value { Some(&**items) } else { None })
        .unwrap_or_default()
}

/// The text that a field says, in `Some(...)` or not.
pub(super) fn text<'n>(node: &'n Node<'n>, name: &str) -> Option<&'n str> {
    let node = inner(&field(node, name)?.node);
    if let Value::Text(text) = &node.value { Some(&text.text) } else { None }
}

/// What is in `Some(...)`, else the value itself.
pub(super) fn inner<'n>(node: &'n Node<'n>) -> &'n Node<'n> {
    if let Value::Some(inner) = &node.value { inner } else { node }
}
