//! Several people side by side as JSON, for programs.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::comparison::{AlternativeId, ClaimId};
use crate::decision;
use crate::report::json::{ComparisonPart, to_json};
use crate::together::{Person, Together};
use crate::weight::Weight;

/// The version of the shape of the object below; it grows when a field changes its meaning.
const SCHEMA_VERSION: u8 = 1;

#[derive(Serialize)]
struct Report<'a> {
    schema_version: u8,
    comparison: ComparisonPart<'a>,
    people: Vec<PersonPart<'a>>,
    concession: Option<ConcessionPart<'a>>,
    divide: Option<DividePart<'a>>,
    /// The reasons of which all think alike, by their first faces.
    agreed: Vec<String>,
}

#[derive(Serialize)]
struct PersonPart<'a> {
    name: &'a str,
    preset: Option<&'a str>,
    leader: Option<&'a str>,
    likeliest: Option<&'a str>,
    verdict: &'static str,
    tie: f64,
    reasons: usize,
    weighed: usize,
    chances: BTreeMap<&'a str, f64>,
    ruled_out_by: BTreeMap<&'a str, Vec<String>>,
    /// What each alternative asks before it leads; none if nothing makes it lead.
    to_lead: BTreeMap<&'a str, Option<AsksPart>>,
    /// What is on, with its weight if it has one.
    weights: BTreeMap<String, Option<u8>>,
}

#[derive(Serialize)]
struct AsksPart {
    points: i64,
    moves: Vec<MovePart>,
}

#[derive(Serialize)]
struct MovePart {
    reason: String,
    from: Option<u8>,
    to: u8,
}

#[derive(Serialize)]
struct ConcessionPart<'a> {
    alternative: &'a str,
    /// The most that it asks of one, and what it asks in all, in points.
    most: i64,
    all: i64,
}

#[derive(Serialize)]
struct DividePart<'a> {
    /// By their places among the people.
    between: [usize; 2],
    /// How far the first of these is ahead of the second is what the two see differently.
    alternatives: [&'a str; 2],
    leads: [f64; 2],
    /// What each reason adds to the first lead less the second.
    parts: Vec<DividedPart>,
}

#[derive(Serialize)]
struct DividedPart {
    reason: String,
    points: f64,
}

/// Several people side by side as one JSON object, ending in a newline.
///
/// # Errors
/// If it can't be written as JSON, which no comparison is known to cause.
pub fn json(together: &Together<'_>) -> Result<String, serde_json::Error> {
    let comparison = together.comparison;
    let id = |alternative: AlternativeId| comparison[alternative].id.as_str();
    let divide = together.farthest().map(|between| {
        let divide = together.divide(between[0], between[1]);
        let part = |part: &crate::together::Part| DividedPart {
            reason: comparison.full_id(part.reason.first),
            points: part.points,
        };
        DividePart {
            between,
            alternatives: divide.alternatives.map(id),
            leads: divide.leads,
            parts: divide.parts.iter().map(part).collect(),
        }
    });
    let concession = together.least().and_then(|least| {
        let (most, all) = together.price(least)?;
        Some(ConcessionPart { alternative: id(least), most, all })
    });
    to_json(&Report {
        schema_version: SCHEMA_VERSION,
        comparison: ComparisonPart::of(comparison),
        people: together.people.iter().map(|person| person_part(together, person)).collect(),
        concession,
        divide,
        agreed: together.agreed().iter().map(|reason| comparison.full_id(reason.first)).collect(),
    })
}

fn person_part<'a>(together: &Together<'a>, person: &'a Person) -> PersonPart<'a> {
    let (comparison, assessment, profile) = (together.comparison, &person.assessment, &person.profile);
    let id = |alternative: AlternativeId| comparison[alternative].id.as_str();
    let on = profile.stances().filter(|(_, stance)| stance.on);
    let weight = |claim: ClaimId| profile.weight(comparison, claim).map(Weight::points);
    let move_part = |(reason, to): (ClaimId, Weight)| MovePart {
        reason: comparison.full_id(reason),
        from: weight(reason),
        to: to.points(),
    };
    let to_lead = |alternative: AlternativeId| {
        let points = assessment.way_to(alternative)?.points;
        let moves = decision::least_moves(comparison, profile, alternative)?;
        Some(AsksPart { points, moves: moves.into_iter().map(move_part).collect() })
    };
    let standings = || assessment.standings();
    let out = standings().filter(|(_, standing)| !standing.is_acceptable());
    PersonPart {
        name: &person.name,
        preset: person.preset.as_deref(),
        leader: assessment.leader.map(id),
        likeliest: assessment.likeliest.map(id),
        verdict: assessment.verdict.id(),
        tie: assessment.tie,
        reasons: assessment.reasons,
        weighed: assessment.weighed,
        chances: standings().map(|(one, standing)| (id(one), standing.chance)).collect(),
        ruled_out_by: out
            .map(|(one, standing)| {
                (id(one), standing.ruled_out_by.iter().map(|mark| comparison.full_id(*mark)).collect())
            })
            .collect(),
        to_lead: standings().map(|(one, _)| (id(one), to_lead(one))).collect(),
        weights: on.map(|(claim, _)| (comparison.full_id(claim), weight(claim))).collect(),
    }
}
