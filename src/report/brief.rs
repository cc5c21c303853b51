//! The answer in a few lines, to be pasted into a conversation or a decision record.

use super::Subject;
use super::markdown::{answer, escaped, listed};
use super::outline::{Line, Outline, Side};
use crate::story::counted;

/// How many reasons of a side are named, the heaviest first.
const MOST_NAMED: usize = 8;

/// The answer as Markdown, ending in a newline: what it rests on, what would change it, and the heaviest reasons.
#[must_use]
pub fn brief(subject: &Subject<'_>) -> String {
    let outline = Outline::new(subject);
    let mut blocks = vec![
        format!("**{}**", escaped(&outline.title)),
        format!("{} ({})", answer(&outline), escaped(&outline.weighing)),
        escaped(&outline.decided),
    ];
    // What is still worth a thought is for whoever weighs.
    let told = outline.told.iter().take(2);
    blocks.push(told.map(|(_, sentences)| listed(sentences)).collect::<Vec<_>>().join("\n"));
    blocks.extend(outline.alternatives.iter().map(side));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

/// An alternative with what was weighed of it.
fn side(side: &Side) -> String {
    let (weighed, rest): (Vec<_>, Vec<_>) = side.claims.iter().partition(|line| line.points.is_some());
    let mut lines = vec![format!("**{}**", escaped(&side.heading())), String::new()];
    lines.extend(weighed.iter().take(MOST_NAMED).map(|line| reason(line)));
    let (more, rest) = (weighed.len().saturating_sub(MOST_NAMED), rest.len());
    match (more, rest) {
        (0, 0) => {}
        (0, rest) => lines.push(format!("- {} not weighed", counted(rest, "reason"))),
        (more, 0) => lines.push(format!("- and {more} more")),
        (more, rest) => lines.push(format!("- and {more} more, and {rest} not weighed")),
    }
    lines.join("\n")
}

fn reason(line: &Line) -> String {
    let mark = if line.mark.is_empty() { String::new() } else { format!(" ({})", line.mark) };
    // A sign with a blank behind it would begin a list in the list.
    format!("- {}{} {}{mark}", line.sign, line.weight, escaped(&line.title))
}
