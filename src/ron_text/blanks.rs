//! White space and comments.

use super::Reader;
use crate::tree::Fault;

/// What `ron` takes for white space, which is neither that of Rust nor that of Unicode.
fn is_white(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')
}

/// Where the white space ends that begins at a place of a text.
pub(crate) fn after_white(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches(is_white).len()
}

/// Where the comment ends that begins at a place of a text; none if none begins there, or none ends.
///
/// One in `//` ends before the line feed; those in `/*` and `*/` nest.
pub(crate) fn after_comment(text: &str, at: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[at..];
    if bytes.starts_with(b"//") {
        return Some(text[at..].find('\n').map_or(text.len(), |newline| at + newline));
    }
    if !bytes.starts_with(b"/*") {
        return None;
    }
    let (mut depth, mut length) = (0_usize, 0);
    while let Some(pair) = bytes.get(length..length + 2) {
        match pair {
            b"/*" => depth += 1,
            b"*/" => depth -= 1,
            _ => {
                length += 1;
                continue;
            }
        }
        length += 2;
        if depth == 0 {
            return Some(at + length);
        }
    }
    None
}

/// Where the white space and the comments end that begin at a place of a text.
pub(crate) fn after_blanks(text: &str, at: usize) -> usize {
    let mut at = after_white(text, at);
    while let Some(end) = after_comment(text, at) {
        at = after_white(text, end);
    }
    at
}

impl Reader<'_> {
    pub(super) fn skip_blanks(&mut self) -> Result<(), Fault> {
        self.at = after_blanks(self.source, self.at);
        let rest = self.rest();
        if rest.starts_with("/*") {
            return Err(self.fault("a comment is opened with /* and never closed"));
        }
        if rest.starts_with('/') {
            return Err(self.fault("expected a comment, which starts with // or /*"));
        }
        Ok(())
    }
}
