//! *Ask me*: pages below the answer, which moves while the person answers.

mod deciding;
mod said;
mod scale;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use super::dialog::{framed, popup};
use super::hints;
use super::scroll::{Hold, scrolled_lines};
use super::spots::{Canvas, Spot};
use super::text;
use super::theme::Theme;
use crate::comparison::ClaimId;
use crate::explorer::{Choice, Conversation, Explorer, Extent, Layer, Question, Ranking, Single, Turn};
use crate::story::{counted, question_number, sentence};
use crate::weight::Weight;

/// The widest page, in cells.
const WIDEST: u16 = 78;

/// From so many rows inside on, there is room for what can be left out.
const ROOMY: usize = 10;

/// So many names of reasons that were not picked, where there is room.
const MOST_LEFT: usize = 5;

/// *Ask me* in all its layers, and what was decided in the end.
pub(super) struct AskMe<'a> {
    pub(super) layer: &'a Layer,
    pub(super) explorer: &'a Explorer,
    pub(super) theme: &'a Theme,
}

/// One page: what it is about, what stays in place, and what scrolls under it.
struct Page {
    title: String,
    head: Vec<Line<'static>>,
    body: Vec<Line<'static>>,
    hold: Hold,
    spots: Vec<Placed>,
}

/// Something that can be pointed at: the line of the body, its columns, and what is there.
type Placed = (usize, Range<u16>, Spot);

/// The room for a page, in cells inside its frame.
#[derive(Clone, Copy)]
struct Room {
    width: usize,
    height: usize,
}

impl Room {
    /// All columns.
    fn columns(self) -> Range<u16> {
        0..u16::try_from(self.width).unwrap_or(u16::MAX)
    }
}

impl AskMe<'_> {
    /// Draws the page of the layer, if it is one of these, and returns how much of it fits.
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) -> Extent {
        let width = WIDEST.min(area.width);
        let room = Room {
            width: usize::from(width).saturating_sub(4),
            height: usize::from(area.height).saturating_sub(2),
        };
        let page = match self.layer {
            Layer::Ranking(ranking) => self.ranking(ranking, room),
            Layer::Question(question) => self.question(question, room),
            Layer::Choice(choice) => self.choice(choice, room),
            Layer::Ending(ending) => self.ending(ending, room),
            Layer::Deciding(deciding) => self.deciding(deciding, room),
            Layer::Single(single) => self.single(single, room),
            _ => return Extent::default(),
        };
        self.page(&page, room, area, canvas)
    }

    fn page(&self, page: &Page, room: Room, area: Rect, canvas: &mut Canvas<'_>) -> Extent {
        Clear.render(area, canvas.buf);
        let content = page.head.len() + page.body.len();
        // The keys are in the footer too, but far away on a high screen.
        let keys = if content + 3 <= room.height { 2 } else { 0 };
        let blank = usize::from(content + keys < room.height);
        let height = (blank + content + keys).min(room.height);
        let rows = u16::try_from(height + 2).unwrap_or(u16::MAX).min(area.height);
        let top = Rect { height: rows, ..area };
        let inner = popup(&page.title, (room.width + 4, height + 2), self.theme, top, canvas);
        self.moved(inner, &page.title, canvas.buf);
        let mut rows = inner.rows().skip(blank);
        for (line, row) in page.head.iter().zip(rows.by_ref()) {
            line.render(row, canvas.buf);
        }
        let used = u16::try_from(blank + page.head.len()).unwrap_or(inner.height).min(inner.height);
        let below = inner.height - used - u16::try_from(keys).unwrap_or(0);
        let body = Rect { y: inner.y + used, height: below, ..inner };
        if keys > 0 {
            let row = Rect { y: inner.bottom() - 1, height: 1, ..inner };
            hints::draw_for(self.explorer, self.layer, row, self.theme, canvas);
        }
        let seen = scrolled_lines(&page.body, page.hold, (body, framed(inner)), self.theme, canvas);
        for (line, row) in seen.rows() {
            for (_, columns, spot) in page.spots.iter().filter(|(at, ..)| *at == line) {
                let place = Rect { x: row.x + columns.start, width: columns.end - columns.start, ..row };
                canvas.spots.add(place.intersection(row), *spot);
            }
        }
        seen.extent
    }

    /// What the last answer did, at the right of the frame.
    fn moved(&self, inner: Rect, title: &str, buf: &mut Buffer) {
        let Some(moved) =
            self.explorer.open().before().and_then(|before| self.explorer.story().moved(before))
        else {
            return;
        };
        let moved = format!(" {moved} ");
        let width = u16::try_from(text::width(&moved)).unwrap_or(u16::MAX);
        let room = usize::from(inner.width).saturating_sub(text::width(title) + 3);
        if usize::from(width) <= room {
            let place = Rect { x: inner.right() - width, y: inner.y - 1, width, height: 1 };
            Line::styled(moved, self.theme.done).render(place, buf);
        }
    }

    /// What matters most is picked.
    fn ranking(&self, ranking: &Ranking, room: Room) -> Page {
        let conversation = ranking.conversation();
        let picked = conversation.picked();
        let asked = if picked.is_empty() { "What matters most to you?" } else { "And what comes next?" };
        let open = self.explorer.open_reasons().len();
        let after = match open {
            0 => String::new(),
            _ => format!(" After that at most {}.", counted(open, "question")),
        };
        let how = format!(
            "Pick as many as you like, in order. The numbers settle as you pick, and you can change them later.{after}"
        );
        let mut head = self.strong(asked, room);
        if room.height >= ROOMY {
            head.extend(self.quiet(&how, room));
            head.push(Line::raw(""));
        }
        let name = |mark: &str, reason: ClaimId, weight: Option<Weight>| {
            let name = format!("{mark} {}", self.explorer.story().row(reason));
            let weight = weight.map_or_else(String::new, |weight| weight.points().to_string());
            format!("{} {weight:>3}", text::fitted(&name, room.width.saturating_sub(4)))
        };
        let places = picked.iter().enumerate().map(|(place, reason)| {
            let mark = format!("{:>3}.", place + 1);
            Line::styled(name(&mark, *reason, Some(conversation.weight_at(place))), self.theme.strong)
        });
        let left = ranking.left();
        let choices = left.iter().enumerate().map(|(i, reason)| {
            let weight = self.explorer.profile().weight(self.explorer.comparison(), *reason);
            if i == ranking.at() {
                Line::styled(name("\u{258c}   ", *reason, weight), self.theme.cursor)
            } else {
                Line::raw(name("    ", *reason, weight))
            }
        });
        let body = places.chain(choices).collect();
        let title = "Ask me \u{b7} first, what matters most".to_owned();
        let spots =
            (0..left.len()).map(|i| (picked.len() + i, room.columns(), Spot::of_line(i, i == ranking.at())));
        Page { title, head, body, hold: Hold::Line(picked.len() + ranking.at()), spots: spots.collect() }
    }

    /// How much one reason matters is asked.
    fn question(&self, question: &Question, room: Room) -> Page {
        let left = self.explorer.to_ask(question.conversation()).len().saturating_sub(1);
        let (mut body, spots) = self.asked(question.reason(), room);
        body.extend(self.quiet(&self.explorer.story().why_now(question.reason()), room));
        body.extend(self.so_far(question.conversation(), room, body.len()));
        let title = format!("Ask me \u{b7} {}", question_number(question.number(), left));
        Page { title, head: Vec::new(), body, hold: Hold::Offset(question.scroll()), spots }
    }

    /// How much the reason under the cursor matters is asked.
    fn single(&self, single: &Single, room: Room) -> Page {
        let claim = single.claim();
        let (mut body, spots) = self.asked(claim, room);
        body.extend(self.quiet(&self.explorer.story().so_far(claim), room));
        Page {
            title: "Ask me \u{b7} just this one".to_owned(),
            head: Vec::new(),
            body,
            hold: Hold::Offset(single.scroll()),
            spots,
        }
    }

    /// What a reason says, what is asked about it, all that is known of it, and what numbers mean.
    fn asked(&self, claim: ClaimId, room: Room) -> (Vec<Line<'static>>, Vec<Placed>) {
        let story = self.explorer.story();
        let (said, asked) = story.question(claim);
        let mut lines = self.strong(&said, room);
        lines.extend(self.strong(asked, room));
        if room.height >= ROOMY {
            lines.push(Line::raw(""));
        }
        for side in story.sides(claim) {
            lines.extend(lines_of(&self.explorer.comparison()[side].detail, room));
        }
        if room.height >= ROOMY {
            lines.push(Line::raw(""));
        }
        let (scale, spots) = scale::lines(room.width, lines.len());
        lines.extend(scale.into_iter().map(|line| Line::styled(line, self.theme.quiet)));
        (lines, spots)
    }

    /// One of a few ways to go on.
    fn choice(&self, choice: &Choice, room: Room) -> Page {
        // As many names as leave room for the two ways, which must not be scrolled for.
        let rest = |conversation| {
            let mut named = (2..=MOST_LEFT).rev().map(|most| self.rest(conversation, most));
            let fits = |(_, said, asked, ways): &(_, String, &str, Vec<String>)| {
                let ways: Vec<String> = ways.iter().map(|way| briefly(way, room)).collect();
                lines_of(said, room).len() <= choice_room(asked, &ways, room)
            };
            named.find(fits).unwrap_or_else(|| self.rest(conversation, 2))
        };
        let (title, said, asked, ways) = match choice.turn() {
            Turn::Gut(_) => self.gut(),
            Turn::Rest(conversation) => rest(conversation),
            Turn::Enough(conversation) => self.enough(conversation),
            Turn::Leaving(_) => (
                "Ask me \u{b7} leaving",
                String::new(),
                "Keep what you said?",
                ["Keep it", "Drop it: all is as it was before"].map(str::to_owned).to_vec(),
            ),
        };
        let ways: Vec<String> = ways.iter().map(|way| briefly(way, room)).collect();
        let said = text::wrapped(&said, room.width, choice_room(asked, &ways, room));
        let mut head: Vec<Line<'static>> = said.into_iter().map(Line::raw).collect();
        let blank = || (room.height >= ROOMY).then(|| Line::raw(""));
        if !head.is_empty() {
            head.extend(blank());
        }
        head.extend(self.strong(asked, room));
        head.extend(blank());
        let way = |(i, way): (usize, &String)| {
            let chosen = i == choice.at();
            let mark = if chosen { "\u{258c} " } else { "  " };
            let style = if chosen { self.theme.cursor } else { self.theme.plain };
            let line = move |line| Line::styled(text::fitted(&format!("{mark}{line}"), room.width), style);
            text::whole(way, room.width.saturating_sub(2)).into_iter().map(line)
        };
        let rows: Vec<(usize, Line<'static>)> =
            ways.iter().enumerate().flat_map(|(i, text)| way((i, text)).map(move |line| (i, line))).collect();
        let spot = |(row, (i, _)): (usize, &(usize, Line<'static>))| {
            (row, room.columns(), Spot::of_line(*i, *i == choice.at()))
        };
        let spots = rows.iter().enumerate().map(spot).collect();
        let hold = Hold::Line(rows.iter().position(|(i, _)| *i == choice.at()).unwrap_or(0));
        let body = rows.into_iter().map(|(_, line)| line).collect();
        Page { title: title.to_owned(), head, body, hold, spots }
    }

    fn rest(
        &self,
        conversation: &Conversation,
        most: usize,
    ) -> (&'static str, String, &'static str, Vec<String>) {
        let reasons = self.explorer.open_reasons();
        let open = reasons.len();
        let what = match open {
            1 => "One reason is still open".to_owned(),
            _ => format!("{open} reasons are still open"),
        };
        let little = conversation.little().points();
        let at_most = counted(open, "question");
        (
            "Ask me \u{b7} what is still open",
            sentence(&format!("{what}: {}", self.explorer.story().names(&reasons, most))),
            if open == 1 { "How much does it matter?" } else { "How much do they matter?" },
            vec![
                format!("Still open: ask me, at most {at_most}"),
                format!("Little: {little} for each, no more questions"),
            ],
        )
    }

    /// Which alternative one feels like.
    fn gut(&self) -> (&'static str, String, &'static str, Vec<String>) {
        let names = self.explorer.comparison().alternatives().map(|(_, one)| one.name.to_string());
        (
            "Ask me \u{b7} your gut",
            "Before any reasons:".to_owned(),
            "Which one do you feel like?",
            names.chain(["I can't say".to_owned()]).collect(),
        )
    }

    fn enough(&self, conversation: &Conversation) -> (&'static str, String, &'static str, Vec<String>) {
        let left = counted(self.explorer.to_ask(conversation).len(), "question");
        (
            "Ask me \u{b7} enough?",
            self.explorer.story().hardly_any_doubt().unwrap_or_default(),
            "Is that sure enough for you?",
            vec!["Yes, stop here".to_owned(), format!("No, go on: at most {left}")],
        )
    }

    fn strong(&self, sentence: &str, room: Room) -> Vec<Line<'static>> {
        text::whole(sentence, room.width)
            .into_iter()
            .map(|line| Line::from(Span::styled(line, self.theme.strong)))
            .collect()
    }

    fn quiet(&self, sentence: &str, room: Room) -> Vec<Line<'static>> {
        let lines = text::whole(sentence, room.width).into_iter();
        lines.map(|line| Line::styled(line, self.theme.quiet)).collect()
    }
}

/// A way to go on without what is said after a comma, where there is no room for that.
fn briefly(way: &str, room: Room) -> String {
    match way.rsplit_once(", ") {
        Some((briefly, _)) if text::width(way) + 2 > room.width => briefly.to_owned(),
        Some(_) | None => way.to_owned(),
    }
}

/// How many rows are left beside a question and the ways to go on.
fn choice_room(asked: &str, ways: &[String], room: Room) -> usize {
    let rows_of = |text: &str, width| text::whole(text, width).len();
    let ways = ways.iter().map(|way| rows_of(way, room.width.saturating_sub(2))).sum::<usize>();
    let blank = if room.height >= ROOMY { 2 } else { 0 };
    room.height.saturating_sub(rows_of(asked, room.width) + ways + blank)
}

fn lines_of(sentences: &str, room: Room) -> Vec<Line<'static>> {
    text::whole(sentences, room.width).into_iter().map(Line::raw).collect()
}

fn indented(sentences: &str, room: Room) -> Vec<Line<'static>> {
    let lines = text::whole(sentences, room.width.saturating_sub(2)).into_iter();
    lines.map(|line| Line::raw(format!("  {line}"))).collect()
}
