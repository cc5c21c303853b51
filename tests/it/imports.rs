//! Documents of all shapes, each with the comparison that comes of it: `tests/imports` has them side by side.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use touchstone::comparison::{AlternativeId, Comparison, Polarity};
use touchstone::import::{self, Form, Import, Why};
use touchstone::profile::Profile;
use touchstone::report::{self, Subject};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports")
}

/// All documents, without what is expected of them.
fn documents() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).expect("a readable folder");
    let paths = entries.map(|entry| entry.expect("a readable entry").path());
    let mut documents: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending != "txt")).collect();
    documents.sort();
    documents
}

fn read(path: &Path) -> Import {
    let text = fs::read_to_string(path).expect("a readable document");
    let form = Form::of(Some(path), &text);
    import::read(&text, form, Some(path), None)
        .unwrap_or_else(|problems| panic!("{}: {problems}", path.display()))
}

/// What was read, in the form in which it is written down beside each document.
fn told(import: &Import) -> String {
    let comparison = &import.comparison;
    let mut told = format!("# {}\n", comparison.title());
    let lines = |told: &mut String, text: &str| {
        for line in text.lines() {
            writeln!(told, "| {line}").unwrap();
        }
    };
    lines(&mut told, comparison.summary());
    if let Some(chosen) = comparison.chosen() {
        writeln!(told, "> {}", comparison[chosen].name).unwrap();
    }
    for (id, alternative) in comparison.alternatives() {
        writeln!(told, "## {}", alternative.name).unwrap();
        lines(&mut told, &alternative.summary);
        claims(&mut told, comparison, id);
    }
    for left in &import.left_out {
        let why = match &left.why {
            Why::NoSide => "no side".to_owned(),
            Why::NoOption => "no option".to_owned(),
            Why::Under(heading) => format!("under \"{heading}\""),
            Why::Nothing => "says nothing".to_owned(),
            Why::Struck => "crossed out".to_owned(),
            Why::AfterList => "after list".to_owned(),
            Why::Html => "HTML".to_owned(),
            Why::Twice => "said twice".to_owned(),
            Why::Cut => "cut".to_owned(),
            Why::Link => "link".to_owned(),
            Why::Column => "unknown column".to_owned(),
        };
        writeln!(told, "! {} {why}: {}", left.line, left.text).unwrap();
    }
    told
}

fn claims(told: &mut String, comparison: &Comparison, alternative: AlternativeId) {
    for id in comparison[alternative].claims() {
        let claim = &comparison[id];
        let sign = if claim.polarity == Polarity::Pro { '+' } else { '-' };
        write!(told, "{sign} {}", claim.title).unwrap();
        if let Some(criterion) = claim.criterion {
            write!(told, " ({})", comparison[criterion].name).unwrap();
        }
        let given = comparison.as_given().and_then(|preset| {
            preset.claim_weights.iter().find(|(claim, _)| *claim == id).map(|(_, weight)| weight.points())
        });
        if let Some(points) = given {
            write!(told, " {points}").unwrap();
        }
        told.push('\n');
        for line in claim.detail.lines() {
            writeln!(told, "    {line}").unwrap();
        }
    }
}

#[test]
fn each_document_is_read_as_it_is_written_down() {
    let documents = documents();
    assert!(documents.len() >= 25, "{}", documents.len());
    let mut wrong = Vec::new();
    for path in documents {
        let expected = fs::read_to_string(format!("{}.txt", path.display())).expect("what is expected of it");
        let told = told(&read(&path));
        if told != expected {
            wrong.push(format!("{}\n{told}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_read_is_a_sound_file_that_says_the_same_and_can_be_reported() {
    for path in documents() {
        let import = read(&path);
        let (comparison, warnings) = Comparison::check_ron(&import.ron).expect("a sound file");
        assert_eq!(comparison, import.comparison, "{}", path.display());
        assert!(
            warnings.list.iter().all(|warning| warning.message.contains("looks like")),
            "{}",
            path.display()
        );
        let name = path.file_name().unwrap().to_string_lossy();
        assert_eq!(comparison.source().map(std::string::ToString::to_string).as_deref(), Some(&*name));
        let profile = Profile::new(&comparison);
        let text = report::text(&Subject::new(&comparison, &profile));
        for (_, claim) in comparison.claims() {
            assert!(text.contains(claim.title.split(' ').next().unwrap()), "{}\n{text}", path.display());
        }
    }
}
