//! Several people side by side as JSON, for programs.

use serde::Serialize;

use crate::comparison::{AlternativeId, ClaimId};
use crate::decision::{self, Freedom, Standing};
use crate::profile::Stance;
use crate::report::json::ComparisonPart;
use crate::report::json_text::to_json;
use crate::together::{Part, Person, Together};
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
    agreed: Vec<&'a str>,
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
    alternatives: Vec<AlternativePart<'a>>,
    claims: Vec<ClaimPart<'a>>,
}

#[derive(Serialize)]
struct AlternativePart<'a> {
    id: &'a str,
    chance: f64,
    ruled_out_by: Vec<&'a str>,
    /// The points that weights would have to move before it leads, and how; none if nothing makes it lead.
    points: Option<i64>,
    moves: Option<Vec<MovePart<'a>>>,
}

#[derive(Serialize)]
struct ClaimPart<'a> {
    id: &'a str,
    on: bool,
    weight: Option<u8>,
    essential: bool,
}

#[derive(Serialize)]
struct MovePart<'a> {
    reason: &'a str,
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
    parts: Vec<DividedPart<'a>>,
    /// Reasons about neither of the two alternatives, by their first faces.
    elsewhere: Vec<&'a str>,
}

#[derive(Serialize)]
struct DividedPart<'a> {
    reason: &'a str,
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
        let part =
            |part: &Part| DividedPart { reason: comparison.full_id(part.reason.first), points: part.points };
        DividePart {
            between,
            alternatives: divide.alternatives.map(id),
            leads: divide.leads,
            parts: divide.parts.iter().map(part).collect(),
            elsewhere: divide.elsewhere.iter().map(|reason| comparison.full_id(reason.first)).collect(),
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
    let weight = |claim: ClaimId| profile.weight(comparison, claim).map(Weight::points);
    let move_part = |(reason, to): (ClaimId, Weight)| MovePart {
        reason: comparison.full_id(reason),
        from: weight(reason),
        to: to.points(),
    };
    let alternative = |(one, standing): (AlternativeId, &Standing)| AlternativePart {
        id: id(one),
        chance: standing.chance,
        ruled_out_by: standing.ruled_out_by.iter().map(|mark| comparison.full_id(*mark)).collect(),
        points: assessment.way_to(one).map(|way| way.points),
        moves: decision::least_moves(comparison, profile, one, Freedom::Both)
            .map(|moves| moves.into_iter().map(move_part).collect()),
    };
    let claim = |(claim, stance): (ClaimId, &Stance)| ClaimPart {
        id: comparison.full_id(claim),
        on: stance.on,
        weight: weight(claim),
        essential: stance.essential,
    };
    PersonPart {
        name: &person.name,
        preset: person.preset.as_deref(),
        leader: assessment.leader.map(id),
        likeliest: assessment.likeliest.map(id),
        verdict: assessment.verdict.id(),
        tie: assessment.tie,
        reasons: assessment.reasons,
        weighed: assessment.weighed,
        alternatives: assessment.standings().map(alternative).collect(),
        claims: profile.stances().map(claim).collect(),
    }
}
