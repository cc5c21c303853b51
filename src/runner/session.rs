//! The terminal while it is ours, and how it is given back.

use std::io::{self, BufWriter, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size,
};
use crossterm::{execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::{RunError, signals};

type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// The largest screen that is drawn on, in columns and in rows.
const LARGEST: u16 = 1000;

/// Whether the terminal is ours at the moment.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal, in raw mode and on its other screen, until this is dropped.
#[derive(Debug)]
pub struct Session {
    terminal: Screen,
    /// The screen as the terminal reports it.
    size: (u16, u16),
}

impl Session {
    /// Takes the terminal over; if that fails half way, it is given back.
    ///
    /// # Errors
    /// If there is no terminal to read keys from or to draw on.
    pub fn open() -> io::Result<Self> {
        // NO_COLOR is honored by a theme without colors: the library's own way would also drop reversed and bold.
        crossterm::style::force_color_output(true);
        TAKEN.store(true, Ordering::SeqCst);
        enable_raw_mode().inspect_err(|_| TAKEN.store(false, Ordering::SeqCst))?;
        Self::take_screen().inspect_err(|_| give_back())
    }

    fn take_screen() -> io::Result<Self> {
        let size = size()?;
        set_up()?;
        let backend = CrosstermBackend::new(BufWriter::new(io::stdout()));
        let viewport = Viewport::Fixed(drawn_area(size));
        Ok(Self { terminal: Terminal::with_options(backend, TerminalOptions { viewport })?, size })
    }

    /// Draws one frame.
    pub(super) fn draw(&mut self, draw: impl FnOnce(Rect, &mut Buffer)) -> Result<(), RunError> {
        let too_large = is_too_large(self.size);
        let drawn = self.terminal.draw(|frame| {
            let area = frame.area();
            if too_large {
                Line::raw(format!("This screen is larger than {LARGEST} x {LARGEST}."))
                    .render(area, frame.buffer_mut());
            } else {
                draw(area, frame.buffer_mut());
            }
        });
        drawn.map(|_| ()).map_err(RunError::Draw)
    }

    /// Follows the terminal to its present size. Also if that is the old one: what was on it may be gone.
    pub(super) fn fit(&mut self) -> Result<(), RunError> {
        self.size = size().map_err(RunError::Draw)?;
        self.terminal.resize(drawn_area(self.size)).map_err(RunError::Draw)
    }

    /// Gives the terminal back and stops the program.
    #[expect(clippy::unused_self, reason = "only who holds the terminal can give it back")]
    pub(super) fn stop(&mut self) {
        give_back();
        signals::stop();
    }

    /// Takes the terminal over again after the program was stopped, and forgets what was on it.
    pub(super) fn take_again(&mut self) -> io::Result<()> {
        TAKEN.store(true, Ordering::SeqCst);
        enable_raw_mode()?;
        set_up()?;
        self.size = size()?;
        // This also makes the next frame draw everything.
        self.terminal.resize(drawn_area(self.size))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        give_back();
    }
}

fn is_too_large((columns, rows): (u16, u16)) -> bool {
    columns > LARGEST || rows > LARGEST
}

/// What is drawn on: all of the screen, or a corner for a message if the screen is absurdly large.
fn drawn_area(size: (u16, u16)) -> Rect {
    let (columns, rows) = if is_too_large(size) { (size.0.min(80), size.1.min(1)) } else { size };
    Rect::new(0, 0, columns, rows)
}

fn set_up() -> io::Result<()> {
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide)
}

/// Gives the terminal back if it is ours: tries every step, ignores every error, prints nothing else.
pub fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = queue!(out, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// Panics after the first frame if a test asks for it; only in programs built for debugging.
pub(super) fn panic_if_asked() {
    #[cfg(debug_assertions)]
    assert!(
        std::env::var_os("TOUCHSTONE_TEST_PANIC").is_none(),
        "asked for by TOUCHSTONE_TEST_PANIC\u{1b}[31m"
    );
}
