//! Standard output and standard error: nothing claims what did not happen, and no text drives the terminal.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::process::ExitCode;

use super::failure::Failure;
use crate::safe_text::SafeText;

/// The longest line of a message, in characters.
const LINE_LIMIT: usize = 300;

/// Writes a result to standard output, to the last byte. A reader that has left ends it quietly.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    say(text).map(drop)
}

/// The same, and says by a break that the reader has left.
pub(super) fn say(text: &str) -> Result<ControlFlow<()>, Failure> {
    write_out(&SafeText::text(text))
}

/// Writes lines of two cells with a tab between, which no cell can hold, or of one where the other is empty.
pub(super) fn print_columns(rows: impl IntoIterator<Item = (String, String)>) -> Result<(), Failure> {
    let line = |(first, second): (String, String)| {
        let (first, second) = (SafeText::line(&first), SafeText::line(&second));
        let tab = if second.is_empty() { "" } else { "\t" };
        format!("{}{tab}{}\n", first.as_str(), second.as_str())
    };
    write_out(&rows.into_iter().map(line).collect::<String>()).map(drop)
}

/// Writes what is safe to show, and says by a break that the reader has left.
pub(super) fn write_out(text: &str) -> Result<ControlFlow<()>, Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(ControlFlow::Continue(())),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ControlFlow::Break(())),
        Err(error) => Err(Failure::Output(error)),
    }
}

/// Writes a message to standard error. If even that fails, there is nobody left to tell.
pub(super) fn complain(text: &str) {
    let mut safe = String::new();
    for line in SafeText::text(text).lines() {
        match line.char_indices().nth(LINE_LIMIT) {
            Some((end, _)) => safe.extend([&line[..end], "...\n"]),
            None => safe.extend([line, "\n"]),
        }
    }
    let mut err = io::stderr().lock();
    let _ = err.write_all(safe.as_bytes()).and_then(|()| err.flush());
}

/// Prints the help or the version that was asked for, or says what is wrong with the arguments.
pub(super) fn usage(error: &clap::Error) -> ExitCode {
    let text = error.render().to_string();
    if error.use_stderr() {
        complain(&text);
        return ExitCode::from(2);
    }
    match print(&text) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(),
    }
}
