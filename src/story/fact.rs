//! What can be said about an answer, and how it is said.

use super::{Story, words};
use crate::comparison::{AlternativeId, ClaimId, Polarity};
use crate::profile::Band;
use crate::weight::Weight;

/// Something that follows from the figures. A reason stands for itself by its first face.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// These few reasons outweigh all that speaks against the leader beside the runner-up.
    Enough(Vec<ClaimId>),
    /// Nothing that has any weight speaks against the leader beside the runner-up.
    NothingAgainst,
    /// It takes many reasons to outweigh the others; these are the heaviest.
    ManyReasons(Vec<ClaimId>),
    /// The heaviest reasons for the runner-up.
    CaseFor(AlternativeId, Vec<ClaimId>),
    /// If one reason weighed this, another alternative would lead.
    Tip {
        /// The reason.
        reason: ClaimId,
        /// The weight nearest to its own at which the answer changes, 0 to 10.
        at: u8,
        /// Who leads then.
        then: AlternativeId,
    },
    /// No single weight changes the answer; these together make another alternative lead, and no fewer do.
    Together(AlternativeId, Vec<ClaimId>),
    /// No weights make another alternative lead.
    Unchangeable,
    /// The answer holds even if every set weight is off by so many points.
    HoldsIfOff(u8),
    /// The reason on which the chance depends most.
    ThinkNext(ClaimId),
    /// The same where nothing is weighed yet.
    ThinkFirst(ClaimId),
    /// Who would lead if all reasons weighed the same; none if none would.
    JustCounting(Option<AlternativeId>),
    /// How far set weights may be off.
    TakenAs(Band),
    /// Two sides of one thing have one weight.
    PairsJoined,
    /// Two sides of one thing have a weight each.
    PairsParted,
}

impl Fact {
    /// The sentence, without a full stop.
    #[must_use]
    pub fn told(&self, story: &Story<'_>) -> String {
        match self {
            Self::Enough(reasons) => {
                let outweigh = if reasons.len() == 1 { "outweighs" } else { "outweigh" };
                let open = if story.assessment.weighed < story.assessment.reasons {
                    " (open ones taken as 5)"
                } else {
                    ""
                };
                format!("{} {outweigh} all that speaks against{open}", story.reasons(reasons))
            }
            Self::NothingAgainst => "Nothing that matters to you speaks against".to_owned(),
            Self::ManyReasons(reasons) => {
                // An open one is taken as 5, which nobody said.
                let weighed = reasons.iter().filter(|reason| {
                    story.profile.weight(story.comparison, **reason).is_some()
                });
                match weighed.copied().collect::<Vec<_>>().as_slice() {
                    [] => "It rests on many reasons".to_owned(),
                    heaviest => {
                        format!("It rests on many reasons, {} the heaviest", story.reasons(heaviest))
                    }
                }
            }
            Self::CaseFor(alternative, reasons) => {
                format!("The case for {}: {}", story.alternative(*alternative), story.reasons(reasons))
            }
            Self::Tip { reason, at, then } => {
                let weight = story.profile.weight_of(story.profile.reasons(story.comparison).of(*reason));
                let points = weight.map_or(Weight::UNSET_POINTS, Weight::points);
                let bound = match at {
                    0 | 10 => "",
                    _ if *at < points => " or less",
                    _ => " or more",
                };
                let now = weight.map_or_else(|| "open".to_owned(), |weight| weight.points().to_string());
                format!(
                    "{} comes first if {} matters {at}{bound} (now {now})",
                    story.alternative(*then),
                    story.reason(*reason)
                )
            }
            Self::Together(_, reasons) => {
                let such_as = story.reasons(reasons);
                let count = words::number(reasons.len());
                if reasons.len() <= super::NAMED {
                    format!("It takes at least {count} weights together, such as {such_as}")
                } else {
                    format!("It takes at least {count} weights together, among them {such_as}")
                }
            }
            Self::Unchangeable => "No weights can change the answer".to_owned(),
            Self::HoldsIfOff(Weight::MOST) => "It holds whatever the numbers".to_owned(),
            Self::HoldsIfOff(points) => format!("It holds even if every number is off by {points}"),
            Self::ThinkNext(reason) => {
                let chance = story.assessment.favorite().map_or(0.0, |leads| story.assessment[leads].chance);
                let by = words::difference(story.assessment[*reason].influence);
                let reason = story.reason(*reason);
                let chance = words::hundredths(chance);
                format!("Think about next: {reason} (it could move the {chance} by up to {by})")
            }
            Self::ThinkFirst(reason) => format!("A good one to begin with: {}", story.reason(*reason)),
            Self::JustCounting(None) => "With all reasons equally heavy nothing would come first".to_owned(),
            Self::JustCounting(Some(leader)) => {
                let too = if Some(*leader) == story.assessment.leader { " too" } else { "" };
                format!("With all reasons equally heavy it would be {}{too}", story.alternative(*leader))
            }
            Self::TakenAs(band) => match band.points() {
                0 => "Your numbers are taken as exact".to_owned(),
                points => format!("Your numbers are taken as give or take {points}"),
            },
            Self::PairsJoined => {
                "Two sides of one thing (\u{201c}dear\u{201d}, \u{201c}cheap\u{201d}) have one weight for both"
                    .to_owned()
            }
            Self::PairsParted => {
                "Two sides of one thing (\u{201c}dear\u{201d}, \u{201c}cheap\u{201d}) have a weight each".to_owned()
            }
        }
    }

    /// The weights to try on, if it says what would change the answer.
    #[must_use]
    pub fn trial(&self, story: &Story<'_>) -> Vec<(ClaimId, Weight)> {
        match self {
            Self::Tip { reason, at, .. } => vec![(*reason, Weight::clamped(*at))],
            Self::Together(then, reasons) => {
                let moved = |reason: &ClaimId| {
                    let claim = &story.comparison[*reason];
                    let helps = (claim.alternative == *then) == (claim.polarity == Polarity::Pro);
                    (*reason, if helps { Weight::FULL } else { Weight::clamped(0) })
                };
                reasons.iter().map(moved).collect()
            }
            Self::Enough(_)
            | Self::NothingAgainst
            | Self::ManyReasons(_)
            | Self::CaseFor(..)
            | Self::Unchangeable
            | Self::HoldsIfOff(_)
            | Self::ThinkNext(_)
            | Self::ThinkFirst(_)
            | Self::JustCounting(_)
            | Self::TakenAs(_)
            | Self::PairsJoined
            | Self::PairsParted => Vec::new(),
        }
    }
}
