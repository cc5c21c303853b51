//! A journey through the program without a terminal: everything else is real, the files too.

use std::fs;
use std::path::{Path, PathBuf};

use crossterm::event::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tempfile::TempDir;
use touchstone::explorer::{Document, Explorer};
use touchstone::profile::ProfileName;
use touchstone::program::{Flow, Program, Surroundings, Whose};
use touchstone::store::{Origin, comparison_file};
use touchstone::view::{Spots, Theme};

use super::keys::keys;
use super::process::wait_until;
use super::{folder, name, picture, profile_file, today};

/// A program that is being used.
pub(crate) struct Journey {
    program: Program,
    /// As it was drawn last.
    screen: Buffer,
    left: bool,
    data: PathBuf,
    /// The file that the comparison came from, if it came from one.
    file: Option<PathBuf>,
    /// Gone with all in it when the journey ends.
    folder: TempDir,
}

impl Journey {
    /// The bundled comparison, just opened.
    pub(crate) fn new() -> Self {
        Self::on(touchstone::JEWELRY)
    }

    /// A comparison without a file of its own, just opened.
    pub(crate) fn on(comparison: &str) -> Self {
        Self::with(comparison, Theme::colored)
    }

    /// A comparison in a file, just opened.
    pub(crate) fn on_file(comparison: &str) -> Self {
        let folder = folder();
        let data = folder.path().to_owned();
        let file = comparison_file::locate(&data.join("comparison.ron"));
        fs::write(&file, comparison).expect("a written file");
        let document = Document::new(comparison.to_owned(), Origin::File(file.clone())).expect("sound");
        let program = open(&data, document, None, Theme::colored);
        Self { file: Some(file), ..Self::begin(program, data, folder) }
    }

    /// A document of another kind in a file of this name, just opened.
    pub(crate) fn on_document(name: &str, text: &str) -> Self {
        let folder = folder();
        let data = folder.path().to_owned();
        let file = comparison_file::locate(&data.join(name));
        fs::write(&file, text).expect("a written file");
        let program = open_document(&data, &file);
        Self { file: Some(file), ..Self::begin(program, data, folder) }
    }

    /// The same document, opened again after the program was killed.
    pub(crate) fn open_again_after_a_kill(self) -> Self {
        let Self { data, file, folder, program, .. } = self;
        let drafts = data.join("profiles").join(program.explorer().comparison().id()).join(".drafts");
        drop(program);
        wait_until("its locks are gone with it", || {
            !is_any_locked(&drafts) && !is_any_locked(&data.join("drafts"))
        });
        let file = file.expect("a document");
        let program = open_document(&data, &file);
        Self { file: Some(file), ..Self::begin(program, data, folder) }
    }

    /// Lets somebody else write the file of the comparison.
    pub(crate) fn write_file(&self, text: &str) {
        fs::write(self.file(), text).expect("a written file");
    }

    /// The file of the comparison.
    pub(crate) fn file(&self) -> &Path {
        self.file.as_deref().expect("a comparison from a file")
    }

    /// Gives the window the focus; returns how it goes on.
    pub(crate) fn focus(&mut self) -> Flow {
        self.send(Event::FocusGained)
    }

    /// Opens the editor, which ends as said once `edit` has done its work; returns the line that it was asked to show.
    #[track_caller]
    pub(crate) fn edit(&mut self, ended: Result<(), &str>, edit: impl FnOnce(&Path)) -> usize {
        let key = keys("E").swap_remove(0);
        let Flow::Edit(asked) = self.send(Event::Key(key)) else { panic!("no editor: {}", self.text()) };
        assert_eq!(asked.file, self.file());
        edit(&asked.file);
        self.edited(ended.map_err(str::to_owned));
        asked.line
    }

    /// Lets the editor end.
    pub(crate) fn edited(&mut self, ended: Result<(), String>) {
        self.program.edited(ended);
        self.draw();
    }

    /// The bundled comparison without colors.
    pub(crate) fn plain() -> Self {
        Self::with(touchstone::JEWELRY, Theme::plain)
    }

    /// A comparison without a file of its own, drawn in a theme.
    pub(crate) fn with(comparison: &str, theme: fn() -> Theme) -> Self {
        let folder = folder();
        let data = folder.path().to_owned();
        Self::begin(open(&data, document(comparison), None, theme), data, folder)
    }

    /// The profile `mine`, which another window saved meanwhile; beside it are `yours` and a damaged one.
    ///
    /// The comparison must have the ids of the bundled one. What is `strange` is in a note, in the name of the data
    /// folder, and in the name and the text of the damaged profile.
    pub(crate) fn among_others(comparison: &str, strange: &str) -> Self {
        let folder = folder();
        let is_in_no_name = |c: char| match c {
            '\0' | '/' => true,
            c => cfg!(windows) && (c.is_control() || r#"<>:"\|?*"#.contains(c)),
        };
        let strange_name = strange.replace(is_in_no_name, "");
        let data = folder.path().join(format!("data{strange_name}"));
        write_profile(&data, "yours", "");
        write_profile(&data, "mine", strange);
        let damaged = data.join(format!("profiles/jewelry/damaged{strange_name}.ron"));
        fs::write(damaged, format!("Profile({strange}")).expect("a written file");
        let program = open(&data, document(comparison), Some(name("mine")), Theme::colored);
        let journey = Self::begin(program, data, folder);
        journey.save_elsewhere("mine");
        journey
    }

    fn begin(program: Program, data: PathBuf, folder: TempDir) -> Self {
        let screen = Buffer::empty(Rect::new(0, 0, 100, 30));
        let mut journey = Self { program, screen, left: false, data, file: None, folder };
        journey.draw();
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
        self.draw();
        flow
    }

    /// Sends one event before the next frame is drawn, and says how it goes on.
    pub(crate) fn send_undrawn(&mut self, event: Event) -> Flow {
        self.program.take(event)
    }

    /// What can be pointed at on the screen, as it was drawn last.
    pub(crate) fn spots(&self) -> &Spots {
        self.program.spots()
    }

    /// Changes the size of the screen and says so to the program.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.resize(Rect::new(0, 0, columns, rows));
        self.send(Event::Resize(columns, rows));
    }

    /// Dies without a word, as of `kill -9`, and starts again with the same files and the same profile.
    pub(crate) fn start_again(self) -> Self {
        let name = self.explorer().open().profile().name.clone();
        self.start(name)
    }

    /// The same, but without naming a profile.
    pub(crate) fn start_without_a_name(self) -> Self {
        self.start(None)
    }

    fn start(self, name: Option<ProfileName>) -> Self {
        let Self { program, screen, data, file, folder, .. } = self;
        let document = program.explorer().document();
        let (saved, origin) = (document.saved().map(ToOwned::to_owned), document.origin().clone());
        let drafts = data.join("profiles").join(program.explorer().comparison().id()).join(".drafts");
        drop(program);
        wait_until("its locks are gone with it", || {
            !is_any_locked(&drafts) && !is_any_locked(&data.join("drafts"))
        });
        let program = match saved {
            Some(saved) => {
                open(&data, Document::new(saved, origin).expect("what was read"), name, Theme::colored)
            }
            // What was begun in the program is brought back, if it was not given up.
            None => Program::begun(&touchstone::store::Origin::New, &surroundings(&data), &Theme::colored())
                .expect("a readable draft")
                .unwrap_or_else(|| open(&data, self::document(touchstone::JEWELRY), name, Theme::colored)),
        };
        let journey = Self { file, ..Self::begin(program, data, folder) };
        journey.sized(screen.area.width, screen.area.height)
    }

    /// Puts what is unsaved on disk, as the loop does when nothing else is to do.
    pub(crate) fn keep_draft(&mut self) -> Flow {
        self.program.keep_draft()
    }

    /// Lets another window save a profile of this name.
    pub(crate) fn save_elsewhere(&self, profile: &str) {
        write_profile(&self.data, profile, "saved elsewhere");
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

    /// The screen, as it was drawn last.
    pub(crate) fn screen(&self) -> &Buffer {
        &self.screen
    }

    /// The text on the screen, line by line.
    pub(crate) fn text(&self) -> String {
        picture::text(&self.screen)
    }

    /// The text on the screen, then the style of every styled run of cells, line by line.
    pub(crate) fn picture(&self) -> String {
        picture::picture(&self.screen)
    }

    fn draw(&mut self) {
        self.screen.reset();
        self.program.draw(self.screen.area, &mut self.screen);
    }
}

/// Writes a profile of a comparison with the ids of the bundled one, with a note on the first claim.
fn write_profile(data: &Path, profile: &str, note: &str) {
    let file = profile_file(data, profile);
    let note = note.escape_unicode();
    let text = format!(
        "Profile(format: 1, comparison: \"jewelry\", name: \"{profile}\", \
         stances: {{\"handmade/uniqueness\": (note: \"{note}\")}})"
    );
    fs::create_dir_all(file.parent().expect("a folder")).expect("a made folder");
    fs::write(file, text).expect("a written file");
}

/// Whether somebody holds a lock in a folder. What another test starts in this moment holds all that are held in this
/// process, until it is another program.
pub(crate) fn is_any_locked(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    let paths = entries.map(|entry| entry.expect("a readable entry").path());
    let mut locks = paths.filter(|path| path.extension().is_some_and(|extension| extension == "lock"));
    locks.any(|lock| is_locked(&lock))
}

/// The system is asked: who tried to lock it would hold it for a moment, and so would what is started in that moment.
#[cfg(target_os = "linux")]
fn is_locked(lock: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let file = format!(":{}", fs::metadata(lock).expect("a lock").ino());
    let held = fs::read_to_string("/proc/locks").expect("the locks of the system");
    held.split_whitespace().any(|word| word.ends_with(&file))
}

#[cfg(not(target_os = "linux"))]
fn is_locked(lock: &Path) -> bool {
    fs::File::open(lock).expect("a lock").try_lock().is_err()
}

/// A comparison as if it came from standard input, so that it has no file.
fn document(comparison: &str) -> Document {
    Document::new(comparison.to_owned(), Origin::Input).expect("a sound comparison")
}

fn open_document(data: &Path, file: &Path) -> Program {
    let text = fs::read_to_string(file).expect("a readable document");
    let (document, import) = touchstone::program::document(text, Some(file)).expect("pros and cons");
    let mut program = open(data, document, None, Theme::colored);
    program.imported(&import.expect("a document of another kind"));
    program
}

fn open(data: &Path, document: Document, name: Option<ProfileName>, theme: fn() -> Theme) -> Program {
    Program::open(document, name.map_or(Whose::Last, Whose::Named), surroundings(data), theme())
        .expect("a program")
}

fn surroundings(data: &Path) -> Surroundings {
    Surroundings { data: data.to_owned(), here: data.to_owned(), home: None, today }
}
