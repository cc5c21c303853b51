//! The largest comparisons that are legal, each the worst for some part of the work.

use std::fmt::Write;

use touchstone::comparison::Comparison;
use touchstone::profile::{Band, Profile, Stance};
use touchstone::weight::Weight;

/// The most claims and criteria that a comparison may have.
const CLAIMS: usize = 1_000;
const CRITERIA: usize = 500;

/// A comparison with stances on it.
pub(crate) struct Case {
    /// What makes it the worst.
    pub(crate) name: &'static str,
    /// Its file.
    pub(crate) text: String,
    pub(crate) comparison: Comparison,
    pub(crate) profile: Profile,
}

/// All of them.
pub(crate) fn cases() -> Vec<Case> {
    let spread = |i: usize| Some(i % CRITERIA);
    vec![
        case("two alternatives, half weighed", 2, |i| (i % 2, true, None), half_weighed),
        case("two alternatives, all open", 2, |i| (i % 2, true, None), open),
        case("all open on one side", 2, |_| (0, true, None), open),
        case("500 reasons with two faces", 2, |i| (i % 2, i % 2 == 0, Some(i / 2)), half_weighed),
        case("all on one criterion", 2, |i| (i % 2, i % 4 < 2, Some(0)), half_weighed),
        case("widest band, all at 10", 2, |i| (i % 2, i % 4 < 2, None), full),
        case("eight alternatives, all open", 8, move |i| (i % 8, i % 3 > 0, spread(i)), open),
        case("eight alternatives, half weighed", 8, move |i| (i % 8, i % 3 > 0, spread(i)), half_weighed),
        case(
            "eight alternatives, every claim essential",
            8,
            move |i| (i % 8, i % 3 > 0, spread(i)),
            essential,
        ),
        case(
            "eight alternatives, every pro a must-have without criterion",
            8,
            |i| (i % 8, true, None),
            essential,
        ),
        case(
            "eight alternatives, every pro a must-have that all have",
            8,
            |i| (i % 8, true, Some(i / 8)),
            essential,
        ),
        case("eight alternatives, all on one criterion", 8, |i| (i % 8, i % 3 > 0, Some(0)), essential),
        case("eight alternatives, all claims of one", 8, move |i| (0, i % 2 == 0, spread(i)), half_weighed),
    ]
}

/// `claim` says of each claim its alternative, whether it is a pro, and its criterion.
fn case(
    name: &'static str,
    alternatives: usize,
    claim: impl Fn(usize) -> (usize, bool, Option<usize>),
    stance: fn(usize) -> Stance,
) -> Case {
    let text = text(alternatives, CLAIMS, claim);
    let comparison = Comparison::from_ron(&text).expect("a sound comparison");
    let mut profile = Profile::new(&comparison);
    profile.band = Band::new(Band::WIDEST).expect("a band");
    for (i, (_, own)) in profile.stances_mut().enumerate() {
        *own = stance(i);
    }
    Case { name, text, comparison, profile }
}

/// The file of a comparison.
pub(crate) fn text(
    alternatives: usize,
    claims: usize,
    claim: impl Fn(usize) -> (usize, bool, Option<usize>),
) -> String {
    let mut text = "Comparison(format: 1, id: \"worst\", title: \"Worst\", criteria: [".to_owned();
    for criterion in 0..CRITERIA {
        write!(text, "(id: \"{criterion}\", name: \"Criterion {criterion}\"),").expect("a text takes all");
    }
    text.push_str("], alternatives: [");
    for alternative in 0..alternatives {
        write!(text, "(id: \"{alternative}\", name: \"Alternative {alternative}\",")
            .expect("a text takes all");
        for (field, pro) in [("pros", true), ("cons", false)] {
            write!(text, "{field}: [").expect("a text takes all");
            for (i, criterion) in
                (0..claims).map(|i| (i, claim(i))).filter_map(|(i, (of, is_pro, criterion))| {
                    ((of, is_pro) == (alternative, pro)).then_some((i, criterion))
                })
            {
                let criterion = criterion.map_or_else(String::new, |c| format!(", criterion: \"{c}\""));
                write!(text, "(id: \"c{i}\", title: \"Claim {i}\"{criterion}),").expect("a text takes all");
            }
            text.push_str("],");
        }
        text.push_str("),");
    }
    text.push_str("])");
    text
}

/// The text of a file with as many claims as there may be, ids left out, with these details.
pub(crate) fn file(detail: &str) -> String {
    let claim = |i: usize| match detail {
        "" => format!("                \"Claim {i} of many\",\n"),
        detail => format!("                (title: \"Claim {i} of many\", detail: \"{detail}\"),\n"),
    };
    let alternative = |place: usize| {
        let claims: String = (0..CLAIMS / 2).map(|i| claim(place * CLAIMS / 2 + i)).collect();
        format!(
            "        (\n            name: \"{place}\",\n            pros: [\n{claims}            ],\n        ),\n"
        )
    };
    let alternatives: String = (0..2).map(alternative).collect();
    format!("Comparison(\n    title: \"Large\",\n    alternatives: [\n{alternatives}    ],\n)\n")
}

fn open(_: usize) -> Stance {
    Stance::default()
}

fn half_weighed(i: usize) -> Stance {
    let weight = if i.is_multiple_of(2) { Weight::new(u8::try_from(i % 11).unwrap_or(0)) } else { None };
    Stance { weight, ..Stance::default() }
}

fn full(_: usize) -> Stance {
    Stance { weight: Some(Weight::FULL), ..Stance::default() }
}

fn essential(i: usize) -> Stance {
    Stance { essential: true, ..half_weighed(i) }
}
