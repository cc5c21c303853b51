//! The paths in a text of Rust, such as `crate::view::Theme`: those after `use`, and all others.

use std::iter::Peekable;
use std::str::Chars;

/// What a text is made of, as far as paths go. Comments and literals are nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Name(String),
    Colons,
    Open,
    Close,
    Other,
}

/// All paths in the text of a module, whose own path from the root is given.
///
/// Groups are taken apart, and what begins with `crate`, `self` or `super` begins with `crate`.
pub(super) fn paths(text: &str, module: &[String]) -> Vec<Vec<String>> {
    let mut reader = Reader { tokens: tokens(text), at: 0, module: module.to_vec(), paths: Vec::new() };
    // How deep in braces each module within this text began.
    let (mut depth, mut inner) = (0, Vec::new());
    while let Some(token) = reader.tokens.get(reader.at).cloned() {
        let begins = match &reader.tokens[reader.at..] {
            [Token::Name(word), Token::Name(name), Token::Open, ..] if word == "mod" => Some(name.clone()),
            _ => None,
        };
        match token {
            Token::Name(_) if begins.is_some() => {
                reader.module.extend(begins);
                depth += 1;
                inner.push(depth);
                reader.at += 3;
            }
            Token::Name(_) => reader.path(&[]),
            Token::Open => {
                depth += 1;
                reader.at += 1;
            }
            Token::Close => {
                if inner.pop_if(|began| *began == depth).is_some() {
                    reader.module.pop();
                }
                depth -= 1;
                reader.at += 1;
            }
            Token::Colons | Token::Other => reader.at += 1,
        }
    }
    reader.paths
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
    module: Vec<String>,
    paths: Vec<Vec<String>>,
}

impl Reader {
    /// Reads a path that begins with `start`; one that ends in a group is several.
    fn path(&mut self, start: &[String]) {
        let mut path = start.to_vec();
        while let Some(Token::Name(name)) = self.tokens.get(self.at) {
            path.push(name.clone());
            self.at += 1;
            if self.tokens.get(self.at) != Some(&Token::Colons) {
                break;
            }
            self.at += 1;
            if self.tokens.get(self.at) == Some(&Token::Open) {
                self.at += 1;
                return self.group(&path);
            }
        }
        if self.tokens.get(self.at) == Some(&Token::Name("as".to_owned())) {
            self.at += 2;
        }
        self.paths.push(self.rooted(path));
    }

    fn group(&mut self, start: &[String]) {
        loop {
            match self.tokens.get(self.at) {
                Some(Token::Name(_)) => self.path(start),
                Some(Token::Close) | None => break,
                Some(_) => self.at += 1,
            }
        }
        self.at += 1;
    }

    /// The path from the root of the crate, if it begins somewhere in it.
    fn rooted(&self, path: Vec<String>) -> Vec<String> {
        let supers = path.iter().filter(|name| *name == "super").count();
        let steps = path.iter().take_while(|name| ["self", "super"].contains(&name.as_str())).count();
        if steps == 0 {
            return path;
        }
        let module = self.module[..self.module.len() - supers].to_vec();
        [vec!["crate".to_owned()], module, path[steps..].to_vec()].concat()
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => drop(chars.by_ref().find(|c| *c == '\n')),
            '"' => skip_string(&mut chars),
            '\'' => skip_character(&mut chars),
            '{' => tokens.push(Token::Open),
            '}' => tokens.push(Token::Close),
            ':' if chars.next_if_eq(&':').is_some() => tokens.push(Token::Colons),
            c if c.is_alphanumeric() || c == '_' => {
                let mut name = String::from(c);
                while let Some(c) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                    name.push(c);
                }
                if name == "r" && chars.peek().is_some_and(|c| "#\"".contains(*c)) {
                    skip_raw_string(&mut chars);
                } else {
                    tokens.push(Token::Name(name));
                }
            }
            c if c.is_whitespace() => {}
            _ => tokens.push(Token::Other),
        }
    }
    tokens
}

fn skip_string(chars: &mut Peekable<Chars>) {
    while let Some(c) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            '"' => break,
            _ => {}
        }
    }
}

/// What stands between as many `#` on both sides.
fn skip_raw_string(chars: &mut Peekable<Chars>) {
    let mut fence = String::from("\"");
    while chars.next_if_eq(&'#').is_some() {
        fence.push('#');
    }
    let mut seen = String::new();
    chars.next();
    while !seen.ends_with(&fence) {
        let Some(c) = chars.next() else { return };
        seen.push(c);
    }
}

/// A character, or the mark of a lifetime alone.
fn skip_character(chars: &mut Peekable<Chars>) {
    let mut ahead = chars.clone();
    match (ahead.next(), ahead.next()) {
        (Some('\\'), _) => {
            chars.nth(1);
            chars.find(|c| *c == '\'');
        }
        (Some(_), Some('\'')) => drop(chars.nth(1)),
        _ => {}
    }
}

#[test]
fn paths_are_seen_however_they_are_written() {
    let text = r##"
        //! crate::comment::Of
        use crate::{view::{self, Theme, pane::*}, shown::SafeText as Text};
        use super::super::keymap;
        /// Not [`crate::nothing`].
        pub(crate) fn f<'a>(c: char) -> &'a str {
            let quote = ['"', '\'', '\u{7b}'];
            let text = "crate::text::Of \" crate::more";
            let raw = r#"crate::raw::"Of"#;
            crate::story::f::<'a>(self::g(), std::fs::read)
        }
        mod tests { use super::*; fn f() { super::super::h(); } }
        use super::last;
    "##;
    let module = ["explorer", "update"].map(str::to_owned);
    let paths = paths(text, &module);
    let found: Vec<String> =
        paths.iter().map(|path| path.join("::")).filter(|path| path.contains("::")).collect();
    let expected = [
        "crate::view::self",
        "crate::view::Theme",
        "crate::view::pane",
        "crate::safe_text::SafeText",
        "crate::keymap",
        "crate::story::f",
        "crate::explorer::update::g",
        "std::fs::read",
        "crate::explorer::update",
        "crate::explorer::h",
        "crate::explorer::last",
    ];
    assert_eq!(found, expected);
}
