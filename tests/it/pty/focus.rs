//! The window gets the focus: a file that was changed elsewhere is read again.

use std::fs;

use super::editor::desk::{Desk, FLAT};
use super::{header, quit, wait_for_panes};

#[test]
fn a_file_that_was_changed_elsewhere_is_read_again() {
    let desk = Desk::new("");
    let terminal = desk.open();
    fs::write(desk.path(), FLAT.replace("Balcony", "Garden")).unwrap();
    terminal.focus();
    terminal.wait_for("Read the file again");
    let screen = terminal.screen();
    assert!(screen.contains("Garden") && !screen.contains("Balcony"), "{screen}");
    fs::write(desk.path(), "Comparison(").unwrap();
    terminal.focus();
    terminal.wait_for("file has a problem: line 1");
    terminal.wait_for("Garden");
    fs::remove_file(desk.path()).unwrap();
    terminal.focus();
    terminal.wait_for("The file is gone");
    assert!(header(&terminal.screen()).contains("file is gone"), "{}", terminal.screen());
    fs::write(desk.path(), FLAT).unwrap();
    terminal.focus();
    terminal.wait_for("Balcony");
    assert!(!header(&terminal.screen()).contains("file is gone"), "{}", terminal.screen());
    quit(terminal);
}

#[test]
fn the_focus_alone_writes_nothing() {
    let [without, with] = ["", "\x1b[I\x1b[O\x1b[I"].map(|reports| {
        let desk = Desk::new("");
        let mut terminal = desk.open();
        terminal.press("9");
        terminal.wait_for("1 of 4 reasons weighed");
        terminal.type_text(reports);
        terminal.press("DOWN");
        terminal.wait_for("\u{258c}\u{25cf} Near work");
        terminal.press("u");
        terminal.wait_for("Undone");
        wait_for_panes(&terminal);
        terminal.press("q");
        assert_eq!(terminal.exit_status(), Ok(0));
        terminal.raw_bytes()
    });
    assert_eq!(String::from_utf8(with).unwrap(), String::from_utf8(without).unwrap());
}
