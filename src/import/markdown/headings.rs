//! What a heading announces.

use crate::import::sides::{self, Side, plain};
use crate::import::words::Words;

/// What stands below a heading, or a line that serves as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// What the whole document is about.
    Title,
    /// One side of an option, perhaps of one that it names.
    Side(Side, Option<Words>),
    /// What there is to choose from.
    Options,
    /// What was decided, perhaps in the heading itself.
    Decision(Option<Words>),
    /// What led to the question.
    Context,
    /// What matters.
    Drivers,
    /// Consequences, links, examples: nothing that was weighed.
    Aside,
    /// Something of the option around it, or of the document.
    Part,
    /// Anything else: an option, if it has reasons.
    Other,
}

const OPTIONS: &[&str] = &[
    "considered options",
    "options",
    "options considered",
    "alternatives",
    "alternatives considered",
    "considered alternatives",
    "considered alternative solutions",
    "alternative solutions",
    "possible solutions",
    "solutions",
    "solutions considered",
    "considered solutions",
    "proposals",
    "proposed solutions",
    "approaches",
    "approaches considered",
    "candidates",
    "choices",
    "possible options",
    "available options",
    "possibilities",
    "pros and cons of the options",
    "pros and cons of options",
    "pros and cons of the alternatives",
    "pros and cons of each option",
    "pros and cons of the considered options",
    "pros & cons of the options",
    "options analysis",
    "option analysis",
    "analysis of options",
    "options evaluation",
    "evaluation of options",
    "alternatives analysis",
    "alternative options",
    "other options",
    "other alternatives",
    "rejected alternatives",
    "rejected options",
    "design options",
    "options and trade-offs",
    "options with pros and cons",
    "opciones",
    "optionen",
    "the options",
    "alternative approaches",
    "options & tradeoffs",
    "options and tradeoffs",
    "considered options with pros and cons",
    "options and alternatives",
    "alternatives and trade-offs",
    "alternatives & trade-offs",
    "considered variants",
    "variants",
    "design alternatives",
];

const DECISION: &[&str] = &[
    "decision",
    "the decision",
    "decision outcome",
    "outcome",
    "decision taken",
    "decision made",
    "recommendation",
    "recommendations",
    "recommendation and justification",
    "conclusion",
    "resolution",
    "verdict",
    "chosen option",
    "selected option",
    "chosen solution",
    "selected solution",
    "decision and rationale",
    "decision result",
    "final decision",
    "proposed decision",
    "our decision",
    "choice",
    "result",
    "recommended approach",
    "recommended option",
    "recommended solution",
    "d\u{e9}cision",
    "entscheidung",
    "decisi\u{f3}n",
    "\u{440}\u{435}\u{448}\u{435}\u{43d}\u{438}\u{435}",
];

const ASIDE: &[&str] = &[
    "links",
    "more information",
    "references",
    "reference",
    "related",
    "related decisions",
    "related documents",
    "related requirements",
    "see also",
    "example",
    "examples",
    "appendix",
    "notes",
    "note",
    "changelog",
    "history",
    "validation",
    "confirmation",
    "compliance",
    "implementation",
    "implementation notes",
    "implementation plan",
    "implementation details",
    "next steps",
    "status",
    "further reading",
    "resources",
    "sources",
    "footnotes",
    "table of contents",
    "contents",
    "glossary",
    "metadata",
    "acknowledgements",
    "acknowledgments",
    "license",
    "follow-up",
    "follow up",
    "action items",
    "todo",
    "todos",
    "open questions",
    "open issues",
    "change log",
];

/// What follows from the decision, in a few languages.
const CONSEQUENCES: &[&str] = &["consequence", "cons\u{e9}quence", "konsequenz", "folgen", "consecuencia"];

const PART: &[&str] = &[
    "pros and cons",
    "pros & cons",
    "pros/cons",
    "pro and con",
    "pro/con",
    "pros / cons",
    "pros and cons comparison",
    "evaluation",
    "analysis",
    "assessment",
    "discussion",
    "description",
    "details",
    "summary",
    "trade-offs",
    "tradeoffs",
    "advantages and disadvantages",
    "benefits and drawbacks",
    "strengths and weaknesses",
    "arguments",
    "argumentation",
    "for and against",
    "comparison",
    "how it works",
    "overview",
];

const CONTEXT: &[&str] =
    &["context", "problem", "background", "motivation", "introduction", "problem statement", "issue"];

const DRIVERS: &[&str] = &[
    "driver",
    "requirements",
    "forces",
    "criteria",
    "constraints",
    "assumptions",
    "considerations",
    "goals",
    "non-goals",
];

/// What a heading announces.
pub(super) fn topic(words: &Words) -> Topic {
    let name = plain(&words.text);
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
    let is_in = |names: &[&str]| names.contains(&name);
    if let Some(side) = sides::named(&words.text) {
        return Topic::Side(side, None);
    }
    if is_in(PART) {
        return Topic::Part;
    }
    if is_in(OPTIONS) {
        return Topic::Options;
    }
    if is_in(DECISION) {
        return Topic::Decision(None);
    }
    if let Some(said) = decided(words).or_else(|| decided_after_dash(words)) {
        return Topic::Decision(Some(said));
    }
    if is_in(ASIDE)
        || CONSEQUENCES.iter().any(|it| name.contains(it))
        || name.starts_with("example of")
        || name.starts_with("appendix")
    {
        return Topic::Aside;
    }
    let length = name.split(' ').count();
    if length <= 5 && (name.ends_with(" options") || name.ends_with(" alternatives")) {
        return Topic::Part;
    }
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if length <= 5 && name.split([' ', '/', ',']).next().is_some_and(|first| CONTEXT.contains(&first)) {
        return Topic::Context;
    }
    if length <= 4 && (has(DRIVERS) || name.starts_with("what matters")) {
        return Topic::Drivers;
    }
    if let Some((side, option)) = sides::named_with_option(words) {
        return Topic::Side(side, Some(option));
    }
    Topic::Other
}

/// What a line such as `Chosen option: X, because ...` says was decided.
pub(super) fn decided(words: &Words) -> Option<Words> {
    const SAID: &[&str] = &[
        "chosen option",
        "chosen options",
        "chosen alternative",
        "chosen solution",
        "selected option",
        "selected alternative",
        "decision outcome",
        "decision",
        "outcome",
        "decided option",
        "chosen",
        "option chosen",
        "we chose",
        "we choose",
        "we have chosen",
        "chosen approach",
        "selected approach",
        "preferred option",
        "approved choice",
        "approved option",
        "final choice",
        "our choice",
        "winner",
        "agreed",
        "entscheidung",
        "decisi\u{f3}n",
        "d\u{e9}cision",
        "option choisie",
        "gew\u{e4}hlt",
    ];
    let at = words.text.find([':', '\u{2192}', '=']);
    let (before, after) = match at {
        Some(at) => (&words.text[..at], words.after(at + words.text[at..].chars().next()?.len_utf8())),
        None => return None,
    };
    let before = plain(before);
    let is_said = SAID.contains(&before.as_str());
    (is_said && !after.is_empty()).then_some(after)
}

/// The same of a heading such as `Decision Outcome - X`.
fn decided_after_dash(words: &Words) -> Option<Words> {
    let dash = [" - ", " \u{2013} ", " \u{2014} "]
        .iter()
        .find_map(|dash| Some((words.text.find(dash)?, dash.len())));
    let (at, length) = dash?;
    DECISION.contains(&plain(&words.text[..at]).as_str()).then(|| words.after(at + length))
}
