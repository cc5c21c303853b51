//! What can happen to the state, and what it asks of the outside world.

use tui_input::InputRequest;

use super::layer::Next;
use super::shelf::ShelfItem;
use crate::profile::{Profile, ProfileName, Weight};

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Action {
    /// The person pressed a key that means something here.
    Do(Command),
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
    /// A deleted profile is there again; its file has this text.
    BroughtBack(Profile, String),
    /// What was asked for could not be done, and why.
    Failed(String),
}

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Move or scroll.
    Move(Motion),
    /// Switch the claim on or off.
    Toggle,
    /// Say how much the claim matters.
    Weigh(Weighing),
    /// Make the claim essential or not.
    Essential,
    /// Switch between counting every claim and each criterion once.
    Counting,
    /// Let set weights be off by one point less.
    Narrower,
    /// Let set weights be off by one point more.
    Wider,
    /// Show everything behind the answer.
    Insight,
    /// Be asked what matters.
    FirstWeighing,
    /// Put the criterion back that was picked last.
    Unpick,
    /// Pick no more criteria.
    Enough,
    /// Save the profile.
    Save,
    /// Save the profile under another name.
    SaveAs,
    /// Show presets and saved profiles.
    Profiles,
    /// Give the chosen profile another name.
    Rename,
    /// Delete the chosen profile.
    Delete,
    /// Take the last change back.
    Undo,
    /// Make the change again that was taken back.
    Redo,
    /// Show all keys.
    Help,
    /// Do what the dialog proposes.
    Accept,
    /// Go on without saving.
    Discard,
    /// Take over what another window saved.
    Reload,
    /// Write over what another window saved.
    Overwrite,
    /// Stop, as other programs do on Ctrl-Z.
    Suspend,
    /// Back out one level.
    Back,
    /// Leave, asking first if something is unsaved.
    Quit,
    /// Leave; the second time without asking.
    Interrupt,
}

/// A way to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// One pane to the left.
    Left,
    /// One pane to the right.
    Right,
    /// To the first line.
    First,
    /// To the last line.
    Last,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
}

/// A way to change a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighing {
    /// One point more; an unset weight starts at 5.
    More,
    /// One point less; an unset weight starts at 5.
    Less,
    /// This weight.
    Set(Weight),
    /// Not thought about yet.
    Unset,
}

/// What the runner is asked to do; it answers with an [`Action`].
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
    /// The profile; it has a name.
    pub profile: Profile,
    /// What may be written over.
    pub over: Over,
    /// Where to go then.
    pub next: Option<Next>,
}

/// What a save may write over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// Nothing: there must be no profile of that name.
    Nothing,
    /// The file as it was last read or written: this text.
    Known(String),
    /// Whatever is there: the person said so.
    Anything,
}
