//! The mouse, at the places that the drawing says of itself.

use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Rect;
use touchstone::explorer::{Command, Layer};
use touchstone::keymap;
use touchstone::program::Flow;
use touchstone::view::Spot;
use touchstone::weight::Weight;

use crate::support::journey::Journey;
use crate::support::layers::{WAYS, name_of};

const LEFT: MouseEventKind = MouseEventKind::Down(MouseButton::Left);
const DRAG: MouseEventKind = MouseEventKind::Drag(MouseButton::Left);
const UP: MouseEventKind = MouseEventKind::Up(MouseButton::Left);

/// Every way the screen is divided.
const SIZES: [(u16, u16); 9] =
    [(200, 60), (120, 40), (100, 30), (80, 24), (72, 22), (60, 20), (50, 16), (40, 14), (40, 10)];

fn mouse(kind: MouseEventKind, (column, row): (u16, u16)) -> Event {
    Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
}

impl Journey {
    fn mouse(&mut self, kind: MouseEventKind, place: (u16, u16)) -> Flow {
        self.send(mouse(kind, place))
    }

    fn click(&mut self, place: (u16, u16)) {
        self.mouse(LEFT, place);
        self.mouse(UP, place);
    }

    /// All places of one kind.
    fn all<T>(&self, wanted: impl Fn(Spot) -> Option<T>) -> Vec<(Rect, T)> {
        self.spots().iter().filter_map(|(area, spot)| Some((*area, wanted(*spot)?))).collect()
    }

    /// The first place of one kind.
    #[track_caller]
    fn place(&self, wanted: Spot) -> (u16, u16) {
        let found = self.spots().iter().find(|(_, spot)| *spot == wanted);
        let (area, _) = found.unwrap_or_else(|| panic!("{wanted:?} is not on\n{}", self.text()));
        (area.x, area.y)
    }

    /// What is drawn on the first row of an area.
    fn drawn(&self, area: Rect) -> String {
        (area.left()..area.right()).map(|x| self.screen()[(x, area.y)].symbol()).collect()
    }
}

#[test]
fn a_click_selects_the_line_that_is_drawn_there() {
    for (columns, rows) in SIZES {
        let mut journey = Journey::new().sized(columns, rows);
        let claims = journey.all(|spot| if let Spot::Claim(claim) = spot { Some(claim) } else { None });
        assert!(!claims.is_empty(), "{columns} x {rows}");
        for (area, claim) in claims {
            // With room for details each claim has two rows, and choosing a line may move others.
            let title = journey.explorer().comparison()[claim].title.clone();
            let still = journey.all(|spot| (spot == Spot::Claim(claim)).then_some(()));
            let Some((area, ())) = still.first().filter(|(now, ())| now.x == area.x) else { continue };
            let start: String = title.chars().take(7).collect();
            assert!(journey.drawn(*area).contains(&start), "{title} at {columns} x {rows}");
            journey.click((area.x + area.width / 2, area.y));
            assert_eq!(journey.explorer().cursor().claim, Some(claim), "{title} at {columns} x {rows}");
            assert!(!journey.explorer().unsaved());
        }
    }
}

#[test]
fn a_click_on_the_mark_switches_on_and_off() {
    for (columns, rows) in SIZES {
        let mut journey = Journey::new().sized(columns, rows);
        let marks = journey.all(|spot| if let Spot::Mark(claim) = spot { Some(claim) } else { None });
        let (area, claim) = *marks.last().expect("a mark");
        assert!(journey.drawn(area).contains('\u{25cf}'), "{columns} x {rows}");
        journey.click((area.x + 1, area.y));
        assert!(!journey.explorer().stance(claim).on, "{columns} x {rows}");
        journey.click(journey.place(Spot::Mark(claim)));
        assert!(journey.explorer().stance(claim).on, "{columns} x {rows}");
    }
}

#[test]
fn each_cell_of_a_bar_sets_the_weight_that_it_stands_for() {
    for (columns, rows) in SIZES {
        let mut journey = Journey::new().sized(columns, rows);
        let bars = journey.all(|spot| if let Spot::Bar(claim) = spot { Some(claim) } else { None });
        for (_, claim) in bars {
            for cell in 0..11 {
                let bars = journey.all(|spot| (spot == Spot::Bar(claim)).then_some(()));
                let Some((area, ())) = bars.first().filter(|(area, ())| cell < area.width) else { break };
                let each = Weight::MOST / u8::try_from(area.width - 1).expect("a short bar");
                journey.click((area.x + cell, area.y));
                let weight = u8::try_from(cell).expect("a short bar") * each;
                let now = journey.explorer().profile().weight(journey.explorer().comparison(), claim);
                assert_eq!(now, Weight::new(weight), "cell {cell} at {columns} x {rows}");
                // What is drawn shows as much: each cell up to the one that was clicked is full.
                let area = journey.all(|spot| (spot == Spot::Bar(claim)).then_some(()))[0].0;
                let full = journey.drawn(area).chars().filter(|c| "\u{2501}\u{25c6}".contains(*c)).count();
                assert!(full >= usize::from(cell), "{} at {columns} x {rows}", journey.drawn(area));
            }
        }
    }
}

#[test]
fn a_second_click_on_a_short_bar_takes_one_point_off() {
    let mut journey = Journey::new().sized(80, 24);
    let claim = journey.explorer().cursor().claim.expect("a claim");
    for expected in [6, 5, 6, 5] {
        let (x, y) = journey.place(Spot::Bar(claim));
        journey.click((x + 3, y));
        let weight = journey.explorer().profile().weight(journey.explorer().comparison(), claim);
        assert_eq!(weight.map(Weight::points), Some(expected));
    }
    // Where each point has a cell, it stays.
    let mut journey = journey.sized(120, 40).press("6");
    let (x, y) = journey.place(Spot::Bar(claim));
    journey.click((x + 6, y));
    assert_eq!(journey.explorer().profile().weight(journey.explorer().comparison(), claim), Weight::new(6));
}

#[test]
fn a_drag_is_one_step_that_goes_on_beyond_the_ends_of_the_bar() {
    let mut journey = Journey::new().press("DOWN 7");
    let claim = journey.explorer().cursor().claim.expect("a claim");
    let (x, y) = journey.place(Spot::Bar(claim));
    let weight = |journey: &Journey| {
        journey.explorer().profile().weight(journey.explorer().comparison(), claim).map(Weight::points)
    };
    journey.mouse(LEFT, (x + 3, y));
    for (column, expected) in [(x + 4, 4), (x + 9, 9), (99, 10), (0, 0), (x + 2, 2)] {
        // Up or down does not matter while the button is held.
        journey.mouse(DRAG, (column, 0));
        assert_eq!(weight(&journey), Some(expected));
    }
    assert!(journey.text().contains("moved "), "{}", journey.text());
    journey.mouse(UP, (x, y));
    let journey = journey.press("u");
    assert_eq!(weight(&journey), Some(7));
    let journey = journey.press("CTRL-R");
    assert_eq!(weight(&journey), Some(2));
    let journey = journey.press("u u");
    assert_eq!((weight(&journey), journey.explorer().unsaved()), (None, false));
}

#[test]
fn a_drag_that_ends_where_it_began_is_no_step() {
    let mut journey = Journey::new().press("7");
    let claim = journey.explorer().cursor().claim.expect("a claim");
    let (x, y) = journey.place(Spot::Bar(claim));
    for column in [x + 7, x + 9, x + 7] {
        journey.mouse(if column == x + 9 { DRAG } else { LEFT }, (column, y));
    }
    journey.mouse(UP, (x + 7, y));
    // The press and the drag to 9 were let go of by the second press.
    let journey = journey.press("u");
    let weight = |journey: &Journey| {
        journey.explorer().profile().weight(journey.explorer().comparison(), claim).map(Weight::points)
    };
    assert_eq!(weight(&journey), Some(9));
    assert_eq!(weight(&journey.press("u")), Some(7));
}

#[test]
fn a_key_lets_go_of_what_is_dragged() {
    let mut journey = Journey::new();
    let claim = journey.explorer().cursor().claim.expect("a claim");
    let (x, y) = journey.place(Spot::Bar(claim));
    journey.mouse(LEFT, (x + 3, y));
    let mut journey = journey.press("DOWN");
    journey.mouse(DRAG, (x + 9, y));
    let weight = journey.explorer().profile().weight(journey.explorer().comparison(), claim);
    assert_eq!(weight.map(Weight::points), Some(3));
}

#[test]
fn the_wheel_moves_through_the_pane_under_it() {
    let mut journey = Journey::new();
    let other = journey.explorer().comparison().alternatives().nth(1).expect("two").0;
    let place = journey.place(Spot::Pane(other));
    journey.mouse(MouseEventKind::ScrollDown, (place.0 + 3, place.1 + 3));
    let cursor = journey.explorer().cursor();
    assert_eq!(cursor.alternative, other);
    let second = journey.explorer().comparison()[other].claims().nth(1);
    assert_eq!(cursor.claim, second);
    journey.mouse(MouseEventKind::ScrollUp, (place.0 + 3, place.1 + 3));
    assert_eq!(journey.explorer().cursor().claim, journey.explorer().comparison()[other].claims().next());
    // There is nothing to scroll in the answer.
    assert_eq!(journey.mouse(MouseEventKind::ScrollDown, (3, 1)), Flow::Idle);
}

#[test]
fn a_text_is_read_on_by_three_lines() {
    let mut journey = Journey::new().sized(80, 24).press("?");
    journey.mouse(MouseEventKind::ScrollDown, (20, 12));
    assert_eq!(journey.text(), Journey::new().sized(80, 24).press("? DOWN DOWN DOWN").text());
}

#[test]
fn the_rows_of_three_and_more_lead_to_their_panes() {
    let mut journey = Journey::on(include_str!("../../../examples/flats.ron")).press("9");
    for (place, (alternative, one)) in journey
        .explorer()
        .comparison()
        .clone()
        .alternatives()
        .enumerate()
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
    {
        let all = journey.all(|spot| (spot == Spot::Pane(alternative)).then_some(()));
        let (row, ()) = all.iter().min_by_key(|(area, ())| area.y).copied().expect("a row");
        assert!(journey.drawn(row).contains(one.name.as_str()), "{place}");
        journey.click((row.x + 40, row.y));
        assert_eq!(journey.explorer().cursor().alternative, alternative);
    }
}

#[test]
fn what_means_nothing_changes_nothing() {
    let mut journey = Journey::new();
    let before = journey.text();
    let right = MouseEventKind::Down(MouseButton::Right);
    for (kind, place) in [(MouseEventKind::Moved, (9, 9)), (right, (9, 9)), (LEFT, (3, 1)), (DRAG, (70, 9))] {
        assert_eq!(journey.mouse(kind, place), Flow::Idle, "{kind:?}");
    }
    assert_eq!(journey.text(), before);
}

/// A click on the name of a key does what the key does, in every layer.
#[test]
fn hints_do_what_their_keys_do() {
    for (columns, rows) in SIZES {
        for way in &WAYS {
            let there =
                || Journey::among_others(touchstone::JEWELRY, "").sized(columns, rows).press(way.keys);
            let hints = there().all(|spot| if let Spot::Key(command) = spot { Some(command) } else { None });
            let has_room = rows >= 14 && there().explorer().notice().is_none();
            assert!(!hints.is_empty() || !has_room, "{} at {columns} x {rows}", way.layer);
            for (area, command) in hints {
                if command == Command::Suspend {
                    continue;
                }
                let mut clicked = there();
                assert_eq!(name_of(clicked.explorer().layer()), way.layer);
                clicked.click((area.x, area.y));
                let key = keymap::key_for(there().explorer().layer(), command);
                let Some(key) = key else { panic!("no key for {command:?} in {}", way.layer) };
                let mut pressed = there();
                pressed.send(Event::Key(key.event()));
                assert_eq!(
                    (seen(&clicked), clicked.has_left()),
                    (seen(&pressed), pressed.has_left()),
                    "{command:?} in {} at {columns} x {rows}",
                    way.layer
                );
            }
        }
    }
}

/// What is on the screen of a journey, wherever its files are.
fn seen(journey: &Journey) -> String {
    let folder = journey.data().file_name().expect("a name").to_string_lossy().into_owned();
    let parent = journey.data().parent().and_then(|parent| parent.file_name());
    let parent = parent.map_or_else(String::new, |parent| parent.to_string_lossy().into_owned());
    journey.text().replace(&parent, "a-folder").replace(&folder, "of-its-own")
}

/// A click on a line of a list chooses it, and a click on the chosen one does what Enter does.
#[test]
fn lines_of_lists_are_chosen_and_then_taken() {
    let lists =
        ["ranking", "choice", "deciding", "profiles", "editing", "sides", "alternatives", "files", "insight"];
    for (columns, rows) in SIZES {
        for way in WAYS.iter().filter(|way| lists.contains(&way.layer)) {
            let there =
                || Journey::among_others(touchstone::JEWELRY, "").sized(columns, rows).press(way.keys);
            let lines = there().all(|spot| if let Spot::Line(line) = spot { Some(line) } else { None });
            for (area, line) in lines {
                let mut clicked = there();
                clicked.click((area.x, area.y));
                assert_eq!(name_of(clicked.explorer().layer()), way.layer);
                let mut moved = there().press("HOME");
                for _ in 0..line {
                    moved = moved.press("DOWN");
                }
                // Where more is said of a line than fits, going down reads on first.
                if way.layer != "profiles" {
                    assert_eq!(seen(&clicked), seen(&moved), "{line} in {} at {columns} x {rows}", way.layer);
                }
                if keymap::on_enter(clicked.explorer().layer()).is_none() {
                    continue;
                }
                // Where its path is broken between lines, it is another for each journey.
                if columns < 80 && clicked.text().contains("\u{258c} damaged") {
                    continue;
                }
                let chosen = clicked.place(Spot::Chosen);
                let mut entered = there();
                entered.click((area.x, area.y));
                clicked.click(chosen);
                assert_eq!(seen(&clicked), seen(&entered.press("ENTER")), "{line} in {}", way.layer);
            }
        }
    }
}

#[test]
fn the_scale_of_a_question_answers_it() {
    for (columns, rows) in SIZES {
        let mut journey = Journey::new().sized(columns, rows).press("ENTER");
        let weigh = |spot| match spot {
            Spot::Key(Command::Weigh(reweigh)) => Some(reweigh),
            _ => None,
        };
        let numbers = journey.all(weigh);
        let Some((area, _)) = numbers.iter().find(|(area, _)| journey.drawn(*area).contains("5 middling"))
        else {
            assert!(rows < 16, "{columns} x {rows}\n{}", journey.text());
            continue;
        };
        let (area, claim) = (*area, journey.explorer().cursor().claim.expect("a claim"));
        journey.click((area.x + 3, area.y));
        let weight = journey.explorer().profile().weight(journey.explorer().comparison(), claim);
        assert_eq!(weight.map(Weight::points), Some(5));
    }
}

#[test]
fn every_spot_is_on_the_screen_and_panes_under_a_dialog_are_not_pointed_at() {
    for (columns, rows) in SIZES {
        for way in &WAYS {
            let journey = Journey::among_others(touchstone::JEWELRY, "").sized(columns, rows).press(way.keys);
            let screen = journey.screen().area;
            for (area, spot) in journey.spots().iter() {
                assert_eq!(area.intersection(screen), *area, "{spot:?} in {}", way.layer);
                let of_panes = matches!(spot, Spot::Pane(_) | Spot::Claim(_) | Spot::Mark(_) | Spot::Bar(_));
                assert!(
                    !of_panes || ["panes", "trial", "finding"].contains(&way.layer),
                    "{spot:?} in {}",
                    way.layer
                );
            }
        }
    }
}

#[test]
fn while_something_is_tried_on_a_click_only_goes_there() {
    let way = WAYS.iter().find(|way| way.layer == "trial").expect("a way");
    let mut journey = Journey::new().press(way.keys);
    let before = journey.explorer().profile().clone();
    let bars = journey.all(|spot| if let Spot::Bar(claim) = spot { Some(claim) } else { None });
    let (area, claim) = bars[3];
    journey.click((area.x + 2, area.y));
    assert_eq!(journey.explorer().cursor().claim, Some(claim));
    assert_eq!(*journey.explorer().profile(), before);
    assert!(matches!(journey.explorer().layer(), Layer::Trial(_)));
}

/// A second click that comes before the next frame is meant for what is seen, not for what is there by then.
#[test]
fn a_click_counts_once_for_each_frame() {
    let mut journey = Journey::new();
    let ask = journey.place(Spot::Key(Command::AskMe));
    journey.send_undrawn(mouse(LEFT, ask));
    assert!(matches!(journey.explorer().layer(), Layer::Choice(_)));
    assert_eq!(journey.send_undrawn(mouse(LEFT, ask)), Flow::Idle);
}

#[test]
fn a_storm_of_the_wheel_is_taken_event_by_event_without_a_frame() {
    let mut journey = Journey::new();
    let first = journey.explorer().cursor().alternative;
    let place = journey.place(Spot::Pane(first));
    for _ in 0..10_000 {
        assert_eq!(
            journey.send_undrawn(mouse(MouseEventKind::ScrollDown, (place.0 + 2, place.1 + 2))),
            Flow::Changed
        );
    }
    let last = journey.explorer().comparison()[first].claims().last();
    assert_eq!(journey.explorer().cursor().claim, last);
}

#[test]
fn tabs_lead_to_their_panes() {
    let flats = include_str!("../../../examples/flats.ron");
    for (columns, rows) in [(100, 30), (60, 20), (50, 16)] {
        let mut journey = Journey::on(flats).sized(columns, rows);
        let count = journey.explorer().comparison().alternatives().len();
        for place in (0..count).rev() {
            let wanted = journey.explorer().comparison().alternatives().nth(place).expect("so many").0;
            let tabs = journey.all(|spot| (spot == Spot::Pane(wanted)).then_some(()));
            let (area, ()) =
                tabs.iter().min_by_key(|(area, ())| (area.height, area.y)).copied().expect("a tab");
            journey.click((area.x + area.width / 2, area.y));
            assert_eq!(journey.explorer().cursor().alternative, wanted, "{place} at {columns} x {rows}");
        }
    }
}
