//! Items between brackets, each with the comma and the comments that belong to it.
//!
//! A comment behind an item on its line belongs to it, and one above it does; so each line goes with one item:
//!
//! ```text
//! [ // of the list
//!     // of a
//!     "a", // of a
//!     "b", "c",
//!     // of the list
//! ]
//! ```

use super::cut::Cut;
use super::layout::{Rows, below, indent_unit};
use crate::ron_text::{after_blanks, after_comment, after_white};
use crate::tree::{Node, Place, Value};

/// The items of a list, the fields of a group or the entries of a map.
#[derive(Debug)]
pub(super) struct Items<'t> {
    text: &'t str,
    /// Between the brackets.
    pub(super) inside: Place,
    pub(super) places: Vec<Place>,
}

/// Where what belongs to one item ends and what belongs to the next one begins.
#[derive(Clone, Copy, Debug)]
struct Border {
    at: usize,
    /// The comma between the two, which may stand on either side of the border.
    comma: Option<usize>,
    /// Whether a line ends here.
    ends_line: bool,
}

impl<'t> Items<'t> {
    /// None if a node has no items.
    pub(super) fn of(text: &'t str, node: &Node<'_>) -> Option<Self> {
        let Place { start, end } = node.place;
        let (open, places) = match &node.value {
            Value::List(nodes) => (start, nodes.iter().map(|node| node.place.clone()).collect()),
            Value::Map(entries) => {
                (start, entries.iter().map(|(key, value)| key.place.start..value.place.end).collect())
            }
            Value::Group(name, fields) => {
                let raw = if text[start..].starts_with("r#") { 2 } else { 0 };
                let open = name.map_or(start, |name| after_blanks(text, start + raw + name.len()));
                (open, fields.iter().map(|field| field.place.start..field.node.place.end).collect())
            }
            Value::Text(_)
            | Value::Whole(_)
            | Value::Bool(_)
            | Value::Name(_)
            | Value::Some(_)
            | Value::None
            | Value::Tuple(..)
            | Value::Other => return None,
        };
        Some(Self { text, inside: open + 1..end - 1, places })
    }

    /// Whether the first item stands on a line below the bracket.
    pub(super) fn by_line(&self) -> bool {
        !self.places.is_empty() && self.border(0).ends_line
    }

    /// Whether a comma follows the last item.
    pub(super) fn has_last_comma(&self) -> bool {
        !self.places.is_empty() && self.border(self.places.len()).comma.is_some()
    }

    /// The border before an item, or behind the last one.
    fn border(&self, before: usize) -> Border {
        let start = before.checked_sub(1).map_or(self.inside.start, |item| self.places[item].end);
        let end = self.places.get(before).map_or(self.inside.end, |place| place.start);
        let comma = Some(after_blanks(self.text, start)).filter(|at| *at < end && before > 0);
        let is_last = before == self.places.len();
        match (self.line_end(start..end), comma) {
            // A comma in a line below that no item follows.
            (Some(line_end), Some(comma)) if is_last && comma > line_end => {
                Border { at: comma + 1, comma: Some(comma), ends_line: false }
            }
            (Some(at), comma) => Border { at, comma, ends_line: true },
            (None, comma) if is_last => Border { at: self.after_last(start), comma, ends_line: false },
            (None, comma) => Border { at: comma.map_or(start, |comma| comma + 1), comma, ends_line: false },
        }
    }

    /// Where the first line ends in a place without values.
    fn line_end(&self, place: Place) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = place.start;
        while at < place.end {
            if bytes[at] == b'\n' {
                let with_return = at > place.start && bytes[at - 1] == b'\r';
                return Some(if with_return { at - 1 } else { at });
            }
            at = after_comment(self.text, at).unwrap_or(at + 1);
        }
        None
    }

    /// Where the last comment or comma ends that follows an item.
    fn after_last(&self, item_end: usize) -> usize {
        let mut at = item_end;
        loop {
            let next = after_white(self.text, at);
            if next >= self.inside.end {
                return at;
            }
            at = after_comment(self.text, next).unwrap_or(next + 1);
        }
    }

    /// One more item before another, or behind the last one, laid out as its neighbors are.
    pub(super) fn insert(&self, before: usize, item: &str) -> Vec<Cut> {
        let Some(next) = self.places.get(before) else { return self.push(item) };
        let border = self.border(before);
        let (at, text) = match border.comma {
            Some(comma) if border.ends_line && comma > border.at => {
                (border.at, format!("{}, {item}", below(self.text, comma)))
            }
            _ if border.ends_line => (border.at, format!("{}{item},", below(self.text, next.start))),
            Some(_) => (border.at, format!("{}{item},", self.white_at(border.at))),
            None => (after_white(self.text, border.at), format!("{item}, ")),
        };
        vec![Cut::insert(at, text)]
    }

    /// One more item behind the last one.
    fn push(&self, item: &str) -> Vec<Cut> {
        let (Some(before), Some(last)) = (self.places.len().checked_sub(1), self.places.last()) else {
            return self.fill(&[item.to_owned()], Rows::One);
        };
        let (border, model) = (self.border(before + 1), self.border(before));
        // What follows a comment in // in its line would be part of it, and what follows one behind a comma its owner.
        let has_comment = match border.comma {
            Some(comma) => !self.is_white(comma + 1..border.at),
            None => self.text[last.end..border.at].contains("//"),
        };
        if model.ends_line || has_comment {
            let leads = model.comma.filter(|comma| *comma > model.at);
            return match (border.comma, leads) {
                (Some(_), _) => {
                    vec![Cut::insert(border.at, format!("{}{item},", below(self.text, last.start)))]
                }
                (None, Some(comma)) => {
                    vec![Cut::insert(border.at, format!("{}, {item}", below(self.text, comma)))]
                }
                (None, None) => {
                    let line = format!("{}{item}", below(self.text, last.start));
                    vec![Cut::insert(last.end, ","), Cut::insert(border.at, line)]
                }
            };
        }
        let white = if before == 0 { " " } else { self.white_at(model.at) };
        vec![Cut::insert(
            border.at,
            match border.comma {
                Some(_) => format!("{white}{item},"),
                None => format!(",{white}{item}"),
            },
        )]
    }

    /// Some more items behind the last one; if they are the first ones, in these rows.
    pub(super) fn push_all(&self, items: &[String], rows: Rows) -> Vec<Cut> {
        match self.places.last() {
            Some(last) if self.by_line() => {
                self.push(&items.join(&format!(",{}", below(self.text, last.start))))
            }
            Some(_) => self.push(&items.join(", ")),
            None => self.fill(items, rows),
        }
    }

    /// The first items.
    fn fill(&self, items: &[String], rows: Rows) -> Vec<Cut> {
        let Place { start, end } = self.inside;
        if let Some(line_end) = self.line_end(start..end) {
            let line = format!("{}{}", below(self.text, end), indent_unit(self.text));
            return vec![Cut::insert(line_end, format!("{line}{},", items.join(&format!(",{line}"))))];
        }
        let at = self.after_last(start);
        let inside = rows.inside(self.text, start, items);
        let space = if at > start && rows == Rows::One { " " } else { "" };
        vec![Cut::replace(at..end, format!("{space}{inside}"))]
    }

    /// What removes some of the items, with what belongs to them.
    pub(super) fn remove(&self, goes: impl Fn(usize) -> bool) -> Vec<Cut> {
        let count = self.places.len();
        let mut cuts = Vec::new();
        let mut before = 0;
        while before < count {
            if goes(before) {
                let behind = (before..count).find(|item| !goes(*item)).unwrap_or(count);
                cuts.extend(self.remove_run(before, behind));
                before = behind;
            }
            before += 1;
        }
        cuts
    }

    /// What removes the items from one on to before another; that one, if there is one, stays.
    fn remove_run(&self, first: usize, behind: usize) -> Vec<Cut> {
        let (from, to) = (self.border(first), self.border(behind));
        let is_last = behind == self.places.len();
        let mut place = from.at..to.at;
        if first == 0
            && is_last
            && self.is_white(self.inside.start..from.at)
            && self.is_white(to.at..self.inside.end)
        {
            return vec![Cut::remove(self.inside.clone())];
        }
        // What follows in the same line takes the place of what goes; so it does behind a comment in //.
        let start = first.checked_sub(1).map_or(self.inside.start, |before| self.places[before].end);
        let is_first_in_line = !is_last && (first == 0 || from.ends_line);
        let joins_comment = from.ends_line && self.text[start..from.at].contains("//");
        if !to.ends_line && (is_first_in_line || joins_comment) {
            place = after_white(self.text, from.at)..after_white(self.text, to.at);
        }
        let stays = |comma: &usize| !place.contains(comma);
        let (comma_before, comma_behind) = (from.comma.filter(stays), to.comma.filter(stays));
        let wants_comma = first > 0 && (!is_last || to.comma.is_some());
        let mut cuts = match (comma_before, comma_behind) {
            (None, None) if wants_comma => vec![Cut::insert(self.places[first - 1].end, ",")],
            (Some(comma), None) if !wants_comma => vec![Cut::remove(comma..comma + 1)],
            (None, Some(comma)) if !wants_comma => {
                vec![Cut::remove(comma..after_white(self.text, comma + 1))]
            }
            (Some(_), Some(comma)) => vec![Cut::remove(comma..after_white(self.text, comma + 1))],
            (None | Some(_), None) | (None, Some(_)) => Vec::new(),
        };
        cuts.push(Cut::remove(place));
        cuts
    }

    fn white_at(&self, at: usize) -> &'t str {
        &self.text[at..after_white(self.text, at)]
    }

    fn is_white(&self, place: Place) -> bool {
        after_white(self.text, place.start) >= place.end
    }
}
