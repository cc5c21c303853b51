//! What there is to choose from, as a list.

use super::typing::{Field, Purpose};
use crate::comparison::AlternativeId;
use crate::edit::Edit;
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

    pub(in crate::explorer) fn rename_alternative(&mut self) {
        if let Layer::Alternatives(list) = &self.layer {
            self.ask_text(Purpose::Of(Field::Name(AlternativeId(list.at))));
        }
    }

    pub(in crate::explorer) fn delete_alternative(&mut self) {
        let Layer::Alternatives(list) = self.layer else { return };
        let name = self.comparison()[AlternativeId(list.at)].name.to_string();
        let deleted =
            self.rewrite(&Edit::DeleteAlternative(AlternativeId(list.at)), format!("{name} deleted"));
        match deleted {
            Ok(()) => {
                self.show_alternatives(AlternativeId(list.at));
                let notice = Notice::done(format!("Deleted {name} with all its lines"));
                self.notice = Some(notice.with(Command::Undo, "brings it back"));
            }
            Err(problem) => self.notice = Some(Notice::problem(problem)),
        }
    }
}
