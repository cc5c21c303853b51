//! All keys, in one table: dispatch, footer and help are computed from it.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use tui_input::InputRequest;

use crate::explorer::{Action, Command, FirstWeighing, Layer, Motion, Weighing};
use crate::profile::Weight;

/// Where a key means something: the kinds of [`Layer`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// The panes with the claims.
    Panes,
    /// The list of all keys.
    Help,
    /// Everything behind the answer.
    Insight,
    /// What matters most is picked.
    Ranking,
    /// How much a claim matters is asked.
    Question,
    /// Presets and saved profiles.
    Profiles,
    /// A name is typed.
    Naming,
    /// Asks whether to delete or to write over something.
    Asking,
    /// Another window saved the profile.
    Conflict,
    /// Something is unsaved.
    Leaving,
}

impl Scene {
    /// The scene of a layer.
    #[must_use]
    pub fn of(layer: &Layer) -> Self {
        match layer {
            Layer::Panes => Self::Panes,
            Layer::Help { .. } => Self::Help,
            Layer::Insight { .. } => Self::Insight,
            Layer::FirstWeighing(FirstWeighing::Ranking(_)) => Self::Ranking,
            Layer::FirstWeighing(FirstWeighing::Question(_)) => Self::Question,
            Layer::Profiles(_) => Self::Profiles,
            Layer::Naming(_) => Self::Naming,
            Layer::Deleting(_) | Layer::Replacing(_) => Self::Asking,
            Layer::Conflict(_) => Self::Conflict,
            Layer::Leaving(_) => Self::Leaving,
        }
    }
}

/// One thing that keys can do.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    scenes: &'static [Scene],
    keys: &'static [Key],
    means: Meaning,
    hint: Option<Hint>,
    help: Option<Help>,
}

/// What the footer says of a binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The keys.
    pub keys: &'static str,
    /// What they do, in a word or two.
    pub does: &'static str,
    /// Where room is short, hints of lower rank go first.
    pub rank: u8,
}

/// What the help says of a binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Help {
    /// The heading it stands under.
    pub group: &'static str,
    /// The keys.
    pub keys: &'static str,
    /// What they do.
    pub does: &'static str,
}

#[derive(Clone, Copy, Debug)]
enum Meaning {
    Always(Command),
    /// The weight that the digit says.
    Digit,
}

/// A key with or without Ctrl. Shift is left to the character itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    code: KeyCode,
    ctrl: bool,
}

impl Binding {
    const fn hint(self, keys: &'static str, does: &'static str) -> Self {
        Self { hint: Some(Hint { keys, does, rank: USUAL }), ..self }
    }

    const fn rank(mut self, rank: u8) -> Self {
        if let Some(hint) = &mut self.hint {
            hint.rank = rank;
        }
        self
    }

    const fn help(self, group: &'static str, keys: &'static str, does: &'static str) -> Self {
        Self { help: Some(Help { group, keys, does }), ..self }
    }
}

const fn on(scenes: &'static [Scene], keys: &'static [Key], command: Command) -> Binding {
    Binding { scenes, keys, means: Meaning::Always(command), hint: None, help: None }
}

const fn motion(scenes: &'static [Scene], keys: &'static [Key], motion: Motion) -> Binding {
    on(scenes, keys, Command::Move(motion))
}

const fn weigh(scenes: &'static [Scene], keys: &'static [Key], weighing: Weighing) -> Binding {
    on(scenes, keys, Command::Weigh(weighing))
}

const fn key(code: KeyCode) -> Key {
    Key { code, ctrl: false }
}

const fn char(c: char) -> Key {
    key(KeyCode::Char(c))
}

const fn ctrl(c: char) -> Key {
    Key { code: KeyCode::Char(c), ctrl: true }
}

const DIGITS: &[Key] = &[
    char('0'),
    char('1'),
    char('2'),
    char('3'),
    char('4'),
    char('5'),
    char('6'),
    char('7'),
    char('8'),
    char('9'),
];
const ENTER: Key = key(KeyCode::Enter);
const ESC: Key = key(KeyCode::Esc);

const PANES: &[Scene] = &[Scene::Panes];
const PROFILES: &[Scene] = &[Scene::Profiles];
const WEIGHABLE: &[Scene] = &[Scene::Panes, Scene::Question];
const ANALYZING: &[Scene] = &[Scene::Panes, Scene::Insight];
const SCROLLING: &[Scene] = &[Scene::Panes, Scene::Insight, Scene::Ranking, Scene::Profiles, Scene::Help];
const DIALOGS: &[Scene] = &[
    Scene::Help,
    Scene::Insight,
    Scene::Ranking,
    Scene::Question,
    Scene::Profiles,
    Scene::Naming,
    Scene::Asking,
    Scene::Conflict,
    Scene::Leaving,
];
const EVERYWHERE: &[Scene] = &[
    Scene::Panes,
    Scene::Help,
    Scene::Insight,
    Scene::Ranking,
    Scene::Question,
    Scene::Profiles,
    Scene::Naming,
    Scene::Asking,
    Scene::Conflict,
    Scene::Leaving,
];

const MOVING: &str = "Moving";
const WEIGHING: &str = "Weighing";
const UNDERSTANDING: &str = "Understanding";
const KEEPING: &str = "Profiles";
const LEAVING: &str = "Leaving";

/// The rank of most hints.
const USUAL: u8 = 5;

/// Every key. The footer keeps this order.
const BINDINGS: &[Binding] = &[
    // What the dialogs are for comes first in their footers.
    on(PROFILES, &[ENTER], Command::Accept).hint("enter", "open"),
    on(PROFILES, &[char('r')], Command::Rename).hint("r", "rename"),
    on(PROFILES, &[char('d')], Command::Delete).hint("d", "delete"),
    on(&[Scene::Insight], &[ENTER], Command::Accept).hint("enter", "go to the claim"),
    on(&[Scene::Ranking], &[ENTER, char(' ')], Command::Accept).hint("enter", "this one"),
    on(&[Scene::Ranking], &[key(KeyCode::Backspace), char('u')], Command::Unpick)
        .hint("backspace", "take back"),
    on(&[Scene::Ranking], &[char('d')], Command::Enough).hint("d", "that is all"),
    on(&[Scene::Question], &[ENTER, char(' ')], Command::Accept).hint("enter", "skip"),
    on(&[Scene::Naming], &[ENTER], Command::Accept).hint("enter", "take this name"),
    on(&[Scene::Asking], &[char('y')], Command::Accept).hint("y", "yes"),
    on(&[Scene::Conflict], &[char('r')], Command::Reload).hint("r", "reload"),
    on(&[Scene::Conflict], &[char('S')], Command::SaveAs).hint("S", "save as"),
    on(&[Scene::Conflict], &[char('o')], Command::Overwrite).hint("o", "overwrite"),
    on(&[Scene::Leaving], &[char('s')], Command::Accept).hint("s", "save"),
    on(&[Scene::Leaving], &[char('d')], Command::Discard).hint("d", "discard"),
    motion(SCROLLING, &[key(KeyCode::Up), char('k')], Motion::Up).hint("\u{2191}\u{2193}", "move").help(
        MOVING,
        "\u{2191} \u{2193} or k j",
        "up and down within a pane",
    ),
    motion(SCROLLING, &[key(KeyCode::Down), char('j')], Motion::Down),
    motion(PANES, &[key(KeyCode::Left), char('h')], Motion::Left).hint("\u{2190}\u{2192}", "side").help(
        MOVING,
        "\u{2190} \u{2192} or h l",
        "to the pane beside",
    ),
    motion(PANES, &[key(KeyCode::Right), char('l')], Motion::Right),
    motion(SCROLLING, &[key(KeyCode::PageUp)], Motion::PageUp).help(
        MOVING,
        "PgUp PgDn",
        "one page up or down",
    ),
    motion(SCROLLING, &[key(KeyCode::PageDown)], Motion::PageDown),
    motion(SCROLLING, &[key(KeyCode::Home), char('g')], Motion::First).help(
        MOVING,
        "Home End or g G",
        "to the first or last line",
    ),
    motion(SCROLLING, &[key(KeyCode::End), char('G')], Motion::Last),
    on(PANES, &[char(' ')], Command::Toggle).hint("space", "on/off").help(
        WEIGHING,
        "space",
        "switch the claim on or off",
    ),
    weigh(PANES, &[char('+'), char('=')], Weighing::More).hint("+/\u{2212}", "weight").rank(2).help(
        WEIGHING,
        "+ \u{2212}",
        "one point more or less; starts at 5",
    ),
    weigh(PANES, &[char('-'), char('_')], Weighing::Less),
    Binding { scenes: WEIGHABLE, keys: DIGITS, means: Meaning::Digit, hint: None, help: None }
        .hint("0-9", "set")
        .help(WEIGHING, "0-9", "how much it matters, from not at all"),
    weigh(WEIGHABLE, &[char('*')], Weighing::Set(Weight::FULL)).help(WEIGHING, "*", "it matters most: 10"),
    weigh(PANES, &[key(KeyCode::Backspace)], Weighing::Unset).help(
        WEIGHING,
        "Backspace",
        "not thought about yet: unset",
    ),
    on(PANES, &[char('!')], Command::Essential).help(
        WEIGHING,
        "!",
        "essential: a must-have or a deal-breaker",
    ),
    on(PANES, &[char('u')], Command::Undo).help(WEIGHING, "u", "undo"),
    on(PANES, &[ctrl('r')], Command::Redo).help(WEIGHING, "Ctrl-R", "redo"),
    on(PANES, &[char('i')], Command::Insight).hint("i", "insight").help(
        UNDERSTANDING,
        "i",
        "insight: everything behind the answer",
    ),
    on(PANES, &[char('w')], Command::FirstWeighing).help(
        UNDERSTANDING,
        "w",
        "first weighing: be asked what matters",
    ),
    on(ANALYZING, &[char('m')], Command::Counting).help(
        UNDERSTANDING,
        "m",
        "count every claim, or each criterion once",
    ),
    on(ANALYZING, &[char('<')], Command::Narrower).help(
        UNDERSTANDING,
        "< >",
        "how far your weights may be off: 0 to 5",
    ),
    on(ANALYZING, &[char('>')], Command::Wider),
    on(&[Scene::Insight], &[char('i'), char('q')], Command::Back),
    on(PANES, &[char('s')], Command::Save).hint("s", "save").help(KEEPING, "s", "save the profile"),
    on(PANES, &[char('S')], Command::SaveAs).help(KEEPING, "S", "save it under another name"),
    on(PANES, &[char('p')], Command::Profiles).hint("p", "profiles").rank(1).help(
        KEEPING,
        "p",
        "open, rename or delete one; presets",
    ),
    on(DIALOGS, &[ESC], Command::Back).hint("esc", "back").help(LEAVING, "Esc", "back out of a dialog"),
    on(PANES, &[ESC], Command::Back),
    on(&[Scene::Help], &[char('?'), char('q')], Command::Back),
    on(PANES, &[char('?')], Command::Help).hint("?", "help").rank(9).help(LEAVING, "?", "this list"),
    on(PANES, &[char('q')], Command::Quit).hint("q", "quit").rank(3).help(
        LEAVING,
        "q or Ctrl-C",
        "quit; asks if something is unsaved",
    ),
    on(EVERYWHERE, &[ctrl('c')], Command::Interrupt),
    on(EVERYWHERE, &[ctrl('z')], Command::Suspend),
];

/// What a key press means where it was pressed; nothing for keys that mean nothing there.
#[must_use]
pub fn action(layer: &Layer, event: KeyEvent) -> Option<Action> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let scene = Scene::of(layer);
    let pressed = Key { code: event.code, ctrl: event.modifiers.contains(KeyModifiers::CONTROL) };
    // Alt and its like make another key of it.
    if !(event.modifiers - (KeyModifiers::CONTROL | KeyModifiers::SHIFT)).is_empty() {
        return None;
    }
    let bound = BINDINGS.iter().find(|b| b.scenes.contains(&scene) && b.keys.contains(&pressed));
    match (bound.map(|binding| binding.means), pressed.code) {
        (Some(Meaning::Always(command)), _) => Some(Action::Do(command)),
        (Some(Meaning::Digit), KeyCode::Char(c)) => {
            let points = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok())?;
            Some(Action::Do(Command::Weigh(Weighing::Set(Weight::new(points)?))))
        }
        (None, _) if scene == Scene::Naming => edit(pressed).map(Action::Edit),
        (Some(Meaning::Digit) | None, _) => None,
    }
}

/// What a key does to a line of text.
fn edit(Key { code, ctrl }: Key) -> Option<InputRequest> {
    Some(match (code, ctrl) {
        (KeyCode::Char(c), false) => InputRequest::InsertChar(c),
        (KeyCode::Backspace, false) | (KeyCode::Char('h'), true) => InputRequest::DeletePrevChar,
        (KeyCode::Delete, _) | (KeyCode::Char('d'), true) => InputRequest::DeleteNextChar,
        (KeyCode::Left, false) | (KeyCode::Char('b'), true) => InputRequest::GoToPrevChar,
        (KeyCode::Right, false) | (KeyCode::Char('f'), true) => InputRequest::GoToNextChar,
        (KeyCode::Left, true) => InputRequest::GoToPrevWord,
        (KeyCode::Right, true) => InputRequest::GoToNextWord,
        (KeyCode::Home, _) | (KeyCode::Char('a'), true) => InputRequest::GoToStart,
        (KeyCode::End, _) | (KeyCode::Char('e'), true) => InputRequest::GoToEnd,
        (KeyCode::Char('w') | KeyCode::Backspace, true) => InputRequest::DeletePrevWord,
        (KeyCode::Char('u'), true) => InputRequest::DeleteFromStart,
        (KeyCode::Char('k'), true) => InputRequest::DeleteTillEnd,
        _ => return None,
    })
}

/// What the footer says in a layer.
pub fn hints(layer: &Layer) -> impl Iterator<Item = Hint> {
    let scene = Scene::of(layer);
    BINDINGS.iter().filter(move |binding| binding.scenes.contains(&scene)).filter_map(|binding| binding.hint)
}

/// What the help lists, in groups.
pub fn help() -> impl Iterator<Item = Help> {
    BINDINGS.iter().filter_map(|binding| binding.help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_scene() {
        for scene in EVERYWHERE {
            let mut seen: Vec<Key> = Vec::new();
            for binding in BINDINGS.iter().filter(|binding| binding.scenes.contains(scene)) {
                for key in binding.keys {
                    assert!(!seen.contains(key), "{key:?} in {scene:?}");
                    seen.push(*key);
                }
            }
        }
    }

    #[test]
    fn the_groups_of_the_help_are_not_scattered() {
        let mut groups: Vec<&str> = help().map(|help| help.group).collect();
        groups.dedup();
        assert_eq!(groups, [MOVING, WEIGHING, UNDERSTANDING, KEEPING, LEAVING]);
    }

    #[test]
    fn shift_makes_no_other_key_of_a_symbol() {
        let plain = KeyEvent::new(KeyCode::Char('?'), KeyModifiers::NONE);
        let shifted = KeyEvent::new(KeyCode::Char('?'), KeyModifiers::SHIFT);
        for event in [plain, shifted] {
            assert!(matches!(action(&Layer::Panes, event), Some(Action::Do(Command::Help))));
        }
    }

    #[test]
    fn releases_and_alt_mean_nothing() {
        let release = KeyEvent::new_with_kind(KeyCode::Char('q'), KeyModifiers::NONE, KeyEventKind::Release);
        let alt = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::ALT);
        assert!(action(&Layer::Panes, release).is_none());
        assert!(action(&Layer::Panes, alt).is_none());
    }
}
