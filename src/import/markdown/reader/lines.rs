//! Paragraphs, line by line: a line may be the name of an option or of a side, a reason, or neither.

use super::Reader;
use crate::import::markdown::blocks::Block;
use crate::import::markdown::headings::{Topic, decided, topic};
use crate::import::markdown::names::is_called_option;
use crate::import::markdown::shapes::{LABEL_LIMIT, begins, has_side_labels, inline, is_signed};
use crate::import::record::Why;
use crate::import::sides::{is_tick, is_word_alone, plain, signed};
use crate::import::words::Words;

impl Reader {
    pub(super) fn paragraph(&mut self, words: &Words, next: Option<&Block>, base: usize) {
        let mut text: Option<Words> = None;
        for line in words.lines() {
            let is_alone = line.text.len() == words.text.trim().len();
            let is_last = words.text.trim_end().ends_with(line.text.as_str());
            if let Some(topic) = self.label(&line, is_alone, next.filter(|_| is_last), base) {
                // What stands before it is not under it.
                self.text(text.take(), false, base);
                self.announce_line(&line, topic, base);
            } else if begins(&line) || decided(&line).is_some() {
                self.text(text.take(), false, base);
                text = Some(line);
            } else {
                text.get_or_insert_default().append("\n", &line);
            }
        }
        self.text(text, matches!(next, Some(Block::List(_))), base);
    }

    /// Opens the section of a line that serves as a heading.
    pub(super) fn announce_line(&mut self, line: &Words, topic: Topic, base: usize) {
        let level = base + if let Topic::Side(..) = topic { 8 } else { 7 };
        let name = line.part(0..line.text.trim_end_matches([':', ' ', '*', '_']).len());
        let is_strong = line.is_all(&line.strong);
        self.announce(&name, topic, level);
        if let Some(last) = self.open.last() {
            self.sections[*last].is_strong = is_strong;
        }
    }

    /// What a line announces, if it serves as a heading.
    pub(super) fn label(
        &self,
        line: &Words,
        is_alone: bool,
        next: Option<&Block>,
        base: usize,
    ) -> Option<Topic> {
        let before_list = matches!(next, Some(Block::List(_)));
        if line.text.chars().count() > LABEL_LIMIT {
            return None;
        }
        let is_strong = line.is_all(&line.strong);
        let has_colon = line.text.trim_end_matches(['*', '_', ' ']).ends_with([':', '\u{ff1a}']);
        let topic = match topic(line) {
            Topic::Other if self.is_part(line) => Topic::Part,
            topic => topic,
        };
        // Below an option such a line ends nothing: what is for and against it may go on.
        let is_beside = topic == Topic::Aside && !plain(&line.text).contains("consequence");
        if is_beside && self.here().option.is_some() {
            return None;
        }
        let is_of_options = ["option", "alternative"].iter().any(|it| plain(&line.text).contains(it));
        match topic {
            // A list under other words for them may be of anything.
            Topic::Options if !is_of_options => return None,
            Topic::Side(_, None) if is_strong || has_colon || is_alone => {}
            Topic::Side(_, Some(_)) if is_strong || (has_colon && before_list) => {}
            Topic::Side(..) | Topic::Title => return None,
            Topic::Decision(_)
            | Topic::Options
            | Topic::Context
            | Topic::Drivers
            | Topic::Aside
            | Topic::Part
                if is_alone && (is_strong || (has_colon && before_list)) && decided(line).is_none() => {}
            Topic::Part if is_strong => {}
            Topic::Decision(_)
            | Topic::Options
            | Topic::Context
            | Topic::Drivers
            | Topic::Aside
            | Topic::Part => {
                return None;
            }
            Topic::Other => {
                let is_name = is_strong && !line.text.ends_with('.') && (is_alone || has_colon);
                let around = self.around(base + 7);
                // A line that is set off by nothing is no option beside one in bold.
                let is_weaker = !is_strong && self.is_under_bold(base + 7);
                let is_free =
                    !is_weaker && !matches!(around, Some(Topic::Other | Topic::Part | Topic::Side(..)));
                let is_intro = has_colon && before_list && is_alone && is_free;
                // A line right above a list of signs is what they are about.
                let is_called = is_called_option(line);
                let is_above = |next| self.has_bullets_that_tell(next) || has_side_labels(next);
                let is_above = is_free && !line.text.ends_with('.') && next.is_some_and(is_above);
                let is_above = is_alone && (is_called || is_above);
                if !is_name && !is_intro && !is_above {
                    return None;
                }
            }
        }
        Some(topic)
    }

    /// Takes a text that is no heading.
    pub(super) fn text(&mut self, words: Option<Words>, before_list: bool, base: usize) {
        let Some(words) = words else { return };
        if let Some(said) = decided(&words) {
            self.decided.push(said);
            self.decision.push(words);
            return;
        }
        let here = self.here();
        self.has_sides |= signed(&words).is_some() && !is_tick(&words);
        if is_word_alone(&words) {
            // Its reasons may stand in a list below.
            if let (true, Some((side, _))) = (before_list, signed(&words)) {
                self.announce(&words, Topic::Side(side, None), base + 8);
                return;
            }
            return self.empty_reason(&words);
        }
        if let (true, Some((side, reason))) = (before_list, signed(&words))
            && reason.text.ends_with(':')
            && !is_tick(&words)
        {
            // It leads to a list, where the reasons are.
            self.set_aside(reason, Why::BeforeList);
            self.announce(&Words::at("", words.start()), Topic::Side(side, None), base + 8);
            return;
        }
        for (side, reason) in inline(&words) {
            match (side, here.side) {
                (Some(side), _) => self.claim(side, reason, &[]),
                // A text under the name of a side is a reason, but not one that only leads to a list.
                (None, Some((at, side))) if !self.sections[at].has_list => {
                    if !before_list {
                        self.claim(side, reason, &[]);
                    } else if !reason.text.ends_with(':') {
                        // It leads to a list, where the reasons are.
                        self.set_aside(reason, Why::BeforeList);
                    }
                }
                (None, Some((at, _))) => {
                    // After its list, a line that serves as a heading is over.
                    if self.sections[at].level > 6 && self.sections[at].level >= base + 7 {
                        while self.open.last().is_some_and(|last| *last >= at) {
                            self.open.pop();
                        }
                        if here.option.is_some() && here.aside.is_none() {
                            self.left_out.push((reason.clone().on_one_line(), Why::AfterList));
                        }
                        self.remark(reason);
                    } else {
                        self.set_aside(reason, Why::AfterList);
                    }
                }
                (None, None) => self.remark(reason),
            }
        }
    }

    /// Names what does not count, and keeps it with what is said of the option.
    fn set_aside(&mut self, reason: Words, why: Why) {
        let reason = reason.on_one_line();
        self.left_out.push((reason.clone(), why));
        self.remark(reason);
    }

    /// Whether a line that serves as a heading does so under several headings, as `Source:` may under each option.
    pub(super) fn is_part(&self, line: &Words) -> bool {
        let Some(Topic::Other) = self.around(7) else { return false };
        self.habits.repeated.contains(&plain(&line.text))
    }

    /// Whether a list has signs for bullets, or signs behind them.
    pub(super) fn has_bullets_that_tell(&self, block: &Block) -> bool {
        let Block::List(items) = block else { return false };
        items.iter().any(|item| {
            let is_sign = self.habits.bullets_tell && matches!(item.bullet, '+' | '-');
            is_sign || is_signed(item)
        })
    }
}
