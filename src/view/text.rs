//! Texts cut to a width. Widths are cells on the screen, not bytes or characters.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::safe_text::is_plain;
use crate::search::Search;

/// The width of a text in cells.
pub(super) fn width(text: &str) -> usize {
    if is_plain(text) { text.len() } else { text.width() }
}

/// The text in exactly `width` cells: cut with an ellipsis or filled with spaces.
pub(super) fn fitted(text: &str, width: usize) -> String {
    let mut fitted = cut(text, width);
    let missing = width - self::width(&fitted);
    fitted.extend(std::iter::repeat_n(' ', missing));
    fitted
}

/// The text in at most `width` cells, with an ellipsis where it was cut.
pub(super) fn cut(text: &str, width: usize) -> String {
    if self::width(text) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for grapheme in text.graphemes(true) {
        if self::width(&kept) + self::width(grapheme) >= width {
            break;
        }
        kept.push_str(grapheme);
    }
    if width > 0 {
        kept.push('\u{2026}');
    }
    kept
}

/// The text in at most `width` cells, with an ellipsis where it was cut: after a word, unless that would take half of it.
fn cut_after_word(text: &str, width: usize) -> String {
    let cut = cut(text, width);
    let Some(kept) = cut.strip_suffix('\u{2026}').filter(|kept| !text[kept.len()..].starts_with(' ')) else {
        return cut;
    };
    match kept.rfind(' ') {
        Some(end) if 2 * self::width(&kept[..end]) >= width => format!("{}\u{2026}", &kept[..end]),
        Some(_) | None => cut,
    }
}

/// The text in lines of at most `width` cells, broken between words; at most `most` lines, the last one cut.
pub(super) fn wrapped(text: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let full = lines.len() == most;
        match lines.last_mut() {
            Some(line) if full || self::width(line) + 1 + self::width(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            None if full => return lines,
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| cut_after_word(line, width)).collect()
}

/// All of the text in lines of at most `width` cells, broken between words, and within those that are longer.
pub(super) fn whole(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().filter(|line| !line.is_empty());
        match line {
            Some(line) if self::width(line) + 1 + self::width(word) <= width => {
                line.push(' ');
                line.push_str(word);
                continue;
            }
            Some(_) => lines.push(String::new()),
            None => {}
        }
        for grapheme in word.graphemes(true) {
            match lines.last_mut() {
                Some(line) if line.is_empty() || self::width(line) + self::width(grapheme) <= width => {
                    line.push_str(grapheme);
                }
                Some(_) | None => lines.push(grapheme.to_owned()),
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Draws a line on the first row of `area`.
///
/// It draws what [`Line`] would, in less than half of the time: most of a screen is plain letters and the shapes of hills,
/// bars and lines, which need no search for where a character ends and no table of widths.
pub(super) fn put(line: &Line<'_>, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let mut x = area.x;
    for span in &line.spans {
        let style = line.style.patch(span.style);
        if span.content.chars().all(is_shape) {
            for c in span.content.chars().take(usize::from(area.right() - x)) {
                buf[(x, area.y)].set_char(c).set_style(style);
                x += 1;
            }
            continue;
        }
        if !is_plain(&span.content) {
            x = buf.set_stringn(x, area.y, &span.content, usize::from(area.right() - x), style).0;
            continue;
        }
        for i in 0..span.content.len().min(usize::from(area.right() - x)) {
            buf[(x, area.y)].set_symbol(&span.content[i..=i]).set_style(style);
            x += 1;
        }
    }
    if line.style != Style::new() {
        buf.set_style(Rect { x, width: area.right() - x, height: 1, ..area }, line.style);
    }
}

/// Whether a character is what hills, bars and lines are made of, which is one cell wide and stands alone.
fn is_shape(c: char) -> bool {
    matches!(c, ' ' | '\u{b7}' | '\u{2500}'..='\u{259f}')
}

/// A text in spans, with what is looked for in a style of its own.
pub(super) fn marked(text: &str, search: &Search, style: Style, found: Style) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut end = 0;
    for mark in search.marks(text) {
        spans.push(Span::styled(text[end..mark.start].to_owned(), style));
        spans.push(Span::styled(text[mark.clone()].to_owned(), style.patch(found)));
        end = mark.end;
    }
    spans.push(Span::styled(text[end..].to_owned(), style));
    spans
}

/// What was drawn, as lines.
pub(super) fn lines_of(buf: &Buffer) -> Vec<Line<'static>> {
    let rows = buf.content.chunks(usize::from(buf.area.width.max(1)));
    let line = |row: &[Cell]| {
        let mut spans: Vec<Span<'static>> = Vec::new();
        let mut behind = 0;
        for cell in row {
            // A wide character hides the cells behind it.
            if behind > 0 {
                behind -= 1;
                continue;
            }
            behind = width(cell.symbol()).saturating_sub(1);
            let style = cell.style();
            match spans.last_mut() {
                Some(last) if last.style == style => last.content.to_mut().push_str(cell.symbol()),
                _ => spans.push(Span::styled(cell.symbol().to_owned(), style)),
            }
        }
        Line::from(spans)
    };
    rows.map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_drawn_as_the_library_draws_it() {
        use ratatui::style::Stylize;
        use ratatui::widgets::Widget;
        let lines = [
            Line::raw("plain"),
            Line::from(vec!["a".bold(), "\u{2501}\u{2501}\u{2578}".blue(), " 9 ".into(), "e\u{301}x".dim()]),
            Line::from(vec!["\u{b7}\u{2502} \u{2581}\u{2588}".green(), "\u{2591}".into()]),
            Line::from("\u{6307}\u{8f2a}\u{6307} wide \u{1f468}\u{200d}\u{1f469}").reversed(),
            Line::from(vec!["x".repeat(40).red()]).bold(),
            Line::default(),
        ];
        for line in lines {
            for width in 0..30 {
                let area = Rect::new(2, 1, width, 1);
                let mut ours = Buffer::empty(Rect::new(0, 0, 25, 3));
                let mut theirs = ours.clone();
                put(&line, area, &mut ours);
                line.clone().render(area, &mut theirs);
                assert_eq!(ours, theirs, "{line:?} {width}");
            }
        }
    }

    #[test]
    fn what_was_drawn_is_as_wide_as_lines() {
        let wide = "\u{6307}\u{8f2a} and \u{1f468}\u{200d}\u{1f469}";
        let mut drawn = Buffer::empty(Rect::new(0, 0, 20, 1));
        put(&Line::raw(wide), drawn.area, &mut drawn);
        let lines = lines_of(&drawn);
        assert_eq!((lines[0].to_string().trim_end(), lines[0].width()), (wide, 20));
    }

    #[test]
    fn a_fitted_text_has_exactly_its_width() {
        for text in ["", "abc", "a long text", "\u{6307}\u{8f2a}\u{6307}", "e\u{301}e\u{301}e\u{301}"] {
            for width in 0..12 {
                assert_eq!(fitted(text, width).width(), width, "{text:?} {width}");
            }
        }
        assert_eq!(fitted("abcdef", 4), "abc\u{2026}");
    }

    #[test]
    fn words_wrap_and_the_last_line_is_cut() {
        assert_eq!(wrapped("one two three four", 9, 2), ["one two", "three\u{2026}"]);
        assert_eq!(wrapped("one two three four", 6, 2), ["one", "two\u{2026}"]);
        assert_eq!(wrapped("a incomprehensible", 9, 1), ["a incomp\u{2026}"]);
        assert_eq!(wrapped("one two three four", 9, 9), ["one two", "three", "four"]);
        assert_eq!(wrapped("", 9, 2), [] as [&str; 0]);
        assert_eq!(wrapped("incomprehensible", 5, 2), ["inco\u{2026}"]);
    }

    #[test]
    fn the_whole_text_is_there_even_where_a_word_is_too_long() {
        assert_eq!(whole("one two three four", 9), ["one two", "three", "four"]);
        assert_eq!(whole("an incomprehensible word", 6), ["an", "incomp", "rehens", "ible", "word"]);
        let wide = "\u{6307}\u{8f2a}".repeat(250);
        let lines = whole(&wide, 7);
        assert_eq!(lines.concat(), wide);
        assert!(lines.iter().all(|line| line.width() <= 7));
        assert_eq!(whole("", 9), [] as [&str; 0]);
    }
}
