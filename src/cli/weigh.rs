//! The whole job line by line: lines are read from standard input, and what is said goes to standard output.

use std::io::{self, BufRead, IsTerminal, Read};

use unicode_width::UnicodeWidthStr;

use super::args::ExploreArgs;
use super::failure::Failure;
use super::import::is_input;
use super::output::{complain, print, say};
use super::{Cli, open, signs};
use crate::dialogue::Dialogue;
use crate::explorer::{Action, Command};
use crate::program::{Flow, Program};
use crate::view::{Signs, in_signs};

/// The longest line that is taken, in bytes, which is also the longest note.
const LINE_LIMIT: u64 = 8 * 1024;

/// A line of so many bytes has no end.
const ENDLESS: u64 = 64 * 1024 * 1024;

/// The columns that any terminal has.
const COLUMNS: usize = 80;

/// What was read.
enum Line {
    Text(String),
    /// It can't be taken, and why.
    Unfit(&'static str),
    End,
}

/// Asks reason after reason in lines, in any terminal or in none.
pub(super) fn weigh(cli: &Cli, what: &ExploreArgs) -> Result<(), Failure> {
    if what.file.as_deref().is_some_and(is_input) {
        return Err(Failure::InputIsTaken { what: "the answers", command: "weigh" });
    }
    talk(open(cli, what)?, signs(cli.screen))
}

fn talk(mut program: Program, signs: Signs) -> Result<(), Failure> {
    let mut input = io::stdin().lock();
    let mut dialogue = Dialogue::default();
    let mut said = dialogue.begin(program.explorer());
    loop {
        // A reader that has left wants no answers either; what was said so far is in the draft.
        if say(&fitted(&said, signs))?.is_break() {
            return kept(&program);
        }
        match line(&mut input).map_err(Failure::Input)? {
            Line::End => break,
            Line::Unfit(problem) => dialogue.refuse(problem),
            Line::Text(line) => {
                if dialogue.leads_back(&line, program.explorer()) {
                    back_out(&mut program);
                }
                for action in dialogue.hear(&line, program.explorer()) {
                    let flow = program.act(action);
                    program.keep_draft();
                    if flow == Flow::Quit {
                        print(&fitted(&dialogue.farewell(program.explorer()), signs))?;
                        return saved(&dialogue, &program);
                    }
                }
            }
        }
        said = dialogue.reply(program.explorer());
    }
    let ended = saved(&dialogue, &program);
    // What is told is of what is open, never of what is looked at in a list.
    back_out(&mut program);
    print(&fitted(&dialogue.end(program.explorer()), signs))?;
    kept(&program)?;
    ended?;
    if program.explorer().unsaved() {
        complain("note: nothing was saved; what you said is kept, and the next start brings it back\n");
    }
    Ok(())
}

/// Leaves what is asked in between.
fn back_out(program: &mut Program) {
    for _ in 0..program.explorer().layer().all().count() {
        program.act(Action::Do(Command::Back));
    }
}

/// Whether all that was to be saved is, unless that was given up.
fn saved(dialogue: &Dialogue, program: &Program) -> Result<(), Failure> {
    match (dialogue.is_save_due(program.explorer()), program.explorer().unsaved()) {
        (false, _) => Ok(()),
        (true, false) => Err(Failure::NotSaved("")),
        (true, true) => Err(Failure::NotSaved("; what you said is kept, and the next start brings it back")),
    }
}

/// A text in a terminal breaks between words, for whoever hears or feels it row by row; elsewhere lines stay whole.
fn fitted(text: &str, signs: Signs) -> String {
    let text = in_signs(signs, text);
    if io::stdout().is_terminal() { wrapped(&text) } else { text }
}

fn wrapped(text: &str) -> String {
    let mut rows = String::new();
    for line in text.split_inclusive('\n') {
        let mut column = 0;
        for word in line.split_inclusive(' ') {
            if column > 0 && column + word.trim_end().width() > COLUMNS {
                rows.truncate(rows.trim_end_matches(' ').len());
                rows.push('\n');
                column = 0;
            }
            rows.push_str(word);
            column += word.width();
        }
    }
    rows
}

/// Whether nothing is lost.
fn kept(program: &Program) -> Result<(), Failure> {
    if program.explorer().unsaved() && !program.is_kept() { Err(Failure::NotKept) } else { Ok(()) }
}

fn line(input: &mut impl BufRead) -> io::Result<Line> {
    let mut bytes = Vec::new();
    input.by_ref().take(LINE_LIMIT + 1).read_until(b'\n', &mut bytes)?;
    if bytes.is_empty() {
        return Ok(Line::End);
    }
    if bytes.last() != Some(&b'\n') && u64::try_from(bytes.len()).is_ok_and(|length| length > LINE_LIMIT) {
        let skipped = input.take(ENDLESS).skip_until(b'\n')?;
        if u64::try_from(skipped).is_ok_and(|length| length >= ENDLESS) {
            return Err(io::Error::other("a line of it has no end"));
        }
        return Ok(Line::Unfit("That line is too long."));
    }
    Ok(String::from_utf8(bytes).map_or(Line::Unfit("That line is no UTF-8 text."), Line::Text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_break_between_words_and_nothing_else_changes() {
        let long = "word ".repeat(40) + "\n\n" + &"x".repeat(100) + " end\nshort\n";
        let rows = wrapped(&long);
        assert_eq!(rows.split_whitespace().collect::<Vec<_>>(), long.split_whitespace().collect::<Vec<_>>());
        let widest = rows.lines().filter(|row| !row.contains('x')).map(UnicodeWidthStr::width).max();
        assert_eq!(widest, Some("word ".repeat(16).trim_end().len()));
        assert!(rows.ends_with(" end\nshort\n") || rows.ends_with("\nend\nshort\n"), "{rows}");
        assert!(rows.contains("\n\nxxx"), "{rows}");
    }
}
