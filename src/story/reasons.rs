//! Why the answer is what it is, and what would change it, in sentences.

use super::{NAMED, chance, some};
use crate::comparison::{AlternativeId, ClaimId, Comparison};
use crate::decision::{Assessment, Speaker};
use crate::profile::{Counting, Profile};
use crate::weight::Weight;

/// The most useful sentences after the answer itself, most useful first.
#[must_use]
pub fn reasons(comparison: &Comparison, profile: &Profile, assessment: &Assessment) -> Vec<String> {
    let mut sentences = Vec::new();
    sentences.extend(why(comparison, assessment).into_iter().next());
    sentences.extend(tips(comparison, profile, assessment));
    sentences.push(think_next(comparison, assessment));
    sentences.extend(change(comparison, assessment));
    sentences.extend(equal_weights(comparison, assessment).filter(|_| assessment.weighed > 0));
    sentences
}

/// What the recommendation rests on, and the case for the runner-up.
#[must_use]
pub fn why(comparison: &Comparison, assessment: &Assessment) -> Vec<String> {
    let why = &assessment.why;
    let Some(runner_up) = why.runner_up else { return Vec::new() };
    let runner_up = &comparison[runner_up].name;
    let titles = |speakers: &[Speaker]| {
        let claims: Vec<ClaimId> = speakers.iter().map(|speaker| speaker.reason).collect();
        titles(comparison, &claims)
    };
    let mut sentences = Vec::new();
    match why.enough() {
        [] => {}
        few if few.len() <= NAMED => sentences.push(format!("Enough against {runner_up}: {}.", titles(few))),
        many => sentences.push(format!(
            "It rests on {} reasons, the heaviest are {}.",
            many.len(),
            titles(&many[..2])
        )),
    }
    sentences.push(match why.case_for_runner_up() {
        [] => format!("Nothing speaks for {runner_up}."),
        case => format!("The case for {runner_up}: {}.", titles(case)),
    });
    sentences
}

/// The nearest weights at which the answer tips.
fn tips(comparison: &Comparison, profile: &Profile, assessment: &Assessment) -> Option<String> {
    let mut tips: Vec<(u8, ClaimId, u8)> = profile
        .reasons(comparison)
        .iter()
        .filter_map(|reason| {
            let at = assessment[reason.first].tips_at?;
            let points = profile.weight_of(reason).map_or(Weight::UNSET_POINTS, Weight::points);
            Some((points.abs_diff(at), reason.first, at))
        })
        .collect();
    tips.sort_unstable();
    let words: Vec<String> = tips
        .iter()
        .take(NAMED - 1)
        .map(|(_, claim, at)| format!("{} at {at}", comparison[*claim].title))
        .collect();
    (!words.is_empty()).then(|| format!("Tips over: {}.", words.join(", ")))
}

/// How much it takes to make another alternative lead.
#[must_use]
pub fn change(comparison: &Comparison, assessment: &Assessment) -> Vec<String> {
    let Some(favorite) = assessment.favorite() else { return Vec::new() };
    let changing = match assessment.leader {
        Some(_) => "Changing it".to_owned(),
        None => format!("To make another than {} lead", comparison[favorite].name),
    };
    let mut sentences = Vec::new();
    sentences.push(match (assessment.fewest_reasons(), assessment.fewest_points()) {
        (Some(reasons), Some(points)) => format!(
            "{changing} takes at least {} ({}), or {} in all.",
            counted(reasons.len(), "reason"),
            titles(comparison, reasons),
            counted(usize::try_from(points).unwrap_or(0), "point"),
        ),
        _ => "No weights at all can change it.".to_owned(),
    });
    sentences.extend(assessment.wobble.filter(|points| *points > 0).map(|points| {
        format!("It holds even if every weight is taken as give or take {}.", counted(points.into(), "point"))
    }));
    sentences
}

/// Which reason is worth thinking about, or that none is.
#[must_use]
pub fn think_next(comparison: &Comparison, assessment: &Assessment) -> String {
    let Some(claim) = assessment.think_next else {
        return "No reason within its range makes a difference to this.".to_owned();
    };
    let title = &comparison[claim].title;
    if assessment.one_reason_decides {
        return format!("Think next about {title}: it sways this most.");
    }
    format!("No single reason changes this within its range; {title} sways it most.")
}

/// How it counts, and what would be if it counted otherwise.
#[must_use]
pub fn counting(comparison: &Comparison, profile: &Profile, assessment: &Assessment) -> Vec<String> {
    let band = match profile.band.points() {
        0 => "Your weights are taken as exact".to_owned(),
        points => format!("Your weights are taken as give or take {points}"),
    };
    let counting = match profile.counting {
        Counting::EachReasonOnce => "two sides of one thing share one weight",
        Counting::EveryClaim => "every claim counts whole",
    };
    let mut sentences = vec![format!("{band}; {counting}.")];
    sentences.extend(equal_weights(comparison, assessment).or_else(|| {
        let name = &comparison[assessment.leader?].name;
        Some(format!("With all weights equal it would be {name} too."))
    }));
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
            format!("With all weights equal it would be {}.", comparison[other].name)
        }
    })
}

/// How often the leader is ahead, level and behind.
#[must_use]
pub fn lead(comparison: &Comparison, assessment: &Assessment) -> String {
    let Some(favorite) = assessment.favorite() else { return String::new() };
    let ahead = assessment[favorite].chance;
    let behind = (1.0 - ahead - assessment.tie).max(0.0);
    let level =
        if assessment.tie > 0.0 { format!(", level in {}", chance(assessment.tie)) } else { String::new() };
    format!(
        "{} is ahead in {}{level}, behind in {}.",
        comparison[favorite].name,
        chance(ahead),
        chance(behind),
    )
}

/// The heading over the claims for and against the leader.
#[must_use]
pub fn contributions(comparison: &Comparison, leader: AlternativeId, runner_up: AlternativeId) -> String {
    let (leader, runner_up) = (&comparison[leader].name, &comparison[runner_up].name);
    format!("What speaks for {leader} over {runner_up}, and what against")
}

/// Titles of claims, the first few by name.
fn titles(comparison: &Comparison, claims: &[ClaimId]) -> String {
    some(claims, |claim| comparison[claim].title.to_string())
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
