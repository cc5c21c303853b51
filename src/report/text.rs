//! The report as plain text.

use super::Subject;
use super::outline::{Line, Outline};

/// The report as plain text, ending in a newline.
#[must_use]
pub fn text(subject: &Subject<'_>) -> String {
    let outline = Outline::new(subject);
    let mut lines = vec![outline.title, outline.weighing, String::new(), outline.answer];
    lines.extend(Some(outline.sure).filter(|sure| !sure.is_empty()));
    let listed = |lines: &mut Vec<String>, heading: &str, sentences: Vec<String>| {
        lines.extend([String::new(), heading.to_owned()]);
        lines.extend(sentences.into_iter().map(|sentence| format!("  {sentence}")));
    };
    for (heading, sentences) in outline.told {
        listed(&mut lines, heading, sentences);
    }
    for side in outline.alternatives {
        let stands = if side.stands.is_empty() { String::new() } else { format!(" \u{b7} {}", side.stands) };
        lines.extend([String::new(), format!("{}{stands}", side.name)]);
        side.claims.iter().for_each(|line| claim(line, &mut lines));
    }
    listed(&mut lines, "How it counts", outline.counting);
    if let Some(source) = outline.source {
        lines.extend([String::new(), format!("Source: {source}")]);
    }
    lines.join("\n") + "\n"
}

fn claim(line: &Line, lines: &mut Vec<String>) {
    let mark = if line.mark.is_empty() { String::new() } else { format!(" ({})", line.mark) };
    lines.push(format!("  {} {:>3}  {}{mark}", line.sign, line.weight, line.title));
    let below = line.detail.lines().map(str::to_owned);
    let note = (!line.note.is_empty()).then(|| format!("Note: {}", line.note));
    let note = note.iter().flat_map(|note| note.lines()).map(str::to_owned);
    lines.extend(below.chain(note).map(|text| format!("         {text}")));
}
