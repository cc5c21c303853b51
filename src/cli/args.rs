//! What can be asked for on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};

use super::people::People;
use crate::report::Form;
use crate::survey::Detail;

/// Weigh a choice: pros and cons side by side, and how sure the answer is.
#[derive(Debug, Parser)]
#[command(name = "touchstone", bin_name = "touchstone", version)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Option<Command>,

    #[command(flatten)]
    pub(super) what: ExploreArgs,

    #[command(flatten)]
    pub(super) screen: ScreenArgs,

    /// Where profiles live [default: the data folder of the system, or `TOUCHSTONE_DATA_DIR`]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, global = true)]
    pub(super) data_dir: Option<PathBuf>,
}

/// How the screen is used.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ScreenArgs {
    /// Leave the mouse to the terminal, as `TOUCHSTONE_MOUSE=0` does
    #[arg(long)]
    pub(super) no_mouse: bool,

    /// Use signs of ASCII alone, on the screen and in what is printed
    #[arg(long)]
    pub(super) ascii: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Begin a comparison of your own
    New(NewArgs),
    /// Write Markdown or CSV as a comparison file
    Import(ImportArgs),
    /// Tell whether what decision records chose leads by their own reasons
    Audit(AuditArgs),
    /// Be asked line by line, without a screen: for screen readers, simple terminals, pipes
    #[command(after_long_help = ASKS)]
    Weigh(ExploreArgs),
    /// Print the answer
    Report(ReportArgs),
    /// Put people side by side: where they disagree, and the least that one would have to give up
    Compare(CompareArgs),
    /// Answer any number of profiles: a line of JSON each on standard input, and a line of JSON each on standard output
    #[command(after_long_help = LINES)]
    Score(ScoreArgs),
    /// Add up what `score` writes: what comes first for how many, how sure that is, and which reasons divide them
    #[command(after_long_help = SUMS)]
    Tally(TallyArgs),
    /// List every problem of comparison files
    Check(CheckArgs),
    /// Print a script that completes words in a shell
    Completions(CompletionsArgs),
    /// Print the manual page
    Man,
}

#[derive(Args, Debug)]
pub(super) struct NewArgs {
    /// Where it will be saved; asked for when that is left out
    pub(super) file: Option<PathBuf>,

    #[command(flatten)]
    pub(super) screen: ScreenArgs,
}

/// What `import` reads, for its long help.
const READS: &str = "\
    Markdown: below the name of each option the words Pros and Cons (or Advantages, Drawbacks, For, Against ...) with a list \
    each, as headings, bold lines, list items or columns of a table; or lists of lines that begin with \"Good, because\" and \
    \"Bad, because\", with + and -, or with signs. For example:\n\n    \
    ## Tent\n    - Good, because it is ours\n    - Bad, because it leaks\n\n    \
    ## Hut\n    - Good, because it is dry\n\n\
    CSV: the columns alternative, side (pro or con) and title, and if you like detail, criterion and weight (0 to 10).\n\n\
    What was read is told on standard error, and each line that looked like a reason and was not taken as one.";

/// What `audit` says, for its long help.
const SAYS: &str = "\
    Each reason of a record counts once: pros less cons. The chosen option leads, is level with another one, or is behind; \
    then it is said how few reasons would have to weigh twice as much as the rest for it to lead. A record is contradicted by \
    its own reasons if its choice is behind; --strict ends with 1 then.";

#[derive(Args, Debug)]
#[command(after_long_help = READS)]
pub(super) struct ImportArgs {
    /// Markdown or CSV, or - for standard input
    pub(super) file: PathBuf,

    /// A new file for the comparison [default: standard output]
    #[arg(long, value_name = "PATH")]
    pub(super) out: Option<PathBuf>,

    /// Only these options, with commas between
    #[arg(long, value_name = "A,B,C")]
    pub(super) only: Option<String>,
}

#[derive(Args, Debug)]
#[command(after_long_help = SAYS)]
pub(super) struct AuditArgs {
    /// Decision records, or folders of them
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: PlainFormat,

    /// End with exit status 1 if one is contradicted by its own reasons
    #[arg(long)]
    pub(super) strict: bool,
}

/// How `weigh` goes, for its long help.
const ASKS: &str = "\
    Each question is answered with a line on standard input, so FILE is never - here: a number from 0, not at all, to 10, above \
    all else; an empty line skips it, and `help` lists what else is understood.\n\n\
    `save NAME` saves what was said. Where the lines end before that, it is kept, and the next start brings it back; `quit`, then \
    `n`, leaves nothing behind.";

/// What is explored, on the screen or line by line.
#[derive(Args, Debug, Default, PartialEq, Eq)]
pub(super) struct ExploreArgs {
    /// The comparison: RON, Markdown, CSV, or - for standard input [default: handmade against mass-produced jewelry]
    pub(super) file: Option<PathBuf>,

    /// Open this profile, or begin it
    #[arg(long, value_name = "NAME")]
    pub(super) profile: Option<String>,

    /// Open the profile in this file, such as one that somebody sent
    #[arg(long, value_name = "PATH", conflicts_with = "profile")]
    pub(super) profile_file: Option<PathBuf>,

    /// Weigh blind: the answer is hidden until all is weighed
    #[arg(long)]
    pub(super) blind: bool,
}

#[derive(Args, Debug, Default)]
pub(super) struct ReportArgs {
    /// The comparison [default: handmade against mass-produced jewelry]
    pub(super) file: Option<PathBuf>,

    /// Weighed as in this saved profile
    #[arg(long, value_name = "NAME", conflicts_with_all = ["preset", "profile_file"])]
    pub(super) profile: Option<String>,

    /// Weighed as in this preset of the comparison
    #[arg(long, value_name = "ID", conflicts_with = "profile_file")]
    pub(super) preset: Option<String>,

    /// Weighed as in this profile file
    #[arg(long, value_name = "PATH")]
    pub(super) profile_file: Option<PathBuf>,

    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Form,
}

#[derive(Args, Debug)]
pub(super) struct CompareArgs {
    /// The comparison [default: handmade against mass-produced jewelry]
    pub(super) file: Option<PathBuf>,

    #[command(flatten)]
    pub(super) people: People,

    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Form,
}

/// What `score` reads and writes, for its long help.
const LINES: &str = "\
    A line is a profile; all but `stances` may be left out:\n\n    \
    {\"id\": \"p1\", \"band\": 2, \"counting\": \"each-reason-once\", \"stances\": {\"handmade/uniqueness\": {\"weight\": 8, \
    \"on\": true, \"essential\": false}}}\n\n\
    Its answer has the same id: `leader`, `likeliest`, `verdict`, `tie`, `chances`, `ruled_out`, and in `lead_parts` what each \
    reason adds. A line that is of no use is answered with `error`, and told on standard error by its number.";

#[derive(Args, Debug)]
pub(super) struct ScoreArgs {
    /// The comparison [default: handmade against mass-produced jewelry]
    pub(super) file: Option<PathBuf>,

    /// How much to tell of each
    #[arg(long, value_enum, default_value_t)]
    pub(super) fields: Detail,

    #[command(flatten)]
    pub(super) stream: StreamArgs,
}

/// What `tally` adds up, for its long help.
const SUMS: &str = "\
    With --format json it writes sums that are whole numbers only, on one line: chances are rounded to millionths first. So \
    any stream can be cut into parts, and `tally --merge` adds up the sums of the parts, in any order, to the same line. If one \
    of these is of no use, nothing is printed, and it ends with exit status 1.";

#[derive(Args, Debug)]
pub(super) struct TallyArgs {
    /// The comparison [default: handmade against mass-produced jewelry]
    pub(super) file: Option<PathBuf>,

    /// Add up sums, a line each, instead of answers
    #[arg(long)]
    pub(super) merge: bool,

    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: PlainFormat,

    #[command(flatten)]
    pub(super) stream: StreamArgs,
}

/// How a stream of lines is gone through.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct StreamArgs {
    /// Use so many threads; without N, or with 0, one for each core
    #[arg(long, value_name = "N", default_value_t = 1, num_args = 0..=1, default_missing_value = "0")]
    pub(super) jobs: u16,

    /// End with exit status 1 if a line is of no use
    #[arg(long)]
    pub(super) strict: bool,
}

impl ValueEnum for Detail {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Answer, Self::All]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Answer => PossibleValue::new("answer").help("The answer, and what each reason adds to it"),
            Self::All => PossibleValue::new("all").help("All that `report --format json` says"),
        })
    }
}

#[derive(Args, Debug)]
pub(super) struct CheckArgs {
    /// Comparison files
    #[arg(required = true)]
    pub(super) files: Vec<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub(super) shell: Shell,

    /// What the script asks
    #[arg(hide = true, last = true)]
    pub(super) words: Vec<OsString>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
    Elvish,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum PlainFormat {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

impl ValueEnum for Form {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Text, Self::Markdown, Self::Html, Self::Json]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Text => PossibleValue::new("text").help("For people"),
            Self::Markdown => PossibleValue::new("markdown").help("For documents"),
            Self::Html => PossibleValue::new("html").help("For browsers and paper"),
            Self::Json => PossibleValue::new("json").help("For programs"),
        })
    }
}
