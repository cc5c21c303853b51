//! The program put together: what is on screen, the profiles on disk, the drafts and the theme.
//!
//! The loop gives it events and a place to draw; tests do the same without a terminal.

mod effects;
mod opening;
mod pointer;
mod source_file;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crossterm::event::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::comparison::ClaimId;
use crate::explorer::{Action, Effect, Explorer, Layer};
use crate::keymap;
use crate::profile::Date;
use crate::store::{ComparisonDrafts, DraftKeeper, RecentFiles, Store};
use crate::view::{self, Spots, Theme};
pub use opening::{Whose, document};
use source_file::SourceFile;

/// How it goes on after something happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Nothing changed.
    Idle,
    /// Something changed: draw.
    Changed,
    /// Stop until continued.
    Suspend,
    /// Let the person's editor have the terminal; [`Program::edited`] says how that ended.
    Edit(Edit),
    /// Hand this text, which is safe to show, to the clipboard of the terminal.
    Copy(String),
    /// The person leaves.
    Quit,
    /// Die of this signal.
    Die(i32),
}

/// What the person's editor is to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The file.
    pub file: PathBuf,
    /// The line in it, from 1.
    pub line: usize,
}

/// What the program needs to know of the computer.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// Where profiles and what is like them live.
    pub data: PathBuf,
    /// Where a file is that is named without a folder.
    pub here: PathBuf,
    /// What `~` stands for.
    pub home: Option<PathBuf>,
    /// What day it is where the person is, if that is known.
    pub today: fn() -> Option<Date>,
}

impl Surroundings {
    /// The file of a name as a person types it.
    fn file(&self, name: &Path) -> PathBuf {
        match (name.strip_prefix("~"), &self.home) {
            (Ok(name), Some(home)) => home.join(name),
            (Ok(_) | Err(_), _) => self.here.join(name),
        }
    }
}

/// The program without its terminal.
#[derive(Debug)]
pub struct Program {
    explorer: Explorer,
    surroundings: Surroundings,
    recent: RecentFiles,
    store: Store,
    drafts: DraftKeeper,
    /// Drafts of the comparison itself.
    texts: ComparisonDrafts,
    /// How often the comparison had changed when the store last heard of it.
    changes: usize,
    /// The file that the comparison came from, if it came from one.
    source: Option<SourceFile>,
    /// Whether somebody may have changed that since it was looked at.
    is_look_due: bool,
    /// Whether the last draft could not be kept, which is said once.
    draft_failed: bool,
    /// Whether the person has left, and with that saved or given up what there was.
    left: bool,
    theme: Theme,
    /// What can be pointed at, as it was drawn last.
    spots: Spots,
    /// The claim under the cursor, while its weight is dragged.
    dragged: Option<ClaimId>,
}

impl Program {
    /// What can be pointed at, as it was drawn last.
    #[must_use]
    pub fn spots(&self) -> &Spots {
        &self.spots
    }

    /// The state that is drawn.
    #[must_use]
    pub fn explorer(&self) -> &Explorer {
        &self.explorer
    }

    /// Takes one event to its end: what it means, what that changes, and all that must be done about it.
    pub fn take(&mut self, event: Event) -> Flow {
        if !matches!(event, Event::Mouse(_)) {
            self.let_go();
        }
        let action = match event {
            Event::Key(key) => keymap::action(self.explorer.layer(), key),
            Event::Paste(text) => Some(Action::Paste(text)),
            Event::Resize(..) => return Flow::Changed,
            Event::FocusGained => {
                self.is_look_due = true;
                return self.look_again();
            }
            Event::Mouse(event) => return self.point(event),
            Event::FocusLost => None,
        };
        action.map_or(Flow::Idle, |action| self.act(action))
    }

    /// Takes what somebody did to its end, with all that must be done about it.
    pub fn act(&mut self, mut action: Action) -> Flow {
        // What was drawn may be no longer so: a second click waits until it is drawn again.
        self.spots = Spots::default();
        while let Some(effect) = self.update(action) {
            if effect != Effect::Quit {
                // What follows may wait for the disk, for another window or until the program is continued.
                self.keep_draft();
            }
            action = match self.perform(effect) {
                ControlFlow::Continue(action) => action,
                ControlFlow::Break(flow) => return flow,
            };
            self.remember(&action);
        }
        self.look_again();
        Flow::Changed
    }

    /// Changes the state; the store is told if the comparison says something else then.
    fn update(&mut self, action: Action) -> Option<Effect> {
        let effect = self.explorer.update(action);
        self.follow();
        effect
    }

    /// Tells the store if the comparison says something else by now.
    fn follow(&mut self) {
        let changes = self.explorer.document().changes();
        if std::mem::replace(&mut self.changes, changes) != changes {
            self.store = self.store.of(self.explorer.comparison());
            self.drafts.move_onto(self.store.clone());
        }
    }

    /// Looks at the file of the comparison if somebody may have changed it.
    ///
    /// Whatever is open over the panes may be about lines that the file no longer has, so it is finished first.
    fn look_again(&mut self) -> Flow {
        let document = self.explorer.document();
        let unsaved = document.is_changed();
        if let (false, Some(source), Some(saved)) = (unsaved, &mut self.source, document.saved()) {
            self.is_look_due |= source.catch_up(saved);
        }
        if !self.is_look_due || !matches!(self.explorer.layer(), Layer::Panes) {
            return Flow::Idle;
        }
        self.is_look_due = false;
        let found = self.source.as_mut().and_then(SourceFile::look);
        let Some(found) = found else { return Flow::Idle };
        let document = self.explorer.document();
        let found = match found {
            Action::FileRead(text, _) if unsaved && document.saved() == Some(&text) => Action::FileMended,
            // What was written and not saved is not thrown away; saving asks which of the two to keep. Once that is taken
            // back, what the file says is read after all.
            Action::FileRead(text, _) if unsaved && document.text() != text => {
                self.source.iter_mut().for_each(SourceFile::fall_behind);
                Action::FileChanged
            }
            found => found,
        };
        self.update(found);
        Flow::Changed
    }

    /// Takes over what the person's editor left in the file; if it did not end well, says so.
    pub fn edited(&mut self, ended: Result<(), String>) {
        self.is_look_due = true;
        let changed = self.look_again() == Flow::Changed;
        match ended {
            // What is wrong with the file is told already, and is worse.
            Err(_) if changed && self.explorer.trouble().is_some() => {}
            Err(problem) if changed => {
                let problem = format!("{problem}, and changed the file, which was read again");
                drop(self.explorer.update(Action::Failed(problem)));
            }
            Err(problem) => drop(self.explorer.update(Action::Failed(problem))),
            Ok(()) if changed => {}
            Ok(()) => drop(self.explorer.update(Action::FileAsBefore)),
        }
    }

    /// Whether what is not saved is on disk, as far as is known.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        !self.draft_failed
    }

    /// Says that it could not be stopped.
    pub fn not_stopped(&mut self) {
        self.explorer.update(Action::NotStopped);
    }

    /// Asks for a comparison of one's own, which will be saved in this file if one was said.
    pub fn begin(&mut self, file: Option<PathBuf>) {
        self.explorer.begin(file);
    }

    /// Draws the screen.
    pub fn draw(&mut self, area: Rect, buf: &mut Buffer) {
        let (extent, spots) = view::draw(&self.explorer, &self.theme, area, buf);
        self.explorer.set_extent(extent);
        self.spots = spots;
    }

    /// Puts what is unsaved on disk; who has left has nothing unsaved. If it begins to fail, the screen says so.
    pub fn keep_draft(&mut self) -> Flow {
        let unsaved = (self.explorer.open().unsaved() && !self.left).then(|| {
            let open = self.explorer.open();
            (open.profile(), open.file())
        });
        let document = self.explorer.document();
        let written = (document.unsaved() && !self.left)
            .then(|| (document.origin(), document.text(), document.saved()));
        let kept = self.drafts.keep(unsaved).and(self.texts.keep(written));
        let failed_before = std::mem::replace(&mut self.draft_failed, kept.is_err());
        match kept {
            Err(error) if !failed_before => {
                self.explorer.update(Action::DraftFailed(error.on_one_line()));
                Flow::Changed
            }
            Ok(()) | Err(_) => Flow::Idle,
        }
    }
}
