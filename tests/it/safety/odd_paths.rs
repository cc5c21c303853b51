//! Paths that are no text files: the program answers at once and says what is wrong.

use std::ffi::{OsStr, OsString};
use std::fs::{self, Permissions};
use std::io::Write;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::support::bench::Bench;
use crate::support::skip;

/// A sound profile of the bundled comparison.
const MINE: &str = "Profile(format: 1, comparison: \"jewelry\", name: \"mine\", stances: {\"handmade/uniqueness\": (weight: 9)})\n";

const NOT_REGULAR: &str = "it is no regular file";

/// What reads a file whose path comes last.
const READERS: [&[&str]; 3] = [&["check"], &["report"], &["report", "--profile-file"]];

/// The path is refused by whatever reads files, with one message that names it and says this.
#[track_caller]
fn assert_refused(bench: &Bench, path: impl AsRef<OsStr>, why: &str) {
    let path = path.as_ref();
    for reader in READERS {
        let what = format!("{reader:?} {}", path.display());
        let args: Vec<&OsStr> = reader.iter().map(OsStr::new).chain([path]).collect();
        let said = bench.run(&args).refused(1);
        let refusal = said.lines().next().and_then(|line| line.strip_prefix("error: "));
        assert!(refusal.is_some_and(|refusal| refusal.contains(why)), "{what}: {said}");
        // A check says at its end how many files were bad.
        let messages: Vec<&str> = said.lines().filter(|line| line.starts_with("error: ")).collect();
        let counted = messages.last() == Some(&"error: 1 of 1 files can't be used");
        assert_eq!(messages.len(), 1 + usize::from(reader == ["check"]), "{what}: {messages:?}");
        assert_eq!(counted, reader == ["check"], "{what}: {messages:?}");
        assert!(said.len() < 2_000, "{what}: the message is {} bytes long", said.len());
    }
}

#[test]
fn a_pipe_that_nobody_writes_is_not_waited_for() {
    let bench = Bench::new();
    let made = Command::new("mkfifo").arg(bench.path().join("pipe")).status();
    if !made.is_ok_and(|status| status.success()) {
        skip("mkfifo can't be run");
        return;
    }
    assert_refused(&bench, "pipe", NOT_REGULAR);
}

#[test]
fn devices_are_refused() {
    let bench = Bench::new();
    for device in ["/dev/zero", "/dev/null", "/dev/random", "/dev/full"] {
        if Path::new(device).exists() {
            assert_refused(&bench, device, NOT_REGULAR);
        } else {
            skip(&format!("there is no {device} here"));
        }
    }
}

#[test]
fn a_folder_is_refused() {
    let bench = Bench::new();
    for path in [".", "/", ".."] {
        assert_refused(&bench, path, NOT_REGULAR);
    }
}

#[test]
fn a_socket_is_refused() {
    let bench = Bench::new();
    let listener = UnixListener::bind(bench.path().join("socket")).expect("a socket");
    // A socket can't even be opened; the system says so in its own words.
    assert_refused(&bench, "socket", "can't read: ");
    drop(listener);
}

#[test]
fn links_that_lead_nowhere_are_refused() {
    let bench = Bench::new();
    symlink("loop", bench.path().join("loop")).expect("a link");
    assert_refused(&bench, "loop", "can't read: ");
    symlink("nowhere", bench.path().join("dangling")).expect("a link");
    assert_refused(&bench, "dangling", "can't read: ");
    symlink("/dev/zero", bench.path().join("endless")).expect("a link");
    assert_refused(&bench, "endless", NOT_REGULAR);
}

#[test]
fn a_link_to_a_sound_file_is_followed() {
    let bench = Bench::new();
    bench.write("jewelry.ron", touchstone::JEWELRY);
    bench.write("mine.ron", MINE);
    for name in ["jewelry", "mine"] {
        symlink(format!("{name}.ron"), bench.path().join(name)).expect("a link");
    }
    for args in [["check", "jewelry"].as_slice(), &["report", "--profile-file", "mine"]] {
        bench.run(args).done();
    }
}

#[test]
fn an_unreadable_file_is_refused() {
    let bench = Bench::new();
    let path = bench.path().join("secret.ron");
    bench.write(&path, touchstone::JEWELRY);
    fs::set_permissions(&path, Permissions::from_mode(0o000)).expect("a mode");
    if fs::read(&path).is_ok() {
        skip("this user may read everything");
        return;
    }
    assert_refused(&bench, "secret.ron", "can't read: ");
}

#[test]
fn a_name_that_is_no_utf_8_is_a_name() {
    let bench = Bench::new();
    let name = OsString::from_vec(b"jewel\xff\x1b[31m.ron".to_vec());
    assert_refused(&bench, &name, ": jewel");
    if fs::write(bench.path().join(&name), touchstone::JEWELRY).is_err() {
        skip("this file system takes no such name");
        return;
    }
    let out = bench.run(&[OsStr::new("check"), &name]).done();
    assert!(!out.contains('\u{1b}'), "{out:?}");
    bench.write(&name, "Comparison(");
    assert_refused(&bench, &name, "");
}

#[test]
fn files_of_the_system_about_itself_are_refused() {
    let bench = Bench::new();
    for path in ["/proc/self/mem", "/proc/self/pagemap", "/proc/self/cmdline", "/proc/self/environ"] {
        if Path::new(path).exists() {
            assert_refused(&bench, path, "");
        } else {
            skip(&format!("there is no {path} here"));
        }
    }
}

#[test]
fn a_growing_file_is_refused_as_too_large() {
    let bench = Bench::new();
    let mut file = fs::File::create(bench.path().join("growing.ron")).expect("a file");
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
        assert_refused(&bench, "growing.ron", "it is larger than ");
        done.store(true, Ordering::Relaxed);
    });
}

#[test]
fn a_path_through_a_file_or_too_long_a_one_is_refused() {
    let bench = Bench::new();
    bench.write("jewelry.ron", touchstone::JEWELRY);
    assert_refused(&bench, "jewelry.ron/inner.ron", "jewelry.ron/inner.ron");
    assert_refused(&bench, "jewelry.ron/", "jewelry.ron/");
    assert_refused(&bench, "x".repeat(300), "can't read: ");
    assert_refused(&bench, "x/".repeat(3_000), "can't read: ");
}

#[test]
fn files_that_are_no_text_are_named_as_such() {
    let bench = Bench::new();
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
        bench.write(name, content);
        assert_refused(&bench, name, &format!("can't read: {why}: {name}"));
    }
}

#[test]
fn a_file_may_end_in_a_comment_without_a_line_end() {
    let bench = Bench::new();
    bench.write("jewelry.ron", format!("{}// the end", touchstone::JEWELRY));
    bench.write("mine.ron", format!("{MINE}// the end"));
    for args in [["check", "jewelry.ron"].as_slice(), &["report", "--profile-file", "mine.ron"]] {
        bench.run(args).done();
    }
}

#[test]
fn files_with_nothing_in_them_are_refused() {
    let bench = Bench::new();
    for content in ["", "\u{feff}", "\n\n", "// nothing\n", "\0\0\0\0"] {
        bench.write("empty.ron", content);
        assert_refused(&bench, "empty.ron", "empty.ron:");
    }
}
