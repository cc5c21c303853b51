//! Signs of ASCII alone: where they are asked for, and in a locale without UTF-8.

use tempfile::tempdir;

use super::{explore, quit, wait_for_panes};
use crate::support::terminal::{Terminal, WIDE};

/// Weighs something, and returns all that was written to draw that.
fn written(args: &[&str], env: &[(&str, &str)]) -> Vec<u8> {
    let data = tempdir().unwrap();
    let terminal = Terminal::start(WIDE, args, env, data.path());
    wait_for_panes(&terminal);
    terminal.press("9 i");
    terminal.wait_for("What is left decides");
    let all = terminal.raw_bytes();
    terminal.press("q u");
    terminal.wait_for("Undone");
    quit(terminal);
    all
}

#[test]
fn where_it_is_asked_for_or_the_locale_has_no_more() {
    for (args, env) in [
        (&["--ascii"][..], &[][..]),
        (&[], &[("LANG", "C")]),
        (&[], &[("LANG", "en_US.UTF-8"), ("LC_CTYPE", "de_DE.ISO-8859-1")]),
        (&[], &[("LANG", "en_US.UTF-8"), ("LC_CTYPE", "C.UTF-8"), ("LC_ALL", "POSIX")]),
    ] {
        let all = written(args, env);
        assert!(all.is_ascii(), "{env:?}: {}", String::from_utf8_lossy(&all));
    }
}

#[test]
fn else_all_signs_are_drawn() {
    for env in [
        &[][..],
        &[("LANG", "de_AT.utf8")],
        &[("LANG", "C"), ("LC_ALL", "en_US.UTF-8")],
        &[("LANG", "C.UTF-8"), ("LC_ALL", ""), ("LC_CTYPE", "")],
    ] {
        assert!(!written(&[], env).is_ascii(), "{env:?}");
    }
}

#[test]
fn a_comparison_begun_in_ascii_is_drawn_so() {
    let data = tempdir().unwrap();
    let terminal = Terminal::start(WIDE, &["new", "--ascii"], &[], data.path());
    terminal.wait_for("What do you want to decide?");
    assert!(terminal.raw_bytes().is_ascii());
    terminal.press("ESC");
    wait_for_panes(&terminal);
    quit(terminal);
}

#[test]
fn colors_are_left_out_where_that_is_wished() {
    let data = tempdir().unwrap();
    let terminal = explore(data.path());
    // Blue, as the first accent is.
    let blue = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("38;5;12;");
    assert!(blue(&terminal.raw_bytes()));
    quit(terminal);
    for env in [("NO_COLOR", "1"), ("CLICOLOR", "0")] {
        assert!(!blue(&written(&[], &[env])), "{env:?}");
    }
    assert!(blue(&written(&[], &[("CLICOLOR", "1")])));
}
