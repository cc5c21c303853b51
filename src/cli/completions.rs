//! Completion in shells: a script for each, and what fits at a place of a line, which the scripts ask.
//!
//! A script passes on what stands on the line and gets a line that says which paths fit too (`words` if none do), then a
//! line for each word, with a tab and what it is where the shell shows that. All that is known of the words is known
//! here, so that the scripts stay as they are when the program learns more.

mod bash;
mod offer;

use std::ffi::OsString;
use std::iter;

use super::args::{CompletionsArgs, Shell};
use super::failure::Failure;
use super::output::{print, print_columns};
use offer::{Line, Offer};

/// Prints the script of a shell, or answers it.
pub(super) fn completions(args: &CompletionsArgs) -> Result<(), Failure> {
    if args.words.is_empty() {
        return print(script(args.shell));
    }
    answer(args)
}

fn script(shell: Shell) -> &'static str {
    match shell {
        Shell::Bash => include_str!("../../assets/completions/touchstone.bash"),
        Shell::Zsh => include_str!("../../assets/completions/touchstone.zsh"),
        Shell::Fish => include_str!("../../assets/completions/touchstone.fish"),
        Shell::Powershell => include_str!("../../assets/completions/touchstone.ps1"),
        Shell::Elvish => include_str!("../../assets/completions/touchstone.elv"),
    }
}

/// Answers a script; what it asked in another way than it should gets no words.
fn answer(args: &CompletionsArgs) -> Result<(), Failure> {
    let words: Vec<String> = args.words.iter().map(text).collect();
    let (offer, rows) = match args.shell {
        Shell::Bash => {
            let [before, after, word] = &words[..] else { return Ok(()) };
            let asked = bash::Asked::new(before, after, word);
            let offer = Offer::at(&asked.line);
            let rows =
                offer.words.iter().filter_map(|(word, _)| Some((asked.completed(word)?, String::new())));
            let rows = rows.collect();
            (offer, rows)
        }
        Shell::Zsh | Shell::Fish | Shell::Elvish => {
            let Some(line) = line(&words) else { return Ok(()) };
            // These choose among the words themselves, and quote them.
            let offer = Offer::at(&line);
            let mut rows = offer.words.clone();
            // But fish takes this for somebody's home folder.
            rows.retain(|(word, _)| args.shell != Shell::Fish || !word.starts_with('~'));
            (offer, rows)
        }
        Shell::Powershell => {
            let words: Vec<String> = words.iter().map(|word| of_powershell(word)).collect();
            let Some(line) = line(&words) else { return Ok(()) };
            let offer = Offer::at(&line);
            let fitting = offer.words.iter().filter(|(word, _)| word.starts_with(&line.current));
            let rows = fitting.map(|(word, about)| (for_powershell(word), about.clone())).collect();
            (offer, rows)
        }
    };
    print_columns(iter::once((offer.paths.word().to_owned(), String::new())).chain::<Vec<_>>(rows))
}

fn text(word: &OsString) -> String {
    word.to_string_lossy().into_owned()
}

/// The words of a line as most scripts pass them on: the place of the one that is completed, then all.
fn line(words: &[String]) -> Option<Line> {
    let (place, words) = words.split_first()?;
    let (before, rest) = words.split_at_checked(place.parse().ok()?)?;
    let (current, after) = rest.split_first()?;
    Some(Line { before: before.to_vec(), current: current.clone(), after: after.to_vec() })
}

/// What `PowerShell` reads as the end of a text in single quotes.
const QUOTES: [char; 5] = ['\'', '\u{2018}', '\u{2019}', '\u{201a}', '\u{201b}'];

/// A word as it is typed in `PowerShell`, without its quotes.
fn of_powershell(word: &str) -> String {
    let quote = |c: char| QUOTES.contains(&c) || c == '"';
    let Some(inner) = word.strip_prefix(quote) else { return word.to_owned() };
    let inner = inner.strip_suffix(quote).unwrap_or(inner);
    QUOTES.iter().fold(inner.to_owned(), |text, c| text.replace(&format!("{c}{c}"), &c.to_string()))
}

/// A word as it must be typed in `PowerShell`.
fn for_powershell(word: &str) -> String {
    if word.chars().all(|c| c.is_alphanumeric() || "-_./=".contains(c)) {
        return word.to_owned();
    }
    let doubled = |c: char| iter::repeat_n(c, if QUOTES.contains(&c) { 2 } else { 1 });
    format!("'{}'", word.chars().flat_map(doubled).collect::<String>())
}
