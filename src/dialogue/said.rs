//! What is said of the comparison, the answer and a reason, in lines that read well aloud.

use super::word::WORDS;
use crate::comparison::{AlternativeId, ClaimId};
use crate::decision::Assessment;
use crate::explorer::{Command, Explorer};
use crate::story::{counted, listed, mark, named, sentence};

/// How it goes, said once.
const HOW: &str = "\
    Answer with a number: 0 is not at all, 5 middling, 10 above all else.\n\
    An empty line skips a question; help lists what else is understood.\n";

/// What is said of an answer where nothing is asked.
pub(super) const NOT_ASKED: &str =
    "There is no question to answer now; undo takes the last answer back, go and a number asks one again.";

/// What is said of an answer that is hidden.
const HIDDEN: &str = "The answer is hidden until all is weighed; blind shows it.";

/// So many names of reasons that are open in the end.
const MOST_OPEN: usize = 5;

/// What it is about, how far one has come, and how it goes.
pub(super) fn beginning(answer: &str, explorer: &Explorer) -> String {
    let (comparison, open) = (explorer.comparison(), explorer.open());
    let names: Vec<String> = comparison.alternatives().map(|(_, one)| named(&one.name)).collect();
    let whose = match (&open.profile().name, open.preset()) {
        (Some(name), _) => format!("Profile {name}"),
        (None, Some(preset)) => format!("Preset {}", preset.name),
        (None, None) => "New profile".to_owned(),
    };
    let (weighed, reasons) = (explorer.assessment().weighed, explorer.assessment().reasons);
    let mut lines = vec![comparison.title().to_string()];
    lines.extend((!comparison.summary().is_empty()).then(|| comparison.summary().to_string()));
    lines.push(format!("{}: {}.", counted(names.len(), "alternative"), listed(&names)));
    lines.push(format!("{whose}: {weighed} of {} weighed.", counted(reasons, "reason")));
    // That the answer is hidden is said once.
    lines.extend(notice(explorer).filter(|_| !explorer.is_blind()));
    lines.extend([answer, HOW].map(str::to_owned));
    lines.join("\n")
}

/// What happened, and the word for what can be done about it, if there is one.
pub(super) fn notice(explorer: &Explorer) -> Option<String> {
    let notice = explorer.notice()?;
    let remedy = notice.remedy.and_then(|(command, does)| {
        let word = match command {
            Command::Undo => "undo",
            Command::Save => "save",
            Command::Blind => "blind",
            Command::Profiles => "profiles",
            _ => return None,
        };
        Some(format!("; {word} {does}"))
    });
    Some(sentence(&format!("{}{}", notice.text.as_str(), remedy.unwrap_or_default())))
}

/// The answer and what the last change did to it; that it is hidden, where it is.
pub(super) fn answer(explorer: &Explorer, before: Option<&Assessment>) -> String {
    if explorer.is_blind() { HIDDEN.to_owned() } else { explorer.story().after(before) }
}

/// The answer, how all stand, what it rests on, what would change it, and what is open.
pub(super) fn behind(explorer: &Explorer) -> String {
    let story = explorer.story();
    let mut lines = vec![answer(explorer, None)];
    if !explorer.is_blind() {
        lines.extend(story.chosen().map(|chosen| chosen.told()));
        lines.extend(story.beside().iter().map(|fact| fact.sentence(&story)));
    }
    let all = explorer.comparison().alternatives();
    if all.len() > 2 && !story.is_unweighed() {
        lines.extend(all.map(|(one, its)| sentence(&format!("{}: {}", its.name, story.stands(one)))));
    }
    let facts = story.why().into_iter().chain(story.change()).chain(story.think_next());
    lines.extend(facts.map(|fact| fact.sentence(&story)));
    let open = explorer.open_reasons();
    if !open.is_empty() {
        lines.push(sentence(&format!("Still open: {}", story.names(&open, MOST_OPEN))));
    }
    lines.join("\n") + "\n"
}

/// What is said when nothing is left to ask, or none of what is left can make a difference.
pub(super) fn end(to_ask: &[ClaimId], explorer: &Explorer) -> String {
    let why = match left(explorer)[..] {
        [] => "All are ruled out, so nothing more is asked.".to_owned(),
        [one] => {
            format!("Only {} is left, so nothing more is asked.", named(&explorer.comparison()[one].name))
        }
        [..] if !to_ask.is_empty() => {
            "Nothing that is open can change the answer, so nothing more is asked.".to_owned()
        }
        [..] if !explorer.open_reasons().is_empty() => {
            "You skipped what is open, so nothing more is asked.".to_owned()
        }
        [..] => "That is all there is to ask.".to_owned(),
    };
    let save = match (explorer.unsaved(), &explorer.profile().name) {
        (false, _) => "",
        (true, Some(_)) => "save, ",
        (true, None) => "save and a name, ",
    };
    format!("{why} Say {save}list, go and a number, undo, or quit.\n")
}

/// What is not ruled out.
pub(super) fn left(explorer: &Explorer) -> Vec<AlternativeId> {
    let acceptable = explorer.assessment().standings().filter(|(_, standing)| standing.is_acceptable());
    acceptable.map(|(one, _)| one).collect()
}

/// That a claim was marked or no longer is, what that rules out or brings back, and how to take it back.
pub(super) fn marked(claim: ClaimId, explorer: &Explorer) -> String {
    let title = named(&explorer.comparison()[claim].title);
    let is_marked = explorer.stance(claim).essential;
    let (now, does) = if is_marked { ("now", "rules out") } else { ("no longer", "brings back") };
    let was_left =
        |one: &AlternativeId| explorer.open().before().is_some_and(|before| before[*one].is_acceptable());
    let is_left = left(explorer);
    let all = explorer.comparison().alternatives().map(|(one, _)| one);
    let changed = all.filter(|one| was_left(one) == is_marked && is_left.contains(one) != is_marked);
    let changed: Vec<String> = changed.map(|one| named(&explorer.comparison()[one].name)).collect();
    let what = if changed.is_empty() { "nothing".to_owned() } else { listed(&changed) };
    let effect = if explorer.is_blind() { String::new() } else { format!(" That {does} {what}.") };
    let mark = mark(explorer.comparison()[claim].polarity);
    format!("{title}: {now} a {mark}.{effect} Say undo to take it back.")
}

/// What is asked about a reason, and what is so of it by now.
pub(super) fn question(sides: &[ClaimId], explorer: &Explorer) -> String {
    let story = explorer.story();
    let (said, asked) = story.question_of(sides);
    let first = sides.first().filter(|side| {
        let is_open = explorer.profile().weight(explorer.comparison(), **side).is_none();
        !is_open || !explorer.stance(**side).on
    });
    let mut now = first.map_or_else(String::new, |side| format!(" {}", story.so_far(*side)));
    for side in sides.iter().filter(|side| explorer.stance(**side).essential) {
        now.extend([" It is a ", mark(explorer.comparison()[*side].polarity), " now; must takes that back."]);
    }
    format!("{said}{now}\n{asked}\n")
}

/// All that is written about a reason and noted on it.
pub(super) fn more(sides: &[ClaimId], explorer: &Explorer) -> String {
    let mut lines = Vec::new();
    for side in sides {
        let (claim, note) = (&explorer.comparison()[*side], &explorer.stance(*side).note);
        lines.extend(
            (!claim.detail.is_empty()).then(|| format!("{}: {}", claim.title, claim.detail.as_str())),
        );
        lines.extend((!note.is_empty()).then(|| format!("Your note: {}", note.as_str())));
    }
    if lines.is_empty() {
        lines.push("Nothing more is written about it.".to_owned());
    }
    let next = explorer.most_telling(&explorer.open_reasons());
    lines.extend(next.filter(|next| sides.contains(next)).map(|next| explorer.story().why_now(next)));
    lines.join("\n")
}

/// What is asked about as one, in the order of the comparison: both sides of a thing, unless only one of them is on.
pub(super) fn lines(explorer: &Explorer) -> Vec<Vec<ClaimId>> {
    let profile = explorer.profile();
    let mut lines = Vec::new();
    for reason in profile.reasons(explorer.comparison()).iter() {
        let faces: Vec<ClaimId> = reason.faces().collect();
        let on = faces.iter().filter(|face| profile[**face].on).count();
        if on == 0 || on == faces.len() {
            lines.push(faces);
        } else {
            lines.extend(faces.into_iter().map(|face| vec![face]));
        }
    }
    lines
}

/// What is asked about together with a claim.
pub(super) fn line_of(claim: ClaimId, explorer: &Explorer) -> Vec<ClaimId> {
    lines(explorer).into_iter().find(|sides| sides.contains(&claim)).unwrap_or_default()
}

/// What they say, as they are found by.
pub(super) fn names(explorer: &Explorer) -> Vec<String> {
    lines(explorer).iter().map(|sides| explorer.story().question_of(sides).0).collect()
}

/// All of them with their weights and numbers.
pub(super) fn list(explorer: &Explorer) -> String {
    let mut said = String::new();
    for (i, (sides, name)) in lines(explorer).iter().zip(names(explorer)).enumerate() {
        let weight = sides.first().and_then(|side| explorer.profile().weight(explorer.comparison(), *side));
        let mut now = match (sides.iter().any(|side| explorer.stance(*side).on), weight) {
            (false, _) => "Switched off".to_owned(),
            (true, None) => "Open".to_owned(),
            (true, Some(weight)) => format!("Weight {}", weight.points()),
        };
        for side in sides.iter().filter(|side| explorer.stance(**side).essential) {
            now.extend([", a ", mark(explorer.comparison()[*side].polarity)]);
        }
        said.extend([&(i + 1).to_string(), ". ", &name, " ", &now, ".\n"]);
    }
    said
}

/// The titles of some claims.
pub(super) fn titles(claims: &[ClaimId], explorer: &Explorer) -> String {
    listed(&claims.iter().map(|claim| named(&explorer.comparison()[*claim].title)).collect::<Vec<_>>())
}

/// All that is understood at a question.
pub(super) fn help() -> String {
    let mut said = "0 to 10: how much it matters, from not at all to above all else.\n".to_owned();
    for entry in &WORDS {
        said.extend([entry.told, ": ", entry.does, ".\n"]);
    }
    said
}
