//! The arrows of the architecture: what each part of the code may name.

mod paths;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use paths::paths;

/// Every module, and what it may name of the world outside. It may name no module below it.
const MODULES: &[(&str, &[&str])] = &[
    ("order", &[]),
    ("safe_text", &[]),
    ("wording", &[]),
    ("search", &[]),
    ("tree", &[]),
    ("problem", &[]),
    ("ron_text", &[]),
    ("weight", &[]),
    ("comparison", &[]),
    ("profile", &[]),
    ("edit", &[]),
    ("import", &[]),
    ("audit", &[]),
    // Shared by many, not by many threads.
    ("decision", &["std::sync::Arc"]),
    ("together", &[]),
    ("story", &[]),
    ("report", &[]),
    ("survey", &[]),
    ("text_file", &["rustix::fs", "std::fs", "std::io"]),
    ("lines", &["std::io", "std::sync", "std::thread"]),
    ("store", &["std::fs", "std::io", "std::process", "std::thread", "std::time"]),
    ("explorer", &[]),
    ("dialogue", &[]),
    ("keymap", &["crossterm::event"]),
    ("view", &["ratatui"]),
    ("program", &["crossterm::event", "ratatui::buffer", "ratatui::layout"]),
    (
        "runner",
        &[
            "crossterm",
            "filedescriptor",
            "ratatui",
            "rustix",
            "signal_hook",
            "std::env",
            "std::fs",
            "std::io",
            "std::process",
            "std::sync",
            "std::thread",
            "std::time",
        ],
    ),
    ("cli", &["std::env", "std::io", "std::process", "time"]),
];

/// The world outside: the terminal, the clock, files, the environment, other threads and programs.
const OUTSIDE: [&str; 14] = [
    "crossterm",
    "filedescriptor",
    "ratatui",
    "rustix",
    "signal_hook",
    "std::env",
    "std::fs",
    "std::io",
    "std::net",
    "std::process",
    "std::sync",
    "std::thread",
    "std::time",
    "time",
];

/// A file of the program.
struct Source {
    /// Below `src`.
    file: PathBuf,
    /// Its path from the root, such as `explorer` and `update`.
    module: Vec<String>,
    text: String,
}

/// All files but the roots of library and program, which name what there is.
fn sources() -> Vec<Source> {
    fn collect(folder: &Path, sources: &mut Vec<Source>) {
        for entry in fs::read_dir(folder).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                collect(&path, sources);
                continue;
            }
            let file = path.strip_prefix(root()).expect("below the root").to_owned();
            let module = file.with_extension("");
            let module = module.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            sources.push(Source { file, module, text: fs::read_to_string(path).expect("a readable file") });
        }
    }
    let mut sources = Vec::new();
    collect(&root(), &mut sources);
    sources.retain(|source| !["lib.rs", "main.rs"].map(Path::new).contains(&source.file.as_path()));
    assert!(!sources.is_empty());
    sources
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

impl Source {
    fn paths(&self) -> Vec<Vec<String>> {
        paths(&self.text, &self.module)
    }

    /// Panics if a line of code has one of these words; comments do not count.
    #[track_caller]
    fn assert_never_says(&self, words: &[&str]) {
        let code = self.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let found: Vec<&str> = code.filter(|line| words.iter().any(|word| line.contains(word))).collect();
        assert!(found.is_empty(), "{}: {found:?}", self.file.display());
    }
}

/// Whether a path begins as a prefix such as `std::fs` does.
fn begins(path: &[String], prefix: &str) -> bool {
    prefix.split("::").eq(path.iter().map(String::as_str).take(prefix.split("::").count()))
}

#[test]
fn every_module_is_in_the_list_and_the_list_names_no_other() {
    let found: BTreeSet<String> =
        sources().into_iter().map(|mut source| source.module.swap_remove(0)).collect();
    let listed: BTreeSet<String> = MODULES.iter().map(|(module, _)| (*module).to_owned()).collect();
    assert_eq!(found, listed);
}

/// The first page of the library draws the arrows.
#[test]
fn the_library_lists_the_modules_in_this_order() {
    let page = fs::read_to_string(root().join("lib.rs")).expect("a readable file");
    let (_, drawn) = page.split_once("//! Arrows point one way").expect("the arrows");
    let drawn = drawn.split("```").nth(1).expect("a block");
    let rows = drawn.lines().filter_map(|line| line.strip_prefix("//! "));
    let first_column = rows.filter_map(|row| row.split("  ").next()).filter(|modules| !modules.is_empty());
    let drawn: Vec<&str> = first_column.flat_map(|modules| modules.split(", ")).collect();
    let listed: Vec<&str> = MODULES.iter().map(|(module, _)| *module).collect();
    assert_eq!(drawn, listed);
}

/// What is named nowhere is neither built nor tested.
#[test]
fn every_file_is_part_of_the_program() {
    let library = fs::read_to_string(root().join("lib.rs")).expect("the library");
    let sources = sources();
    for Source { file, module, .. } in &sources {
        let (name, parent) = module.split_last().expect("a module");
        let parent = sources.iter().find(|source| source.module == parent);
        let text = parent.map_or(library.as_str(), |parent| &parent.text);
        let named = text.contains(&format!("mod {name};")) || text.contains(&format!("/{name}.rs\""));
        assert!(named, "{} is part of nothing", file.display());
    }
}

#[test]
fn every_module_names_only_those_above_it() {
    let mut wrong = Vec::new();
    // Tests in a file of their own make their cases with whatever they need.
    for source in sources().iter().filter(|source| !source.module.contains(&"tests".to_owned())) {
        let this = source.module[0].as_str();
        let above = MODULES.iter().map(|(module, _)| *module).take_while(|module| *module != this);
        let above: Vec<&str> = above.chain([this, "JEWELRY"]).collect();
        let paths = source.paths().into_iter().filter(|path| begins(path, "crate"));
        wrong.extend(
            paths
                .filter(|path| path.get(1).is_some_and(|module| !above.contains(&module.as_str())))
                .map(|path| format!("{} names {}", source.file.display(), path.join("::"))),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_module_names_of_the_world_outside_only_what_it_may() {
    let (mut named, mut wrong) = (BTreeSet::new(), Vec::new());
    for source in sources() {
        let (module, may) =
            MODULES.iter().find(|(module, _)| *module == source.module[0]).expect("a listed module");
        let outside = |path: &Vec<String>| OUTSIDE.iter().any(|part| begins(path, part));
        for path in source.paths().into_iter().filter(outside) {
            match may.iter().find(|part| begins(&path, part)) {
                Some(part) => drop(named.insert((*module, *part))),
                None => wrong.push(format!("{} names {}", source.file.display(), path.join("::"))),
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let may: BTreeSet<(&str, &str)> =
        MODULES.iter().flat_map(|(module, may)| may.iter().map(move |part| (*module, *part))).collect();
    assert_eq!(named, may, "what a module no longer needs goes from the list");
}

/// The state and the view know what is in the store, but neither reads nor writes it.
#[test]
fn the_state_and_the_view_leave_the_store_alone() {
    for source in sources()
        .iter()
        .filter(|source| ["explorer", "dialogue", "view"].contains(&source.module[0].as_str()))
    {
        for path in source.paths() {
            let busy = ["Store", "DraftKeeper", "comparison_file", "ComparisonDrafts", "RecentFiles"];
            let busy = busy.iter().any(|name| begins(&path, &format!("crate::store::{name}")));
            assert!(!busy, "{} names {}", source.file.display(), path.join("::"));
        }
    }
}

#[test]
fn the_view_only_reads() {
    for source in sources().iter().filter(|source| source.module[0] == "view") {
        source.assert_never_says(&["&mut Explorer"]);
    }
}

/// Text leaves the program through the checked writer and through frames of sanitized text, and nowhere else.
#[test]
fn there_are_two_doors_to_the_terminal() {
    let doors = ["cli/output.rs", "runner/session.rs"].map(Path::new);
    for source in sources().iter().filter(|source| !doors.contains(&source.file.as_path())) {
        let writers =
            ["stdout().lock", "stderr().lock", "print!(", "println!(", "eprint", "execute!(", "queue!("];
        source.assert_never_says(&writers);
    }
}

#[test]
fn colors_are_named_in_the_theme_alone() {
    for source in sources().iter().filter(|source| source.file != Path::new("view/theme.rs")) {
        source.assert_never_says(&["Color::"]);
    }
}
