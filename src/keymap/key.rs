//! One key, how it is spelled, and which press it is.

use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key with or without Ctrl. Shift is left to the character itself.
///
/// It is spelled as on a keyboard: `Enter`, `PgUp`, `Ctrl-R`, `+`; arrows as arrows, or by name when read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    code: KeyCode,
    ctrl: bool,
}

/// How keys without a character are spelled; the first spelling of a key is the one that is shown.
const NAMED: [(&str, KeyCode); 19] = [
    ("\u{2191}", KeyCode::Up),
    ("Up", KeyCode::Up),
    ("\u{2193}", KeyCode::Down),
    ("Down", KeyCode::Down),
    ("\u{2190}", KeyCode::Left),
    ("Left", KeyCode::Left),
    ("\u{2192}", KeyCode::Right),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Tab", KeyCode::Tab),
    ("Shift-Tab", KeyCode::BackTab),
    ("Space", KeyCode::Char(' ')),
];

/// What a spelling with Ctrl begins with.
const CTRL: &str = "Ctrl-";

/// How Windows tells of `AltGr`.
const ALT_GR: KeyModifiers = KeyModifiers::CONTROL.union(KeyModifiers::ALT);

/// No key is spelled like this.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no key {0:?}")]
pub struct NoSuchKey(String);

impl Key {
    pub(super) const fn of(code: KeyCode) -> Self {
        Self { code, ctrl: false }
    }

    pub(super) const fn char(c: char) -> Self {
        Self::of(KeyCode::Char(c))
    }

    pub(super) const fn ctrl(c: char) -> Self {
        Self { code: KeyCode::Char(c), ctrl: true }
    }

    /// The key of an event; none for a release, and none with Alt and its like, which make another key of it.
    pub(super) fn pressed(event: KeyEvent) -> Option<Self> {
        let alt_gr = if cfg!(windows) && is_typed_with_alt_gr(event) { ALT_GR } else { KeyModifiers::NONE };
        let modifiers = event.modifiers - alt_gr;
        let others = modifiers - (KeyModifiers::CONTROL | KeyModifiers::SHIFT);
        let pressed = event.kind != KeyEventKind::Release && others.is_empty();
        pressed.then_some(Self { code: event.code, ctrl: modifiers.contains(KeyModifiers::CONTROL) })
    }

    /// The event of pressing it.
    #[must_use]
    pub fn event(self) -> KeyEvent {
        KeyEvent::new(self.code, if self.ctrl { KeyModifiers::CONTROL } else { KeyModifiers::NONE })
    }

    pub(super) fn code(self) -> KeyCode {
        self.code
    }

    /// Whether it is worth a word where it does nothing: a letter, a sign or Enter.
    pub(super) fn may_be_dead(self) -> bool {
        matches!(self.code, KeyCode::Char(_) | KeyCode::Enter) && !self.ctrl
    }

    pub(super) fn has_ctrl(self) -> bool {
        self.ctrl
    }
}

/// Whether this may be a character that `AltGr` makes, such as `@` or `ł`.
///
/// It makes no plain letters and digits: with one of these, Ctrl and Alt themselves were pressed.
fn is_typed_with_alt_gr(event: KeyEvent) -> bool {
    event.modifiers.contains(ALT_GR) && matches!(event.code, KeyCode::Char(c) if !c.is_ascii_alphanumeric())
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = NAMED.iter().find(|(_, code)| *code == self.code).map(|(name, _)| *name);
        match (named, self.code) {
            (Some(name), _) => write!(f, "{}{name}", if self.ctrl { CTRL } else { "" }),
            (None, KeyCode::Char(c)) if self.ctrl => write!(f, "{CTRL}{}", c.to_ascii_uppercase()),
            (None, KeyCode::Char(c)) => write!(f, "{c}"),
            // No row of the table has such a key.
            (None, code) => write!(f, "{code}"),
        }
    }
}

impl FromStr for Key {
    type Err = NoSuchKey;

    /// Reads a spelling; case matters for single characters alone.
    fn from_str(spelling: &str) -> Result<Self, NoSuchKey> {
        let mut chars = spelling.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            let arrow = NAMED.iter().find(|(name, _)| *name == spelling);
            return Ok(arrow.map_or_else(|| Self::char(c), |(_, code)| Self::of(*code)));
        }
        if let Some((_, code)) = NAMED.iter().find(|(name, _)| name.eq_ignore_ascii_case(spelling)) {
            return Ok(Self::of(*code));
        }
        let rest = spelling.get(..CTRL.len()).filter(|start| start.eq_ignore_ascii_case(CTRL));
        match rest.map(|_| spelling[CTRL.len()..].parse::<Self>()) {
            Some(Ok(Self { code: KeyCode::Char(c), ctrl: false })) => Ok(Self::ctrl(c.to_ascii_lowercase())),
            Some(Ok(Self { code, ctrl: false })) => Ok(Self { code, ctrl: true }),
            Some(Ok(_) | Err(_)) | None => Err(NoSuchKey(spelling.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_read_as_it_is_shown() {
        let named = NAMED.iter().map(|(_, code)| Key::of(*code));
        let ctrl_named = NAMED.iter().map(|(_, code)| Key { code: *code, ctrl: true });
        let typed = (' '..='~').chain(['\u{e9}', '\u{6307}']).map(Key::char);
        let ctrl = ('a'..='z').map(Key::ctrl);
        for key in named.chain(ctrl_named).chain(typed).chain(ctrl) {
            assert_eq!(key.to_string().parse(), Ok(key));
        }
    }

    #[test]
    fn what_alt_gr_makes_is_typed_where_it_is_told_as_ctrl_and_alt() {
        for c in ['@', '{', '\\', '\u{142}', '\u{20ac}', '\u{104}'] {
            for modifiers in [ALT_GR, ALT_GR | KeyModifiers::SHIFT] {
                let event = KeyEvent::new(KeyCode::Char(c), modifiers);
                assert!(is_typed_with_alt_gr(event), "{event:?}");
                assert_eq!(Key::pressed(event), cfg!(windows).then_some(Key::char(c)));
            }
            for modifiers in [KeyModifiers::CONTROL, KeyModifiers::ALT, KeyModifiers::NONE] {
                assert!(!is_typed_with_alt_gr(KeyEvent::new(KeyCode::Char(c), modifiers)));
            }
        }
        for code in [KeyCode::Char('r'), KeyCode::Char('C'), KeyCode::Char('0'), KeyCode::Delete] {
            assert_eq!(Key::pressed(KeyEvent::new(code, ALT_GR)), None, "{code:?}");
        }
    }

    #[test]
    fn names_are_read_in_any_case_and_nonsense_is_refused() {
        assert_eq!("DOWN".parse(), Ok(Key::of(KeyCode::Down)));
        assert_eq!("ctrl-R".parse(), Ok(Key::ctrl('r')));
        assert_eq!("CTRL-left".parse(), Ok(Key { code: KeyCode::Left, ctrl: true }));
        for spelling in ["", "Hyper", "Ctrl-", "Ctrl-Ctrl-A", "\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}"] {
            assert_eq!(spelling.parse::<Key>(), Err(NoSuchKey(spelling.to_owned())));
        }
    }
}
