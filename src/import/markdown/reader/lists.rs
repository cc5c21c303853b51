//! Lists: of options, of reasons, or of what belongs to them.

use super::Reader;
use crate::import::markdown::blocks::{Block, Item};
use crate::import::markdown::headings::{Topic, decided, topic};
use crate::import::markdown::shapes::{
    LABEL_LIMIT, are_opposite, bullets_tell, detail, has_sides, has_sign_bullets, inline, is_note,
    is_placeholder, is_signed, items_below,
};
use crate::import::record::Why;
use crate::import::sides::{Side, is_tick, signed};
use crate::import::words::Words;

impl Reader {
    pub(super) fn list(&mut self, items: &[Item], [before, next]: [Option<&Block>; 2], base: usize) {
        let tells = self.habits.bullets_tell
            && (are_opposite(items, before) || are_opposite(items, next) || self.is_option_for_sure());
        if let Some(name) = lone_name(items, next).filter(|_| self.here().side.is_none()) {
            self.announce(&name, Topic::Other, base + 7);
            return;
        }
        let depth = self.open.len();
        let is_signed = items.iter().any(is_signed);
        for item in items {
            self.item(item, is_signed, tells, base + 10);
        }
        // What was opened in the list ends with it.
        self.open.truncate(depth);
        if let Some((at, _)) = self.here().side {
            self.sections[at].has_list = true;
        }
    }

    pub(super) fn item(&mut self, item: &Item, among_signed: bool, tells: bool, base: usize) {
        let (first, rest) = match item.blocks.split_first() {
            Some((Block::Paragraph(words), rest)) => (words, rest),
            Some((Block::List(inner), _)) if has_sign_bullets(inner) => {
                // A bullet before a sign is read as two bullets.
                return self.signed_bullets(&item.blocks, base);
            }
            Some(_) => return self.nested(&item.blocks, base),
            None => return self.empty(item),
        };
        let lines = first.lines();
        if let (1, label @ Topic::Side(_, None)) = (lines.len(), topic(first)) {
            // What follows it in the same list may be its reasons too.
            self.enter(first, label, base + 8);
            if !rest.is_empty() {
                self.nested(rest, base + 10);
                self.close(base + 8);
            }
            return;
        }
        if let Some(said) = decided(first) {
            self.decided.push(said);
            self.decision.push(first.clone());
            return;
        }
        let here = self.here();
        let by_bullet = match item.bullet {
            '+' if tells => Some(Side::Pro),
            '-' if tells => Some(Side::Con),
            _ => None,
        };
        if let Some((side, reason)) = signed(first) {
            self.has_sides |= !is_tick(first);
            let mut parts = inline(first);
            if let (Some((last, reason)), false) = (parts.pop(), parts.is_empty()) {
                for (part, reason) in parts {
                    self.claim(part.unwrap_or(Side::Neutral), reason, &[]);
                }
                return self.claim(last.unwrap_or(Side::Neutral), reason, rest);
            }
            if !reason.is_empty() {
                return self.claim(side, reason, rest);
            }
            if rest.is_empty() {
                return self.empty_reason(first);
            }
            return if rest.iter().any(has_sides) {
                self.nested(rest, base);
            } else {
                self.below(side, rest, base);
            };
        }
        // What its further lines say stands below it too.
        let says_side = |line: &Words| {
            matches!(topic(line), Topic::Side(_, None)) || inline(line).iter().any(|(side, _)| side.is_some())
        };
        let more = lines.iter().skip(1).any(says_side);
        let more = if more { Some(Block::Paragraph(first.after(lines[0].text.len()))) } else { None };
        let below: Vec<Block>;
        let rest = match &more {
            Some(block) => {
                below = [std::slice::from_ref(block), rest].concat();
                below.as_slice()
            }
            None => rest,
        };
        let has_sides = |rest: &[Block]| rest.iter().any(has_sides) || bullets_tell(rest);
        if has_sides(rest) && among_signed && here.side.is_none() {
            self.plain_item(first, &[]);
            return self.nested(rest, base + 10);
        }
        if has_sides(rest) && here.side.is_none() {
            self.close(base + 7);
            let name = lines.first().cloned().unwrap_or_default();
            let topic = match topic(&name) {
                Topic::Title | Topic::Side(..) => Topic::Other,
                topic => topic,
            };
            self.enter(&name, topic, base + 7);
            for line in lines.iter().skip(1).filter(|_| more.is_none()) {
                self.remark(line.clone());
            }
            self.walk(rest, base + 10);
            self.close(base + 7);
            return;
        }
        match (here.side, by_bullet) {
            (Some((at, _)), Some(side)) if here.option.is_some() && self.sections[at].level > base => {
                self.claim(side, first.clone(), rest);
            }
            (Some((_, side)), _) => self.claim(side, first.clone(), rest),
            (None, Some(side)) if here.option.is_some() && here.aside.is_none() => {
                self.claim(side, first.clone(), rest);
            }
            (None, _) => self.plain_item(first, rest),
        }
    }

    /// Lists below nothing but the word of a side: what stands there are its reasons.
    fn below(&mut self, side: Side, rest: &[Block], base: usize) {
        let name = Words::default();
        self.enter(&name, Topic::Side(side, None), base + 8);
        self.nested(rest, base + 10);
        self.close(base + 8);
    }

    /// A line of a list that takes no side.
    pub(super) fn plain_item(&mut self, first: &Words, rest: &[Block]) {
        match self.open.last().map(|open| self.sections[*open].topic.clone()) {
            Some(Topic::Options) => {
                let at = self.add(&first.clone().on_one_line(), Topic::Other, usize::MAX);
                self.sections[at].is_listed = !is_placeholder(first);
                let more = detail(rest);
                self.sections[at].summary.extend((!more.is_empty()).then_some(more));
            }
            Some(Topic::Other | Topic::Part) => {
                let Some(option) = self.here().option else { return };
                let mut whole = first.clone().on_one_line();
                self.sections[option].no_side.push(whole.clone());
                self.sections[option].no_side.extend(items_below(rest));
                whole.append("\n", &detail(rest));
                let listed = Words::at("- ", whole.start()).before(&whole);
                self.sections[option].summary.push(listed);
            }
            Some(Topic::Title) if is_note(first) => {}
            Some(Topic::Context | Topic::Drivers | Topic::Decision(_) | Topic::Title) => {
                if is_placeholder(first) {
                    return;
                }
                let mut listed = Words::at("- ", first.start()).before(&first.clone().on_one_line());
                listed.append("\n", &detail(rest));
                self.remark(listed);
            }
            Some(Topic::Aside) => self.beside(first, rest),
            Some(Topic::Side(..)) | None => {}
        }
    }

    /// A line below something of which nothing is weighed; it is worth a word if that is said of an option, or has sides.
    fn beside(&mut self, first: &Words, rest: &[Block]) {
        let Some(aside) = self.here().aside.or(self.open.last().copied()) else { return };
        let name = self.sections[aside].name.text.clone();
        let around = self.open.iter().map(|open| &self.sections[*open].topic);
        let is_of_option = around.into_iter().any(|topic| *topic == Topic::Other);
        let has_sides = ["positive", "negative"].iter().any(|it| name.to_lowercase().contains(it));
        if is_of_option || has_sides {
            let lines = [vec![first.clone().on_one_line()], items_below(rest)].concat();
            let lines = lines.into_iter().filter(|line| !is_placeholder(line));
            self.left_out.extend(lines.map(|line| {
                let name = name.clone();
                (line, if is_of_option { Why::Below(name) } else { Why::Under(name) })
            }));
        }
    }

    /// A bullet with nothing behind it.
    pub(super) fn empty(&mut self, item: &Item) {
        if self.here().side.is_some() {
            let place = item.place.start;
            self.left_out.push((Words::at("", place), Why::Nothing));
        }
    }

    /// Lists whose bullets are signs.
    pub(super) fn signed_bullets(&mut self, blocks: &[Block], base: usize) {
        for block in blocks {
            let Block::List(items) = block else {
                self.nested(std::slice::from_ref(block), base);
                continue;
            };
            for item in items {
                let side = if item.bullet == '+' { Side::Pro } else { Side::Con };
                match item.blocks.split_first() {
                    Some((Block::Paragraph(words), rest)) => self.claim(side, words.clone(), rest),
                    Some(_) => self.nested(&item.blocks, base),
                    None => self.left_out.push((Words::at("", item.place.start), Why::Nothing)),
                }
            }
        }
    }
}

/// The name in a list of one numbered line, if what follows is said of it.
fn lone_name(items: &[Item], next: Option<&Block>) -> Option<Words> {
    let [item] = items else { return None };
    let [Block::Paragraph(words)] = item.blocks.as_slice() else { return None };
    let is_numbered = matches!(item.bullet, '.' | ')');
    let goes_on = matches!(next, Some(Block::List(_) | Block::Paragraph(_) | Block::Table(_)));
    let is_name =
        words.text.chars().count() <= LABEL_LIMIT && !words.text.contains('\n') && signed(words).is_none();
    (is_numbered && goes_on && is_name).then(|| words.clone())
}
