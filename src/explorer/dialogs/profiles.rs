//! The list of presets and saved profiles.

use super::deleting::Deleting;
use super::naming::Purpose;
use crate::explorer::{Effect, Explorer, Extent, Layer, Motion, Next, Notice, OpenProfile};
use crate::profile::ProfileName;
use crate::store::ShelfItem;

/// The list of presets and saved profiles, with the chosen line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profiles {
    /// How many presets come first.
    presets: usize,
    /// The saved profiles, by name; damaged ones last.
    items: Vec<ShelfItem>,
    /// The chosen line, presets first.
    chosen: usize,
}

/// What a line stands for.
enum Choice<'a> {
    Preset(usize),
    Sound(&'a ProfileName),
    Damaged { problem: &'a str },
}

impl Profiles {
    /// The saved profiles, by name; damaged ones last.
    #[must_use]
    pub fn items(&self) -> &[ShelfItem] {
        &self.items
    }

    /// The chosen line, presets first.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    pub(in crate::explorer) fn moved(&mut self, motion: Motion, extent: Extent) {
        let last = (self.presets + self.items.len()).saturating_sub(1);
        self.chosen = motion.along(self.chosen, last, extent);
    }

    fn choice(&self) -> Option<Choice<'_>> {
        if self.chosen < self.presets {
            return Some(Choice::Preset(self.chosen));
        }
        Some(match self.items.get(self.chosen - self.presets)? {
            ShelfItem::Sound(name) => Choice::Sound(name),
            ShelfItem::Damaged { problem, .. } => Choice::Damaged { problem },
        })
    }

    /// Opens what is chosen.
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) -> Option<Effect> {
        match self.choice()? {
            Choice::Preset(preset) => explorer.leave(Next::Preset(preset)),
            Choice::Sound(name) => explorer.leave(Next::Open(name.clone())),
            Choice::Damaged { problem } => {
                explorer.notice = Some(Notice::problem(problem));
                explorer.layer = Layer::Profiles(self);
                None
            }
        }
    }

    /// The saved profile on the chosen line, or why there is none that could be changed.
    fn chosen_name(&self) -> Result<ProfileName, &'static str> {
        match self.choice() {
            Some(Choice::Sound(name)) => Ok(name.clone()),
            Some(Choice::Preset(_)) => Err("A preset belongs to the comparison and stays as it is"),
            Some(Choice::Damaged { .. }) => {
                Err("A damaged profile is left alone; mend or remove its file yourself")
            }
            None => Err("There is no profile here"),
        }
    }
}

impl Explorer {
    pub(in crate::explorer) fn show_profiles(&mut self, items: Vec<ShelfItem>) {
        let presets = self.comparison.presets().len();
        let open = |item: &ShelfItem| matches!(item, ShelfItem::Sound(name) if self.open.is_called(name));
        let chosen = items.iter().position(open).map_or(0, |i| presets + i);
        self.layer = Layer::Profiles(Profiles { presets, items, chosen });
    }

    pub(in crate::explorer) fn rename_chosen(&mut self) {
        if let Some(name) = self.chosen_name() {
            self.ask_name(Purpose::Rename(name));
        }
    }

    pub(in crate::explorer) fn delete_chosen(&mut self) {
        if let Some(name) = self.chosen_name() {
            self.layer = Layer::Deleting(Deleting::new(name));
        }
    }

    /// The saved profile on the chosen line; a notice if something else is there.
    fn chosen_name(&mut self) -> Option<ProfileName> {
        let Layer::Profiles(profiles) = &self.layer else { return None };
        profiles.chosen_name().map_err(|problem| self.notice = Some(Notice::problem(problem))).ok()
    }

    pub(in crate::explorer) fn open_preset(&mut self, preset: usize) {
        let Some(preset) = self.comparison.presets().get(preset) else { return };
        self.notice = Some(Notice::done(format!("Opened the preset {}", preset.name)));
        self.open = OpenProfile::of_preset(&self.comparison, preset);
        self.layer = Layer::Panes;
    }
}
