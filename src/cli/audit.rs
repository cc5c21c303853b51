//! Decision records, a line for each: does what they chose lead by their own reasons?

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::args::{AuditArgs, PlainFormat};
use super::failure::Failure;
use super::import::{is_input, name_of, read};
use super::output::{complain, print};
use crate::audit::{self, Finding, Needs};
use crate::import::{self, Form, Tally};
use crate::report;
use crate::safe_text::SafeText;
use crate::store::comparison_file;
use crate::story::{counted, listed};
use crate::text_file;

/// The format of the JSON.
const SCHEMA_VERSION: u8 = 1;

/// How many reasons are named as an example.
const MOST_NAMED: usize = 3;

/// A record and what was found in it.
struct Audited {
    file: SafeText,
    tally: Tally,
    finding: Finding,
}

/// Says of each record whether its choice leads.
pub(super) fn audit(args: &AuditArgs) -> Result<(), Failure> {
    let mut records = Vec::new();
    let mut skipped = Vec::new();
    let mut bad = 0;
    // Each is told once, however it is called.
    let mut seen = BTreeSet::new();
    for path in &args.paths {
        if is_folder(path) {
            let (documents, errors) = text_file::documents_in(path);
            for error in errors {
                bad += 1;
                let _ = Failure::from(error).tell();
            }
            for path in documents.into_iter().filter(|path| seen.insert(comparison_file::locate(path))) {
                match audited(&path) {
                    Ok(record) => records.push(record),
                    Err(failure) => {
                        skipped.push(Skipped { file: name_of(&path).to_string(), why: failure.first_line() });
                    }
                }
            }
            continue;
        }
        if !seen.insert(comparison_file::locate(path)) {
            continue;
        }
        match audited(path) {
            Ok(record) => records.push(record),
            Err(failure) => {
                bad += 1;
                let _ = failure.tell();
            }
        }
    }
    if records.is_empty() && bad == 0 {
        let names: Vec<String> = args.paths.iter().map(|path| name_of(path).to_string()).collect();
        for Skipped { file, why } in &skipped {
            complain(&format!("{file}: no record: {why}\n"));
        }
        return Err(Failure::NoRecords { names: listed(&names) });
    }
    match args.format {
        PlainFormat::Text => {
            for record in &records {
                print(&format!("{}\n", record.line()))?;
            }
            for Skipped { file, why } in &skipped {
                complain(&format!("{file}: no record: {why}\n"));
            }
        }
        PlainFormat::Json => print(&json(&records, &skipped)?)?,
    }
    let contradicted = records.iter().filter(|record| record.is_contradicted()).count();
    match () {
        () if bad > 0 => Err(Failure::Checked { bad, all: records.len() + bad }),
        () if args.strict && contradicted > 0 => {
            Err(Failure::Contradicted { bad: contradicted, all: records.len() })
        }
        () => Ok(()),
    }
}

fn is_folder(path: &Path) -> bool {
    !is_input(path) && path.is_dir()
}

fn audited(path: &PathBuf) -> Result<Audited, Failure> {
    let text = read(path)?;
    let file = name_of(path);
    let named = (!is_input(path)).then_some(&**path);
    let tally =
        import::tally(&text, Form::of(named, &text), named).map_err(|problems| problems.of_file(&*file))?;
    let finding = audit::finding(&tally);
    Ok(Audited { file, tally, finding })
}

impl Audited {
    fn is_contradicted(&self) -> bool {
        matches!(self.finding, Finding::Trails { .. })
    }

    fn name(&self, option: usize) -> String {
        format!("\"{}\"", self.tally.options[option].name)
    }

    /// What was found, in a line.
    fn line(&self) -> String {
        let Self { file, tally, .. } = self;
        let chosen = match (tally.chosen, &tally.decided) {
            (Some(chosen), _) => self.name(chosen),
            (None, Some(decided)) => format!("\"{decided}\""),
            (None, None) => String::new(),
        };
        let counts = |option: usize| {
            let option = &tally.options[option];
            format!("{} for, {} against", option.pros.len(), option.cons.len())
        };
        let own = tally.chosen.map_or_else(String::new, &counts);
        let said = match &self.finding {
            Finding::Leads { by, next } => {
                format!("{chosen} leads by {by} ({own}), before {} ({})", self.name(*next), counts(*next))
            }
            Finding::Ties { with, needs } => format!(
                "{chosen} ({own}) is level with {} ({}); {}",
                self.name(*with),
                counts(*with),
                self.needs(needs.as_ref())
            ),
            Finding::Trails { by, behind, needs } => format!(
                "{chosen} ({own}) is {by} behind {} ({}); {}",
                self.name(*behind),
                counts(*behind),
                self.needs(needs.as_ref())
            ),
            Finding::Unargued => format!("{chosen} was chosen, and nothing is said for or against it"),
            Finding::Unknown => {
                let names: Vec<String> = (0..tally.options.len()).map(|option| self.name(option)).collect();
                format!("chose {chosen}, which is none of its options: {}", listed(&names))
            }
            Finding::Open => {
                format!("does not say which of {} was chosen", counted(tally.options.len(), "option"))
            }
        };
        let uncounted = match tally.uncounted {
            0 => String::new(),
            lines => format!("; {} not counted", counted(lines, "line")),
        };
        format!("{file}: {said}{uncounted}")
    }

    /// What one would have to believe for the choice to lead.
    fn needs(&self, needs: Option<&Needs>) -> String {
        let Some(needs) = needs else {
            return "even if all that speaks for it or against the others weighed twice as much, it would not lead"
                .to_owned();
        };
        let reasons = self.reasons(needs);
        let named: Vec<String> =
            reasons.iter().take(MOST_NAMED).map(|reason| format!("\"{reason}\"")).collect();
        let such = if reasons.len() > MOST_NAMED { "such as " } else { "" };
        let count = counted(needs.count(), "reason");
        let weigh = if needs.count() == 1 { "weighs" } else { "weigh" };
        format!("it leads if {count} {weigh} twice as much as the rest: {such}{}", listed(&named))
    }

    /// Reasons that would do: the first ones of each list.
    fn reasons(&self, needs: &Needs) -> Vec<String> {
        let options = &self.tally.options;
        let own = self.tally.chosen.map_or(&[][..], |chosen| &options[chosen].pros);
        let own = own.iter().take(needs.pros).map(ToString::to_string);
        let others = needs.cons.iter().flat_map(|(option, count)| {
            let against = &options[*option];
            against.cons.iter().take(*count).map(|title| format!("{title} (against {})", against.name))
        });
        own.chain(others).collect()
    }
}

#[derive(Serialize)]
struct Skipped {
    file: String,
    why: String,
}

#[derive(Serialize)]
struct Whole<'a> {
    schema_version: u8,
    records: Vec<RecordPart<'a>>,
    skipped: &'a [Skipped],
    contradicted: usize,
}

#[derive(Serialize)]
struct RecordPart<'a> {
    file: &'a str,
    title: &'a str,
    options: Vec<OptionPart<'a>>,
    chosen: Option<&'a str>,
    decided: Option<&'a str>,
    verdict: &'static str,
    /// How far the chosen option is ahead; below 0 if it is behind.
    lead: Option<isize>,
    /// The best of the others.
    next: Option<&'a str>,
    needs: Option<NeedsPart>,
    /// How many lines may be reasons and are not counted.
    uncounted: usize,
}

#[derive(Serialize)]
struct OptionPart<'a> {
    name: &'a str,
    pros: usize,
    cons: usize,
    net: isize,
}

#[derive(Serialize)]
struct NeedsPart {
    count: usize,
    reasons: Vec<String>,
}

fn json(records: &[Audited], skipped: &[Skipped]) -> Result<String, Failure> {
    let whole = Whole {
        schema_version: SCHEMA_VERSION,
        records: records.iter().map(record_part).collect(),
        skipped,
        contradicted: records.iter().filter(|record| record.is_contradicted()).count(),
    };
    report::to_json(&whole).map_err(Failure::Json)
}

fn record_part(record: &Audited) -> RecordPart<'_> {
    let Audited { file, tally, finding } = record;
    let name = |option: usize| tally.options[option].name.as_str();
    let (verdict, lead, next, needs) = match finding {
        Finding::Leads { by, next } => ("leads", Some(by.cast_signed()), Some(*next), None),
        Finding::Ties { with, needs } => ("ties", Some(0), Some(*with), needs.as_ref()),
        Finding::Trails { by, behind, needs } => {
            ("trails", Some(-by.cast_signed()), Some(*behind), needs.as_ref())
        }
        Finding::Unargued => ("unargued", None, None, None),
        Finding::Unknown => ("unknown-choice", None, None, None),
        Finding::Open => ("no-choice", None, None, None),
    };
    RecordPart {
        file,
        title: &tally.title,
        options: tally
            .options
            .iter()
            .map(|option| OptionPart {
                name: &option.name,
                pros: option.pros.len(),
                cons: option.cons.len(),
                net: audit::net(option),
            })
            .collect(),
        chosen: tally.chosen.map(name),
        decided: tally.decided.as_deref(),
        verdict,
        lead,
        next: next.map(name),
        needs: needs.map(|needs| NeedsPart { count: needs.count(), reasons: record.reasons(needs) }),
        uncounted: tally.uncounted,
    }
}
