//! Why a line does not count.

use crate::wording::quoted;

/// Why something was left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It does not say on which side it is.
    NoSide,
    /// It is said of no option.
    NoOption,
    /// It stands under a heading of which nothing is weighed.
    Under(String),
    /// It stands under such a heading below an option.
    Below(String),
    /// It only says that there is nothing.
    Nothing,
    /// It is crossed out.
    Struck,
    /// It only leads elsewhere.
    Link,
    /// It is a column of which nothing is known.
    Column,
    /// It stands below a list of reasons.
    AfterList,
    /// It stands right above one.
    BeforeList,
    /// It is HTML.
    Html,
    /// It stands in the document before.
    Twice,
    /// It is longer than a text may be, so only its beginning was taken.
    Cut,
}

impl Why {
    /// What became of the line, and why.
    #[must_use]
    pub fn told(&self) -> String {
        match self {
            Self::NoSide => {
                "not counted, as it says neither for nor against (kept in the summary)".to_owned()
            }
            Self::NoOption => "left out, as it is under no option".to_owned(),
            Self::Under(heading) | Self::Below(heading) => {
                format!("left out, as it is under {}", quoted(heading))
            }
            Self::Nothing => "left out, as it says nothing".to_owned(),
            Self::Struck => "left out, as it is crossed out".to_owned(),
            Self::Link => "left out, as it only leads elsewhere".to_owned(),
            Self::Column => "not read, as nothing is known of this column".to_owned(),
            Self::AfterList => {
                "not counted, as it comes after a list of reasons (kept in the summary)".to_owned()
            }
            Self::BeforeList => {
                "not counted, as it leads to a list of reasons (kept in the summary)".to_owned()
            }
            Self::Html => "not read, as it is HTML".to_owned(),
            Self::Twice => "left out, as it is said before".to_owned(),
            Self::Cut => "too long, so only its beginning was taken".to_owned(),
        }
    }

    /// Whether somebody may miss it when reasons are counted.
    #[must_use]
    pub fn may_count(&self) -> bool {
        match self {
            Self::NoSide | Self::AfterList | Self::Html | Self::Below(_) => true,
            Self::NoOption
            | Self::Under(_)
            | Self::Nothing
            | Self::Struck
            | Self::Link
            | Self::Column
            | Self::BeforeList
            | Self::Twice
            | Self::Cut => false,
        }
    }
}
