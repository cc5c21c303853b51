//! How the state changes: one action in, at most one effect out, no I/O.

mod blind;
mod claims;
mod file;
mod giving;
mod layers;
mod writing;

use super::notice::first_line;
use super::{
    Action, Command, Conflict, Effect, Explorer, Field, Layer, Next, Notice, OpenProfile, Purpose, Replacing,
    Request, SaveRequest,
};

impl Explorer {
    /// Changes the state as an action says and returns what the outside world must do about it.
    pub fn update(&mut self, action: Action) -> Option<Effect> {
        // What is dragged may go on.
        let is_over = !matches!(action, Action::Drag(_));
        let effect = self.take(action);
        if is_over {
            self.reveal_when_weighed();
        }
        self.keep_listing();
        effect
    }

    fn take(&mut self, action: Action) -> Option<Effect> {
        if let Action::Do(_)
        | Action::Dead(_)
        | Action::Say(..)
        | Action::SaveAs(_)
        | Action::Edit(_)
        | Action::Paste(_) = action
        {
            self.notice = None;
            self.open.forget_before();
        }
        match action {
            Action::Do(command) => return self.command(command),
            Action::Drag(weight) => self.drag(weight),
            Action::LetGo => self.open.end_conversation(),
            Action::Dead(key) => self.notice = Some(self.instead_of(&key)),
            Action::Say(sides, said) => self.say(&sides, &said),
            Action::SaveAs(name) => return Some(Effect::Save(self.open.save_request_as(name, None))),
            Action::Edit(request) => {
                if let Some(entry) = self.layer.entry_mut() {
                    entry.edit(request);
                }
                if let Layer::Adding(adding) = &mut self.layer {
                    adding.choose_side();
                }
                self.find();
            }
            Action::Paste(text) => self.paste(&text),
            Action::Saved { request, text, warning } => return self.saved(request, text, warning),
            Action::Conflict(request) => self.ask_what_to_keep(Request::Profile(request)),
            Action::Reloaded(profile, text) => {
                self.back_to_panes();
                self.reloaded(profile, text);
            }
            Action::DraftFailed(problem) => {
                self.notice = Some(Notice::problem(format!("Unsaved changes are not kept: {problem}")));
            }
            Action::Gone => {
                self.notice = Some(Notice::problem("Another window deleted the file of this profile"));
                self.open.deleted(&self.document.comparison);
                return self.leave(Next::Quit);
            }
            Action::NotStopped => {
                self.notice =
                    Some(Notice::problem("Nothing here could make a stopped program go on, so it stays"));
            }
            Action::NameTaken(request) => self.ask_to_replace(Request::Profile(request)),
            Action::Listed(items) => self.show_profiles(items),
            Action::Gathered(items) => self.show_company(items),
            Action::Opened(profile, text) => {
                let said = profile.name.as_ref().map(|name| Notice::done(format!("Opened {name}")));
                self.open_other(OpenProfile::new(&self.document.comparison, profile, Some(text)));
                self.notice = self.open.greeting(&self.document.comparison).or(said);
            }
            Action::BroughtIn(profile) => return self.leave(Next::Sent(Box::new(profile))),
            Action::Renamed { from, to, text } => {
                if self.open.is_saved_as(&from) {
                    self.open.renamed(&to, text);
                }
                self.notice = Some(Notice::done(format!("Renamed {from} to {to}")));
                self.list_at = Some(to);
                return Some(Effect::List);
            }
            Action::Deleted(name) => {
                if self.open.is_saved_as(&name) {
                    self.open.deleted(&self.document.comparison);
                }
                let notice = Notice::done(format!("Deleted {name}"));
                self.notice = Some(notice.with(Command::Undo, "brings it back"));
                self.deleted = Some(name);
                return Some(Effect::List);
            }
            Action::BroughtBack { name, profile, text } => {
                if self.open.is_called(&name) && !self.open.is_sent() {
                    self.open.brought_back(profile, text);
                }
                self.notice = Some(Notice::done(format!("Brought back {name}")));
                if matches!(self.layer, Layer::Profiles(_)) {
                    self.list_at = Some(name);
                    return Some(Effect::List);
                }
            }
            Action::FileSaved { request, path, warning } => return self.file_saved(request, path, warning),
            Action::FileConflict(request) => self.ask_what_to_keep(Request::File(request)),
            Action::FileTaken(request) => self.ask_to_replace(Request::File(request)),
            Action::FileGone(request) => {
                self.layer = Layer::Replacing(Replacing::of_gone(request, self.take_layer()));
            }
            Action::ReportWritten(path, warning) => self.report_written(&path, warning),
            Action::ReportTaken(request) => self.ask_to_replace(Request::Report(request)),
            Action::FilesListed { recent, begun } => self.show_files(recent, begun),
            Action::FileRead(text, comparison) => self.comparison_changed(text, *comparison),
            Action::FileTrouble(trouble) => self.file_in_trouble(trouble),
            Action::FileChanged => self.file_changed_elsewhere(),
            Action::FileMended => self.file_mended(),
            Action::FileAsBefore => self.file_as_before(),
            Action::Today(date) => self.decided_on(date),
            Action::Failed(problem) => self.failed(&problem),
        }
        None
    }

    fn command(&mut self, command: Command) -> Option<Effect> {
        match command {
            Command::Move(motion) => self.moved(motion),
            Command::Toggle => match self.layer {
                Layer::Company(_) => self.take_part(),
                _ => self.toggle(),
            },
            Command::Weigh(reweigh) => self.weigh(reweigh),
            Command::Essential => self.switch_essential(),
            Command::Undo => return self.undo(),
            Command::Redo => self.redo(),
            Command::SaveAs => self.ask_text(match &self.layer {
                Layer::Conflict(conflict) => conflict.under_another_name(),
                _ if self.document.unsaved() => Purpose::SaveFile(None),
                _ => Purpose::Save(None),
            }),
            Command::Rename => {
                self.rename_chosen();
                self.rename_alternative();
            }
            Command::Delete => {
                self.delete_chosen();
                self.delete_alternative();
            }
            Command::Counting => self.switch_counting(),
            Command::Narrower => self.change_band(-1),
            Command::Wider => self.change_band(1),
            Command::Blind => self.switch_blind(),
            Command::Insight => self.show_insight(),
            Command::AskMe => self.ask_me(),
            Command::Help => self.show_help(),
            Command::AskAboutThis => self.ask_about_this(),
            Command::StepBack => self.step_back_in_layer(),
            Command::Enough => self.enough(),
            Command::Decide => self.decide(),
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
            Command::Add => match self.layer {
                Layer::Alternatives(_) => self.add_alternative(),
                _ => self.add_line(),
            },
            Command::EditLine => self.edit_chosen(),
            Command::DeleteLine => self.delete_line(),
            Command::Note => match self.cursor.claim {
                Some(claim) => self.ask_text(Purpose::Of(Field::Note(claim))),
                None => self.say_that_nothing_is_here(),
            },
            Command::Question => self.ask_text(Purpose::Of(Field::Question)),
            Command::Alternatives => self.show_alternatives(self.cursor.alternative),
            Command::Files => return Some(Effect::ListFiles),
            Command::NewLine => {
                if let Layer::Typing(typing) = &mut self.layer {
                    typing.entry_mut().insert("\n");
                }
            }
            Command::Find => self.look_for(),
            Command::List => self.switch_listing(),
            Command::Copy => return self.copy(),
            Command::Export if self.says_it_is_hidden() => {}
            Command::Export => self.ask_text(Purpose::Export),
            Command::Save => return self.save(None),
            Command::Profiles => return Some(Effect::List),
            Command::Compare => return self.ask_for_company(),
            Command::Accept => return self.accept(),
            Command::Editor => return self.open_editor(),
            Command::Suspend => return Some(Effect::Suspend),
            Command::Back => self.back(),
            Command::Interrupt if self.is_asked_to_save() => return Some(Effect::Quit),
            Command::Quit | Command::Interrupt => return self.leave(Next::Quit),
        }
        None
    }

    /// Takes a pasted text. Terminals differ in what they send at the end of a line.
    fn paste(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        match self.take_layer() {
            Layer::Adding(adding) => adding.paste(&text, self),
            mut layer => {
                if let Some(entry) = layer.entry_mut() {
                    entry.insert(&text);
                }
                self.layer = layer;
                self.find();
            }
        }
    }

    /// What to say of a key that does nothing in this layer: what would do it.
    fn instead_of(&self, key: &str) -> Notice {
        let is_weight = key == "*" || key.parse::<u8>().is_ok();
        if let (Layer::Ranking(_), true) = (&self.layer, is_weight) {
            return Notice::done("Numbers come later").with(Command::Accept, "picks what matters most");
        }
        if let (Layer::Choice(_), true) = (&self.layer, is_weight) {
            let notice = Notice::done("There is no number to give here");
            return notice.with(Command::Accept, "takes the marked line");
        }
        if let (Layer::Panes, "d") = (&self.layer, key) {
            let notice = Notice::done("What you chose is written down in insight");
            return notice.with(Command::Insight, "opens it");
        }
        if let Layer::Trial(_) = self.layer {
            return Notice::done("This is only tried on").with(Command::Accept, "keeps it");
        }
        let place = if let Layer::Insight(_) = self.layer { "on this line" } else { "here" };
        Notice::done(format!("{key} does nothing {place}")).with(Command::Help, "lists the keys")
    }

    fn ask_what_to_keep(&mut self, request: Request) {
        self.layer = Layer::Conflict(Conflict::new(request, self.take_layer()));
    }

    fn ask_to_replace(&mut self, request: Request) {
        self.layer = Layer::Replacing(Replacing::new(request, self.take_layer()));
    }

    fn saved(&mut self, request: SaveRequest, text: String, warning: Option<String>) -> Option<Effect> {
        let SaveRequest { name, profile, next, .. } = request;
        self.back_to_panes();
        self.notice = Some(Notice::saved(&format!("as {name}"), warning));
        self.open.saved(name, profile, text);
        self.go(next?)
    }

    fn failed(&mut self, problem: &str) {
        if let Some(entry) = self.layer.entry_mut() {
            return entry.refuse(first_line(problem));
        }
        // Who could not save is asked again.
        if !matches!(self.layer, Layer::Leaving(_)) {
            self.back_to_panes();
        }
        self.notice = Some(Notice::problem(problem));
    }
}
