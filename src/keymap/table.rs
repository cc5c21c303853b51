//! Every key: the one table that dispatch, footer and help are computed from.

use crossterm::event::KeyCode;

use super::Scene;
use super::binding::{Binding, Key, Meaning, char, ctrl, key, motion, on, weigh};
use crate::explorer::{Command, Motion, Weighing};
use crate::profile::Weight;

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
pub(super) const EVERYWHERE: &[Scene] = &[
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

/// Every key. The footer keeps this order.
pub(super) const BINDINGS: &[Binding] = &[
    // What the dialogs are for comes first in their footers.
    on(PROFILES, &[ENTER], Command::Accept).hint("enter", "open"),
    on(PROFILES, &[char('r')], Command::Rename).hint("r", "rename"),
    on(PROFILES, &[char('d')], Command::Delete).hint("d", "delete"),
    on(PROFILES, &[char('u')], Command::Undo),
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
    on(DIALOGS, &[ESC], Command::Back).hint("esc", "back").rank(8).help(
        LEAVING,
        "Esc",
        "back out of a dialog",
    ),
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
