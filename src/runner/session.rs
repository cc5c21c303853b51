//! The terminal while it is ours, and how it is given back.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
    PopKeyboardEnhancementFlags,
};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size,
};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::outlet::{self, Outlet};
use super::tty;

/// The largest screen that is drawn on, in columns and in rows.
const LARGEST: u16 = 1000;

/// Whether the terminal is set up for us at the moment.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is the program's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// The terminal reports it.
    Reported,
    /// The terminal keeps it, for selecting and scrolling.
    Left,
}

/// Asks for presses, for moves while a button is held, and for the wheel, wherever on the screen. The library's own
/// command asks for every move of the pointer, each of which would wake the program.
#[cfg(not(windows))]
const REPORT_MOUSE: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";

/// The terminal, in raw mode and on its other screen, until this is dropped.
///
/// It draws by itself: the library's `Terminal` prints to standard error when it can't show the cursor at its end.
#[derive(Debug)]
pub struct Session {
    outlet: Outlet,
    /// What is on the screen, and what will be.
    shown: Buffer,
    next: Buffer,
    /// The screen as the terminal reports it.
    size: (u16, u16),
    /// Whether it can be drawn on: it was neither given back nor has another job it.
    present: bool,
    mouse: Mouse,
}

impl Session {
    /// Takes the terminal over; if that fails half way, it is given back.
    ///
    /// # Errors
    /// If there is no terminal to read keys from or to draw on.
    pub fn open(mouse: Mouse) -> io::Result<Self> {
        // NO_COLOR is honored by a theme without colors: the library's own way would also drop reversed and bold.
        crossterm::style::force_color_output(true);
        let mut session = Self {
            outlet: Outlet::default(),
            shown: Buffer::default(),
            next: Buffer::default(),
            size: size()?,
            present: false,
            mouse,
        };
        session.take()?;
        Ok(session)
    }

    /// Takes the terminal over, also again after it was given back or another program had it, and forgets what was
    /// on it.
    pub(super) fn take(&mut self) -> io::Result<()> {
        if !TAKEN.swap(true, Ordering::SeqCst) {
            // Where this fails, nothing was written that had to be taken back.
            enable_raw_mode().inspect_err(|_| TAKEN.store(false, Ordering::SeqCst))?;
        }
        self.set_up().inspect_err(|_| give_back())
    }

    fn set_up(&mut self) -> io::Result<()> {
        // While the library believes that raw mode is on, it does not set it; a shell may have reset it meanwhile.
        disable_raw_mode()?;
        enable_raw_mode()?;
        self.present = true;
        // Where a console knows no codes, its other screen can't be written to, and pasting is typing.
        if tty::knows_codes() {
            queue!(self.outlet, EnterAlternateScreen, EnableBracketedPaste)?;
        }
        queue!(self.outlet, EnableFocusChange, Hide)?;
        if self.mouse == Mouse::Reported {
            self.report_mouse()?;
        }
        self.fit()?;
        self.outlet.pass_on()
    }

    #[cfg(not(windows))]
    fn report_mouse(&mut self) -> io::Result<()> {
        io::Write::write_all(&mut self.outlet, REPORT_MOUSE)
    }

    #[cfg(windows)]
    fn report_mouse(&mut self) -> io::Result<()> {
        queue!(self.outlet, crossterm::event::EnableMouseCapture)
    }

    /// Follows the terminal to its present size. Also if that is the old one: what was on it may be gone.
    pub(super) fn fit(&mut self) -> io::Result<()> {
        self.size = size()?;
        let area = drawn_area(self.size);
        self.shown = Buffer::empty(area);
        self.next = Buffer::empty(area);
        queue!(self.outlet, Clear(ClearType::All))
    }

    /// Whether the terminal can be drawn on.
    pub(super) fn is_present(&self) -> bool {
        self.present
    }

    /// Whether the terminal has not yet taken all that was written.
    pub(super) fn is_behind(&self) -> bool {
        self.outlet.is_behind()
    }

    /// Draws one frame.
    pub(super) fn draw(&mut self, draw: impl FnOnce(Rect, &mut Buffer)) -> io::Result<()> {
        let area = self.next.area;
        self.next.reset();
        if is_too_large(self.size) {
            let said = format!("This screen is larger than {LARGEST} x {LARGEST}.");
            Line::raw(said).render(area, &mut self.next);
        } else {
            draw(area, &mut self.next);
        }
        let mut changes = self.shown.diff_iter(&self.next).peekable();
        if changes.peek().is_some() {
            // A terminal that knows this shows the frame as a whole.
            let codes = tty::knows_codes();
            if codes {
                queue!(self.outlet, BeginSynchronizedUpdate)?;
            }
            CrosstermBackend::new(&mut self.outlet).draw(changes)?;
            if codes {
                queue!(self.outlet, EndSynchronizedUpdate)?;
            }
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        self.outlet.pass_on()
    }

    /// Hands a text, which must be safe to show, to the clipboard of the terminal; whether that takes it is not told.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        // The library takes it for a failure that a console of an older system has no way to copy.
        if tty::knows_codes() {
            queue!(self.outlet, CopyToClipboard::to_clipboard_from(text))?;
        }
        Ok(())
    }

    /// Passes on what the terminal did not take before.
    pub(super) fn catch_up(&mut self) -> io::Result<()> {
        self.outlet.pass_on()
    }

    /// Gives the terminal back until it is taken again.
    pub(super) fn let_go(&mut self) {
        self.outlet.clear();
        self.present = false;
        give_back();
    }

    /// Takes note that another job has the terminal now, which must not be drawn over.
    pub(super) fn lose(&mut self) {
        self.present = false;
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

/// Gives the terminal back if it is ours: tries every step, ignores every error, prints nothing else.
///
/// It ends more than was begun, so that a terminal in which another program died before is well again too.
pub fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut bytes = Vec::new();
    let _ = queue!(bytes, EndSynchronizedUpdate, SetAttribute(Attribute::Reset));
    // The keyboard's flags belong to the screen that is left now; those of the other one are not ours.
    let _ = queue!(bytes, PopKeyboardEnhancementFlags);
    // On Windows this fails unless the library itself began with it.
    let _ = queue!(bytes, DisableMouseCapture);
    let _ = queue!(bytes, DisableFocusChange, DisableBracketedPaste, LeaveAlternateScreen, Show);
    outlet::write_last(&bytes);
    // If another job has the terminal, its line is set up as that one likes it, and touching it would stop us.
    if tty::is_ours() {
        let _ = disable_raw_mode();
    }
}

/// Panics after the first frame if a test asks for it; only in programs built for debugging.
pub(super) fn panic_if_asked() {
    #[cfg(debug_assertions)]
    assert!(
        std::env::var_os("TOUCHSTONE_TEST_PANIC").is_none(),
        "asked for by TOUCHSTONE_TEST_PANIC\u{1b}[31m"
    );
}
