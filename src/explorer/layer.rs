//! Which part of the screen has the keys.

use tui_input::Input;

use super::action::SaveRequest;
use super::first_weighing::FirstWeighing;
use super::shelf::Shelf;
use crate::profile::ProfileName;
use crate::shown::Shown;

/// The part of the screen that has the keys.
#[derive(Clone, Debug)]
pub enum Layer {
    /// The panes with the claims.
    Panes,
    /// The list of all keys.
    Help {
        /// Lines scrolled.
        scroll: usize,
    },
    /// Everything behind the answer.
    Insight {
        /// The chosen one of the lines that can be chosen.
        at: usize,
    },
    /// The person is asked what matters.
    FirstWeighing(FirstWeighing),
    /// Presets and saved profiles.
    Profiles(Shelf),
    /// A name is typed.
    Naming(Naming),
    /// Asks whether to delete a profile.
    Deleting(ProfileName),
    /// Asks whether to write over another profile.
    Replacing(SaveRequest),
    /// Another window saved this profile meanwhile: asks what to do.
    Conflict(SaveRequest),
    /// Something is unsaved: asks whether to save it before going on.
    Leaving(Next),
}

/// A name that is being typed.
#[derive(Clone, Debug)]
pub struct Naming {
    /// The text so far.
    pub input: Input,
    /// What the name is for.
    pub purpose: Purpose,
    /// Why the text can't be the name.
    pub problem: Option<Shown>,
}

/// What a name is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To save the present profile under it, then to go on.
    Save(Option<Next>),
    /// To give it to a saved profile.
    Rename(ProfileName),
}

/// Where to go once nothing is unsaved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Out of the program.
    Quit,
    /// To a saved profile.
    Open(ProfileName),
    /// To a preset.
    Preset(usize),
}
