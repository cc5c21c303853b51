//! What can happen to the state, and what it asks of the outside world.

use std::path::{Path, PathBuf};

use tui_input::InputRequest;

use super::command::Command;
use super::layer::{Next, Source};
use super::trouble::Trouble;
use crate::comparison::{ClaimId, Comparison};
use crate::profile::{Date, Profile, ProfileName};
use crate::safe_text::SafeText;
use crate::store::{Over, RecentFile, ShelfItem};
use crate::weight::Weight;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Action {
    /// The person pressed a key that means something here.
    Do(Command),
    /// The person pressed a letter or a sign that means nothing here; this is how it is spelled.
    Dead(String),
    /// The person moves the weight under the cursor along its bar.
    Drag(Weight),
    /// The person lets go of it.
    LetGo,
    /// The person said something of a reason, by the claims that were asked about together.
    Say(Vec<ClaimId>, Said),
    /// The person gave a name to save the profile under.
    SaveAs(ProfileName),
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
    /// The same, to be put side by side.
    Gathered(Vec<ShelfItem>),
    /// A profile was read from its file, whose text is this.
    Opened(Profile, String),
    /// A profile was read from a file that is not among the saved ones.
    BroughtIn(Profile),
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
    /// The comparison is in its file.
    FileSaved {
        /// What was asked for.
        request: FileRequest,
        /// The file, from the root.
        path: PathBuf,
        /// Why it may not last through a power cut.
        warning: Option<String>,
    },
    /// Nothing was written: the file of the comparison is no longer what was read.
    FileConflict(FileRequest),
    /// Nothing was written: there is such a file already.
    FileTaken(FileRequest),
    /// Nothing was written: the file of the comparison was moved or deleted.
    FileGone(FileRequest),
    /// A report is in its file, from the root; and why it may not last through a power cut.
    ReportWritten(PathBuf, Option<String>),
    /// Nothing was written: there is such a file already.
    ReportTaken(ReportRequest),
    /// The comparisons that were open before.
    FilesListed {
        /// The newest first.
        recent: Vec<RecentFile>,
        /// What one asks that was begun and is in no file yet.
        begun: Option<SafeText>,
    },
    /// The file of the comparison has changed, has this text and says this now.
    FileRead(String, Box<Comparison>),
    /// The file of the comparison has changed, and so has what is here.
    FileChanged,
    /// The file of the comparison has changed and can't be shown.
    FileTrouble(Trouble),
    /// The editor has ended, and the file of the comparison is as it was.
    FileAsBefore,
    /// The file of the comparison says again what it said when it was read or written last.
    FileMended,
    /// The day that it is.
    Today(Date),
    /// What was asked for could not be done, and why.
    Failed(String),
}

/// What was said of a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It matters so much, and counts.
    Matters(Weight),
    /// It counts nothing.
    Off,
    /// It is a must-have or a deal-breaker; said again, it no longer is.
    Essential,
    /// This is noted on it.
    Note(SafeText),
}

/// What the outside world is asked to do; it answers with an [`Action`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write a profile.
    Save(SaveRequest),
    /// List the saved profiles.
    List,
    /// List the saved profiles, to put them side by side.
    Gather,
    /// Read a profile.
    Open(ProfileName),
    /// Read a profile from a file that is not among the saved ones.
    BringIn(PathBuf),
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
    /// Write the comparison into a file.
    SaveFile(FileRequest),
    /// Hand a text to the clipboard of the terminal.
    Copy(String),
    /// Write a report into a file.
    WriteReport(ReportRequest),
    /// Read the file of the comparison again.
    ReloadFile(PathBuf),
    /// List the comparisons that were open before.
    ListFiles,
    /// Open another comparison in place of this one.
    Explore(Source),
    /// Open the file of the comparison in the person's editor.
    Edit,
    /// Tell what day it is.
    Today,
    /// End the program.
    Quit,
}

/// A comparison to write into a file, and where to go when that is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRequest {
    /// The file, as it was said.
    pub path: PathBuf,
    /// What is written.
    pub text: String,
    /// What may be written over.
    pub over: Over,
    /// Where to go then.
    pub next: Option<Next>,
}

/// A report to write into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRequest {
    /// The file, as it was said.
    pub path: PathBuf,
    /// What is written.
    pub text: String,
    /// What may be written over.
    pub over: Over,
}

/// A file, as it can be shown.
fn shown(path: &Path) -> String {
    SafeText::line(&path.display().to_string()).to_string()
}

impl FileRequest {
    /// The file, as it can be shown.
    #[must_use]
    pub fn name(&self) -> String {
        shown(&self.path)
    }
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

/// Something to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// A profile.
    Profile(SaveRequest),
    /// The comparison itself.
    File(FileRequest),
    /// A report.
    Report(ReportRequest),
}

impl Request {
    /// What it would be in, as the person knows it.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Profile(request) => request.name.to_string(),
            Self::File(request) => request.name(),
            Self::Report(request) => shown(&request.path),
        }
    }

    /// The same, by the person's word over whatever is there.
    pub(super) fn over_anything(self) -> Effect {
        match self {
            Self::Profile(request) => Effect::Save(SaveRequest { over: Over::Anything, ..request }),
            Self::File(request) => Effect::SaveFile(FileRequest { over: Over::Anything, ..request }),
            Self::Report(request) => Effect::WriteReport(ReportRequest { over: Over::Anything, ..request }),
        }
    }
}
