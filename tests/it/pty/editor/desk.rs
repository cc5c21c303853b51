//! A comparison's file, and a script in place of an editor.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::super::wait_for_panes;
use crate::support::name;
use crate::support::terminal::{Terminal, WIDE};

/// The comparison. `Cheap` is in line 6, `Near work` in line 7.
pub(in crate::pty) const FLAT: &str = r#"Comparison(
    id: "flat",
    title: "Which flat?",
    alternatives: [
        (name: "Old flat", pros: [
            "Cheap",
            "Near work",
        ]),
        (name: "New flat", pros: ["Balcony"], cons: ["Dear"]),
    ],
)
"#;

/// What the editors here say once they read.
pub(super) const READY: &str = "the editor is ready";

/// An editor that notes its number, its arguments and one line that is typed.
pub(super) const READS_A_LINE: &str = r#"
    echo $$ >process
    printf '%s\n' "$@" >arguments
    echo "the editor is ready"
    IFS= read -r typed
    printf '%s' "$typed" >typed"#;

/// A comparison's file, and a script in place of an editor, which runs beside it.
pub(in crate::pty) struct Desk {
    folder: TempDir,
    file: String,
}

impl Desk {
    pub(in crate::pty) fn new(script: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("flat.ron").to_str().unwrap().to_owned();
        let desk = Self { folder, file };
        desk.write("flat.ron", FLAT);
        desk.write("script", &format!("cd '{}'\n{script}\n", desk.folder.path().display()));
        // A file that was just written can't be run while another test starts something, so the shell gets the name.
        symlink("/bin/sh", desk.folder.path().join("vi")).unwrap();
        desk
    }

    /// The path of the comparison's file.
    pub(in crate::pty) fn path(&self) -> &str {
        &self.file
    }

    pub(in crate::pty) fn data(&self) -> &Path {
        self.folder.path()
    }

    /// What starts the script, under a name that is known to take a line.
    pub(super) fn editor(&self) -> String {
        let folder = self.folder.path().display();
        format!("{folder}/vi {folder}/script")
    }

    pub(in crate::pty) fn open(&self) -> Terminal {
        self.open_with("EDITOR", &self.editor())
    }

    pub(super) fn open_with(&self, variable: &str, editor: &str) -> Terminal {
        let terminal = Terminal::start(WIDE, &[self.path()], &[(variable, editor)], self.data());
        wait_for_panes(&terminal);
        terminal
    }

    /// The same as a job of a shell.
    pub(super) fn open_as_job(&self) -> Terminal {
        let script = format!(r#"EDITOR="{}" exec "$0" "$@""#, self.editor());
        let terminal = Terminal::start_job(&script, &[self.path()], self.data());
        wait_for_panes(&terminal);
        terminal
    }

    pub(in crate::pty) fn write(&self, file: &str, text: &str) {
        fs::write(self.folder.path().join(file), text).unwrap();
    }

    /// What the script noted.
    #[track_caller]
    pub(super) fn note(&self, file: &str) -> String {
        fs::read_to_string(self.folder.path().join(file)).unwrap()
    }

    /// Where the script notes something.
    pub(super) fn note_path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    /// Holds the lock of a profile, so that nobody can save it.
    pub(super) fn lock(&self, profile: &str) -> File {
        let folder = self.data().join("profiles/flat");
        fs::create_dir_all(&folder).unwrap();
        let lock = File::create(folder.join(format!(".{}.lock", name(profile).slug()))).unwrap();
        lock.lock().unwrap();
        lock
    }
}

/// Presses `E` and blocks until the editor has begun.
#[track_caller]
pub(super) fn edit(terminal: &Terminal) {
    // What it said before is gone from the screen.
    terminal.blank_both();
    terminal.press("E");
    terminal.wait_for(READY);
}
