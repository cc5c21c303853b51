//! The program itself, with a deadline.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::worker;

/// What a run of the program left behind.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs the program in a folder, and fails if it does not end soon.
#[track_caller]
pub(crate) fn run<A: AsRef<OsStr>>(folder: &Path, args: &[A], what: &str) -> Ran {
    let child = Command::new(env!("CARGO_BIN_EXE_touchstone"))
        .args(args)
        .current_dir(folder)
        .env("TOUCHSTONE_DATA_DIR", folder.join("data"))
        .env_remove("RUST_BACKTRACE")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let output = worker::wait(child, what);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

impl Ran {
    /// It did what it was asked for, without a word on standard error.
    #[track_caller]
    pub(crate) fn assert_done(&self, what: &str) {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""), "{what}: {self:?}");
    }

    /// It ended with 1, no result and messages each of which begins with `error: `; returns the first one.
    #[track_caller]
    pub(crate) fn refusal(&self, what: &str) -> &str {
        assert_eq!((self.code, self.out.as_str()), (Some(1), ""), "{what}: {self:?}");
        let first = self.err.lines().next().unwrap_or_default();
        let message = first.strip_prefix("error: ");
        message.unwrap_or_else(|| panic!("{what}: {:?}", self.err))
    }
}
