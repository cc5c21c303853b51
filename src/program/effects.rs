//! What the explorer wants done, done.

use std::ops::ControlFlow;
use std::path::Path;

use super::source_file::SourceFile;
use super::{Flow, Program};
use crate::comparison::Comparison;
use crate::explorer::{Action, Command, Effect, FileRequest, ReportRequest, SaveRequest, Trouble};
use crate::profile::{Profile, ProfileName};
use crate::safe_text::SafeText;
use crate::store::{ComparisonDrafts, Origin, Saving, StoreError, comparison_file};

impl Program {
    /// Does it, and returns what came of it; or how it goes on, where that is for the loop to do.
    pub(super) fn perform(&mut self, effect: Effect) -> ControlFlow<Flow, Action> {
        ControlFlow::Continue(match effect {
            Effect::Quit if self.is_gone() => Action::Gone,
            Effect::Quit if self.is_file_gone() => {
                self.update(Action::FileTrouble(Trouble::Gone));
                // Now there is something to ask about.
                Action::Do(Command::Quit)
            }
            Effect::Quit => {
                self.left = true;
                return ControlFlow::Break(Flow::Quit);
            }
            Effect::Copy(text) => return ControlFlow::Break(Flow::Copy(text)),
            Effect::Suspend => return ControlFlow::Break(Flow::Suspend),
            Effect::Edit => match &self.source {
                Some(source) => return ControlFlow::Break(Flow::Edit(source.edit(&self.explorer))),
                None => Action::Failed(
                    "It has no file of its own yet; saved in one, it can be opened in your editor".to_owned(),
                ),
            },
            Effect::Save(request) => match self.store.save(&request.name, &request.profile, &request.over) {
                Ok(Saving::Written { text, warning }) => Action::Saved { request, text, warning },
                Ok(Saving::NameTaken) => Action::NameTaken(request),
                Ok(Saving::Changed | Saving::Gone) => Action::Conflict(request),
                Err(error) => Action::Failed(error.on_one_line()),
            },
            Effect::SaveFile(request) => self.save_file(request),
            Effect::WriteReport(request) => self.write_report(request),
            Effect::ReloadFile(path) => {
                self.source = Some(SourceFile::new(self.surroundings.file(&path), String::new()));
                let found = self.source.as_mut().and_then(SourceFile::look);
                found.unwrap_or_else(|| Action::Failed("The file is empty".to_owned()))
            }
            Effect::ListFiles => {
                Action::FilesListed { recent: self.recent.list(), begun: begun(&self.surroundings.data) }
            }
            Effect::Explore(source) => match self.explore(source) {
                Ok(()) => return ControlFlow::Break(Flow::Changed),
                Err(problem) => Action::Failed(problem),
            },
            Effect::List => answer(self.store.list().map(Action::Listed)),
            Effect::Gather => answer(self.store.list().map(Action::Gathered)),
            Effect::Open(name) => self.read(&name, Action::Opened),
            Effect::BringIn(path) => {
                let read = self.store.read(&self.surroundings.file(&path));
                answer(read.map(|(profile, _)| Action::BroughtIn(profile)))
            }
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
        })
    }

    /// Takes note of which profile is open now, for the next start.
    pub(super) fn remember(&self, action: &Action) {
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
            && !self.explorer.open().is_sent()
        {
            self.store.remember(name);
        }
    }

    /// Whether nothing seems unsaved, but the file of the open profile is not there any more.
    fn is_gone(&self) -> bool {
        let open = self.explorer.open();
        let is_there = |name| !matches!(self.store.load(name), Ok(None));
        !open.unsaved() && open.file().is_some() && !open.profile().name.as_ref().is_none_or(is_there)
    }

    /// Whether nothing seems unsaved, but the file of the comparison is not there any more.
    fn is_file_gone(&self) -> bool {
        let document = self.explorer.document();
        match document.origin() {
            Origin::File(path) if !document.unsaved() => {
                comparison_file::read(path).is_err_and(|error| error.is_gone())
            }
            Origin::File(_) | Origin::Bundled | Origin::Input | Origin::Import(_) | Origin::New => false,
        }
    }

    fn read(&self, name: &ProfileName, then: fn(Profile, String) -> Action) -> Action {
        answer(self.store.load(name).map(|loaded| match loaded {
            Some((profile, text)) => then(profile, text),
            None => Action::Failed(format!("{name} is gone")),
        }))
    }

    fn write_report(&self, request: ReportRequest) -> Action {
        let path = comparison_file::locate(&self.surroundings.file(&request.path));
        if self.explorer.document().origin().path() == Some(&path) {
            return Action::Failed("that is the file of the comparison itself; take another name".to_owned());
        }
        match comparison_file::save_report(&path, &request.text, &request.over) {
            Ok(Saving::Written { warning, .. }) => Action::ReportWritten(path, warning),
            Ok(Saving::NameTaken | Saving::Changed | Saving::Gone) => Action::ReportTaken(request),
            Err(error) => Action::Failed(error.on_one_line()),
        }
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
            Ok(Saving::Gone) => Action::FileGone(request),
            Err(error) => Action::Failed(error.on_one_line()),
        }
    }
}

/// What the comparison asks that was begun and is in no file yet, if a window left one.
fn begun(data: &Path) -> Option<SafeText> {
    let unsaved = ComparisonDrafts::new(data).restore(&Origin::New, None).ok()??;
    Some(Comparison::from_ron(&unsaved.text).ok()?.title().clone())
}

fn answer(result: Result<Action, StoreError>) -> Action {
    result.unwrap_or_else(|error| Action::Failed(error.on_one_line()))
}
