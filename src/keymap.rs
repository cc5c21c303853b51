//! All keys, in one table: dispatch, footer and help are computed from it.

mod binding;
mod table;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use tui_input::InputRequest;

pub use binding::{Help, Hint};

use crate::explorer::{Action, Command, FirstWeighing, Layer, Weighing};
use crate::weight::Weight;
use binding::{Key, Meaning};
use table::BINDINGS;

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
    use super::table::EVERYWHERE;
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
        assert_eq!(groups, ["Moving", "Weighing", "Understanding", "Profiles", "Leaving"]);
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
