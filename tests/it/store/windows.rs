//! Windows of the program without a terminal: keys go in, the screen comes out, and the files are real.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use touchstone::explorer::Document;
use touchstone::program::{Flow, Program, Surroundings, Whose};
use touchstone::store::Origin;
use touchstone::view::Theme;

use super::shelf::{self, Shelf, Site};
use crate::support::journey::is_any_locked;
use crate::support::process::wait_until;
use crate::support::today;

/// A window on the profile of a shelf.
pub(crate) struct Window(Program);

impl Window {
    pub(crate) fn open(shelf: &Shelf) -> Self {
        let name = Some(shelf::name());
        let data = shelf.data().to_owned();
        let surroundings = Surroundings { here: data.clone(), data, home: None, today };
        let document = Document::new(touchstone::JEWELRY.to_owned(), Origin::Bundled).expect("a comparison");
        Self(
            Program::open(document, name.map_or(Whose::Last, Whose::Named), surroundings, Theme::plain())
                .expect("it opens"),
        )
    }

    /// Presses keys, a letter each; `~` is Esc and `/` is Enter. As in the loop, the draft is kept in the end.
    pub(crate) fn press(&mut self, keys: &str) -> Flow {
        let mut flow = Flow::Idle;
        for c in keys.chars() {
            let code = match c {
                '~' => KeyCode::Esc,
                '/' => KeyCode::Enter,
                c => KeyCode::Char(c),
            };
            flow = self.0.take(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
        }
        self.0.keep_draft();
        flow
    }

    /// Leaves behind what a kill does: its draft, and nothing that holds it. No other window may have one.
    pub(crate) fn kill(self, shelf: &Shelf) {
        drop(self);
        wait_until("its locks are gone with it", || !is_any_locked(&shelf.profiles().join(".drafts")));
    }

    /// The text on a screen that is wide enough for long messages.
    pub(crate) fn screen(&mut self) -> String {
        let area = Rect::new(0, 0, 300, 30);
        let mut buffer = Buffer::empty(area);
        self.0.draw(area, &mut buffer);
        buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[track_caller]
    pub(crate) fn assert_shows(&mut self, text: &str) {
        let screen = self.screen();
        assert!(screen.contains(text), "no {text:?} in {screen}");
    }

    #[track_caller]
    pub(crate) fn assert_does_not_show(&mut self, text: &str) {
        let screen = self.screen();
        assert!(!screen.contains(text), "{text:?} in {screen}");
    }

    pub(crate) fn is_unsaved(&self) -> bool {
        self.0.explorer().unsaved()
    }

    /// The weight of the first claim.
    pub(crate) fn weight(&self) -> Option<u8> {
        let (_, stance) = self.0.explorer().profile().stances().next().expect("a stance");
        stance.weight.map(touchstone::weight::Weight::points)
    }
}
