//! Real shells complete words, and what they complete is what the program then gets.

use std::process::{Command, Stdio};

use crate::support::terminal::Terminal;
use crate::support::{folder, name, profile_file, skip};

/// A name in which every quote, blank and sign means something to some shell.
const NAME: &str = "it's 5$ \"mine\"!";

/// A shell: how it is started, how it takes the script, and how lines may begin that it then completes.
struct Shell {
    program: &'static str,
    options: &'static str,
    install: &'static str,
    beginnings: &'static [&'static str],
}

const BASH: Shell = Shell {
    program: "bash",
    options: "--noprofile --norc -i",
    install: "eval \"$(touchstone completions bash)\"",
    beginnings: &[
        "--profile ",
        "--profile=",
        "--profile it",
        "--profile \"it",
        "--profile 'it",
        r"--profile it\'s\ 5",
        "--profile=\"it's ",
    ],
};

const ZSH: Shell = Shell {
    program: "zsh",
    options: "-f -i",
    install: "autoload -U compinit; compinit -u -D; . <(touchstone completions zsh)",
    beginnings: &["--profile ", "--profile=", "--profile it", "--profile \"it", r"--profile it\'s\ 5"],
};

const FISH: Shell = Shell {
    program: "fish",
    options: "--no-config -i",
    install: "touchstone completions fish | source",
    beginnings: &["--profile ", "--profile=", "--profile it", "--profile \"it"],
};

const ELVISH: Shell = Shell {
    program: "elvish",
    options: "-norc",
    install: "eval (touchstone completions elvish | slurp)",
    // What is begun without the quotes that the name needs is completed in a list, for which more keys are needed.
    beginnings: &["--profile "],
};

#[track_caller]
fn completes_what_the_program_gets(shell: &Shell) {
    let there =
        Command::new(shell.program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if there.is_err() {
        return skip(&format!("there is no {}", shell.program));
    }
    let data = folder();
    let file = profile_file(data.path(), NAME);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(
        file,
        format!("Profile(format: 1, comparison: \"jewelry\", name: {:?})", name(NAME).as_str()),
    )
    .unwrap();
    let script = format!("PATH=\"${{0%/*}}:$PATH\" exec {} {}", shell.program, shell.options);
    let terminal = Terminal::start_in_shell(&script, &[], &[], data.path());
    terminal.type_text(&format!("{}; echo re''ady\r", shell.install));
    terminal.wait_for("ready");
    for (count, beginning) in shell.beginnings.iter().enumerate() {
        terminal.blank();
        terminal.type_text(&format!("touchstone report {beginning}\t"));
        terminal.wait_for("mine");
        terminal.type_text(&format!("| grep Profile | sed 's/^ */{count}: /'\r"));
        terminal.wait_for(&format!("{count}: Profile {NAME}"));
    }
}

#[test]
fn bash_completes_names_however_they_are_quoted() {
    completes_what_the_program_gets(&BASH);
}

#[test]
fn zsh_completes_names_however_they_are_quoted() {
    completes_what_the_program_gets(&ZSH);
}

#[test]
fn fish_completes_names_however_they_are_quoted() {
    completes_what_the_program_gets(&FISH);
}

#[test]
fn elvish_completes_names() {
    completes_what_the_program_gets(&ELVISH);
}
