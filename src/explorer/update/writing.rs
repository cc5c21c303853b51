//! Changes of what the comparison says.

use std::path::{Path, PathBuf};

use crate::comparison::{AlternativeId, Comparison};
use crate::edit::{self, Added, Edit};
use crate::explorer::{Command, Cursor, Effect, Explorer, FileRequest, Layer, Next, Notice};
use crate::safe_text::SafeText;
use crate::store::Origin;

/// What would be taken for an ending alone.
const ENDINGS: [&str; 5] = [".ron", ".md", ".txt", ".html", ".json"];

/// The path that was typed as the name of a file, if it is one that can be shown as it is.
pub(super) fn named(typed: &str) -> Result<&Path, &'static str> {
    let typed = typed.trim();
    let last = typed.rsplit(std::path::is_separator).next().unwrap_or_default();
    if last.is_empty() || ENDINGS.contains(&last) {
        return Err("the file needs a name");
    }
    if SafeText::line(typed).as_str() != typed {
        return Err("the name has signs that can't be shown; please type it without them");
    }
    Ok(Path::new(typed))
}

impl Explorer {
    /// Changes the comparison in one step that can be undone; the cursor goes to what is new.
    pub(in crate::explorer) fn rewrite(&mut self, edit: &Edit, what: String) -> Result<(), String> {
        let edited = edit::apply(self.document.text(), self.comparison(), edit)
            .map_err(|refusal| refusal.to_string())?;
        self.take_text(edited.text, edited.comparison, what);
        if let Some(Added::Claim(claim)) = edited.added {
            self.cursor = Cursor::at(self.comparison(), claim);
        }
        Ok(())
    }

    /// Lets the comparison have another text, in one step that can be undone.
    pub(in crate::explorer) fn take_text(&mut self, text: String, comparison: Comparison, what: String) {
        if text == self.document.text() {
            return;
        }
        self.deleted = None;
        self.cursor = self.cursor.onto(self.comparison(), &comparison);
        self.open.rewrite(&mut self.document, text, comparison, what);
        self.fit();
    }

    /// Fits what refers to places of the comparison to another one.
    pub(in crate::explorer) fn fit(&mut self) {
        self.typed.retain(|(purpose, _)| !purpose.has_a_place());
        if let Layer::Alternatives(list) = &self.layer {
            self.show_alternatives(AlternativeId(list.at()));
        }
        self.refresh_insight();
    }

    /// Deletes the line under the cursor.
    pub(in crate::explorer) fn delete_line(&mut self) {
        let Some(claim) = self.cursor.claim else { return self.say_that_nothing_is_here() };
        let title = self.comparison()[claim].title.to_string();
        match self.rewrite(&Edit::DeleteClaim(claim), format!("{title} deleted")) {
            Ok(()) => {
                let notice = Notice::done(format!("Deleted {title}"));
                self.notice = Some(notice.with(Command::Undo, "brings it back"));
            }
            Err(problem) => self.notice = Some(Notice::problem(problem)),
        }
    }

    pub(in crate::explorer) fn say_that_nothing_is_here(&mut self) {
        let is_hidden = self.comparison()[self.cursor.alternative].claims().len() > 0;
        self.notice = Some(if is_hidden {
            Notice::done("All lines here are hidden").with(Command::List, "brings them back")
        } else {
            Notice::done("There is no line here yet").with(Command::Add, "adds one")
        });
    }

    /// What saving the comparison in a file of this name asks for.
    pub(in crate::explorer) fn file_request(
        &self,
        name: &str,
        next: Option<Next>,
    ) -> Result<FileRequest, String> {
        let path = named(name)?;
        // A name without an ending is one of ours; what ends otherwise would be taken for something else.
        let path = if path.extension().is_none() { path.with_extension("ron") } else { path.to_owned() };
        if path.extension().is_some_and(|ending| ending != "ron") {
            return Err("the name of the file should end with .ron".to_owned());
        }
        Ok(self.document.save_request_as(path, next))
    }

    /// Goes on once the comparison is in its file: the profile is next, if it is unsaved too.
    pub(super) fn file_saved(
        &mut self,
        request: FileRequest,
        path: PathBuf,
        warning: Option<String>,
    ) -> Option<Effect> {
        self.back_to_panes();
        self.notice = Some(Notice::saved(&format!("in {}", request.name()), warning));
        self.document.is_saved(request.text, Origin::File(path));
        self.trouble = None;
        if self.open.unsaved() {
            return self.save(request.next);
        }
        self.go(request.next?)
    }
}
