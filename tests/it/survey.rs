//! Any number of people: a profile a line in, an answer a line out, and what all answers come to.

mod bad_lines;
mod long;
mod score;
mod tally;

use std::fmt::Write;

use touchstone::comparison::Comparison;
use touchstone::profile::{Band, Counting, Profile, ProfileName};
use touchstone::weight::Weight;

use crate::support::random::Random;

/// Comparisons of two and of more alternatives.
const COMPARISONS: [&str; 4] = [
    touchstone::JEWELRY,
    include_str!("../../examples/flats.ron"),
    include_str!("../../examples/job-offer.ron"),
    include_str!("../../examples/laptops.ron"),
];

/// What somebody could think: all weighed, some, or nothing.
fn somebody(comparison: &Comparison, random: &mut Random) -> Profile {
    let mut profile = Profile::new(comparison).named(ProfileName::new("somebody").ok());
    profile.band = Band::new(u8::try_from(random.below(6)).unwrap()).unwrap();
    profile.counting = *random.of(&Counting::ALL);
    let weighed = random.below(5);
    for (_, stance) in profile.stances_mut() {
        if random.below(4) < weighed {
            stance.weight = Weight::new(u8::try_from(random.below(11)).unwrap());
        }
        stance.on = random.below(8) > 0;
        stance.essential = random.below(24) == 0;
        if random.below(16) == 0 {
            stance.note = touchstone::safe_text::SafeText::text("\u{e9}\u{202e} \"note\"\n");
        }
    }
    profile
}

/// A profile as a line.
fn line(comparison: &Comparison, profile: &Profile, id: &str) -> String {
    let json = |text: &str| serde_json::to_string(text).unwrap();
    let mut stances = String::new();
    for (claim, stance) in profile.stances() {
        let weight = stance.weight.map_or("null".to_owned(), |weight| weight.points().to_string());
        let full = comparison.full_id(claim);
        write!(stances, ",\"{full}\":{{\"weight\":{weight},\"on\":{},", stance.on).unwrap();
        write!(stances, "\"essential\":{},\"note\":{}}}", stance.essential, json(stance.note.raw())).unwrap();
    }
    let name = profile.name.as_ref().map_or("null".to_owned(), |name| json(name.as_str()));
    let counting = profile.counting.id();
    let (band, stances) = (profile.band.points(), stances.trim_start_matches(','));
    format!(
        "{{\"id\":{},\"name\":{name},\"band\":{band},\"counting\":\"{counting}\",\"stances\":{{{stances}}}}}\n",
        json(id)
    )
}

/// So many people on the bundled comparison, a line each.
fn crowd(people: usize) -> String {
    let comparison = Comparison::from_ron(touchstone::JEWELRY).unwrap();
    let mut random = Random::new(7);
    let person = |number| line(&comparison, &somebody(&comparison, &mut random), &format!("p{number}"));
    (0..people).map(person).collect()
}
