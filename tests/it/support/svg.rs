//! A screen drawn as SVG, for pages that show it.
//!
//! Every cell has its place on a grid of whole pixels, whatever font the reader has. Blocks and lines are shapes, so that
//! hills have no seams and borders no gaps.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// The size of a cell in pixels. An eighth of its height is whole too.
const CELL: (usize, usize) = (8, 16);

/// Pixels around the screen.
const MARGIN: usize = 16;

/// What the colors of a terminal look like.
pub(crate) struct Palette {
    pub(crate) name: &'static str,
    text: &'static str,
    ground: &'static str,
    /// The 16 ANSI colors, black to white and then the bright ones.
    colors: [&'static str; 16],
}

pub(crate) const DARK: Palette = Palette {
    name: "dark",
    text: "#d8dee9",
    ground: "#171b22",
    colors: [
        "#2b303b", "#f2777a", "#8fc58f", "#e5b95c", "#5f9fe0", "#c79be0", "#5fc4c4", "#c8ced9", "#59636f",
        "#ff9a9c", "#a9dba9", "#ffd787", "#74b0f5", "#dcb4f0", "#86dcdc", "#f5f7fa",
    ],
};

pub(crate) const LIGHT: Palette = Palette {
    name: "light",
    text: "#24292f",
    ground: "#fcfcfb",
    colors: [
        "#24292f", "#c4262e", "#2f7d32", "#b58900", "#1f5fb4", "#8a3fa8", "#0b7a85", "#8c959f", "#a3abb3",
        "#d9434b", "#3f9a43", "#d6a419", "#3f7fd6", "#a45cc2", "#1d98a4", "#57606a",
    ],
};

impl Palette {
    fn color(&self, color: Color) -> Option<&'static str> {
        let place = match color {
            Color::Reset => return None,
            Color::Black => 0,
            Color::Red => 1,
            Color::Green => 2,
            Color::Yellow => 3,
            Color::Blue => 4,
            Color::Magenta => 5,
            Color::Cyan => 6,
            Color::Gray => 7,
            Color::DarkGray => 8,
            Color::LightRed => 9,
            Color::LightGreen => 10,
            Color::LightYellow => 11,
            Color::LightBlue => 12,
            Color::LightMagenta => 13,
            Color::LightCyan => 14,
            Color::White => 15,
            Color::Rgb(..) | Color::Indexed(_) => panic!("the program has the 16 ANSI colors alone"),
        };
        Some(self.colors[place])
    }
}

/// What stands in one cell, or in two of them.
struct Glyph<'a> {
    column: usize,
    columns: usize,
    symbol: &'a str,
    look: Look,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    ink: &'static str,
    ground: Option<&'static str>,
    bold: bool,
    dim: bool,
    underlined: bool,
}

/// How a symbol is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// As text, together with its neighbors.
    Text,
    /// As text of its own, since its width is that of another font.
    Sign,
    /// As an area that is filled so far, in percent.
    Block(usize),
    /// As strokes of a width in pixels.
    Line(usize),
}

/// The screen as an SVG document with a title.
pub(crate) fn svg(buf: &Buffer, palette: &Palette, title: &str) -> String {
    let (columns, rows) = (usize::from(buf.area.width), usize::from(buf.area.height));
    let (width, height) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{}</title>\n\
         <style>text{{font:13.3px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace}}\
         .b{{font-weight:700}}.d{{opacity:.65}}.u{{text-decoration:underline}}\
         .s{{fill:none}}.a{{shape-rendering:crispEdges}}</style>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{}\"/>\n\
         <g transform=\"translate({MARGIN} {MARGIN})\" fill=\"{}\">\n",
        escaped(title),
        palette.ground,
        palette.text,
    );
    for (row, cells) in buf.content.chunks(columns.max(1)).enumerate() {
        for run in glyphs(cells, palette).chunk_by(|one, next| one.look == next.look) {
            for element in elements(run, row * CELL.1, palette) {
                svg = svg + &element + "\n";
            }
        }
    }
    svg + "</g>\n</svg>\n"
}

/// A wide character takes the cell to its right, whatever that holds.
fn glyphs<'a>(cells: &'a [Cell], palette: &Palette) -> Vec<Glyph<'a>> {
    let mut glyphs: Vec<Glyph<'a>> = Vec::new();
    for (column, cell) in cells.iter().enumerate() {
        if glyphs.last().is_some_and(|glyph| glyph.column + glyph.columns > column) {
            continue;
        }
        let columns = cell.symbol().width().max(1);
        glyphs.push(Glyph { column, columns, symbol: cell.symbol(), look: look(cell, palette) });
    }
    glyphs
}

fn look(cell: &Cell, palette: &Palette) -> Look {
    let has = |modifier| cell.modifier.contains(modifier);
    let (ink, ground) = (palette.color(cell.fg), palette.color(cell.bg));
    let (ink, ground) = if has(Modifier::REVERSED) {
        (ground.unwrap_or(palette.ground), Some(ink.unwrap_or(palette.text)))
    } else {
        (ink.unwrap_or(palette.text), ground)
    };
    Look {
        ink,
        ground,
        bold: has(Modifier::BOLD),
        dim: has(Modifier::DIM),
        underlined: has(Modifier::UNDERLINED),
    }
}

/// Neighbors that look alike, from `top` pixels on.
fn elements(run: &[Glyph<'_>], top: usize, palette: &Palette) -> Vec<String> {
    let look = run[0].look;
    let mut elements = Vec::new();
    if let Some(ground) = look.ground {
        let ((left, width), height) = (place(run), CELL.1);
        elements.push(format!(
            "<path class=\"a\" fill=\"{ground}\" d=\"M{left} {top}h{width}v{height}h-{width}z\"/>"
        ));
    }
    for alike in run.chunk_by(|one, next| kind(one) == kind(next)) {
        match kind(&alike[0]) {
            Kind::Text => elements.extend(texts(alike, top, palette)),
            Kind::Sign => elements.extend(alike.iter().map(|glyph| sign(glyph, top, palette))),
            Kind::Block(percent) => {
                let attributes = attributes(look, "fill", "a", palette);
                let shade =
                    if percent == 100 { String::new() } else { format!(" fill-opacity=\".{percent}\"") };
                elements.push(format!("<path{attributes}{shade} d=\"{}\"/>", blocks(alike, top)));
            }
            Kind::Line(width) => {
                let attributes = attributes(look, "stroke", "s", palette);
                let strokes = strokes(alike, top);
                elements.push(format!("<path{attributes} stroke-width=\"{width}\" d=\"{strokes}\"/>"));
            }
        }
    }
    elements
}

/// The class of an element and its paint, where that is not the one of plain text.
fn attributes(look: Look, paint: &str, class: &str, palette: &Palette) -> String {
    let mut classes: Vec<&str> = Vec::from_iter(Some(class).filter(|class| !class.is_empty()));
    for (is_so, class) in [(look.bold, "b"), (look.dim, "d"), (look.underlined, "u")] {
        classes.extend(is_so.then_some(class));
    }
    let classes =
        if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) };
    if paint == "fill" && look.ink == palette.text {
        return classes;
    }
    format!("{classes} {paint}=\"{}\"", look.ink)
}

/// The left side and the width of neighbors.
fn place(glyphs: &[Glyph<'_>]) -> (usize, usize) {
    let columns: usize = glyphs.iter().map(|glyph| glyph.columns).sum();
    (glyphs[0].column * CELL.0, columns * CELL.0)
}

/// Where letters stand in a row.
fn baseline(top: usize) -> usize {
    top + CELL.1 * 3 / 4
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn kind(glyph: &Glyph<'_>) -> Kind {
    let mut chars = glyph.symbol.chars();
    match (chars.next(), chars.next()) {
        (Some('\u{2581}'..='\u{2588}' | '\u{258c}'), None) => Kind::Block(100),
        (Some('\u{2591}'), None) => Kind::Block(25),
        (Some('\u{2592}'), None) => Kind::Block(50),
        (Some(c), None) => match arms(c) {
            Some((_, width)) => Kind::Line(width),
            // What fonts for terminals have; most shapes are not among that.
            None if c < '\u{2500}' && glyph.columns == 1 => Kind::Text,
            None => Kind::Sign,
        },
        _ => Kind::Sign,
    }
}

/// Texts, parted where two spaces or more stand between them: a page would show one.
fn texts(glyphs: &[Glyph<'_>], top: usize, palette: &Palette) -> Vec<String> {
    let line: String = glyphs.iter().map(|glyph| glyph.symbol).collect();
    let attributes = attributes(glyphs[0].look, "fill", "", palette);
    let mut column = glyphs[0].column;
    let mut texts = Vec::new();
    for part in line.split("  ") {
        let text = part.trim();
        let start = column + part.len() - part.trim_start().len();
        column += part.chars().count() + 2;
        if !text.is_empty() {
            let (x, y, width) = (start * CELL.0, baseline(top), text.chars().count() * CELL.0);
            let text = escaped(text);
            texts.push(format!("<text{attributes} x=\"{x}\" y=\"{y}\" textLength=\"{width}\">{text}</text>"));
        }
    }
    texts
}

fn sign(glyph: &Glyph<'_>, top: usize, palette: &Palette) -> String {
    let attributes = attributes(glyph.look, "fill", "", palette);
    let (x, y, width) = (glyph.column * CELL.0, baseline(top), glyph.columns * CELL.0);
    let text = escaped(glyph.symbol);
    format!(
        "<text{attributes} x=\"{x}\" y=\"{y}\" textLength=\"{width}\" \
         lengthAdjust=\"spacingAndGlyphs\">{text}</text>"
    )
}

/// The outline of areas that stand on the bottom of their cells.
fn blocks(glyphs: &[Glyph<'_>], top: usize) -> String {
    let outline = |alike: &[Glyph<'_>]| {
        let (left, width) = place(alike);
        let (width, height) = match alike[0].symbol.chars().next() {
            Some('\u{258c}') => (width - CELL.0 / 2, CELL.1),
            Some(c @ '\u{2581}'..='\u{2588}') => (width, (c as usize - 0x2580) * CELL.1 / 8),
            _ => (width, CELL.1),
        };
        format!("M{left} {}v-{height}h{width}v{height}z", top + CELL.1)
    };
    glyphs.chunk_by(|one, next| one.symbol == next.symbol).map(outline).collect()
}

/// Lines from the middle of each cell to its sides.
fn strokes(glyphs: &[Glyph<'_>], top: usize) -> String {
    let strokes = |alike: &[Glyph<'_>]| {
        let (left, width) = place(alike);
        let (right, middle, bottom) = (left + CELL.0, top + CELL.1 / 2, top + CELL.1);
        let center = left + CELL.0 / 2;
        match alike[0].symbol {
            symbol if is_level(symbol) => format!("M{left} {middle}h{width}"),
            "\u{256d}" => format!("M{center} {bottom}Q{center} {middle} {right} {middle}"),
            "\u{256e}" => format!("M{left} {middle}Q{center} {middle} {center} {bottom}"),
            "\u{2570}" => format!("M{center} {top}Q{center} {middle} {right} {middle}"),
            "\u{256f}" => format!("M{left} {middle}Q{center} {middle} {center} {top}"),
            symbol => {
                let arms = symbol.chars().next().and_then(arms).map_or("", |(arms, _)| arms);
                let arm = |arm| match arm {
                    'l' => format!("M{left} {middle}H{center}"),
                    'r' => format!("M{center} {middle}H{right}"),
                    'u' => format!("M{center} {middle}V{top}"),
                    _ => format!("M{center} {middle}V{bottom}"),
                };
                arms.chars().map(arm).collect()
            }
        }
    };
    let in_one = |one: &Glyph<'_>, next: &Glyph<'_>| one.symbol == next.symbol && is_level(one.symbol);
    glyphs.chunk_by(in_one).map(strokes).collect()
}

/// Whether a line goes on in its neighbor.
fn is_level(symbol: &str) -> bool {
    matches!(symbol, "\u{2500}" | "\u{2501}")
}

/// To which sides a line goes, and how thick it is.
fn arms(symbol: char) -> Option<(&'static str, usize)> {
    Some(match symbol {
        '\u{2500}' => ("lr", 1),
        '\u{2501}' => ("lr", 2),
        '\u{2502}' => ("ud", 1),
        '\u{2503}' => ("ud", 2),
        '\u{250f}' => ("rd", 2),
        '\u{2513}' => ("ld", 2),
        '\u{2517}' => ("ru", 2),
        '\u{251b}' => ("lu", 2),
        '\u{2534}' => ("lru", 1),
        '\u{253c}' => ("lrud", 1),
        '\u{256d}'..='\u{2570}' => ("", 1),
        '\u{2578}' => ("l", 2),
        _ => return None,
    })
}

#[test]
fn every_cell_has_its_place_and_look() {
    use ratatui::style::{Style, Stylize};
    use ratatui::text::Line;
    use ratatui::widgets::Widget;

    let mut buf = Buffer::empty(ratatui::layout::Rect::new(0, 0, 12, 3));
    Line::from(vec!["\u{65e5}".reversed(), "b <&".bold(), "  c".dim()]).render(buf.area, &mut buf);
    buf.set_string(1, 1, "\u{2582}\u{2588}\u{2588}", Style::new().light_blue());
    buf.set_string(4, 1, "\u{2591}\u{25cf}", Style::new().light_blue().underlined());
    buf.set_string(0, 2, "\u{2570}\u{2500}\u{2500}\u{251b}\u{2502}\u{2502}", Style::new().yellow());
    let svg = svg(&buf, &DARK, "A <picture>");
    let (_, drawn) = svg.split_once("fill=\"#d8dee9\">\n").expect("what is drawn");
    assert!(svg.contains("<title>A &lt;picture&gt;</title>"), "{svg}");
    assert!(svg.contains("viewBox=\"0 0 128 80\""), "{svg}");
    assert_eq!(
        drawn.lines().collect::<Vec<_>>(),
        [
            "<path class=\"a\" fill=\"#d8dee9\" d=\"M0 0h16v16h-16z\"/>",
            "<text fill=\"#171b22\" x=\"0\" y=\"12\" textLength=\"16\" lengthAdjust=\"spacingAndGlyphs\">\u{65e5}</text>",
            "<text class=\"b\" x=\"16\" y=\"12\" textLength=\"32\">b &lt;&amp;</text>",
            "<text class=\"d\" x=\"64\" y=\"12\" textLength=\"8\">c</text>",
            "<path class=\"a\" fill=\"#74b0f5\" d=\"M8 32v-4h8v4zM16 32v-16h16v16z\"/>",
            "<path class=\"a u\" fill=\"#74b0f5\" fill-opacity=\".25\" d=\"M32 32v-16h8v16z\"/>",
            "<text class=\"u\" fill=\"#74b0f5\" x=\"40\" y=\"28\" textLength=\"8\" lengthAdjust=\"spacingAndGlyphs\">\u{25cf}</text>",
            "<path class=\"s\" stroke=\"#e5b95c\" stroke-width=\"1\" d=\"M4 32Q4 40 8 40M8 40h16\"/>",
            "<path class=\"s\" stroke=\"#e5b95c\" stroke-width=\"2\" d=\"M24 40H28M28 40V32\"/>",
            "<path class=\"s\" stroke=\"#e5b95c\" stroke-width=\"1\" d=\"M36 40V32M36 40V48M44 40V32M44 40V48\"/>",
            "</g>",
            "</svg>",
        ]
    );
}
