//! Weighing, saving, and finding again what was saved.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tempfile::tempdir;
use touchstone::profile::Date;

use super::{
    VERY_WIDE, WIDE, explore, header, is_unsaved, is_untouched, line, profile_file, quit, wait_for_panes,
    wait_until_unsaved,
};
use crate::support::skip;
use crate::support::terminal::Terminal;

#[test]
fn what_is_weighed_shows_at_once_and_is_there_again_after_saving() {
    let data = tempdir().unwrap();
    let terminal = explore(data.path());
    terminal.press("9");
    wait_until_unsaved(&terminal);
    terminal.press("DOWN SPACE RIGHT +");
    terminal.wait_until("the weights", weighed);
    terminal.press("s");
    terminal.wait_for("take this name");
    terminal.type_text("mine");
    terminal.press("ENTER");
    terminal.wait_for("Saved as mine");
    terminal.wait_until("the name in the header", is_mine);
    quit(terminal);

    let text = fs::read_to_string(profile_file(data.path(), "mine")).unwrap();
    assert!(text.contains("\"handmade/uniqueness\": (weight: Some(9))"), "{text}");

    let terminal = Terminal::start(WIDE, &["--profile", "mine"], &[], data.path());
    wait_for_panes(&terminal);
    terminal.wait_until("the saved weights", weighed);
    assert!(is_mine(&terminal.screen()), "{}", terminal.screen());
    quit(terminal);
}

/// Whether the header says that `mine` is open and saved.
fn is_mine(screen: &str) -> bool {
    header(screen).contains(" mine \u{b7} ")
}

/// Whether the claims show what the first journey makes of them.
fn weighed(screen: &str) -> bool {
    line(screen, "Uniqueness").contains(" 9 ")
        && line(screen, "Craftsmanship").contains(" off ")
        && line(screen, "Variety").contains(" 6 ")
}

/// The day is that of the place: 14 hours ahead of Greenwich it is always another than 12 behind.
#[test]
fn what_is_decided_has_the_day_of_the_place() {
    let [east, west] = ["EAST-14", "WEST12"].map(|zone| {
        let data = tempdir().unwrap();
        let terminal = Terminal::start(WIDE, &["--profile", "mine"], &[("TZ", zone)], data.path());
        wait_for_panes(&terminal);
        terminal.press("9 i d");
        terminal.wait_for("Which one did you choose?");
        terminal.press("ENTER");
        terminal.wait_for("Because");
        terminal.type_text("It lasts\r");
        terminal.wait_for("Written down that you chose Handmade");
        terminal.press("ESC");
        terminal.wait_until_gone("Insight");
        terminal.press("s");
        terminal.wait_for("Saved as mine");
        terminal.wait_for("you chose Handmade at 79; still so");
        quit(terminal);
        let text = fs::read_to_string(profile_file(data.path(), "mine")).unwrap();
        assert!(text.contains("why: \"It lasts\""), "{text}");
        let day = text.split(" on: \"").nth(1).and_then(|rest| rest.split('"').next());
        Date::read(day.unwrap()).unwrap()
    });
    assert!(east > west, "{east} {west}");
}

#[test]
fn a_pasted_text_is_never_commands() {
    let data = tempdir().unwrap();
    let terminal = explore(data.path());
    terminal.paste("9 q dd\rs\ny q");
    // All that the paste could have done would have happened before this key.
    terminal.press("DOWN");
    terminal.wait_for("Time-honored");
    let screen = terminal.screen();
    assert!(!is_unsaved(&screen), "{screen}");
    quit(terminal);
    assert!(is_untouched(data.path()));
}

#[test]
fn a_pasted_text_becomes_the_name() {
    let data = tempdir().unwrap();
    let terminal = explore(data.path());
    terminal.press("9 s");
    terminal.wait_for("take this name");
    terminal.paste("Quiet queen");
    terminal.wait_for("Name  Quiet queen");
    terminal.press("ENTER");
    terminal.wait_for("Saved as Quiet queen");
    quit(terminal);
    assert!(profile_file(data.path(), "quiet queen").is_file());
}

#[test]
fn a_data_folder_that_is_a_file_keeps_the_edit_in_memory_and_says_why() {
    let temporary = tempdir().unwrap();
    let data = temporary.path().join("data");
    fs::write(&data, "not a folder").unwrap();
    assert_save_fails(&data, "Not a directory");
    assert_eq!(fs::read_to_string(&data).unwrap(), "not a folder");
}

#[test]
fn a_data_folder_that_is_read_only_keeps_the_edit_in_memory_and_says_why() {
    let data = tempdir().unwrap();
    fs::set_permissions(data.path(), fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(data.path().join("probe"), "").is_ok() {
        skip("this user may write into read-only folders");
        return;
    }
    assert_save_fails(data.path(), "Permission denied");
    assert!(is_untouched(data.path()));
}

#[track_caller]
fn assert_save_fails(data: &Path, reason: &str) {
    let mut terminal = Terminal::start(VERY_WIDE, &[], &[], data);
    wait_for_panes(&terminal);
    terminal.press("9 s");
    terminal.wait_for("take this name");
    terminal.type_text("mine");
    terminal.press("ENTER");
    terminal.wait_until("why it is not saved", |screen| {
        screen.contains(data.to_str().unwrap()) && screen.contains(reason)
    });
    wait_until_unsaved(&terminal);
    assert!(line(&terminal.screen(), "Uniqueness").contains(" 9 "), "{}", terminal.screen());
    terminal.press("ESC");
    terminal.wait_until_gone("take this name");
    terminal.press("DOWN 0");
    terminal.wait_until("the next weight", |screen| line(screen, "Craftsmanship").contains(" 0 "));
    terminal.press("q");
    terminal.wait_for("discard");
    terminal.press("d");
    assert_eq!(terminal.exit_status(), Ok(0));
    terminal.assert_given_back();
}
