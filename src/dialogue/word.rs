//! All that is understood at a question, in one table: what is typed, and what the help says of it.

/// What a line asks for that is no weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Go on without an answer.
    Skip,
    /// It counts nothing.
    Off,
    /// It is a must-have or a deal-breaker.
    Must,
    /// Note something on it.
    Note,
    /// Tell all that is known of it.
    More,
    /// Take the last answer back.
    Undo,
    /// Tell all reasons.
    List,
    /// Ask about one of them.
    Go,
    /// Tell the answer and what is behind it.
    Why,
    /// Hide the answer until all is weighed, or show it.
    Blind,
    /// Show presets and saved profiles.
    Profiles,
    /// Save it.
    Save,
    /// End it.
    Quit,
    /// Tell what is understood.
    Help,
}

/// What is typed for a word, and what it does.
#[derive(Debug)]
pub struct Entry {
    /// What is meant.
    pub word: Word,
    /// What may be typed, the longest first.
    pub typed: &'static [&'static str],
    /// The same as it is told. Signs are spelled out, since many a screen reader says nothing for them.
    pub told: &'static str,
    /// Whether more may follow on the line.
    pub goes_on: bool,
    /// What it does.
    pub does: &'static str,
}

const fn entry(
    word: Word,
    typed: &'static [&'static str],
    told: &'static str,
    goes_on: bool,
    does: &'static str,
) -> Entry {
    Entry { word, typed, told, goes_on, does }
}

/// All words, in the order of the help.
pub const WORDS: [Entry; 14] = [
    entry(Word::Skip, &["skip", ""], "skip, or an empty line", false, "goes on without an answer"),
    entry(Word::Off, &["off", "-"], "off, or - (minus)", false, "switches it off: it counts nothing"),
    entry(
        Word::Must,
        &["must", "!"],
        "must, or ! (exclamation mark)",
        false,
        "makes it a must-have or a deal-breaker, which rules out what fails it; undo takes that back",
    ),
    entry(Word::Note, &["note"], "note and a text", true, "notes that on it; without a text there is none"),
    entry(Word::More, &["more", "m"], "more, or m", false, "tells all that is written about it"),
    entry(
        Word::Undo,
        &["undo", "u", "back", "b"],
        "undo, u, back, or b",
        false,
        "takes the last answer back",
    ),
    entry(
        Word::List,
        &["list", "l"],
        "list, or l",
        false,
        "tells all reasons with their weights and numbers",
    ),
    entry(Word::Go, &["go", "g"], "go, or g, and a number or a name", true, "asks about that one"),
    entry(
        Word::Why,
        &["why", "w"],
        "why, or w",
        false,
        "tells the answer, what it rests on, and what would change it",
    ),
    entry(
        Word::Blind,
        &["blind"],
        "blind",
        false,
        "hides the answer until all is weighed; said again, it shows it",
    ),
    entry(
        Word::Profiles,
        &["profiles", "p"],
        "profiles, or p",
        false,
        "has ready-made and saved weights to open",
    ),
    entry(
        Word::Save,
        &["save", "s"],
        "save, or s, and a name",
        true,
        "saves it; without a name under its own",
    ),
    entry(
        Word::Quit,
        &["quit", "q", "exit", "bye"],
        "quit, q, exit, or bye",
        false,
        "ends; asks if something is not saved",
    ),
    entry(Word::Help, &["help", "?"], "help, or ? (question mark)", false, "tells this"),
];

/// What a line means by its first word, and what follows that.
pub(super) fn word(line: &str) -> Option<(Word, &str)> {
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let first = first.to_lowercase();
    let entry = WORDS.iter().find(|entry| entry.typed.contains(&first.as_str()))?;
    (rest.is_empty() || entry.goes_on).then_some((entry.word, rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_is_what_is_typed_and_no_word_means_two_things() {
        let mut seen = Vec::new();
        for Entry { word: meant, typed, told, goes_on, .. } in &WORDS {
            for text in *typed {
                assert!(!seen.contains(text), "{text}");
                seen.push(text);
                assert_eq!(word(text), Some((*meant, "")));
                assert_eq!(word(&format!("{} \t more ", text.to_uppercase())).is_some(), *goes_on, "{text}");
                let names = told.split([' ', ',']);
                assert!(text.is_empty() || names.clone().any(|name| name == *text), "{told} without {text}");
            }
            assert!(told.is_ascii());
        }
    }
}
