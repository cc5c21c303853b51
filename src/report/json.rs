//! The report as JSON, for programs.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;
use unicode_normalization::char::is_combining_mark;

use super::Subject;
use crate::comparison::{AlternativeId, ClaimId, Comparison, Reason};
use crate::decision::Speaker;
use crate::profile::{AfterSeeing, Counting, ProfileName};
use crate::safe_text::{SafeText, is_forbidden};
use crate::weight::Weight;

/// The version of the shape of the object below; it grows when a field changes its meaning.
const SCHEMA_VERSION: u8 = 2;

#[derive(Serialize)]
struct Report<'a> {
    schema_version: u8,
    comparison: ComparisonPart<'a>,
    profile: ProfilePart<'a>,
    alternatives: Vec<AlternativePart<'a>>,
    recommendation: RecommendationPart<'a>,
    why: WhyPart<'a>,
    change: ChangePart<'a>,
    claims: Vec<ClaimPart<'a>>,
}

#[derive(Serialize)]
pub(super) struct ComparisonPart<'a> {
    id: &'a str,
    title: &'a str,
}

impl<'a> ComparisonPart<'a> {
    pub(super) fn of(comparison: &'a Comparison) -> Self {
        Self { id: comparison.id(), title: comparison.title().raw() }
    }
}

#[derive(Serialize)]
struct ProfilePart<'a> {
    name: Option<&'a str>,
    preset: Option<&'a str>,
    band: u8,
    counting: &'static str,
    gut: Option<&'a str>,
    after_seeing: Option<AfterSeeingPart<'a>>,
    decided: Option<DecidedPart<'a>>,
}

#[derive(Serialize)]
struct AfterSeeingPart<'a> {
    changed: u8,
    towards: &'a BTreeMap<String, u8>,
}

#[derive(Serialize)]
struct DecidedPart<'a> {
    chose: &'a str,
    on: String,
    /// In whole hundredths.
    chance: f64,
    why: Option<&'a str>,
}

#[derive(Serialize)]
struct AlternativePart<'a> {
    id: &'a str,
    name: &'a str,
    pros: f64,
    cons: f64,
    net: f64,
    chance: f64,
    ruled_out_by: Vec<String>,
}

#[derive(Serialize)]
struct RecommendationPart<'a> {
    leader: Option<&'a str>,
    stands_in: Option<&'a str>,
    likeliest: Option<&'a str>,
    verdict: &'static str,
    tie: f64,
    reasons: usize,
    weighed: usize,
    equal_weights_leader: Option<&'a str>,
    lead: Option<LeadPart>,
}

#[derive(Serialize)]
struct LeadPart {
    low: i64,
    mean: i64,
    high: i64,
}

#[derive(Serialize)]
struct WhyPart<'a> {
    runner_up: Option<&'a str>,
    enough: Vec<String>,
    struck_out: Vec<String>,
    left: Vec<String>,
    case_for_runner_up: Vec<String>,
}

#[derive(Serialize)]
struct ChangePart<'a> {
    fewest_reasons: Option<Vec<String>>,
    fewest_points: Option<i64>,
    wobble: Option<u8>,
    settled: bool,
    to_lead: Vec<ToLeadPart<'a>>,
}

#[derive(Serialize)]
struct ToLeadPart<'a> {
    id: &'a str,
    points: Option<i64>,
    reasons: Option<Vec<String>>,
}

#[derive(Serialize)]
struct ClaimPart<'a> {
    id: String,
    alternative: &'a str,
    side: &'static str,
    title: &'a str,
    /// The first face of its reason.
    reason: String,
    on: bool,
    weight: Option<u8>,
    counts: f64,
    essential: bool,
    criterion: Option<&'a str>,
    mirrored_with: Option<String>,
    tips_at: Option<u8>,
    tips_if_off: bool,
    influence: f64,
    note: Option<&'a str>,
}

/// The report as one JSON object, ending in a newline.
///
/// # Errors
/// If it can't be written as JSON, which no comparison is known to cause.
pub fn json(subject: &Subject<'_>) -> Result<String, serde_json::Error> {
    to_json(&report(subject))
}

/// Anything as JSON that is safe to show, ending in a newline.
pub(crate) fn to_json(value: &impl Serialize) -> Result<String, serde_json::Error> {
    Ok(escaped(&serde_json::to_string_pretty(value)?) + "\n")
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

/// Everything that [`crate::safe_text::SafeText`] may replace or drop, also what depends on its neighbors.
fn is_escaped(c: char) -> bool {
    is_forbidden(c) || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}') || is_combining_mark(c)
}

fn report<'a>(subject: &'a Subject<'a>) -> Report<'a> {
    let Subject { comparison, profile, preset, assessment } = subject;
    let id = |alternative: AlternativeId| comparison[alternative].id.as_str();
    let ids = |claims: &[ClaimId]| claims.iter().map(|claim| comparison.full_id(*claim)).collect();
    let speakers = |speakers: &[Speaker]| speakers.iter().map(|s| comparison.full_id(s.reason)).collect();
    let balance = subject.story().balance();
    let reasons = profile.reasons(comparison);
    Report {
        schema_version: SCHEMA_VERSION,
        comparison: ComparisonPart::of(comparison),
        profile: ProfilePart {
            name: profile.name.as_ref().map(ProfileName::as_str),
            preset: preset.map(|preset| preset.id.as_str()),
            band: profile.band.points(),
            counting: match profile.counting {
                Counting::EachReasonOnce => "each-reason-once",
                Counting::EveryClaim => "every-claim",
            },
            gut: profile.gut.as_ref().map(SafeText::raw),
            after_seeing: profile
                .after_seeing
                .as_deref()
                .map(|AfterSeeing { changed, towards }| AfterSeeingPart { changed: *changed, towards }),
            decided: profile.decided.as_deref().map(|decided| DecidedPart {
                chose: decided.chose.raw(),
                on: decided.on.to_string(),
                chance: f64::from(decided.chance) / 100.0,
                why: Some(decided.why.raw()).filter(|why| !why.is_empty()),
            }),
        },
        alternatives: assessment
            .standings()
            .map(|(alternative, standing)| AlternativePart {
                id: id(alternative),
                name: comparison[alternative].name.raw(),
                pros: standing.pros,
                cons: standing.cons,
                net: standing.net,
                chance: standing.chance,
                ruled_out_by: ids(&standing.ruled_out_by),
            })
            .collect(),
        recommendation: RecommendationPart {
            leader: assessment.leader.map(id),
            stands_in: assessment.stands_in.map(id),
            likeliest: assessment.likeliest.map(id),
            verdict: assessment.verdict.id(),
            tie: assessment.tie,
            reasons: assessment.reasons,
            weighed: assessment.weighed,
            equal_weights_leader: assessment.equal_weights_leader.map(id),
            lead: assessment.lead().map(|lead| {
                let (low, high) = lead.nine_in_ten();
                LeadPart { low, mean: lead.mean(), high }
            }),
        },
        why: WhyPart {
            runner_up: assessment.why.runner_up.map(id),
            enough: speakers(assessment.why.enough()),
            struck_out: ids(&balance.struck_out),
            left: ids(&balance.left),
            case_for_runner_up: speakers(assessment.why.case_for_runner_up()),
        },
        change: ChangePart {
            fewest_reasons: assessment.fewest_reasons().map(ids),
            fewest_points: assessment.fewest_points(),
            wobble: assessment.wobble,
            settled: assessment.is_settled(),
            to_lead: comparison
                .alternatives()
                .map(|(alternative, _)| {
                    let way = assessment.way_to(alternative);
                    ToLeadPart {
                        id: id(alternative),
                        points: way.map(|way| way.points),
                        reasons: way.map(|way| ids(&way.reasons)),
                    }
                })
                .collect(),
        },
        claims: comparison.claims().map(|(claim, _)| claim_part(subject, claim, reasons.of(claim))).collect(),
    }
}

fn claim_part<'a>(subject: &'a Subject<'a>, id: ClaimId, reason: Reason) -> ClaimPart<'a> {
    let Subject { comparison, profile, assessment, .. } = subject;
    let (claim, stance, bearing) = (&comparison[id], &profile[id], &assessment[id]);
    ClaimPart {
        id: comparison.full_id(id),
        alternative: &comparison[claim.alternative].id,
        side: claim.polarity.word(),
        title: claim.title.raw(),
        reason: comparison.full_id(reason.first),
        on: stance.on,
        weight: profile.weight_of(reason).map(Weight::points),
        counts: bearing.counts,
        essential: stance.essential,
        criterion: claim.criterion.map(|criterion| comparison[criterion].id.as_str()),
        mirrored_with: reason.mirror(id).map(|mirror| comparison.full_id(mirror)),
        tips_at: bearing.tips_at,
        tips_if_off: bearing.tips_if_off,
        influence: bearing.influence,
        note: Some(stance.note.raw()).filter(|note| !note.is_empty()),
    }
}
