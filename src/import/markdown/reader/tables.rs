//! Tables of pros and cons.

use super::{Here, Reader};
use crate::import::markdown::blocks::Table;
use crate::import::markdown::headings::Topic;
use crate::import::sides::{self, Side, plain};
use crate::import::words::Words;

impl Reader {
    pub(super) fn table(&mut self, table: &Table) {
        if !self.columns(table) && !self.turned(table) {
            self.tables += 1;
        }
    }

    /// A table with a column for each side.
    pub(super) fn columns(&mut self, table: &Table) -> bool {
        let sides: Vec<Option<Side>> = table.head.iter().map(|cell| sides::named(&cell.text)).collect();
        if !sides.contains(&Some(Side::Pro)) && !sides.contains(&Some(Side::Con)) {
            return false;
        }
        let here = self.here();
        // A column that says so names the options, else the first one that is no side.
        let says = |head: &Words| !plain(&head.text).is_empty() && is_option_column(&head.text);
        let said = table.head.iter().zip(&sides).position(|(head, side)| side.is_none() && says(head));
        let first = said.or_else(|| sides.first().is_some_and(Option::is_none).then_some(0));
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
                    // A number of a row says nothing.
                    None if !head.text.contains(char::is_alphabetic) => {}
                    None if Some(cell) == names.and_then(|at| row.get(at)) || cell.is_empty() => {}
                    None => {
                        let remark = Words::at(&format!("{}: ", head.text), cell.start()).before(cell);
                        if let (Here { option: Some(option), aside: None, .. }, true) =
                            (self.here(), names.is_none())
                        {
                            self.sections[option].no_side.push(cell.clone().on_one_line());
                        }
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
    pub(super) fn turned(&mut self, table: &Table) -> bool {
        let side = |row: &Vec<Words>| row.first().and_then(|cell| sides::named(&cell.text));
        if !table.rows.iter().any(|row| side(row).is_some()) {
            return false;
        }
        if table.head.iter().all(Words::is_empty) {
            // Without names it is of the option that it stands under.
            for row in &table.rows {
                for cell in row.iter().skip(1) {
                    if let Some(side) = side(row) {
                        self.cell(side, cell);
                    }
                }
            }
            return true;
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
    pub(super) fn cell(&mut self, side: Side, cell: &Words) {
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

/// The parts of a line that each begin with a bullet, or that several semicolons part; a single one parts a sentence.
fn bulleted(line: &Words) -> Vec<Words> {
    let parts_by = |c: char| {
        let mut parts = Vec::new();
        let mut at = 0;
        for part in line.text.split(c) {
            parts.push(line.part(at..at + part.len()));
            at += part.len() + c.len_utf8();
        }
        parts.retain(|part| !part.is_empty());
        parts
    };
    let mark = ['\u{2022}', '\u{25aa}'].into_iter().find(|mark| line.text.contains(*mark));
    match mark {
        Some(mark) => parts_by(mark),
        None if line.text.matches(';').count() > 1 => parts_by(';'),
        None => parts_by('\n'),
    }
}

/// Whether a column with this name lists what there is to choose from.
fn is_option_column(name: &str) -> bool {
    let name = plain(name);
    name.is_empty()
        || [
            "option",
            "alternative",
            "approach",
            "solution",
            "name",
            "choice",
            "variant",
            "tool",
            "product",
            "candidate",
        ]
        .iter()
        .any(|it| name.contains(it))
}

/// Whether a column with this name lists what is looked at, not what there is to choose from.
fn is_aspect_column(name: &str) -> bool {
    let name = plain(name);
    ["aspect", "criterion", "criteria", "category", "dimension", "area", "topic", "no", "nr"]
        .contains(&name.as_str())
}
