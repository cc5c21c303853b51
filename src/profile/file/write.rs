//! A profile written as the text of its file.

use std::collections::BTreeMap;

use serde::Serialize;

use super::FORMAT;
use crate::comparison::Comparison;
use crate::order;
use crate::profile::{AfterSeeing, Counting, Decided, Profile, ProfileName, Stance};
use crate::safe_text::SafeText;
use crate::weight::Weight;

impl Profile {
    /// The text of its file; only stances that differ from the default are in it, sorted by id.
    ///
    /// # Errors
    /// If `ron` can't write it, which no profile is known to cause.
    pub fn to_ron(&self, comparison: &Comparison) -> Result<String, ron::Error> {
        let default = Stance::default();
        let mut stances = order::map(self.gone.iter().map(|(id, stance)| (id.as_str(), stance.into())));
        for (claim, stance) in self.stances().filter(|(_, stance)| **stance != default) {
            stances.insert(comparison.full_id(claim), stance.into());
        }
        let file = ProfileFile {
            format: FORMAT,
            comparison: &self.comparison,
            name: self.name.as_ref().map_or("", ProfileName::as_str),
            band: self.band.points(),
            counting: self.counting,
            gut: self.gut.as_ref().map(SafeText::raw),
            blind: self.blind,
            after_seeing: self.after_seeing.as_deref().map(AfterSeeingFile::from),
            decided: self.decided.as_deref().map(DecidedFile::from),
            stances,
        };
        // A stance takes one line, so that a change of mind is one line of a diff.
        let config = ron::ser::PrettyConfig::new().depth_limit(2).new_line("\n");
        let fields = ron::ser::to_string_pretty(&file, config)?;
        Ok(format!("Profile{fields}\n"))
    }
}

#[derive(Serialize)]
struct ProfileFile<'a> {
    format: u8,
    comparison: &'a str,
    name: &'a str,
    band: u8,
    counting: Counting,
    #[serde(skip_serializing_if = "Option::is_none")]
    gut: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    blind: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    after_seeing: Option<AfterSeeingFile<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided: Option<DecidedFile<'a>>,
    stances: BTreeMap<&'a str, StanceFile<'a>>,
}

/// What was changed after the answer was seen, without in whose favor if it favors none.
#[derive(Serialize)]
struct AfterSeeingFile<'a> {
    changed: u8,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    towards: &'a BTreeMap<String, u8>,
}

impl<'a> From<&'a AfterSeeing> for AfterSeeingFile<'a> {
    fn from(AfterSeeing { changed, towards }: &'a AfterSeeing) -> Self {
        Self { changed: *changed, towards }
    }
}

/// What was decided, without a reason if none was given.
#[derive(Serialize)]
struct DecidedFile<'a> {
    chose: &'a str,
    on: String,
    chance: u8,
    #[serde(skip_serializing_if = "str::is_empty")]
    why: &'a str,
}

impl<'a> From<&'a Decided> for DecidedFile<'a> {
    fn from(decided: &'a Decided) -> Self {
        Self {
            chose: decided.chose.raw(),
            on: decided.on.to_string(),
            chance: decided.chance,
            why: decided.why.raw(),
        }
    }
}

/// A stance without what is as usual.
#[derive(Serialize)]
struct StanceFile<'a> {
    #[serde(skip_serializing_if = "Clone::clone")]
    on: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<u8>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    essential: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
}

impl<'a> From<&'a Stance> for StanceFile<'a> {
    fn from(stance: &'a Stance) -> Self {
        Self {
            on: stance.on,
            weight: stance.weight.map(Weight::points),
            essential: stance.essential,
            note: stance.note.raw(),
        }
    }
}
