//! Words as Bash reads and replaces them.
//!
//! Bash replaces only what stands behind the last quote, `=` or `:` of a word, puts there what it is given as it is, and
//! knows nothing of the quotes that it stands in. So the line is read here as Bash reads it.

use super::offer::Line;

/// What a text stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Quote {
    #[default]
    None,
    Single,
    Double,
}

/// A word of a line.
#[derive(Debug, Default)]
struct Word {
    /// As it is typed.
    typed: String,
    /// What it says.
    text: String,
    /// What its end stands in.
    quote: Quote,
    /// Whether Bash may make something else of it than what it says.
    is_live: bool,
}

/// What the script asks.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) line: Line,
    /// The part of the current word that stays as it is typed; none if Bash reads the line in another way.
    kept: Option<Word>,
}

impl Asked {
    /// The line up to the cursor, what is behind it, and the part before the cursor that Bash will replace.
    pub(super) fn new(before: &str, after: &str, replaced: &str) -> Self {
        let (before, current) = words(before);
        let kept = current.typed.strip_suffix(replaced).map(|kept| words(kept).1);
        // The rest of the current word is no word of its own.
        let rest = after.find(is_blank).unwrap_or(after.len());
        let (after, last) = words(&after[rest..]);
        let text = |word: Word| word.text;
        let line = Line {
            before: before.into_iter().skip(1).map(text).collect(),
            current: current.text,
            after: after.into_iter().chain([last]).filter(|word| !word.typed.is_empty()).map(text).collect(),
        };
        Self { line, kept }
    }

    /// What takes the place of what Bash replaces, if this word begins as the current one does and can be typed there.
    pub(super) fn completed(&self, word: &str) -> Option<String> {
        let kept = self.kept.as_ref().filter(|kept| !kept.is_live && word.starts_with(&self.line.current))?;
        word.strip_prefix(&kept.text)?.chars().map(|c| quoted(c, kept.quote)).collect()
    }
}

/// A character as it must be typed where these quotes are open, if it can be.
///
/// An answer never holds the sign of the quotes: where it begins or ends with that, Bash takes it for its own.
fn quoted(c: char, quote: Quote) -> Option<String> {
    match quote {
        Quote::None if is_plain(c) => Some(c.to_string()),
        Quote::None => Some(format!("\\{c}")),
        Quote::Single => (c != '\'').then(|| c.to_string()),
        // In double quotes nothing keeps an exclamation mark from calling back an older line.
        Quote::Double if "\"!".contains(c) => None,
        Quote::Double if "\\$`".contains(c) => Some(format!("\\{c}")),
        Quote::Double => Some(c.to_string()),
    }
}

/// Whether a character means nothing to Bash outside of quotes.
fn is_plain(c: char) -> bool {
    c.is_alphanumeric() || "-_./=:,+%@".contains(c)
}

/// Whether a character parts words; other white space is part of them.
fn is_blank(c: char) -> bool {
    " \t\n".contains(c)
}

/// The words of a line, and the last one, which is empty if the line ends with white space.
fn words(line: &str) -> (Vec<Word>, Word) {
    let (mut words, mut word) = (Vec::new(), Word::default());
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        if word.quote == Quote::None && is_blank(c) {
            if !word.typed.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            continue;
        }
        word.typed.push(c);
        match (word.quote, c) {
            (Quote::None, '\'') => word.quote = Quote::Single,
            (Quote::None, '"') => word.quote = Quote::Double,
            (Quote::Single, '\'') | (Quote::Double, '"') => word.quote = Quote::None,
            (Quote::None | Quote::Double, '\\') => {
                let Some(next) = chars.next() else { break };
                if word.quote == Quote::Double && !"\"\\$`".contains(next) {
                    word.text.push(c);
                }
                word.typed.push(next);
                word.text.push(next);
            }
            (Quote::None | Quote::Single | Quote::Double, _) => {
                word.is_live |= match word.quote {
                    Quote::None => !is_plain(c),
                    Quote::Single => false,
                    Quote::Double => "$`!".contains(c),
                };
                word.text.push(c);
            }
        }
    }
    (words, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn completed(before: &str, replaced: &str, word: &str) -> Option<String> {
        Asked::new(before, "", replaced).completed(word)
    }

    #[test]
    fn a_line_is_read_as_bash_reads_it() {
        let asked = Asked::new(r#"./touchstone  --profile='a "b' "c \" \d" e\ f --x"#, "yz g 'h i", "--x");
        let line = |words: [&str; 3]| words.map(str::to_owned).to_vec();
        assert_eq!(asked.line.before, line(["--profile=a \"b", "c \" \\d", "e f"]));
        assert_eq!(asked.line.current, "--x");
        assert_eq!(asked.line.after, ["g", "h i"]);
        assert_eq!(Asked::new("touchstone ", "", "").line, Line::default());
    }

    #[test]
    fn what_is_replaced_is_quoted_for_where_it_stands() {
        let name = "it's $5: \"a\" \\ b!c";
        for (before, replaced, then) in [
            ("t --profile ", "", r#"it\'s\ \$5:\ \"a\"\ \\\ b\!c"#),
            ("t --profile it", "it", r#"it\'s\ \$5:\ \"a\"\ \\\ b\!c"#),
            (r"t --profile it\'s\ \$5:\ ", r"\ ", r#"\ \"a\"\ \\\ b\!c"#),
            ("t --profile \"it", "\"it", r#"it\'s\ \$5:\ \"a\"\ \\\ b\!c"#),
        ] {
            assert_eq!(completed(before, replaced, name).as_deref(), Some(then), "{before}");
        }
        assert_eq!(completed("t --profile=m", "m", "--profile=mine").as_deref(), Some("mine"));
        assert_eq!(completed("t --profile=m", "=m", "--profile=mine").as_deref(), Some("=mine"));
        assert_eq!(completed("t --profile \"a", "a", "a'$`\\").as_deref(), Some(r"a'\$\`\\"));
        assert_eq!(completed("t --profile 'a", "a", "a!\"$`\\").as_deref(), Some("a!\"$`\\"));
        assert_eq!(completed("t --profile x", "x", "mine"), None);
    }

    #[test]
    fn what_can_not_be_typed_safely_is_not_offered() {
        for (before, replaced, name) in [
            ("t --profile \"", "", "!x"),
            ("t --profile \"a", "a", "a!"),
            ("t --profile \"", "", "a\"b"),
            ("t --profile 'it", "it", "it's"),
            // What stays of these says something else to Bash.
            ("t --profile $'a", "a", "$a\\x"),
            ("t --profile ~:", "", "~:x"),
            ("t --profile \"$x\"y:", "", "$xy:z"),
            // Bash would replace more than the word.
            ("t --profile a", "e a", "ab"),
        ] {
            assert_eq!(completed(before, replaced, name), None, "{before}");
        }
        // A blank that is none to Bash parts no words.
        assert_eq!(completed("t --profile a\u{a0}b", "a\u{a0}b", "bc"), None);
    }
}
