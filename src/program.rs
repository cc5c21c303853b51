//! The program put together: what is on screen, the profiles on disk, the drafts and the theme.
//!
//! The loop gives it events and a place to draw; tests do the same without a terminal.

use crossterm::event::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::comparison::Comparison;
use crate::explorer::{Action, Effect, Explorer, SaveRequest};
use crate::keymap;
use crate::profile::{Profile, ProfileName};
use crate::store::{DraftKeeper, Resumed, Saving, Store, StoreError};
use crate::view::{self, Theme};

/// How it goes on after something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Nothing changed.
    Idle,
    /// Something changed: draw.
    Changed,
    /// Stop until continued.
    Suspend,
    /// The person leaves.
    Quit,
    /// Die of this signal.
    Die(i32),
}

/// The program without its terminal.
#[derive(Debug)]
pub struct Program {
    explorer: Explorer,
    store: Store,
    drafts: DraftKeeper,
    /// Whether the last draft could not be kept, which is said once.
    draft_failed: bool,
    /// Whether the person has left, and with that saved or given up what there was.
    left: bool,
    theme: Theme,
}

impl Program {
    /// Opens the profile of a name, which may be a new one, or begins one without a name.
    ///
    /// Without a name, the profile that was open last is opened again. What an earlier run left unsaved is brought back.
    ///
    /// # Errors
    /// If the profile is there and can't be read, or is damaged.
    pub fn open(
        comparison: Comparison,
        name: Option<ProfileName>,
        store: Store,
        theme: Theme,
    ) -> Result<Self, StoreError> {
        let Resumed { loaded, restored, lost } = match &name {
            Some(name) => {
                Resumed { loaded: store.load(name)?, restored: store.restore(Some(name)), lost: None }
            }
            None => store.resume(),
        };
        let is_last = name.is_none() && loaded.is_some();
        if let (Some(name), Some(_)) = (&name, &loaded) {
            store.remember(name);
        }
        let (mut profile, mut file) = match loaded {
            Some((profile, file)) => (profile, Some(file)),
            None => (Profile::new(&comparison).named(name), None),
        };
        // A window that died right after saving left a draft of what is in the file.
        if let Ok(Some(restored)) = &restored
            && restored.unsaved.profile != profile
        {
            // What was not saved changes the file as it was then. If somebody saved another one since, saving will
            // find that out, as if this window had never been closed.
            file.clone_from(&restored.unsaved.base);
            let base = file.as_deref().and_then(|text| Profile::from_ron(text, &comparison).ok());
            profile = base.unwrap_or(profile);
        }
        let mut explorer = Explorer::new(comparison, profile, file);
        if is_last {
            explorer.opened_again();
        }
        if let Some(lost) = lost {
            explorer.not_opened_again(&lost);
        }
        let drafts = match restored {
            Ok(restored) => {
                if let Some(restored) = &restored {
                    explorer.bring_back(restored.unsaved.profile.clone());
                }
                DraftKeeper::new(store.clone(), restored)
            }
            Err(error) => {
                explorer.update(Action::DraftFailed(error.on_one_line()));
                DraftKeeper::new(store.clone(), None)
            }
        };
        Ok(Self { explorer, store, drafts, draft_failed: false, left: false, theme })
    }

    /// The state that is drawn.
    #[must_use]
    pub fn explorer(&self) -> &Explorer {
        &self.explorer
    }

    /// Takes one event to its end: what it means, what that changes, and all that must be done about it.
    pub fn take(&mut self, event: Event) -> Flow {
        let action = match event {
            Event::Key(key) => keymap::action(self.explorer.layer(), key),
            Event::Paste(text) => Some(Action::Paste(text)),
            Event::Resize(..) => return Flow::Changed,
            Event::FocusGained | Event::FocusLost | Event::Mouse(_) => None,
        };
        let Some(mut action) = action else { return Flow::Idle };
        while let Some(effect) = self.explorer.update(action) {
            if effect != Effect::Quit {
                // What follows may wait for the disk, for another window or until the program is continued.
                self.keep_draft();
            }
            action = match effect {
                Effect::Quit if self.is_gone() => Action::Gone,
                Effect::Quit => {
                    self.left = true;
                    return Flow::Quit;
                }
                Effect::Suspend => return Flow::Suspend,
                Effect::Save(request) => {
                    match self.store.save(&request.name, &request.profile, &request.over) {
                        Ok(Saving::Written { text, warning }) => Action::Saved { request, text, warning },
                        Ok(Saving::NameTaken) => Action::NameTaken(request),
                        Ok(Saving::Changed) => Action::Conflict(request),
                        Err(error) => Action::Failed(error.on_one_line()),
                    }
                }
                Effect::List => answer(self.store.list().map(Action::Listed)),
                Effect::Open(name) => self.read(&name, Action::Opened),
                Effect::Reload(name) => self.read(&name, Action::Reloaded),
                Effect::Rename { from, to, known } => {
                    let renamed = self.store.rename(&from, &to, known.as_deref());
                    answer(renamed.map(|text| Action::Renamed { from, to, text }))
                }
                Effect::Delete(name) => answer(self.store.delete(&name).map(|()| Action::Deleted(name))),
                Effect::BringBack(name) => {
                    let back = self.store.bring_back(&name);
                    answer(back.map(|(profile, text)| Action::BroughtBack { name, profile, text }))
                }
            };
            self.remember(&action);
        }
        Flow::Changed
    }

    /// Takes note of which profile is open now, for the next start.
    fn remember(&self, action: &Action) {
        if let Action::Saved { request: SaveRequest { name, .. }, .. } = action {
            self.store.remember(name);
        }
        if let Action::Opened(Profile { name: Some(name), .. }, _) = action {
            self.store.remember(name);
        }
        if let Action::Renamed { from, to, .. } = action
            && self.store.last().is_some_and(|last| last.key() == from.key())
        {
            self.store.remember(to);
        }
        if let Action::Deleted(name) = action {
            self.store.forget(name);
        }
        if let Action::BroughtBack { name, .. } = action
            && self.explorer.open().is_called(name)
        {
            self.store.remember(name);
        }
    }

    /// Says that it could not be stopped.
    pub fn not_stopped(&mut self) {
        self.explorer.update(Action::NotStopped);
    }

    /// Whether nothing seems unsaved, but the file of the open profile is not there any more.
    fn is_gone(&self) -> bool {
        let open = self.explorer.open();
        let is_there = |name| !matches!(self.store.load(name), Ok(None));
        !open.unsaved() && open.file().is_some() && !open.profile().name.as_ref().is_none_or(is_there)
    }

    fn read(&self, name: &ProfileName, then: fn(Profile, String) -> Action) -> Action {
        answer(self.store.load(name).map(|loaded| match loaded {
            Some((profile, text)) => then(profile, text),
            None => Action::Failed(format!("{name} is gone")),
        }))
    }

    /// Draws the screen.
    pub fn draw(&mut self, area: Rect, buf: &mut Buffer) {
        let extent = view::draw(&self.explorer, &self.theme, area, buf);
        self.explorer.set_extent(extent);
    }

    /// Puts what is unsaved on disk; who has left has nothing unsaved. If it begins to fail, the screen says so.
    pub fn keep_draft(&mut self) -> Flow {
        let unsaved = (self.explorer.unsaved() && !self.left).then(|| {
            let open = self.explorer.open();
            (open.profile(), open.file())
        });
        let kept = self.drafts.keep(unsaved);
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

fn answer(result: Result<Action, StoreError>) -> Action {
    result.unwrap_or_else(|error| Action::Failed(error.on_one_line()))
}
