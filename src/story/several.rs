//! What can be told of several people who weighed the same.

use std::cmp::Reverse;

use super::Story;
use super::headline::ruling;
use super::words::{counted, first_of, listed, or_open, quoted, sentence};
use crate::comparison::{AlternativeId, ClaimId, Reason};
use crate::decision::{self, Assessment, Freedom, Verdict};
use crate::order;
use crate::together::{Asks, Divide, Person, Together};
use crate::weight::Weight;

/// What the person is called who has given no name.
pub const YOU: &str = "you";

/// So many of the weights that would have to move are named of each person.
const MOVES: usize = 6;

/// So many people are named of those who have something in common.
const PEOPLE: usize = 8;

/// What is asked is told of so many of those of whom anything is.
const ASKED: usize = 8;

/// So many marks are named that rule something out for a person.
const MARKS: usize = 2;

/// So many of the reasons of which all think alike are named.
const ALIKE: usize = 4;

/// What can be told of several people.
#[derive(Clone, Copy, Debug)]
pub struct Several<'a> {
    /// Who they are and what they think.
    pub together: &'a Together<'a>,
}

impl<'a> Several<'a> {
    /// What can be told of one of them.
    #[must_use]
    pub fn story(self, person: &'a Person) -> Story<'a> {
        Story {
            comparison: self.together.comparison,
            profile: &person.profile,
            assessment: &person.assessment,
        }
    }

    fn alternative(self, alternative: AlternativeId) -> &'a str {
        &self.together.comparison[alternative].name
    }

    /// The alternative that comes first for one of them, if that can be said.
    #[must_use]
    pub fn first(self, person: &Person) -> Option<AlternativeId> {
        let Assessment { verdict, leader, .. } = person.assessment;
        leader.filter(|_| !matches!(verdict, Verdict::Unweighed | Verdict::TooClose))
    }

    /// Who comes out ahead for one of them, in a few words.
    #[must_use]
    pub fn answer(self, person: &Person) -> &'a str {
        match (person.assessment.verdict, self.first(person)) {
            (_, Some(first)) => self.alternative(first),
            _ if person.is_hidden() => "weighing blind",
            _ if person.assessment.reasons == 0 => "nothing counts",
            (Verdict::Unweighed, _) => "nothing weighed yet",
            (Verdict::NoneAcceptable, _) => "all ruled out",
            (Verdict::TooClose, _) => "too close to call",
            _ => "even",
        }
    }

    /// How sure that is, in a few words; empty where nothing comes first.
    #[must_use]
    pub fn sure(self, person: &'a Person) -> String {
        self.first(person).map_or_else(String::new, |first| self.story(person).stands(first))
    }

    /// What comes out for one of them, as a sentence says it.
    fn comes_out(self, person: &Person) -> String {
        match (person.assessment.verdict, self.first(person)) {
            (_, Some(first)) => format!("{} comes first", self.alternative(first)),
            (Verdict::NoneAcceptable, _) => "Everything is ruled out".to_owned(),
            (Verdict::TooClose, _) => "It is too close to call".to_owned(),
            _ => "It comes out even".to_owned(),
        }
    }

    /// Whether they come out alike.
    #[must_use]
    pub fn agreement(self) -> String {
        let people = &self.together.people;
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        for person in people.iter().filter(|person| person.is_decided()) {
            let (comes_out, name) = (self.comes_out(person), quoted(&person.name));
            match groups.iter_mut().find(|(other, _)| *other == comes_out) {
                Some((_, names)) => names.push(name),
                None => groups.push((comes_out, vec![name])),
            }
        }
        let told = match groups.as_slice() {
            [] => {
                return "Nobody has weighed anything yet, so there is nothing to put side by side."
                    .to_owned();
            }
            [(comes_out, names)] if names.len() > 1 => {
                let all = if names.len() == 2 { "both".to_owned() } else { format!("all {}", names.len()) };
                format!("{comes_out} for {all}")
            }
            groups => {
                let names = |names: &[String]| first_of(PEOPLE, names.iter().cloned());
                let told =
                    groups.iter().map(|(comes_out, people)| format!("{comes_out} for {}", names(people)));
                told.collect::<Vec<_>>().join(". ")
            }
        };
        let undecided = people.iter().filter(|person| !person.is_decided());
        let undecided: Vec<String> = undecided.map(|person| quoted(&person.name)).collect();
        let has = match undecided.as_slice() {
            [] => return sentence(&told),
            [one] => format!("{one} {}", if one == YOU { "have" } else { "has" }),
            several => format!("{} have", first_of(PEOPLE, several.iter().cloned())),
        };
        sentence(&format!("{} {has} weighed nothing yet", sentence(&told)))
    }

    /// The smallest concession: what is ruled out by whom, then what asks least of the one of whom it asks most; empty as
    /// long as nobody has weighed anything.
    #[must_use]
    pub fn concession(self) -> Vec<String> {
        let together = self.together;
        let mut told: Vec<String> =
            together.comparison.alternatives().filter_map(|(one, _)| self.ruled_out(one)).collect();
        if !together.people.iter().any(|person| person.is_decided()) {
            return told;
        }
        told.push(match together.least() {
            Some(least) => self.price(least),
            None if told.len() == together.comparison.alternatives().len() => {
                "Each is ruled out for somebody, so a must-have or a deal-breaker would have to go first."
                    .to_owned()
            }
            None => sentence(&format!("Nothing can lead for everybody: {}", listed(&self.too_much()))),
        });
        told
    }

    /// For whom an alternative is ruled out, and why; none if nobody rules it out.
    fn ruled_out(self, one: AlternativeId) -> Option<String> {
        let people = self.together.people.iter();
        let against = people.filter(|person| !person.assessment[one].is_acceptable());
        let against = against.map(|person| {
            let marks = person.assessment[one].ruled_out_by.iter();
            let marks = marks.map(|mark| ruling(&self.story(person), *mark));
            format!("{} ({})", quoted(&person.name), first_of(MARKS, marks))
        });
        let against: Vec<String> = against.collect();
        let is_any = !against.is_empty();
        let against = first_of(PEOPLE, against.into_iter());
        is_any.then(|| sentence(&format!("{} is ruled out for {against}", self.alternative(one))))
    }

    /// What can't lead for whom at any weights, of what nobody rules out.
    fn too_much(self) -> Vec<String> {
        let all = self.together.comparison.alternatives().map(|(one, _)| one);
        let told = all.filter_map(|one| {
            let asks = |person: &&Person| self.together.asks(one, person);
            if self.together.people.iter().any(|person| asks(person) == Asks::ItsMarks) {
                return None;
            }
            let person = self.together.people.iter().find(|person| asks(person) == Asks::TooMuch)?;
            Some(format!("no weights put {} first for {}", self.alternative(one), quoted(&person.name)))
        });
        told.collect()
    }

    /// What an alternative that can lead for all asks of each.
    fn price(self, one: AlternativeId) -> String {
        let people = || self.together.people.iter().copied();
        let asks = |person: &'a Person| match self.together.asks(one, person) {
            Asks::Points(points) if points > 0 => Some((person, points)),
            Asks::Points(_) | Asks::TooMuch | Asks::ItsMarks | Asks::Nothing => None,
        };
        let spared = people().filter(|person| self.together.asks(one, person) == Asks::Points(0));
        let spared: Vec<String> = spared.map(|person| quoted(&person.name)).collect();
        let name = self.alternative(one);
        // Of many those are told of whom most is asked.
        let mut asked: Vec<(&Person, i64)> = people().filter_map(asks).collect();
        order::by_key(&mut asked, |(_, points)| Reverse(*points));
        if asked.is_empty() {
            return match spared.len() {
                1 => format!("One alone has nothing to give up: {name} leads already."),
                _ => format!(
                    "{name} has the most points for everybody already: nobody has to give anything up."
                ),
            };
        }
        let nothing =
            (!spared.is_empty()).then(|| format!("nothing of {}", first_of(PEOPLE, spared.into_iter())));
        let each = asked.iter().take(ASKED).map(|(person, points)| {
            let points = counted(usize::try_from(*points).unwrap_or_default(), "point");
            format!("{points} of {}, such as {}", quoted(&person.name), self.moves(person, one))
        });
        let more = asked.len().saturating_sub(ASKED);
        let more = (more > 0).then(|| format!("no more than that of {}", counted(more, "other")));
        let told: Vec<String> = nothing.into_iter().chain(each).chain(more).collect();
        sentence(&format!("{name} asks the least: {}", told.join("; ")))
    }

    /// What would have to move for an alternative to lead for one of them, such as "Affordability from 9 to 6".
    fn moves(self, person: &'a Person, one: AlternativeId) -> String {
        let (comparison, profile) = (self.together.comparison, &person.profile);
        let moves = decision::least_moves(comparison, profile, one, Freedom::Both).unwrap_or_default();
        let story = self.story(person);
        let told = moves.into_iter().map(|(reason, to): (ClaimId, Weight)| {
            let from = profile.weight(comparison, reason);
            let from = or_open(from);
            format!("{} from {from} to {}", story.reason(reason), to.points())
        });
        first_of(MOVES, told)
    }

    /// What the parts of what divides two of them are called.
    #[must_use]
    pub fn divides(self, pair: [usize; 2]) -> String {
        let [one, other] = pair.map(|place| quoted(&self.together.people[place].name));
        format!("What divides {one} and {other}")
    }

    /// What the numbers of these parts mean; empty if none adds anything.
    #[must_use]
    pub fn how_parts_count(self, pair: [usize; 2], divide: &Divide) -> String {
        if !divide.adds_something() {
            return String::new();
        }
        let [one, other] = pair.map(|place| quoted(&self.together.people[place].name));
        let first = self.alternative(divide.alternatives[0]);
        format!(
            "The numbers below add up to that; + is what makes {first} stronger for {one} than for {other}."
        )
    }

    /// What two of them are apart in, such as "Handmade is 8 ahead for Ana and 6 behind for Ben: 14 points apart".
    #[must_use]
    pub fn apart(self, pair: [usize; 2], divide: &Divide) -> String {
        let people = pair.map(|place| self.together.people[place]);
        let leaves_open = |person: &Person, reason| person.leaves_open(self.together.comparison, reason);
        let is_open = |person: &Person| divide.parts.iter().any(|part| leaves_open(person, part.reason));
        let open = if people.into_iter().any(is_open) { " What is open (?) is taken as 5." } else { "" };
        let [one, other] = people.map(|person| quoted(&person.name));
        let [first, second] = divide.alternatives.map(|alternative| self.alternative(alternative));
        if divide.parts.is_empty() && divide.elsewhere.is_empty() {
            return format!("Nothing divides {one} and {other}: they think alike about every reason.");
        }
        let beside = Some(second).filter(|_| self.together.comparison.alternatives().len() > 2);
        let [own, others] = divide.leads;
        let own_stands = stands(own, beside);
        if own.total_cmp(&others).is_eq() {
            let why = match (divide.adds_something(), divide.parts.is_empty()) {
                (true, _) => ", for different reasons",
                (false, true) => ", for the same reasons",
                // They differ in what a must-have or a deal-breaker is.
                (false, false) => "",
            };
            return format!("{first} is {own_stands} for both {one} and {other}{why}.{open}");
        }
        let apart = points((own - others).abs());
        let others_stand = stands(others, None);
        format!("{first} is {own_stands} for {one} and {others_stand} for {other}: {apart} apart.{open}")
    }

    /// The reasons of which all think alike, those that nobody has weighed, and those that are about neither of the two
    /// alternatives that divide, in a sentence each.
    #[must_use]
    pub fn folded(self, divide: Option<&Divide>) -> Vec<String> {
        let Some(first) = self.together.people.first().filter(|_| self.together.people.len() > 1) else {
            return Vec::new();
        };
        let is_open = |reason: &Reason| first.leaves_open(self.together.comparison, *reason);
        let (open, alike): (Vec<Reason>, Vec<Reason>) = self.together.agreed().into_iter().partition(is_open);
        let elsewhere = divide.map_or(&[][..], |divide| &divide.elsewhere);
        let all = if self.together.people.len() == 2 {
            "Both think alike about "
        } else {
            "All think alike about "
        };
        let of_which =
            [(all, &alike[..]), ("Nobody has weighed ", &open), ("About neither of the two: ", elsewhere)];
        let told = of_which.into_iter().filter(|(_, reasons)| !reasons.is_empty()).map(|(said, reasons)| {
            let names = first_of(ALIKE, reasons.iter().map(|reason| self.reason(*reason)));
            sentence(&format!("{said}{names}"))
        });
        told.collect()
    }

    /// A reason as a sentence names it, whoever weighs it: one side of a thing by its own name, if sides are told apart.
    #[must_use]
    pub fn reason(self, reason: Reason) -> String {
        let Some(first) = self.together.people.first() else { return String::new() };
        let story = self.story(first);
        if reason.second.is_some() { story.reason(reason.first) } else { story.claim(reason.first) }
    }
}

/// What an alternative asks, in a word or a number of points.
#[must_use]
pub fn asked(asks: Asks) -> String {
    match asks {
        Asks::Points(points) => points.to_string(),
        Asks::TooMuch => "too much".to_owned(),
        Asks::ItsMarks => "ruled out".to_owned(),
        Asks::Nothing => "\u{2013}".to_owned(),
    }
}

/// How far an alternative is ahead, or behind; of three and more it is said beside which.
fn stands(lead: f64, beside: Option<&str>) -> String {
    let (stands, then) = if lead > 0.0 {
        (format!("{} ahead", points(lead)), " of ")
    } else if lead < 0.0 {
        (format!("{} behind", points(-lead)), " ")
    } else {
        ("level".to_owned(), " with ")
    };
    beside.map_or_else(|| stands.clone(), |beside| format!("{stands}{then}{beside}"))
}

/// Some points, such as "1 point" or "2.5 points".
fn points(points: f64) -> String {
    if points.total_cmp(&1.0).is_eq() { "1 point".to_owned() } else { format!("{points} points") }
}
