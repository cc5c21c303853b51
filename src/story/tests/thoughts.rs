//! What thinking about a reason could do: every answer is given and seen to do no more.

use proptest::prelude::*;

use super::read::{between, number, parted};
use super::{Told, config, told};
use crate::comparison::ClaimId;
use crate::decision::{Verdict, assess};
use crate::story::{Fact, hundredths};
use crate::weight::Weight;

/// The number that a chance is given as; "fewer than 1" is 0, and "more than 99" is 100.
fn seen(chance: f64) -> i64 {
    let said = hundredths(chance);
    match said.as_str() {
        "fewer than 1" => 0,
        "more than 99" => 100,
        said => number(said),
    }
}

impl Told {
    /// The chances of the favorite of now after each answer about a reason: all if it is open, else those that it may
    /// be off by.
    fn after_each_answer(&self, reason: usize) -> Vec<f64> {
        let (claim, weight) = (self.case.reasons()[reason][0], self.case.weights()[reason]);
        let off = weight.map_or(10, |weight| weight.min(self.case.band()));
        let favorite = self.assessment.favorite().unwrap();
        let answers = (0..=10).filter(|answer| weight.is_none_or(|weight| (answer - weight).abs() <= off));
        let after = |answer: i64| {
            let weight = Weight::new(u8::try_from(answer).unwrap());
            let after = self.case.with(|profile| profile.set_weight(&self.case.comparison, claim, weight));
            assess(&after.comparison, &after.profile)[favorite].chance
        };
        answers.map(after).collect()
    }

    /// By how much an answer about a reason moves the number of the favorite at most.
    fn most_moved(&self, reason: usize) -> i64 {
        let now = seen(self.assessment[self.assessment.favorite().unwrap()].chance);
        let by = |chance: f64| (seen(chance) - now).abs();
        self.after_each_answer(reason).into_iter().map(by).max().unwrap_or(0)
    }

    /// Whether thinking about a reason can do more than make a settled answer surer.
    fn decides(&self, reason: usize) -> bool {
        !(self.assessment.is_settled() && self.case.weights()[reason].is_none())
    }

    pub(super) fn check_thought(&self, said: &str) {
        let (about, moves) = parted(said, "; ");
        let (begins, name) = parted(about, ": ");
        let (name, around) =
            name.split_once(", give or take ").map_or((name, None), |(name, around)| (name, Some(around)));
        let reason = self.reason(name);
        assert!(self.decides(reason), "{said}");
        let weight = self.case.weights()[reason];
        assert_eq!(begins, if weight.is_none() { "Think about next" } else { "Worth a second thought" });
        assert_eq!(around.map(number), weight.map(|weight| weight.min(self.case.band())));
        self.check_moves(reason, moves);
        // None matters more, of those where anything would be seen.
        let influence = |reason: usize| self.assessment[self.case.reasons()[reason][0]].influence;
        for other in
            (0..self.case.reasons().len()).filter(|other| influence(*other) > influence(reason) + 1e-12)
        {
            assert!(!self.decides(other) || self.most_moved(other) == 0, "{said}");
        }
    }

    /// Reads how far an answer could move the number, and gives every answer.
    fn check_moves(&self, reason: usize, said: &str) {
        let favorite = self.assessment.favorite().unwrap();
        let now = self.assessment[favorite].chance;
        let most = self.most_moved(reason);
        if let Some(bring) = between(said, "it could bring ", " of 100") {
            let (name, to) = parted(bring, " to ");
            assert_eq!(self.alternative(name), favorite);
            assert!(hundredths(now).contains("than"), "{said}");
            let mut after = self.after_each_answer(reason).into_iter();
            assert!(
                after.any(|chance| hundredths(chance) == to && (seen(chance) - seen(now)).abs() == most),
                "{said}"
            );
            return;
        }
        let (what, by) = parted(between(said, "it could move the ", "").unwrap(), " by up to ");
        assert!(number(by) == most && most > 0, "{said}, not {most}");
        let (chance, name) =
            what.split_once(" of ").map_or((what, None), |(chance, name)| (chance, Some(name)));
        Self::check_chance(chance, now);
        assert_eq!(name.map(|name| self.alternative(name)), self.is_second_likeliest().then_some(favorite));
    }

    /// Whether another than the favorite comes first more often.
    fn is_second_likeliest(&self) -> bool {
        let own = self.assessment[self.assessment.favorite().unwrap()].chance;
        self.assessment.standings().any(|(_, other)| other.chance > own + 1e-12)
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn of_every_reason_it_is_said_what_an_answer_could_do(told in told(6)) {
        let story = told.story();
        if told.assessment.favorite().is_none() {
            return Ok(());
        }
        for (reason, faces) in told.case.reasons().into_iter().enumerate() {
            let said = story.could_move(faces[0]);
            prop_assert_eq!(said.is_none(), told.most_moved(reason) == 0);
            if let Some(said) = said {
                told.check_moves(reason, &said);
            }
        }
        // Where nothing is said of the best, nothing of it would be seen.
        let influence = |claim: &ClaimId| told.assessment[*claim].influence;
        let reasons = told.case.reasons().into_iter().map(|faces| faces[0]).enumerate();
        let best = reasons.filter(|(reason, claim)| told.decides(*reason) && influence(claim) > 0.0);
        let best = best.min_by(|a, b| influence(&b.1).total_cmp(&influence(&a.1)));
        match (story.think_next(), best) {
            (None, Some((best, _))) => prop_assert_eq!(told.most_moved(best), 0),
            (None, None) => {}
            (Some(Fact::ThinkFirst(_)), _) => prop_assert_eq!(told.assessment.verdict, Verdict::Unweighed),
            (Some(_), best) => prop_assert!(best.is_some()),
        }
    }
}
