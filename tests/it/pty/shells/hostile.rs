//! Names that are commands to a shell: each reaches the program as it is, or is not completed; none is run.

use super::{BASH, ELVISH, FISH, Shell, ZSH, save, start};
use crate::support::folder;

/// What means something to some shell.
const SIGNS: [&str; 13] = [
    "!",
    "!!",
    "'",
    "\"",
    "$(touch pwned)",
    "`touch pwned`",
    ";touch pwned;",
    "!;touch pwned #",
    "&&touch pwned",
    "~root",
    "#",
    "\\",
    "*",
];

/// What else was once misread, or mixes what a name may begin and end with.
const MORE: [&str; 8] =
    ["$'x'", "'$(touch pwned)'", "\"$(touch pwned)\"", "!1", "!a b", "a\\\"b", "$HOME", "{a,b}"];

/// How a line goes on where no quote is open, and where one of either kind is.
const BEGINNINGS: [&str; 3] = ["--profile ", "--profile '", "--profile \""];

fn names() -> Vec<String> {
    let of_sign = |sign: &str| [format!("{sign}b"), format!("a{sign}b"), format!("a{sign}"), sign.to_owned()];
    SIGNS.into_iter().flat_map(of_sign).chain(MORE.map(str::to_owned)).collect()
}

/// Completes each name at the end of each beginning, and runs what came of it; `is_due` says where something must.
///
/// There is no other profile in its data folder: any other name than this is an error, for which it waits in vain.
#[track_caller]
fn runs_nothing(shell: &Shell, set_prompt: &str, is_due: fn(&str, &str) -> bool) {
    let data = folder();
    let names = names();
    for (place, name) in names.iter().enumerate() {
        save(&data.path().join(place.to_string()), name);
    }
    let Some(terminal) = start(shell, data.path()) else { return };
    terminal.type_text(&format!("cd {}; {set_prompt}\r", data.path().display()));
    for (place, name) in names.iter().enumerate() {
        for (count, beginning) in BEGINNINGS.iter().enumerate() {
            // Before it asks, the system itself would show what is typed.
            terminal.wait_until("the prompt", |screen| screen.trim_end().ends_with("next>"));
            terminal.blank();
            let line = format!("touchstone report --data-dir {place} {beginning}");
            // What is typed behind it is seen when the completing is over.
            terminal.type_text(&format!("{line}\t@@"));
            terminal.wait_for("@@");
            let screen = terminal.screen();
            let is_completed = !screen.contains(&format!("{line}@@"));
            assert!(is_completed || !is_due(beginning, name), "{name:?} after {beginning:?}:\n{screen}");
            let told = format!("do''ne {place} {count}");
            let then = if is_completed { "\x7f\x7f | grep Profile" } else { "\x15true" };
            terminal.type_text(&format!("{then}; echo {told}\r"));
            terminal.wait_for(&told.replace('\'', ""));
            let screen = terminal.screen();
            let is_right = !is_completed || screen.contains(&format!("Profile {name}"));
            assert!(is_right, "{name:?} after {beginning:?}:\n{screen}");
            assert!(!data.path().join("pwned").exists(), "{name:?} after {beginning:?}:\n{screen}");
        }
    }
}

#[test]
fn bash_runs_nothing_out_of_a_name() {
    runs_nothing(&BASH, "PS1='next> '", |beginning, name| match beginning {
        "--profile '" => !name.contains('\''),
        "--profile \"" => !name.contains(['"', '!']),
        _ => true,
    });
}

#[test]
fn zsh_runs_nothing_out_of_a_name() {
    runs_nothing(&ZSH, "PS1='next> '", |_, _| true);
}

#[test]
fn fish_runs_nothing_out_of_a_name() {
    runs_nothing(&FISH, "function fish_prompt; echo 'next> '; end", |_, name| !name.starts_with('~'));
}

#[test]
fn elvish_runs_nothing_out_of_a_name() {
    runs_nothing(&ELVISH, "set edit:prompt = { put 'next> ' }; set edit:rprompt = { }", |_, _| true);
}
