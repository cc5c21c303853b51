//! The report as Markdown.

use super::{Subject, weight_word};
use crate::story;

/// The report as Markdown, ending in a newline.
#[must_use]
pub fn markdown(subject: &Subject<'_>) -> String {
    let Subject { comparison, profile, assessment, .. } = subject;
    let reasons = profile.reasons(comparison);
    let answer = story::answer(comparison, assessment);
    let mut blocks = vec![
        format!("# {}", escaped(&comparison.title())),
        escaped(&subject.settings()),
        format!("**{}**{}", escaped(&answer.verdict), escaped(&answer.rest)),
    ];
    blocks.extend(story::remarks(comparison, assessment).iter().map(|remark| escaped(remark)));
    let told = [
        story::why(comparison, assessment),
        story::change(comparison, assessment),
        vec![story::think_next(comparison, assessment)],
        story::counting(comparison, profile, assessment),
    ];
    let told: Vec<String> =
        told.iter().flatten().map(|sentence| format!("- {}", escaped(sentence))).collect();
    blocks.push(told.join("\n"));
    for (i, alternative) in comparison.alternatives() {
        let standing = &assessment[i];
        let place = story::place(standing);
        let net = story::signed(standing.net);
        blocks.push(format!("## {}: net {net}, {place}", escaped(&alternative.name)));
        let mut table = vec!["| | claim | weight |".to_owned(), "| --- | --- | ---: |".to_owned()];
        for (sign, claims) in
            [("+", Vec::from_iter(alternative.pros())), ("\u{2212}", Vec::from_iter(alternative.cons()))]
        {
            for claim in claims {
                let stance = &profile[claim];
                let essential = if stance.essential { " (essential)" } else { "" };
                let title = escaped(&comparison[claim].title);
                table.push(format!(
                    "| {sign} | {title}{essential} | {} |",
                    weight_word(stance.on, profile.weight_of(reasons.of(claim)))
                ));
            }
        }
        blocks.push(table.join("\n"));
    }
    if let Some(source) = comparison.source() {
        blocks.push(format!("Source: {}", escaped(source)));
    }
    blocks.join("\n\n") + "\n"
}

/// Parts two characters for every renderer, and is seen by nobody.
const APART: &str = "<!-- -->";

/// A text on one line whose punctuation means nothing to Markdown.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if "\\`*_[]<>|#&~$".contains(c) {
            escaped.push('\\');
        }
        escaped.push(if c == '\n' { ' ' } else { c });
        // Many renderers look for addresses, people, tickets and emoji in what a backslash has left of the text.
        let is_live = match c {
            '@' | ':' | '#' => rest.peek().is_some_and(|next| !next.is_whitespace()),
            '.' => escaped
                .get(escaped.len().saturating_sub(4)..)
                .is_some_and(|end| end.eq_ignore_ascii_case("www.")),
            _ => false,
        };
        if is_live {
            escaped.push_str(APART);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_live() {
        for (text, expected) in [
            ("Plain: words, 10 % off (or not).", "Plain: words, 10 % off (or not)."),
            ("http://example.com", "http:<!-- -->//example.com"),
            ("WWW.example.com", "WWW.<!-- -->example.com"),
            ("mailto:a@example.com", "mailto:<!-- -->a@<!-- -->example.com"),
            ("ask @name", "ask @<!-- -->name"),
            ("like #12", "like \\#<!-- -->12"),
            ("so :tada: nice", "so :<!-- -->tada: nice"),
            ("$x^2$ and $$", "\\$x^2\\$ and \\$\\$"),
            ("<b>*bold*</b> [a](b)", "\\<b\\>\\*bold\\*\\</b\\> \\[a\\](b)"),
            ("a\nb", "a b"),
            ("\u{fc}w.", "\u{fc}w."),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
