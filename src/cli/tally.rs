//! Answers on standard input added up, or sums of answers.

use std::ops::ControlFlow;

use super::args::{PlainFormat, StreamArgs, TallyArgs};
use super::failure::Failure;
use super::output::print;
use super::stream::{self, Stream};
use super::{Cli, signs};
use crate::lines::PIECE;
use crate::survey::{LONGEST_ANSWER, LONGEST_SUMS, Tally};
use crate::view::in_signs;

/// Adds up all lines, and prints what they come to.
pub(super) fn tally(cli: &Cli, args: &TallyArgs) -> Result<(), Failure> {
    let (what, longest) = if args.merge { ("sums", LONGEST_SUMS) } else { ("answers", LONGEST_ANSWER) };
    let stream = Stream { what, longest, piece: PIECE };
    let tally = Tally::new(stream::comparison(args.file.as_deref(), what, "tally")?);
    let add_up = if args.merge { Tally::merge } else { Tally::add_up };
    let own = tally.clone();
    let worker = move || {
        let own = own.clone();
        move |block: &[u8]| add_up(&own, block)
    };
    let mut sums = tally.zero();
    let strict = args.stream.strict || args.merge;
    stream.work_on(StreamArgs { strict, ..args.stream }, worker, |more| {
        sums.add(&more).map_err(Failure::Sums)?;
        Ok(ControlFlow::Continue(()))
    })?;
    match args.format {
        PlainFormat::Text => print(&in_signs(signs(cli.screen), &tally.text(&sums))),
        PlainFormat::Json => print(&tally.json(&sums).map_err(Failure::Json)?),
    }
}
