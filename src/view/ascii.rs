//! Every sign of the screen in ASCII, cell by cell, so that all columns stay where they are; the same for a text.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::theme::Signs;

/// What stands for a sign that is one cell wide; none for what is no sign of ours.
#[expect(clippy::match_same_arms, reason = "what belongs together stands together")]
const fn sign(c: char) -> Option<char> {
    Some(match c {
        // Frames, rulers and bars.
        '\u{2501}' => '=',
        '\u{2500}' => '-',
        '\u{2578}' => ':',
        '\u{2503}' | '\u{2502}' => '|',
        '\u{250f}' | '\u{2513}' | '\u{2517}' | '\u{251b}' | '\u{2534}' | '\u{253c}' => '+',
        '\u{256d}' | '\u{256e}' => '.',
        '\u{2570}' | '\u{256f}' => '\'',
        // The hill, from low to high, and blocks.
        '\u{2581}' => '_',
        '\u{2582}' => '.',
        '\u{2583}' => ':',
        '\u{2584}' => '-',
        '\u{2585}' => '=',
        '\u{2586}' => '+',
        '\u{2587}' => '*',
        '\u{2588}' => '#',
        '\u{2591}' => ':',
        '\u{2592}' => '%',
        // Marks.
        '\u{258c}' | '\u{25b6}' | '\u{25b8}' | '\u{203a}' => '>',
        '\u{25c2}' => '<',
        '\u{25cf}' | '\u{25a0}' => '*',
        '\u{25c9}' => '@',
        '\u{25cb}' => 'o',
        '\u{25c6}' => 'X',
        '\u{b6}' => '"',
        // Arrows and what stands in sentences.
        '\u{2191}' => '^',
        '\u{2193}' => 'v',
        '\u{2190}' => '<',
        '\u{2192}' => '>',
        '\u{b7}' | '\u{2022}' => '.',
        '\u{2026}' => '~',
        '\u{2212}' | '\u{2013}' => '-',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{2018}' | '\u{2019}' => '\'',
        _ => return None,
    })
}

/// Draws all signs in ASCII, and other letters too where the terminal shows no others.
pub(super) fn convert(signs: Signs, area: Rect, buf: &mut Buffer) {
    if signs == Signs::Unicode {
        return;
    }
    let area = area.intersection(buf.area);
    for row in area.rows() {
        for x in row.left()..row.right() {
            let symbol = |x: u16| buf.cell((x, row.y)).map_or(" ", Cell::symbol);
            let here = symbol(x);
            if here.is_ascii() {
                continue;
            }
            let (before, after) = (x.checked_sub(1).map_or(" ", symbol), symbol(x + 1));
            let is_digit = |x: u16| symbol(x).starts_with(|c: char| c.is_ascii_digit());
            let is_arrow_between =
                (here, before) == ("\u{2192}", " ") && x.checked_sub(2).is_some_and(is_digit);
            let Some(drawn) = drawn(signs, here, before, after) else { continue };
            set(buf, x, row.y, drawn);
            if is_arrow_between && x > row.left() {
                set(buf, x - 1, row.y, '-');
            }
        }
    }
}

/// A text for where only these signs are shown.
#[must_use]
pub fn in_signs(signs: Signs, text: &str) -> String {
    if signs == Signs::Unicode || text.is_ascii() {
        return text.to_owned();
    }
    let (mut written, mut before) = (String::new(), "");
    let mut symbols = text.graphemes(true).peekable();
    while let Some(here) = symbols.next() {
        let after = symbols.peek().copied().unwrap_or_default();
        match (here, here.is_ascii()) {
            // Here is room for all of it.
            ("\u{2026}", _) => written.push_str("..."),
            ("\u{2192}", _) => written.push_str("->"),
            (_, true) => written.push_str(here),
            (_, false) => match drawn(signs, here, before, after) {
                Some(sign) => written.extend(std::iter::once(sign).chain((1..here.width()).map(|_| ' '))),
                None => written.push_str(here),
            },
        }
        before = here;
    }
    written
}

/// What stands for what is not ASCII between two others; none if that stays as it is.
fn drawn(signs: Signs, here: &str, before: &str, after: &str) -> Option<char> {
    match (here, before, after) {
        // Between words it parts them; in a bar it is a dot.
        ("\u{b7}", " ", " ") => Some('-'),
        _ => only(here).and_then(sign).or_else(|| (signs == Signs::AsciiOnly).then(|| letter(here))),
    }
}

fn set(buf: &mut Buffer, x: u16, y: u16, c: char) {
    if let Some(cell) = buf.cell_mut((x, y)) {
        cell.set_char(c);
    }
}

/// The only character of a symbol.
fn only(symbol: &str) -> Option<char> {
    let mut chars = symbol.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// A letter without its accents, or that it can't be shown.
fn letter(symbol: &str) -> char {
    symbol.nfd().next().filter(char::is_ascii_graphic).unwrap_or('?')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(signs: Signs, text: &str) -> String {
        let mut buf = Buffer::with_lines([text]);
        let area = buf.area;
        convert(signs, area, &mut buf);
        buf.content.iter().map(Cell::symbol).collect()
    }

    #[test]
    fn signs_keep_their_cells_and_words_their_letters() {
        let text = "\u{258c}\u{25cf} Caf\u{e9} \u{b7} \u{6307}\u{8f2a} \u{2501}\u{2578}\u{2500} \u{b7}\u{b7}\u{b7}  7 \u{2026}";
        assert_eq!(
            drawn(Signs::Unicode, text).trim_end(),
            text.trim_end().replace("\u{6307}\u{8f2a}", "\u{6307} \u{8f2a} ")
        );
        assert_eq!(drawn(Signs::Ascii, text), ">* Caf\u{e9} - \u{6307} \u{8f2a}  =:- ...  7 ~");
        assert_eq!(drawn(Signs::AsciiOnly, text), ">* Cafe - ? ?  =:- ...  7 ~");
    }

    #[test]
    fn an_arrow_between_numbers_is_no_comparison() {
        assert_eq!(drawn(Signs::Ascii, "71 \u{2192} 84"), "71-> 84");
        assert_eq!(drawn(Signs::Ascii, "\u{2190} \u{2192} or"), "< > or");
        assert_eq!(drawn(Signs::Ascii, "\u{2191}\u{2193}\u{2190}\u{2192} move"), "^v<> move");
    }

    #[test]
    fn all_heights_of_the_hill_differ() {
        let heights: Vec<Option<char>> = ('\u{2581}'..='\u{2588}').map(sign).collect();
        for (i, height) in heights.iter().enumerate() {
            assert!(height.is_some() && !heights[..i].contains(height), "{height:?}");
        }
    }
}
