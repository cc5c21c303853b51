//! All colors and attributes, named by what they are for.

use ratatui::style::{Color, Modifier, Style};

use crate::comparison::AlternativeId;

/// Which signs the terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signs {
    /// All of Unicode.
    Unicode,
    /// For what the program draws only those of ASCII; texts stay as they are.
    Ascii,
    /// Only those of ASCII, in texts too.
    AsciiOnly,
}

/// How each part of the screen looks.
///
/// Only the 16 ANSI colors are used, on the terminal's own background, so that dark and light themes both
/// read well. Text that must be read is in the terminal's own color, never gray or an accent: some themes make
/// bright black the background, and yellow is faint on white. Accents color marks, bars and borders.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// One for each alternative, in order.
    accents: [Style; 8],
    /// Whether colors tell the halves of the gauge apart; without them their texture does.
    pub(super) colored: bool,
    /// Which signs the terminal shows.
    pub(super) signs: Signs,
    /// Names and headings.
    pub(super) strong: Style,
    /// Text in the title of a border that takes no color from it.
    pub(super) plain: Style,
    /// What can wait: details, switched off claims, hints.
    pub(super) quiet: Style,
    /// Lines that only decorate: empty tracks and borders without focus.
    pub(super) line: Style,
    /// The claim or line under the cursor.
    pub(super) cursor: Style,
    /// What is looked for, where it was found.
    pub(super) found: Style,
    /// Keys in hints and help.
    pub(super) key: Style,
    /// What rules out, what is wrong.
    pub(super) alarm: Style,
    /// What went well.
    pub(super) done: Style,
}

const fn color(color: Color) -> Style {
    Style::new().fg(color)
}

/// With the terminal's own color, also in the title of a colored border.
const BOLD: Style = Style::new().fg(Color::Reset).add_modifier(Modifier::BOLD);
const DIM: Style = Style::new().add_modifier(Modifier::DIM);

/// The theme with colors.
const THEME: Theme = Theme {
    accents: [
        color(Color::LightBlue),
        color(Color::Yellow),
        color(Color::Magenta),
        color(Color::Cyan),
        color(Color::Green),
        color(Color::Red),
        color(Color::Blue),
        color(Color::LightMagenta),
    ],
    colored: true,
    signs: Signs::Unicode,
    strong: BOLD,
    plain: Style::new().fg(Color::Reset),
    quiet: DIM,
    line: color(Color::DarkGray),
    cursor: Style::new().add_modifier(Modifier::REVERSED),
    found: Style::new().add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
    key: BOLD,
    alarm: color(Color::Red).add_modifier(Modifier::BOLD),
    done: color(Color::Green),
};

/// The theme without colors.
const PLAIN: Theme = Theme {
    accents: [Style::new(); 8],
    colored: false,
    line: DIM,
    alarm: BOLD.add_modifier(Modifier::UNDERLINED),
    done: Style::new(),
    ..THEME
};

impl Theme {
    /// The theme for a terminal that shows colors.
    #[must_use]
    pub const fn colored() -> Self {
        THEME
    }

    /// The theme for a terminal or a person that wants none.
    #[must_use]
    pub const fn plain() -> Self {
        PLAIN
    }

    /// The same for a terminal that shows only these signs.
    #[must_use]
    pub const fn with_signs(self, signs: Signs) -> Self {
        Self { signs, ..self }
    }

    /// What marks an alternative everywhere.
    pub(super) fn accent(&self, AlternativeId(place): AlternativeId) -> Style {
        self.accents[place % self.accents.len()]
    }
}
