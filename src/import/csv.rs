//! CSV: one reason a row.

use ::csv::{ReaderBuilder, StringRecord};

use super::markdown::read_table;
use super::record::{Choice, Reason, Record, fault};
use super::sides::{self, Side, plain};
use super::words::Words;
use crate::tree::Place;
use crate::weight::Weight;
use crate::wording::{quoted, suggestion};

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Alternative,
    Side,
    Title,
    Detail,
    Criterion,
    Weight,
}

/// How columns are called, in small letters.
const NAMES: &[(Column, &[&str])] = &[
    (Column::Alternative, &["alternative", "alternatives", "option", "options", "choice", "candidate", "product", "name"]),
    (Column::Side, &["side", "type", "kind", "polarity", "pro/con", "pro or con", "pros/cons", "for/against", "sign", "direction", "+/-", "procon"]),
    (Column::Title, &["title", "claim", "reason", "argument", "point", "statement", "text", "pro or con text"]),
    (Column::Detail, &["detail", "details", "description", "explanation", "note", "notes", "comment", "comments"]),
    (Column::Criterion, &["criterion", "criteria", "category", "topic", "about", "aspect"]),
    (Column::Weight, &["weight", "weights", "importance", "points", "priority"]),
];

/// What may part the cells of a row.
const DELIMITERS: [u8; 3] = *b",;\t";

/// One row with its place.
struct Row {
    cells: Vec<Words>,
    place: Place,
}

/// Whether the first line of a text names columns of ours.
pub(super) fn has_header(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    let (_, columns) = columns_of(first);
    columns.iter().flatten().count() >= 2
}

/// The delimiter of a first line, and its columns.
fn columns_of(line: &str) -> (u8, Vec<Option<Column>>) {
    let read = DELIMITERS.map(|delimiter| {
        let mut reader = ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(line.as_bytes());
        let first = reader.records().next().and_then(Result::ok).unwrap_or_default();
        (delimiter, first.iter().map(column).collect::<Vec<_>>())
    });
    let best = read.into_iter().rev().max_by_key(|(_, columns)| (columns.iter().flatten().count(), columns.len()));
    best.unwrap_or((b',', Vec::new()))
}

fn column(name: &str) -> Option<Column> {
    let (plain, as_it_is) = (plain(name), name.trim());
    NAMES.iter().find(|(_, names)| names.contains(&plain.as_str()) || names.contains(&as_it_is)).map(|(column, _)| *column)
}

/// Reads what a CSV text says.
pub(super) fn read(text: &str) -> Record {
    let mut record = Record::default();
    let bom = text.len() - text.trim_start_matches('\u{feff}').len();
    let start = bom + text[bom..].len() - text[bom..].trim_start_matches(['\r', '\n']).len();
    let first = text[start..].lines().next().unwrap_or_default();
    let (delimiter, columns) = columns_of(first);
    let rows = match rows(text, start, delimiter) {
        Ok(rows) => rows,
        Err((place, message)) => {
            record.faults.add(place, || message);
            return record;
        }
    };
    let Some((head, rows)) = rows.split_first() else {
        record.faults.add(0..1, || "there is nothing in it; the first line should name the columns: alternative,side,title".to_owned());
        return record;
    };
    let twice = columns.iter().enumerate().find_map(|(at, column)| {
        let column = (*column)?;
        columns[..at].contains(&Some(column)).then_some(at)
    });
    if let Some(at) = twice {
        let words = &head.cells[at];
        record.faults.add(words.place(), || format!("the column {} is there twice", quoted(&words.text)));
        return record;
    }
    let at = |column| columns.iter().position(|it| *it == Some(column));
    let (Some(alternative), Some(side), Some(title)) = (at(Column::Alternative), at(Column::Side), at(Column::Title)) else {
        // The other way to write it: a column for each side.
        let cells = rows.iter().map(|row| row.cells.clone()).collect();
        return read_table(head.cells.clone(), cells).unwrap_or_else(|| {
            record.faults.add(head.place.clone(), || no_columns(&head.cells, &columns));
            record
        });
    };
    for row in rows {
        let cell = |column: usize| row.cells.get(column).filter(|cell| !cell.is_empty());
        if let Some(more) = row.cells.iter().skip(head.cells.len()).find(|cell| !cell.is_empty()) {
            let (here, there) = (row.cells.len(), head.cells.len());
            record.faults.add(more.place(), || {
                format!("this row has {here} cells and the first one {there}; a text with a delimiter in it needs quotes")
            });
            continue;
        }
        let mut missing = |what: &str| {
            record.faults.add(row.place.clone(), || format!("this row has no {what}"));
        };
        let Some(name) = cell(alternative) else {
            missing("alternative");
            continue;
        };
        let Some(said) = cell(side) else {
            missing("side: pro or con");
            continue;
        };
        let Some(title) = cell(title) else {
            missing("title: the pro or con itself");
            continue;
        };
        let Some(side) = sides::named(&said.text) else {
            let hint = suggestion(&plain(&said.text), ["pro", "con", "neutral"].into_iter());
            let fault = fault(said, format!("expected pro or con here, found {}{hint}", quoted(&said.text)));
            record.faults.add(fault.place, || fault.message);
            continue;
        };
        let mut reason = Reason { title: title.clone().on_one_line(), ..Reason::default() };
        reason.detail = at(Column::Detail).and_then(cell).cloned().unwrap_or_default();
        reason.criterion = at(Column::Criterion).and_then(cell).map(|words| words.clone().on_one_line());
        if let Some(words) = at(Column::Weight).and_then(cell) {
            reason.weight = words.text.trim().parse().ok().filter(|points| *points <= Weight::MOST);
            if reason.weight.is_none() {
                let fault = fault(words, format!("a weight is a whole number from 0 to 10, or empty; found {}", quoted(&words.text)));
                record.faults.add(fault.place, || fault.message);
            }
        }
        let name = name.clone().on_one_line();
        let option = record.options.iter_mut().find(|choice| choice.name.text == name.text);
        let option = match option {
            Some(option) => option,
            None => {
                record.options.push(Choice { name, ..Choice::default() });
                let Some(last) = record.options.last_mut() else { continue };
                last
            }
        };
        match side {
            Side::Pro => option.pros.push(reason),
            Side::Con => option.cons.push(reason),
            Side::Neutral => option.neutral.push(reason.title),
        }
    }
    if record.options.is_empty() && record.faults.is_empty() {
        record.faults.add(head.place.clone(), || "there are no rows below the names of the columns".to_owned());
    }
    record
}

fn no_columns(head: &[Words], columns: &[Option<Column>]) -> String {
    let found: Vec<String> = head.iter().map(|cell| quoted(&cell.text)).collect();
    let missing = [(Column::Alternative, "alternative"), (Column::Side, "side (pro or con)"), (Column::Title, "title")];
    let missing: Vec<&str> =
        missing.iter().filter(|(column, _)| !columns.contains(&Some(*column))).map(|(_, name)| *name).collect();
    format!(
        "this is no list of pros and cons: the first line should name the columns alternative, side, title, and may name \
         detail, criterion, weight; it names {}, so what is missing is {}",
        found.join(", "),
        missing.join(", "),
    )
}

/// The rows of a text from a place on.
fn rows(text: &str, start: usize, delimiter: u8) -> Result<Vec<Row>, (Place, String)> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(&text.as_bytes()[start..]);
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    loop {
        let from = start + usize::try_from(reader.position().byte()).unwrap_or(0);
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(error) => return Err((from..from + 1, format!("this is no CSV: {error}"))),
        }
        let from = record.position().and_then(|position| usize::try_from(position.byte()).ok()).map_or(from, |byte| start + byte);
        let to = (start + usize::try_from(reader.position().byte()).unwrap_or(0)).clamp(from, text.len());
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        rows.push(row(text, from..to, &record));
    }
    // What is never closed takes the rest of the file into one cell.
    if let Some(last) = rows.last()
        && text.as_bytes().iter().filter(|byte| **byte == b'"').count() % 2 == 1
        && let Some(open) = last.cells.iter().find(|cell| cell.text.contains('\n'))
    {
        return Err((open.place(), "a quote opens here and is never closed".to_owned()));
    }
    Ok(rows)
}

/// A row whose cells are found again in what was written.
fn row(text: &str, place: Place, record: &StringRecord) -> Row {
    let mut at = place.start;
    let mut cells = Vec::new();
    for cell in record {
        // Quotes inside are written twice; then the place is that of what follows the cell before.
        let found = if cell.is_empty() { None } else { text[at..place.end].find(cell) };
        let start = found.map_or(at, |found| at + found);
        cells.push(Words::at(cell, start).trimmed());
        at = found.map_or(at, |_| start + cell.len());
    }
    let line = text[place.clone()].trim_start_matches(['\r', '\n']);
    let start = place.end - line.len();
    let length = line.lines().next().map_or(1, str::len).max(1);
    Row { cells, place: start..start + length }
}
