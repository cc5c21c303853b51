//! The list of presets and saved profiles.

use crate::profile::ProfileName;
use crate::shown::Shown;

/// One saved profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShelfItem {
    /// It can be opened.
    Sound(ProfileName),
    /// It can't be read.
    Damaged {
        /// The name of its file.
        file: Shown,
        /// The first thing that is wrong with it.
        problem: Shown,
    },
}

/// The list of presets and saved profiles, with the chosen line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// How many presets come first.
    pub presets: usize,
    /// The saved profiles, by name; damaged ones last.
    pub items: Vec<ShelfItem>,
    /// The chosen line, presets first.
    pub chosen: usize,
}

/// What a line of the shelf stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice<'a> {
    Preset(usize),
    Sound(&'a ProfileName),
    Damaged { problem: &'a str },
}

impl Shelf {
    /// How many lines it has.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.presets + self.items.len()
    }

    pub(super) fn choice(&self) -> Option<Choice<'_>> {
        if self.chosen < self.presets {
            return Some(Choice::Preset(self.chosen));
        }
        Some(match self.items.get(self.chosen - self.presets)? {
            ShelfItem::Sound(name) => Choice::Sound(name),
            ShelfItem::Damaged { problem, .. } => Choice::Damaged { problem },
        })
    }
}
