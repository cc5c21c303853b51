//! White space and comments.

use super::Reader;
use crate::tree::Fault;

/// What `ron` takes for white space, which is neither that of Rust nor that of Unicode.
fn is_white(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')
}

impl Reader<'_> {
    pub(super) fn skip_blanks(&mut self) -> Result<(), Fault> {
        loop {
            let rest = self.rest().trim_start_matches(is_white);
            self.at = self.source.len() - rest.len();
            match rest.as_bytes() {
                [b'/', b'/', ..] => self.at += rest.find('\n').unwrap_or(rest.len()),
                [b'/', b'*', ..] => self.at += self.comment_length()?,
                [b'/', ..] => {
                    return Err(self.fault("expected a comment, which starts with // or /*"));
                }
                _ => return Ok(()),
            }
        }
    }

    /// How long the comment in `/*` and `*/` is that comes next; such comments nest.
    fn comment_length(&self) -> Result<usize, Fault> {
        let bytes = self.rest().as_bytes();
        let (mut depth, mut at) = (0_usize, 0);
        while let Some(pair) = bytes.get(at..at + 2) {
            match pair {
                b"/*" => depth += 1,
                b"*/" => depth -= 1,
                _ => {
                    at += 1;
                    continue;
                }
            }
            at += 2;
            if depth == 0 {
                return Ok(at);
            }
        }
        Err(self.fault("a comment is opened with /* and never closed"))
    }
}
