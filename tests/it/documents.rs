//! What is said of this repository in its pages is so.

use std::fs;
use std::path::{Path, PathBuf};

use touchstone::comparison::Comparison;

use crate::support::bench::Bench;
use crate::support::journey::Journey;

const PAGES: [&str; 3] = ["METHOD.md", "README.md", "SECURITY.md"];

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

/// The first block of code in a language.
fn block<'a>(page: &'a str, language: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("```{language}\n")).expect("a block");
    rest.split_once("```").expect("its end").0
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
            ["src", "tests", "benches", "assets"].iter().any(|folder| Path::new(word).starts_with(folder))
        };
        let links = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        let links = links.filter(|link| !link.is_empty() && !link.contains("://")).map(str::to_owned);
        for path in quoted(&text).into_iter().filter(is_path).chain(links) {
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
fn the_comparison_in_the_readme_is_sound() {
    let page = read("README.md");
    let text = block(&page, "ron");
    assert!(Comparison::from_ron(text).is_ok());
    let bench = Bench::new();
    bench.write("my.ron", text);
    bench.run(&["check", "my.ron"]).done();
}

#[test]
fn the_picture_in_the_readme_is_the_screen() {
    let journey = Journey::new().press("9 DOWN 8 RIGHT HOME 7 DOWN SPACE LEFT HOME");
    let (page, screen) = (read("README.md"), journey.text());
    assert!(
        block(&page, "text").trim_end() == screen.trim_end(),
        "the README does not show
{screen}"
    );
}
