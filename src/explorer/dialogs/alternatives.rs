//! What there is to choose from, as a list.

use super::typing::{Field, Purpose};
use crate::comparison::{AlternativeId, MOST_ALTERNATIVES};
use crate::edit::{Edit, Refusal};
use crate::explorer::{Command, Explorer, Extent, Layer, Motion, Notice};

/// What there is to choose from, with the chosen one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alternatives {
    at: usize,
}

impl Alternatives {
    /// The place of the chosen one.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }
}

impl Explorer {
    pub(in crate::explorer) fn show_alternatives(&mut self, AlternativeId(at): AlternativeId) {
        let last = self.comparison().alternatives().len() - 1;
        self.layer = Layer::Alternatives(Alternatives { at: at.min(last) });
    }

    pub(in crate::explorer) fn move_through_alternatives(&mut self, motion: Motion, extent: Extent) {
        let last = self.comparison().alternatives().len() - 1;
        if let Layer::Alternatives(list) = &mut self.layer {
            list.at = motion.along(list.at, last, extent);
        }
    }

    /// Asks for one more, unless there are as many as there can be.
    pub(in crate::explorer) fn add_alternative(&mut self) {
        if self.comparison().alternatives().len() == MOST_ALTERNATIVES {
            self.notice = Some(Notice::problem(Refusal::ManyAlternatives.to_string()));
        } else {
            self.ask_text(Purpose::Of(Field::NewName));
        }
    }

    pub(in crate::explorer) fn rename_alternative(&mut self) {
        if let Layer::Alternatives(list) = &self.layer {
            self.ask_text(Purpose::Of(Field::Name(AlternativeId(list.at))));
        }
    }

    pub(in crate::explorer) fn delete_alternative(&mut self) {
        let Layer::Alternatives(list) = self.layer else { return };
        let going = &self.comparison()[AlternativeId(list.at)];
        let name = going.name.to_string();
        let with = if going.pros().chain(going.cons()).next().is_some() { " with all its lines" } else { "" };
        let deleted =
            self.rewrite(&Edit::DeleteAlternative(AlternativeId(list.at)), format!("{name} deleted"));
        match deleted {
            Ok(()) => {
                self.show_alternatives(AlternativeId(list.at));
                let notice = Notice::done(format!("Deleted {name}{with}"));
                self.notice = Some(notice.with(Command::Undo, "brings it back"));
            }
            Err(problem) => self.notice = Some(Notice::problem(problem)),
        }
    }
}
