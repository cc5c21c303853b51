//! An answer as one line of JSON.

use crate::comparison::{AlternativeId, ClaimId, Comparison};
use crate::decision::Answer;
use crate::report;

/// What answers on one comparison say over and over, as JSON: no id needs an escape.
///
/// Lines are put together of it by hand, which takes a third of the time of writing them field by field.
#[derive(Clone, Debug)]
pub(super) struct Words {
    alternatives: Vec<String>,
    claims: Vec<String>,
}

impl Words {
    pub(super) fn new(comparison: &Comparison) -> Self {
        let quoted = |id: &str| format!("\"{id}\"");
        Self {
            alternatives: comparison.alternatives().map(|(_, alternative)| quoted(&alternative.id)).collect(),
            claims: comparison.claims().map(|(claim, _)| quoted(comparison.full_id(claim)) + ":").collect(),
        }
    }

    /// Appends an answer with whose it is, without an end of the line.
    ///
    /// # Errors
    /// If a text or a number can't be written as JSON, which none is known to cause.
    pub(super) fn write(
        &self,
        id: Option<&str>,
        answer: &Answer,
        line: &mut String,
    ) -> serde_json::Result<()> {
        line.push_str("{\"id\":");
        line.push_str(&report::to_line(&id)?);
        line.push_str(",\"leader\":");
        line.push_str(self.alternative(answer.leader));
        line.push_str(",\"likeliest\":");
        line.push_str(self.alternative(answer.likeliest));
        line.push_str(",\"verdict\":\"");
        line.push_str(answer.verdict.id());
        line.push_str("\",\"tie\":");
        line.push_str(&serde_json::to_string(&answer.tie)?);
        line.push_str(",\"chances\":");
        let mut before = '{';
        for (name, chance) in self.alternatives.iter().zip(&answer.chances) {
            line.push(before);
            line.push_str(name);
            line.push(':');
            line.push_str(&serde_json::to_string(chance)?);
            before = ',';
        }
        line.push_str("},\"ruled_out\":[");
        let mut before = "";
        for (name, acceptable) in self.alternatives.iter().zip(&answer.acceptable) {
            if !acceptable {
                line.push_str(before);
                line.push_str(name);
                before = ",";
            }
        }
        line.push_str("],\"lead_parts\":{");
        let mut before = "";
        for (ClaimId(place), points) in &answer.parts {
            line.push_str(before);
            line.push_str(&self.claims[*place]);
            line.push_str(itoa::Buffer::new().format(*points));
            before = ",";
        }
        line.push_str("}}");
        Ok(())
    }

    fn alternative(&self, one: Option<AlternativeId>) -> &str {
        one.map_or("null", |AlternativeId(place)| &self.alternatives[place])
    }
}
