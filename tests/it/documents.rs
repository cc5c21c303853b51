//! What is said of this repository in its pages is so.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use touchstone::comparison::Comparison;
use touchstone::decision;
use touchstone::profile::Profile;

use crate::support::bench::Bench;

const PAGES: [&str; 5] = ["README.md", "SECURITY.md", "METHOD.md", "CHANGELOG.md", "CONTRIBUTING.md"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(page: &str) -> String {
    fs::read_to_string(root().join(page)).expect("a page")
}

/// What stands between single backticks, outside of blocks of code.
fn quoted(page: &str) -> Vec<String> {
    let mut in_block = false;
    let prose = page.lines().filter(|line| {
        let fence = line.starts_with("```");
        in_block ^= fence;
        !fence && !in_block
    });
    prose.flat_map(|line| line.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

/// The blocks of code in a language.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let parts = page.split("```").skip(1).step_by(2);
    parts.filter_map(|block| block.strip_prefix(language)?.strip_prefix('\n')).collect()
}

/// The names and texts of the examples.
fn examples() -> Vec<(String, String)> {
    let files = fs::read_dir(root().join("examples")).expect("a readable folder");
    let examples = files.filter_map(|file| {
        let file = file.expect("a readable entry");
        let name = file.file_name().into_string().expect("UTF-8");
        // What is said of many people stands in a folder of its own.
        file.path().is_file().then(|| (name, fs::read_to_string(file.path()).expect("a readable file")))
    });
    examples.collect()
}

/// The names of all tests below `folder`.
fn tests_below(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            names.extend(tests_below(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(path).expect("a readable file");
            let functions =
                text.split("#[test]").skip(1).filter_map(|rest| rest.split_once("fn ")?.1.split('(').next());
            names.extend(functions.map(str::to_owned));
        }
    }
    names
}

#[test]
fn every_file_that_is_named_is_there() {
    for page in PAGES {
        let text = read(page);
        let is_path = |word: &String| {
            ["src", "tests", "benches", "assets", "examples"]
                .iter()
                .any(|folder| Path::new(word).starts_with(folder))
        };
        let links = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        let links = links.filter(|link| !link.is_empty() && !link.contains("://")).map(str::to_owned);
        let pictures = ["src=\"", "srcset=\""].iter().flat_map(|attribute| text.split(attribute).skip(1));
        let pictures = pictures.filter_map(|rest| rest.split('"').next()).map(str::to_owned);
        for path in quoted(&text).into_iter().filter(is_path).chain(links).chain(pictures) {
            assert!(root().join(&path).exists(), "{page} names {path}");
        }
    }
}

#[test]
fn every_promise_names_the_tests_that_hold_it() {
    let (page, tests) = (read("SECURITY.md"), tests_below(&root().join("tests")));
    let rows: Vec<&str> = page
        .lines()
        .filter(|line| line.starts_with("| "))
        .skip(1)
        .filter(|row| !row.starts_with("| ---"))
        .collect();
    assert!(rows.len() > 8, "{rows:?}");
    for row in rows {
        let (_, held) = row.trim_end_matches([' ', '|']).rsplit_once(" | ").expect("three columns");
        let named: Vec<PathBuf> = quoted(held).iter().map(|word| root().join(word)).collect();
        assert!(named.iter().any(|path| path.is_file()), "no file holds: {row}");
    }
    for word in quoted(&page) {
        // Such names have no other letters, and several words.
        if word.matches('_').count() > 2 && word.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
            assert!(tests.contains(&word), "there is no test {word}");
        }
    }
}

#[test]
fn every_command_in_the_readme_works() {
    let page = read("README.md");
    let bench = Bench::new();
    for (file, comparison) in ["flat.ron", "my.ron"].into_iter().zip(blocks(&page, "ron")) {
        bench.write(file, comparison);
        bench.run(&["check", file]).done();
    }
    for (name, text) in examples() {
        bench.write(Path::new("examples").join(name), text);
    }
    let lines: Vec<&str> = blocks(&page, "sh").into_iter().flat_map(str::lines).collect();
    let commands: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("touchstone ")).collect();
    assert!(commands.len() > 4, "{commands:?}");
    bench.write("profiles.jsonl", "{\"stances\":{}}\n");
    for command in commands {
        let (command, _) = command.split_once(" #").unwrap_or((command, ""));
        let (command, to) = command.split_once(" > ").unwrap_or((command, ""));
        let (command, from) = command.split_once(" < ").unwrap_or((command, ""));
        let input =
            if from.is_empty() { Vec::new() } else { fs::read(bench.path().join(from)).expect("a file") };
        let out = bench.run_with(input, &command.split_whitespace().collect::<Vec<_>>()).done();
        if !to.is_empty() {
            bench.write(to, out);
        }
    }
}

#[test]
fn the_script_in_the_readme_says_the_same_each_time_and_leaves_nothing_behind() {
    let page = read("README.md");
    let script = blocks(&page, "sh").into_iter().find_map(|block| block.strip_prefix("printf '"));
    let (lines, program) = script.and_then(|script| script.split_once("' | ")).expect("a script");
    assert_eq!(program, "touchstone weigh\n");
    let (bench, lines) = (Bench::new(), lines.replace("\\n", "\n"));
    let first = bench.run_with(&lines, &["weigh"]).done();
    assert_eq!(bench.run_with(&lines, &["weigh"]).done(), first);
    assert!(first.contains("Craftsmanship: 8."), "{first}");
    let drafts = fs::read_dir(bench.data().join("profiles/jewelry")).into_iter().flatten().flatten();
    let left: Vec<_> = drafts.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn every_example_opens_without_a_warning_and_its_presets_decide() {
    let bench = Bench::new();
    for (name, text) in
        examples().into_iter().filter(|(name, _)| Path::new(name).extension().is_some_and(|it| it == "ron"))
    {
        bench.write(&name, &text);
        bench.run(&["check", &name]).done();
        let comparison = Comparison::from_ron(&text).expect("a sound comparison");
        let mut first = BTreeSet::new();
        for preset in comparison.presets() {
            let assessment = decision::assess(&comparison, &Profile::from_preset(&comparison, preset));
            let leader = assessment.leader.expect("a leader");
            assert!(assessment[leader].chance >= 0.6, "{name}: {}", preset.name);
            first.insert(comparison[leader].id.clone());
        }
        let alternatives = comparison.alternatives().len();
        assert_eq!(first.len(), alternatives, "each alternative of {name} is first for somebody");
    }
}
