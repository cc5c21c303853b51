//! How a terminal is set up: what must be as it was when the program has left.

use portable_pty::MasterPty;
use vt100::Screen;

/// Asks to be told when the window gets and loses the focus.
pub(crate) const REPORTS_FOCUS: &str = "\x1b[?1004h";

/// How a terminal is set up, but for its contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Modes {
    pub(crate) alternate_screen: bool,
    pub(crate) cursor_hidden: bool,
    /// The codes that would set bracketed paste, the mouse, the keypad and reports of the focus as they are.
    pub(crate) input: String,
    /// The line settings of the system: echo, line by line, signals from keys and more.
    pub(crate) line: String,
}

impl Modes {
    pub(crate) fn of(screen: &Screen, reports_focus: bool, master: &dyn MasterPty) -> Self {
        let line = master.get_termios().unwrap();
        let line = (line.input_flags, line.output_flags, line.control_flags, line.local_flags);
        Self {
            alternate_screen: screen.alternate_screen(),
            cursor_hidden: screen.hide_cursor(),
            input: screen.input_mode_formatted() + if reports_focus { REPORTS_FOCUS } else { "" },
            line: format!("{line:?}"),
        }
    }

    /// Whether keys are echoed by the system, and whether it keeps them until the end of the line.
    pub(crate) fn echo_and_lines(&self) -> (bool, bool) {
        let has = |flag| self.line.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == flag);
        (has("ECHO"), has("ICANON"))
    }
}
