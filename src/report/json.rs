//! The report as JSON, for programs.

use std::fmt::Write;

use serde::Serialize;
use unicode_normalization::char::is_combining_mark;

use super::Subject;
use crate::profile::{Counting, ProfileName};
use crate::shown::is_forbidden;
use crate::weight::Weight;

/// The version of the shape of the object below; it grows when a field changes its meaning.
const SCHEMA_VERSION: u8 = 1;

#[derive(Serialize)]
struct Report<'a> {
    schema_version: u8,
    comparison: ComparisonPart<'a>,
    profile: ProfilePart<'a>,
    alternatives: Vec<AlternativePart<'a>>,
    recommendation: RecommendationPart<'a>,
    why: WhyPart<'a>,
    change: ChangePart,
    claims: Vec<ClaimPart>,
}

#[derive(Serialize)]
struct ComparisonPart<'a> {
    id: &'a str,
    title: &'a str,
}

#[derive(Serialize)]
struct ProfilePart<'a> {
    name: Option<&'a str>,
    band: u8,
    counting: &'static str,
}

#[derive(Serialize)]
struct AlternativePart<'a> {
    id: &'a str,
    name: &'a str,
    pros: f64,
    cons: f64,
    net: f64,
    share: Option<f64>,
    chance: f64,
    ruled_out_by: Vec<String>,
}

#[derive(Serialize)]
struct RecommendationPart<'a> {
    leader: Option<&'a str>,
    verdict: &'static str,
    tie: f64,
    counting_only: bool,
    equal_weights_leader: Option<&'a str>,
}

#[derive(Serialize)]
struct WhyPart<'a> {
    runner_up: Option<&'a str>,
    enough: Vec<String>,
    case_for_runner_up: Vec<String>,
}

#[derive(Serialize)]
struct ChangePart {
    fewest_claims: Option<Vec<String>>,
    fewest_points: Option<usize>,
    wobble: Option<u8>,
}

#[derive(Serialize)]
struct ClaimPart {
    id: String,
    on: bool,
    weight: Option<u8>,
    counts: f64,
    essential: bool,
    tips_at: Option<u8>,
    tips_if_off: bool,
    influence: f64,
    mirrored_by: Vec<String>,
}

/// The report as one JSON object, ending in a newline.
///
/// # Errors
/// If it can't be written as JSON, which no comparison is known to cause.
pub fn json(subject: &Subject<'_>) -> Result<String, serde_json::Error> {
    let text = serde_json::to_string_pretty(&report(subject))?;
    Ok(escaped(&text) + "\n")
}

/// The same JSON in which no character drives a terminal: what `serde_json` leaves raw stands in texts alone,
/// where an escape means the same.
fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if c == '\n' || !is_escaped(c) {
            escaped.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a String can't fail.
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        }
    }
    escaped
}

/// Everything that [`crate::shown::Shown`] may replace or drop, also what depends on its neighbors.
fn is_escaped(c: char) -> bool {
    is_forbidden(c) || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}') || is_combining_mark(c)
}

fn report<'a>(subject: &'a Subject<'a>) -> Report<'a> {
    let Subject { comparison, profile, assessment } = subject;
    let id = |alternative: usize| comparison.alternatives[alternative].id.as_str();
    let ids = |claims: &[usize]| claims.iter().map(|claim| comparison.claim_id(*claim)).collect();
    let alternatives = comparison.alternatives.iter().zip(&assessment.standings).enumerate();
    Report {
        schema_version: SCHEMA_VERSION,
        comparison: ComparisonPart { id: &comparison.id, title: comparison.title.raw() },
        profile: ProfilePart {
            name: profile.name.as_ref().map(ProfileName::as_str),
            band: profile.band.points(),
            counting: match profile.counting {
                Counting::EveryClaim => "every-claim",
                Counting::OncePerCriterion => "once-per-criterion",
            },
        },
        alternatives: alternatives
            .map(|(i, (alternative, standing))| AlternativePart {
                id: &alternative.id,
                name: alternative.name.raw(),
                pros: standing.pros,
                cons: standing.cons,
                net: standing.net,
                share: assessment.share.map(|share| if i == 0 { share.first() } else { share.second() }),
                chance: standing.chance,
                ruled_out_by: ids(&standing.ruled_out_by),
            })
            .collect(),
        recommendation: RecommendationPart {
            leader: assessment.leader.map(id),
            verdict: assessment.verdict.id(),
            tie: assessment.tie,
            counting_only: assessment.counting_only,
            equal_weights_leader: assessment.equal_weights_leader.map(id),
        },
        why: WhyPart {
            runner_up: assessment.why.runner_up.map(id),
            enough: ids(&assessment.why.enough),
            case_for_runner_up: ids(&assessment.why.case_for_runner_up),
        },
        change: ChangePart {
            fewest_claims: assessment.change.fewest_claims.as_deref().map(ids),
            fewest_points: assessment.change.fewest_points,
            wobble: assessment.change.wobble,
        },
        claims: (0..comparison.claims.len()).map(|claim| claim_part(subject, claim)).collect(),
    }
}

fn claim_part(subject: &Subject<'_>, claim: usize) -> ClaimPart {
    let stance = &subject.profile.stances[claim];
    let bearing = &subject.assessment.bearings[claim];
    ClaimPart {
        id: subject.comparison.claim_id(claim),
        on: stance.on,
        weight: stance.weight.map(Weight::points),
        counts: bearing.counts,
        essential: stance.essential,
        tips_at: bearing.tips_at,
        tips_if_off: bearing.tips_if_off,
        influence: bearing.influence,
        mirrored_by: subject.comparison.mirrors(claim).map(|i| subject.comparison.claim_id(i)).collect(),
    }
}
