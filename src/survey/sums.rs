//! What any number of answers come to: whole numbers alone, so that parts add up to the whole.

use serde::ser::{Serialize, SerializeStruct, Serializer};
use serde_json::Value;

use crate::comparison::{ClaimId, Comparison};
use crate::decision::Verdict;
use crate::weight::Weight;
use crate::wording::quoted;

/// The format of sums; it grows when one changes its meaning.
const SCHEMA_VERSION: u8 = 1;

/// What a line of them says.
const FIELDS: [&str; 3] = ["schema_version", "comparison", "sums"];

/// The verdicts on somebody for whom an alternative comes first.
pub(super) const DECIDED: [Verdict; 4] =
    [Verdict::Clear, Verdict::Solid, Verdict::Leaning, Verdict::TooClose];

/// The verdicts on somebody who is undecided.
pub(super) const UNDECIDED: [Verdict; 3] = [Verdict::Tie, Verdict::Unweighed, Verdict::NoneAcceptable];

/// Something that is counted or added up. Alternatives, presets and reasons stand by their places.
#[derive(Clone, Copy, Debug)]
pub(super) enum Sum {
    /// Lines with an answer.
    Answers,
    /// Lines that say why there is none.
    NoAnswer,
    /// Lines that could not be read.
    Unreadable,
    /// The chance that none comes first, in millionths, of all who have weighed something that can come first.
    Tie,
    /// Answers as near to one preset as to another.
    Between,
    /// People with one of the verdicts in [`UNDECIDED`].
    Undecided(Verdict),
    /// People for whom this alternative comes first, with one of the verdicts in [`DECIDED`].
    First(usize, Verdict),
    /// Its chance in millionths, of the same.
    Chance(usize),
    /// People for whom it is ruled out.
    RuledOut(usize),
    /// The points of a reason, of all for whom this alternative comes first.
    Points(usize, usize),
    /// People to whom this preset is nearest, for whom that alternative comes first; the undecided are last.
    Nearest(usize, usize),
}

/// The sums of answers on one comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sums {
    counts: Vec<i64>,
}

/// What the sums of a comparison are called, and where they are.
#[derive(Clone, Debug)]
pub(super) struct Register {
    comparison: String,
    names: Vec<String>,
    alternatives: usize,
    /// The reasons, by their first faces.
    pub(super) reasons: Vec<ClaimId>,
}

/// What is certain, in millionths.
pub(super) const MILLION: u32 = 1_000_000;

/// How many sums are of no alternative and no preset.
const COMMON: usize = 8;

/// How many of an alternative are of no reason.
const OWN: usize = 6;

impl Register {
    pub(super) fn new(comparison: &Comparison) -> Self {
        let reasons: Vec<ClaimId> = comparison.reasons().iter().map(|reason| reason.first).collect();
        let mut names = ["answers", "no-answer", "unreadable", "tie", "between"].map(str::to_owned).to_vec();
        names.extend(UNDECIDED.iter().map(|verdict| format!("undecided/{}", verdict.id())));
        for (_, alternative) in comparison.alternatives() {
            let id = &alternative.id;
            names.extend(DECIDED.iter().map(|verdict| format!("first/{id}/{}", verdict.id())));
            names.extend([format!("chance/{id}"), format!("ruled-out/{id}")]);
            names.extend(reasons.iter().map(|reason| format!("points/{id}/{}", comparison.full_id(*reason))));
        }
        for preset in comparison.presets() {
            let id = &preset.id;
            names.extend(
                comparison.alternatives().map(|(_, first)| format!("nearest/{id}/first/{}", first.id)),
            );
            names.push(format!("nearest/{id}/undecided"));
        }
        let alternatives = comparison.alternatives().len();
        Self { comparison: comparison.id().to_owned(), names, alternatives, reasons }
    }

    /// Where a sum is.
    pub(super) fn place(&self, sum: Sum) -> usize {
        let of = |alternative| COMMON + alternative * (OWN + self.reasons.len());
        match sum {
            Sum::Answers => 0,
            Sum::NoAnswer => 1,
            Sum::Unreadable => 2,
            Sum::Tie => 3,
            Sum::Between => 4,
            Sum::Undecided(verdict) => 5 + among(&UNDECIDED, verdict),
            Sum::First(alternative, verdict) => of(alternative) + among(&DECIDED, verdict),
            Sum::Chance(alternative) => of(alternative) + 4,
            Sum::RuledOut(alternative) => of(alternative) + 5,
            Sum::Points(alternative, reason) => of(alternative) + OWN + reason,
            Sum::Nearest(preset, first) => of(self.alternatives) + preset * (self.alternatives + 1) + first,
        }
    }

    /// The sums of nothing.
    pub(super) fn zero(&self) -> Sums {
        Sums { counts: vec![0; self.names.len()] }
    }

    /// Sums as they are read.
    ///
    /// # Errors
    /// If they are of another comparison, or one is missing or no whole number.
    pub(super) fn read(&self, line: &Value) -> Result<Sums, String> {
        let version = &line["schema_version"];
        if version.as_u64() != Some(SCHEMA_VERSION.into()) {
            return Err(match version {
                Value::Null => "these are no sums: `tally` writes them with --format json".to_owned(),
                version => {
                    format!("they are of the format {version}; this program adds up format {SCHEMA_VERSION}")
                }
            });
        }
        let ours = &self.comparison;
        match &line["comparison"] {
            Value::String(id) if id == ours => {}
            Value::String(id) => {
                return Err(format!("they belong to the comparison {}, not to {}", quoted(id), quoted(ours)));
            }
            _ => return Err("they don't say of which comparison they are".to_owned()),
        }
        if let Some(other) =
            line.as_object().and_then(|line| line.keys().find(|key| !FIELDS.contains(&key.as_str())))
        {
            return Err(format!("{} is unknown in sums", quoted(other)));
        }
        let sums = line["sums"].as_object().ok_or("the object `sums` is missing")?;
        let count = |name: &String| {
            let count = sums.get(name).ok_or_else(|| format!("{} is missing", quoted(name)))?;
            let count = count.as_i64().filter(|count| *count >= 0 || name.starts_with("points/"));
            count.ok_or_else(|| format!("{} is no whole number that it can be", quoted(name)))
        };
        let counts: Vec<i64> = self.names.iter().map(count).collect::<Result<_, _>>()?;
        // All that there should be is there, so nothing else is unless there are more.
        let mut unknown = sums.keys().filter(|name| sums.len() > counts.len() && !self.names.contains(name));
        match unknown.next() {
            Some(unknown) => Err(format!("the comparison has nothing that is called {}", quoted(unknown))),
            None => self.check(Sums { counts }),
        }
    }

    /// Whether sums can be of answers.
    fn check(&self, sums: Sums) -> Result<Sums, String> {
        let get = |sum| i128::from(sums.get(self.place(sum)));
        let all = get(Sum::Answers);
        let most_chance = all * i128::from(MILLION);
        let mut people: i128 = UNDECIDED.map(Sum::Undecided).into_iter().map(get).sum();
        let mut is_sound = get(Sum::Tie) <= most_chance;
        for one in 0..self.alternatives {
            let first: i128 = DECIDED.iter().map(|verdict| get(Sum::First(one, *verdict))).sum();
            people += first;
            is_sound &= get(Sum::Chance(one)) <= most_chance && get(Sum::RuledOut(one)) <= all;
            // Both sides of one thing may be given 10 each.
            let most = first * 2 * i128::from(Weight::MOST);
            is_sound &= (0..self.reasons.len()).all(|reason| get(Sum::Points(one, reason)).abs() <= most);
        }
        let near = self.place(Sum::Nearest(0, 0))..self.names.len();
        let near: i128 = near.map(|place| i128::from(sums.get(place))).sum();
        is_sound &= people == all && near + get(Sum::Between) <= all;
        if is_sound { Ok(sums) } else { Err("these sums can't be of so many answers".to_owned()) }
    }

    /// Sums as one line of JSON, without an end.
    ///
    /// # Errors
    /// If they can't be written, which none are known to cause.
    pub(super) fn written(&self, sums: &Sums) -> serde_json::Result<String> {
        serde_json::to_string(&Written { register: self, sums })
    }
}

impl Sums {
    /// Adds others on the same comparison.
    ///
    /// # Errors
    /// If one gets too large.
    pub fn add(&mut self, more: &Self) -> Result<(), String> {
        for (sum, more) in self.counts.iter_mut().zip(&more.counts) {
            *sum = sum.checked_add(*more).ok_or("a sum is too large")?;
        }
        Ok(())
    }

    pub(super) fn get(&self, place: usize) -> i64 {
        self.counts[place]
    }

    /// Adds to one sum; so much is added that it could get too large only after millions of years.
    pub(super) fn count(&mut self, place: usize, more: i64) {
        self.counts[place] += more;
    }
}

/// Sums with their names.
struct Written<'s> {
    register: &'s Register,
    sums: &'s Sums,
}

/// The numbers of them.
struct Named<'s>(&'s Written<'s>);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut line = serializer.serialize_struct("Sums", 3)?;
        line.serialize_field("schema_version", &SCHEMA_VERSION)?;
        line.serialize_field("comparison", &self.register.comparison)?;
        line.serialize_field("sums", &Named(self))?;
        line.end()
    }
}

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.register.names.iter().zip(&self.0.sums.counts))
    }
}

/// The place of a verdict among some that it is one of.
fn among(verdicts: &[Verdict], verdict: Verdict) -> usize {
    verdicts.iter().position(|one| *one == verdict).unwrap_or_default()
}
