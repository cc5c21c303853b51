//! `E`: the person's own editor has the terminal, and what it leaves in the file is taken over.

pub(super) mod desk;
mod jobs;

use std::fs;

use desk::{Desk, FLAT, READS_A_LINE, edit};

use super::{quit, wait_for_panes, wait_until_unsaved};
use crate::support::process::{is_visible, wait_until};
use crate::support::terminal::{Terminal, WIDE};

#[test]
fn the_editor_has_the_terminal_and_every_key_and_the_line_under_the_cursor() {
    let desk = Desk::new(READS_A_LINE);
    let terminal = desk.open();
    let taken = terminal.modes();
    terminal.press("DOWN");
    for round in 0..20 {
        edit(&terminal);
        // As it was before the program: no raw mode, the screen of the shell, no reports of the focus.
        terminal.wait_until_given_back();
        let typed = format!("{round}: qjk9u?E and what else means something to the program");
        terminal.type_text(&format!("{typed}\n"));
        terminal.wait_for("Nothing was changed");
        assert_eq!(desk.note("typed"), typed);
        assert_eq!(desk.note("arguments"), format!("+7\n{}\n", desk.path()));
        assert_eq!(terminal.modes(), taken);
        // All is drawn anew, and the next key is the program's again.
        wait_for_panes(&terminal);
        terminal.press("?");
        terminal.wait_for("Keys and signs");
        terminal.press("?");
        terminal.wait_until_gone("Keys and signs");
    }
    quit(terminal);
}

#[test]
fn what_the_editor_wrote_is_shown_and_what_was_weighed_follows() {
    let desk = Desk::new(&format!("{READS_A_LINE}\ncat new >\"$2\""));
    // One line is retitled under its id, another comes before it.
    let changed =
        FLAT.replace("\"Near work\"", "\"Quiet\", (id: \"near-work\", title: \"Five minutes to work\")");
    desk.write("new", &changed);
    let mut terminal = desk.open();
    terminal.press("DOWN 9");
    wait_until_unsaved(&terminal);
    edit(&terminal);
    terminal.type_text("\n");
    terminal.wait_for("Read the file again");
    let screen = terminal.screen();
    assert!(super::line(&screen, "Five minutes to work").contains(" 9 "), "{screen}");
    assert!(screen.contains("Quiet") && !screen.contains("Near work"), "{screen}");
    // Undo takes back what was read, and then finds what was done before.
    terminal.press("u");
    terminal.wait_for("Undone: what the file says");
    terminal.press("u");
    terminal.wait_for("Undone: Near work is open again");
    terminal.press("q");
    terminal.wait_for("discard");
    terminal.press("d");
    assert_eq!(terminal.exit_status(), Ok(0));
}

#[test]
fn an_editor_that_fails_is_told_and_loses_nothing() {
    let desk = Desk::new("exit 3");
    let terminal = desk.open();
    terminal.press("9");
    wait_until_unsaved(&terminal);
    terminal.press("E");
    terminal.wait_for("The editor vi failed with code 3");
    assert!(super::line(&terminal.screen(), "Cheap").contains(" 9 "), "{}", terminal.screen());
    terminal.press("u");
    terminal.wait_for("Undone");
    quit(terminal);
}

#[test]
fn an_editor_that_is_not_there_is_told() {
    let desk = Desk::new("");
    let terminal = desk.open_with("EDITOR", "/nowhere/nosuch --wait");
    terminal.press("E");
    terminal.wait_for("There is no editor nosuch; VISUAL or EDITOR says which one to start");
    wait_for_panes(&terminal);
    quit(terminal);
}

#[test]
fn visual_counts_before_editor_and_may_have_arguments_in_quotes() {
    let desk = Desk::new(READS_A_LINE);
    let editor = format!("{} 'two words' ", desk.editor());
    let env = [("EDITOR", "/nowhere/nosuch"), ("VISUAL", &editor)];
    let terminal = Terminal::start(WIDE, &[desk.path()], &env, desk.data());
    wait_for_panes(&terminal);
    edit(&terminal);
    terminal.type_text("\n");
    terminal.wait_for("Nothing was changed");
    assert_eq!(desk.note("arguments"), format!("two words\n+6\n{}\n", desk.path()));
    quit(terminal);
}

#[test]
fn an_editor_gets_the_terminal_also_where_the_program_reads_something_else() {
    let desk = Desk::new(READS_A_LINE);
    let env = [("EDITOR", &*desk.editor())];
    let script = r#"exec "$0" "$1" </dev/null"#;
    let terminal = Terminal::start_in_shell(script, &[desk.path()], &env, desk.data());
    wait_for_panes(&terminal);
    edit(&terminal);
    terminal.type_text("to the editor\n");
    terminal.wait_for("Nothing was changed");
    assert_eq!(desk.note("typed"), "to the editor");
    quit(terminal);
}

#[test]
fn a_file_that_the_editor_damaged_is_told_until_it_is_mended() {
    let desk = Desk::new(&format!("{READS_A_LINE}\n[ ! -f new ] || cat new >\"$2\""));
    let terminal = desk.open();
    terminal.press("DOWN 9");
    wait_until_unsaved(&terminal);
    let damaged = FLAT.replace("\"Balcony\"", "7");
    desk.write("new", &damaged);
    edit(&terminal);
    terminal.type_text("\n");
    let mark = "file has a problem: line 9";
    terminal.wait_for(mark);
    terminal.wait_for("Line 9, column 35 of the file: ");
    // The next key takes the message with it, but not the mark; what was there stays.
    terminal.press("DOWN");
    terminal.wait_until_gone("Line 9, column 35 of the file: ");
    let screen = terminal.screen();
    assert!(super::header(&screen).contains(mark), "{screen}");
    assert!(super::line(&screen, "Near work").contains(" 9 ") && screen.contains("Balcony"), "{screen}");
    assert_eq!(fs::read_to_string(desk.path()).unwrap(), damaged);
    // It opens where the problem is, and says so again if that is left as it is.
    edit(&terminal);
    terminal.type_text("\n");
    terminal.wait_for("Line 9, column 35 of the file: ");
    assert_eq!(desk.note("arguments"), format!("+9\n{}\n", desk.path()));
    desk.write("new", FLAT);
    edit(&terminal);
    terminal.type_text("\n");
    terminal.wait_for("The file is in order again");
    let screen = terminal.screen();
    assert!(!screen.contains(mark) && super::line(&screen, "Near work").contains(" 9 "), "{screen}");
    terminal.press("u");
    terminal.wait_for("Undone");
    quit(terminal);
}

#[test]
fn a_draft_is_on_disk_while_the_editor_runs() {
    let desk = Desk::new(READS_A_LINE);
    let terminal = desk.open();
    terminal.type_text("9E");
    terminal.wait_for(desk::READY);
    terminal.process().signal("KILL");
    let mut terminal = terminal;
    assert_eq!(terminal.exit_status(), Err("Killed".to_owned()));
    // The shell of a person would have the keys now.
    drop(terminal);
    let terminal = desk.open();
    terminal.wait_for("Brought back what was not saved");
    assert!(super::line(&terminal.screen(), "Cheap").contains(" 9 "), "{}", terminal.screen());
}

#[test]
fn the_bundled_comparison_has_no_file_to_open() {
    let desk = Desk::new(READS_A_LINE);
    let terminal = Terminal::start(WIDE, &[], &[("EDITOR", &desk.editor())], desk.data());
    wait_for_panes(&terminal);
    terminal.press("E");
    terminal.wait_for("It has no file of its own yet");
    quit(terminal);
}

#[test]
fn a_new_size_meanwhile_is_drawn_to_afterwards() {
    let desk = Desk::new(READS_A_LINE);
    let terminal = desk.open();
    edit(&terminal);
    terminal.resize((20, 5));
    terminal.type_text("\n");
    terminal.wait_for("Window too small");
    terminal.resize(WIDE);
    wait_for_panes(&terminal);
    quit(terminal);
}

#[test]
fn half_a_key_right_behind_e_keeps_the_editor_from_starting_and_freezes_nothing() {
    if !is_visible() {
        return;
    }
    let desk = Desk::new(READS_A_LINE);
    let terminal = Terminal::start(
        WIDE,
        &[desk.path(), "--profile", "mine"],
        &[("EDITOR", &desk.editor())],
        desk.data(),
    );
    wait_for_panes(&terminal);
    terminal.press("9");
    wait_until_unsaved(&terminal);
    let lock = desk.lock("mine");
    // While it tries again and again to get the lock it takes no key, so the thread that reads them is ahead of it.
    for text in ["s", "E", "\x1b["] {
        let before = terminal.process().naps();
        terminal.type_text(text);
        wait_until("it waits for the lock", || terminal.process().naps() > before + 8);
    }
    terminal.wait_for("Half of a key came in just now, so no editor was started");
    drop(lock);
    // The other half: an arrow.
    terminal.type_text("B");
    terminal.wait_until_gone("Half of a key came in just now");
    edit(&terminal);
    assert_eq!(desk.note("arguments"), format!("+7\n{}\n", desk.path()));
    terminal.type_text("all of this\n");
    terminal.wait_for("Nothing was changed");
    assert_eq!(desk.note("typed"), "all of this");
    terminal.press("s");
    terminal.wait_for("Saved as mine");
    quit(terminal);
}
