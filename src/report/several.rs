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
        page.say(2, &format!("{name}: {}", together_in_one(answer)));
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
fn together_in_one([answer, sure, weighed]: &[String; 3]) -> String {
    let sure = if sure.is_empty() { String::new() } else { format!(", {sure}") };
    format!("{answer}{sure}; {weighed} weighed")
}

/// Several people side by side as Markdown, ending in a newline.
#[must_use]
pub fn markdown(together: &Together<'_>) -> String {
    let SideBySide { title, summary, people, agreement, concession, asks, divide, folded } =
        SideBySide::new(together);
    let names: Vec<String> = people.iter().map(|(name, _)| name.clone()).collect();
    let answers =
        [0, 1, 2].map(|i| -> Vec<String> { people.iter().map(|(_, answer)| answer[i].clone()).collect() });
    let mut blocks = vec![
        format!("# {}", escaped(&title)),
        escaped(&summary),
        format!("**{}**", escaped(&agreement)),
        table(
            &[""],
            &names,
            [("Comes first", &answers[0]), ("How sure", &answers[1]), ("Weighed", &answers[2])],
        ),
        if concession.is_empty() { String::new() } else { "## The smallest concession".to_owned() },
        listed(&concession),
        table(&[POINTS], &names, asks.iter().map(|(name, each)| (name.as_str(), each))),
    ];
    if let Some(apart) = &divide {
        blocks.extend([format!("## {}", escaped(&apart.heading)), listed(&apart.sentences())]);
        let rows = apart.rows.iter();
        let rows = rows.map(|(points, reason, weights)| row([points, reason].into_iter().chain(weights)));
        let head = table(&["", "Reason"], &names, []);
        if !apart.rows.is_empty() {
            blocks.push([head].into_iter().chain(rows).collect::<Vec<_>>().join("\n"));
        }
    }
    blocks.extend(folded.iter().map(|sentence| escaped(sentence)));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

/// A table with a column for each person.
fn table<'t>(
    first: &[&str],
    names: &[String],
    rows: impl IntoIterator<Item = (&'t str, &'t Vec<String>)>,
) -> String {
    let row =
        |first: &[&str], cells: &[String]| row(first.iter().copied().chain(cells.iter().map(String::as_str)));
    let rule =
        first.iter().map(|_| "---").chain(names.iter().map(|_| "---:")).collect::<Vec<_>>().join(" | ");
    let head = [row(first, names), format!("| {rule} |")];
    head.into_iter()
        .chain(rows.into_iter().map(|(first, cells)| row(&[first], cells)))
        .collect::<Vec<_>>()
        .join("\n")
}

fn row(cells: impl Iterator<Item = impl AsRef<str>>) -> String {
    format!("| {} |", cells.map(|cell| escaped(cell.as_ref())).collect::<Vec<_>>().join(" | "))
}
