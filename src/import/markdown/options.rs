//! Which sections of a document are options.

use std::collections::{BTreeMap, BTreeSet};

use super::headings::Topic;
use super::names::{SURE, is_called_option, name, number};
use super::reader::Reader;
use super::section::{Said, Section};
use crate::import::record::{Choice, Reason, Why};
use crate::import::words::Words;
use crate::order;
use crate::safe_text::SafeText;
use crate::tree::Faults;
use crate::wording::quoted;

/// So many options are told apart and found again by all that they are called; of more only by their names.
const MANY: usize = 64;

/// The sections of a document that are its options, in the order in which they come up.
pub(super) fn options(reader: &mut Reader, faults: &mut Faults) -> Vec<Section> {
    let mut sections = std::mem::take(&mut reader.sections);
    absorb_themes(&mut sections);
    let mut found = with_reasons(&sections, faults, &mut reader.left_out);
    // Of so many nothing is compared anyway, and each would be held against each.
    if found.len() <= MANY {
        found.extend(among(&sections, &found));
        order::by_key(&mut found, |section| section.name.start());
        // Where options have headings, a list beside these is of something else.
        let headings = sections.iter().filter(|section| section.is_heading() && section.has_reasons());
        let is_around_all = headings.clone().any(|section| section.parent.is_none());
        let around = order::set(headings.filter_map(|section| section.parent));
        let is_around =
            |section: &Section| section.parent.map_or(is_around_all, |parent| around.contains(&parent));
        let listed = sections.iter().filter(|section| section.is_listed && !section.is_heading());
        let listed = listed.filter(|section| !section.has_reasons() && !is_around(section));
        let listed: Vec<&Section> = listed.take(MANY).collect();
        let lone = unmatched(listed, &mut found);
        found.extend(lone.into_iter().cloned());
        order::by_key(&mut found, |section| section.name.start());
        for (at, section) in sections.iter().enumerate() {
            give_to_owner(at, section, &sections, &mut found, &mut reader.left_out);
        }
    }
    reader.sections = sections;
    let no_side = found.iter().flat_map(|section| &section.no_side);
    reader.left_out.extend(no_side.map(|words| (words.clone(), Why::NoSide)));
    found
}

/// Gives what is said under a theme, such as the cost, to the option that it stands in: what stands in several options by
/// the same name, or in one that was announced as such and is not called an option itself.
fn absorb_themes(sections: &mut [Section]) {
    let mut inside: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut parts = vec![0; sections.len()];
    let option_around = |sections: &[Section], at: usize| {
        let parent = sections[at].parent.filter(|parent| sections[*parent].topic == Topic::Other)?;
        (sections[at].topic == Topic::Other && sections[at].has_reasons()).then_some(parent)
    };
    for at in 0..sections.len() {
        if let Some(parent) = option_around(sections, at) {
            inside.entry(name(&sections[at].name)).or_default().insert(parent);
            parts[parent] += 1;
        }
    }
    if inside.len() > MANY {
        return;
    }
    // The innermost first, as they come last.
    for at in (0..sections.len()).rev() {
        let Some(parent) = option_around(sections, at) else { continue };
        let is_repeated = inside.get(&name(&sections[at].name)).is_some_and(|parents| parents.len() > 1);
        let is_alone = parts[parent] == 1;
        let is_of_known = sections[parent].is_listed && (sections[parent].has_reasons() || is_alone);
        if is_called_option(&sections[at].name) || !(is_repeated || is_of_known) {
            continue;
        }
        let theme = &mut sections[at];
        theme.topic = Topic::Part;
        theme.is_listed = false;
        let lists = [&mut theme.pros, &mut theme.cons, &mut theme.neutral].map(std::mem::take);
        let (summary, no_side) = (std::mem::take(&mut theme.summary), std::mem::take(&mut theme.no_side));
        let [pros, cons, neutral] = lists;
        let option = &mut sections[parent];
        option.pros.extend(pros);
        option.cons.extend(cons);
        option.neutral.extend(neutral);
        option.summary.extend(summary);
        option.no_side.extend(no_side);
    }
    // Each where it stands in the document.
    for section in sections.iter_mut() {
        for said in [&mut section.pros, &mut section.cons, &mut section.neutral] {
            order::by_key(said, |said| said.words.start());
        }
    }
}

/// The sections with reasons, those of one option as one.
fn with_reasons(sections: &[Section], faults: &mut Faults, left_out: &mut Vec<(Words, Why)>) -> Vec<Section> {
    let mut found: Vec<Section> = Vec::new();
    // What each of them says by now, so that what is said again is found at once.
    let mut heard: Vec<[BTreeSet<String>; 3]> = Vec::new();
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for section in sections.iter().filter(|section| section.has_reasons()) {
        let look = |section: &Section| SafeText::line(&section.name.text).look().to_lowercase();
        let same_name = by_name.entry(name(&section.name)).or_default();
        let same = same_name.iter().copied().filter(|at| is_same(&found[*at].name, &section.name));
        // What only looks alike is another option where both stand side by side.
        let same =
            same.filter(|at| !found[*at].is_beside(section) || look(&found[*at]) == look(section)).min();
        let Some(same) = same else {
            same_name.push(found.len());
            found.push(section.clone());
            heard.push(
                [&section.pros, &section.cons, &section.neutral]
                    .map(|said| order::set(said.iter().map(look_of))),
            );
            continue;
        };
        if found[same].is_beside(section) {
            let place = section.name.place();
            faults.add(place, || format!("the option {} is there twice", quoted(&section.name.text)));
        }
        merge(&mut found[same], &mut heard[same], section, left_out);
    }
    found
}

/// The headings among those of options: they are options too, even if nothing is said for or against them.
fn among(sections: &[Section], found: &[Section]) -> Vec<Section> {
    let with_reasons = sections.iter().filter(|section| section.has_reasons());
    let around = order::set(with_reasons.filter_map(|section| section.parent));
    let mut more: Vec<Section> = Vec::new();
    for (at, section) in sections.iter().enumerate() {
        let is_listed = section.is_heading() && section.is_listed && !around.contains(&at);
        let is_option = !section.has_reasons() && (is_listed || section.is_among(found));
        let is_new = || !found.iter().chain(&more).any(|other| is_same(&other.name, &section.name));
        if is_option && more.len() < MANY && is_new() {
            more.push(section.clone());
        }
    }
    more
}

/// Gives what stands below an option under a heading of its own, and is no option itself, to that option.
fn give_to_owner(
    at: usize,
    section: &Section,
    sections: &[Section],
    found: &mut [Section],
    left_out: &mut Vec<(Words, Why)>,
) {
    let is_found = |section: &Section, found: &[Section]| {
        found.iter().position(|other| {
            other.name.start() == section.name.start() || is_same(&other.name, &section.name)
        })
    };
    let is_beside = matches!(section.topic, Topic::Other | Topic::Part) && !section.has_reasons();
    let says = !section.summary.is_empty() || !section.no_side.is_empty() || section.level % 10 == 7;
    if !is_beside || section.is_listed || !says || is_found(section, found).is_some() {
        return;
    }
    let mut parent = sections[at].parent;
    while let Some(around) = parent.map(|parent| &sections[parent]) {
        if let Some(owner) = is_found(around, found).filter(|_| around.topic == Topic::Other) {
            let owner = &mut found[owner];
            owner.summary.push(section.name.clone());
            owner.summary.extend(section.summary.iter().cloned());
            left_out.extend(section.no_side.iter().map(|words| (words.clone(), Why::NoSide)));
            return;
        }
        parent = around.parent;
    }
    // Beside options it may be one whose reasons can't be told.
    if found.iter().any(|option| option.is_beside(section) && option.level == section.level) {
        left_out.extend(section.no_side.iter().map(|words| (words.clone(), Why::NoSide)));
    }
}

/// Finds which options a list means, the surest first; returns what it lists that is none of them.
fn unmatched<'s>(mut listed: Vec<&'s Section>, found: &mut [Section]) -> Vec<&'s Section> {
    let mut seen = Vec::new();
    listed.retain(|section| {
        let name = name(&section.name);
        !seen.contains(&name) && {
            seen.push(name);
            true
        }
    });
    for is_it in SURE {
        listed.retain(|listed| {
            let is_free = |section: &Section| section.aliases.is_empty();
            let mut them =
                (0..found.len()).filter(|at| is_free(&found[*at]) && is_it(&listed.name, &found[*at].name));
            match (them.next(), them.next()) {
                (Some(at), None) => {
                    found[at].is_called(listed);
                    false
                }
                _ => true,
            }
        });
    }
    listed
}

/// Whether two names over reasons are those of one option.
fn is_same(one: &Words, other: &Words) -> bool {
    let numbers = (number(one), number(other));
    name(one) == name(other) && (numbers.0 == numbers.1 || numbers.0.is_none() || numbers.1.is_none())
}

/// What is said of an option.
pub(super) fn choice(section: &Section) -> Choice {
    let reasons = |said: &[Said]| said.iter().map(|said| Reason::new(&said.words, &said.detail)).collect();
    let mut summary = Words::default();
    for words in &section.summary {
        summary.append("\n", words);
    }
    let neutral = section.neutral.iter().map(|said| {
        let mut words = said.words.clone();
        words.append("\n", &said.detail);
        words
    });
    Choice {
        name: unquoted(&section.name),
        summary,
        pros: reasons(&section.pros),
        cons: reasons(&section.cons),
        neutral: neutral.collect(),
    }
}

/// A name without quotes around it.
fn unquoted(name: &Words) -> Words {
    let text = name.text.trim_matches(['"', '\'', '\u{201c}', '\u{201d}', '\u{201e}']);
    let start = name.text.find(text).unwrap_or(0);
    if text.is_empty() || text.contains(['"', '\u{201c}']) {
        name.clone()
    } else {
        name.part(start..start + text.len())
    }
}

/// What is the same for reasons that look the same.
fn look_of(said: &Said) -> String {
    SafeText::line(&said.words.text).look().to_lowercase()
}

/// Adds what is said of the same option elsewhere, but for what is said again.
fn merge(
    found: &mut Section,
    heard: &mut [BTreeSet<String>; 3],
    more: &Section,
    left_out: &mut Vec<(Words, Why)>,
) {
    let sides =
        [(&mut found.pros, &more.pros), (&mut found.cons, &more.cons), (&mut found.neutral, &more.neutral)];
    for ((found, more), heard) in sides.into_iter().zip(heard) {
        for said in more {
            if heard.insert(look_of(said)) {
                found.push(said.clone());
            } else {
                left_out.push((said.words.clone(), Why::Twice));
            }
        }
    }
    found.summary.extend(more.summary.iter().cloned());
    found.no_side.extend(more.no_side.iter().cloned());
}
