//! Streams of lines: standard input gone through by any number of threads, and what is said of lines that can't be used.

use std::io::{self, IsTerminal, Read};
use std::ops::ControlFlow;
use std::path::Path;

use super::args::StreamArgs;
use super::failure::Failure;
use super::import::is_input;
use super::output::complain;
use crate::comparison::Comparison;
use crate::lines::{self, Blocks, LinesError};
use crate::survey::{MOST_TOLD, Outcome};

/// Lines of one kind on standard input.
pub(super) struct Stream {
    /// What a line is, in the plural.
    pub(super) what: &'static str,
    /// The longest that is read, in bytes.
    pub(super) longest: usize,
    /// How many bytes of them are worked on at once.
    pub(super) piece: usize,
}

/// Why it ends early.
enum End {
    /// Nobody wants more.
    Left,
    Failed(Failure),
}

impl From<LinesError> for End {
    fn from(error: LinesError) -> Self {
        Self::Failed(error.into())
    }
}

/// Standard input, locked only while something of it is read: a lock would stay with one thread.
struct Input;

impl Read for Input {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        io::stdin().lock().read(buf)
    }
}

/// The comparison that lines on standard input are about.
pub(super) fn comparison(
    file: Option<&Path>,
    what: &'static str,
    command: &'static str,
) -> Result<Comparison, Failure> {
    match file {
        Some(path) if is_input(path) => Err(Failure::InputIsTaken { what, command }),
        file => super::comparison(file).inspect_err(|failure| {
            if matches!(failure, Failure::Problems(_)) {
                complain(&format!("note: FILE is the comparison; {what} come on standard input\n"));
            }
        }),
    }
}

impl Stream {
    /// Works on all lines, and takes in their order what comes of them.
    pub(super) fn work_on<T: Send + 'static, W: FnMut(&[u8]) -> (T, Outcome)>(
        &self,
        args: StreamArgs,
        worker: impl Fn() -> W + Clone + Send + 'static,
        mut take: impl FnMut(T) -> Result<ControlFlow<()>, Failure>,
    ) -> Result<(), Failure> {
        if io::stdin().is_terminal() {
            complain(&format!("Type or paste {}, a line each; Ctrl-D ends.\n", self.what));
        }
        let threads = match args.jobs {
            0 => lines::cores(),
            jobs => jobs.into(),
        };
        let blocks = Blocks::new(Input, self.longest, self.piece);
        let mut all = Outcome::default();
        let ended = lines::work_on(blocks, threads, worker, |(done, outcome)| {
            let flow = take(done).map_err(End::Failed)?;
            for (line, why) in all.append(outcome) {
                complain(&format!("line {line}: {why}\n"));
            }
            if flow.is_break() { Err(End::Left) } else { Ok(()) }
        });
        match ended {
            Ok(()) => tell(&all, args.strict),
            Err(End::Left) => {}
            Err(End::Failed(failure)) => return Err(failure),
        }
        let Outcome { bad, lines, .. } = all;
        if args.strict && bad > 0 { Err(Failure::BadLines { bad, lines }) } else { Ok(()) }
    }
}

/// What is said at the end of lines that could not be used, or not wholly.
fn tell(Outcome { lines, bad, told, astray, unknown }: &Outcome, is_strict: bool) {
    if *bad > 0 && !is_strict {
        complain(&format!("note: {}\n", Failure::BadLines { bad: *bad, lines: *lines }));
    }
    if u64::try_from(told.len()).is_ok_and(|told| told < *bad) {
        complain(&format!("note: only the first {} of them are told\n", told.len()));
    }
    if *astray > 0 {
        let some = if unknown.len() == MOST_TOLD { ", such as" } else { ":" };
        let hint = if astray * 2 > *lines { " (are they about this comparison?)" } else { "" };
        let ids = unknown.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        complain(&format!(
            "note: {astray} of {lines} lines say something of claims that are not there{hint}{some} {ids}\n"
        ));
    }
}
