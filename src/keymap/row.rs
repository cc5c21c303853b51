//! One row of the table of keys: the keys, what they mean, and the words for it.

use std::fmt;

use super::key::Key;
use crate::explorer::Command;

/// One thing that keys can do, or a few that belong together.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// What each command is reached by; the first key of each is the one that is shown first.
    pub(super) commands: &'static [(&'static [Key], Command)],
    /// What the footer says of it, in a word or two; empty where it says nothing.
    pub does: &'static str,
    /// What the help says of it; empty where `does` is enough.
    pub(super) help: &'static str,
    /// Where room is short, hints of a lower rank go first.
    pub rank: u8,
}

/// The rank of most hints.
const USUAL: u8 = 5;

impl Row {
    pub(super) const fn new(commands: &'static [(&'static [Key], Command)], does: &'static str) -> Self {
        Self { commands, does, help: "", rank: USUAL }
    }

    /// The same, which no footer names.
    pub(super) const fn unsaid(self) -> Self {
        Self { does: "", ..self }
    }

    pub(super) const fn help(self, help: &'static str) -> Self {
        Self { help, ..self }
    }

    pub(super) const fn rank(self, rank: u8) -> Self {
        Self { rank, ..self }
    }

    pub(super) fn command(&self, pressed: Key) -> Option<Command> {
        self.commands.iter().find(|(keys, _)| keys.contains(&pressed)).map(|(_, command)| *command)
    }

    /// The first of its keys that is a command; none if it has none.
    #[must_use]
    pub fn key_for(&self, wanted: Command) -> Option<Key> {
        let (keys, _) = self.commands.iter().find(|(_, command)| *command == wanted)?;
        keys.first().copied()
    }

    /// What it does, as the help says it.
    #[must_use]
    pub fn explained(&self) -> &'static str {
        if self.help.is_empty() { self.does } else { self.help }
    }

    /// Its keys as a hint names them: the first of each command, such as `↑↓` or `0-9`.
    #[must_use]
    pub fn keys(&self) -> Keys {
        Keys(self.firsts())
    }

    /// Its keys as the help names them: all that there are, such as `↑ ↓ or k j`.
    #[must_use]
    pub fn all_keys(&self) -> String {
        let most = self.commands.iter().map(|(keys, _)| keys.len()).max().unwrap_or(0);
        let nth = |n: usize| self.commands.iter().filter_map(move |(keys, _)| keys.get(n).copied()).collect();
        let ways: Vec<String> = (0..most).map(|n| Keys(nth(n)).spaced()).collect();
        ways.join(" or ")
    }

    fn firsts(&self) -> Vec<Key> {
        self.commands.iter().filter_map(|(keys, _)| keys.first().copied()).collect()
    }
}

/// Keys that are named together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys(Vec<Key>);

/// So many keys in a row are named as a range.
const RANGE: usize = 5;

impl Keys {
    fn joined(&self, between: &str) -> String {
        match self.0.as_slice() {
            [first, .., last] if self.0.len() >= RANGE => format!("{first}-{last}"),
            keys => keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(between),
        }
    }

    fn spaced(&self) -> String {
        self.joined(" ")
    }
}

impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signs = self.0.iter().all(|key| key.to_string().chars().count() == 1);
        f.write_str(&self.joined(if signs { "" } else { " " }))
    }
}
