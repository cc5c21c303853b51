//! The screen at every size: beautiful where there is room, and never broken.

use insta::assert_snapshot;

use crate::support::journey::Journey;

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
    let layers = [
        "9",
        "?",
        "p",
        "s",
        "9 q",
        "9 s 'a' ENTER p END d",
        "9 s 'a' ENTER S CTRL_U 'b' ENTER S CTRL_U 'a' ENTER",
    ];
    for keys in layers {
        for (columns, rows) in
            [(0, 0), (1, 1), (0, 9), (9, 0), (20, 5), (40, 10), (41, 11), (300, 5), (40, 200), (500, 200)]
        {
            Journey::new().press(keys).sized(columns, rows).text();
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
            let title = journey.explorer().comparison().claims[cursor].title.clone();
            let marked =
                journey.text().lines().any(|line| line.contains('\u{258c}') && line.contains(title.as_str()));
            assert!(marked, "{rows} {title}\n{}", journey.text());
        }
    }
}
