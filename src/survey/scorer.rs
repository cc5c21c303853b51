//! A line of answer to each line.

use serde::Serialize;

use super::line::{self, Line};
use super::outcome::{LONGEST, Outcome, each_line, why};
use super::words::Words;
use crate::comparison::Comparison;
use crate::decision::{self, Spreads};
use crate::profile::Profile;
use crate::report::{self, JsonLines, Subject};

/// The shortest line that has an answer, in bytes: `{"stances":{}}`.
const SHORTEST: usize = 15;

/// How many bytes of answers there may be at once.
const MOST_ANSWERS: usize = 4 * 1024 * 1024;

/// How much is told of each profile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// The answer, and what each reason adds to it.
    #[default]
    Answer,
    /// All that a report says.
    All,
}

/// Answers lines, each a profile, with a line each.
#[derive(Clone, Debug)]
pub struct Scorer {
    comparison: Comparison,
    words: Words,
    /// What writes whole reports, if they are asked for.
    reports: Option<JsonLines>,
    spreads: Spreads,
}

/// Lines of answers.
#[derive(Debug, Default)]
pub struct Answers {
    /// As many as there were lines, safe to show.
    pub text: String,
    /// What is wrong with those that have no answer.
    pub outcome: Outcome,
}

/// What stands in the place of an answer.
#[derive(Serialize)]
struct NoAnswer<'l> {
    id: Option<&'l str>,
    error: &'l str,
}

impl Scorer {
    /// What answers lines about a comparison.
    ///
    /// # Errors
    /// If its texts can't be written as JSON, which no comparison is known to cause.
    pub fn new(comparison: Comparison, detail: Detail) -> serde_json::Result<Self> {
        let reports = match detail {
            Detail::Answer => None,
            Detail::All => Some(JsonLines::new(&comparison)?),
        };
        Ok(Self { words: Words::new(&comparison), comparison, reports, spreads: Spreads::default() })
    }

    /// How many bytes of lines to answer at once, so that their answers take some mebibytes at most.
    #[must_use]
    pub fn piece(&self) -> usize {
        let of_claim = if self.reports.is_some() { 420 } else { 60 };
        let longest = 300 + of_claim * self.comparison.claims().len();
        (MOST_ANSWERS / longest * SHORTEST).clamp(512, 64 * 1024)
    }

    /// The answers to whole lines.
    pub fn score(&mut self, block: &[u8]) -> Answers {
        let mut answers = Answers::default();
        each_line(block, LONGEST, |text| match text {
            Ok(text) => self.score_line(text, &mut answers),
            Err(why) => answers.refuse(None, why),
        });
        answers
    }

    fn score_line(&mut self, text: &str, answers: &mut Answers) {
        let start = answers.text.len();
        let answered = line::read(text, &self.comparison).and_then(|Line { id, profile, unknown }| {
            self.answer(id.as_deref(), &profile, &mut answers.text)?;
            Ok(unknown)
        });
        match answered {
            Ok(unknown) => {
                answers.text.push('\n');
                answers.outcome.accept(unknown);
            }
            Err(error) => {
                answers.text.truncate(start);
                answers.refuse(line::id(text).as_deref(), why(text, &error));
            }
        }
    }

    fn answer(&mut self, id: Option<&str>, profile: &Profile, text: &mut String) -> serde_json::Result<()> {
        match &self.reports {
            None => {
                let answer = decision::answer(&self.comparison, profile, &mut self.spreads);
                self.words.write(id, &answer, text)
            }
            Some(reports) => {
                let assessment = decision::assess_next(&self.comparison, profile, &mut self.spreads);
                text.extend(["{\"id\":", &report::to_line(&id)?, ","]);
                reports.write(&Subject::assessed(&self.comparison, profile, assessment), text)
            }
        }
    }
}

impl Answers {
    /// A line that says why there is no answer.
    fn refuse(&mut self, id: Option<&str>, error: String) {
        // A text and what may be none can be written.
        self.text += &report::to_line(&NoAnswer { id, error: &error }).unwrap_or_default();
        self.text.push('\n');
        self.outcome.refuse(error);
    }
}
