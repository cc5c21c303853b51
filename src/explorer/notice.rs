//! A short message that goes with the next key.

/// A short message that goes with the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What is said.
    pub text: String,
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
    pub(super) fn done(text: String) -> Self {
        Self { text, kind: NoticeKind::Done }
    }

    pub(super) fn problem(text: String) -> Self {
        Self { text, kind: NoticeKind::Problem }
    }
}
