//! The list of presets and saved profiles. What the chosen line would say is shown as if it were open.

use super::deleting::Deleting;
use super::typing::Purpose;
use crate::explorer::{Effect, Explorer, Extent, Layer, Motion, Next, Notice, OpenProfile};
use crate::profile::{Profile, ProfileName};
use crate::store::ShelfItem;

/// The list of presets and saved profiles, with the chosen line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profiles {
    /// Presets first, then a new profile, then the saved ones.
    lines: Vec<ProfileLine>,
    /// The place of the chosen line.
    chosen: usize,
    /// Rows of the chosen line that are scrolled past, where not all of it fits.
    scroll: usize,
}

/// What a line of the list stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfileLine {
    /// A preset, by its place in the comparison.
    Preset(usize),
    /// A new profile.
    New,
    /// One in a file that somebody sent.
    BringIn,
    /// A saved profile.
    Saved(ShelfItem),
}

impl ProfileLine {
    /// The name of what it stands for, and what is said of that.
    #[must_use]
    pub fn told(&self, explorer: &Explorer) -> (String, String) {
        match self {
            Self::Preset(place) => {
                let preset = explorer.comparison().presets().get(*place);
                preset.map(|preset| (preset.name.to_string(), preset.summary.to_string())).unwrap_or_default()
            }
            Self::New => ("A new profile".to_owned(), String::new()),
            Self::BringIn => ("Bring in a file".to_owned(), String::new()),
            Self::Saved(ShelfItem::Sound(name, _)) => {
                let about = match (explorer.open.is_saved_as(name), explorer.open.unsaved()) {
                    (false, _) => "",
                    (true, false) => "open now",
                    (true, true) => "open now, not saved",
                };
                (name.to_string(), about.to_owned())
            }
            Self::Saved(ShelfItem::Damaged { file, problem }) => {
                (file.to_string(), format!("damaged: {}", problem.as_str()))
            }
        }
    }
}

impl Profiles {
    /// All lines: presets first, then a new profile, then the saved ones by name, damaged ones last.
    #[must_use]
    pub fn lines(&self) -> &[ProfileLine] {
        &self.lines
    }

    /// The place of the chosen line.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// Rows of the chosen line that are scrolled past.
    #[must_use]
    pub fn scroll(&self) -> usize {
        self.scroll
    }

    /// Whether the chosen line is a profile that can be renamed and deleted.
    #[must_use]
    pub fn can_change(&self) -> bool {
        self.chosen_name().is_ok()
    }

    /// Reads on as long as more is said of the chosen line than fits, then goes to another.
    pub(in crate::explorer) fn moved(&mut self, motion: Motion, extent: Extent) {
        let read_on = match motion {
            Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown => {
                motion.along(self.scroll, extent.overflow, extent)
            }
            Motion::First | Motion::Last | Motion::Left | Motion::Right | Motion::To(_) | Motion::Pane(_) => {
                self.scroll
            }
        };
        if read_on != self.scroll {
            self.scroll = read_on;
            return;
        }
        let chosen = motion.along(self.chosen, self.lines.len().saturating_sub(1), extent);
        if chosen != self.chosen {
            (self.chosen, self.scroll) = (chosen, 0);
        }
    }

    fn chosen_line(&self) -> &ProfileLine {
        self.lines.get(self.chosen).unwrap_or(&ProfileLine::New)
    }

    /// Opens what is chosen.
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) -> Option<Effect> {
        let next = match self.chosen_line() {
            ProfileLine::Preset(preset) => Some(Next::Preset(*preset)),
            ProfileLine::New => Some(Next::New),
            ProfileLine::BringIn => {
                explorer.open.end_trial();
                explorer.layer = Layer::Profiles(self);
                explorer.ask_text(Purpose::BringIn);
                return None;
            }
            ProfileLine::Saved(ShelfItem::Sound(name, _)) => Some(Next::Open(name.clone())),
            ProfileLine::Saved(ShelfItem::Damaged { problem, .. }) => {
                explorer.notice = Some(Notice::problem(problem.as_str()));
                None
            }
        };
        explorer.layer = Layer::Profiles(self);
        explorer.leave(next?)
    }

    /// The saved profile on the chosen line, or why there is none that could be changed.
    fn chosen_name(&self) -> Result<ProfileName, &'static str> {
        match self.chosen_line() {
            ProfileLine::Saved(ShelfItem::Sound(name, _)) => Ok(name.clone()),
            ProfileLine::Preset(_) => Err("A preset belongs to the comparison and stays as it is"),
            ProfileLine::New | ProfileLine::BringIn => Err("There is no profile here yet"),
            ProfileLine::Saved(ShelfItem::Damaged { .. }) => {
                Err("A damaged profile is left alone; mend or remove its file yourself")
            }
        }
    }
}

impl Explorer {
    /// Shows the list: at `list_at`, else where it was, else at what is open.
    pub(in crate::explorer) fn show_profiles(&mut self, items: Vec<ShelfItem>) {
        let presets = self.document.comparison.presets();
        let lines: Vec<ProfileLine> = (0..presets.len())
            .map(ProfileLine::Preset)
            .chain([ProfileLine::New, ProfileLine::BringIn])
            .chain(items.into_iter().map(ProfileLine::Saved))
            .collect();
        let open_preset = self.open.preset().map(|preset| &preset.id);
        let is_open = |line: &ProfileLine| match line {
            ProfileLine::Preset(place) => {
                open_preset.is_some() && presets.get(*place).map(|preset| &preset.id) == open_preset
            }
            ProfileLine::Saved(ShelfItem::Sound(name, _)) => self.open.is_saved_as(name),
            ProfileLine::New | ProfileLine::BringIn | ProfileLine::Saved(ShelfItem::Damaged { .. }) => false,
        };
        let is_wanted = |line: &ProfileLine, wanted: &ProfileName| match line {
            ProfileLine::Saved(ShelfItem::Sound(name, _)) => name.key() == wanted.key(),
            ProfileLine::Preset(_)
            | ProfileLine::New
            | ProfileLine::BringIn
            | ProfileLine::Saved(ShelfItem::Damaged { .. }) => false,
        };
        let wanted = self.list_at.take();
        let wanted = wanted.and_then(|wanted| lines.iter().position(|line| is_wanted(line, &wanted)));
        let list = |layer: &Layer| if let Layer::Profiles(list) = layer { Some(list.chosen) } else { None };
        let before = self.layer.all().find_map(list).map(|before| before.min(lines.len() - 1));
        // From the end: what began as a preset and was saved since is a saved profile.
        let open = || lines.iter().rposition(is_open);
        let chosen = wanted.or(before).or_else(open).unwrap_or(0);
        self.layer = Layer::Profiles(Profiles { lines, chosen, scroll: 0 });
        self.preview();
    }

    pub(in crate::explorer) fn move_through_profiles(&mut self, motion: Motion) {
        if let Layer::Profiles(profiles) = &mut self.layer {
            profiles.moved(motion, self.extent);
            self.preview();
        }
    }

    /// Shows what the chosen line would say.
    fn preview(&mut self) {
        let Layer::Profiles(profiles) = &self.layer else { return };
        let other = match profiles.chosen_line() {
            ProfileLine::Preset(preset) => self
                .comparison()
                .presets()
                .get(*preset)
                .map(|preset| (preset.name.to_string(), Profile::from_preset(self.comparison(), preset))),
            ProfileLine::New => Some(("new profile".to_owned(), Profile::new(&self.document.comparison))),
            ProfileLine::Saved(ShelfItem::Sound(name, profile)) => {
                (!self.open.is_saved_as(name)).then(|| (name.to_string(), profile.clone()))
            }
            ProfileLine::BringIn | ProfileLine::Saved(ShelfItem::Damaged { .. }) => None,
        };
        match other {
            Some((name, profile)) => self.open.preview(&self.document.comparison, name, profile),
            None => self.open.end_trial(),
        }
    }

    pub(in crate::explorer) fn rename_chosen(&mut self) {
        if let Some(name) = self.chosen_name() {
            self.ask_text(Purpose::Rename(name));
        }
    }

    pub(in crate::explorer) fn delete_chosen(&mut self) {
        if let Some(name) = self.chosen_name() {
            self.layer = Layer::Deleting(Deleting::new(name, self.take_layer()));
        }
    }

    /// The saved profile on the chosen line; a notice if something else is there.
    fn chosen_name(&mut self) -> Option<ProfileName> {
        let Layer::Profiles(profiles) = &self.layer else { return None };
        profiles.chosen_name().map_err(|problem| self.notice = Some(Notice::problem(problem))).ok()
    }

    pub(in crate::explorer) fn open_preset(&mut self, preset: usize) {
        let Some(preset) = self.document.comparison.presets().get(preset) else { return };
        self.notice = Some(Notice::done(format!("Opened the preset {}", preset.name)));
        self.open_other(OpenProfile::of_preset(&self.document.comparison, preset));
    }

    /// Opens a profile that somebody sent, and says how it is kept.
    pub fn open_sent(&mut self, profile: Profile) {
        self.open_other(OpenProfile::sent(&self.document.comparison, profile));
        self.notice = self.open.greeting(&self.document.comparison);
    }

    /// Begins a new profile, which is weighed blind if the one before was.
    pub fn open_new(&mut self) {
        self.open_other(OpenProfile::new(
            &self.document.comparison,
            Profile::new(&self.document.comparison),
            None,
        ));
        if self.begins_blind {
            self.weigh_blind();
        } else {
            self.notice = Some(Notice::done("Began a new profile"));
        }
    }
}
