//! Places of a text at which it becomes another text.

use crate::order;
use crate::tree::Place;

/// One place, and what stands there afterwards.
#[derive(Clone, Debug)]
pub(super) struct Cut {
    place: Place,
    text: String,
}

impl Cut {
    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self { place: at..at, text: text.into() }
    }

    pub(super) fn remove(place: Place) -> Self {
        Self { place, text: String::new() }
    }

    pub(super) fn replace(place: Place, text: impl Into<String>) -> Self {
        Self { place, text: text.into() }
    }
}

/// A text with all cuts made; none if two of them are in each other's way.
///
/// Of several insertions at one place the first one comes first.
pub(super) fn cut(source: &str, mut cuts: Vec<Cut>) -> Option<String> {
    order::by_key(&mut cuts, |cut| (cut.place.start, cut.place.end));
    let mut text = String::with_capacity(source.len() + cuts.iter().map(|cut| cut.text.len()).sum::<usize>());
    let mut at = 0;
    for cut in cuts {
        text.push_str(source.get(at..cut.place.start)?);
        text.push_str(&cut.text);
        at = cut.place.end;
    }
    text.push_str(source.get(at..)?);
    Some(text)
}
