//! What was decided: read back, held against the profile and against how the chosen one stands.

use proptest::prelude::*;

use super::read::{between, number, parted};
use super::{Told, config, told};
use crate::decision::Verdict;
use crate::profile::{Date, Decided};
use crate::story::whole_points;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A day as people write it.
fn date(text: &str) -> Date {
    let [day, month, year] = text.split(' ').collect::<Vec<_>>()[..] else { panic!("{text:?} is no day") };
    let month = MONTHS.iter().position(|name| *name == &month[..3]).unwrap() + 1;
    let [day, month] = [number(day), i64::try_from(month).unwrap()].map(|n| u8::try_from(n).unwrap());
    Date::new(u16::try_from(number(year)).unwrap(), month, day).unwrap()
}

/// The whole points of a chance in words.
fn points(text: &str) -> i64 {
    match text {
        "more than 99" | "100" => 100,
        "fewer than 1" | "0" => 0,
        points => number(points),
    }
}

impl Told {
    fn check_chosen(&self, decided: &Decided) {
        let chosen = self.story().chosen().unwrap();
        let said = chosen.told();
        let (said, why) = said.split_once(" Because: ").unwrap_or((&said, ""));
        let kept = decided.why.trim();
        assert!(why == kept || why == format!("{kept}.") && !kept.ends_with(['.', '?']), "{why:?}");
        let (on, rest) = parted(between(said, "Decided on ", ".").unwrap(), ": ");
        let (name, rest) = parted(rest, ", then at ");
        let (then, now) = parted(rest, " of 100, ");
        assert_eq!(chosen.in_one_line(), format!("on {on} you chose {name} at {then}; {now}"));
        assert_eq!((date(on), points(then)), (decided.on, decided.chance.into()), "{said}");
        // Whether it was so exactly is not known.
        assert!(!["0", "100"].contains(&then), "{said}");
        self.check_now(name, now, decided);
    }

    fn check_now(&self, name: &str, now: &str, decided: &Decided) {
        let Some(chosen) = self.case.alternatives().find(|one| format!("a{}", one.0) == *decided.chose)
        else {
            return assert_eq!((name, now), (&*decided.chose, "no longer there"));
        };
        assert_eq!(self.alternative(name), chosen);
        let standing = &self.assessment[chosen];
        assert_eq!(now == "now ruled out", !standing.is_acceptable(), "{now}");
        if now == "now ruled out" {
            return;
        }
        let nothing = self.case.reasons().is_empty() || self.assessment.verdict == Verdict::Unweighed;
        assert_eq!(now == "now nothing is weighed", nothing, "{now}");
        let level =
            self.assessment.standings().all(|(_, other)| !other.is_acceptable() || other.net <= standing.net);
        let even = level && self.assessment.tie > 1.0 - 1e-9;
        match now {
            "now nothing is weighed" => {}
            "still so" => assert_eq!(whole_points(standing.chance), decided.chance),
            "now even" => assert!(even),
            other => {
                assert!(!even, "{other}");
                let said = between(other, "now ", "").unwrap();
                Self::check_chance(said, standing.chance);
                assert_ne!(points(said), i64::from(decided.chance), "nothing has moved");
            }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_was_decided_is_told_as_it_is(told in told(6)) {
        match &told.case.profile.decided {
            None => assert_eq!(told.story().chosen(), None),
            Some(decided) => told.check_chosen(decided),
        }
    }

    #[test]
    fn what_is_decided_now_is_still_so(told in told(6)) {
        let Some(decided) = &told.case.profile.decided else { return Ok(()) };
        let Some(chosen) = decided.alternative(&told.case.comparison) else { return Ok(()) };
        let chance = whole_points(told.assessment[chosen].chance);
        let now = told.case.with(|profile| profile.decided = Some(Box::new(Decided { chance, ..*decided.clone() })));
        let said = Told::of(now).story().chosen().unwrap().in_one_line();
        let stands = told.assessment[chosen].is_acceptable() && !told.story().is_unweighed();
        assert_eq!(said.ends_with("; still so"), stands, "{said}");
    }

    #[test]
    fn a_profile_is_written_as_it_is_read(told in told(6)) {
        let (comparison, profile) = (&told.case.comparison, &told.case.profile);
        let text = profile.to_ron(comparison).unwrap();
        let read = crate::profile::Profile::from_draft(&text, comparison).unwrap();
        assert_eq!(&read, profile, "{text}");
        assert_eq!(read.to_ron(comparison).unwrap(), text);
    }
}
