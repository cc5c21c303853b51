//! CSV: one reason a row.

use ::csv::{ReaderBuilder, StringRecord};

use super::markdown::read_table;
use super::record::{Reason, Record, Why, fault};
use super::sides::{self, Side, plain};
use super::words::Words;
use crate::tree::{Fault, Place};
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
    Chosen,
}

/// How columns are called, in small letters.
const NAMES: &[(Column, &[&str])] = &[
    (
        Column::Alternative,
        &["alternative", "alternatives", "option", "options", "choice", "candidate", "product", "name"],
    ),
    (
        Column::Side,
        &[
            "side",
            "type",
            "kind",
            "polarity",
            "pro/con",
            "pro or con",
            "pros/cons",
            "for/against",
            "sign",
            "direction",
            "+/-",
            "procon",
        ],
    ),
    (
        Column::Title,
        &["title", "claim", "reason", "argument", "point", "statement", "text", "pro or con text"],
    ),
    (
        Column::Detail,
        &["detail", "details", "description", "explanation", "note", "notes", "comment", "comments"],
    ),
    (Column::Criterion, &["criterion", "criteria", "category", "topic", "about", "aspect"]),
    (Column::Chosen, &["chosen", "selected", "decision"]),
    (Column::Weight, &["weight", "weights", "importance", "points", "priority"]),
];

/// What may part the cells of a row.
const DELIMITERS: [u8; 3] = *b",;\t";

/// The most columns that a message names.
const MOST_NAMED: usize = 10;

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
        let mut reader =
            ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(line.as_bytes());
        let first = reader.records().next().and_then(Result::ok).unwrap_or_default();
        (delimiter, first.iter().map(column).collect::<Vec<_>>())
    });
    let best =
        read.into_iter().rev().max_by_key(|(_, columns)| (columns.iter().flatten().count(), columns.len()));
    best.unwrap_or((b',', Vec::new()))
}

fn column(name: &str) -> Option<Column> {
    let (plain, as_it_is) = (plain(name), name.trim());
    NAMES
        .iter()
        .find(|(_, names)| names.contains(&plain.as_str()) || names.contains(&as_it_is))
        .map(|(column, _)| *column)
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
        record.faults.add(0..1, || {
            "there is nothing in it; the first line should name the columns: alternative,side,title"
                .to_owned()
        });
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
    let needed = [Column::Alternative, Column::Side, Column::Title];
    if !needed.iter().all(|column| columns.contains(&Some(*column))) {
        // The other way to write it: a column for each side.
        let cells = rows.iter().map(|row| row.cells.clone()).collect();
        return read_table(head.cells.clone(), cells).unwrap_or_else(|| {
            record.faults.add(head.place.clone(), || no_columns(&head.cells, &columns));
            record
        });
    }
    for (head, _) in
        head.cells.iter().zip(&columns).filter(|(head, column)| column.is_none() && !head.is_empty())
    {
        record.left_out.push((head.clone(), Why::Column));
    }
    for row in rows {
        match row.reason(&columns) {
            Ok((name, side, reason)) => {
                let at = record.option(name);
                record.options[at].add(side, reason);
                let said = row.cell(&columns, Column::Chosen).map(|cell| plain(&cell.text));
                if said.is_some_and(|said| {
                    ["yes", "true", "x", "1", "chosen", "selected"].contains(&said.as_str())
                }) {
                    record.chosen = Some(at);
                }
            }
            Err(fault) => record.faults.add(fault.place, || fault.message),
        }
    }
    if record.options.is_empty() && record.faults.is_empty() {
        record
            .faults
            .add(head.place.clone(), || "there are no rows below the names of the columns".to_owned());
    }
    record
}

impl Row {
    /// The cell in a column, if there is something in it.
    fn cell(&self, columns: &[Option<Column>], column: Column) -> Option<&Words> {
        let at = columns.iter().position(|it| *it == Some(column))?;
        self.cells.get(at).filter(|cell| !cell.is_empty())
    }

    /// The option, the side and the reason of a row.
    fn reason(&self, columns: &[Option<Column>]) -> Result<(Words, Side, Reason), Fault> {
        let cell = |column| self.cell(columns, column);
        if let Some(more) = self.cells.iter().skip(columns.len()).find(|cell| !cell.is_empty()) {
            let (here, there) = (self.cells.len(), columns.len());
            return Err(fault(
                more,
                format!(
                    "this row has {here} cells and the first one {there}; a text with a delimiter in it needs quotes"
                ),
            ));
        }
        let needed = |column, what: &str| {
            let message = || format!("this row has no {what}");
            cell(column).ok_or_else(|| Fault { place: self.place.clone(), message: message() })
        };
        let name = needed(Column::Alternative, "alternative")?;
        let said = needed(Column::Side, "side: pro or con")?;
        let title = needed(Column::Title, "title: the pro or con itself")?;
        let side = sides::named(&said.text).ok_or_else(|| {
            let hint = suggestion(&plain(&said.text), ["pro", "con", "neutral"].into_iter());
            fault(said, format!("expected pro or con here, found {}{hint}", quoted(&said.text)))
        })?;
        let weight = cell(Column::Weight).map(|words| {
            let points = words.text.trim().parse().ok().filter(|points| *points <= Weight::MOST);
            points.ok_or_else(|| {
                let found = quoted(&words.text);
                fault(words, format!("a weight is a whole number from 0 to 10, or empty; found {found}"))
            })
        });
        let reason = Reason {
            title: title.clone().on_one_line(),
            detail: cell(Column::Detail).cloned().unwrap_or_default(),
            criterion: cell(Column::Criterion).map(|words| words.clone().on_one_line()),
            weight: weight.transpose()?,
        };
        Ok((name.clone().on_one_line(), side, reason))
    }
}

fn no_columns(head: &[Words], columns: &[Option<Column>]) -> String {
    let mut found: Vec<String> = head.iter().take(MOST_NAMED).map(|cell| quoted(&cell.text)).collect();
    found.extend((head.len() > MOST_NAMED).then(|| "...".to_owned()));
    let missing =
        [(Column::Alternative, "alternative"), (Column::Side, "side (pro or con)"), (Column::Title, "title")];
    let missing: Vec<&str> = missing
        .iter()
        .filter(|(column, _)| !columns.contains(&Some(*column)))
        .map(|(_, name)| *name)
        .collect();
    format!(
        "this is no list of pros and cons: the first line should name the columns alternative, side, title, and may name \
         detail, criterion, weight; it names {}, so what is missing is {}",
        found.join(", "),
        missing.join(", "),
    )
}

/// The rows of a text from a place on.
fn rows(text: &str, start: usize, delimiter: u8) -> Result<Vec<Row>, (Place, String)> {
    assert_quoted(text, start, delimiter)?;
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
        let from = record
            .position()
            .and_then(|position| usize::try_from(position.byte()).ok())
            .map_or(from, |byte| start + byte);
        let to = (start + usize::try_from(reader.position().byte()).unwrap_or(0)).clamp(from, text.len());
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        rows.push(row(text, from..to, &record));
    }
    Ok(rows)
}

/// Each cell that begins with a quote ends with one; what does not would silently take in what follows.
fn assert_quoted(text: &str, start: usize, delimiter: u8) -> Result<(), (Place, String)> {
    let bytes = text.as_bytes();
    let is_end =
        |at: usize| bytes.get(at).is_none_or(|byte| *byte == delimiter || matches!(byte, b'\n' | b'\r'));
    let mut at = start;
    while at < bytes.len() {
        if bytes[at] == b'"' {
            let open = at;
            at += 1;
            loop {
                match bytes.get(at) {
                    None => {
                        return Err((open..open + 1, "a quote opens here and is never closed".to_owned()));
                    }
                    Some(b'"') if bytes.get(at + 1) == Some(&b'"') => at += 2,
                    Some(b'"') => break,
                    Some(_) => at += 1,
                }
            }
            at += 1;
            if !is_end(at) {
                let message =
                    "the quote before this ends the cell that it opens; a quote inside is written twice";
                return Err((at..at + 1, message.to_owned()));
            }
        }
        while !is_end(at) {
            at += 1;
        }
        at += 1;
    }
    Ok(())
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
