//! The blocks of a Markdown text: headings, paragraphs, lists, tables.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::import::words::Words;
use crate::tree::Place;

/// How deep lists and quotes may be nested; what is deeper counts as written here.
const DEPTH_LIMIT: usize = 32;

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading of a level from 1.
    Heading(usize, Words),
    Paragraph(Words),
    List(Vec<Item>),
    Table(Table),
    /// HTML that is no comment: it is not read.
    Html(Place),
}

/// What stands under one bullet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// The bullet, or the last character of a number.
    pub(super) bullet: char,
    pub(super) place: Place,
    pub(super) blocks: Vec<Block>,
}

/// Rows of cells below a row of names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) head: Vec<Words>,
    pub(super) rows: Vec<Vec<Words>>,
}

/// A document.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) blocks: Vec<Block>,
    /// What its front matter says it is called.
    pub(super) title: Option<Words>,
}

/// Reads the blocks of a text.
pub(super) fn read(text: &str) -> Document {
    let bom = text.len() - text.trim_start_matches('\u{feff}').len();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut builder = Builder { text, open: vec![Open::default()], ..Builder::default() };
    for (event, range) in Parser::new_ext(&text[bom..], options).into_offset_iter() {
        builder.take(event, range.start + bom..range.end + bom);
    }
    builder.finish()
}

/// A container that is being read.
#[derive(Default)]
struct Open {
    blocks: Vec<Block>,
    /// Where it began.
    place: Place,
}

/// Puts blocks together.
#[derive(Default)]
struct Builder<'t> {
    text: &'t str,
    open: Vec<Open>,
    /// How many containers that are open are too deep to be taken for such.
    too_deep: usize,
    words: Words,
    table: Table,
    /// The starts of what is bold, crossed out or a link now.
    strong: Vec<usize>,
    struck: Vec<usize>,
    links: Vec<usize>,
    /// Inside how many parts that say nothing it is now: code, pictures, footnotes.
    aside: usize,
    in_front_matter: bool,
    title: Option<Words>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, place: Place) {
        match event {
            Event::Start(tag) => self.start(&tag, place),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_front_matter => self.front_matter(&text, place.start),
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.say(&text, &place);
            }
            Event::SoftBreak | Event::HardBreak => self.say("\n", &place),
            Event::InlineHtml(html) if is_break(&html) => self.say("\n", &place),
            Event::Html(html) => self.html(&html, place),
            Event::InlineHtml(_) | Event::FootnoteReference(_) | Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn say(&mut self, text: &str, place: &Range<usize>) {
        if self.aside == 0 {
            // Of code only the inside is text, and that is found in what was written.
            let inside = self.text[place.clone()].find(text).unwrap_or(0);
            self.words.push(text, place.start + inside);
        }
    }

    /// HTML between blocks. A comment is nobody's reason.
    fn html(&mut self, html: &str, place: Place) {
        // What can be folded away has a line over it.
        if let Some((before, rest)) = html.split_once("<summary>")
            && let Some((title, _)) = rest.split_once("</summary>")
        {
            let words =
                Words::at(&without_tags(title), place.start + before.len() + "<summary>".len()).trimmed();
            return self.add(Block::Paragraph(words));
        }
        let tag = html.trim_start().trim_start_matches(['<', '/']);
        if tag.starts_with("details") {
            return;
        }
        let is_comment = html.trim_start().starts_with("<!--") || !html.contains('<');
        if self.aside == 0 && !is_comment && !is_break(html.trim()) {
            self.add(Block::Html(place));
        }
    }

    fn start(&mut self, tag: &Tag<'_>, place: Place) {
        match tag {
            Tag::List(_) | Tag::Item | Tag::BlockQuote(_) => {
                self.end_tight();
                if self.open.len() > 2 * DEPTH_LIMIT || self.too_deep > 0 {
                    self.too_deep += 1;
                } else {
                    self.open.push(Open { blocks: Vec::new(), place });
                }
            }
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell => {
                self.end_tight();
            }
            Tag::Table(_) => self.table = Table::default(),
            Tag::TableRow => self.table.rows.push(Vec::new()),
            Tag::CodeBlock(_) | Tag::FootnoteDefinition(_) => {
                self.end_tight();
                self.aside += 1;
            }
            Tag::Image { .. } => self.aside += 1,
            Tag::MetadataBlock(_) => self.in_front_matter = true,
            Tag::Strong | Tag::Emphasis => self.strong.push(self.words.text.len()),
            Tag::Strikethrough => self.struck.push(self.words.text.len()),
            Tag::Link { .. } => self.links.push(self.words.text.len()),
            Tag::HtmlBlock
            | Tag::TableHead
            | Tag::Superscript
            | Tag::Subscript
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.end_tight(),
            TagEnd::Heading(level) => {
                let words = self.words();
                self.add(Block::Heading(level as usize, words.on_one_line()));
            }
            TagEnd::Item | TagEnd::List(_) | TagEnd::BlockQuote(_) => {
                self.end_tight();
                self.close(tag);
            }
            TagEnd::TableCell => {
                let words = self.words();
                self.table.rows.last_mut().unwrap_or(&mut self.table.head).push(words);
            }
            TagEnd::Table => {
                let table = std::mem::take(&mut self.table);
                self.add(Block::Table(table));
            }
            TagEnd::CodeBlock | TagEnd::FootnoteDefinition => {
                self.end_tight();
                self.aside = self.aside.saturating_sub(1);
            }
            TagEnd::Image => self.aside = self.aside.saturating_sub(1),
            TagEnd::MetadataBlock(_) => self.in_front_matter = false,
            TagEnd::Strong | TagEnd::Emphasis => {
                let start = self.strong.pop();
                self.words.strong.extend(start.map(|start| start..self.words.text.len()));
            }
            TagEnd::Strikethrough => {
                let start = self.struck.pop();
                self.words.struck.extend(start.map(|start| start..self.words.text.len()));
            }
            TagEnd::Link => {
                let start = self.links.pop();
                self.words.links.extend(start.map(|start| start..self.words.text.len()));
            }
            TagEnd::HtmlBlock
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => {}
        }
    }

    /// What was said since the last block.
    fn words(&mut self) -> Words {
        std::mem::take(&mut self.words).in_order().trimmed()
    }

    /// Ends a paragraph, also one that has no marks of its own, as in a list without empty lines.
    fn end_tight(&mut self) {
        let words = self.words();
        if !words.is_empty() {
            self.add(Block::Paragraph(words));
        }
    }

    fn add(&mut self, block: Block) {
        if let Some(open) = self.open.last_mut() {
            open.blocks.push(block);
        }
    }

    /// Closes a container and puts it into the one around it.
    fn close(&mut self, tag: TagEnd) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        if self.open.len() < 2 {
            return;
        }
        let Some(Open { blocks, place }) = self.open.pop() else { return };
        let Some(around) = self.open.last_mut() else { return };
        match tag {
            TagEnd::Item => {
                let bullet = self.text[place.start..].trim_start_matches(|c: char| c.is_ascii_digit());
                let bullet = bullet.chars().next().unwrap_or('*');
                // The list is not made yet, so its items wait as a list of one each.
                around.blocks.push(Block::List(vec![Item { bullet, place, blocks }]));
            }
            TagEnd::List(_) => {
                let items = blocks.into_iter().flat_map(|block| match block {
                    Block::List(items) => items,
                    block @ (Block::Heading(..) | Block::Paragraph(_) | Block::Table(_) | Block::Html(_)) => {
                        vec![Item { bullet: '*', place: place.clone(), blocks: vec![block] }]
                    }
                });
                around.blocks.push(Block::List(items.collect()));
            }
            _ => around.blocks.extend(blocks),
        }
    }

    /// One text of the front matter, in YAML or TOML.
    fn front_matter(&mut self, text: &str, start: usize) {
        let mut at = start;
        for line in text.split_inclusive('\n') {
            let title = line.strip_prefix("title").map(str::trim_start);
            if let Some(said) = title.and_then(|said| said.strip_prefix([':', '='])) {
                let said = said.trim().trim_matches(['"', '\'']);
                let inside = line.find(said).unwrap_or(0);
                self.title = (!said.is_empty()).then(|| Words::at(said, at + inside));
            }
            at += line.len();
        }
    }

    fn finish(mut self) -> Document {
        self.end_tight();
        let blocks = self.open.into_iter().next().unwrap_or_default().blocks;
        Document { blocks, title: self.title }
    }
}

/// A text of HTML without its tags.
fn without_tags(html: &str) -> String {
    let mut parts = html.split('<');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('>').map_or("", |(_, text)| text))
}

/// Whether a new line begins with it in HTML.
fn is_break(html: &str) -> bool {
    let name = html.trim_start_matches('<').trim_end_matches(['>', '/', ' ']);
    html.starts_with('<') && ["br", "li", "p"].iter().any(|it| name.eq_ignore_ascii_case(it))
}
