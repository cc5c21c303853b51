//! A profile as the text of its RON file.

mod write;

use std::collections::BTreeMap;

use super::{AfterSeeing, Band, Counting, Date, Decided, Profile, ProfileName, Stance};
use crate::comparison::Comparison;
use crate::problem::Problems;
use crate::ron_text;
use crate::safe_text::SafeText;
use crate::tree::{Checker, Faults, Fields, Node, Tree};
use crate::weight::Weight;
use crate::wording::quoted;

/// The format of profile files that this program reads and writes.
const FORMAT: u8 = 1;

const PROFILE: &[&str] = &[
    "format",
    "comparison",
    "name",
    "band",
    "counting",
    "gut",
    "blind",
    "after_seeing",
    "decided",
    "stances",
];
const AFTER_SEEING: &[&str] = &["changed", "towards"];
const DECIDED: &[&str] = &["chose", "on", "chance", "why"];
const STANCE: &[&str] = &["on", "weight", "essential", "note"];
const COUNTINGS: &[&str] = &["EachReasonOnce", "EveryClaim", "OncePerCriterion"];

impl Profile {
    /// Reads a profile file.
    ///
    /// # Errors
    /// All problems of the file in its order, one of which is that it belongs to another comparison.
    pub fn from_ron(text: &str, comparison: &Comparison) -> Result<Self, Problems> {
        Self::read(text, comparison, Naming::Required)
    }

    /// Reads a draft, which may have no name yet.
    ///
    /// # Errors
    /// As [`Self::from_ron`].
    pub fn from_draft(text: &str, comparison: &Comparison) -> Result<Self, Problems> {
        Self::read(text, comparison, Naming::Optional)
    }

    fn read(text: &str, comparison: &Comparison, naming: Naming) -> Result<Self, Problems> {
        let tree = ron_text::read(text, "Profile").map_err(Faults::from);
        let checked = tree.and_then(|tree| Self::check(&tree, comparison, naming));
        checked.map_err(|faults| Problems::new(text, &faults))
    }

    /// Makes a profile of what a file says.
    fn check(tree: &Tree<'_>, comparison: &Comparison, naming: Naming) -> Result<Self, Faults> {
        let mut checker = Checker::new(tree);
        let profile = profile(&mut checker, &tree.root, comparison, naming);
        checker.finish(profile).map(|(profile, _)| profile)
    }
}

/// Whether a profile must have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Naming {
    Required,
    Optional,
}

fn profile(
    checker: &mut Checker<'_>,
    node: &Node<'_>,
    comparison: &Comparison,
    naming: Naming,
) -> Option<Profile> {
    let fields = checker.fields(node, "Profile", PROFILE)?;
    if let Some(format) = checker.required(&fields, "format") {
        checker.format(format, FORMAT)?;
    }
    let mut profile = Profile::new(comparison);
    if let Some(node) = checker.required(&fields, "comparison") {
        belongs(checker, node, comparison);
    }
    if let Some(node) = checker.required(&fields, "name") {
        profile.name = name(checker, node, naming);
    }
    if let Some(node) = fields.get("band") {
        let points = checker.number(node, 0..=Band::WIDEST);
        profile.band = points.and_then(Band::new).unwrap_or_default();
    }
    if let Some(node) = fields.get("counting") {
        // Older profiles say OncePerCriterion for what has come to mean each reason once.
        profile.counting = match checker.one_of(node, COUNTINGS) {
            Some("EveryClaim") => Counting::EveryClaim,
            _ => Counting::EachReasonOnce,
        };
    }
    profile.gut = fields.optional("gut").and_then(|node| checker.name(node));
    profile.blind = fields.get("blind").and_then(|node| checker.boolean(node)).unwrap_or_default();
    profile.after_seeing =
        fields.optional("after_seeing").and_then(|node| after_seeing(checker, node).map(Box::new));
    profile.decided = fields.optional("decided").and_then(|node| decided(checker, node).map(Box::new));
    for (id, _, node) in fields.get("stances").map_or_else(Vec::new, |node| checker.entries(node)) {
        let (Some(stance), Some(id)) = (stance(checker, node), id) else { continue };
        match comparison.claim_with_id(id) {
            Some(claim) => profile[claim] = stance,
            None => {
                profile.gone.insert(id.to_owned(), stance);
            }
        }
    }
    Some(profile)
}

fn belongs(checker: &mut Checker<'_>, node: &Node<'_>, comparison: &Comparison) {
    let Some(id) = checker.text(node) else { return };
    if id != comparison.id() {
        let (id, ours) = (quoted(id), quoted(comparison.id()));
        checker.report(node, || format!("this profile belongs to the comparison {id}, not to {ours}"));
    }
}

fn name(checker: &mut Checker<'_>, node: &Node<'_>, naming: Naming) -> Option<ProfileName> {
    let text = checker.text(node)?;
    if text.is_empty() && naming == Naming::Optional {
        return None;
    }
    match ProfileName::new(text) {
        Ok(name) => Some(name),
        Err(problem) => {
            checker.report(node, || problem.to_string());
            None
        }
    }
}

fn after_seeing(checker: &mut Checker<'_>, node: &Node<'_>) -> Option<AfterSeeing> {
    let fields = checker.fields(node, "AfterSeeing", AFTER_SEEING)?;
    let changed = checker.required(&fields, "changed").and_then(|node| checker.number(node, 0..=u8::MAX));
    let mut towards = BTreeMap::new();
    for (id, _, node) in fields.get("towards").map_or_else(Vec::new, |node| checker.entries(node)) {
        if let (Some(id), Some(count)) = (id, checker.number(node, 0..=u8::MAX)) {
            towards.insert(id.to_owned(), count);
        }
    }
    let (changed, sum) = (changed?, towards.values().map(|count| u32::from(*count)).sum::<u32>());
    if sum > changed.into() {
        checker.report(node, || format!("of {changed} changed weights, {sum} can't favor something"));
        return None;
    }
    Some(AfterSeeing { changed, towards })
}

fn decided(checker: &mut Checker<'_>, node: &Node<'_>) -> Option<Decided> {
    let fields = checker.fields(node, "Decided", DECIDED)?;
    let chose = checker.required(&fields, "chose").and_then(|node| checker.name(node));
    let on = checker.required(&fields, "on").and_then(|node| date(checker, node));
    let chance = checker.required(&fields, "chance").and_then(|node| checker.number(node, 0..=Decided::MOST));
    let why = text_or_nothing(checker, &fields, "why");
    Some(Decided { chose: chose?, on: on?, chance: chance?, why: why? })
}

fn date(checker: &mut Checker<'_>, node: &Node<'_>) -> Option<Date> {
    let text = checker.text(node)?;
    let date = Date::read(text);
    if date.is_none() {
        checker.report(node, || format!("a date is a day such as 2026-11-25, and {} is not", quoted(text)));
    }
    date
}

fn text_or_nothing(checker: &mut Checker<'_>, fields: &Fields<'_>, name: &str) -> Option<SafeText> {
    fields.get(name).map_or_else(|| Some(SafeText::default()), |node| checker.text_to_show(node))
}

fn stance(checker: &mut Checker<'_>, node: &Node<'_>) -> Option<Stance> {
    let fields = checker.fields(node, "Stance", STANCE)?;
    // Each field is read whatever is wrong with the others, so that all of it is said.
    let on = fields.get("on").map_or(Some(true), |node| checker.boolean(node));
    let weight = fields.optional("weight").map(|node| checker.number(node, 0..=Weight::MOST));
    let essential = fields.get("essential").map_or(Some(false), |node| checker.boolean(node));
    let note = text_or_nothing(checker, &fields, "note");
    let weight = weight.map_or(Some(None), |points| points.map(Weight::new));
    Some(Stance { on: on?, weight: weight?, essential: essential?, note: note? })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"Profile(
    format: 1,
    comparison: "jewelry",
    name: "mine",
    band: 3,
    counting: EveryClaim,
    gut: Some("handmade"),
    blind: true,
    after_seeing: Some((
        changed: 4,
        towards: {"handmade": 3},
    )),
    decided: Some((
        chose: "gone-by-now",
        on: "2026-11-25",
        chance: 84,
        why: "It is \"warm\"",
    )),
    stances: {
        "handmade/gone-by-now": (weight: Some(3)),
        "handmade/production-time": (weight: Some(10), essential: true),
        "mass-produced/variety": (on: false, note: "I have \"enough\" rings"),
    },
)
"#;

    fn jewelry() -> Comparison {
        Comparison::from_ron(crate::JEWELRY).unwrap()
    }

    #[test]
    fn a_profile_is_written_as_it_was_read() {
        let comparison = jewelry();
        let profile = Profile::from_ron(TEXT, &comparison).unwrap();
        assert_eq!(profile.gone.len(), 1);
        let decided = profile.decided.as_ref().unwrap();
        assert_eq!((decided.on, decided.alternative(&comparison)), (Date::new(2026, 11, 25).unwrap(), None));
        assert_eq!(profile.to_ron(&comparison).unwrap(), TEXT);
    }

    #[test]
    fn what_is_as_usual_is_not_written() {
        let comparison = jewelry();
        let profile = Profile::new(&comparison);
        let text = profile.to_ron(&comparison).unwrap();
        assert!(text.ends_with("    counting: EachReasonOnce,\n    stances: {},\n)\n"), "{text}");
    }

    #[test]
    fn how_older_profiles_count_is_understood() {
        let comparison = jewelry();
        for counting in ["EachReasonOnce", "OncePerCriterion"] {
            let text = TEXT.replace("EveryClaim", counting);
            assert_eq!(Profile::from_ron(&text, &comparison).unwrap().counting, Counting::EachReasonOnce);
        }
        let left_out = TEXT.replace("    counting: EveryClaim,\n", "");
        assert_eq!(Profile::from_ron(&left_out, &comparison).unwrap().counting, Counting::EachReasonOnce);
    }

    #[test]
    fn every_problem_of_a_profile_is_reported_with_its_place() {
        let text = TEXT
            .replace("jewelry", "rings")
            .replace("band: 3", "band: 6")
            .replace("blind: true", "blind: 1")
            .replace("changed: 4", "changed: 256")
            .replace("84", "101")
            .replace("Some(10)", "Some(11)")
            .replace("on: false", "on: 0");
        let problems = Profile::from_ron(&text, &jewelry()).unwrap_err();
        let places: Vec<_> = problems.list.iter().map(|p| (p.line, p.column)).collect();
        assert_eq!(
            places,
            [(3, 17), (5, 11), (8, 12), (10, 18), (16, 17), (21, 51), (22, 39)],
            "{problems:?}"
        );
    }

    #[test]
    fn a_newer_format_is_refused_as_such() {
        let problems = Profile::from_ron(&TEXT.replace("format: 1", "format: 2"), &jewelry());
        assert!(problems.unwrap_err().list[0].message.contains("newer"));
    }
}
