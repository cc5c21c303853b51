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
}

/// What the script asks.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) line: Line,
    /// The part of the current word that stays as it is typed.
    kept: Word,
}

impl Asked {
    /// The line up to the cursor, what is behind it, and the part before the cursor that Bash will replace.
    pub(super) fn new(before: &str, after: &str, replaced: &str) -> Self {
        let (before, current) = words(before);
        let kept = words(current.typed.strip_suffix(replaced).unwrap_or_default()).1;
        // The rest of the current word is no word of its own.
        let rest = after.find(char::is_whitespace).unwrap_or(after.len());
        let (after, last) = words(&after[rest..]);
        let text = |word: Word| word.text;
        let line = Line {
            before: before.into_iter().skip(1).map(text).collect(),
            current: current.text,
            after: after.into_iter().chain([last]).filter(|word| !word.typed.is_empty()).map(text).collect(),
        };
        Self { line, kept }
    }

    /// What takes the place of what Bash replaces, if this word begins as the current one does.
    pub(super) fn completed(&self, word: &str) -> Option<String> {
        let fits = word.starts_with(&self.line.current);
        let rest = word.strip_prefix(&self.kept.text).filter(|_| fits)?;
        let mut typed: String = rest.chars().map(|c| quoted(c, self.kept.quote)).collect();
        // Bash closes the quotes unless they seem closed; right before their end it takes the sign as it is.
        if self.kept.quote == Quote::Double && rest.ends_with('!') {
            typed.truncate(typed.len() - SHOUT.len());
            typed.push('!');
        }
        Some(typed)
    }
}

/// An exclamation mark in double quotes, which only outside of them calls back no older line.
const SHOUT: &str = "\"\\!\"";

/// A character as it must be typed where these quotes are open.
fn quoted(c: char, quote: Quote) -> String {
    match quote {
        Quote::None if c.is_alphanumeric() || "-_./=:,+%@".contains(c) => c.to_string(),
        Quote::None => format!("\\{c}"),
        Quote::Single if c == '\'' => "'\\''".to_owned(),
        Quote::Double if c == '!' => SHOUT.to_owned(),
        Quote::Double if "\"\\$`".contains(c) => format!("\\{c}"),
        Quote::Single | Quote::Double => c.to_string(),
    }
}

/// The words of a line, and the last one, which is empty if the line ends with white space.
fn words(line: &str) -> (Vec<Word>, Word) {
    let (mut words, mut word) = (Vec::new(), Word::default());
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        if word.quote == Quote::None && c.is_whitespace() {
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
            (Quote::None | Quote::Single | Quote::Double, _) => word.text.push(c),
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
            ("t --profile \"it", "it", r#"it's \$5: \"a\" \\ b"\!"c"#),
            ("t --profile \"it", "\"it", r#"it\'s\ \$5:\ \"a\"\ \\\ b\!c"#),
            ("t --profile 'it", "it", r#"it'\''s $5: "a" \ b!c"#),
        ] {
            assert_eq!(completed(before, replaced, name).as_deref(), Some(then), "{before}");
        }
        assert_eq!(completed("t --profile=m", "m", "--profile=mine").as_deref(), Some("mine"));
        assert_eq!(completed("t --profile=m", "=m", "--profile=mine").as_deref(), Some("=mine"));
        assert_eq!(completed("t --profile \"a", "a", "a!").as_deref(), Some("a!"));
        assert_eq!(completed("t --profile x", "x", "mine"), None);
    }
}
