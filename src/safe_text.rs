//! Text that is safe to show: nothing in it drives a terminal or hides what is written.

use std::fmt;
use std::ops::Deref;

use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthChar;

/// How many combining marks one base keeps.
const MOST_MARKS: usize = 8;

/// Whether line feeds stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lines {
    One,
    Many,
}

/// A text that is safe to show. Its only constructors sanitize; what was written is kept beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SafeText {
    shown: String,
    /// The text before anything was replaced, if anything was.
    raw: Option<String>,
}

impl SafeText {
    /// One line: a line feed becomes visible.
    #[must_use]
    pub fn line(text: &str) -> Self {
        Self::new(text, Lines::One)
    }

    /// A text in which line feeds stay.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::new(text, Lines::Many)
    }

    fn new(text: &str, lines: Lines) -> Self {
        if is_usual(text, lines) {
            return Self { shown: text.to_owned(), raw: None };
        }
        let shown = sanitized(text, lines, |_, _, _| {});
        let raw = (shown != text).then(|| text.to_owned());
        Self { shown, raw }
    }

    /// What was written, which is not safe to show.
    #[must_use]
    pub fn raw(&self) -> &str {
        self.raw.as_deref().unwrap_or(&self.shown)
    }

    /// As it is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.shown
    }

    /// Whether there is nothing to see in it: only blanks and marks that need something to stand on.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.shown.chars().all(is_blank)
    }

    /// What is the same for all texts that look the same when shown on one line.
    #[must_use]
    pub fn look(&self) -> String {
        let seen: String = self.shown.chars().filter(|c| !is_joiner(*c) && !is_variation(*c)).collect();
        let words: Vec<&str> = seen.split(is_space).filter(|word| !word.is_empty()).collect();
        words.join(" ").nfc().collect()
    }
}

impl Deref for SafeText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.shown
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// What [`SafeText`] does with a character that it does not show as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A sign stands for it.
    Replaced,
    /// It is left out.
    Dropped,
}

/// Tells of each character of a text that is not shown as it is, with its place. White space is not worth a word.
pub fn for_each_change(text: &str, mut tell: impl FnMut(usize, char, Change)) {
    sanitized(text, Lines::Many, |at, c, shown| match shown {
        None => tell(at, c, Change::Dropped),
        Some(shown) if shown != c && !matches!(c, '\n' | '\t') => tell(at, c, Change::Replaced),
        Some(_) => {}
    });
}

/// Whether a character by itself shows nothing.
fn is_blank(c: char) -> bool {
    is_space(c) || c.width() == Some(0)
}

/// White space, and the Braille pattern without a dot.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{2800}'
}

/// Whether there is nothing in a text but printable ASCII, as in most.
#[must_use]
// It is asked in many places.
#[inline(never)]
pub fn is_plain(text: &str) -> bool {
    const ALL: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ALL;
    let (words, rest) = text.as_bytes().as_chunks();
    // Eight bytes at once: a high bit is set here for each that is no letter, is below a blank, or is DEL. What is borrowed
    // from a byte beside is only borrowed where that one is wrong itself.
    let is_odd = |word: &[u8; 8]| {
        let word = u64::from_ne_bytes(*word);
        let below = word.wrapping_sub(0x20 * ALL) & !word;
        let delete = word ^ (0x7f * ALL);
        (word | below | (delete.wrapping_sub(ALL) & !delete)) & HIGH != 0
    };
    !words.iter().any(is_odd) && rest.iter().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Whether bytes look like UTF-16: by the mark at their beginning, or since one byte of two is 0 in plain letters.
#[must_use]
pub(crate) fn is_utf16(bytes: &[u8]) -> bool {
    let beginning = &bytes[..bytes.len().min(64)];
    let is_half = |pair: &&[u8]| matches!(pair, [one, other] if (*one == 0) != (*other == 0));
    let is_wide = beginning.len() > 8 && beginning.chunks(2).filter(is_half).count() * 3 > beginning.len();
    is_wide || bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff])
}

/// Whether all characters of a text are among those that most are, which stay as they are.
fn is_usual(text: &str, lines: Lines) -> bool {
    let is_usual = |line: &str| is_plain(line) || line.chars().all(is_common);
    match lines {
        Lines::One => is_usual(text),
        Lines::Many => text.split('\n').all(is_usual),
    }
}

/// Whether a character is one of the most common scripts that is shown as it is, whatever stands beside it.
fn is_common(c: char) -> bool {
    matches!(
        c,
        ' '..='~'
            | '\u{a1}'..='\u{ac}'
            | '\u{ae}'..='\u{2ff}'
            | '\u{370}'..='\u{482}'
            | '\u{48a}'..='\u{52f}'
            | '\u{2010}'..='\u{2027}'
            | '\u{20a0}'..='\u{20bf}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30a1}'..='\u{30fa}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}'
    )
}

/// Whether a character is never shown as it is, whatever stands beside it.
#[must_use]
pub fn is_forbidden(c: char) -> bool {
    c.is_ascii_control() || replacement(c).is_some()
}

/// The whole text made safe; each character is told with its place and what it becomes.
fn sanitized(text: &str, lines: Lines, mut tell: impl FnMut(usize, char, Option<char>)) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut chars = text.char_indices().peekable();
    let mut last: Option<char> = None;
    let mut marks = 0;
    while let Some((at, mut c)) = chars.next() {
        if c == '\r' && chars.next_if(|(_, next)| *next == '\n').is_some() {
            c = '\n';
        }
        let shown = match c {
            '\n' if lines == Lines::Many => Some('\n'),
            '\n' => Some('\u{240a}'),
            '\t' => Some(' '),
            '\u{200c}' | '\u{200d}' => joiner(c, last, chars.peek().map(|(_, next)| *next)),
            '\u{fe00}'..='\u{fe0f}' => last.filter(|last| takes_variation(*last)).map(|_| c),
            _ if is_mark(c) => {
                marks += 1;
                (marks <= MOST_MARKS && last.is_some_and(|last| !last.is_control())).then_some(c)
            }
            _ => Some(replacement(c).unwrap_or(c)),
        };
        tell(at, c, shown);
        let Some(shown) = shown else { continue };
        safe.push(shown);
        if !is_mark(shown) {
            marks = 0;
        }
        last = Some(shown);
    }
    safe
}

/// A joiner stays between two characters beyond ASCII; a joining one not right after a flag's letter.
fn joiner(c: char, before: Option<char>, after: Option<char>) -> Option<char> {
    let plain = |c: char| !c.is_ascii() && !is_joiner(c) && replacement(c).is_none();
    let is_flag = |c: char| ('\u{1f1e6}'..='\u{1f1ff}').contains(&c);
    let before = before.filter(|before| plain(*before) && *before != '\u{fffd}')?;
    let after = after.filter(|after| plain(*after) && !is_mark(*after) && !is_variation(*after));
    (after.is_some() && !(c == '\u{200d}' && is_flag(before))).then_some(c)
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

fn is_variation(c: char) -> bool {
    ('\u{fe00}'..='\u{fe0f}').contains(&c)
}

/// Whether a variation selector means something after a character.
fn takes_variation(before: char) -> bool {
    before.is_ascii_digit()
        || matches!(before, '#' | '*')
        || (!before.is_ascii() && !is_variation(before) && !is_joiner(before) && before != '\u{fffd}')
}

fn is_mark(c: char) -> bool {
    !is_variation(c) && unicode_normalization::char::is_combining_mark(c) && replacement(c).is_none()
}

/// What stands in for a character that must not be shown.
fn replacement(c: char) -> Option<char> {
    let code = u32::from(c);
    match code {
        0x00..=0x1f => char::from_u32(0x2400 + code),
        0x7f => Some('\u{2421}'),
        // C1 controls, bidirectional controls, line and paragraph separators.
        0x80..=0x9f | 0x061c | 0x200e | 0x200f | 0x202a..=0x202e | 0x2066..=0x2069 | 0x2028 | 0x2029
        // Invisible.
        | 0x00ad | 0x034f | 0x115f | 0x1160 | 0x17b4 | 0x17b5 | 0x180b..=0x180f | 0x200b | 0x2060..=0x2065
        | 0x206a..=0x206f | 0x3164 | 0xfeff | 0xffa0 | 0xfff0..=0xfffb | 0x13430..=0x1345f
        | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff
        // Private use.
        | 0xe000..=0xf8ff | 0xf0000..=0x10_ffff
        // Noncharacters of the first plane; those of the others end in fffe and ffff.
        | 0xfdd0..=0xfdef => Some('\u{fffd}'),
        _ if code & 0xfffe == 0xfffe => Some('\u{fffd}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Straight from the table of what must never be shown.
    fn forbidden(c: char) -> bool {
        let code = u32::from(c);
        let noncharacter = code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code);
        let private = (0xe000..=0xf8ff).contains(&code) || code >= 0xf_0000;
        let bidirectional = [0x061c, 0x200e, 0x200f].contains(&code)
            || (0x202a..=0x202e).contains(&code)
            || (0x2066..=0x2069).contains(&code);
        let separator = [0x2028, 0x2029].contains(&code);
        let single = [0xad, 0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x200b, 0x3164, 0xfeff, 0xffa0];
        let ranges = [
            (0x180b, 0x180f),
            (0x2060, 0x2065),
            (0x206a, 0x206f),
            (0xfff0, 0xfffb),
            (0x13430, 0x1345f),
            (0x1bca0, 0x1bca3),
            (0x1d173, 0x1d17a),
            (0xe0000, 0xe0fff),
        ];
        let invisible = single.contains(&code) || ranges.iter().any(|(a, b)| (*a..=*b).contains(&code));
        c.is_control() || noncharacter || private || bidirectional || separator || invisible
    }

    #[test]
    fn a_plain_text_has_no_odd_byte_anywhere() {
        for length in 0..20 {
            for at in 0..length {
                for c in '\0'..='\u{ff}' {
                    let others = ['~', ' ', '\u{1}', '\u{7f}'].map(|other| {
                        let text: String = (0..length).map(|i| if i == at { c } else { other }).collect();
                        (is_plain(&text), text.bytes().all(|byte| matches!(byte, b' '..=b'~')))
                    });
                    assert!(others.iter().all(|(fast, slow)| fast == slow), "{c:?} at {at} of {length}");
                }
            }
        }
        assert!(is_plain(""));
    }

    #[test]
    fn every_scalar_value_alone_and_in_context_is_safe_and_stays_so() {
        for code in 0..=0x10_ffff {
            let Some(c) = char::from_u32(code) else { continue };
            for text in [format!("{c}"), format!("a{c}b"), format!("\u{e9}{c}\u{e9}"), format!("{c}{c}{c}")] {
                let line = SafeText::line(&text);
                assert!(!line.chars().any(forbidden), "{code:x} {text:?} {line:?}");
                assert_eq!(SafeText::line(&line).as_str(), line.as_str(), "{code:x} {text:?}");
                assert_eq!(line.raw(), text);
                let many = SafeText::text(&text);
                assert!(!many.chars().any(|c| forbidden(c) && c != '\n'), "{code:x} {text:?} {many:?}");
                assert_eq!(SafeText::text(&many).as_str(), many.as_str(), "{code:x} {text:?}");
            }
        }
    }

    #[test]
    fn what_is_common_is_never_changed() {
        for c in (0..=0x10_ffff).filter_map(char::from_u32).filter(|c| is_common(*c)) {
            for text in [format!("{c}"), format!("a{c}{c}\u{e9}")] {
                assert_eq!(sanitized(&text, Lines::One, |_, _, _| {}), text, "{:x}", u32::from(c));
            }
        }
        assert!(is_usual("na\u{ef}ve\n\u{6307}", Lines::Many) && !is_usual("a\nb", Lines::One));
        assert!(!is_usual("a\r\nb", Lines::Many) && !is_usual("e\u{301}", Lines::One));
    }

    #[test]
    fn replaced_characters_become_visible() {
        for (text, line) in [
            ("a\u{1b}[31mb", "a\u{241b}[31mb"),
            ("a\tb", "a b"),
            ("a\nb", "a\u{240a}b"),
            ("a\r\nb", "a\u{240a}b"),
            ("a\rb", "a\u{240d}b"),
            ("a\u{7f}\u{9b}b", "a\u{2421}\u{fffd}b"),
            ("a\u{202e}b", "a\u{fffd}b"),
            ("a\u{200d}b", "ab"),
            ("\u{1f468}\u{200d}\u{1f469}", "\u{1f468}\u{200d}\u{1f469}"),
            ("\u{1f1e6}\u{200d}\u{e9}", "\u{1f1e6}\u{e9}"),
            ("a\u{fe0f}", "a"),
            ("1\u{fe0f}", "1\u{fe0f}"),
            ("\u{301}a", "a"),
            ("\u{5e9}\u{5dc}\u{5d5}\u{5dd}", "\u{5e9}\u{5dc}\u{5d5}\u{5dd}"),
        ] {
            assert_eq!(SafeText::line(text).as_str(), line, "{text:?}");
        }
        assert_eq!(SafeText::text("a\r\nb\n").as_str(), "a\nb\n");
    }

    #[test]
    fn a_base_keeps_at_most_eight_marks() {
        let text = format!("a{}b", "\u{301}".repeat(50));
        assert_eq!(SafeText::line(&text).chars().count(), 10);
    }
}
