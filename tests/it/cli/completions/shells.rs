//! What is completed by the scripts in real shells.

use std::process::{Command, Stdio};

use super::{SOUND, save};
use crate::support::bench::{Bench, PROGRAM, Ran};
use crate::support::skip;

/// What a shell says, in which the program is found by its name.
fn shell(bench: &Bench, program: &str, args: &[&str]) -> Option<String> {
    let folder = std::path::Path::new(PROGRAM).parent().expect("a folder");
    let path = std::env::var("PATH").unwrap_or_default();
    let mut command = Command::new(program);
    let like = bench.command(&[""]);
    command.envs(like.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command.env("PATH", format!("{}:{path}", folder.display())).current_dir(bench.path());
    let Ok(output) = command.args(args).stdin(Stdio::null()).output() else {
        skip(&format!("there is no {program}"));
        return None;
    };
    Some(Ran::of(output).done())
}

#[test]
fn the_function_for_bash_offers_words_and_then_files() {
    let bench = Bench::new();
    bench.write("repair costs.ron", SOUND);
    save(&bench, "data", "jewelry", "mine");
    save(&bench, "data", "jewelry", "my other");
    let script = r#"
        . <(touchstone completions bash)
        COMP_LINE=$1; COMP_POINT=${2:-${#1}}; word=${COMP_LINE:0:COMP_POINT}
        _touchstone touchstone "${word##*[ =]}" ""
        printf '<%s>' "${COMPREPLY[@]}"
    "#;
    for (line, expected) in [
        ("touchstone rep", "<report><repair costs.ron>"),
        ("touchstone --profile m", "<mine><my\\ other>"),
        ("touchstone --profile=my", "<my\\ other>"),
        ("touchstone report --preset one", "<one-of-a-kind>"),
        ("touchstone report --pro", "<--profile><--profile-file>"),
        ("touchstone nothing-like-it", "<>"),
    ] {
        let Some(said) = shell(&bench, "bash", &["-c", script, "bash", line]) else { return };
        assert_eq!(said, expected, "{line}");
    }
}

#[test]
fn fish_offers_words_with_what_they_are() {
    let bench = Bench::new();
    bench.write("repairs.ron", SOUND);
    save(&bench, "data", "jewelry", "my own");
    for (line, expected) in [
        ("touchstone rep", "repairs.ron\nreport\tPrint the answer\n"),
        (
            "touchstone --pro",
            "--profile\tOpen this profile, or begin it\n\
             --profile-file\tOpen the profile in this file, such as one that somebody sent\n",
        ),
        ("touchstone --profile ", "my own\n"),
        ("touchstone report repairs.ron --preset d", "damp\tDamp\n"),
        ("touchstone report --preset=bud", "--preset=budget-first\tBudget first\n"),
    ] {
        let script = format!("touchstone completions fish | source; complete -C '{line}'");
        let Some(said) = shell(&bench, "fish", &["--no-config", "-c", &script]) else { return };
        assert_eq!(said, expected, "{line}");
    }
}
