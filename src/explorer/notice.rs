//! A short message that goes with the next key.

use super::command::Command;
use crate::safe_text::SafeText;

/// A short message that goes with the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What is said.
    pub text: SafeText,
    /// Whether it went well.
    pub kind: NoticeKind,
    /// What can be done about it, and in words what that does; the key is the keymap's to name.
    pub remedy: Option<(Command, &'static str)>,
}

/// Whether what is told went well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// It is done.
    Done,
    /// It could not be done.
    Problem,
}

impl Notice {
    pub(super) fn done(text: impl AsRef<str>) -> Self {
        Self { text: SafeText::line(text.as_ref()), kind: NoticeKind::Done, remedy: None }
    }

    /// For what was saved, and why that may not last.
    pub(super) fn saved(where_to: &str, warning: Option<String>) -> Self {
        match warning {
            None => Self::done(format!("Saved {where_to}")),
            Some(warning) => Self::problem(format!("Saved {where_to}, but not for sure: {warning}")),
        }
    }

    pub(super) fn problem(text: impl AsRef<str>) -> Self {
        Self { text: first_line(text.as_ref()), kind: NoticeKind::Problem, remedy: None }
    }

    /// The same with what can be done about it.
    pub(super) fn with(self, command: Command, does: &'static str) -> Self {
        Self { remedy: Some((command, does)), ..self }
    }
}

/// The first line of a message, which says what is wrong; the others show where.
pub(super) fn first_line(text: &str) -> SafeText {
    SafeText::line(text.lines().next().unwrap_or_default())
}
