//! Words that are looked for in texts, however they are written: case and accents do not matter.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::order;

/// Words that are looked for, each of which must occur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search(Vec<String>);

impl Search {
    /// Looks for all words of a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(fold(text).split_whitespace().map(str::to_owned).collect())
    }

    /// Whether nothing is looked for, which is everywhere.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every word occurs in a text that was folded.
    #[must_use]
    pub fn finds(&self, folded: &str) -> bool {
        self.0.iter().all(|word| folded.contains(word))
    }

    /// The parts of a text in which a word occurs, in bytes, in order and apart from each other.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        // Each folded character comes from one that is written; marks over it go with it.
        let mut folded = String::new();
        let mut from = Vec::new();
        for (at, c) in text.char_indices() {
            let before = folded.len();
            fold_into(c, &mut folded);
            from.resize(from.len() + folded.len() - before, at);
        }
        let end = |folded_end: usize| {
            let last = folded_end.checked_sub(1).and_then(|last| from.get(last)).copied().unwrap_or(0);
            let rest = text[last..].char_indices().skip(1).find(|(_, c)| !is_combining_mark(*c));
            rest.map_or(text.len(), |(length, _)| last + length)
        };
        let mut marks: Vec<Range<usize>> = Vec::new();
        for word in &self.0 {
            let places = folded.match_indices(word.as_str());
            marks.extend(places.map(|(at, _)| from[at]..end(at + word.len())));
        }
        order::by_key(&mut marks, |mark| mark.start);
        let mut joined: Vec<Range<usize>> = Vec::new();
        for mark in marks {
            match joined.last_mut() {
                Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
                Some(_) | None => joined.push(mark),
            }
        }
        joined
    }
}

/// A text in lower case and without accents.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_into(c, &mut folded));
    folded
}

fn fold_into(c: char, folded: &mut String) {
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
        return;
    }
    for c in c.to_lowercase().nfkd().filter(|c| !is_combining_mark(*c)) {
        // These are letters of their own, which people look for by those on their keys.
        match c {
            '\u{df}' => folded.push_str("ss"),
            '\u{e6}' => folded.push_str("ae"),
            '\u{153}' => folded.push_str("oe"),
            '\u{f8}' => folded.push('o'),
            '\u{142}' => folded.push('l'),
            '\u{111}' => folded.push('d'),
            '\u{131}' => folded.push('i'),
            c => folded.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(search: &str, text: &str) -> Vec<String> {
        Search::new(search).marks(text).into_iter().map(|mark| text[mark].to_owned()).collect()
    }

    #[test]
    fn case_and_accents_do_not_matter_on_either_side() {
        for (search, text, expected) in [
            ("UNI", "Uniqueness", "Uni"),
            ("creme", "Cr\u{e8}me", "Cr\u{e8}me"),
            ("cr\u{e8}me", "creme", "creme"),
            ("cre\u{300}me", "CR\u{c8}ME", "CR\u{c8}ME"),
            ("me", "cre\u{300}me\u{301}!", "me\u{301}"),
            ("r", "cr\u{301}e\u{300}", "r\u{301}"),
            ("\u{8f2a}", "\u{6307}\u{8f2a}", "\u{8f2a}"),
            ("\u{130}stanbul", "istanbul", "istanbul"),
            ("\u{1100}", "\u{ac00}", "\u{ac00}"),
            ("gross", "GRO\u{df}", "GRO\u{df}"),
            ("gro\u{df}", "gross", "gross"),
            ("lodz", "\u{141}\u{f3}d\u{17a}", "\u{141}\u{f3}d\u{17a}"),
            ("fish", "\u{fb01}sh", "\u{fb01}sh"),
            ("aeg", "\u{c6}gir", "\u{c6}g"),
        ] {
            assert!(Search::new(search).finds(&fold(text)), "{search} in {text}");
            assert_eq!(marked(search, text), [expected], "{search} in {text}");
        }
    }

    #[test]
    fn every_word_must_occur_in_any_order() {
        let search = Search::new("  price  high ");
        assert!(search.finds(&fold("A higher price")));
        assert!(!search.finds(&fold("A price")));
        assert_eq!(marked("price high", "A higher price, a high one"), ["high", "price", "high"]);
    }

    #[test]
    fn what_overlaps_is_marked_once() {
        assert_eq!(marked("abc bcd", "xabcdx"), ["abcd"]);
        assert_eq!(marked("ab cd", "abcd"), ["abcd"]);
    }

    #[test]
    fn nothing_is_everywhere() {
        for nothing in ["", "  ", "\u{301}"] {
            let search = Search::new(nothing);
            assert!(search.is_empty() && search.finds("") && search.marks("text").is_empty(), "{nothing:?}");
        }
    }
}
