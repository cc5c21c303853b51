//! Walks through the blocks of a document and keeps what is said of which option.

mod lines;
mod lists;
mod tables;

use super::blocks::{Block, Document};
use super::headings::{Topic, topic};
use super::names::is_called_option;
use super::section::{Said, Section};
use super::shapes::{Habits, bare_names, detail, is_address, is_note, is_nothing, is_placeholder, parted};
use crate::import::record::Why;
use crate::import::sides::Side;
use crate::import::words::Words;
use crate::tree::{Faults, Place};
use crate::wording::quoted;

/// All that was found.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) sections: Vec<Section>,
    /// The sections that are open, each within the one before.
    open: Vec<usize>,
    habits: Habits,
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
    /// What is wrong.
    pub(super) faults: Faults,
    /// HTML that is not read.
    pub(super) html: Vec<Place>,
    /// How many tables without pros and cons there are.
    pub(super) tables: usize,
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, Default)]
struct Here {
    side: Option<(usize, Side)>,
    option: Option<usize>,
    /// A section of which nothing is weighed.
    aside: Option<usize>,
}

impl Reader {
    pub(super) fn read(document: &Document) -> Self {
        let habits = Habits::of(&document.blocks);
        let read = |consequences_count| {
            let mut reader = Self { habits: habits.clone(), consequences_count, ..Self::default() };
            reader.walk(&document.blocks, 0);
            if !reader.has_sides {
                // Ticks alone are a list of what is done.
                reader.sections.iter_mut().for_each(Section::forget);
            }
            reader
        };
        let reader = read(false);
        // Where nothing else is said of the options, what follows from each is what is for and against it.
        if reader.sections.iter().any(Section::is_argued) { reader } else { read(true) }
    }

    fn walk(&mut self, blocks: &[Block], base: usize) {
        let bare = bare_names(blocks);
        for (i, block) in blocks.iter().enumerate() {
            match block {
                Block::Paragraph(words) if bare.contains(&i) && !self.is_under_bold(base + 7) => {
                    self.announce(&words.clone().on_one_line(), Topic::Other, base + 7);
                }
                Block::Heading(level, words) => self.heading(base + level, words),
                Block::Paragraph(words) => self.paragraph(words, blocks.get(i + 1), base),
                Block::List(items) => {
                    // A line that names a side never goes on with the reason above it, whatever Markdown says.
                    if self.here().side.is_some()
                        && let Some(parts) = parted(items)
                    {
                        self.walk(&parts, base);
                        continue;
                    }
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
        let parent = self.open.last().copied();
        self.sections.push(Section::new(name.clone(), topic, parent, level));
        self.sections.len() - 1
    }

    /// The topic around something at a level.
    fn around(&self, level: usize) -> Option<&Topic> {
        let around =
            self.open.iter().rev().map(|open| &self.sections[*open]).find(|section| section.level < level);
        around.map(|section| &section.topic)
    }

    /// Whether the option at a level is a line in bold.
    fn is_under_bold(&self, level: usize) -> bool {
        let at_level = self.open.iter().rev().map(|open| &self.sections[*open]).find(|it| it.level <= level);
        at_level.is_some_and(|it| it.level == level && it.is_strong && it.topic == Topic::Other)
    }

    fn heading(&mut self, level: usize, words: &Words) {
        if words.is_empty() {
            return;
        }
        let is_first = !self.sections.iter().any(|section| section.level <= 6);
        let topic = match topic(words) {
            Topic::Other if is_first && (level == 1 || self.habits.is_alone_on_top) => Topic::Title,
            topic => topic,
        };
        if let Topic::Decision(Some(said)) = &topic {
            self.decided.push(said.clone());
        }
        self.announce(words, topic, level);
    }

    /// Opens the section of a heading, or of what serves as one, which may be an option even without reasons.
    fn announce(&mut self, words: &Words, topic: Topic, level: usize) {
        let topic = self.in_place(topic, words, level);
        // A side may name its option.
        let words = if let Topic::Side(_, Some(option)) = &topic { &option.clone() } else { words };
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

    /// What a heading announces where it stands: below an option, its consequences are its sides, and a side that names
    /// that very option is just a side.
    fn in_place(&mut self, topic: Topic, words: &Words, level: usize) -> Topic {
        // What is beside the point ends with a side, be that written the same way.
        if matches!(topic, Topic::Side(..)) && level > 6 {
            while self.open.last().is_some_and(|last| {
                let section = &self.sections[*last];
                section.topic == Topic::Aside && section.level > 6
            }) {
                self.open.pop();
            }
        }
        let around =
            self.open.iter().rev().map(|open| &self.sections[*open]).find(|section| section.level < level);
        let lower = words.text.to_lowercase();
        match (&topic, around.map(|section| &section.topic)) {
            (Topic::Aside, Some(Topic::Other))
                if lower.contains("consequence") && lower.contains("positive") =>
            {
                Topic::Side(Side::Pro, None)
            }
            (Topic::Aside, Some(Topic::Other))
                if lower.contains("consequence") && lower.contains("negative") =>
            {
                Topic::Side(Side::Con, None)
            }
            (Topic::Side(side, Some(_)), Some(Topic::Other)) => Topic::Side(*side, None),
            _ => topic,
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
                        continue;
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
                    let is_told = matches!(self.sections[*at].topic, Topic::Context | Topic::Drivers)
                        && here.option.is_some_and(|at| matches!(self.sections[at].topic, Topic::Side(..)));
                    if here.option.is_none() || is_told {
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
        self.consequences_count
            && parent == Some(&Topic::Other)
            && name.text.to_lowercase().contains("consequence")
    }

    /// Keeps a reason of the option here.
    fn claim(&mut self, side: Side, words: Words, rest: &[Block]) {
        let here = self.here();
        let words = words.on_one_line();
        let target = match here {
            Here { option: Some(option), aside: None, .. } => option,
            Here { aside: Some(aside), .. } => {
                let under = self.sections[aside].name.text.clone();
                let is_below =
                    self.open.iter().any(|open| *open < aside && self.sections[*open].topic == Topic::Other);
                self.left_out.push((words, if is_below { Why::Below(under) } else { Why::Under(under) }));
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
        if words.is_all(&words.links) || is_address(&words) {
            self.left_out.push((words, Why::Link));
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

    /// Takes note of a reason that says its side and nothing else.
    fn empty_reason(&mut self, words: &Words) {
        let Here { option, aside, .. } = self.here();
        if option.is_some() && aside.is_none() {
            let place = words.place();
            self.faults.add(place, || format!("after {} there is no reason", quoted(&words.text)));
        } else {
            self.left_out.push((words.clone(), Why::Nothing));
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
            // Right below the title stands who decided, and when.
            Some(Topic::Title) if is_note(&words) => {}
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

    /// Whether what is said here is said of something that was announced as an option.
    fn is_option_for_sure(&self) -> bool {
        let Here { option, aside, .. } = self.here();
        option.is_some_and(|option| {
            let section = &self.sections[option];
            section.is_listed || section.is_argued() || is_called_option(&section.name)
        }) && aside.is_none()
    }

    /// What stands in an item, as in a document of its own.
    fn nested(&mut self, blocks: &[Block], base: usize) {
        let depth = self.open.len();
        self.walk(blocks, base);
        self.open.truncate(depth);
    }

    /// Closes what is open at a level or below.
    fn close(&mut self, level: usize) {
        while self.open.last().is_some_and(|last| self.sections[*last].level >= level) {
            self.open.pop();
        }
    }
}
