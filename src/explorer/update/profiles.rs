//! Saving, naming, and the list of profiles.

use tui_input::Input;

use crate::explorer::shelf::Choice;
use crate::explorer::{
    Effect, Explorer, Layer, Naming, Next, Notice, Over, Purpose, SaveRequest, Shelf, ShelfItem,
};
use crate::profile::{Profile, ProfileName};
use crate::shown::Shown;

impl Explorer {
    /// Saves the profile, asking for a name if it has none, then goes on to `next`.
    pub(super) fn save(&mut self, next: Option<Next>) -> Option<Effect> {
        if self.profile.name.is_none() {
            self.ask_name(Purpose::Save(next));
            return None;
        }
        let over = self.file.clone().map_or(Over::Nothing, Over::Known);
        Some(Effect::Save(SaveRequest { profile: self.profile.clone(), over, next }))
    }

    pub(super) fn ask_name(&mut self, purpose: Purpose) {
        let proposed = match &purpose {
            Purpose::Save(_) => self.profile.name.as_ref(),
            Purpose::Rename(name) => Some(name),
        };
        let input = Input::new(proposed.map_or_else(String::new, ToString::to_string));
        self.layer = Layer::Naming(Naming { input, purpose, problem: None });
    }

    pub(super) fn named(&mut self, naming: Naming) -> Option<Effect> {
        let name = match ProfileName::new(naming.input.value()) {
            Ok(name) => name,
            Err(problem) => {
                self.layer =
                    Layer::Naming(Naming { problem: Some(Shown::line(&problem.to_string())), ..naming });
                return None;
            }
        };
        match naming.purpose.clone() {
            Purpose::Save(next) if self.is_open(&name) => {
                self.profile.name = Some(name);
                self.save(next)
            }
            Purpose::Save(next) => {
                let profile = Profile { name: Some(name), ..self.profile.clone() };
                Some(Effect::Save(SaveRequest { profile, over: Over::Nothing, next }))
            }
            Purpose::Rename(from) => {
                // If it fails, the dialog is still there and says why.
                self.layer = Layer::Naming(naming);
                let known = self.file.clone().filter(|_| self.is_open(&from));
                Some(Effect::Rename { from, to: name, known })
            }
        }
    }

    pub(super) fn saved(
        &mut self,
        request: SaveRequest,
        text: String,
        warning: Option<String>,
    ) -> Option<Effect> {
        let SaveRequest { profile, next, .. } = request;
        self.profile.name.clone_from(&profile.name);
        let name = profile.name.as_ref().map(ToString::to_string).unwrap_or_default();
        self.saved = profile;
        self.file = Some(text);
        self.layer = Layer::Panes;
        match next {
            None => {
                self.notice = Some(match warning {
                    None => Notice::done(format!("Saved as {name}")),
                    Some(warning) => Notice::problem(format!("Saved as {name}, but not for sure: {warning}")),
                });
                None
            }
            Some(next) => self.go(next),
        }
    }

    /// Asks for what another window saved.
    pub(super) fn reload(&mut self) -> Option<Effect> {
        let name = self.profile.name.clone()?;
        self.layer = Layer::Panes;
        Some(Effect::Reload(name))
    }

    /// Takes over what another window saved as one change, so that undo brings back what was here.
    pub(super) fn reloaded(&mut self, theirs: Profile, text: String) {
        self.saved = theirs.clone();
        self.file = Some(text);
        self.edit(|profile| *profile = theirs);
        self.layer = Layer::Panes;
        self.notice = Some(Notice::done("Reloaded; u brings back what you had"));
    }

    /// Writes over what another window saved.
    pub(super) fn overwrite(&mut self) -> Option<Effect> {
        match std::mem::replace(&mut self.layer, Layer::Panes) {
            Layer::Conflict(request) => Some(Effect::Save(SaveRequest { over: Over::Anything, ..request })),
            layer => {
                self.layer = layer;
                None
            }
        }
    }

    pub(super) fn listed(&mut self, items: Vec<ShelfItem>) {
        let presets = self.comparison.presets.len();
        let open = |item: &ShelfItem| matches!(item, ShelfItem::Sound(name) if self.is_open(name));
        let chosen = items.iter().position(open).map_or(0, |i| presets + i);
        self.layer = Layer::Profiles(Shelf { presets, items, chosen });
    }

    pub(super) fn open_chosen(&mut self, shelf: Shelf) -> Option<Effect> {
        match shelf.choice()? {
            Choice::Preset(i) => self.leave(Next::Preset(i)),
            Choice::Sound(name) => self.leave(Next::Open(name.clone())),
            Choice::Damaged { problem } => {
                self.notice = Some(Notice::problem(problem));
                self.layer = Layer::Profiles(shelf);
                None
            }
        }
    }

    /// The saved profile on the chosen line; a notice if something else is there.
    fn chosen_name(&mut self) -> Option<ProfileName> {
        let Layer::Profiles(shelf) = &self.layer else { return None };
        let problem = match shelf.choice()? {
            Choice::Sound(name) => return Some(name.clone()),
            Choice::Preset(_) => "A preset belongs to the comparison and stays as it is",
            Choice::Damaged { .. } => "A damaged profile is left alone; mend or remove its file yourself",
        };
        self.notice = Some(Notice::problem(problem));
        None
    }

    pub(super) fn rename_chosen(&mut self) {
        if let Some(name) = self.chosen_name() {
            self.ask_name(Purpose::Rename(name));
        }
    }

    pub(super) fn delete_chosen(&mut self) {
        if let Some(name) = self.chosen_name() {
            self.layer = Layer::Deleting(name);
        }
    }

    pub(super) fn renamed(&mut self, from: &ProfileName, to: &ProfileName, text: String) {
        if self.is_open(from) {
            self.file = Some(text);
            self.profile.name = Some(to.clone());
            self.saved.name = Some(to.clone());
        }
        self.notice = Some(Notice::done(format!("Renamed {from} to {to}")));
    }

    pub(super) fn deleted(&mut self, name: &ProfileName) {
        if self.is_open(name) {
            // What is open is in no file any more, so all of it would be lost by leaving.
            self.file = None;
            self.saved = Profile::new(&self.comparison);
        }
        self.deleted = Some(name.clone());
        self.notice = Some(Notice::done(format!("Deleted {name}; u brings it back")));
    }

    pub(super) fn brought_back(&mut self, profile: Profile, text: String) -> Option<Effect> {
        let name = profile.name.clone()?;
        if self.is_open(&name) {
            self.file = Some(text);
            self.saved = profile;
        }
        self.notice = Some(Notice::done(format!("Brought back {name}")));
        matches!(self.layer, Layer::Profiles(_)).then_some(Effect::List)
    }

    /// Whether the open profile has this name, however it is spelled.
    fn is_open(&self, name: &ProfileName) -> bool {
        self.profile.name.as_ref().is_some_and(|open| open.key() == name.key())
    }
}

impl Naming {
    /// Adds a pasted text, on one line.
    pub(super) fn paste(&mut self, text: &str) {
        self.problem = None;
        for c in text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }) {
            self.input.handle(tui_input::InputRequest::InsertChar(c));
        }
    }
}
