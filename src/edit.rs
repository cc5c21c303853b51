//! A comparison file changed where it is changed: the text is the model.
//!
//! An edit makes another text of a text, by cuts at the places of the tree that was read from it, and the new text is read
//! again. Nothing is written anew from values, so that comments, order and layout of everything else stay
//! as they are; what is undone is the text of before.
//!
//! ```
//! use touchstone::comparison::Comparison;
//! use touchstone::edit::{self, Edit};
//!
//! let text = "Comparison(title: \"Flat\", alternatives: [(name: \"Old\", pros: [\"Cheap\"]), (name: \"New\")])";
//! let flats = Comparison::from_ron(text).expect("a sound comparison");
//! let cheap = flats.claim_with_id("old/cheap").expect("a claim of it");
//! let edited = edit::apply(text, &flats, &Edit::Retitle(cheap, "700 a month".to_owned())).expect("fit words");
//! assert_eq!(edited.text, text.replace("\"Cheap\"", "(id: \"cheap\", title: \"700 a month\")"));
//! ```

mod alternatives;
mod change;
mod claims;
mod cut;
mod file;
mod ids;
mod items;
mod kept;
mod layout;
mod node;
mod presets;
mod refusal;
#[cfg(test)]
mod tests;
mod topics;
mod words;

use std::collections::BTreeSet;

pub use refusal::Refusal;

use change::{About, Change};
use file::File;
use topics::Listed;

use crate::comparison::{
    AlternativeId, ClaimId, Comparison, MOST_ALTERNATIVES, MOST_BYTES, MOST_CRITERIA, Polarity,
};
use crate::ron_text::{self, literal};

/// One change to what a comparison says. Texts are as somebody typed them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Another title of the comparison.
    Title(String),
    /// One more alternative of this name, behind the others.
    AddAlternative(String),
    /// Another name of an alternative.
    RenameAlternative(AlternativeId, String),
    /// An alternative less, with all its claims; two always stay.
    DeleteAlternative(AlternativeId),
    /// One more claim.
    AddClaim {
        /// The alternative that it is a claim of.
        alternative: AlternativeId,
        /// Its side.
        polarity: Polarity,
        /// The claim of that side that comes before it; else it is the last one of the side.
        after: Option<ClaimId>,
        /// In a few words.
        title: String,
        /// The full ids of claims that are gone, and of which something may be known: it must not have any of them.
        gone: Vec<String>,
    },
    /// Another title of a claim, whose id stays.
    Retitle(ClaimId, String),
    /// Another detail of a claim, in lines if it has lines; none if it is empty.
    Detail(ClaimId, String),
    /// What a claim is about, by the id or the name of a criterion or in words of one's own; nothing if they are empty.
    Topic(ClaimId, String),
    /// Makes two claims the two sides of one reason: of two alternatives, a pro of one and a con of the other.
    OtherSide(ClaimId, ClaimId),
    /// A claim less.
    DeleteClaim(ClaimId),
}

/// What an edit added, by its place in the comparison afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// An alternative.
    Alternative(AlternativeId),
    /// A claim.
    Claim(ClaimId),
}

/// What comes of an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The text of the file afterwards; the same if nothing was to change.
    pub text: String,
    /// What it says.
    pub comparison: Comparison,
    /// What was added, if anything was.
    pub added: Option<Added>,
    alternatives: Vec<Option<AlternativeId>>,
    claims: Vec<Option<ClaimId>>,
}

impl Edited {
    /// Where a claim of before is now; none if it is gone.
    #[must_use]
    pub fn claim(&self, ClaimId(before): ClaimId) -> Option<ClaimId> {
        self.claims.get(before).copied().flatten()
    }

    /// Where an alternative of before is now; none if it is gone.
    #[must_use]
    pub fn alternative(&self, AlternativeId(before): AlternativeId) -> Option<AlternativeId> {
        self.alternatives.get(before).copied().flatten()
    }
}

/// Changes the text of a file that `comparison` was read from.
///
/// Ids stay as they are: each one that would become another, because it is derived from a title that changes or from
/// one that a sibling had first, is written out.
///
/// # Errors
/// Why it can't be changed like that; then nothing is.
pub fn apply(text: &str, comparison: &Comparison, edit: &Edit) -> Result<Edited, Refusal> {
    let tree = ron_text::read(text, "Comparison").map_err(|_| Refusal::OtherText)?;
    let file = File::new(&tree, comparison)?;
    let change = Change::new(&file, edit)?;
    let left = file.topics_left(&change).into_iter().filter(|is_left| *is_left).count();
    if left == MOST_CRITERIA && matches!(change.about, Some(About::New { .. })) {
        return Err(Refusal::ManyTopics);
    }
    // Which criteria a file only names by their use may follow from the order of the uses.
    match result(&file, &change, Listed::New) {
        Err(Refusal::NoPlace | Refusal::OtherMeaning) => result(&file, &change, Listed::All),
        result => result,
    }
}

/// The file after a change, if it is sound and all that should stay has stayed.
fn result(file: &File<'_>, change: &Change, listed: Listed) -> Result<Edited, Refusal> {
    let mut cuts = change.cuts.clone();
    if !cuts.is_empty() {
        cuts.extend(file.forget(change));
        cuts.extend(file.list_topics(change, listed));
    }
    let text = cut::cut(file.text, cuts).ok_or(Refusal::NoPlace)?;
    if u64::try_from(text.len()).is_ok_and(|length| length > MOST_BYTES) {
        return Err(Refusal::LargeFile);
    }
    let comparison = Comparison::from_ron(&text).map_err(|_| Refusal::NoPlace)?;
    let (alternatives, claims) = change.places(file.comparison);
    let edited = Edited { text, comparison, added: change.added, alternatives, claims };
    if kept::all(file, change, &edited) { Ok(edited) } else { Err(Refusal::OtherMeaning) }
}

/// The text of a new file: a question, what to choose from, and an id that is none of those `taken`.
///
/// # Errors
/// Why these can't be its title and its names.
pub fn begin(title: &str, names: &[String], taken: &[String]) -> Result<String, Refusal> {
    let title = words::title(title)?;
    let (id, says_id) = ids::fresh("comparison", taken.iter().map(String::as_str), &title);
    let id = if says_id { format!("    id: {},\n", literal(&id)) } else { String::new() };
    if names.len() < 2 {
        return Err(Refusal::FewAlternatives);
    }
    if names.len() > MOST_ALTERNATIVES {
        return Err(Refusal::ManyAlternatives);
    }
    let mut looks = BTreeSet::new();
    let mut alternatives = Vec::new();
    for name in names {
        let name = words::name(name)?;
        if !looks.insert(name.look()) {
            return Err(Refusal::SameName);
        }
        let name = format!("name: {}", literal(&name));
        let lines = [&name, "pros: []", "cons: []"].map(|field| format!("            {field},\n")).concat();
        alternatives.push(format!("        (\n{lines}        ),\n"));
    }
    let (title, alternatives) = (literal(&title), alternatives.concat());
    Ok(format!(
        "Comparison(\n    format: 1,\n{id}    title: {title},\n    alternatives: [\n{alternatives}    ],\n)\n"
    ))
}

/// The line in which a claim begins, from 1; the first one if the text is not that of the comparison.
#[must_use]
pub fn line_of(text: &str, comparison: &Comparison, claim: ClaimId) -> usize {
    let tree = ron_text::read(text, "Comparison").ok();
    let file = tree.as_ref().and_then(|tree| File::new(tree, comparison).ok());
    let start = file.and_then(|file| file.claim(claim).ok()).map_or(0, |node| node.place.start);
    1 + text[..start].bytes().filter(|byte| *byte == b'\n').count()
}
