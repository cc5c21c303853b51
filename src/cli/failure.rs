//! How the program says that something could not be done.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use super::output;
use crate::lines::LinesError;
use crate::problem::Problems;
use crate::profile::{NameProblem, ProfileName};
use crate::runner::RunError;
use crate::safe_text::SafeText;
use crate::store::StoreError;
use crate::text_file::ReadError;

/// Why what was asked for could not be done.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    #[error(transparent)]
    Read(#[from] ReadError),
    #[error("{error}{hint}")]
    NoComparison { error: ReadError, hint: String },
    #[error("there is such a file already; without `new` it is opened: {}", path.display())]
    Exists { path: PathBuf },
    #[error("there is such a file already, and nothing is written over: {}", path.display())]
    OutExists { path: PathBuf },
    #[error("a comparison file ends with .ron: {}", path.display())]
    OutEnding { path: PathBuf },
    #[error("no decision record in {names}: none with pros and cons of at least two options")]
    NoRecords { names: String },
    #[error("{} by {} own reasons", contradicted(*.bad, *.all), if *.bad == 1 { "its" } else { "their" })]
    Contradicted { bad: usize, all: usize },
    #[error(transparent)]
    Problems(#[from] Problems),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Run(#[from] RunError),
    #[error(transparent)]
    Lines(#[from] LinesError),
    #[error("there is no profile {0}; `touchstone --profile` begins it")]
    NoProfile(ProfileName),
    #[error(
        "there is nobody to put side by side: save profiles, or name some with --profile, --preset or --profile-file"
    )]
    Nobody,
    #[error(
        "{0} is weighed blind, so the answer is hidden until all is weighed; `b` in the program shows it"
    )]
    Blind(String),
    #[error("there is no preset \"{id}\"{hint}")]
    NoPreset { id: String, hint: String },
    #[error("{problem}: \"{name}\"")]
    BadName { name: String, problem: NameProblem },
    #[error("--ascii and --no-mouse go after `new`, or without a subcommand; nothing else has a screen")]
    NoScreenThere,
    #[error("FILE and what goes with it come after `{0}`, not before it")]
    Misplaced(&'static str),
    #[error(
        "{what} are read from standard input, so the comparison can't be; `touchstone {command}` takes a file"
    )]
    InputIsTaken { what: &'static str, command: &'static str },
    #[error("{bad} of {lines} lines can't be used")]
    BadLines { bad: u64, lines: u64 },
    #[error("can't add up: {0}")]
    Sums(String),
    #[error("it was not saved{0}")]
    NotSaved(&'static str),
    #[error("nothing was saved, and what you said could not be kept")]
    NotKept,
    #[error("can't read from standard input: {0}")]
    Input(io::Error),
    #[error("there is no home folder to keep profiles in; say where with --data-dir")]
    NoHome,
    #[error("there is no terminal to open ({0}); `touchstone report` prints the answer without one")]
    NoTerminal(io::Error),
    #[error(
        "this terminal has no screen to type into (TERM=dumb); write a file, and `touchstone weigh FILE` asks about it"
    )]
    NoScreen,
    #[error("can't write the report as JSON: {0}")]
    Json(serde_json::Error),
    #[error("can't write to standard output: {0}")]
    Output(io::Error),
    #[error("{bad} of {all} files can't be used")]
    Checked { bad: usize, all: usize },
}

impl Failure {
    /// The first line of it, without where it is.
    pub(super) fn first_line(&self) -> String {
        let message = match self {
            Self::Problems(problems) => problems
                .list
                .first()
                .map_or_else(String::new, |problem| format!("{} on line {}", problem.message, problem.line)),
            other => other.to_string(),
        };
        SafeText::line(message.lines().next().unwrap_or_default()).to_string()
    }

    /// Says it on standard error and returns what the process ends with.
    pub(super) fn tell(&self) -> ExitCode {
        let message = self.to_string();
        // Only a list of problems has lines of its own; a line feed in the name of a file must not make another.
        let has_lines = matches!(self, Self::Problems(_) | Self::Store(StoreError::Damaged(_)));
        let message = if has_lines { SafeText::text(&message) } else { SafeText::line(&message) };
        output::complain(&format!("error: {message}\n"));
        match self {
            Self::NoTerminal(_)
            | Self::NoScreen
            | Self::NoScreenThere
            | Self::BadName { .. }
            | Self::Misplaced(_)
            | Self::InputIsTaken { .. } => ExitCode::from(2),
            Self::Read(_)
            | Self::NoComparison { .. }
            | Self::Exists { .. }
            | Self::OutExists { .. }
            | Self::OutEnding { .. }
            | Self::NoRecords { .. }
            | Self::Contradicted { .. }
            | Self::Problems(_)
            | Self::Store(_)
            | Self::Run(_)
            | Self::Lines(_)
            | Self::NoProfile(_)
            | Self::Nobody
            | Self::Blind(_)
            | Self::NoPreset { .. }
            | Self::NoHome
            | Self::NotSaved(_)
            | Self::NotKept
            | Self::Input(_)
            | Self::BadLines { .. }
            | Self::Sums(_)
            | Self::Json(_)
            | Self::Output(_)
            | Self::Checked { .. } => ExitCode::FAILURE,
        }
    }
}

fn contradicted(bad: usize, all: usize) -> String {
    format!("{bad} of {all} records {} contradicted", if bad == 1 { "is" } else { "are" })
}
