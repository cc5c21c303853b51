//! Questions that are not about a reason: whether to save, under what name, what to open.

use tui_input::InputRequest;

use super::word::{self, Word};
use super::{Dialogue, Saving, Then};
use crate::explorer::{Action, Command, Explorer, Layer, Motion, Purpose};
use crate::profile::ProfileName;
use crate::story::sentence;
use crate::wording::quoted;

/// What is asked, with all that is understood there; none where a reason is asked about.
pub(super) fn asked(explorer: &Explorer) -> Option<String> {
    Some(match explorer.layer() {
        Layer::Leaving(_) => {
            let unsaved = explorer.what_is_unsaved();
            format!("{unsaved} Save it? y saves it, n throws it away, an empty line goes back.")
        }
        Layer::Replacing(replacing) => format!("{} y or n.", replacing.told()),
        Layer::Conflict(conflict) => format!(
            "{} Say overwrite; reload, to have the other one here; save, under another name; an empty line goes back.",
            conflict.told()
        ),
        Layer::Typing(typing) => {
            let what = if is_profile(typing.purpose()) { "Under what name?" } else { "In what file?" };
            let problem = typing.entry().problem().map(|problem| refused(problem) + "\n");
            format!("{}{what} An empty line goes back.", problem.unwrap_or_default())
        }
        Layer::Profiles(profiles) => {
            let mut said = String::new();
            for (i, line) in profiles.lines().iter().enumerate() {
                let (name, about) = line.told(explorer);
                let about = if about.is_empty() { about } else { format!(" {}", sentence(&about)) };
                said.extend([&(i + 1).to_string(), ". ", &sentence(&name), &about, "\n"]);
            }
            said + "Which one? Say its number or its name; an empty line goes back."
        }
        _ => return None,
    })
}

fn is_profile(purpose: &Purpose) -> bool {
    matches!(purpose, Purpose::Save(_))
}

/// Why a text can't be taken.
pub(super) fn refused(problem: &str) -> String {
    sentence(&format!("That can't be taken: {problem}"))
}

/// The place of what is meant among some names, by its number from 1 or by words that it has; or what is wrong.
pub(super) fn found(meant: &str, names: &[String]) -> Result<usize, String> {
    let meant = meant.to_lowercase();
    if meant.is_empty() {
        return Err("Say which one, by its number or by words of its name.".to_owned());
    }
    if let Ok(number) = meant.parse::<usize>() {
        let place = number.checked_sub(1).filter(|place| *place < names.len());
        return place.ok_or_else(|| format!("The numbers are 1 to {}.", names.len()));
    }
    let mut found = Vec::new();
    let mut lines = "Which one?".to_owned();
    for (place, name) in names.iter().enumerate() {
        let small = name.to_lowercase();
        if small == meant {
            return Ok(place);
        }
        if meant.split_whitespace().all(|word| small.contains(word)) {
            found.push(place);
            lines.extend(["\n", &(place + 1).to_string(), ". ", name]);
        }
    }
    match found[..] {
        [] => Err(format!("There is nothing with {} here.", quoted(&meant))),
        [place] => Ok(place),
        [..] => Err(lines),
    }
}

/// Whether a line means here what it means where a reason is asked about.
pub(super) fn leads_back(line: &str, explorer: &Explorer) -> bool {
    let small = line.to_lowercase();
    let is_own = match explorer.layer() {
        // A profile may be called quit.
        Layer::Panes | Layer::Typing(_) => true,
        Layer::Conflict(_) => small == "save" || small == "s",
        Layer::Profiles(profiles) => {
            profiles.lines().iter().any(|line| line.told(explorer).0.to_lowercase() == small)
        }
        _ => false,
    };
    !is_own && !is_back(&small) && matches!(word::word(line), Some((Word::Quit | Word::Save | Word::Undo, _)))
}

/// Whether it only goes back.
fn is_back(small: &str) -> bool {
    ["", "back", "b"].contains(&small)
}

impl Dialogue {
    /// What a line asks for where it is not about a reason.
    pub(super) fn at_turn(&mut self, line: &str, layer: &Layer, explorer: &Explorer) {
        self.then = Then::Ask;
        let small = line.to_lowercase();
        let command = match (layer, small.as_str()) {
            (_, "?") => return self.help(layer),
            (Layer::Typing(typing), name) if !name.is_empty() => return self.name(line, typing.purpose()),
            (_, "help") => return self.help(layer),
            (Layer::Leaving(_) | Layer::Profiles(_), _) if is_back(&small) => Command::Back,
            (Layer::Replacing(_), "n" | "no") => self.give_up_saving(),
            (_, _) if is_back(&small) => self.give_up_saving(),
            (Layer::Replacing(_), "y" | "yes") => Command::Accept,
            (Layer::Leaving(_), "y" | "yes") => {
                (self.then, self.saving) = (Then::Answer, Saving::Asked(None));
                Command::Accept
            }
            (Layer::Leaving(_), "n" | "no") => {
                (self.then, self.saving) = (Then::Answer, Saving::NotAsked);
                Command::Discard
            }
            (Layer::Conflict(_), "overwrite" | "o") => Command::Overwrite,
            (Layer::Conflict(_), "reload" | "r") => {
                (self.then, self.saving) = (Then::Answer, Saving::NotAsked);
                Command::Reload
            }
            (Layer::Conflict(_), "save" | "s") => Command::SaveAs,
            (Layer::Profiles(profiles), _) => {
                let names: Vec<String> = profiles.lines().iter().map(|line| line.told(explorer).0).collect();
                return self.open(line, &names);
            }
            _ => return self.pending = quoted(line) + " is no answer here.",
        };
        self.actions.push(Action::Do(command));
    }

    /// Goes back without saving what was to be saved.
    fn give_up_saving(&mut self) -> Command {
        self.saving = Saving::NotAsked;
        Command::Back
    }

    /// Says what is understood at any such question; what else is, the question says.
    fn help(&mut self, layer: &Layer) {
        if !matches!(layer, Layer::Typing(_)) {
            self.say("undo, save, and quit go back first and then do what they do at a question.");
        }
    }

    /// Takes a name that was asked for.
    fn name(&mut self, line: &str, purpose: &Purpose) {
        match ProfileName::new(line) {
            Err(problem) if is_profile(purpose) => self.pending = refused(&problem.to_string()),
            Ok(_) | Err(_) => self.actions.extend([
                Action::Edit(InputRequest::DeleteFromStart),
                Action::Paste(line.to_owned()),
                Action::Do(Command::Accept),
            ]),
        }
    }

    /// Opens one of the profiles that were listed.
    fn open(&mut self, line: &str, names: &[String]) {
        match found(line, names) {
            Err(problem) => {
                self.then = Then::Wait;
                self.pending = problem;
            }
            Ok(place) => {
                self.then = Then::Answer;
                self.asked.clear();
                self.answered.clear();
                self.actions.push(Action::Do(Command::Move(Motion::First)));
                for _ in 0..place {
                    self.actions.push(Action::Do(Command::Move(Motion::Down)));
                }
                self.actions.push(Action::Do(Command::Accept));
            }
        }
    }
}
