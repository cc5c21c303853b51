//! A name is typed.

use crate::explorer::{Effect, Explorer, Layer, Next, OpenProfile, TextEntry};
use crate::profile::ProfileName;
use crate::safe_text::SafeText;

/// A name is typed.
#[derive(Clone, Debug)]
pub struct Naming {
    entry: TextEntry,
    purpose: Purpose,
    /// What it was opened from.
    pub(in crate::explorer) over: Box<Layer>,
}

/// What a name is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To save the present profile under it, then to go on.
    Save(Option<Next>),
    /// To give it to a saved profile.
    Rename(ProfileName),
}

impl Purpose {
    /// Whether a text that was typed for the one is a text for the other.
    fn is_same_field(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Save(_), Self::Save(_)) => true,
            (Self::Rename(one), Self::Rename(other)) => one == other,
            (Self::Save(_), Self::Rename(_)) | (Self::Rename(_), Self::Save(_)) => false,
        }
    }
}

impl Naming {
    /// What is typed so far.
    #[must_use]
    pub fn entry(&self) -> &TextEntry {
        &self.entry
    }

    /// What the name is for.
    #[must_use]
    pub fn purpose(&self) -> &Purpose {
        &self.purpose
    }

    pub(in crate::explorer) fn entry_mut(&mut self) -> &mut TextEntry {
        &mut self.entry
    }

    /// Takes the name; the dialog stays until that has worked, and says why if it has not.
    pub(in crate::explorer) fn accept(mut self, explorer: &mut Explorer) -> Option<Effect> {
        let effect = match (ProfileName::new(self.entry.text()), &self.purpose) {
            (Ok(name), Purpose::Save(next)) => {
                Some(Effect::Save(explorer.open.save_request_as(name, next.clone())))
            }
            (Ok(to), Purpose::Rename(from)) => {
                let known = explorer.open.file().filter(|_| explorer.open.is_called(from));
                let known = known.map(ToOwned::to_owned);
                Some(Effect::Rename { from: from.clone(), to, known })
            }
            (Err(problem), _) => {
                self.entry.refuse(SafeText::line(&problem.to_string()));
                None
            }
        };
        explorer.layer = Layer::Naming(self);
        effect
    }
}

impl Explorer {
    pub(in crate::explorer) fn ask_name(&mut self, purpose: Purpose) {
        let waiting = self.typed.iter().position(|(other, _)| other.is_same_field(&purpose));
        let text = match waiting {
            Some(place) => self.typed.swap_remove(place).1,
            None => self.proposed_name(&purpose),
        };
        let entry = TextEntry::new(text, ProfileName::LONGEST);
        let over = Box::new(self.take_layer());
        self.layer = Layer::Naming(Naming { entry, purpose, over });
    }

    /// Keeps what is typed but not entered for the next time that its field is opened.
    pub(in crate::explorer) fn set_typed_aside(&mut self, layer: &Layer) {
        let Layer::Naming(Naming { entry, purpose, .. }) = layer else { return };
        if entry.text() != self.proposed_name(purpose) {
            self.typed.push((purpose.clone(), entry.text().to_owned()));
        }
    }

    /// Opens another profile. What waits to be entered as the name of this one is no name for that.
    pub(in crate::explorer) fn open_other(&mut self, open: OpenProfile) {
        self.typed.retain(|(purpose, _)| !matches!(purpose, Purpose::Save(_)));
        self.open = open;
        self.layer = Layer::Panes;
    }

    fn proposed_name(&self, purpose: &Purpose) -> String {
        let name = match purpose {
            Purpose::Save(_) => self.open.profile().name.as_ref(),
            Purpose::Rename(name) => Some(name),
        };
        name.map_or_else(String::new, ToString::to_string)
    }

    /// Saves the profile, asking for a name if it has none, then goes on to `next`.
    pub(in crate::explorer) fn save(&mut self, next: Option<Next>) -> Option<Effect> {
        let request = self.open.save_request(next.clone());
        if request.is_none() {
            self.ask_name(Purpose::Save(next));
        }
        request.map(Effect::Save)
    }
}
