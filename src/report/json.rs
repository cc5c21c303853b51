//! The report as JSON, for programs.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Subject;
use super::json_text::{escaped, indented};
use crate::comparison::{AlternativeId, ClaimId, Comparison};
use crate::decision::Speaker;
use crate::profile::{AfterSeeing, Counting, ProfileName};
use crate::safe_text::SafeText;

/// The version of the shape of the object below; it grows when a field changes its meaning.
const SCHEMA_VERSION: u8 = 2;

/// All but what is said of claims.
#[derive(Serialize)]
struct AnswerPart<'a> {
    schema_version: u8,
    comparison: ComparisonPart<'a>,
    profile: ProfilePart<'a>,
    alternatives: Vec<AlternativePart<'a>>,
    recommendation: RecommendationPart<'a>,
    why: WhyPart<'a>,
    change: ChangePart<'a>,
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
    ruled_out_by: Vec<&'a str>,
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
    enough: Vec<&'a str>,
    struck_out: Vec<&'a str>,
    left: Vec<&'a str>,
    case_for_runner_up: Vec<&'a str>,
}

#[derive(Serialize)]
struct ChangePart<'a> {
    fewest_reasons: Option<Vec<&'a str>>,
    fewest_points: Option<i64>,
    wobble: Option<u8>,
    settled: bool,
    to_lead: Vec<ToLeadPart<'a>>,
}

#[derive(Serialize)]
struct ToLeadPart<'a> {
    id: &'a str,
    points: Option<i64>,
    reasons: Option<Vec<&'a str>>,
}

/// What is known of a claim whatever anybody thinks of it, but for how they count.
#[derive(Serialize)]
struct KnownPart<'a> {
    id: &'a str,
    alternative: &'a str,
    side: &'static str,
    title: &'a str,
    criterion: Option<&'a str>,
    /// The first face of its reason.
    reason: &'a str,
    mirrored_with: Option<&'a str>,
}

/// The report as one JSON object, ending in a newline.
///
/// # Errors
/// If it can't be written as JSON, which no comparison is known to cause.
pub fn json(subject: &Subject<'_>) -> Result<String, serde_json::Error> {
    let mut line = "{".to_owned();
    JsonLines::new(subject.comparison)?.write(subject, &mut line)?;
    Ok(indented(&line) + "\n")
}

/// Reports as JSON on one line each, for any number of profiles of one comparison.
#[derive(Clone, Debug)]
pub(crate) struct JsonLines {
    /// What is known of each claim, for each way to count: most of each line, and always the same.
    known: [Vec<String>; 2],
}

impl JsonLines {
    /// What writes reports on a comparison.
    ///
    /// # Errors
    /// As [`json()`].
    pub(crate) fn new(comparison: &Comparison) -> Result<Self, serde_json::Error> {
        let of = |counting| -> Result<Vec<String>, serde_json::Error> {
            let fields = |(claim, _)| {
                let mut fields = Vec::new();
                add_fields(&mut fields, &known(comparison, counting, claim))?;
                String::from_utf8(fields).map_err(serde::ser::Error::custom)
            };
            comparison.claims().map(fields).collect()
        };
        let [once, every] = Counting::ALL.map(of);
        Ok(Self { known: [once?, every?] })
    }

    /// Appends the report to a line on which an object has begun, as the rest of it.
    ///
    /// # Errors
    /// As [`json()`].
    pub(crate) fn write(&self, subject: &Subject<'_>, line: &mut String) -> Result<(), serde_json::Error> {
        let mut rest = Vec::with_capacity(ROOM);
        add_fields(&mut rest, &answer(subject))?;
        rest.extend_from_slice(b",\"claims\":[");
        let known = &self.known[usize::from(subject.profile.counting == Counting::EveryClaim)];
        for (place, ((claim, _), known)) in subject.comparison.claims().zip(known).enumerate() {
            rest.extend_from_slice(if place == 0 { b"{" } else { b",{" });
            rest.extend_from_slice(known.as_bytes());
            add_found(&mut rest, subject, claim)?;
            rest.push(b'}');
        }
        rest.extend_from_slice(b"]}");
        let rest = String::from_utf8(rest).map_err(serde::ser::Error::custom)?;
        line.push_str(&escaped(rest));
        Ok(())
    }
}

/// Room for a report, in bytes, so that most need no more.
const ROOM: usize = 8 * 1024;

/// Adds the fields of an object, without its braces.
fn add_fields(line: &mut Vec<u8>, object: &impl Serialize) -> Result<(), serde_json::Error> {
    let start = line.len();
    serde_json::to_writer(&mut *line, object)?;
    line.pop();
    line.remove(start);
    Ok(())
}

fn answer<'a>(subject: &'a Subject<'a>) -> AnswerPart<'a> {
    let Subject { comparison, profile, preset, assessment } = subject;
    let id = |alternative: AlternativeId| comparison[alternative].id.as_str();
    let ids = |claims: &[ClaimId]| claims.iter().map(|claim| comparison.full_id(*claim)).collect();
    let speakers = |speakers: &[Speaker]| speakers.iter().map(|s| comparison.full_id(s.reason)).collect();
    let balance = subject.story().balance();
    AnswerPart {
        schema_version: SCHEMA_VERSION,
        comparison: ComparisonPart::of(comparison),
        profile: ProfilePart {
            name: profile.name.as_ref().map(ProfileName::as_str),
            preset: preset.map(|preset| preset.id.as_str()),
            band: profile.band.points(),
            counting: profile.counting.id(),
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
    }
}

fn known(comparison: &Comparison, counting: Counting, id: ClaimId) -> KnownPart<'_> {
    let (claim, reason) = (&comparison[id], counting.reasons(comparison).of(id));
    KnownPart {
        id: comparison.full_id(id),
        alternative: &comparison[claim.alternative].id,
        side: claim.polarity.word(),
        title: claim.title.raw(),
        criterion: claim.criterion.map(|criterion| comparison[criterion].id.as_str()),
        reason: comparison.full_id(reason.first),
        mirrored_with: reason.mirror(id).map(|mirror| comparison.full_id(mirror)),
    }
}

/// Adds what somebody thinks of a claim, and what follows: by hand, which takes a third of the time, since that is most of what
/// differs between two lines.
fn add_found(line: &mut Vec<u8>, subject: &Subject<'_>, id: ClaimId) -> Result<(), serde_json::Error> {
    let Subject { comparison, profile, assessment, .. } = subject;
    let (stance, bearing) = (&profile[id], &assessment[id]);
    let [mut weight, mut tips_at] = [itoa::Buffer::new(), itoa::Buffer::new()];
    let note = Some(stance.note.raw()).filter(|note| !note.is_empty());
    let truth = |is_so| if is_so { "true" } else { "false" };
    let fields = [
        (",\"on\":", truth(stance.on)),
        (",\"weight\":", profile.weight(comparison, id).map_or("null", |own| weight.format(own.points()))),
        (",\"counts\":", &serde_json::to_string(&bearing.counts)?),
        (",\"essential\":", truth(stance.essential)),
        (",\"tips_at\":", bearing.tips_at.map_or("null", |weight| tips_at.format(weight))),
        (",\"tips_if_off\":", truth(bearing.tips_if_off)),
        (",\"influence\":", &serde_json::to_string(&bearing.influence)?),
        (",\"note\":", &serde_json::to_string(&note)?),
    ];
    for (name, value) in fields {
        line.extend_from_slice(name.as_bytes());
        line.extend_from_slice(value.as_bytes());
    }
    Ok(())
}
