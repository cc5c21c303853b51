//! Paths that are no text files: the program answers at once and says what is wrong.

use std::ffi::{OsStr, OsString};
use std::fs::{self, Permissions};
use std::io::Write;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use tempfile::TempDir;

use crate::program::run;
use crate::shelf::{OLD, text};

const NOT_REGULAR: &str = "it is no regular file";

/// What reads a file whose path comes last.
const READERS: [&[&str]; 3] = [&["check"], &["report"], &["report", "--profile-file"]];

/// The path is refused by whatever reads files, with one message that names it and says this.
#[track_caller]
fn assert_refused(folder: &Path, path: impl AsRef<OsStr>, why: &str) {
    let path = path.as_ref();
    for reader in READERS {
        let what = format!("{reader:?} {}", path.display());
        let args: Vec<&OsStr> = reader.iter().map(OsStr::new).chain([path]).collect();
        let ran = run(folder, &args, &what);
        let refusal = ran.refusal(&what);
        assert!(refusal.contains(why), "{what}: {refusal}");
        // A check says at its end how many files were bad.
        let messages: Vec<&str> = ran.err.lines().filter(|line| line.starts_with("error: ")).collect();
        let counted = messages.last() == Some(&"error: 1 of 1 files can't be used");
        assert_eq!(messages.len(), 1 + usize::from(reader == ["check"]), "{what}: {messages:?}");
        assert_eq!(counted, reader == ["check"], "{what}: {messages:?}");
        assert!(ran.err.len() < 2_000, "{what}: the message is {} bytes long", ran.err.len());
    }
}

fn folder() -> TempDir {
    TempDir::new().expect("a temporary folder")
}

fn write(folder: &TempDir, name: impl AsRef<Path>, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, content).expect("it is written");
    path
}

#[test]
fn a_pipe_that_nobody_writes_is_not_waited_for() {
    let folder = folder();
    let made = Command::new("mkfifo").arg(folder.path().join("pipe")).status();
    if !made.is_ok_and(|status| status.success()) {
        println!("skipped: mkfifo can't be run");
        return;
    }
    assert_refused(folder.path(), "pipe", NOT_REGULAR);
}

#[test]
fn devices_are_refused() {
    let folder = folder();
    for device in ["/dev/zero", "/dev/null", "/dev/random", "/dev/full"] {
        if Path::new(device).exists() {
            assert_refused(folder.path(), device, NOT_REGULAR);
        } else {
            println!("skipped: there is no {device} here");
        }
    }
}

#[test]
fn a_folder_is_refused() {
    let folder = folder();
    for path in [".", "/", ".."] {
        assert_refused(folder.path(), path, NOT_REGULAR);
    }
}

#[test]
fn a_socket_is_refused() {
    let folder = folder();
    let listener = UnixListener::bind(folder.path().join("socket")).expect("a socket");
    // A socket can't even be opened; the system says so in its own words.
    assert_refused(folder.path(), "socket", "can't read: ");
    drop(listener);
}

#[test]
fn links_that_lead_nowhere_are_refused() {
    let folder = folder();
    symlink("loop", folder.path().join("loop")).expect("a link");
    assert_refused(folder.path(), "loop", "can't read: ");
    symlink("nowhere", folder.path().join("dangling")).expect("a link");
    assert_refused(folder.path(), "dangling", "can't read: ");
    symlink("/dev/zero", folder.path().join("endless")).expect("a link");
    assert_refused(folder.path(), "endless", NOT_REGULAR);
}

#[test]
fn a_link_to_a_sound_file_is_followed() {
    let folder = folder();
    write(&folder, "jewelry.ron", touchstone::JEWELRY);
    write(&folder, "mine.ron", text(OLD));
    for name in ["jewelry", "mine"] {
        symlink(format!("{name}.ron"), folder.path().join(name)).expect("a link");
    }
    for args in [["check", "jewelry"].as_slice(), &["report", "--profile-file", "mine"]] {
        run(folder.path(), args, "a link").assert_done("a link");
    }
}

#[test]
fn an_unreadable_file_is_refused() {
    let folder = folder();
    let path = write(&folder, "secret.ron", touchstone::JEWELRY);
    fs::set_permissions(&path, Permissions::from_mode(0o000)).expect("a mode");
    if fs::read(&path).is_ok() {
        println!("skipped: this user may read everything");
        return;
    }
    assert_refused(folder.path(), "secret.ron", "can't read: ");
}

#[test]
fn a_name_that_is_no_utf_8_is_a_name() {
    let folder = folder();
    let name = OsString::from_vec(b"jewel\xff\x1b[31m.ron".to_vec());
    assert_refused(folder.path(), &name, ": jewel");
    if fs::write(folder.path().join(&name), touchstone::JEWELRY).is_err() {
        println!("skipped: this file system takes no such name");
        return;
    }
    let ran = run(folder.path(), &[OsStr::new("check"), &name], "such a name");
    ran.assert_done("such a name");
    assert!(!ran.out.contains('\u{1b}'), "{ran:?}");
    write(&folder, &name, "Comparison(");
    assert_refused(folder.path(), &name, "");
}

#[test]
fn files_of_the_system_about_itself_are_refused() {
    let folder = folder();
    for path in ["/proc/self/mem", "/proc/self/pagemap", "/proc/self/cmdline", "/proc/self/environ"] {
        if Path::new(path).exists() {
            assert_refused(folder.path(), path, "");
        } else {
            println!("skipped: there is no {path} here");
        }
    }
}

#[test]
fn a_growing_file_is_refused_as_too_large() {
    let folder = folder();
    let mut file = fs::File::create(folder.path().join("growing.ron")).expect("a file");
    let chunk = vec![b' '; 64 * 1024];
    for _ in 0..80 {
        file.write_all(&chunk).expect("it grows");
    }
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            // Not for ever, should the program wait for its end.
            for _ in 0..4_000 {
                if done.load(Ordering::Relaxed) {
                    break;
                }
                file.write_all(&chunk[..4_096]).expect("it grows");
                thread::sleep(std::time::Duration::from_millis(1));
            }
        });
        assert_refused(folder.path(), "growing.ron", "it is larger than ");
        done.store(true, Ordering::Relaxed);
    });
}

#[test]
fn a_path_through_a_file_or_too_long_a_one_is_refused() {
    let folder = folder();
    write(&folder, "jewelry.ron", touchstone::JEWELRY);
    assert_refused(folder.path(), "jewelry.ron/inner.ron", "jewelry.ron/inner.ron");
    assert_refused(folder.path(), "jewelry.ron/", "jewelry.ron/");
    assert_refused(folder.path(), "x".repeat(300), "can't read: ");
    assert_refused(folder.path(), "x/".repeat(3_000), "can't read: ");
}

#[test]
fn files_that_are_no_text_are_named_as_such() {
    let folder = folder();
    let utf16 = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{feff}Comparison(format: 1)".encode_utf16().flat_map(order).collect()
    };
    let deep = [" ".repeat(100_000).into_bytes(), b"\xf0\x9f\x92".to_vec()].concat();
    for (name, content, why) in [
        ("little.ron", utf16(u16::to_le_bytes), "it is UTF-16 text; save it as UTF-8"),
        ("big.ron", utf16(u16::to_be_bytes), "it is UTF-16 text; save it as UTF-8"),
        ("latin.ron", b"Comparison(\xe9)".to_vec(), "it is no UTF-8 text, see byte 11"),
        ("first.ron", b"\x80".to_vec(), "it is no UTF-8 text, see byte 0"),
        ("cut.ron", deep, "it is no UTF-8 text, see byte 100000"),
        ("surrogate.ron", b"a\xed\xa0\x80".to_vec(), "it is no UTF-8 text, see byte 1"),
    ] {
        write(&folder, name, content);
        assert_refused(folder.path(), name, &format!("can't read: {why}: {name}"));
    }
}

#[test]
fn a_file_may_end_in_a_comment_without_a_line_end() {
    let folder = folder();
    write(&folder, "jewelry.ron", format!("{}// the end", touchstone::JEWELRY));
    write(&folder, "mine.ron", format!("{}// the end", text(OLD)));
    for args in [["check", "jewelry.ron"].as_slice(), &["report", "--profile-file", "mine.ron"]] {
        run(folder.path(), args, "a comment").assert_done("a comment");
    }
}

#[test]
fn files_with_nothing_in_them_are_refused() {
    let folder = folder();
    for content in ["", "\u{feff}", "\n\n", "// nothing\n", "\0\0\0\0"] {
        write(&folder, "empty.ron", content);
        assert_refused(folder.path(), "empty.ron", "empty.ron:");
    }
}
