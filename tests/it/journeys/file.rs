//! The file of the comparison is changed by an editor or elsewhere while it is open.

use std::fs;

use crossterm::event::Event;
use insta::assert_snapshot;
use touchstone::program::Flow;
use touchstone::weight::Weight;

use crate::support::journey::Journey;
use crate::support::profile_file;

const FLAT: &str = r#"Comparison(
    id: "flat",
    title: "Which flat?",
    alternatives: [
        (name: "Old flat", pros: ["Cheap", "Near work"], cons: ["Noisy"]),
        (name: "New flat", pros: ["Balcony"], cons: [
            (id: "dear", title: "Dear"),
        ]),
    ],
    presets: [(id: "thrifty", name: "Thrifty", weights: {"old-flat/cheap": 9})],
)
"#;

fn flat() -> Journey {
    Journey::on_file(FLAT)
}

/// What the profile says of a claim.
#[track_caller]
fn weight(journey: &Journey, id: &str) -> Option<u8> {
    let explorer = journey.explorer();
    let claim = explorer.comparison().claim_with_id(id).expect("a known claim");
    explorer.stance(claim).weight.map(Weight::points)
}

/// The full id of the claim under the cursor.
fn under_cursor(journey: &Journey) -> Option<String> {
    let explorer = journey.explorer();
    explorer.cursor().claim.map(|claim| explorer.comparison().full_id(claim).to_owned())
}

/// What was said last.
fn notice(journey: &Journey) -> &str {
    journey.explorer().notice().map_or("", |notice| notice.text.as_str())
}

#[test]
fn the_editor_is_asked_for_the_line_under_the_cursor() {
    for (keys, line) in [("", 5), ("END", 5), ("RIGHT", 6), ("RIGHT END", 7)] {
        let mut journey = flat().press(keys);
        assert_eq!(journey.edit(Ok(()), |_| {}), line, "{keys}");
        assert_eq!(notice(&journey), "Nothing was changed");
    }
    let nothing = FLAT.replace("\"Cheap\", \"Near work\"", "").replace("\"Noisy\"", "");
    let mut journey = Journey::on_file(&nothing.replace("\"old-flat/cheap\": 9", ""));
    assert_eq!(journey.edit(Ok(()), |_| {}), 1);
}

#[test]
fn a_comparison_without_a_file_has_nothing_to_edit() {
    let mut journey = Journey::on(FLAT).press("9 E");
    assert_eq!(
        notice(&journey),
        "It has no file of its own yet; saved in one, it can be opened in your editor"
    );
    assert_eq!(journey.focus(), Flow::Idle);
    assert!(notice(&journey).starts_with("It has no file"));
}

#[test]
fn weights_and_the_way_back_follow_their_lines() {
    // One in front, one retitled under its id, one gone.
    let changed = FLAT
        .replace("\"Cheap\", ", "\"Large\", (id: \"cheap\", title: \"Rented for twenty years\"), ")
        .replace("\"Balcony\"", "");
    let mut journey = flat().press("9 DOWN 8 RIGHT 7 LEFT END 3 UP");
    assert_eq!(under_cursor(&journey).as_deref(), Some("old-flat/near-work"));
    journey.edit(Ok(()), |file| fs::write(file, &changed).expect("a written file"));
    assert_snapshot!(journey.picture());
    assert_eq!(under_cursor(&journey).as_deref(), Some("old-flat/near-work"));
    for (id, expected) in [("large", None), ("cheap", Some(9)), ("near-work", Some(8)), ("noisy", Some(3))] {
        assert_eq!(weight(&journey, &format!("old-flat/{id}")), expected, "{id}");
    }
    // What was read is a step like any other, and what is there again has what was said of it.
    let journey = journey.press("u");
    assert_eq!(weight(&journey, "new-flat/balcony"), Some(7));
    assert!(journey.explorer().document().unsaved());
    let mut journey = journey.press("CTRL-R");
    assert!(!journey.explorer().document().unsaved());
    journey.write_file(FLAT);
    assert_eq!(journey.focus(), Flow::Changed);
    assert_eq!(weight(&journey, "new-flat/balcony"), Some(7));
    let journey = journey.press("u u u");
    assert_eq!(weight(&journey, "old-flat/noisy"), None);
    let journey = journey.press("CTRL-R CTRL-R CTRL-R CTRL-R");
    assert_eq!(weight(&journey, "old-flat/noisy"), Some(3));
    assert_eq!(notice(&journey), "Nothing to redo");
}

#[test]
fn the_cursor_stays_about_where_it_was_when_its_line_is_gone() {
    let rows = [
        ("DOWN", "\"Near work\"", "old-flat/noisy"),
        ("END", "\"Noisy\"", "old-flat/near-work"),
        ("RIGHT", "\"Balcony\"", "new-flat/dear"),
    ];
    for (keys, gone, there) in rows {
        let mut journey = flat().press(keys);
        journey.write_file(&FLAT.replace(gone, ""));
        journey.focus();
        assert_eq!(under_cursor(&journey).as_deref(), Some(there), "{keys}");
    }
    let mut journey = flat().press("RIGHT");
    journey.write_file(&FLAT.replace("New flat", "Cabin"));
    journey.focus();
    assert_eq!(under_cursor(&journey).as_deref(), Some("old-flat/cheap"));
}

#[test]
fn what_is_unsaved_stays_so_and_saves_as_ever() {
    let journey = flat().press("9 s 'mine' ENTER DOWN 8");
    let mut journey = journey;
    journey.write_file(&FLAT.replace("\"Cheap\"", "\"Large\", \"Cheap\"").replace("\"Noisy\"", ""));
    journey.focus();
    assert!(journey.explorer().unsaved());
    let journey = journey.press("BACKSPACE");
    assert!(!journey.explorer().unsaved());
    let journey = journey.press("3 s");
    assert_eq!(notice(&journey), "Saved as mine");
    let mut journey = journey.start_again();
    assert_eq!(weight(&journey, "old-flat/cheap"), Some(9));
    assert_eq!(weight(&journey, "old-flat/near-work"), Some(3));
    // Unsaved changes are in the draft as lines are counted now.
    journey = journey.press("HOME 2");
    journey.write_file(FLAT);
    journey.focus();
    assert_eq!(journey.keep_draft(), Flow::Idle);
    let journey = journey.start_again();
    assert_eq!(weight(&journey, "old-flat/cheap"), Some(9));
}

#[test]
fn a_file_with_another_id_has_profiles_of_its_own() {
    let mut journey = flat().press("9 s 'mine' ENTER DOWN 8");
    journey.write_file(&FLAT.replace("id: \"flat\"", "id: \"flats\""));
    journey.focus();
    assert_snapshot!(journey.text());
    assert!(journey.explorer().unsaved());
    assert_eq!(journey.keep_draft(), Flow::Idle);
    let of = |id: &str| profile_file(journey.data(), "mine").to_string_lossy().replace("jewelry", id);
    let (old, new) = (of("flat"), of("flats"));
    let before = fs::read_to_string(&old).expect("the profile of the other");
    let journey = journey.start_again();
    assert_eq!(
        (weight(&journey, "old-flat/cheap"), weight(&journey, "old-flat/near-work")),
        (Some(9), Some(8))
    );
    let journey = journey.press("s");
    assert_eq!(notice(&journey), "Saved as mine");
    assert_eq!(fs::read_to_string(&old).expect("still there"), before);
    assert!(fs::read_to_string(&new).expect("the new one").contains("comparison: \"flats\""));
    // Nothing is left that nobody needs.
    assert!(!journey.data().join("profiles/flat/.drafts").exists());
}

#[test]
fn what_can_not_be_loaded_is_told_and_changes_nothing() {
    let rows = [
        (
            "Comparisons(",
            "Line 1, column 1 of the file: expected Comparison(...)",
            "file has a problem: line 1",
        ),
        (
            &FLAT.replace("title: \"Which flat?\"", "titel: \"Which flat?\""),
            "Line 1, column 1 of the file: the field `title` is missing",
            "file has a problem: line 1",
        ),
        (&FLAT.replace("\"Balcony\"", "7"), "Line 6, column 35 of the file: ", "file has a problem: line 6"),
    ];
    for (text, said, mark) in rows {
        let mut journey = flat().press("9");
        let before = journey.explorer().comparison().clone();
        journey.write_file(text);
        assert_eq!(journey.focus(), Flow::Changed);
        assert!(notice(&journey).starts_with(said), "{}", notice(&journey));
        assert_eq!(*journey.explorer().comparison(), before);
        assert_eq!(fs::read_to_string(journey.file()).expect("a file"), text);
        // It is told once, and again whenever an editor leaves it so.
        let journey = journey.press("DOWN");
        assert_eq!(notice(&journey), "");
        assert!(journey.text().lines().next().expect("a header").contains(mark), "{}", journey.text());
        let mut journey = journey;
        assert_eq!(journey.focus(), Flow::Idle);
        assert_eq!(notice(&journey), "");
        journey.edit(Ok(()), |_| {});
        assert!(notice(&journey).starts_with(said), "{}", notice(&journey));
        journey.write_file(FLAT);
        journey.focus();
        assert_eq!(notice(&journey), "The file is in order again");
        assert!(!journey.text().contains(mark));
        assert_eq!(weight(&journey, "old-flat/cheap"), Some(9));
    }
}

#[test]
fn a_problem_is_marked_on_screens_of_all_widths() {
    let mut journey = flat().press("9 s 'mine' ENTER 8");
    journey.write_file(&FLAT.replace("\"Balcony\"", "7"));
    journey.focus();
    let mut headers = String::new();
    for (columns, rows) in [(120, 40), (80, 24), (60, 20), (40, 14)] {
        journey.resize(columns, rows);
        let text = journey.text();
        headers.extend([
            text.lines().next().expect("a header"),
            "\n",
            text.lines().last().expect("a footer"),
            "\n",
        ]);
    }
    assert_snapshot!(headers);
}

#[test]
fn a_file_that_is_gone_or_no_text_is_told() {
    let mut journey = flat();
    fs::remove_file(journey.file()).expect("a removed file");
    journey.focus();
    assert_eq!(notice(&journey), "The file is gone; this is what was in it");
    assert!(journey.text().contains("file is gone"));
    assert_eq!(journey.edit(Ok(()), |_| {}), 1);
    fs::write(journey.file(), b"\xff\xfeC\0o\0").expect("a written file");
    journey.focus();
    assert!(notice(&journey).starts_with("can't read: it is UTF-16 text; save it as UTF-8"));
    assert!(journey.text().contains("file can't be read"));
    journey.write_file(FLAT);
    journey.focus();
    assert_eq!(notice(&journey), "The file is in order again");
}

#[test]
fn a_file_that_is_gone_is_unsaved() {
    let mut journey = flat();
    fs::remove_file(journey.file()).expect("a removed file");
    journey.focus();
    let journey = journey.press("q");
    assert!(journey.text().contains("What you wrote is not saved"), "{}", journey.text());
    let journey = journey.press("ESC s");
    assert_eq!(fs::read_to_string(journey.file()).expect("a file"), FLAT);
    assert!(!journey.text().contains("file is gone"), "{}", journey.text());
}

#[test]
fn a_file_that_is_found_gone_on_leaving_is_asked_about() {
    let journey = flat();
    fs::remove_file(journey.file()).expect("a removed file");
    let journey = journey.press("q");
    assert!(!journey.has_left());
    assert!(journey.text().contains("What you wrote is not saved"), "{}", journey.text());
    let journey = journey.press("s");
    assert!(journey.has_left());
    assert_eq!(fs::read_to_string(journey.file()).expect("a file"), FLAT);
}

#[test]
fn a_file_that_is_back_with_another_text_is_a_conflict() {
    let mut journey = flat().press("t CTRL-U 'Mine?' ENTER");
    fs::remove_file(journey.file()).expect("a removed file");
    journey.focus();
    journey.write_file(&FLAT.replace("Noisy", "Very noisy"));
    journey.focus();
    assert!(!journey.text().contains("file is gone"), "{}", journey.text());
    let journey = journey.press("s");
    assert!(journey.text().contains("Changed elsewhere"), "{}", journey.text());
}

#[test]
fn what_another_program_wrote_is_kept_after_a_kill_too() {
    let mut journey = flat();
    let theirs = FLAT.replace("Noisy", "Very noisy");
    journey.write_file(&theirs);
    journey.focus();
    let mut journey = journey.press("u");
    journey.keep_draft();
    let journey = journey.start_again().press("s");
    let mut kept = journey.file().as_os_str().to_owned();
    kept.push(".bak");
    assert_eq!(fs::read_to_string(kept).expect("a text"), theirs);
}

#[test]
fn an_editor_that_fails_and_damages_the_file_leaves_the_damage_said() {
    let mut journey = flat();
    journey.edit(Err("The editor vi failed with code 1"), |file| fs::write(file, "x(").expect("written"));
    assert!(notice(&journey).starts_with("Line 1, column"), "{}", notice(&journey));
}

#[test]
fn what_was_not_read_because_of_changes_here_is_read_once_they_are_taken_back() {
    let mut journey = flat().press("t CTRL-U 'Mine?' ENTER");
    journey.write_file(&FLAT.replace("Noisy", "Very noisy"));
    journey.focus();
    assert!(notice(&journey).starts_with("The file was changed elsewhere"));
    let journey = journey.press("u");
    assert!(journey.text().contains("Very noisy"), "{}", journey.text());
    assert!(notice(&journey).starts_with("Read the file again"), "{}", notice(&journey));
}

#[test]
fn what_another_program_wrote_is_kept_when_it_is_written_over() {
    let mut journey = flat();
    let theirs = FLAT.replace("Noisy", "Very noisy");
    journey.write_file(&theirs);
    journey.focus();
    let journey = journey.press("u s");
    assert_eq!(fs::read_to_string(journey.file()).expect("a file"), FLAT);
    let mut kept = journey.file().as_os_str().to_owned();
    kept.push(".bak");
    assert_eq!(fs::read_to_string(kept).expect("a text"), theirs);
}

#[test]
fn a_file_that_is_mended_while_there_are_changes_here_is_said_to_be() {
    let mut journey = flat().press("t CTRL-U 'Mine?' ENTER");
    journey.write_file("garbage");
    journey.focus();
    assert!(journey.text().contains("file has a problem"), "{}", journey.text());
    journey.write_file(FLAT);
    journey.focus();
    assert!(!journey.text().contains("file has a problem"), "{}", journey.text());
    assert_eq!(notice(&journey), "The file is again what it was");
    let mut journey = journey;
    journey.write_file("garbage");
    journey.focus();
    let journey = journey.press("s o");
    assert!(!journey.text().contains("file has a problem"), "{}", journey.text());
}

#[test]
fn an_editor_that_fails_is_told_and_what_it_wrote_is_taken_over() {
    let mut journey = flat();
    let changed = FLAT.replace("Balcony", "Garden");
    journey.edit(Err("The editor vi failed with code 1"), |file| {
        fs::write(file, changed).expect("a written file");
    });
    assert_eq!(
        notice(&journey),
        "The editor vi failed with code 1, and changed the file, which was read again"
    );
    assert!(journey.text().contains("Garden"));
}

#[test]
fn the_focus_alone_changes_nothing() {
    let mut journey = flat().press("9 u");
    let before = (journey.screen().clone(), notice(&journey).to_owned());
    for event in [Event::FocusLost, Event::FocusGained, Event::FocusGained] {
        assert_eq!(journey.send(event), Flow::Idle);
    }
    assert_eq!((journey.screen().clone(), notice(&journey).to_owned()), before);
    assert!(before.1.starts_with("Undone"));
}

#[test]
fn what_is_open_over_the_panes_is_finished_before_the_file_is_read() {
    for (open, close) in
        [("w", "ESC"), ("i", "ESC"), ("p", "ESC"), ("?", "ESC"), ("S 'a'", "ESC"), ("9 q", "ESC")]
    {
        let mut journey = flat().press(open);
        journey.write_file(&FLAT.replace("Balcony", "Garden"));
        let before = journey.screen().clone();
        assert_eq!(journey.focus(), Flow::Idle);
        assert_eq!(*journey.screen(), before, "{open}");
        let journey = journey.press(close);
        assert_eq!(notice(&journey), "Read the file again", "{open}");
        assert!(journey.text().contains("Garden"));
    }
}

#[test]
fn a_preset_that_is_open_is_called_so_as_long_as_the_file_has_it() {
    let mut journey = flat().press("p ENTER");
    assert!(journey.text().lines().next().expect("a header").contains("Thrifty"));
    journey.write_file(&FLAT.replace("\"Thrifty\"", "\"Saving\""));
    journey.focus();
    assert!(journey.text().lines().next().expect("a header").contains("Saving"));
    journey.write_file(&FLAT.replace("id: \"thrifty\"", "id: \"other\""));
    journey.focus();
    assert!(journey.text().lines().next().expect("a header").contains("new profile"));
    assert_eq!(weight(&journey, "old-flat/cheap"), Some(9));
}
