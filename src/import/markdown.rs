//! Markdown: decision records above all, and whatever else has options with pros and cons.

mod blocks;
mod chosen;
mod headings;
mod names;
mod options;
mod reader;
mod section;
mod shapes;

use super::record::{Record, Why};
use super::words::Words;
use blocks::Document;
use headings::Topic;
use reader::Reader;
use section::Section;

/// How many names are named where there are many.
const FEW: usize = 3;

/// What would do instead.
const READABLE: &str = "what can be read: \"Pros\" and \"Cons\" with a list each below the name of each option, lists of \
    \"Good, because ...\" and \"Bad, because ...\", or a table with the columns Option, Pros, Cons";

/// Reads what a Markdown text says.
pub(super) fn read(text: &str) -> Record {
    let document = blocks::read(text);
    let mut reader = Reader::read(&document);
    let faults = std::mem::take(&mut reader.faults);
    let mut record = Record { title: title(&document, &reader.sections), faults, ..Record::default() };
    let found = options::options(&mut reader, &mut record.faults);
    record.options = found.iter().map(options::choice).collect();
    let chosen = chosen::chosen(&reader, &found, &record.options);
    (record.chosen, record.decided) = (chosen.option, chosen.words);
    if record.faults.is_empty() && !record.options.iter().any(super::record::Choice::has_reasons) {
        let message = nothing_found(&reader, &record);
        record.faults.add(0..1, || message);
        record.options.clear();
    }
    record.summary = summary(&reader);
    record.left_out = std::mem::take(&mut reader.left_out);
    record.left_out.extend(reader.html.iter().map(|place| {
        let line = text[place.clone()].lines().next().unwrap_or_default();
        (Words::at(line, place.start), Why::Html)
    }));
    record
}

/// What it is called: its first heading, or as its front matter says.
fn title(document: &Document, sections: &[Section]) -> Words {
    let heading = sections.iter().find(|section| section.topic == Topic::Title);
    heading.map(|section| section.name.clone()).or_else(|| document.title.clone()).unwrap_or_default()
}

/// What it is about: the question, what matters, and what was decided.
fn summary(reader: &Reader) -> Words {
    let mut summary = Words::default();
    for words in &reader.context {
        summary.append("\n", &words.clone().on_one_line());
    }
    if !reader.drivers.is_empty() {
        summary.append("\n", &Words::at("What matters:", reader.drivers[0].start()));
        for words in &reader.drivers {
            summary.append("\n", &words.clone().on_one_line());
        }
    }
    for words in &reader.decision {
        summary.append("\n", &words.clone().on_one_line());
    }
    summary
}

/// Why there is nothing to compare, and what would do.
fn nothing_found(reader: &Reader, record: &Record) -> String {
    let found = if record.options.len() > 1 {
        let count = record.options.len();
        format!("it lists {count} options ({}) and says nothing for or against them", record.names(FEW))
    } else if !reader.left_out.is_empty() {
        "it has pros and cons, but of no option".to_owned()
    } else if reader.tables > 0 {
        "it has a table, but not one of pros and cons".to_owned()
    } else if !reader.html.is_empty() {
        "it has HTML, which is not read".to_owned()
    } else {
        "it has no pros and cons".to_owned()
    };
    format!("this is no list of pros and cons: {found}\n{READABLE}")
}

/// Reads a table with a column for each side; none if it is no such table.
pub(super) fn read_table(head: Vec<Words>, rows: Vec<Vec<Words>>) -> Option<Record> {
    let table = blocks::Table { head, rows };
    let document = Document { blocks: vec![blocks::Block::Table(table)], title: None };
    let mut reader = Reader::read(&document);
    let mut record = Record::default();
    record.options = options::options(&mut reader, &mut record.faults).iter().map(options::choice).collect();
    record.left_out = reader.left_out;
    (reader.tables == 0 && !record.options.is_empty()).then_some(record)
}
