//! How the state changes: one action in, at most one effect out, no I/O.

mod claims;

use super::notice::first_line;
use super::{
    Action, Command, Conflict, Effect, Explorer, Layer, Motion, Next, Notice, OpenProfile, Purpose,
    Replacing, SaveRequest, Trial,
};

impl Explorer {
    /// Changes the state as an action says and returns what the outside world must do about it.
    pub fn update(&mut self, action: Action) -> Option<Effect> {
        if let Action::Do(_) | Action::Dead(_) | Action::Edit(_) | Action::Paste(_) = action {
            self.notice = None;
            self.open.forget_before();
        }
        match action {
            Action::Do(command) => return self.command(command),
            Action::Dead(key) => {
                let notice = Notice::done(format!("{key} does nothing here"));
                self.notice = Some(notice.with(Command::Help, "lists the keys"));
            }
            Action::Edit(request) => {
                if let Layer::Naming(naming) = &mut self.layer {
                    naming.entry_mut().edit(request);
                }
            }
            Action::Paste(text) => {
                if let Layer::Naming(naming) = &mut self.layer {
                    naming.entry_mut().insert(&text);
                }
            }
            Action::Saved { request, text, warning } => return self.saved(request, text, warning),
            Action::Conflict(request) => self.layer = Layer::Conflict(Conflict::new(request)),
            Action::Reloaded(profile, text) => {
                self.open.reloaded(&self.comparison, profile, text);
                self.layer = Layer::Panes;
                self.notice = Some(Notice::done("Reloaded").with(Command::Undo, "brings back what you had"));
            }
            Action::DraftFailed(problem) => {
                self.notice = Some(Notice::problem(format!("Unsaved changes are not kept: {problem}")));
            }
            Action::Gone => {
                self.notice = Some(Notice::problem("Another window deleted the file of this profile"));
                self.open.deleted(&self.comparison);
                return self.leave(Next::Quit);
            }
            Action::NotStopped => {
                self.notice =
                    Some(Notice::problem("Nothing here could make a stopped program go on, so it stays"));
            }
            Action::NameTaken(request) => self.layer = Layer::Replacing(Replacing::new(request)),
            Action::Listed(items) => self.show_profiles(items),
            Action::Opened(profile, text) => {
                let said = profile.name.as_ref().map(|name| Notice::done(format!("Opened {name}")));
                self.open = OpenProfile::new(&self.comparison, profile, Some(text));
                self.layer = Layer::Panes;
                self.notice = self.open.greeting(&self.comparison).or(said);
            }
            Action::Renamed { from, to, text } => {
                if self.open.is_called(&from) {
                    self.open.renamed(&to, text);
                }
                self.notice = Some(Notice::done(format!("Renamed {from} to {to}")));
                return Some(Effect::List);
            }
            Action::Deleted(name) => {
                if self.open.is_called(&name) {
                    self.open.deleted(&self.comparison);
                }
                let notice = Notice::done(format!("Deleted {name}"));
                self.notice = Some(notice.with(Command::Undo, "brings it back"));
                self.deleted = Some(name);
                return Some(Effect::List);
            }
            Action::BroughtBack { name, profile, text } => {
                if self.open.is_called(&name) {
                    self.open.brought_back(profile, text);
                }
                self.notice = Some(Notice::done(format!("Brought back {name}")));
                return matches!(self.layer, Layer::Profiles(_)).then_some(Effect::List);
            }
            Action::Failed(problem) => self.failed(&problem),
        }
        None
    }

    fn command(&mut self, command: Command) -> Option<Effect> {
        match command {
            Command::Move(motion) => self.moved(motion),
            Command::Toggle => self.toggle(),
            Command::Weigh(reweigh) => self.weigh(reweigh),
            Command::Essential => self.switch_essential(),
            Command::Undo => return self.undo(),
            Command::Redo => self.redo(),
            Command::SaveAs => self.ask_name(Purpose::Save(None)),
            Command::Rename => self.rename_chosen(),
            Command::Delete => self.delete_chosen(),
            Command::Counting => self.switch_counting(),
            Command::Narrower => self.change_band(-1),
            Command::Wider => self.change_band(1),
            Command::Insight => self.show_insight(),
            Command::AskMe => self.ask_me(),
            Command::Help => self.show_help(),
            Command::AskAboutThis => self.ask_about_this(),
            Command::StepBack => self.step_back_in_layer(),
            Command::Enough => self.enough(),
            Command::Discard => {
                if let Layer::Leaving(leaving) = self.take_layer() {
                    return leaving.discard(self);
                }
            }
            Command::Reload => {
                if let Layer::Conflict(conflict) = self.take_layer() {
                    return Some(conflict.reload());
                }
            }
            Command::Overwrite => {
                if let Layer::Conflict(conflict) = self.take_layer() {
                    return Some(conflict.overwrite());
                }
            }
            Command::Save => return self.save(None),
            Command::Profiles => return Some(Effect::List),
            Command::Accept => return self.accept(),
            Command::Suspend => return Some(Effect::Suspend),
            Command::Back => return self.back(),
            Command::Interrupt if matches!(self.layer.below_help(), Layer::Leaving(_)) => {
                return Some(Effect::Quit);
            }
            Command::Quit | Command::Interrupt => return self.leave(Next::Quit),
        }
        None
    }

    fn moved(&mut self, motion: Motion) {
        let extent = self.extent;
        match &mut self.layer {
            Layer::Panes | Layer::Trial(_) => {
                self.cursor = self.cursor.moved(motion, &self.comparison, extent);
            }
            Layer::Help(help) => help.moved(motion, extent),
            Layer::Insight(insight) => insight.moved(motion, extent),
            Layer::Ranking(ranking) => ranking.moved(motion, extent),
            Layer::Profiles(_) => self.move_through_profiles(motion),
            Layer::Question(question) => question.moved(motion, extent),
            Layer::Choice(choice) => choice.moved(motion, extent),
            Layer::Ending(ending) => ending.moved(motion, extent),
            Layer::Single(single) => single.moved(motion, extent),
            Layer::Naming(_)
            | Layer::Deleting(_)
            | Layer::Replacing(_)
            | Layer::Conflict(_)
            | Layer::Leaving(_) => {}
        }
    }

    /// Does what the dialog proposes; it closes unless it says otherwise.
    fn accept(&mut self) -> Option<Effect> {
        match self.take_layer() {
            Layer::Naming(naming) => return naming.accept(self),
            Layer::Profiles(profiles) => return profiles.accept(self),
            Layer::Deleting(deleting) => return Some(deleting.accept()),
            Layer::Replacing(replacing) => return Some(replacing.accept()),
            Layer::Leaving(leaving) => return leaving.accept(self),
            Layer::Insight(insight) => insight.accept(self),
            Layer::Trial(trial) => trial.accept(self),
            Layer::Ranking(ranking) => ranking.accept(self),
            Layer::Question(question) => question.answer(self, None),
            Layer::Choice(choice) => choice.accept(self),
            Layer::Ending(_) => self.keep_what_was_said(),
            Layer::Single(_) => {}
            layer @ (Layer::Panes | Layer::Help(_) | Layer::Conflict(_)) => self.layer = layer,
        }
        None
    }

    /// Backs out one level: to what the help was opened from, to the list of profiles from what was opened there, else
    /// to the panes.
    fn back(&mut self) -> Option<Effect> {
        self.set_typed_aside();
        match self.take_layer() {
            Layer::Naming(naming) => naming.back(),
            Layer::Deleting(_) => Some(Effect::List),
            Layer::Trial(_) => {
                Trial::back(self);
                None
            }
            Layer::Help(help) => {
                help.back(self);
                None
            }
            layer @ (Layer::Ranking(_) | Layer::Question(_)) => {
                self.leave_conversation(layer);
                None
            }
            Layer::Choice(choice) => {
                choice.back(self);
                None
            }
            Layer::Ending(_) => {
                self.keep_what_was_said();
                None
            }
            Layer::Profiles(_) => {
                self.open.end_trial();
                None
            }
            Layer::Panes
            | Layer::Insight(_)
            | Layer::Single(_)
            | Layer::Replacing(_)
            | Layer::Conflict(_)
            | Layer::Leaving(_) => None,
        }
    }

    /// Takes back what was said last.
    fn step_back_in_layer(&mut self) {
        match self.take_layer() {
            Layer::Ranking(ranking) => ranking.step_back(self),
            Layer::Question(question) => question.step_back(self),
            Layer::Choice(choice) => choice.step_back(self),
            Layer::Ending(ending) => ending.step_back(self),
            layer @ (Layer::Panes
            | Layer::Help(_)
            | Layer::Insight(_)
            | Layer::Trial(_)
            | Layer::Single(_)
            | Layer::Profiles(_)
            | Layer::Naming(_)
            | Layer::Deleting(_)
            | Layer::Replacing(_)
            | Layer::Conflict(_)
            | Layer::Leaving(_)) => self.layer = layer,
        }
    }

    /// Ends the order or the questions.
    fn enough(&mut self) {
        match self.take_layer() {
            Layer::Ranking(ranking) => ranking.enough(self),
            Layer::Question(question) => question.enough(self),
            layer @ (Layer::Panes
            | Layer::Help(_)
            | Layer::Insight(_)
            | Layer::Trial(_)
            | Layer::Choice(_)
            | Layer::Ending(_)
            | Layer::Single(_)
            | Layer::Profiles(_)
            | Layer::Naming(_)
            | Layer::Deleting(_)
            | Layer::Replacing(_)
            | Layer::Conflict(_)
            | Layer::Leaving(_)) => self.layer = layer,
        }
    }

    /// The layer, which leaves the keys to the panes.
    pub(super) fn take_layer(&mut self) -> Layer {
        std::mem::replace(&mut self.layer, Layer::Panes)
    }

    fn saved(&mut self, request: SaveRequest, text: String, warning: Option<String>) -> Option<Effect> {
        let SaveRequest { name, profile, next, .. } = request;
        self.layer = Layer::Panes;
        self.notice = Some(match warning {
            None => Notice::done(format!("Saved as {name}")),
            Some(warning) => Notice::problem(format!("Saved as {name}, but not for sure: {warning}")),
        });
        self.open.saved(name, profile, text);
        self.go(next?)
    }

    fn failed(&mut self, problem: &str) {
        if let Layer::Naming(naming) = &mut self.layer {
            naming.entry_mut().refuse(first_line(problem));
        } else {
            self.open.end_trial();
            self.layer = Layer::Panes;
            self.notice = Some(Notice::problem(problem));
        }
    }
}
