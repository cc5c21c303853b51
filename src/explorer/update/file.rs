//! The file of the comparison: what it says now is taken over, or it is said why not.

use super::super::{Command, Effect, Explorer, Notice, Trouble};
use crate::comparison::Comparison;

impl Explorer {
    /// Takes over what the file of the comparison says now, in one step that can be undone.
    ///
    /// What the person thinks follows the lines by their full ids.
    pub(super) fn comparison_changed(&mut self, text: String, comparison: Comparison) {
        self.back_to_panes();
        let is_mended = self.trouble.take().is_some() && text == self.document.text();
        let gone_before = self.open.profile().gone();
        let is_another = comparison.id() != self.comparison().id();
        self.take_text(text.clone(), comparison, "what the file says".to_owned());
        self.document.is_read(text);
        let gone = self.open.profile().gone().saturating_sub(gone_before);
        self.notice = Some(if is_mended {
            Notice::done("The file is in order again")
        } else if is_another && self.unsaved() {
            let notice =
                Notice::done("By its id the file is another comparison now, with profiles of its own");
            notice.with(Command::Save, "saves this one for it")
        } else {
            match gone {
                0 => Notice::done("Read the file again").with(Command::Undo, "brings back what was here"),
                1 => Notice::done(
                    "Read the file again: 1 line that you weighed is gone; what you said of it is kept",
                ),
                gone => Notice::done(format!(
                    "Read the file again: {gone} lines that you weighed are gone; what you said of them is kept"
                )),
            }
        });
    }

    /// Keeps what is shown, and says why the file is no longer that.
    pub(super) fn file_in_trouble(&mut self, trouble: Trouble) {
        self.back_to_panes();
        if trouble == Trouble::Gone {
            // All of it would be lost by leaving.
            self.document.set_gone(true);
        }
        self.notice = Some(trouble.notice());
        self.trouble = Some(trouble);
    }

    /// Says that the file is another, and so is what was written here.
    pub(super) fn file_changed_elsewhere(&mut self) {
        self.trouble = None;
        self.document.set_gone(false);
        let notice = Notice::done("The file was changed elsewhere, and you changed it here");
        self.notice = Some(notice.with(Command::Save, "asks which of the two to keep"));
    }

    /// Says that the file is what it was when it was read or written last.
    pub(super) fn file_mended(&mut self) {
        self.trouble = None;
        self.document.set_gone(false);
        self.notice = Some(Notice::done("The file is again what it was"));
    }

    /// Says that the editor has ended and changed nothing.
    pub(super) fn file_as_before(&mut self) {
        let trouble = self.trouble.as_ref();
        self.notice = Some(trouble.map_or_else(|| Notice::done("Nothing was changed"), Trouble::notice));
    }

    /// Asks for the editor, unless what it would show is not what is shown here.
    pub(super) fn open_editor(&mut self) -> Option<Effect> {
        if self.document.is_changed() {
            let notice = Notice::done("What you wrote is not in the file yet");
            self.notice = Some(notice.with(Command::Save, "saves it"));
            return None;
        }
        Some(Effect::Edit)
    }
}
