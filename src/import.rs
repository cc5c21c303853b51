//! What people have written already, read as a comparison: Markdown and CSV.
//!
//! A reader makes a plain [`crate::tree::Tree`] with the places of the source, so that the rules of a comparison are checked
//! where they always are and what is wrong is told by line. Then it is written as RON, the text that the program works with.

mod csv;
mod markdown;
mod record;
mod sides;
mod words;

pub use record::Why;

use std::path::Path;

use crate::comparison::{Comparison, MOST_ALTERNATIVES};
use crate::order;
use crate::problem::Problems;
use crate::ron_text;
use crate::safe_text::SafeText;
use crate::tree::{Faults, Place, Tree};
use record::{Choice, Parts, Record};
use words::Words;

/// How a comparison is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Our own.
    Ron,
    /// Headings, lists and tables.
    Markdown,
    /// Rows and columns.
    Csv,
}

impl Form {
    /// By the ending of a name, else by what the text looks like.
    #[must_use]
    pub fn of(path: Option<&Path>, text: &str) -> Self {
        let ending = path.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("ron") => Self::Ron,
            Some("md" | "markdown" | "mdown" | "mkd" | "mdx") => Self::Markdown,
            Some("csv" | "tsv") => Self::Csv,
            Some(_) | None => Self::of_text(text),
        }
    }

    fn of_text(text: &str) -> Self {
        let start = text.trim_start_matches('\u{feff}').trim_start();
        let is_ron = ["Comparison", "(", "#![", "//", "/*"].iter().any(|it| start.starts_with(it));
        match () {
            () if is_ron => Self::Ron,
            () if csv::has_header(start) => Self::Csv,
            () => Self::Markdown,
        }
    }
}

/// What a document was read as.
#[derive(Clone, Debug)]
pub struct Import {
    /// The text of the comparison.
    pub ron: String,
    /// What it says.
    pub comparison: Comparison,
    /// How many remarks are on neither side.
    pub neutral: usize,
    /// What looks like a reason and does not count, in the order of the document.
    pub left_out: Vec<LeftOut>,
    /// What is shown as something else than was written.
    pub warnings: Problems,
}

/// A line that does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its number, from 1.
    pub line: usize,
    /// What it says.
    pub text: SafeText,
    /// Why it does not count.
    pub why: Why,
}

/// What a record says of its decision, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// What it asks.
    pub title: SafeText,
    /// What there was to choose from.
    pub options: Vec<Count>,
    /// Which of them was chosen.
    pub chosen: Option<usize>,
    /// What it calls its choice, if it says one.
    pub decided: Option<SafeText>,
    /// How many lines may be reasons and are not counted.
    pub uncounted: usize,
}

/// An option with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Its name.
    pub name: SafeText,
    /// The titles of what speaks for it.
    pub pros: Vec<SafeText>,
    /// The titles of what speaks against it.
    pub cons: Vec<SafeText>,
}

/// Reads a document as a comparison: the whole, or `only` the options whose names are listed with commas.
///
/// # Errors
/// All that is wrong with it, by line.
pub fn read(text: &str, form: Form, path: Option<&Path>, only: Option<&str>) -> Result<Import, Problems> {
    if form == Form::Ron {
        let (comparison, warnings) = Comparison::check_ron(text)?;
        return Ok(Import { ron: text.to_owned(), comparison, neutral: 0, left_out: Vec::new(), warnings });
    }
    let mut record = record(text, form, path)?;
    if let Some(only) = only {
        record.keep(only);
    }
    let (tree, warnings) = checked(&mut record, text)?;
    let ron = ron_text::write(&tree);
    // What was sound as a tree is sound as it is written.
    let comparison = Comparison::from_ron(&ron)?;
    let left_out = left_out(text, &mut record.left_out);
    let neutral = record.options.iter().map(|choice| choice.neutral.len()).sum();
    Ok(Import { ron, comparison, neutral, left_out, warnings: Problems::new(text, &warnings) })
}

/// Counts what a record says, however many options it has.
///
/// # Errors
/// Why it is no record.
pub fn tally(text: &str, form: Form, path: Option<&Path>) -> Result<Tally, Problems> {
    if form == Form::Ron {
        return Comparison::from_ron(text).map(|comparison| tally_of(&comparison));
    }
    let mut record = record(text, form, path)?;
    // Of more options than a comparison may have, reasons can be counted nevertheless.
    if record.options.len() <= MOST_ALTERNATIVES {
        checked(&mut record, text)?;
    }
    let line = |words: &Words| SafeText::line(&words.text);
    let count = |choice: &Choice| Count {
        name: line(&choice.name),
        pros: choice.pros.iter().map(|reason| line(&reason.title)).collect(),
        cons: choice.cons.iter().map(|reason| line(&reason.title)).collect(),
    };
    Ok(Tally {
        title: line(&record.title),
        options: record.options.iter().map(count).collect(),
        chosen: record.chosen,
        decided: record.decided.as_ref().map(line),
        uncounted: record.left_out.iter().filter(|(_, why)| why.may_count()).count(),
    })
}

/// A record as a tree that is a sound comparison, with warnings.
fn checked<'t>(record: &mut Record, text: &'t str) -> Result<(Tree<'t>, Faults), Problems> {
    let problems = |faults| Problems::new(text, &faults);
    record.count();
    record.fit();
    if !record.faults.is_empty() {
        return Err(problems(std::mem::take(&mut record.faults)));
    }
    // What refers to ids comes last, so that no message is about an id that nobody wrote.
    Comparison::new(&record.tree(text, Parts::Options)).map_err(problems)?;
    let tree = record.tree(text, Parts::All);
    let (_, warnings) = Comparison::new(&tree).map_err(problems)?;
    Ok((tree, warnings))
}

fn tally_of(comparison: &Comparison) -> Tally {
    let options = comparison.alternatives().map(|(_, alternative)| Count {
        name: alternative.name.clone(),
        pros: alternative.pros().map(|claim| comparison[claim].title.clone()).collect(),
        cons: alternative.cons().map(|claim| comparison[claim].title.clone()).collect(),
    });
    let chosen = comparison.chosen().map(|chosen| chosen.0);
    Tally {
        title: comparison.title().clone(),
        options: options.collect(),
        chosen,
        decided: None,
        uncounted: 0,
    }
}

fn record(text: &str, form: Form, path: Option<&Path>) -> Result<Record, Problems> {
    let mut record = match form {
        Form::Ron | Form::Markdown => markdown::read(text),
        Form::Csv => csv::read(text),
    };
    let file = path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    if record.title.is_empty() {
        let stem = path.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().replace(['-', '_'], " "));
        let names =
            || record.options.iter().map(|choice| choice.name.text.clone()).collect::<Vec<_>>().join(" or ");
        let title = stem.filter(|stem| !SafeText::line(stem).is_blank()).unwrap_or_else(names);
        record.title = Words::at(&title.chars().take(200).collect::<String>(), 0);
    }
    record.source = file
        .map(|name| name.chars().take(200).collect())
        .filter(|name: &String| !SafeText::line(name).is_blank());
    if record.faults.is_empty() { Ok(record) } else { Err(Problems::new(text, &record.faults)) }
}

/// What was left out, by line.
fn left_out(text: &str, left_out: &mut Vec<(Words, Why)>) -> Vec<LeftOut> {
    order::by_key(left_out, |(words, _)| words.start());
    let (mut at, mut line) = (0, 1);
    left_out
        .iter()
        .map(|(words, why)| {
            let Place { start, .. } = words.place();
            let start = start.clamp(at, text.len());
            line += text.as_bytes()[at..start].split(|byte| *byte == b'\n').count() - 1;
            at = start;
            LeftOut { line, text: SafeText::line(&words.text), why: why.clone() }
        })
        .collect()
}
