//! Why the answer is what it is, and what would change it, in sentences.

use super::{chance, listed};
use crate::comparison::Comparison;
use crate::decision::Assessment;
use crate::profile::{Counting, Profile};
use crate::weight::Weight;

/// How many claims a sentence names before it says how many more there are.
const NAMED: usize = 3;

/// The most useful sentences after the answer itself, most useful first.
#[must_use]
pub fn reasons(comparison: &Comparison, profile: &Profile, assessment: &Assessment) -> Vec<String> {
    if assessment.leader.is_none() {
        return vec![think_next(comparison, assessment)];
    }
    let mut sentences = Vec::new();
    sentences.extend(why(comparison, assessment).into_iter().next());
    sentences.extend(tips(comparison, profile, assessment));
    sentences.push(think_next(comparison, assessment));
    sentences.extend(change(comparison, assessment));
    sentences.extend(equal_weights(comparison, assessment).filter(|_| !assessment.counting_only));
    sentences
}

/// What the recommendation rests on, and the case for the runner-up.
#[must_use]
pub fn why(comparison: &Comparison, assessment: &Assessment) -> Vec<String> {
    let why = &assessment.why;
    let Some(runner_up) = why.runner_up else { return Vec::new() };
    let runner_up = &comparison.alternatives[runner_up].name;
    let mut sentences = vec![match why.enough.len() {
        1 => format!("Enough on its own: {}.", titles(comparison, &why.enough)),
        count => format!("Enough against all else, these {count}: {}.", titles(comparison, &why.enough)),
    }];
    sentences.push(if why.case_for_runner_up.is_empty() {
        format!("Nothing speaks for {runner_up}.")
    } else {
        format!("The case for {runner_up}: {}.", titles(comparison, &why.case_for_runner_up))
    });
    sentences
}

/// The nearest weights at which the answer tips.
fn tips(comparison: &Comparison, profile: &Profile, assessment: &Assessment) -> Option<String> {
    let distance = |(claim, at): &(usize, u8)| profile.stances[*claim].points().abs_diff(*at);
    let mut tips: Vec<(usize, u8)> = assessment
        .bearings
        .iter()
        .enumerate()
        .filter_map(|(claim, bearing)| Some((claim, bearing.tips_at?)))
        .collect();
    tips.sort_by_key(|tip| (distance(tip), tip.0));
    let words: Vec<String> = tips
        .iter()
        .take(NAMED - 1)
        .map(|(claim, at)| format!("{} at {at}", comparison.claims[*claim].title))
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    (!words.is_empty()).then(|| format!("Tips over: {}.", words.join(", ")))
}

/// How much it takes to make another alternative lead.
#[must_use]
pub fn change(comparison: &Comparison, assessment: &Assessment) -> Vec<String> {
    if assessment.leader.is_none() {
        return Vec::new();
    }
    let change = &assessment.change;
    let mut sentences = Vec::new();
    sentences.push(match (&change.fewest_claims, change.fewest_points) {
        (Some(claims), Some(points)) => format!(
            "Changing it takes at least {} ({}), or {} in all.",
            counted(claims.len(), "claim"),
            titles(comparison, claims),
            counted(points, "point"),
        ),
        _ => "No weights at all can change it.".to_owned(),
    });
    sentences.push(match change.wobble {
        Some(Weight::MOST) => "It holds however far off the weights are.".to_owned(),
        Some(0) | None => "It may not hold if every weight is off by 1 point.".to_owned(),
        Some(points) => {
            format!("It holds even if every weight is off by {}.", counted(points.into(), "point"))
        }
    });
    sentences
}

/// Which claim is worth thinking about, or that none is.
#[must_use]
pub fn think_next(comparison: &Comparison, assessment: &Assessment) -> String {
    let Some(claim) = assessment.think_next else {
        return "No claim within its range makes a difference to this.".to_owned();
    };
    let title = &comparison.claims[claim].title;
    if assessment.leader.is_none() || assessment.one_claim_decides {
        return format!("Think next about {title}: it decides most.");
    }
    format!("No single claim changes this within its range; {title} sways it most.")
}

/// How it counts, and what would be if it counted otherwise.
#[must_use]
pub fn counting(comparison: &Comparison, profile: &Profile, assessment: &Assessment) -> Vec<String> {
    let band = match profile.band.points() {
        0 => "Your weights are taken as exact".to_owned(),
        points => format!("Your weights may be off by {} either way", counted(points.into(), "point")),
    };
    let counting = match profile.counting {
        Counting::EveryClaim => "every claim counts whole",
        Counting::OncePerCriterion => "claims that mirror each other share one weight",
    };
    let mut sentences = vec![format!("{band}; {counting}.")];
    sentences.extend(equal_weights(comparison, assessment).or_else(|| {
        let leader = assessment.leader?;
        let name = &comparison.alternatives[leader].name;
        Some(format!("With all weights equal it would be {name} too."))
    }));
    let other = match profile.counting {
        Counting::EveryClaim => "If each criterion counted once",
        Counting::OncePerCriterion => "If every claim counted whole",
    };
    let by_other = assessment.other_counting_leader;
    if comparison.claims.iter().any(|claim| claim.criterion.is_some()) && comparison.can_count_once() {
        sentences.push(match by_other {
            None => format!("{other}, nothing would lead."),
            Some(name) if by_other == assessment.leader => {
                format!("{other}, it would be {} too.", comparison.alternatives[name].name)
            }
            Some(name) => format!("{other}, it would be {}.", comparison.alternatives[name].name),
        });
    }
    sentences
}

/// What only counting would say, if it says something else.
fn equal_weights(comparison: &Comparison, assessment: &Assessment) -> Option<String> {
    if assessment.equal_weights_leader == assessment.leader {
        return None;
    }
    Some(match assessment.equal_weights_leader {
        None => "With all weights equal nothing would lead.".to_owned(),
        Some(other) => {
            format!("With all weights equal it would be {}.", comparison.alternatives[other].name)
        }
    })
}

/// How often the leader is ahead, level and behind.
#[must_use]
pub fn lead(comparison: &Comparison, assessment: &Assessment) -> String {
    let Some(leader) = assessment.leader else { return String::new() };
    let ahead = assessment.standings[leader].chance;
    let behind = (1.0 - ahead - assessment.tie).max(0.0);
    let level =
        if assessment.tie > 0.0 { format!(", level in {}", chance(assessment.tie)) } else { String::new() };
    format!(
        "{} is ahead in {}{level}, behind in {}.",
        comparison.alternatives[leader].name,
        chance(ahead),
        chance(if behind < 1e-12 { 0.0 } else { behind }),
    )
}

/// The heading over the claims for and against the leader.
#[must_use]
pub fn contributions(comparison: &Comparison, leader: usize, runner_up: usize) -> String {
    let (leader, runner_up) =
        (&comparison.alternatives[leader].name, &comparison.alternatives[runner_up].name);
    format!("What speaks for {leader} over {runner_up}, and what against")
}

/// Titles of claims, the first few by name.
fn titles(comparison: &Comparison, claims: &[usize]) -> String {
    let named = claims.iter().take(NAMED).map(|claim| comparison.claims[*claim].title.as_str());
    let more = claims.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| format!("{more} more"));
    let words: Vec<&str> = named.chain(more.as_deref()).collect();
    listed(&words)
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
