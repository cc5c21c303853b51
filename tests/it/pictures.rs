//! The pictures in the README show the screen as it is.

use std::fs;
use std::path::Path;

use crate::support::journey::Journey;
use crate::support::svg::{DARK, LIGHT, svg};

/// Set in the environment, it makes the pictures anew.
const MAKE: &str = "MAKE_PICTURES";

/// Five reasons weighed, one claim switched off.
const WEIGHED: &str = "9 DOWN 6 DOWN 2 RIGHT HOME 9 DOWN DOWN 5 DOWN DOWN SPACE LEFT HOME";

/// Two who weigh five reasons each, both saved.
fn two() -> Journey {
    let first = "9 DOWN 7 DOWN 8 RIGHT HOME 4 DOWN 3 S 'Ana' ENTER";
    let second =
        "p HOME DOWN DOWN DOWN DOWN ENTER LEFT HOME 5 DOWN 7 DOWN 2 RIGHT HOME * DOWN 8 S 'Ben' ENTER";
    Journey::new().press(first).press(second)
}

#[test]
fn the_pictures_are_the_screen() {
    let weighed = || Journey::new().press(WEIGHED);
    let screens = [
        ("panes", "Some reasons weighed", weighed()),
        ("insight", "Everything behind the answer", weighed().sized(100, 48).press("i")),
        ("together", "Two people side by side", two().press("c DOWN")),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pictures");
    for (name, title, journey) in screens {
        for palette in [DARK, LIGHT] {
            let (file, picture) =
                (format!("{name}-{}.svg", palette.name), svg(journey.screen(), &palette, title));
            let path = folder.join(&file);
            if std::env::var_os(MAKE).is_some() {
                fs::write(&path, &picture).expect("a written picture");
            }
            assert!(
                fs::read_to_string(path).is_ok_and(|kept| kept == picture),
                "assets/pictures/{file} is stale; make the pictures anew with\n    \
                 {MAKE}=1 cargo test --test it pictures"
            );
        }
    }
}
