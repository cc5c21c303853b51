//! Walks through the blocks of a document and keeps what is said of which option.

use std::collections::BTreeSet;

use super::blocks::{Block, Document, Item, Table};
use super::headings::{Topic, decided, topic};
use crate::import::record::Why;
use crate::import::sides::{self, Side, plain, signed};
use crate::import::words::Words;
use crate::tree::Place;

/// The longest line that may serve as a heading, in characters.
const LABEL_LIMIT: usize = 120;

/// What stands under one heading, or what serves as one.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) name: Words,
    pub(super) topic: Topic,
    /// Which section it stands in.
    pub(super) parent: Option<usize>,
    /// Small for chapters, large for what is nested deep.
    pub(super) level: usize,
    /// What is said of it without taking a side.
    pub(super) summary: Vec<Words>,
    pub(super) pros: Vec<Said>,
    pub(super) cons: Vec<Said>,
    pub(super) neutral: Vec<Said>,
    /// Whether it is listed as something to choose from.
    pub(super) is_listed: bool,
    /// Lines of which it is not said on which side they are.
    pub(super) no_side: Vec<Words>,
    /// Whether a list was read under it.
    has_list: bool,
    /// What it is called elsewhere.
    pub(super) aliases: Vec<Words>,
}

/// One reason, with what is said below it.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) words: Words,
    pub(super) detail: Words,
}

/// All that was found.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) sections: Vec<Section>,
    /// The sections that are open, each within the one before.
    open: Vec<usize>,
    /// Whether `+` and `-` as bullets tell sides.
    bullets_tell: bool,
    /// Whether no heading is as high as the first one.
    is_alone_on_top: bool,
    /// Lines in bold that stand there several times.
    repeated: BTreeSet<String>,
    /// Whether what stands under the consequences of an option counts.
    consequences_count: bool,
    /// Whether anything but pictures of consent tells that there are sides at all.
    has_sides: bool,
    /// What the record says was decided.
    pub(super) decided: Vec<Words>,
    /// What stands under the decision.
    pub(super) decision: Vec<Words>,
    pub(super) context: Vec<Words>,
    pub(super) drivers: Vec<Words>,
    /// What looks like a reason and is none of an option.
    pub(super) left_out: Vec<(Words, Why)>,
    /// HTML that is not read.
    pub(super) html: Vec<Place>,
    /// How many tables without pros and cons there are.
    pub(super) tables: usize,
    /// The sections that are options.
    pub(super) found: Vec<Section>,
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, Default)]
struct Here {
    side: Option<(usize, Side)>,
    option: Option<usize>,
    /// A section of which nothing is weighed.
    aside: Option<usize>,
}

impl Section {
    /// Has nothing for and against it any more.
    fn forget(&mut self) {
        (self.pros, self.cons, self.neutral) = (Vec::new(), Vec::new(), Vec::new());
    }
}

impl Reader {
    pub(super) fn read(document: &Document) -> Self {
        let read = |consequences_count| {
            let (bullets_tell, repeated) = (bullets_tell(&document.blocks), repeated(&document.blocks));
            let is_alone_on_top = is_alone_on_top(&document.blocks);
            let mut reader =
                Self { bullets_tell, is_alone_on_top, repeated, consequences_count, ..Self::default() };
            reader.walk(&document.blocks, 0);
            if !reader.has_sides {
                // Ticks alone are a list of what is done.
                reader.sections.iter_mut().for_each(Section::forget);
            }
            reader
        };
        let reader = read(false);
        // Where nothing else is said of the options, what follows from each is what is for and against it.
        if reader.sections.iter().all(|section| section.pros.is_empty() && section.cons.is_empty()) { read(true) } else { reader }
    }

    fn walk(&mut self, blocks: &[Block], base: usize) {
        for (i, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading(level, words) => self.heading(base + level, words),
                Block::Paragraph(words) => self.paragraph(words, blocks.get(i + 1), base),
                Block::List(items) => {
                    let before = i.checked_sub(1).and_then(|before| blocks.get(before));
                    self.list(items, [before, blocks.get(i + 1)], base);
                }
                Block::Table(table) => self.table(table),
                Block::Html(place) => self.html.push(place.clone()),
            }
        }
    }

    /// Opens a section, and closes all that it does not stand in.
    fn enter(&mut self, name: &Words, topic: Topic, level: usize) -> usize {
        while self.open.last().is_some_and(|last| self.sections[*last].level >= level) {
            self.open.pop();
        }
        let at = self.add(name, topic, level);
        self.open.push(at);
        at
    }

    fn add(&mut self, name: &Words, topic: Topic, level: usize) -> usize {
        self.sections.push(Section {
            name: name.clone(),
            topic,
            parent: self.open.last().copied(),
            level,
            summary: Vec::new(),
            pros: Vec::new(),
            cons: Vec::new(),
            neutral: Vec::new(),
            is_listed: false,
            no_side: Vec::new(),
            has_list: false,
            aliases: Vec::new(),
        });
        self.sections.len() - 1
    }

    /// The topic around something at a level.
    fn around(&self, level: usize) -> Option<&Topic> {
        let around = self.open.iter().rev().map(|open| &self.sections[*open]).find(|section| section.level < level);
        around.map(|section| &section.topic)
    }

    /// Whether a list has signs for bullets, or signs behind them.
    fn has_bullets_that_tell(&self, block: &Block) -> bool {
        let Block::List(items) = block else { return false };
        items.iter().any(|item| {
            let is_sign = self.bullets_tell && matches!(item.bullet, '+' | '-');
            is_sign || matches!(item.blocks.first(), Some(Block::Paragraph(words)) if signed(words).is_some())
        })
    }

    /// Whether a line that serves as a heading does so under several headings, as `Source:` may under each option.
    fn is_part(&self, line: &Words) -> bool {
        let Some(Topic::Other) = self.around(7) else { return false };
        self.repeated.contains(&plain(&line.text))
    }

    fn heading(&mut self, level: usize, words: &Words) {
        if words.is_empty() {
            return;
        }
        let is_first = !self.sections.iter().any(|section| section.level <= 6);
        let topic = match topic(words) {
            Topic::Other if is_first && (level == 1 || self.is_alone_on_top) => Topic::Title,
            topic => topic,
        };
        if let Topic::Decision(Some(said)) = &topic {
            self.decided.push(said.clone());
        }
        self.announce(words, topic, level);
    }

    /// Opens the section of a heading, or of what serves as one, which may be an option even without reasons.
    fn announce(&mut self, words: &Words, topic: Topic, level: usize) {
        let at = self.enter(words, topic, level);
        let section = &self.sections[at];
        let parent = section.parent.map(|parent| &self.sections[parent].topic);
        match (&section.topic, parent) {
            (Topic::Other, Some(Topic::Options)) => {
                self.sections[at].is_listed = !is_placeholder(words);
            }
            (Topic::Other, Some(Topic::Decision(_))) if section.level % 10 == 7 => {
                self.decision.push(words.clone());
            }
            (Topic::Side(_, None), _) => {
                // Who has room for reasons is an option, even if there are none.
                let Here { option, aside, .. } = self.here();
                if let (Some(option), None) = (option, aside)
                    && self.sections[option].topic == Topic::Other
                {
                    self.sections[option].is_listed = true;
                }
            }
            _ => {}
        }
    }

    /// Where the next line stands.
    fn here(&self) -> Here {
        let mut here = Here::default();
        for at in self.open.iter().rev() {
            match &self.sections[*at].topic {
                Topic::Side(side, option) if here.side.is_none() => {
                    here.side = Some((*at, *side));
                    // An option inside of a side is what counts, unless the side itself is inside of one.
                    if option.is_some() {
                        here.option = Some(*at);
                        break;
                    }
                    let around = self.open.iter().rev().skip_while(|open| *open != at).skip(1);
                    let mut around = around.filter(|open| self.sections[**open].topic == Topic::Other);
                    if let Some(around) = around.next() {
                        here.option = Some(*around);
                    }
                }
                Topic::Side(..) | Topic::Part => {}
                Topic::Other => here.option = here.option.or(Some(*at)),
                Topic::Title => {
                    here.option = here.option.or(Some(*at));
                    break;
                }
                Topic::Aside if self.is_of_option(*at) => {}
                Topic::Aside => {
                    here.aside = Some(*at);
                    break;
                }
                Topic::Options | Topic::Decision(_) | Topic::Context | Topic::Drivers => {
                    if here.option.is_none() {
                        here.aside = Some(*at);
                    }
                    break;
                }
            }
        }
        here
    }

    /// Whether it is what follows from an option, where that counts.
    fn is_of_option(&self, at: usize) -> bool {
        let Section { name, parent, .. } = &self.sections[at];
        let parent = parent.map(|parent| &self.sections[parent].topic);
        self.consequences_count && parent == Some(&Topic::Other) && name.text.to_lowercase().contains("consequence")
    }

    /// Keeps a reason of the option here.
    fn claim(&mut self, side: Side, words: Words, rest: &[Block]) {
        let here = self.here();
        let words = words.on_one_line();
        let target = match here {
            Here { option: Some(option), aside: None, .. } => option,
            Here { aside: Some(aside), .. } => {
                let under = self.sections[aside].name.text.clone();
                self.left_out.push((words, Why::Under(under)));
                return;
            }
            Here { option: None, aside: None, .. } => {
                self.left_out.push((words, Why::NoOption));
                return;
            }
        };
        if is_nothing(&words) {
            self.left_out.push((words, Why::Nothing));
            return;
        }
        if words.is_all(&words.struck) {
            self.left_out.push((words, Why::Struck));
            return;
        }
        self.has_sides |= side == Side::Con || here.side.is_some();
        let said = Said { words, detail: detail(rest) };
        let section = &mut self.sections[target];
        match side {
            Side::Pro => section.pros.push(said),
            Side::Con => section.cons.push(said),
            Side::Neutral => section.neutral.push(said),
        }
    }

    fn paragraph(&mut self, words: &Words, next: Option<&Block>, base: usize) {
        let mut text: Option<Words> = None;
        for line in words.lines() {
            let is_alone = line.text.len() == words.text.trim().len();
            let is_last = words.text.trim_end().ends_with(line.text.as_str());
            if self.label(&line, is_alone, next.filter(|_| is_last), base) {
                self.text(text.take(), false, base);
            } else if begins(&line) || decided(&line).is_some() {
                self.text(text.take(), false, base);
                text = Some(line);
            } else {
                match &mut text {
                    Some(text) => {
                        let strong = line.strong.iter().map(|range| {
                            let by = text.text.len() + 1;
                            range.start + by..range.end + by
                        });
                        let strong: Vec<_> = strong.collect();
                        text.append("\n", &line);
                        text.strong.extend(strong);
                    }
                    None => text = Some(line),
                }
            }
        }
        self.text(text, matches!(next, Some(Block::List(_))), base);
    }

    /// Opens a section if a line serves as a heading.
    fn label(&mut self, line: &Words, is_alone: bool, next: Option<&Block>, base: usize) -> bool {
        let before_list = matches!(next, Some(Block::List(_)));
        if line.text.chars().count() > LABEL_LIMIT {
            return false;
        }
        let is_strong = line.is_all(&line.strong);
        let has_colon = line.text.trim_end_matches(['*', '_', ' ']).ends_with([':', '\u{ff1a}']);
        let topic = match topic(line) {
            Topic::Other if self.is_part(line) => Topic::Part,
            topic => topic,
        };
        let is_of_options = ["option", "alternative"].iter().any(|it| plain(&line.text).contains(it));
        match topic {
            // A list under other words for them may be of anything.
            Topic::Options if !is_of_options => return false,
            Topic::Side(_, None) if is_strong || has_colon || is_alone => {}
            Topic::Side(_, Some(_)) if is_strong || (has_colon && before_list) => {}
            Topic::Side(..) | Topic::Title => return false,
            Topic::Decision(_) | Topic::Options | Topic::Context | Topic::Drivers | Topic::Aside | Topic::Part
                if is_alone && (is_strong || (has_colon && before_list)) && decided(line).is_none() => {}
            Topic::Part if is_strong => {}
            Topic::Decision(_) | Topic::Options | Topic::Context | Topic::Drivers | Topic::Aside | Topic::Part => {
                return false;
            }
            Topic::Other => {
                let is_name = is_strong && !line.text.ends_with('.') && (is_alone || has_colon);
                let around = self.around(base + 7);
                let is_free = !matches!(around, Some(Topic::Other | Topic::Part | Topic::Side(..)));
                let is_intro = has_colon && before_list && is_alone && is_free;
                // A line right above a list of signs is what they are about.
                let is_called = super::options::is_called_option(line);
                let is_above = |next| self.has_bullets_that_tell(next) || has_side_labels(next);
                let is_above = is_alone && (is_called || is_free && next.is_some_and(is_above));
                if !is_name && !is_intro && !is_above {
                    return false;
                }
            }
        }
        let level = base + if let Topic::Side(..) = topic { 8 } else { 7 };
        let name = line.part(0..line.text.trim_end_matches([':', ' ', '*', '_']).len());
        self.announce(&name, topic, level);
        true
    }

    /// Takes a text that is no heading.
    fn text(&mut self, words: Option<Words>, before_list: bool, base: usize) {
        let Some(words) = words else { return };
        if let Some(said) = decided(&words) {
            self.decided.push(said);
            self.decision.push(words);
            return;
        }
        let here = self.here();
        for (side, reason) in inline(&words) {
            match (side, here.side) {
                (Some(side), _) => self.claim(side, reason, &[]),
                // A text under the name of a side is a reason, but not one that only leads to a list.
                (None, Some((at, side))) if !self.sections[at].has_list => {
                    if !(before_list && reason.text.ends_with(':')) {
                        self.claim(side, reason, &[]);
                    }
                }
                (None, Some((at, _))) => {
                    // After its list, a line that serves as a heading is over.
                    if self.sections[at].level > 6 && self.sections[at].level >= base + 7 {
                        while self.open.last().is_some_and(|last| *last >= at) {
                            self.open.pop();
                        }
                        self.remark(reason);
                    } else {
                        self.left_out.push((reason.on_one_line(), Why::AfterList));
                    }
                }
                (None, None) => self.remark(reason),
            }
        }
    }

    /// Keeps a text that is no reason.
    fn remark(&mut self, words: Words) {
        if is_placeholder(&words) {
            return;
        }
        let Some(last) = self.open.last().copied() else {
            self.context.push(words);
            return;
        };
        let topics = self.open.iter().rev().map(|open| &self.sections[*open].topic);
        match topics.into_iter().find(|topic| !matches!(topic, Topic::Side(..) | Topic::Part)) {
            Some(Topic::Context | Topic::Title) => self.context.push(words),
            Some(Topic::Drivers) => self.drivers.push(words),
            Some(Topic::Decision(_)) => self.decision.push(words),
            Some(Topic::Other | Topic::Part | Topic::Side(..)) => {
                let option = self.here().option.unwrap_or(last);
                self.sections[option].summary.push(words);
            }
            Some(Topic::Options | Topic::Aside) | None => {}
        }
    }

    fn list(&mut self, items: &[Item], [before, next]: [Option<&Block>; 2], base: usize) {
        let tells = self.bullets_tell && (are_opposite(items, before) || are_opposite(items, next) || self.is_option_for_sure());
        if let Some(name) = lone_name(items, next).filter(|_| self.here().side.is_none()) {
            self.announce(&name, Topic::Other, base + 7);
            return;
        }
        let depth = self.open.len();
        let is_signed = |item: &Item| matches!(item.blocks.first(), Some(Block::Paragraph(words)) if signed(words).is_some());
        let is_signed = items.iter().any(is_signed);
        for item in items {
            self.item(item, is_signed, tells, base + 10);
        }
        // What was opened in the list ends with it.
        self.open.truncate(depth.max(0).min(self.open.len()));
        if let Some((at, _)) = self.here().side {
            self.sections[at].has_list = true;
        }
    }

    fn item(&mut self, item: &Item, among_signed: bool, tells: bool, base: usize) {
        let (first, rest) = match item.blocks.split_first() {
            Some((Block::Paragraph(words), rest)) => (words, rest),
            Some((Block::List(inner), _)) if inner.iter().all(|item| matches!(item.bullet, '+' | '-')) => {
                // A bullet before a sign is read as two bullets.
                return self.signed_bullets(&item.blocks, base);
            }
            Some(_) => return self.nested(&item.blocks, base),
            None => return self.empty(item),
        };
        let lines = first.lines();
        let is_label = lines.len() == 1 && matches!(topic(first), Topic::Side(_, None));
        if is_label {
            // What follows it in the same list may be its reasons too.
            let Topic::Side(..) = topic(first) else { return };
            self.enter(first, topic(first), base + 8);
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
            let parts = inline(first);
            if parts.len() > 1 {
                for (side, reason) in parts {
                    self.claim(side.unwrap_or(Side::Neutral), reason, &[]);
                }
                return;
            }
            if rest.iter().any(has_sides) && reason.text.is_empty() {
                return self.nested(rest, base);
            }
            if reason.is_empty() && !rest.is_empty() {
                return self.claim(side, Words::default(), rest);
            }
            return self.claim(side, reason, rest);
        }
        if rest.iter().any(has_sides) && among_signed && here.side.is_none() {
            self.plain_item(first, &[]);
            return self.nested(rest, base + 10);
        }
        if rest.iter().any(has_sides) && here.side.is_none() {
            self.close(base + 7);
            let name = lines.first().cloned().unwrap_or_default();
            let topic = match topic(&name) {
                Topic::Title | Topic::Side(..) => Topic::Other,
                topic => topic,
            };
            self.enter(&name, topic, base + 7);
            for line in lines.iter().skip(1) {
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

    /// Whether what is said here is said of something that was announced as an option.
    fn is_option_for_sure(&self) -> bool {
        let Here { option, aside, .. } = self.here();
        option.is_some_and(|option| {
            let section = &self.sections[option];
            let has_reasons = !section.pros.is_empty() || !section.cons.is_empty();
            section.is_listed || has_reasons || super::options::is_called_option(&section.name)
        }) && aside.is_none()
    }

    /// A line of a list that takes no side.
    fn plain_item(&mut self, first: &Words, rest: &[Block]) {
        let around = self.open.iter().rev().map(|open| self.sections[*open].topic.clone());
        let around = around.into_iter().find(|topic| *topic != Topic::Part);
        match around {
            Some(Topic::Options) => {
                let at = self.add(&first.clone().on_one_line(), Topic::Other, usize::MAX);
                self.sections[at].is_listed = !is_placeholder(first);
                let more = detail(rest);
                self.sections[at].summary.extend((!more.is_empty()).then_some(more));
            }
            Some(Topic::Other) => {
                let Some(option) = self.here().option else { return };
                let mut whole = first.clone().on_one_line();
                self.sections[option].no_side.push(whole.clone());
                whole.append("\n", &detail(rest));
                let mut listed = Words::at("- ", whole.start());
                listed.append("", &whole);
                self.sections[option].summary.push(listed);
            }
            // Right below the title stands who decided, and when.
            Some(Topic::Title) if first.text.contains(':') => {}
            Some(Topic::Context | Topic::Drivers | Topic::Decision(_) | Topic::Title | Topic::Part) => {
                if is_placeholder(first) {
                    return;
                }
                let mut listed = Words::at("- ", first.start());
                listed.append("", &first.clone().on_one_line());
                listed.append("\n", &detail(rest));
                self.remark(listed);
            }
            Some(Topic::Aside | Topic::Side(..)) | None => {}
        }
    }

    /// A bullet with nothing behind it.
    fn empty(&mut self, item: &Item) {
        if self.here().side.is_some() {
            let place = item.place.start;
            self.left_out.push((Words::at("", place), Why::Nothing));
        }
    }

    /// Lists whose bullets are signs.
    fn signed_bullets(&mut self, blocks: &[Block], base: usize) {
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
                    None => self.empty(item),
                }
            }
        }
    }

    /// What stands in an item, as in a document of its own.
    fn nested(&mut self, blocks: &[Block], base: usize) {
        let depth = self.open.len();
        self.walk(blocks, base);
        self.open.truncate(depth.min(self.open.len()));
    }

    /// Closes what is open at a level or below.
    fn close(&mut self, level: usize) {
        while self.open.last().is_some_and(|last| self.sections[*last].level >= level) {
            self.open.pop();
        }
    }

    fn table(&mut self, table: &Table) {
        if !self.columns(table) && !self.turned(table) {
            self.tables += 1;
        }
    }

    /// A table with a column for each side.
    fn columns(&mut self, table: &Table) -> bool {
        let sides: Vec<Option<Side>> = table.head.iter().map(|cell| sides::named(&cell.text)).collect();
        if !sides.contains(&Some(Side::Pro)) && !sides.contains(&Some(Side::Con)) {
            return false;
        }
        let here = self.here();
        let first = sides.iter().position(Option::is_none);
        let of_option = here.option.filter(|_| self.is_option_for_sure());
        let names = first.filter(|at| !is_aspect_column(&table.head[*at].text));
        let names = names.filter(|at| of_option.is_none() || is_option_column(&table.head[*at].text));
        let mut current = None;
        for row in &table.rows {
            if let Some(name) = names.and_then(|at| row.get(at)).filter(|name| !name.is_empty()) {
                if let Some(current) = current {
                    self.close(current);
                }
                let level = self.open.last().map_or(0, |last| self.sections[*last].level).max(6) + 1;
                let at = self.enter(&name.clone().on_one_line(), Topic::Other, level);
                self.sections[at].is_listed = true;
                current = Some(level);
            }
            for ((cell, side), head) in row.iter().zip(&sides).zip(&table.head) {
                match side {
                    Some(side) => self.cell(*side, cell),
                    None if Some(cell) == names.and_then(|at| row.get(at)) || cell.is_empty() => {}
                    None => {
                        let mut remark = Words::at(&format!("{}: ", head.text), cell.start());
                        remark.append("", cell);
                        self.remark(remark);
                    }
                }
            }
        }
        if let Some(current) = current {
            self.close(current);
        }
        true
    }

    /// A table with a row for each side and a column for each option.
    fn turned(&mut self, table: &Table) -> bool {
        let side = |row: &Vec<Words>| row.first().and_then(|cell| sides::named(&cell.text));
        if !table.rows.iter().any(|row| side(row).is_some()) {
            return false;
        }
        let level = self.open.last().map_or(0, |last| self.sections[*last].level).max(6) + 1;
        for (column, name) in table.head.iter().enumerate().skip(1).filter(|(_, name)| !name.is_empty()) {
            let at = self.enter(name, Topic::Other, level);
            self.sections[at].is_listed = true;
            let mut current = None;
            for row in &table.rows {
                let Some(cell) = row.get(column) else { continue };
                let goes_on = row.first().is_some_and(Words::is_empty);
                current = side(row).or(current.filter(|_| goes_on));
                if let Some(side) = current {
                    self.cell(side, cell);
                }
            }
        }
        self.close(level);
        true
    }

    /// The reasons in one cell.
    fn cell(&mut self, side: Side, cell: &Words) {
        for line in cell.text.split('\n').scan(0, |at, line| {
            let start = *at;
            *at += line.len() + 1;
            Some(cell.part(start..start + line.len()))
        }) {
            for part in bulleted(&line) {
                // Here a sign before it is only a bullet, unless it says the other side in a picture.
                let reason = sides::by_sign(&part).map_or(part, |(_, reason)| reason);
                if !reason.is_empty() && !matches!(reason.text.trim(), "-" | "\u{2013}" | "\u{2014}") {
                    self.claim(side, reason, &[]);
                }
            }
        }
    }
}

/// Whether lists with `+` stand beside lists with `-` anywhere, so that these bullets tell sides.
fn bullets_tell(blocks: &[Block]) -> bool {
    let bullet = |block: &Block| match block {
        Block::List(items) => items.first().map(|item| item.bullet),
        Block::Heading(..) | Block::Paragraph(_) | Block::Table(_) | Block::Html(_) => None,
    };
    let pair = |pair: &[Block]| matches!((bullet(&pair[0]), bullet(&pair[1])), (Some('+'), Some('-')) | (Some('-'), Some('+')));
    blocks.windows(2).any(pair)
        || blocks.iter().any(|block| match block {
            Block::List(items) => items.iter().any(|item| bullets_tell(&item.blocks)),
            Block::Heading(..) | Block::Paragraph(_) | Block::Table(_) | Block::Html(_) => false,
        })
}

/// Whether the bullets of a list are signs of the one side, and those of the block beside it of the other.
fn are_opposite(items: &[Item], beside: Option<&Block>) -> bool {
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

/// Whether a list has the names of sides in it, with reasons below.
fn has_side_labels(block: &Block) -> bool {
    let Block::List(items) = block else { return false };
    items.iter().any(|item| matches!(item.blocks.first(), Some(Block::Paragraph(words)) if matches!(topic(words), Topic::Side(..))))
}

/// Whether a block below a bullet says what is for or against that.
fn has_sides(block: &Block) -> bool {
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
            Some((Block::List(inner), _)) => inner.iter().all(|item| matches!(item.bullet, '+' | '-')),
            Some(_) | None => item.blocks.iter().any(has_sides),
        }),
        Block::Table(table) => table.head.iter().any(|cell| sides::named(&cell.text).is_some()),
        Block::Html(_) => false,
    }
}

/// The name in a list of one numbered line, if what follows is said of it.
fn lone_name(items: &[Item], next: Option<&Block>) -> Option<Words> {
    let [item] = items else { return None };
    let [Block::Paragraph(words)] = item.blocks.as_slice() else { return None };
    let is_numbered = matches!(item.bullet, '.' | ')');
    let goes_on = matches!(next, Some(Block::List(_) | Block::Paragraph(_) | Block::Table(_)));
    let is_name = words.text.chars().count() <= LABEL_LIMIT && !words.text.contains('\n') && signed(words).is_none();
    (is_numbered && goes_on && is_name).then(|| words.clone())
}

/// Whether a line of a paragraph begins something of its own.
fn begins(line: &Words) -> bool {
    signed(line).is_some() || line.text.starts_with(['\u{2022}', '\u{25aa}', '\u{25e6}'])
}

/// The parts of a text that each say their side, as in `Pros: fast. Cons: dear.`; else all of it.
fn inline(words: &Words) -> Vec<(Option<Side>, Words)> {
    let mut starts: Vec<usize> = vec![0];
    let is_named = |at: usize, end: usize| {
        words.text.get(at..end).is_some_and(|name| sides::named(name).is_some() && name.chars().count() > 2)
    };
    for range in &words.strong {
        if is_named(range.start, range.end) {
            starts.push(range.start);
        }
    }
    // Without marks it must be a whole word with a colon, and the text must begin with the other one.
    if signed(words).is_some() {
        for (at, _) in words.text.match_indices(':') {
            let start = words.text[..at].rfind(|c: char| !c.is_alphanumeric()).map_or(0, |before| {
                before + words.text[before..].chars().next().map_or(1, char::len_utf8)
            });
            let is_word = ["pros", "cons", "advantages", "disadvantages", "benefits", "drawbacks"];
            if is_word.contains(&words.text[start..at].to_lowercase().as_str()) {
                starts.push(start);
            }
        }
    }
    starts.sort_unstable();
    starts.dedup();
    starts.push(words.text.len());
    let parts = starts.windows(2).map(|pair| words.part(pair[0]..pair[1])).filter(|part| !part.is_empty());
    let parts = parts.map(|part| match signed(&part) {
        Some((side, reason)) => {
            let end = reason.text.trim_end_matches([' ', '|', '/']).len();
            (Some(side), reason.part(0..end))
        }
        None => (None, strip_bullet(&part)),
    });
    parts.collect()
}

fn strip_bullet(words: &Words) -> Words {
    words.after(words.text.len() - words.text.trim_start_matches(['\u{2022}', '\u{25aa}', '\u{25e6}', ' ']).len())
}

/// The parts of a line that each begin with a bullet.
fn bulleted(line: &Words) -> Vec<Words> {
    let mut parts = Vec::new();
    let mut at = 0;
    for part in line.text.split(['\u{2022}', '\u{25aa}']) {
        parts.push(line.part(at..at + part.len()));
        at += part.len();
        at += line.text[at..].chars().next().map_or(0, char::len_utf8);
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether a column with this name lists what there is to choose from.
fn is_option_column(name: &str) -> bool {
    let name = plain(name);
    name.is_empty()
        || ["option", "alternative", "approach", "solution", "name", "choice", "variant", "tool", "product", "candidate"]
            .iter()
            .any(|it| name.contains(it))
}

/// Whether it is what a template has where something should be written.
pub(super) fn is_placeholder(words: &Words) -> bool {
    let text = words.text.trim().trim_end_matches(['.', '\u{2026}', ' ']);
    let is_within = |open, close| text.starts_with(open) && text.ends_with(close) && text.matches(open).count() == 1;
    is_within('[', ']') || is_within('{', '}') || is_within('<', '>') || !text.contains(char::is_alphanumeric)
}

/// Whether a column with this name lists what is looked at, not what there is to choose from.
fn is_aspect_column(name: &str) -> bool {
    let name = plain(name);
    ["aspect", "criterion", "criteria", "category", "dimension", "area", "topic", "no", "nr"].contains(&name.as_str())
}

/// Whether a reason says that there is none.
fn is_nothing(words: &Words) -> bool {
    if is_placeholder(words) {
        return true;
    }
    let text = plain(&words.text);
    matches!(text.as_str(), "none" | "n/a" | "na" | "nothing" | "tbd" | "todo" | "none identified" | "none known" | "keine")
        || ["see above", "same as above", "see option", "as above"].iter().any(|it| text.starts_with(it)) && text.len() < 40
        || (text.is_empty() && words.text.trim().chars().all(|c| ".?-\u{2013}\u{2014}\u{2026}".contains(c)) && !words.is_empty())
}

/// What stands below a reason, line by line.
fn detail(rest: &[Block]) -> Words {
    let mut detail = Words::default();
    for block in rest {
        match block {
            Block::Heading(_, words) | Block::Paragraph(words) => detail.append("\n", words),
            Block::List(items) => {
                for item in items {
                    let mut line = Words::at("- ", item.place.start);
                    line.append("", &self::detail(&item.blocks));
                    detail.append("\n", &line);
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
