//! `touchstone weigh`: whole conversations through a pipe.

mod in_between;

use std::fs;
use std::io;
use std::process::Stdio;

use insta::assert_snapshot;
use touchstone::dialogue::WORDS;

use super::refusal::SOUND;
use crate::support::bench::{Bench, Ran};
use crate::support::journey::Journey;
use crate::support::profile_file;
use crate::words::assert_plain;

/// What is said when the lines end before something is saved.
const KEPT: &str = "note: nothing was saved; what you said is kept, and the next start brings it back\n";

/// Three alternatives with a detail and no pair.
const FLATS: &str = r#"Comparison(title: "Flat", summary: "By Friday.", alternatives: [
    (name: "Old", pros: [(title: "Near work", detail: "Ten minutes."), "Cheap"], cons: ["Noisy"]),
    (name: "New", pros: ["Balcony"], cons: ["Dear"]),
    (name: "Cabin", pros: ["Quiet"], cons: ["Far"])])"#;

/// A conversation about the bundled comparison, of which every byte is fit for any terminal.
#[track_caller]
fn talk(bench: &Bench, lines: &str, args: &[&str]) -> Ran {
    let args: Vec<&str> = ["weigh"].iter().chain(args).copied().collect();
    let ran = bench.run_with(lines, &args);
    for said in [&ran.out, &ran.err] {
        assert!(said.chars().all(|c| !c.is_control() || c == '\n'), "{said:?}");
        let signs = ['\u{b7}', '\u{2192}', '\u{2212}', '\u{25cf}', '\u{2502}'];
        assert!(!said.contains(signs) && !said.contains("  ") && !said.contains("\n\n\n"), "{said}");
        assert_plain(said);
    }
    ran
}

/// The same as a picture: the lines that were given, then all that came out.
#[track_caller]
fn transcript(bench: &Bench, lines: &str, args: &[&str]) -> String {
    let Ran { code, out, err } = talk(bench, lines, args);
    let given: Vec<String> = lines.lines().map(|line| format!("> {line}")).collect();
    format!("{}\n\n{out}---\n{err}exit {code}", given.join("\n"))
}

/// The text of a saved profile of the bundled comparison; empty if there is none.
fn saved(bench: &Bench, profile: &str) -> String {
    fs::read_to_string(profile_file(&bench.data(), profile)).unwrap_or_default()
}

fn files(bench: &Bench) -> Vec<String> {
    let Ok(folder) = fs::read_dir(bench.data().join("profiles/jewelry/.drafts")) else { return Vec::new() };
    folder.map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_conversation_about_two_from_the_first_question_to_what_is_saved() {
    let bench = Bench::new();
    assert_snapshot!(transcript(&bench, "9\n8\n\nq\ny\nmine\n", &[]));
    assert!(saved(&bench, "mine").contains("\"handmade/uniqueness\": (weight: Some(9))"));
    assert_eq!(files(&bench), [""; 0]);
}

#[test]
fn a_conversation_about_three_until_all_is_asked() {
    let bench = Bench::new();
    bench.write("flats.ron", FLATS);
    assert_snapshot!(transcript(
        &bench,
        "10\n9\n\nnote near the river\nmore\n!\nlist\n3\n\n4\n2\n8\nq\n",
        &["flats.ron"]
    ));
}

#[test]
fn all_that_is_understood_is_understood() {
    let lines = "?\nmore\nlist\ngo affordability\n7\nwhy\noff\nundo\n!\nback\nskip\nu\ngo 3\nnote hm\nm\ngo s\nprofiles\nstyle\nhm\nn\n";
    assert_snapshot!(transcript(&Bench::new(), lines, &[]));
}

#[test]
fn all_ruled_out_is_told_and_can_be_taken_back() {
    let bench = Bench::new();
    bench.write("rings.ron", SOUND);
    assert_snapshot!(transcript(&bench, "go dulls\n!\ngo dear\n!\nundo\n6\n", &["rings.ron"]));
}

#[test]
fn the_help_lists_what_is_understood_and_each_of_it_is() {
    let bench = Bench::new();
    let out = talk(&bench, "?\n", &[]).out;
    let help = &out[out.find("0 to 10").unwrap()..];
    for (line, entry) in help.lines().skip(1).zip(&WORDS) {
        assert_eq!(line, format!("{}: {}.", entry.told, entry.does));
        for typed in entry.typed {
            let said = talk(&Bench::new(), &format!("{typed}\n"), &[]).out;
            assert!(!said.contains("not understood"), "{typed}: {said}");
        }
    }
}

#[test]
fn what_is_not_understood_is_told_in_one_line_and_the_question_stands() {
    let bench = Bench::new();
    let numbers = "A weight is a whole number from 0 to 10.";
    let endless = "x".repeat(10 * 1024 * 1024);
    for (line, said) in [
        (&b"foo"[..], "\"foo\" is not understood here; help lists what is."),
        (b"lst", "\"lst\" is not understood here; did you mean \"list\"?"),
        (b"list all", "\"list all\" is not understood here; help lists what is."),
        (b"11", numbers),
        (b"-3", numbers),
        (b"7.5", numbers),
        (b"8/10", numbers),
        (b"99999999999999999999", numbers),
        (b"\x1b[A\x07", "\"\u{241b}[A\u{2407}\" is not understood here; help lists what is."),
        (b"\0", "\"\u{2400}\" is not understood here; help lists what is."),
        ("\u{202e}9".as_bytes(), "\"\u{fffd}9\" is not understood here; help lists what is."),
        (b"\xff9", "That line is no UTF-8 text."),
        (endless.as_bytes(), "That line is too long."),
        (b"go", "Say which one, by its number or by words of its name."),
        (b"go 0", "The numbers are 1 to 11."),
        (b"go 12", "The numbers are 1 to 11."),
        (b"go zebra", "There is nothing with \"zebra\" here."),
        (b"save ../x", "That can't be taken: a profile's name must not begin with `-` or `.`."),
    ] {
        for end in ["\n", "\r\n", ""] {
            let ran = bench.run_with([line, end.as_bytes()].concat(), &["weigh"]);
            let (_, rest) = ran.out.split_once("How much does this difference matter to you?\n").unwrap();
            assert_eq!(rest.lines().next(), Some(said));
            assert!(
                rest.lines().nth(1).is_some_and(|line| line.starts_with("Nothing is weighed yet")),
                "{rest}"
            );
            assert_eq!(ran.code, 0);
            assert!(ran.out.len() < 2000, "{}", ran.out.len());
        }
    }
}

#[test]
fn the_end_of_the_lines_at_any_question_loses_nothing_and_is_told() {
    let lines = ["9\n", "off\n", "!\n", "u\n", "\n", "p\n", "\n", "s\n", "mine\n", "3\n", "q\n"];
    for count in 0..=lines.len() {
        let bench = Bench::new();
        let Ran { code, out, err } = talk(&bench, &lines[..count].concat(), &[]);
        let is_asked_to_save = lines.get(count.wrapping_sub(1)) == Some(&"s\n");
        assert_eq!(code, i32::from(is_asked_to_save), "{count}: {out}{err}");
        let again = talk(&bench, "", &[]).out;
        let is_unsaved = !err.is_empty();
        assert_eq!(again.contains("Brought back what was not saved"), is_unsaved, "{count}: {err}{again}");
        assert_eq!(is_unsaved, count > 0 && lines[count - 1] != "mine\n", "{count}: {err}");
    }
}

#[test]
fn what_a_mark_did_is_told_and_how_to_take_it_back() {
    let undo = "Say undo to take it back.";
    let none = "There is no question to answer now; undo takes the last answer back, go and a number asks one again.";
    let bench = Bench::new();
    bench.write("flats.ron", FLATS);
    let out =
        talk(&bench, "go balcony\n!\n!\noff\n5\ngo balcony\n!\ngo noisy\nmust\nundo\n", &["flats.ron"]).out;
    for said in [
        &format!("Balcony: now a must-have. That rules out Old and Cabin. {undo}\n\n"),
        "\nOnly New is left, so nothing more is asked. Say save",
        &format!("{none}\n{none}\n{none}\n"),
        "For New: Balcony. It is a must-have now; must takes that back.\n",
        &format!("Balcony: no longer a must-have. That brings back Old and Cabin. {undo} "),
        &format!("Noisy: now a deal-breaker. That rules out Old. {undo} "),
        "Undone: Noisy is no longer a deal-breaker",
    ] {
        assert!(out.contains(said), "{said}\n{out}");
    }
    let out = talk(&bench, "go balcony\n!\ngo noisy\n!\n", &["flats.ron"]).out;
    assert!(out.contains(&format!("Noisy: now a deal-breaker. That rules out nothing. {undo}")), "{out}");
}

#[test]
fn why_nothing_more_is_asked_is_told() {
    let bench = Bench::new();
    bench.write("flats.ron", FLATS);
    for (lines, said) in [
        ("!\n", "Only Old is left, so nothing more is asked."),
        ("go balcony\n!\ngo dear\n!\n", "All are ruled out, so nothing more is asked."),
        ("\n\n\n\n\n\n\n", "You skipped what is open, so nothing more is asked."),
        ("5\n5\n5\n5\n5\n5\n5\n", "That is all there is to ask."),
    ] {
        let out = talk(&bench, lines, &["flats.ron", "--profile", "new"]).out;
        assert!(out.contains(&format!("\n{said} Say ")), "{lines:?}: {out}");
        fs::remove_dir_all(bench.data()).unwrap();
    }
    bench.write(
        "two.ron",
        "Comparison(title: \"T\", alternatives: [(name: \"A\", pros: [\"P\", \"Q\"]), (name: \"B\", pros: [\"R\"])])",
    );
    let out = talk(&bench, "go P\n10\ngo Q\n10\n", &["two.ron"]).out;
    let (_, end) = out.split_once("Still open: R").unwrap();
    assert!(end.contains("Nothing that is open can change the answer, so nothing more is asked."), "{out}");
}

#[test]
fn what_was_not_saved_comes_back_and_can_be_thrown_away_for_good() {
    let bench = Bench::new();
    assert_eq!(talk(&bench, "9\n", &[]).err, KEPT);
    let again = talk(&bench, "q\nn\n", &[]);
    assert!(again.out.contains("\nBrought back what was not saved; undo discards it.\n"), "{}", again.out);
    assert_eq!((again.code, again.err.as_str()), (0, ""));
    assert_eq!(files(&bench), [""; 0]);
    assert!(talk(&bench, "", &[]).out.contains("New profile: 0 of 11 reasons weighed.\nNothing is weighed"));
}

#[test]
fn a_profile_is_begun_by_its_name_and_saved_by_a_word() {
    let bench = Bench::new();
    let first = talk(&bench, "9\nsave\nq\n", &["--profile", "mine"]);
    assert!(
        first
            .out
            .contains("\nProfile mine: 0 of 11 reasons weighed.\nmine is a new profile; save saves it.\n")
    );
    assert!(first.out.contains("\nSaved as mine.\n"), "{}", first.out);
    assert_eq!((first.code, first.err.as_str()), (0, ""));
    let again = talk(&bench, "q\n", &[]);
    let said =
        "\nProfile mine: 1 of 11 reasons weighed.\nOpened mine again; profiles has others and a new one.\n";
    assert!(again.out.contains(said), "{}", again.out);
    assert_eq!(talk(&bench, "", &["--profile", ".x"]).code, 2);
}

#[test]
fn documents_open_as_ever_and_what_they_give_is_told() {
    let bench = Bench::new();
    bench.write("flats.csv", "option;side;title;weight\nOld;pro;Cheap;8\nNew;pro;Balcony;\n");
    let csv = talk(&bench, "q\n", &["flats.csv"]).out;
    assert!(
        csv.contains("Preset As given: 1 of 2 reasons weighed.\nRead 2 options and 2 reasons.\n"),
        "{csv}"
    );
    let said = bench.run(&["weigh", "-"]).refused(2);
    assert_eq!(
        said,
        "error: the answers are read from standard input, so the comparison can't be; `touchstone weigh` takes a file\n"
    );
    let said = bench.run(&["--profile", "x", "weigh"]).refused(2);
    assert_eq!(said, "error: FILE and what goes with it come after `weigh`, not before it\n");
    assert!(bench.run(&["weigh", "nope.ron"]).refused(1).starts_with("error: can't read:"));
    bench.write("none.ron", "Comparison(title: \"None\", alternatives: [(name: \"A\"), (name: \"B\")])");
    let none = talk(&bench, "9\n\n!\nlist\nundo\nwhy\nq\n", &["none.ron"]);
    assert_eq!((none.code, none.err.as_str()), (0, ""));
    assert!(none.out.contains("Nothing is written down yet: so there is nothing to weigh."), "{}", none.out);
}

#[test]
fn the_same_reasons_are_asked_in_the_same_order_as_on_the_screen() {
    let out = talk(&Bench::new(), "9\n8\n7\n", &[]).out;
    let lines: Vec<&str> = out.lines().collect();
    let asked: Vec<&str> =
        lines.windows(2).filter(|two| two[0].starts_with("Question")).map(|two| two[1]).collect();
    assert_eq!(asked.len(), 4, "{out}");
    let mut screen = Journey::new().sized(120, 40).press("w ENTER d");
    for (asked, answer) in asked.iter().zip(["9", "8", "7", "6"]) {
        assert!(screen.text().contains(&format!(" {asked} ")), "{asked:?}:\n{}", screen.text());
        screen = screen.press(answer);
    }
}

#[test]
fn a_reader_that_leaves_ends_it_quietly_and_loses_nothing() {
    let bench = Bench::new();
    let (reader, writer) = io::pipe().unwrap();
    drop(reader);
    let mut command = bench.command(&["weigh"]);
    let output = command.stdin(Stdio::null()).stdout(writer).output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_what_has_no_end_is_refused() {
    let bench = Bench::new();
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let output = bench.command(&["weigh"]).stdout(full).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.starts_with("error: can't write to standard output: "), "{said}");
    let zeros = fs::File::open("/dev/zero").unwrap();
    let output = bench.command(&["weigh"]).stdin(zeros).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        (output.status.code(), said.as_str()),
        (Some(1), "error: can't read from standard input: a line of it has no end\n")
    );
}

#[cfg(unix)]
#[test]
fn a_draft_that_can_not_be_kept_is_told_and_is_no_success() {
    let bench = Bench::new();
    bench.write("data", "no folder");
    let ran = talk(&bench, "9\n", &[]);
    assert!(ran.out.contains("Unsaved changes are not kept: "), "{}", ran.out);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (1, "error: nothing was saved, and what you said could not be kept\n")
    );
}
