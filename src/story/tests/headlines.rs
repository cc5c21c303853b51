//! The answer and how sure it is, read back.

use proptest::prelude::*;

use super::read::{between, list, number, parted};
use super::{Told, config, told};
use crate::comparison::AlternativeId;
use crate::comparison::Polarity::{Con, Pro};
use crate::decision::tests::case::comparison;
use crate::decision::{GiveUp, Verdict, assess};
use crate::profile::{Band, Profile};
use crate::weight::Weight;

impl Told {
    pub(super) fn check_headline(&self) {
        let headline = self.story().headline();
        let (answer, sure) = (headline.answer.as_str(), headline.sure.as_str());
        let assessment = &self.assessment;
        let settled_or_weighed = assessment.is_settled() || assessment.weighed == assessment.reasons;
        let said_so_far = |answer: &str| answer.starts_with("So far ") || answer.starts_with("Even so far");
        match assessment.verdict {
            Verdict::NoneAcceptable => self.check_clash(answer, sure),
            Verdict::Unweighed => self.check_question(answer, sure),
            Verdict::Tie => {
                self.check_tie(answer, sure);
                assert!(assessment.reasons == 0 || said_so_far(answer) != settled_or_weighed, "{answer}");
            }
            Verdict::Clear
                if self.case.acceptable().iter().filter(|acceptable| **acceptable).count() == 1 =>
            {
                self.check_ruled_out(answer, sure);
            }
            Verdict::Clear | Verdict::Solid | Verdict::Leaning | Verdict::TooClose => {
                assert_eq!(said_so_far(answer), !settled_or_weighed, "{answer}");
                let leader = assessment.leader.unwrap();
                let answer = answer.strip_prefix("So far ").unwrap_or(answer);
                self.check_leading(leader, answer, sure);
            }
        }
    }

    /// Nothing is weighed: it is asked about what is not ruled out.
    fn check_question(&self, answer: &str, sure: &str) {
        assert_eq!(sure, "");
        let out = self.case.acceptable().iter().filter(|acceptable| !**acceptable).count();
        let Some(names) = answer.strip_suffix(" ruled out. What matters to you about the others?") else {
            return assert_eq!((answer, out), ("What matters to you?", 0));
        };
        let names = list(names.strip_suffix(if out == 1 { " is" } else { " are" }).unwrap());
        assert_eq!(names.len(), out);
        for name in names {
            assert!(!self.case.ruled_out_by(self.alternative(name)).is_empty(), "{answer}");
        }
    }

    fn check_leading(&self, leader: AlternativeId, answer: &str, sure: &str) {
        let chance = self.assessment[leader].chance;
        let certain = self.case.weights().iter().all(Option::is_some) && self.case.band() == 0
            || self.assessment.wobble.is_some_and(|off| i64::from(off) >= self.case.band());
        let doubt = match self.assessment.verdict {
            Verdict::Clear if certain => ", no doubt",
            Verdict::Clear => ", hardly any doubt",
            Verdict::Solid => ", some doubt left",
            _ => ", much doubt left",
        };
        if let Verdict::TooClose = self.assessment.verdict {
            assert_eq!(answer.to_lowercase(), "too close to call");
            if let Some((first, rest)) = sure.split_once(" has the most points, but ") {
                assert_eq!(self.alternative(first), leader);
                self.check_more_often(rest);
            } else {
                let (name, rest) = parted(sure, " is first");
                assert_eq!(self.alternative(name), leader);
                self.check_ways(leader, rest);
                assert!(self.assessment.standings().all(|(_, other)| other.chance <= chance + 1e-12));
            }
            return;
        }
        let name = answer.strip_suffix(doubt).unwrap_or_else(|| panic!("{answer} without {doubt}"));
        let leaning = ["leaning to ", "Leaning to "].iter().find_map(|leaning| name.strip_prefix(leaning));
        assert_eq!(leaning.is_some(), self.assessment.verdict == Verdict::Leaning, "{answer}");
        assert_eq!(self.alternative(leaning.unwrap_or(name)), leader);
        self.check_ways(leader, sure.strip_prefix("first").unwrap());
    }

    /// Reads in how many ways an alternative comes first.
    fn check_ways(&self, one: AlternativeId, said: &str) {
        let all_weighed = self.case.weights().iter().all(Option::is_some);
        let settled = self.assessment.leader == Some(one) && self.assessment.is_settled();
        if said == ", whatever you answer" {
            assert!(settled && !all_weighed && self.assessment[one].chance > 1.0 - 1e-12);
        } else if said == ", your numbers taken as exact" {
            assert!(all_weighed && self.case.band() == 0);
            assert_eq!(self.case.leader(), Some(one));
        } else {
            let (n, ways) = parted(between(said, " in ", "").unwrap(), " of every 100 ways");
            Self::check_chance(n, self.assessment[one].chance);
            match ways {
                " to read your numbers" => assert!(all_weighed),
                " your answers could turn out" => assert!(!all_weighed),
                "; nothing open gives another the lead" => assert!(settled && !all_weighed),
                other => panic!("{other}"),
            }
        }
    }

    fn check_more_often(&self, said: &str) {
        let (names, rest) = said
            .split_once(" comes first more often,")
            .unwrap_or_else(|| parted(said, " each come first more often,"));
        let highest = self.case.alternatives().map(|one| self.assessment[one].chance).fold(0.0, f64::max);
        for name in list(names) {
            let one = self.alternative(name);
            assert!((self.assessment[one].chance - highest).abs() <= 1e-12);
            assert!(Some(one) != self.assessment.leader);
            self.check_ways(one, rest);
        }
    }

    fn check_tie(&self, answer: &str, sure: &str) {
        if self.case.comparison.claims().len() == 0 {
            return assert_eq!(
                (answer, sure),
                ("Nothing is written down yet", "so there is nothing to weigh")
            );
        }
        if self.case.reasons().is_empty() {
            return assert_eq!((answer, sure), ("Nothing is switched on", "so there is nothing to weigh"));
        }
        let nets = self.case.rules().nets(&self.case.points());
        let acceptable = self.case.acceptable();
        let best = (0..nets.len()).filter(|i| acceptable[*i]).map(|i| nets[i]).max().unwrap();
        let level: Vec<AlternativeId> =
            self.case.alternatives().filter(|one| acceptable[one.0] && nets[one.0] == best).collect();
        let names = list(parted(answer, ": ").1);
        assert_eq!(names.iter().map(|name| self.alternative(name)).collect::<Vec<_>>(), level);
        if sure == "nothing of theirs that is switched on matters to you" {
            let theirs = self.case.reasons().into_iter().zip(self.case.points());
            let theirs = theirs.filter(|(faces, _)| {
                faces.iter().any(|claim| level.contains(&self.case.comparison[*claim].alternative))
            });
            assert!(theirs.into_iter().all(|(_, points)| points == 0));
        } else if sure == "your numbers taken as exact" {
            assert_eq!(self.case.band(), 0);
        } else if let Some(rest) = sure.strip_prefix("but ") {
            self.check_more_often_in_a_tie(rest, &level);
        } else if let Some(rest) = sure.strip_prefix("each is first") {
            for one in level {
                self.check_ways(one, rest);
            }
        } else {
            let (name, rest) = parted(sure, " comes first most often,");
            let one = self.alternative(name);
            assert!(level.contains(&one));
            let others = self.case.alternatives().filter(|other| *other != one);
            assert!(
                others.into_iter().all(|other| self.assessment[other].chance < self.assessment[one].chance)
            );
            self.check_ways(one, rest);
        }
    }

    fn check_more_often_in_a_tie(&self, said: &str, level: &[AlternativeId]) {
        self.check_more_often(said);
        let highest = self.case.alternatives().map(|one| self.assessment[one].chance).fold(0.0, f64::max);
        assert!(level.iter().any(|one| self.assessment[*one].chance < highest));
    }

    fn check_ruled_out(&self, answer: &str, sure: &str) {
        let (left, out) = parted(answer, ": ");
        let out = out.strip_suffix(" is ruled out").or(out.strip_suffix(" are ruled out")).unwrap();
        let out: Vec<AlternativeId> = list(out).into_iter().map(|name| self.alternative(name)).collect();
        let left = self.alternative(left);
        assert_eq!(
            self.case.acceptable(),
            self.case.alternatives().map(|one| one == left).collect::<Vec<_>>()
        );
        assert_eq!(out, self.case.alternatives().filter(|one| *one != left).collect::<Vec<_>>());
        let [one] = out[..] else { return };
        let (_, without) =
            sure.split_once("; without it ").unwrap_or_else(|| parted(sure, "; without them "));
        let marks = self.case.ruled_out_by(one);
        let lifted = Told::of(self.case.with(|profile| {
            for mark in marks {
                profile[mark].essential = false;
            }
        }));
        match (without.split_once(", first in "), lifted.assessment.verdict, lifted.case.leader()) {
            (Some((name, rest)), _, leader) => {
                assert_eq!(leader, Some(self.alternative(name)));
                Told::check_chance(
                    rest.strip_suffix(" of 100").unwrap(),
                    lifted.assessment[leader.unwrap()].chance,
                );
            }
            (None, Verdict::Unweighed, _) => {
                assert_eq!(self.alternative(without.strip_suffix(" is open again").unwrap()), one);
            }
            (None, _, leader) => assert_eq!((leader, without), (None, "both come out even")),
        }
    }

    fn check_clash(&self, answer: &str, sure: &str) {
        let ruled_out_by = |polarity| {
            let is_such =
                |mark: &crate::comparison::ClaimId| self.case.comparison[*mark].polarity == polarity;
            self.case.alternatives().all(|one| self.case.ruled_out_by(one).iter().any(is_such))
        };
        match answer {
            "Nothing meets all your must-haves" => assert!(ruled_out_by(Pro)),
            "Each has a deal-breaker" => assert!(ruled_out_by(Con)),
            "Everything is ruled out" => assert!(!ruled_out_by(Pro) && !ruled_out_by(Con)),
            other => panic!("{other}"),
        }
        let acceptable_without = |names: &[&str]| {
            let lifted = self.case.with(|profile| {
                for name in names {
                    profile[self.claim(name)].essential = false;
                }
            });
            lifted.acceptable().contains(&true)
        };
        if let Some(names) = sure.strip_prefix("give up one: ") {
            assert!(names.split(" or ").all(|name| acceptable_without(&[name])), "{sure}");
            return;
        }
        let names = sure.strip_prefix("the least is to give up ").unwrap();
        let names = list(names.strip_suffix(" together").unwrap_or(names));
        let GiveUp::AllOf(marks) = self.assessment.give_up.as_ref().unwrap() else {
            return assert!(acceptable_without(&names), "{sure}");
        };
        match names.last().and_then(|last| last.strip_suffix(" more")) {
            Some(more) => {
                assert_eq!(i64::try_from(marks.len() - names.len() + 1).unwrap(), number(more));
            }
            None => assert!(marks.len() == names.len() && acceptable_without(&names), "{sure}"),
        }
        assert!(!acceptable_without(&names[1..names.len() - 1]), "{sure}");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_headline_is_true(told in told(8)) {
        told.check_headline();
    }
}

/// What is said in one line of two alternatives that have these pros, each with its weight.
fn said(first: &[Option<u8>], second: &[Option<u8>], band: u8) -> String {
    let claims = [vec![(0, Pro, None); first.len()], vec![(1, Pro, None); second.len()]].concat();
    let comparison = comparison(2, &claims);
    let mut profile = Profile::new(&comparison);
    profile.band = Band::new(band).unwrap();
    for ((_, stance), weight) in profile.stances_mut().zip(first.iter().chain(second)) {
        stance.weight = weight.and_then(Weight::new);
    }
    let assessment = assess(&comparison, &profile);
    super::Story { comparison: &comparison, profile: &profile, assessment: &assessment }
        .headline()
        .in_one_line()
}

#[test]
fn the_usual_headlines() {
    for (first, second, band, expected) in [
        (vec![None], vec![], 2, "What matters to you?"),
        (vec![], vec![], 2, "Nothing is written down yet: so there is nothing to weigh."),
        (
            vec![Some(9)],
            vec![Some(2)],
            2,
            "A0, no doubt: first in 100 of every 100 ways to read your numbers.",
        ),
        (vec![Some(9)], vec![Some(2)], 0, "A0, no doubt: first, your numbers taken as exact."),
        (vec![Some(9), None], vec![Some(2)], 2, "A0, no doubt: first, whatever you answer."),
        (
            vec![Some(6), None],
            vec![Some(5)],
            2,
            "A0, some doubt left: first in 93 of every 100 ways; nothing open gives another the lead.",
        ),
        (
            vec![Some(6)],
            vec![Some(5), None],
            2,
            "So far A1, some doubt left: first in 80 of every 100 ways your answers could turn out.",
        ),
        (
            vec![Some(5)],
            vec![Some(5)],
            2,
            "Even: A0 and A1. Each is first in 40 of every 100 ways to read your numbers.",
        ),
        (vec![Some(5)], vec![Some(5)], 0, "Even: A0 and A1. Your numbers taken as exact."),
        (
            vec![Some(0)],
            vec![Some(0)],
            2,
            "Even: A0 and A1. Nothing of theirs that is switched on matters to you.",
        ),
    ] {
        assert_eq!(said(&first, &second, band), expected);
    }
}
