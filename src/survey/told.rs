//! What any number of answers come to, for people.

use super::sums::{DECIDED, MILLION, Sum, Sums, UNDECIDED};
use super::tally::Tally;
use crate::comparison::AlternativeId;
use crate::decision::{Verdict, assess};
use crate::order;
use crate::profile::Profile;
use crate::report::Page;
use crate::story::{Story, named};

/// How many reasons that divide are told, at most.
const MOST_REASONS: usize = 7;

impl Tally {
    /// Sums in words and tables, ending in a newline.
    #[must_use]
    pub fn text(&self, sums: &Sums) -> String {
        let told = Told { tally: self, sums };
        let mut page = Page::default();
        page.say(0, self.comparison.title());
        page.say(0, &told.counted());
        if told.get(Sum::Answers) == 0 {
            return page.text();
        }
        page.part("");
        page.table(&told.firsts());
        for sentence in told.chances() {
            page.part(&sentence);
        }
        if let Some((heading, reasons)) = told.divide() {
            page.list(&heading, &reasons);
        }
        if !self.comparison.presets().is_empty() {
            page.list("Presets, with those who weigh nearest to them, reason by reason", &told.nearest());
        }
        page.text()
    }
}

/// What is told of sums.
#[derive(Clone, Copy)]
struct Told<'t> {
    tally: &'t Tally,
    sums: &'t Sums,
}

impl<'t> Told<'t> {
    fn get(self, sum: Sum) -> i64 {
        self.sums.get(self.tally.register.place(sum))
    }

    fn name(self, alternative: usize) -> &'t str {
        &self.tally.comparison[AlternativeId(alternative)].name
    }

    fn alternatives(self) -> std::ops::Range<usize> {
        0..self.tally.comparison.alternatives().len()
    }

    /// How many there are, and how many lines were none.
    fn counted(self) -> String {
        let answers = self.get(Sum::Answers);
        let mut counted = format!("{} answer{}", grouped(answers), if answers == 1 { "" } else { "s" });
        for (sum, what) in
            [(Sum::NoAnswer, "more without an answer"), (Sum::Unreadable, "that could not be read")]
        {
            if self.get(sum) > 0 {
                counted = format!("{counted}, {} {what}", grouped(self.get(sum)));
            }
        }
        counted
    }

    /// For how many an alternative comes first.
    fn followers(self, alternative: usize) -> i64 {
        DECIDED.iter().map(|verdict| self.get(Sum::First(alternative, *verdict))).sum()
    }

    /// What comes first for how many, and how sure that is.
    fn firsts(self) -> Vec<Vec<String>> {
        let all = self.get(Sum::Answers);
        let head = ["Comes first", "people", "of 100", "clear", "solid", "leaning", "too close"];
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        for alternative in self.alternatives() {
            let people = self.followers(alternative);
            let mut row = vec![self.name(alternative).to_owned(), grouped(people), of_100(people, all)];
            row.extend(DECIDED.map(|verdict| grouped(self.get(Sum::First(alternative, verdict)))));
            rows.push(row);
        }
        for verdict in UNDECIDED {
            let people = self.get(Sum::Undecided(verdict));
            if people > 0 {
                let why = match verdict {
                    Verdict::NoneAcceptable => "None: all are ruled out",
                    Verdict::Unweighed => "None: nothing is weighed",
                    _ => "None: level",
                };
                rows.push(vec![why.to_owned(), grouped(people), of_100(people, all)]);
            }
        }
        rows
    }

    /// How many have weighed something that can come first.
    fn open(self) -> i64 {
        let closed =
            [Verdict::Unweighed, Verdict::NoneAcceptable].map(|verdict| self.get(Sum::Undecided(verdict)));
        self.get(Sum::Answers) - closed.iter().sum::<i64>()
    }

    /// The chances on average, and for how many something is ruled out.
    fn chances(self) -> Vec<String> {
        let people = self.open();
        let mut told = Vec::new();
        if people > 0 {
            let mean = |sum| of_100_at(decimal(sum) / f64::from(MILLION) / decimal(people));
            let each = self
                .alternatives()
                .map(|one| format!("{} comes first in {}", self.name(one), mean(self.get(Sum::Chance(one)))));
            told.push(format!(
                "Over the {} for whom something can come first, of every 100 ways to read their weights {}; none alone in {}.",
                people_of(people),
                each.collect::<Vec<_>>().join(", "),
                mean(self.get(Sum::Tie)),
            ));
        }
        let ruled_out = self.alternatives().filter(|one| self.get(Sum::RuledOut(*one)) > 0);
        let ruled_out =
            ruled_out.map(|one| format!("{} for {}", self.name(one), grouped(self.get(Sum::RuledOut(one)))));
        let ruled_out: Vec<String> = ruled_out.collect();
        if !ruled_out.is_empty() {
            told.push(format!("Ruled out: {}.", ruled_out.join(", ")));
        }
        told
    }

    /// The reasons that differ most between those for whom one alternative comes first and those for whom another does: the
    /// two with most people. None if there are no two.
    fn divide(self) -> Option<(String, Vec<String>)> {
        let mut parties: Vec<usize> = self.alternatives().filter(|one| self.followers(*one) > 0).collect();
        order::by_key(&mut parties, |one| -self.followers(*one));
        let [one, other] = *parties.first_chunk()?;
        let people = [one, other].map(|party| self.followers(party));
        let comparison = &self.tally.comparison;
        let profile = Profile::new(comparison);
        let assessment = assess(comparison, &profile);
        let story = Story { comparison, profile: &profile, assessment: &assessment };
        let mut apart = Vec::new();
        for (place, claim) in self.tally.register.reasons.iter().enumerate() {
            // With two, all points are for the first.
            let AlternativeId(own) = comparison[*claim].alternative;
            let own = if self.alternatives().len() == 2 { 0 } else { own };
            if own != one && own != other {
                continue;
            }
            let sign = if own == one { 1 } else { -1 };
            let points = [one, other].map(|party| sign * self.get(Sum::Points(party, place)));
            // By how much the means differ, times how many people there are on both sides: whole numbers again.
            let by =
                i128::from(points[0]) * i128::from(people[1]) - i128::from(points[1]) * i128::from(people[0]);
            let means = [0, 1].map(|party| decimal(points[party]) / decimal(people[party]));
            apart.push((by, means, *claim));
        }
        apart.retain(|(by, ..)| *by != 0);
        order::by_key(&mut apart, |(by, ..)| -by.abs());
        let told = apart.into_iter().take(MOST_REASONS).map(|(_, [mean, of_others], claim)| {
            format!(
                "{} {}: {} and {}",
                points(mean - of_others),
                story.row(claim),
                points(mean),
                points(of_others)
            )
        });
        let [name, of_other] = [one, other].map(|party| named(self.name(party)));
        let heading = format!(
            "What divides them most: points for {name}, on average, of those for whom it comes first and of those for whom {of_other} does"
        );
        Some((heading, told.collect()))
    }

    /// For each preset how many are nearest to it, and what comes first for most of them.
    fn nearest(self) -> Vec<String> {
        let undecided = self.alternatives().len();
        let all = self.get(Sum::Answers) - self.get(Sum::Undecided(Verdict::Unweighed));
        let told = self.tally.comparison.presets().iter().enumerate().map(|(preset, own)| {
            let people: i64 = (0..=undecided).map(|first| self.get(Sum::Nearest(preset, first))).sum();
            let most = self.alternatives().rev().max_by_key(|first| self.get(Sum::Nearest(preset, *first)));
            let first = most.filter(|_| people > 0).map(|first| {
                let share = of_100(self.get(Sum::Nearest(preset, first)), people);
                format!("; {} comes first for {share} of 100 of them", self.name(first))
            });
            format!(
                "{}: {}, {} of 100{}",
                own.name,
                grouped(people),
                of_100(people, all),
                first.unwrap_or_default()
            )
        });
        let mut told: Vec<String> = told.collect();
        if self.get(Sum::Between) > 0 {
            told.push(format!("As near to one as to another: {}", people_of(self.get(Sum::Between))));
        }
        told
    }
}

/// A number of people.
fn people_of(count: i64) -> String {
    format!("{} {}", grouped(count), if count == 1 { "person" } else { "people" })
}

/// Points with their sign, to one decimal.
fn points(mean: f64) -> String {
    format!("{mean:+.1}").replace('-', "\u{2212}")
}

/// A part of a whole out of 100, to one decimal, that says neither none nor all unless it is so.
fn of_100(part: i64, whole: i64) -> String {
    match part {
        0 => "0".to_owned(),
        part if part == whole => "100".to_owned(),
        part => of_100_at(decimal(part) / decimal(whole)),
    }
}

/// The same of a share, 0 to 1.
fn of_100_at(share: f64) -> String {
    if share <= 0.0 { "0".to_owned() } else { format!("{:.1}", (share * 100.0).clamp(0.1, 99.9)) }
}

/// A count as a number with decimals; in so many people nobody sees the difference.
#[expect(clippy::cast_precision_loss, reason = "what is shown has far fewer digits")]
fn decimal(count: i64) -> f64 {
    count as f64
}

/// A count with a comma before each three digits.
fn grouped(count: i64) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) && !grouped.ends_with('-') {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_never_rounded_to_none_or_all() {
        for (part, whole, said) in [
            (0, 0, "0"),
            (0, 7, "0"),
            (7, 7, "100"),
            (1, 1_000_000, "0.1"),
            (999_999, 1_000_000, "99.9"),
            (1, 3, "33.3"),
        ] {
            assert_eq!(of_100(part, whole), said);
        }
    }

    #[test]
    fn large_counts_are_grouped() {
        for (count, said) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (1_234_567, "1,234,567"),
            (-1_000, "-1,000"),
            (-100, "-100"),
        ] {
            assert_eq!(grouped(count), said);
        }
    }
}
