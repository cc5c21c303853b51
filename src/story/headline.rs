//! The answer and how sure it is: what is said first.

use super::words::{first_of, listed, mark, named, quoted, sentence};
use super::{NAMED, Story};
use crate::comparison::{AlternativeId, ClaimId, Polarity};
use crate::decision::{self, Assessment, GiveUp, Verdict, reaches};

/// The answer and how sure it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// What the answer is, such as "So far Handmade, some doubt left".
    pub answer: String,
    /// How sure that is or what it is about, such as "first in 84 of every 100 ways ..."; empty if there is nothing to
    /// say.
    pub sure: String,
}

impl Headline {
    /// Both in one line.
    #[must_use]
    pub fn in_one_line(&self) -> String {
        match (self.sure.is_empty(), self.answer.contains(':'), self.answer.ends_with('?')) {
            (true, _, _) => self.answer.clone(),
            (false, _, true) => format!("{} {}", self.answer, self.sure),
            (false, true, _) => self.in_sentences(),
            (false, false, _) => sentence(&format!("{}: {}", self.answer, self.sure)),
        }
    }

    /// Both as sentences.
    #[must_use]
    pub fn in_sentences(&self) -> String {
        format!("{} {}", sentence(&self.answer), self.sure_alone()).trim_end().to_owned()
    }

    /// Both in one line in fewer words, where there are fewer.
    #[must_use]
    pub fn briefly(&self) -> String {
        let end = self.sure.find(" ways").filter(|_| !self.answer.contains(':'));
        match end {
            Some(end) => format!("{}: {} ways.", self.answer, &self.sure[..end]),
            None => self.answer.clone(),
        }
    }

    /// How sure it is, as a sentence of its own; empty if there is nothing to say.
    #[must_use]
    pub fn sure_alone(&self) -> String {
        if self.sure.is_empty() { String::new() } else { sentence(&capitalized(&self.sure)) }
    }
}

impl Story<'_> {
    /// The answer after a change and what that did to it, in one line that reads well aloud.
    #[must_use]
    pub fn after(&self, before: Option<&Assessment>) -> String {
        let headline = self.headline();
        // What a number means is said with the first one.
        let before = before.filter(|before| before.verdict != Verdict::Unweighed);
        let moved = before.and_then(|before| self.moved_by(before, "to"));
        match (self.assessment.verdict, moved) {
            (Verdict::Clear | Verdict::Solid | Verdict::Leaning, Some(moved)) => {
                sentence(&format!("{}; {moved}", headline.answer))
            }
            (Verdict::Unweighed, _) => "Nothing is weighed yet, so nothing is recommended.".to_owned(),
            (
                Verdict::Clear
                | Verdict::Solid
                | Verdict::Leaning
                | Verdict::TooClose
                | Verdict::Tie
                | Verdict::NoneAcceptable,
                _,
            ) => headline.in_one_line(),
        }
    }
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

pub(super) fn headline(story: &Story<'_>) -> Headline {
    let assessment = story.assessment;
    let acceptable = assessment.standings().filter(|(_, standing)| standing.is_acceptable()).count();
    let (answer, sure) = match (assessment.verdict, assessment.leader) {
        (Verdict::NoneAcceptable, _) => clash(story),
        (Verdict::Unweighed, _) => (unweighed(story), String::new()),
        (Verdict::Tie, _) | (_, None) => tie(story),
        (Verdict::TooClose, Some(leader)) => (so_far(story, "too close to call"), too_close(story, leader)),
        (Verdict::Clear, Some(leader)) if acceptable == 1 => ruled_out(story, leader),
        (Verdict::Clear, Some(leader)) => {
            let doubt = if story.is_certain(leader) { "no doubt" } else { "hardly any doubt" };
            let answer = format!("{}, {doubt}", story.alternative(leader));
            (so_far(story, &answer), format!("first{}", ways(story, leader)))
        }
        (Verdict::Solid, Some(leader)) => {
            let answer = format!("{}, some doubt left", story.alternative(leader));
            (so_far(story, &answer), format!("first{}", ways(story, leader)))
        }
        (Verdict::Leaning, Some(leader)) => {
            let answer = format!("leaning to {}, much doubt left", story.alternative(leader));
            (so_far(story, &answer), format!("first{}", ways(story, leader)))
        }
    };
    Headline { answer, sure }
}

/// What is asked as long as nothing is weighed, and what is ruled out already.
fn unweighed(story: &Story<'_>) -> String {
    let out = story.assessment.standings().filter(|(_, standing)| !standing.is_acceptable());
    let names: Vec<&str> = out.map(|(one, _)| story.alternative(one)).collect();
    let out = match names.as_slice() {
        [] => return "What matters to you?".to_owned(),
        [one] => format!("{one} is"),
        several => format!("{} are", first_of(2, several.iter().map(|name| quoted(name)))),
    };
    format!("{out} ruled out. What matters to you about the others?")
}

/// The names of some alternatives in a list.
fn together(names: &[&str]) -> String {
    match names {
        [one] => (*one).to_owned(),
        several => listed(&several.iter().map(|name| quoted(name)).collect::<Vec<_>>()),
    }
}

/// Says "so far" until every reason is weighed or no open one can change the answer any more.
fn so_far(story: &Story<'_>, answer: &str) -> String {
    let open = story.assessment.weighed < story.assessment.reasons;
    if open && !story.assessment.is_settled() { format!("So far {answer}") } else { capitalized(answer) }
}

/// In how many ways an alternative comes first.
fn ways(story: &Story<'_>, alternative: AlternativeId) -> String {
    let assessment = story.assessment;
    let all_weighed = assessment.weighed == assessment.reasons;
    let leads = assessment.leader == Some(alternative);
    // Where it is too close to call, that nobody else can have the most points is no comfort.
    let settled = leads && assessment.is_settled() && assessment.verdict != Verdict::TooClose;
    let n = story.hundredths(alternative);
    match (all_weighed, settled) {
        (false, true) if story.is_certain(alternative) => ", whatever you answer".to_owned(),
        (false, true) => format!(" in {n} of every 100 ways; nothing open gives another the lead"),
        (false, false) => format!(" in {n} of every 100 ways your answers could turn out"),
        (true, _) if story.profile.band.points() == 0 => ", your numbers taken as exact".to_owned(),
        (true, _) => format!(" in {n} of every 100 ways to read your numbers"),
    }
}

fn too_close(story: &Story<'_>, leader: AlternativeId) -> String {
    if !story.is_less_likely_than_another(leader) {
        return format!("{} is first{}", story.alternative(leader), ways(story, leader));
    }
    format!("{} has the most points, but {}", story.alternative(leader), more_often(story))
}

/// Which of three and more come first most often, and how often.
fn more_often(story: &Story<'_>) -> String {
    let (likeliest, names) = likeliest(story);
    let come = if names.len() == 1 { "comes" } else { "each come" };
    format!("{} {come} first more often,{}", together(&names), ways(story, likeliest))
}

/// The first of those that come first most often, and the names of all of them.
fn likeliest<'a>(story: &Story<'a>) -> (AlternativeId, Vec<&'a str>) {
    let assessment = story.assessment;
    let likeliest = assessment.standings().filter(|(one, _)| !story.is_less_likely_than_another(*one));
    let likeliest: Vec<AlternativeId> = likeliest.map(|(one, _)| one).collect();
    (likeliest[0], likeliest.iter().map(|one| story.alternative(*one)).collect())
}

fn tie(story: &Story<'_>) -> (String, String) {
    let assessment = story.assessment;
    if story.comparison.claims().len() == 0 {
        return ("Nothing is written down yet".to_owned(), "so there is nothing to weigh".to_owned());
    }
    if assessment.reasons == 0 {
        return ("Nothing is switched on".to_owned(), "so there is nothing to weigh".to_owned());
    }
    let level = story.level();
    let names: Vec<&str> = level.iter().map(|one| story.alternative(*one)).collect();
    let open = assessment.weighed < assessment.reasons;
    let matters = |one: &AlternativeId| assessment[*one].pros + assessment[*one].cons > 0.0;
    let (first, likeliest) = likeliest(story);
    let sure = if reaches(assessment.tie, 1.0) {
        if level.iter().any(matters) {
            "your numbers taken as exact".to_owned()
        } else {
            "nothing of theirs that is switched on matters to you".to_owned()
        }
    } else if level.iter().all(|one| !story.is_less_likely_than_another(*one)) {
        format!("each is first{}", ways(story, first))
    } else if likeliest.len() == 1 && level.contains(&first) {
        format!("{} comes first most often,{}", likeliest[0], ways(story, first))
    } else {
        format!("but {}", more_often(story))
    };
    (format!("Even{}: {}", if open { " so far" } else { "" }, together(&names)), sure)
}

/// All but one are ruled out.
fn ruled_out(story: &Story<'_>, left: AlternativeId) -> (String, String) {
    let assessment = story.assessment;
    let out = || assessment.standings().filter(|(_, standing)| !standing.is_acceptable());
    let names: Vec<&str> = out().map(|(alternative, _)| story.alternative(alternative)).collect();
    let are = if names.len() == 1 { "is" } else { "are" };
    let answer = format!("{}: {} {are} ruled out", story.alternative(left), together(&names));
    let several = names.len() > 1;
    let why = out().take(NAMED).map(|(alternative, standing)| {
        let marks = standing.ruled_out_by.iter().map(|mark| ruling(story, *mark));
        let marks = first_of(NAMED, marks);
        if several { format!("{}: {marks}", story.alternative(alternative)) } else { marks }
    });
    let why = why.collect::<Vec<_>>().join("; ");
    let sure = match out().next() {
        Some((alternative, standing)) if !several => {
            let without = without(story, &standing.ruled_out_by, alternative);
            format!(
                "{why}; without {} {without}",
                if standing.ruled_out_by.len() == 1 { "it" } else { "them" }
            )
        }
        Some(_) | None => why,
    };
    (answer, sure)
}

/// What the answer would be without some marks.
fn without(story: &Story<'_>, marks: &[ClaimId], ruled_out: AlternativeId) -> String {
    let mut profile = story.profile.clone();
    for mark in marks {
        profile[*mark].essential = false;
    }
    let assessment = decision::assess(story.comparison, &profile);
    match (assessment.verdict, assessment.leader) {
        (Verdict::Unweighed, _) => format!("{} is open again", story.alternative(ruled_out)),
        (_, Some(leader)) => {
            let chance = Story { profile: &profile, assessment: &assessment, ..*story }.hundredths(leader);
            format!("{}, first in {chance} of 100", story.alternative(leader))
        }
        (_, None) => "both come out even".to_owned(),
    }
}

/// How a mark rules an alternative out.
pub(super) fn ruling(story: &Story<'_>, marked: ClaimId) -> String {
    let claim = &story.comparison[marked];
    format!("{} is a {}", named(&claim.title), mark(claim.polarity))
}

/// Every alternative is ruled out.
fn clash(story: &Story<'_>) -> (String, String) {
    let every = |polarity: Polarity| {
        let is_such = |mark: &ClaimId| story.comparison[*mark].polarity == polarity;
        story.assessment.standings().all(|(_, standing)| standing.ruled_out_by.iter().any(is_such))
    };
    let answer = match (every(Polarity::Pro), every(Polarity::Con)) {
        (true, _) => "Nothing meets all your must-haves",
        (false, true) => "Each has a deal-breaker",
        (false, false) => "Everything is ruled out",
    };
    let named = |marks: &[ClaimId]| -> Vec<String> { marks.iter().map(|mark| story.claim(*mark)).collect() };
    let sure = match &story.assessment.give_up {
        Some(GiveUp::AnyOf(marks)) if marks.len() > 1 => {
            format!("give up one: {}", named(&marks[..marks.len().min(NAMED)]).join(" or "))
        }
        Some(GiveUp::AnyOf(marks)) => format!("the least is to give up {}", listed(&named(marks))),
        Some(GiveUp::AllOf(marks)) => {
            let marks = first_of(NAMED, named(marks).into_iter());
            format!("the least is to give up {marks} together")
        }
        None => String::new(),
    };
    (answer.to_owned(), sure)
}
