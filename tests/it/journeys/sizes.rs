//! The screen at every size: beautiful where there is room, and never broken.

use insta::assert_snapshot;

use crate::support::journey::Journey;
use crate::support::layers::{WAYS, name_of};

const WEIGHED: &str = "9 DOWN 3 RIGHT * DOWN SPACE DOWN !";

#[test]
fn the_screen_at_120_by_40() {
    assert_snapshot!(Journey::new().sized(120, 40).press(WEIGHED).picture());
}

#[test]
fn the_screen_at_100_by_30() {
    assert_snapshot!(Journey::new().sized(100, 30).press(WEIGHED).text());
}

#[test]
fn the_screen_at_80_by_24() {
    assert_snapshot!(Journey::new().sized(80, 24).press(WEIGHED).text());
}

#[test]
fn the_screen_at_50_by_16() {
    assert_snapshot!(Journey::new().sized(50, 16).press(WEIGHED).text());
}

#[test]
fn the_screen_at_40_by_10() {
    assert_snapshot!(Journey::new().sized(40, 10).press(WEIGHED).text());
}

#[test]
fn the_screen_at_20_by_5_asks_for_room() {
    assert_snapshot!(Journey::new().sized(20, 5).press(WEIGHED).text());
}

#[test]
fn every_size_draws_every_layer() {
    let sizes = [
        (0, 0),
        (1, 1),
        (0, 9),
        (9, 0),
        (20, 5),
        (39, 10),
        (40, 9),
        (40, 10),
        (41, 11),
        (300, 10),
        (40, 200),
        (500, 200),
    ];
    for way in WAYS {
        let mut journey = Journey::among_others(touchstone::JEWELRY, "").press(way.keys);
        for (columns, rows) in sizes {
            journey.resize(columns, rows);
            let text = journey.text();
            assert_eq!(name_of(journey.explorer().layer()), way.layer, "{}", way.keys);
            let what = format!("{} at {columns}x{rows}:\n{text}", way.keys);
            if columns < 40 || rows < 10 {
                let room = "Window too small: needs 40 x 10";
                let cut: String = room.chars().take(columns.into()).collect();
                assert_eq!(text.trim(), if rows == 0 { "" } else { cut.trim() }, "{what}");
            } else {
                assert!(text.contains(way.says), "no {:?} for {what}", way.says);
            }
        }
    }
}

#[test]
fn the_claim_under_the_cursor_is_always_visible() {
    for rows in 10..40 {
        for claim in 0..8 {
            let mut journey = Journey::new().sized(45, rows).press("HOME");
            for _ in 0..claim {
                journey = journey.press("DOWN");
            }
            let cursor = journey.explorer().cursor().claim.expect("a claim");
            let title = journey.explorer().comparison()[cursor].title.clone();
            let marked =
                journey.text().lines().any(|line| line.contains('\u{258c}') && line.contains(title.as_str()));
            assert!(marked, "{rows} {title}\n{}", journey.text());
        }
    }
}
