//! RON texts that are nearly right: made by its grammar, or of a sound text, and spoiled token by token.

use crate::support::random::Random;

/// White space and invisible characters from all of Unicode: those of `ron`, of Rust, and of neither.
pub(crate) const BLANKS: [&str; 24] = [
    " ", "\t", "\n", "\r", "\r\n", "\u{b}", "\u{c}", "\u{85}", "\u{a0}", "\u{1680}", "\u{180e}", "\u{2003}",
    "\u{200b}", "\u{200d}", "\u{200e}", "\u{200f}", "\u{2028}", "\u{2029}", "\u{202f}", "\u{2060}",
    "\u{3000}", "\u{feff}", "\u{fe0f}", "\u{301}",
];

/// What may stand between two tokens.
const BETWEEN: [&str; 12] = [
    " ",
    "\n",
    "\t",
    "\r\n",
    "\u{85}",
    "\u{2028}",
    "\u{200e}",
    "\u{200f}",
    "// c\n",
    "/* c */",
    "/* /* */ \" */",
    "//\u{e9}\r\n",
];

/// Words of all kinds, most of them sound.
const WORDS: [&str; 84] = [
    "0",
    "7",
    "10",
    "+3",
    "-3",
    "007",
    "1_000",
    "1__0",
    "_1",
    "0x1F",
    "0xg",
    "0o17",
    "0b101",
    "0b2",
    "0x",
    "5u8",
    "5i8",
    "300u8",
    "5u65",
    "1.5",
    "1.",
    ".5",
    ".",
    "1e3",
    "1e",
    "1E-2",
    "1.5f32",
    "2f64",
    "1f",
    "1..2",
    "1..=2",
    "..",
    "..3",
    "..=4",
    "1..",
    "inf",
    "-inf",
    "+inf",
    "NaN",
    "inf..2",
    "NaNf32",
    "inff64",
    "18446744073709551615",
    "18446744073709551616",
    "99999999999999999999999",
    "-9223372036854775809",
    "true",
    "false",
    "None",
    "Name",
    "r#Name",
    "r#true",
    "r#a.b-c",
    "r#",
    "a.b",
    "a-b",
    "r",
    "b",
    "br",
    "\u{e9}t\u{e9}",
    "_",
    "\"\"",
    "\"text\"",
    r#""a\nb\t\\ \" \' \0""#,
    r#""\x41\xc3\xa9""#,
    r#""\xff""#,
    r#""\u{e9}\u{1F600}""#,
    r#""\u{110000}""#,
    r#""\u{}""#,
    r#""\q""#,
    "\"a\\\n   b\"",
    "\"a\\\r\n\tb\"",
    "r\"raw\\\"",
    "r#\"raw \" it\"#",
    "r##\"a\"# b\"##",
    "'a'",
    r"'\''",
    r"'\u{41}'",
    "'ab'",
    "b'a'",
    r"b'\xff'",
    r#"b"bytes\xff""#,
    "br#\"raw\"#",
    "\"",
];

/// Tokens that hold values together, and some that do not.
const MARKS: [&str; 22] = [
    "(", ")", "[", "]", "{", "}", ",", ":", "\"", "'", "/", "//", "/*", "*/", "#", "\\", "Some", "Some(",
    "()", ";", "=", "\u{201c}",
];

/// What a text may begin with.
const STARTS: [&str; 9] = [
    "",
    "",
    "",
    "#![enable(implicit_some)]",
    "#![enable(unwrap_newtypes, explicit_struct_names,)]",
    "# ! [ type = \"x]\" ]",
    "#![schema = \"s\"] #![enable(implicit_some)]",
    "#![enable(nothing)]",
    "#![other]",
];

fn word<'a>(random: &mut Random, choices: &[&'a str]) -> &'a str {
    choices[random.below(choices.len())]
}

fn blanks(random: &mut Random, text: &mut String) {
    if random.below(3) == 0 {
        text.push_str(word(random, &BETWEEN));
    }
}

fn push(random: &mut Random, text: &mut String, token: &str) {
    blanks(random, text);
    text.push_str(token);
    blanks(random, text);
}

fn value(random: &mut Random, text: &mut String, depth: usize) {
    let kind = if depth == 0 { 0 } else { random.below(9) };
    match kind {
        0..=3 => {
            let word = word(random, &WORDS);
            push(random, text, word);
        }
        4 => items(random, text, ["[", "]"], |random, text| value(random, text, depth - 1)),
        5 => items(random, text, ["{", "}"], |random, text| {
            value(random, text, depth - 1);
            text.push(':');
            value(random, text, depth - 1);
        }),
        6 => {
            push(random, text, "Some");
            text.push('(');
            value(random, text, depth - 1);
            text.push(')');
        }
        7 => {
            let name = word(random, &["", "", "Name", "r#name", "Comparison"]);
            push(random, text, name);
            items(random, text, ["(", ")"], |random, text| value(random, text, depth - 1));
        }
        _ => {
            let name = word(random, &["", "", "Name", "r#name"]);
            push(random, text, name);
            items(random, text, ["(", ")"], |random, text| {
                let field = word(random, &["id", "title", "r#pros", "r#type.of-it", "\u{e9}", "_", "a.b"]);
                push(random, text, field);
                text.push(':');
                value(random, text, depth - 1);
            });
        }
    }
}

fn items(
    random: &mut Random,
    text: &mut String,
    [open, close]: [&str; 2],
    item: impl Fn(&mut Random, &mut String),
) {
    push(random, text, open);
    let count = random.below(4);
    for i in 0..count {
        item(random, text);
        if i + 1 < count || random.below(4) == 0 {
            text.push(',');
        }
    }
    push(random, text, close);
}

/// A text made by the grammar.
pub(crate) fn made(random: &mut Random) -> String {
    let mut text = word(random, &STARTS).to_owned();
    blanks(random, &mut text);
    text.push_str("Comparison");
    items(random, &mut text, ["(", ")"], |random, text| {
        let field = word(random, &["id", "title", "r#pros", "r#type.of-it", "\u{e9}", "_"]);
        push(random, text, field);
        text.push(':');
        value(random, text, 4);
    });
    text
}

/// Where the tokens of a text begin: words, blanks and single marks.
fn tokens(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut last = None;
    for (at, c) in text.char_indices() {
        let kind = (c.is_alphanumeric() || c == '_', c.is_whitespace());
        if last != Some(kind) || kind == (false, false) {
            starts.push(at);
        }
        last = Some(kind);
    }
    starts.push(text.len());
    starts
}

/// A text with one to four tokens left out, doubled, replaced, moved, or something put between.
pub(crate) fn spoiled(random: &mut Random, text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.below(4) {
        let starts = tokens(&text);
        if starts.len() < 2 {
            return text;
        }
        let i = random.below(starts.len() - 1);
        let token = starts[i]..starts[i + 1];
        match random.below(7) {
            0 => text.replace_range(token, ""),
            1 => {
                let doubled = text[token.clone()].to_owned();
                text.insert_str(token.end, &doubled);
            }
            2 => text.insert_str(token.start, word(random, &BLANKS)),
            3 => text.insert_str(token.start, word(random, &MARKS)),
            4 => text.insert_str(token.start, word(random, &WORDS)),
            5 => text.replace_range(token, word(random, &WORDS)),
            _ => {
                let moved = text[token.clone()].to_owned();
                text.replace_range(token, "");
                let starts = tokens(&text);
                text.insert_str(*random.of(&starts), &moved);
            }
        }
    }
    text
}
