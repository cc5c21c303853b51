//! Real shells complete words, and what they complete is what the program then gets.

mod hostile;

use std::path::Path;
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
    beginnings: &["--profile ", "--profile=", "--profile it", r"--profile it\'s\ 5"],
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

/// Saves a profile below a data folder.
fn save(data: &Path, profile: &str) {
    let file = profile_file(data, profile);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    let name = name(profile);
    let text = format!("Profile(format: 1, comparison: \"jewelry\", name: {:?})", name.as_str());
    std::fs::write(file, text).unwrap();
}

/// A shell that has taken the script, if there is such a shell.
#[track_caller]
fn start(shell: &Shell, data: &Path) -> Option<Terminal> {
    let there =
        Command::new(shell.program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if there.is_err() {
        skip(&format!("there is no {}", shell.program));
        return None;
    }
    let script = format!("PATH=\"${{0%/*}}:$PATH\" exec {} {}", shell.program, shell.options);
    let terminal = Terminal::start_in_shell(&script, &[], &[], data);
    terminal.type_text(&format!("{}; echo re''ady\r", shell.install));
    terminal.wait_for("ready");
    Some(terminal)
}

#[track_caller]
fn completes_what_the_program_gets(shell: &Shell) {
    let data = folder();
    save(data.path(), NAME);
    let Some(terminal) = start(shell, data.path()) else { return };
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
