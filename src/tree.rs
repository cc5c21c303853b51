//! What a file says, as a plain tree in which every value keeps its place.
//!
//! Readers, such as [`crate::ron_text`], make it from a text and know nothing but the syntax of that text. What the
//! values must be is checked in one place for all kinds of files: [`crate::comparison`] and [`crate::profile`] ask a
//! `Checker` for one part after the other.

mod checker;
mod fault;

use std::borrow::Cow;
use std::ops::Range;

pub(crate) use checker::{Checker, Fields, NAME_LIMIT, TEXT_LIMIT, TITLE_LIMIT};
pub use fault::{Fault, Faults};

/// Where something stands in a text, in bytes.
pub type Place = Range<usize>;

/// A whole text and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree<'t> {
    /// The text that was read; every place lies in it.
    pub source: &'t str,
    /// The one value that it holds.
    pub root: Node<'t>,
}

/// One value and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node<'t> {
    /// Without the white space and the comments around it.
    pub place: Place,
    /// What stands there.
    pub value: Value<'t>,
}

/// What a value can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'t> {
    /// A text in quotes.
    Text(Text<'t>),
    /// A whole number from 0.
    Whole(u64),
    /// `true` or `false`.
    Bool(bool),
    /// A bare name, such as `EveryClaim`.
    Name(&'t str),
    /// Something said to be there.
    Some(Box<Node<'t>>),
    /// Something said to be left out.
    None,
    /// A list.
    List(Vec<Node<'t>>),
    /// Keys and values.
    Map(Vec<(Node<'t>, Node<'t>)>),
    /// Named fields, with the name of the whole if it has one.
    Group(Option<&'t str>, Vec<Field<'t>>),
    /// Values in parentheses without names, with the name of the whole if it has one.
    Tuple(Option<&'t str>, Vec<Node<'t>>),
    /// What no field of ours can be: a fraction, a number below 0, a character, bytes, a range.
    Other,
}

/// A named value of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'t> {
    /// What it is called.
    pub name: &'t str,
    /// Where the name stands.
    pub place: Place,
    /// What it is.
    pub node: Node<'t>,
}

/// A text, which knows where each of its characters was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<'t> {
    /// The text itself.
    pub text: Cow<'t, str>,
    /// Where its first character stands.
    pub(crate) start: usize,
    /// Where an escape made text and source part: a place in the text, and the same in the source, in order.
    pub(crate) escapes: Vec<(usize, usize)>,
}

impl Text<'_> {
    /// Where a character of the text, given by its place in it, was written.
    #[must_use]
    pub fn written_at(&self, at: usize) -> usize {
        let before = self.escapes.partition_point(|(inside, _)| *inside <= at);
        let (inside, written) =
            before.checked_sub(1).and_then(|i| self.escapes.get(i)).map_or((0, self.start), |pair| *pair);
        written + (at - inside)
    }
}
