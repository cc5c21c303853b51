//! A place to run the program in: a folder of its own, and what came out.

use std::ffi::OsStr;
use std::fs;
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use super::process::output_of;

/// The program.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_touchstone");

/// A folder with files, a home and a data folder, all gone when the test ends.
pub(crate) struct Bench {
    folder: TempDir,
}

/// What a run of the program left behind.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Bench {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder") }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Where profiles live unless a test says otherwise.
    pub(crate) fn data(&self) -> PathBuf {
        self.path().join("data")
    }

    /// Writes a file, with the folders above it.
    pub(crate) fn write(&self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, content).expect("the file is written");
    }

    /// The program with its arguments, in this folder and with nothing of the real home in sight.
    pub(crate) fn command(&self, args: &[impl AsRef<OsStr>]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .args(args)
            .current_dir(self.path())
            .env("HOME", self.path().join("home"))
            .env("USERPROFILE", self.path().join("home"))
            .env("XDG_DATA_HOME", self.path().join("xdg"))
            .env("TOUCHSTONE_DATA_DIR", self.data())
            .env("APPDATA", self.path().join("roaming"))
            .env("LC_ALL", "C.UTF-8")
            .env_remove("COLUMNS")
            .env_remove("RUST_BACKTRACE")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs the program with this as its standard input. It must end soon.
    #[track_caller]
    pub(crate) fn run_with(&self, input: impl AsRef<[u8]>, args: &[impl AsRef<OsStr>]) -> Ran {
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(input.as_ref()).and_then(|()| file.rewind()).expect("the input is written");
        let mut command = self.command(args);
        let child = command.stdin(file).spawn().expect("the program starts");
        Ran::of(output_of(child, &format!("{command:?}")))
    }

    /// Runs the program, which must end soon.
    #[track_caller]
    pub(crate) fn run(&self, args: &[impl AsRef<OsStr>]) -> Ran {
        let mut command = self.command(args);
        let child = command.spawn().expect("the program starts");
        Ran::of(output_of(child, &format!("{command:?}")))
    }
}

impl Ran {
    pub(crate) fn of(output: Output) -> Self {
        Self {
            code: output.status.code().expect("an exit code, not a signal"),
            out: String::from_utf8(output.stdout).expect("UTF-8 on standard output"),
            err: String::from_utf8(output.stderr).expect("UTF-8 on standard error"),
        }
    }

    /// What it wrote to standard output, having done what it was asked for without a word on standard error.
    #[track_caller]
    pub(crate) fn done(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// What it said on standard error, having ended with `code` and without a result.
    #[track_caller]
    pub(crate) fn refused(self, code: i32) -> String {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{}", self.err);
        self.err
    }
}
