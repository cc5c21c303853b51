//! Several people side by side, on standard output.

use super::args::CompareArgs;
use super::failure::Failure;
use super::output::{complain, print};
use super::people::Who;
use super::{Cli, comparison, data_folder, preset, profile_name, sent, signs, tell_of_gone};
use crate::comparison::Comparison;
use crate::report::{Form, several};
use crate::safe_text::SafeText;
use crate::store::{ShelfItem, Store};
use crate::together::{COMPANY, Person, Together};
use crate::view::in_signs;

/// Prints what several people think side by side.
pub(super) fn compare(cli: &Cli, args: &CompareArgs) -> Result<(), Failure> {
    let comparison = comparison(args.file.as_deref())?;
    let named = &args.people.0;
    let all = if named.is_empty() {
        everybody(cli, &comparison)
    } else {
        named.iter().map(|who| person(cli, &comparison, who)).collect::<Result<_, _>>()?
    };
    let mut people: Vec<Person> = Vec::new();
    for person in all {
        if person.is_hidden() {
            complain(&format!("note: {} is weighing blind and takes no part\n", person.name));
        } else if people.iter().any(|other| other.name == person.name && other.profile == person.profile) {
            complain(&format!("note: {} is there twice and taken once\n", person.name));
        } else {
            people.push(person.told_apart(|name| people.iter().any(|other| other.name == name)));
        }
    }
    if people.is_empty() {
        return Err(Failure::Nobody);
    }
    let together = Together { comparison: &comparison, people: people.iter().collect() };
    let text = several::report(args.format, &together).map_err(Failure::Json)?;
    print(&if args.format == Form::Text { in_signs(signs(cli.screen), &text) } else { text })
}

/// All who have a profile, and presets where those are too few.
fn everybody(cli: &Cli, comparison: &Comparison) -> Vec<Person> {
    let saved = data_folder(cli).ok().and_then(|data| Store::new(&data, comparison).list().ok());
    let mut people = Vec::new();
    for item in saved.into_iter().flatten() {
        match item {
            ShelfItem::Sound(name, profile) => {
                tell_of_gone(name.as_str(), &profile);
                people.push(Person::new(comparison, name.to_string(), profile));
            }
            ShelfItem::Damaged { file, .. } => {
                complain(&format!("note: {file} can't be read and is left out\n"));
            }
        }
    }
    if people.iter().filter(|person| !person.is_hidden()).count() < COMPANY {
        people.extend(comparison.presets().iter().map(|preset| Person::of_preset(comparison, preset)));
    }
    people
}

fn person(cli: &Cli, comparison: &Comparison, who: &Who) -> Result<Person, Failure> {
    let (name, profile) = match who {
        Who::Preset(id) => return Ok(Person::of_preset(comparison, preset(comparison, id)?)),
        Who::Profile(name) => {
            let name = profile_name(name)?;
            let store = Store::new(&data_folder(cli)?, comparison);
            let (profile, _) = store.load(&name)?.ok_or_else(|| Failure::NoProfile(name.clone()))?;
            (profile.name.as_ref().unwrap_or(&name).to_string(), profile)
        }
        Who::File(path) => {
            let profile = sent(comparison, path)?;
            let path = SafeText::line(&path.display().to_string()).to_string();
            (profile.name.as_ref().map_or(path, ToString::to_string), profile)
        }
    };
    tell_of_gone(&name, &profile);
    Ok(Person::new(comparison, name, profile))
}
