//! What can be said about an answer, and how it is said.

use super::{Story, words};
use crate::comparison::{AlternativeId, ClaimId, Polarity, Reason};
use crate::profile::{AfterSeeing, Band};
use crate::safe_text::SafeText;
use crate::weight::Weight;

/// So many lines that are gone are named.
const GONE: usize = 8;

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
    /// If one reason weighed this, another alternative would have the most points.
    Tip {
        /// The reason.
        reason: ClaimId,
        /// The weight nearest to its own at which the answer changes, 0 to 10.
        at: u8,
        /// Who leads then.
        then: AlternativeId,
    },
    /// Two alternatives are even, so that one point on any reason makes one of them lead.
    AnyPoint,
    /// No single weight changes the answer; these together make another alternative lead, and no fewer do.
    Together(AlternativeId, Vec<ClaimId>),
    /// No weights make another alternative lead.
    Unchangeable,
    /// The answer holds even if every set weight is off by so many points, up or down, wherever the open ones lie.
    HoldsIfOff(u8),
    /// The reason that is most worth thinking about, and what that could do, as [`Story::could_move`] says it.
    ThinkNext(ClaimId, String),
    /// The same where nothing is weighed yet.
    ThinkFirst(ClaimId),
    /// Who would lead if all reasons weighed the same; none if none would.
    JustCounting(Option<AlternativeId>),
    /// How far set weights may be off.
    TakenAs(Band),
    /// How many weights were changed after the answer to a blind weighing was seen, and in whose favor.
    AfterSeeing,
    /// Whether reasons and gut agree, as a sentence.
    Gut(String),
    /// Something is known of lines that are gone.
    Gone,
    /// Two sides of one thing have one weight.
    PairsJoined,
    /// Two sides of one thing have a weight each.
    PairsParted,
}

impl Fact {
    /// What it says, as a sentence.
    #[must_use]
    pub fn sentence(&self, story: &Story<'_>) -> String {
        words::sentence(&self.told(story))
    }

    /// The sentence, without a full stop.
    #[must_use]
    pub fn told(&self, story: &Story<'_>) -> String {
        match self {
            Self::Enough(reasons) => {
                let outweigh = if reasons.len() == 1 { "outweighs" } else { "outweigh" };
                let against = against(story);
                let opponents = story.assessment.why.opponents.iter().map(|speaker| speaker.reason);
                let open = if opponents.chain(reasons.iter().copied()).any(|reason| story.is_open(reason)) {
                    " (open ones taken as 5)"
                } else {
                    ""
                };
                format!("{} {outweigh} all that speaks {against}{open}", story.reasons(reasons))
            }
            Self::NothingAgainst => format!("Nothing that matters to you speaks {}", against(story)),
            Self::ManyReasons(reasons) => {
                let points =
                    |at: usize| story.assessment.why.supporters.get(at).map(|speaker| speaker.points);
                let as_heavy = points(reasons.len()) == points(reasons.len().saturating_sub(1));
                let among = if as_heavy { "among the heaviest" } else { "the heaviest" };
                match reasons.as_slice() {
                    [] => "It rests on many reasons".to_owned(),
                    heaviest => format!("It rests on many reasons, {} {among}", story.reasons(heaviest)),
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
                let (then, reason) = (story.alternative(*then), story.reason(*reason));
                // Of three and more, who has the most points need not come first most often.
                let leads = if is_of_two(story) { "comes first" } else { "has the most points" };
                format!("{then} {leads} if {reason} matters {at}{bound} (now {now})")
            }
            Self::AnyPoint => "A point more or less for any one reason decides it".to_owned(),
            Self::Together(then, reasons) => {
                let (count, reasons) = (words::number(reasons.len()), story.reasons(reasons));
                let turn = if is_of_two(story) {
                    "turn the answer".to_owned()
                } else {
                    format!("give {} the most points", story.alternative(*then))
                };
                format!("It takes {count} weights to {turn}, such as {reasons}")
            }
            Self::Unchangeable => match story.assessment.leader {
                Some(_) => "No weights can put another first".to_owned(),
                None => "No weights can put one of them first".to_owned(),
            },
            Self::HoldsIfOff(points) => format!("It holds even if every number is off by {points}"),
            Self::ThinkNext(reason, moves) => {
                let weight = story.profile.weight(story.comparison, *reason);
                let reason = story.reason(*reason);
                if weight.is_none() {
                    format!("Think about next: {reason}; {moves}")
                } else {
                    let around = story.profile.band.around(weight);
                    format!("Worth a second thought: {reason}, give or take {around}; {moves}")
                }
            }
            Self::ThinkFirst(reason) => format!("A good one to begin with: {}", story.reason(*reason)),
            Self::JustCounting(None) => "If all reasons were equally heavy, it would be even".to_owned(),
            Self::JustCounting(Some(leader)) => {
                let too = if Some(*leader) == story.assessment.leader { " too" } else { "" };
                format!("If all reasons were equally heavy, it would be {}{too}", story.alternative(*leader))
            }
            Self::TakenAs(band) => match band.points() {
                0 => "Your numbers are taken as exact".to_owned(),
                points => format!("Your numbers are taken as give or take {points}"),
            },
            Self::AfterSeeing => after_seeing(story),
            Self::Gut(told) => told.clone(),
            Self::Gone => {
                let gone = story.profile.gone_names();
                let lines = if gone.len() == 1 { "A line is" } else { "Lines are" };
                format!(
                    "{lines} gone, and what was said of them is kept: {}",
                    words::first_of(GONE, gone.into_iter())
                )
            }
            Self::PairsJoined => {
                format!("Two sides of one thing have one weight for both{}", such_as_a_pair(story))
            }
            Self::PairsParted => {
                format!("Two sides of one thing have a weight each{}", such_as_a_pair(story))
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
            | Self::AnyPoint
            | Self::Unchangeable
            | Self::HoldsIfOff(_)
            | Self::ThinkNext(..)
            | Self::ThinkFirst(_)
            | Self::JustCounting(_)
            | Self::TakenAs(_)
            | Self::AfterSeeing
            | Self::Gut(_)
            | Self::Gone
            | Self::PairsJoined
            | Self::PairsParted => Vec::new(),
        }
    }
}

fn is_of_two(story: &Story<'_>) -> bool {
    story.comparison.alternatives().len() == 2
}

/// What was changed once the answer had been seen.
fn after_seeing(story: &Story<'_>) -> String {
    let Some(AfterSeeing { changed, towards }) = story.profile.after_seeing.as_deref() else {
        return String::new();
    };
    let name = |id: &str| {
        let one = story.comparison.alternative_with_id(id);
        one.map_or_else(|| SafeText::line(id).to_string(), |one| words::quoted(story.alternative(one)))
    };
    let whose = match towards.iter().collect::<Vec<_>>().as_slice() {
        [] => String::new(),
        [(id, count)] if *count == changed => {
            format!(", {}for {}", if *changed > 1 { "all " } else { "" }, name(id))
        }
        several => {
            let each = several.iter().map(|(id, count)| format!("{count} of them for {}", name(id)));
            format!(", {}", words::listed(&each.collect::<Vec<_>>()))
        }
    };
    match changed {
        0 => "You weighed blind, and changed no weight after seeing the answer".to_owned(),
        &u8::MAX => format!("After seeing the answer you changed 255 weights or more{whose}"),
        changed => {
            let weights = words::counted(usize::from(*changed), "weight");
            format!("After seeing the answer you changed {weights}{whose}")
        }
    }
}

/// The first pair of a comparison as an example, such as ", such as Higher price and Affordability".
fn such_as_a_pair(story: &Story<'_>) -> String {
    let pair = story.comparison.reasons().iter().find(|reason| reason.second.is_some());
    let sides =
        pair.into_iter().flat_map(Reason::faces).map(|side| words::named(&story.comparison[side].title));
    let sides = words::listed(&sides.collect::<Vec<_>>());
    if sides.is_empty() { sides } else { format!(", such as {sides}") }
}

/// What speaks against the answer: of three and more it is said of which, and beside which other one.
fn against(story: &Story<'_>) -> String {
    match (story.assessment.favorite(), story.assessment.why.runner_up) {
        (Some(leader), Some(runner_up)) if !is_of_two(story) => {
            let [leader, runner_up] = [leader, runner_up].map(|one| story.alternative(one));
            format!("for {runner_up} or against {leader}")
        }
        _ => "against".to_owned(),
    }
}
