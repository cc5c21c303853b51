//! All keys, in one table: dispatch, footer, help, dialogs and notices are computed from it.

mod key;
mod row;
mod table;

use crossterm::event::{KeyCode, KeyEvent};
use tui_input::InputRequest;

pub use key::{Key, NoSuchKey};
pub use row::{Keys, Row};

use crate::explorer::{Action, Command, Layer};

/// What a key press means where it was pressed; nothing for most keys that mean nothing there and are no letter or sign.
#[must_use]
pub fn action(layer: &Layer, event: KeyEvent) -> Option<Action> {
    let pressed = Key::pressed(event)?;
    match table::rows(layer).find_map(|row| row.command(pressed)) {
        Some(command) => Some(Action::Do(command)),
        None if layer.takes_text() => edit(pressed).map(Action::Edit),
        None => pressed.may_be_dead().then(|| Action::Dead(pressed.to_string())),
    }
}

/// What a key does to a line of text.
fn edit(key: Key) -> Option<InputRequest> {
    Some(match (key.code(), key.has_ctrl()) {
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

/// The rows that the footer of a layer and its dialog name, in their order.
pub fn hints(layer: &Layer) -> impl Iterator<Item = &'static Row> {
    table::rows(layer).filter(|row| !row.does.is_empty())
}

/// The row of a command in a layer; none if no key does it there.
#[must_use]
pub fn row_for(layer: &Layer, command: Command) -> Option<&'static Row> {
    table::rows(layer).find(|row| row.key_for(command).is_some())
}

/// The key of a command in a layer; none if no key does it there.
#[must_use]
pub fn key_for(layer: &Layer, command: Command) -> Option<Key> {
    table::rows(layer).find_map(|row| row.key_for(command))
}

/// What Enter does in a layer; none if it does nothing there.
#[must_use]
pub fn on_enter(layer: &Layer) -> Option<Command> {
    table::rows(layer).find_map(|row| row.command(table::ENTER))
}

/// The rows that work in a layer and not in all, in the order of its footer.
pub fn rows_here(layer: &Layer) -> impl Iterator<Item = &'static Row> {
    table::groups(layer).iter().copied().flatten()
}

/// What the help lists of the panes: headings, each with its rows.
pub fn help() -> impl Iterator<Item = (&'static str, impl Iterator<Item = &'static Row>)> {
    table::CHAPTERS.iter().map(|(heading, groups)| (*heading, groups.iter().copied().flatten()))
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyEventKind, KeyModifiers};

    use super::*;
    use crate::comparison::Comparison;
    use crate::explorer::{Document, Effect, Explorer, Motion, Reweigh};
    use crate::profile::{Profile, ProfileName};
    use crate::store::{Origin, ShelfItem};
    use crate::weight::Weight;

    /// The layer that has the keys after some of them, where the outside world answers as asked.
    fn layer_after(keys: &str, mut answer: impl FnMut(Effect) -> Action) -> Layer {
        let comparison = Comparison::from_ron(crate::JEWELRY).unwrap();
        let profile = Profile::new(&comparison);
        let document = Document::new(crate::JEWELRY.to_owned(), Origin::Bundled).unwrap();
        let mut explorer = Explorer::new(document, profile, None);
        for key in keys.split_whitespace() {
            let mut action = match key {
                "paste" => Some(Action::Paste("one\ntwo".to_owned())),
                key => action(explorer.layer(), key.parse::<Key>().unwrap().event()),
            };
            while let Some(effect) = action.and_then(|action| explorer.update(action)) {
                action = Some(answer(effect));
            }
        }
        explorer.layer().clone()
    }

    /// One layer of each kind.
    fn layers() -> Vec<Layer> {
        let comparison = Comparison::from_ron(crate::JEWELRY).unwrap();
        let mine = ShelfItem::Sound(ProfileName::new("mine").unwrap(), Profile::new(&comparison));
        let answer = |effect| match effect {
            Effect::List => Action::Listed(vec![mine.clone()]),
            Effect::Gather => Action::Gathered(vec![mine.clone()]),
            Effect::ListFiles => Action::FilesListed { recent: Vec::new(), begun: None },
            Effect::Save(request) if request.name.as_str() == "t" => Action::NameTaken(request),
            Effect::Save(request) => Action::Conflict(request),
            other => panic!("{other:?} was not expected"),
        };
        let layers = [
            "",
            "?",
            "i",
            "w Enter",
            "w Enter d",
            "w Enter Enter d",
            "w Enter d d",
            "Enter",
            "p",
            "S",
            "p End d",
            "S t Enter",
            "S c Enter",
            "9 q",
            "9 i Down Down Down Down Down Down Enter",
            "a",
            "a paste",
            "e",
            "e Down Down Enter",
            "A",
            "o",
            "9 i d",
            "9 i d Enter",
            "/",
            "c",
        ];
        let layers = layers.map(|keys| layer_after(keys, &answer));
        for (at, layer) in layers.iter().enumerate() {
            let expected = match layer {
                Layer::Panes => 0,
                Layer::Help(_) => 1,
                Layer::Insight(_) => 2,
                Layer::Ranking(_) => 3,
                Layer::Question(_) => 4,
                Layer::Choice(_) => 5,
                Layer::Ending(_) => 6,
                Layer::Single(_) => 7,
                Layer::Profiles(_) => 8,
                Layer::Typing(_) => 9,
                Layer::Deleting(_) => 10,
                Layer::Replacing(_) => 11,
                Layer::Conflict(_) => 12,
                Layer::Leaving(_) => 13,
                Layer::Trial(_) => 14,
                Layer::Adding(_) => 15,
                Layer::Pasting(_) => 16,
                Layer::Editing(_) => 17,
                Layer::Sides(_) => 18,
                Layer::Alternatives(_) => 19,
                Layer::Files(_) => 20,
                Layer::Deciding(_) => 21,
                Layer::Explaining(_) => 22,
                Layer::Finding(_) => 23,
                Layer::Company(_) => 24,
            };
            assert_eq!(at, expected, "{layer:?}");
        }
        layers.to_vec()
    }

    #[test]
    fn every_layer_can_be_left_and_interrupted_and_no_key_means_two_things_there() {
        for layer in layers() {
            for command in [Command::Interrupt, Command::Suspend, Command::Back] {
                assert!(key_for(&layer, command).is_some(), "{command:?} in {layer:?}");
            }
            let mut seen: Vec<Key> = Vec::new();
            for key in table::rows(&layer).flat_map(|row| row.commands).flat_map(|(keys, _)| *keys) {
                assert!(!seen.contains(key), "{key} in {layer:?}");
                seen.push(*key);
            }
        }
    }

    #[test]
    fn help_works_wherever_no_text_is_typed() {
        for layer in layers().iter().filter(|layer| !matches!(layer, Layer::Help(_))) {
            assert_eq!(key_for(layer, Command::Help).is_some(), !layer.takes_text(), "{layer:?}");
        }
    }

    #[test]
    fn every_row_has_words_for_the_footer_or_the_help() {
        let helped = || help().flat_map(|(_, rows)| rows);
        for layer in layers() {
            // There the help lists all that works.
            let has_help = key_for(&layer, Command::Help).is_some();
            for row in table::rows(&layer) {
                assert!(!row.explained().is_empty(), "{row:?}");
                let in_help = has_help || helped().any(|helped| helped.all_keys() == row.all_keys());
                assert!(in_help || !row.does.is_empty(), "{row:?}");
            }
        }
    }

    #[test]
    fn keys_are_named_as_people_write_them() {
        let row = |command| row_for(&Layer::Panes, command).unwrap();
        let digits = row(Command::Weigh(Reweigh::To(Weight::clamped(7))));
        assert_eq!((digits.keys().to_string(), digits.all_keys()), ("0-9".to_owned(), "0-9".to_owned()));
        let more = row(Command::Weigh(Reweigh::More));
        assert_eq!((more.keys().to_string(), more.all_keys()), ("+-".to_owned(), "+ - or = _".to_owned()));
        let ends = row(Command::Move(Motion::First));
        assert_eq!(
            (ends.keys().to_string(), ends.all_keys()),
            ("Home End".to_owned(), "Home End or g G".to_owned())
        );
        assert_eq!(row(Command::Redo).keys().to_string(), "Ctrl-R");
    }

    #[test]
    fn the_readme_lists_the_keys_as_the_help_does() {
        let mut table = "| keys | what they do |\n| --- | --- |\n".to_owned();
        for row in help().flat_map(|(_, rows)| rows) {
            table.extend(["| `", &row.all_keys(), "` | ", row.explained(), " |\n"]);
        }
        assert!(include_str!("../README.md").contains(&table), "the README should have:\n{table}");
    }

    #[test]
    fn shift_makes_no_other_key_of_a_symbol() {
        for modifiers in [KeyModifiers::NONE, KeyModifiers::SHIFT] {
            let event = KeyEvent::new(KeyCode::Char('?'), modifiers);
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
