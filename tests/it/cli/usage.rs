//! Arguments, right and wrong, and paths that are no text files.

use std::{fs, io};

use super::refusal::SOUND;
use crate::support::bench::Bench;

/// What the system says of a file that is not there.
fn not_found() -> io::Error {
    std::fs::read(Bench::new().path().join("nope")).expect_err("there is no such file")
}

/// A profile of the bundled comparison, saved below `folder`.
fn save(bench: &Bench, folder: &str, name: &str) {
    let slug = touchstone::profile::ProfileName::new(name).expect("a fit name").slug();
    let text = format!(
        "Profile(format: 1, comparison: \"jewelry\", name: \"{name}\", stances: {{\"handmade/uniqueness\": (weight: 9)}})\n"
    );
    bench.write(format!("{folder}/profiles/jewelry/{slug}.ron"), text);
}

#[test]
fn help_names_everything_that_can_be_asked_for() {
    let bench = Bench::new();
    for (args, words) in [
        (
            ["--help"].as_slice(),
            ["Usage: touchstone", "report", "check", "--profile", "--data-dir", "[FILE]"].as_slice(),
        ),
        (&["report", "--help"], &["--profile", "--preset", "--profile-file", "--format", "markdown", "json"]),
        (&["check", "--help"], &["Usage: touchstone check", "<FILES>..."]),
    ] {
        let help = bench.run(args).done();
        for word in words {
            assert!(help.contains(word), "{args:?} without {word}:\n{help}");
        }
        assert!(help.ends_with('\n') && help.lines().all(|line| line.chars().count() <= 100), "{help}");
    }
}

#[test]
fn the_version_is_the_one_of_the_package() {
    let bench = Bench::new();
    for option in ["--version", "-V"] {
        assert_eq!(bench.run(&[option]).done(), format!("touchstone {}\n", env!("CARGO_PKG_VERSION")));
    }
}

#[test]
fn wrong_usage_is_told_with_what_may_be_meant() {
    let bench = Bench::new();
    for (args, first, hint) in [
        (["--nope"].as_slice(), "error: unexpected argument '--nope' found", "Usage: touchstone"),
        (&["--profil", "x"], "error: unexpected argument '--profil' found", "'--profile'"),
        (&["report", "--pofile", "x"], "error: unexpected argument '--pofile' found", "'--profile'"),
        (&["report", "--formt", "json"], "error: unexpected argument '--formt' found", "'--format'"),
        (&["report", "--format", "jsn"], "error: invalid value 'jsn' for '--format <FORMAT>'", "'json'"),
        (&["report", "--data-dri", "x"], "error: unexpected argument '--data-dri' found", "'--data-dir'"),
        (&["report", "a", "b"], "error: unexpected argument 'b' found", "Usage: touchstone report"),
        (&["check"], "error: the following required arguments were not provided:", "<FILES>..."),
        (&["--profile"], "error: a value is required for '--profile <NAME>' but none was supplied", "--help"),
        (
            &["--data-dir", ""],
            "error: a value is required for '--data-dir <DIR>' but none was supplied",
            "--help",
        ),
        (
            &["report", "--profile", "a", "--preset", "b"],
            "error: the argument '--profile <NAME>' cannot be used with '--preset <ID>'",
            "Usage: touchstone report",
        ),
        (
            &["report", "--profile", "a", "--profile-file", "b"],
            "error: the argument '--profile <NAME>' cannot be used with '--profile-file <PATH>'",
            "Usage: touchstone report",
        ),
        (
            &["report", "--preset", "a", "--profile-file", "b"],
            "error: the argument '--preset <ID>' cannot be used with '--profile-file <PATH>'",
            "Usage: touchstone report",
        ),
    ] {
        let said = bench.run(args).refused(2);
        assert_eq!(said.lines().next(), Some(first), "{args:?}");
        assert!(said.contains(hint), "{args:?} without {hint}:\n{said}");
    }
}

#[test]
fn a_path_that_is_no_text_file_is_refused() {
    let bench = Bench::new();
    bench.write("folder/rings.ron", SOUND);
    bench.write("latin.ron", b"Comparison(\xe9)");
    bench.write("cut.ron", b"\xef\xbb\xbfComparison( \xc3");
    bench.write("large.ron", " ".repeat(4 * 1024 * 1024 + 1));
    let regular = "it is no regular file".to_owned();
    let mut paths = vec![
        ("nope.ron", not_found().to_string()),
        ("folder/nope.ron", not_found().to_string()),
        ("nope/rings.ron", fs::read(bench.path().join("nope/rings.ron")).unwrap_err().to_string()),
        ("folder", regular.clone()),
        (".", regular.clone()),
        ("latin.ron", "it is no UTF-8 text, see byte 11".to_owned()),
        ("cut.ron", "it is no UTF-8 text, see byte 15".to_owned()),
        ("large.ron", "it is larger than 4194304 bytes".to_owned()),
    ];
    if cfg!(unix) {
        paths.extend([("/dev/zero", regular.clone()), ("/dev/null", regular)]);
    }
    for (path, why) in paths {
        let said = format!("error: can't read: {why}: {path}\n");
        for args in [[path].as_slice(), &["report", path]] {
            assert_eq!(bench.run(args).refused(1), said, "{args:?}");
        }
        let checked = bench.run(&["check", path]).refused(1);
        assert_eq!(checked, format!("{said}error: 1 of 1 files can't be used\n"));
    }
}

#[test]
fn the_largest_file_is_read() {
    let bench = Bench::new();
    let spaces = 4 * 1024 * 1024 - SOUND.len();
    bench.write("large.ron", format!("{SOUND}{}", " ".repeat(spaces)));
    let said = bench.run(&["check", "large.ron"]).done();
    assert_eq!(said, "large.ron: Gold or silver, 2 alternatives, 4 claims, 2 presets\n");
}

#[test]
fn check_goes_through_all_files() {
    let bench = Bench::new();
    bench.write("rings.ron", SOUND);
    bench.write("empty.ron", "");
    let ran = bench.run(&["check", "rings.ron", "nope.ron", "empty.ron", "rings.ron"]);
    let sound = "rings.ron: Gold or silver, 2 alternatives, 4 claims, 2 presets\n";
    assert_eq!((ran.code, ran.out), (1, sound.repeat(2)));
    let said = format!(
        "error: can't read: {}: nope.ron\nerror: empty.ron:1:1: the file is empty; expected Comparison(...)\n    \
         1 | \n      | ^\nerror: 2 of 4 files can't be used\n",
        not_found()
    );
    assert_eq!(ran.err, said);
}

#[test]
fn a_file_whose_name_looks_like_an_option_can_be_named() {
    let bench = Bench::new();
    bench.write("-odd.ron", SOUND);
    let said = bench.run(&["check", "--", "-odd.ron"]).done();
    assert_eq!(said, "-odd.ron: Gold or silver, 2 alternatives, 4 claims, 2 presets\n");
}

#[test]
fn the_data_folder_of_the_command_line_beats_the_environment() {
    let bench = Bench::new();
    save(&bench, "data", "of-environment");
    save(&bench, "elsewhere", "of-option");
    let named = |args: &[&str]| bench.run(args).done().contains("Profile of-option \u{b7} ");
    assert!(named(&["report", "--profile", "of-option", "--data-dir", "elsewhere"]));
    assert!(named(&["report", "--data-dir=elsewhere", "--profile", "of-option"]));
    assert!(named(&["--data-dir", "elsewhere", "--profile", "of-option"]));
    let said = bench.run(&["report", "--data-dir", "elsewhere", "--profile", "of-environment"]).refused(1);
    assert!(said.starts_with("error: there is no profile of-environment"), "{said}");
    let said = bench.run(&["report", "--profile", "of-environment"]).done();
    assert!(said.contains("Profile of-environment \u{b7} "), "{said}");
}

#[test]
fn the_data_folder_may_come_before_the_subcommand() {
    let bench = Bench::new();
    bench.write("rings.ron", SOUND);
    save(&bench, "elsewhere", "mine");
    let said = bench.run(&["--data-dir", "elsewhere", "report", "--profile", "mine"]).done();
    assert!(said.contains("Profile mine \u{b7} "), "{said}");
    let said = bench.run(&["--data-dir=elsewhere", "check", "rings.ron"]).done();
    assert_eq!(said, "rings.ron: Gold or silver, 2 alternatives, 4 claims, 2 presets\n");
}

#[test]
fn the_data_folder_may_come_after_the_subcommand() {
    let bench = Bench::new();
    bench.write("rings.ron", SOUND);
    let said = bench.run(&["check", "--data-dir", "elsewhere", "rings.ron"]).done();
    assert_eq!(said, "rings.ron: Gold or silver, 2 alternatives, 4 claims, 2 presets\n");
}

#[cfg(unix)]
#[test]
fn without_a_word_on_it_data_is_where_the_system_keeps_it() {
    let bench = Bench::new();
    save(&bench, "xdg/touchstone", "kept-by-the-system");
    save(&bench, "home/.local/share/touchstone", "kept-at-home");
    for (value, home, name) in [
        (None, false, "kept-by-the-system"),
        (Some(""), false, "kept-by-the-system"),
        (None, true, "kept-at-home"),
    ] {
        let mut command = bench.command(&["report", "--profile", name]);
        match value {
            Some(value) => command.env("TOUCHSTONE_DATA_DIR", value),
            None => command.env_remove("TOUCHSTONE_DATA_DIR"),
        };
        if home {
            command.env_remove("XDG_DATA_HOME");
        }
        let said = crate::support::bench::Ran::of(command.output().expect("the program starts")).done();
        assert!(said.contains(&format!("Profile {name} \u{b7} ")), "{said}");
    }
}

#[test]
fn a_report_leaves_no_folder_behind() {
    let bench = Bench::new();
    bench.run(&["report"]).done();
    bench.run(&["report", "--profile", "nobody"]).refused(1);
    let left: Vec<_> = std::fs::read_dir(bench.path()).expect("a folder").collect();
    assert!(left.is_empty(), "{left:?}");
}
