//! What can happen to the state, and what it asks of the outside world.

use tui_input::InputRequest;

use super::command::Command;
use super::layer::Next;
use crate::profile::{Profile, ProfileName};
use crate::store::{Over, ShelfItem};

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Action {
    /// The person pressed a key that means something here.
    Do(Command),
    /// The person pressed a letter or a sign that means nothing here; this is how it is spelled.
    Dead(String),
    /// The person edited the text that is being typed.
    Edit(InputRequest),
    /// The person pasted a text.
    Paste(String),
    /// The profile is on disk.
    Saved {
        /// What was asked for.
        request: SaveRequest,
        /// The text of its file.
        text: String,
        /// Why it may not last through a power cut.
        warning: Option<String>,
    },
    /// Nothing was written: the file is no longer what was loaded.
    Conflict(SaveRequest),
    /// What the profile's file holds now, to be taken over as a change.
    Reloaded(Profile, String),
    /// What is not saved can't be kept in a draft, and why.
    DraftFailed(String),
    /// The person leaves, but another window deleted the file of the open profile.
    Gone,
    /// The program did not stop when it was asked to.
    NotStopped,
    /// Nothing was written: another profile has the name.
    NameTaken(SaveRequest),
    /// The saved profiles of this comparison.
    Listed(Vec<ShelfItem>),
    /// A profile was read from its file, whose text is this.
    Opened(Profile, String),
    /// A profile has another name now.
    Renamed {
        /// Its name before.
        from: ProfileName,
        /// Its name now.
        to: ProfileName,
        /// The text of its file.
        text: String,
    },
    /// A profile is gone.
    Deleted(ProfileName),
    /// A deleted profile is there again.
    BroughtBack {
        /// Its name.
        name: ProfileName,
        /// What it says.
        profile: Profile,
        /// The text of its file.
        text: String,
    },
    /// What was asked for could not be done, and why.
    Failed(String),
}

/// What the outside world is asked to do; it answers with an [`Action`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write a profile.
    Save(SaveRequest),
    /// List the saved profiles.
    List,
    /// Read a profile.
    Open(ProfileName),
    /// Read the open profile again.
    Reload(ProfileName),
    /// Give the terminal back and stop until continued.
    Suspend,
    /// Give a saved profile another name.
    Rename {
        /// Its name now.
        from: ProfileName,
        /// Its name to be.
        to: ProfileName,
        /// The text of its file as far as it is known, which must still be that.
        known: Option<String>,
    },
    /// Delete a saved profile.
    Delete(ProfileName),
    /// Bring back the profile that was deleted last.
    BringBack(ProfileName),
    /// End the program.
    Quit,
}

/// A profile to write, and where to go when that is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveRequest {
    /// The name to write it under.
    pub name: ProfileName,
    /// What is written.
    pub profile: Profile,
    /// What may be written over.
    pub over: Over,
    /// Where to go then.
    pub next: Option<Next>,
}

impl SaveRequest {
    /// The same request, by the person's word over whatever is there.
    pub(super) fn over_anything(self) -> Self {
        Self { over: Over::Anything, ..self }
    }
}
