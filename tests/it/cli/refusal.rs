//! A comparison file that must be refused, and in which words.

use crate::support::bench::Bench;

/// A sound comparison; tests spoil it in one place.
pub(crate) const SOUND: &str = r#"Comparison(
    format: 1,
    id: "rings",
    title: "Gold or silver",
    criteria: [
        (id: "price", name: "Price"),
        (id: "luster", name: "Luster"),
    ],
    alternatives: [
        (
            id: "gold", name: "Gold",
            pros: [(id: "warm", title: "Warm", criterion: "luster")],
            cons: [(id: "dear", title: "Dear", criterion: "price")],
        ),
        (
            id: "silver", name: "Silver",
            pros: [(id: "cheap", title: "Cheap", criterion: "price")],
            cons: [(id: "dulls", title: "Dulls", criterion: "luster")],
        ),
    ],
    presets: [
        (id: "thrift", name: "Thrift", weights: {"price": 9}, others: Some(3)),
        (id: "shine", name: "Shine", weights: {"luster": 9}),
    ],
)
"#;

/// The sound comparison with the first `part` replaced.
#[track_caller]
pub(crate) fn but(part: &str, replacement: &str) -> String {
    but_all(&[(part, replacement)])
}

/// The sound comparison with the first of each part replaced, one after the other.
#[track_caller]
pub(crate) fn but_all(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(SOUND.to_owned(), |text, (part, replacement)| {
        assert!(text.contains(part), "nothing to spoil: {part}");
        text.replacen(part, replacement, 1)
    })
}

/// One file and what `check` says of it.
pub(crate) struct Refusal {
    what: &'static str,
    text: String,
    says: String,
}

/// A file that is wrong in the way of `what`; `says` may start on a line of its own.
pub(crate) fn refusal(what: &'static str, text: impl Into<String>, says: &str) -> Refusal {
    let says = says.strip_prefix('\n').unwrap_or(says).to_owned();
    Refusal { what, text: text.into(), says }
}

/// Checks each file alone. All that differ are shown, not only the first.
#[track_caller]
pub(crate) fn assert_refused(refusals: &[Refusal]) {
    let differing: Vec<String> = refusals.iter().filter_map(Refusal::difference).collect();
    assert!(differing.is_empty(), "{} of {}\n{}", differing.len(), refusals.len(), differing.join("\n"));
}

/// What `check` says of a file that is wrong, without the count at the end.
#[track_caller]
pub(crate) fn said_of(text: &str) -> String {
    let bench = Bench::new();
    bench.write("bad.ron", text);
    let said = bench.run(&["check", "bad.ron"]).refused(1);
    let problems = said.strip_suffix("error: 1 of 1 files can't be used\n");
    problems.unwrap_or_else(|| panic!("no count at the end: {said}")).to_owned()
}

impl Refusal {
    fn difference(&self) -> Option<String> {
        let said = said_of(&self.text);
        (said != self.says).then(|| format!("== {}\nexpected:\n{}said:\n{said}", self.what, self.says))
    }
}
