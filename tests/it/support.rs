//! What tests share: the language of keys, and the program without a terminal, in a terminal and as a process.

pub(crate) mod bench;
pub(crate) mod journey;
pub(crate) mod keys;
pub(crate) mod layers;
#[cfg(unix)]
pub(crate) mod modes;
pub(crate) mod picture;
#[cfg_attr(not(unix), expect(dead_code, reason = "most of it is for tests in a terminal"))]
pub(crate) mod process;
pub(crate) mod random;
pub(crate) mod svg;
#[cfg(unix)]
pub(crate) mod terminal;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use touchstone::comparison::Comparison;
use touchstone::profile::{Date, ProfileName};

/// The bundled comparison.
pub(crate) fn jewelry() -> Comparison {
    Comparison::from_ron(touchstone::JEWELRY).expect("the bundled comparison is sound")
}

/// The name of a profile.
pub(crate) fn name(name: &str) -> ProfileName {
    ProfileName::new(name).expect("a fit name")
}

/// The day on which all journeys are made.
pub(crate) fn today() -> Option<Date> {
    Date::new(2026, 11, 25)
}

/// The file of a profile of the bundled comparison.
pub(crate) fn profile_file(data: &Path, profile: &str) -> PathBuf {
    data.join("profiles").join("jewelry").join(format!("{}.ron", name(profile).slug()))
}

/// The file that whoever writes that profile holds locked.
pub(crate) fn lock_file(data: &Path, profile: &str) -> PathBuf {
    data.join("profiles").join("jewelry").join(format!(".{}.lock", name(profile).slug()))
}

/// A folder in memory where there is one: no power goes away in a test, so no disk needs to be waited for.
pub(crate) fn folder() -> TempDir {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).expect("a temporary folder")
}

/// Makes a named pipe; if that can't be done, says why and returns false.
pub(crate) fn pipe(path: &Path) -> bool {
    let made = std::process::Command::new("mkfifo").arg(path).status().is_ok_and(|status| status.success());
    if !made {
        skip("mkfifo can't be run");
    }
    made
}

/// Makes a link to a file; if that can't be done, says why and returns false.
pub(crate) fn link(target: &str, link: &Path) -> bool {
    #[cfg(unix)]
    let made = std::os::unix::fs::symlink(target, link);
    #[cfg(not(unix))]
    let made = std::os::windows::fs::symlink_file(target, link);
    if let Err(error) = &made {
        skip(&format!("no link can be made: {error}"));
    }
    made.is_ok() && link.is_symlink()
}

/// Names of files that are no text, where there are such.
pub(crate) fn names_without_text() -> Vec<OsString> {
    #[cfg(unix)]
    return [b"a\xff.ron", b"a\xfe.ron"]
        .map(|name| std::os::unix::ffi::OsStringExt::from_vec(name.to_vec()))
        .into();
    #[cfg(not(unix))]
    Vec::new()
}

/// Says why a test can't run here.
pub(crate) fn skip(why: &str) {
    eprintln!("skipped: {why}");
}
