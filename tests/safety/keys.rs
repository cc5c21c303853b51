//! Keys, pastes and sizes in any order: never a panic, and the state stays sound.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tempfile::TempDir;
use touchstone::comparison::Comparison;
use touchstone::explorer::Explorer;
use touchstone::program::{Flow, Program};
use touchstone::store::Store;
use touchstone::view::Theme;

use crate::random::Random;

const CHARACTERS: &str = "hjklgG0123456789*+-=_!uspSirdyowmq?<> abc\u{e9}\u{6307}\u{1f468}";

const CODES: [KeyCode; 13] = [
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::Enter,
    KeyCode::Esc,
    KeyCode::Backspace,
    KeyCode::Delete,
    KeyCode::Tab,
];

fn event(random: &mut Random) -> Event {
    let characters: Vec<char> = CHARACTERS.chars().collect();
    match random.below(40) {
        0 => Event::Paste((0..random.below(90)).map(|_| *random.of(&characters)).collect()),
        1 => Event::Mouse(MouseEvent {
            kind: MouseEventKind::Moved,
            column: 3,
            row: 3,
            modifiers: KeyModifiers::NONE,
        }),
        2..=4 => {
            let c = *random.of(&['r', 'u', 'w', 'a', 'e', 'k', 'h', 'd']);
            Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL))
        }
        5..=18 => Event::Key(KeyEvent::new(*random.of(&CODES), KeyModifiers::NONE)),
        _ => Event::Key(KeyEvent::new(KeyCode::Char(*random.of(&characters)), KeyModifiers::NONE)),
    }
}

fn size(random: &mut Random) -> Rect {
    let [width, height] = match random.below(12) {
        0 => [random.below(301), random.below(301)],
        1 => [random.below(42), random.below(12)],
        _ => [random.below(130), random.below(50)],
    };
    Rect::new(0, 0, u16::try_from(width).expect("small"), u16::try_from(height).expect("small"))
}

/// A comparison with many alternatives of very different sizes.
fn crowd() -> Comparison {
    let alternative = |i: usize| {
        let claims = |prefix: &str, count: usize| -> String {
            let claim = |j| {
                format!("(id: \"{prefix}{j}\", title: \"Claim {prefix}{j}\", criterion: \"c{}\"),", j % 3)
            };
            (0..count).map(claim).collect()
        };
        format!(
            "(id: \"a{i}\", name: \"Alternative {i}\", pros: [{}], cons: [{}]),",
            claims("p", i * 3 % 8),
            claims("q", (i * 5 + 2) % 7)
        )
    };
    let alternatives: String = (0..5).map(alternative).collect();
    let text = format!(
        "Comparison(format: 1, id: \"crowd\", title: \"Crowd\",
            criteria: [(id: \"c0\", name: \"C0\"), (id: \"c1\", name: \"C1\"), (id: \"c2\", name: \"C2\")],
            alternatives: [{alternatives}])"
    );
    Comparison::from_ron(&text).expect("a sound comparison")
}

/// What always holds.
fn assert_sound(explorer: &Explorer) {
    let comparison = explorer.comparison();
    let cursor = explorer.cursor();
    let claims = comparison.alternatives[cursor.alternative].claims();
    match cursor.claim {
        Some(claim) => assert!(claims.contains(&claim)),
        None => assert!(claims.is_empty()),
    }
    let assessment = explorer.assessment();
    assert_eq!(assessment.standings.len(), comparison.alternatives.len());
    let sum: f64 = assessment.standings.iter().map(|standing| standing.chance).sum();
    assert!((sum + assessment.tie - 1.0).abs() < 1e-9);
}

fn press(comparison: &Comparison, seed: u64, events: usize) {
    let mut random = Random::new(seed);
    let folder = TempDir::new().expect("a temporary folder");
    let start = || {
        let store = Store::new(folder.path(), comparison);
        Program::open(comparison.clone(), None, store, Theme::colored()).expect("a program")
    };
    let mut program = start();
    let mut area = size(&mut random);
    for _ in 0..events {
        if random.below(25) == 0 {
            area = size(&mut random);
        }
        if program.take(event(&mut random)) == Flow::Quit {
            program = start();
        }
        assert_sound(program.explorer());
        program.draw(area, &mut Buffer::empty(area));
    }
}

fn press_all(events: usize) {
    let jewelry = &Comparison::from_ron(touchstone::JEWELRY).expect("a sound comparison");
    let crowd = &crowd();
    std::thread::scope(|scope| {
        for seed in [1, 2] {
            scope.spawn(move || press(jewelry, seed, events / 4));
            scope.spawn(move || press(crowd, seed, events / 4));
        }
    });
}

#[test]
fn keys_in_any_order_keep_the_state_sound() {
    press_all(50_000);
}

#[test]
#[ignore = "the long run: 1 million keys"]
fn long_run_keys_in_any_order_keep_the_state_sound() {
    press_all(1_000_000);
}
