//! What is wrong with lines, and how much of it is told.

use std::collections::BTreeSet;

use serde_json::error::Category;

use crate::safe_text::{SafeText, is_utf16};

/// The longest line, in bytes: as long as a file of a profile may be.
pub const LONGEST: usize = 256 * 1024;

/// How many of each kind are told; the rest is counted.
pub const MOST_TOLD: usize = 20;

/// The longest reason that is told, in characters.
const MOST_SAID: usize = 200;

/// What came of some lines, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many there were.
    pub lines: u64,
    /// How many of them could not be used.
    pub bad: u64,
    /// The first of these: the number of the line, from 1, and what is wrong with it.
    pub told: Vec<(u64, String)>,
    /// How many lines say something of claims that the comparison does not have.
    pub astray: u64,
    /// Some of these claims, by their full ids.
    pub unknown: BTreeSet<String>,
}

impl Outcome {
    /// The next line could not be used.
    pub(super) fn refuse(&mut self, why: String) {
        self.lines += 1;
        self.bad += 1;
        if self.told.len() < MOST_TOLD {
            self.told.push((self.lines, why));
        }
    }

    /// The next line could be used, but for claims that are unknown.
    pub(super) fn accept(&mut self, unknown: BTreeSet<String>) {
        self.lines += 1;
        self.astray += u64::from(!unknown.is_empty());
        self.keep(unknown);
    }

    /// Adds what came of the lines after these, and returns what is new of what is told.
    pub fn append(&mut self, next: Self) -> &[(u64, String)] {
        let before = self.told.len();
        let told = next.told.into_iter().map(|(line, why)| (self.lines + line, why));
        self.told.extend(told.take(MOST_TOLD - before));
        self.lines += next.lines;
        self.bad += next.bad;
        self.astray += next.astray;
        self.keep(next.unknown);
        &self.told[before..]
    }

    fn keep(&mut self, unknown: BTreeSet<String>) {
        for id in unknown {
            if self.unknown.len() == MOST_TOLD {
                return;
            }
            self.unknown.insert(SafeText::line(&id).to_string());
        }
    }
}

/// Gives each line of a block as text, or what is wrong with it.
pub(super) fn each_line(block: &[u8], longest: usize, mut take: impl FnMut(Result<&str, String>)) {
    let is_short = |line: &[u8]| {
        (line.len() <= longest).then_some(()).ok_or_else(|| format!("it is longer than {longest} bytes"))
    };
    if let Ok(text) = std::str::from_utf8(block) {
        return text.split_terminator('\n').for_each(|line| take(is_short(line.as_bytes()).map(|()| line)));
    }
    let lines = block.strip_suffix(b"\n").unwrap_or(block).split(|byte| *byte == b'\n');
    lines.for_each(|line| take(is_short(line).and_then(|()| in_utf8(line))));
}

fn in_other_than_utf16(line: &[u8]) -> Result<(), String> {
    if is_utf16(line) { Err("it is UTF-16 text; save it as UTF-8".to_owned()) } else { Ok(()) }
}

fn in_utf8(line: &[u8]) -> Result<&str, String> {
    in_other_than_utf16(line)?;
    std::str::from_utf8(line)
        .map_err(|error| format!("it is no UTF-8 text, see byte {}", error.valid_up_to()))
}

/// What is wrong with a line of JSON, and where.
pub(super) fn why(text: &str, error: &serde_json::Error) -> String {
    // In plain letters that is UTF-8, too.
    if let Err(why) = in_other_than_utf16(text.as_bytes()) {
        return why;
    }
    let said = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let said = SafeText::line(said.strip_suffix(&place).unwrap_or(&said));
    let said: String = said.chars().take(MOST_SAID).collect();
    match error.classify() {
        Category::Data => format!("{said} (at byte {})", error.column()),
        Category::Eof if text.trim().is_empty() => "it is empty".to_owned(),
        Category::Eof => "it is no JSON: it ends in the middle".to_owned(),
        Category::Syntax | Category::Io => format!("it is no JSON, see byte {}: {said}", error.column()),
    }
}
