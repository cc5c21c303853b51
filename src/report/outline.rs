//! What reports for people tell, in what order.

use std::cmp::Reverse;

use super::Subject;
use crate::comparison::{AlternativeId, ClaimId, Polarity};
use crate::decision::Verdict;
use crate::order;
use crate::story::{Fact, counted, in_points, mark};
use crate::weight::Weight;

/// What a report for people tells, in its order.
pub(super) struct Outline {
    pub(super) title: String,
    /// What it is about; may be empty.
    pub(super) summary: String,
    /// Whose weighing it is and how far it has come.
    pub(super) weighing: String,
    /// The answer.
    pub(super) answer: String,
    /// How sure it is; may be empty.
    pub(super) sure: String,
    /// What was decided; may be empty.
    pub(super) decided: String,
    /// Headings with sentences.
    pub(super) told: Vec<(&'static str, Vec<String>)>,
    pub(super) alternatives: Vec<Side>,
    /// How it counts.
    pub(super) counting: Vec<String>,
    pub(super) source: Option<String>,
}

/// One alternative with its claims.
pub(super) struct Side {
    pub(super) name: String,
    /// What it is; may be empty.
    pub(super) summary: String,
    /// Whether the record says that it was chosen.
    is_chosen: bool,
    /// How it stands; may be empty.
    pub(super) stands: String,
    /// The heaviest first, then those that are open, then those that are off.
    pub(super) claims: Vec<Line>,
}

impl Side {
    /// The name, whether it was chosen, and how it stands.
    pub(super) fn heading(&self) -> String {
        joined(&self.name, &self.standing())
    }

    /// Whether it was chosen, and how it stands; may be empty.
    pub(super) fn standing(&self) -> String {
        joined(if self.is_chosen { "chosen in the record" } else { "" }, &self.stands)
    }
}

/// Two parts with a dot between, or the one that is not empty.
fn joined(one: &str, other: &str) -> String {
    let dot = if one.is_empty() || other.is_empty() { "" } else { " \u{b7} " };
    format!("{one}{dot}{other}")
}

/// One claim.
pub(super) struct Line {
    /// `+` or `−`.
    pub(super) sign: &'static str,
    /// The weight, `?` or `off`.
    pub(super) weight: String,
    /// The weight in points, if it counts and has one.
    pub(super) points: Option<u8>,
    pub(super) title: String,
    /// A must-have or a deal-breaker; may be empty.
    pub(super) mark: &'static str,
    pub(super) detail: String,
    pub(super) note: String,
}

impl Outline {
    pub(super) fn new(subject: &Subject<'_>) -> Self {
        let Subject { comparison, profile, preset, assessment } = subject;
        let story = subject.story();
        let tell = |facts: Vec<Fact>| facts.iter().map(|fact| fact.sentence(&story)).collect::<Vec<_>>();
        let headline = story.headline();
        let who = match (&profile.name, preset) {
            (Some(name), _) => format!("Profile {name} \u{b7} "),
            (None, Some(preset)) => format!("Preset {} \u{b7} ", preset.name),
            (None, None) => String::new(),
        };
        let reasons = counted(assessment.reasons, "reason");
        let told = [
            ("Why", tell(story.why())),
            ("What would change it", tell(story.change())),
            ("Worth a thought", tell(story.think_next().into_iter().collect())),
        ];
        let settings = story.beside().into_iter().chain(story.settings());
        let settings = settings.chain(story.just_counting()).collect();
        let even = story.even_in().map(|ways| format!("In {ways} of 100 ways the best come out even."));
        let open = (assessment.weighed < assessment.reasons)
            .then(|| "What is open (?) could be anything from 0 to 10.".to_owned());
        Self {
            title: comparison.title().to_string(),
            summary: comparison.summary().to_string(),
            weighing: format!("{who}{} of {reasons} weighed", assessment.weighed),
            sure: match assessment.verdict {
                Verdict::Unweighed => "Nothing is weighed yet, so nothing is recommended.".to_owned(),
                Verdict::Clear
                | Verdict::Solid
                | Verdict::Leaning
                | Verdict::TooClose
                | Verdict::Tie
                | Verdict::NoneAcceptable => headline.sure_alone(),
            },
            answer: headline.answer,
            decided: story.chosen().map_or_else(String::new, |chosen| chosen.told()),
            told: told.into_iter().filter(|(_, sentences)| !sentences.is_empty()).collect(),
            alternatives: comparison.alternatives().map(|(one, _)| side(subject, one)).collect(),
            counting: open.into_iter().chain(even).chain(tell(settings)).collect(),
            source: comparison.source().map(ToString::to_string),
        }
    }
}

fn side(subject: &Subject<'_>, one: AlternativeId) -> Side {
    let Subject { comparison, profile, .. } = subject;
    let weight = |claim: ClaimId| profile.weight(comparison, claim);
    let mut claims: Vec<ClaimId> = comparison[one].claims().collect();
    // The pros before the cons of the same weight, as they stand in the comparison. No weight comes last.
    order::by_key(&mut claims, |claim| (!profile[*claim].on, Reverse(weight(*claim).map(Weight::points))));
    let line = |claim: ClaimId| {
        let (told, stance) = (&comparison[claim], &profile[claim]);
        Line {
            sign: match told.polarity {
                Polarity::Pro => "+",
                Polarity::Con => "\u{2212}",
            },
            weight: if stance.on { in_points(weight(claim)) } else { "off".to_owned() },
            points: weight(claim).map(Weight::points).filter(|_| stance.on),
            title: told.title.to_string(),
            mark: if stance.is_marked() { mark(told.polarity) } else { "" },
            detail: told.detail.to_string(),
            note: stance.note.to_string(),
        }
    };
    Side {
        name: comparison[one].name.to_string(),
        summary: comparison[one].summary.to_string(),
        is_chosen: comparison.chosen() == Some(one),
        stands: subject.story().stands(one),
        claims: claims.into_iter().map(line).collect(),
    }
}
