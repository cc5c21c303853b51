//! What can be told of several people who weighed the same.

use super::Story;
use super::headline::ruling;
use super::words::{counted, first_of, listed, quoted, sentence};
use crate::comparison::{AlternativeId, ClaimId, Reason};
use crate::decision::{self, Verdict};
use crate::together::{Asks, Divide, Person, Together};
use crate::weight::Weight;

/// So many of the weights that would have to move are named of each person.
const MOVES: usize = 2;

/// So many of the reasons of which all think alike are named.
const ALIKE: usize = 4;

/// What can be told of several people.
#[derive(Clone, Copy, Debug)]
pub struct Several<'a> {
    /// Who they are and what they think.
    pub together: &'a Together<'a>,
}

impl<'a> Several<'a> {
    fn story(self, person: &'a Person) -> Story<'a> {
        Story {
            comparison: self.together.comparison,
            profile: &person.profile,
            assessment: &person.assessment,
        }
    }

    fn alternative(self, alternative: AlternativeId) -> &'a str {
        &self.together.comparison[alternative].name
    }

    /// Who comes out ahead for one of them and how sure that is, in a few words each; the second may be empty.
    #[must_use]
    pub fn answer(self, person: &'a Person) -> [String; 2] {
        let story = self.story(person);
        match (person.assessment.verdict, person.assessment.leader) {
            (Verdict::Unweighed, _) => ["nothing weighed yet".to_owned(), String::new()],
            (Verdict::NoneAcceptable, _) => ["all ruled out".to_owned(), String::new()],
            (_, None) => ["even".to_owned(), String::new()],
            (_, Some(leader)) => [self.alternative(leader).to_owned(), story.stands(leader)],
        }
    }

    /// Whether they come out alike.
    #[must_use]
    pub fn agreement(self) -> String {
        let people = &self.together.people;
        let decided = || people.iter().filter(|person| person.is_decided());
        let mut groups: Vec<(Option<AlternativeId>, Vec<String>)> = Vec::new();
        for person in decided() {
            let leader = person.assessment.leader;
            match groups.iter_mut().find(|(other, _)| *other == leader) {
                Some((_, names)) => names.push(quoted(&person.name)),
                None => groups.push((leader, vec![quoted(&person.name)])),
            }
        }
        let comes_first = |leader: Option<AlternativeId>| {
            leader.map_or_else(
                || "Nothing comes first".to_owned(),
                |leader| format!("{} comes first", self.alternative(leader)),
            )
        };
        let told = match groups.as_slice() {
            [] => {
                return "Nobody has weighed anything yet, so there is nothing to put side by side."
                    .to_owned();
            }
            [(leader, names)] if names.len() > 1 => {
                let all = if names.len() == 2 { "both".to_owned() } else { format!("all {}", names.len()) };
                format!("They agree: {} for {all}", comes_first(*leader))
            }
            groups => {
                let told = groups
                    .iter()
                    .map(|(leader, names)| format!("{} for {}", comes_first(*leader), listed(names)));
                told.collect::<Vec<_>>().join("; ")
            }
        };
        let undecided = people.iter().filter(|person| !person.is_decided());
        let undecided: Vec<String> = undecided.map(|person| quoted(&person.name)).collect();
        match undecided.len() {
            0 => sentence(&told),
            1 => format!("{} {} has weighed nothing yet.", sentence(&told), undecided[0]),
            _ => format!("{} {} have weighed nothing yet.", sentence(&told), listed(&undecided)),
        }
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
            format!("{} ({})", quoted(&person.name), first_of(MOVES, marks))
        });
        let against: Vec<String> = against.collect();
        let name = self.alternative(one);
        (!against.is_empty()).then(|| sentence(&format!("{name} is ruled out for {}", listed(&against))))
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
        let asks = |person: &&'a Person| match self.together.asks(one, person) {
            Asks::Points(0) => Some(format!("nothing of {}", quoted(&person.name))),
            Asks::Points(points) => {
                let points = counted(usize::try_from(points).unwrap_or_default(), "point");
                Some(format!("{points} of {}, such as {}", quoted(&person.name), self.moves(person, one)))
            }
            Asks::TooMuch | Asks::ItsMarks | Asks::Nothing => None,
        };
        let name = self.alternative(one);
        let decided = self.together.people.iter().filter(|person| person.is_decided());
        if decided.clone().all(|person| self.together.asks(one, person) == Asks::Points(0)) {
            return match decided.count() {
                1 => format!("{name} leads already; somebody else has to be asked to give something up."),
                _ => format!("{name} leads for everybody already: nobody has to give anything up."),
            };
        }
        let each: Vec<String> = self.together.people.iter().filter_map(asks).collect();
        sentence(&format!("{name} asks the least: {}", each.join("; ")))
    }

    /// What would have to move for an alternative to lead for one of them, such as "Affordability from 9 to 6".
    fn moves(self, person: &'a Person, one: AlternativeId) -> String {
        let (comparison, profile) = (self.together.comparison, &person.profile);
        let moves = decision::least_moves(comparison, profile, one).unwrap_or_default();
        let story = self.story(person);
        let told = moves.into_iter().map(|(reason, to): (ClaimId, Weight)| {
            let from = profile.weight(comparison, reason);
            let from = from.map_or_else(|| "open".to_owned(), |from| from.points().to_string());
            format!("{} from {from} to {}", story.reason(reason), to.points())
        });
        first_of(MOVES, told)
    }

    /// What two of them are apart in, such as "Handmade is 8 ahead for Ana and 6 behind for Ben: 14 points apart".
    #[must_use]
    pub fn apart(self, [one, other]: [usize; 2], divide: &Divide) -> String {
        let [one, other] = [one, other].map(|place| quoted(&self.together.people[place].name));
        let [first, second] = divide.alternatives.map(|alternative| self.alternative(alternative));
        if divide.parts.iter().all(|part| part.points.abs() <= 0.0) {
            return format!("Nothing divides {one} and {other}: every reason counts the same for both.");
        }
        let beside = Some(second).filter(|_| self.together.comparison.alternatives().len() > 2);
        let [own, others] = divide.leads;
        let own_stands = stands(own, beside);
        if own.total_cmp(&others).is_eq() {
            return format!("{first} is {own_stands} for both {one} and {other}, for different reasons.");
        }
        let apart = points((own - others).abs());
        let others_stand = stands(others, None);
        format!("{first} is {own_stands} for {one} and {others_stand} for {other}: {apart} apart.")
    }

    /// The reasons of which all think alike, in one line; none if there are none.
    #[must_use]
    pub fn alike(self) -> Option<String> {
        let agreed = self.together.agreed();
        let count = match agreed.len() {
            0 => return None,
            count => counted(count, "reason"),
        };
        let names = first_of(ALIKE, agreed.iter().map(|reason| self.reason(*reason)));
        Some(sentence(&format!("All think alike of {count}: {names}")))
    }

    /// A reason as a sentence names it, whoever weighs it.
    #[must_use]
    pub fn reason(self, reason: Reason) -> String {
        self.together
            .people
            .first()
            .map_or_else(String::new, |person| self.story(person).reason(reason.first))
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
