//! What is given to others: the answer copied, a report written into a file.

use std::path::Path;

use crate::explorer::{Command, Effect, Explorer, Layer, Notice, ReportRequest};
use crate::report::{self, Form, Subject, several};
use crate::safe_text::SafeText;
use crate::store::{self, Over};

use super::writing::named;

/// The longest text that is copied, in bytes: with three bytes as four signs it just fits into the 100,000 that terminals
/// take at most.
const MOST_COPIED: usize = 74_994;

impl Explorer {
    /// What a report tells of: what is shown, saved or not.
    fn subject(&self) -> Subject<'_> {
        let preset = self.open.preset().filter(|_| self.profile().name.is_none());
        Subject::new(self.comparison(), self.profile()).with_preset(preset)
    }

    /// Copies the answer, unless that is longer than terminals take.
    pub(super) fn copy(&mut self) -> Option<Effect> {
        if self.says_it_is_hidden() {
            return None;
        }
        let text = match &self.layer {
            Layer::Company(company) => several::markdown(&company.together(self.comparison())),
            _ => report::brief(&self.subject()),
        };
        let text = SafeText::text(&text);
        if text.len() > MOST_COPIED {
            let notice = Notice::problem("The answer is longer than what terminals let programs copy");
            self.notice = Some(notice.with(Command::Export, "writes a file"));
            return None;
        }
        let notice = Notice::done("Copied the answer, if the terminal lets it");
        self.notice = Some(notice.with(Command::Export, "writes a file"));
        Some(Effect::Copy(text.to_string()))
    }

    /// What writing into a file of this name asks for: a report of what is shown, or of the people side by side where that
    /// is asked for; or the profile, to send it.
    pub(in crate::explorer) fn report_request(
        &self,
        name: &str,
        from: &Layer,
    ) -> Result<ReportRequest, String> {
        let path = named(name)?;
        let path = if path.extension().is_none() { path.with_extension("md") } else { path.to_owned() };
        let is_of_people = matches!(from, Layer::Company(_));
        let text = match Form::of(&path) {
            Some(form) => self.report(form, from)?,
            None if is_of_people => {
                return Err("the name of a report ends with .md, .txt, .html or .json".to_owned());
            }
            None if is_profile(&path) => self.profile_to_send()?,
            None => {
                let endings = ".md, .txt, .html or .json for the answer, and with .ron for the profile";
                return Err(format!("the name ends with {endings}"));
            }
        };
        Ok(ReportRequest { path, text, over: Over::Nothing })
    }

    fn report(&self, form: Form, from: &Layer) -> Result<String, String> {
        let text = match from {
            Layer::Company(company) => several::report(form, &company.together(self.comparison())),
            _ => form.report(&self.subject()),
        };
        Ok(SafeText::text(&text.map_err(|error| error.to_string())?).to_string())
    }

    fn profile_to_send(&self) -> Result<String, String> {
        if self.profile().name.is_none() {
            return Err("a profile to send needs a name; save it under one first".to_owned());
        }
        store::profile_text(self.profile(), self.comparison()).map_err(|error| error.on_one_line())
    }

    /// Goes back to where the report was asked for, and says where it is.
    pub(super) fn report_written(&mut self, path: &Path, warning: Option<String>) {
        if let Layer::Typing(typing) = self.take_layer() {
            self.layer = *typing.over;
        }
        let what = if is_profile(path) { "profile" } else { "report" };
        self.notice = Some(Notice::saved(&format!("the {what} in {}", path.display()), warning));
    }
}

/// Whether a file of this name is one that a profile is sent in.
fn is_profile(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}
