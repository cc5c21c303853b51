//! Lists put in order, by one sort for lists of all kinds: the library's own is compiled anew for each, at up to nine
//! kilobytes.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Puts a list in the order of its keys; those alike stay as they were.
pub(crate) fn by_key<T, K: Ord>(items: &mut Vec<T>, mut key: impl FnMut(&T) -> K) {
    by(items, |one, other| key(one).cmp(&key(other)));
}

/// Puts a list in order; those alike stay as they were.
pub(crate) fn by<T>(items: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    let places = places(items.len(), &mut |one, other| compare(&items[one], &items[other]));
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places.into_iter().filter_map(|place| taken[place].take()));
}

/// All of them as a set. Where a set is collected, they are sorted first.
pub(crate) fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

/// All of them as a map; of those with the same key the last. Where a map is collected, they are sorted first.
pub(crate) fn map<K: Ord, V>(items: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(items);
    map
}

/// The places of so many things in order.
fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_alike_stay_as_they_were() {
        let mut words = vec!["ccc", "a", "bb", "b", "aaa"];
        by_key(&mut words, |word| word.len());
        assert_eq!(words, ["a", "b", "bb", "ccc", "aaa"]);
        by(&mut words, |one, other| other.cmp(one));
        assert_eq!(words, ["ccc", "bb", "b", "aaa", "a"]);
        by_key(&mut Vec::<u8>::new(), |number| *number);
    }
}
