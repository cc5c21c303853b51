//! Keys by name, as the bytes that a terminal sends.

/// What a terminal sends for a key.
pub(crate) fn key(name: &str) -> Vec<u8> {
    let code = match name {
        "UP" => "\x1b[A",
        "DOWN" => "\x1b[B",
        "RIGHT" => "\x1b[C",
        "LEFT" => "\x1b[D",
        "SPACE" => " ",
        "ENTER" => "\r",
        "ESC" => "\x1b",
        "BACKSPACE" => "\x7f",
        "CTRL-C" => "\x03",
        "CTRL-Z" => "\x1a",
        _ if name.chars().count() == 1 => name,
        _ => panic!("there is no key {name}"),
    };
    code.as_bytes().to_vec()
}
