//! Several people side by side, on standard output.

use super::args::CompareArgs;
use super::failure::Failure;
use super::output::{complain, print};
use super::people::Who;
use super::{Cli, comparison, data_folder, preset, profile_name, saved_profiles, sent, signs, tell_of_gone};
use crate::comparison::Comparison;
use crate::report::{Form, several};
use crate::safe_text::SafeText;
use crate::store::Store;
use crate::together::{Person, Together};
use crate::view::in_signs;

/// With fewer people than that, presets stand beside them.
const COMPANY: usize = 2;

/// Prints what several people think side by side.
pub(super) fn compare(cli: &Cli, args: &CompareArgs) -> Result<(), Failure> {
    let comparison = comparison(args.file.as_deref())?;
    let named = &args.people.0;
    let who = if named.is_empty() { everybody(cli, &comparison) } else { named.clone() };
    let mut people: Vec<Person> = Vec::new();
    for who in &who {
        let person = person(cli, &comparison, who)?;
        if people.iter().any(|other| other.name == person.name && other.profile == person.profile) {
            complain(&format!("note: {} is there twice and taken once\n", person.name));
        } else {
            people.push(told_apart(person, &people));
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
fn everybody(cli: &Cli, comparison: &Comparison) -> Vec<Who> {
    let mut who: Vec<Who> = saved_profiles(cli, comparison).into_iter().map(Who::Profile).collect();
    if who.len() < COMPANY {
        who.extend(comparison.presets().iter().map(|preset| Who::Preset(preset.id.clone())));
    }
    who
}

fn person(cli: &Cli, comparison: &Comparison, who: &Who) -> Result<Person, Failure> {
    let (name, profile) = match who {
        Who::Preset(id) => return Ok(Person::of_preset(comparison, preset(comparison, id)?)),
        Who::Profile(name) => {
            let name = profile_name(name)?;
            let store = Store::new(&data_folder(cli)?, comparison);
            let (profile, _) = store.load(&name)?.ok_or_else(|| Failure::NoProfile(name.clone()))?;
            (name.to_string(), profile)
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

/// The same under a name that none of the others has, such as "Ana (2)".
fn told_apart(person: Person, others: &[Person]) -> Person {
    let is_free = |name: &String| others.iter().all(|other| other.name != *name);
    let own = person.name.clone();
    let mut names = std::iter::once(own.clone()).chain((2_usize..).map(|n| format!("{own} ({n})")));
    Person { name: names.find(is_free).unwrap_or(own), ..person }
}
