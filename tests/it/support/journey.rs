//! A journey through the program without a terminal: everything else is real, the files too.

use std::fs;
use std::path::{Path, PathBuf};

use crossterm::event::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tempfile::TempDir;
use touchstone::comparison::Comparison;
use touchstone::explorer::Explorer;
use touchstone::profile::{Profile, ProfileName};
use touchstone::program::{Flow, Program};
use touchstone::store::{Over, Store};
use touchstone::view::Theme;

use super::keys::keys;
use super::{name, picture};

/// A program that is being used.
pub(crate) struct Journey {
    program: Program,
    area: Rect,
    left: bool,
    data: PathBuf,
    folder: TempDir,
}

impl Journey {
    /// The bundled comparison, just opened.
    pub(crate) fn new() -> Self {
        Self::on(touchstone::JEWELRY)
    }

    /// A comparison, just opened.
    pub(crate) fn on(comparison: &str) -> Self {
        Self::with(comparison, Theme::colored())
    }

    /// The bundled comparison without colors.
    pub(crate) fn plain() -> Self {
        Self::with(touchstone::JEWELRY, Theme::plain())
    }

    fn with(comparison: &str, theme: Theme) -> Self {
        let comparison = Comparison::from_ron(comparison).expect("a sound comparison");
        let folder = TempDir::new().expect("a temporary folder");
        let data = folder.path().to_owned();
        Self::begin(open(&data, comparison, None, theme), data, folder)
    }

    /// The profile `mine`, which another window saved meanwhile; beside it are `yours` and a damaged one.
    ///
    /// The comparison has the id of the bundled one and its first claim. What is `strange` is in a note, in the name of the data folder, and in the name and the text of the
    /// damaged profile.
    pub(crate) fn among_others(comparison: &str, strange: &str) -> Self {
        let comparison = Comparison::from_ron(comparison).expect("a sound comparison");
        let folder = TempDir::new().expect("a temporary folder");
        // What no file can be called.
        let strange_name = strange.replace(['\0', '/'], "");
        let data = folder.path().join(format!("data{strange_name}"));
        let store = Store::new(&data, &comparison);
        let save = |profile: &str, note: &str, over: &Over| {
            let text = format!(
                "Profile(format: 1, comparison: \"jewelry\", name: \"{profile}\", \
                 stances: {{\"handmade/uniqueness\": (note: \"{}\")}})",
                note.escape_unicode()
            );
            let sound = Profile::from_ron(&text, &comparison).expect("a sound profile");
            store.save(&name(profile), &sound, over).expect("a saved profile");
        };
        save("yours", "", &Over::Nothing);
        save("mine", strange, &Over::Nothing);
        let damaged = format!("profiles/jewelry/damaged{strange_name}.ron");
        fs::write(data.join(damaged), format!("Profile({strange}")).expect("a written file");
        let program = open(&data, comparison.clone(), Some(name("mine")), Theme::colored());
        save("mine", "changed elsewhere", &Over::Anything);
        Self::begin(program, data, folder)
    }

    fn begin(program: Program, data: PathBuf, folder: TempDir) -> Self {
        let mut journey =
            Self { program, area: Rect::new(0, 0, 100, 30), left: false, data, folder: folder };
        journey.buffer();
        journey
    }

    /// The same on a screen of another size.
    pub(crate) fn sized(mut self, columns: u16, rows: u16) -> Self {
        self.resize(columns, rows);
        self
    }

    /// Presses keys, see [`keys`].
    pub(crate) fn press(mut self, line: &str) -> Self {
        for key in keys(line) {
            self.send(Event::Key(key));
        }
        self
    }

    /// Pastes a text.
    pub(crate) fn paste(mut self, text: &str) -> Self {
        self.send(Event::Paste(text.to_owned()));
        self
    }

    /// Sends one event, and says how it goes on; draws as the loop would.
    pub(crate) fn send(&mut self, event: Event) -> Flow {
        if self.left {
            return Flow::Quit;
        }
        let flow = self.program.take(event);
        self.left = flow == Flow::Quit;
        self.buffer();
        flow
    }

    /// Changes the size of the screen and says so to the program.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.area = Rect::new(0, 0, columns, rows);
        self.send(Event::Resize(columns, rows));
    }

    /// Dies without a word, as of `kill -9`, and starts again with the same files and the same profile.
    pub(crate) fn start_again(self) -> Self {
        let Self { program, area, data, folder, .. } = self;
        let comparison = program.explorer().comparison().clone();
        let name = program.explorer().profile().name.clone();
        // Its locks go with it.
        drop(program);
        let program = open(&data, comparison, name, Theme::colored());
        Self { area, ..Self::begin(program, data, folder) }
    }

    /// Puts what is unsaved on disk, as the loop does when nothing else is to do.
    pub(crate) fn keep_draft(&mut self) -> Flow {
        self.program.keep_draft()
    }

    /// Whether the program has ended.
    pub(crate) fn has_left(&self) -> bool {
        self.left
    }

    /// The state of the program.
    pub(crate) fn explorer(&self) -> &Explorer {
        self.program.explorer()
    }

    /// Where the profiles of this journey live until it ends.
    pub(crate) fn data(&self) -> &Path {
        &self.data
    }

    /// The text on the screen, line by line.
    pub(crate) fn text(&mut self) -> String {
        picture::text(&self.buffer())
    }

    /// The text on the screen, then the style of every styled run of cells, line by line.
    pub(crate) fn picture(&mut self) -> String {
        picture::picture(&self.buffer())
    }

    /// The screen.
    pub(crate) fn buffer(&mut self) -> Buffer {
        let mut buf = Buffer::empty(self.area);
        self.program.draw(self.area, &mut buf);
        buf
    }
}

fn open(data: &Path, comparison: Comparison, name: Option<ProfileName>, theme: Theme) -> Program {
    let store = Store::new(data, &comparison);
    Program::open(comparison, name, store, theme).expect("a program")
}
