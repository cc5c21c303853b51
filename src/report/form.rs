//! The forms of a report.

use std::path::Path;

use super::{Subject, html, json, markdown, text};

/// A form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Text, for people.
    #[default]
    Text,
    /// Markdown, for documents.
    Markdown,
    /// HTML, for browsers and paper.
    Html,
    /// JSON, for programs.
    Json,
}

impl Form {
    /// The form of a report in a file of this name, by its ending; none if no form ends so.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        Some(match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "txt" => Self::Text,
            "md" => Self::Markdown,
            "html" => Self::Html,
            "json" => Self::Json,
            _ => return None,
        })
    }

    /// The report in this form.
    ///
    /// # Errors
    /// If the figures can't be written as JSON.
    pub fn report(self, subject: &Subject<'_>) -> Result<String, serde_json::Error> {
        match self {
            Self::Text => Ok(text(subject)),
            Self::Markdown => Ok(markdown(subject)),
            Self::Html => Ok(html(subject)),
            Self::Json => json(subject),
        }
    }
}
