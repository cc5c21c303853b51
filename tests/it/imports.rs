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
            Why::Under(heading) | Why::Below(heading) => format!("under \"{heading}\""),
            Why::Nothing => "says nothing".to_owned(),
            Why::Struck => "crossed out".to_owned(),
            Why::AfterList => "after list".to_owned(),
            Why::BeforeList => "before list".to_owned(),
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

/// Options, what stands under "Decision", and which of them was chosen; none where that is not sure.
const DECISIONS: &[(&[&str], &str, Option<&str>)] = &[
    (&["Alpha", "Beta", "Gamma"], "We won't use Beta.", None),
    (
        &["Alpha", "Beta", "Gamma"],
        "We decided against Beta because of its license. Instead of Alpha we use Gamma.",
        None,
    ),
    (&["Alpha", "Beta", "Gamma"], "We decided to stop using Beta.", None),
    (&["Alpha", "Beta", "Gamma"], "We use Beta today.\n\nWe will use Alpha.", Some("Alpha")),
    (&["Alpha", "Beta", "Gamma"], "We already use Beta for logs. We choose Gamma.", Some("Gamma")),
    (&["Alpha", "Beta", "Gamma"], "We initially chose Beta, but finally settled on Alpha.", None),
    (&["Alpha", "Beta", "Gamma"], "In ADR 7 we chose Beta. We now revert this and use Alpha.", None),
    (&["Alpha", "Beta", "Gamma"], "Use of Beta is deprecated. Use Alpha.", Some("Alpha")),
    (&["Alpha", "Beta", "Gamma"], "Beta is what most people use.\n\nWe will use Alpha.", Some("Alpha")),
    (&["Alpha", "Beta", "Gamma"], "Chosen option: \"Alpha\" and \"Beta\".", None),
    (&["Alpha", "Beta", "Gamma"], "Chosen option: \"Alpha\" + \"Beta\"", None),
    (&["Alpha", "Beta", "Gamma"], "Chosen options: \"Alpha\", \"Beta\"", None),
    (&["Alpha", "Beta", "Gamma"], "* Alpha for the backend\n* Beta for the frontend", None),
    (&["Alpha", "Beta", "Gamma"], "We will use Alpha for new services and keep Beta for old ones.", None),
    (&["Alpha", "Beta", "Gamma"], "1. Alpha\n2. Beta\n\nWe pick the second.", None),
    (&["Alpha", "Beta", "Gamma"], "We will use Delta because it is faster than Beta.", None),
    (&["Alpha", "Beta", "Gamma"], "We chose Delta, a fork of Beta.", None),
    (&["Alpha", "Beta", "Gamma"], "Use Alpha for now, move to Beta later.", None),
    (&["Alpha", "Beta", "Gamma"], "We will use Alpha.", Some("Alpha")),
    (&["Alpha", "Beta", "Gamma"], "Use Alpha", Some("Alpha")),
    (&["Alpha", "Beta", "Gamma"], "Alpha", Some("Alpha")),
    (&["Alpha", "Beta", "Gamma"], "The decision was made in favor of **Alpha**.", Some("Alpha")),
    (&["Alpha", "Beta", "Gamma"], "We decided to go with Alpha, since it is fine.", Some("Alpha")),
    (&["Alpha", "Beta", "Gamma"], "Chosen option: Alpha, because it is.", Some("Alpha")),
    (&["Alpha", "Beta", "Gamma"], "Chosen option: \"Alpha\", because Beta is not.", Some("Alpha")),
    (&["Alpha", "Beta", "Gamma"], "Proceed with Alpha", Some("Alpha")),
    (
        &["REST", "REST with GraphQL gateway", "gRPC"],
        "Chosen option: \"REST with a GraphQL gateway\", because flexible.",
        Some("REST with GraphQL gateway"),
    ),
    (&["REST", "REST with GraphQL gateway", "gRPC"], "Chosen option: \"REST\"", Some("REST")),
    (
        &["Single repo", "Single repo with submodules"],
        "Chosen option: \"Single repo using git submodules\"",
        None,
    ),
    (&["Build", "Buy", "Do nothing"], "There is nothing to buy. We build.", None),
    (&["Gravelbike", "City bike"], "Chosen option: \"Gravel bike\"", None),
    (&["Managed server", "SaaS"], "Chosen option: \"Own server\"", None),
    (&["Gravel", "City bike"], "Chosen option: \"no bike\"", None),
    (&["JavaScript", "Kotlin"], "Chosen option: \"Java\"", None),
    (&["React", "Flutter"], "Chosen option: \"React Native\"", None),
    (&["React", "Flutter"], "Chosen option: \"a hybrid of React and Flutter\"", None),
    (&["Kafka", "Redis"], "Chosen option: \"do not use Kafka\"", None),
    (&["Postgres", "SQLite"], "Chosen option: TBD (probably Postgres)", None),
    (&["Celery", "Dramatiq"], "Decision: ~~Celery~~ → Dramatiq", Some("Dramatiq")),
    (&["Gravel", "City"], "The City option was rejected. The team will buy the Gravel one.", Some("Gravel")),
    (&["Gravel", "City"], "Gravel lost the vote.", None),
    (&["Gravel", "City"], "City is cheaper but Gravel is what we pick.", None),
    (
        &["Option 1: A one", "Option 2: B two"],
        "Option 1 was our favourite at first, but after the trial we chose Option 2.",
        None,
    ),
    (
        &["Option 1: A one", "Option 2: B two", "Option 3: Do nothing"],
        "Neither Option 1 nor Option 2; we do nothing.",
        None,
    ),
    (&["Option 1: A one", "Option 2: B two"], "No decision yet. Option 1 looks good.", None),
    (&["Gravel", "City"], "Decision: postponed until the City bike is back", None),
    (&["Gravel", "City"], "Decision: we keep the status quo for now; City is plan B.", None),
    (&["Postgres", "SQLite"], "Chosen options: Postgres for the server and SQLite for the client", None),
    (&["Gravel", "City"], "Chosen option: \"Gravel\", but this was overturned, see ADR-9.", None),
    (&["Postgres", "MySQL"], "Chosen option: PostgreSQL 16", None),
    (&["Postgres", "MySQL"], "Chosen option: Postgres 16", Some("Postgres")),
    (&["Postgres", "MySQL"], "We will use Postgres.", Some("Postgres")),
    (&["AWS", "Azure"], "Chosen option: \"2\".", Some("Azure")),
    (&["Night bus", "Train"], "We decided for the night bus, because.", Some("Night bus")),
    (&["Gravel", "City"], "**City**", Some("City")),
    (&["Gravel", "City"], "Winner: City", Some("City")),
    (&["C", "Java"], "Chosen option: \"C#\"", None),
    (&["C++", "Java"], "Chosen option: \"C\"", None),
    (&["C", "C++"], "Chosen option: \"C++\"", Some("C++")),
];

#[test]
fn what_was_chosen_is_told_where_it_is_sure() {
    let mut wrong = Vec::new();
    for (names, decision, expected) in DECISIONS {
        let options: Vec<String> =
            names.iter().map(|name| format!("## {name}\n\n* Good, because x\n\n")).collect();
        let text = format!("# T\n\n{}## Decision\n\n{decision}\n", options.concat());
        let tally = import::tally(&text, Form::Markdown, None).expect("a record");
        let chosen = tally.chosen.map(|chosen| tally.options[chosen].name.to_string());
        if chosen.as_deref() != *expected {
            wrong.push(format!("{decision:?}: {chosen:?} for {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
