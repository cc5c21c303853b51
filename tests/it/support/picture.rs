//! Pictures of a screen: its text, its styles, and the bytes that draw it.

use std::fmt::Write;

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// The text on the screen, line by line.
pub(crate) fn text(buf: &Buffer) -> String {
    let lines = rows(buf).map(|row| row.iter().map(Cell::symbol).collect::<String>());
    lines.map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// The text on the screen, then the style of every styled run of cells, line by line.
pub(crate) fn picture(buf: &Buffer) -> String {
    let mut picture = text(buf);
    picture.push_str("\n---\n");
    for (y, row) in rows(buf).enumerate() {
        let runs = runs(row);
        if !runs.is_empty() {
            writeln!(picture, "{y:>2}: {runs}").expect("a text takes all");
        }
    }
    picture
}

/// All that is sent to a blank terminal to draw the screen.
pub(crate) fn bytes(buf: &Buffer) -> String {
    let mut bytes = Vec::new();
    let cells = Buffer::empty(buf.area);
    CrosstermBackend::new(&mut bytes).draw(cells.diff(buf).into_iter()).expect("a vector takes all");
    String::from_utf8(bytes).expect("UTF-8")
}

fn rows(buf: &Buffer) -> impl Iterator<Item = &[Cell]> {
    buf.content.chunks(usize::from(buf.area.width.max(1))).take(buf.area.height.into())
}

/// Such as `1-9 bold, 12 light-blue`.
fn runs(row: &[Cell]) -> String {
    let mut runs: Vec<(usize, usize, String)> = Vec::new();
    for (x, cell) in row.iter().enumerate() {
        let style = style(cell);
        match runs.last_mut() {
            Some((_, end, same)) if *same == style && *end + 1 == x => *end = x,
            _ if style.is_empty() => {}
            _ => runs.push((x, x, style)),
        }
    }
    let place = |start, end| if start == end { format!("{start}") } else { format!("{start}-{end}") };
    runs.iter()
        .map(|(start, end, style)| format!("{} {style}", place(start, end)))
        .collect::<Vec<_>>()
        .join(", ")
}

fn style(cell: &Cell) -> String {
    let mut words = Vec::new();
    if cell.fg != Color::Reset {
        words.push(cell.fg.to_string());
    }
    if cell.bg != Color::Reset {
        words.push(format!("on-{}", cell.bg));
    }
    for (modifier, word) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::REVERSED, "reversed"),
        (Modifier::UNDERLINED, "underlined"),
    ] {
        if cell.modifier.contains(modifier) {
            words.push(word.to_owned());
        }
    }
    words.join(" ").to_lowercase()
}
