//! Lock files that are none: whatever is in their place is never waited for.

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

use touchstone::store::Over;

use super::shelf::{self, NEW, OLD, Shelf, Site, text};
use crate::support::skip;

/// Puts something in the place of the lock of the profile; saving must fail at once and say so.
#[track_caller]
fn assert_refused(what: &str, put: impl FnOnce(&Path)) {
    let shelf = Shelf::stocked();
    fs::remove_file(shelf.lock_file()).expect("it is removed");
    put(&shelf.lock_file());
    let new = shelf::profile(&shelf.comparison, NEW);
    let error = shelf.store.save(&shelf::name(), &new, &Over::Known(text(OLD))).expect_err(what).to_string();
    assert!(error.ends_with(&shelf.lock_file().display().to_string()), "{what}: {error}");
    for error in [
        shelf.store.delete(&shelf::name()).expect_err(what),
        shelf.store.bring_back(&shelf::name()).expect_err(what),
    ] {
        assert!(error.to_string().contains(".lock"), "{what}: {error}");
    }
    assert_eq!(shelf.read(), text(OLD), "{what}");
}

#[test]
fn a_pipe_in_place_of_a_lock_is_refused() {
    if !Command::new("mkfifo").arg("--version").output().is_ok_and(|output| output.status.success()) {
        skip("mkfifo can't be run");
        return;
    }
    assert_refused("a pipe", |lock| {
        assert!(Command::new("mkfifo").arg(lock).status().expect("it runs").success());
    });
}

#[test]
fn a_device_a_folder_or_a_socket_in_place_of_a_lock_is_refused() {
    for device in ["/dev/zero", "/dev/null", "/dev/tty"] {
        assert_refused(device, |lock| symlink(device, lock).expect("a link"));
    }
    assert_refused("a link to nothing", |lock| {
        symlink(lock.with_extension("elsewhere"), lock).expect("a link");
    });
    assert_refused("a folder", |lock| fs::create_dir(lock).expect("a folder"));
    let mut listeners = Vec::new();
    assert_refused("a socket", |lock| {
        // The path of a socket may not be long.
        let socket = lock.with_file_name("s");
        listeners.push(UnixListener::bind(&socket).expect("a socket"));
        fs::rename(socket, lock).expect("it is moved");
    });
}
