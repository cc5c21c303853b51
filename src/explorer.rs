//! What is on screen and how it changes: the state of the program, without a terminal or a file.

mod action;
mod cursor;
mod first_weighing;
mod history;
mod insight;
mod layer;
mod notice;
mod shelf;
mod update;

pub use action::{Action, Command, Effect, Motion, Over, SaveRequest, Weighing};
pub use cursor::Cursor;
pub use first_weighing::{FirstWeighing, Question, Ranking};
pub use insight::{InsightLine, insight};
pub use layer::{Layer, Naming, Next, Purpose};
pub use notice::{Notice, NoticeKind};
pub use shelf::{Shelf, ShelfItem};

use crate::comparison::{Comparison, Preset};
use crate::decision::{self, Assessment};
use crate::profile::{Profile, ProfileName, Stance};
use history::History;

/// How much of the present layer fits on the screen, as the view found it when it last drew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Lines of the list that has the keys that are visible at once.
    pub page: usize,
    /// Lines by which it can be scrolled.
    pub overflow: usize,
}

/// The state of the program.
#[derive(Debug)]
pub struct Explorer {
    comparison: Comparison,
    profile: Profile,
    /// The profile as last opened or saved: what differs from it is unsaved.
    saved: Profile,
    /// The text of the profile's file as last read or written; none if there is no file yet.
    file: Option<String>,
    history: History,
    /// The saved profile that was deleted last, until something else is there to undo.
    deleted: Option<ProfileName>,
    cursor: Cursor,
    layer: Layer,
    notice: Option<Notice>,
    assessment: Assessment,
    extent: Extent,
}

impl Explorer {
    /// Starts on the first claim of the first alternative.
    ///
    /// `file` is the text of the profile's file, or none if the profile is a new one.
    #[must_use]
    pub fn new(comparison: Comparison, profile: Profile, file: Option<String>) -> Self {
        let assessment = decision::assess(&comparison, &profile);
        let cursor = Cursor::first(&comparison);
        let mut explorer = Self {
            comparison,
            saved: profile.clone(),
            profile,
            file,
            history: History::default(),
            deleted: None,
            cursor,
            layer: Layer::Panes,
            notice: None,
            assessment,
            extent: Extent::default(),
        };
        explorer.notice = explorer.opening_notice();
        explorer
    }

    /// What is compared.
    #[must_use]
    pub fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// What the person thinks of it.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// What follows from it.
    #[must_use]
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
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

    /// Whether something would be lost by leaving now.
    #[must_use]
    pub fn unsaved(&self) -> bool {
        self.profile != self.saved
    }

    /// The text of the file that the profile was opened from or saved to last.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// The stance on a claim.
    #[must_use]
    pub fn stance(&self, claim: usize) -> &Stance {
        &self.profile.stances[claim]
    }

    /// Takes note of how much fits on the screen.
    pub fn set_extent(&mut self, extent: Extent) {
        self.extent = extent;
    }

    fn open(&mut self, profile: Profile, file: Option<String>) {
        self.saved = profile.clone();
        self.profile = profile;
        self.file = file;
        self.history = History::default();
        self.layer = Layer::Panes;
        self.reassess();
    }

    /// Takes over what an earlier run did not save, as one change, which undo takes back.
    pub fn bring_back(&mut self, draft: Profile) {
        let before = self.profile.clone();
        self.profile = Profile { name: before.name.clone(), ..draft };
        self.history.record(&before, &self.profile);
        self.reassess();
        if self.unsaved() {
            self.notice = Some(Notice::done("Brought back what was not saved; u discards it"));
        }
    }

    fn open_preset(&mut self, preset: &Preset) {
        self.open(Profile::from_preset(&self.comparison, preset), None);
        self.notice = Some(Notice::done(format!("Opened the preset {}", preset.name)));
    }

    fn reassess(&mut self) {
        self.assessment = decision::assess(&self.comparison, &self.profile);
    }

    fn opening_notice(&self) -> Option<Notice> {
        let gone = self.profile.gone.len();
        match (&self.profile.name, gone) {
            (Some(name), 0) if self.file.is_none() => {
                Some(Notice::done(format!("{name} is a new profile; s saves it")))
            }
            (_, 0) => None,
            (_, 1) => Some(Notice::done("1 stance is about a claim that is gone; it is kept")),
            (_, gone) => {
                Some(Notice::done(format!("{gone} stances are about claims that are gone; they are kept")))
            }
        }
    }
}
