//! The program put together: what is on screen, the profiles on disk, the drafts and the theme.
//!
//! The loop gives it events and a place to draw; tests do the same without a terminal.

mod source_file;

use std::path::{Path, PathBuf};

use crossterm::event::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::JEWELRY;
use crate::explorer::{Action, Document, Effect, Explorer, FileRequest, Layer, SaveRequest, Source};
use crate::keymap;
use crate::profile::{Date, Profile, ProfileName};
use crate::store::{
    ComparisonDrafts, DraftKeeper, Origin, RecentFiles, Resumed, Saving, Store, StoreError, UnsavedText,
    comparison_file,
};
use crate::view::{self, Theme};
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
}

impl Program {
    /// Opens the profile of a name, which may be a new one, or begins one without a name.
    ///
    /// Without a name, the profile that was open last is opened again. What an earlier run left unsaved is brought back.
    ///
    /// # Errors
    /// If the profile is there and can't be read, or is damaged.
    pub fn open(
        document: Document,
        name: Option<ProfileName>,
        surroundings: Surroundings,
        theme: Theme,
    ) -> Result<Self, StoreError> {
        let mut texts = ComparisonDrafts::new(&surroundings.data);
        let (document, before, problem) = match texts.restore(document.origin(), document.saved()) {
            Ok(Some(UnsavedText { text, base })) => {
                let (document, before) = document.with_unsaved(text, base);
                (document, before, None)
            }
            Ok(None) => (document, None, None),
            Err(error) => (document, None, Some(error)),
        };
        let mut program = Self::with_texts(document, before.as_deref(), name, surroundings, &theme, texts)?;
        if let Some(error) = problem {
            program.explorer.update(Action::DraftFailed(error.on_one_line()));
        }
        Ok(program)
    }

    /// The same, with the text before what was brought back, and what keeps such drafts.
    fn with_texts(
        document: Document,
        before: Option<&str>,
        name: Option<ProfileName>,
        surroundings: Surroundings,
        theme: &Theme,
        texts: ComparisonDrafts,
    ) -> Result<Self, StoreError> {
        let recent = RecentFiles::new(&surroundings.data);
        let store = Store::new(&surroundings.data, document.comparison());
        if let Origin::File(path) = document.origin() {
            recent.remember(path);
        }
        let source = match (document.origin(), document.saved()) {
            (Origin::File(path), Some(text)) => Some(SourceFile::new(path.clone(), text.to_owned())),
            (Origin::File(_) | Origin::Bundled | Origin::Input | Origin::New, _) => None,
        };
        let Resumed { loaded, restored, lost } = match &name {
            Some(name) => {
                Resumed { loaded: store.load(name)?, restored: store.restore(Some(name)), lost: None }
            }
            None => store.resume(),
        };
        let comparison = document.comparison();
        let is_last = name.is_none() && loaded.is_some();
        if let (Some(name), Some(_)) = (&name, &loaded) {
            store.remember(name);
        }
        let (mut profile, mut file) = match loaded {
            Some((profile, file)) => (profile, Some(file)),
            None => (Profile::new(comparison).named(name), None),
        };
        // A window that died right after saving left a draft of what is in the file.
        if let Ok(Some(restored)) = &restored
            && restored.unsaved.profile != profile
        {
            // What was not saved changes the file as it was then. If somebody saved another one since, saving will
            // find that out, as if this window had never been closed.
            file.clone_from(&restored.unsaved.base);
            let base = file.as_deref().and_then(|text| Profile::from_ron(text, comparison).ok());
            profile = base.unwrap_or(profile);
        }
        let mut explorer = Explorer::new(document, profile, file);
        if before.is_some() {
            explorer.has_brought_back(before);
        }
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
        Ok(Self {
            explorer,
            surroundings,
            recent,
            store,
            drafts,
            texts,
            changes: 0,
            source,
            is_look_due: false,
            draft_failed: false,
            left: false,
            theme: *theme,
        })
    }

    /// The comparison that was begun in the program and not saved, if there is one.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn begun(surroundings: &Surroundings, theme: &Theme) -> Result<Option<Self>, StoreError> {
        let mut drafts = ComparisonDrafts::new(&surroundings.data);
        // Where the drafts can't be read, that is said when something is opened.
        let Ok(Some(unsaved)) = drafts.restore(&Origin::New, None) else { return Ok(None) };
        // A draft that says nothing sound any more is left for whoever can mend it.
        let Ok(document) = Document::new(unsaved.text, Origin::New) else { return Ok(None) };
        let document = document.of_no_file();
        let mut program = Self::with_texts(document, None, None, surroundings.clone(), theme, drafts)?;
        program.explorer.has_brought_back(None);
        Ok(Some(program))
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
            Event::FocusGained => {
                self.is_look_due = true;
                return self.look_again();
            }
            Event::FocusLost | Event::Mouse(_) => None,
        };
        let Some(mut action) = action else { return Flow::Idle };
        while let Some(effect) = self.update(action) {
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
                Effect::Edit => match &self.source {
                    Some(source) => return Flow::Edit(source.edit(&self.explorer)),
                    None => Action::Failed("This comparison has no file of its own yet".to_owned()),
                },
                Effect::Save(request) => {
                    match self.store.save(&request.name, &request.profile, &request.over) {
                        Ok(Saving::Written { text, warning }) => Action::Saved { request, text, warning },
                        Ok(Saving::NameTaken) => Action::NameTaken(request),
                        Ok(Saving::Changed) => Action::Conflict(request),
                        Err(error) => Action::Failed(error.on_one_line()),
                    }
                }
                Effect::SaveFile(request) => self.save_file(request),
                Effect::ReloadFile(path) => {
                    self.source = Some(SourceFile::new(self.surroundings.file(&path), String::new()));
                    let found = self.source.as_mut().and_then(SourceFile::look);
                    found.unwrap_or_else(|| Action::Failed("The file is empty".to_owned()))
                }
                Effect::ListFiles => Action::FilesListed(self.recent.list()),
                Effect::Explore(source) => match self.explore(source) {
                    Ok(()) => return Flow::Changed,
                    Err(problem) => Action::Failed(problem),
                },
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
                Effect::Today => {
                    let unknown = || {
                        Action::Failed(
                            "the clock of this computer tells no day of the years 1 to 9999".to_owned(),
                        )
                    };
                    (self.surroundings.today)().map_or_else(unknown, Action::Today)
                }
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
        if !self.is_look_due || !matches!(self.explorer.layer(), Layer::Panes) {
            return Flow::Idle;
        }
        self.is_look_due = false;
        let unsaved = self.explorer.document().unsaved();
        let found = self.source.as_mut().and_then(SourceFile::look);
        let Some(found) = found else { return Flow::Idle };
        // What was written and not saved is not thrown away; saving asks which of the two to keep.
        let found = if unsaved { Action::FileChanged } else { found };
        self.update(found);
        Flow::Changed
    }

    /// Takes over what the person's editor left in the file; if it did not end well, says so.
    pub fn edited(&mut self, ended: Result<(), String>) {
        self.is_look_due = true;
        let changed = self.look_again() == Flow::Changed;
        match ended {
            Err(problem) => drop(self.explorer.update(Action::Failed(problem))),
            Ok(()) if changed => {}
            Ok(()) => drop(self.explorer.update(Action::FileAsBefore)),
        }
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

    fn save_file(&mut self, request: FileRequest) -> Action {
        let path = comparison_file::locate(&self.surroundings.file(&request.path));
        match comparison_file::save(&path, &request.text, &request.over) {
            Ok(Saving::Written { warning, .. }) => {
                self.recent.remember(&path);
                self.source = Some(SourceFile::new(path.clone(), request.text.clone()));
                Action::FileSaved { request, path, warning }
            }
            Ok(Saving::NameTaken) => Action::FileTaken(request),
            Ok(Saving::Changed) => Action::FileConflict(request),
            Err(error) => Action::Failed(error.on_one_line()),
        }
    }

    /// Opens another comparison in place of this one.
    fn explore(&mut self, source: Source) -> Result<(), String> {
        let read = |text: String, origin| {
            let name = match &origin {
                Origin::File(path) => path.display().to_string(),
                Origin::Bundled | Origin::Input | Origin::New => "the comparison".to_owned(),
            };
            Document::new(text, origin).map_err(|problems| StoreError::from(problems.of_file(name)))
        };
        let document = match source {
            Source::Bundled => read(JEWELRY.to_owned(), Origin::Bundled),
            Source::File(path) => comparison_file::read(&path)
                .map_err(StoreError::from)
                .and_then(|text| read(text, Origin::File(path))),
            Source::New { text, file } => {
                let origin = file.map_or(Origin::New, Origin::File);
                read(text, origin).map(Document::of_no_file)
            }
        };
        let document = document.map_err(|error| error.on_one_line())?;
        // Who goes elsewhere has saved what there was, or given it up.
        let given_up = self.drafts.keep(None).and_then(|()| self.texts.keep(None));
        given_up.map_err(|error| error.on_one_line())?;
        let opened = Self::open(document, None, self.surroundings.clone(), self.theme);
        *self = opened.map_err(|error| error.on_one_line())?;
        Ok(())
    }

    /// Asks for a comparison of one's own, which will be saved in this file if one was said.
    pub fn begin(&mut self, file: Option<PathBuf>) {
        self.explorer.begin(file);
    }

    /// Draws the screen.
    pub fn draw(&mut self, area: Rect, buf: &mut Buffer) {
        let extent = view::draw(&self.explorer, &self.theme, area, buf);
        self.explorer.set_extent(extent);
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

fn answer(result: Result<Action, StoreError>) -> Action {
    result.unwrap_or_else(|error| Action::Failed(error.on_one_line()))
}
