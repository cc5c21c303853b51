//! A journey through the program without a terminal: everything else is real, the files too.

use std::fmt::Write;

use crossterm::event::Event;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use tempfile::TempDir;
use touchstone::comparison::Comparison;
use touchstone::explorer::Explorer;
use touchstone::keymap::Key;
use touchstone::program::{Flow, Program};
use touchstone::store::Store;
use touchstone::view::Theme;

/// A program that is being used.
pub(crate) struct Journey {
    program: Program,
    size: (u16, u16),
    left: bool,
    /// Where the profiles of this journey live until it ends.
    pub(crate) folder: TempDir,
}

impl Journey {
    /// The bundled comparison, just opened.
    pub(crate) fn new() -> Self {
        Self::on(touchstone::JEWELRY)
    }

    /// A comparison, just opened.
    pub(crate) fn on(comparison: &str) -> Self {
        Self::with(comparison, Theme::colored)
    }

    /// The bundled comparison without colors.
    pub(crate) fn plain() -> Self {
        Self::with(touchstone::JEWELRY, Theme::plain)
    }

    fn with(comparison: &str, theme: fn() -> Theme) -> Self {
        let comparison = Comparison::from_ron(comparison).expect("a sound comparison");
        let folder = TempDir::new().expect("a temporary folder");
        let store = Store::new(folder.path(), &comparison);
        let mut journey = Self {
            program: Program::open(comparison, None, store, theme()).expect("a program"),
            size: (100, 30),
            left: false,
            folder,
        };
        journey.draw();
        journey
    }

    /// The same on a screen of another size.
    pub(crate) fn sized(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self.draw();
        self
    }

    /// Presses keys: names such as `DOWN` or `CTRL_R`, characters, and `'text` for a text to type.
    pub(crate) fn press(mut self, keys: &str) -> Self {
        for key in keys.split(' ') {
            match key.strip_prefix('\'') {
                Some(text) => text.chars().for_each(|c| self.send(key_event(&c.to_string()))),
                None => self.send(key_event(key)),
            }
        }
        self
    }

    /// Pastes a text.
    pub(crate) fn paste(mut self, text: &str) -> Self {
        self.send(Event::Paste(text.to_owned()));
        self
    }

    /// Whether the program has ended.
    pub(crate) fn has_left(&self) -> bool {
        self.left
    }

    /// The state of the program.
    pub(crate) fn explorer(&self) -> &Explorer {
        self.program.explorer()
    }

    /// The text on the screen, line by line.
    pub(crate) fn text(&mut self) -> String {
        let buf = self.draw();
        let lines = rows(&buf).map(|row| row.iter().map(Cell::symbol).collect::<String>());
        lines.map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    }

    /// The text on the screen, then the style of every styled run of cells, line by line.
    pub(crate) fn picture(&mut self) -> String {
        let mut picture = self.text();
        let buf = self.draw();
        picture.push_str("\n---\n");
        for (y, row) in rows(&buf).enumerate() {
            let runs = runs(row);
            if !runs.is_empty() {
                writeln!(picture, "{y:>2}: {runs}").expect("a text takes all");
            }
        }
        picture
    }

    fn send(&mut self, event: Event) {
        if !self.left {
            self.left = self.program.take(event) == Flow::Quit;
            self.draw();
        }
    }

    fn draw(&mut self) -> Buffer {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let mut buf = Buffer::empty(area);
        self.program.draw(area, &mut buf);
        buf
    }
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

fn key_event(name: &str) -> Event {
    let key: Key = name.replace("CTRL_", "Ctrl-").parse().expect("a key");
    Event::Key(key.event())
}
