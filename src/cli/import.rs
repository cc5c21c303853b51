//! Documents as comparisons: what is read of them, and what is said of that.

use std::io::{self, Read};
use std::path::Path;

use super::args::ImportArgs;
use super::failure::Failure;
use super::output::{complain, print};
use super::warn;
use crate::comparison::MOST_BYTES;
use crate::import::{self, Form, Import};
use crate::safe_text::SafeText;
use crate::store::{Over, Saving, comparison_file};
use crate::story::counted;
use crate::text_file::{self, ReadError};
use crate::wording::{quoted, suggestion};

/// How many lines that were left out are named.
const MOST_NAMED: usize = 200;

/// Writes a document as a comparison file, and says what of it was read.
pub(super) fn import(args: &ImportArgs) -> Result<(), Failure> {
    if let Some(out) = args.out.as_ref().filter(|out| out.extension().is_none_or(|ending| ending != "ron")) {
        return Err(Failure::OutEnding { path: out.clone() });
    }
    let path = (!is_input(&args.file)).then_some(&*args.file);
    let name = name_of(&args.file);
    let text = read(&args.file)?;
    let form = Form::of(path, &text);
    let read = import::read(&text, form, path, args.only.as_deref());
    let import = read.map_err(|problems| problems.of_file(&*name))?;
    warn(&name, &import.warnings);
    match &args.out {
        None => print(&import.ron)?,
        Some(out) => match comparison_file::save(out, &import.ron, &Over::Nothing)? {
            Saving::Written { .. } => {}
            Saving::NameTaken | Saving::Changed | Saving::Gone => {
                return Err(Failure::OutExists { path: out.clone() });
            }
        },
    }
    tell(&name, &import);
    Ok(())
}

/// Says what was read, and each line that looked like a reason and was not taken as one.
fn tell(name: &str, import: &Import) {
    let comparison = &import.comparison;
    let said = format!(
        "{name}: {}, {}, {}",
        counted(comparison.alternatives().len(), "option"),
        counted(comparison.claims().filter(|(_, claim)| claim.polarity.word() == "pro").count(), "pro"),
        counted(comparison.claims().filter(|(_, claim)| claim.polarity.word() == "con").count(), "con"),
    );
    let neutral = match import.neutral {
        0 => String::new(),
        neutral => format!(", {} (kept in the summary)", counted(neutral, "neutral remark")),
    };
    let chosen = comparison.chosen().map(|chosen| format!("; chosen: {}", comparison[chosen].name));
    complain(&format!("{said}{neutral}{}\n", chosen.unwrap_or_default()));
    for left in import.left_out.iter().take(MOST_NAMED) {
        complain(&format!("{name}:{}: {}: {}\n", left.line, left.why.told(), quoted(&left.text)));
    }
    if let Some(more) = import.left_out.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        complain(&format!("{name}: and {more} more left out\n"));
    }
}

/// Whether standard input is meant.
pub(super) fn is_input(path: &Path) -> bool {
    path == Path::new("-")
}

/// What a file is called in messages.
pub(super) fn name_of(path: &Path) -> SafeText {
    if is_input(path) {
        SafeText::line("standard input")
    } else {
        SafeText::line(&path.display().to_string())
    }
}

/// The text of a file, or of standard input.
pub(super) fn read(path: &Path) -> Result<String, Failure> {
    if !is_input(path) {
        return comparison_file::read(path).map_err(|error| Failure::NoComparison {
            hint: suggestion(
                &path.to_string_lossy(),
                ["report", "check", "import", "audit", "new", "weigh"].into_iter(),
            ),
            error,
        });
    }
    let path = || Path::new("standard input").to_owned();
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|source| ReadError::Io { path: path(), source })?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST_BYTES) {
        return Err(ReadError::TooLarge { path: path(), limit: MOST_BYTES }.into());
    }
    Ok(text_file::text(bytes, &path())?)
}
