//! The language in which tests press keys: `DOWN 9 CTRL-R 'a text to type' ENTER`.

use crossterm::event::{KeyCode, KeyEvent};
use touchstone::keymap::Key;

/// The keys of a line, parted by spaces: names, single characters, and texts in quotes, character by character.
pub(crate) fn keys(line: &str) -> Vec<KeyEvent> {
    let mut keys = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        let after = if let Some(quoted) = rest.strip_prefix('\'') {
            let (text, after) = quoted.split_once('\'').expect("a text ends with a quote");
            keys.extend(text.chars().map(|c| KeyEvent::from(KeyCode::Char(c))));
            after
        } else {
            let (name, after) = rest.split_once(' ').unwrap_or((rest, ""));
            keys.push(key(name));
            after
        };
        rest = after.trim_start();
    }
    keys
}

/// The key of a name, as the program itself spells it; case matters for single characters alone.
fn key(name: &str) -> KeyEvent {
    let key: Key = name.parse().expect("a key");
    key.event()
}

/// What a terminal sends for a key.
#[cfg(unix)]
pub(crate) fn bytes(key: KeyEvent) -> Vec<u8> {
    match key.code {
        KeyCode::Up => b"\x1b[A".into(),
        KeyCode::Down => b"\x1b[B".into(),
        KeyCode::Right => b"\x1b[C".into(),
        KeyCode::Left => b"\x1b[D".into(),
        KeyCode::Enter => b"\r".into(),
        KeyCode::Tab => b"\t".into(),
        KeyCode::Esc => b"\x1b".into(),
        KeyCode::Backspace => b"\x7f".into(),
        // Ctrl takes the upper bits from a letter.
        KeyCode::Char(c) if key.modifiers == crossterm::event::KeyModifiers::CONTROL => vec![c as u8 & 0x1f],
        KeyCode::Char(c) => c.to_string().into(),
        other => panic!("no terminal test has pressed {other:?} yet"),
    }
}
