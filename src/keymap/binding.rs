//! What one binding of keys is, and how the table spells it.

use crossterm::event::KeyCode;

use super::Scene;
use crate::explorer::{Command, Motion, Weighing};

/// The rank of most hints.
const USUAL: u8 = 5;

/// One thing that keys can do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Binding {
    pub(super) scenes: &'static [Scene],
    pub(super) keys: &'static [Key],
    pub(super) means: Meaning,
    pub(super) hint: Option<Hint>,
    pub(super) help: Option<Help>,
}

/// What the footer says of a binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The keys.
    pub keys: &'static str,
    /// What they do, in a word or two.
    pub does: &'static str,
    /// Where room is short, hints of lower rank go first.
    pub rank: u8,
}

/// What the help says of a binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Help {
    /// The heading it stands under.
    pub group: &'static str,
    /// The keys.
    pub keys: &'static str,
    /// What they do.
    pub does: &'static str,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Meaning {
    Always(Command),
    /// The weight that the digit says.
    Digit,
}

/// A key with or without Ctrl. Shift is left to the character itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) code: KeyCode,
    pub(super) ctrl: bool,
}

impl Binding {
    pub(super) const fn hint(self, keys: &'static str, does: &'static str) -> Self {
        Self { hint: Some(Hint { keys, does, rank: USUAL }), ..self }
    }

    pub(super) const fn rank(mut self, rank: u8) -> Self {
        if let Some(hint) = &mut self.hint {
            hint.rank = rank;
        }
        self
    }

    pub(super) const fn help(self, group: &'static str, keys: &'static str, does: &'static str) -> Self {
        Self { help: Some(Help { group, keys, does }), ..self }
    }
}

pub(super) const fn on(scenes: &'static [Scene], keys: &'static [Key], command: Command) -> Binding {
    Binding { scenes, keys, means: Meaning::Always(command), hint: None, help: None }
}

pub(super) const fn motion(scenes: &'static [Scene], keys: &'static [Key], motion: Motion) -> Binding {
    on(scenes, keys, Command::Move(motion))
}

pub(super) const fn weigh(scenes: &'static [Scene], keys: &'static [Key], weighing: Weighing) -> Binding {
    on(scenes, keys, Command::Weigh(weighing))
}

pub(super) const fn key(code: KeyCode) -> Key {
    Key { code, ctrl: false }
}

pub(super) const fn char(c: char) -> Key {
    key(KeyCode::Char(c))
}

pub(super) const fn ctrl(c: char) -> Key {
    Key { code: KeyCode::Char(c), ctrl: true }
}
