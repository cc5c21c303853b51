//! The pieces of a RON text: white space and comments, quoted texts, and single characters.
//!
//! `ron` has checked the syntax of the whole text before it is cut here, so cutting only needs to know where
//! texts and comments end and how brackets nest.

/// What a text is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    /// White space or a comment.
    Blank,
    /// A comment that is opened and never closed.
    Unclosed,
    /// A text in quotes or a character in quotes.
    Quoted,
    /// Any other byte.
    Byte(u8),
}

/// The piece that begins at `at`, which is inside the text, and where it ends.
fn piece(text: &[u8], at: usize) -> (Piece, usize) {
    match (text[at], text.get(at + 1)) {
        (b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c, _) => (Piece::Blank, at + 1),
        (b'/', Some(b'/')) => (Piece::Blank, find(text, at, b"\n").unwrap_or(text.len())),
        (b'/', Some(b'*')) => {
            after_comment(text, at).map_or((Piece::Unclosed, text.len()), |end| (Piece::Blank, end))
        }
        (quote @ (b'"' | b'\''), _) => (Piece::Quoted, after_quoted(text, at, quote)),
        (b'r', Some(b'"' | b'#')) => {
            let hashes = text[at + 1..].iter().take_while(|byte| **byte == b'#').count();
            if text.get(at + 1 + hashes) != Some(&b'"') {
                return (Piece::Byte(b'r'), at + 1);
            }
            let close = [b"\"".as_slice(), &vec![b'#'; hashes]].concat();
            let end = find(text, at + hashes + 2, &close).map_or(text.len(), |start| start + close.len());
            (Piece::Quoted, end)
        }
        (byte, _) => (Piece::Byte(byte), at + 1),
    }
}

fn find(text: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    text[from..].windows(what.len()).position(|window| window == what).map(|at| from + at)
}

/// Block comments nest.
fn after_comment(text: &[u8], start: usize) -> Option<usize> {
    let (mut depth, mut at) = (0_usize, start);
    while at + 1 < text.len() {
        match &text[at..at + 2] {
            b"/*" => {
                depth += 1;
                at += 2;
            }
            b"*/" => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => at += 1,
        }
    }
    None
}

fn after_quoted(text: &[u8], start: usize, quote: u8) -> usize {
    let mut at = start + 1;
    while at < text.len() {
        match text[at] {
            b'\\' => at += 2,
            byte if byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    text.len()
}

/// The pieces of a text with where they begin and end.
fn pieces(text: &str) -> impl Iterator<Item = (Piece, usize, usize)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        (at < text.len()).then(|| {
            let (piece, end) = piece(text.as_bytes(), at);
            at = end.min(text.len());
            (piece, start, at)
        })
    })
}

/// A text without the white space and comments around it, and how many bytes were cut before it.
pub(super) fn trimmed(text: &str) -> (&str, usize) {
    let solid = || pieces(text).filter(|(piece, _, _)| !matches!(piece, Piece::Blank | Piece::Unclosed));
    let Some((_, start, _)) = solid().next() else { return ("", text.len()) };
    let end = match text.trim_end() {
        // Only where there may be a comment, what lies before it matters.
        rest if rest[start..].contains('/') => solid().last().map_or(start, |(_, _, end)| end),
        rest => rest.len(),
    };
    (&text[start..end], start)
}

/// What follows the attributes, such as `#![enable(implicit_some)]`, that a file may start with.
pub(super) fn after_attributes(text: &str) -> &str {
    let mut rest = trimmed(text).0;
    while rest.starts_with('#') {
        let end = pieces(rest).find(|(piece, _, _)| *piece == Piece::Byte(b']'));
        rest = trimmed(end.map_or("", |(_, _, end)| &rest[end..])).0;
    }
    rest
}

/// Where a comment is opened that is never closed.
pub(super) fn unclosed_comment(text: &str) -> Option<usize> {
    pieces(text).find(|(piece, _, _)| *piece == Piece::Unclosed).map(|(_, start, _)| start)
}

/// Where the last quoted text of a file is opened.
pub(super) fn last_quoted(text: &str) -> Option<usize> {
    pieces(text).filter(|(piece, _, _)| *piece == Piece::Quoted).last().map(|(_, start, _)| start)
}

/// The parts of a value between its brackets, such as `[` and `]`, without the blanks around them.
///
/// A name may stand before the brackets. None if the value has no such brackets.
pub(super) fn parts<'t>(value: &'t str, name: &str, brackets: (char, char)) -> Option<Vec<&'t str>> {
    let unnamed = trimmed(value.strip_prefix(name)?).0;
    let body = unnamed.strip_prefix(brackets.0)?.strip_suffix(brackets.1)?;
    Some(split(body, b',').into_iter().map(|part| trimmed(part).0).filter(|part| !part.is_empty()).collect())
}

/// The two sides of the first colon of a part that is in no bracket, without the blanks around them.
pub(super) fn sides(part: &str) -> Option<(&str, &str)> {
    let left = *split(part, b':').first()?;
    let right = part.get(left.len() + 1..)?;
    Some((trimmed(left).0, trimmed(right).0))
}

/// A text cut at each `separator` that is in no bracket.
fn split(text: &str, separator: u8) -> Vec<&str> {
    let (mut depth, mut start) = (0_usize, 0);
    let mut parts = Vec::new();
    for (piece, at, end) in pieces(text) {
        match piece {
            Piece::Byte(b'(' | b'[' | b'{') => depth += 1,
            Piece::Byte(b')' | b']' | b'}') => depth = depth.saturating_sub(1),
            Piece::Byte(byte) if byte == separator && depth == 0 => {
                parts.push(&text[start..at]);
                start = end;
            }
            Piece::Byte(_) | Piece::Blank | Piece::Unclosed | Piece::Quoted => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_white_space_and_both_kinds_of_comment() {
        for text in
            ["x", " \n x", "// a\n x", "/* a /* b */ c */x", "/**/ //\n/**/x", "x // y", "x /* y */\n"]
        {
            assert_eq!(trimmed(text).0, "x", "{text:?}");
        }
        for text in ["", "//", "/* never closed /* */ x"] {
            assert_eq!(trimmed(text), ("", text.len()), "{text:?}");
        }
    }

    #[test]
    fn a_list_is_cut_where_its_own_commas_are() {
        let list = r##"[ (a: [1, 2]), "x, \" ]", r#"y", ]"#, ',', /* , */ {1: 2, 3: 4}, // ,
        ]"##;
        let parts = parts(list, "", ('[', ']'));
        let expected = ["(a: [1, 2])", r#""x, \" ]""#, r##"r#"y", ]"#"##, "','", "{1: 2, 3: 4}"];
        assert_eq!(parts, Some(expected.to_vec()));
    }

    #[test]
    fn attributes_are_skipped() {
        let text = " // a\n#![enable(implicit_some)] #! [type = \"x]\"]\n(a: 1) ";
        assert_eq!(after_attributes(text), "(a: 1)");
        assert_eq!(after_attributes("(a: 1)"), "(a: 1)");
    }

    #[test]
    fn a_group_may_have_a_name() {
        assert_eq!(parts("Claim /* c */ (a: 1)", "Claim", ('(', ')')), Some(vec!["a: 1"]));
        assert_eq!(parts("()", "", ('(', ')')), Some(Vec::new()));
        assert_eq!(parts("[1]", "", ('(', ')')), None);
        assert_eq!(sides("a /* : */ : (b: 1)"), Some(("a", "(b: 1)")));
        assert_eq!(sides("a"), None);
    }
}
