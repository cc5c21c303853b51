//! An answer to each line of standard input.

use super::args::ScoreArgs;
use super::failure::Failure;
use super::output::write_out;
use super::stream::{self, Stream};
use crate::survey::{Answers, LONGEST, Scorer};

/// Answers each line with a line.
pub(super) fn score(args: &ScoreArgs) -> Result<(), Failure> {
    let what = "profiles";
    let comparison = stream::comparison(args.file.as_deref(), what, "score")?;
    let scorer = Scorer::new(comparison, args.fields).map_err(Failure::Json)?;
    let stream = Stream { what, longest: LONGEST, piece: scorer.piece() };
    let worker = move || {
        let mut scorer = scorer.clone();
        move |block: &[u8]| {
            let Answers { text, outcome } = scorer.score(block);
            (text, outcome)
        }
    };
    stream.work_on(args.stream, worker, |text| write_out(&text))
}
