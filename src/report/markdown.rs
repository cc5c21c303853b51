//! The report as Markdown.

use super::Subject;
use super::outline::{Line, Outline};
use crate::story::sentence;

/// The report as Markdown, ending in a newline.
#[must_use]
pub fn markdown(subject: &Subject<'_>) -> String {
    let outline = Outline::new(subject);
    let mut blocks = vec![
        format!("# {}", escaped(&outline.title)),
        escaped(&outline.summary),
        escaped(&outline.weighing),
        answer(&outline),
        escaped(&outline.decided),
    ];
    for (heading, sentences) in &outline.told {
        blocks.extend([format!("## {heading}"), listed(sentences)]);
    }
    for side in &outline.alternatives {
        blocks.extend([format!("## {}", escaped(&side.heading())), escaped(&side.summary)]);
        if !side.claims.is_empty() {
            let table = ["| | Weight | Reason |", "| --- | ---: | --- |"].map(str::to_owned);
            let rows = table.into_iter().chain(side.claims.iter().map(row));
            blocks.push(rows.collect::<Vec<_>>().join("\n"));
        }
    }
    blocks.extend(["## How it counts".to_owned(), listed(&outline.counting)]);
    if let Some(source) = &outline.source {
        blocks.push(format!("Source: {}", escaped(source)));
    }
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

/// The answer and how sure it is.
pub(super) fn answer(outline: &Outline) -> String {
    let told = format!("**{}** {}", escaped(&sentence(&outline.answer)), escaped(&outline.sure));
    told.trim_end().to_owned()
}

/// Sentences as a list.
pub(super) fn listed(sentences: &[String]) -> String {
    sentences.iter().map(|sentence| format!("- {}", escaped(sentence))).collect::<Vec<_>>().join("\n")
}

fn row(line: &Line) -> String {
    let unless_empty = |text: &str, told: String| if text.is_empty() { String::new() } else { told };
    let told = [
        format!("**{}**", escaped(&line.title)),
        unless_empty(line.mark, format!(" ({})", line.mark)),
        unless_empty(&line.detail, format!("<br>{}", escaped(&line.detail))),
        unless_empty(&line.note, format!("<br>*Note: {}*", escaped(&line.note))),
    ];
    format!("| {} | {} | {} |", line.sign, line.weight, told.concat())
}

/// Parts two characters for every renderer, and is seen by nobody.
const APART: &str = "<!-- -->";

/// A text on one line whose punctuation means nothing to Markdown.
pub(super) fn escaped(text: &str) -> String {
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
