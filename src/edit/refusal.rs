//! Why something can't be changed as somebody wants it.

use crate::comparison::{MOST_ALTERNATIVES, MOST_CLAIMS, MOST_CRITERIA};
use crate::tree::{NAME_LIMIT, TEXT_LIMIT, TITLE_LIMIT};

/// Why something can't be changed. Its text is for the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nothing would be seen of what was typed.
    #[error("type something that can be seen")]
    Blank,
    /// A title over its limit.
    #[error("a title has at most {TITLE_LIMIT} characters")]
    LongTitle,
    /// The name of an alternative over its limit.
    #[error("the name of an alternative has at most {NAME_LIMIT} characters")]
    LongName,
    /// The name of a criterion over its limit.
    #[error("a topic has at most {NAME_LIMIT} characters")]
    LongTopic,
    /// A text over its limit.
    #[error("a text has at most {TEXT_LIMIT} bytes")]
    LongText,
    /// Two alternatives would look the same.
    #[error("there is one that looks like that already")]
    SameName,
    /// One alternative too many.
    #[error("there are at most {MOST_ALTERNATIVES} alternatives")]
    ManyAlternatives,
    /// Fewer than two alternatives would stay.
    #[error("there are at least two alternatives")]
    FewAlternatives,
    /// One claim too many.
    #[error("there are at most {} pros and cons", MOST_CLAIMS)]
    ManyClaims,
    /// One criterion too many.
    #[error("there are at most {} topics", MOST_CRITERIA)]
    ManyTopics,
    /// Two claims that are no two sides of one reason.
    #[error("only of two alternatives, a pro of one and a con of the other are two sides of one reason")]
    NotTwoSides,
    /// The words for a criterion mean something else to the presets of the file.
    #[error("those words stand for something else in this file; take others")]
    OtherMeaning,
    /// The file would be over its limit.
    #[error("the file would be larger than 4 MiB")]
    LargeFile,
    /// The file would no longer be sound, for a reason that has no words of its own.
    #[error("the file has no place for that")]
    NoPlace,
    /// The text is not the one that the comparison was read from.
    #[error("the file is not as it was when it was read")]
    OtherText,
}
