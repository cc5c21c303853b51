//! The mouse in a real terminal: what is asked of it, what it does, and that it is given back.

use tempfile::tempdir;

use super::{explore, is_unsaved, line, quit, wait_for_panes};
use crate::support::terminal::{Terminal, WIDE};

/// Reports of presses, of moves while a button is held, and in which form.
const REPORTS: [&str; 3] = ["\x1b[?1000h", "\x1b[?1002h", "\x1b[?1006h"];

/// Reports of every move of the pointer.
const ALL_MOVES: &str = "\x1b[?1003h";

fn written(terminal: &Terminal) -> String {
    String::from_utf8_lossy(&terminal.raw_bytes()).into_owned()
}

/// What a terminal sends of a button at the cell where a text begins, `to_the_right` of it.
fn report(terminal: &Terminal, button: u8, text: &str, to_the_right: usize, end: char) -> String {
    let screen = terminal.screen();
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).expect("a line");
    let column = line.chars().count() - line[line.find(text).expect("the text")..].chars().count();
    format!("\x1b[<{button};{};{}{end}", column + to_the_right + 1, row + 1)
}

#[test]
fn presses_drags_and_the_wheel_are_reported_and_no_other_move() {
    let data = tempdir().unwrap();
    let terminal = explore(data.path());
    let all = written(&terminal);
    assert!(REPORTS.iter().all(|report| all.contains(report)), "{all}");
    assert!(!all.contains(ALL_MOVES), "{all}");
    quit(terminal);
}

#[test]
fn the_mouse_is_left_to_the_terminal_where_that_is_wished() {
    let data = tempdir().unwrap();
    for (args, env) in [(&["--no-mouse"][..], &[][..]), (&[], &[("TOUCHSTONE_MOUSE", "0")])] {
        let terminal = Terminal::start(WIDE, args, env, data.path());
        wait_for_panes(&terminal);
        let all = written(&terminal);
        assert!(!all.contains("\x1b[?100") || all.contains("\x1b[?1004h"), "{all}");
        assert!(!REPORTS.iter().any(|report| all.contains(report)), "{all}");
        quit(terminal);
    }
}

#[test]
fn clicks_and_drags_weigh_and_the_key_of_a_hint_can_be_clicked() {
    let data = tempdir().unwrap();
    let terminal = explore(data.path());
    terminal.type_text(&report(&terminal, 0, "Variety", 3, 'M'));
    terminal.wait_for("Variety \u{b7} for Mass-produced");
    let bar = |button, cell, end| {
        let screen = terminal.screen();
        let (row, line) =
            screen.lines().enumerate().find(|(_, line)| line.contains("Variety ")).expect("a line");
        // The last bar of the line is that of the pane on the right.
        let start = ["  ?", "  7", "  3"].into_iter().filter_map(|number| line.rfind(number)).max();
        let start = start.expect("a bar");
        let end_of_bar = line[..start].chars().count();
        format!("\x1b[<{button};{};{}{end}", end_of_bar - 10 + cell, row + 1)
    };
    terminal.type_text(&bar(0, 7, 'M'));
    terminal.wait_until("a weight of 7", |screen| line(screen, "Variety ").contains("  7"));
    terminal.type_text(&(bar(32, 9, 'M') + &bar(32, 3, 'M') + &bar(0, 3, 'm')));
    terminal.wait_until("a weight of 3", |screen| line(screen, "Variety ").contains("  3"));
    assert!(is_unsaved(&terminal.screen()));
    terminal.type_text(&report(&terminal, 0, "u undo", 3, 'M'));
    terminal.wait_until("all is open again", |screen| !is_unsaved(screen));
    quit(terminal);
}

#[test]
fn a_storm_of_the_wheel_is_worked_off_before_what_comes_next() {
    let data = tempdir().unwrap();
    let terminal = explore(data.path());
    let down = report(&terminal, 65, "Craftsmanship", 3, 'M');
    let up = report(&terminal, 64, "Craftsmanship", 3, 'M');
    for _ in 0..100 {
        terminal.type_text(&(down.repeat(50) + &up.repeat(50)));
    }
    terminal.press("9");
    terminal.wait_until("the first line weighed", |screen| line(screen, "Uniqueness ").contains("  9"));
    terminal.press("u");
    terminal.wait_for("Undone");
    quit(terminal);
}

#[test]
fn a_pointer_that_moves_draws_nothing() {
    let data = tempdir().unwrap();
    let terminal = explore(data.path());
    let before = terminal.raw_bytes().len();
    for column in 1..60 {
        terminal.type_text(&format!("\x1b[<35;{column};9M"));
    }
    terminal.press("?");
    terminal.wait_for("Keys and signs");
    let frames = written(&terminal)[before..].matches("\x1b[?2026h").count();
    assert_eq!(frames, 1);
    terminal.press("q");
    wait_for_panes(&terminal);
    quit(terminal);
}

/// A terminal that knows it shows each frame as a whole; others ignore it.
#[test]
fn every_frame_is_marked_as_one() {
    let data = tempdir().unwrap();
    let terminal = explore(data.path());
    terminal.press("9 DOWN");
    terminal.wait_for("\u{258c}\u{25cf} Craftsmanship");
    terminal.press("u");
    terminal.wait_for("Undone");
    let all = written(&terminal);
    let parts: Vec<&str> = all.split("\x1b[?2026h").skip(1).collect();
    assert!(parts.len() > 1);
    for part in &parts {
        let (_, after) = part.split_once("\x1b[?2026l").expect("an end");
        assert!(!after.contains('H'), "{after:?} is in no frame");
    }
    quit(terminal);
}
