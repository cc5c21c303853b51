//! What somebody typed, as it is shown and so written.

use super::Refusal;
use crate::safe_text::SafeText;
use crate::tree::{NAME_LIMIT, TEXT_LIMIT, TITLE_LIMIT};

/// The title of a comparison or of a claim.
pub(super) fn title(typed: &str) -> Result<SafeText, Refusal> {
    line(typed, TITLE_LIMIT, Refusal::LongTitle)
}

/// The name of an alternative.
pub(super) fn name(typed: &str) -> Result<SafeText, Refusal> {
    line(typed, NAME_LIMIT, Refusal::LongName)
}

/// The name of a criterion; none if nothing is typed.
pub(super) fn topic(typed: &str) -> Result<Option<SafeText>, Refusal> {
    match line(typed, NAME_LIMIT, Refusal::LongTopic) {
        Ok(topic) => Ok(Some(topic)),
        Err(Refusal::Blank) => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

/// A text of one or more lines; empty if nothing is typed.
pub(super) fn text(typed: &str) -> Result<SafeText, Refusal> {
    let shown = SafeText::text(&typed.replace("\r\n", "\n").replace('\r', "\n"));
    let shown = SafeText::text(shown.trim());
    if shown.is_blank() {
        return Ok(SafeText::default());
    }
    if shown.len() > TEXT_LIMIT { Err(Refusal::LongText) } else { Ok(shown) }
}

/// One line with something to see in it. Where a line ended, a space is.
fn line(typed: &str, limit: usize, too_long: Refusal) -> Result<SafeText, Refusal> {
    let shown = SafeText::line(&typed.replace("\r\n", " ").replace(['\r', '\n'], " "));
    // What stands in for something is itself safe, so that nothing is left to warn of.
    let shown = SafeText::line(shown.trim());
    if shown.is_blank() {
        return Err(Refusal::Blank);
    }
    if shown.chars().count() > limit { Err(too_long) } else { Ok(shown) }
}
