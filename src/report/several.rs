//! Several people side by side, for people.

mod json;

use super::markdown::{escaped, listed};
use super::text::Page;
use super::{Form, html};
use crate::comparison::Reason;
use crate::story::{Several, asked, in_points, mark, quoted, signed};
use crate::together::{Divide, Person, Together};

pub use json::json;

/// Several people side by side in one of the forms.
///
/// # Errors
/// If the figures can't be written as JSON.
pub fn report(form: Form, together: &Together<'_>) -> Result<String, serde_json::Error> {
    match form {
        Form::Text => Ok(text(together)),
        Form::Markdown => Ok(markdown(together)),
        Form::Html => Ok(html::several(&SideBySide::new(together))),
        Form::Json => json(together),
    }
}

/// What is told of several people, in its order.
pub(super) struct SideBySide {
    pub(super) title: String,
    /// What it is about; may be empty.
    pub(super) summary: String,
    /// Each person with who comes out ahead for them, how sure that is, and how far they have come.
    pub(super) people: Vec<(String, [String; 3])>,
    pub(super) agreement: String,
    pub(super) concession: Vec<String>,
    /// Each alternative with what it asks of each person.
    pub(super) asks: Vec<(String, Vec<String>)>,
    /// What divides the two who are farthest apart; none if there are no two.
    pub(super) divide: Option<Apart>,
    /// Reasons that do not divide, in a sentence for each why.
    pub(super) folded: Vec<String>,
}

/// What divides two people.
pub(super) struct Apart {
    pub(super) heading: String,
    pub(super) told: String,
    /// What the numbers mean; may be empty.
    pub(super) how: String,
    /// What each reason adds, what it is, and what it weighs for each person.
    pub(super) rows: Vec<(String, String, Vec<String>)>,
}

impl Apart {
    /// What is told of it.
    fn sentences(&self) -> Vec<String> {
        [&self.told, &self.how].into_iter().filter(|sentence| !sentence.is_empty()).cloned().collect()
    }
}

/// What the points of a concession are.
pub(super) const POINTS: &str = "Points that weights would have to move before it leads";

impl SideBySide {
    pub(super) fn new(together: &Together<'_>) -> Self {
        let (several, comparison) = (Several { together }, together.comparison);
        let answer = |person: &&Person| {
            let (weighed, reasons) = (person.assessment.weighed, person.assessment.reasons);
            let weighed = format!("{weighed} of {reasons}");
            (person.name.clone(), [several.answer(person).to_owned(), several.sure(person), weighed])
        };
        let asks = comparison.alternatives().map(|(one, alternative)| {
            let of_each = together.people.iter().map(|person| asked(together.asks(one, person)));
            (alternative.name.to_string(), of_each.collect())
        });
        let pair = together.farthest();
        let divide = pair.map(|[one, other]| together.divide(one, other));
        Self {
            title: comparison.title().to_string(),
            summary: comparison.summary().to_string(),
            people: together.people.iter().map(answer).collect(),
            agreement: several.agreement(),
            concession: several.concession(),
            asks: asks.collect(),
            folded: several.folded(divide.as_ref()),
            divide: pair.zip(divide).map(|(pair, divide)| apart(several, pair, &divide)),
        }
    }
}

fn apart(several: Several<'_>, pair: [usize; 2], divide: &Divide) -> Apart {
    let together = several.together;
    let farthest = if together.people.len() > 2 { ", the farthest apart" } else { "" };
    let rows = divide.parts.iter().map(|part| {
        let weights = together.people.iter().map(|person| weighs(together, person, part.reason));
        (signed(part.points), several.reason(part.reason), weights.collect())
    });
    Apart {
        heading: several.divides(pair) + farthest,
        told: several.apart(pair, divide),
        how: several.how_parts_count(pair, divide),
        rows: rows.collect(),
    }
}

/// What a reason weighs for a person, with what is marked of it.
fn weighs(together: &Together<'_>, person: &Person, reason: Reason) -> String {
    let Some(weighs) = person.weighs(together.comparison, reason) else { return "off".to_owned() };
    let marked = weighs.mark.map(|claim| format!(" ({})", mark(together.comparison[claim].polarity)));
    in_points(weighs.weight) + &marked.unwrap_or_default()
}

/// Several people side by side as plain text, ending in a newline.
#[must_use]
pub fn text(together: &Together<'_>) -> String {
    let SideBySide { title, summary, people, agreement, concession, asks, divide, folded } =
        SideBySide::new(together);
    let mut page = Page::default();
    page.say(0, &title);
    page.say(0, &summary);
    page.part(&agreement);
    for (name, answer) in &people {
        page.say(2, &format!("{name}: {}", in_one(answer)));
    }
    if !concession.is_empty() {
        page.list("The smallest concession", &concession);
    }
    let of_each = |each: &[String]| {
        let named = people.iter().zip(each).map(|((name, _), said)| format!("{} {said}", quoted(name)));
        named.collect::<Vec<_>>().join(", ")
    };
    let asks: Vec<String> = asks.iter().map(|(name, each)| format!("{name}: {}", of_each(each))).collect();
    page.list(POINTS, &asks);
    if let Some(apart) = divide {
        page.list(&apart.heading, &apart.sentences());
        for (points, reason, weights) in &apart.rows {
            page.say(2, &format!("{points:>4}  {reason}: {}", of_each(weights)));
        }
    }
    for sentence in &folded {
        page.part(sentence);
    }
    page.text()
}

/// Who comes out ahead, how sure that is and how far one has come, in one.
fn in_one([answer, sure, weighed]: &[String; 3]) -> String {
    let sure = if sure.is_empty() { String::new() } else { format!(", {sure}") };
    format!("{answer}{sure}; {weighed} weighed")
}

/// Several people side by side as Markdown, ending in a newline.
#[must_use]
pub fn markdown(together: &Together<'_>) -> String {
    let SideBySide { title, summary, people, agreement, concession, asks, divide, folded } =
        SideBySide::new(together);
    let names: Vec<&str> = people.iter().map(|(name, _)| name.as_str()).collect();
    let answers = ["Comes first", "How sure", "Weighed"].into_iter().enumerate().map(|(i, label)| {
        [label].into_iter().chain(people.iter().map(|(_, answer)| answer[i].as_str())).collect()
    });
    let asks = asks.iter().map(|(name, each)| cells(&[name], each));
    let mut blocks = vec![
        format!("# {}", escaped(&title)),
        escaped(&summary),
        format!("**{}**", escaped(&agreement)),
        table(&[""], &names, answers),
        if concession.is_empty() { String::new() } else { "## The smallest concession".to_owned() },
        listed(&concession),
        table(&[POINTS], &names, asks),
    ];
    if let Some(apart) = &divide {
        blocks.extend([format!("## {}", escaped(&apart.heading)), listed(&apart.sentences())]);
        let rows = apart.rows.iter().map(|(points, reason, weights)| cells(&[points, reason], weights));
        blocks.extend((rows.len() > 0).then(|| table(&["", "Reason"], &names, rows)));
    }
    blocks.extend(folded.iter().map(|sentence| escaped(sentence)));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

/// A table with a column for each person, right of those of these labels.
fn table<'t>(labels: &[&'t str], names: &[&'t str], rows: impl Iterator<Item = Vec<&'t str>>) -> String {
    let rule = labels.iter().map(|_| "---").chain(names.iter().map(|_| "---:")).collect::<Vec<_>>();
    let row = |cells: &[&str]| {
        format!("| {} |", cells.iter().map(|cell| escaped(cell)).collect::<Vec<_>>().join(" | "))
    };
    let head = [row(&[labels, names].concat()), format!("| {} |", rule.join(" | "))];
    head.into_iter().chain(rows.map(|cells| row(&cells))).collect::<Vec<_>>().join("\n")
}

/// What stands in a row: labels, then what is said of each person.
fn cells<'t>(labels: &[&'t str], each: &'t [String]) -> Vec<&'t str> {
    labels.iter().copied().chain(each.iter().map(String::as_str)).collect()
}
