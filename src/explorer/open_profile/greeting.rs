//! What is worth saying of a profile when it is opened.

use super::OpenProfile;
use crate::comparison::Comparison;
use crate::explorer::{Command, Notice};
use crate::profile::{Counting, ProfileName};
use crate::story::{first_of, listed, named};

/// So many lines that are gone are named.
const NAMED: usize = 3;

impl OpenProfile {
    /// What is worth saying of it when it is opened.
    pub(in crate::explorer) fn greeting(&self, comparison: &Comparison) -> Option<Notice> {
        if self.is_sent {
            let name = self.profile.name.as_ref().map_or("This profile", ProfileName::as_str);
            let gone = match self.profile.gone() {
                0 => String::new(),
                1 => ", and 1 of its lines is gone".to_owned(),
                gone => format!(", and {gone} of its lines are gone"),
            };
            let said = format!("{name} is not among your profiles{gone}");
            return Some(Notice::done(said).with(Command::Save, "keeps it"));
        }
        if self.file.is_none() {
            let new = self.profile.name.as_ref().map(|name| Notice::done(format!("{name} is a new profile")));
            return new.map(|new| new.with(Command::Save, "saves it"));
        }
        match self.profile.gone_names().as_slice() {
            [] => {}
            [gone] => {
                let said = format!("1 line that you weighed is gone; what you said of it is kept: {gone}");
                return Some(Notice::done(said));
            }
            gone => {
                let (count, gone) = (gone.len(), first_of(NAMED, gone.iter().cloned()));
                let said =
                    format!("{count} lines that you weighed are gone; what you said of them is kept: {gone}");
                return Some(Notice::done(said));
            }
        }
        let two_weights = match self.profile.conflicts(comparison).as_slice() {
            [] => None,
            [reason] => {
                let sides: Vec<String> = reason.faces().map(|side| named(&comparison[side].title)).collect();
                let (both, first) = (listed(&sides), &sides[0]);
                Some(format!("{both} have two weights in the file; that of {first} counts for both"))
            }
            more => Some(format!(
                "{} pairs have two weights in the file; that of the first side counts",
                more.len()
            )),
        };
        if let Some(said) = two_weights {
            return Some(Notice::done(said).with(Command::Counting, "gives each its own"));
        }
        let parted = self.profile.counting == Counting::EveryClaim && comparison.has_pairs();
        let notice = || Notice::done("Two sides of one thing have a weight each here");
        parted.then(|| notice().with(Command::Counting, "gives them one for both"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Profile;
    use crate::weight::Weight;

    /// What is said on opening a file of the bundled comparison.
    fn greeting(change: impl FnOnce(&mut Profile, &Comparison)) -> Option<(String, Option<Command>)> {
        let comparison = Comparison::from_ron(crate::JEWELRY).unwrap();
        let mut profile = Profile::new(&comparison);
        change(&mut profile, &comparison);
        let notice = OpenProfile::new(&comparison, profile, Some(String::new())).greeting(&comparison)?;
        Some((notice.text.to_string(), notice.remedy.map(|(command, _)| command)))
    }

    fn weigh(profile: &mut Profile, comparison: &Comparison, id: &str, points: u8) {
        profile[comparison.claim_with_id(id).unwrap()].weight = Weight::new(points);
    }

    #[test]
    fn two_weights_for_one_thing_are_said_and_which_of_them_counts() {
        let one = greeting(|profile, comparison| {
            weigh(profile, comparison, "mass-produced/affordability", 9);
            weigh(profile, comparison, "handmade/higher-price", 2);
        });
        let said = "Higher price and Affordability have two weights in the file; that of Higher price counts for both";
        assert_eq!(one, Some((said.to_owned(), Some(Command::Counting))));
        let two = greeting(|profile, comparison| {
            for id in ["handmade/uniqueness", "handmade/higher-price"] {
                weigh(profile, comparison, id, 2);
            }
            for id in ["mass-produced/lack-of-uniqueness", "mass-produced/affordability"] {
                weigh(profile, comparison, id, 9);
            }
        });
        let said = "2 pairs have two weights in the file; that of the first side counts";
        assert_eq!(two, Some((said.to_owned(), Some(Command::Counting))));
    }

    #[test]
    fn sides_with_a_weight_each_are_said_and_nothing_of_a_usual_profile() {
        let parted = greeting(|profile, _| profile.counting = Counting::EveryClaim);
        let said = "Two sides of one thing have a weight each here";
        assert_eq!(parted, Some((said.to_owned(), Some(Command::Counting))));
        assert_eq!(
            greeting(|profile, comparison| weigh(profile, comparison, "handmade/uniqueness", 2)),
            None
        );
    }
}
