//! What a typed text is for.

use crate::comparison::{AlternativeId, ClaimId};
use crate::explorer::{Beginning, Next, TextEntry};
use crate::profile::ProfileName;

/// The longest name of a file that is typed, in characters.
const LONGEST_PATH: usize = 1_000;

/// The longest name of an alternative or a topic, in characters.
const LONGEST_NAME: usize = 200;

/// The longest question or title, in characters.
pub(in crate::explorer) const LONGEST_TITLE: usize = 500;

/// The longest text, in characters; in bytes it may be too long nevertheless, which is said then.
const LONGEST_TEXT: usize = 8 * 1024;

/// What a typed text is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To save the present profile under it, then to go on.
    Save(Option<Next>),
    /// To give it to a saved profile.
    Rename(ProfileName),
    /// To save the comparison in a file of this name, then to go on.
    SaveFile(Option<Next>),
    /// To write a report into a file of this name.
    Export,
    /// To read a profile from a file of this name.
    BringIn,
    /// To begin a comparison.
    Begin(Beginning),
    /// To change what is open.
    Of(Field),
}

/// What can be typed into what is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What the comparison asks.
    Question,
    /// What a line says in a few words.
    Title(ClaimId),
    /// More about a line.
    Detail(ClaimId),
    /// What a line is about.
    Topic(ClaimId),
    /// What the person notes on a line.
    Note(ClaimId),
    /// What an alternative is called.
    Name(AlternativeId),
    /// What one more alternative is called.
    NewName,
    /// One more line, which is typed in the panes.
    Line,
}

impl Purpose {
    /// A field for it that begins with a text.
    pub(super) fn entry(&self, text: String) -> TextEntry {
        match self {
            Self::Save(_) | Self::Rename(_) => TextEntry::new(text, ProfileName::LONGEST),
            Self::SaveFile(_) | Self::Export | Self::BringIn => TextEntry::new(text, LONGEST_PATH),
            Self::Begin(Beginning { question: None, .. })
            | Self::Of(Field::Question | Field::Title(_) | Field::Line) => {
                TextEntry::new(text, LONGEST_TITLE)
            }
            Self::Begin(Beginning { question: Some(_), .. })
            | Self::Of(Field::Topic(_) | Field::Name(_) | Field::NewName) => {
                TextEntry::new(text, LONGEST_NAME)
            }
            Self::Of(Field::Detail(_) | Field::Note(_)) => TextEntry::of_lines(text, LONGEST_TEXT),
        }
    }

    /// Whether a text that was typed for the one is a text for the other.
    pub(super) fn is_same_field(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Save(_), Self::Save(_)) | (Self::SaveFile(_), Self::SaveFile(_)) => true,
            (one, other) => one == other,
        }
    }

    /// Whether it is about a line or an alternative by its place, which changes with the comparison.
    pub(in crate::explorer) fn has_a_place(&self) -> bool {
        match self {
            Self::Of(
                Field::Title(_) | Field::Detail(_) | Field::Topic(_) | Field::Note(_) | Field::Name(_),
            ) => true,
            Self::Of(Field::Question | Field::NewName | Field::Line)
            | Self::Save(_)
            | Self::Rename(_)
            | Self::SaveFile(_)
            | Self::Export
            | Self::BringIn
            | Self::Begin(_) => false,
        }
    }
}
