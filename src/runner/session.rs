//! The terminal while it is ours, and how it is given back.

use std::io::{self, BufWriter, Stdout, Write};
use std::panic;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// The terminal, in raw mode and on its other screen, until this is dropped.
#[derive(Debug)]
pub struct Session {
    terminal: Screen,
}

impl Session {
    /// Takes the terminal over; if that fails half way, it is given back.
    ///
    /// # Errors
    /// If there is no terminal to read keys from or to draw on.
    pub fn open() -> io::Result<Self> {
        give_back_on_panic();
        // NO_COLOR is honored by a theme without colors: the library's own way would also drop reversed and bold.
        crossterm::style::force_color_output(true);
        enable_raw_mode()?;
        Self::take_screen().inspect_err(|_| give_back())
    }

    fn take_screen() -> io::Result<Self> {
        let mut out = io::stdout();
        execute!(out, EnterAlternateScreen, EnableBracketedPaste, Hide)?;
        let backend = CrosstermBackend::new(BufWriter::new(out));
        Ok(Self { terminal: Terminal::new(backend)? })
    }

    pub(super) fn terminal(&mut self) -> &mut Screen {
        &mut self.terminal
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back: tries every step, ignores every error, prints nothing else.
pub fn give_back() {
    let mut out = io::stdout();
    let _ = queue!(out, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// Puts a hook in front of the present one that gives the terminal back before anything is printed.
fn give_back_on_panic() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        give_back();
        report(info);
    }));
}

/// Panics after the first frame if a test asks for it; only in programs built for debugging.
pub(super) fn panic_if_asked() {
    #[cfg(debug_assertions)]
    assert!(std::env::var_os("TOUCHSTONE_TEST_PANIC").is_none(), "asked for by TOUCHSTONE_TEST_PANIC");
}
