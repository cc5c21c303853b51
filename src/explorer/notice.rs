//! A short message that goes with the next key.

use crate::shown::Shown;

/// A short message that goes with the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What is said.
    pub text: Shown,
    /// Whether it went well.
    pub kind: NoticeKind,
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
        Self { text: Shown::line(text.as_ref()), kind: NoticeKind::Done }
    }

    pub(super) fn problem(text: impl AsRef<str>) -> Self {
        Self { text: Shown::line(first_line(text.as_ref())), kind: NoticeKind::Problem }
    }
}

/// The first line of a message, which says what is wrong; the others show where.
pub(super) fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}
