//! The report as plain text.

use std::fmt::Write;

use super::{Subject, weight_word};
use crate::story;

/// The report as plain text, ending in a newline.
#[must_use]
pub fn text(subject: &Subject<'_>) -> String {
    let Subject { comparison, profile, assessment, .. } = subject;
    let reasons = profile.reasons(comparison);
    let answer = story::answer(comparison, assessment);
    let mut lines = vec![comparison.title().to_string(), subject.settings(), String::new()];
    lines.push(format!("{}{}", answer.verdict, answer.rest));
    lines.extend(story::remarks(comparison, assessment));
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
    for (i, alternative) in comparison.alternatives() {
        let standing = &assessment[i];
        let place = story::place(standing);
        lines.push(format!("{}: net {}, {place}", alternative.name, story::signed(standing.net)));
        for (sign, claims) in
            [("+", Vec::from_iter(alternative.pros())), ("\u{2212}", Vec::from_iter(alternative.cons()))]
        {
            for claim in claims {
                let stance = &profile[claim];
                let essential = if stance.essential { " !" } else { "" };
                let title = &comparison[claim].title;
                lines.push(format!(
                    "  {sign} {:>3}  {title}{essential}",
                    weight_word(stance.on, profile.weight_of(reasons.of(claim)))
                ));
            }
        }
        lines.push(String::new());
    }
    if let Some(source) = comparison.source() {
        lines.push(format!("Source: {source}"));
    }
    let mut text = String::new();
    for line in lines {
        // Writing to a String can't fail.
        let _ = writeln!(text, "{line}");
    }
    text
}
