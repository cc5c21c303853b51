//! What must be on the screen however little room there is, and what room that there is must be used for.

use crate::support::journey::Journey;

const SIZES: [(u16, u16); 7] = [(200, 60), (120, 40), (100, 30), (80, 24), (60, 20), (50, 16), (40, 10)];

const FLATS: &str = include_str!("../../../examples/flats.ron");

const TO_TRIAL: &str = "9 i DOWN DOWN DOWN DOWN DOWN DOWN ENTER";

/// Eight alternatives with names of 100 characters.
fn eight() -> String {
    let alternative = |i: usize| {
        let name = format!("Alternative {i} with a name as long as a sentence ").repeat(2);
        format!(
            "(name: \"{name:.100}\", pros: [\"A good thing about {i}\"], cons: [\"A bad thing about {i}\"])"
        )
    };
    let alternatives = (0..8).map(alternative).collect::<Vec<_>>().join(", ");
    format!("Comparison(title: \"Eight\", alternatives: [{alternatives}])")
}

/// The text in one line, without frames.
fn words(text: &str) -> String {
    text.replace(['\u{2503}', '\u{2502}', '\u{2588}'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn assert_says(journey: &Journey, said: &str) {
    assert!(words(&journey.text()).contains(said), "no {said:?} in\n{}", journey.text());
}

fn row_with(journey: &Journey, said: &str) -> String {
    let text = journey.text();
    text.lines().find(|line| line.contains(said)).unwrap_or_else(|| panic!("{text}")).to_owned()
}

#[test]
fn both_ways_to_go_on_are_always_on_the_screen() {
    for comparison in [touchstone::JEWELRY.to_owned(), FLATS.to_owned(), eight()] {
        for (columns, rows) in SIZES {
            for (keys, ways) in [
                ("w ENTER ENTER ENTER d", ["Still open: ask me", "Little: 2 for each"]),
                ("w ENTER ENTER ENTER ESC", ["Keep it", "Drop it: all is as it was before"]),
                ("w ENTER ENTER ENTER ENTER ENTER d ENTER *", ["Yes, stop here", "No, go on"]),
            ] {
                let journey = Journey::on(&comparison).sized(columns, rows).press(keys);
                if keys.ends_with('*') && comparison != touchstone::JEWELRY {
                    continue;
                }
                let [first, second] = ways;
                assert_says(&journey, &format!("\u{258c} {first}"));
                assert_says(&journey, second);
                let journey = journey.press("DOWN");
                assert_says(&journey, &format!("\u{258c} {second}"));
                assert_says(&journey, first);
            }
        }
    }
}

#[test]
fn the_line_to_be_picked_next_is_always_on_the_screen() {
    for comparison in [touchstone::JEWELRY.to_owned(), eight()] {
        for (columns, rows) in SIZES {
            let mut journey =
                Journey::on(&comparison).sized(columns, rows).press("w ENTER ENTER ENTER ENTER");
            for _ in 0..12 {
                assert_says(&journey, "\u{258c}");
                journey = journey.press("DOWN");
            }
        }
    }
}

#[test]
fn as_many_reasons_are_named_as_there_is_room_for() {
    for (columns, rows, named) in [
        (80, 24, "Personal connection, Customization, Support for artisans, Affordability and 5 more."),
        (40, 10, "Personal connection, Customization, Support for artisans and 6 more."),
    ] {
        let journey = Journey::new().sized(columns, rows).press("w ENTER ENTER ENTER d");
        assert_says(&journey, &format!("9 reasons are still open: {named}"));
    }
}

#[test]
fn what_is_not_ones_own_says_so_on_every_screen() {
    for (columns, rows) in SIZES {
        let listed = Journey::new().sized(columns, rows).press("p");
        assert_says(&listed, "Preview: Budget first");
        assert_says(&listed, "Mass-produced, hardly any doubt");
        let tried = Journey::new().sized(columns, rows).press(TO_TRIAL);
        assert!(tried.text().starts_with(" What if Uniqueness matters 0 and"), "{}", tried.text());
        assert_eq!(tried.text().matches("keep it").count(), 1, "{}", tried.text());
        if columns >= 60 {
            assert_says(&tried, "What if Uniqueness matters 0 and Craftsmanship matters 0?");
        }
    }
}

#[test]
fn how_sure_it_is_never_ends_in_the_middle_of_a_word() {
    for (columns, rows, said) in [
        (71, 17, "First in 79 of every 100 ways your answers could turn out."),
        (60, 20, "First in 79 of every 100 ways your answers could turn out."),
        (50, 16, "First in 79 of every 100 ways."),
    ] {
        assert_says(&Journey::new().sized(columns, rows).press("9"), said);
    }
    let begin = |columns, rows| Journey::new().sized(columns, rows);
    assert_says(
        &begin(80, 24),
        "0-9 says how much a line matters to you \u{b7} w asks you \u{b7} p ready-made weights.",
    );
    assert_says(&begin(60, 20), "0-9 says how much a line matters to you \u{b7} w asks you.");
    assert_says(&begin(50, 16), "0-9 says how much a line matters to you.");
    assert_says(&begin(40, 10).press("9"), "So far leaning to Handmade, much\u{2026}");
}

#[test]
fn what_rules_out_is_said_wherever_there_is_more_than_one_row_for_it() {
    let why = "Uniqueness is a must-have";
    for (columns, rows) in [(120, 40), (100, 30), (80, 24), (60, 20)] {
        let journey = Journey::new().sized(columns, rows).press("9 !");
        assert_says(&journey, &format!("{why}; without it Handmade, first in 79 of 100."));
        assert!(!journey.text().contains("\u{2588}\u{2588}"), "no bar is full\n{}", journey.text());
    }
    assert_says(
        &Journey::new().sized(50, 16).press("9 !"),
        &format!("{why}; without it Handmade, first in 79 of 100."),
    );
    let three = Journey::on(FLATS).sized(100, 30).press("! RIGHT END ! RIGHT END !");
    assert_says(&three, "New block: Everything on foot is a must-have");
}

#[test]
fn titles_are_whole_where_a_shorter_bar_leaves_room_and_all_bars_are_equally_long() {
    for (comparison, titles) in [
        (
            touchstone::JEWELRY,
            ["Widespread availability", "Trendy and fashion-forward", "Limited artisan support"],
        ),
        (FLATS, ["High windows to the south", "The tram stops at the door", "The dearest of the three"]),
    ] {
        let journey = Journey::on(comparison).sized(80, 24);
        for title in titles {
            assert_says(&journey, title);
        }
        let bars: Vec<usize> = journey
            .text()
            .split(|c| c != '\u{b7}')
            .map(|bar| bar.chars().count())
            .filter(|cells| *cells > 1 && *cells < 15)
            .collect();
        assert!(bars.len() > 10 && bars.iter().all(|cells| *cells == 5), "{bars:?}\n{}", journey.text());
        // With room for both they are whole.
        let wide = Journey::on(comparison).sized(100, 30);
        assert!(row_with(&wide, titles[0]).contains(&"\u{b7}".repeat(10)), "{}", wide.text());
    }
}

#[test]
fn boxes_cut_no_words_and_leave_nothing_below_them() {
    for (columns, rows) in SIZES {
        let listed = Journey::new().sized(columns, rows).press("9 p").text();
        let below = listed.lines().skip_while(|line| !line.contains('\u{2517}')).skip(1);
        let below: Vec<&str> = below.filter(|line| !line.is_empty()).collect();
        assert_eq!(below.len(), 1, "{listed}");
    }
    for keys in ["9 s", "9 q"] {
        let text = Journey::new().sized(80, 24).press(keys).text();
        let frame =
            text.lines().find(|line| line.contains("\u{250f} Save") || line.contains("\u{250f} Unsaved"));
        let frame: Vec<char> = frame.expect("a box").chars().collect();
        let left = frame.iter().rposition(|c| *c == '\u{250f}').expect("a left edge");
        let right = frame.iter().position(|c| *c == '\u{2513}').expect("a right edge");
        let rows = text.lines().map(|line| line.chars().collect::<Vec<char>>());
        let rows: Vec<Vec<char>> = rows.filter(|row| row.get(left) == Some(&'\u{2503}')).collect();
        assert!(rows.len() > 3, "{text}");
        assert!(rows.iter().all(|row| row[left - 1] == ' ' && row[right + 1] == ' '), "{text}");
    }
}

#[test]
fn one_pane_alone_is_marked_as_having_the_keys() {
    let journey = Journey::on(FLATS).sized(80, 24);
    let tabs = row_with(&journey, "New block  Garden flat");
    assert_eq!(tabs, " \u{25b6} Old town  \u{25cf} New block  Garden flat");
}

#[test]
fn the_footer_names_what_saves_as_soon_as_something_is_unsaved() {
    for (columns, rows) in SIZES {
        let footer = |keys: &str| {
            let text = Journey::new().sized(columns, rows).press(keys).text();
            text.lines().last().map(str::to_owned).unwrap_or_default()
        };
        for always in ["u undo", "w ask me", "? help"] {
            assert!(footer("").contains(always) && footer("9").contains(always), "{}", footer("9"));
        }
        assert!(footer("9").contains("s save"), "{}", footer("9"));
        assert!(columns < 80 || footer("9").contains("q quit"), "{}", footer("9"));
    }
}

#[test]
fn nothing_can_tip_over_before_something_is_weighed() {
    let comparison = "Comparison(title: \"Two\", alternatives: [
        (name: \"Tea\", pros: [\"Taste\"]), (name: \"Coffee\", pros: [\"Smell\"])])";
    assert!(!Journey::on(comparison).text().contains('\u{25c6}'));
    assert!(Journey::on(comparison).press("6").text().contains('\u{25c6}'));
}

#[test]
fn bars_in_insight_run_to_the_side_that_a_reason_speaks_for_whoever_leads() {
    for (keys, leader) in
        [("9 RIGHT END UP 8 HOME 3 i", "Handmade"), ("2 RIGHT END UP 1 HOME 9 DOWN 9 i", "Mass-produced")]
    {
        let journey = Journey::new().sized(120, 60).press(keys);
        assert_says(&journey, leader);
        let at_left = |name: &str| {
            let row = row_with(&journey, name);
            let bar = row.find(['\u{2588}', '\u{2591}']).expect("a bar");
            // The frame is such a line, too.
            let axis = row.match_indices('\u{2502}').nth(1).expect("an axis").0;
            bar < axis
        };
        assert!(at_left("\u{25cf} Uniqueness"), "{}", journey.text());
        assert!(at_left("\u{25cf} Environmental concerns (against Mass-produced)"), "{}", journey.text());
        assert!(!at_left("\u{25cf} Affordability"), "{}", journey.text());
    }
}
