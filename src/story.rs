//! What an assessment says, in sentences: the screen and the reports tell the same story.

mod reasons;

pub use reasons::{change, contributions, counting, lead, reasons, think_next, why};

use crate::comparison::{ClaimId, Comparison, Polarity};
use crate::decision::{Assessment, GiveUp, Standing, Verdict, reaches};

/// How many claims a sentence names before it says how many more there are.
const NAMED: usize = 3;

/// The recommendation in one sentence, in two parts: what to do, and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The verdict, such as "Leaning towards Handmade".
    pub verdict: String,
    /// The rest of the sentence, such as ": ahead in 78 of 100 weightings as uncertain as yours."
    pub rest: String,
}

/// The recommendation in one sentence.
#[must_use]
pub fn answer(comparison: &Comparison, assessment: &Assessment) -> Answer {
    let leader = assessment.leader.map(|leader| comparison[leader].name.as_str());
    let name = leader.unwrap_or_default();
    let (verdict, rest) = match assessment.verdict {
        Verdict::Clear => (format!("Clearly {name}"), format!(": {}.", ahead(assessment))),
        Verdict::Solid => (format!("Solidly {name}"), format!(": {}.", ahead(assessment))),
        Verdict::Leaning => (format!("Leaning towards {name}"), format!(": {}.", ahead(assessment))),
        Verdict::TooClose => {
            ("Too close to call".to_owned(), format!(": {}.", too_close(comparison, assessment, name)))
        }
        Verdict::Tie => ("A tie".to_owned(), format!(": {}.", tied(comparison, assessment))),
        Verdict::Unweighed => {
            ("Nothing is weighed yet".to_owned(), ", so nothing is recommended.".to_owned())
        }
        Verdict::NoneAcceptable => {
            ("None is acceptable".to_owned(), ": the essential claims clash.".to_owned())
        }
    };
    Answer { verdict, rest }
}

/// How often the leader is ahead, in words.
fn ahead(assessment: &Assessment) -> String {
    let chance = assessment.leader.map_or(0.0, |leader| assessment[leader].chance);
    if assessment.why.runner_up.is_none() {
        return "all others are ruled out".to_owned();
    }
    match hundredths(chance) {
        Hundredths::All => "ahead in every weighting as uncertain as yours".to_owned(),
        Hundredths::None => "ahead in no weighting as uncertain as yours".to_owned(),
        Hundredths::About(words) => format!("ahead in {words} of 100 weightings as uncertain as yours"),
    }
}

/// Who has most points, and who is likelier to come first if that is another.
fn too_close(comparison: &Comparison, assessment: &Assessment, name: &str) -> String {
    let ahead = format!("{name} is {}", ahead(assessment));
    match assessment.likeliest {
        Some(likeliest) if assessment.leader != Some(likeliest) => {
            let chance = chance(assessment[likeliest].chance);
            let likeliest = &comparison[likeliest].name;
            format!("{ahead}, {likeliest} in {chance}, though {name} has the most points")
        }
        Some(_) | None => ahead,
    }
}

enum Hundredths {
    None,
    About(String),
    All,
}

/// A chance as a number out of 100 that says neither never nor always unless it is so.
fn hundredths(chance: f64) -> Hundredths {
    let rounded = (chance * 100.0).round();
    // Nor is it rounded up to where another verdict begins.
    let crosses = [60.0, 80.0, 95.0].contains(&rounded) && !reaches(chance, rounded / 100.0);
    let hundredths = if crosses { rounded - 1.0 } else { rounded };
    if reaches(0.0, chance) {
        Hundredths::None
    } else if reaches(chance, 1.0) {
        Hundredths::All
    } else if hundredths < 1.0 {
        Hundredths::About("fewer than 1".to_owned())
    } else if hundredths > 99.0 {
        Hundredths::About("more than 99".to_owned())
    } else {
        Hundredths::About(format!("{hundredths}"))
    }
}

/// A chance in a few letters, such as "78 of 100".
#[must_use]
pub fn chance(chance: f64) -> String {
    match hundredths(chance) {
        Hundredths::None => "0 of 100".to_owned(),
        Hundredths::All => "100 of 100".to_owned(),
        Hundredths::About(words) => format!("{words} of 100"),
    }
}

/// Where an alternative stands, in a few words.
#[must_use]
pub fn place(standing: &Standing) -> String {
    if standing.is_acceptable() {
        format!("ahead in {}", chance(standing.chance))
    } else {
        "ruled out".to_owned()
    }
}

fn tied(comparison: &Comparison, assessment: &Assessment) -> String {
    if assessment.reasons == 0 {
        return "nothing is switched on".to_owned();
    }
    if assessment.standings().all(|(_, standing)| standing.pros + standing.cons <= 0.0) {
        return "nothing that is switched on has any weight".to_owned();
    }
    let acceptable = || assessment.standings().filter(|(_, s)| s.is_acceptable());
    let best = acceptable().map(|(_, standing)| standing.net).fold(f64::NEG_INFINITY, f64::max);
    let names: Vec<&str> = acceptable()
        .filter(|(_, standing)| standing.net >= best)
        .map(|(i, _)| comparison[i].name.as_str())
        .collect();
    format!("{} come out equal", listed(&names))
}

/// What is said as long as nothing is weighed.
pub const COUNTS_ONLY: &str = "So far this only counts reasons.";

/// What else must be said of the answer: what rules an alternative out, and that it only counts reasons.
#[must_use]
pub fn remarks(comparison: &Comparison, assessment: &Assessment) -> Vec<String> {
    let mut remarks = Vec::new();
    for (alternative, standing) in assessment.standings() {
        if !standing.is_acceptable() {
            let marks = some(&standing.ruled_out_by, |mark| ruling(comparison, mark));
            remarks.push(format!("{} is ruled out: {marks}.", comparison[alternative].name));
        }
    }
    let title = |mark: ClaimId| comparison[mark].title.to_string();
    remarks.extend(assessment.give_up.as_ref().map(|give_up| match give_up {
        GiveUp::AnyOf(marks) if marks.len() > 1 => {
            format!("To give up one of these is enough: {}.", some(marks, title))
        }
        GiveUp::AnyOf(marks) | GiveUp::AllOf(marks) => {
            format!("The least to give up: {}.", some(marks, title))
        }
    }));
    if assessment.verdict == Verdict::Unweighed {
        remarks.push(COUNTS_ONLY.to_owned());
    }
    remarks
}

/// The first few of some claims in words, and how many more there are.
fn some(claims: &[ClaimId], words: impl Fn(ClaimId) -> String) -> String {
    let mut told: Vec<String> = claims.iter().take(NAMED).map(|claim| words(*claim)).collect();
    if claims.len() > NAMED {
        told.push(format!("{} more", claims.len() - NAMED));
    }
    listed(&told.iter().map(String::as_str).collect::<Vec<_>>())
}

fn ruling(comparison: &Comparison, essential: ClaimId) -> String {
    let claim = &comparison[essential];
    match claim.polarity {
        Polarity::Con => format!("{} is a deal-breaker", claim.title),
        Polarity::Pro => format!("it lacks the must-have {}", claim.title),
    }
}

/// Words as in "a, b and c".
#[must_use]
pub fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A net score with its sign, such as +10, −2.5 or 0.
#[must_use]
pub fn signed(points: f64) -> String {
    let rounded = (points * 10.0).round() / 10.0;
    if rounded > 0.0 {
        format!("+{rounded}")
    } else if rounded < 0.0 {
        format!("\u{2212}{}", -rounded)
    } else {
        "0".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chance_is_never_rounded_to_certainty() {
        for (value, words) in [
            (0.0, "0 of 100"),
            (0.001, "fewer than 1 of 100"),
            (0.7783, "78 of 100"),
            (0.7999, "79 of 100"),
            (0.8, "80 of 100"),
            (0.9999, "more than 99 of 100"),
            (1.0, "100 of 100"),
        ] {
            assert_eq!(chance(value), words);
        }
    }

    #[test]
    fn lists_read_as_english() {
        assert_eq!(listed(&[]), "");
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
    }
}
