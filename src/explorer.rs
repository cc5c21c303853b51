//! What is on screen and how it changes: the state of the program, without a terminal or a file.

mod action;
mod command;
mod conversation;
mod cursor;
mod dialogs;
mod document;
mod history;
mod layer;
mod listing;
mod notice;
mod open_profile;
mod patch;
mod text_entry;
mod trouble;
mod update;

pub use action::{Action, Effect, FileRequest, ReportRequest, Request, Said, SaveRequest};
pub use command::{Command, Motion, Reweigh};
pub use conversation::{Conversation, Gut, Rest};
pub use cursor::Cursor;
pub use dialogs::adding::Adding;
pub use dialogs::alternatives::Alternatives;
pub use dialogs::beginning::Beginning;
pub use dialogs::choice::{Choice, Turn};
pub use dialogs::company::{Company, Divided, Member};
pub use dialogs::conflict::Conflict;
pub use dialogs::deciding::{Deciding, DecidingLine};
pub use dialogs::deleting::Deleting;
pub use dialogs::editing::{Editing, Part};
pub use dialogs::ending::Ending;
pub use dialogs::explaining::Explaining;
pub use dialogs::files::{FileLine, Files};
pub use dialogs::finding::Finding;
pub use dialogs::help::Help;
pub use dialogs::insight::{Insight, InsightLine, LineDoes};
pub use dialogs::leaving::Leaving;
pub use dialogs::pasting::Pasting;
pub use dialogs::profiles::{ProfileLine, Profiles};
pub use dialogs::question::Question;
pub use dialogs::ranking::Ranking;
pub use dialogs::replacing::Replacing;
pub use dialogs::sides::Sides;
pub use dialogs::single::Single;
pub use dialogs::trial::Trial;
pub use dialogs::typing::{Field, Purpose, Typing};
pub use document::Document;
pub use layer::{Extent, Layer, Next, Source};
pub use listing::Listing;
pub use notice::{Notice, NoticeKind};
pub use open_profile::OpenProfile;
pub use text_entry::TextEntry;
pub use trouble::Trouble;

use std::collections::BTreeMap;

use crate::comparison::{ClaimId, Comparison};
use crate::decision::Assessment;
use crate::import::Import;
use crate::profile::{Profile, ProfileName, Stance};
use crate::store::Lost;
use crate::story::{Story, counted};

/// The state of the program.
#[derive(Debug)]
pub struct Explorer {
    document: Document,
    /// What is wrong with the file that it came from, as far as is known.
    trouble: Option<Trouble>,
    open: OpenProfile,
    /// The saved profile that was deleted last, until something else is there to undo.
    deleted: Option<ProfileName>,
    /// What was typed but not entered, for the next time that its field is opened.
    typed: Vec<(Purpose, String)>,
    /// Who was let take part side by side, or not, by name.
    taking_part: BTreeMap<String, bool>,
    /// Whether a new profile is weighed blind, as the one before was.
    begins_blind: bool,
    /// The saved profile at which the list is shown the next time.
    list_at: Option<ProfileName>,
    /// The same of why something was decided.
    why_typed: Option<String>,
    cursor: Cursor,
    listing: Listing,
    layer: Layer,
    notice: Option<Notice>,
    extent: Extent,
}

impl Explorer {
    /// Starts on the first claim of the first alternative.
    ///
    /// `file` is the text of the profile's file, or none if the profile is a new one.
    #[must_use]
    pub fn new(document: Document, profile: Profile, file: Option<String>) -> Self {
        let open = OpenProfile::new(&document.comparison, profile, file);
        Self::with(document, open)
    }

    /// The same with the weights that a document came with, if it came with any; they have no name yet.
    #[must_use]
    pub fn as_given(document: Document) -> Self {
        let open = match document.comparison.as_given() {
            Some(preset) => OpenProfile::of_preset(&document.comparison, preset),
            None => OpenProfile::new(&document.comparison, Profile::new(&document.comparison), None),
        };
        Self::with(document, open)
    }

    fn with(document: Document, open: OpenProfile) -> Self {
        Self {
            cursor: Cursor::first(&document.comparison),
            listing: Listing::default(),
            layer: Layer::Panes,
            notice: open.greeting(&document.comparison),
            extent: Extent::default(),
            document,
            trouble: None,
            open,
            deleted: None,
            typed: Vec::new(),
            taking_part: BTreeMap::new(),
            begins_blind: false,
            list_at: None,
            why_typed: None,
        }
    }

    /// Takes over what an earlier run did not save, as one change, which undo takes back.
    pub fn bring_back(&mut self, draft: Profile) {
        let name = self.profile().name.clone();
        self.open.bring_back(&self.document.comparison, draft.named(name));
        if self.unsaved() {
            let notice = Notice::done("Brought back what was not saved");
            self.notice = Some(self.undoable(0, notice, "discards it"));
        }
    }

    /// Takes over what another window saved, as one change.
    fn reloaded(&mut self, profile: Profile, file: String) {
        let changes = self.open.changes();
        self.open.reloaded(&self.document.comparison, profile, file);
        self.notice = Some(self.undoable(changes, Notice::done("Reloaded"), "brings back what you had"));
    }

    /// A notice that names what undo does, if there is something to undo since there were so many changes: that the answer
    /// was hidden or shown is no change.
    fn undoable(&self, changes: usize, notice: Notice, does: &'static str) -> Notice {
        if self.open.changes() > changes { notice.with(Command::Undo, does) } else { notice }
    }

    /// Says that the comparison has what an earlier run wrote and did not save. It is one change of the text `before`,
    /// which undo takes back; of one without a file it is all there is.
    pub fn has_brought_back(&mut self, before: Option<&str>) {
        let notice = Notice::done("Brought back what was not saved");
        self.notice = Some(match before {
            Some(before) => {
                self.open.was_rewritten(&self.document, before, "what was not saved".to_owned());
                notice.with(Command::Undo, "discards it")
            }
            None => notice.with(Command::Files, "opens another, or begins one"),
        });
    }

    /// Says that what was brought back changes a document as it was then, and that it is another by now.
    pub fn has_brought_back_older(&mut self) {
        let notice = Notice::done("Brought back what was not saved, of the document before it was changed");
        self.notice = Some(notice.with(Command::Undo, "discards it"));
    }

    /// Says what was read from a document of another kind, and what of it was not.
    pub fn has_imported(&mut self, import: &Import) {
        let comparison = self.comparison();
        let (options, reasons) = (comparison.alternatives().len(), comparison.claims().len());
        let left = match import.left_out.len() {
            0 => String::new(),
            left => format!("; {} left out, which `touchstone import` lists", counted(left, "line")),
        };
        let said = format!("Read {} and {}{left}", counted(options, "option"), counted(reasons, "reason"));
        self.notice = Some(Notice::done(said));
    }

    /// Says that what is open was open last, unless there is more to say of it.
    pub fn opened_again(&mut self) {
        if let (None, Some(name)) = (&self.notice, &self.open.profile().name) {
            let notice = Notice::done(format!("Opened {name} again"));
            self.notice = Some(notice.with(Command::Profiles, "has others and a new one"));
        }
    }

    /// Says that what was open last is not.
    pub fn not_opened_again(&mut self, lost: &Lost) {
        self.notice = Some(match lost {
            Lost::Gone(name) => Notice::problem(format!("{name} is gone, so this is a new profile")),
            Lost::Damaged(name) => {
                let notice = Notice::problem(format!("{name} could not be opened again"));
                notice.with(Command::Profiles, "lists it")
            }
        });
    }

    /// What is compared.
    #[must_use]
    pub fn comparison(&self) -> &Comparison {
        &self.document.comparison
    }

    /// The comparison with all that is known of it.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What is wrong with the file that it came from: what is shown is then what was read last.
    #[must_use]
    pub fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }

    /// The open profile with all that is known of it.
    #[must_use]
    pub fn open(&self) -> &OpenProfile {
        &self.open
    }

    /// What is shown: what the person thinks of the comparison, or what is tried on or previewed.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        self.open.shown().0
    }

    /// What follows from what is shown.
    #[must_use]
    pub fn assessment(&self) -> &Assessment {
        self.open.shown().1
    }

    /// Whether something would be lost by leaving now.
    #[must_use]
    pub fn unsaved(&self) -> bool {
        self.open.unsaved() || self.document.unsaved()
    }

    /// The stance on a claim.
    #[must_use]
    pub fn stance(&self, claim: ClaimId) -> &Stance {
        &self.profile()[claim]
    }

    /// What can be told of it.
    #[must_use]
    pub fn story(&self) -> Story<'_> {
        Story {
            comparison: &self.document.comparison,
            profile: self.profile(),
            assessment: self.assessment(),
        }
    }

    /// Where the cursor is.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// Which layer has the keys.
    #[must_use]
    pub fn layer(&self) -> &Layer {
        &self.layer
    }

    /// What happened on the last key, if it isn't visible by itself.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Takes note of how much fits on the screen.
    pub fn set_extent(&mut self, extent: Extent) {
        self.extent = extent;
    }
}
