//! Every sentence on why, what would change it and what to think about: read back, and tried out.

use proptest::prelude::*;

use super::read::{between, list, number, parted};
use super::{Told, config, told};
use crate::comparison::AlternativeId;
use crate::decision::Verdict;
use crate::decision::tests::case::every;
use crate::profile::Counting;
use crate::story::Fact;
use crate::weight::Weight;

impl Told {
    /// Reads one sentence and holds it against what is so.
    fn check(&self, fact: &Fact) {
        let said = fact.told(&self.story());
        match fact {
            Fact::Enough(_) => self.check_enough(&said),
            Fact::NothingAgainst => {
                self.check_against(between(&said, "Nothing that matters to you speaks ", "").unwrap());
                assert_eq!(self.opposing().iter().sum::<i64>(), 0);
            }
            Fact::ManyReasons(_) => self.check_many_reasons(&said),
            Fact::CaseFor(..) => self.check_case(&said),
            Fact::Tip { .. } => self.check_tip(&said),
            Fact::AnyPoint => {
                assert_eq!(said, "A point more or less for any one reason decides it");
                let points = self.case.points();
                for (reason, now) in points.iter().enumerate() {
                    for at in [now - 1, now + 1].into_iter().filter(|at| (0..=10).contains(at)) {
                        assert_ne!(self.leader_with(reason, at), None);
                    }
                }
                assert_eq!(self.leader_at(&points), None);
            }
            Fact::Together(..) => self.check_together(&said, fact),
            Fact::Unchangeable => {
                let who = between(&said, "No weights can put ", " first").unwrap();
                let leads = self.assessment.leader.is_some();
                assert_eq!(who, if leads { "another" } else { "one of them" });
                let all = (1_u32 << self.case.reasons().len()) - 1;
                for other in self.others() {
                    assert_ne!(self.leader_if_moved(all, other), Some(other));
                }
            }
            Fact::HoldsIfOff(_) => {
                let off = number(between(&said, "It holds even if every number is off by ", "").unwrap());
                assert!(off > 0 && self.holds_if_off(off) && !self.holds_if_off(off + 1), "{said}");
            }
            Fact::ThinkNext(..) => self.check_thought(&said),
            Fact::ThinkFirst(_) => {
                let reason = self.reason(between(&said, "A good one to begin with: ", "").unwrap());
                assert_eq!(self.case.weights()[reason], None);
                assert_eq!(self.assessment.verdict, Verdict::Unweighed);
            }
            Fact::JustCounting(_) => {
                let name = between(&said, "If all reasons were equally heavy, it would be ", "").unwrap();
                let leader = self.leader_at(&vec![1; self.case.reasons().len()]);
                match (name, name.strip_suffix(" too")) {
                    ("even", _) => assert_eq!(leader, None),
                    (_, Some(name)) => {
                        assert_eq!((leader, leader), (Some(self.alternative(name)), self.assessment.leader));
                    }
                    (name, None) => {
                        assert_eq!(leader, Some(self.alternative(name)));
                        assert_ne!(leader, self.assessment.leader);
                    }
                }
            }
            Fact::TakenAs(_) => match between(&said, "Your numbers are taken as give or take ", "") {
                Some(points) => assert_eq!(number(points), self.case.band()),
                None => assert_eq!((said.as_str(), self.case.band()), ("Your numbers are taken as exact", 0)),
            },
            Fact::AfterSeeing | Fact::Gut(_) | Fact::Gone => panic!("a case has none of these"),
            Fact::PairsJoined | Fact::PairsParted => {
                let joined = self.case.with(|profile| profile.counting = Counting::EachReasonOnce);
                let (told, pair) = parted(&said, ", such as ");
                let [one, other] = list(pair)[..] else { panic!("{said}") };
                let [one, other] = [one, other].map(|title| self.titled(title));
                assert_eq!(joined.mirror(one), Some(other));
                let have = match self.case.profile.counting {
                    Counting::EachReasonOnce => "one weight for both",
                    Counting::EveryClaim => "a weight each",
                };
                assert_eq!(between(told, "Two sides of one thing have ", ""), Some(have));
            }
        }
    }

    /// Everybody who does not lead.
    fn others(&self) -> Vec<AlternativeId> {
        self.case.alternatives().filter(|one| Some(*one) != self.assessment.leader).collect()
    }

    fn beside(&self) -> [AlternativeId; 2] {
        [self.assessment.favorite().unwrap(), self.assessment.why.runner_up.unwrap()]
    }

    /// The points of each reason that speak for one side, or 0.
    fn siding(&self, side: i64) -> Vec<i64> {
        let [leader, runner_up] = self.beside();
        let says = |(reason, points)| if self.says(reason, leader, runner_up) == side { points } else { 0 };
        self.case.points().into_iter().enumerate().map(says).collect()
    }

    fn supporting(&self) -> Vec<i64> {
        self.siding(1)
    }

    fn opposing(&self) -> Vec<i64> {
        self.siding(-1)
    }

    fn leader_with(&self, reason: usize, at: i64) -> Option<AlternativeId> {
        let mut points = self.case.points();
        points[reason] = at;
        self.leader_at(&points)
    }

    /// Who leads if the reasons of a set are moved as far as they go in favor of an alternative.
    fn leader_if_moved(&self, set: u32, toward: AlternativeId) -> Option<AlternativeId> {
        let moved = |(reason, now): (usize, i64)| {
            let faces = &self.case.reasons()[reason];
            let claim = &self.case.comparison[faces[0]];
            let is_pro = claim.polarity == crate::comparison::Polarity::Pro;
            let helps = (claim.alternative == toward) == is_pro;
            if set >> reason & 1 == 0 { now } else { i64::from(helps) * 10 }
        };
        self.leader_at(&self.case.points().into_iter().enumerate().map(moved).collect::<Vec<_>>())
    }

    /// Whether the leader leads wherever set weights are off by up to so many points and open ones lie.
    fn holds_if_off(&self, off: i64) -> bool {
        let ends = |weight: Option<i64>| {
            weight.map_or(vec![0, 10], |weight| vec![weight - off.min(weight), weight + off])
        };
        let corners: Vec<Vec<i64>> = self.case.weights().into_iter().map(ends).collect();
        let (rules, mut holds) = (self.case.rules(), true);
        every(&corners, &mut |weights| holds &= rules.leader(weights) == self.assessment.leader);
        holds && self.assessment.leader.is_some()
    }

    /// Of three and more it is said who it is against.
    fn check_against(&self, said: &str) {
        if self.case.comparison.alternatives().len() == 2 {
            assert_eq!(said, "against");
        } else {
            let (runner_up, leader) = parted(between(said, "for ", "").unwrap(), " or against ");
            assert_eq!([self.alternative(leader), self.alternative(runner_up)], self.beside());
        }
    }

    fn check_enough(&self, said: &str) {
        let (names, rest) = parted(said, " outweigh");
        let (reasons, more) = self.reasons(names);
        let rest = rest.strip_prefix(if reasons.len() == 1 { "s" } else { "" }).unwrap();
        let rest = between(rest, " all that speaks ", "").unwrap();
        let (against, taken) = match between(rest, "", " (open ones taken as 5)") {
            Some(against) => (against, true),
            None => (rest, false),
        };
        self.check_against(against);
        let (supporting, opposing) = (self.supporting(), self.opposing());
        let named: i64 = reasons.iter().map(|reason| supporting[*reason]).sum();
        assert!(more == 0 && named > opposing.iter().sum(), "{said}");
        let weights = self.case.weights();
        let is_open = |reason: usize| weights[reason].is_none();
        let open = (0..weights.len()).any(|reason| is_open(reason) && opposing[reason] > 0);
        assert_eq!(taken, open || reasons.into_iter().any(is_open), "{said}");
    }

    fn check_many_reasons(&self, said: &str) {
        let mut supporting = self.supporting();
        let weights = self.case.weights();
        let named = between(said, "It rests on many reasons", "").unwrap();
        if let Some(named) = between(named, ", ", " the heaviest") {
            let (among, names) = match named.strip_suffix(" among") {
                Some(names) => (true, names),
                None => (false, named),
            };
            let (reasons, _) = self.reasons(names);
            assert!(reasons.iter().all(|reason| weights[*reason].is_some()), "{said}");
            let lightest = reasons.iter().map(|reason| supporting[*reason]).min().unwrap();
            let others = supporting.iter().enumerate().filter(|(reason, _)| !reasons.contains(reason));
            let heaviest = others.map(|(_, points)| *points).max().unwrap();
            assert!(if among { heaviest == lightest } else { heaviest < lightest }, "{said}");
        } else {
            assert_eq!(named, "");
        }
        supporting.sort_unstable_by_key(|points| -points);
        assert!(supporting.iter().take(3).sum::<i64>() <= self.opposing().iter().sum(), "{said}");
    }

    fn check_case(&self, said: &str) {
        let (name, names) = parted(between(said, "The case for ", "").unwrap(), ": ");
        let [leader, runner_up] = self.beside();
        let for_leader = self.alternative(name) == leader;
        assert!(if for_leader {
            self.assessment.leader.is_none()
        } else {
            self.alternative(name) == runner_up
        });
        let points = if for_leader { self.supporting() } else { self.opposing() };
        let (reasons, more) = self.reasons(names);
        let lightest = reasons.iter().map(|reason| points[*reason]).min().unwrap();
        let others = points.iter().enumerate().filter(|(reason, _)| !reasons.contains(reason));
        assert!(
            more == 0 && lightest > 0 && others.into_iter().all(|(_, points)| *points <= lightest),
            "{said}"
        );
    }

    fn check_tip(&self, said: &str) {
        let of_two = self.case.comparison.alternatives().len() == 2;
        let leads = if of_two { "comes first" } else { "has the most points" };
        let (name, rest) = parted(said, &format!(" {leads} if "));
        let (reason, rest) = parted(rest, " matters ");
        let (at, now) = parted(rest, " (now ");
        let (then, reason) = (self.alternative(name), self.reason(reason));
        let weight = self.case.weights()[reason];
        assert_eq!(now.strip_suffix(')').unwrap(), weight.map_or("open".to_owned(), |now| now.to_string()));
        let points = weight.unwrap_or(5);
        let (at, further) = match (at.strip_suffix(" or less"), at.strip_suffix(" or more")) {
            (Some(at), _) => (number(at), 0..=number(at)),
            (_, Some(at)) => (number(at), number(at)..=10),
            (None, None) => (number(at), number(at)..=number(at)),
        };
        assert!([0, 10].contains(&at) || further.clone().count() > 1, "{said}");
        assert!(!further.contains(&points), "{said}");
        // There and beyond it is so, and nowhere nearer.
        assert!(further.into_iter().all(|at| self.leader_with(reason, at) == Some(then)), "{said}");
        assert_ne!(Some(then), self.assessment.leader, "{said}");
        let nearer = at + (points - at).signum();
        let before = self.leader_with(reason, nearer);
        assert!(before.is_none() || before == self.assessment.leader, "{said}");
        let claim = self.case.reasons()[reason][0];
        let weight = Weight::new(u8::try_from(at).unwrap());
        let after = self.case.with(|profile| profile.set_weight(&self.case.comparison, claim, weight));
        let after = Self::of(after);
        assert_eq!(after.assessment.leader, Some(then), "{said}");
        // The answer that is then given says the same.
        let headline = after.story().headline().in_one_line();
        after.check_headline();
        assert!(headline.contains(name), "{said}: {headline}");
        let points = format!("{name} has the most points, but");
        assert!(
            !headline.contains(" has the most points") || !of_two && headline.contains(&points),
            "{headline}"
        );
    }

    fn check_together(&self, said: &str, fact: &Fact) {
        let (count, rest) = parted(between(said, "It takes ", "").unwrap(), " weights to ");
        let (lead, names) = parted(rest, ", such as ");
        let (reasons, more) = self.reasons(names);
        let count = usize::try_from(number(count)).unwrap();
        assert!(count > 1 && count == reasons.len() + more, "{said}");
        // No fewer do it, and these do.
        for set in (0..1_u32 << self.case.reasons().len()).filter(|set| (set.count_ones() as usize) < count) {
            for other in self.others() {
                assert_ne!(self.leader_if_moved(set, other), Some(other), "{said}");
            }
        }
        let trial = fact.trial(&self.story());
        assert_eq!(trial.len(), count);
        let tried = self.case.with(|profile| {
            for (claim, weight) in &trial {
                profile.set_weight(&self.case.comparison, *claim, Some(*weight));
            }
        });
        let leader = tried.leader();
        assert!(leader.is_some() && leader != self.assessment.leader, "{said}");
        match between(lead, "give ", " the most points") {
            Some(name) => assert_eq!(leader, Some(self.alternative(name)), "{said}"),
            None => assert_eq!((lead, self.case.comparison.alternatives().len()), ("turn the answer", 2)),
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_sentence_is_true(told in told(8)) {
        let story = told.story();
        let facts = [story.why(), story.change(), story.tips(), story.settings()].concat();
        for fact in facts.iter().chain(&story.think_next()).chain(&story.just_counting()) {
            told.check(fact);
        }
    }
}
