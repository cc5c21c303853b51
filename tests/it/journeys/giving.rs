//! What is given to others: the answer copied, a report written into a file.

use std::fs;
use std::path::Path;
use std::process::Command;

use crossterm::event::Event;
use insta::assert_snapshot;
use touchstone::profile::Profile;
use touchstone::program::Flow;
use touchstone::safe_text::SafeText;
use touchstone::store::comparison_file;

use crate::support::bench::{PROGRAM, Ran};
use crate::support::journey::Journey;
use crate::support::keys::keys;

/// What is shown at the bottom.
fn notice(journey: &Journey) -> &str {
    journey.explorer().notice().map_or("", |notice| notice.text.as_str())
}

/// What is wrong with what is typed.
fn problem(journey: &Journey) -> &str {
    match journey.explorer().layer() {
        touchstone::explorer::Layer::Typing(typing) => typing.entry().problem().map_or("", SafeText::as_str),
        _ => "",
    }
}

/// What is copied; nothing if it is refused.
fn copied(journey: &mut Journey) -> Option<String> {
    match journey.send(Event::Key(keys("y").swap_remove(0))) {
        Flow::Copy(text) => Some(text),
        _ => None,
    }
}

/// Writes a report into a file of this name.
fn export(journey: Journey, name: &str) -> Journey {
    journey.press("x CTRL-U").press(&format!("'{name}' ENTER"))
}

fn read(journey: &Journey, name: &str) -> String {
    fs::read_to_string(journey.data().join(name)).expect("a written file")
}

/// The same report as the command line prints it.
fn printed(journey: &Journey, args: &[&str]) -> String {
    let mut command = Command::new(PROGRAM);
    command.arg("report").args(args).arg("--data-dir").arg(journey.data());
    Ran::of(command.output().expect("the program starts")).done()
}

#[test]
fn the_answer_is_copied_with_what_it_rests_on_and_its_heaviest_reasons() {
    let mut journey = Journey::new().press("9 DOWN 6 DOWN DOWN SPACE RIGHT 7");
    assert_snapshot!("copied", copied(&mut journey).expect("a text"));
    assert_eq!(notice(&journey), "Copied the answer, if the terminal lets it");
    let journey = journey.sized(80, 24);
    let said = " Copied the answer, if the terminal lets it; x writes a file";
    assert!(journey.text().contains(said), "{}", journey.text());
    let mut journey = journey.press("i");
    assert!(copied(&mut journey).is_some_and(|text| text.contains("- +9 Uniqueness\n")));
    // It is nothing to take back.
    let journey = journey.press("i u");
    assert!(notice(&journey).starts_with("Undone: "), "{}", notice(&journey));
}

#[test]
fn what_is_not_weighed_is_told_too() {
    let text = copied(&mut Journey::new()).expect("a text");
    assert!(text.contains("Nothing is weighed yet, so nothing is recommended."), "{text}");
    assert!(text.contains("8 reasons not weighed"), "{text}");
}

#[test]
fn what_is_copied_is_safe_and_nothing_in_it_is_live() {
    let hostile = "Comparison(title: \"A\\u{1b}]52;c;eA==\\u{7}\\u{202e}B @team #12\", alternatives: [\
        (name: \"One | `x`\", pros: [(title: \"<b>\\u{9b}31m\\u{feff}\", detail: \"never copied\")]), (name: \"Two\")])";
    let text = copied(&mut Journey::on(hostile).press("9")).expect("a text");
    assert_eq!(&*SafeText::text(&text), text);
    assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}') && !text.contains('\u{9b}'), "{text:?}");
    assert!(text.contains("@<!-- -->team") && text.contains("\\<b\\>"), "{text}");
    assert!(!text.contains("never copied"), "{text}");
}

#[test]
fn what_terminals_do_not_take_is_not_copied() {
    // A thousand reasons are told in a few.
    let many: Vec<String> = (0..500).map(|n| format!("\"Reason {n}\"")).collect();
    let many = many.join(", ");
    let many = format!(
        "Comparison(title: \"T\", alternatives: [(name: \"One\", pros: [{many}]), (name: \"Two\", pros: [{many}])], \
         presets: [(name: \"All\", weights: {{}}, others: Some(7))])"
    );
    let text = copied(&mut Journey::on(&many).press("p ENTER")).expect("a text");
    assert!(text.contains("and 492 more") && text.len() < 4_000, "{text}");

    let long = |side: usize| -> Vec<String> {
        let title = |n: usize| format!("\"{side}{n}{}\"", "\u{6307}".repeat(490));
        (0..8).map(title).collect()
    };
    let sides: Vec<String> =
        (0..8).map(|side| format!("(name: \"{side}\", pros: [{}])", long(side).join(", "))).collect();
    let long = format!(
        "Comparison(title: \"T\", alternatives: [{}], presets: [(name: \"All\", weights: {{}}, others: Some(7))])",
        sides.join(", ")
    );
    let mut journey = Journey::on(&long).press("p ENTER");
    assert_eq!(copied(&mut journey), None);
    assert_eq!(notice(&journey), "The answer is longer than what terminals let programs copy");
    let journey = export(journey, "long.md");
    assert!(read(&journey, "long.md").len() > 90_000);
}

#[test]
fn a_report_is_what_the_command_line_prints() {
    let mut journey = Journey::new().press("9 DOWN 6 RIGHT 7 s 'mine' ENTER");
    for (name, format) in [("a.txt", "text"), ("a.md", "markdown"), ("a.html", "html"), ("a.json", "json")] {
        journey = export(journey, name);
        let file = comparison_file::locate(&journey.data().join(name));
        assert_eq!(notice(&journey), format!("Saved the report in {}", file.display()));
        let expected = printed(&journey, &["--profile", "mine", "--format", format]);
        assert_eq!(read(&journey, name), expected, "{name}");
    }
    // What is not saved is told as it is shown.
    let journey = export(journey.press("0"), "b.txt");
    assert!(read(&journey, "b.txt") != read(&journey, "a.txt"));
    let journey = export(Journey::new().press("p ENTER"), "a.json");
    let preset = journey.explorer().open().preset().expect("a preset").id.clone();
    assert_eq!(read(&journey, "a.json"), printed(&journey, &["--preset", &preset, "--format", "json"]));
}

#[test]
fn a_profile_is_written_to_be_sent_and_comes_back_as_it_was() {
    let journey = export(Journey::new().press("9 DOWN ! s 'Ana' ENTER"), "ana.ron");
    assert!(notice(&journey).starts_with("Saved the profile in "), "{}", notice(&journey));
    let read = Profile::from_ron(&read(&journey, "ana.ron"), journey.explorer().comparison());
    assert_eq!(read.as_ref(), Ok(journey.explorer().profile()));
    // People side by side are no profile.
    let journey = export(journey.press("c"), "ana.ron");
    assert_eq!(problem(&journey), "the name of a report ends with .md, .txt, .html or .json");
}

#[test]
fn a_name_is_proposed_and_an_ending_that_is_none_is_refused_in_place() {
    let journey = Journey::new().sized(80, 24).press("9 x");
    assert_snapshot!("the_file_of_a_report", journey.picture());
    let journey = journey.press("ENTER");
    assert!(notice(&journey).starts_with("Saved the report in "), "{}", notice(&journey));
    assert!(read(&journey, "jewelry.md").starts_with("# Handmade vs. mass-produced jewelry\n"));
    let mut journey = journey;
    for (name, said) in [
        (
            "a.pdf",
            "the name ends with .md, .txt, .html or .json for the answer, and with .ron for the profile",
        ),
        ("a.ron", "a profile to send needs a name; save it under one first"),
        ("", "the file needs a name"),
        ("reports/", "the file needs a name"),
        (".md", "the file needs a name"),
        (" reports/.json ", "the file needs a name"),
    ] {
        journey = export(journey, name);
        assert_eq!(problem(&journey), said, "{name}");
        journey = journey.press("ESC");
    }
    let journey = export(journey, "A.MD");
    assert!(read(&journey, "A.MD").starts_with("# Handmade"));
    let journey = export(journey, "without an ending");
    assert!(read(&journey, "without an ending.md").starts_with("# "));
}

#[test]
fn nothing_is_left_beside_a_report() {
    let journey = export(Journey::new().press("9"), "a.md");
    let journey = export(journey, "/nowhere/b.md");
    let names = std::fs::read_dir(journey.data())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name());
    let beside: Vec<_> = names.filter(|name| name != "profiles" && name != "recent").collect();
    assert_eq!(beside, ["a.md"]);
}

#[test]
fn a_name_that_can_not_be_shown_is_refused_in_place() {
    // The document is not saved, so that its name is asked for.
    let edited = || Journey::new().press("t CTRL-U 'Which one?' ENTER");
    for (key, file) in [("x", "Zo\u{eb}.md"), ("S", "Zo\u{eb}.ron")] {
        for name in ["a\u{1b}[31m", "a\u{202e}b", "\u{9b}a"] {
            let journey = edited().press(key).press("CTRL-U").paste(name).press("ENTER");
            let said = "the name has signs that can't be shown; please type it without them";
            assert_eq!(problem(&journey), said, "{name:?}");
            let journey = journey.press("CTRL-U 'Zo\u{eb}' ENTER");
            assert!(journey.data().join(file).exists(), "{}", journey.text());
        }
    }
    let journey = edited().press("S CTRL-U '.ron' ENTER");
    assert_eq!(problem(&journey), "the file needs a name");
}

#[test]
fn nothing_is_written_over_without_a_word_and_what_was_there_is_kept() {
    let journey = Journey::new().sized(80, 24);
    fs::write(journey.data().join("jewelry.md"), "mine\n").expect("a written file");
    let journey = journey.press("9 i x ENTER");
    assert_snapshot!("a_report_that_is_there_already", journey.picture());
    let journey = journey.press("ESC");
    assert_eq!(read(&journey, "jewelry.md"), "mine\n");
    let journey = journey.press("ENTER y");
    assert!(notice(&journey).starts_with("Saved the report in "), "{}", notice(&journey));
    assert!(matches!(journey.explorer().layer(), touchstone::explorer::Layer::Insight(_)));
    assert!(read(&journey, "jewelry.md").starts_with("# Handmade"));
    assert_eq!(read(&journey, "jewelry.md.bak"), "mine\n");
}

#[test]
fn what_can_not_be_written_leaves_the_name_to_change() {
    let mut journey = Journey::new().press("9");
    fs::create_dir(journey.data().join("folder.md")).expect("a folder");
    for (name, said) in [
        ("folder.md", "what is there is no regular file"),
        ("nowhere/a.md", "there is no such folder"),
        ("folder.md/b/a.md", "there is no such folder"),
    ] {
        journey = export(journey, name);
        assert!(problem(&journey).starts_with(said), "{name}: {}", problem(&journey));
        assert!(journey.text().contains(name));
        journey = journey.press("ESC");
    }
    if Path::new("/proc/self").exists() {
        journey = export(journey, "/proc/a.md");
        assert!(problem(&journey).starts_with("can't "), "{}", problem(&journey));
    }
    // The way of it is the same after the question.
    #[cfg(unix)]
    {
        let mut journey = Journey::new();
        let file = journey.data().join("kept.md");
        fs::write(&file, "mine\n").expect("a written file");
        let mut mode = fs::metadata(&file).expect("a file").permissions();
        mode.set_readonly(true);
        fs::set_permissions(&file, mode).expect("a mode");
        journey = export(journey, "kept.md");
        assert!(problem(&journey).starts_with("the file is read-only"), "{}", problem(&journey));
    }
}

#[test]
fn the_document_that_is_open_is_never_written() {
    let record =
        "# Where to sleep\n\n## Tent\n\n* Good, because it is ours\n\n## Hut\n\n* Good, because it is dry\n";
    let journey = Journey::on_document("where-to-sleep.md", record).press("x ENTER");
    assert_eq!(problem(&journey), "that is the file of the comparison itself; take another name");
    assert_eq!(fs::read_to_string(journey.file()).expect("the document"), record);
}
