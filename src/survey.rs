//! Any number of people: a profile a line in, an answer a line out, and what all answers come to.

mod line;
mod outcome;
mod scorer;
mod sums;
mod tally;
mod told;
mod words;

pub use outcome::{LONGEST, MOST_TOLD, Outcome};
pub use scorer::{Answers, Detail, Scorer};
pub use sums::Sums;
pub use tally::{LONGEST_ANSWER, LONGEST_SUMS, Tally};
