//! What can be told of blocks by their shape alone.

use std::collections::BTreeSet;

use super::blocks::{Block, Item};
use super::headings::{Topic, topic};
use crate::import::sides::{self, Side, plain, signed};
use crate::import::words::Words;
use crate::order;

/// The longest line that may serve as a heading, in characters.
pub(super) const LABEL_LIMIT: usize = 120;

/// Bullets that Markdown does not know.
const BULLETS: [char; 3] = ['\u{2022}', '\u{25aa}', '\u{25e6}'];

/// How a document is written, as far as one line of it does not tell.
#[derive(Clone, Debug, Default)]
pub(super) struct Habits {
    /// Whether `+` and `-` as bullets tell sides.
    pub(super) bullets_tell: bool,
    /// Whether no heading is as high as the first one.
    pub(super) is_alone_on_top: bool,
    /// Lines in bold that stand there several times, as names are compared.
    pub(super) repeated: BTreeSet<String>,
}

impl Habits {
    pub(super) fn of(blocks: &[Block]) -> Self {
        Self {
            bullets_tell: bullets_tell(blocks),
            is_alone_on_top: is_alone_on_top(blocks),
            repeated: repeated(blocks),
        }
    }
}

/// Whether lists with `+` stand beside lists with `-` anywhere, so that these bullets tell sides.
pub(super) fn bullets_tell(blocks: &[Block]) -> bool {
    blocks.iter().enumerate().any(|(at, block)| match block {
        Block::List(items) => {
            are_opposite(items, blocks.get(at + 1)) || items.iter().any(|item| bullets_tell(&item.blocks))
        }
        Block::Heading(..) | Block::Paragraph(_) | Block::Table(_) | Block::Html(_) => false,
    })
}

/// A list in which the name of a side stands below a reason as if it went on with it, parted wherever that is so.
pub(super) fn parted(items: &[Item]) -> Option<Vec<Block>> {
    let (mut parts, mut current) = (Vec::new(), Vec::new());
    for item in items {
        let Some((head, label, tail)) = parted_item(item) else {
            current.push(item.clone());
            continue;
        };
        current.push(Item { blocks: head, ..item.clone() });
        parts.extend([Block::List(std::mem::take(&mut current)), Block::Paragraph(label)]);
        parts.extend(tail);
    }
    if parts.is_empty() {
        return None;
    }
    if !current.is_empty() {
        parts.push(Block::List(current));
    }
    Some(parts)
}

/// What stands in an item before the name of a side, that name, and what follows it.
fn parted_item(item: &Item) -> Option<(Vec<Block>, Words, Vec<Block>)> {
    let is_label = |words: &Words| {
        let is_side = matches!(topic(words), Topic::Side(_, None));
        let has_mark = words.text.trim_end().ends_with([':', '*', '_']) || words.is_all(&words.strong);
        let is_other = words.text.trim_end().ends_with(':') && words.text.split_whitespace().count() <= 3;
        is_other || is_side && (has_mark || words.text.trim().chars().all(char::is_alphabetic))
    };
    let (Block::Paragraph(first), rest) = item.blocks.split_first()? else { return None };
    let lines = first.lines();
    if let Some(before) = lines.iter().skip(1).position(is_label) {
        let joined = |lines: &[Words]| {
            let mut words = Words::default();
            for line in lines {
                words.append("\n", line);
            }
            words
        };
        let after = joined(&lines[before + 2..]);
        let after = (!after.is_empty()).then_some(Block::Paragraph(after));
        let tail = after.into_iter().chain(rest.iter().cloned()).collect();
        return Some((vec![Block::Paragraph(joined(&lines[..=before]))], lines[before + 1].clone(), tail));
    }
    let at = rest.iter().position(|block| matches!(block, Block::Paragraph(words) if is_label(words)))?;
    let Block::Paragraph(label) = &rest[at] else { return None };
    Some((item.blocks[..=at].to_vec(), label.clone(), rest[at + 1..].to_vec()))
}

/// Whether it is only the address of something.
pub(super) fn is_address(words: &Words) -> bool {
    words.text.contains("://") && !words.text.trim().contains(' ')
}

/// Whether the bullets of a list are signs of the one side, and those of the block beside it of the other.
pub(super) fn are_opposite(items: &[Item], beside: Option<&Block>) -> bool {
    let Some(Block::List(others)) = beside else { return false };
    let bullets = (items.first().map(|item| item.bullet), others.first().map(|item| item.bullet));
    matches!(bullets, (Some('+'), Some('-')) | (Some('-'), Some('+')))
}

/// Whether no heading is as high as the first one.
fn is_alone_on_top(blocks: &[Block]) -> bool {
    let mut levels = blocks.iter().filter_map(|block| match block {
        Block::Heading(level, _) => Some(*level),
        Block::Paragraph(_) | Block::List(_) | Block::Table(_) | Block::Html(_) => None,
    });
    levels.next().is_some_and(|first| levels.all(|level| level > first))
}

/// The lines in bold that stand there several times, as names are compared.
fn repeated(blocks: &[Block]) -> BTreeSet<String> {
    let (mut seen, mut repeated) = (BTreeSet::new(), BTreeSet::new());
    for block in blocks {
        let Block::Paragraph(words) = block else { continue };
        for line in words.lines().iter().filter(|line| line.is_all(&line.strong)) {
            let name = plain(&line.text);
            if !seen.insert(name.clone()) {
                repeated.insert(name);
            }
        }
    }
    repeated
}

/// Which paragraphs are names of options: single lines right above lists under one heading, where one of these lists tells
/// sides.
pub(super) fn bare_names(blocks: &[Block]) -> BTreeSet<usize> {
    let is_name = |at: usize| {
        let Block::Paragraph(words) = &blocks[at] else { return false };
        let text = words.text.trim();
        let is_line = !text.contains('\n')
            && text.chars().count() <= LABEL_LIMIT
            && !text.ends_with(['.', ':', '!', '?', ';']);
        let is_over = match blocks.get(at + 1) {
            Some(Block::List(_)) => true,
            Some(Block::Paragraph(next)) => {
                next.lines().first().is_some_and(|line| matches!(topic(line), Topic::Side(_, None)))
            }
            Some(Block::Heading(..) | Block::Table(_) | Block::Html(_)) | None => false,
        };
        is_line && topic(words) == Topic::Other && is_over
    };
    let mut names = BTreeSet::new();
    let mut under = Vec::new();
    for at in 0..=blocks.len() {
        if matches!(blocks.get(at), None | Some(Block::Heading(..))) {
            if under.len() > 1 && under.iter().any(|at: &usize| has_sides(&blocks[at + 1])) {
                names.extend(under.iter().copied());
            }
            under.clear();
        } else if is_name(at) {
            under.push(at);
        }
    }
    names
}

/// Whether a list has the names of sides in it, with reasons below.
pub(super) fn has_side_labels(block: &Block) -> bool {
    let Block::List(items) = block else { return false };
    items.iter().any(|item| matches!(item.blocks.first(), Some(Block::Paragraph(words)) if matches!(topic(words), Topic::Side(..))))
}

/// Whether a line of a list says on which side it is.
pub(super) fn is_signed(item: &Item) -> bool {
    matches!(item.blocks.first(), Some(Block::Paragraph(words)) if signed(words).is_some())
}

/// Whether the bullets of a list are signs, all of them.
pub(super) fn has_sign_bullets(items: &[Item]) -> bool {
    items.iter().all(|item| matches!(item.bullet, '+' | '-'))
}

/// Whether a block below a bullet says what is for or against that.
pub(super) fn has_sides(block: &Block) -> bool {
    let is_label = |words: &Words| {
        words.lines().iter().any(|line| {
            matches!(topic(line), Topic::Side(_, None)) || inline(line).iter().any(|(side, _)| side.is_some())
        })
    };
    match block {
        Block::Paragraph(words) => is_label(words),
        Block::Heading(_, words) => matches!(topic(words), Topic::Side(..)),
        Block::List(items) => items.iter().any(|item| match item.blocks.split_first() {
            Some((Block::Paragraph(words), rest)) => is_label(words) || rest.iter().any(has_sides),
            Some((Block::List(inner), _)) => has_sign_bullets(inner),
            Some(_) | None => item.blocks.iter().any(has_sides),
        }),
        Block::Table(table) => table.head.iter().any(|cell| sides::named(&cell.text).is_some()),
        Block::Html(_) => false,
    }
}

/// Whether it is what a template has where something should be written.
pub(super) fn is_placeholder(words: &Words) -> bool {
    let text = words.text.trim().trim_end_matches(['.', '\u{2026}', ' ']);
    let is_within =
        |open, close| text.starts_with(open) && text.ends_with(close) && text.matches(open).count() == 1;
    is_within('[', ']') || is_within('{', '}') || is_within('<', '>') || !text.contains(char::is_alphanumeric)
}

/// Whether it is a short note such as `Date: yesterday`.
pub(super) fn is_note(words: &Words) -> bool {
    let name = words.text.split_once(':').map(|(name, _)| name.split_whitespace().count());
    name.is_some_and(|words| words <= 3) && words.text.chars().count() <= LABEL_LIMIT
}

/// Whether a reason says that there is none.
pub(super) fn is_nothing(words: &Words) -> bool {
    if is_placeholder(words) {
        return true;
    }
    let text = plain(&words.text);
    matches!(
        text.as_str(),
        "none" | "n/a" | "na" | "nothing" | "tbd" | "todo" | "none identified" | "none known" | "keine"
    ) || ["see above", "same as above", "see option", "as above"].iter().any(|it| text.starts_with(it))
        && text.len() < 40
        || (text.is_empty()
            && words.text.trim().chars().all(|c| ".?-\u{2013}\u{2014}\u{2026}".contains(c))
            && !words.is_empty())
}

/// What stands below a reason, line by line.
pub(super) fn detail(rest: &[Block]) -> Words {
    let mut detail = Words::default();
    for block in rest {
        match block {
            Block::Heading(_, words) | Block::Paragraph(words) => detail.append("\n", words),
            Block::List(items) => {
                for item in items {
                    let below = self::detail(&item.blocks);
                    detail.append("\n", &Words::at("- ", item.place.start).before(&below));
                }
            }
            Block::Table(table) => {
                for row in &table.rows {
                    for cell in row.iter().filter(|cell| !cell.is_empty()) {
                        detail.append("\n", cell);
                    }
                }
            }
            Block::Html(_) => {}
        }
    }
    detail
}

/// The lines of lists below a line.
pub(super) fn items_below(rest: &[Block]) -> Vec<Words> {
    let items =
        rest.iter().flat_map(|block| if let Block::List(items) = block { items.as_slice() } else { &[] });
    let lines = items.flat_map(|item| match item.blocks.split_first() {
        Some((Block::Paragraph(words), rest)) => {
            [vec![words.clone().on_one_line()], items_below(rest)].concat()
        }
        Some(_) | None => items_below(&item.blocks),
    });
    lines.collect()
}

/// Whether a line of a paragraph begins something of its own.
pub(super) fn begins(line: &Words) -> bool {
    signed(line).is_some() || line.text.starts_with(BULLETS)
}

/// The parts of a text that each say their side, as in `Pros: fast. Cons: dear.`; else all of it.
pub(super) fn inline(words: &Words) -> Vec<(Option<Side>, Words)> {
    let mut starts: Vec<usize> = vec![0];
    let is_named = |at: usize, end: usize| {
        let has_colon = words.text[at..end].trim_end().ends_with(':') || words.text[end..].starts_with(':');
        has_colon && sides::named(&words.text[at..end]).is_some()
    };
    for range in &words.strong {
        if is_named(range.start, range.end) {
            starts.push(range.start);
        }
    }
    // Without marks it must be a whole word with a colon, at the beginning or with another such word.
    let mut words_with_colon: Vec<(usize, Side)> = Vec::new();
    for (at, _) in words.text.match_indices(':') {
        let start = words.text[..at]
            .rfind(|c: char| !c.is_alphanumeric())
            .map_or(0, |before| before + words.text[before..].chars().next().map_or(1, char::len_utf8));
        let word = words.text[start..at].to_lowercase();
        let is_word =
            ["pros", "cons", "advantages", "disadvantages", "benefits", "drawbacks"].contains(&word.as_str());
        words_with_colon.extend(sides::named(&word).filter(|_| is_word).map(|side| (start, side)));
    }
    let has_both =
        [Side::Pro, Side::Con].iter().all(|side| words_with_colon.iter().any(|(_, it)| it == side));
    if has_both || signed(words).is_some() {
        starts.extend(words_with_colon.iter().map(|(start, _)| *start));
        starts.extend(becauses(&words.text));
    }
    order::by(&mut starts, Ord::cmp);
    starts.dedup();
    starts.push(words.text.len());
    let parts = starts.windows(2).map(|pair| words.part(pair[0]..pair[1])).filter(|part| !part.is_empty());
    let parts = parts.map(|part| match signed(&part) {
        Some((side, reason)) => {
            let text = reason.text.trim_end_matches([' ', '|', '/', ',', ';']);
            let text = text.strip_suffix(" but").or(text.strip_suffix(" and")).unwrap_or(text);
            (Some(side), reason.part(0..text.trim_end_matches([' ', ',', ';']).len()))
        }
        None => (None, strip_bullet(&part)),
    });
    parts.collect()
}

/// Where a text says `good because` or `bad, because` further on.
fn becauses(text: &str) -> Vec<usize> {
    let lower = text.to_ascii_lowercase();
    let starts = lower.match_indices(" because").filter_map(|(at, _)| {
        let before = lower[..at].trim_end_matches([',', ' ']);
        let word = ["good", "bad"].into_iter().find(|word| before.ends_with(word))?;
        let start = before.len() - word.len();
        (lower[..start].ends_with(' ') && lower[..start].contains("because")).then_some(start)
    });
    starts.collect()
}

fn strip_bullet(words: &Words) -> Words {
    let text = words.text.trim_start_matches(|c| c == ' ' || BULLETS.contains(&c));
    words.after(words.text.len() - text.len())
}
