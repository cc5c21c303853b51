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

    /// The same, which footers name by a word or two.
    pub(super) const fn hinted(self, does: &'static str) -> Self {
        Self { does, ..self }
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
        let first = |(keys, command): &(&[Key], Command)| Some((*keys.first()?, *command));
        Keys(self.commands.iter().filter_map(first).collect())
    }

    /// What it does, if that is one thing alone.
    #[must_use]
    pub fn only_command(&self) -> Option<Command> {
        if let [(_, command)] = self.commands { Some(*command) } else { None }
    }

    /// Its keys as the help names them: all that there are, such as `↑ ↓ or k j`.
    #[must_use]
    pub fn all_keys(&self) -> String {
        let most = self.commands.iter().map(|(keys, _)| keys.len()).max().unwrap_or(0);
        let way = |n: usize| {
            let nth = |(keys, command): &(&[Key], Command)| Some((*keys.get(n)?, *command));
            Keys(self.commands.iter().filter_map(nth).collect()).joined(" ")
        };
        (0..most).map(way).collect::<Vec<_>>().join(" or ")
    }
}

/// Keys that are named together, each with what it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys(Vec<(Key, Command)>);

/// So many keys in a row are named as a range.
const RANGE: usize = 5;

impl Keys {
    /// Their names in pieces, each with what it does; several that are named as a range do not do one thing.
    pub fn pieces(&self) -> impl Iterator<Item = (String, Option<Command>)> {
        let signs = self.0.iter().all(|(key, _)| key.to_string().chars().count() == 1);
        self.joined_pieces(if signs { "" } else { " " })
    }

    fn joined(&self, between: &'static str) -> String {
        self.joined_pieces(between).map(|(piece, _)| piece).collect()
    }

    fn joined_pieces(&self, between: &'static str) -> impl Iterator<Item = (String, Option<Command>)> {
        let range = match self.0.as_slice() {
            [(first, _), .., (last, _)] if self.0.len() >= RANGE => Some((format!("{first}-{last}"), None)),
            _ => None,
        };
        let each = if range.is_some() { &[] } else { self.0.as_slice() };
        let named = each.iter().enumerate().flat_map(move |(i, (key, command))| {
            let gap = (i > 0).then(|| (between.to_owned(), None));
            gap.into_iter().chain([(key.to_string(), Some(*command))])
        });
        range.into_iter().chain(named)
    }
}

impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces().try_for_each(|(piece, _)| f.write_str(&piece))
    }
}
