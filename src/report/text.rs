//! The report as plain text.

use std::fmt::Write;

use super::{Subject, weight_word};
use crate::comparison::Alternative;
use crate::story;

/// Cells of the weight bar between the two names.
const BAR: u8 = 40;

/// The report as plain text, ending in a newline.
#[must_use]
pub fn text(subject: &Subject<'_>) -> String {
    let Subject { comparison, profile, assessment } = subject;
    let answer = story::answer(comparison, assessment);
    let mut lines = vec![comparison.title.to_string(), subject.settings(), String::new()];
    lines.push(format!("{}{}", answer.verdict, answer.rest));
    lines.extend(story::remarks(comparison, profile, assessment));
    lines.push(String::new());
    for told in [
        story::why(comparison, assessment),
        story::change(comparison, assessment),
        vec![story::think_next(comparison, assessment)],
        story::counting(comparison, profile, assessment),
    ] {
        lines.extend(told);
    }
    lines.push(String::new());
    if let (Some(share), [first, second]) = (assessment.share, comparison.alternatives.as_slice()) {
        lines.push(gauge(share, first, second));
        lines.push(String::new());
    }
    for (i, alternative) in comparison.alternatives.iter().enumerate() {
        let standing = &assessment.standings[i];
        let place = story::place(standing);
        lines.push(format!("{}: net {}, {place}", alternative.name, story::signed(standing.net)));
        for (sign, claims) in [("+", alternative.pros.clone()), ("\u{2212}", alternative.cons.clone())] {
            for claim in claims {
                let stance = &profile.stances[claim];
                let essential = if stance.essential { " !" } else { "" };
                let title = &comparison.claims[claim].title;
                lines.push(format!("  {sign} {:>3}  {title}{essential}", weight_word(stance)));
            }
        }
        lines.push(String::new());
    }
    if let Some(source) = &comparison.source {
        lines.push(format!("Source: {source}"));
    }
    let mut text = String::new();
    for line in lines {
        // Writing to a String can't fail.
        let _ = writeln!(text, "{line}");
    }
    text
}

fn gauge(share: crate::decision::Share, first: &Alternative, second: &Alternative) -> String {
    let (left, right) = story::percentages(share);
    let filled = (share.first() * f64::from(BAR)).round();
    let bar: String = (0..BAR).map(|cell| if f64::from(cell) < filled { '#' } else { '.' }).collect();
    format!("{} {left} % {bar} {right} % {}", first.name, second.name)
}
