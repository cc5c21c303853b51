//! The list of recent files: whatever is in it or becomes of them, it is quick, safe and in order.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use touchstone::store::{RecentFile, RecentFiles, comparison_file};

use crate::support;

/// A data folder beside some files.
struct Drawer {
    folder: TempDir,
    recent: RecentFiles,
}

impl Drawer {
    fn new() -> Self {
        let folder = support::folder();
        let recent = RecentFiles::new(&folder.path().join("data"));
        Self { folder, recent }
    }

    fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        comparison_file::locate(self.folder.path()).join(name)
    }

    /// Writes a file and remembers it.
    fn open(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path(name), text).expect("it is written");
        self.recent.remember(&self.path(name));
    }

    /// What the list says: file, and title or problem.
    fn list(&self) -> Vec<(String, Result<String, String>)> {
        let name = |path: &Path| super::site::name_of(path);
        let shown = |RecentFile { path, title }| {
            (name(&path), title.map(|title| title.to_string()).map_err(|problem| problem.to_string()))
        };
        self.recent.list().into_iter().map(shown).collect()
    }

    fn names(&self) -> Vec<String> {
        self.list().into_iter().map(|(name, _)| name).collect()
    }
}

fn comparison(title: &str) -> String {
    format!("Comparison(title: {title:?}, alternatives: [(name: \"A\"), (name: \"B\")])")
}

#[test]
fn the_newest_come_first_each_once_however_it_is_called() {
    let drawer = Drawer::new();
    assert_eq!(drawer.list(), []);
    for name in ["flat.ron", "job.ron", "ring.ron"] {
        drawer.open(name, comparison(name));
    }
    assert_eq!(drawer.names(), ["ring.ron", "job.ron", "flat.ron"]);
    let link = support::link("job.ron", &drawer.path("link")).then_some("link");
    for other in link.into_iter().chain(["data/../job.ron", "job.ron"]) {
        drawer.recent.remember(&drawer.path(other));
        assert_eq!(drawer.names(), ["job.ron", "ring.ron", "flat.ron"], "{other}");
        assert_eq!(drawer.recent.list()[0].path, drawer.path("job.ron"));
        drawer.recent.remember(&drawer.path("flat.ron"));
        drawer.recent.remember(&drawer.path("ring.ron"));
    }
}

#[test]
fn twenty_are_listed_and_what_is_gone_comes_back_with_its_disk() {
    let drawer = Drawer::new();
    for i in 0..50 {
        drawer.open(&format!("{i}.ron"), comparison("T"));
    }
    let newest = |from: usize| (0..20).map(|i| format!("{}.ron", from - i)).collect::<Vec<_>>();
    assert_eq!(drawer.names(), newest(49));
    let away = drawer.path("away");
    fs::create_dir(&away).expect("a folder");
    for i in 30..50 {
        fs::rename(drawer.path(format!("{i}.ron")), away.join(format!("{i}.ron"))).expect("it is moved");
    }
    assert_eq!(drawer.names(), newest(29));
    drawer.recent.remember(&drawer.path("29.ron"));
    for i in 30..50 {
        fs::rename(away.join(format!("{i}.ron")), drawer.path(format!("{i}.ron"))).expect("it is moved");
    }
    assert_eq!(drawer.names()[..3], ["29.ron", "49.ron", "48.ron"]);
}

#[test]
fn the_list_does_not_grow_without_end() {
    let drawer = Drawer::new();
    for i in 0..150 {
        drawer.recent.remember(&drawer.path(format!("{i}.ron")));
    }
    let kept = fs::read_to_string(drawer.path("data/recent")).expect("it is there");
    assert_eq!(kept.lines().count(), 100);
    assert!(kept.lines().next().is_some_and(|line| Path::new(line).ends_with("149.ron")), "{kept}");
}

#[test]
fn each_has_its_title_or_the_first_thing_that_is_wrong_with_it() {
    let drawer = Drawer::new();
    drawer.open("sound.ron", comparison("Which flat?"));
    drawer.open("hostile.ron", comparison("\u{1b}[2J\u{202e}T\nU"));
    drawer.open("damaged.ron", "Comparison(\n  title: \"T\",\n  alternatives: [],\n  more: 1,\n)");
    drawer.open("binary.ron", b"\xff\x00\x01");
    let long = |start: &str| format!("{start}{}", " ".repeat(100_000));
    drawer.open("long.ron", long(&comparison("Long")));
    drawer.open("late.ron", long("Comparison(").replace("( ", "( /*") + "*/ title: \"Late\")");
    drawer.open("other.ron", long("{\"title\": \"JSON\"}"));
    fs::create_dir(drawer.path("folder")).expect("a folder");
    drawer.recent.remember(&drawer.path("folder"));
    if support::pipe(&drawer.path("pipe")) {
        drawer.recent.remember(&drawer.path("pipe"));
    }
    let list = drawer.list();
    let title = |file: &str| list.iter().find(|(name, _)| name == file).map(|(_, title)| title.clone());
    assert_eq!(title("sound.ron"), Some(Ok("Which flat?".to_owned())));
    assert_eq!(title("hostile.ron"), Some(Ok("\u{241b}[2J\u{fffd}T\u{240a}U".to_owned())));
    assert_eq!(title("long.ron"), Some(Ok("Long".to_owned())));
    for (file, words) in [
        ("damaged.ron", "this one has 0 on line 3"),
        ("binary.ron", "no UTF-8"),
        ("late.ron", "does not stand at its beginning"),
        ("other.ron", "does not stand at its beginning"),
        ("folder", "no regular file"),
    ] {
        let problem = title(file).expect("it is listed").expect_err(file);
        assert!(problem.contains(words), "{file}: {problem}");
    }
    let problem = title("pipe").map(|title| title.expect_err("a pipe"));
    assert!(problem.is_none_or(|problem| problem.contains("no regular file")));
}

#[test]
fn whatever_is_in_the_list_it_works_and_goes_on() {
    let drawer = Drawer::new();
    drawer.open("flat.ron", comparison("T"));
    let list = drawer.path("data/recent");
    let flat = drawer.path("flat.ron").display().to_string();
    let pile =
        [b"/\0x\nflat.ron\n\xff\xfe\n../up\n/dev/zero\n/proc/self/mem\n\n".to_vec(), b"/a".repeat(3_000)];
    fs::write(&list, [pile.concat(), format!("\n{flat}\n{flat}\n").into_bytes()].concat())
        .expect("it is written");
    let names = drawer.names();
    assert_eq!(names.iter().filter(|name| *name == "flat.ron").count(), 1, "{names:?}");
    assert!(names.iter().all(|name| ["zero", "mem", "flat.ron"].contains(&name.as_str())), "{names:?}");
    for foreign in [b"".to_vec(), b"\xff\x00".repeat(100), b"/x\n".repeat(1_000_000)] {
        fs::write(&list, foreign).expect("it is written");
        assert_eq!(drawer.list(), []);
        drawer.recent.remember(&drawer.path("flat.ron"));
        assert_eq!(drawer.names(), ["flat.ron"]);
    }
    fs::remove_file(&list).expect("it is removed");
    if support::link("/dev/zero", &list) {
        assert_eq!(drawer.list(), []);
        drawer.recent.remember(&drawer.path("flat.ron"));
        assert_eq!(drawer.names(), ["flat.ron"]);
        fs::remove_file(&list).expect("it is removed");
    }
    if support::pipe(&list) {
        assert_eq!(drawer.list(), []);
        drawer.recent.remember(&drawer.path("flat.ron"));
        assert_eq!(drawer.names(), ["flat.ron"]);
        fs::remove_file(&list).expect("it is removed");
    }
    fs::create_dir(&list).expect("a folder in the way");
    drawer.recent.remember(&drawer.path("flat.ron"));
    assert_eq!(drawer.list(), []);
    let names: Vec<_> = fs::read_dir(drawer.path("data")).expect("it is there").collect();
    assert_eq!(names.len(), 2, "the list and its lock: {names:?}");
}

#[test]
fn paths_that_are_no_lines_of_text_are_not_remembered_and_others_are() {
    let drawer = Drawer::new();
    drawer.open("flat.ron", comparison("T"));
    for name in support::names_without_text().into_iter().chain(["two\nlines.ron".into()]) {
        let path = drawer.path(name);
        if fs::write(&path, comparison("T")).is_err() {
            support::skip("no file can be called like this");
        }
        drawer.recent.remember(&path);
        assert_eq!(drawer.names(), ["flat.ron"]);
    }
}

#[test]
fn twenty_of_the_largest_files_are_listed_quickly() {
    let drawer = Drawer::new();
    let text = comparison("Large");
    drawer.open("0.ron", format!("{text}{}", " ".repeat(4 * 1024 * 1024 - text.len())));
    for i in 1..20 {
        let name = drawer.path(format!("{i}.ron"));
        fs::hard_link(drawer.path("0.ron"), &name).expect("another name");
        drawer.recent.remember(&name);
    }
    let start = Instant::now();
    let list = drawer.list();
    let took = start.elapsed();
    assert_eq!(list.len(), 20);
    assert!(list.iter().all(|(_, title)| *title == Ok("Large".to_owned())), "{list:?}");
    println!("twenty of the largest files are listed in {took:?}");
    assert!(took < Duration::from_secs(1), "{took:?}");
}
