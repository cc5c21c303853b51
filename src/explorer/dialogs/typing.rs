//! A text is typed in a box of its own: a name, a title, a note.

mod purpose;

pub(super) use purpose::LONGEST_TITLE;
pub use purpose::{Field, Purpose};

use crate::comparison::ClaimId;
use crate::edit::Edit;
use crate::explorer::{Command, Effect, Explorer, Layer, Motion, Next, Notice, OpenProfile, TextEntry};
use crate::profile::ProfileName;
use crate::safe_text::SafeText;

/// A text is typed.
#[derive(Clone, Debug)]
pub struct Typing {
    entry: TextEntry,
    purpose: Purpose,
    /// Where the box was opened.
    pub(in crate::explorer) over: Box<Layer>,
}

impl Typing {
    fn new(purpose: Purpose, text: String, over: Box<Layer>) -> Self {
        Self { entry: purpose.entry(text), purpose, over }
    }

    /// What is typed so far.
    #[must_use]
    pub fn entry(&self) -> &TextEntry {
        &self.entry
    }

    /// What the text is for.
    #[must_use]
    pub fn purpose(&self) -> &Purpose {
        &self.purpose
    }

    pub(in crate::explorer) fn entry_mut(&mut self) -> &mut TextEntry {
        &mut self.entry
    }

    pub(in crate::explorer) fn moved(&mut self, motion: Motion) {
        if let Motion::Up | Motion::Down = motion {
            self.entry.move_by_line(motion == Motion::Down);
        }
    }

    /// Takes the text, one of several lines on an empty line; the box stays until that has worked, and says why if it
    /// has not.
    pub(in crate::explorer) fn accept(mut self, explorer: &mut Explorer) -> Option<Effect> {
        if self.entry.goes_on() {
            self.entry.insert("\n");
            explorer.layer = Layer::Typing(self);
            return None;
        }
        let typed = self.entry.text().to_owned();
        let name = || ProfileName::new(&typed).map_err(|problem| problem.to_string());
        let done = match &self.purpose {
            Purpose::Save(next) => {
                name().map(|name| Some(Effect::Save(explorer.open.save_request_as(name, next.clone()))))
            }
            Purpose::Rename(from) => name().map(|to| {
                let known = explorer.open.file().filter(|_| explorer.open.is_called(from));
                let known = known.map(ToOwned::to_owned);
                Some(Effect::Rename { from: from.clone(), to, known })
            }),
            Purpose::SaveFile(next) => {
                explorer.file_request(&typed, next.clone()).map(|request| Some(Effect::SaveFile(request)))
            }
            Purpose::Export => {
                explorer.report_request(&typed, &self.over).map(|request| Some(Effect::WriteReport(request)))
            }
            Purpose::BringIn if typed.trim().is_empty() => Err("the file needs a name".to_owned()),
            Purpose::BringIn => Ok(Some(Effect::BringIn(typed.trim().into()))),
            Purpose::Begin(beginning) => beginning.clone().take(&typed, explorer),
            Purpose::Of(field) => explorer.set_field(*field, &typed).map(|()| None),
        };
        match done {
            Ok(None) if matches!(explorer.layer, Layer::Panes) => {
                explorer.layer = *self.over;
                None
            }
            Ok(None) => None,
            // The answer to it may be a problem with the text.
            Ok(effect) => {
                explorer.layer = Layer::Typing(self);
                effect
            }
            Err(problem) => {
                self.entry.refuse(SafeText::line(&problem));
                explorer.layer = Layer::Typing(self);
                None
            }
        }
    }

    /// Backs out: to what was asked before in a beginning, else to where the box was opened.
    pub(in crate::explorer) fn back(self, explorer: &mut Explorer) {
        let step = match &self.purpose {
            Purpose::Begin(beginning) => beginning.clone().back(),
            Purpose::Of(_)
            | Purpose::Save(_)
            | Purpose::SaveFile(_)
            | Purpose::Export
            | Purpose::BringIn
            | Purpose::Rename(_) => None,
        };
        if let Some((beginning, text)) = step {
            explorer.layer = Layer::Typing(Self::new(Purpose::Begin(beginning), text, self.over));
            return;
        }
        if let Purpose::Begin(_) = self.purpose {
            let notice = Notice::done("Nothing was begun");
            explorer.notice = Some(notice.with(Command::Files, "opens another, or begins one"));
        }
        explorer.layer = *self.over;
    }
}

impl Explorer {
    /// Opens a box for a text, with what waits there from the last time.
    pub(in crate::explorer) fn ask_text(&mut self, purpose: Purpose) {
        let text = self.waiting(&purpose);
        let over = Box::new(self.take_layer());
        self.layer = Layer::Typing(Typing::new(purpose, text, over));
    }

    /// What was typed but not entered the last time, else what the field begins with.
    pub(in crate::explorer) fn waiting(&mut self, purpose: &Purpose) -> String {
        match self.typed.iter().position(|(other, _)| other.is_same_field(purpose)) {
            Some(place) => self.typed.swap_remove(place).1,
            None => self.proposed(purpose),
        }
    }

    /// Keeps what is typed but not entered for the next time that its field is opened.
    ///
    /// Returns whether there is something to keep.
    pub(in crate::explorer) fn set_typed_aside(&mut self, layer: &Layer) -> bool {
        if let Layer::Explaining(explaining) = layer
            && explaining.entry().text() != self.proposed_why(explaining.chosen())
        {
            self.why_typed = Some(explaining.entry().text().to_owned());
            return true;
        }
        let typed = if let Layer::Typing(Typing { entry, purpose, .. }) = layer {
            Some((purpose.clone(), entry.text().to_owned()))
        } else if let Layer::Adding(adding) = layer {
            Some((Purpose::Of(Field::Line), adding.entry().text().to_owned()))
        } else {
            None
        };
        let typed = typed.filter(|(purpose, text)| *text != self.proposed(purpose));
        let is_kept = typed.is_some();
        self.typed.extend(typed);
        is_kept
    }

    /// Opens another profile. What waits to be entered as the name of this one is no name for that.
    pub(in crate::explorer) fn open_other(&mut self, open: OpenProfile) {
        self.show_all_lines();
        self.typed.retain(|(purpose, _)| !matches!(purpose, Purpose::Save(_)));
        self.begins_blind |= self.is_blind();
        self.open = open.in_place_of(&mut self.open);
        self.layer = Layer::Panes;
    }

    /// What a field begins with.
    fn proposed(&self, purpose: &Purpose) -> String {
        let comparison = self.comparison();
        let Purpose::Of(field) = purpose else {
            return match purpose {
                Purpose::Save(_) => {
                    self.open.profile().name.as_ref().map_or_else(String::new, ToString::to_string)
                }
                Purpose::Rename(name) => name.to_string(),
                Purpose::SaveFile(_) => format!("{}.ron", comparison.id()),
                Purpose::Export => format!("{}.md", comparison.id()),
                Purpose::BringIn | Purpose::Begin(_) | Purpose::Of(_) => String::new(),
            };
        };
        match field {
            Field::Question => comparison.title().raw().to_owned(),
            Field::Title(claim) => comparison[*claim].title.raw().to_owned(),
            Field::Detail(claim) => comparison[*claim].detail.raw().to_owned(),
            Field::Topic(claim) => comparison[*claim]
                .criterion
                .map_or_else(String::new, |criterion| comparison[criterion].name.raw().to_owned()),
            Field::Note(claim) => self.open.profile()[*claim].note.raw().to_owned(),
            Field::Name(alternative) => comparison[*alternative].name.raw().to_owned(),
            Field::NewName | Field::Line => String::new(),
        }
    }

    /// Changes what a field says, and goes back to where its box was opened.
    fn set_field(&mut self, field: Field, text: &str) -> Result<(), String> {
        let comparison = self.comparison();
        let shown = SafeText::line(text);
        let of = |claim: ClaimId| &comparison[claim].title;
        let (edit, what) = match field {
            Field::Note(claim) => {
                let note = SafeText::text(text.trim_end());
                self.edit(|profile, _| profile[claim].note = note);
                return Ok(());
            }
            Field::Question => (Edit::Title(text.to_owned()), format!("the new question {shown}")),
            Field::Title(claim) => (Edit::Retitle(claim, text.to_owned()), format!("the new title {shown}")),
            Field::Detail(claim) => {
                (Edit::Detail(claim, text.trim_end().to_owned()), format!("more about {}", of(claim)))
            }
            Field::Topic(claim) if shown.is_empty() => {
                (Edit::Topic(claim, String::new()), format!("that {} is about nothing", of(claim)))
            }
            Field::Topic(claim) => {
                (Edit::Topic(claim, text.to_owned()), format!("that {} is about {shown}", of(claim)))
            }
            Field::Name(alternative) => {
                (Edit::RenameAlternative(alternative, text.to_owned()), format!("the new name {shown}"))
            }
            Field::NewName | Field::Line => (Edit::AddAlternative(text.to_owned()), format!("{shown} added")),
        };
        let paired = |explorer: &Self| match field {
            Field::Topic(claim) => explorer.comparison().mirror(claim),
            _ => None,
        };
        let before = paired(self);
        self.rewrite(&edit, what)?;
        match (before, paired(self)) {
            (Some(other), None) => {
                let title = &self.comparison()[other].title;
                let notice = Notice::done(format!("{title} is no longer the other side of it"));
                self.notice = Some(notice.with(Command::Undo, "takes that back"));
            }
            (None, Some(other)) => self.say_that_they_are_paired(other),
            (Some(_), Some(_)) | (None, None) => {}
        }
        if field == Field::NewName {
            let last = self.comparison().alternatives().next_back();
            self.show_alternatives(last.map_or(self.cursor.alternative, |(last, _)| last));
        }
        Ok(())
    }

    /// Saves what is unsaved, the comparison first, asking for a name where there is none, then goes on to `next`.
    pub(in crate::explorer) fn save(&mut self, next: Option<Next>) -> Option<Effect> {
        if self.document.unsaved() {
            let request = self.document.save_request(next.clone());
            if request.is_none() {
                self.ask_text(Purpose::SaveFile(next));
            }
            return request.map(Effect::SaveFile);
        }
        let request = self.open.save_request(next.clone());
        if request.is_none() {
            self.ask_text(Purpose::Save(next));
        }
        request.map(Effect::Save)
    }
}
