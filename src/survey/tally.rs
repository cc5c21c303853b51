//! Answers added up, and sums of answers.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::outcome::{Outcome, each_line, why};
use super::sums::{DECIDED, MILLION, Register, Sum, Sums, UNDECIDED};
use crate::comparison::{AlternativeId, ClaimId, Comparison};
use crate::decision::{self, Spreads, Verdict};
use crate::profile::Profile;
use crate::weight::Weight;
use crate::wording::quoted;

/// The longest line of an answer, in bytes: one of many claims, and with an id that is a whole line in escapes.
pub const LONGEST_ANSWER: usize = 2 * 1024 * 1024;

/// The longest line of sums, in bytes.
pub const LONGEST_SUMS: usize = 4 * 1024 * 1024;

/// Adds up answers on one comparison.
#[derive(Clone, Debug)]
pub struct Tally {
    pub(super) comparison: Comparison,
    pub(super) register: Register,
    /// The place of each claim's reason.
    reason_of: Vec<usize>,
    /// The points of each reason in each preset.
    presets: Vec<Vec<i64>>,
}

/// What is counted of a line.
struct Answer {
    leader: Option<AlternativeId>,
    verdict: Verdict,
    /// In millionths.
    tie: i64,
    chances: Vec<i64>,
    ruled_out: Vec<AlternativeId>,
    /// The points of each reason.
    points: Vec<i64>,
}

impl Tally {
    /// What adds up answers on a comparison.
    #[must_use]
    pub fn new(comparison: Comparison) -> Self {
        let register = Register::new(&comparison);
        let place = |claim| {
            let first = comparison.reasons().of(claim).first;
            register.reasons.iter().position(|reason| *reason == first).unwrap_or(0)
        };
        let reason_of = comparison.claims().map(|(claim, _)| place(claim)).collect();
        let mut tally = Self { register, reason_of, presets: Vec::new(), comparison };
        let points = |preset| {
            let profile = Profile::from_preset(&tally.comparison, preset);
            tally.by_reason(decision::answer(&tally.comparison, &profile, &mut Spreads::default()).parts)
        };
        tally.presets = tally.comparison.presets().iter().map(points).collect();
        tally
    }

    /// The sums of nothing.
    #[must_use]
    pub fn zero(&self) -> Sums {
        self.register.zero()
    }

    /// The sums of whole lines of answers.
    #[must_use]
    pub fn add_up(&self, block: &[u8]) -> (Sums, Outcome) {
        let (mut sums, mut outcome) = (self.zero(), Outcome::default());
        each_line(block, LONGEST_ANSWER, |text| {
            match text.and_then(json).and_then(|line| self.answer(&line)) {
                Ok(answer) => {
                    self.count(&mut sums, answer.as_ref());
                    outcome.accept(BTreeSet::new());
                }
                Err(why) => {
                    sums.count(self.register.place(Sum::Unreadable), 1);
                    outcome.refuse(why);
                }
            }
        });
        (sums, outcome)
    }

    /// The sum of whole lines of sums, as far as they can be added up.
    #[must_use]
    pub fn merge(&self, block: &[u8]) -> (Sums, Outcome) {
        let (mut sums, mut outcome) = (self.zero(), Outcome::default());
        each_line(block, LONGEST_SUMS, |text| {
            let read = text.and_then(json).and_then(|line| self.register.read(&line));
            match read.and_then(|more| sums.add(&more)) {
                Ok(()) => outcome.accept(BTreeSet::new()),
                Err(why) => outcome.refuse(why),
            }
        });
        (sums, outcome)
    }

    /// Sums as one line of JSON.
    ///
    /// # Errors
    /// If they can't be written, which none are known to cause.
    pub fn json(&self, sums: &Sums) -> serde_json::Result<String> {
        Ok(self.register.written(sums)? + "\n")
    }

    /// The points of each reason. Who counts every claim gives both faces of a thing to one reason.
    fn by_reason(&self, parts: impl IntoIterator<Item = (ClaimId, i64)>) -> Vec<i64> {
        let mut points = vec![0; self.register.reasons.len()];
        for (ClaimId(claim), more) in parts {
            points[self.reason_of[claim]] += more;
        }
        points
    }

    fn count(&self, sums: &mut Sums, answer: Option<&Answer>) {
        let mut count = |sum, more| sums.count(self.register.place(sum), more);
        let Some(answer) = answer else { return count(Sum::NoAnswer, 1) };
        count(Sum::Answers, 1);
        for AlternativeId(alternative) in &answer.ruled_out {
            count(Sum::RuledOut(*alternative), 1);
        }
        if !matches!(answer.verdict, Verdict::Unweighed | Verdict::NoneAcceptable) {
            count(Sum::Tie, answer.tie);
            for (alternative, chance) in answer.chances.iter().enumerate() {
                count(Sum::Chance(alternative), *chance);
            }
        }
        let first = match answer.leader {
            Some(AlternativeId(leader)) if DECIDED.contains(&answer.verdict) => {
                count(Sum::First(leader, answer.verdict), 1);
                for (reason, points) in answer.points.iter().enumerate() {
                    count(Sum::Points(leader, reason), *points);
                }
                leader
            }
            _ => {
                count(Sum::Undecided(answer.verdict), 1);
                self.comparison.alternatives().len()
            }
        };
        if answer.verdict == Verdict::Unweighed {
            return;
        }
        let apart = |preset: &Vec<i64>| {
            preset.iter().zip(&answer.points).map(|(one, other)| (one - other).abs()).sum::<i64>()
        };
        let apart: Vec<i64> = self.presets.iter().map(apart).collect();
        let least = apart.iter().min();
        let mut nearest = (0..apart.len()).filter(|preset| apart.get(*preset) == least);
        match (nearest.next(), nearest.next()) {
            (Some(preset), None) => count(Sum::Nearest(preset, first), 1),
            (Some(_), Some(_)) => count(Sum::Between, 1),
            (None, _) => {}
        }
    }

    /// What a line says; none if it says why there is no answer.
    fn answer(&self, line: &Value) -> Result<Option<Answer>, String> {
        const FIELDS: [&str; 8] =
            ["id", "leader", "likeliest", "verdict", "tie", "chances", "ruled_out", "lead_parts"];
        let fields = line.as_object().ok_or("it is no answer such as `score` writes")?;
        if fields.get("error").is_some_and(Value::is_string) {
            return Ok(None);
        }
        if fields.contains_key("stances") {
            return Err("this is a profile; `touchstone score` answers it".to_owned());
        }
        if fields.contains_key("sums") {
            return Err("these are sums; `touchstone tally --merge` adds them up".to_owned());
        }
        if let Some(other) = fields.keys().find(|name| !FIELDS.contains(&name.as_str())) {
            return Err(format!(
                "{} is unknown in an answer, as `score` writes it without --fields all",
                quoted(other)
            ));
        }
        let verdict = text(fields, "verdict")?;
        let verdict = [&DECIDED[..], &UNDECIDED[..]].concat().into_iter().find(|known| known.id() == verdict);
        let answer = Answer {
            leader: if line["leader"].is_null() { None } else { Some(self.alternative(&line["leader"])?) },
            verdict: verdict.ok_or("`verdict` is none that there is")?,
            tie: millionths(&line["tie"], "tie")?,
            chances: self.chances(fields)?,
            ruled_out: list(fields, "ruled_out")?
                .iter()
                .map(|id| self.alternative(id))
                .collect::<Result<_, _>>()?,
            points: self.by_reason(self.parts(fields)?),
        };
        answer.check().map(|()| Some(answer))
    }

    fn alternative(&self, id: &Value) -> Result<AlternativeId, String> {
        let known = id.as_str().and_then(|id| self.comparison.alternative_with_id(id));
        known.ok_or_else(|| {
            format!("there is no alternative {}", quoted(id.as_str().unwrap_or(&id.to_string())))
        })
    }

    fn chances(&self, fields: &Map<String, Value>) -> Result<Vec<i64>, String> {
        let chances = object(fields, "chances")?;
        let chance = |(_, alternative): (_, &crate::comparison::Alternative)| {
            millionths(chances.get(&alternative.id).unwrap_or(&Value::Null), "chances")
        };
        let all: Vec<i64> = self.comparison.alternatives().map(chance).collect::<Result<_, _>>()?;
        if all.len() == chances.len() {
            Ok(all)
        } else {
            Err("`chances` are of other alternatives".to_owned())
        }
    }

    fn parts(&self, fields: &Map<String, Value>) -> Result<Vec<(ClaimId, i64)>, String> {
        let part = |(id, points): (&String, &Value)| {
            let claim = self.comparison.claim_with_id(id);
            let claim = claim.ok_or_else(|| format!("there is no claim {}", quoted(id)))?;
            let points = points.as_i64().filter(|points| points.unsigned_abs() <= Weight::MOST.into());
            Ok((
                claim,
                points.ok_or_else(|| format!("the points of {} are no whole number up to 10", quoted(id)))?,
            ))
        };
        object(fields, "lead_parts")?.iter().map(part).collect()
    }
}

impl Answer {
    /// Whether its parts can be of one answer.
    fn check(&self) -> Result<(), String> {
        let has_leader = DECIDED.contains(&self.verdict);
        if self.leader.is_some() != has_leader && self.verdict != Verdict::Unweighed {
            return Err(format!("`leader` and the verdict {} don't go together", self.verdict.id()));
        }
        let is_twice = |(place, one): (usize, &AlternativeId)| self.ruled_out[..place].contains(one);
        if self.ruled_out.iter().enumerate().any(is_twice)
            || self.leader.is_some_and(|one| self.ruled_out.contains(&one))
        {
            return Err("`ruled_out` names one twice, or the leader".to_owned());
        }
        // Each is rounded for itself.
        let all: i64 = self.chances.iter().sum::<i64>() + self.tie;
        if (all - i64::from(MILLION)).unsigned_abs() > 10 {
            return Err("`chances` and `tie` don't add up to 1".to_owned());
        }
        Ok(())
    }
}

fn json(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| why(text, &error))
}

fn text<'f>(fields: &'f Map<String, Value>, name: &str) -> Result<&'f str, String> {
    fields.get(name).and_then(Value::as_str).ok_or_else(|| format!("the text `{name}` is missing"))
}

fn list<'f>(fields: &'f Map<String, Value>, name: &str) -> Result<&'f [Value], String> {
    let list = fields.get(name).and_then(Value::as_array);
    list.map(Vec::as_slice).ok_or_else(|| format!("the list `{name}` is missing"))
}

fn object<'f>(fields: &'f Map<String, Value>, name: &str) -> Result<&'f Map<String, Value>, String> {
    fields.get(name).and_then(Value::as_object).ok_or_else(|| format!("the object `{name}` is missing"))
}

/// A chance, rounded to millionths so that sums do not depend on their order.
fn millionths(chance: &Value, name: &str) -> Result<i64, String> {
    let chance = chance.as_f64().filter(|chance| (0.0..=1.0).contains(chance));
    let chance =
        chance.ok_or_else(|| format!("a chance in `{name}` is a number from 0 to 1, and one is not"))?;
    #[expect(clippy::cast_possible_truncation, reason = "it is from 0 to a million")]
    Ok((chance * f64::from(MILLION)).round() as i64)
}
